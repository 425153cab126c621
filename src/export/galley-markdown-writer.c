/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-escape.h"
#include "galley-words.h"
#include "galley-writers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * CommonMark. The words of a claim stand between U+27E6 and U+27E7; the reference behind them says
 * how it stands and leads to its heading in the list of claims. Since claims are numbered in the
 * order in which they begin, the n-th opening bracket is that of the n-th written claim: it stays
 * clear which is which when claims overlap. Emphasis would not do, for CommonMark has none that may
 * overlap or end inside a word.
 */

#define OPENING "⟦"
#define CLOSING "⟧"

typedef struct
{
  GalleyCopy *copy;
  GString *out;
  char *indent;                  /* what each further line of the element begins with */
  const GalleyCopyElement *last; /* (nullable) the element written last */
  guint n_cells;                 /* written in the open row */
  guint note;                    /* number of the open entry in a list of notes; 0 if none is */
  gboolean is_note_begun;        /* whether anything is written of it */
  gboolean is_in_evidence;
  gboolean was_in_evidence; /* when the last element was written */
} Writer;

/* The address that renderers give to the heading of a claim: in lower case, without punctuation,
 * with hyphens for spaces. */
static char *
make_anchor (Writer *self, guint number)
{
  g_autofree char *name =
      galley_words_name_claim (number, galley_copy_get_status (self->copy, number - 1));
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autoptr (GString) anchor = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        g_string_append_c (anchor, '-');
      else if (g_unichar_isalnum (c) || c == '-' || c == '_')
        g_string_append_unichar (anchor, c);
    }

  return g_uri_escape_string (anchor->str, /* reserved_chars_allowed= */ NULL,
                              /* allow_utf8= */ FALSE);
}

static void
append_escaped (Writer *self, const char *utf8, gsize length_bytes, GalleyMarkdownPlace *place)
{
  galley_escape_markdown (self->out, utf8, (gssize) length_bytes, self->indent, place);
}

static void
append_destination (Writer *self, const char *href)
{
  g_string_append (self->out, "](<");
  for (const char *p = href; *p != '\0'; p++)
    g_string_append_printf (self->out, *p == '&' ? "\\%c" : "%c", *p);
  g_string_append (self->out, ">)");
}

