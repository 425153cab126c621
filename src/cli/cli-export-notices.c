/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-export-notices.h"

#include "cli.h"

#include <glib/gi18n-lib.h>

/* Whether readers would be given the claim's sentence with its verdict. */
static gboolean
has_sentence_for_readers (GalleyClaim *claim, gboolean is_reviews)
{
  return is_reviews ? galley_claim_is_publishable (claim)
                    : galley_claim_get_status (claim) == GALLEY_STATUS_CONFIRMED;
}

/**
 * cli_complain_of_new_sentences:
 * @report: what goes out
 * @format: in which format
 *
 * Readers are shown no verdict on a sentence that nobody has judged. Tells the desk why they are
 * given other words than it has written for them.
 */
void
cli_complain_of_new_sentences (GalleyReport *report, const GalleyExportFormat *format)
{
  GPtrArray *claims = galley_report_get_claims (report);
  gboolean is_reviews = g_str_equal (format->nick, "claimreview");
  guint n = 0;

  if (!is_reviews && (format->layouts == 0 ||
                      galley_report_get_options (report)->layout != GALLEY_LAYOUT_PUBLICATION))
    return;

  for (guint i = 0; i < claims->len; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (claims, i);

      n += galley_claim_has_new_sentence (claim) && has_sentence_for_readers (claim, is_reviews);
    }
  if (n > 0)
    cli_complain (
        ngettext ("%s: %u claim is given in the words of the article, as its sentence was "
                  "written after the verdict",
                  "%s: %u claims are given in the words of the article, as their "
                  "sentences were written after the verdicts",
                  n),
        galley_report_get_title (report), n);
}
