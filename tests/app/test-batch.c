/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "galley-batch-dialog.h"
#include "galley-desk-package.h"
#include "galley-export-memory.h"
#include "galley-export-report.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define OLD "what was there before"

/* Five articles, two of which have the same title, and a folder. */
typedef struct
{
  WindowFixture window;
  char *folder;
  GPtrArray *articles; /* (element-type GalleyArticle) in the order in which they were imported */
} Fixture;

static const char *const titles[] = { "Rain", "Snow", "Rain", "Fog/Haze", "Wind" };

static int
compare_imported (gconstpointer a, gconstpointer b)
{
  gint64 x = galley_article_get_imported_at (*(GalleyArticle *const *) a);
  gint64 y = galley_article_get_imported_at (*(GalleyArticle *const *) b);

  return (x > y) - (x < y);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GListModel *articles;

  window_fixture_set_up (&fixture->window, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *text = g_strdup_printf (
          "%s\n\nIt lasted for %u days in May, the mayor said.\n", titles[i], i + 2);

      window_fixture_import (&fixture->window, name, text);
    }
  WAIT_UNTIL (window_fixture_shows (fixture->window.window->article_stack, "article"));

  fixture->folder = g_dir_make_tmp ("galley-out-XXXXXX", NULL);
  fixture->articles = g_ptr_array_new_with_free_func (g_object_unref);
  articles = galley_desk_get_articles (fixture->window.window->desk);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    g_ptr_array_add (fixture->articles, g_list_model_get_item (articles, i));
  g_ptr_array_sort (fixture->articles, compare_imported);
}

static char *
get_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = get_path (fixture, name);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_ptr_array_unref (fixture->articles);
  window_fixture_tear_down (&fixture->window, NULL);
}

static void
assert_holds (Fixture *fixture, const char *name, const char *words)
{
  g_autofree char *path = get_path (fixture, name);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (content, words));
}

static void
write_old (Fixture *fixture, const char *name)
{
  g_autofree char *path = get_path (fixture, name);

  g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
}

static GalleyBatch *
create_batch_of (Fixture *fixture, const GalleyExportFormat *format)
{
  const GalleyReportOptions options = { .layout = GALLEY_LAYOUT_ANNOTATED };
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  return galley_batch_new (fixture->window.window->desk, fixture->articles, folder, format,
                           &options);
}

static GalleyBatch *
create_batch (Fixture *fixture)
{
  return create_batch_of (fixture, galley_export_find_format ("text"));
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static gboolean
look (GalleyBatch *batch, guint *out_n_existing, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  galley_batch_look_async (batch, /* cancellable= */ NULL, keep_result_cb, &result);
  WAIT_UNTIL (result != NULL);
  return galley_batch_look_finish (batch, result, out_n_existing, error);
}

static gboolean
run (GalleyBatch *batch, gboolean may_replace, GCancellable *cancellable)
{
  g_autoptr (GAsyncResult) result = NULL;

  galley_batch_run_async (batch, may_replace, cancellable, keep_result_cb, &result);
  WAIT_UNTIL (result != NULL);
  return galley_batch_run_finish (batch, result);
}

static GalleyExported *
get_result (GalleyBatch *batch, guint i)
{
  return g_ptr_array_index (galley_batch_get_results (batch), i);
}

/* Names are safe, and no article takes that of another. */
static void
test_one_file_each (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Rain.txt", "Snow.txt", "Rain (2).txt", "Fog-Haze.txt",
                                       "Wind.txt" };
  g_autoptr (GalleyBatch) batch = create_batch (fixture);
  g_autoptr (GError) error = NULL;
  guint n_existing = 77;

  g_assert_true (look (batch, &n_existing, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_existing, ==, 0);
  g_assert_true (run (batch, /* may_replace= */ FALSE, /* cancellable= */ NULL));

  g_assert_cmpuint (count_files (fixture), ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GalleyExported *exported = get_result (batch, i);
      g_autofree char *words = g_strdup_printf ("for %u days", i + 2);

      g_assert_no_error (exported->error);
      g_assert_true (exported->is_written);
      g_assert_cmpstr (exported->name, ==, names[i]);
      assert_holds (fixture, names[i], words);
    }
  g_assert_null (galley_batch_get_error (batch));
}

/* Imports a package into an empty library. */
static GPtrArray *
list_titles_in_package (Fixture *fixture, const char *name)
{
  g_autofree char *path = get_path (fixture, name), *library = get_path (fixture, "empty");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) package = galley_desk_read_package (file, NULL, NULL);
  g_autoptr (GalleyDesk) desk = galley_desk_open (library, "Ana", NULL, NULL);
  g_autoptr (GalleyMergeResult) merged = NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  GListModel *articles;

  g_assert_nonnull (package);
  merged = galley_desk_merge_package (desk, package, NULL, NULL);
  g_assert_nonnull (merged);
  articles = galley_desk_get_articles (desk);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (articles, i);

      g_ptr_array_add (found, g_strdup (galley_article_get_title (article)));
    }
  g_remove (library);

  return found;
}

