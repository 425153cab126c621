/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-desk.h"
#include "galley-document-builder.h"
#include "galley-record-verbs.h"
#include "galley-removal.h"
#include "galley-verbs.h"

#include <glib/gstdio.h>

#define FIRST "The strike killed 11 people. 😀 Officials disagree.\r\n"
#define SECOND "Nobody said why."

/* A desk with a library of its own, one article in it, and the article open. */
typedef struct
{
  char *folder;
  char *path;
  GalleyDesk *desk;
  GalleyCheck *check;
  char *article_id;
} Fixture;

static GalleyDocument *
make_document (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static (FIRST SECOND, strlen (FIRST SECOND));
  g_autoptr (GalleyText) text = galley_text_new (FIRST SECOND, -1);
  guint first = g_utf8_strlen (FIRST, -1), length = galley_text_get_length (text);

  galley_document_builder_set_text (builder, text);
  galley_document_builder_add_block (builder, GALLEY_BLOCK_LEAD, 0, (GalleyRange){ 0, first - 2 });
  galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0,
                                     (GalleyRange){ first, length });

  return galley_document_builder_finish (builder, original, "text/plain");
}

static void
reopen (Fixture *f)
{
  GError *error = NULL;

  g_clear_object (&f->check);
  g_clear_object (&f->desk);
  f->desk = galley_desk_open (f->path, "Ada", NULL, &error);
  g_assert_no_error (error);
  if (f->article_id != NULL)
    {
      f->check = galley_desk_load (f->desk, f->article_id, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyDocument) document = make_document ();
  g_autoptr (GalleyOutcome) outcome = NULL;
  GError *error = NULL;

  f->folder = g_dir_make_tmp ("galley-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "library.galleydb", NULL);
  reopen (f);
  outcome = galley_desk_import (f->desk, document, NULL, &error);
  g_assert_no_error (error);
  f->article_id = g_strdup (outcome->article_id);
  f->check = galley_desk_load (f->desk, f->article_id, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
assert_sound (Fixture *f)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) problems = galley_desk_verify (f->desk, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  assert_sound (f);
  g_clear_object (&f->check);
  g_assert_finalize_object (f->desk);
  remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->article_id);
}

static GalleyOutcome *
perform (Fixture *f, GalleyAction *action)
{
  GError *error = NULL;
  GalleyOutcome *outcome = galley_desk_perform (f->desk, action, NULL, &error);

  g_assert_no_error (error);
  galley_action_unref (action);
  return outcome;
}

static GalleyClaim *
mark (Fixture *f, guint start, guint end, GalleyStatus status)
{
  GalleyMark one = { .range = { start, end }, .status = status };
  g_autoptr (GalleyOutcome) outcome =
      perform (f, galley_verb_mark (f->article_id, galley_check_get_document (f->check), &one, 1));

  g_assert_cmpuint (outcome->claims->len, ==, 1);
  return galley_claim_list_find (galley_check_get_claims (f->check),
                                 galley_claim_get_id (g_ptr_array_index (outcome->claims, 0)));
}

static void
set_status (Fixture *f, GalleyClaim *claim, GalleyStatus status, const char *reason)
{
  const char *ids[] = { galley_claim_get_id (claim), NULL };
  g_autoptr (GalleyOutcome) outcome = perform (f, galley_verb_set_status (ids, status, reason));
}

static void
undo (Fixture *f)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_undo (f->desk, f->article_id, NULL, NULL, &error);

  g_assert_no_error (error);
}

static void
redo (Fixture *f)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_redo (f->desk, f->article_id, NULL, &error);

  g_assert_no_error (error);
}

static guint
count (Fixture *f)
{
  return galley_claim_list_get_n_claims (galley_check_get_claims (f->check));
}

static void
test_marks_last (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = mark (f, 0, 28, GALLEY_STATUS_DISPUTED);
  g_autofree char *id = g_strdup (galley_claim_get_id (claim));

  reopen (f);
  claim = galley_claim_list_find (galley_check_get_claims (f->check), id);
  g_assert_nonnull (claim);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  g_assert_cmpuint (galley_claim_get_range (claim).end, ==, 28);
  g_assert_cmpstr (galley_claim_get_checked_by (claim), ==, "Ada");
  g_assert_cmpuint (galley_article_get_n_with_status (galley_check_get_article (f->check),
                                                      GALLEY_STATUS_DISPUTED),
                    ==, 1);
}

