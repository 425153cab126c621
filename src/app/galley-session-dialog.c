/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-session-dialog.h"

#include "galley-agenda.h"
#include "galley-desk-sessions.h"
#include "galley-mnemonics.h"
#include "galley-name.h"
#include "galley-person-row.h"
#include "galley-settings.h"
#include "galley-topic-row.h"
#include "galley-weak.h"

#include <glib/gi18n.h>

/**
 * GalleySessionDialog:
 *
 * Who is present at a review session and who of them decides; and before it begins, what is on its
 * agenda and in which order. "people" is emitted when somebody accepts.
 */
struct _GalleySessionDialog
{
  AdwWindow parent_instance;

  GalleyCheck *check; /* (nullable) what an agenda is made of; %NULL if there is one already */
  GCancellable *cancellable;
  GalleyPersonRow *first; /* (nullable) the others are of its group */

  /* from the template */
  GtkWidget *accept_button;
  GtkListBox *people;
  AdwEntryRow *name_row;
  AdwPreferencesGroup *agenda_group;
  GtkListBox *topics;
};

G_DEFINE_FINAL_TYPE (GalleySessionDialog, galley_session_dialog, ADW_TYPE_WINDOW)

enum
{
  PEOPLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GalleyPersonRow *
find_person (GalleySessionDialog *self, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->people, i)) != NULL; i++)
    if (g_str_equal (galley_person_row_get_name (GALLEY_PERSON_ROW (row)), name))
      return GALLEY_PERSON_ROW (row);

  return NULL;
}

/**
 * galley_session_dialog_list_points:
 *
 * Returns: (transfer full) (element-type GalleyPoint): the agenda that was chosen
 */
GPtrArray *
galley_session_dialog_list_points (GalleySessionDialog *self)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (GalleyTopic));
  GtkListBoxRow *row;

  g_return_val_if_fail (GALLEY_IS_SESSION_DIALOG (self) && self->check != NULL, NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->topics, i)) != NULL; i++)
    {
      GalleyTopic topic = galley_topic_row_get_topic (GALLEY_TOPIC_ROW (row));

      if (galley_topic_row_is_chosen (GALLEY_TOPIC_ROW (row)))
        g_array_append_val (chosen, topic);
    }

  return galley_agenda_build (self->check, (GalleyTopic *) chosen->data, chosen->len);
}

/* Names of those who are present, the one who decides first among them as they stand. */
static GStrv
collect (GalleySessionDialog *self, const char **out_chair)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  GtkListBoxRow *row;

  *out_chair = NULL;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->people, i)) != NULL; i++)
    {
      GalleyPersonRow *person = GALLEY_PERSON_ROW (row);

      if (!galley_person_row_is_present (person))
        continue;
      g_strv_builder_add (names, galley_person_row_get_name (person));
      if (galley_person_row_is_chair (person) || *out_chair == NULL)
        *out_chair =
            galley_person_row_is_chair (person) ? galley_person_row_get_name (person) : *out_chair;
    }

  return g_strv_builder_end (names);
}

/* What would come of the choice, and whether that is a session. */
static void
update (GalleySessionDialog *self)
{
  const char *chair;
  g_auto (GStrv) present = collect (self, &chair);
  guint n_points = 1;

  if (self->check != NULL)
    {
      g_autoptr (GPtrArray) points = galley_session_dialog_list_points (self);
      guint counts[GALLEY_N_TOPICS];
      g_autofree char *text = NULL;
      GtkListBoxRow *row;

      n_points = points->len;
      galley_agenda_count (points, counts);
      for (int i = 0; (row = gtk_list_box_get_row_at_index (self->topics, i)) != NULL; i++)
        galley_topic_row_set_count (GALLEY_TOPIC_ROW (row),
                                    counts[galley_topic_row_get_topic (GALLEY_TOPIC_ROW (row))]);
      text = g_strdup_printf (ngettext ("%u point. A claim is on it once, for the gravest reason.",
                                        "%u points. A claim is on it once, for the gravest reason.",
                                        n_points),
                              n_points);
      adw_preferences_group_set_description (self->agenda_group, text);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.accept",
                                 present[0] != NULL && chair != NULL && n_points > 0);
}

static GalleyPersonRow *
add_person (GalleySessionDialog *self, const char *name, gboolean is_present, gboolean is_chair)
{
  GalleyPersonRow *row = find_person (self, name);

  if (row == NULL)
    {
      row = galley_person_row_new (name, self->first);
      if (self->first == NULL)
        self->first = row;
      g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->people, GTK_WIDGET (row));
    }
  if (is_present)
    galley_person_row_set_present (row, TRUE);
  if (is_chair)
    galley_person_row_set_chair (row);
  return row;
}

