/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pages-private.h"

#include "galley-direction.h"
#include "galley-escape.h"
#include "galley-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words as they are set: what ends a paragraph to Pango ends a line, what has no shape has one that
 * says so, and what turns the direction round does so no further than its own words. */

#define LINE_END "\342\200\250"    /* U+2028 */
#define REPLACEMENT "\357\277\275" /* U+FFFD */
#define ISOLATE "\342\201\250"     /* U+2068 */
#define ISOLATE_END "\342\201\251" /* U+2069 */

GalleyPagesBox *
galley_pages_box_new (GalleyPages *self, guint element)
{
  GalleyPagesBox *box = g_new0 (GalleyPagesBox, 1);

  box->element = element;
  box->is_rtl = galley_words_run_from_right ();
  box->text = g_string_new (NULL);
  box->words = g_array_new (FALSE, FALSE, sizeof (GalleyPagesWords));
  g_ptr_array_add (self->boxes, box);

  return box;
}

static void
box_clear (GalleyPagesBox *box)
{
  if (box->text != NULL)
    g_string_free (box->text, TRUE);
  box->text = NULL;
  g_clear_pointer (&box->words, g_array_unref);
}

void
galley_pages_box_free (gpointer data)
{
  box_clear (data);
  g_free (data);
}

/**
 * galley_pages_drop_words:
 * @page: index of a page, those before which have been dropped
 *
 * Frees the words that end on a page, which is not drawn any more. What they are of stays.
 */
void
galley_pages_drop_words (GalleyPages *self, guint page)
{
  const GalleyPagesPlace *place = &g_array_index (self->places, GalleyPagesPlace, page);

  for (guint i = place->first_row; i < place->first_row + place->n_rows; i++)
    {
      const GalleyPagesRow *row = &g_array_index (self->rows, GalleyPagesRow, i);

      if (row->is_head) /* may stand on another page again */
        continue;
      for (guint j = row->first_piece; j < row->first_piece + row->n_pieces; j++)
        {
          const GalleyPagesPiece *piece = &g_array_index (self->pieces, GalleyPagesPiece, j);

          if (piece->end_bytes == G_MAXSIZE) /* the last line of its box */
            box_clear (piece->box);
        }
    }
}

/* What stands there instead of the character at @p; NULL if it stands there itself. */
static const char *
find_replacement (const char *p, gunichar c)
{
  if (c == '\t')
    return " ";
  if (c == '\r')
    return p[1] == '\n' ? "" : LINE_END;
  if (c == '\n' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2029)
    return LINE_END;
  if (c < 0x20 || (c >= 0x7f && c <= 0x9f) || (c >= 0xfdd0 && c <= 0xfdef) ||
      (c & 0xfffe) == 0xfffe)
    return REPLACEMENT;

  return NULL;
}

static void
append_text (GString *text, const char *utf8, gsize length_bytes)
{
  const char *end = utf8 + length_bytes, *run = utf8;

  for (const char *p = utf8; p < end; p = g_utf8_next_char (p))
    {
      const char *instead = find_replacement (p, g_utf8_get_char (p));

      if (instead == NULL)
        continue;
      g_string_append_len (text, run, p - run);
      g_string_append (text, instead);
      run = g_utf8_next_char (p);
    }
  g_string_append_len (text, run, end - run);
}

static void
append_time (GString *text, const GalleyCopyRun *run)
{
  g_auto (GStrv) words = g_strsplit (run->text, " ", /* max_tokens= */ -1);
  g_autofree char *joined = g_strjoinv ("\302\240", words);

  g_string_append (text, joined);
}

static void
add_words (GalleyPagesBox *box, GalleyPagesWords *words, gsize start_bytes)
{
  words->start_bytes = start_bytes;
  words->end_bytes = box->text->len;
  if (words->end_bytes > start_bytes || words->run != NULL)
    g_array_append_val (box->words, *words);
}

static gboolean
follows_raised (const GalleyPagesBox *box)
{
  return box->words->len > 0 &&
         g_array_index (box->words, GalleyPagesWords, box->words->len - 1).is_raised;
}

