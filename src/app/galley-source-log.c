/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-source-log.h"

#include "galley-fold.h"
#include "galley-list-focus.h"
#include "galley-log-words.h"
#include "galley-mnemonics.h"
#include "galley-plain.h"
#include "galley-record-verbs.h"
#include "galley-search-keys.h"
#include "galley-source-exchange.h"
#include "galley-source-form.h"
#include "galley-source-pane.h"
#include "galley-toasts.h"
#include "galley-weak.h"

#include <glib/gi18n.h>
#include <string.h>

/* Seconds: long enough to notice that it was the wrong source. */
#define UNDO_TIMEOUT_S 10

/* The orders that the list can have, as they stand in its menu. */
enum
{
  SORT_TITLE,
  SORT_NEWEST,
  SORT_MOST_USED,
};

/**
 * GalleySourceLog:
 *
 * The source log of a library: every source, to be searched, and what can be done with the one that
 * is chosen.
 */
struct _GalleySourceLog
{
  AdwWindow parent_instance;

  GalleyLogBook *log_book; /* (nullable) only in tests of the template */
  GCancellable *cancellable;
  GHashTable *uses;      /* id of a source → (element-type GalleySourceUse) */
  char *folded;          /* what is searched for */
  GStrv words;           /* of it */
  char *chosen_id;       /* (nullable) */
  GalleyAction *removal; /* (nullable) what is being removed */
  GalleyToasts *sayings; /* in @toasts */

  GtkFilter *filter;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;

  /* from the template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkEditable *search;
  GtkDropDown *sort;
  GtkStack *stack;
  GtkListView *list;
  GalleySourcePane *pane;
};

G_DEFINE_FINAL_TYPE (GalleySourceLog, galley_source_log, ADW_TYPE_WINDOW)

/**
 * galley_source_log_say:
 * @sentence: what was done, or why not
 */
void
galley_source_log_say (GalleySourceLog *self, const char *sentence)
{
  galley_toasts_show (self->sayings, galley_plain_toast_new (sentence));
}

/**
 * galley_source_log_offer_undo:
 * @outcome: what was done
 * @sentence: to say
 */
void
galley_source_log_offer_undo (GalleySourceLog *self, GalleyOutcome *outcome, const char *sentence)
{
  AdwToast *toast = galley_plain_toast_new (sentence);

  adw_toast_set_timeout (toast, UNDO_TIMEOUT_S);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "log.undo-unit");
  adw_toast_set_action_target_value (toast, g_variant_new_string (outcome->unit_id));
  galley_toasts_show (self->sayings, toast);
}

static GPtrArray *
get_uses (GalleySourceLog *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->uses, id) : NULL;
}

static guint
count_uses (GalleySourceLog *self, gconstpointer entry)
{
  GalleySource *source = galley_log_entry_get_source (GALLEY_LOG_ENTRY ((gpointer) entry));
  GPtrArray *uses = get_uses (self, source->id);

  return uses != NULL ? uses->len : 0;
}

static gboolean
filter_cb (gpointer item, gpointer user_data)
{
  GalleySourceLog *self = user_data;

  return *self->folded == '\0' ||
         galley_log_entry_fit (item, self->folded, (const char *const *) self->words) !=
             GALLEY_FIT_NONE;
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GalleySourceLog *self = user_data;
  int order = 0;

  if (gtk_drop_down_get_selected (self->sort) == SORT_MOST_USED)
    order = (int) count_uses (self, b) - (int) count_uses (self, a);
  if (order == 0)
    order = strcmp (galley_log_entry_get_sort_key ((gpointer) a),
                    galley_log_entry_get_sort_key ((gpointer) b));

  return order;
}

static void
sort_changed_cb (GalleySourceLog *self)
{
  g_autoptr (GtkSorter) sorter = NULL;

  /* The log itself has the newest first. */
  if (gtk_drop_down_get_selected (self->sort) != SORT_NEWEST)
    sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, self, /* destroy= */ NULL));
  if (self->sorted != NULL)
    gtk_sort_list_model_set_sorter (self->sorted, sorter);
}

static void
show_page (GalleySourceLog *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint n_sources = g_list_model_get_n_items (galley_log_book_get_entries (self->log_book));
  /* Translators: how many sources the log has. */
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);

  adw_window_title_set_subtitle (self->title, count);
  gtk_stack_set_visible_child_name (
      self->stack, n_sources == 0 ? "empty" : (n_shown == 0 ? "nothing-found" : "list"));
}

