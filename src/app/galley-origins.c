/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-origins.h"

#include "galley-settings.h"

/* Which files articles came from, at this desk. It is no matter of the library: on another machine
 * the files lie elsewhere. In the settings it is the id of the article with the address of the file
 * and the digest of what somebody last made a draft of, or did not want to. */

/* So many articles are remembered, those of which something was noted last. */
#define MAX_ARTICLES 200

/**
 * galley_origins_note:
 * @article_id: an article
 * @uri: address of a file on this machine
 * @sha256: digest of what is in it, in hexadecimal
 *
 * Remembers where an article comes from.
 */
void
galley_origins_note (const char *article_id, const char *uri, const char *sha256)
{
  const char *const file[] = { uri, sha256, NULL };

  galley_settings_put_first ("article-files", article_id, file, MAX_ARTICLES);
}

/**
 * galley_origins_find:
 * @article_id: an article
 * @out_uri: (out) (transfer full): address of the file that it came from
 * @out_sha256: (out) (transfer full): digest of what was in it when somebody last decided about it
 *
 * Returns: whether that is known
 */
gboolean
galley_origins_find (const char *article_id, char **out_uri, char **out_sha256)
{
  g_autoptr (GVariant) all = galley_settings_get_keys ("article-files");
  g_auto (GStrv) file = NULL;

  if (all == NULL || !g_variant_lookup (all, article_id, "^as", &file) || g_strv_length (file) != 2)
    return FALSE;

  *out_uri = g_strdup (file[0]);
  *out_sha256 = g_strdup (file[1]);
  return TRUE;
}
