/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-draft-dialog.h"

#include "galley-draft-item.h"
#include "galley-draft-sides.h"
#include "galley-mnemonics.h"
#include "galley-placed-row.h"
#include "galley-plain.h"

#include <glib/gi18n.h>

/**
 * GalleyDraftDialog:
 *
 * What would become of an article in a new draft: the two drafts side by side, what becomes of each
 * claim, and what somebody decides about that. It changes nothing: the window does what was decided
 * when it is told to.
 */
struct _GalleyDraftDialog
{
  AdwWindow parent_instance;

  GalleyCheck *check;
  char *origin;           /* (nullable) address of the file that the new draft is read from */
  GalleyRedraft *redraft; /* (nullable) until there is a new draft */
  GListStore *items;      /* (nullable) (element-type GalleyDraftItem) */
  guint news_at;          /* where the sentences are among them */
  guint n_news;
  GCancellable *cancellable; /* is cancelled when the dialog closes */

  /* from the template */
  GtkStack *stack;
  AdwStatusPage *failed_page;
  GtkLabel *summary;
  GalleyDraftSides *sides;
  GtkListView *list;
  GtkSingleSelection *selection; /* (nullable) (unowned) */
  GtkWidget *keep_button;
  GtkWidget *recheck_button;
  GtkWidget *relink_button;
  GtkWidget *retire_button;
  GtkWidget *import_button;
  GtkLabel *problem;
};

enum
{
  IMPORT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyDraftDialog, galley_draft_dialog, ADW_TYPE_WINDOW)

static GalleyDraftItem *
get_item (GalleyDraftDialog *self)
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
  GalleyDraftItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *markup = galley_draft_item_make_markup (item);

  galley_placed_row_bind (list_item, galley_draft_item_get_class_label (item),
                          galley_draft_item_get_status_label (item), markup,
                          galley_draft_item_get_decision (item));
}

static void
update_buttons (GalleyDraftDialog *self)
{
  GalleyDraftItem *item = get_item (self);
  const GalleyRedraftClaim *claim = item != NULL ? galley_draft_item_get_claim (item) : NULL;
  gboolean has_place =
      claim != NULL && (claim->placement.placement == GALLEY_PLACEMENT_CHANGED ||
                        galley_placement_class_is_sure (claim->placement.placement));

  gtk_widget_set_sensitive (self->keep_button, has_place);
  gtk_widget_set_sensitive (self->recheck_button, has_place);
  gtk_widget_set_sensitive (self->relink_button, claim != NULL);
  gtk_widget_set_sensitive (self->retire_button, claim != NULL);
}

static void
selected_cb (GalleyDraftDialog *self)
{
  GalleyDraftItem *item = get_item (self);

  gtk_label_set_label (self->problem, "");
  update_buttons (self);
  if (item != NULL)
    galley_draft_sides_choose (self->sides, galley_draft_item_get_old_range (item),
                               galley_draft_item_get_new_range (item));
}

/* How many claims there are of each class, and how many sentences wait for a checker. */
static void
show_summary (GalleyDraftDialog *self, GArray *news)
{
  g_autoptr (GString) summary = g_string_new (NULL);
  guint n_new = galley_news_count (news, GALLEY_NEWS_NEW);
  guint n_changed = galley_news_count (news, GALLEY_NEWS_CHANGED);
  guint n_kept, n_fallen;

  for (GalleyPlacementClass i = 0; i < GALLEY_N_PLACEMENT_CLASSES; i++)
    g_string_append_printf (summary, "%s%s %u", i > 0 ? " · " : "",
                            galley_place_get_label (galley_place_from_placement (i)),
                            galley_redraft_count (self->redraft, i));
  g_string_append (summary, " · ");
  g_string_append_printf (summary, ngettext ("%u new sentence", "%u new sentences", n_new), n_new);
  g_string_append (summary, " · ");
  g_string_append_printf (
      summary,
      /* Translators: how many sentences are marked and changed, in which words have no verdict. */
      ngettext ("%u changed sentence unchecked", "%u changed sentences unchecked", n_changed),
      n_changed);
  galley_redraft_count_dismissals (self->redraft, &n_kept, &n_fallen);
  if (n_fallen > 0)
    g_string_append_printf (summary, " · %s",
                            ngettext ("One dismissed suggestion comes back",
                                      "Dismissed suggestions come back", n_fallen));
  gtk_label_set_label (self->summary, summary->str);
}