static void
add_run (GalleyPagesBox *box, const GalleyCopyRun *run, gboolean is_alone)
{
  gsize start_bytes = box->text->len;
  gboolean is_isolated = !is_alone && run->span == NULL &&
                         (run->marks & (GALLEY_COPY_FOREIGN | GALLEY_COPY_OF_ARTICLE)) != 0 &&
                         galley_direction_may_turn (run->text, run->length_bytes);
  GalleyPagesWords words = { .run = run };

  box->is_parted |= run->href != NULL || run->target != GALLEY_COPY_NOWHERE ||
                    (run->span != NULL && run->span->n_starting > 0);
  words.is_raised = (run->marks & GALLEY_COPY_BADGE) != 0 && run->target == GALLEY_COPY_CLAIM;
  if (words.is_raised && follows_raised (box))
    g_string_append (box->text, "\342\200\211"); /* U+2009: it is no part of the one before */
  if (words.is_raised)
    g_string_append (box->text, "\342\201\240"); /* U+2060: it does not begin a line */
  if (is_isolated)
    g_string_append (box->text, ISOLATE);
  if (run->marks & GALLEY_COPY_TIME)
    append_time (box->text, run);
  else
    append_text (box->text, run->text, run->length_bytes);
  if (run->span == NULL)
    galley_escape_close_direction (box->text, run->text);
  if (is_isolated)
    g_string_append (box->text, ISOLATE_END);
  add_words (box, &words, start_bytes);
}

/**
 * galley_pages_box_add_label:
 * @label: what stands before the words, or beside them
 *
 * Adds words that are not those of the element.
 */
void
galley_pages_box_add_label (GalleyPagesBox *box, const char *label)
{
  GalleyPagesWords words = { .is_soft = TRUE };
  gsize start_bytes = box->text->len;

  append_text (box->text, label, strlen (label));
  add_words (box, &words, start_bytes);
}

/* Whether nothing but one passage stands there, which is not set apart from any other words. */
static gboolean
is_one_passage (const GalleyCopyElement *element)
{
  for (guint i = 0; i < element->n_runs && element->n_runs > 1; i++)
    if (!(element->runs[i].marks & (GALLEY_COPY_OF_ARTICLE | GALLEY_COPY_BADGE)))
      return FALSE;

  return TRUE;
}

/**
 * galley_pages_box_add_element:
 *
 * Adds the words of the element that the box is of.
 */
void
galley_pages_box_add_element (GalleyPages *self, GalleyPagesBox *box)
{
  const GalleyCopyElement *element = &self->elements[box->element];

  gboolean has_label = element->label != NULL && element->kind != GALLEY_COPY_FACT;
  gboolean is_one = !has_label && is_one_passage (element);

  box->is_parted |= element->kind == GALLEY_COPY_HEADING;
  box->is_rtl = galley_direction_of_element_is_rtl (element, has_label);
  if (has_label)
    {
      galley_pages_box_add_label (box, element->label);
      galley_pages_box_add_label (box, element->n_runs > 0 ? ": " : ":");
    }
  for (guint i = 0; i < element->n_runs; i++)
    if (!(element->runs[i].marks & GALLEY_COPY_ON_SCREEN))
      add_run (box, &element->runs[i], is_one);
  if (element->role == GALLEY_COPY_LEGEND)
    {
      galley_pages_box_add_label (box, " ");
      galley_pages_box_add_label (
          box, _ ("A line of its own kind for each status runs under the words of each claim."));
      galley_pages_box_add_label (box, " ");
      galley_pages_box_add_label (
          box, _ ("A stroke across it shows where a claim begins within another."));
    }
}

/**
 * galley_pages_box_find:
 * @at_bytes: where in the text
 *
 * Returns: the index of the words that stand there
 */
guint
galley_pages_box_find (const GalleyPagesBox *box, gsize at_bytes)
{
  guint from = 0, to = box->words->len;

  while (to - from > 1)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (box->words, GalleyPagesWords, middle).start_bytes <= at_bytes)
        from = middle;
      else
        to = middle;
    }

  return from;
}

/**
 * galley_pages_clean_text:
 *
 * Returns: (transfer full): @utf8 as it can be set in one line
 */
char *
galley_pages_clean_text (const char *utf8)
{
  GString *text = g_string_new (NULL);

  append_text (text, utf8, strlen (utf8));
  galley_escape_close_direction (text, utf8);
  g_string_replace (text, LINE_END, " ", /* limit= */ 0);

  return g_string_free (text, FALSE);
}
