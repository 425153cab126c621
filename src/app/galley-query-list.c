/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-query-list.h"

#include "galley-names.h"
#include "galley-query-form.h"
#include "galley-query-words.h"
#include "galley-record-verbs.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/**
 * GalleyQueryList:
 *
 * The queries about a claim, and what can be done with them. What is done goes to the library by
 * the log of the window that it is in.
 */
struct _GalleyQueryList
{
  AdwBin parent_instance;

  GalleyClaim *claim; /* nullable */

  /* from the template */
  GtkListBox *rows;
};

enum
{
  PROP_CLAIM = 1,
};

G_DEFINE_FINAL_TYPE (GalleyQueryList, galley_query_list, ADW_TYPE_BIN)

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  g_autofree char *tame = galley_names_tame (text);
  GtkWidget *label = gtk_label_new (tame);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  galley_wrapping_set_up (GTK_LABEL (label));
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_item (GMenu *menu, const char *label, const char *action, GalleyQuery *query)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", query->id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
create_menu (GalleyQuery *query)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  /* Translators: the argument is a question. */
  g_autofree char *name = g_strdup_printf (_ ("Actions for the query “%s”"), query->question);

  add_item (menu, _ ("_Answer…"), "query.answer", query);
  add_item (menu, _ ("_Decide…"), "query.decide", query);
  add_item (menu, _ ("_Edit…"), "query.edit", query);
  add_item (menu, _ ("_Remove"), "query.remove", query);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Answer, decide, edit or remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
add_reply (GtkBox *box, const char *format, const char *reply)
{
  g_autofree char *text = NULL;

  if (reply == NULL)
    return;
  /* Translators: a name such as “Answer”, and what it is. */
  text = g_strdup_printf (_ ("%s: %s"), format, reply);
  gtk_box_append (box, create_label (text, NULL));
}

static void
add_row (GalleyQueryList *self, GalleyQuery *query)
{
  gint64 now_ms = g_get_real_time () / 1000;
  g_autofree char *head = galley_query_words_format_head (query, now_ms);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head_label = create_label (head, "caption-heading");

  if (galley_query_words_is_overdue (query, now_ms))
    gtk_widget_add_css_class (head_label, "error");
  else if (!galley_query_is_open (query))
    gtk_widget_add_css_class (head_label, "dim-label");
  gtk_widget_add_css_class (box, "query-row");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), head_label);
  gtk_box_append (GTK_BOX (words), create_label (query->question, NULL));
  add_reply (GTK_BOX (words), _ ("Answer"), query->answer);
  add_reply (GTK_BOX (words), _ ("Decision"), query->decision);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), create_menu (query));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  query->question, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, head, -1);
  gtk_list_box_append (self->rows, row);
}

static void
update (GalleyQueryList *self)
{
  GPtrArray *queries = self->claim != NULL ? galley_claim_get_queries (self->claim) : NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), queries != NULL && queries->len > 0);
  for (guint i = 0; queries != NULL && i < queries->len; i++)
    add_row (self, g_ptr_array_index (queries, i));
}

static GalleyQuery *
find_query (GalleyQueryList *self, GVariant *parameter)
{
  GPtrArray *queries = self->claim != NULL ? galley_claim_get_queries (self->claim) : NULL;

  for (guint i = 0; queries != NULL && i < queries->len; i++)
    {
      GalleyQuery *query = g_ptr_array_index (queries, i);

      if (g_str_equal (query->id, g_variant_get_string (parameter, NULL)))
        return query;
    }

  return NULL;
}

static void
open_form (GtkWidget *widget, GalleyQuery *query, GalleyQueryStep step)
{
  GalleyQueryList *self = GALLEY_QUERY_LIST (widget);
  GalleyLogBook *log_book = galley_log_book_find_for (widget);

  if (self->claim != NULL && log_book != NULL)
    galley_query_form_open (GTK_WINDOW (gtk_widget_get_root (widget)), log_book,
                            galley_claim_get_id (self->claim), query, step);
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_form (widget, /* query= */ NULL, GALLEY_QUERY_STEP_ASK);
}

static void
step_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyQuery *query = find_query (GALLEY_QUERY_LIST (widget), parameter);

  if (query == NULL)
    return;
  if (g_str_equal (action_name, "query.answer"))
    open_form (widget, query, GALLEY_QUERY_STEP_ANSWER);
  else if (g_str_equal (action_name, "query.decide"))
    open_form (widget, query, GALLEY_QUERY_STEP_DECIDE);
  else
    open_form (widget, query, GALLEY_QUERY_STEP_ASK);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyLogBook *log_book = galley_log_book_find_for (widget);
  g_autoptr (GalleyAction) action =
      galley_verb_remove_query (g_variant_get_string (parameter, NULL));

  if (log_book != NULL)
    galley_saver_perform (galley_log_book_get_saver (log_book), action, /* saved= */ NULL, NULL,
                          NULL);
}

static void
galley_query_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CLAIM:
      g_value_set_object (value, GALLEY_QUERY_LIST (object)->claim);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_query_list_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CLAIM:
      galley_query_list_set_claim (GALLEY_QUERY_LIST (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_query_list_dispose (GObject *object)
{
  GalleyQueryList *self = GALLEY_QUERY_LIST (object);

  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_QUERY_LIST);
  g_clear_object (&self->claim);

  G_OBJECT_CLASS (galley_query_list_parent_class)->dispose (object);
}

static void
galley_query_list_class_init (GalleyQueryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_query_list_dispose;
  object_class->get_property = galley_query_list_get_property;
  object_class->set_property = galley_query_list_set_property;
  g_object_class_install_property (
      object_class, PROP_CLAIM,
      g_param_spec_object ("claim", NULL, NULL, GALLEY_TYPE_CLAIM,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/query-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyQueryList, rows);
  gtk_widget_class_install_action (widget_class, "query.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "query.answer", "s", step_action);
  gtk_widget_class_install_action (widget_class, "query.decide", "s", step_action);
  gtk_widget_class_install_action (widget_class, "query.edit", "s", step_action);
  gtk_widget_class_install_action (widget_class, "query.remove", "s", remove_action);
}

static void
galley_query_list_init (GalleyQueryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * galley_query_list_set_claim:
 * @claim: (nullable): whose queries to show
 */
void
galley_query_list_set_claim (GalleyQueryList *self, GalleyClaim *claim)
{
  g_return_if_fail (GALLEY_IS_QUERY_LIST (self));

  if (self->claim == claim)
    return;

  if (self->claim != NULL)
    g_signal_handlers_disconnect_by_data (self->claim, self);
  g_set_object (&self->claim, claim);
  if (claim != NULL)
    g_signal_connect_swapped (claim, "notify::queries", G_CALLBACK (update), self);
  update (self);
}

/**
 * galley_query_list_set_read_only:
 * @is_read_only: whether the queries can only be read
 */
void
galley_query_list_set_read_only (GalleyQueryList *self, gboolean is_read_only)
{
  static const char *const actions[] = { "query.add", "query.answer", "query.decide", "query.edit",
                                         "query.remove" };

  g_return_if_fail (GALLEY_IS_QUERY_LIST (self));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !is_read_only);
}
