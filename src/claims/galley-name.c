/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-name.h"

/* Signs that nobody sees, and that names are written without: those that turn the direction of what
 * follows, and spaces of no width. A joiner is not one of them: names of some scripts need it. */
static gboolean
is_unseen (gunichar sign)
{
  return sign == 0x061c || sign == 0x200b || sign == 0x200e || sign == 0x200f || sign == 0x2060 ||
         sign == 0xfeff || (sign >= 0x202a && sign <= 0x202e) || (sign >= 0x2066 && sign <= 0x2069);
}

/**
 * galley_name_clean:
 * @name: what somebody typed as a person's name
 *
 * Writes a name in one way, so that one person does not become two: composed (Unicode NFC), without
 * signs that nobody sees, and with single spaces between words only.
 *
 * Returns: (transfer full): the name; empty if nothing is left
 */
char *
galley_name_clean (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autoptr (GString) clean = g_string_new (NULL);
  gboolean has_space = FALSE;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);

      if (is_unseen (sign))
        continue;
      if (g_unichar_isspace (sign) || g_unichar_iscntrl (sign))
        {
          has_space = TRUE;
          continue;
        }
      if (has_space && clean->len > 0)
        g_string_append_c (clean, ' ');
      has_space = FALSE;
      g_string_append_unichar (clean, sign);
    }

  /* What nobody sees may have stood between a letter and its accent. */
  return g_utf8_normalize (clean->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/**
 * galley_name_make_key:
 * @name: a person's
 *
 * Returns: (transfer full): what people tell names apart by; the same for names that look alike
 */
char *
galley_name_make_key (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  g_autofree char *decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString *key = g_string_new (NULL);

  for (const char *at = decomposed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);

      if (g_unichar_type (sign) != G_UNICODE_FORMAT && !g_unichar_isspace (sign) &&
          !g_unichar_iscntrl (sign))
        g_string_append_unichar (key, sign);
    }

  return g_string_free (key, FALSE);
}

/**
 * galley_name_looks_like:
 * @name: a person's
 * @other: maybe another's
 *
 * Returns: whether people would take one for the other: they differ in nothing but case, spaces,
 *   signs that nobody sees, or how the same letters are encoded
 */
gboolean
galley_name_looks_like (const char *name, const char *other)
{
  g_autofree char *key = galley_name_make_key (name);
  g_autofree char *other_key = galley_name_make_key (other);

  return g_str_equal (key, other_key);
}