static void
test_undo_goes_back_to_the_import (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = mark (f, 4, 10, GALLEY_STATUS_PENDING);

  set_status (f, claim, GALLEY_STATUS_CONFIRMED, NULL);
  set_status (f, claim, GALLEY_STATUS_DISPUTED, "no source");
  g_assert_cmpstr (galley_check_get_undo_verb (f->check), ==, "set-status");

  reopen (f);
  claim = galley_claim_list_peek (galley_check_get_claims (f->check), 0);
  undo (f);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
  g_assert_null (galley_claim_get_reason (claim));
  undo (f);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  undo (f);
  g_assert_cmpuint (count (f), ==, 0);
  g_assert_cmpstr (galley_check_get_redo_verb (f->check), ==, "mark");

  reopen (f);
  redo (f);
  redo (f);
  redo (f);
  claim = galley_claim_list_peek (galley_check_get_claims (f->check), 0);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  g_assert_cmpstr (galley_claim_get_reason (claim), ==, "no source");
  g_assert_null (galley_check_get_redo_verb (f->check));

  undo (f);
  mark (f, 0, 3, GALLEY_STATUS_PENDING);
  g_assert_null (galley_check_get_redo_verb (f->check));
}

static void
test_undo_of_import_takes_the_article_out (Fixture *f, gconstpointer data)
{
  GListModel *articles = galley_desk_get_articles (f->desk);

  undo (f);
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 0);
  redo (f);
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 1);
}

static void
test_evidence (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = mark (f, 4, 10, GALLEY_STATUS_CONFIRMED);
  GalleyCitation citation = { .source.texts = { [GALLEY_SOURCE_TITLE] = "Joint statement",
                                                [GALLEY_SOURCE_ADDRESS] =
                                                    "https://example.org/statement" },
                              .evidence.stance = GALLEY_STANCE_SUPPORTS,
                              .evidence.passage = "a high-level group",
                              .evidence.consulted_at = 1756900000000 };
  g_autoptr (GalleyOutcome) added =
      perform (f, galley_verb_add_evidence (galley_claim_get_id (claim), &citation));
  GalleyEvidence *evidence = g_ptr_array_index (galley_claim_get_evidence (claim), 0);
  g_autofree char *id = g_strdup (evidence->id);
  g_autoptr (GalleyOutcome) removed = NULL;

  g_assert_cmpstr (evidence->source->texts[GALLEY_SOURCE_TITLE], ==, "Joint statement");
  g_assert_cmpstr (evidence->passage, ==, "a high-level group");
  g_assert_cmpint (evidence->consulted_at, ==, 1756900000000);

  removed = perform (f, galley_verb_remove_evidence (id));
  g_assert_null (galley_claim_get_evidence (claim));
  undo (f);
  g_assert_nonnull (galley_claim_get_evidence (claim));
  undo (f);
  g_assert_null (galley_claim_get_evidence (claim));
  redo (f);
  g_assert_nonnull (galley_claim_get_evidence (claim));
}

static void
test_uses (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = mark (f, 4, 10, GALLEY_STATUS_CONFIRMED);
  GalleyCitation citation = { .source.texts = { [GALLEY_SOURCE_TITLE] = "Joint statement" } };
  g_autoptr (GalleyOutcome) outcome =
      perform (f, galley_verb_add_evidence (galley_claim_get_id (claim), &citation));
  const char *source_id = ((GalleySource *) g_ptr_array_index (outcome->sources, 0))->id;
  g_autoptr (GPtrArray) all = galley_desk_list_uses (f->desk, NULL, NULL, NULL);
  g_autoptr (GPtrArray) of_source = galley_desk_list_uses (f->desk, source_id, NULL, NULL);
  g_autoptr (GPtrArray) of_another = galley_desk_list_uses (f->desk, "another", NULL, NULL);
  GalleySourceUse *use;

  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpuint (of_source->len, ==, 1);
  g_assert_cmpuint (of_another->len, ==, 0);
  use = g_ptr_array_index (of_source, 0);
  g_assert_cmpstr (use->source_id, ==, source_id);
  g_assert_cmpstr (use->claim_id, ==, galley_claim_get_id (claim));
  g_assert_cmpstr (use->article_id, ==, f->article_id);
  g_assert_nonnull (strstr (FIRST SECOND, use->quote));
}

