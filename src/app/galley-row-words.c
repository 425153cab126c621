/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-row-words.h"

/* What surely fits on a line of the narrowest pane, in code points. */
#define MAX_SHORT 24

/**
 * galley_row_words_set:
 * @inscription: where the words of a row stand
 * @words: a title or a claim
 *
 * Shows up to two lines of @words in a row of a list. A list makes some two hundred rows for the
 * ten that are seen, so no row may be laid out to learn its height: short words get a line and all
 * others two.
 */
void
galley_row_words_set (GtkInscription *inscription, const char *words)
{
  guint n_lines = g_utf8_strlen (words, -1) <= MAX_SHORT ? 1 : 2;

  g_return_if_fail (GTK_IS_INSCRIPTION (inscription));

  gtk_inscription_set_text (inscription, words);
  gtk_inscription_set_min_lines (inscription, n_lines);
}
