/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-check-private.h"

/**
 * galley_check_get_tray:
 *
 * Returns: (transfer none): the claims that stand on no words of the draft, always the same list:
 *   those that wait to be re-linked or retired, and those that were retired. Their ranges are of
 *   older drafts.
 */
GalleyClaimList *
galley_check_get_tray (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return self->tray;
}

/**
 * galley_check_set_tray:
 * @claims: (element-type GalleyClaim): claims that stand on no words of the draft
 *
 * Says what is in the tray, once. For the desk.
 */
void
galley_check_set_tray (GalleyCheck *self, GPtrArray *claims)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_return_if_fail (GALLEY_IS_CHECK (self) && claims != NULL);

  galley_claim_list_update (self->tray, claims, none);
}

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

/**
 * galley_check_list_waiting:
 *
 * Returns: (transfer full) (element-type GalleyClaim): copies of the claims that wait in the tray,
 *   of which each says what was decided on the words that it had
 */
GPtrArray *
galley_check_list_waiting (GalleyCheck *self)
{
  GalleyClaimList *tray = galley_check_get_tray (self);
  GPtrArray *waiting = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < galley_claim_list_get_n_claims (tray); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (tray, i);
      GalleyClaimFields fields;

      if (galley_claim_get_former (claim) == NULL ||
          !galley_place_is_waiting (galley_claim_get_place (claim)))
        continue;
      galley_claim_get_fields (claim, &fields);
      g_ptr_array_add (waiting, galley_claim_new (galley_claim_get_id (claim), &fields));
    }

  return waiting;
}

/**
 * galley_check_sort_claims:
 * @standing: the claims that stand on words of the draft
 * @tray: those that do not
 * @changed: (element-type GalleyClaim): claims as they are now
 * @gone_ids: (element-type utf8): claims that are not there any more
 *
 * Takes over what has changed: a claim is in one of the two lists at most.
 */
void
galley_check_sort_claims (GalleyClaimList *standing,
                          GalleyClaimList *tray,
                          GPtrArray *changed,
                          GPtrArray *gone_ids)
{
  g_autoptr (GPtrArray) to_stand = g_ptr_array_new ();
  g_autoptr (GPtrArray) to_lie = g_ptr_array_new ();
  g_autoptr (GPtrArray) not_standing = g_ptr_array_new ();
  g_autoptr (GPtrArray) not_lying = g_ptr_array_new ();

  for (guint i = 0; i < changed->len; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (changed, i);
      gboolean stands = galley_place_is_standing (galley_claim_get_place (claim));

      g_ptr_array_add (stands ? to_stand : to_lie, claim);
      g_ptr_array_add (stands ? not_lying : not_standing, (gpointer) galley_claim_get_id (claim));
    }
  for (guint i = 0; i < gone_ids->len; i++)
    {
      g_ptr_array_add (not_standing, g_ptr_array_index (gone_ids, i));
      g_ptr_array_add (not_lying, g_ptr_array_index (gone_ids, i));
    }

  galley_claim_list_update (standing, to_stand, not_standing);
  galley_claim_list_update (tray, to_lie, not_lying);
}
