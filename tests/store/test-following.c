/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-reading-verbs.h"
#include "galley-session-verbs.h"
#include "galley-sign-off-verbs.h"
#include "merge-testing.h"
#include "redraft-testing.h"
#include "world.h"

#include <unistd.h>

/* What other programs do to a library is shown by a desk that follows it, and what is done there
 * itself is no news. The other program is another desk, which knows nothing of this one. */

#define TEXT "The strike killed 11 people. Officials disagree.\nNobody said why."
#define N_STEPS 300
#define STEPS_PER_LOOK 7

typedef struct
{
  char *folder;
  char *path;
  char *article;
  GalleyDesk *other;
  GalleyDesk *desk;
  GalleyCheck *check;
  GPtrArray *learned; /* (element-type GalleyOutcome) */
  gboolean is_replaced;
} Fixture;

static void
learned_cb (Fixture *f, GalleyOutcome *outcome)
{
  g_ptr_array_add (f->learned, galley_outcome_ref (outcome));
}

static void
replaced_cb (Fixture *f)
{
  f->is_replaced = TRUE;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = testing_make_folder ();
  f->path = g_build_filename (f->folder, "library.galleydb", NULL);
  f->other = testing_open (f->path);
  f->article = redraft_import (f->other, TEXT);
  f->desk = testing_open (f->path);
  f->check = redraft_load (f->desk, f->article);
  f->learned = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_outcome_unref);
  g_signal_connect_swapped (f->desk, "learned", G_CALLBACK (learned_cb), f);
  g_signal_connect_swapped (f->check, "replaced", G_CALLBACK (replaced_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->check);
  testing_close (f->desk);
  testing_close (f->other);
  testing_assert_sound (f->path);
  g_ptr_array_unref (f->learned);
  g_free (f->article);
  g_free (f->path);
  testing_remove_folder (f->folder);
}

static gboolean
never_cb (gpointer data)
{
  g_error ("never learned of it");
  return G_SOURCE_REMOVE;
}

static void
wait_for (Fixture *f, guint n_learned)
{
  guint never = g_timeout_add_seconds (20, never_cb, NULL);

  while (f->learned->len < n_learned)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (never);
  g_assert_cmpuint (f->learned->len, ==, n_learned);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyCheck) check = galley_desk_load_finish (GALLEY_DESK (source), result, NULL);

  *(gboolean *) user_data = TRUE;
}

/* Has @desk look, and waits until it has: what is asked next is done after it. */
static void
look (GalleyDesk *desk)
{
  gboolean is_done = FALSE;

  galley_desk_look (desk);
  galley_desk_load_async (desk, "none", NULL, done_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_fresh (Fixture *f)
{
  g_autoptr (GalleyDesk) fresh = testing_open (f->path);
  g_autoptr (GalleyCheck) check = redraft_load (fresh, f->article);
  g_autofree char *expected = redraft_describe (check);
  g_autofree char *shown = redraft_describe (f->check);

  g_assert_cmpstr (shown, ==, expected);
  g_assert_cmpstr (galley_check_get_undo_verb (f->check), ==, galley_check_get_undo_verb (check));
  merge_assert_lists_fresh (f->desk, fresh);
}

static void
test_verdict (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) theirs = redraft_load (f->other, f->article);
  const char *id = testing_mark_words (f->other, theirs, "11 people", GALLEY_STATUS_PENDING);
  GalleyClaim *claim;
  GalleyOutcome *outcome;

  galley_desk_follow (f->desk);
  wait_for (f, 1);
  claim = galley_claim_list_find (galley_check_get_claims (f->check), id);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);

  testing_set_status (f->other, id, GALLEY_STATUS_DISPUTED, "no source");
  wait_for (f, 2);
  g_assert_true (galley_claim_list_find (galley_check_get_claims (f->check), id) == claim);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  g_assert_cmpstr (galley_claim_get_reason (claim), ==, "no source");
  outcome = g_ptr_array_index (f->learned, 1);
  g_assert_cmpstr (outcome->article_id, ==, f->article);
  g_assert_cmpuint (outcome->claims->len, ==, 1);
  g_assert_false (f->is_replaced);
  assert_fresh (f);
}

/* A library may be opened by a link that lies elsewhere; what is written stays beside the file. */
static void
test_by_a_link (Fixture *f, gconstpointer data)
{
  char *folder = testing_make_folder ();
  g_autofree char *link = g_build_filename (folder, "link.galleydb", NULL);
  GalleyDesk *desk;

  g_assert_cmpint (symlink (f->path, link), ==, 0);
  desk = testing_open (link);
  g_signal_connect_swapped (desk, "learned", G_CALLBACK (learned_cb), f);
  galley_desk_follow (desk);
  testing_perform (f->other, galley_verb_archive (f->article, TRUE));
  wait_for (f, 1);

  testing_close (desk);
  testing_remove_folder (folder);
}

