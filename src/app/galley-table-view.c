/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-table-view.h"

#include "galley-table-row.h"

#include <glib/gi18n.h>

/* Rows of a table that is part of its page; one that is longer scrolls by itself. */
#define MAX_ROWS 60
#define HEIGHT 480 /* pixels, of such a one */

/**
 * GalleyTableView:
 *
 * A table of a copy: rows that can be gone through with the arrow keys and read by a screen reader,
 * and one key that copies all of it for a spreadsheet.
 */
struct _GalleyTableView
{
  AdwBin parent_instance;

  GPtrArray *heads; /* (element-type utf8) */
  GListStore *rows; /* (element-type GalleyTableRow) */
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (GalleyTableView, galley_table_view, ADW_TYPE_BIN)

/* The cells of the row that begins at @row; (transfer full). */
static GPtrArray *
read_row (const GalleyCopyElement *row)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  for (row++; row->kind != GALLEY_COPY_END; row++)
    g_ptr_array_add (cells, galley_copy_dup_text (row));

  return cells;
}

/* What would end a cell or a row does not. */
static void
append_row (GString *text, GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *cell = g_strdelimit (g_strdup (g_ptr_array_index (cells, i)), "\t\r\n", ' ');

      g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", cell);
    }
  g_string_append_c (text, '\n');
}

/**
 * galley_table_view_dup_text:
 *
 * Returns: (transfer full): the table as lines with tabs between cells, the names of columns first
 */
char *
galley_table_view_dup_text (GalleyTableView *self)
{
  GString *text = g_string_new (NULL);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  append_row (text, self->heads);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GalleyTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      g_autoptr (GPtrArray) cells = g_ptr_array_new ();

      for (guint j = 0; j < self->heads->len; j++)
        g_ptr_array_add (cells, (gpointer) galley_table_row_get_cell (row, j));
      append_row (text, cells);
    }

  return g_string_free (text, FALSE);
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *text = galley_table_view_dup_text (GALLEY_TABLE_VIEW (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "progress.say", "s", _ ("Table copied"));
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  gboolean is_name = GPOINTER_TO_UINT (column) == 0;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_name ? 0 : 1);
  if (is_name)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_has_tooltip (label, TRUE);
    }
  else
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  const char *text =
      galley_table_row_get_cell (gtk_list_item_get_item (item), GPOINTER_TO_UINT (column));
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n", ' ');
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), line);
  /* The cell that it stands in has no name of its own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  if (GPOINTER_TO_UINT (column) == 0)
    gtk_widget_set_tooltip_text (label, text);
}

static void
add_columns (GalleyTableView *self)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column =
          gtk_column_view_column_new (g_ptr_array_index (self->heads, i), factory);

      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_expand (column, i == 0);
      gtk_column_view_column_set_resizable (column, i == 0);
      gtk_column_view_append_column (self->view, column);
    }
}

/* A scrolled window takes the wheel for itself, so only what has to has one. */
static void
let_scroll (GalleyTableView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_object_ref (self->view);
  adw_bin_set_child (ADW_BIN (self), scroller);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  g_object_unref (self->view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
}

static void
galley_table_view_finalize (GObject *object)
{
  GalleyTableView *self = GALLEY_TABLE_VIEW (object);

  g_ptr_array_unref (self->heads);
  g_object_unref (self->rows);

  G_OBJECT_CLASS (galley_table_view_parent_class)->finalize (object);
}

static void
galley_table_view_class_init (GalleyTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = galley_table_view_finalize;
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy",
                                       NULL);
}

static void
galley_table_view_init (GalleyTableView *self)
{
  GtkSingleSelection *selection;

  self->heads = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_list_store_new (GALLEY_TYPE_TABLE_ROW);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (selection)));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "frame");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->view), _ ("Copy Table (Ctrl+C)"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));
}

/**
 * galley_table_view_new:
 * @name: what it is called
 * @table: the beginning of a table of a finished copy whose first row names the columns
 *
 * Returns: (transfer floating): the table; it does not need the copy any more
 */
GtkWidget *
galley_table_view_new (const char *name, const GalleyCopyElement *table)
{
  GalleyTableView *self = g_object_new (GALLEY_TYPE_TABLE_VIEW, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (table++; table->kind != GALLEY_COPY_END || table->part != GALLEY_COPY_TABLE; table++)
    {
      g_autoptr (GPtrArray) cells = NULL;

      if (table->kind != GALLEY_COPY_BEGIN)
        continue;
      cells = read_row (table);
      if (self->heads->len == 0)
        for (guint i = 0; i < cells->len; i++)
          g_ptr_array_add (self->heads, g_strdup (g_ptr_array_index (cells, i)));
      else
        g_ptr_array_add (rows, galley_table_row_new (cells));
    }
  g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
  add_columns (self);
  if (rows->len > MAX_ROWS)
    let_scroll (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);

  return GTK_WIDGET (self);
}
