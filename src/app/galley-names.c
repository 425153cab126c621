/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-names.h"

/**
 * galley_names_shorten:
 * @name: what somebody is called
 *
 * A name may be of any length, and what is said beside it is to be seen all the same.
 *
 * Returns: (transfer full): the name on one line, at most %GALLEY_NAMES_MAX characters of it; its
 *   middle is left out, since both ends tell people apart
 */
char *
galley_names_shorten (const char *name)
{
  glong length = g_utf8_strlen (name, -1), half = (GALLEY_NAMES_MAX - 1) / 2;
  g_autofree char *line = g_strdup (name);
  g_autofree char *start = NULL;

  g_strdelimit (line, "\r\n\t", ' ');
  if (length <= GALLEY_NAMES_MAX)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, half);
  return g_strconcat (start, "…", g_utf8_offset_to_pointer (line, length - half), NULL);
}

/* Whether a line can be broken at a character: at a space, and in scripts that have none between
 * words. */
static gboolean
is_breakable (gunichar character)
{
  return g_unichar_isspace (character) || g_unichar_iswide (character) ||
         g_unichar_break_type (character) == G_UNICODE_BREAK_COMPLEX_CONTEXT;
}

/* Where a word ends that begins at @p; @out_length is how long it is, in characters. */
static const char *
find_end (const char *p, glong *out_length)
{
  glong length = 0;

  for (; *p != '\0' && !is_breakable (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    length++;
  *out_length = length;

  return p;
}

/**
 * galley_names_tame:
 * @text: what somebody wrote; may be of any length
 *
 * It takes many seconds to break a single word of thousands of letters into lines. There are no
 * such words, but there are files and addresses that were pasted.
 *
 * Returns: (transfer full): the text to show; of words with more than %GALLEY_NAMES_MAX_WORD
 *   characters both ends
 */
char *
galley_names_tame (const char *text)
{
  GString *tame = g_string_new (NULL);
  glong half = (GALLEY_NAMES_MAX_WORD - 1) / 2, length;

  while (*text != '\0')
    {
      const char *end = find_end (text, &length);

      if (length <= GALLEY_NAMES_MAX_WORD)
        g_string_append_len (tame, text, end - text);
      else
        {
          const char *head_end = g_utf8_offset_to_pointer (text, half);
          const char *tail = g_utf8_offset_to_pointer (head_end, length - 2 * half);

          g_string_append_len (tame, text, head_end - text);
          g_string_append (tame, "…");
          g_string_append_len (tame, tail, end - tail);
        }
      for (text = end; *text != '\0' && is_breakable (g_utf8_get_char (text));
           text = g_utf8_next_char (text))
        g_string_append_unichar (tame, g_utf8_get_char (text));
    }

  return g_string_free (tame, FALSE);
}
