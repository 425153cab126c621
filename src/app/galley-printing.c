/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-printing.h"

#include "galley-pages.h"
#include "galley-report-maker.h"
#include "galley-words.h"

#include <glib/gi18n.h>

/* How long GTK is kept from asking again whether the pages are set: it asks whenever it has nothing
 * else to do, and would take the processor away from what sets them. Shorter than a frame. */
#define WAIT_US (5 * G_TIME_SPAN_MILLISECOND)

/**
 * GalleyPrinting:
 *
 * Prints an article with what was found out about it, on the pages that the PDF format has. What is
 * printed is chosen in a tab of the print dialog, which shows the form that exports have, and
 * begins with what was printed last.
 *
 * Pages are set when the paper is known, on a thread: long articles take seconds. The print
 * operation waits for them without holding up the window, and can be cancelled meanwhile.
 */
struct _GalleyPrinting
{
  GtkPrintOperation parent_instance;

  GalleyDesk *desk;       /* (nullable) */
  GalleyCheck *check;     /* (nullable) */
  GalleyReport *report;   /* (nullable) what is printed, where nothing is left to be chosen */
  GalleyExportForm *form; /* of no use where there is a report */

  GCancellable *setting; /* (nullable) of what is being set */
  double width, height;  /* of the paper, in points */
  GalleyCopy *copy;      /* (nullable) what the pages hold */
  GalleyPages *pages;    /* (nullable) */
  GError *error;         /* (nullable) why there are none */

  GMutex lock;
  GCond is_over; /* the thread has ended */
};

G_DEFINE_FINAL_TYPE (GalleyPrinting, galley_printing, GTK_TYPE_PRINT_OPERATION)

/* What the thread works on. The pages go from that thread to the main loop, whole. */
typedef struct
{
  GalleyReport *report;
  double width, height;
  GalleyCopy *copy;   /* (nullable) */
  GalleyPages *pages; /* (nullable) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->pages, galley_pages_free);
  g_clear_pointer (&job->copy, galley_copy_free);
  g_object_unref (job->report);
  g_free (job);
}

static void
set_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GalleyPrinting *self = source;
  Job *job = task_data;
  GError *error = NULL;

  job->copy = galley_copy_set (job->report);
  if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
    job->pages = galley_pages_new (job->copy, job->width, job->height, cancellable, &error);
  if (job->pages != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);

  g_mutex_lock (&self->lock);
  g_cond_signal (&self->is_over);
  g_mutex_unlock (&self->lock);
}

/* The operation notices when it asks for the pages next. */
static void
fail (GalleyPrinting *self, GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->error = g_error_copy (error);
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GalleyPrinting *self = GALLEY_PRINTING (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      fail (self, error);
      return;
    }

  self->copy = g_steal_pointer (&job->copy);
  self->pages = g_steal_pointer (&job->pages);
}

static void
start_setting (GalleyPrinting *self, GalleyReport *report)
{
  g_autoptr (GTask) task = g_task_new (self, self->setting, set_cb, /* callback_data= */ NULL);
  Job *job = g_new0 (Job, 1);

  job->report = g_object_ref (report);
  job->width = self->width;
  job->height = self->height;
  g_task_set_source_tag (task, start_setting);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, set_thread);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyPrinting) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyReport) report = galley_report_maker_make_finish (result, &error);

  if (report == NULL)
    fail (self, error);
  else
    start_setting (self, report);
}

static void
drop_pages (GalleyPrinting *self)
{
  g_cancellable_cancel (self->setting);
  g_clear_object (&self->setting);
  g_clear_pointer (&self->pages, galley_pages_free);
  g_clear_pointer (&self->copy, galley_copy_free);
}

/* The paper is known now, and what is chosen, too. */
static void
begin_print_cb (GalleyPrinting *self, GtkPrintContext *context)
{
  GalleyReportOptions options;

  drop_pages (self);
  g_clear_error (&self->error);
  self->setting = g_cancellable_new ();
  self->width = gtk_print_context_get_width (context);
  self->height = gtk_print_context_get_height (context);
  if (self->report != NULL)
    {
      start_setting (self, self->report);
      return;
    }
  galley_export_form_get_options (self->form, &options);
  galley_report_maker_make_async (self->desk, self->check, &options,
                                  galley_export_form_get_session_id (self->form), self->setting,
                                  made_cb, g_object_ref (self));
}

static gboolean
paginate_cb (GalleyPrinting *self, GtkPrintContext *context)
{
  if (self->error != NULL)
    gtk_print_operation_cancel (GTK_PRINT_OPERATION (self));
  if (self->error != NULL)
    return TRUE;

  if (self->pages == NULL)
    {
      g_mutex_lock (&self->lock);
      g_cond_wait_until (&self->is_over, &self->lock, g_get_monotonic_time () + WAIT_US);
      g_mutex_unlock (&self->lock);
      return FALSE;
    }

  gtk_print_operation_set_n_pages (GTK_PRINT_OPERATION (self),
                                   (int) galley_pages_get_n_pages (self->pages));
  return TRUE;
}

