/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-testing.h"
#include "redraft-testing.h"

#include "galley-place-verbs.h"
#include "galley-record-verbs.h"
#include "galley-seen.h"

/* A claim put as a sentence: on which one its verdict was given. */

#define TEXT "The strike killed 11 people.\nOfficials disagree."

enum
{
  ANA,
  BEN,
  N_PEOPLE
};

/* Two copies of a library with one claim. */
typedef struct
{
  char *folder;
  GalleyDesk *desks[N_PEOPLE];
  char *article;
  char *claim;
} Fixture;

static void
send (Fixture *f, guint from, guint to)
{
  g_autoptr (GBytes) package = merge_export (f->desks[from], NULL);
  g_autoptr (GalleyMergeResult) result = merge_import (f->desks[to], package);

  g_assert_nonnull (result);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const people[] = { "Ana", "Ben" };
  g_autoptr (GalleyCheck) check = NULL;

  f->folder = testing_make_folder_in_memory ();
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.galleydb", f->folder, people[i]);
      GError *error = NULL;

      f->desks[i] = galley_desk_open (path, people[i], NULL, &error);
      g_assert_no_error (error);
    }
  f->article = redraft_import (f->desks[ANA], TEXT);
  check = redraft_load (f->desks[ANA], f->article);
  f->claim = g_strdup (testing_mark_words (f->desks[ANA], check, "11 people", 0));
  send (f, ANA, BEN);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *path = g_strdup (galley_desk_get_path (f->desks[i]));

      g_assert_finalize_object (f->desks[i]);
      testing_assert_sound (path);
    }
  g_free (f->article);
  g_free (f->claim);
  testing_remove_folder (f->folder);
}

static void
write_sentence (Fixture *f, guint person, const char *sentence)
{
  const char *ids[] = { f->claim, NULL };

  testing_perform (f->desks[person],
                   galley_verb_set_detail (ids, GALLEY_DETAIL_SENTENCE, sentence));
}

static void
decide (Fixture *f, guint person, GalleyStatus status)
{
  testing_set_status (f->desks[person], f->claim, status, NULL);
}

static void
undo (Fixture *f)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome =
      galley_desk_undo (f->desks[ANA], f->article, NULL, NULL, &error);

  g_assert_no_error (error);
}

static void
redo (Fixture *f)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_redo (f->desks[ANA], f->article, NULL, &error);

  g_assert_no_error (error);
}

/* What may be shown with the verdict, in the copy of @person. */
static void
assert_judged (Fixture *f, guint person, const char *sentence)
{
  g_autoptr (GalleyClaim) claim = merge_find_claim (f->desks[person], f->article, f->claim);

  g_assert_cmpstr (galley_claim_get_judged_sentence (claim), ==, sentence);
  g_assert_true (galley_claim_has_new_sentence (claim) == (sentence == NULL));
}

static void
test_written_later (Fixture *f, gconstpointer data)
{
  write_sentence (f, ANA, "Eleven died.");
  decide (f, ANA, GALLEY_STATUS_CONFIRMED);
  assert_judged (f, ANA, "Eleven died.");

  write_sentence (f, ANA, "Twelve died.");
  assert_judged (f, ANA, NULL);
  undo (f);
  assert_judged (f, ANA, "Eleven died.");
  redo (f);
  assert_judged (f, ANA, NULL);

  decide (f, ANA, GALLEY_STATUS_CONFIRMED);
  assert_judged (f, ANA, "Twelve died.");
  undo (f);
  assert_judged (f, ANA, NULL);
  redo (f);
  assert_judged (f, ANA, "Twelve died.");
}

/* As long as nothing is decided there is nothing to be shown with other words. */
static void
test_open (Fixture *f, gconstpointer data)
{
  write_sentence (f, ANA, "Eleven died.");
  assert_judged (f, ANA, "Eleven died.");
  decide (f, ANA, GALLEY_STATUS_DISPUTED);
  write_sentence (f, ANA, "Twelve died.");
  assert_judged (f, ANA, NULL);
  decide (f, ANA, GALLEY_STATUS_PENDING);
  assert_judged (f, ANA, "Twelve died.");
}

/* What was marked as right or wrong at once had no sentence. */
static void
test_marked_with_verdict (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) check = redraft_load (f->desks[ANA], f->article);

  g_free (f->claim);
  f->claim = g_strdup (
      testing_mark_words (f->desks[ANA], check, "Officials disagree", GALLEY_STATUS_CONFIRMED));
  write_sentence (f, ANA, "They do not.");
  assert_judged (f, ANA, NULL);
}

