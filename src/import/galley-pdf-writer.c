/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-writer.h"

#include "galley-credit-line.h"
#include "galley-flow.h"
#include "galley-pdf-comments.h"
#include "galley-pdf-signs.h"
#include "galley-pdf-vocabulary.h"
#include "galley-phrases.h"

#include <string.h>

/* Writes the blocks of a layout as a document. A paragraph that goes on over the end of a page is
 * written whole; what stands at the end of a page, its notes and its furniture, follows the block
 * that the page ends with.
 *
 * A note is a block of its own, so that it can be checked like all other text, and a source note at
 * the sign that refers to it, where that is clear. */

#define SPACE_PERCENT 20 /* of an em: a gap within a line that is a space */
#define MIN_LEAD_CHARS 60
#define MAX_CREDIT_BLOCKS 6 /* below the title */
#define MAX_RAISED_DIGITS 3

typedef struct
{
  const GalleyPdfLayout *layout;
  GalleyDocumentBuilder *builder;
  GalleyFlow *flow;
  GalleyPdfComments *comments;
  GalleyPdfVocabulary *vocabulary; /* or NULL, until a hyphen asks for it */
  GHashTable *references;          /* (element-type guint guint): run of a sign, its note plus 1 */
  GArray *marks;                   /* (element-type guint): for each note its mark plus 1, or 0 */
  const char *link;                /* that is open */
  guint next_note;
  guint next_page; /* the first whose furniture is not written, from 1 */
  guint n_after_title;
  gboolean has_title;
  gboolean has_body;
} Writer;

static void
set_link (Writer *self, const char *link)
{
  if (g_strcmp0 (link, self->link) == 0)
    return;

  if (link != NULL)
    galley_flow_begin_link (self->flow, link);
  else
    galley_flow_end_link (self->flow);
  self->link = link;
}

/* Whether @text is digits that keep their meaning only if they are raised, maybe with a minus. A
 * lone 0 is what a prime is in some fonts. */
static gboolean
has_raised_digits (const char *text)
{
  gsize n_digits;

  if (*text == '-' || g_str_has_prefix (text, "−") || g_str_has_prefix (text, "–"))
    text = g_utf8_next_char (text);
  n_digits = strspn (text, "0123456789");

  return n_digits > 0 && n_digits <= MAX_RAISED_DIGITS && !(n_digits == 1 && *text == '0') &&
         text[n_digits + strspn (text + n_digits, " ")] == '\0';
}

/* The first place from @at on that is not within a character. */
static gsize
align (const char *utf8, gsize at)
{
  while ((utf8[at] & 0xc0) == 0x80)
    at++;

  return at;
}

/* Adds the words of one run but for @skip_bytes at its start and @drop_bytes at its end. */
static void
add_run (Writer *self, guint line, guint index, gsize skip_bytes, gsize drop_bytes)
{
  const GalleyPdfRun *run = galley_pdf_pages_get_run (self->layout->pages, index);
  guint note = GPOINTER_TO_UINT (g_hash_table_lookup (self->references, GUINT_TO_POINTER (index)));
  gsize length_bytes = strlen (run->text);
  gboolean is_first = *galley_flow_peek_words (self->flow) == '\0';

  skip_bytes = align (run->text, MIN (skip_bytes, length_bytes));
  drop_bytes = MIN (drop_bytes, length_bytes - skip_bytes);
  drop_bytes = length_bytes - align (run->text, length_bytes - drop_bytes);
  set_link (self, run->link);
  if (note > 0)
    g_array_index (self->marks, guint, note - 1) = galley_flow_add_mark (self->flow) + 1;
  if (!is_first && skip_bytes == 0 && drop_bytes == 0 &&
      galley_pdf_layout_is_raised (self->layout, line, index) && has_raised_digits (run->text))
    galley_flow_set_position (self->flow, GALLEY_POSITION_RAISED);
  galley_flow_add_text (self->flow, run->text + skip_bytes, length_bytes - skip_bytes - drop_bytes);
  galley_flow_set_position (self->flow, GALLEY_POSITION_LINE);
}

static gboolean
has_gap (Writer *self, guint run)
{
  const GalleyPdfRun *last = galley_pdf_pages_get_run (self->layout->pages, run - 1);
  const GalleyPdfRun *next = galley_pdf_pages_get_run (self->layout->pages, run);
  gint64 gap = MAX (next->box.left - last->box.right, last->box.left - next->box.right);

  return gap * 100 > (gint64) MIN (last->size, next->size) * SPACE_PERCENT;
}

