/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-clocks.h"
#include "merge-testing.h"
#include "redraft-testing.h"

#include "galley-place-verbs.h"
#include "galley-record-verbs.h"

#include <glib/gstdio.h>

/* What may become of a package on its way, and what becomes of things that are gone where it comes
 * to. */
typedef struct
{
  char *folder;
  GalleyDesk *here;
  GalleyDesk *there;
} Desks;

static GalleyDesk *
open_desk (const char *folder, const char *actor)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.galleydb", folder, actor);
  GError *error = NULL;
  GalleyDesk *desk = galley_desk_open (path, actor, NULL, &error);

  g_assert_no_error (error);
  return desk;
}

static void
set_up (Desks *d)
{
  d->folder = testing_make_folder_in_memory ();
  d->here = open_desk (d->folder, "Ana");
  d->there = open_desk (d->folder, "Ben");
}

static void
tear_down (Desks *d)
{
  testing_assert_sound (galley_desk_get_path (d->here));
  testing_assert_sound (galley_desk_get_path (d->there));
  g_assert_finalize_object (d->here);
  g_assert_finalize_object (d->there);
  testing_remove_folder (d->folder);
}

static void
take_in (GalleyDesk *from, const char *article, GalleyDesk *to)
{
  g_autoptr (GBytes) package = merge_export (from, article);
  g_autoptr (GalleyMergeResult) result = merge_import (to, package);

  g_assert_nonnull (result);
}

/* An article with a claim that rests on a source; @source may be one that is there already. */
static char *
add_article (GalleyDesk *desk, const char *text, const char *source)
{
  char *article = redraft_import (desk, text);
  g_autoptr (GalleyCheck) check = redraft_load (desk, article);
  const char *claim = testing_mark_words (desk, check, "people", GALLEY_STATUS_CONFIRMED);
  GalleyCitation citation = { .source_id = (char *) source };

  if (source == NULL)
    citation.source.texts[GALLEY_SOURCE_TITLE] = "The register";
  testing_perform (desk, galley_verb_add_evidence (claim, &citation));
  return article;
}

/* Nothing comes of bytes that are not those of a package. */
static gboolean
try_import (GalleyDesk *desk, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyMergeResult) result = galley_desk_merge_package (desk, bytes, NULL, &error);

  if (result == NULL)
    g_assert_true (error->domain == GALLEY_STORE_ERROR || error->domain == G_IO_ERROR);
  return result != NULL;
}

static void
test_cut_anywhere (void)
{
  Desks d;
  g_autofree char *article = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GBytes) package = NULL;

  set_up (&d);
  article = add_article (d.here, "Eleven people.", NULL);
  package = merge_export (d.here, NULL);
  before = merge_dump (galley_desk_get_path (d.there), TRUE);
  for (gsize i = 0; i < g_bytes_get_size (package); i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (package, 0, i);

      g_assert_false (try_import (d.there, cut));
    }
  after = merge_dump (galley_desk_get_path (d.there), TRUE);
  g_assert_cmpstr (after, ==, before);
  tear_down (&d);
}

/* One bit that is another is found, or is one that says nothing of what is in it. */
static void
test_changed_anywhere (void)
{
  Desks d;
  g_autofree char *article = NULL;
  g_autofree char *right = NULL;
  g_autoptr (GBytes) package = NULL;
  guint n_taken = 0;

  set_up (&d);
  article = add_article (d.here, "Eleven people.", NULL);
  package = merge_export (d.here, NULL);
  right = merge_dump (galley_desk_get_path (d.here), TRUE);
  for (gsize i = 0; i < g_bytes_get_size (package); i++)
    {
      gsize size_bytes = g_bytes_get_size (package);
      guint8 *data = g_memdup2 (g_bytes_get_data (package, NULL), size_bytes);
      g_autoptr (GBytes) changed = NULL;

      data[i] ^= 1u << (i % 8);
      changed = g_bytes_new_take (data, size_bytes);
      n_taken += try_import (d.there, changed);
    }
  if (n_taken == 0)
    take_in (d.here, NULL, d.there);
  else
    {
      g_autofree char *taken = merge_dump (galley_desk_get_path (d.there), TRUE);

      g_assert_cmpstr (taken, ==, right);
    }
  tear_down (&d);
}

