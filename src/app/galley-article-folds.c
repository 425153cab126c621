/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-folds.h"

#include <string.h>

/* GTK lays out a paragraph at once, anew with every verdict in it, and reckons its height modulo
 * 65,536 pixels: of one with a hundred thousand characters the end cannot be scrolled to. So what
 * is shown of such a paragraph has a line end in place of a space, here and there: as many
 * characters, and the article's own text stays as it is. */

/* Bytes. A page has some 3,000 characters, and a paragraph of more than seven pages hardly anybody
 * writes. */
#define MAX_LINE 20000
#define PIECE 8000

/* A piece ends with a sentence unless none does in so many bytes. */
#define MAX_SENTENCE 2000

/* Where the space is that ends the piece which goes on to @from at least, or %NULL. */
static const char *
find_fold (const char *from, const char *end)
{
  const char *first = memchr (from, ' ', end - from);

  for (const char *space = first; space != NULL && space - from < MAX_SENTENCE;
       space = memchr (space + 1, ' ', end - space - 1))
    if (strchr (".!?", space[-1]) != NULL)
      return space;

  return first;
}

static void
fold_line (char *line, gsize length_bytes)
{
  char *end = line + length_bytes;

  while (end - line > MAX_LINE)
    {
      const char *fold = find_fold (line + PIECE, end);

      if (fold == NULL)
        return;
      line += fold - line;
      *line++ = '\n';
    }
}

/**
 * galley_article_fold:
 * @utf8: an article's text
 * @length_bytes: of it
 *
 * Returns: (transfer full) (nullable): the text with no longer lines than can be shown, as far as
 *   there are spaces in them, character for character in the same places; %NULL if @utf8 is so
 */
char *
galley_article_fold (const char *utf8, gsize length_bytes)
{
  const char *end = utf8 + length_bytes;
  char *folded = NULL;

  for (const char *line = utf8; line < end;)
    {
      const char *line_end = memchr (line, '\n', end - line);
      gsize line_bytes = (line_end != NULL ? line_end : end) - line;

      if (line_bytes > MAX_LINE)
        {
          if (folded == NULL)
            {
              folded = g_malloc (length_bytes + 1);
              memcpy (folded, utf8, length_bytes);
              folded[length_bytes] = '\0';
            }
          fold_line (folded + (line - utf8), line_bytes);
        }
      line += line_bytes + 1;
    }

  return folded;
}