static void
draw_page_cb (GalleyPrinting *self, GtkPrintContext *context, int page)
{
  if (self->pages != NULL)
    galley_pages_draw (self->pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

static GtkWidget *
create_widget_cb (GalleyPrinting *self)
{
  if (self->report != NULL)
    return NULL;

  gtk_widget_set_margin_top (GTK_WIDGET (self->form), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->form), 18);
  gtk_widget_set_margin_start (GTK_WIDGET (self->form), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->form), 18);

  return GTK_WIDGET (self->form);
}

static void
done_cb (GalleyPrinting *self, GtkPrintOperationResult result)
{
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && self->error == NULL && self->report == NULL)
    galley_export_form_remember (self->form);
  drop_pages (self);
}

static void
galley_printing_dispose (GObject *object)
{
  GalleyPrinting *self = GALLEY_PRINTING (object);

  drop_pages (self);
  g_clear_object (&self->form);
  g_clear_object (&self->check);
  g_clear_object (&self->report);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (galley_printing_parent_class)->dispose (object);
}

static void
galley_printing_finalize (GObject *object)
{
  GalleyPrinting *self = GALLEY_PRINTING (object);

  g_clear_error (&self->error);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->is_over);

  G_OBJECT_CLASS (galley_printing_parent_class)->finalize (object);
}

static void
galley_printing_class_init (GalleyPrintingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = galley_printing_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_printing_finalize;
}

static void
galley_printing_init (GalleyPrinting *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  g_mutex_init (&self->lock);
  g_cond_init (&self->is_over);
  self->form = g_object_ref_sink (GALLEY_EXPORT_FORM (galley_export_form_new_for_print ()));

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The pages have margins of their own, wider than any printer's. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* Translators: a tab of the Print dialog: what is to be printed. */
  gtk_print_operation_set_custom_tab_label (operation, _ ("Content"));

  g_signal_connect (self, "begin-print", G_CALLBACK (begin_print_cb), NULL);
  g_signal_connect (self, "paginate", G_CALLBACK (paginate_cb), NULL);
  g_signal_connect (self, "draw-page", G_CALLBACK (draw_page_cb), NULL);
  g_signal_connect (self, "create-custom-widget", G_CALLBACK (create_widget_cb), NULL);
  g_signal_connect (self, "done", G_CALLBACK (done_cb), NULL);
}

/**
 * galley_printing_new:
 * @desk: where the article is from
 * @check: what to print; what it holds when the dialog is answered is printed
 *
 * Returns: (transfer full): an operation to run, asynchronously
 */
GalleyPrinting *
galley_printing_new (GalleyDesk *desk, GalleyCheck *check)
{
  GalleyPrinting *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (GALLEY_IS_DESK (desk) && GALLEY_IS_CHECK (check), NULL);

  self = g_object_new (GALLEY_TYPE_PRINTING, NULL);
  self->desk = g_object_ref (desk);
  self->check = g_object_ref (check);
  galley_export_form_load_sessions (self->form, desk,
                                    galley_article_get_id (galley_check_get_article (check)),
                                    /* session_id= */ NULL);
  title = galley_report_make_title (galley_check_get_article (check));
  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self), title);

  return self;
}

/**
 * galley_printing_new_for_report:
 * @report: what to print
 *
 * Returns: (transfer full): an operation to run, asynchronously, in which there is nothing to
 * choose but the printer and the paper
 */
GalleyPrinting *
galley_printing_new_for_report (GalleyReport *report)
{
  GalleyPrinting *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (GALLEY_IS_REPORT (report), NULL);

  self = g_object_new (GALLEY_TYPE_PRINTING, NULL);
  self->report = g_object_ref (report);
  title = galley_words_name_copy (report);
  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self), title);

  return self;
}

/**
 * galley_printing_get_form:
 *
 * Returns: (transfer none): where it is chosen what is printed
 */
GalleyExportForm *
galley_printing_get_form (GalleyPrinting *self)
{
  g_return_val_if_fail (GALLEY_IS_PRINTING (self), NULL);

  return self->form;
}

/**
 * galley_printing_get_error:
 *
 * Returns: (transfer none) (nullable): why there are no pages to print; what went wrong afterwards
 *   gtk_print_operation_get_error() knows
 */
const GError *
galley_printing_get_error (GalleyPrinting *self)
{
  g_return_val_if_fail (GALLEY_IS_PRINTING (self), NULL);

  return self->error;
}