/* What is purged here stays purged, and what rests on it elsewhere comes without it. */
static void
test_source_purged_here (void)
{
  Desks d;
  g_autofree char *article = NULL;
  g_autofree char *other = NULL;
  g_autofree char *source = NULL;
  g_autoptr (GalleyDesk) third = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;
  GalleySourceFields fields = { .texts[GALLEY_SOURCE_TITLE] = "The register" };
  g_autoptr (GalleyOutcome) outcome = NULL;

  set_up (&d);
  article = add_article (d.here, "Eleven people.", NULL);
  take_in (d.here, NULL, d.there);
  source = testing_get_text (galley_desk_get_path (d.there), "SELECT id FROM source");
  other = add_article (d.there, "Many people.", source);
  outcome = galley_desk_purge_article (d.here, article, NULL, &error);
  g_assert_no_error (error);

  take_in (d.there, other, d.here);
  take_in (d.there, NULL, d.here);
  sources = galley_desk_list_sources (d.here, NULL, NULL);
  g_assert_cmpuint (sources->len, ==, 1);
  g_assert_cmpstr (((GalleySource *) g_ptr_array_index (sources, 0))->texts[GALLEY_SOURCE_TITLE],
                   ==, "A source that was purged");
  /* Nobody knows any more whether it was. */
  g_assert_cmpint (((GalleySource *) g_ptr_array_index (sources, 0))->terms, ==,
                   GALLEY_TERMS_CONFIDENTIAL);
  g_assert_cmpint (testing_get_int (galley_desk_get_path (d.here),
                                    "SELECT count(*) FROM event WHERE body LIKE '%register%'"),
                   ==, 0);

  /* Nobody writes to what is purged, and it goes on from here as it is. */
  g_assert_null (testing_try (d.here, galley_verb_change_source (source, &fields, NULL), &error));
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND);
  third = open_desk (d.folder, "Zoë");
  take_in (d.here, other, third);
  testing_assert_sound (galley_desk_get_path (third));
  g_assert_finalize_object (g_steal_pointer (&third));
  tear_down (&d);
}

/* Of an article that was purged no word is to be found, also if its drafts had different titles and
 * its words came into the index by merging. */
static void
test_no_words_left (void)
{
  Desks d;
  g_autofree char *article = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&d);
  article = redraft_import (d.here, "Zebras\nEleven people.");
  take_in (d.here, NULL, d.there);
  second = redraft_import (d.there, "Something else");
  merge_clocks_look_at (0, /* passed_ms= */ 1000);
  redraft_perform (d.here, article, "Ostriches\nEleven people.");
  take_in (d.there, NULL, d.here);
  outcome = galley_desk_purge_article (d.here, article, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (testing_get_int (galley_desk_get_path (d.here),
                                    "SELECT count(*) FROM article_words WHERE article_words MATCH"
                                    " 'zebras OR ostriches OR eleven'"),
                   ==, 0);
  tear_down (&d);
}

static void
assert_pending_with_former (GalleyDesk *desk, const char *article, const char *claim_id)
{
  g_autoptr (GalleyClaim) claim = merge_find_claim (desk, article, claim_id);

  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  g_assert_cmpint (galley_claim_get_former (claim)->status, ==, GALLEY_STATUS_CONFIRMED);
}

/* A verdict that replaces the very one that its author saw is none if the claim got other words
 * meanwhile. */
static void
test_words_moved_under_verdict (void)
{
  Desks d;
  g_autofree char *article = NULL;
  g_autofree char *claim_id = NULL;
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GalleyClaim) claim = NULL;

  set_up (&d);
  article = redraft_import (d.here, "Eleven people.");
  check = redraft_load (d.here, article);
  claim_id = g_strdup (testing_mark_words (d.here, check, "people", GALLEY_STATUS_PENDING));
  take_in (d.here, NULL, d.there);
  claim = merge_find_claim (d.here, article, claim_id);
  testing_perform (d.here, galley_verb_move (claim, galley_check_get_document (check),
                                             (GalleyRange){ 0, strlen ("Eleven people") }));
  merge_clocks_look_at (0, /* passed_ms= */ 1000);
  testing_set_status (d.there, claim_id, GALLEY_STATUS_CONFIRMED, NULL);

  take_in (d.there, NULL, d.here);
  take_in (d.here, NULL, d.there);
  assert_pending_with_former (d.here, article, claim_id);
  assert_pending_with_former (d.there, article, claim_id);
  tear_down (&d);
}

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GBytes) bytes = testing_read_file (from);
  gsize size_bytes;
  const char *data = g_bytes_get_data (bytes, &size_bytes);
  FILE *file = fopen (to, "wb");

  /* Into the file that is there, if one is. */
  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (data, 1, size_bytes, file), ==, size_bytes);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
