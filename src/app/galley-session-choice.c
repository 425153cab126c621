/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-session-choice.h"

#include "galley-claim-words.h"
#include "galley-desk-sessions.h"
#include "galley-names.h"

#include <glib/gi18n.h>

/**
 * GalleySessionChoice:
 *
 * Asks which review session of an article is meant, the latest first: when it began, where it
 * stands, who was there. It is not there where nobody wants to know, or there is none.
 */
struct _GalleySessionChoice
{
  AdwBin parent_instance;

  GPtrArray *sessions; /* (nullable) (element-type GalleySession): the latest first */
  char *wanted_id;     /* (nullable) the one to choose at first */
  GCancellable *cancellable;
  gboolean is_wanted;

  /* from the template */
  AdwComboRow *row;
};

G_DEFINE_FINAL_TYPE (GalleySessionChoice, galley_session_choice, ADW_TYPE_BIN)

static GalleySession *
get_session (GalleySessionChoice *self)
{
  guint selected = adw_combo_row_get_selected (self->row);

  if (self->sessions == NULL || selected >= self->sessions->len)
    return NULL;
  return g_ptr_array_index (self->sessions, selected);
}

static const char *
get_state_label (GalleySession *session)
{
  switch (session->state)
    {
    case GALLEY_SESSION_ENDED:
      return _ ("Ended");
    case GALLEY_SESSION_PAUSED:
      return _ ("Paused");
    case GALLEY_SESSION_OPEN:
    default:
      return _ ("Open");
    }
}

static char *
describe_session (GalleySession *session)
{
  g_autofree char *when = galley_claim_words_format_time (session->started_at);

  return g_strdup_printf ("%s · %s", when, get_state_label (session));
}

/* Everybody who was there at any time, each once, and how much was decided. */
static char *
describe_people (GalleySession *session)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n = session->decisions->len;
  g_autofree char *decided = g_strdup_printf (ngettext ("%u decision", "%u decisions", n), n);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < session->attendance->len; i++)
    {
      GalleyAttendance *attendance = g_ptr_array_index (session->attendance, i);

      char *name = galley_names_shorten (attendance->name);

      if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_free (name);
      else
        g_ptr_array_add (names, name);
    }
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (GStrv) names->pdata);

  return g_strdup_printf ("%s · %s", joined, decided);
}

static void
selected_cb (GalleySessionChoice *self)
{
  GalleySession *session = get_session (self);
  g_autofree char *people = session != NULL ? describe_people (session) : NULL;
  g_autofree char *escaped = people != NULL ? g_markup_escape_text (people, -1) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), escaped != NULL ? escaped : "");
}

static void
update_visibility (GalleySessionChoice *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->is_wanted && self->sessions != NULL && self->sessions->len > 0);
}

static GtkWidget *
add_label (GtkBox *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (/* str= */ NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return label;
}

static void
set_up_cb (GalleySessionChoice *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  add_label (GTK_BOX (box), /* css_class= */ NULL);
  gtk_widget_add_css_class (add_label (GTK_BOX (box), "caption"), "dim-label");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GalleySessionChoice *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *row = gtk_widget_get_parent (box);
  GalleySession *session = g_ptr_array_index (self->sessions, gtk_list_item_get_position (item));
  g_autofree char *label = describe_session (session);
  g_autofree char *people = describe_people (session);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), label);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), people);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, people, -1);
}

static void
fill (GalleySessionChoice *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (/* strings= */ NULL);
  guint selected = 0;

  for (guint i = 0; i < self->sessions->len; i++)
    {
      GalleySession *session = g_ptr_array_index (self->sessions, i);
      g_autofree char *label = describe_session (session);

      gtk_string_list_append (labels, label);
      selected = g_strcmp0 (session->id, self->wanted_id) == 0 ? i : selected;
    }
  adw_combo_row_set_model (self->row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->row, selected);
  selected_cb (self);
  update_visibility (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleySessionChoice) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions =
      galley_desk_list_sessions_finish (GALLEY_DESK (source), result, &error);

  /* Whoever cannot read the library hears of it when something is to go out. */
  if (sessions == NULL)
    return;

  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_session_unref);
  for (guint i = sessions->len; i > 0; i--)
    g_ptr_array_add (self->sessions, galley_session_ref (g_ptr_array_index (sessions, i - 1)));
  fill (self);
}

static void
galley_session_choice_dispose (GObject *object)
{
  GalleySessionChoice *self = GALLEY_SESSION_CHOICE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_SESSION_CHOICE);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->wanted_id, g_free);

  G_OBJECT_CLASS (galley_session_choice_parent_class)->dispose (object);
}

static void
galley_session_choice_class_init (GalleySessionChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_session_choice_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/session-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleySessionChoice, row);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
galley_session_choice_init (GalleySessionChoice *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update_visibility (self);
}

/**
 * galley_session_choice_load:
 * @desk: where the sessions are
 * @article_id: UUID of the article
 * @session_id: (nullable): UUID of the session to choose at first; %NULL for the last one
 *
 * Finds out which sessions there are.
 */
void
galley_session_choice_load (GalleySessionChoice *self,
                            GalleyDesk *desk,
                            const char *article_id,
                            const char *session_id)
{
  g_return_if_fail (GALLEY_IS_SESSION_CHOICE (self) && GALLEY_IS_DESK (desk));

  g_free (self->wanted_id);
  self->wanted_id = g_strdup (session_id);
  galley_desk_list_sessions_async (desk, article_id, self->cancellable, listed_cb,
                                   g_object_ref (self));
}

/**
 * galley_session_choice_set_wanted:
 * @is_wanted: whether it makes a difference which one is chosen
 */
void
galley_session_choice_set_wanted (GalleySessionChoice *self, gboolean is_wanted)
{
  g_return_if_fail (GALLEY_IS_SESSION_CHOICE (self));

  self->is_wanted = is_wanted;
  update_visibility (self);
}

/**
 * galley_session_choice_get_id:
 *
 * Returns: (nullable): UUID of the session; %NULL for the last one
 */
const char *
galley_session_choice_get_id (GalleySessionChoice *self)
{
  GalleySession *session;

  g_return_val_if_fail (GALLEY_IS_SESSION_CHOICE (self), NULL);

  session = get_session (self);
  return session != NULL ? session->id : self->wanted_id;
}
