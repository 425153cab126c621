/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-layout.h"

#include "galley-pdf-regions.h"
#include "galley-pdf-signs.h"

#include <string.h>

/* The lines of a region (galley-pdf-regions.h) become paragraphs.
 *
 * A paragraph ends within a region where the gap is larger than the leading, where the next line is
 * indented (or not, after lines that were), where bold type begins or ends, where the first word of
 * the next line would still have had room on the line, and before the sign of a list item. In an
 * index or a table of contents, whose lines end with numbers, it ends behind each of these; in a
 * glossary before each word that is set in bold type. From one
 * region to the next it goes on only where its last line is full and ends no sentence, and what
 * follows is set alike. */

#define GAP_PERCENT 130    /* of the leading */
#define INDENT_PERCENT 70  /* of an em */
#define CENTRED_PERCENT 40 /* of an em, that the middles of centred lines may differ */
#define LARGE_PERCENT 118  /* of the text's size: headings, whose lines are broken by hand */
#define MIN_COLUMN_EMS 12  /* narrower ones hold no running text */
#define MIN_ENTRIES 3      /* lines of an index */
#define ENTRIES_PERCENT 75 /* of its lines, that end with numbers */
#define SIDE_EMS 2         /* a line that ends so close to the side of its region is full */

typedef struct
{
  GalleyPdfLayout *layout;
  const GalleyPdfRegion *region;
  gboolean has_entries; /* whether lines of @region end with numbers */
  guint start;          /* of the paragraph, in the order */
} Paragraph;

/* Whether the line at @place was ended before its side was reached, although what follows would
 * have had room. */
static gboolean
ends_early (const Paragraph *self, guint place, const char *words, const char *next_words)
{
  const GalleyPdfLine *line = galley_pdf_layout_get_line (self->layout, place);
  const GalleyPdfLine *next = galley_pdf_layout_get_line (self->layout, place + 1);
  gint room = self->region->box.right - line->box.right;
  gunichar first = g_utf8_get_char (next_words);

  if (room <= galley_pdf_regions_measure_first_word (next) + (gint) line->size / 2)
    return FALSE;

  /* Lines beside a picture are short, too. */
  return galley_pdf_signs_end_sentence (words) || !g_unichar_islower (first);
}

static gboolean
is_centred (const GalleyPdfLine *line, const GalleyPdfLine *next)
{
  gint shift = line->box.left / 2 + line->box.right / 2 - next->box.left / 2 - next->box.right / 2;

  return ABS (shift) * 100LL < (gint64) line->size * CENTRED_PERCENT;
}

/* Whether @next begins below the words of @line that stand behind the sign of a list item. */
static gboolean
hangs (const Paragraph *self, const GalleyPdfLine *line, const GalleyPdfLine *next)
{
  const GalleyPdfRun *run = galley_pdf_pages_get_run (self->layout->pages, line->first_run);
  gsize sign_bytes = galley_pdf_signs_measure_bullet (line->words);
  gint left = run->box.left;
  char stop;
  guint value;

  if (sign_bytes == 0)
    sign_bytes = galley_pdf_signs_measure_ordinal (line->words, &stop, &value);
  if (sign_bytes == 0)
    return FALSE;

  /* The words are of the same run, or of the next. */
  if (sign_bytes < strlen (run->text) || line->n_runs == 1)
    left += ((gint64) run->box.right - run->box.left) * g_utf8_strlen (line->words, sign_bytes) /
            g_utf8_strlen (run->text, -1);
  else
    left = run[1].box.left;
  return ABS ((gint64) next->box.left - left) <= line->size;
}

/* Whether the sentence of @line goes on in @next, for whose first word it had no room. */
static gboolean
runs_over (const Paragraph *self, const GalleyPdfLine *line, const GalleyPdfLine *next)
{
  gint room = self->region->box.right - line->box.right;

  return g_unichar_islower (g_utf8_get_char (next->words)) &&
         !galley_pdf_signs_end_sentence (line->words) &&
         room <= galley_pdf_regions_measure_first_word (next) + (gint) line->size / 2;
}

