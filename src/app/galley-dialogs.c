/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-dialogs.h"

#include "galley-mnemonics.h"

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
  gtk_window_set_destroy_with_parent (GTK_WINDOW (about), TRUE);
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
  galley_mnemonics_name (dialog);
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

static AdwMessageDialog *
create_question (GtkWindow *parent, const GalleyQuestion *question)
{
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, question->heading, question->body));

  adw_message_dialog_add_response (dialog, "cancel", question->cancel);
  if (question->other != NULL)
    adw_message_dialog_add_response (dialog, "other", question->other);
  adw_message_dialog_add_response (dialog, "accept", question->accept);
  adw_message_dialog_set_response_appearance (dialog, "accept",
                                              question->is_destructive ? ADW_RESPONSE_DESTRUCTIVE
                                              : question->is_open      ? ADW_RESPONSE_DEFAULT
                                                                       : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (
      dialog, question->is_destructive || question->is_open ? "cancel" : "accept");
  galley_mnemonics_name (GTK_WIDGET (dialog));

  return dialog;
}

static void
present (AdwMessageDialog *dialog, GCancellable *cancellable)
{
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (gtk_window_close), dialog,
                             G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
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
  AdwMessageDialog *dialog = create_question (parent, question);
  GTask *task = g_task_new (NULL, /* cancellable= */ NULL, callback, user_data);

  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  present (dialog, cancellable);
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

/* A question that is answered by a text. */
typedef struct
{
  AdwMessageDialog *dialog; /* not owned: it lives as long as the question */
  GtkEditable *entry;       /* likewise */
  GalleyTextCheck is_valid;
} TextQuestion;

static char *
get_text (TextQuestion *asked)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (asked->entry)));
}

static void
text_changed_cb (TextQuestion *asked)
{
  g_autofree char *text = get_text (asked);

  adw_message_dialog_set_response_enabled (asked->dialog, "accept", asked->is_valid (text));
}

static void
text_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  TextQuestion *asked = g_task_get_task_data (task);

  g_signal_handlers_disconnect_by_data (dialog, task);
  g_signal_handlers_disconnect_by_data (asked->entry, asked);
  g_task_return_pointer (task, g_str_equal (response, "accept") ? get_text (asked) : NULL, g_free);
}

/**
 * galley_dialogs_ask_text:
 * @parent: the window to show it over
 * @question: what to ask
 * @initial_text: (nullable): an answer to begin with
 * @is_valid: whether a text can be the answer
 * @cancellable: (nullable): takes the dialog away
 * @callback: called when there is an answer
 * @user_data: for @callback
 */
void
galley_dialogs_ask_text (GtkWindow *parent,
                         const GalleyQuestion *question,
                         const char *initial_text,
                         GalleyTextCheck is_valid,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  TextQuestion *asked = g_new0 (TextQuestion, 1);
  GTask *task = g_task_new (NULL, /* cancellable= */ NULL, callback, user_data);

  asked->dialog = create_question (parent, question);
  asked->entry = GTK_EDITABLE (gtk_entry_new ());
  asked->is_valid = is_valid;
  gtk_entry_set_activates_default (GTK_ENTRY (asked->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (asked->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question->heading, -1);
  if (initial_text != NULL)
    gtk_editable_set_text (asked->entry, initial_text);
  adw_message_dialog_set_extra_child (asked->dialog, GTK_WIDGET (asked->entry));
  g_signal_connect_swapped (asked->entry, "changed", G_CALLBACK (text_changed_cb), asked);
  text_changed_cb (asked);

  g_task_set_task_data (task, asked, g_free);
  g_signal_connect (asked->dialog, "response", G_CALLBACK (text_response_cb), task);
  present (asked->dialog, cancellable);
  gtk_widget_grab_focus (GTK_WIDGET (asked->entry));
}

/**
 * galley_dialogs_ask_text_finish:
 *
 * Returns: (transfer full) (nullable): the answer, without white space around it; %NULL if there is
 *   none
 */
char *
galley_dialogs_ask_text_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* Those windows over @window; (element-type GtkWindow). Where files are chosen in one of them, it
 * is GTK's own, and goes when there is an answer. */
static GPtrArray *
list_over (GtkWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GPtrArray *over = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (one) == window)
        g_ptr_array_add (over, g_steal_pointer (&one));
    }

  return over;
}

/**
 * galley_dialogs_close_over:
 * @window: a window that goes away
 *
 * Takes away what is open over it, whatever is open over that. Questions get the answer that
 * changes nothing, so that nothing waits for another; what something under way keeps does not look
 * for the window any more, which may not be there when that ends.
 */
void
galley_dialogs_close_over (GtkWindow *window)
{
  g_autoptr (GPtrArray) over = list_over (window);

  for (guint i = 0; i < over->len; i++)
    {
      GtkWindow *one = g_ptr_array_index (over, i);

      gtk_window_set_transient_for (one, NULL);
      galley_dialogs_close_over (one);
      if (ADW_IS_MESSAGE_DIALOG (one))
        gtk_window_close (one);
      /* What is GTK's own, such as where files are chosen, goes when there is an answer. */
      if (ADW_IS_MESSAGE_DIALOG (one) || ADW_IS_WINDOW (one))
        gtk_window_destroy (one);
    }
}
