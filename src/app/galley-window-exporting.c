/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-batch-dialog.h"
#include "galley-export-dialog.h"
#include "galley-export-report.h"
#include "galley-plain.h"
#include "galley-printing.h"

#include <glib/gi18n.h>

/* How reviewed versions go out: to a file, to many, to a printer. */

static void
exported_cb (GalleyWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *uri = g_file_get_uri (file);
  /* Translators: the path of a file is put between the quotes. */
  g_autofree char *sentence = g_strdup_printf (_ ("Exported to “%s”"), name);
  AdwToast *toast = galley_plain_toast_new (sentence);

  galley_window_note_moment (self, GALLEY_MOMENT_EXPORT);
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_action_name (toast, "win.open-uri");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  galley_window_show_toast (self, toast);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    galley_window_say (self, error->message);
}

static void
open_uri_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  g_app_info_launch_default_for_uri_async (g_variant_get_string (parameter, NULL), NULL,
                                           self->cancellable, launched_cb, g_object_ref (self));
}

static void
open_export (GalleyWindow *self, gboolean is_for_minutes)
{
  GtkWindow *dialog;

  galley_window_flush (self);
  dialog = galley_export_dialog_new (GTK_WINDOW (self), self->desk, self->check);
  if (is_for_minutes)
    galley_export_dialog_choose_minutes (GALLEY_EXPORT_DIALOG (dialog), /* session_id= */ NULL);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_export (user_data, /* is_for_minutes= */ FALSE);
}

static void
minutes_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_export (user_data, /* is_for_minutes= */ TRUE);
}

/* What came of each article is told in full; of each that is written it is remembered. */
static void
batch_exported_cb (GalleyWindow *self, GalleyBatch *batch)
{
  GPtrArray *results = galley_batch_get_results (batch);

  for (guint i = 0; i < results->len; i++)
    {
      GalleyExported *exported = g_ptr_array_index (results, i);

      if (exported->is_written)
        galley_moments_note (galley_article_get_id (exported->article), GALLEY_MOMENT_EXPORT,
                             g_get_real_time () / 1000);
    }
  gtk_window_present (galley_export_report_new (GTK_WINDOW (self), batch));
}

/* The articles are looked for as in the library; the one that is meant is chosen at first. */
static void
export_articles_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  GalleyArticle *article = galley_window_find_article (self, parameter);
  g_autoptr (GVariant) show_archived =
      g_action_group_get_action_state (G_ACTION_GROUP (self), "show-archived");
  GalleyBatchDialog *dialog;
  GalleyArticlePicker *picker;

  galley_window_flush (self);
  dialog = galley_batch_dialog_new (GTK_WINDOW (self), self->desk);
  picker = galley_batch_dialog_get_picker (dialog);
  galley_article_picker_set_desk (picker, self->desk,
                                  galley_library_pane_get_words (self->library_pane),
                                  g_variant_get_boolean (show_archived));
  if (article != NULL)
    galley_article_picker_choose (picker, galley_article_get_id (article));
  g_signal_connect_object (dialog, "exported", G_CALLBACK (batch_exported_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
say_not_printed (GalleyWindow *self, const char *reason)
{
  /* Translators: why something could not be printed. */
  g_autofree char *sentence = g_strdup_printf (_ ("Not printed: %s"), reason);

  galley_window_say (self, sentence);
}

/* What was chosen about the printer and the paper is offered again. */
static void
printed_cb (GalleyWindow *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  const GError *failure = galley_printing_get_error (GALLEY_PRINTING (operation));
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (error != NULL || failure != NULL)
    say_not_printed (self, error != NULL ? error->message : failure->message);
  if (result != GTK_PRINT_OPERATION_RESULT_APPLY)
    return;

  g_set_object (&self->print_settings, gtk_print_operation_get_print_settings (operation));
  g_set_object (&self->page_setup, gtk_print_operation_get_default_page_setup (operation));
}

static void
print_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  g_autoptr (GalleyPrinting) printing = NULL;
  GtkPrintOperation *operation;

  galley_window_flush (self);
  printing = galley_printing_new (self->desk, self->check);
  operation = GTK_PRINT_OPERATION (printing);
  gtk_print_operation_set_print_settings (operation, self->print_settings);
  if (self->page_setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, self->page_setup);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  /* GTK keeps it until it is done, and says then what went wrong. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           /* error= */ NULL);
}

/**
 * galley_window_add_export_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_export_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "export", .activate = export_action },
    { .name = "minutes", .activate = minutes_action },
    { .name = "export-articles", .activate = export_articles_action, .parameter_type = "s" },
    { .name = "print", .activate = print_action },
    { .name = "open-uri", .activate = open_uri_action, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