static void
name_applied_cb (GalleySessionDialog *self)
{
  g_autofree char *name = galley_name_clean (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  const char *chair;
  g_auto (GStrv) present = collect (self, &chair);

  if (*name == '\0')
    return;
  add_person (self, name, /* is_present= */ TRUE, /* is_chair= */ chair == NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  update (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleySessionDialog) self = galley_weak_take (user_data);
  g_auto (GStrv) names =
      galley_desk_list_people_finish (GALLEY_DESK (source), result, /* error= */ NULL);

  /* Who is present can be typed as well. */
  for (guint i = 0; self != NULL && names != NULL && names[i] != NULL; i++)
    add_person (self, names[i], /* is_present= */ FALSE, /* is_chair= */ FALSE);
}

static void
accept_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleySessionDialog *self = GALLEY_SESSION_DIALOG (widget);
  const char *chair;
  g_auto (GStrv) present = collect (self, &chair);

  g_signal_emit (self, signals[PEOPLE], 0, chair, present);
  gtk_window_close (GTK_WINDOW (self));
}

static void
move_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleySessionDialog *self = GALLEY_SESSION_DIALOG (widget);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GALLEY_TYPE_TOPIC_ROW) : NULL;
  int position, to;

  if (row == NULL)
    return;
  position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  to = g_str_equal (action_name, "dialog.move-up") ? position - 1 : position + 1;
  if (to < 0 || gtk_list_box_get_row_at_index (self->topics, to) == NULL)
    return;

  g_object_ref (row);
  gtk_list_box_remove (self->topics, row);
  gtk_list_box_insert (self->topics, row, to);
  g_object_unref (row);
  gtk_widget_grab_focus (row);
  update (self);
}

static void
galley_session_dialog_dispose (GObject *object)
{
  GalleySessionDialog *self = GALLEY_SESSION_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->check);

  G_OBJECT_CLASS (galley_session_dialog_parent_class)->dispose (object);
}

static void
galley_session_dialog_class_init (GalleySessionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_session_dialog_dispose;

  /**
   * GalleySessionDialog::people:
   * @chair: who decides
   * @present: who is present
   */
  signals[PEOPLE] = g_signal_new ("people", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRV);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/session-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleySessionDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, GalleySessionDialog, people);
  gtk_widget_class_bind_template_child (widget_class, GalleySessionDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, GalleySessionDialog, agenda_group);
  gtk_widget_class_bind_template_child (widget_class, GalleySessionDialog, topics);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
  gtk_widget_class_install_action (widget_class, "dialog.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "dialog.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "dialog.move-down", NULL, move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "dialog.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "dialog.move-down",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "dialog.accept", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
galley_session_dialog_init (GalleySessionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

static void
add_topics (GalleySessionDialog *self)
{
  for (GalleyTopic topic = 0; topic < GALLEY_TOPIC_CHOSEN; topic++)
    {
      GtkWidget *row = galley_topic_row_new (topic);

      g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->topics, row);
    }
}

static void
add_present (GalleySessionDialog *self, GalleySession *session)
{
  g_auto (GStrv) present = galley_session_list_present (session);

  for (guint i = 0; present[i] != NULL; i++)
    add_person (self, present[i], TRUE, g_str_equal (present[i], session->chair));
}

/**
 * galley_session_dialog_new:
 * @parent: the window that it belongs to
 * @desk: the library
 * @check: (nullable): the article, if there is no agenda yet
 * @session: (nullable): the session that goes on; %NULL for a new one
 *
 * Returns: (transfer none): the dialog, not presented yet; GTK holds it until it is closed
 */
GalleySessionDialog *
galley_session_dialog_new (GtkWindow *parent,
                           GalleyDesk *desk,
                           GalleyCheck *check,
                           GalleySession *session)
{
  GalleySessionDialog *self =
      g_object_new (GALLEY_TYPE_SESSION_DIALOG, "transient-for", parent, NULL);

  g_set_object (&self->check, check);
  gtk_widget_set_visible (GTK_WIDGET (self->agenda_group), check != NULL);
  if (check != NULL)
    add_topics (self);
  else
    gtk_button_set_label (GTK_BUTTON (self->accept_button), _ ("_Apply"));
  if (session != NULL)
    add_present (self, session);
  else
    {
      g_autofree char *own_name = galley_settings_get_checker_name ();

      add_person (self, own_name, TRUE, TRUE);
    }
  galley_desk_list_people_async (desk, self->cancellable, listed_cb, galley_weak_new (self));
  galley_mnemonics_name (GTK_WIDGET (self));
  update (self);
  /* What comes first in the window cancels. */
  gtk_widget_grab_focus (self->accept_button);

  return self;
}
