/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-address.h"

#include "galley-names.h"

/**
 * galley_address_show:
 * @label: where
 * @address: what may be an address
 *
 * Shows a text. Only what a browser or mail program opens becomes a link; anything else is text.
 */
void
galley_address_show (GtkLabel *label, const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);
  g_autofree char *tame = galley_names_tame (address);
  g_autofree char *escaped = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *markup = NULL;

  if (g_strcmp0 (scheme, "http") != 0 && g_strcmp0 (scheme, "https") != 0 &&
      g_strcmp0 (scheme, "mailto") != 0)
    {
      gtk_label_set_text (label, tame);
      return;
    }

  escaped = g_markup_escape_text (address, -1);
  shown = g_markup_escape_text (tame, -1);
  markup = g_strdup_printf ("<a href=\"%s\">%s</a>", escaped, shown);
  gtk_label_set_markup (label, markup);
}
