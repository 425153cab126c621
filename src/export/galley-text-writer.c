/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-escape.h"
#include "galley-quoted.h"
#include "galley-words.h"
#include "galley-writers.h"

#include <string.h>

/*
 * Plain text, for mail and for printers: a paragraph is a line, however long, for whatever shows it
 * breaks lines better. Behind the words of a claim stands its sign and number in brackets, as in
 * "[✗ 2]", and the entry of that number says more.
 */

typedef struct
{
  GString *out;
  const GalleyCopyElement *last; /* (nullable) the element written last */
  guint n_cells;                 /* written in the open row */
  guint note;                    /* number of the open entry in a list of notes; 0 if none is */
  gboolean is_note_begun;        /* whether anything is written of it */
  gboolean is_in_evidence;
  gboolean was_in_evidence; /* when the last element was written */
} Writer;

/* Words of the article that are set apart within others stand between asterisks, old and new words
 * of a correction between quotation marks. */
static void
find_marks (const GalleyCopyRun *run, const char **out_opening, const char **out_closing)
{
  *out_opening = *out_closing = "";
  if (run->marks & (GALLEY_COPY_DELETED | GALLEY_COPY_INSERTED))
    galley_quoted_find_marks (run->text, out_opening, out_closing);
  else if ((run->marks & GALLEY_COPY_STRONG) && (run->marks & GALLEY_COPY_OF_ARTICLE))
    *out_opening = *out_closing = "*";
}

static void
append_run (Writer *self, const GalleyCopyRun *run, const char *indent)
{
  gboolean is_badge = (run->marks & GALLEY_COPY_BADGE) != 0 && run->target == GALLEY_COPY_CLAIM;
  const char *opening, *closing;

  find_marks (run, &opening, &closing);
  g_string_append (self->out, is_badge ? " [" : "");
  g_string_append (self->out, opening);
  galley_escape_text (self->out, run->text, (gssize) run->length_bytes, indent);
  if (run->span == NULL)
    galley_escape_close_direction (self->out, run->text);
  g_string_append (self->out, closing);
  g_string_append (self->out, is_badge ? "]" : "");
  if (run->href != NULL && !g_str_equal (run->href, run->text))
    g_string_append_printf (self->out, " <%s>", run->href);
}

/* Appends the words of @element, @prefix before them and @indent before each further line. */
static void
append_runs (Writer *self, const GalleyCopyElement *element, const char *prefix, const char *indent)
{
  g_string_append (self->out, prefix);
  if (element->label != NULL)
    g_string_append_printf (self->out, "%s:%s", element->label, element->n_runs > 0 ? " " : "");
  for (guint i = 0; i < element->n_runs; i++)
    if (!(element->runs[i].marks & GALLEY_COPY_ON_SCREEN))
      append_run (self, &element->runs[i], indent);
}

/* A line under what was written since @start_bytes, as long as that. */
static void
underline (Writer *self, gsize start_bytes, char c)
{
  glong length = g_utf8_strlen (self->out->str + start_bytes, -1);
  g_autofree char *line = g_strnfill (CLAMP (length, 3, 72), c);

  g_string_append_printf (self->out, "\n%s", line);
}

static void
append_heading (Writer *self, const GalleyCopyElement *element)
{
  gsize start_bytes = self->out->len;

  append_runs (self, element, "", /* indent= */ NULL);
  if (element->kind == GALLEY_COPY_TITLE || element->level == 2)
    underline (self, start_bytes, element->kind == GALLEY_COPY_TITLE ? '=' : '-');
}

static void
append_item (Writer *self, const GalleyCopyElement *element)
{
  g_autofree char *indent = g_strnfill (2 * element->level + 2, ' ');
  g_autofree char *prefix = g_strdup_printf ("%.*s• ", (int) (2 * element->level), indent);

  append_runs (self, element, prefix, indent);
}

static void
append_evidence (Writer *self, const GalleyCopyElement *element)
{
  if (element->role == GALLEY_COPY_SOURCE)
    append_runs (self, element, "  • ", "    ");
  else if (element->kind == GALLEY_COPY_QUOTE)
    append_runs (self, element, "    | ", "    | ");
  else
    append_runs (self, element, "    ", "    ");
}

static void
append_note (Writer *self, const GalleyCopyElement *element)
{
  g_autofree char *number = g_strdup_printf ("[%u] ", self->note);
  g_autofree char *indent = g_strnfill (strlen (number), ' ');

  append_runs (self, element, self->is_note_begun ? indent : number, indent);
  self->is_note_begun = TRUE;
}

