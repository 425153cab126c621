/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-office-tables.h"

typedef struct
{
  guint n_columns;
  gboolean has_begun; /* whether the text knows of it */
} Table;

struct _GalleyOfficeTables
{
  GalleyOfficeText *text;
  GArray *open; /* (element-type Table), outermost first */
};

/**
 * galley_office_tables_new:
 * @text: what the tables are written to; it has to outlive them
 *
 * Returns: (transfer full): no tables
 */
GalleyOfficeTables *
galley_office_tables_new (GalleyOfficeText *text)
{
  GalleyOfficeTables *self = g_new0 (GalleyOfficeTables, 1);

  self->text = text;
  self->open = g_array_new (FALSE, FALSE, sizeof (Table));

  return self;
}

void
galley_office_tables_free (GalleyOfficeTables *self)
{
  g_array_unref (self->open);
  g_free (self);
}

static Table *
peek (GalleyOfficeTables *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, Table, self->open->len - 1) : NULL;
}

void
galley_office_tables_begin (GalleyOfficeTables *self)
{
  const Table table = { 0 };

  g_array_append_val (self->open, table);
}

/**
 * galley_office_tables_add_columns:
 * @n_columns: further columns of the innermost table
 */
void
galley_office_tables_add_columns (GalleyOfficeTables *self, guint n_columns)
{
  Table *table = peek (self);

  if (table != NULL)
    table->n_columns += n_columns;
}

/**
 * galley_office_tables_begin_row:
 *
 * Begins a row of the innermost table.
 */
void
galley_office_tables_begin_row (GalleyOfficeTables *self)
{
  Table *table = peek (self);

  if (table != NULL && !table->has_begun)
    {
      table->has_begun = TRUE;
      galley_office_text_begin_table (self->text, table->n_columns);
    }
  galley_office_text_begin_row (self->text);
}

/**
 * galley_office_tables_end:
 *
 * Ends the innermost table.
 */
void
galley_office_tables_end (GalleyOfficeTables *self)
{
  if (peek (self)->has_begun)
    galley_office_text_end_table (self->text);
  g_array_set_size (self->open, self->open->len - 1);
}
