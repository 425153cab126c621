/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-address.h"

#include <string.h>

#define FLAGS (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED)

/* What a link may lead to; the rest are scripts and data. */
static const char *const schemes[] = {
  "http", "https", "mailto", "tel", "ftp", "doi", "urn", NULL
};

/**
 * galley_html_address_is_web:
 *
 * Returns: whether @address is a whole one of http or https
 */
gboolean
galley_html_address_is_web (const char *address)
{
  return (g_ascii_strncasecmp (address, "http://", 7) == 0 ||
          g_ascii_strncasecmp (address, "https://", 8) == 0) &&
         strlen (address) > 10 && strpbrk (address, " \t\r\n<>\"") == NULL;
}

/**
 * galley_html_address_is_sound:
 * @uri: an address
 *
 * GLib reads "http://a;b" as the host "a" with the path ";b", and then cannot write that down.
 *
 * Returns: whether it can be written down
 */
gboolean
galley_html_address_is_sound (GUri *uri)
{
  const char *path = g_uri_get_path (uri);

  return g_uri_get_host (uri) != NULL ? *path == '\0' || *path == '/'
                                      : !g_str_has_prefix (path, "//");
}

/**
 * galley_html_address_join:
 * @base: a whole address
 * @reference: an address that may count from @base
 *
 * Returns: (transfer full) (nullable): where @reference leads, or %NULL if it makes no address
 */
char *
galley_html_address_join (const char *base, const char *reference)
{
  g_autoptr (GUri) whole = g_uri_parse (base, FLAGS, /* error= */ NULL);
  g_autoptr (GUri) uri =
      whole != NULL ? g_uri_parse_relative (whole, reference, FLAGS, /* error= */ NULL) : NULL;

  return uri != NULL && galley_html_address_is_sound (uri) ? g_uri_to_string (uri) : NULL;
}

/**
 * galley_html_address_resolve:
 * @base: (nullable): the address of the page, or %NULL if it is not known
 * @reference: an address that stands in the page
 *
 * Returns: (transfer full) (nullable): where @reference leads; it stays relative without @base;
 *   %NULL if it leads nowhere but to another place of the page, or runs a script
 */
char *
galley_html_address_resolve (const char *base, const char *reference)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (reference));
  g_autofree char *scheme = g_uri_parse_scheme (trimmed);
  char *resolved;

  if (*trimmed == '\0' || *trimmed == '#')
    return NULL;
  if (scheme != NULL)
    {
      g_autofree char *folded = g_ascii_strdown (scheme, -1);

      return g_strv_contains (schemes, folded) ? g_steal_pointer (&trimmed) : NULL;
    }

  resolved = base != NULL ? galley_html_address_join (base, trimmed) : NULL;
  return resolved != NULL ? resolved : g_steal_pointer (&trimmed);
}