/* One for each article; what somebody else makes meanwhile stays. */
static void
test_packages (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Rain (2).galley", "Snow.galley", "Rain (3).galley",
                                       "Fog-Haze.galley" };
  g_autoptr (GalleyBatch) batch = create_batch_of (fixture, galley_export_get_package ());
  guint n_existing;

  write_old (fixture, "Rain.galley");
  g_assert_true (look (batch, &n_existing, NULL));
  g_assert_cmpuint (n_existing, ==, 1);
  write_old (fixture, "Wind.galley");
  g_assert_true (run (batch, /* may_replace= */ FALSE, NULL));

  g_assert_cmpuint (count_files (fixture), ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) found = list_titles_in_package (fixture, names[i]);

      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (found, 0), ==, titles[i]);
    }
  assert_holds (fixture, "Rain.galley", OLD);
  assert_holds (fixture, "Wind.galley", OLD);
  g_assert_error (get_result (batch, 4)->error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

static void
test_packages_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyBatch) batch = create_batch_of (fixture, galley_export_get_package ());
  g_autoptr (GPtrArray) found = NULL;
  guint n_existing;

  write_old (fixture, "Rain.galley");
  g_assert_true (look (batch, &n_existing, NULL));
  g_assert_true (run (batch, /* may_replace= */ TRUE, NULL));

  g_assert_cmpuint (count_files (fixture), ==, 5);
  found = list_titles_in_package (fixture, "Rain.galley");
  g_assert_cmpuint (found->len, ==, 1);
}

static void
test_kept_beside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyBatch) batch = create_batch (fixture);
  guint n_existing;

  write_old (fixture, "Rain.txt");
  write_old (fixture, "SNOW.txt");
  write_old (fixture, "Other.txt");
  g_assert_true (look (batch, &n_existing, NULL));
  g_assert_cmpuint (n_existing, ==, 2);
  /* Somebody is quicker. */
  write_old (fixture, "Wind.txt");
  g_assert_true (run (batch, /* may_replace= */ FALSE, NULL));

  assert_holds (fixture, "Rain.txt", OLD);
  assert_holds (fixture, "SNOW.txt", OLD);
  assert_holds (fixture, "Wind.txt", OLD);
  assert_holds (fixture, "Rain (2).txt", "for 2 days");
  assert_holds (fixture, "Rain (3).txt", "for 4 days");
  assert_holds (fixture, "Snow (2).txt", "for 3 days");
  g_assert_false (get_result (batch, 4)->is_written);
  g_assert_error (get_result (batch, 4)->error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpuint (count_files (fixture), ==, 8);
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyBatch) batch = create_batch (fixture);
  guint n_existing;

  write_old (fixture, "Rain.txt");
  write_old (fixture, "Other.txt");
  g_assert_true (look (batch, &n_existing, NULL));
  g_assert_cmpuint (n_existing, ==, 1);
  g_assert_true (run (batch, /* may_replace= */ TRUE, NULL));
  assert_holds (fixture, "Rain.txt", "for 2 days");
  assert_holds (fixture, "Other.txt", OLD);
  g_assert_cmpuint (count_files (fixture), ==, 6);
}

