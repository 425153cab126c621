/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-export-report.h"

#include "galley-mnemonics.h"
#include "galley-outcome-row.h"

#include <glib/gi18n.h>

/**
 * GalleyExportReport:
 *
 * What came of each of several articles that were to be exported, those first that were not.
 * Choosing one that was opens its file.
 */
struct _GalleyExportReport
{
  AdwWindow parent_instance;

  GalleyBatch *batch; /* (nullable) only in tests of the template */
  GCancellable *cancellable;

  GtkLabel *summary;
  GtkLabel *problem;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (GalleyExportReport, galley_export_report, ADW_TYPE_WINDOW)

static void
say_problem (GalleyExportReport *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyExportReport) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_problem (self, error->message);
}

static void
launch (GalleyExportReport *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  g_app_info_launch_default_for_uri_async (uri, NULL, self->cancellable, launched_cb,
                                           g_object_ref (self));
}

static void
open_folder_cb (GalleyExportReport *self)
{
  launch (self, galley_batch_get_folder (self->batch));
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  galley_outcome_row_set_up (item);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GalleyExported *exported = gtk_list_item_get_item (item);
  g_autofree char *title = galley_report_make_title (exported->article);
  g_autofree char *outcome = galley_exported_describe (exported);

  galley_outcome_row_bind (
      item, exported->is_written ? "object-select-symbolic" : "dialog-warning-symbolic", title,
      outcome);
  gtk_list_item_set_activatable (item, exported->is_written);
}

static void
activated_cb (GalleyExportReport *self, guint position)
{
  g_autoptr (GalleyExported) exported =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);
  g_autoptr (GFile) file = NULL;

  if (!exported->is_written)
    return;
  file = g_file_get_child_for_display_name (galley_batch_get_folder (self->batch), exported->name,
                                            /* error= */ NULL);
  if (file != NULL)
    launch (self, file);
}

static void
galley_export_report_dispose (GObject *object)
{
  GalleyExportReport *self = GALLEY_EXPORT_REPORT (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_EXPORT_REPORT);
  g_clear_object (&self->batch);

  G_OBJECT_CLASS (galley_export_report_parent_class)->dispose (object);
}

static void
galley_export_report_finalize (GObject *object)
{
  g_object_unref (GALLEY_EXPORT_REPORT (object)->cancellable);

  G_OBJECT_CLASS (galley_export_report_parent_class)->finalize (object);
}

static void
galley_export_report_class_init (GalleyExportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_export_report_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_export_report_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/export-report.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyExportReport, summary);
  gtk_widget_class_bind_template_child (widget_class, GalleyExportReport, problem);
  gtk_widget_class_bind_template_child (widget_class, GalleyExportReport, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
galley_export_report_init (GalleyExportReport *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
}

static GtkSelectionModel *
make_model (GPtrArray *results)
{
  GListStore *store = g_list_store_new (GALLEY_TYPE_EXPORTED);

  for (guint is_written = 0; is_written <= 1; is_written++)
    for (guint i = 0; i < results->len; i++)
      {
        GalleyExported *exported = g_ptr_array_index (results, i);

        if (exported->is_written == (gboolean) is_written)
          g_list_store_append (store, exported);
      }

  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (store)));
}

/**
 * galley_export_report_new:
 * @parent: the window to show it over
 * @batch: what was exported
 *
 * Returns: (transfer none): the report; GTK holds it until it is closed
 */
GtkWindow *
galley_export_report_new (GtkWindow *parent, GalleyBatch *batch)
{
  GalleyExportReport *self =
      g_object_new (GALLEY_TYPE_EXPORT_REPORT, "transient-for", parent, NULL);
  g_autofree char *summary = galley_export_report_summarise (batch);
  const GError *error = galley_batch_get_error (batch);
  g_autoptr (GtkSelectionModel) model = make_model (galley_batch_get_results (batch));

  self->batch = g_object_ref (batch);
  gtk_label_set_label (self->summary, summary);
  if (error != NULL)
    say_problem (self, error->message);
  gtk_list_view_set_model (self->list, model);

  return GTK_WINDOW (self);
}

/**
 * galley_export_report_summarise:
 *
 * Returns: (transfer full): how many articles were exported, and how many were not
 */
char *
galley_export_report_summarise (GalleyBatch *batch)
{
  GPtrArray *results = galley_batch_get_results (batch);
  guint n_written = 0, n_not;
  g_autofree char *written = NULL, *not_written = NULL;

  for (guint i = 0; i < results->len; i++)
    n_written += ((GalleyExported *) g_ptr_array_index (results, i))->is_written ? 1 : 0;
  n_not = results->len - n_written;
  written = g_strdup_printf (ngettext ("%u article exported", "%u articles exported", n_written),
                             n_written);
  if (n_not == 0)
    return g_steal_pointer (&written);

  /* Translators: how many articles of those that were to be exported were not. */
  not_written = g_strdup_printf (ngettext ("%u not exported", "%u not exported", n_not), n_not);
  return g_strdup_printf ("%s · %s", written, not_written);
}
