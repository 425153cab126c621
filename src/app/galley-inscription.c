/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-inscription.h"

/* A GtkInscription takes the same room whatever it says, so that neither a long list nor a number
 * that changes with each key makes the window lay itself out anew. A GtkLabel would. */

/* What surely fits on a line of the narrowest pane, in code points. */
#define MAX_SHORT 24

/**
 * galley_inscription_set_row:
 * @inscription: where the words of a row stand
 * @words: a title or a claim
 *
 * Shows up to two lines of @words in a row of a list. A list makes some two hundred rows for the
 * ten that are seen, so no row may be laid out to learn its height: short words get a line and all
 * others two.
 */
void
galley_inscription_set_row (GtkInscription *inscription, const char *words)
{
  g_return_if_fail (GTK_IS_INSCRIPTION (inscription) && words != NULL);

  gtk_inscription_set_text (inscription, words);
  gtk_inscription_set_min_lines (inscription, g_utf8_strlen (words, -1) <= MAX_SHORT ? 1 : 2);
}

/**
 * galley_inscription_set_line:
 * @inscription: where they stand
 * @words: a few words or a number
 *
 * Shows @words on one line that is wide enough for them. Its width changes with the length of the
 * words alone.
 */
void
galley_inscription_set_line (GtkInscription *inscription, const char *words)
{
  g_return_if_fail (GTK_IS_INSCRIPTION (inscription) && words != NULL);

  gtk_inscription_set_text (inscription, words);
  gtk_inscription_set_min_chars (inscription, g_utf8_strlen (words, -1));
}
