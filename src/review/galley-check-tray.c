/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-check.h"

/**
 * galley_check_get_n_waiting:
 *
 * Returns: how many claims wait in the tray to be re-linked or retired
 */
guint
galley_check_get_n_waiting (GalleyCheck *self)
{
  GalleyClaimList *tray = galley_check_get_tray (self);
  guint n_waiting = 0;

  for (guint i = 0; i < galley_claim_list_get_n_claims (tray); i++)
    n_waiting +=
        galley_place_is_waiting (galley_claim_get_place (galley_claim_list_peek (tray, i)));

  return n_waiting;
}
