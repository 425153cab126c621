/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-progress-window.h"

#include "galley-desk-figures.h"
#include "galley-figures-report.h"
#include "galley-mnemonics.h"
#include "galley-plain.h"
#include "galley-printing.h"
#include "galley-progress-page.h"
#include "galley-report-saving.h"
#include "galley-table-view.h"
#include "galley-weak.h"

#include <glib/gi18n.h>

/* How long verdicts are waited for before figures are read again, so that a row of them costs one
 * reading. */
#define QUIET_MS 400

/**
 * GalleyProgressWindow:
 *
 * How far the work on the open article or on the library is, and how it went: charts, each with its
 * table below, that follow what is decided meanwhile. What is shown can be printed and exported.
 */
struct _GalleyProgressWindow
{
  AdwWindow parent_instance;

  GalleyLogBook *log_book; /* (nullable) only in tests of the template */
  char *article_id;        /* (nullable) the article that it can be about */
  GalleyFigures *figures;  /* (nullable) what is shown */
  GCancellable *reading;   /* of what is being read */
  GCancellable *cancellable;
  guint quiet_source;

  /* from the template */
  GtkToggleButton *article_button;
  GtkToggleButton *library_button;
  GtkWidget *print_button;
  GtkMenuButton *export_button;
  GtkCheckButton *archived_check;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *empty_page;
  AdwStatusPage *failed_page;
  GtkScrolledWindow *scroller;
  GtkBox *content;
};

G_DEFINE_FINAL_TYPE (GalleyProgressWindow, galley_progress_window, ADW_TYPE_WINDOW)

static void
say (GalleyProgressWindow *self, const char *sentence)
{
  adw_toast_overlay_add_toast (self->toasts, galley_plain_toast_new (sentence));
}

static gboolean
is_about_all (GalleyProgressWindow *self)
{
  return gtk_toggle_button_get_active (self->library_button);
}

static gboolean
has_anything (GalleyFigures *figures)
{
  return galley_figures_get_n_claims (figures->n_with_status) > 0 || figures->spans->len > 0;
}

static void
update_buttons (GalleyProgressWindow *self)
{
  gboolean can_go_out = self->figures != NULL && has_anything (self->figures);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "progress.print", can_go_out);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "progress.export", can_go_out);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), can_go_out);
  gtk_widget_set_visible (GTK_WIDGET (self->archived_check), is_about_all (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->article_button), self->article_id != NULL);
}

static const char *
describe_nothing (GalleyFigures *figures)
{
  if (figures->article_id != NULL)
    return _ ("Mark claims in the article and decide about them: how far the work is and how it "
              "went is shown here.");
  if (figures->articles->len > 0)
    return _ ("Mark claims in an article and decide about them: how far the work is and how it "
              "went is shown here.");

  return _ (
      "Import an article first. How far the work on all of them is, and how it went, is shown "
      "here.");
}

/* The place in @content of the table that has the focus; -1 if none has. */
static int
find_focused (GalleyProgressWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->content)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, child))
      return i;

  return -1;
}

static void
focus_again (GalleyProgressWindow *self, int place)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->content));

  for (; place > 0 && child != NULL; place--)
    child = gtk_widget_get_next_sibling (child);
  if (place == 0 && child != NULL)
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

/* What the reader looks at stays where it is. */
static void
show_page (GalleyProgressWindow *self)
{
  GalleyReportOptions options = { 0 };
  g_autoptr (GalleyReport) report = galley_figures_report_new (self->figures, &options);
  g_autoptr (GalleyCopy) copy = galley_copy_set (report);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double value = gtk_adjustment_get_value (adjustment);
  int focused = find_focused (self);

  galley_progress_page_fill (self->content, copy);
  focus_again (self, focused);
  gtk_adjustment_set_value (adjustment, value);
}

static void
show_figures (GalleyProgressWindow *self)
{
  update_buttons (self);
  if (!has_anything (self->figures))
    {
      adw_status_page_set_description (self->empty_page, describe_nothing (self->figures));
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  show_page (self);
  gtk_stack_set_visible_child_name (self->stack, "figures");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyProgressWindow) self = galley_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyFigures) figures =
      galley_desk_read_figures_finish (GALLEY_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self == NULL)
    return;
  if (figures == NULL)
    {
      g_clear_pointer (&self->figures, galley_figures_unref);
      galley_plain_describe_page (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      update_buttons (self);
      return;
    }

  g_clear_pointer (&self->figures, galley_figures_unref);
  self->figures = galley_figures_ref (figures);
  show_figures (self);
}

static void
reload (GalleyProgressWindow *self)
{
  GalleyFiguresScope scope = { 0 };

  if (self->log_book == NULL)
    return;

  scope.article_id = is_about_all (self) ? NULL : self->article_id;
  scope.with_archived = gtk_check_button_get_active (self->archived_check);
  g_cancellable_cancel (self->reading);
  g_object_unref (self->reading);
  self->reading = g_cancellable_new ();
  galley_desk_read_figures_async (galley_log_book_get_desk (self->log_book), &scope, self->reading,
                                  read_cb, galley_weak_new (self));
}

