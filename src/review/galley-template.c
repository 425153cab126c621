/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-template.h"

#include <string.h>

/* Stands where there is nothing to put. */
#define NOTHING "…"

/* What @name, of @length bytes, stands for; NULL if it is no placeholder. */
static const char *
find_words (const char *name, gsize length, const GalleyTemplateWords *words)
{
  const struct
  {
    const char *name;
    const char *words;
  } known[] = {
    { "claim", words->claim },
    { "source", words->source },
    { "date", words->date },
    { "name", words->name },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strlen (known[i].name) == length && strncmp (known[i].name, name, length) == 0)
      return known[i].words != NULL ? known[i].words : NOTHING;

  return NULL;
}

/**
 * galley_template_fill:
 * @text: a text with placeholders in braces
 * @words: what they stand for
 *
 * Puts words in the place of the placeholders, and an ellipsis for those that there are no words
 * for. Braces around anything else are left alone, and words are not looked at again.
 *
 * Returns: (transfer full): the text
 */
char *
galley_template_fill (const char *text, const GalleyTemplateWords *words)
{
  GString *filled = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = *text == '{' ? strpbrk (text + 1, "{}") : NULL;
      const char *found =
          end != NULL && *end == '}' ? find_words (text + 1, end - text - 1, words) : NULL;

      if (found != NULL)
        {
          g_string_append (filled, found);
          text = end + 1;
        }
      else
        g_string_append_c (filled, *text++);
    }

  return g_string_free (filled, FALSE);
}
