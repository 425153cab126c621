/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-key-dialog.h"
#include "galley-key-map.h"
#include "galley-key-row.h"
#include "galley-key-search.h"
#include "galley-shortcuts.h"

static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  galley_key_map_reset_all (galley_key_map_get_default ());
  window_fixture_set_up (fixture, data);
}

static void
tear_down (WindowFixture *fixture, gconstpointer data)
{
  galley_key_map_reset_all (galley_key_map_get_default ());
  window_fixture_tear_down (fixture, data);
}

static gboolean
is_row_of (GtkWidget *widget, gconstpointer action)
{
  return GALLEY_IS_KEY_ROW (widget) &&
         g_str_equal (galley_key_row_get_key (GALLEY_KEY_ROW (widget))->action, action);
}

static gboolean
is_search (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

static GtkWidget *
find_row (GtkWidget *shortcuts, const char *action)
{
  return fixture_find (shortcuts, is_row_of, action);
}

static GtkWidget *
open_shortcuts (WindowFixture *fixture)
{
  window_fixture_act (fixture, "shortcuts");
  WAIT_UNTIL (window_fixture_find_dialog (fixture) != NULL);

  return window_fixture_find_dialog (fixture);
}

/* The window over a window. */
static GtkWidget *
find_over (GtkWidget *below)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (below) &&
          gtk_widget_get_mapped (GTK_WIDGET (window)))
        return GTK_WIDGET (window);
    }

  return NULL;
}

/* As Enter on the row does. */
static GtkWidget *
open_dialog (GtkWidget *shortcuts, const char *action)
{
  adw_action_row_activate (ADW_ACTION_ROW (find_row (shortcuts, action)));
  WAIT_UNTIL (find_over (shortcuts) != NULL);

  return find_over (shortcuts);
}

static void
press (GtkWidget *dialog, const char *keys)
{
  GalleyKeyPress press;

  g_assert_true (galley_key_press_parse (keys, &press));
  galley_key_dialog_press (GALLEY_KEY_DIALOG (dialog), &press);
}

static void
assert_shown (const char *action, const char *keys)
{
  g_autofree char *shown = galley_keys_get_shown (action);

  g_assert_cmpstr (shown, ==, keys);
}

static gboolean
shows (const char *action, const char *keys)
{
  g_autofree char *shown = galley_keys_get_shown (action);

  return g_strcmp0 (shown, keys) == 0;
}

static guint
count_rows (GtkWidget *shortcuts)
{
  guint n_keys, n_rows = 0;
  const GalleyKey *keys = galley_keys_get (&n_keys);

  for (guint i = 0; i < n_keys; i++)
    if (gtk_widget_get_visible (find_row (shortcuts, keys[i].action)))
      n_rows++;

  return n_rows;
}