/* A verdict that goes along to a new draft is the one that was given. */
static void
test_drafts (Fixture *f, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (GalleyCheck) first = NULL;
  GalleyClaim *claim;

  write_sentence (f, ANA, "Eleven died.");
  decide (f, ANA, GALLEY_STATUS_CONFIRMED);
  redraft_perform (f->desks[ANA], f->article, "New.\nThe strike killed 11 people.\nOfficials.");
  assert_judged (f, ANA, "Eleven died.");
  write_sentence (f, ANA, "Twelve died.");
  assert_judged (f, ANA, NULL);

  first = galley_desk_load_draft (f->desks[ANA], f->article, 1, &error);
  g_assert_no_error (error);
  claim = redraft_find (first, f->claim);
  g_assert_cmpstr (galley_claim_get_judged_sentence (claim), ==, "Eleven died.");
}

/* Who lets a verdict on former words stand for others is shown these, and no sentence. */
static void
test_kept (Fixture *f, gconstpointer data)
{
  const char *ids[] = { f->claim, NULL };

  write_sentence (f, ANA, "Eleven died.");
  decide (f, ANA, GALLEY_STATUS_CONFIRMED);
  redraft_perform (f->desks[ANA], f->article,
                   "The strike killed 11 of the people.\nOfficials disagree.");
  assert_judged (f, ANA, "Eleven died.");
  testing_perform (f->desks[ANA], galley_verb_keep_verdict (ids));
  assert_judged (f, ANA, NULL);
}

/* Ben has confirmed something else than what Ana says meanwhile, and before him. */
static void
test_not_known (Fixture *f, gconstpointer data)
{
  write_sentence (f, ANA, "Everybody died.");
  decide (f, BEN, GALLEY_STATUS_CONFIRMED);
  send (f, ANA, BEN);
  send (f, BEN, ANA);
  assert_judged (f, ANA, NULL);
  assert_judged (f, BEN, NULL);

  decide (f, BEN, GALLEY_STATUS_DISPUTED);
  send (f, BEN, ANA);
  assert_judged (f, ANA, "Everybody died.");
  assert_judged (f, BEN, "Everybody died.");
}

/* As versions before wrote it down, that is, not at all. */
static void
forget_sentences (Fixture *f, guint person)
{
  g_autofree char *path = g_strdup (galley_desk_get_path (f->desks[person]));

  testing_change (path, "DROP TRIGGER event_never_changes;"
                        "UPDATE event SET body = json_remove (body, '$.to.sentence')"
                        " WHERE kind = 'claim.status'");
}

static void
test_not_written_down (Fixture *f, gconstpointer data)
{
  write_sentence (f, ANA, "Eleven died.");
  decide (f, ANA, GALLEY_STATUS_CONFIRMED);
  send (f, ANA, BEN);
  forget_sentences (f, ANA);
  assert_judged (f, ANA, "Eleven died.");
  write_sentence (f, ANA, "Twelve died.");
  assert_judged (f, ANA, NULL);
  write_sentence (f, ANA, "Eleven died.");

  decide (f, BEN, GALLEY_STATUS_DISPUTED);
  assert_judged (f, BEN, "Eleven died.");
  forget_sentences (f, BEN);
  assert_judged (f, BEN, NULL);
}

/* The library was made to look like an older one behind its back. */
static void
tear_down_changed (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    g_assert_finalize_object (f->desks[i]);
  g_free (f->article);
  g_free (f->claim);
  testing_remove_folder (f->folder);
}

/* Nobody judges a sentence that another program has written since they looked. */
static void
test_not_seen (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyCheck) seen = redraft_load (f->desks[ANA], f->article);
  g_autoptr (GalleyDesk) other = testing_open (galley_desk_get_path (f->desks[ANA]));
  const char *ids[] = { f->claim, NULL };
  GalleyAction *action = galley_verb_set_status (ids, GALLEY_STATUS_CONFIRMED, NULL);
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  testing_perform (other, galley_verb_set_detail (ids, GALLEY_DETAIL_SENTENCE, "All died."));
  galley_seen_expect (seen, action, /* is_settled= */ TRUE);
  outcome = testing_try (f->desks[ANA], action, &error);
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/sentences/written-later", test_written_later);
  ADD ("/sentences/open", test_open);
  ADD ("/sentences/marked-with-verdict", test_marked_with_verdict);
  ADD ("/sentences/drafts", test_drafts);
  ADD ("/sentences/kept", test_kept);
  ADD ("/sentences/not-known", test_not_known);
  ADD ("/sentences/not-seen", test_not_seen);
#undef ADD
  g_test_add ("/sentences/not-written-down", Fixture, NULL, set_up, test_not_written_down,
              tear_down_changed);

  return g_test_run ();
}