/* One word of it for many steps. */
static void
test_many_at_once (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) theirs = redraft_load (f->other, f->article);
  const char *id = testing_mark_words (f->other, theirs, "11 people", GALLEY_STATUS_PENDING);
  g_autofree char *second = testing_import (f->other, "Another one.");

  for (guint i = 0; i < 10; i++)
    testing_set_status (f->other, id, i % 2 + 1, NULL);
  look (f->desk);
  g_assert_cmpuint (f->learned->len, ==, 2);
  g_assert_nonnull (galley_desk_find_article (f->desk, second));
  assert_fresh (f);
}

static void
test_own_is_no_news (Fixture *f, gconstpointer data)
{
  const char *id = testing_mark_words (f->desk, f->check, "11 people", GALLEY_STATUS_PENDING);
  g_autoptr (GalleyOutcome) undone = NULL;
  GError *error = NULL;

  testing_set_status (f->desk, id, GALLEY_STATUS_CONFIRMED, NULL);
  undone = galley_desk_undo (f->desk, f->article, NULL, NULL, &error);
  g_assert_no_error (error);
  look (f->desk);
  g_assert_cmpuint (f->learned->len, ==, 0);
}

/* What another program did before is not passed over because something was done here since. */
static void
test_own_after_theirs (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) theirs = redraft_load (f->other, f->article);
  const char *first = testing_mark_words (f->other, theirs, "11 people", GALLEY_STATUS_PENDING);
  const char *second = testing_mark_words (f->desk, f->check, "Nobody", GALLEY_STATUS_PENDING);

  testing_set_status (f->other, first, GALLEY_STATUS_DISPUTED, "no");
  testing_set_status (f->desk, second, GALLEY_STATUS_CONFIRMED, NULL);
  look (f->desk);
  g_assert_cmpuint (f->learned->len, ==, 1);
  assert_fresh (f);

  testing_set_status (f->desk, second, GALLEY_STATUS_DISPUTED, NULL);
  look (f->desk);
  g_assert_cmpuint (f->learned->len, ==, 1);
  assert_fresh (f);
}

static void
test_sign_off (Fixture *f, gconstpointer data)
{
  GalleyArticle *article = galley_check_get_article (f->check);

  testing_perform (f->other, galley_verb_sign_off (f->article, 0, "Ben", "all of it",
                                                   /* moment= */ NULL));
  look (f->desk);
  g_assert_true (galley_article_is_signed (article));
  testing_perform (f->other, galley_verb_reopen (f->article, "too early"));
  look (f->desk);
  g_assert_false (galley_article_is_signed (article));
  g_assert_false (f->is_replaced);
}

static void
test_draft (Fixture *f, gconstpointer data)
{
  redraft_perform (f->other, f->article, "The strike killed 12 people.");
  look (f->desk);
  g_assert_true (f->is_replaced);
  g_set_object (&f->check, NULL);
  f->check = redraft_load (f->desk, f->article);
  assert_fresh (f);
}

static void
test_session (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) points = g_ptr_array_new ();
  const char *const present[] = { "Ana", NULL };
  GalleySessionPlan plan = { NULL, "Ana", present, points };
  GalleySession *session;

  testing_perform (f->other, galley_verb_start_session (f->article, &plan));
  look (f->desk);
  g_assert_cmpuint (f->learned->len, ==, 1);
  session = g_ptr_array_index (((GalleyOutcome *) f->learned->pdata[0])->sessions, 0);
  g_assert_cmpstr (session->chair, ==, "Ana");
}

static void
test_reading (Fixture *f, gconstpointer data)
{
  GalleyReadingChoice choice = { 0 };
  g_autoptr (GalleyCheck) theirs = redraft_load (f->other, f->article);
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();

  testing_mark_words (f->other, theirs, "11 people", GALLEY_STATUS_CONFIRMED);
  g_ptr_array_add (claims, galley_claim_list_peek (galley_check_get_claims (theirs), 0));
  testing_perform (f->other, galley_verb_start_reading (f->article, claims, &choice));
  look (f->desk);
  g_assert_cmpuint (galley_check_get_readings (f->check)->len, ==, 1);
  testing_perform (f->other,
                   galley_verb_remove_reading (galley_check_get_readings (theirs)->pdata[0]));
  look (f->desk);
  g_assert_cmpuint (galley_check_get_readings (f->check)->len, ==, 0);
}

static void
test_purge (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) theirs = redraft_load (f->other, f->article);
  GalleyCitation citation = { .source.texts = { [GALLEY_SOURCE_TITLE] = "The ministry" } };
  g_autofree char *id = g_strdup (testing_mark_words (f->other, theirs, "11 people", 0));
  g_autoptr (GalleyOutcome) purged = NULL;
  guint n_gone_sources = 0;
  GError *error = NULL;

  testing_perform (f->other, galley_verb_add_evidence (id, &citation));
  purged = galley_desk_purge_article (f->other, f->article, NULL, &error);
  g_assert_no_error (error);
  look (f->desk);
  for (guint i = 0; i < f->learned->len; i++)
    n_gone_sources += ((GalleyOutcome *) f->learned->pdata[i])->gone_sources->len;
  g_assert_cmpuint (n_gone_sources, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (galley_desk_get_articles (f->desk)), ==, 0);
}

