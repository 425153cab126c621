/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-export-dialog.h"

#include "galley-desk-package.h"
#include "galley-export-memory.h"
#include "galley-export.h"
#include "galley-file-picker.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define BOILERPLATE "boilerplate"
#define BOM "bom"

/**
 * GalleyExportDialog:
 *
 * Lets a person choose what of the reviewed version goes out, in which form, and where to. What
 * goes out is a layout, or a format that has a form of its own.
 *
 * The report is made when Export or Preview is chosen, so what goes out is what the window shows at
 * that moment.
 */
struct _GalleyExportDialog
{
  AdwWindow parent_instance;

  GalleyDesk *desk;
  GalleyCheck *check;
  GalleyLayout layout;              /* the chosen one */
  GalleyRequirements *requirements; /* (nullable) what the desk wants, as far as it is known */
  const GalleyExportFormat *format; /* the chosen one */
  GPtrArray *formats;               /* (element-type GalleyExportFormat) that have the layout */
  gboolean has_layout;              /* whether the chosen format has layouts */

  GFile *file;                              /* (nullable) what is being written */
  GalleyReport *report;                     /* (nullable) what is in it */
  const GalleyExportFormat *written_format; /* in which form */
  GAsyncReadyCallback callback;             /* what comes when it is written */
  GCancellable *cancellable;                /* of the dialog */
  GCancellable *writing;                    /* (nullable) of what is being written */

  AdwPreferencesGroup *choices_group;
  AdwPreferencesGroup *options_group;
  AdwComboRow *format_row;
  GtkWidget *boilerplate_row;
  GtkSwitch *boilerplate_switch;
  GtkSwitch *bom_switch;
  GtkWidget *bom_row;
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

static void
set_busy (GalleyExportDialog *self, gboolean is_busy)
{
  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_set_sensitive (self->export_button, !is_busy);
  gtk_widget_set_sensitive (self->preview_button, !is_busy && self->has_layout);
  if (!is_busy)
    g_clear_object (&self->writing);
}

static void
say_error (GalleyExportDialog *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->error_label, sentence);
  gtk_revealer_set_reveal_child (self->error_revealer, sentence != NULL);
}

static void
say_failure (GalleyExportDialog *self, GError *error)
{
  if (self->check == NULL) /* closed */
    return;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_error (self, error->message);
  set_busy (self, FALSE);
}

static GalleyReport *
create_report (GalleyExportDialog *self)
{
  GalleyReportOptions options = {
    .layout = self->has_layout ? self->layout : GALLEY_LAYOUT_ANNOTATED,
    .include_boilerplate = gtk_switch_get_active (self->boilerplate_switch),
    .csv_bom = gtk_switch_get_active (self->bom_switch),
  };

  if (self->requirements != NULL)
    {
      options.publisher_name = self->requirements->publisher_name;
      options.publisher_address = self->requirements->publisher_address;
    }

  return galley_report_new (
      galley_check_get_article (self->check), galley_check_get_document (self->check),
      galley_check_get_claims (self->check), galley_check_get_dismissals (self->check), &options);
}

static void
write_report (GalleyExportDialog *self)
{
  galley_export_to_file_async (self->report, self->written_format, self->file, self->writing,
                               self->callback, g_object_ref (self));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) journal =
      galley_desk_list_history_finish (GALLEY_DESK (source), result, &error);

  if (journal == NULL)
    {
      say_failure (self, error);
      return;
    }

  galley_report_set_journal (self->report, journal);
  write_report (self);
}

/* The archive copy holds the journal, too. */
static void
start_writing (GalleyExportDialog *self,
               const GalleyExportFormat *format,
               GAsyncReadyCallback callback)
{
  g_clear_object (&self->report);
  self->report = create_report (self);
  self->written_format = format;
  self->callback = callback;
  self->writing = g_cancellable_new ();
  set_busy (self, TRUE);

  if (galley_report_get_options (self->report)->layout == GALLEY_LAYOUT_ARCHIVE)
    galley_desk_list_history_async (
        self->desk, galley_article_get_id (galley_check_get_article (self->check)),
        /* subject_id= */ NULL, self->writing, listed_cb, g_object_ref (self));
  else
    write_report (self);
}

