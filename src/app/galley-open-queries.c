/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-open-queries.h"

#include "galley-mnemonics.h"
#include "galley-plain.h"
#include "galley-query-item.h"
#include "galley-query-words.h"
#include "galley-text-sheet.h"
#include "galley-weak.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * GalleyOpenQueries:
 *
 * The queries of all articles that have neither an answer nor a decision, by whom they are put to.
 * A source has a call sheet; all of them can be taken out as a text.
 */
struct _GalleyOpenQueries
{
  AdwWindow parent_instance;

  GalleyLogBook *log_book; /* (nullable) only in tests of the template */
  GCancellable *cancellable;
  GPtrArray *places; /* (element-type GalleyQueryPlace), as they are shown */
  GListStore *items; /* (element-type GalleyQueryItem) */

  /* from the template */
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *failed_page;
  AdwWindowTitle *title;
};

G_DEFINE_FINAL_TYPE (GalleyOpenQueries, galley_open_queries, ADW_TYPE_WINDOW)

static gint64
get_now (void)
{
  return g_get_real_time () / 1000;
}

static void
show (GalleyOpenQueries *self, GPtrArray *places)
{
  g_autoptr (GPtrArray) items = galley_query_item_list (places);
  /* Translators: how many queries are open. */
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u query", "%u queries", places->len), places->len);

  g_ptr_array_unref (self->places);
  self->places = g_ptr_array_ref (places);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  adw_window_title_set_subtitle (self->title, count);
  gtk_stack_set_visible_child_name (self->stack, places->len > 0 ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "queries.export", places->len > 0);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyOpenQueries) self = galley_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places =
      galley_desk_list_queries_finish (GALLEY_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self == NULL)
    return;
  if (places != NULL)
    {
      show (self, places);
      return;
    }
  galley_plain_describe_page (self->failed_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
reload (GalleyOpenQueries *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  galley_desk_list_queries_async (galley_log_book_get_desk (self->log_book), /* open_only= */ TRUE,
                                  self->cancellable, listed_cb, galley_weak_new (self));
}

static void
show_sheet (GalleyOpenQueries *self, const char *title, const char *text, gboolean is_mail_too)
{
  gtk_window_present (
      GTK_WINDOW (galley_text_sheet_new (GTK_WINDOW (self), title, text, is_mail_too)));
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyOpenQueries *self = GALLEY_OPEN_QUERIES (widget);
  g_autofree char *text = galley_query_words_format_all (self->places, get_now ());

  show_sheet (self, _ ("Open Queries"), text, /* is_mail_too= */ TRUE);
}

static void
call_sheet_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyOpenQueries *self = GALLEY_OPEN_QUERIES (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      GalleyQueryPlace *place = g_ptr_array_index (self->places, i);
      GalleySource *source = place->query->source;
      g_autofree char *text = NULL;

      if (source == NULL || !g_str_equal (source->id, id))
        continue;
      text = galley_query_words_format_call_sheet (source, self->places, get_now ());
      /* It has more than the source is to read. */
      show_sheet (self, _ ("Call Sheet"), text, /* is_mail_too= */ FALSE);
      return;
    }
}

static void
activated_cb (GalleyOpenQueries *self, guint position)
{
  g_autoptr (GalleyQueryItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  GalleyQueryPlace *place = galley_query_item_get_place (item);

  if (!galley_query_item_is_heading (item))
    galley_log_book_show_claim (self->log_book, place->article_id, place->query->claim_id);
}

static GtkWidget *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  return label;
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button = gtk_button_new_with_label (_ ("Call Sheet"));

  gtk_widget_add_css_class (row, "report-row");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), create_label ());
  gtk_box_append (GTK_BOX (words), create_label ());
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), button);
  gtk_list_item_set_child (item, row);
}

