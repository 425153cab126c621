/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-changes.h"

#include "galley-claim-words.h"
#include "galley-history-digest.h"
#include "galley-history-words.h"
#include "galley-list-focus.h"
#include "galley-log-words.h"
#include "galley-moments.h"
#include "galley-plain.h"
#include "galley-quoted.h"
#include "galley-sign-off-verbs.h"
#include "galley-weak.h"

#include <glib/gi18n.h>

/**
 * GalleyChanges:
 *
 * What was done to an article since some moment: who, when, what it was and what it became, the
 * latest first. A claim goes by its words, and one click leads to it. What a new draft only took
 * along is not listed.
 */
struct _GalleyChanges
{
  AdwWindow parent_instance;

  GalleyLogBook *log_book; /* (nullable) only in tests of the template */
  char *article_id;
  GCancellable *cancellable;
  GPtrArray *entries;   /* (element-type GalleyHistoryEntry) all of them, oldest first */
  GPtrArray *uncovered; /* (element-type GalleyHistoryEntry) those that the last signature does not
                           cover */
  GListStore *shown;    /* (element-type GalleyHistoryEntry) */
  GArray *moments_ms;   /* (element-type gint64) of what there is to choose from, but for a date */
  gboolean is_loaded;
  gboolean has_sign_off; /* whether there is one to choose */

  /* from the template */
  AdwWindowTitle *title;
  GtkDropDown *since;
  GtkEditable *date;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *failed_page;
};

G_DEFINE_FINAL_TYPE (GalleyChanges, galley_changes, ADW_TYPE_WINDOW)

/* What stands for "since the sign-off" among the moments: not a time, since what a signature does
 * not cover may have been done before, elsewhere. */
#define SIGN_OFF_MS -1

/* The moment that was chosen; FALSE if it is a date that is none. */
static gboolean
get_moment (GalleyChanges *self, gint64 *out_moment_ms)
{
  guint chosen = gtk_drop_down_get_selected (self->since);
  g_autofree char *text = NULL;

  if (chosen < self->moments_ms->len)
    {
      *out_moment_ms = g_array_index (self->moments_ms, gint64, chosen);
      return TRUE;
    }

  text = g_strstrip (g_strdup (gtk_editable_get_text (self->date)));

  return galley_log_words_parse_time (*text != '\0' ? text : NULL, out_moment_ms);
}

static void
show (GalleyChanges *self)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *count = NULL;
  gint64 moment_ms = G_MAXINT64;
  gboolean is_moment = get_moment (self, &moment_ms);
  GPtrArray *all = moment_ms == SIGN_OFF_MS ? self->uncovered : self->entries;

  entries = galley_history_digest_new (all, moment_ms);
  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)),
                       entries->pdata, entries->len);

  count = g_strdup_printf (ngettext ("%u change", "%u changes", entries->len), entries->len);
  adw_window_title_set_subtitle (self->title, self->is_loaded ? count : "");
  if (is_moment)
    gtk_widget_remove_css_class (GTK_WIDGET (self->date), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->date), "error");
  if (self->is_loaded)
    gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "list" : "empty");
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyChanges) self = galley_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      galley_desk_list_history_finish (GALLEY_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self == NULL)
    return;
  if (entries == NULL)
    {
      galley_plain_describe_page (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  g_ptr_array_unref (self->entries);
  self->entries = g_ptr_array_ref (entries);
  self->is_loaded = TRUE;
  show (self);
}

static void
add_sign_off (GalleyChanges *self, gint64 signed_ms)
{
  g_autofree char *when = galley_claim_words_format_time (signed_ms);
  /* Translators: the argument is a day and a time of day. */
  g_autofree char *label = g_strdup_printf (_ ("Since the Sign-Off: %s"), when);
  gint64 moment_ms = SIGN_OFF_MS;
  GtkStringList *labels = GTK_STRING_LIST (gtk_drop_down_get_model (self->since));
  const char *const added[] = { label, NULL };

  if (self->has_sign_off)
    return;
  self->has_sign_off = TRUE;
  g_array_append_val (self->moments_ms, moment_ms);
  gtk_string_list_splice (labels, self->moments_ms->len - 1, 0, added);
  gtk_drop_down_set_selected (self->since, self->moments_ms->len - 1);
}

static void
signed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyChanges) self = galley_weak_take (user_data);
  g_autoptr (GPtrArray) sign_offs =
      galley_desk_list_sign_offs_finish (GALLEY_DESK (source), result, /* error= */ NULL);

  if (self == NULL || sign_offs == NULL || sign_offs->len == 0)
    return;

  add_sign_off (self,
                ((GalleySignOff *) g_ptr_array_index (sign_offs, sign_offs->len - 1))->signed_at);
}

