/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-paper.h"

#include <langinfo.h>

/* Millimetres; where Letter is in use the locale says 216. */
#define LETTER_WIDTH_MM 216

/**
 * galley_paper_from_nick:
 * @nick: (nullable): a name
 * @out_paper: (out): the paper; untouched if @nick is unknown
 *
 * Returns: whether @nick names a paper
 */
gboolean
galley_paper_from_nick (const char *nick, GalleyPaper *out_paper)
{
  if (g_strcmp0 (nick, "a4") == 0)
    *out_paper = GALLEY_PAPER_A4;
  else if (g_strcmp0 (nick, "letter") == 0)
    *out_paper = GALLEY_PAPER_LETTER;
  else
    return FALSE;

  return TRUE;
}

/* glibc gives the number itself where it gives a string for most other things. */
static gboolean
is_letter_locale (void)
{
  return GPOINTER_TO_SIZE (nl_langinfo (_NL_PAPER_WIDTH)) == LETTER_WIDTH_MM;
}

/**
 * galley_paper_get_size:
 * @out_width: (out): points, 72 to the inch
 * @out_height: (out): likewise
 *
 * Says how large a page is.
 */
void
galley_paper_get_size (GalleyPaper paper, double *out_width, double *out_height)
{
  gboolean is_letter =
      paper == GALLEY_PAPER_LETTER || (paper == GALLEY_PAPER_OF_LOCALE && is_letter_locale ());

  *out_width = is_letter ? 612 : 210 / 25.4 * 72;
  *out_height = is_letter ? 792 : 297 / 25.4 * 72;
}
