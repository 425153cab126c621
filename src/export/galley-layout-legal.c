/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-layout-private.h"

#include <glib/gi18n-lib.h>

static void
add_summary (GalleyCopy *copy, const guint *n_starred)
{
  static const GalleyStatus order[] = { GALLEY_STATUS_CONFIRMED, GALLEY_STATUS_DISPUTED,
                                        GALLEY_STATUS_PENDING };
  guint n = n_starred[0] + n_starred[1] + n_starred[2];
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u passage is marked for the legal reader",
                                 "%u passages are marked for the legal reader", n),
                       n);

  galley_copy_begin (copy, GALLEY_COPY_SUMMARY);
  galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_WARNING,
                   _ ("For the legal reader. Not to be passed on."));
  galley_layout_add_facts (copy);
  galley_layout_add_sign_offs (copy);
  galley_layout_add_count (copy, count);
  for (guint i = 0; n > 0 && i < G_N_ELEMENTS (order); i++)
    galley_layout_add_status_count (copy, order[i], n_starred[order[i]]);
  galley_copy_end (copy);
}

/**
 * galley_layout_set_legal:
 *
 * What is marked for the legal reader, in the order of the article, with the words around it and
 * all that is known about it; and what has no words in the draft, for what became of them may stand
 * there without a mark.
 */
void
galley_layout_set_legal (GalleyCopy *copy)
{
  GPtrArray *claims = galley_report_get_claims (galley_copy_get_report (copy));
  guint n_starred[GALLEY_N_STATUSES] = { 0 };
  gboolean has_any = FALSE;

  for (guint i = 0; i < claims->len; i++)
    if (galley_claim_is_starred (g_ptr_array_index (claims, i)))
      {
        n_starred[galley_copy_get_status (copy, i)]++;
        has_any = TRUE;
      }

  galley_layout_add_title (copy, _ ("Legal copy"));
  add_summary (copy, n_starred);
  galley_layout_begin_section (copy, _ ("Starred Passages"));
  if (!has_any)
    galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_NOTHING,
                     _ ("No passage is marked for the legal reader."));
  for (guint i = 0; i < claims->len; i++)
    if (galley_claim_is_starred (g_ptr_array_index (claims, i)))
      galley_layout_add_claim (copy, i, GALLEY_ENTRY_HAS_SURROUNDINGS | GALLEY_ENTRY_HAS_THREAD);
  galley_copy_end (copy);
  galley_layout_add_waiting (copy, GALLEY_ENTRY_HAS_THREAD);
}