static void
add_line (Writer *self, guint line, gsize skip_bytes, gsize drop_bytes)
{
  const GalleyPdfLine *place = galley_pdf_pages_get_line (self->layout->pages, line);
  guint end = place->first_run + place->n_runs;

  for (guint i = place->first_run; i < end; i++)
    {
      gsize run_bytes = strlen (galley_pdf_pages_get_run (self->layout->pages, i)->text);

      if (i > place->first_run && has_gap (self, i))
        galley_flow_add_text (self->flow, " ", -1);
      galley_pdf_comments_begin_run (self->comments, i);
      add_run (self, line, i, skip_bytes, i + 1 == end ? drop_bytes : 0);
      galley_pdf_comments_end_run (self->comments, i);
      skip_bytes -= MIN (skip_bytes, run_bytes);
    }
}

/* Scripts that set no spaces between words. */
static gboolean
has_no_spaces (gunichar character)
{
  return (character >= 0x3000 && character <= 0x30FF) ||
         (character >= 0x3400 && character <= 0x9FFF) ||
         (character >= 0xF900 && character <= 0xFAFF) ||
         (character >= 0xFF00 && character <= 0xFFEF) || character >= 0x20000;
}

/* Whether the end of @line is a space before @next_line; otherwise @out_drop_bytes is how much of a
 * hyphen goes from its end. */
static gboolean
parts_words (Writer *self, const char *line, const char *next_line, gsize *out_drop_bytes)
{
  const char *end = line + strlen (line);
  const char *last = g_utf8_find_prev_char (line, end);
  gunichar character = last != NULL ? g_utf8_get_char (last) : ' ';

  *out_drop_bytes = 0;
  if (galley_pdf_signs_end_hyphenated (line))
    {
      if (self->vocabulary == NULL)
        self->vocabulary = galley_pdf_vocabulary_new (self->layout->pages);
      if (!galley_pdf_vocabulary_keeps_hyphen (self->vocabulary, line, next_line))
        *out_drop_bytes = end - last;
      return FALSE;
    }
  /* A dash or a slash that touches its word before the end of the line touches the next one, too.
   */
  if (galley_pdf_signs_is_hyphen (character) || character == 0x2013 || character == 0x2014 ||
      character == '/')
    return last == line || last[-1] == ' ';

  return !(has_no_spaces (character) && has_no_spaces (g_utf8_get_char (next_line)));
}

/* Adds @n_lines lines, but for @skip_bytes at the start of the first. */
static void
add_lines (Writer *self, const guint *lines, guint n_lines, gsize skip_bytes)
{
  const char *words = galley_pdf_pages_get_line (self->layout->pages, lines[0])->words;

  for (guint i = 0; i < n_lines; i++)
    {
      const char *next_words = NULL;
      gboolean has_space = FALSE;
      gsize drop_bytes = 0;

      if (i + 1 < n_lines)
        {
          next_words = galley_pdf_pages_get_line (self->layout->pages, lines[i + 1])->words;
          has_space = parts_words (self, words, next_words, &drop_bytes);
        }
      add_line (self, lines[i], i == 0 ? skip_bytes : 0, drop_bytes);
      if (has_space)
        galley_flow_add_text (self->flow, " ", -1);
      words = next_words;
    }
  set_link (self, NULL);
}

static void
write_note (Writer *self, const GalleyPdfNote *note)
{
  const guint *lines = &g_array_index (self->layout->note_lines, guint, note->first);
  guint page = galley_pdf_pages_get_line (self->layout->pages, lines[0])->page;
  guint mark = g_array_index (self->marks, guint, self->next_note);
  g_autofree char *marker = g_strconcat (note->label, " ", NULL);
  g_autofree char *words = NULL;

  add_lines (self, lines, note->n_lines, note->label_bytes);
  words = g_strdup (galley_flow_peek_words (self->flow));
  galley_document_builder_set_page (self->builder, page);
  galley_flow_set_marker (self->flow, marker);
  galley_flow_end_block (self->flow, GALLEY_BLOCK_PARAGRAPH, 0);
  if (mark > 0 && *words != '\0')
    {
      guint offset = galley_flow_get_mark (self->flow, mark - 1);

      galley_document_builder_add_source_note (self->builder, (GalleyRange){ offset, offset },
                                               GALLEY_SOURCE_NOTE_FOOTNOTE, /* author= */ NULL,
                                               /* date= */ NULL, words);
    }
}

static void
write_furniture (Writer *self, guint page)
{
  const GalleyPdfPage *place = &g_array_index (self->layout->pages->pages, GalleyPdfPage, page - 1);

  for (guint i = place->first_line; i < place->first_line + place->n_lines; i++)
    if (self->layout->kinds[i] == GALLEY_PDF_KIND_FURNITURE)
      {
        add_line (self, i, /* skip_bytes= */ 0, /* drop_bytes= */ 0);
        set_link (self, NULL);
        galley_flow_end_omitted (self->flow, GALLEY_BLOCK_BOILERPLATE, 0);
      }
}

