/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-form-dialog.h"

#include "galley-dialogs.h"
#include "galley-mnemonics.h"
#include "galley-submit-key.h"
#include "galley-weak.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/**
 * GalleyFormDialog:
 *
 * A form to fill in over a window. It stays open until what was filled in is durable: it shows why
 * it could not be saved, and saving again takes the place of what failed. If somebody gives up
 * then, what failed waits in the window as every change that is not saved. What was typed is not
 * thrown away before somebody said so.
 *
 * The form has a property "is-complete": whether it can be saved.
 */
struct _GalleyFormDialog
{
  AdwWindow parent_instance;

  GalleySaver *saver; /* (nullable) only in tests of the template */
  GalleyFormFunc make_action;
  GalleyAction *awaited; /* (nullable) what is being saved */
  GalleyAction *failed;  /* (nullable) what could not be saved */
  char *initial;         /* (nullable) all texts of the form before anybody typed */
  GCancellable *cancellable;

  /* from the template */
  GtkWidget *save_button;
  GtkWidget *cancel_button;
  GtkLabel *problem;
  AdwBin *place;
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyFormDialog, galley_form_dialog, ADW_TYPE_WINDOW)

static void
set_busy (GalleyFormDialog *self, gboolean is_busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->place), !is_busy);
  gtk_widget_set_sensitive (self->cancel_button, !is_busy);
}

static void
show_problem (GalleyFormDialog *self)
{
  /* Translators: why something could not be saved. */
  g_autofree char *sentence =
      g_strdup_printf (_ ("Not saved: %s"), galley_saver_get_error_message (self->saver));

  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
saved_cb (GalleyOutcome *outcome, gpointer user_data)
{
  g_autoptr (GalleyFormDialog) self = galley_weak_get (user_data);

  if (self != NULL)
    g_signal_emit (self, signals[SAVED], 0, outcome);
}

/* Everything that can be typed below @widget, so that two states can be told apart. */
static void
append_texts (GtkWidget *widget, GString *texts)
{
  if (GTK_IS_TEXT (widget))
    g_string_append_printf (texts, "%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    {
      g_autofree char *text = NULL;

      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);
      g_string_append_printf (texts, "%s\n", text);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_texts (child, texts);
}

static char *
list_texts (GtkWidget *widget)
{
  GString *texts = g_string_new (NULL);

  append_texts (widget, texts);

  return g_string_free (texts, FALSE);
}

static void
close_now (GalleyFormDialog *self)
{
  g_clear_pointer (&self->initial, g_free);
  gtk_window_close (GTK_WINDOW (self));
}

static void
settled_cb (GalleyFormDialog *self, GalleyAction *action, gboolean is_failed)
{
  if (action != self->awaited)
    return;

  if (is_failed)
    {
      self->failed = g_steal_pointer (&self->awaited);
      set_busy (self, FALSE);
      show_problem (self);
      return;
    }

  g_clear_pointer (&self->awaited, galley_action_unref);
  close_now (self);
}

static void
discard_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyFormDialog) self = user_data;

  if (galley_dialogs_ask_finish (result) == GALLEY_ANSWER_ACCEPT)
    close_now (self);
}

static void
ask_before_discarding (GalleyFormDialog *self)
{
  galley_dialogs_ask (GTK_WINDOW (self),
                      &(GalleyQuestion){ .heading = _ ("Discard What You Typed?"),
                                         .body = _ ("It is not saved yet."),
                                         .cancel = _ ("_Keep Editing"),
                                         .accept = _ ("_Discard"),
                                         .is_destructive = TRUE },
                      self->cancellable, discard_answered_cb, g_object_ref (self));
}

static gboolean
close_request_cb (GalleyFormDialog *self)
{
  g_autofree char *texts = NULL;

  if (self->awaited != NULL)
    return GDK_EVENT_STOP;

  texts = list_texts (GTK_WIDGET (self->place));
  if (self->failed != NULL || self->initial == NULL || g_str_equal (texts, self->initial))
    return GDK_EVENT_PROPAGATE;

  ask_before_discarding (self);
  return GDK_EVENT_STOP;
}

static gboolean
save_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  galley_form_dialog_save (GALLEY_FORM_DIALOG (widget));
  return TRUE;
}

static void
galley_form_dialog_dispose (GObject *object)
{
  GalleyFormDialog *self = GALLEY_FORM_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->initial, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_FORM_DIALOG);
  g_clear_object (&self->saver);
  g_clear_pointer (&self->awaited, galley_action_unref);
  g_clear_pointer (&self->failed, galley_action_unref);

  G_OBJECT_CLASS (galley_form_dialog_parent_class)->dispose (object);
}

static void
galley_form_dialog_class_init (GalleyFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_form_dialog_dispose;

  /**
   * GalleyFormDialog::saved:
   * @outcome: what is on disk now
   *
   * What was filled in is durable. The dialog closes.
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, GALLEY_TYPE_OUTCOME);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyFormDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyFormDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyFormDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, GalleyFormDialog, place);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_bind_template_callback (widget_class, galley_form_dialog_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
galley_form_dialog_init (GalleyFormDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_wrapping_set_up_all (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
  galley_submit_key_add (GTK_WIDGET (self), save_cb);
}

/**
 * galley_form_dialog_new:
 * @parent: the window to show it over
 * @title: what the form is for, in header capitals
 * @form: what is filled in
 * @saver: where it is saved
 * @make_action: makes an action of it
 *
 * Returns: (transfer none): the dialog; GTK holds it until it is closed
 */
GalleyFormDialog *
galley_form_dialog_new (GtkWindow *parent,
                        const char *title,
                        GtkWidget *form,
                        GalleySaver *saver,
                        GalleyFormFunc make_action)
{
  GalleyFormDialog *self =
      g_object_new (GALLEY_TYPE_FORM_DIALOG, "transient-for", parent, "title", title, NULL);

  self->saver = g_object_ref (saver);
  self->make_action = make_action;
  adw_bin_set_child (self->place, form);
  self->initial = list_texts (form);
  g_object_bind_property (form, "is-complete", self->save_button, "sensitive",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (saver, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * galley_form_dialog_set_accept:
 * @label: what the button does, in header capitals, with a mnemonic that the form leaves free
 * @tooltip: the same with its key
 *
 * Says what comes of the form, where that is more than that it is saved.
 */
void
galley_form_dialog_set_accept (GalleyFormDialog *self, const char *label, const char *tooltip)
{
  g_return_if_fail (GALLEY_IS_FORM_DIALOG (self));

  gtk_button_set_label (GTK_BUTTON (self->save_button), label);
  gtk_widget_set_tooltip_text (self->save_button, tooltip);
  galley_mnemonics_name (self->save_button);
}

/**
 * galley_form_dialog_save:
 *
 * Saves what is filled in, if it can be saved.
 */
void
galley_form_dialog_save (GalleyFormDialog *self)
{
  g_autoptr (GalleyAction) action = NULL;

  g_return_if_fail (GALLEY_IS_FORM_DIALOG (self));

  if (self->awaited != NULL || !gtk_widget_get_sensitive (self->save_button))
    return;
  action = self->make_action (adw_bin_get_child (self->place));
  if (action == NULL)
    return;

  if (self->failed != NULL)
    galley_saver_withdraw (self->saver, self->failed);
  g_clear_pointer (&self->failed, galley_action_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  set_busy (self, TRUE);
  self->awaited = galley_action_ref (action);
  galley_saver_perform (self->saver, action, saved_cb, galley_weak_new (self), galley_weak_free);
}
