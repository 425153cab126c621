/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-export-dialog.h"

#include "galley-bars.h"
#include "galley-desk-package.h"
#include "galley-export-form.h"
#include "galley-file-picker.h"
#include "galley-mnemonics.h"
#include "galley-report-maker.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/**
 * GalleyExportDialog:
 *
 * Lets a person choose what of the reviewed version goes out, in which form, and where to.
 *
 * The report is made when Export or Preview is chosen, so what goes out is what the window shows at
 * that moment.
 */
struct _GalleyExportDialog
{
  AdwWindow parent_instance;

  GalleyDesk *desk;
  GalleyCheck *check; /* (nullable) NULL once the dialog is closed */

  GFile *file;                              /* (nullable) what is being written */
  char *preview_folder;                     /* (nullable) made for it, if it is a preview */
  const GalleyExportFormat *written_format; /* in which form */
  GAsyncReadyCallback callback;             /* what comes when it is written */
  GCancellable *cancellable;                /* of the dialog */
  GCancellable *writing;                    /* (nullable) of what is being written */

  GalleyExportForm *form;
  GtkWidget *preview_button;
  GtkWidget *export_button;
  GtkRevealer *error_revealer;
  GtkLabel *error_label;
  GtkSpinner *spinner;
};

enum
{
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyExportDialog, galley_export_dialog, ADW_TYPE_WINDOW)

/* The form of the preview: one file that any browser shows. */
static gboolean
can_preview (GalleyExportDialog *self)
{
  GalleyLayout layout;

  return galley_export_form_has_layout (self->form, &layout) &&
         galley_export_has_layout (galley_export_find_format ("html"), layout);
}

static void
update_buttons (GalleyExportDialog *self)
{
  gboolean is_busy = self->writing != NULL;

  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !is_busy);
  gtk_widget_set_sensitive (self->export_button, !is_busy);
  gtk_widget_set_sensitive (self->preview_button, !is_busy && can_preview (self));
}

static void
say_error (GalleyExportDialog *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->error_label, sentence);
  gtk_revealer_set_reveal_child (self->error_revealer, sentence != NULL);
}

static void
form_changed_cb (GalleyExportDialog *self)
{
  update_buttons (self);
  say_error (self, NULL);
}

/* Nothing is being written any more. */
static void
stop_writing (GalleyExportDialog *self)
{
  g_clear_object (&self->writing);
  update_buttons (self);
}

/* Nothing is left of a preview that was not written. */
static void
remove_preview_folder (GalleyExportDialog *self)
{
  if (self->preview_folder != NULL)
    g_rmdir (self->preview_folder);
  g_clear_pointer (&self->preview_folder, g_free);
}

static void
say_failure (GalleyExportDialog *self, GError *error)
{
  remove_preview_folder (self);
  if (self->check == NULL) /* closed */
    return;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_error (self, error->message);
  stop_writing (self);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyReport) report = galley_report_maker_make_finish (result, &error);

  if (report == NULL)
    say_failure (self, error);
  else
    galley_export_to_file_async (report, self->written_format, self->file, self->writing,
                                 self->callback, g_object_ref (self));
}

static void
start_writing (GalleyExportDialog *self,
               const GalleyExportFormat *format,
               GAsyncReadyCallback callback)
{
  GalleyReportOptions options;

  galley_export_form_get_options (self->form, &options);
  self->written_format = format;
  self->callback = callback;
  self->writing = g_cancellable_new ();
  update_buttons (self);
  galley_report_maker_make_async (self->desk, self->check, &options,
                                  galley_export_form_get_session_id (self->form), self->writing,
                                  made_cb, g_object_ref (self));
}

static void
end_exporting (GalleyExportDialog *self)
{
  galley_export_form_remember (self->form);
  g_signal_emit (self, signals[EXPORTED], 0, self->file);
  gtk_window_close (GTK_WINDOW (self));
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!galley_export_to_file_finish (result, &error))
    {
      say_failure (self, error);
      return;
    }

  if (self->check == NULL) /* with the whole window */
    return;
  stop_writing (self);
  end_exporting (self);
}

static void
package_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!galley_desk_write_package_finish (GALLEY_DESK (source), result, &error))
    {
      say_failure (self, error);
      return;
    }

  if (self->check == NULL)
    return;
  stop_writing (self);
  end_exporting (self);
}

/* A package is no report: the desk writes it. */
static void
write_package (GalleyExportDialog *self)
{
  GalleyArticle *article = galley_check_get_article (self->check);
  const char *const ids[] = { galley_article_get_id (article), NULL };

  self->writing = g_cancellable_new ();
  update_buttons (self);
  galley_desk_write_package_async (self->desk, ids, self->file, self->writing, package_written_cb,
                                   g_object_ref (self));
}

static void
picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyExportDialog) self = user_data;
  g_autoptr (GFile) file = galley_file_picker_save_finish (result, NULL);

  if (file == NULL)
    return;

  g_set_object (&self->file, file);
  if (galley_export_form_get_format (self->form) == galley_export_get_package ())
    write_package (self);
  else
    start_writing (self, galley_export_form_get_format (self->form), exported_cb);
}