/* What root may do anywhere is nothing to test with. */
static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyBatch) batch = create_batch (fixture);
  g_autoptr (GError) error = NULL;
  guint n_existing = 77;
  gboolean ok;

  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  if (getuid () == 0)
    g_assert_cmpint (setreuid (65534, (uid_t) -1), ==, 0);
  ok = look (batch, &n_existing, &error);
  if (getuid () == 65534)
    g_assert_cmpint (setreuid (0, (uid_t) -1), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);

  g_assert_false (ok);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_nonnull (strstr (error->message, fixture->folder));
  g_assert_cmpuint (n_existing, ==, 77);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

/* Where one file cannot be written no other can: that is said once, and no more are tried. */
static void
test_folder_vanishes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyBatch) batch = create_batch (fixture);
  g_autofree char *summary = NULL, *last = NULL;
  guint n_existing;

  g_assert_true (look (batch, &n_existing, NULL));
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_assert_false (run (batch, FALSE, NULL));

  g_assert_error (galley_batch_get_error (batch), G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (galley_batch_get_n_done (batch), ==, 1);
  summary = galley_export_report_summarise (batch);
  last = galley_exported_describe (get_result (batch, 4));
  g_assert_cmpstr (summary, ==, "0 articles exported · 5 not exported");
  g_assert_cmpstr (last, ==, "Not exported, since exporting ended before");
}

/* A file that may not grow stands for a disk that is full: there are no halves. */
/* What GTK remembers of the imported files is written some time after they were imported, and would
 * find no room either. */
static gboolean
is_remembered (Fixture *fixture)
{
  g_autofree char *last = g_strconcat (fixture->window.folder, "/4.txt", NULL);
  g_autofree char *path =
      g_build_filename (g_get_user_data_dir (), "recently-used.xbel", /* end= */ NULL);
  g_autofree char *content = NULL;

  return g_file_get_contents (path, &content, NULL, NULL) && strstr (content, last) != NULL;
}

