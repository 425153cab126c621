/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-manuscript.h"

#include "galley-when.h"
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
 * Returns: (transfer full): a line for the head of each page: what it is, and of which article
 */
char *
galley_manuscript_dup_running_head (GalleyCopy *copy)
{
  g_autofree char *kicker = dup_kicker (copy);

  return g_strdup_printf ("%s · %s", kicker,
                          galley_report_get_title (galley_copy_get_report (copy)));
}

/**
 * galley_manuscript_dup_description:
 *
 * Returns: (transfer full): what there is to say of the document in a line: of the annotated
 *   article how its check stands, else what it is and of which article
 */
char *
galley_manuscript_dup_description (GalleyCopy *copy)
{
  GalleyReport *report = galley_copy_get_report (copy);

  return galley_report_get_options (report)->layout == GALLEY_LAYOUT_ANNOTATED
             ? galley_words_sum_up (report)
             : galley_manuscript_dup_running_head (copy);
}

/**
 * galley_manuscript_dup_running_foot:
 *
 * Returns: (transfer full): a line for the foot of each page, to stand before its number: when the
 *   copy was made, and of the annotated article how its check stood then
 */
char *
galley_manuscript_dup_running_foot (GalleyCopy *copy)
{
  GalleyReport *report = galley_copy_get_report (copy);
  const GalleyReportOptions *options = galley_report_get_options (report);
  g_autofree char *time = galley_when_format (options->exported_at);
  g_autofree char *state = NULL;

  if (options->layout == GALLEY_LAYOUT_ANNOTATED)
    state = galley_words_sum_up (report);

  return g_strconcat (state != NULL ? state : "", state != NULL ? " · " : "",
                      time != NULL ? time : "", time != NULL ? " · " : "", NULL);
}