static void
remember (GalleyExportDialog *self)
{
  const char *options[3] = { NULL };
  guint n = 0;

  if (gtk_switch_get_active (self->boilerplate_switch))
    options[n++] = BOILERPLATE;
  if (gtk_switch_get_active (self->bom_switch))
    options[n++] = BOM;
  galley_export_memory_keep (self->has_layout ? galley_layout_to_nick (self->layout)
                                              : self->format->nick,
                             self->format->nick, self->has_layout, options);
}

static void
end_exporting (GalleyExportDialog *self)
{
  remember (self);
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

  end_exporting (self);
}

static void
package_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (galley_desk_write_package_finish (GALLEY_DESK (source), result, &error))
    end_exporting (self);
  else
    say_failure (self, error);
}

/* A package is no report: the desk writes it. */
static void
write_package (GalleyExportDialog *self)
{
  GalleyArticle *article = galley_check_get_article (self->check);
  const char *const ids[] = { galley_article_get_id (article), NULL };

  self->writing = g_cancellable_new ();
  set_busy (self, TRUE);
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
  if (self->format == galley_export_get_package ())
    write_package (self);
  else
    start_writing (self, self->format, exported_cb);
}

static void
export_clicked_cb (GalleyExportDialog *self)
{
  g_autoptr (GalleyReport) report = create_report (self);
  g_autofree char *name = galley_export_make_name (report, self->format);

  say_error (self, NULL);
  galley_file_picker_save (GTK_WINDOW (self), _ ("Export Reviewed Version"), name,
                           self->cancellable, picked_cb, g_object_ref (self));
}

/* First what is being written, then the dialog. */
static void
cancel_clicked_cb (GalleyExportDialog *self)
{
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
  else
    gtk_window_close (GTK_WINDOW (self));
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

  set_busy (self, FALSE);

  uri = g_file_get_uri (self->file);
  g_app_info_launch_default_for_uri_async (uri, NULL, self->cancellable, launched_cb,
                                           g_object_ref (self));
}

/* The file stays: the browser may read it later, and the system empties its temporary folder. */
static void
preview_clicked_cb (GalleyExportDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("galley-XXXXXX", &error);
  g_autofree char *path = NULL;

  say_error (self, folder == NULL ? error->message : NULL);
  if (folder == NULL)
    return;

  path = g_build_filename (folder, "preview.html", NULL);
  g_clear_object (&self->file);
  self->file = g_file_new_for_path (path);
  start_writing (self, galley_export_find_format ("html"), previewed_cb);
}

/* Options are those that were on when something last went out in this format. */
static void
show_options (GalleyExportDialog *self)
{
  const char *nick = self->format->nick;
  gboolean has_bom = g_str_equal (nick, "csv");
  gboolean has_boilerplate = self->has_layout && (self->layout == GALLEY_LAYOUT_ANNOTATED ||
                                                  self->layout == GALLEY_LAYOUT_PUBLICATION);

  gtk_widget_set_visible (self->bom_row, has_bom);
  gtk_widget_set_visible (self->boilerplate_row, has_boilerplate);
  gtk_widget_set_visible (GTK_WIDGET (self->options_group), has_bom || has_boilerplate);
  gtk_switch_set_active (self->bom_switch, has_bom && galley_export_memory_has_option (nick, BOM));
  gtk_switch_set_active (self->boilerplate_switch,
                         has_boilerplate && galley_export_memory_has_option (nick, BOILERPLATE));
}

static void
format_selected_cb (GalleyExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->format_row);

  if (!self->has_layout || selected >= self->formats->len)
    return;

  self->format = g_ptr_array_index (self->formats, selected);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format_row), self->format->purpose);
  show_options (self);
}

/* Offers the formats that have the chosen layout; at first the one that was used last. */
static void
offer_formats (GalleyExportDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (/* strings= */ NULL);
  g_autofree char *last = galley_export_memory_get_format ();
  guint selected = 0;

  g_ptr_array_set_size (self->formats, 0);
  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);

      if (!galley_export_has_layout (format, self->layout))
        continue;
      if (g_str_equal (format->nick, last))
        selected = self->formats->len;
      g_ptr_array_add (self->formats, (gpointer) format);
      gtk_string_list_append (labels, format->label);
    }

  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->format_row, selected);
  format_selected_cb (self);
}