/* Escape takes back what was searched for, and then closes the window as anywhere in it. */
static void
stop_search_cb (GalleySourceLog *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
search_changed_cb (GalleySourceLog *self)
{
  g_free (self->folded);
  self->folded = g_strstrip (galley_fold (gtk_editable_get_text (self->search)));
  g_strfreev (self->words);
  self->words = g_strsplit (self->folded, " ", -1);
  if (self->log_book == NULL)
    return;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_page (self);
}

static void
show_chosen (GalleySourceLog *self)
{
  GalleySource *source =
      self->chosen_id != NULL ? galley_log_book_find (self->log_book, self->chosen_id) : NULL;
  GPtrArray *uses = get_uses (self, self->chosen_id);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  galley_source_pane_show (self->pane, source, uses != NULL ? uses : none);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.edit", source != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.remove", source != NULL);
}

static void
selection_changed_cb (GalleySourceLog *self)
{
  GalleyLogEntry *entry = gtk_single_selection_get_selected_item (self->selection);

  /* An entry that changed is another object; the source is still the chosen one. */
  if (entry == NULL)
    return;
  g_free (self->chosen_id);
  self->chosen_id = g_strdup (galley_log_entry_get_source (entry)->id);
  show_chosen (self);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleySourceLog) self = galley_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) uses = galley_desk_list_uses_finish (GALLEY_DESK (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self == NULL)
    return;
  if (uses == NULL)
    {
      galley_source_log_say (self, error->message);
      return;
    }

  g_hash_table_remove_all (self->uses);
  for (guint i = 0; i < uses->len; i++)
    {
      GalleySourceUse *use = g_ptr_array_index (uses, i);
      GPtrArray *list = get_uses (self, use->source_id);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_source_use_unref);
          g_hash_table_insert (self->uses, g_strdup (use->source_id), list);
        }
      g_ptr_array_add (list, galley_source_use_ref (use));
    }
  if (gtk_drop_down_get_selected (self->sort) == SORT_MOST_USED)
    sort_changed_cb (self);
  show_chosen (self);
}

static void
log_changed_cb (GalleySourceLog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  galley_desk_list_uses_async (galley_log_book_get_desk (self->log_book), /* source_id= */ NULL,
                               self->cancellable, listed_cb, galley_weak_new (self));
  show_page (self);
  show_chosen (self);
}

static void
form_saved_cb (GalleySourceLog *self, GalleyOutcome *outcome)
{
  if (g_str_equal (outcome->verb, "add-source"))
    galley_source_log_offer_undo (self, outcome, _ ("Source added"));
  else
    galley_source_log_offer_undo (self, outcome, _ ("Source changed"));
}

static void
open_form (GalleySourceLog *self, GalleySource *source)
{
  GalleyFormDialog *dialog = galley_source_form_open (GTK_WINDOW (self), self->log_book, source);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (form_saved_cb), self, G_CONNECT_SWAPPED);
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_form (GALLEY_SOURCE_LOG (widget), /* source= */ NULL);
}

static void
edit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleySourceLog *self = GALLEY_SOURCE_LOG (widget);
  GalleySource *source =
      self->chosen_id != NULL ? galley_log_book_find (self->log_book, self->chosen_id) : NULL;

  if (source != NULL)
    open_form (self, source);
}

static void
activated_cb (GalleySourceLog *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "log.edit", NULL);
}

/* From the search to what was found. */
static void
search_activated_cb (GalleySourceLog *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, position = 0);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
removed_cb (GalleyOutcome *outcome, gpointer user_data)
{
  g_autoptr (GalleySourceLog) self = galley_weak_get (user_data);

  if (self != NULL)
    galley_source_log_offer_undo (self, outcome, _ ("Source removed"));
}

/* What cannot be done, such as to remove a source that is used, is not to be tried again. */
static void
settled_cb (GalleySourceLog *self, GalleyAction *action, gboolean is_failed)
{
  g_autoptr (GalleyAction) removal = NULL;

  if (action != self->removal)
    return;

  removal = g_steal_pointer (&self->removal);
  if (is_failed)
    {
      GalleySaver *saver = galley_log_book_get_saver (self->log_book);

      galley_source_log_say (self, galley_saver_get_error_message (saver));
      galley_saver_withdraw (saver, removal);
    }
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleySourceLog *self = GALLEY_SOURCE_LOG (widget);

  if (self->chosen_id == NULL || self->removal != NULL)
    return;

  self->removal = galley_verb_remove_source (self->chosen_id);
  galley_saver_perform (galley_log_book_get_saver (self->log_book), self->removal, removed_cb,
                        galley_weak_new (self), galley_weak_free);
}

static void
undo_unit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleySourceLog *self = GALLEY_SOURCE_LOG (widget);

  galley_saver_undo (galley_log_book_get_saver (self->log_book), /* article_id= */ NULL,
                     g_variant_get_string (parameter, NULL), /* saved= */ NULL, NULL, NULL);
}

static void
find_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (GALLEY_SOURCE_LOG (widget)->search));
}

