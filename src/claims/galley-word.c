/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-word.h"

/**
 * galley_word_find:
 * @words: (array length=n_words): a list
 * @n_words: its length
 * @nick: (nullable): a name
 *
 * Returns: the index of @nick in @words, or -1
 */
int
galley_word_find (const GalleyWord *words, guint n_words, const char *nick)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (nick, words[i].nick) == 0)
      return i;

  return -1;
}
