/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyNumberFormat:
 * @GALLEY_NUMBER_NONE: no number
 * @GALLEY_NUMBER_BULLET: a sign
 * @GALLEY_NUMBER_DECIMAL: 1, 2, 3
 * @GALLEY_NUMBER_DECIMAL_ZERO: 01, 02, 03
 * @GALLEY_NUMBER_LOWER_LETTER: a, b, c, …, z, aa, bb
 * @GALLEY_NUMBER_UPPER_LETTER: A, B, C
 * @GALLEY_NUMBER_LOWER_ROMAN: i, ii, iii
 * @GALLEY_NUMBER_UPPER_ROMAN: I, II, III
 *
 * How the items of a list are counted.
 */
typedef enum
{
  GALLEY_NUMBER_NONE,
  GALLEY_NUMBER_BULLET,
  GALLEY_NUMBER_DECIMAL,
  GALLEY_NUMBER_DECIMAL_ZERO,
  GALLEY_NUMBER_LOWER_LETTER,
  GALLEY_NUMBER_UPPER_LETTER,
  GALLEY_NUMBER_LOWER_ROMAN,
  GALLEY_NUMBER_UPPER_ROMAN,
} GalleyNumberFormat;

void galley_list_number_append (GString *text, GalleyNumberFormat format, int number);
char *galley_list_marker_new (guint level, const char *sign) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
