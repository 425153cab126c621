/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

/**
 * fixture_init:
 *
 * Sets up GTK for a test: in English, every warning fatal.
 */
void
fixture_init (int *argc, char ***argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
}

/**
 * fixture_set_late_cb:
 * @is_late: (type gboolean*): is set
 *
 * For WAIT_UNTIL().
 */
gboolean
fixture_set_late_cb (gpointer is_late)
{
  *(gboolean *) is_late = TRUE;

  return G_SOURCE_REMOVE;
}

/**
 * fixture_find:
 * @widget: where to begin
 * @match: what to look for
 * @data: handed to @match
 *
 * Returns: (transfer none) (nullable): the first match, depth first
 */
GtkWidget *
fixture_find (GtkWidget *widget, FixtureMatch match, gconstpointer data)
{
  if (match (widget, data))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find (child, match, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_action (GtkWidget *widget, gconstpointer action_name)
{
  return GTK_IS_ACTIONABLE (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action_name) == 0;
}

static gboolean
shows_text (GtkWidget *widget, gconstpointer text)
{
  const char *shown = NULL;

  if (GTK_IS_LABEL (widget))
    shown = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_INSCRIPTION (widget))
    shown = gtk_inscription_get_text (GTK_INSCRIPTION (widget));

  return gtk_widget_get_mapped (widget) && g_strcmp0 (shown, text) == 0;
}

/**
 * fixture_find_by_action:
 *
 * Returns: (transfer none) (nullable): the first button for @action_name
 */
GtkWidget *
fixture_find_by_action (GtkWidget *widget, const char *action_name)
{
  return fixture_find (widget, has_action, action_name);
}

/**
 * fixture_find_by_label:
 *
 * Returns: (transfer none) (nullable): the first label on screen that reads @text
 */
GtkWidget *
fixture_find_by_label (GtkWidget *widget, const char *text)
{
  return fixture_find (widget, shows_text, text);
}

static void
note_mnemonics (GtkWidget *widget, GHashTable *seen)
{
  const char *text = NULL, *mark;

  if (!gtk_widget_get_visible (widget))
    return;
  if (ADW_IS_ACTION_ROW (widget))
    text = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  else if (GTK_IS_BUTTON (widget))
    text = gtk_button_get_label (GTK_BUTTON (widget));
  mark = text != NULL ? strchr (text, '_') : NULL;
  if (text != NULL && mark == NULL)
    g_error ("“%s” has no mnemonic", text);
  if (mark != NULL && !g_hash_table_add (seen, GINT_TO_POINTER (g_ascii_tolower (mark[1]))))
    g_error ("“%s” has the mnemonic of something else", text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    note_mnemonics (child, seen);
}

/**
 * fixture_assert_mnemonics_differ:
 *
 * Every button with words and every row with an action in @window can be reached by a key of its
 * own.
 */
void
fixture_assert_mnemonics_differ (GtkWidget *window)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (/* hash= */ NULL, /* equal= */ NULL);

  note_mnemonics (window, seen);
  g_assert_cmpuint (g_hash_table_size (seen), >=, 3);
}

/* For fixture_find(). */
gboolean
fixture_is_text_view (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TEXT_VIEW (widget);
}

/* (transfer none) (nullable): a window of @type that is open over @parent. */
GtkWidget *
fixture_find_over (GtkWidget *parent, GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (one, type) && gtk_widget_get_mapped (one) &&
          gtk_window_get_transient_for (GTK_WINDOW (one)) == GTK_WINDOW (parent))
        return one;
    }

  return NULL;
}
