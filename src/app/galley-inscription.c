/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-inscription.h"

/* A GtkInscription takes the same room whatever it says, so that a number that changes with each
 * key does not make the window lay itself out anew. A GtkLabel would. */

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
