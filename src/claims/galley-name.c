/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-name.h"

#include <string.h>

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

/**
 * galley_name_fold_words:
 * @text: a name, or words that may have names in them
 *
 * Returns: (transfer full): @text as names are told apart, with single spaces between words, to be
 *   searched with galley_name_is_within()
 */
char *
galley_name_fold_words (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  g_autofree char *decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString *words = g_string_new (NULL);
  gboolean has_space = FALSE;

  for (const char *at = decomposed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);

      if (g_unichar_type (sign) == G_UNICODE_FORMAT)
        continue;
      if (g_unichar_isspace (sign) || g_unichar_iscntrl (sign))
        {
          has_space = TRUE;
          continue;
        }
      if (has_space && words->len > 0)
        g_string_append_c (words, ' ');
      has_space = FALSE;
      g_string_append_unichar (words, sign);
    }

  return g_string_free (words, FALSE);
}

/* Whether a word goes on with @sign. Some scripts have no spaces between words: there nobody can
 * tell, and it does not. */
static gboolean
is_of_word (gunichar sign)
{
  switch (g_unichar_get_script (sign))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return FALSE;
    default:
      return g_unichar_isalnum (sign) || g_unichar_ismark (sign);
    }
}

/**
 * galley_name_is_within:
 * @name: a name of galley_name_fold_words()
 * @words: words of galley_name_fold_words()
 *
 * Returns: whether @name stands in @words, as whole words: nobody called Lee is in a sleep
 */
gboolean
galley_name_is_within (const char *name, const char *words)
{
  gsize length_bytes = strlen (name);

  if (length_bytes == 0)
    return FALSE;

  for (const char *at = strstr (words, name); at != NULL; at = strstr (at + 1, name))
    {
      const char *end = at + length_bytes;
      gboolean begins = at == words || !is_of_word (g_utf8_get_char (g_utf8_prev_char (at)));

      if (begins && (*end == '\0' || !is_of_word (g_utf8_get_char (end))))
        return TRUE;
    }

  return FALSE;
}
