/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "world.h"

#define N_STEPS 400
#define N_WORLDS 3
#define STEPS_PER_BATCH 40

static void
add_line (GPtrArray *lines, const char *kind, const char *id, const char *field, const char *value)
{
  g_ptr_array_add (lines,
                   g_strdup_printf ("%s/%s/%s %s", kind, id, field, value != NULL ? value : "-"));
}

static void
add_range (GPtrArray *lines, const char *kind, const char *id, GalleyRange range)
{
  g_autofree char *value = g_strdup_printf ("%u-%u", range.start, range.end);

  add_line (lines, kind, id, "range", value);
}

static void
describe_evidence (GPtrArray *lines, const char *claim, GPtrArray *all)
{
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      GalleyEvidence *evidence = g_ptr_array_index (all, i);
      g_autofree char *use = g_strdup_printf ("%s|%d", galley_stance_to_nick (evidence->stance),
                                              evidence->is_secondary);

      add_line (lines, "evidence", evidence->id, "claim", claim);
      add_line (lines, "evidence", evidence->id, "source", evidence->source->id);
      add_line (lines, "evidence", evidence->id, "passage", evidence->passage);
      add_line (lines, "evidence", evidence->id, "use", use);
    }
}

static void
describe_notes (GPtrArray *lines, const char *claim, GPtrArray *all)
{
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      GalleyNote *note = g_ptr_array_index (all, i);

      add_line (lines, "note", note->id, "claim", claim);
      add_line (lines, "note", note->id, "text", note->text);
      add_line (lines, "note", note->id, "author", note->author);
    }
}

static void
describe_queries (GPtrArray *lines, const char *claim, GPtrArray *all)
{
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      GalleyQuery *query = g_ptr_array_index (all, i);

      add_line (lines, "query", query->id, "claim", claim);
      if (query->source != NULL)
        add_line (lines, "query", query->id, "source", query->source->id);
      add_line (lines, "query", query->id, "addressee",
                galley_addressee_to_nick (query->addressee));
      add_line (lines, "query", query->id, "question", query->question);
      add_line (lines, "query", query->id, "answer", query->answer);
      add_line (lines, "query", query->id, "decision", query->decision);
      g_assert_cmpint (query->due_at, ==, 5);
      g_assert_cmpint (query->answered_at > 0, ==, query->answer != NULL);
    }
}

static void
describe_source (GPtrArray *lines, GalleySource *source)
{
  add_line (lines, "source", source->id, "kind", galley_source_kind_to_nick (source->kind));
  add_line (lines, "source", source->id, "terms", galley_terms_to_nick (source->terms));
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    add_line (lines, "source", source->id, galley_source_text_to_nick (i), source->texts[i]);
}

static void
describe_claim (GPtrArray *lines, const char *article, GalleyClaim *claim)
{
  const char *id = galley_claim_get_id (claim);
  const char *reason = galley_claim_get_reason (claim);
  g_autofree char *verdict =
      g_strdup_printf ("%s|%s|%s", galley_status_to_nick (galley_claim_get_status (claim)),
                       reason != NULL ? reason : "-", galley_claim_get_checked_by (claim));

  add_line (lines, "claim", id, "article", article);
  add_range (lines, "claim", id, galley_claim_get_range (claim));
  add_line (lines, "claim", id, "verdict", verdict);
  add_line (lines, "claim", id, "note", galley_claim_get_note (claim));
  add_line (lines, "claim", id, "correction", galley_claim_get_correction (claim));
  add_line (lines, "claim", id, "category", galley_claim_get_category (claim));
  add_line (lines, "claim", id, "speaker", galley_claim_get_speaker (claim));
  add_line (lines, "claim", id, "sentence", galley_claim_get_sentence (claim));
  add_line (lines, "claim", id, "assignee", galley_claim_get_assignee (claim));
  add_line (lines, "claim", id, "priority",
            galley_priority_to_nick (galley_claim_get_priority (claim)));
  add_line (lines, "claim", id, "starred", galley_claim_is_starred (claim) ? "1" : "0");
  add_line (lines, "claim", id, "publishable", galley_claim_is_publishable (claim) ? "1" : "0");
  describe_evidence (lines, id, galley_claim_get_evidence (claim));
  describe_notes (lines, id, galley_claim_get_notes (claim));
  describe_queries (lines, id, galley_claim_get_queries (claim));
}