close_desk (GalleyDesk **desk)
{
  g_assert_finalize_object (g_steal_pointer (desk));
}

/* Two people go on with one file, each with a copy of it. */
static void
test_copied_file (void)
{
  Desks d;
  g_autofree char *article = NULL;
  g_autofree char *claim = NULL;
  g_autofree char *path = NULL;
  g_autofree char *other_path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  set_up (&d);
  article = add_article (d.here, "Eleven people.", NULL);
  path = g_strdup (galley_desk_get_path (d.here));
  other_path = g_strdup (galley_desk_get_path (d.there));
  claim = testing_get_text (path, "SELECT id FROM claim");
  close_desk (&d.here);
  close_desk (&d.there);
  copy_file (path, other_path);
  d.here = open_desk (d.folder, "Ana");
  d.there = open_desk (d.folder, "Ben");

  testing_set_status (d.there, claim, GALLEY_STATUS_DISPUTED, NULL);
  merge_clocks_look_at (0, /* passed_ms= */ 1000);
  testing_set_status (d.here, claim, GALLEY_STATUS_PENDING, "Ask again");
  take_in (d.here, NULL, d.there);
  take_in (d.there, NULL, d.here);
  g_assert_cmpuint (merge_count_disagreements (d.here), ==, 1);
  g_assert_cmpuint (merge_count_disagreements (d.there), ==, 1);

  /* What Ana did in her copy since is not Ben's to take back, what was in the file before is. */
  outcome = galley_desk_undo (d.there, article, NULL, NULL, &error);
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND);
  tear_down (&d);
}

/* Where the library at @path is, as it was noted when files were known by their numbers, which
 * those of another file system may have as well. */
static char *
make_numbered_home (const char *path)
{
  g_autofree char *machine = NULL;
  g_autofree char *text = NULL;
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  if (!g_file_get_contents ("/etc/machine-id", &machine, NULL, NULL))
    machine = g_strdup (g_get_host_name ());
  text = g_strdup_printf ("%s %" G_GUINT64_FORMAT, machine, (guint64) status.st_ino);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static void
test_copy_keeps_its_past (void)
{
  Desks d;
  g_autofree char *home = NULL;
  g_autofree char *numbered = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *article = NULL;
  g_autofree char *path = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *replica = NULL;
  g_autofree char *same = NULL;
  g_autofree char *other = NULL;
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  set_up (&d);
  article = add_article (d.here, "Eleven people.", NULL);
  path = g_strdup (galley_desk_get_path (d.here));
  moved = g_build_filename (d.folder, "moved.galleydb", NULL);
  replica = testing_get_text (path, "SELECT value FROM meta WHERE key = 'replica'");
  close_desk (&d.here);

  /* A file that is only called otherwise is the same. */
  g_assert_cmpint (g_rename (path, moved), ==, 0);
  g_object_unref (testing_open (moved));
  same = testing_get_text (moved, "SELECT value FROM meta WHERE key = 'replica'");
  g_assert_cmpstr (same, ==, replica);

  numbered = make_numbered_home (moved);
  sql = g_strdup_printf ("UPDATE meta SET value = '%s' WHERE key = 'home'", numbered);
  testing_change (moved, sql);
  g_object_unref (testing_open (moved));
  g_free (same);
  same = testing_get_text (moved, "SELECT value FROM meta WHERE key = 'replica'");
  g_assert_cmpstr (same, ==, replica);
  home = testing_get_text (moved, "SELECT value FROM meta WHERE key = 'home'");
  g_assert_cmpstr (home, !=, numbered);

  copy_file (moved, path);
  d.here = open_desk (d.folder, "Ana");
  other = testing_get_text (path, "SELECT value FROM meta WHERE key = 'replica'");
  g_assert_cmpstr (other, !=, replica);
  outcome = galley_desk_undo (d.here, article, NULL, NULL, &error);
  g_assert_no_error (error);
  tear_down (&d);
}

/* Whoever puts an old state of a file into its place behind the program's back has two pasts under
 * one identity. They are told apart, and nothing is mixed. */
static void
test_file_set_back (void)
{
  Desks d;
  g_autofree char *article = NULL;
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) package = NULL;

  set_up (&d);
  article = add_article (d.here, "Eleven people.", NULL);
  path = g_strdup (galley_desk_get_path (d.here));
  kept = g_build_filename (d.folder, "kept", NULL);
  close_desk (&d.here);
  copy_file (path, kept);
  d.here = open_desk (d.folder, "Ana");
  testing_perform (d.here, galley_verb_archive (article, TRUE));
  take_in (d.here, NULL, d.there);
  close_desk (&d.here);
  copy_file (kept, path);
  d.here = open_desk (d.folder, "Ana");
  testing_perform (d.here, galley_verb_remove_article (article));

  before = merge_dump (galley_desk_get_path (d.there), TRUE);
  package = merge_export (d.here, NULL);
  g_assert_null (galley_desk_merge_package (d.there, package, NULL, &error));
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT);
  after = merge_dump (galley_desk_get_path (d.there), TRUE);
  g_assert_cmpstr (after, ==, before);
  tear_down (&d);
}