static void
test_moving_takes_the_verdict_away (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = mark (f, 4, 10, GALLEY_STATUS_CONFIRMED);
  g_autoptr (GalleyOutcome) outcome = perform (
      f, galley_verb_move (claim, galley_check_get_document (f->check), (GalleyRange){ 4, 27 }));

  g_assert_cmpuint (galley_claim_get_range (claim).end, ==, 27);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  undo (f);
  g_assert_cmpuint (galley_claim_get_range (claim).end, ==, 10);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
}

/* A key may move the ends before the verdict is there that was given just before. */
static void
test_moving_takes_a_verdict_not_seen_away (Fixture *f, gconstpointer data)
{
  GalleyClaim *claim = mark (f, 4, 10, GALLEY_STATUS_PENDING);
  const char *ids[] = { galley_claim_get_id (claim), NULL };
  GalleyAction *move =
      galley_verb_move (claim, galley_check_get_document (f->check), (GalleyRange){ 4, 27 });
  g_autoptr (GalleyOutcome) judged =
      perform (f, galley_verb_set_status (ids, GALLEY_STATUS_DISPUTED, "no source"));
  g_autoptr (GalleyOutcome) moved = perform (f, move);

  g_assert_cmpuint (galley_claim_get_range (claim).end, ==, 27);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
  undo (f);
  g_assert_cmpuint (galley_claim_get_range (claim).end, ==, 10);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  g_assert_cmpstr (galley_claim_get_reason (claim), ==, "no source");
}

static void
test_suggestions (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) before = galley_check_get_suggestions (f->check);
  g_autoptr (GArray) after = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;
  GalleyProgress progress;

  mark (f, 4, 10, GALLEY_STATUS_PENDING);
  outcome = perform (f, galley_verb_dismiss (f->article_id, galley_check_get_document (f->check),
                                             g_array_index (before, GalleyRange, before->len - 1),
                                             GALLEY_DISMISSAL_OPINION));
  after = galley_check_get_suggestions (f->check);
  g_assert_cmpuint (after->len, ==, before->len - 2);

  galley_check_get_progress (f->check, &progress);
  g_assert_cmpuint (progress.n_suggestions, ==, after->len);
  g_assert_cmpuint (progress.n_covered, ==, 6 + 13); /* "strike", "Nobody said why" */

  undo (f);
  galley_check_get_progress (f->check, &progress);
  g_assert_cmpuint (progress.n_covered, ==, 6);
}

static void
test_purge_leaves_nothing (Fixture *f, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autofree char *contents = NULL;
  gsize size_bytes;
  GalleyClaim *claim = mark (f, 0, 28, GALLEY_STATUS_DISPUTED);
  GalleyCitation citation = { .source.texts = { [GALLEY_SOURCE_TITLE] =
                                                    "Zarathustra the informant" } };
  g_autoptr (GalleyOutcome) added =
      perform (f, galley_verb_add_evidence (galley_claim_get_id (claim), &citation));

  outcome = galley_desk_purge_article (f->desk, f->article_id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (galley_desk_get_articles (f->desk)), ==, 0);
  g_clear_pointer (&f->article_id, g_free);
  reopen (f);

  g_clear_object (&f->desk);
  g_assert_true (g_file_get_contents (f->path, &contents, &size_bytes, &error));
  g_assert_null (g_strstr_len (contents, size_bytes, "strike"));
  for (gsize i = 0; i + 11 <= size_bytes; i++)
    g_assert_true (g_ascii_strncasecmp (contents + i, "zarathustra", 11) != 0);
  reopen (f);
}

