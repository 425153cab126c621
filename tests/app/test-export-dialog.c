/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-export-form.h"
#include "galley-export-memory.h"
#include "galley-export.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean
is_form (GtkWidget *widget, gconstpointer data)
{
  return GALLEY_IS_EXPORT_FORM (widget);
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
choose (GtkWidget *dialog, const char *nick, const char *format)
{
  galley_export_form_choose (GALLEY_EXPORT_FORM (fixture_find (dialog, is_form, NULL)), nick,
                             format);
}

static GtkWidget *
find_row (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = fixture_find (dialog, has_title, title);

  g_assert_nonnull (row);
  return row;
}

static gboolean
shows (GtkWidget *dialog, const char *title)
{
  return gtk_widget_get_visible (find_row (dialog, title));
}

static GtkSwitch *
find_switch (GtkWidget *dialog, const char *title)
{
  return GTK_SWITCH (
      adw_action_row_get_activatable_widget (ADW_ACTION_ROW (find_row (dialog, title))));
}

/* The words that a combo row offers. */
static gboolean
offers (GtkWidget *dialog, const char *title, const char *label)
{
  GListModel *model = adw_combo_row_get_model (ADW_COMBO_ROW (find_row (dialog, title)));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), label))
      return TRUE;

  return FALSE;
}

/* What the tables of the export module list, and nothing else. */
static void
test_every_choice_is_offered (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  window_fixture_import_and_open (fixture);
  dialog = open_dialog (fixture);

  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);

      g_assert_cmpint (offers (dialog, "_What Goes Out", format->label), ==, format->layouts == 0);
    }
  for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
    {
      g_assert_true (offers (dialog, "_What Goes Out", galley_layout_get_label (layout)));
      choose (dialog, galley_layout_to_nick (layout), NULL);
      g_assert_cmpstr (
          adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (dialog, "_What Goes Out"))), ==,
          galley_layout_get_purpose (layout));
      for (guint i = 0; i < galley_export_get_n_formats (); i++)
        {
          const GalleyExportFormat *format = galley_export_get_format (i);

          g_assert_cmpint (offers (dialog, "_Format", format->label), ==,
                           galley_export_has_layout (format, layout));
        }
    }
  g_assert_true (offers (dialog, "_What Goes Out", galley_export_get_package ()->label));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_options_fit_the_choice (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *preview;

  window_fixture_import_and_open (fixture);
  dialog = open_dialog (fixture);
  preview = gtk_widget_get_ancestor (fixture_find_by_label (dialog, "Preview in Browser"),
                                     GTK_TYPE_BUTTON);

  choose (dialog, "annotated", "html");
  g_assert_true (shows (dialog, "_Format"));
  g_assert_true (shows (dialog, "_Include Boilerplate"));
  g_assert_true (shows (dialog, "_Name Confidential Sources"));
  g_assert_false (shows (dialog, "_Begin with a Byte Order Mark"));
  g_assert_false (shows (dialog, "Pa_per"));

  choose (dialog, "queries", "pdf");
  g_assert_true (shows (dialog, "_Format"));
  g_assert_false (shows (dialog, "_Include Boilerplate"));
  g_assert_false (shows (dialog, "_Name Confidential Sources"));
  g_assert_true (shows (dialog, "Pa_per"));
  g_assert_true (gtk_widget_is_sensitive (preview));

  choose (dialog, "csv", NULL);
  g_assert_false (shows (dialog, "_Format"));
  g_assert_true (shows (dialog, "_Begin with a Byte Order Mark"));
  g_assert_false (gtk_widget_is_sensitive (preview));
  gtk_window_close (GTK_WINDOW (dialog));
}

/* How many folders are made for previews. */
static guint
count_preview_folders (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, /* error= */ NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "galley-") && strlen (name) == strlen ("galley-XXXXXX"))
      n++;

  return n;
}

