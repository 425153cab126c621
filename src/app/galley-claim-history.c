/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-history.h"

#include "galley-claim-words.h"
#include "galley-history-words.h"
#include "galley-names.h"
#include "galley-wrapping.h"

/**
 * GalleyClaimHistory:
 *
 * What was done to a claim: who, when, what it was and what it became, the latest first. Asks the
 * desk only while it is open.
 */
struct _GalleyClaimHistory
{
  AdwBin parent_instance;

  GalleyDesk *desk;          /* nullable */
  char *claim_id;            /* nullable */
  GCancellable *cancellable; /* of the question that is being answered; nullable */

  /* from the template */
  GtkExpander *expander;
  GtkBox *entries;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (GalleyClaimHistory, galley_claim_history, ADW_TYPE_BIN)

static void
stop (GalleyClaimHistory *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
clear (GalleyClaimHistory *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->entries))) != NULL)
    gtk_box_remove (self->entries, child);
}

static void
add_label (GtkBox *box, const char *text, const char *css_class)
{
  g_autofree char *tame = galley_names_tame (text);
  GtkWidget *label = gtk_label_new (tame);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  galley_wrapping_set_up (GTK_LABEL (label));
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

static void
add_entry (GalleyClaimHistory *self, GalleyHistoryEntry *entry)
{
  const GalleyHistoryFields *fields = galley_history_entry_get_fields (entry);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *act = galley_history_words_describe_act (fields);
  g_autofree char *change = galley_history_words_describe_change (fields);
  g_autofree char *who = galley_claim_words_describe_who (entry);

  add_label (GTK_BOX (box), act, "caption-heading");
  if (change != NULL)
    add_label (GTK_BOX (box), change, NULL);
  add_label (GTK_BOX (box), who, "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  gtk_box_append (self->entries, box);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyClaimHistory) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      galley_desk_list_history_finish (GALLEY_DESK (object), result, &error);

  /* Somebody asks something else by now, or nobody asks any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), entries == NULL);
  if (entries == NULL)
    {
      gtk_label_set_label (self->problem, error->message);
      return;
    }
  for (guint i = entries->len; i-- > 0;)
    add_entry (self, g_ptr_array_index (entries, i));
}

static void
load (GalleyClaimHistory *self)
{
  stop (self);
  if (self->desk == NULL || self->claim_id == NULL || !gtk_expander_get_expanded (self->expander))
    return;

  self->cancellable = g_cancellable_new ();
  galley_desk_list_history_async (self->desk, /* article_id= */ NULL, self->claim_id,
                                  self->cancellable, listed_cb, g_object_ref (self));
}

static void
galley_claim_history_dispose (GObject *object)
{
  GalleyClaimHistory *self = GALLEY_CLAIM_HISTORY (object);

  stop (self);
  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_CLAIM_HISTORY);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->claim_id, g_free);

  G_OBJECT_CLASS (galley_claim_history_parent_class)->dispose (object);
}

static void
galley_claim_history_class_init (GalleyClaimHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_claim_history_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/claim-history.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimHistory, expander);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimHistory, entries);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimHistory, problem);
  gtk_widget_class_bind_template_callback (widget_class, load);
}

static void
galley_claim_history_init (GalleyClaimHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_claim_history_set_desk:
 * @desk: (nullable): who knows
 */
void
galley_claim_history_set_desk (GalleyClaimHistory *self, GalleyDesk *desk)
{
  g_return_if_fail (GALLEY_IS_CLAIM_HISTORY (self));

  if (g_set_object (&self->desk, desk))
    load (self);
}

/**
 * galley_claim_history_set_claim:
 * @claim_id: (nullable): whose history to show
 */
void
galley_claim_history_set_claim (GalleyClaimHistory *self, const char *claim_id)
{
  g_return_if_fail (GALLEY_IS_CLAIM_HISTORY (self));

  if (g_strcmp0 (self->claim_id, claim_id) == 0)
    return;

  g_free (self->claim_id);
  self->claim_id = g_strdup (claim_id);
  clear (self);
  load (self);
}

/**
 * galley_claim_history_refresh:
 *
 * Asks again, because something was done.
 */
void
galley_claim_history_refresh (GalleyClaimHistory *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_HISTORY (self));

  load (self);
}
