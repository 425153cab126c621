/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-direction.h"

#include "galley-words.h"

#include <string.h>

#define LRM "\342\200\216" /* U+200E */
#define RLM "\342\200\217" /* U+200F */

/*
 * In which direction words are read, whatever the format.
 *
 * What the program says itself runs as its language does, whoever's words stand in it: an arrow
 * from the old words to the new ones would lead the other way else, and a list of names and times
 * would change its sides with each name. What is nothing but somebody else's words runs as those
 * do, which their first letter tells.
 *
 * The blocks of the scripts that are written from right to left lie together: Hebrew to Arabic
 * Extended, the forms of both for compatibility, and the old ones and Adlam beyond the first plane.
 */

static gboolean
is_of_rtl_script (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) ||
         (c >= 0xfe70 && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff) ||
         (c >= 0x1e800 && c <= 0x1efff);
}

static gboolean
is_control (gunichar c)
{
  return (c >= 0x200e && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

/**
 * galley_direction_may_turn:
 * @utf8: valid UTF-8
 * @length_bytes: its length
 *
 * Returns: whether any of the words may run from right to left, or make others do so
 */
gboolean
galley_direction_may_turn (const char *utf8, gsize length_bytes)
{
  const char *end = utf8 + length_bytes;

  for (const char *p = utf8; p < end; p = g_utf8_next_char (p))
    if (is_of_rtl_script (g_utf8_get_char (p)) || is_control (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/**
 * galley_direction_is_rtl:
 * @utf8: valid UTF-8
 * @length_bytes: its length, or -1 if it is NUL-terminated
 *
 * Returns: whether the first letter is of a script that is written from right to left
 */
gboolean
galley_direction_is_rtl (const char *utf8, gssize length_bytes)
{
  const char *end = utf8 + (length_bytes < 0 ? (gssize) strlen (utf8) : length_bytes);

  for (const char *p = utf8; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return is_of_rtl_script (g_utf8_get_char (p));

  return FALSE;
}

static gboolean
has_letter (const char *utf8)
{
  for (; *utf8 != '\0'; utf8 = g_utf8_next_char (utf8))
    if (g_unichar_isalpha (g_utf8_get_char (utf8)))
      return TRUE;

  return FALSE;
}

/**
 * galley_direction_is_foreign:
 *
 * Returns: whether the words of @run are somebody else's
 */
gboolean
galley_direction_is_foreign (const GalleyCopyRun *run)
{
  return (run->marks & (GALLEY_COPY_FOREIGN | GALLEY_COPY_OF_ARTICLE)) != 0;
}

/**
 * galley_direction_find_mark:
 * @before: the words in front
 * @run: words
 *
 * Returns: (transfer none): what the words begin with so that they do not run as those in front of
 *   them do, where they are the program's own and those are somebody else's; may be empty
 */
const char *
galley_direction_find_mark (const GalleyCopyRun *before, const GalleyCopyRun *run)
{
  if (before->span != NULL || !galley_direction_is_foreign (before) ||
      galley_direction_is_foreign (run) ||
      !galley_direction_may_turn (before->text, before->length_bytes))
    return "";

  return galley_words_run_from_right () ? RLM : LRM;
}

/**
 * galley_direction_is_embedded:
 * @is_rtl: whether the paragraph is read from right to left
 *
 * Returns: whether the words of @run are a passage of their own in the paragraph that runs the
 *   other way, which a word processor has to be told
 */
gboolean
galley_direction_is_embedded (const GalleyCopyRun *run, gboolean is_rtl)
{
  return !is_rtl && run->span == NULL && galley_direction_is_foreign (run) &&
         galley_direction_is_rtl (run->text, (gssize) run->length_bytes);
}

/**
 * galley_direction_of_element_is_rtl:
 * @has_label: whether the label of the element, if there is one, stands in the line
 *
 * Returns: whether the paragraph of @element is read from right to left
 */
gboolean
galley_direction_of_element_is_rtl (const GalleyCopyElement *element, gboolean has_label)
{
  if (has_label && element->label != NULL)
    return galley_words_run_from_right ();

  for (guint i = 0; i < element->n_runs; i++)
    if (!galley_direction_is_foreign (&element->runs[i]) &&
        !(element->runs[i].marks & (GALLEY_COPY_BADGE | GALLEY_COPY_ON_SCREEN)))
      return galley_words_run_from_right ();
  for (guint i = 0; i < element->n_runs; i++)
    if (galley_direction_is_foreign (&element->runs[i]) && has_letter (element->runs[i].text))
      return galley_direction_is_rtl (element->runs[i].text, -1);

  return galley_words_run_from_right ();
}

/**
 * galley_direction_of_table_is_rtl:
 * @table: the beginning of a table
 *
 * Returns: whether the first column stands at the right, which the first cell with words tells
 */
gboolean
galley_direction_of_table_is_rtl (const GalleyCopyElement *table)
{
  for (table++; table->kind != GALLEY_COPY_END || table->part != GALLEY_COPY_TABLE; table++)
    if (table->kind == GALLEY_COPY_CELL && table->n_runs > 0)
      return galley_direction_of_element_is_rtl (table, /* has_label= */ FALSE);

  return FALSE;
}
