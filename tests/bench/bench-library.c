/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-library.h"

#include "galley-desk.h"
#include "galley-import.h"
#include "galley-verbs.h"

#include <glib/gstdio.h>
#include <string.h>

/**
 * bench_library_make_text:
 * @seed: another one makes another text
 * @n_sentences: how many
 *
 * Returns: (transfer full): an article of sentences of about 100 bytes, four to a paragraph
 */
char *
bench_library_make_text (guint seed, guint n_sentences)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "What the Committee Found in Region %u\n\n", seed);
  for (guint i = 0; i < n_sentences; i++)
    g_string_append_printf (
        text,
        "The committee’s report number %u of %u said that emissions in %s regions fell by %u %%.%s",
        i, seed,
        i % 3 == 0   ? "coastal"
        : i % 3 == 1 ? "mountainous"
                     : "rural",
        i % 90 + 1, i % 4 == 3 ? "\n\n" : " ");

  return g_string_free (text, FALSE);
}

static void
mark_sentences (GalleyDesk *desk, const char *article_id, guint n_claims)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyCheck) check =
      galley_desk_load (desk, article_id, /* cancellable= */ NULL, &error);
  g_autoptr (GArray) suggestions = NULL;
  g_autofree GalleyMark *marks = g_new0 (GalleyMark, n_claims);
  g_autoptr (GalleyAction) action = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  g_assert_no_error (error);
  suggestions = galley_check_get_suggestions (check);
  g_assert_cmpuint (suggestions->len, >=, n_claims);
  for (guint i = 0; i < n_claims; i++)
    marks[i] = (GalleyMark){ .range = g_array_index (suggestions, GalleyRange, i),
                             .status = i % GALLEY_N_STATUSES };
  action = galley_verb_mark (article_id, galley_check_get_document (check), marks, n_claims);
  outcome = galley_desk_perform (desk, action, /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
}

static char *
add_article (GalleyDesk *desk, const char *text, guint n_claims)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "article.txt", &error);
  g_autoptr (GalleyOutcome) outcome = NULL;

  g_assert_no_error (error);
  outcome = galley_desk_import (desk, document, /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
  mark_sentences (desk, outcome->article_id, n_claims);

  return g_strdup (outcome->article_id);
}

/**
 * bench_library_new:
 * @n_articles: how many
 * @n_claims: in each
 *
 * Returns: (transfer full): a library in a new folder; its file is closed
 */
BenchLibrary *
bench_library_new (guint n_articles, guint n_claims)
{
  BenchLibrary *self = g_new0 (BenchLibrary, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDesk) desk = NULL;

  self->folder = g_dir_make_tmp ("galley-bench-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "library.galleydb", NULL);
  self->text_path = g_build_filename (self->folder, "article.txt", NULL);
  desk = galley_desk_open (self->path, "bench", /* cancellable= */ NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < n_articles; i++)
    {
      g_autofree char *text = bench_library_make_text (i, n_claims);
      g_autofree char *id = add_article (desk, text, n_claims);

      if (i > 0)
        continue;
      self->article_id = g_steal_pointer (&id);
      g_file_set_contents (self->text_path, text, -1, &error);
      g_assert_no_error (error);
    }

  return self;
}

/**
 * bench_library_make_settings:
 *
 * Makes a folder of settings by which the program opens the first article at once.
 *
 * Returns: (transfer full): what XDG_CONFIG_HOME is to be
 */
char *
bench_library_make_settings (BenchLibrary *self)
{
  g_autofree char *settings = g_build_filename (self->folder, "glib-2.0", "settings", NULL);
  g_autofree char *keyfile = g_build_filename (settings, "keyfile", NULL);
  g_autofree char *text =
      g_strdup_printf ("[org/galleydesk/Galley]\nlast-article='%s'\n", self->article_id);

  g_assert_cmpint (g_mkdir_with_parents (settings, 0700), ==, 0);
  g_assert_true (g_file_set_contents (keyfile, text, -1, NULL));

  return g_strdup (self->folder);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

/**
 * bench_library_free:
 *
 * Deletes everything.
 */
void
bench_library_free (BenchLibrary *self)
{
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->text_path);
  g_free (self->article_id);
  g_free (self);
}
