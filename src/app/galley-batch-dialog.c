/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-batch-dialog.h"

#include "galley-bars.h"
#include "galley-dialogs.h"
#include "galley-export-form.h"
#include "galley-file-picker.h"
#include "galley-mnemonics.h"

#include <glib/gi18n.h>

/**
 * GalleyBatchDialog:
 *
 * Lets a person choose articles, what of them goes out, in which form, and to which folder; and
 * shows how far that is. While files are written, closing it ends that, and it closes when the one
 * at work has been let go.
 */
struct _GalleyBatchDialog
{
  AdwWindow parent_instance;

  GalleyDesk *desk;          /* (nullable) NULL once the dialog is closed */
  GalleyBatch *batch;        /* (nullable) what is exported */
  GCancellable *cancellable; /* of the dialog */
  GCancellable *running;     /* (nullable) of what is exported, while it is */

  GtkWidget *export_button;
  GtkRevealer *error_revealer;
  GtkLabel *error_label;
  GtkStack *stack;
  GalleyArticlePicker *picker;
  GalleyExportForm *form;
  GtkLabel *work_label;
  GtkLabel *title_label;
  GtkProgressBar *progress_bar;
};

enum
{
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyBatchDialog, galley_batch_dialog, ADW_TYPE_WINDOW)

static void
say_error (GalleyBatchDialog *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->error_label, sentence);
  gtk_revealer_set_reveal_child (self->error_revealer, sentence != NULL);
}

static void
update (GalleyBatchDialog *self)
{
  g_autoptr (GPtrArray) chosen =
      self->desk != NULL ? galley_article_picker_list_chosen (self->picker) : NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), self->running == NULL);
  gtk_widget_set_sensitive (self->export_button,
                            self->running == NULL && chosen != NULL && chosen->len > 0);
}

static void
changed_cb (GalleyBatchDialog *self)
{
  say_error (self, NULL);
  update (self);
}

/* Nothing is exported any more. */
static void
stop (GalleyBatchDialog *self)
{
  g_clear_object (&self->running);
  gtk_stack_set_visible_child_name (self->stack, "choose");
  update (self);
}

static void
progress_cb (GalleyBatchDialog *self)
{
  GPtrArray *results = galley_batch_get_results (self->batch);
  guint n_done = galley_batch_get_n_done (self->batch);
  GalleyExported *next = g_ptr_array_index (results, n_done);
  g_autofree char *title = galley_report_make_title (next->article);
  /* Translators: which one of how many articles is being exported. */
  g_autofree char *words = g_strdup_printf (_ ("Exporting %u of %u"), n_done + 1, results->len);

  gtk_label_set_label (self->work_label, words);
  gtk_label_set_label (self->title_label, title);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) n_done / results->len);
}

static void
run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyBatchDialog) self = user_data;
  GalleyBatch *batch = GALLEY_BATCH (source);
  gboolean is_whole = galley_batch_run_finish (batch, result);

  if (self->desk == NULL) /* with the whole window */
    return;

  stop (self);
  if (is_whole)
    galley_export_form_remember (self->form);
  g_signal_emit (self, signals[EXPORTED], 0, batch);
  gtk_window_close (GTK_WINDOW (self));
}

static void
run (GalleyBatchDialog *self, gboolean may_replace)
{
  g_signal_connect_object (self->batch, "changed", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "work");
  galley_batch_run_async (self->batch, may_replace, self->running, run_cb, g_object_ref (self));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyBatchDialog) self = user_data;
  GalleyAnswer answer = galley_dialogs_ask_finish (result);

  if (self->desk == NULL)
    return;
  if (answer == GALLEY_ANSWER_CANCEL || g_cancellable_is_cancelled (self->running))
    stop (self);
  else
    run (self, /* may_replace= */ answer == GALLEY_ANSWER_ACCEPT);
}

static void
ask (GalleyBatchDialog *self, guint n_existing)
{
  g_autofree char *folder = g_file_get_parse_name (galley_batch_get_folder (self->batch));
  g_autofree char *heading = g_strdup_printf (
      ngettext ("%u File Exists Already", "%u Files Exist Already", n_existing), n_existing);
  /* Translators: the path of a folder is put between the quotes. */
  g_autofree char *body = g_strdup_printf (
      _ ("In “%s” there are files of the same names. They can be replaced, or kept beside new "
         "ones with numbers."),
      folder);
  const GalleyQuestion question = {
    .heading = heading,
    .body = body,
    .cancel = _ ("_Cancel"),
    .accept = _ ("_Replace"),
    .other = _ ("_Keep Both"),
    .is_destructive = TRUE,
  };

  galley_dialogs_ask (GTK_WINDOW (self), &question, self->cancellable, answered_cb,
                      g_object_ref (self));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyBatchDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n_existing;

  if (!galley_batch_look_finish (GALLEY_BATCH (source), result, &n_existing, &error))
    {
      if (self->desk == NULL)
        return;
      stop (self);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say_error (self, error->message);
      return;
    }

  if (n_existing > 0)
    ask (self, n_existing);
  else
    run (self, /* may_replace= */ FALSE);
}

