/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-regions.h"
#include "galley-pdf-signs.h"

#include <string.h>

/* Notes at the foot of a page: lines in type smaller than the text's, with no text below them in
 * the same column, from the first that begins with a sign on. What the sign refers to is clear if
 * it stands in the text of the page, raised, exactly once. A note that breaks off goes on at the
 * foot of the next page or column, above the notes there. */

#define SMALLER_PERCENT 94 /* of the size of the text */
#define TEXT_PERCENT 96
#define FOOT_PERCENT 35 /* of the page's height: no note begins above */
#define MAX_LABEL_CHARS 4

/* Whether @line is text with @other above it and in its column. */
static gboolean
is_text_below (const GalleyPdfLayout *self, guint line, const GalleyPdfLine *other)
{
  const GalleyPdfLine *text = galley_pdf_pages_get_line (self->pages, line);

  return self->kinds[line] == GALLEY_PDF_KIND_BODY &&
         (guint64) text->size * 100 >= (guint64) self->body_size * TEXT_PERCENT &&
         text->box.bottom > other->box.bottom && text->box.left < other->box.right &&
         text->box.right > other->box.left;
}

static gboolean
may_be_note (const GalleyPdfLayout *self, const GalleyPdfPage *page, guint index)
{
  const GalleyPdfLine *line = galley_pdf_pages_get_line (self->pages, index);

  if (self->kinds[index] != GALLEY_PDF_KIND_BODY ||
      (guint64) line->size * 100 > (guint64) self->body_size * SMALLER_PERCENT ||
      line->box.top < (gint64) page->height * FOOT_PERCENT / 100)
    return FALSE;

  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    if (is_text_below (self, i, line))
      return FALSE;
  return TRUE;
}

/* How long the sign is that @words begin with, in bytes: digits, or signs that are used for notes.
 */
static gsize
measure_sign (const char *words)
{
  const char *p = words;
  guint n_chars = 0;

  if (g_ascii_isdigit (*p))
    while (g_ascii_isdigit (*p))
      p++;
  else
    while (*p != '\0' && g_utf8_strchr ("*†‡§¶‖", -1, g_utf8_get_char (p)) != NULL)
      p = g_utf8_next_char (p);
  for (const char *q = words; q < p; q = g_utf8_next_char (q))
    n_chars++;

  return n_chars < MAX_LABEL_CHARS ? p - words : 0;
}

/* The sign at the start of a note's first line, with what ends it in @out_bytes; NULL if it begins
 * with none. */
static char *
dup_label (const GalleyPdfLayout *self, guint index, guint *out_bytes)
{
  const char *words = galley_pdf_pages_get_line (self->pages, index)->words;
  guint first_run = galley_pdf_pages_get_line (self->pages, index)->first_run;
  gsize sign_bytes = measure_sign (words), bytes = sign_bytes;
  gboolean is_number = g_ascii_isdigit (*words);

  bytes += strspn (words + bytes, ".)]");
  bytes += strspn (words + bytes, " ");
  /* "12 people" begins with a number, too. */
  if (sign_bytes == 0 || words[bytes] == '\0' ||
      (is_number && bytes == sign_bytes && !galley_pdf_layout_is_raised (self, index, first_run)))
    return NULL;

  *out_bytes = bytes;
  return g_strndup (words, sign_bytes);
}

/* The only raised run in the text of the page that is @label, or -1. */
static gint
find_reference (const GalleyPdfLayout *self, const GalleyPdfPage *page, const char *label)
{
  gint found = -1;

  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    {
      const GalleyPdfLine *line = galley_pdf_pages_get_line (self->pages, i);

      if (self->kinds[i] != GALLEY_PDF_KIND_BODY)
        continue;
      for (guint k = line->first_run; k < line->first_run + line->n_runs; k++)
        {
          g_autofree char *words = NULL;

          if (!galley_pdf_layout_is_raised (self, i, k))
            continue;
          words = g_strstrip (g_strdup (galley_pdf_pages_get_run (self->pages, k)->text));
          if (!g_str_equal (words, label))
            continue;
          if (found >= 0)
            return -1;
          found = k;
        }
    }

  return found;
}

static void
add_line (GalleyPdfLayout *self, guint line, char *label, guint label_bytes)
{
  GalleyPdfNote note = { .label = label, .label_bytes = label_bytes, .n_lines = 1, .run = -1 };

  self->kinds[line] = GALLEY_PDF_KIND_NOTE;
  note.first = self->note_lines->len;
  g_array_append_val (self->note_lines, line);
  if (label != NULL)
    g_array_append_val (self->notes, note);
  else
    g_array_index (self->notes, GalleyPdfNote, self->notes->len - 1).n_lines++;
}

