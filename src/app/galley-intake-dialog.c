/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-intake-dialog.h"

#include "galley-article-places.h"
#include "galley-intake-item.h"
#include "galley-mnemonics.h"
#include "galley-placed-row.h"
#include "galley-plain.h"

#include <glib/gi18n.h>

/**
 * GalleyIntakeDialog:
 *
 * What would become of the annotations of a file, and what somebody decides about that. The article
 * beside it shows the words that are meant, and words are chosen there. It changes nothing: the
 * window does what was decided when it is told to.
 */
struct _GalleyIntakeDialog
{
  AdwWindow parent_instance;

  GalleyArticleView *view;   /* where the article is */
  GalleyIntake *intake;      /* (nullable) until they have their places */
  GListStore *items;         /* (nullable) (element-type GalleyIntakeItem) */
  GCancellable *cancellable; /* is cancelled when the dialog closes */

  /* from the template */
  GtkStack *stack;
  AdwStatusPage *failed_page;
  GtkLabel *summary;
  GtkListView *list;
  GtkSingleSelection *selection; /* (nullable) (unowned) */
  GtkWidget *choose_button;
  GtkWidget *leave_button;
  GtkWidget *next_button;
  GtkWidget *import_button;
  GtkLabel *problem;
};

enum
{
  IMPORT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyIntakeDialog, galley_intake_dialog, ADW_TYPE_WINDOW)

static GalleyIntakeItem *
get_item (GalleyIntakeDialog *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  galley_placed_row_set_up (list_item);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GalleyIntakeItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *markup = galley_intake_item_make_markup (item);
  g_autofree char *fate = galley_intake_item_describe_fate (item);

  galley_placed_row_bind (list_item, galley_intake_item_get_class_label (item), /* former= */ NULL,
                          markup, fate);
}

/* How many there are of each class, and how many become what. */
static void
show_summary (GalleyIntakeDialog *self)
{
  g_autoptr (GString) summary = g_string_new (NULL);
  guint n_made = galley_intake_count_fate (self->intake, GALLEY_FATE_MAKE);
  guint n_waiting = galley_intake_count_fate (self->intake, GALLEY_FATE_WAIT);
  guint n_found = galley_intake_count_fate (self->intake, GALLEY_FATE_FOUND);

  for (GalleyPlacementClass i = 0; i < GALLEY_N_PLACEMENT_CLASSES; i++)
    g_string_append_printf (summary, "%s%s %u", i > 0 ? " · " : "",
                            galley_place_get_label (galley_place_from_placement (i)),
                            galley_intake_count (self->intake, i));
  g_string_append_c (summary, '\n');
  g_string_append_printf (summary, ngettext ("%u new claim", "%u new claims", n_made), n_made);
  if (n_waiting > 0)
    {
      g_string_append (summary, " · ");
      g_string_append_printf (
          summary,
          /* Translators: how many annotations become claims that wait to be put on words. */
          ngettext ("%u waits in the tray", "%u wait in the tray", n_waiting), n_waiting);
    }
  if (n_found > 0)
    {
      g_string_append (summary, " · ");
      g_string_append_printf (
          summary, ngettext ("%u is there already", "%u are there already", n_found), n_found);
    }
  gtk_label_set_label (self->summary, summary->str);
  gtk_widget_set_sensitive (self->import_button, galley_intake_is_to_do (self->intake));
}

/* Shows the words in the article. */
static void
selected_cb (GalleyIntakeDialog *self)
{
  GalleyIntakeItem *item = get_item (self);
  const GalleyIntakeEntry *entry = item != NULL ? galley_intake_item_get_entry (item) : NULL;
  GalleyRange range = { 0, 0 };

  gtk_label_set_label (self->problem, "");
  gtk_widget_set_sensitive (self->choose_button, entry != NULL && entry->fate != GALLEY_FATE_FOUND);
  gtk_widget_set_sensitive (self->leave_button, entry != NULL && entry->fate != GALLEY_FATE_FOUND);
  gtk_widget_set_sensitive (self->next_button, entry != NULL && entry->fate != GALLEY_FATE_FOUND &&
                                                   entry->target != NULL);
  if (entry != NULL)
    range = entry->range.start < entry->range.end ? entry->range : entry->placement.range;
  if (range.start < range.end)
    galley_article_view_select (self->view, range);
}

/* A decision may change what becomes of others as well. */
static void
show_decision (GalleyIntakeDialog *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (all, g_list_model_get_item (G_LIST_MODEL (self->items), i));
  g_list_store_splice (self->items, 0, n, all->pdata, n);
  gtk_single_selection_set_selected (self->selection, position);
  show_summary (self);
  selected_cb (self);
}

static void
choose_cb (GalleyIntakeDialog *self)
{
  GalleyIntakeItem *item = get_item (self);
  g_autoptr (GError) error = NULL;
  GalleyRange range;

  if (item == NULL || galley_intake_item_get_entry (item)->fate == GALLEY_FATE_FOUND)
    return;
  if (!galley_article_view_get_selection (self->view, &range))
    gtk_label_set_label (self->problem, _ ("Select words in the article first"));
  else if (galley_intake_choose (self->intake, galley_intake_item_get_index (item), range, &error))
    show_decision (self);
  else
    gtk_label_set_label (self->problem, error->message);
}

