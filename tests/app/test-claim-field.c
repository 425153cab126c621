/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "galley-claim-field.h"

/* The list of words that a field offers: what opens it, and what becomes of words typed before. */

typedef struct
{
  GtkWindow *window;
  GalleyClaimField *reason; /* of one line, with a list */
  GalleyClaimField *correction;
  char *committed;
} Fixture;

static GStrv
list_choices_cb (void)
{
  static const char *const choices[] = { "Misleading", "Misleading in part", NULL };

  return g_strdupv ((GStrv) choices);
}

static void
commit_cb (Fixture *f, const char *text)
{
  g_free (f->committed);
  f->committed = g_strdup (text);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  f->reason = g_object_new (GALLEY_TYPE_CLAIM_FIELD, "title", "Reason", "single-line", TRUE,
                            "choosing", TRUE, "completing", TRUE, NULL);
  f->correction = g_object_new (GALLEY_TYPE_CLAIM_FIELD, "title", "Correction", NULL);
  g_signal_connect (f->reason, "list-choices", G_CALLBACK (list_choices_cb), NULL);
  g_signal_connect_swapped (f->reason, "commit", G_CALLBACK (commit_cb), f);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (f->reason));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (f->correction));

  f->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (f->window, box);
  gtk_window_present (f->window);
  WAIT_UNTIL (gtk_widget_get_mapped (box));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  g_free (f->committed);
}

static GtkWidget *
find_view (GalleyClaimField *field)
{
  return fixture_find (GTK_WIDGET (field), fixture_is_text_view, NULL);
}

static void
assert_text (GalleyClaimField *field, const char *expected)
{
  g_autofree char *text = galley_claim_field_get_text (field);

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
press (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &is_taken);
    }

  return is_taken;
}

static gboolean
is_menu_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget);
}

static gboolean
is_popover (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_POPOVER (widget);
}

/* On from a reason is the next field, and not what takes a word from the list at a space. */
static void
test_passes_list (Fixture *f, gconstpointer data)
{
  gtk_widget_grab_focus (find_view (f->reason));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_focus (find_view (f->correction)));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_focus (find_view (f->reason)));
}

static void
test_opens_list (Fixture *f, gconstpointer data)
{
  const struct
  {
    GalleyClaimField *field;
    GdkModifierType state;
    gboolean is_opened;
  } cases[] = {
    { f->reason, 0, TRUE },
    { f->reason, GDK_ALT_MASK, TRUE },
    { f->reason, GDK_LOCK_MASK, TRUE },
    { f->reason, GDK_SHIFT_MASK, FALSE },
    { f->correction, 0, FALSE },
    { f->correction, GDK_ALT_MASK, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *view = find_view (cases[i].field);
      GtkWidget *list;

      gtk_widget_grab_focus (view);
      g_assert_cmpint (press (view, GDK_KEY_Down, cases[i].state), ==, cases[i].is_opened);
      list = fixture_find (GTK_WIDGET (cases[i].field), is_popover, NULL);
      g_assert_cmpint (list != NULL && gtk_widget_get_visible (list), ==, cases[i].is_opened);
      if (list != NULL)
        gtk_popover_popdown (GTK_POPOVER (list));
    }
}

/* Back to where it was, which a pointer does not change either. */
static void
test_returns_focus (Fixture *f, gconstpointer data)
{
  GtkWidget *views[] = { find_view (f->reason), find_view (f->correction) };
  GtkWidget *button = fixture_find (GTK_WIDGET (f->reason), is_menu_button, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *list;

      gtk_widget_grab_focus (views[i]);
      gtk_menu_button_popup (GTK_MENU_BUTTON (button));
      list = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
      WAIT_UNTIL (gtk_widget_get_mapped (list));
      gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
      g_assert_false (gtk_widget_is_focus (views[i]));
      gtk_popover_popdown (GTK_POPOVER (list));
      WAIT_UNTIL (!gtk_widget_get_mapped (list));
      g_assert_true (gtk_widget_is_focus (views[i]));
    }
}

/* Undoing it in the field brings what was typed back, and nothing is put behind a word chosen. */
static void
test_undoes_choice (Fixture *f, gconstpointer data)
{
  GtkWidget *view = find_view (f->reason);

  gtk_widget_grab_focus (view);
  gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                                                "They told me so", -1, /* editable= */ TRUE);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (f->reason), "field.pick", "s", "Misleading"));
  assert_text (f->reason, "Misleading");
  g_assert_cmpstr (f->committed, ==, "Misleading");

  gtk_widget_activate_action (view, "text.undo", NULL);
  assert_text (f->reason, "They told me so");
  galley_claim_field_flush (f->reason);
  g_assert_cmpstr (f->committed, ==, "They told me so");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/claim-field/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("passes-list", test_passes_list);
  ADD ("opens-list", test_opens_list);
  ADD ("returns-focus", test_returns_focus);
  ADD ("undoes-choice", test_undoes_choice);
#undef ADD

  return g_test_run ();
}