/* Whether the sides of the lines say that a paragraph begins after @place. */
static gboolean
is_indented (const Paragraph *self, guint place)
{
  const GalleyPdfLine *line = galley_pdf_layout_get_line (self->layout, place);
  const GalleyPdfLine *next = galley_pdf_layout_get_line (self->layout, place + 1);
  const GalleyPdfLine *start = galley_pdf_layout_get_line (self->layout, self->start);
  gint step = (gint64) line->size * INDENT_PERCENT / 100;
  gint indent = next->box.left - line->box.left;
  gboolean is_second = self->start == place;

  if (ABS (indent) <= step || is_centred (line, next))
    return FALSE;
  /* The first line may be indented, or all but the first. */
  if (is_second && (indent < 0 || hangs (self, line, next) || runs_over (self, line, next)))
    return FALSE;
  if (is_second && place + 2 < self->region->first + self->region->n_lines)
    return ABS (galley_pdf_layout_get_line (self->layout, place + 2)->box.left - next->box.left) >
               step ||
           line->box.left > self->region->box.left + step;
  if (is_second)
    return self->region->box.right - line->box.right > step;

  return indent > 0 || next->box.left <= start->box.left + step;
}

/* Whether @next_words begin with the number that follows on the one of this paragraph, as in a list
 * or in a table of contents. */
static gboolean
is_next_item (const Paragraph *self, const char *next_words)
{
  if (!g_ascii_isalnum (*next_words) && *next_words != '(')
    return FALSE;

  return galley_pdf_signs_count_on (galley_pdf_layout_get_line (self->layout, self->start)->words,
                                    next_words);
}

static gboolean
ends_with_digit (const char *words)
{
  return *words != '\0' && g_ascii_isdigit (words[strlen (words) - 1]);
}

/* Whether @words end with the first year, say, of several. */
static gboolean
ends_with_range (const char *words)
{
  const char *last = g_utf8_find_prev_char (words, words + strlen (words));

  return last != NULL && last > words && g_ascii_isdigit (last[-1]) &&
         (galley_pdf_signs_is_hyphen (g_utf8_get_char (last)) || g_utf8_get_char (last) == 0x2013);
}

/* Whether nearly all lines of the region end with numbers. */
static gboolean
has_entries (const GalleyPdfLayout *layout, const GalleyPdfRegion *region)
{
  guint n = 0;

  for (guint i = region->first; i < region->first + region->n_lines; i++)
    n += ends_with_digit (galley_pdf_layout_get_line (layout, i)->words);

  return region->n_lines >= MIN_ENTRIES && n * 100 >= region->n_lines * ENTRIES_PERCENT;
}

/* Whether a line begins with a word in bold type, and goes on in another. */
static gboolean
begins_bold (const Paragraph *self, const GalleyPdfLine *line)
{
  return !line->is_bold && galley_pdf_pages_get_run (self->layout->pages, line->first_run)->is_bold;
}

/* Whether @next begins an entry of its own, as the paragraph before does. */
static gboolean
is_next_entry (const Paragraph *self, const GalleyPdfLine *line, const GalleyPdfLine *next)
{
  if (self->has_entries && ends_with_digit (line->words))
    return TRUE;

  return galley_pdf_signs_end_sentence (line->words) && begins_bold (self, next) &&
         begins_bold (self, galley_pdf_layout_get_line (self->layout, self->start));
}

