/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-desk-private.h"

/* Keeping the library safe. */

/**
 * galley_desk_verify:
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each thing that is wrong with the
 *   library; empty if nothing is; or %NULL
 */
GPtrArray *
galley_desk_verify (GalleyDesk *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  return galley_library_verify (self->library, error);
}

/**
 * galley_desk_renew_index:
 *
 * Makes anew what serves searching.
 *
 * Returns: whether that is durable
 */
gboolean
galley_desk_renew_index (GalleyDesk *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), FALSE);

  return galley_library_renew_index (self->library, error);
}

/**
 * galley_desk_backup:
 * @path: the backup's file
 *
 * Returns: whether a backup is there and was checked
 */
gboolean
galley_desk_backup (GalleyDesk *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), FALSE);

  return galley_library_backup (self->library, path, error);
}

/**
 * galley_desk_list_set_aside:
 *
 * Returns: (transfer full) (element-type filename): the names of the files beside the library that
 *   hold what it was before backups were restored
 */
GPtrArray *
galley_desk_list_set_aside (GalleyDesk *self)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  return galley_library_list_set_aside (self->library);
}
