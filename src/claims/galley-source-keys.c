/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-source-keys.h"

#include "galley-fold.h"

#include <string.h>

/**
 * galley_source_keys_new:
 *
 * Returns: (transfer full): keys of no sources yet
 */
GalleySourceKeys *
galley_source_keys_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, /* value_destroy_func= */ NULL);
}

void
galley_source_keys_free (GalleySourceKeys *self)
{
  g_hash_table_unref (self);
}

/* Two addresses are one if they differ in the scheme, in "www.", in the case of the host or in a
 * slash at the end; the case of an identifier does not matter at all. */
static char *
make_address_key (const char *address)
{
  const char *colon = address != NULL ? strstr (address, "://") : NULL;
  const char *host = colon != NULL ? colon + 3 : NULL;
  g_autofree char *lower = NULL;
  gsize length_bytes;
  char *key;

  if (host == NULL)
    return address != NULL && *address != '\0' ? galley_fold (address) : NULL;
  if (g_ascii_strncasecmp (host, "www.", 4) == 0)
    host += 4;
  if (g_ascii_strncasecmp (host, "dx.doi.org/", 11) == 0)
    host += 3;
  if (g_ascii_strncasecmp (host, "doi.org/", 8) == 0)
    return g_ascii_strdown (host, -1);

  length_bytes = strcspn (host, "/?#");
  lower = g_ascii_strdown (host, length_bytes);
  key = g_strconcat (lower, host + length_bytes, NULL);
  if (g_str_has_suffix (key, "/"))
    key[strlen (key) - 1] = '\0';
  return key;
}

/* A title alone says little: there are many home pages. Without an author and a date, what has
 * another address is another source. */
static char *
make_title_key (const GalleySourceFields *fields, const char *address_key)
{
  static const GalleySourceText parts[] = { GALLEY_SOURCE_TITLE, GALLEY_SOURCE_AUTHOR,
                                            GALLEY_SOURCE_PUBLISHED };
  GString *key = g_string_new ("\n");
  gboolean is_title_alone = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *words = fields->texts[parts[i]];
      g_autofree char *folded = galley_fold (words != NULL ? words : "");

      is_title_alone = is_title_alone && (i == 0 || *folded == '\0');
      g_string_append_printf (key, "%s\n", folded);
    }
  if (is_title_alone && address_key != NULL)
    g_string_append (key, address_key);

  return g_string_free (key, FALSE);
}

/**
 * galley_source_keys_add:
 * @fields: a source
 *
 * Returns: %FALSE if a source was added before that is the same
 */
gboolean
galley_source_keys_add (GalleySourceKeys *self, const GalleySourceFields *fields)
{
  char *address = make_address_key (fields->texts[GALLEY_SOURCE_ADDRESS]);
  char *title = make_title_key (fields, address);
  gboolean is_new = (address == NULL || !g_hash_table_contains (self, address)) &&
                    !g_hash_table_contains (self, title);

  if (address != NULL)
    g_hash_table_add (self, address);
  g_hash_table_add (self, title);

  return is_new;
}