/* Counts and lists the sentences that would be unchecked, which what was decided may have changed.
 * Returns how many more there are than before. */
static gint
show_news (GalleyDraftDialog *self)
{
  g_autoptr (GArray) news = galley_redraft_list_news (self->redraft);
  g_autoptr (GPtrArray) rows = galley_draft_item_list_news (self->redraft, news);
  gint n_more = (gint) rows->len - (gint) self->n_news;

  show_summary (self, news);
  g_list_store_splice (self->items, self->news_at, self->n_news, rows->pdata, rows->len);
  self->n_news = rows->len;
  return n_more;
}

/* Shows what was decided about the chosen claim, or why it can't be. */
static void
show_decision (GalleyDraftDialog *self, gboolean is_done, GError *error)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GObject) item = g_object_ref (G_OBJECT (get_item (self)));

  if (!is_done)
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  /* The row is bound anew, and stays chosen. */
  g_list_store_splice (self->items, position, 1, (gpointer *) &item, 1);
  if (position < self->news_at)
    show_news (self);
  else
    position += show_news (self);
  gtk_single_selection_set_selected (self->selection, position);
  selected_cb (self);
}

static void
decide (GalleyDraftDialog *self, GalleyPlace place)
{
  GalleyDraftItem *item = get_item (self);
  g_autoptr (GError) error = NULL;

  if (item != NULL && galley_draft_item_get_claim (item) != NULL)
    show_decision (
        self,
        galley_redraft_decide (self->redraft, galley_draft_item_get_index (item), place, &error),
        error);
}

static void
keep_cb (GalleyDraftDialog *self)
{
  decide (self, GALLEY_PLACE_KEPT);
}

static void
recheck_cb (GalleyDraftDialog *self)
{
  decide (self, GALLEY_PLACE_RECHECK);
}

static void
retire_cb (GalleyDraftDialog *self)
{
  decide (self, GALLEY_PLACE_RETIRED);
}

static void
relink_cb (GalleyDraftDialog *self)
{
  GalleyDraftItem *item = get_item (self);
  g_autoptr (GError) error = NULL;
  GalleyRange range;

  if (item == NULL || galley_draft_item_get_claim (item) == NULL)
    return;
  if (galley_draft_sides_get_selection (self->sides, &range))
    show_decision (
        self,
        galley_redraft_relink (self->redraft, galley_draft_item_get_index (item), range, &error),
        error);
  else
    gtk_label_set_label (self->problem, _ ("Select words in the new draft first"));
}

static void
import_cb (GalleyDraftDialog *self)
{
  g_signal_emit (self, signals[IMPORT], 0, self->redraft);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GalleyDraftDialog *self = GALLEY_DRAFT_DIALOG (widget);
  char key;

  if (self->selection == NULL)
    return FALSE;

  g_variant_get (args, "(y)", &key);
  switch (key)
    {
    case '\r':
      import_cb (self);
      break;
    case 'k':
      keep_cb (self);
      break;
    case 'r':
      recheck_cb (self);
      break;
    case 'l':
      relink_cb (self);
      break;
    case 't':
    default:
      retire_cb (self);
    }
  return TRUE;
}

/* What is under way keeps the dialog, maybe longer than its window is there, and has to know that
 * it is closed. */
