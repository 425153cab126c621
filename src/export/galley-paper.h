/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyPaper:
 * @GALLEY_PAPER_OF_LOCALE: what is used where the reader is
 * @GALLEY_PAPER_A4: A4
 * @GALLEY_PAPER_LETTER: US Letter
 *
 * What pages are printed on. The nicks are typed in commands: frozen.
 */
typedef enum
{
  GALLEY_PAPER_OF_LOCALE,
  GALLEY_PAPER_A4,
  GALLEY_PAPER_LETTER,
} GalleyPaper;

gboolean galley_paper_from_nick (const char *nick, GalleyPaper *out_paper);
void galley_paper_get_size (GalleyPaper paper, double *out_width, double *out_height);

G_END_DECLS