static void
append_paragraph (Writer *self, const GalleyCopyElement *element)
{
  if (self->note > 0)
    {
      append_note (self, element);
      return;
    }

  append_runs (self, element, "", "");
  if (element->role == GALLEY_COPY_BLANK)
    g_string_append (self->out, " ________________________________________");
}

/* Such quotes are one if they follow each other. */
static gboolean
is_quote_of_article (const GalleyCopyElement *element)
{
  return element->kind == GALLEY_COPY_QUOTE && element->role == GALLEY_COPY_PLAIN;
}

/* Whether @element goes on where the last one ended. */
static gboolean
is_continued (Writer *self, const GalleyCopyElement *element)
{
  const GalleyCopyElement *last = self->last;

  if (self->is_in_evidence)
    return TRUE;
  if (self->note > 0 && self->is_note_begun)
    return TRUE;
  if (element->kind == GALLEY_COPY_FACT)
    return self->was_in_evidence || last->kind == GALLEY_COPY_FACT;
  if (element->role == GALLEY_COPY_PLACE)
    return last->kind == GALLEY_COPY_QUOTE;
  if (element->kind == GALLEY_COPY_QUOTE)
    return last->kind == GALLEY_COPY_HEADING && last->level > 2;

  return element->kind == GALLEY_COPY_ITEM && last->kind == GALLEY_COPY_ITEM;
}

static void
append_cell (Writer *self, const GalleyCopyElement *element)
{
  if (self->n_cells > 0)
    g_string_append (self->out, " | ");
  else if (self->last != NULL && self->last->kind != GALLEY_COPY_CELL)
    g_string_append_c (self->out, '\n');
  append_runs (self, element, "", /* indent= */ NULL);
  self->n_cells++;
  self->last = element;
}

static void
append_element (Writer *self, const GalleyCopyElement *element)
{
  if (self->last != NULL && !is_continued (self, element))
    g_string_append (self->out, is_quote_of_article (self->last) && is_quote_of_article (element)
                                    ? ">\n"
                                    : "\n");

  if (self->is_in_evidence)
    append_evidence (self, element);
  else if (element->kind == GALLEY_COPY_TITLE || element->kind == GALLEY_COPY_HEADING)
    append_heading (self, element);
  else if (element->kind == GALLEY_COPY_ITEM)
    append_item (self, element);
  else if (element->kind == GALLEY_COPY_FACT)
    append_runs (self, element, "", "  ");
  else if (element->kind == GALLEY_COPY_QUOTE)
    append_runs (self, element, "> ", "> ");
  else
    append_paragraph (self, element);
  g_string_append_c (self->out, '\n');

  self->last = element;
  self->was_in_evidence = self->is_in_evidence;
}

static void
begin_part (Writer *self, const GalleyCopyElement *element)
{
  if (element->part == GALLEY_COPY_ROW)
    self->n_cells = 0;
  if (element->part == GALLEY_COPY_EVIDENCE)
    self->is_in_evidence = TRUE;
  if (element->part == GALLEY_COPY_ENTRY && element->target == GALLEY_COPY_NOTE)
    {
      self->note = element->number;
      self->is_note_begun = FALSE;
    }
}

static void
end_part (Writer *self, const GalleyCopyElement *element)
{
  if (element->part == GALLEY_COPY_ROW)
    g_string_append_c (self->out, '\n');
  if (element->part == GALLEY_COPY_EVIDENCE)
    self->is_in_evidence = FALSE;
  if (element->part == GALLEY_COPY_ENTRY)
    self->note = 0;
}

/**
 * galley_text_write:
 *
 * Returns: (transfer full): @copy as plain text
 */
GString *
galley_text_write (GalleyCopy *copy)
{
  Writer writer = { .out = g_string_new (NULL) };
  guint n_elements;
  const GalleyCopyElement *elements = galley_copy_get_elements (copy, &n_elements);

  for (guint i = 0; i < n_elements; i++)
    {
      if (elements[i].kind == GALLEY_COPY_BEGIN)
        begin_part (&writer, &elements[i]);
      else if (elements[i].kind == GALLEY_COPY_END)
        end_part (&writer, &elements[i]);
      else if (elements[i].kind == GALLEY_COPY_CELL)
        append_cell (&writer, &elements[i]);
      else if (elements[i].kind == GALLEY_COPY_CHART)
        continue; /* which the table after it says in words */
      else
        append_element (&writer, &elements[i]);
    }

  return writer.out;
}