static void
test_missing_claim_changes_nothing (Fixture *f, gconstpointer data)
{
  const char *ids[] = { NULL, "00000000-0000-4000-8000-000000000000", NULL };
  g_autoptr (GalleyAction) action = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  GalleyClaim *claim = mark (f, 0, 28, GALLEY_STATUS_PENDING);

  ids[0] = galley_claim_get_id (claim);
  action = galley_verb_set_status (ids, GALLEY_STATUS_CONFIRMED, NULL);
  outcome = galley_desk_perform (f->desk, action, NULL, &error);
  g_assert_null (outcome);
  g_assert_nonnull (error);
  reopen (f);
  claim = galley_claim_list_peek (galley_check_get_claims (f->check), 0);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer out_removals)
{
  GError *error = NULL;

  *(GPtrArray **) out_removals =
      galley_desk_list_removals_finish (GALLEY_DESK (source), result, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list_removals (Fixture *f)
{
  GPtrArray *removals = NULL;

  galley_desk_list_removals_async (f->desk, NULL, listed_cb, &removals);
  while (removals == NULL)
    g_main_context_iteration (NULL, TRUE);

  return removals;
}

static void
assert_no_removal (Fixture *f)
{
  g_autoptr (GPtrArray) removals = list_removals (f);

  g_assert_cmpuint (removals->len, ==, 0);
}

/* Undoes the one removal that is listed. */
static void
bring_back (Fixture *f)
{
  g_autoptr (GPtrArray) removals = list_removals (f);
  const GalleyRemoval *removal;
  g_autoptr (GalleyOutcome) outcome = NULL;
  GError *error = NULL;

  g_assert_cmpuint (removals->len, ==, 1);
  removal = g_ptr_array_index (removals, 0);
  g_assert_cmpstr (removal->article_id, ==, f->article_id);
  g_assert_cmpuint (removal->n_claims, ==, 1);
  outcome = galley_desk_undo (f->desk, removal->article_id, removal->unit_id, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (galley_desk_find_article (f->desk, f->article_id));
}

/* What was removed is listed with the step to undo, also when it was removed again or that was done
 * again; what was destroyed is not, nor an article whose import was undone, which is no removal. */
static void
test_removals (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyOutcome) redone = NULL, undone = NULL, purged = NULL;
  GError *error = NULL;

  mark (f, 0, 28, GALLEY_STATUS_CONFIRMED);
  assert_no_removal (f);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GalleyAction) action = galley_verb_remove_article (f->article_id);
      g_autoptr (GalleyOutcome) outcome = galley_desk_perform (f->desk, action, NULL, &error);

      g_assert_no_error (error);
      bring_back (f);
    }
  redone = galley_desk_redo (f->desk, f->article_id, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (galley_desk_find_article (f->desk, f->article_id));
  bring_back (f);
  assert_no_removal (f);

  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&undone, galley_outcome_unref);
      undone = galley_desk_undo (f->desk, f->article_id, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_null (galley_desk_find_article (f->desk, f->article_id));
  assert_no_removal (f);

  purged = galley_desk_purge_article (f->desk, f->article_id, NULL, &error);
  g_assert_no_error (error);
  assert_no_removal (f);
  g_clear_pointer (&f->article_id, g_free);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/desk/marks-last", test_marks_last);
  ADD ("/desk/undo-goes-back-to-the-import", test_undo_goes_back_to_the_import);
  ADD ("/desk/undo-of-import-takes-the-article-out", test_undo_of_import_takes_the_article_out);
  ADD ("/desk/evidence", test_evidence);
  ADD ("/desk/uses", test_uses);
  ADD ("/desk/moving-takes-the-verdict-away", test_moving_takes_the_verdict_away);
  ADD ("/desk/moving-takes-a-verdict-not-seen-away", test_moving_takes_a_verdict_not_seen_away);
  ADD ("/desk/suggestions", test_suggestions);
  ADD ("/desk/removals", test_removals);
  ADD ("/desk/purge-leaves-nothing", test_purge_leaves_nothing);
  ADD ("/desk/missing-claim-changes-nothing", test_missing_claim_changes_nothing);
#undef ADD

  return g_test_run ();
}