/* Whether a paragraph ends after @place, within a region. */
static gboolean
is_end (const Paragraph *self, guint place)
{
  const GalleyPdfLine *line = galley_pdf_layout_get_line (self->layout, place);
  const GalleyPdfLine *next = galley_pdf_layout_get_line (self->layout, place + 1);
  const char *words = line->words, *next_words = next->words;
  gunichar first = g_utf8_get_char (next_words);
  gint64 fall = next->box.bottom - line->box.bottom;
  gboolean is_large =
      (guint64) line->size * 100 >= (guint64) self->layout->body_size * LARGE_PERCENT;

  if ((galley_pdf_signs_end_hyphenated (words) && g_unichar_islower (first)) ||
      (ends_with_range (words) && g_ascii_isdigit (*next_words)))
    return FALSE;
  if (fall * 100 > (gint64) self->region->leading * GAP_PERCENT)
    return TRUE;
  if (line->is_bold != next->is_bold &&
      (galley_pdf_signs_end_sentence (words) || !g_unichar_islower (first)))
    return TRUE;
  if (galley_pdf_signs_is_bullet (next_words) || is_next_item (self, next_words) ||
      is_next_entry (self, line, next))
    return TRUE;
  if (is_large)
    return galley_pdf_signs_end_sentence (words);
  if (galley_pdf_signs_end_hyphenated (words))
    return FALSE;

  /* Cells of a table, one below the other. */
  if (self->region->box.right - self->region->box.left < (gint64) line->size * MIN_COLUMN_EMS &&
      (g_unichar_isupper (first) || !g_unichar_isalpha (first)))
    return TRUE;

  return is_indented (self, place) || ends_early (self, place, words, next_words);
}

/* Whether the paragraph that ends the region goes on in the next. */
static gboolean
goes_on (const Paragraph *self, guint place, const GalleyPdfRegion *next_region)
{
  const GalleyPdfLine *line = galley_pdf_layout_get_line (self->layout, place);
  const GalleyPdfLine *next = galley_pdf_layout_get_line (self->layout, next_region->first);
  const char *words = line->words, *next_words = next->words;
  gint64 em = line->size;
  gboolean is_new_column = next->page != line->page || next->box.bottom < line->box.top;
  gboolean is_lower = g_unichar_islower (g_utf8_get_char (next_words));
  gboolean is_full =
      self->region->n_lines > 1 && self->region->box.right - line->box.right < em * SIDE_EMS;
  /* The last words of a paragraph may be alone in the next column. */
  gboolean is_text = next_region->box.right - next_region->box.left >= em * MIN_COLUMN_EMS ||
                     (is_lower && self->region->n_lines > 1 && next_region->n_lines == 1 &&
                      self->region->box.right - line->box.right <
                          galley_pdf_regions_measure_first_word (next) + em * SIDE_EMS);

  if (!is_new_column || self->has_entries || !galley_pdf_regions_is_same_size (line, next) ||
      line->is_bold || next->is_bold || galley_pdf_signs_end_sentence (words) ||
      galley_pdf_signs_is_bullet (next_words) ||
      self->region->box.right - self->region->box.left < em * MIN_COLUMN_EMS || !is_text)
    return FALSE;
  if (is_lower || galley_pdf_signs_end_hyphenated (words))
    return TRUE;

  return is_full && next_region->n_lines > 1 &&
         next->box.left - next_region->box.left < em * INDENT_PERCENT / 100;
}

static void
end_paragraph (Paragraph *self, guint end)
{
  GalleyPdfBlock block = { .first = self->start,
                           .n_lines = end - self->start,
                           .role = GALLEY_BLOCK_PARAGRAPH };

  g_array_append_val (self->layout->blocks, block);
  self->start = end;
}

/**
 * galley_pdf_layout_find_paragraphs:
 *
 * Puts the lines of the text together.
 */
void
galley_pdf_layout_find_paragraphs (GalleyPdfLayout *self)
{
  Paragraph paragraph = { .layout = self };
  g_autoptr (GArray) regions = NULL;

  regions = galley_pdf_regions_find (self);
  for (guint i = 0; i < regions->len; i++)
    {
      const GalleyPdfRegion *region = &g_array_index (regions, GalleyPdfRegion, i);
      guint last = region->first + region->n_lines - 1;

      paragraph.region = region;
      paragraph.has_entries = has_entries (self, region);
      for (guint place = region->first; place < last; place++)
        if (is_end (&paragraph, place))
          end_paragraph (&paragraph, place + 1);
      if (i + 1 == regions->len ||
          !goes_on (&paragraph, last, &g_array_index (regions, GalleyPdfRegion, i + 1)))
        end_paragraph (&paragraph, last + 1);
    }
}
