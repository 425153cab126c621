/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-export-memory.h"
#include "galley-export.h"

static gboolean
is_choice (GtkWidget *widget, gconstpointer nick)
{
  return GTK_IS_CHECK_BUTTON (widget) && g_strcmp0 (gtk_widget_get_name (widget), nick) == 0;
}

static gboolean
is_format_row (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_COMBO_ROW (widget);
}

static gboolean
has_title (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_ACTION_ROW (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static GtkWidget *
open_dialog (WindowFixture *fixture)
{
  window_fixture_act (fixture, "export");
  return window_fixture_find_dialog (fixture);
}

static void
choose (GtkWidget *dialog, const char *nick)
{
  GtkWidget *button = fixture_find (dialog, is_choice, nick);

  g_assert_nonnull (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}

static gboolean
shows (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = fixture_find (dialog, has_title, title);

  g_assert_nonnull (row);
  return gtk_widget_get_visible (row);
}

static void
test_every_choice_is_offered (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  window_fixture_import_and_open (fixture);
  dialog = open_dialog (fixture);

  for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
    g_assert_nonnull (fixture_find (dialog, is_choice, galley_layout_to_nick (layout)));
  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);

      g_assert_cmpint (fixture_find (dialog, is_choice, format->nick) != NULL, ==,
                       format->layouts == 0);
    }
  g_assert_nonnull (fixture_find (dialog, is_choice, galley_export_get_package ()->nick));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_options_fit_the_choice (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *formats, *preview;

  window_fixture_import_and_open (fixture);
  dialog = open_dialog (fixture);
  formats = fixture_find (dialog, is_format_row, NULL);
  preview = fixture_find_by_label (dialog, "Preview in Browser");

  choose (dialog, "annotated");
  g_assert_true (gtk_widget_get_visible (formats));
  g_assert_true (shows (dialog, "_Include Boilerplate"));
  g_assert_false (shows (dialog, "_Begin with a Byte Order Mark"));

  choose (dialog, "memo");
  g_assert_true (gtk_widget_get_visible (formats));
  g_assert_false (shows (dialog, "_Include Boilerplate"));
  g_assert_true (gtk_widget_is_sensitive (preview));

  choose (dialog, "csv");
  g_assert_false (gtk_widget_get_visible (formats));
  g_assert_true (shows (dialog, "_Begin with a Byte Order Mark"));
  g_assert_false (gtk_widget_is_sensitive (preview));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_what_went_out_last_is_chosen (WindowFixture *fixture, gconstpointer data)
{
  static const char *const options[] = { "boilerplate", NULL };
  GtkWidget *dialog, *formats;

  galley_export_memory_keep ("publication", "text", /* has_layout= */ TRUE, options);
  window_fixture_import_and_open (fixture);
  dialog = open_dialog (fixture);
  formats = fixture_find (dialog, is_format_row, NULL);

  g_assert_true (gtk_check_button_get_active (
      GTK_CHECK_BUTTON (fixture_find (dialog, is_choice, "publication"))));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (formats)), ==,
                   galley_export_find_format ("text")->purpose);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (adw_action_row_get_activatable_widget (
      ADW_ACTION_ROW (fixture_find (dialog, has_title, "_Include Boilerplate"))))));

  /* The other formats keep what they had. */
  g_assert_false (galley_export_memory_has_option ("html", "boilerplate"));
  galley_export_memory_keep ("csv", "csv", /* has_layout= */ FALSE,
                             (const char *[]){ "bom", NULL });
  g_assert_true (galley_export_memory_has_option ("text", "boilerplate"));
  g_assert_true (galley_export_memory_has_option ("csv", "bom"));
  gtk_window_close (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(path, test)                                                                            \
  g_test_add ("/app/export-dialog/" path, WindowFixture, NULL, window_fixture_set_up, test,        \
              window_fixture_tear_down)
  ADD ("choices", test_every_choice_is_offered);
  ADD ("options", test_options_fit_the_choice);
  ADD ("memory", test_what_went_out_last_is_chosen);
#undef ADD

  return g_test_run ();
}
