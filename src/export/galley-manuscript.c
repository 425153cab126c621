/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-manuscript.h"

#include "galley-words.h"

#include <string.h>

/**
 * galley_manuscript_set_label:
 * @run: (out caller-allocates): the words before the colon
 * @label: what a paragraph is about; borrowed
 */
void
galley_manuscript_set_label (GalleyCopyRun *run, const char *label)
{
  *run = (GalleyCopyRun){
    .text = label, .length_bytes = strlen (label), .marks = GALLEY_COPY_STRONG, .status = -1
  };
}

/**
 * galley_manuscript_is_rtl:
 * @utf8: valid UTF-8
 * @length_bytes: its length, or -1 if it is NUL-terminated
 *
 * Returns: whether the first letter is of a script that is written from right to left
 */
gboolean
galley_manuscript_is_rtl (const char *utf8, gssize length_bytes)
{
  const char *end = utf8 + (length_bytes < 0 ? (gssize) strlen (utf8) : length_bytes);

  for (const char *p = utf8; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* The blocks of these scripts lie together: Hebrew to Arabic Extended, the forms of both
       * for compatibility, and the old ones and Adlam beyond the first plane. */
      if (g_unichar_isalpha (c))
        return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) ||
               (c >= 0xfe70 && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff) ||
               (c >= 0x1e800 && c <= 0x1efff);
    }

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
 * galley_manuscript_element_is_rtl:
 *
 * Returns: whether the paragraph of @element is read from right to left, which its first letter
 *   tells
 */
gboolean
galley_manuscript_element_is_rtl (const GalleyCopyElement *element)
{
  if (element->label != NULL)
    return galley_manuscript_is_rtl (element->label, -1);

  for (guint i = 0; i < element->n_runs; i++)
    if (has_letter (element->runs[i].text))
      return galley_manuscript_is_rtl (element->runs[i].text, -1);

  return FALSE;
}

/**
 * galley_manuscript_get_worst_status:
 * @span: words that claims cover
 *
 * Returns: how the claim stands that has most to be done about
 */
GalleyStatus
galley_manuscript_get_worst_status (const GalleySpan *span)
{
  if (span->statuses & (1u << GALLEY_STATUS_DISPUTED))
    return GALLEY_STATUS_DISPUTED;

  return span->statuses & (1u << GALLEY_STATUS_PENDING) ? GALLEY_STATUS_PENDING
                                                        : GALLEY_STATUS_CONFIRMED;
}

/**
 * galley_manuscript_get_language:
 *
 * Returns: (transfer none) (nullable): the language of what the document is made of, BCP 47: that
 *   of the article, where it is set whole to be worked on, and %NULL if it states none; else that
 *   of the program's own words
 */
const char *
galley_manuscript_get_language (GalleyReport *report)
{
  return galley_report_get_options (report)->layout == GALLEY_LAYOUT_ANNOTATED
             ? galley_words_get_article_language (report)
             : galley_words_get_language ();
}

/* What the copy is, in the words that stand above its title; (transfer full). */
static char *
dup_kicker (GalleyCopy *copy)
{
  guint n_elements;
  const GalleyCopyElement *elements = galley_copy_get_elements (copy, &n_elements);

  for (guint i = 0; i < n_elements; i++)
    if (elements[i].role == GALLEY_COPY_KICKER)
      return galley_copy_dup_text (&elements[i]);

  return g_strdup ("");
}

/**
 * galley_manuscript_dup_running_head:
 *
 * Returns: (transfer full): a line for the head of each page: of the annotated article how its
 *   check stands, else what it is and of which article
 */
char *
galley_manuscript_dup_running_head (GalleyCopy *copy)
{
  GalleyReport *report = galley_copy_get_report (copy);
  g_autofree char *kicker = NULL;

  if (galley_report_get_options (report)->layout == GALLEY_LAYOUT_ANNOTATED)
    return galley_words_sum_up (report);

  kicker = dup_kicker (copy);
  return g_strdup_printf ("%s · %s", kicker, galley_report_get_title (report));
}
