/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-desk-private.h"

/**
 * galley_desk_list_sources:
 *
 * Returns: (transfer full) (element-type GalleySource): the source log, newest first; or %NULL
 */
GPtrArray *
galley_desk_list_sources (GalleyDesk *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  return galley_library_list_sources (self->library, error);
}

/**
 * galley_desk_list_queries:
 * @open_only: whether those that have an answer or a decision are left out
 *
 * Returns: (transfer full) (element-type GalleyQueryPlace): the queries of all articles, those due
 *   first first; or %NULL
 */
GPtrArray *
galley_desk_list_queries (GalleyDesk *self,
                          gboolean open_only,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  return galley_library_list_queries (self->library, open_only, error);
}

/**
 * galley_desk_list_uses:
 * @source_id: (nullable): UUID of a source; %NULL for all of the log
 *
 * Returns: (transfer full) (element-type GalleySourceUse): for which claims sources are used, in
 *   the order of articles and words; or %NULL
 */
GPtrArray *
galley_desk_list_uses (GalleyDesk *self,
                       const char *source_id,
                       GCancellable *cancellable,
                       GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  return galley_library_list_uses (self->library, source_id, error);
}

/**
 * galley_desk_load_requirements:
 *
 * Returns: (transfer full): what the desk of this library wants; or %NULL
 */
GalleyRequirements *
galley_desk_load_requirements (GalleyDesk *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) settings = galley_desk_list_settings (self, cancellable, error);

  return settings != NULL ? galley_requirements_new (settings) : NULL;
}

/**
 * galley_desk_list_settings:
 *
 * Returns: (transfer full) (element-type utf8 utf8): the settings of this library that were
 *   changed, by name; or %NULL
 */
GHashTable *
galley_desk_list_settings (GalleyDesk *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  return galley_library_list_settings (self->library, error);
}

/**
 * galley_desk_read_attachment:
 * @sha256: digest of a file that was attached to a source
 *
 * Returns: (transfer full): the file's bytes, which are those that were attached; or %NULL
 */
GBytes *
galley_desk_read_attachment (GalleyDesk *self,
                             const char *sha256,
                             GCancellable *cancellable,
                             GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self) && sha256 != NULL, NULL);

  return galley_library_read_attachment (self->library, sha256, error);
}
