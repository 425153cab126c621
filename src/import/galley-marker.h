/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-lines.h"

G_BEGIN_DECLS

/**
 * GalleyMarkerKind:
 * @GALLEY_MARKER_NONE: no marker
 * @GALLEY_MARKER_BULLET: a sign that is used for nothing else ("•")
 * @GALLEY_MARKER_DASH: a sign that has other uses, too ("-", "–", "*")
 * @GALLEY_MARKER_ORDINAL: a number or a letter ("1.", "a)", "(2)")
 *
 * What kind of marker a line begins with.
 */
typedef enum
{
  GALLEY_MARKER_NONE,
  GALLEY_MARKER_BULLET,
  GALLEY_MARKER_DASH,
  GALLEY_MARKER_ORDINAL,
} GalleyMarkerKind;

/**
 * GalleyMarker:
 * @kind: its kind
 * @is_item: whether the line is an item of a list
 * @sign: the sign; of an ordinal 'a', 'A' or '1', for how it counts
 * @stop: of an ordinal what ends it: '.' or ')', or '(' if it stands between brackets
 * @value: of an ordinal its place, from 1
 * @length_bytes: the marker's length without the white space after it
 *
 * How a line begins.
 */
typedef struct
{
  GalleyMarkerKind kind;
  gboolean is_item;
  gunichar sign;
  char stop;
  guint value;
  guint length_bytes;
} GalleyMarker;

GArray *galley_markers_find (GArray *lines) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_marker_is_dash (gunichar sign);

G_END_DECLS