static void
describe_check (GPtrArray *lines, GalleyCheck *check)
{
  GalleyArticle *article = galley_check_get_article (check);
  const char *id = galley_article_get_id (article);
  GalleyClaimList *claims = galley_check_get_claims (check);
  GPtrArray *dismissals = galley_check_get_dismissals (check);

  add_line (lines, "article", id, "archived", galley_article_is_archived (article) ? "1" : "0");
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    describe_claim (lines, id, galley_claim_list_peek (claims, i));
  for (guint i = 0; i < dismissals->len; i++)
    {
      GalleyDismissal *dismissal = g_ptr_array_index (dismissals, i);

      add_line (lines, "dismissal", dismissal->id, "article", id);
      add_range (lines, "dismissal", dismissal->id, dismissal->range);
      add_line (lines, "dismissal", dismissal->id, "kind",
                galley_dismissal_kind_to_nick (dismissal->kind));
    }
  for (GalleyStatus status = 0; status < GALLEY_N_STATUSES; status++)
    g_assert_cmpuint (galley_article_get_n_with_status (article, status), ==,
                      galley_claim_list_get_n_with_status (claims, status));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* What is at @desk in the words of the model: as @world has it open, or as it is loaded anew. */
static char *
describe_desk (GalleyDesk *desk, World *world)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GListModel *articles = galley_desk_get_articles (desk);
  GError *error = NULL;
  g_autoptr (GPtrArray) sources = galley_desk_list_sources (desk, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < sources->len; i++)
    describe_source (lines, g_ptr_array_index (sources, i));
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (articles, i);
      const char *id = galley_article_get_id (article);
      g_autoptr (GalleyCheck) check = NULL;

      check = world != NULL ? g_object_ref (world_get_check (world, id))
                            : galley_desk_load (desk, id, NULL, &error);
      g_assert_no_error (error);
      describe_check (lines, check);
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* The search index says the same as the tables that it serves. */
static void
assert_index_sound (World *w)
{
  sqlite3 *db = testing_connect (w->path);

  testing_exec (db, "INSERT INTO claim_words (claim_words, rank) VALUES ('integrity-check', 1)");
  testing_exec (db, "INSERT INTO source_words (source_words, rank) VALUES ('integrity-check', 1)");
  testing_exec (db, "INSERT INTO article_words (article_words) VALUES ('integrity-check')");
  sqlite3_close (db);
}

static void
assert_as_expected (World *w)
{
  g_autofree char *expected = model_describe (w->model);
  g_autofree char *open = describe_desk (w->desk, w);
  g_autoptr (GalleyDesk) desk = testing_open (w->path);
  g_autofree char *loaded = describe_desk (desk, NULL);

  g_assert_cmpstr (loaded, ==, expected);
  g_assert_cmpstr (open, ==, expected);
  testing_assert_sound (w->path);
  assert_index_sound (w);
}

static void
do_batches (World *w, gboolean with_purges)
{
  for (guint i = 1; i <= N_STEPS; i++)
    {
      world_do_something (w, with_purges);
      if (i % STEPS_PER_BATCH != 0)
        continue;
      if (g_test_rand_bit ())
        {
          world_close (w);
          world_open (w);
        }
      assert_as_expected (w);
    }
}

static void
test_is_what_was_done (World *w, gconstpointer data)
{
  do_batches (w, /* with_purges= */ FALSE);
}

static void
test_is_what_was_not_purged (World *w, gconstpointer data)
{
  do_batches (w, /* with_purges= */ TRUE);
}

/* Sources stay in the log when the step that entered them is undone while something else uses them.
 */
static void
assert_only_sources (const char *description)
{
  g_auto (GStrv) lines = g_strsplit (description, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_true (g_str_has_prefix (lines[i], "source/"));
}

/* All the way back there is nothing, and all the way forth the same again. */
static void
test_goes_all_the_way_back_and_forth (World *w, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *back = NULL;
  g_autofree char *forth = NULL;
  guint n_undone = 0, n_redone = 0;

  for (guint i = 0; i < N_STEPS / 2; i++)
    world_do_something (w, /* with_purges= */ FALSE);
  world_import (w); /* nothing is left to redo */
  before = model_describe (w->model);

  while (world_turn (w, /* is_undo= */ TRUE, NULL, NULL))
    n_undone++;
  back = model_describe (w->model);
  assert_only_sources (back);
  assert_as_expected (w);

  world_close (w);
  world_open (w);
  while (world_turn (w, /* is_undo= */ FALSE, NULL, NULL))
    n_redone++;
  g_assert_cmpuint (n_redone, ==, n_undone);
  forth = model_describe (w->model);
  g_assert_cmpstr (forth, ==, before);
  assert_as_expected (w);
}

static void
add (const char *name, guint world, void (*func) (World *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/fold/%s/%u", name, world);

  g_test_add (path, World, NULL, world_set_up, func, world_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < N_WORLDS; i++)
    {
      add ("is-what-was-done", i, test_is_what_was_done);
      add ("is-what-was-not-purged", i, test_is_what_was_not_purged);
      add ("goes-all-the-way-back-and-forth", i, test_goes_all_the_way_back_and_forth);
    }

  return g_test_run ();
}