/* An annotation of another text, which waits for words. */
static char *
add_stray (GalleyDesk *desk, const char *article)
{
  GalleyAction *action = galley_action_new ("import-annotations");
  GalleyAnchor anchor = { { 100, 110 }, (char *) "Some other", (char *) "", (char *) "", -1 };
  GalleyMark mark = { .status = GALLEY_STATUS_PENDING };
  char *id = galley_verb_add_stray (action, article, &anchor, &mark, GALLEY_PLACE_LOST);

  testing_perform (desk, action);
  return id;
}

static void
undo (GalleyDesk *desk, const char *article)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_undo (desk, article, NULL, NULL, &error);

  g_assert_no_error (error);
}

/* Somebody finds words for it and decides about them, while who imported it takes that back without
 * knowing: in whichever order, the verdict is not lost. */
static void
test_annotation_taken_back (void)
{
  for (guint ana_is_later = 0; ana_is_later < 2; ana_is_later++)
    {
      Desks d;
      g_autofree char *article = NULL;
      g_autofree char *stray = NULL;
      g_autoptr (GalleyCheck) check = NULL;
      g_autoptr (GalleyCheck) here = NULL;
      g_autoptr (GalleyCheck) there = NULL;

      set_up (&d);
      article = redraft_import (d.here, "Eleven people.");
      stray = add_stray (d.here, article);
      take_in (d.here, NULL, d.there);
      if (!ana_is_later)
        undo (d.here, article);
      merge_clocks_look_at (0, /* passed_ms= */ 1000);
      check = redraft_load (d.there, article);
      testing_perform (d.there, galley_verb_relink (stray, galley_check_get_document (check),
                                                    (GalleyRange){ 0, 6 }, FALSE));
      testing_set_status (d.there, stray, GALLEY_STATUS_CONFIRMED, NULL);
      merge_clocks_look_at (0, /* passed_ms= */ 1000);
      if (ana_is_later)
        undo (d.here, article);
      take_in (d.here, NULL, d.there);
      take_in (d.there, NULL, d.here);
      here = redraft_load (d.here, article);
      there = redraft_load (d.there, article);
      g_assert_cmpint (galley_claim_get_status (redraft_find (here, stray)), ==,
                       GALLEY_STATUS_CONFIRMED);
      g_assert_cmpint (galley_claim_get_status (redraft_find (there, stray)), ==,
                       GALLEY_STATUS_CONFIRMED);
      g_clear_object (&check);
      g_clear_object (&here);
      g_clear_object (&there);
      tear_down (&d);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge-hunt/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/merge-hunt/changed-anywhere", test_changed_anywhere);
  g_test_add_func ("/merge-hunt/source-purged-here", test_source_purged_here);
  g_test_add_func ("/merge-hunt/no-words-left", test_no_words_left);
  g_test_add_func ("/merge-hunt/words-moved-under-verdict", test_words_moved_under_verdict);
  g_test_add_func ("/merge-hunt/copied-file", test_copied_file);
  g_test_add_func ("/merge-hunt/copy-keeps-its-past", test_copy_keeps_its_past);
  g_test_add_func ("/merge-hunt/file-set-back", test_file_set_back);
  g_test_add_func ("/merge-hunt/annotation-taken-back", test_annotation_taken_back);

  return g_test_run ();
}