static void
test_a_cancelled_preview_leaves_nothing (WindowFixture *fixture, gconstpointer data)
{
  guint n_before = count_preview_folders ();
  GtkWidget *dialog, *preview;

  window_fixture_import_and_open (fixture);
  dialog = open_dialog (fixture);
  preview = gtk_widget_get_ancestor (fixture_find_by_label (dialog, "Preview in Browser"),
                                     GTK_TYPE_BUTTON);

  g_signal_emit_by_name (preview, "clicked");
  g_assert_cmpuint (count_preview_folders (), ==, n_before + 1);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (gtk_widget_is_sensitive (preview));
  g_assert_cmpuint (count_preview_folders (), ==, n_before);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* The choices reach the report, one by one. */
static void
test_options_go_out (WindowFixture *fixture, gconstpointer data)
{
  GalleyReportOptions options;
  GalleyExportForm *form;
  GtkWidget *dialog;

  window_fixture_import_and_open (fixture);
  dialog = open_dialog (fixture);
  form = GALLEY_EXPORT_FORM (fixture_find (dialog, is_form, NULL));

  choose (dialog, "publication", "pdf");
  gtk_switch_set_active (find_switch (dialog, "_Include Boilerplate"), TRUE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "Pa_per")), 2);
  galley_export_form_get_options (form, &options);
  g_assert_cmpint (options.layout, ==, GALLEY_LAYOUT_PUBLICATION);
  g_assert_cmpint (options.paper, ==, GALLEY_PAPER_LETTER);
  g_assert_true (options.include_boilerplate);
  g_assert_false (options.show_confidential);

  choose (dialog, "memo", NULL);
  gtk_switch_set_active (find_switch (dialog, "_Name Confidential Sources"), TRUE);
  galley_export_form_get_options (form, &options);
  g_assert_true (options.show_confidential);
  g_assert_false (options.include_boilerplate);

  /* It is meant for one copy. */
  galley_export_form_remember (form);
  choose (dialog, "legal", NULL);
  choose (dialog, "memo", NULL);
  galley_export_form_get_options (form, &options);
  g_assert_false (options.show_confidential);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_what_went_out_last_is_chosen (WindowFixture *fixture, gconstpointer data)
{
  static const char *const options[] = { "boilerplate", NULL };
  GtkWidget *dialog, *formats;

  galley_export_memory_keep ("memo", "markdown", (const char *[]){ NULL });
  galley_export_memory_keep ("publication", "text", options);
  window_fixture_import_and_open (fixture);
  dialog = open_dialog (fixture);
  formats = find_row (dialog, "_Format");

  g_assert_cmpstr (
      adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (dialog, "_What Goes Out"))), ==,
      galley_layout_get_purpose (GALLEY_LAYOUT_PUBLICATION));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (formats)), ==,
                   galley_export_find_format ("text")->purpose);
  g_assert_true (gtk_switch_get_active (find_switch (dialog, "_Include Boilerplate")));

  /* Each layout has the format that it went out in, and each of both its options. */
  choose (dialog, "memo", NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (formats)), ==,
                   galley_export_find_format ("markdown")->purpose);
  g_assert_false (galley_export_memory_has_option ("annotated", "text", "boilerplate"));
  galley_export_memory_keep (NULL, "csv", (const char *[]){ "bom", NULL });
  g_assert_true (galley_export_memory_has_option ("publication", "text", "boilerplate"));
  g_assert_true (galley_export_memory_has_option (NULL, "csv", "bom"));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_every_control_has_a_key (WindowFixture *fixture, gconstpointer data)
{
  static const char *const choices[][2] = { { "annotated", "pdf" }, { "csv", NULL } };
  GtkWidget *dialog;

  window_fixture_import_and_open (fixture);
  dialog = open_dialog (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      choose (dialog, choices[i][0], choices[i][1]);
      fixture_assert_mnemonics_differ (dialog);
    }
  gtk_window_close (GTK_WINDOW (dialog));
}

/* A folder for temporary files of its own, which nobody else puts anything in. */
static char *
make_temporary_folder (void)
{
  const char *parent = g_getenv ("TMPDIR");
  char *folder = g_build_filename (parent != NULL ? parent : "/tmp", "export-dialog-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (folder));
  g_assert_true (g_setenv ("TMPDIR", folder, TRUE));

  return folder;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = make_temporary_folder ();
  int status;

  fixture_init (&argc, &argv);

#define ADD(path, test)                                                                            \
  g_test_add ("/app/export-dialog/" path, WindowFixture, NULL, window_fixture_set_up, test,        \
              window_fixture_tear_down)
  ADD ("choices", test_every_choice_is_offered);
  ADD ("options", test_options_fit_the_choice);
  ADD ("cancelled-preview", test_a_cancelled_preview_leaves_nothing);
  ADD ("options-go-out", test_options_go_out);
  ADD ("keys", test_every_control_has_a_key);
  ADD ("memory", test_what_went_out_last_is_chosen);
#undef ADD

  status = g_test_run ();
  g_rmdir (folder);
  return status;
}
