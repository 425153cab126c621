/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-import-report.h"

#include "galley-outcome-row.h"

#include <glib/gi18n.h>

/**
 * GalleyImportReport:
 *
 * What came of each of several inputs, those first that were not imported. Choosing one that was
 * opens its article.
 */
struct _GalleyImportReport
{
  AdwWindow parent_instance;

  GtkLabel *summary;
  GtkListView *list;
};

enum
{
  ARTICLE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyImportReport, galley_import_report, ADW_TYPE_WINDOW)

static const char *
get_icon_name (GalleyImported *imported)
{
  if (imported->error != NULL)
    return "dialog-warning-symbolic";
  return imported->was_known ? "object-select-symbolic" : "document-new-symbolic";
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  galley_outcome_row_set_up (item);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GalleyImported *imported = gtk_list_item_get_item (item);
  g_autofree char *outcome = galley_imported_describe (imported);

  galley_outcome_row_bind (item, get_icon_name (imported), imported->name, outcome);
  gtk_list_item_set_activatable (item, imported->article_id != NULL);
}

static void
activated_cb (GalleyImportReport *self, guint position)
{
  g_autoptr (GalleyImported) imported =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (imported->article_id == NULL)
    return;
  g_signal_emit (self, signals[ARTICLE_CHOSEN], 0, imported->article_id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
galley_import_report_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_IMPORT_REPORT);

  G_OBJECT_CLASS (galley_import_report_parent_class)->dispose (object);
}

static void
galley_import_report_class_init (GalleyImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_import_report_dispose;

  /**
   * GalleyImportReport::article-chosen:
   * @article_id: the article that was chosen
   */
  signals[ARTICLE_CHOSEN] =
      g_signal_new ("article-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyImportReport, summary);
  gtk_widget_class_bind_template_child (widget_class, GalleyImportReport, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
galley_import_report_init (GalleyImportReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Failures, then what was there before, then what is new. */
static guint
rank (GalleyImported *imported)
{
  return imported->error != NULL ? 0 : imported->was_known ? 1 : 2;
}

static GListModel *
make_model (GPtrArray *results)
{
  GListStore *store = g_list_store_new (GALLEY_TYPE_IMPORTED);

  for (guint i = 0; i <= 2; i++)
    for (guint k = 0; k < results->len; k++)
      if (rank (g_ptr_array_index (results, k)) == i)
        g_list_store_append (store, g_ptr_array_index (results, k));

  return G_LIST_MODEL (store);
}

/**
 * galley_import_report_new:
 * @parent: the window to show it over
 * @results: (element-type GalleyImported): what came of each input
 *
 * Returns: (transfer full): the report; present it to show it
 */
GalleyImportReport *
galley_import_report_new (GtkWindow *parent, GPtrArray *results)
{
  GalleyImportReport *self =
      g_object_new (GALLEY_TYPE_IMPORT_REPORT, "transient-for", parent, NULL);
  g_autofree char *summary = galley_import_report_summarise (results);

  gtk_label_set_label (self->summary, summary);
  gtk_list_view_set_model (self->list,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (make_model (results))));

  return self;
}

/**
 * galley_import_report_summarise:
 * @results: (element-type GalleyImported): what came of each input
 *
 * Returns: (transfer full): how many were imported, were there already, and were not imported
 */
char *
galley_import_report_summarise (GPtrArray *results)
{
  guint n_of[3] = { 0 };
  g_autoptr (GString) summary = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    n_of[rank (g_ptr_array_index (results, i))]++;

  if (n_of[2] > 0 || results->len == 0)
    g_string_append_printf (
        summary, ngettext ("%u article imported", "%u articles imported", n_of[2]), n_of[2]);
  if (n_of[1] > 0)
    {
      g_string_append (summary, summary->len > 0 ? " · " : "");
      /* Translators: how many articles of those to be imported were in the library. */
      g_string_append_printf (summary, ngettext ("%u there already", "%u there already", n_of[1]),
                              n_of[1]);
    }
  if (n_of[0] > 0)
    {
      g_string_append (summary, summary->len > 0 ? " · " : "");
      g_string_append_printf (summary, ngettext ("%u not imported", "%u not imported", n_of[0]),
                              n_of[0]);
    }

  return g_string_free (g_steal_pointer (&summary), FALSE);
}
