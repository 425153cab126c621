/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "galley-prompt-buttons.h"

typedef struct
{
  GtkWindow *window;
  GtkWidget *box;
  GtkWidget *button;
  GtkWidget *entry;
  guint n_clicks;
} Fixture;

static void
count_cb (guint *n_clicks)
{
  (*n_clicks)++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->window = GTK_WINDOW (gtk_window_new ());
  f->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  f->button = gtk_button_new_with_label ("Confirm");
  f->entry = gtk_entry_new ();
  gtk_box_append (GTK_BOX (f->box), f->button);
  gtk_box_append (GTK_BOX (f->box), f->entry);
  g_signal_connect_swapped (f->button, "clicked", G_CALLBACK (count_cb), &f->n_clicks);
  galley_prompt_buttons_set_up (f->box);
  gtk_window_set_child (f->window, f->box);
  gtk_window_present (f->window);
  WAIT_UNTIL (gtk_widget_get_mapped (f->box));
  gtk_widget_grab_focus (f->button);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
}

/* Returns: whether nothing else hears of the key */
static gboolean
press (Fixture *f, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (f->box);
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &is_taken);
    }

  return is_taken;
}

/* Not a quarter of a second later, as GTK has it. */
static void
test_at_once (Fixture *f, gconstpointer data)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space,
                                GDK_KEY_KP_Space };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (press (f, keys[i], 0));
      g_assert_cmpuint (f->n_clicks, ==, i + 1);
    }
}

static void
test_other_keys (Fixture *f, gconstpointer data)
{
  g_assert_false (press (f, GDK_KEY_c, 0));
  g_assert_false (press (f, GDK_KEY_Tab, 0));
  g_assert_false (press (f, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpuint (f->n_clicks, ==, 0);
}

static void
test_no_button (Fixture *f, gconstpointer data)
{
  gtk_widget_grab_focus (f->entry);
  g_assert_false (press (f, GDK_KEY_space, 0));
  gtk_widget_grab_focus (f->button);
  gtk_widget_set_sensitive (f->button, FALSE);
  g_assert_false (press (f, GDK_KEY_Return, 0));
  g_assert_cmpuint (f->n_clicks, ==, 0);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/prompt-buttons/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("at-once", test_at_once);
  ADD ("other-keys", test_other_keys);
  ADD ("no-button", test_no_button);
#undef ADD

  return g_test_run ();
}