/* What comes with a package may stand before what is here, and change what came after it. */
static void
test_merged_in_between (Fixture *f, gconstpointer data)
{
  g_autofree char *third_path = g_build_filename (f->folder, "third.galleydb", NULL);
  g_autoptr (GalleyDesk) third = testing_open (third_path);
  g_autofree char *early = testing_import (third, "An early one.");
  g_autoptr (GBytes) package = merge_export (third, NULL);
  g_autoptr (GalleyMergeResult) result = NULL;

  testing_mark_words (f->desk, f->check, "11 people", GALLEY_STATUS_DISPUTED);
  result = merge_import (f->other, package);
  look (f->desk);
  g_assert_cmpuint (f->learned->len, ==, 1);
  g_assert_true (((GalleyOutcome *) f->learned->pdata[0])->is_whole);
  g_assert_nonnull (galley_desk_find_article (f->desk, early));
  g_assert_true (f->is_replaced);
  look (f->desk);
  g_assert_cmpuint (f->learned->len, ==, 1);
}

static void
test_restored (Fixture *f, gconstpointer data)
{
  g_autofree char *backup = g_build_filename (f->folder, "backup.galleydb", NULL);
  g_autofree char *second = NULL;
  GError *error = NULL;

  galley_desk_backup (f->other, backup, NULL, &error);
  g_assert_no_error (error);
  second = testing_import (f->other, "Not in the backup.");
  look (f->desk);
  g_assert_nonnull (galley_desk_find_article (f->desk, second));

  galley_desk_restore (backup, f->path, NULL, &error);
  g_assert_no_error (error);
  look (f->desk);
  g_assert_null (galley_desk_find_article (f->desk, second));
  g_assert_true (f->is_replaced);
}

/* It is not waited for another program that writes, and what it writes is learned of in the end:
 * also if that counts only after the file has changed. */
static void
test_waits_for_nobody (Fixture *f, gconstpointer data)
{
  sqlite3 *writing = testing_connect (f->path);

  testing_exec (writing, "BEGIN IMMEDIATE");
  look (f->desk);
  g_assert_cmpuint (f->learned->len, ==, 0);
  testing_exec (writing, "ROLLBACK");
  testing_perform (f->other, galley_verb_archive (f->article, TRUE));
  wait_for (f, 1);
  g_assert_true (galley_article_is_archived (galley_check_get_article (f->check)));
  sqlite3_close (writing);
}

static void
follow_articles (GalleyDesk *desk, GHashTable *checks)
{
  GListModel *articles = galley_desk_get_articles (desk);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (articles, i);
      const char *id = galley_article_get_id (article);

      if (!g_hash_table_contains (checks, id))
        g_hash_table_insert (checks, g_strdup (id), redraft_load (desk, id));
    }
}

static void
assert_all_fresh (World *w, GalleyDesk *desk, GHashTable *checks)
{
  g_autoptr (GalleyDesk) fresh = testing_open (w->path);
  GListModel *articles = galley_desk_get_articles (fresh);

  merge_assert_lists_fresh (desk, fresh);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (articles, i);
      const char *id = galley_article_get_id (article);
      g_autoptr (GalleyCheck) check = redraft_load (fresh, id);
      g_autofree char *expected = redraft_describe (check);
      g_autofree char *shown = redraft_describe (g_hash_table_lookup (checks, id));

      g_assert_cmpstr (shown, ==, expected);
    }
}

/* Whatever happens to a library, who looks on from another program sees what is there. */
static void
test_world (World *w, gconstpointer data)
{
  g_autoptr (GalleyDesk) desk = testing_open (w->path);
  g_autoptr (GHashTable) checks =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 1; i <= N_STEPS; i++)
    {
      world_do_something (w, /* with_purges= */ TRUE);
      if (i % STEPS_PER_LOOK != 0)
        continue;
      look (desk);
      follow_articles (desk, checks);
      assert_all_fresh (w, desk, checks);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/following/verdict", test_verdict);
  ADD ("/following/by-a-link", test_by_a_link);
  ADD ("/following/many-at-once", test_many_at_once);
  ADD ("/following/own-is-no-news", test_own_is_no_news);
  ADD ("/following/own-after-theirs", test_own_after_theirs);
  ADD ("/following/sign-off", test_sign_off);
  ADD ("/following/draft", test_draft);
  ADD ("/following/session", test_session);
  ADD ("/following/reading", test_reading);
  ADD ("/following/purge", test_purge);
  ADD ("/following/merged-in-between", test_merged_in_between);
  ADD ("/following/restored", test_restored);
  ADD ("/following/waits-for-nobody", test_waits_for_nobody);
#undef ADD
  g_test_add ("/following/world", World, NULL, world_set_up, test_world, world_tear_down);

  return g_test_run ();
}