static void
use_activated_cb (GalleySourceLog *self, const char *article_id, const char *claim_id)
{
  galley_log_book_show_claim (self->log_book, article_id, claim_id);
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *details = create_label ("caption");
  GtkWidget *sign = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  gtk_widget_add_css_class (details, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_tooltip_text (sign, galley_terms_get_label (GALLEY_TERMS_CONFIDENTIAL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  galley_terms_get_label (GALLEY_TERMS_CONFIDENTIAL), -1);
  gtk_widget_add_css_class (row, "report-row");
  gtk_box_append (GTK_BOX (words), create_label (NULL));
  gtk_box_append (GTK_BOX (words), details);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), sign);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GalleySource *source = galley_log_entry_get_source (gtk_list_item_get_item (item));
  g_autofree char *details = galley_log_words_describe (source);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (row));

  gtk_label_set_label (GTK_LABEL (title), source->texts[GALLEY_SOURCE_TITLE]);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), details);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (title), *details != '\0');
  gtk_widget_set_visible (gtk_widget_get_last_child (row),
                          source->terms == GALLEY_TERMS_CONFIDENTIAL);
}

static void
galley_source_log_dispose (GObject *object)
{
  GalleySourceLog *self = GALLEY_SOURCE_LOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->sayings, galley_toasts_free);
  g_clear_object (&self->sorted);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_SOURCE_LOG);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->log_book);

  G_OBJECT_CLASS (galley_source_log_parent_class)->dispose (object);
}

static void
galley_source_log_finalize (GObject *object)
{
  GalleySourceLog *self = GALLEY_SOURCE_LOG (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->uses);
  g_free (self->folded);
  g_strfreev (self->words);
  g_free (self->chosen_id);
  g_clear_pointer (&self->removal, galley_action_unref);

  G_OBJECT_CLASS (galley_source_log_parent_class)->finalize (object);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "log.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "log.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "log.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "log.import", NULL, galley_source_exchange_import);
  gtk_widget_class_install_action (widget_class, "log.export", "s", galley_source_exchange_export);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "log.import",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "log.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "log.undo-unit", "s", undo_unit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "log.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "log.find", NULL);
}

static void
galley_source_log_class_init (GalleySourceLogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_source_log_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_source_log_finalize;
  g_type_ensure (GALLEY_TYPE_SOURCE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/source-log.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleySourceLog, toasts);
  gtk_widget_class_bind_template_child (widget_class, GalleySourceLog, title);
  gtk_widget_class_bind_template_child (widget_class, GalleySourceLog, search);
  gtk_widget_class_bind_template_child (widget_class, GalleySourceLog, sort);
  gtk_widget_class_bind_template_child (widget_class, GalleySourceLog, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleySourceLog, list);
  gtk_widget_class_bind_template_child (widget_class, GalleySourceLog, pane);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_activated_cb);
  add_actions (widget_class);
}

static void
galley_source_log_init (GalleySourceLog *self)
{
  self->cancellable = g_cancellable_new ();
  self->uses =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->folded = g_strdup ("");
  self->words = g_new0 (char *, 1);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, /* destroy= */ NULL));
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
  galley_search_keys_add (GTK_SEARCH_ENTRY (self->search));
  galley_list_focus_as_one (self->list);
  self->sayings = galley_toasts_new (self->toasts);
}

/* The log, filtered, sorted, with one of its entries chosen. */
static void
make_models (GalleySourceLog *self)
{
  GtkFilterListModel *filtered = gtk_filter_list_model_new (
      g_object_ref (galley_log_book_get_entries (self->log_book)), g_object_ref (self->filter));

  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), /* sorter= */ NULL);
  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE, "can-unselect",
                                  TRUE, "model", self->sorted, NULL);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  sort_changed_cb (self);
}

/**
 * galley_source_log_new:
 * @parent: the window that the library is open in
 * @log_book: its source log
 *
 * Returns: (transfer none): the log; GTK holds it until it is closed
 */
GalleySourceLog *
galley_source_log_new (GtkWindow *parent, GalleyLogBook *log_book)
{
  GalleySourceLog *self = g_object_new (GALLEY_TYPE_SOURCE_LOG, "transient-for", parent, NULL);

  g_set_object (&self->log_book, log_book);
  make_models (self);
  g_signal_connect_object (log_book, "changed", G_CALLBACK (log_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (galley_log_book_get_saver (log_book), "settled", G_CALLBACK (settled_cb),
                           self, G_CONNECT_SWAPPED);
  log_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));

  return self;
}

/**
 * galley_source_log_get_log_book:
 *
 * Returns: (transfer none) (nullable): what is shown; %NULL once the window is gone
 */
GalleyLogBook *
galley_source_log_get_log_book (GalleySourceLog *self)
{
  g_return_val_if_fail (GALLEY_IS_SOURCE_LOG (self), NULL);

  return self->log_book;
}
