/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-export-dialog.h"

#include "galley-export.h"
#include "galley-file-picker.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* Bytes: longer names are refused by file systems. */
#define MAX_NAME_BYTES 80

/**
 * GalleyExportDialog:
 *
 * Lets a person choose in which form the reviewed version goes out, and where to.
 *
 * The report is made when Export or Preview is chosen, so what goes out is what the window shows at
 * that moment.
 */
struct _GalleyExportDialog
{
  AdwWindow parent_instance;

  GalleyCheck *check;
  GalleyRequirements *requirements; /* (nullable) what the desk wants, as far as it is known */
  const GalleyExportFormat *format; /* the chosen one */
  GFile *file;                      /* (nullable) what is being written */
  GCancellable *cancellable;

  AdwPreferencesGroup *formats_group;
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
  gtk_widget_set_sensitive (self->preview_button, !is_busy);
}

static void
say_error (GalleyExportDialog *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->error_label, sentence);
  gtk_revealer_set_reveal_child (self->error_revealer, sentence != NULL);
}

static GalleyReport *
create_report (GalleyExportDialog *self)
{
  GalleyReportOptions options = {
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

static gboolean
is_safe (gunichar c)
{
  return !g_unichar_iscntrl (c) && (c > 0x7f || strchr ("/\\:*?\"<>|", (int) c) == NULL);
}

/* A file name of the article's title, without what file systems refuse or people trip over. */
static char *
suggest_name (GalleyExportDialog *self)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = galley_article_get_title (galley_check_get_article (self->check));
       *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (name->len + 4 > MAX_NAME_BYTES)
        break;
      g_string_append_unichar (name, is_safe (c) ? c : '-');
    }
  g_strstrip (name->str);

  return g_strconcat (*name->str != '\0' && *name->str != '.' ? name->str : _ ("Article"), ".",
                      self->format->extension, NULL);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!galley_export_to_file_finish (result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say_error (self, error->message);
      set_busy (self, FALSE);
      return;
    }

  g_signal_emit (self, signals[EXPORTED], 0, self->file);
  gtk_window_close (GTK_WINDOW (self));
}

static void
picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyExportDialog) self = user_data;
  g_autoptr (GFile) file = galley_file_picker_save_finish (result, NULL);
  g_autoptr (GalleyReport) report = NULL;

  if (file == NULL)
    return;

  g_set_object (&self->file, file);
  report = create_report (self);
  set_busy (self, TRUE);
  galley_export_to_file_async (report, self->format, file, self->cancellable, exported_cb,
                               g_object_ref (self));
}

static void
export_clicked_cb (GalleyExportDialog *self)
{
  g_autofree char *name = suggest_name (self);

  say_error (self, NULL);
  galley_file_picker_save (GTK_WINDOW (self), _ ("Export Reviewed Version"), name,
                           self->cancellable, picked_cb, g_object_ref (self));
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

  set_busy (self, FALSE);
  if (!galley_export_to_file_finish (result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say_error (self, error->message);
      return;
    }

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
  g_autoptr (GalleyReport) report = NULL;

  say_error (self, folder == NULL ? error->message : NULL);
  if (folder == NULL)
    return;

  path = g_build_filename (folder, "preview.html", NULL);
  g_clear_object (&self->file);
  self->file = g_file_new_for_path (path);
  report = create_report (self);
  set_busy (self, TRUE);
  galley_export_to_file_async (report, galley_export_find_format ("html"), self->file,
                               self->cancellable, previewed_cb, g_object_ref (self));
}

static void
format_toggled_cb (GtkCheckButton *button, gpointer user_data)
{
  GalleyExportDialog *self = user_data;
  const char *nick = gtk_widget_get_name (GTK_WIDGET (button));

  if (!gtk_check_button_get_active (button))
    return;

  self->format = galley_export_find_format (nick);
  gtk_widget_set_visible (self->bom_row, g_str_equal (nick, "csv"));
  say_error (self, NULL);
}

static void
add_formats (GalleyExportDialog *self)
{
  GtkCheckButton *first = NULL;

  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_check_button_new ();

      gtk_widget_set_name (button, format->nick);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      format->label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      format->purpose, -1);
      g_signal_connect (button, "toggled", G_CALLBACK (format_toggled_cb), self);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), format->label);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), format->purpose);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
      adw_preferences_group_add (self->formats_group, row);
      if (first == NULL)
        first = GTK_CHECK_BUTTON (button);
    }

  if (first != NULL)
    gtk_check_button_set_active (first, TRUE);
}

static void
galley_export_dialog_dispose (GObject *object)
{
  GalleyExportDialog *self = GALLEY_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->check);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (galley_export_dialog_parent_class)->dispose (object);
}

static void
galley_export_dialog_finalize (GObject *object)
{
  GalleyExportDialog *self = GALLEY_EXPORT_DIALOG (object);

  g_object_unref (self->cancellable);
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
  BIND (formats_group);
  BIND (boilerplate_switch);
  BIND (bom_switch);
  BIND (bom_row);
  BIND (preview_button);
  BIND (export_button);
  BIND (error_revealer);
  BIND (error_label);
  BIND (spinner);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, preview_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
galley_export_dialog_init (GalleyExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->preview_button, galley_export_find_format ("html") != NULL);
  add_formats (self);
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
 * @check: what to export
 * @desk: the library that it is of
 *
 * Returns: (transfer none): the dialog; GTK holds it until it is closed
 */
GtkWindow *
galley_export_dialog_new (GtkWindow *parent, GalleyCheck *check, GalleyDesk *desk)
{
  GalleyExportDialog *self =
      g_object_new (GALLEY_TYPE_EXPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  g_set_object (&self->check, check);
  galley_desk_load_requirements_async (desk, self->cancellable, requirements_loaded_cb,
                                       g_object_ref (self));

  return GTK_WINDOW (self);
}