/* Shows one place after the other that has the words, to put the claim on one of them. */
static void
next_cb (GalleyIntakeDialog *self)
{
  GalleyIntakeItem *item = get_item (self);
  const GalleyIntakeEntry *entry = item != NULL ? galley_intake_item_get_entry (item) : NULL;

  if (entry == NULL || entry->fate == GALLEY_FATE_FOUND)
    return;
  gtk_label_set_label (self->problem, "");
  if (entry->target == NULL ||
      !galley_article_places_next (self->view, galley_intake_get_document (self->intake),
                                   entry->target->exact))
    gtk_label_set_label (self->problem, _ ("These very words are nowhere in the article"));
}

static void
leave_cb (GalleyIntakeDialog *self)
{
  GalleyIntakeItem *item = get_item (self);

  if (item == NULL || galley_intake_item_get_entry (item)->fate == GALLEY_FATE_FOUND)
    return;

  galley_intake_leave (self->intake, galley_intake_item_get_index (item));
  show_decision (self);
}

static void
import_cb (GalleyIntakeDialog *self)
{
  if (!gtk_widget_is_sensitive (self->import_button))
    return;

  g_signal_emit (self, signals[IMPORT], 0, self->intake);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GalleyIntakeDialog *self = GALLEY_INTAKE_DIALOG (widget);
  char key;

  if (self->selection == NULL)
    return FALSE;

  g_variant_get (args, "(y)", &key);
  if (key == '\r')
    import_cb (self);
  else if (key == 'l')
    choose_cb (self);
  else if (key == 'n')
    next_cb (self);
  else
    leave_cb (self);
  return TRUE;
}

/* What is under way keeps the dialog, maybe longer than its window is there, and has to know that
 * it is closed. */
static void
galley_intake_dialog_unrealize (GtkWidget *widget)
{
  g_cancellable_cancel (GALLEY_INTAKE_DIALOG (widget)->cancellable);

  GTK_WIDGET_CLASS (galley_intake_dialog_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
galley_intake_dialog_dispose (GObject *object)
{
  GalleyIntakeDialog *self = GALLEY_INTAKE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_INTAKE_DIALOG);
  g_clear_object (&self->view);
  g_clear_object (&self->intake);
  g_clear_object (&self->items);
  self->selection = NULL;

  G_OBJECT_CLASS (galley_intake_dialog_parent_class)->dispose (object);
}

static void
galley_intake_dialog_finalize (GObject *object)
{
  g_object_unref (GALLEY_INTAKE_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (galley_intake_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, GalleyIntakeDialog, name)
  BIND (stack);
  BIND (failed_page);
  BIND (summary);
  BIND (list);
  BIND (choose_button);
  BIND (leave_button);
  BIND (next_button);
  BIND (import_button);
  BIND (problem);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
}

static void
galley_intake_dialog_class_init (GalleyIntakeDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_intake_dialog_dispose;
  object_class->finalize = galley_intake_dialog_finalize;
  widget_class->unrealize = galley_intake_dialog_unrealize;

  /**
   * GalleyIntakeDialog::import:
   * @intake: the annotations with what was decided
   *
   * It is to be done.
   */
  signals[IMPORT] = g_signal_new ("import", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, GALLEY_TYPE_INTAKE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/intake-dialog.ui");
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, key_cb, "(y)",
                                '\r');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_l, 0, key_cb, "(y)", 'l');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_x, 0, key_cb, "(y)", 'x');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_n, 0, key_cb, "(y)", 'n');
}

static void
galley_intake_dialog_init (GalleyIntakeDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
}

/**
 * galley_intake_dialog_new:
 * @parent: the window to show it over
 * @view: shows the article that is to have the claims
 *
 * Returns: (transfer full): the dialog; present it to show it, then give it the annotations
 */
GalleyIntakeDialog *
galley_intake_dialog_new (GtkWindow *parent, GalleyArticleView *view)
{
  GalleyIntakeDialog *self =
      g_object_new (GALLEY_TYPE_INTAKE_DIALOG, "transient-for", parent, NULL);

  self->view = g_object_ref (view);
  return self;
}

/**
 * galley_intake_dialog_get_cancellable:
 *
 * Returns: (transfer none): what is cancelled when the dialog is closed
 */
GCancellable *
galley_intake_dialog_get_cancellable (GalleyIntakeDialog *self)
{
  g_return_val_if_fail (GALLEY_IS_INTAKE_DIALOG (self), NULL);

  return self->cancellable;
}

/**
 * galley_intake_dialog_fail:
 * @sentence: why there are no annotations
 */
void
galley_intake_dialog_fail (GalleyIntakeDialog *self, const char *sentence)
{
  g_return_if_fail (GALLEY_IS_INTAKE_DIALOG (self) && sentence != NULL);

  galley_plain_describe_page (self->failed_page, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/**
 * galley_intake_dialog_show:
 * @intake: annotations that have their places
 *
 * Shows what becomes of them.
 */
void
galley_intake_dialog_show (GalleyIntakeDialog *self, GalleyIntake *intake)
{
  g_return_if_fail (GALLEY_IS_INTAKE_DIALOG (self) && self->intake == NULL);

  self->intake = g_object_ref (intake);
  self->items = galley_intake_item_list (intake);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  show_summary (self);
  gtk_stack_set_visible_child_name (self->stack, "placed");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  selected_cb (self);
}