static void
galley_draft_dialog_unrealize (GtkWidget *widget)
{
  g_cancellable_cancel (GALLEY_DRAFT_DIALOG (widget)->cancellable);

  GTK_WIDGET_CLASS (galley_draft_dialog_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
galley_draft_dialog_dispose (GObject *object)
{
  GalleyDraftDialog *self = GALLEY_DRAFT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_DRAFT_DIALOG);
  g_clear_object (&self->check);
  g_clear_object (&self->redraft);
  g_clear_object (&self->items);
  self->selection = NULL;

  G_OBJECT_CLASS (galley_draft_dialog_parent_class)->dispose (object);
}

static void
galley_draft_dialog_finalize (GObject *object)
{
  g_object_unref (GALLEY_DRAFT_DIALOG (object)->cancellable);
  g_free (GALLEY_DRAFT_DIALOG (object)->origin);

  G_OBJECT_CLASS (galley_draft_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, GalleyDraftDialog, name)
  BIND (stack);
  BIND (failed_page);
  BIND (summary);
  BIND (sides);
  BIND (list);
  BIND (keep_button);
  BIND (recheck_button);
  BIND (relink_button);
  BIND (retire_button);
  BIND (import_button);
  BIND (problem);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, recheck_cb);
  gtk_widget_class_bind_template_callback (widget_class, relink_cb);
  gtk_widget_class_bind_template_callback (widget_class, retire_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
}

static void
galley_draft_dialog_class_init (GalleyDraftDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_draft_dialog_dispose;
  object_class->finalize = galley_draft_dialog_finalize;
  widget_class->unrealize = galley_draft_dialog_unrealize;

  /**
   * GalleyDraftDialog::import:
   * @redraft: the new draft with what was decided
   *
   * It is to be done.
   */
  signals[IMPORT] = g_signal_new ("import", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, GALLEY_TYPE_REDRAFT);

  g_type_ensure (GALLEY_TYPE_DRAFT_SIDES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/draft-dialog.ui");
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, key_cb, "(y)",
                                '\r');
  for (const char *key = "krlt"; *key != '\0'; key++)
    gtk_widget_class_add_binding (widget_class, *key, 0, key_cb, "(y)", *key);
}

static void
galley_draft_dialog_init (GalleyDraftDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
}

/**
 * galley_draft_dialog_new:
 * @parent: the window to show it over
 * @check: the article that is to have a new draft
 *
 * Returns: (transfer full): the dialog; present it to show it, then give it the new draft
 */
GalleyDraftDialog *
galley_draft_dialog_new (GtkWindow *parent, GalleyCheck *check)
{
  GalleyDraftDialog *self = g_object_new (GALLEY_TYPE_DRAFT_DIALOG, "transient-for", parent, NULL);

  self->check = g_object_ref (check);
  return self;
}

/**
 * galley_draft_dialog_get_cancellable:
 *
 * Returns: (transfer none): what is cancelled when the dialog is closed
 */
GCancellable *
galley_draft_dialog_get_cancellable (GalleyDraftDialog *self)
{
  g_return_val_if_fail (GALLEY_IS_DRAFT_DIALOG (self), NULL);

  return self->cancellable;
}

/**
 * galley_draft_dialog_fail:
 * @sentence: why there is no new draft
 */
void
galley_draft_dialog_fail (GalleyDraftDialog *self, const char *sentence)
{
  g_return_if_fail (GALLEY_IS_DRAFT_DIALOG (self) && sentence != NULL);

  galley_plain_describe_page (self->failed_page, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
show_comparison (GalleyDraftDialog *self)
{
  galley_draft_sides_show (self->sides, self->redraft);
  self->items = galley_draft_item_list (self->redraft, &self->news_at);
  show_news (self);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (self->import_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "compared");
  gtk_widget_grab_focus (g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0
                             ? GTK_WIDGET (self->list)
                             : self->import_button);
  selected_cb (self);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyDraftDialog) self = user_data;

  if (galley_redraft_compare_finish (GALLEY_REDRAFT (source), result, NULL))
    show_comparison (self);
}

/**
 * galley_draft_dialog_compare:
 * @document: the new draft
 *
 * Compares it with the article, which may take a while, and shows what becomes of the claims.
 */
void
galley_draft_dialog_compare (GalleyDraftDialog *self, GalleyDocument *document)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GALLEY_IS_DRAFT_DIALOG (self) && self->redraft == NULL);

  self->redraft = galley_redraft_new (self->check, document, "new-draft");
  if (galley_redraft_is_same (self->redraft))
    galley_draft_dialog_fail (self, _ ("The article has this very text already."));
  else if (!galley_redraft_check (self->redraft, &error))
    galley_draft_dialog_fail (self, error->message);
  else
    galley_redraft_compare_async (self->redraft, self->cancellable, compared_cb,
                                  g_object_ref (self));
}

/**
 * galley_draft_dialog_set_origin:
 * @uri: address of the file that the new draft is read from
 *
 * Remembers it, for whoever imports the draft.
 */
void
galley_draft_dialog_set_origin (GalleyDraftDialog *self, const char *uri)
{
  g_return_if_fail (GALLEY_IS_DRAFT_DIALOG (self));

  g_free (self->origin);
  self->origin = g_strdup (uri);
}

/**
 * galley_draft_dialog_get_origin:
 *
 * Returns: (transfer none) (nullable): address of the file that the new draft is read from; %NULL
 *   if it is none
 */
const char *
galley_draft_dialog_get_origin (GalleyDraftDialog *self)
{
  g_return_val_if_fail (GALLEY_IS_DRAFT_DIALOG (self), NULL);

  return self->origin;
}