static gboolean
quiet_cb (gpointer user_data)
{
  GalleyProgressWindow *self = user_data;

  self->quiet_source = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
saved_cb (GalleyProgressWindow *self)
{
  if (self->quiet_source == 0)
    self->quiet_source = g_timeout_add (QUIET_MS, quiet_cb, self);
}

static void
scope_cb (GalleyProgressWindow *self)
{
  update_buttons (self);
  reload (self);
}

static GalleyReport *
make_report (GalleyProgressWindow *self)
{
  GalleyReportOptions options = { 0 };

  return galley_figures_report_new (self->figures, &options);
}

/**
 * galley_progress_window_write:
 * @format: nick of a format that figures have
 *
 * Writes what is shown to a file, and says what came of it.
 */
void
galley_progress_window_write (GalleyProgressWindow *self, GFile *file, const char *format)
{
  g_autoptr (GalleyReport) report = NULL;

  g_return_if_fail (self->figures != NULL);

  report = make_report (self);
  galley_report_saving_write (report, galley_export_find_format (format), file, self->cancellable,
                              self->toasts);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyProgressWindow *self = GALLEY_PROGRESS_WINDOW (widget);
  const char *nick = g_variant_get_string (parameter, NULL);
  const GalleyExportFormat *format = galley_export_find_format (nick);
  g_autoptr (GalleyReport) report = NULL;

  g_return_if_fail (format != NULL && self->figures != NULL);

  report = make_report (self);
  galley_report_saving_ask (GTK_WINDOW (self), _ ("Export Progress"), report, format,
                            self->cancellable, self->toasts);
}

static void
export_menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_menu_button_popup (GALLEY_PROGRESS_WINDOW (widget)->export_button);
}

static void
printed_cb (GalleyProgressWindow *self,
            GtkPrintOperationResult result,
            GtkPrintOperation *operation)
{
  const GError *failure = galley_printing_get_error (GALLEY_PRINTING (operation));
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (error != NULL || failure != NULL)
    {
      /* Translators: why something could not be printed. */
      g_autofree char *sentence = g_strdup_printf (
          _ ("Not printed: %s"), error != NULL ? error->message : failure->message);

      say (self, sentence);
    }
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyProgressWindow *self = GALLEY_PROGRESS_WINDOW (widget);
  g_autoptr (GalleyReport) report = make_report (self);
  g_autoptr (GalleyPrinting) printing = galley_printing_new_for_report (report);

  g_signal_connect_object (printing, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  /* GTK keeps it until it is done, and says then what went wrong. */
  gtk_print_operation_run (GTK_PRINT_OPERATION (printing), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (self), /* error= */ NULL);
}

static void
scope_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyProgressWindow *self = GALLEY_PROGRESS_WINDOW (widget);
  gboolean is_all = g_str_equal (action_name, "progress.library");

  if (is_all || self->article_id != NULL)
    gtk_toggle_button_set_active (is_all ? self->library_button : self->article_button, TRUE);
}

static void
say_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  say (GALLEY_PROGRESS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
galley_progress_window_dispose (GObject *object)
{
  GalleyProgressWindow *self = GALLEY_PROGRESS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->reading);
  g_clear_handle_id (&self->quiet_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_PROGRESS_WINDOW);
  g_clear_object (&self->log_book);

  G_OBJECT_CLASS (galley_progress_window_parent_class)->dispose (object);
}

static void
galley_progress_window_finalize (GObject *object)
{
  GalleyProgressWindow *self = GALLEY_PROGRESS_WINDOW (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->reading);
  g_clear_pointer (&self->figures, galley_figures_unref);
  g_free (self->article_id);

  G_OBJECT_CLASS (galley_progress_window_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "progress.print", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, GDK_CONTROL_MASK, "progress.export-menu",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_1, GDK_ALT_MASK, "progress.article", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_2, GDK_ALT_MASK, "progress.library", NULL);
}

static void
galley_progress_window_class_init (GalleyProgressWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_progress_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_progress_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/progress-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyProgressWindow, article_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyProgressWindow, library_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyProgressWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyProgressWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyProgressWindow, archived_check);
  gtk_widget_class_bind_template_child (widget_class, GalleyProgressWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GalleyProgressWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleyProgressWindow, empty_page);
  gtk_widget_class_bind_template_child (widget_class, GalleyProgressWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, GalleyProgressWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, GalleyProgressWindow, content);
  gtk_widget_class_install_action (widget_class, "progress.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "progress.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "progress.export-menu", NULL, export_menu_action);
  gtk_widget_class_install_action (widget_class, "progress.article", NULL, scope_action);
  gtk_widget_class_install_action (widget_class, "progress.library", NULL, scope_action);
  gtk_widget_class_install_action (widget_class, "progress.say", "s", say_action);
  add_keys (widget_class);
}

static void
galley_progress_window_init (GalleyProgressWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
  update_buttons (self);
}

/**
 * galley_progress_window_new:
 * @parent: the window that the library is open in
 * @log_book: its source log
 *
 * Returns: (transfer none): a window still to be shown something; GTK holds it until it is closed
 */
GalleyProgressWindow *
galley_progress_window_new (GtkWindow *parent, GalleyLogBook *log_book)
{
  GalleyProgressWindow *self =
      g_object_new (GALLEY_TYPE_PROGRESS_WINDOW, "transient-for", parent, NULL);

  g_set_object (&self->log_book, log_book);
  g_signal_connect_object (galley_log_book_get_saver (log_book), "saved", G_CALLBACK (saved_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library_button, "toggled", G_CALLBACK (scope_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->archived_check, "toggled", G_CALLBACK (scope_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * galley_progress_window_show:
 * @article_id: (nullable): the article that it can be about; %NULL for none
 * @is_about_all: whether it is about the whole library now
 *
 * Shows how far the work is.
 */
void
galley_progress_window_show (GalleyProgressWindow *self,
                             const char *article_id,
                             gboolean is_about_all)
{
  g_return_if_fail (article_id != NULL || is_about_all);

  g_free (self->article_id);
  self->article_id = g_strdup (article_id);
  g_signal_handlers_block_by_func (self->library_button, scope_cb, self);
  gtk_toggle_button_set_active (is_about_all ? self->library_button : self->article_button, TRUE);
  g_signal_handlers_unblock_by_func (self->library_button, scope_cb, self);
  scope_cb (self);
}
