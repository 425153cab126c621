/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-sign-off-dialog.h"

#include "galley-gate.h"
#include "galley-mnemonics.h"
#include "galley-plain.h"
#include "galley-weak.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/**
 * GalleySignOffDialog:
 *
 * What is missing before an article can be signed, each with a jump to its place, and who signs it,
 * as what and with which exception. It stays open beside the window while the gaps are filled, and
 * looks again whenever something was saved. What is signed is what was looked at: if anything came
 * in between, the library refuses.
 */
struct _GalleySignOffDialog
{
  AdwWindow parent_instance;

  GalleyLogBook *log_book; /* (nullable) only in tests of the template */
  char *article_id;
  GCancellable *cancellable;
  GalleyGate *gate;      /* (nullable) as it was read last */
  GtkStringList *shown;  /* a line for each item of @gate */
  char *counted;         /* (nullable) what the exception began with */
  GalleyAction *awaited; /* (nullable) what is being saved */

  /* from the template */
  GtkWidget *sign_button;
  GtkLabel *summary;
  GtkLabel *problem;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *failed_page;
  GtkEditable *name;
  AdwComboRow *role;
  GtkWidget *exception_box;
  GtkTextView *exception;
};

enum
{
  SHOW_WORDS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleySignOffDialog, galley_sign_off_dialog, ADW_TYPE_WINDOW)

static char *
get_exception (GalleySignOffDialog *self)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->exception), "text", &text, NULL);
  return g_strstrip (text);
}

static GalleyAction *
make_action (GalleySignOffDialog *self, GError **error)
{
  g_autofree char *exception = get_exception (self);

  return galley_gate_make_action (self->gate, adw_combo_row_get_selected (self->role),
                                  gtk_editable_get_text (self->name), exception, error);
}

static void
update (GalleySignOffDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyAction) action = self->gate != NULL ? make_action (self, &error) : NULL;

  gtk_widget_set_sensitive (self->sign_button, action != NULL && self->awaited == NULL);
  gtk_widget_set_tooltip_text (self->sign_button,
                               error != NULL ? error->message : _ ("Sign off (Ctrl+Enter)"));
}

static void
summarize (GalleySignOffDialog *self)
{
  guint n_missing = galley_gate_get_n_missing (self->gate);
  g_autofree char *missing = g_strdup_printf (
      ngettext ("%u thing is missing. Fill the gap, or say what is not verified and why it is "
                "signed all the same.",
                "%u things are missing. Fill the gaps, or say what is not verified and why it is "
                "signed all the same.",
                n_missing),
      n_missing);

  gtk_label_set_label (self->summary, n_missing > 0
                                          ? missing
                                          : _ ("Nothing is missing. Signing freezes the article "
                                               "until somebody reopens it with a reason."));
}

/* The exception begins with what is missing, counted, as long as nobody has written one. */
static void
count_anew (GalleySignOffDialog *self)
{
  g_autofree char *exception = get_exception (self);
  g_autofree char *counted = galley_gate_describe_missing (self->gate);

  if (*exception == '\0' || g_strcmp0 (exception, self->counted) == 0)
    {
      /* What somebody types goes on behind it. */
      g_autofree char *text =
          *counted != '\0' ? g_strconcat (counted, " ", NULL) : g_strdup (counted);

      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->exception), text, -1);
    }
  g_free (self->counted);
  self->counted = g_steal_pointer (&counted);
}

static void
show_gate (GalleySignOffDialog *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  gboolean is_first = self->counted == NULL;

  for (guint i = 0; i < self->gate->items->len; i++)
    g_ptr_array_add (lines, ((GalleyGateItem *) g_ptr_array_index (self->gate->items, i))->quote);
  g_ptr_array_add (lines, NULL);
  gtk_string_list_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)),
                          (const char *const *) lines->pdata);
  gtk_stack_set_visible_child_name (self->stack, self->gate->items->len > 0 ? "list" : "empty");
  summarize (self);
  count_anew (self);
  update (self);
  if (is_first && galley_gate_get_n_missing (self->gate) == 0)
    gtk_widget_grab_focus (self->sign_button);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleySignOffDialog) self = galley_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  GalleyGate *gate = galley_gate_load_finish (result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&gate, galley_gate_unref);
      return;
    }
  if (gate == NULL)
    {
      galley_plain_describe_page (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  g_clear_pointer (&self->gate, galley_gate_unref);
  self->gate = gate;
  show_gate (self);
}

/* What was read before may not be signed any more. */
static void
reload (GalleySignOffDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (self->sign_button, FALSE);
  galley_gate_load_async (galley_log_book_get_desk (self->log_book), self->article_id,
                          self->cancellable, loaded_cb, galley_weak_new (self));
}

static void
tell_problem (GalleySignOffDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static void
settled_cb (GalleySignOffDialog *self, GalleyAction *action, gboolean is_failed)
{
  GalleySaver *saver = galley_log_book_get_saver (self->log_book);

  if (action != self->awaited)
    return;

  g_clear_pointer (&self->awaited, galley_action_unref);
  if (!is_failed)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  /* A signature is given to what is read anew, and not some time later. */
  tell_problem (self, galley_saver_get_error_message (saver));
  galley_saver_withdraw (saver, action);
  reload (self);
}

static void
sign (GalleySignOffDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyAction) action = NULL;

  if (self->gate == NULL || self->awaited != NULL || !gtk_widget_get_sensitive (self->sign_button))
    return;
  action = make_action (self, &error);
  tell_problem (self, error != NULL ? error->message : NULL);
  if (action == NULL)
    return;

  self->awaited = galley_action_ref (action);
  gtk_widget_set_sensitive (self->sign_button, FALSE);
  galley_saver_perform (galley_log_book_get_saver (self->log_book), action, NULL, NULL, NULL);
}

static gboolean
sign_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  sign (GALLEY_SIGN_OFF_DIALOG (widget));
  return TRUE;
}

