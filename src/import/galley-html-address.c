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

  resolved = base != NULL ? g_uri_resolve_relative (base, trimmed, FLAGS, NULL) : NULL;
  return resolved != NULL ? resolved : g_steal_pointer (&trimmed);
}