static void
bind_heading (GtkListItem *list_item, GalleyQuery *query, GtkWidget *button)
{
  g_autofree char *addressee = galley_query_words_format_addressee (query);
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *first = gtk_widget_get_first_child (words);

  gtk_label_set_label (GTK_LABEL (first), addressee);
  gtk_widget_set_css_classes (first, (const char *[]){ "heading", NULL });
  gtk_widget_set_visible (gtk_widget_get_next_sibling (first), FALSE);
  gtk_widget_set_visible (button, query->source != NULL);
  if (query->source == NULL)
    return;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", query->source->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "queries.call-sheet");
}

static void
bind_query (GtkListItem *list_item, GalleyQueryPlace *place)
{
  g_autofree char *due = galley_query_words_format_due (place->query, get_now ());
  g_autofree char *details = due != NULL ? g_strdup_printf ("%s · %s", due, place->article_title)
                                         : g_strdup (place->article_title);
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *question = gtk_widget_get_first_child (words);
  GtkWidget *caption = gtk_widget_get_next_sibling (question);
  gboolean is_overdue = galley_query_words_is_overdue (place->query, get_now ());

  gtk_label_set_label (GTK_LABEL (question), place->query->question);
  gtk_widget_set_css_classes (question, (const char *[]){ NULL });
  gtk_label_set_label (GTK_LABEL (caption), details);
  gtk_widget_set_css_classes (
      caption, (const char *[]){ "caption", is_overdue ? "error" : "dim-label", NULL });
  gtk_widget_set_visible (caption, TRUE);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GalleyQueryItem *item = gtk_list_item_get_item (list_item);
  GalleyQueryPlace *place = galley_query_item_get_place (item);
  GtkWidget *button = gtk_widget_get_last_child (gtk_list_item_get_child (list_item));
  gboolean is_heading = galley_query_item_is_heading (item);

  gtk_list_item_set_activatable (list_item, !is_heading);
  gtk_list_item_set_selectable (list_item, !is_heading);
  gtk_widget_set_visible (button, FALSE);
  if (is_heading)
    bind_heading (list_item, place->query, button);
  else
    bind_query (list_item, place);
}

static void
galley_open_queries_dispose (GObject *object)
{
  GalleyOpenQueries *self = GALLEY_OPEN_QUERIES (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_OPEN_QUERIES);
  g_clear_object (&self->log_book);

  G_OBJECT_CLASS (galley_open_queries_parent_class)->dispose (object);
}

static void
galley_open_queries_finalize (GObject *object)
{
  GalleyOpenQueries *self = GALLEY_OPEN_QUERIES (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->items);
  g_ptr_array_unref (self->places);

  G_OBJECT_CLASS (galley_open_queries_parent_class)->finalize (object);
}

static void
galley_open_queries_class_init (GalleyOpenQueriesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_open_queries_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_open_queries_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/open-queries.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyOpenQueries, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleyOpenQueries, list);
  gtk_widget_class_bind_template_child (widget_class, GalleyOpenQueries, failed_page);
  gtk_widget_class_bind_template_child (widget_class, GalleyOpenQueries, title);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_install_action (widget_class, "queries.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "queries.call-sheet", "s", call_sheet_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "queries.export",
                                       NULL);
}

static void
galley_open_queries_init (GalleyOpenQueries *self)
{
  g_autoptr (GtkNoSelection) model = NULL;

  self->cancellable = g_cancellable_new ();
  self->places = g_ptr_array_new ();
  self->items = g_list_store_new (GALLEY_TYPE_QUERY_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

/**
 * galley_open_queries_new:
 * @parent: the window that the library is open in
 * @log_book: its source log
 *
 * Returns: (transfer none): the open queries; GTK holds them until they are closed
 */
GalleyOpenQueries *
galley_open_queries_new (GtkWindow *parent, GalleyLogBook *log_book)
{
  GalleyOpenQueries *self = g_object_new (GALLEY_TYPE_OPEN_QUERIES, "transient-for", parent, NULL);

  g_set_object (&self->log_book, log_book);
  g_signal_connect_object (log_book, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);

  return self;
}