/* Writes what stands beside the text on the pages before @page. */
static void
end_pages (Writer *self, guint page)
{
  for (; self->next_page < page; self->next_page++)
    {
      for (; self->next_note < self->layout->notes->len; self->next_note++)
        {
          const GalleyPdfNote *note =
              &g_array_index (self->layout->notes, GalleyPdfNote, self->next_note);
          guint line = g_array_index (self->layout->note_lines, guint, note->first);

          if (galley_pdf_pages_get_line (self->layout->pages, line)->page > self->next_page)
            break;
          write_note (self, note);
        }
      write_furniture (self, self->next_page);
    }
}

/* What a paragraph is by its words and its place. */
static GalleyBlockRole
find_role (Writer *self, GalleyBlockRole role)
{
  const char *words = galley_flow_peek_words (self->flow);

  if (role == GALLEY_BLOCK_TITLE)
    galley_document_builder_set_metadata (self->builder, GALLEY_METADATA_TITLE, words);
  self->has_title = self->has_title || role == GALLEY_BLOCK_TITLE;
  if (role != GALLEY_BLOCK_PARAGRAPH && role != GALLEY_BLOCK_HEADING)
    return role;
  if (galley_phrases_is_boilerplate (words) || galley_phrases_is_end_mark (words))
    return GALLEY_BLOCK_BOILERPLATE;
  if (self->has_title && !self->has_body && self->n_after_title++ < MAX_CREDIT_BLOCKS &&
      galley_credit_line_read (words, self->builder))
    return GALLEY_BLOCK_ATTRIBUTION;
  if (role == GALLEY_BLOCK_HEADING)
    return role;
  if (g_utf8_strlen (words, -1) < MIN_LEAD_CHARS || self->has_body)
    return role;

  self->has_body = TRUE;
  return self->has_title ? GALLEY_BLOCK_LEAD : role;
}

static void
write_block (Writer *self, const GalleyPdfBlock *block)
{
  const guint *lines = &g_array_index (self->layout->order, guint, block->first);
  GalleyBlockRole role;

  if (block->marker_bytes > 0)
    {
      const char *words = galley_pdf_pages_get_line (self->layout->pages, lines[0])->words;
      g_autofree char *ordinal = g_strndup (words, block->marker_bytes);
      g_autofree char *marker =
          g_strdup_printf ("%*s%s ", (int) (block->level - 1) * 2, "",
                           galley_pdf_signs_is_bullet (words) ? "•" : g_strchomp (ordinal));

      galley_flow_set_marker (self->flow, marker);
    }
  add_lines (self, lines, block->n_lines, block->marker_bytes);
  role = find_role (self, block->role);
  galley_flow_end_block (self->flow, role, role == block->role ? block->level : 0);
}

/* Notes which signs of the text refer to notes. */
static void
find_references (Writer *self)
{
  for (guint i = 0; i < self->layout->notes->len; i++)
    {
      gint run = g_array_index (self->layout->notes, GalleyPdfNote, i).run;

      if (run >= 0)
        g_hash_table_insert (self->references, GUINT_TO_POINTER (run), GUINT_TO_POINTER (i + 1));
    }
}

/**
 * galley_pdf_write:
 * @layout: a layout that went through all its steps
 *
 * Writes the text of @layout with its links, notes and omissions, and what its first blocks say of
 * title, author and date.
 */
void
galley_pdf_write (const GalleyPdfLayout *layout, GalleyDocumentBuilder *builder)
{
  g_autoptr (GalleyFlow) flow = galley_flow_new (builder);
  g_autoptr (GalleyPdfComments) comments = galley_pdf_comments_new (layout, flow);
  g_autoptr (GHashTable) references = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (guint));
  Writer self = { .layout = layout,
                  .builder = builder,
                  .flow = flow,
                  .comments = comments,
                  .references = references,
                  .marks = marks,
                  .next_page = 1 };

  g_array_set_size (marks, layout->notes->len);
  find_references (&self);
  for (guint i = 0; i < layout->blocks->len; i++)
    {
      const GalleyPdfBlock *block = &g_array_index (layout->blocks, GalleyPdfBlock, i);
      guint page = galley_pdf_layout_get_line (layout, block->first)->page;

      end_pages (&self, page);
      galley_document_builder_set_page (builder, page);
      write_block (&self, block);
    }
  end_pages (&self, layout->pages->pages->len + 1);
  galley_pdf_comments_finish (comments, builder);
  g_clear_pointer (&self.vocabulary, galley_pdf_vocabulary_free);
}