/* What the last signature does not cover comes first, so that it is there to be chosen. */
static void
uncovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyChanges) self = galley_weak_take (user_data);
  g_autoptr (GPtrArray) uncovered =
      galley_desk_list_changes_finish (GALLEY_DESK (source), result, /* error= */ NULL);

  if (self == NULL || uncovered == NULL)
    return;

  g_ptr_array_unref (self->uncovered);
  self->uncovered = g_ptr_array_ref (uncovered);
  show (self);
  galley_desk_list_sign_offs_async (GALLEY_DESK (source), self->article_id, self->cancellable,
                                    signed_cb, galley_weak_new (self));
}

static void
reload (GalleyChanges *self)
{
  GalleyDesk *desk = galley_log_book_get_desk (self->log_book);

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  galley_desk_list_history_async (desk, self->article_id, /* subject_id= */ NULL, self->cancellable,
                                  listed_cb, galley_weak_new (self));
  galley_desk_list_changes_async (desk, self->article_id, self->cancellable, uncovered_cb,
                                  galley_weak_new (self));
}

static void
since_cb (GalleyChanges *self)
{
  gboolean is_date = gtk_drop_down_get_selected (self->since) >= self->moments_ms->len;

  gtk_widget_set_visible (GTK_WIDGET (self->date), is_date);
  if (is_date)
    gtk_widget_grab_focus (GTK_WIDGET (self->date));
  show (self);
}

static void
activated_cb (GalleyChanges *self, guint position)
{
  g_autoptr (GalleyHistoryEntry) entry =
      g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  const GalleyHistoryFields *fields = galley_history_entry_get_fields (entry);

  if (fields->claim_id != NULL)
    galley_log_book_show_claim (self->log_book, self->article_id, fields->claim_id);
}

static GtkWidget *
add_label (GtkWidget *box, int lines, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (row, "report-row");
  add_label (row, 1, "heading");
  add_label (row, 2, "claim-quote");
  add_label (row, 3, NULL);
  gtk_widget_add_css_class (add_label (row, 1, "caption"), "dim-label");
  gtk_list_item_set_child (item, row);
}

/* Shows @text in the label, or not at all; returns the next one. */
static GtkWidget *
fill (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);

  return gtk_widget_get_next_sibling (label);
}

/* One line, so that a row is low. */
static char *
get_claim_words (const GalleyHistoryFields *fields)
{
  g_autofree char *line = NULL;

  if (fields->claim == NULL)
    return NULL;

  line = g_strdelimit (g_strdup (fields->claim), "\r\n\t", ' ');
  return galley_quoted (line);
}

/* GTK says of a row in a list nothing but that it is one. */
static void
name (GtkWidget *row)
{
  g_autoptr (GString) words = g_string_new (NULL);
  GtkWidget *holder = gtk_widget_get_parent (row);

  for (GtkWidget *label = gtk_widget_get_first_child (row); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    if (gtk_widget_get_visible (label))
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              gtk_label_get_text (GTK_LABEL (label)));
  if (holder != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    words->str, -1);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GalleyHistoryEntry *entry = gtk_list_item_get_item (item);
  const GalleyHistoryFields *fields = galley_history_entry_get_fields (entry);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_first_child (row);
  g_autofree char *act = galley_history_words_describe_act (fields);
  g_autofree char *change = galley_history_words_describe_change (fields);
  g_autofree char *who = galley_claim_words_describe_who (entry);
  g_autofree char *words = get_claim_words (fields);

  label = fill (label, act);
  label = fill (label, words);
  label = fill (label, change);
  fill (label, who);
  name (row);
  gtk_list_item_set_activatable (item, fields->claim_id != NULL);
}

