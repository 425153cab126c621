/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_TABLE_ROW (galley_table_row_get_type ())
G_DECLARE_FINAL_TYPE (GalleyTableRow, galley_table_row, GALLEY, TABLE_ROW, GObject)

GalleyTableRow *galley_table_row_new (GPtrArray *cells) G_GNUC_WARN_UNUSED_RESULT;
const char *galley_table_row_get_cell (GalleyTableRow *self, guint column);

G_END_DECLS
