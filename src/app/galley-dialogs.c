/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Message dialogs and the about window, in the shape of AdwAlertDialog, which follows them in a
 * later libadwaita. Nothing else in the program knows AdwMessageDialog and AdwAboutWindow. */

/**
 * galley_dialogs_show_about:
 * @parent: the window to show it over
 */
void
galley_dialogs_show_about (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  adw_about_window_set_application_name (ADW_ABOUT_WINDOW (about), _ ("Galley"));
  adw_about_window_set_application_icon (ADW_ABOUT_WINDOW (about), GALLEY_APP_ID);
  adw_about_window_set_version (ADW_ABOUT_WINDOW (about), GALLEY_VERSION);
  adw_about_window_set_developer_name (ADW_ABOUT_WINDOW (about), _ ("The Galley authors"));
  adw_about_window_set_comments (ADW_ABOUT_WINDOW (about),
                                 _ ("Check an article line by line and keep the record."));
  adw_about_window_set_license_type (ADW_ABOUT_WINDOW (about), GTK_LICENSE_GPL_3_0);
  /* Translators: your names, one a line. */
  adw_about_window_set_translator_credits (ADW_ABOUT_WINDOW (about), _ ("translator-credits"));
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
}

/**
 * galley_dialogs_tell:
 * @parent: the window to show it over
 * @heading: in header capitals
 * @body: whole sentences
 *
 * Says something that has to be read.
 */
void
galley_dialogs_tell (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GalleyAnswer answer = GALLEY_ANSWER_CANCEL;

  g_signal_handlers_disconnect_by_data (dialog, task);
  if (g_str_equal (response, "accept"))
    answer = GALLEY_ANSWER_ACCEPT;
  else if (g_str_equal (response, "other"))
    answer = GALLEY_ANSWER_OTHER;
  g_task_return_int (task, answer);
}

/**
 * galley_dialogs_ask:
 * @parent: the window to show it over
 * @question: what to ask
 * @cancellable: (nullable): takes the dialog away
 * @callback: called when there is an answer
 * @user_data: for @callback
 */
void
galley_dialogs_ask (GtkWindow *parent,
                    const GalleyQuestion *question,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, question->heading, question->body));
  GTask *task = g_task_new (NULL, /* cancellable= */ NULL, callback, user_data);

  adw_message_dialog_add_response (dialog, "cancel", question->cancel);
  if (question->other != NULL)
    adw_message_dialog_add_response (dialog, "other", question->other);
  adw_message_dialog_add_response (dialog, "accept", question->accept);
  adw_message_dialog_set_response_appearance (dialog, "accept",
                                              question->is_destructive ? ADW_RESPONSE_DESTRUCTIVE
                                                                       : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, question->is_destructive ? "cancel" : "accept");

  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (gtk_window_close), dialog,
                             G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * galley_dialogs_ask_finish:
 *
 * Returns: the button that was chosen
 */
GalleyAnswer
galley_dialogs_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_int (G_TASK (result), NULL);
}