static void
export_clicked_cb (GalleyExportDialog *self)
{
  g_autofree char *name = NULL;
  GalleyReportOptions options;

  galley_export_form_get_options (self->form, &options);
  name = galley_export_name_article (galley_check_get_article (self->check),
                                     galley_export_form_get_format (self->form), options.layout);
  say_error (self, NULL);
  galley_file_picker_save (GTK_WINDOW (self), _ ("Export Reviewed Version"), name,
                           self->cancellable, picked_cb, g_object_ref (self));
}

/* From any of its rows, which themselves use Enter. */
static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyExportDialog *self = GALLEY_EXPORT_DIALOG (widget);

  if (self->writing == NULL)
    export_clicked_cb (self);
}

/* First what is being written, then the dialog. */
static gboolean
galley_export_dialog_close_request (GtkWindow *window)
{
  GalleyExportDialog *self = GALLEY_EXPORT_DIALOG (window);

  if (self->writing == NULL)
    return GTK_WINDOW_CLASS (galley_export_dialog_parent_class)->close_request (window);

  g_cancellable_cancel (self->writing);
  return TRUE;
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    say_error (self, error->message);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;

  if (!galley_export_to_file_finish (result, &error))
    {
      say_failure (self, error);
      return;
    }

  g_clear_pointer (&self->preview_folder, g_free);
  if (self->check == NULL) /* closed */
    return;
  stop_writing (self);
  uri = g_file_get_uri (self->file);
  g_app_info_launch_default_for_uri_async (uri, NULL, self->cancellable, launched_cb,
                                           g_object_ref (self));
}

/* The file stays: the browser may read it later, and the system empties its temporary folder. */
static void
preview_clicked_cb (GalleyExportDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->preview_folder = g_dir_make_tmp ("galley-XXXXXX", &error);
  say_error (self, self->preview_folder == NULL ? error->message : NULL);
  if (self->preview_folder == NULL)
    return;

  path = g_build_filename (self->preview_folder, "preview.html", NULL);
  g_clear_object (&self->file);
  self->file = g_file_new_for_path (path);
  start_writing (self, galley_export_find_format ("html"), previewed_cb);
}

static void
galley_export_dialog_dispose (GObject *object)
{
  GalleyExportDialog *self = GALLEY_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->writing);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->check);
  g_clear_object (&self->desk);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (galley_export_dialog_parent_class)->dispose (object);
}

static void
galley_export_dialog_finalize (GObject *object)
{
  GalleyExportDialog *self = GALLEY_EXPORT_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_object (&self->writing);
  g_free (self->preview_folder);

  G_OBJECT_CLASS (galley_export_dialog_parent_class)->finalize (object);
}

static void
galley_export_dialog_class_init (GalleyExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_export_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = galley_export_dialog_close_request;

  /**
   * GalleyExportDialog::exported:
   * @file: where it is
   *
   * The reviewed version is written.
   */
  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (GALLEY_TYPE_EXPORT_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/export-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, GalleyExportDialog, child)
  BIND (form);
  BIND (preview_button);
  BIND (export_button);
  BIND (error_revealer);
  BIND (error_label);
  BIND (spinner);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_install_action (widget_class, "dialog.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "dialog.export", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
galley_export_dialog_init (GalleyExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_bars_set_up_all (GTK_WIDGET (self));
  galley_export_form_offer_package (self->form);
  galley_mnemonics_name (GTK_WIDGET (self));
  update_buttons (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);
}

/**
 * galley_export_dialog_new:
 * @parent: the window to show it over
 * @desk: where it is from
 * @check: what to export
 *
 * Returns: (transfer none): the dialog; GTK holds it until it is closed
 */
GtkWindow *
galley_export_dialog_new (GtkWindow *parent, GalleyDesk *desk, GalleyCheck *check)
{
  GalleyExportDialog *self =
      g_object_new (GALLEY_TYPE_EXPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  g_set_object (&self->desk, desk);
  g_set_object (&self->check, check);
  galley_export_form_load_sessions (self->form, desk,
                                    galley_article_get_id (galley_check_get_article (check)),
                                    /* session_id= */ NULL);

  return GTK_WINDOW (self);
}

/**
 * galley_export_dialog_choose:
 * @layout: what is to go out
 *
 * Chooses what a person came for.
 */
void
galley_export_dialog_choose (GalleyExportDialog *self, GalleyLayout layout)
{
  g_return_if_fail (GALLEY_IS_EXPORT_DIALOG (self));

  galley_export_form_choose (self->form, galley_layout_to_nick (layout), /* format= */ NULL);
}

/**
 * galley_export_dialog_choose_minutes:
 * @session_id: (nullable): UUID of a review session; %NULL for the last one
 *
 * Chooses the minutes of a session, as a person would.
 */
void
galley_export_dialog_choose_minutes (GalleyExportDialog *self, const char *session_id)
{
  g_return_if_fail (GALLEY_IS_EXPORT_DIALOG (self));

  galley_export_dialog_choose (self, GALLEY_LAYOUT_MINUTES);
  galley_export_form_load_sessions (self->form, self->desk,
                                    galley_article_get_id (galley_check_get_article (self->check)),
                                    session_id);
}
