/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyPosition:
 * @GALLEY_POSITION_LINE: on the line
 * @GALLEY_POSITION_RAISED: above it, as exponents and the signs of notes are
 * @GALLEY_POSITION_LOWERED: below it
 *
 * How high words stand.
 */
typedef enum
{
  GALLEY_POSITION_LINE,
  GALLEY_POSITION_RAISED,
  GALLEY_POSITION_LOWERED,
} GalleyPosition;

/**
 * GalleyRaised:
 *
 * What was written last to some words, if it does not stand on the line. All zero to begin with.
 */
typedef struct
{
  /*< private >*/
  GalleyPosition position;
  gsize start_bytes;
  gboolean is_over;
} GalleyRaised;

void galley_raised_append (GalleyRaised *self,
                           GalleyPosition position,
                           GString *words,
                           const char *utf8,
                           gsize length_bytes);
void galley_raised_end (GalleyRaised *self, GString *words);
char *galley_raised_dup (const char *utf8) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
