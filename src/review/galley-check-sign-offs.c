/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-check-private.h"

/**
 * galley_check_get_sign_offs:
 *
 * Returns: (transfer none) (nullable) (element-type GalleySignOff): the sign-offs of the article,
 *   those that ended too, in the order of time, as the library had them at the moment at which it
 *   had all else that the check was made of. They do not change with the check: what is printed is
 *   of one that was just read. %NULL for an earlier draft, and for what a second reader is shown
 */
GPtrArray *
galley_check_get_sign_offs (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return self->sign_offs;
}

/**
 * galley_check_set_sign_offs:
 * @sign_offs: (element-type GalleySignOff): as of galley_check_get_sign_offs(); not changed any
 * more
 *
 * Says who has signed, once. For the desk.
 */
void
galley_check_set_sign_offs (GalleyCheck *self, GPtrArray *sign_offs)
{
  g_return_if_fail (GALLEY_IS_CHECK (self) && sign_offs != NULL && self->sign_offs == NULL);

  self->sign_offs = g_ptr_array_ref (sign_offs);
}