static void
choice_toggled_cb (GtkCheckButton *button, gpointer user_data)
{
  GalleyExportDialog *self = user_data;
  const char *nick = gtk_widget_get_name (GTK_WIDGET (button));

  if (!gtk_check_button_get_active (button))
    return;

  self->has_layout = galley_layout_from_nick (nick, &self->layout);
  gtk_widget_set_visible (GTK_WIDGET (self->format_row), self->has_layout);
  if (self->has_layout)
    offer_formats (self);
  else
    {
      self->format = galley_export_find_format (nick);
      if (self->format == NULL)
        self->format = galley_export_get_package ();
      show_options (self);
    }
  set_busy (self, FALSE);
  say_error (self, NULL);
}

static GtkCheckButton *
add_choice (GalleyExportDialog *self,
            GtkCheckButton *first,
            const char *nick,
            const char *label,
            const char *purpose)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_set_name (button, nick);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
  /* The row names what it activates. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  purpose, -1);
  g_signal_connect (button, "toggled", G_CALLBACK (choice_toggled_cb), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), purpose);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->choices_group, row);

  return GTK_CHECK_BUTTON (button);
}

/* Every layout, then every format that has a form of its own. What went out last is chosen. */
static void
add_choices (GalleyExportDialog *self)
{
  g_autofree char *last = galley_export_memory_get_choice ();
  GtkCheckButton *first = NULL, *chosen = NULL, *button;

  for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
    {
      button = add_choice (self, first, galley_layout_to_nick (layout),
                           galley_layout_get_label (layout), galley_layout_get_purpose (layout));
      first = first != NULL ? first : button;
      chosen = g_str_equal (last, galley_layout_to_nick (layout)) ? button : chosen;
    }
  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);

      if (format->layouts != 0)
        continue;
      button = add_choice (self, first, format->nick, format->label, format->purpose);
      chosen = g_str_equal (last, format->nick) ? button : chosen;
    }
  button = add_choice (self, first, galley_export_get_package ()->nick,
                       galley_export_get_package ()->label, galley_export_get_package ()->purpose);
  chosen = g_str_equal (last, galley_export_get_package ()->nick) ? button : chosen;

  gtk_check_button_set_active (chosen != NULL ? chosen : first, TRUE);
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
  g_clear_object (&self->report);

  G_OBJECT_CLASS (galley_export_dialog_parent_class)->dispose (object);
}

static void
galley_export_dialog_finalize (GObject *object)
{
  GalleyExportDialog *self = GALLEY_EXPORT_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_object (&self->writing);
  g_ptr_array_unref (self->formats);
  g_clear_pointer (&self->requirements, galley_requirements_free);

  G_OBJECT_CLASS (galley_export_dialog_parent_class)->finalize (object);
}

static void
galley_export_dialog_class_init (GalleyExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_export_dialog_finalize;

  /**
   * GalleyExportDialog::exported:
   * @file: where it is
   *
   * The reviewed version is written.
   */
  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/export-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, GalleyExportDialog, child)
  BIND (choices_group);
  BIND (options_group);
  BIND (format_row);
  BIND (boilerplate_row);
  BIND (boilerplate_switch);
  BIND (bom_switch);
  BIND (bom_row);
  BIND (preview_button);
  BIND (export_button);
  BIND (error_revealer);
  BIND (error_label);
  BIND (spinner);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
galley_export_dialog_init (GalleyExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->formats = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_choices (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);
}

/* Whoever cannot read the library hears of it elsewhere. */
static void
requirements_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyExportDialog) self = user_data;

  self->requirements =
      galley_desk_load_requirements_finish (GALLEY_DESK (source), result, /* error= */ NULL);
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
  galley_desk_load_requirements_async (desk, self->cancellable, requirements_loaded_cb,
                                       g_object_ref (self));

  return GTK_WINDOW (self);
}
