/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyJsonWriter:
 * @out: what was written so far
 * @needs_comma: whether a comma comes before the next member or element
 *
 * Writes JSON as it goes along, without a tree in memory. In a member, the name comes before the
 * value.
 */
typedef struct
{
  GString *out;
  gboolean needs_comma;
} GalleyJsonWriter;

void galley_json_begin (GalleyJsonWriter *self, char bracket);
void galley_json_end (GalleyJsonWriter *self, char bracket);
void galley_json_name (GalleyJsonWriter *self, const char *name);
void galley_json_string (GalleyJsonWriter *self, const char *utf8, gssize length_bytes);
void galley_json_number (GalleyJsonWriter *self, guint number);
void galley_json_line (GalleyJsonWriter *self);
void galley_json_member (GalleyJsonWriter *self, const char *name, const char *utf8);

G_END_DECLS
