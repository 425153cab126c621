/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-key-search.h"

#include "galley-key-map.h"

#include <glib/gi18n.h>

/* Finds actions by words of what they do, and by their keys as these are shown, "Shift+Ctrl+F", in
 * any order of what is held. */

/* "ctrl+shift+f" becomes its three parts; of "ctrl++" the last one is "+". */
static char **
split_keys (const char *keys)
{
  char **parts = g_strsplit (keys, "+", -1);
  guint n_parts = g_strv_length (parts);

  for (guint i = 0; i < n_parts; i++)
    g_strstrip (parts[i]);
  if (n_parts >= 2 && *parts[n_parts - 2] == '\0' && *parts[n_parts - 1] == '\0')
    {
      g_free (parts[n_parts - 2]);
      parts[n_parts - 2] = g_strdup ("+");
      g_clear_pointer (&parts[n_parts - 1], g_free);
    }

  return parts;
}

static gboolean
is_held (char **keys, const char *part)
{
  for (; keys[0] != NULL && keys[1] != NULL; keys++)
    if (g_str_equal (*keys, part))
      return TRUE;

  return FALSE;
}

/* Whether the same is held in both, in whatever order, and the last of @keys is @query's or may
 * become that when somebody types on; or whether @query is nothing but some of what is held. */
static gboolean
match_keys (char **keys, char **query)
{
  guint n_keys = g_strv_length (keys), n_query = g_strv_length (query);

  for (guint i = 0; i < n_query - 1; i++)
    if (!is_held (keys, query[i]))
      return FALSE;
  if (is_held (keys, query[n_query - 1]))
    return TRUE;

  return n_keys == n_query && g_str_has_prefix (keys[n_keys - 1], query[n_query - 1]);
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *stripped = g_strstrip (g_strdup (normal != NULL ? normal : ""));

  return g_utf8_casefold (stripped, -1);
}

/* Words are matched by GLib, which knows no other characters than letters and digits. */
static gboolean
has_words (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

static gboolean
match_press (const GalleyKeyPress *press, char **query)
{
  g_autofree char *label = galley_key_press_get_label (press);
  g_autofree char *folded = fold (label);
  g_auto (GStrv) keys = split_keys (folded);

  return match_keys (keys, query);
}

static char *
list_words (const GalleyKey *key, const GalleyKeyPress *presses, guint n_presses)
{
  g_autoptr (GString) words = g_string_new (_ (key->label));

  for (guint i = 0; i < n_presses; i++)
    {
      g_autofree char *label = galley_key_press_get_label (&presses[i]);

      g_string_append_printf (words, " %s", label);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * galley_key_search_matches:
 * @key: an action
 * @query: what somebody typed
 *
 * Returns: whether the action is one that is looked for; every one is if @query is empty
 */
gboolean
galley_key_search_matches (const GalleyKey *key, const char *query)
{
  guint n_presses;
  const GalleyKeyPress *presses =
      galley_key_map_get_presses (galley_key_map_get_default (), key, &n_presses);
  g_autofree char *folded = fold (query);
  g_autofree char *words = list_words (key, presses, n_presses);
  g_auto (GStrv) parts = split_keys (folded);

  if (*folded == '\0')
    return TRUE;
  if (strchr (folded, '+') == NULL && has_words (folded))
    return g_str_match_string (query, words, /* accept_alternates= */ TRUE);

  for (guint i = 0; i < n_presses; i++)
    if (match_press (&presses[i], parts))
      return TRUE;

  return FALSE;
}