/* Every action has a row, which tells its keys and where they act. */
static void
test_rows (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *shortcuts = open_shortcuts (fixture);
  guint n_keys;
  const GalleyKey *keys = galley_keys_get (&n_keys);

  g_assert_cmpuint (count_rows (shortcuts), ==, n_keys);
  for (guint i = 0; i < n_keys; i++)
    {
      GtkWidget *row = find_row (shortcuts, keys[i].action);
      g_autofree char *shown = galley_keys_get_shown (keys[i].action);

      g_assert_nonnull (fixture_find_by_label (row, keys[i].label));
      g_assert_nonnull (fixture_find_by_label (row, shown));
      g_assert_nonnull (fixture_find_by_label (row, galley_key_scope_get_label (keys[i].scope)));
      g_assert_false (gtk_widget_get_visible (fixture_find_by_action (row, "shortcuts.reset")));
    }
  g_assert_false (
      gtk_widget_get_sensitive (fixture_find_by_action (shortcuts, "shortcuts.reset-all")));
  gtk_test_accessible_assert_property (find_row (shortcuts, "win.redo"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Redo: Shift+Ctrl+Z, Ctrl+Y");
  gtk_window_close (GTK_WINDOW (shortcuts));
}

static void
test_change (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *shortcuts = open_shortcuts (fixture);
  GtkWidget *row = find_row (shortcuts, "win.confirm");
  GtkWidget *reset = fixture_find_by_action (row, "shortcuts.reset");

  press (open_dialog (shortcuts, "win.confirm"), "k");
  WAIT_UNTIL (find_over (shortcuts) == NULL);
  assert_shown ("win.confirm", "K");
  g_assert_nonnull (fixture_find_by_label (row, "K"));
  g_assert_true (gtk_widget_get_visible (reset));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Confirm: K");

  press (open_dialog (shortcuts, "win.confirm"), "Escape");
  WAIT_UNTIL (find_over (shortcuts) == NULL);
  assert_shown ("win.confirm", "K");

  press (open_dialog (shortcuts, "win.confirm"), "BackSpace");
  WAIT_UNTIL (find_over (shortcuts) == NULL);
  assert_shown ("win.confirm", NULL);
  g_assert_nonnull (fixture_find_by_label (row, "No keys"));

  g_signal_emit_by_name (reset, "clicked");
  assert_shown ("win.confirm", "C");
  g_assert_false (gtk_widget_get_visible (reset));
  gtk_window_close (GTK_WINDOW (shortcuts));
}

/* What cannot be had is refused in a sentence, and the dialog goes on waiting. */
static void
test_refuse (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *shortcuts = open_shortcuts (fixture);
  GtkWidget *dialog = open_dialog (shortcuts, "win.import");

  press (dialog, "x");
  g_assert_nonnull (fixture_find_by_label (
      dialog, "X alone can only be used in the article and the lists, and this works elsewhere "
              "too: hold Ctrl or Alt with it."));
  press (dialog, "<Control>v");
  g_assert_nonnull (fixture_find_by_label (dialog, "Ctrl+V is needed to work with text."));
  press (dialog, "<Control>Left");
  g_assert_nonnull (
      fixture_find_by_label (dialog, "Ctrl+Left is needed to move about and to press buttons."));
  g_assert_null (fixture_find_by_label (dialog, "Take Over"));
  assert_shown ("win.import", "Ctrl+O");

  press (dialog, "<Control>j");
  WAIT_UNTIL (find_over (shortcuts) == NULL);
  assert_shown ("win.import", "Ctrl+J");
  gtk_window_close (GTK_WINDOW (shortcuts));
}

static void
test_clash (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *shortcuts = open_shortcuts (fixture);
  GtkWidget *dialog = open_dialog (shortcuts, "win.confirm");

  press (dialog, "<Control>o");
  g_assert_nonnull (fixture_find_by_label (
      dialog, "Ctrl+O is used for “Import…”. Take it over from there, or press other keys."));
  assert_shown ("win.confirm", "C");
  assert_shown ("win.import", "Ctrl+O");
  press (dialog, "Escape");
  WAIT_UNTIL (find_over (shortcuts) == NULL);
  assert_shown ("win.confirm", "C");

  dialog = open_dialog (shortcuts, "win.confirm");
  press (dialog, "<Control>o");
  window_fixture_press (dialog, "Take Over");
  WAIT_UNTIL (find_over (shortcuts) == NULL);
  assert_shown ("win.confirm", "Ctrl+O");
  assert_shown ("win.import", NULL);

  /* It is taken back only after a question. */
  g_signal_emit_by_name (
      fixture_find_by_action (find_row (shortcuts, "win.import"), "shortcuts.reset"), "clicked");
  WAIT_UNTIL (find_over (shortcuts) != NULL);
  assert_shown ("win.import", NULL);
  window_fixture_press (find_over (shortcuts), "Take Over");
  WAIT_UNTIL (shows ("win.import", "Ctrl+O"));
  assert_shown ("win.confirm", NULL);
  gtk_window_close (GTK_WINDOW (shortcuts));
}

static void
test_reset_all (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *shortcuts = open_shortcuts (fixture);
  GtkWidget *button = fixture_find_by_action (shortcuts, "shortcuts.reset-all");

  press (open_dialog (shortcuts, "win.confirm"), "k");
  WAIT_UNTIL (find_over (shortcuts) == NULL);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  WAIT_UNTIL (find_over (shortcuts) != NULL);
  window_fixture_press (find_over (shortcuts), "Cancel");
  WAIT_UNTIL (find_over (shortcuts) == NULL);
  assert_shown ("win.confirm", "K");

  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  WAIT_UNTIL (find_over (shortcuts) != NULL);
  window_fixture_press (find_over (shortcuts), "Reset All");
  WAIT_UNTIL (shows ("win.confirm", "C"));
  g_assert_false (gtk_widget_get_sensitive (button));

  /* Nobody is left without a place to type. */
  WAIT_UNTIL (gtk_window_get_focus (GTK_WINDOW (shortcuts)) != NULL);
  gtk_window_close (GTK_WINDOW (shortcuts));
}

static void
test_search (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *shortcuts = open_shortcuts (fixture);
  GtkEditable *search = GTK_EDITABLE (fixture_find (shortcuts, is_search, NULL));

  gtk_editable_set_text (search, "undo");
  WAIT_UNTIL (count_rows (shortcuts) == 2);
  g_assert_true (gtk_widget_get_visible (find_row (shortcuts, "win.undo")));
  g_assert_true (gtk_widget_get_visible (find_row (shortcuts, "session.undo")));
  gtk_editable_set_text (search, "no such words");
  WAIT_UNTIL (fixture_find_by_label (shortcuts, "Nothing Found") != NULL);
  gtk_editable_set_text (search, "");
  WAIT_UNTIL (count_rows (shortcuts) > 1);
  gtk_window_close (GTK_WINDOW (shortcuts));
}

static void
test_search_terms (void)
{
  static const struct
  {
    const char *query;
    const char *action;
    gboolean is_match;
  } cases[] = {
    { "", "win.confirm", TRUE },
    { "  ", "win.confirm", TRUE },
    { "CLAIM del", "win.delete-claim", TRUE },
    { "laim", "win.delete-claim", FALSE },
    { "writer’s", "win.next-note", TRUE },
    { "ctrl+f", "win.find", TRUE },
    { "Ctrl + F", "win.find", TRUE },
    { "ctrl+f", "win.search-claims", FALSE },
    { "ctrl+shift+f", "win.search-claims", TRUE },
    { "shift+ctrl+f", "win.search-claims", TRUE },
    { "ctrl+shift", "win.search-claims", TRUE },
    { "shift", "win.search-claims", TRUE },
    { "ctrl+", "win.find", TRUE },
    { "ctrl+", "win.confirm", FALSE },
    { "alt+", "win.find", FALSE },
    { "ctrl+y", "win.redo", TRUE },
    { "+", "win.find", FALSE },
    { "++", "win.find", FALSE },
    { "+++", "win.find", FALSE },
    { "?", "win.shortcuts", FALSE },
    { "ctrl+?", "win.shortcuts", TRUE },
    { "F6", "win.next-pane", TRUE },
    { "delete", "win.purge::", TRUE },
    { "ctrl z", "win.undo", TRUE },
    { "<b>&", "win.undo", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s” %s", cases[i].query, cases[i].action);
      g_assert_cmpint (
          galley_key_search_matches (galley_keys_find (cases[i].action), cases[i].query), ==,
          cases[i].is_match);
    }
}

static gboolean
has_accel (GMenuModel *menu, const char *action, const char *accel)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autofree char *name = NULL, *shown = NULL;

      if ((section != NULL && has_accel (section, action, accel)) ||
          (submenu != NULL && has_accel (submenu, action, accel)))
        return TRUE;
      if (!g_menu_model_get_item_attribute (menu, i, "action", "s", &name) ||
          !g_str_equal (name, action))
        continue;
      g_menu_model_get_item_attribute (menu, i, "accel", "s", &shown);
      return g_strcmp0 (shown, accel) == 0;
    }

  return FALSE;
}

/* How many presses act in a window. */
static guint
count_bindings (GalleyWindow *window)
{
  return g_list_model_get_n_items (G_LIST_MODEL (window->keys));
}

static void
set (const char *action, const char *keys)
{
  GalleyKeyPress press;

  if (keys != NULL)
    g_assert_true (galley_key_press_parse (keys, &press));
  galley_key_map_set (galley_key_map_get_default (), galley_keys_find (action),
                      keys != NULL ? &press : NULL);
}

/* A menu is made when it is opened. */
static GMenuModel *
open_menu (GtkMenuButton *button)
{
  gtk_menu_button_popup (button);
  gtk_menu_button_popdown (button);
  return gtk_menu_button_get_menu_model (button);
}

/* Menus, tooltips and hints of all windows tell the keys that there are now. */
static void
test_shown_everywhere (WindowFixture *fixture, gconstpointer data)
{
  WindowFixture other = { NULL, NULL };
  GalleyWindow *windows[2];
  guint n_bindings;

  window_fixture_set_up (&other, NULL);
  window_fixture_import_and_open (&other);
  windows[0] = fixture->window;
  windows[1] = other.window;
  n_bindings = count_bindings (other.window);

  set ("win.confirm", "less");
  set ("win.export", "<Control>j");
  set ("win.find", "<Control>F7");
  set ("win.undo", "<Control>F8");
  set ("win.open-example", NULL);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *confirm =
          fixture_find_by_action (GTK_WIDGET (windows[i]->verdict_box), "win.confirm");
      GMenuModel *menu = open_menu (windows[i]->menu_button);
      GMenuModel *imports = adw_split_button_get_menu_model (windows[i]->import_button);

      g_assert_cmpstr (gtk_widget_get_tooltip_text (confirm), ==, "Confirm (<)");
      g_assert_cmpstr (gtk_widget_get_tooltip_text (windows[i]->export_button), ==,
                       "Export… (Ctrl+J)");
      g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (windows[i]->undo_button),
                                       "Undo (Ctrl+F8)"));
      g_assert_true (has_accel (menu, "win.find", "<Control>F7"));
      g_assert_true (has_accel (imports, "win.open-example", NULL));
      g_assert_cmpuint (count_bindings (windows[i]), ==, n_bindings - 1);
    }
  g_assert_nonnull (fixture_find_by_label (
      GTK_WIDGET (other.window->claims_pane),
      "Put the caret in a sentence, or select some words, and press < to confirm, D to dispute or "
      "P to leave them pending."));
  set ("win.dispute", NULL);
  g_assert_nonnull (fixture_find_by_label (
      GTK_WIDGET (other.window->claims_pane),
      "Put the caret in a sentence, or select some words, and confirm or dispute them, or leave "
      "them pending."));

  galley_key_map_reset_all (galley_key_map_get_default ());
  g_assert_cmpstr (gtk_widget_get_tooltip_text (other.window->export_button), ==,
                   "Export… (Ctrl+E)");
  g_assert_cmpuint (count_bindings (other.window), ==, n_bindings);
  window_fixture_tear_down (&other, NULL);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/shortcuts/" name, WindowFixture, NULL, set_up, function, tear_down)
  ADD ("rows", test_rows);
  ADD ("change", test_change);
  ADD ("refuse", test_refuse);
  ADD ("clash", test_clash);
  ADD ("reset-all", test_reset_all);
  ADD ("search", test_search);
  ADD ("shown-everywhere", test_shown_everywhere);
#undef ADD
  g_test_add_func ("/shortcuts/search-terms", test_search_terms);

  return g_test_run ();
}
