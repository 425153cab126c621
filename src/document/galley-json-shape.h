/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyJsonShape:
 * @depth: how many brackets are open at once, at the most
 * @n_values: how many values there are at the most; an object, which costs more, counts for three
 * @second: (nullable): where another value begins behind the first, if one does
 *
 * What a text costs that is to be parsed as JSON, and whether that is worth it.
 */
typedef struct
{
  guint depth;
  guint n_values;
  const char *second;
} GalleyJsonShape;

void galley_json_shape_measure (const char *json, gsize size_bytes, GalleyJsonShape *out_shape);

G_END_DECLS