static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyBatch) batch = create_batch (fixture);
  struct rlimit before, limit;
  guint n_existing;

  write_old (fixture, "Rain.txt");
  g_assert_true (look (batch, &n_existing, NULL));
  WAIT_UNTIL (is_remembered (fixture));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 100;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  run (batch, /* may_replace= */ TRUE, NULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_false (get_result (batch, i)->is_written);
  g_assert_nonnull (get_result (batch, 0)->error);
  assert_holds (fixture, "Rain.txt", OLD);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
cancel_at_third_cb (GalleyBatch *batch, GCancellable *cancellable)
{
  if (galley_batch_get_n_done (batch) == 2)
    g_cancellable_cancel (cancellable);
}

/* What is whole stays; of the one at work, and of those after it, there is nothing. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GalleyBatch) batch = create_batch (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *summary = NULL;
  guint n_existing;

  g_assert_true (look (batch, &n_existing, NULL));
  g_signal_connect (batch, "changed", G_CALLBACK (cancel_at_third_cb), cancellable);
  g_assert_false (run (batch, FALSE, cancellable));

  g_assert_cmpuint (count_files (fixture), ==, 2);
  assert_holds (fixture, "Snow.txt", "for 3 days");
  g_assert_null (galley_batch_get_error (batch));
  g_assert_no_error (get_result (batch, 2)->error);
  summary = galley_export_report_summarise (batch);
  g_assert_cmpstr (summary, ==, "2 articles exported · 3 not exported");
}

static GtkWidget *
open_dialog (Fixture *fixture, const char *article_id)
{
  g_autofree char *action = g_strdup_printf ("export-articles::%s", article_id);
  GtkWidget *dialog;

  window_fixture_act (&fixture->window, action);
  dialog = window_fixture_find_dialog (&fixture->window);
  g_assert_true (GALLEY_IS_BATCH_DIALOG (dialog));

  return dialog;
}

static guint
count_chosen (GtkWidget *dialog)
{
  g_autoptr (GPtrArray) chosen = galley_article_picker_list_chosen (
      galley_batch_dialog_get_picker (GALLEY_BATCH_DIALOG (dialog)));

  return chosen->len;
}

static gboolean
is_search_entry (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget);
}

/* What is chosen stays so while something else is looked for, and all means all that is shown. */
static void
test_choosing (Fixture *fixture, gconstpointer data)
{
  GalleyArticle *wind = g_ptr_array_index (fixture->articles, 4);
  GtkWidget *dialog = open_dialog (fixture, galley_article_get_id (wind));
  GtkWidget *entry = fixture_find (dialog, is_search_entry, NULL);
  GtkWidget *list = fixture_find (dialog, is_list, NULL);
  GtkSelectionModel *shown = gtk_list_view_get_model (GTK_LIST_VIEW (list));

  g_assert_cmpuint (count_chosen (dialog), ==, 1);
  g_assert_nonnull (fixture_find_by_label (dialog, "1 article chosen"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "rain");
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (shown)) == 2);
  fixture_assert_mnemonics_differ (dialog);
  window_fixture_press (dialog, "Choose All");
  fixture_assert_mnemonics_differ (dialog);
  g_assert_nonnull (fixture_find_by_label (dialog, "3 articles chosen"));
  window_fixture_press (dialog, "Choose None");
  g_assert_cmpuint (count_chosen (dialog), ==, 1);
  /* The words of an article count as its title does. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "\"3 days\"");
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (shown)) == 1);
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpuint (count_chosen (dialog), ==, 2);
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpuint (count_chosen (dialog), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "nothing has that");
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (shown)) == 0);
  g_assert_nonnull (fixture_find_by_label (dialog, "No Results Found"));
  gtk_window_close (GTK_WINDOW (dialog));
}

static AdwMessageDialog *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static void
answer (const char *heading, const char *response)
{
  WAIT_UNTIL (find_question () != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_question ()), ==, heading);
  adw_message_dialog_response (find_question (), response);
}

static gboolean
is_report (GtkWidget *widget)
{
  return widget != NULL && GALLEY_IS_EXPORT_REPORT (widget);
}

static gboolean
is_work_label (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) &&
         gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_STATUS;
}

static void
note_work_cb (GtkLabel *label, GParamSpec *pspec, GString *said)
{
  g_string_append_printf (said, "%s\n", gtk_label_get_label (label));
}

static void
test_report_tells_of_each (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  GalleyArticle *rain = g_ptr_array_index (fixture->articles, 0);
  g_autofree char *locked = get_path (fixture, "Snow.md");
  g_autofree char *choice = NULL;
  g_autoptr (GString) said = g_string_new (NULL);
  GtkWidget *dialog, *report;

  galley_export_memory_keep ("annotated", "markdown", (const char *[]){ NULL });
  dialog = open_dialog (fixture, galley_article_get_id (rain));
  window_fixture_press (dialog, "Choose All");
  /* A folder has the name of a file, so that one article fails. */
  g_assert_cmpint (g_mkdir (locked, 0700), ==, 0);
  galley_batch_dialog_export_to (GALLEY_BATCH_DIALOG (dialog), folder);
  g_signal_connect (fixture_find (dialog, is_work_label, NULL), "notify::label",
                    G_CALLBACK (note_work_cb), said);
  answer ("1 File Exists Already", "accept");
  WAIT_UNTIL (is_report (window_fixture_find_dialog (&fixture->window)));
  g_assert_cmpstr (said->str, ==,
                   "Exporting 1 of 5\nExporting 2 of 5\nExporting 3 of 5\n"
                   "Exporting 4 of 5\nExporting 5 of 5\n");
  report = window_fixture_find_dialog (&fixture->window);
  WAIT_UNTIL (fixture_find_by_label (report, "4 articles exported · 1 not exported") != NULL);
  WAIT_UNTIL (fixture_find_by_label (report, "Rain (2).md") != NULL);
  g_assert_nonnull (fixture_find_by_label (report, "Fog/Haze"));
  assert_holds (fixture, "Wind.md", "for 6 days");
  choice = galley_export_memory_get_choice (/* is_printed= */ FALSE);
  g_assert_cmpstr (choice, ==, "annotated");
  gtk_window_close (GTK_WINDOW (report));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/app/batch/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("one-file-each", test_one_file_each);
  ADD ("packages", test_packages);
  ADD ("packages-replaced", test_packages_replaced);
  ADD ("kept-beside", test_kept_beside);
  ADD ("replaced", test_replaced);
  ADD ("read-only", test_read_only_folder);
  ADD ("folder-vanishes", test_folder_vanishes);
  ADD ("no-room", test_no_room);
  ADD ("cancelled", test_cancelled);
  ADD ("choosing", test_choosing);
  ADD ("report", test_report_tells_of_each);
#undef ADD

  return g_test_run ();
}
