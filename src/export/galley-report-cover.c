/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-report.h"

/**
 * galley_report_is_covered:
 *
 * Returns: whether @sign_off is in force and was given for exactly what the report holds. No
 *   signature may be printed as standing for anything else
 */
gboolean
galley_report_is_covered (GalleyReport *self, const GalleySignOff *sign_off)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self), FALSE);

  return galley_sign_off_is_in_force (sign_off) && sign_off->n_changes == 0 &&
         sign_off->article_changed_at ==
             galley_article_get_changed_at (galley_report_get_article (self));
}