static void
galley_changes_dispose (GObject *object)
{
  GalleyChanges *self = GALLEY_CHANGES (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_CHANGES);
  g_clear_object (&self->log_book);

  G_OBJECT_CLASS (galley_changes_parent_class)->dispose (object);
}

static void
galley_changes_finalize (GObject *object)
{
  GalleyChanges *self = GALLEY_CHANGES (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->shown);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->uncovered);
  g_array_unref (self->moments_ms);
  g_free (self->article_id);

  G_OBJECT_CLASS (galley_changes_parent_class)->finalize (object);
}

static void
galley_changes_class_init (GalleyChangesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_changes_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_changes_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/galleydesk/Galley/changes.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyChanges, title);
  gtk_widget_class_bind_template_child (widget_class, GalleyChanges, since);
  gtk_widget_class_bind_template_child (widget_class, GalleyChanges, date);
  gtk_widget_class_bind_template_child (widget_class, GalleyChanges, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleyChanges, list);
  gtk_widget_class_bind_template_child (widget_class, GalleyChanges, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
galley_changes_init (GalleyChanges *self)
{
  g_autoptr (GtkNoSelection) model = NULL;

  self->cancellable = g_cancellable_new ();
  self->entries = g_ptr_array_new ();
  self->uncovered = g_ptr_array_new ();
  self->shown = g_list_store_new (GALLEY_TYPE_HISTORY_ENTRY);
  self->moments_ms = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  galley_list_focus_as_one (self->list);
}

static void
add_moment (GalleyChanges *self, GtkStringList *labels, const char *label, gint64 moment_ms)
{
  g_array_append_val (self->moments_ms, moment_ms);
  gtk_string_list_append (labels, label);
}

/* What there is to choose from: only what is known, with the day, and a date always. */
static void
list_moments (GalleyChanges *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  gint64 open_ms = galley_moments_find (self->article_id, GALLEY_MOMENT_OPEN);
  gint64 export_ms = galley_moments_find (self->article_id, GALLEY_MOMENT_EXPORT);
  g_autofree char *opened = galley_claim_words_format_time (open_ms);
  g_autofree char *exported = galley_claim_words_format_time (export_ms);
  /* Translators: the argument is a day and a time of day. */
  g_autofree char *since_open = g_strdup_printf (_ ("Since I Had It Open: %s"), opened);
  /* Translators: the argument is a day and a time of day. */
  g_autofree char *since_export = g_strdup_printf (_ ("Since the Last Export: %s"), exported);

  add_moment (self, labels, _ ("Since It Was Imported"), 0);
  if (open_ms > 0)
    add_moment (self, labels, since_open, open_ms);
  if (export_ms > 0)
    add_moment (self, labels, since_export, export_ms);
  gtk_string_list_append (labels, _ ("Since a Date…"));
  gtk_drop_down_set_model (self->since, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->since, open_ms > 0 ? 1 : 0);
}

/**
 * galley_changes_new:
 * @parent: the window that the library is open in
 * @log_book: its source log
 * @article_id: an article
 *
 * Returns: (transfer none): what changed in the article; GTK holds it until it is closed
 */
GalleyChanges *
galley_changes_new (GtkWindow *parent, GalleyLogBook *log_book, const char *article_id)
{
  GalleyChanges *self = g_object_new (GALLEY_TYPE_CHANGES, "transient-for", parent, NULL);

  g_set_object (&self->log_book, log_book);
  self->article_id = g_strdup (article_id);
  list_moments (self);
  g_signal_connect_object (self->since, "notify::selected", G_CALLBACK (since_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (galley_log_book_get_saver (log_book), "saved", G_CALLBACK (reload), self,
                           G_CONNECT_SWAPPED);
  reload (self);

  return self;
}
