/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-table-row.h"

/**
 * GalleyTableRow:
 *
 * A row of a table: words, which never change.
 */
struct _GalleyTableRow
{
  GObject parent_instance;

  GPtrArray *cells; /* (element-type utf8) */
};

G_DEFINE_FINAL_TYPE (GalleyTableRow, galley_table_row, G_TYPE_OBJECT)

static void
galley_table_row_finalize (GObject *object)
{
  g_ptr_array_unref (GALLEY_TABLE_ROW (object)->cells);

  G_OBJECT_CLASS (galley_table_row_parent_class)->finalize (object);
}

static void
galley_table_row_class_init (GalleyTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_table_row_finalize;
}

static void
galley_table_row_init (GalleyTableRow *self)
{
}

/**
 * galley_table_row_new:
 * @cells: (element-type utf8) (transfer none): its words, which nobody changes any more
 *
 * Returns: (transfer full): a row
 */
GalleyTableRow *
galley_table_row_new (GPtrArray *cells)
{
  GalleyTableRow *self = g_object_new (GALLEY_TYPE_TABLE_ROW, NULL);

  self->cells = g_ptr_array_ref (cells);
  return self;
}

/**
 * galley_table_row_get_cell:
 *
 * Returns: (transfer none): what stands in @column, or nothing
 */
const char *
galley_table_row_get_cell (GalleyTableRow *self, guint column)
{
  g_return_val_if_fail (GALLEY_IS_TABLE_ROW (self), NULL);

  return column < self->cells->len ? g_ptr_array_index (self->cells, column) : "";
}
