/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-layout-private.h"

#include <glib/gi18n-lib.h>

/**
 * galley_layout_set_annotated:
 *
 * First what the article is and how its check stands, then its words with the claims marked, then
 * the claims, then what was dismissed.
 */
void
galley_layout_set_annotated (GalleyCopy *copy)
{
  guint n_claims = galley_report_get_claims (galley_copy_get_report (copy))->len, n_pieces;

  galley_layout_add_headline (copy, _ ("Reviewed version"), &n_pieces);
  galley_copy_begin (copy, GALLEY_COPY_SUMMARY);
  galley_layout_add_facts (copy);
  galley_layout_add_sign_offs (copy);
  galley_layout_add_state (copy);
  galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_LEGEND,
                   _ ("In the text, the sign with a number behind the words of a claim leads to "
                      "what was found out about it."));
  galley_copy_end (copy);
  galley_layout_add_article (copy, n_pieces);

  if (n_claims > 0)
    {
      galley_layout_begin_section (copy, _ ("Claims"));
      for (guint i = 0; i < n_claims; i++)
        galley_layout_add_claim (copy, i, GALLEY_ENTRY_LEADS_TO_WORDS);
      galley_copy_end (copy);
    }
  galley_layout_add_waiting (copy, /* traits= */ 0);
  galley_layout_add_dismissals (copy);
}