/* Emphasis opens before a letter or digit and closes behind one, or it would be no emphasis. */
static void
append_emphasised (Writer *self,
                   const GalleyCopyRun *run,
                   const char *marker,
                   GalleyMarkdownPlace *place)
{
  const char *end = run->text + run->length_bytes, *from = NULL, *to = NULL;

  for (const char *p = run->text; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      {
        from = from != NULL ? from : p;
        to = g_utf8_next_char (p);
      }
  if (from == NULL)
    {
      append_escaped (self, run->text, run->length_bytes, place);
      return;
    }

  append_escaped (self, run->text, from - run->text, place);
  g_string_append (self->out, marker);
  *place = GALLEY_MARKDOWN_INLINE;
  append_escaped (self, from, to - from, place);
  g_string_append (self->out, marker);
  append_escaped (self, to, end - to, place);
}

static void
append_badge (Writer *self, const GalleyCopyRun *run)
{
  if (run->target == GALLEY_COPY_CLAIM)
    {
      g_autofree char *anchor = make_anchor (self, run->number);

      g_string_append_printf (self->out, CLOSING "[%s](#%s)", run->text, anchor);
    }
  else
    g_string_append (self->out, run->text);
}

static void
append_words (Writer *self, const GalleyCopyRun *run, GalleyMarkdownPlace *place)
{
  for (guint i = 0; run->span != NULL && i < run->span->n_starting; i++)
    g_string_append (self->out, OPENING);
  g_string_append (self->out, run->href != NULL ? "[" : "");
  if ((run->span != NULL && run->span->n_starting > 0) || run->href != NULL)
    *place = GALLEY_MARKDOWN_INLINE;

  if (run->marks & GALLEY_COPY_STRONG)
    append_emphasised (self, run, "**", place);
  else if (run->marks & GALLEY_COPY_EMPHASIS)
    append_emphasised (self, run, "*", place);
  else
    append_escaped (self, run->text, run->length_bytes, place);
  if (run->span == NULL)
    galley_escape_close_direction (self->out, run->text);

  if (run->href != NULL)
    {
      append_destination (self, run->href);
      *place = GALLEY_MARKDOWN_INLINE;
    }
}

/* A heading says in words how a claim stands; a sign would get in the way of its address. */
static gboolean
is_left_out (const GalleyCopyElement *element, guint run)
{
  const GalleyCopyRun *runs = element->runs;
  gboolean is_claim = element->kind == GALLEY_COPY_HEADING && element->n_runs == 3 &&
                      (runs[0].marks & GALLEY_COPY_BADGE) != 0 && runs[0].target == 0;

  return (runs[run].marks & GALLEY_COPY_ON_SCREEN) != 0 || (is_claim && run < 2);
}

/* Appends the words of @element, @prefix before them. */
static void
append_runs (Writer *self, const GalleyCopyElement *element, const char *prefix, const char *indent)
{
  GalleyMarkdownPlace place = GALLEY_MARKDOWN_LINE_START;

  g_string_append (self->out, prefix);
  g_free (self->indent);
  self->indent = g_strdup (indent);
  if (element->label != NULL)
    {
      g_string_append_printf (self->out, "**%s:**%s", element->label,
                              element->n_runs > 0 ? " " : "");
      place = GALLEY_MARKDOWN_INLINE;
    }
  for (guint i = 0; i < element->n_runs; i++)
    {
      const GalleyCopyRun *run = &element->runs[i];

      if (is_left_out (element, i))
        continue;
      if (run->marks & GALLEY_COPY_BADGE)
        {
          append_badge (self, run);
          place = GALLEY_MARKDOWN_INLINE;
        }
      else
        append_words (self, run, &place);
    }
}

static void
append_heading (Writer *self, const GalleyCopyElement *element, guint level)
{
  static const char markers[] = "####### ";

  append_runs (self, element, markers + strlen (markers) - level - 1, /* indent= */ NULL);
}

static void
append_item (Writer *self, const GalleyCopyElement *element)
{
  g_autofree char *indent = g_strnfill (2 * element->level, ' ');
  g_autofree char *prefix = g_strdup_printf ("%.*s- ", (int) (2 * element->level - 2), indent);

  append_runs (self, element, prefix, indent);
}

/* What belongs to a piece of evidence is a list within that of the facts. */
static void
append_evidence (Writer *self, const GalleyCopyElement *element)
{
  if (element->role == GALLEY_COPY_SOURCE)
    append_runs (self, element, "  - ", "    ");
  else if (element->kind == GALLEY_COPY_QUOTE)
    append_runs (self, element, "    > ", "    > ");
  else
    append_runs (self, element, "    - ", "      ");
}

/* The first paragraph about a source in a list of them has its number. */
static void
append_note (Writer *self, const GalleyCopyElement *element)
{
  g_autofree char *number = g_strdup_printf ("%u. ", self->note);
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

  g_string_append (self->out, element->role == GALLEY_COPY_KICKER ? "**" : "");
  append_runs (self, element, "", "");
  if (element->role == GALLEY_COPY_KICKER)
    g_string_append (self->out, "**");
  if (element->role == GALLEY_COPY_BLANK)
    g_string_append (self->out, " …");
  if (element->role == GALLEY_COPY_LEGEND)
    g_string_append_printf (self->out, " %s", _ ("The brackets ⟦ and ⟧ enclose the words."));
}

/* Whether @element goes on where the last one ended: a list does. */
static gboolean
is_continued (Writer *self, const GalleyCopyElement *element)
{
  if (self->is_in_evidence)
    return TRUE;
  if (element->kind == GALLEY_COPY_FACT)
    return self->was_in_evidence || self->last->kind == GALLEY_COPY_FACT;

  return element->kind == GALLEY_COPY_ITEM &&
         (self->last->kind == GALLEY_COPY_ITEM || self->last->kind == GALLEY_COPY_FACT);
}

/* Everything but a list has a blank line before it; quotes that follow each other are one quote. */
static void
append_distance (Writer *self, const GalleyCopyElement *element)
{
  if (self->last == NULL || is_continued (self, element))
    return;

  if (element->kind == GALLEY_COPY_QUOTE && element->role == GALLEY_COPY_PLAIN &&
      self->last->kind == GALLEY_COPY_QUOTE && self->last->role == GALLEY_COPY_PLAIN)
    g_string_append_c (self->out, '>');
  g_string_append_c (self->out, '\n');
}

/* CommonMark has no tables: a row is a paragraph. */
static void
append_cell (Writer *self, const GalleyCopyElement *element)
{
  if (self->n_cells == 0)
    append_distance (self, element);
  append_runs (self, element, self->out->str[self->out->len - 1] == '\n' ? "" : "\t", "");
  self->n_cells++;
  self->last = element;
}

static void
append_element (Writer *self, const GalleyCopyElement *element)
{
  append_distance (self, element);
  if (self->is_in_evidence)
    append_evidence (self, element);
  else if (element->kind == GALLEY_COPY_TITLE)
    append_heading (self, element, /* level= */ 1);
  else if (element->kind == GALLEY_COPY_HEADING)
    append_heading (self, element, element->level);
  else if (element->kind == GALLEY_COPY_ITEM)
    append_item (self, element);
  else if (element->kind == GALLEY_COPY_FACT)
    append_runs (self, element, "- ", "  ");
  else if (element->kind == GALLEY_COPY_QUOTE)
    append_runs (self, element, "> ", "> ");
  else
    append_paragraph (self, element);
  g_string_append_c (self->out, '\n');

  self->last = element;
  self->was_in_evidence = self->is_in_evidence;
}

static void
append_rule (Writer *self)
{
  g_string_append (self->out, "\n---\n");
}

static void
begin_part (Writer *self, const GalleyCopyElement *element)
{
  if (element->part == GALLEY_COPY_ARTICLE)
    append_rule (self);
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
end_part (Writer *self, const GalleyCopyElement *element, gboolean is_last)
{
  if (element->part == GALLEY_COPY_ARTICLE && !is_last)
    append_rule (self);
  if (element->part == GALLEY_COPY_ROW)
    g_string_append_c (self->out, '\n');
  if (element->part == GALLEY_COPY_EVIDENCE)
    self->is_in_evidence = FALSE;
  if (element->part == GALLEY_COPY_ENTRY)
    self->note = 0;
}

/**
 * galley_markdown_write:
 *
 * Returns: (transfer full): @copy as CommonMark
 */
GString *
galley_markdown_write (GalleyCopy *copy)
{
  Writer writer = { .copy = copy, .out = g_string_new (NULL) };
  guint n_elements;
  const GalleyCopyElement *elements = galley_copy_get_elements (copy, &n_elements);

  for (guint i = 0; i < n_elements; i++)
    {
      if (elements[i].kind == GALLEY_COPY_BEGIN)
        begin_part (&writer, &elements[i]);
      else if (elements[i].kind == GALLEY_COPY_END)
        end_part (&writer, &elements[i], /* is_last= */ i + 1 == n_elements);
      else if (elements[i].kind == GALLEY_COPY_CELL)
        append_cell (&writer, &elements[i]);
      else if (elements[i].kind == GALLEY_COPY_CHART)
        continue; /* which the table after it says in words */
      else
        append_element (&writer, &elements[i]);
    }
  g_free (writer.indent);

  return writer.out;
}