/**
 * galley_batch_dialog_export_to:
 * @folder: where to
 *
 * Exports what is chosen into a folder, as when that was picked.
 */
void
galley_batch_dialog_export_to (GalleyBatchDialog *self, GFile *folder)
{
  g_autoptr (GPtrArray) articles = NULL;
  GalleyReportOptions options;

  g_return_if_fail (GALLEY_IS_BATCH_DIALOG (self) && self->running == NULL);

  articles = galley_article_picker_list_chosen (self->picker);
  if (articles->len == 0)
    return;

  galley_export_form_get_options (self->form, &options);
  g_clear_object (&self->batch);
  self->batch = galley_batch_new (self->desk, articles, folder,
                                  galley_export_form_get_format (self->form), &options);
  self->running = g_cancellable_new ();
  update (self);
  galley_batch_look_async (self->batch, self->running, looked_cb, g_object_ref (self));
}

static void
picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyBatchDialog) self = user_data;
  g_autoptr (GFile) folder = galley_file_picker_save_in_folder_finish (result, NULL);

  if (folder != NULL && self->desk != NULL)
    galley_batch_dialog_export_to (self, folder);
}

static void
export_clicked_cb (GalleyBatchDialog *self)
{
  say_error (self, NULL);
  galley_file_picker_save_in_folder (GTK_WINDOW (self), _ ("Export Articles to a Folder"),
                                     self->cancellable, picked_cb, g_object_ref (self));
}

/* From any of its rows, which themselves use Enter. */
static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyBatchDialog *self = GALLEY_BATCH_DIALOG (widget);

  if (gtk_widget_is_sensitive (self->export_button))
    export_clicked_cb (self);
}

static gboolean
galley_batch_dialog_close_request (GtkWindow *window)
{
  GalleyBatchDialog *self = GALLEY_BATCH_DIALOG (window);

  if (self->running == NULL)
    return GTK_WINDOW_CLASS (galley_batch_dialog_parent_class)->close_request (window);

  g_cancellable_cancel (self->running);
  gtk_label_set_label (self->work_label, _ ("Stopping…"));
  return TRUE;
}

static void
galley_batch_dialog_dispose (GObject *object)
{
  GalleyBatchDialog *self = GALLEY_BATCH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->running);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_BATCH_DIALOG);
  g_clear_object (&self->batch);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (galley_batch_dialog_parent_class)->dispose (object);
}

static void
galley_batch_dialog_finalize (GObject *object)
{
  GalleyBatchDialog *self = GALLEY_BATCH_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_object (&self->running);

  G_OBJECT_CLASS (galley_batch_dialog_parent_class)->finalize (object);
}

static void
galley_batch_dialog_class_init (GalleyBatchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_batch_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_batch_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = galley_batch_dialog_close_request;

  /**
   * GalleyBatchDialog::exported:
   * @batch: what came of each article
   *
   * It has ended, one way or another. The dialog closes.
   */
  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, GALLEY_TYPE_BATCH);

  g_type_ensure (GALLEY_TYPE_ARTICLE_PICKER);
  g_type_ensure (GALLEY_TYPE_EXPORT_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/batch-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, GalleyBatchDialog, child)
  BIND (export_button);
  BIND (error_revealer);
  BIND (error_label);
  BIND (stack);
  BIND (picker);
  BIND (form);
  BIND (work_label);
  BIND (title_label);
  BIND (progress_bar);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_install_action (widget_class, "dialog.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "dialog.export", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
galley_batch_dialog_init (GalleyBatchDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_bars_set_up_all (GTK_WIDGET (self));
  galley_export_form_offer_package (self->form);
  galley_mnemonics_name (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
  update (self);
}

/**
 * galley_batch_dialog_new:
 * @parent: the window to show it over
 * @desk: the library
 *
 * Returns: (transfer none): the dialog; GTK holds it until it is closed
 */
GalleyBatchDialog *
galley_batch_dialog_new (GtkWindow *parent, GalleyDesk *desk)
{
  GalleyBatchDialog *self =
      g_object_new (GALLEY_TYPE_BATCH_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->desk = g_object_ref (desk);

  return self;
}

/**
 * galley_batch_dialog_get_picker:
 *
 * Returns: (transfer none): where articles are chosen
 */
GalleyArticlePicker *
galley_batch_dialog_get_picker (GalleyBatchDialog *self)
{
  g_return_val_if_fail (GALLEY_IS_BATCH_DIALOG (self), NULL);

  return self->picker;
}