static void
activated_cb (GalleySignOffDialog *self, guint position)
{
  const GalleyGateItem *item = g_ptr_array_index (self->gate->items, position);

  if (item->claim_id != NULL)
    galley_log_book_show_claim (self->log_book, self->article_id, item->claim_id);
  else
    g_signal_emit (self, signals[SHOW_WORDS], 0, item->range.start);
}

static void
add_label (GtkWidget *box, int lines, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (row, "report-row");
  add_label (row, 1, "heading");
  add_label (row, 2, "claim-quote");
  add_label (row, 2, "caption");
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  GalleySignOffDialog *self = user_data;
  const GalleyGateItem *item =
      g_ptr_array_index (self->gate->items, gtk_list_item_get_position (list_item));
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *label = gtk_widget_get_first_child (row);
  const char *kind = galley_gate_kind_get_label (item->kind);
  g_autofree char *quote = g_strdelimit (g_strdup (item->quote), "\r\n\t", ' ');
  g_autofree char *name = g_strdup_printf ("%s, %s", kind, quote);

  gtk_label_set_label (GTK_LABEL (label), kind);
  label = gtk_widget_get_next_sibling (label);
  gtk_label_set_label (GTK_LABEL (label), quote);
  label = gtk_widget_get_next_sibling (label);
  gtk_label_set_label (GTK_LABEL (label), item->details != NULL ? item->details : "");
  gtk_widget_set_visible (label, item->details != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
galley_sign_off_dialog_dispose (GObject *object)
{
  GalleySignOffDialog *self = GALLEY_SIGN_OFF_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_SIGN_OFF_DIALOG);
  g_clear_object (&self->log_book);
  g_clear_pointer (&self->awaited, galley_action_unref);

  G_OBJECT_CLASS (galley_sign_off_dialog_parent_class)->dispose (object);
}

static void
galley_sign_off_dialog_finalize (GObject *object)
{
  GalleySignOffDialog *self = GALLEY_SIGN_OFF_DIALOG (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->shown);
  g_clear_pointer (&self->gate, galley_gate_unref);
  g_free (self->article_id);
  g_free (self->counted);

  G_OBJECT_CLASS (galley_sign_off_dialog_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, GalleySignOffDialog, child)

static void
galley_sign_off_dialog_class_init (GalleySignOffDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_sign_off_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_sign_off_dialog_finalize;

  /**
   * GalleySignOffDialog::show-words:
   * @start: the first of the words that somebody wants to see, in characters of the draft
   */
  signals[SHOW_WORDS] = g_signal_new ("show-words", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/sign-off-dialog.ui");
  BIND (sign_button);
  BIND (summary);
  BIND (problem);
  BIND (stack);
  BIND (list);
  BIND (failed_page);
  BIND (name);
  BIND (role);
  BIND (exception_box);
  BIND (exception);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* Before the text that is typed has the key, which would begin a line with it. */
static void
add_sign_key (GalleySignOffDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                        gtk_callback_action_new (sign_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
galley_sign_off_dialog_init (GalleySignOffDialog *self)
{
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);
  GtkSingleSelection *selection;

  self->cancellable = g_cancellable_new ();
  self->shown = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_wrapping_set_up_all (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
  add_sign_key (self);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  for (guint i = 0; i < GALLEY_N_ROLES; i++)
    gtk_string_list_append (roles, galley_role_get_label (i));
  adw_combo_row_set_model (self->role, G_LIST_MODEL (roles));
  g_signal_connect_object (gtk_text_view_get_buffer (self->exception), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * galley_sign_off_dialog_new:
 * @parent: the window that the library is open in
 * @log_book: its source log
 * @article_id: an article
 *
 * Returns: (transfer none): the dialog; GTK holds it until it is closed
 */
GalleySignOffDialog *
galley_sign_off_dialog_new (GtkWindow *parent, GalleyLogBook *log_book, const char *article_id)
{
  GalleySignOffDialog *self =
      g_object_new (GALLEY_TYPE_SIGN_OFF_DIALOG, "transient-for", parent, NULL);
  GalleySaver *saver = galley_log_book_get_saver (log_book);

  g_set_object (&self->log_book, log_book);
  self->article_id = g_strdup (article_id);
  gtk_editable_set_text (self->name, galley_desk_get_actor (galley_log_book_get_desk (log_book)));
  g_signal_connect_object (saver, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (saver, "saved", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  /* What comes first in the window cancels. */
  gtk_widget_grab_focus (GTK_WIDGET (self->exception));

  return self;
}

/**
 * galley_sign_off_dialog_get_article_id:
 *
 * Returns: (transfer none): UUID of the article that it is about
 */
const char *
galley_sign_off_dialog_get_article_id (GalleySignOffDialog *self)
{
  g_return_val_if_fail (GALLEY_IS_SIGN_OFF_DIALOG (self), NULL);

  return self->article_id;
}