/* Whether the line at @index ends where most others in its column do, within @room. */
static gboolean
is_full (const GalleyPdfLayout *self, guint index, gint64 room)
{
  const GalleyPdfLine *line = galley_pdf_pages_get_line (self->pages, index);
  const GalleyPdfPage *page = &g_array_index (self->pages->pages, GalleyPdfPage, line->page - 1);
  guint n_lines = 0, n_wider = 0;

  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    {
      const GalleyPdfBox *box = &galley_pdf_pages_get_line (self->pages, i)->box;

      if (i == index || self->kinds[i] == GALLEY_PDF_KIND_FURNITURE ||
          box->left >= line->box.right || box->right <= line->box.left)
        continue;
      n_lines++;
      n_wider += box->right > line->box.right + room;
    }

  return n_wider * 2 < n_lines;
}

/* Whether the note that was found last goes on in the line at @index: it breaks off within a
 * sentence on this page or the one before, where a small letter follows or its last line has no
 * room. A note that ends with an address ends with no stop, and what comes next may be a caption.
 */
static gboolean
is_broken_off (const GalleyPdfLayout *self, guint index)
{
  const GalleyPdfLine *line = galley_pdf_pages_get_line (self->pages, index), *last;
  guint last_index;

  if (self->note_lines->len == 0)
    return FALSE;

  last_index = g_array_index (self->note_lines, guint, self->note_lines->len - 1);
  last = galley_pdf_pages_get_line (self->pages, last_index);
  if (galley_pdf_signs_end_sentence (last->words) || last->page + 1 < line->page ||
      !galley_pdf_regions_is_same_size (last, line))
    return FALSE;

  return g_unichar_islower (g_utf8_get_char (line->words)) ||
         is_full (self, last_index, galley_pdf_regions_measure_first_word (line) + line->size / 2);
}

/* Whether the line at @i of @lines is the first of several that may be of notes, of which one has a
 * sign: the note before it was too long for its page or column. */
static gboolean
is_rest (const GalleyPdfLayout *self, const GArray *lines, guint i)
{
  guint label_bytes;

  if ((i > 0 && g_array_index (lines, guint, i - 1) + 1 == g_array_index (lines, guint, i)) ||
      !is_broken_off (self, g_array_index (lines, guint, i)))
    return FALSE;

  for (; i + 1 < lines->len; i++)
    {
      guint next = g_array_index (lines, guint, i + 1);
      g_autofree char *label = dup_label (self, next, &label_bytes);

      if (next != g_array_index (lines, guint, i) + 1)
        return FALSE;
      if (label != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
find_on_page (GalleyPdfLayout *self, const GalleyPdfPage *page)
{
  guint first_note = self->notes->len;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));

  /* All are looked for before any is taken, so that none counts as text for another. */
  for (guint i = page->first_line; i < page->first_line + page->n_lines; i++)
    if (may_be_note (self, page, i))
      g_array_append_val (lines, i);

  for (guint i = 0; i < lines->len; i++)
    {
      guint line = g_array_index (lines, guint, i), label_bytes = 0;
      char *label = dup_label (self, line, &label_bytes);
      gboolean goes_on = is_rest (self, lines, i);

      goes_on = goes_on || (i > 0 && g_array_index (lines, guint, i - 1) + 1 == line &&
                            self->kinds[line - 1] == GALLEY_PDF_KIND_NOTE);
      if (label != NULL || goes_on)
        add_line (self, line, label, label_bytes);
    }

  for (guint i = first_note; i < self->notes->len; i++)
    {
      GalleyPdfNote *note = &g_array_index (self->notes, GalleyPdfNote, i);

      note->run = find_reference (self, page, note->label);
    }
}

/**
 * galley_pdf_layout_find_notes:
 *
 * Finds the notes at the feet of pages, and what refers to them.
 */
void
galley_pdf_layout_find_notes (GalleyPdfLayout *self)
{
  for (guint i = 0; i < self->pages->pages->len; i++)
    {
      const GalleyPdfPage *page = &g_array_index (self->pages->pages, GalleyPdfPage, i);

      if (page->n_lines <= GALLEY_PDF_LAYOUT_MAX_LINES)
        find_on_page (self, page);
    }
}
