/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-quoted.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Somebody's words between the quotation marks of the user's language. Words that have such marks
 * themselves stand between the inner marks, as a quotation within another does; never between none,
 * as nobody could tell then whether the marks belong to the words.
 */

/**
 * galley_quoted_find_marks:
 * @words: words, in UTF-8
 * @out_opening: (out) (transfer none): what to write before them
 * @out_closing: (out) (transfer none): what to write behind them
 */
void
galley_quoted_find_marks (const char *words, const char **out_opening, const char **out_closing)
{
  /* Translators: before somebody's words. */
  const char *opening = _ ("“");
  /* Translators: behind somebody's words. */
  const char *closing = _ ("”");
  /* Translators: before a quotation within another. */
  const char *inner_opening = _ ("‘");
  /* Translators: behind a quotation within another. */
  const char *inner_closing = _ ("’");
  gboolean has_marks = strstr (words, opening) != NULL || strstr (words, closing) != NULL ||
                       strchr (words, '"') != NULL;
  gboolean is_inner = has_marks && !g_str_has_prefix (words, inner_opening);

  *out_opening = is_inner ? inner_opening : opening;
  *out_closing = is_inner ? inner_closing : closing;
}

/**
 * galley_quoted:
 * @words: words, in UTF-8
 *
 * Returns: (transfer full): the words between quotation marks
 */
char *
galley_quoted (const char *words)
{
  const char *opening, *closing;

  galley_quoted_find_marks (words, &opening, &closing);

  return g_strconcat (opening, words, closing, NULL);
}
