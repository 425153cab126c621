/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redraft-testing.h"

#include "galley-place-verbs.h"

/*
 * Drafts come and go at random, while claims are marked, decided, re-linked, retired and kept, and
 * all of it is undone and done again. After each step: no verdict stands on words on which nobody
 * gave it, no claim is lost, and what was undone is what there was.
 */

#define N_STEPS 120

static const char *const sentences[] = {
  "It rained for 3 days in Riverton, officials said.",
  "The river rose by 2 meters on Tuesday, and 40 families left their homes.",
  "The town has asked the state for 6 percent more money than last year.",
  "The mayor promised to repair the old bridge before winter.",
  "Team Alpha found 11 people in the flooded school.",
  "Team Beta found 11 people in the flooded school.",
  "Nobody was hurt when the dam broke near the mill.",
  "The bridge is closed.",
};

/* What may become of a sentence. */
static const char *const changes[][2] = {
  { "3 days", "4 days" },           { "2 meters", "3 meters" },
  { "has asked", "has not asked" }, { "promised", "refused" },
  { "11 people", "12 people" },     { "Nobody was", "Few people were" },
  { "is closed", "may be closed" }
};

typedef struct
{
  char *folder;
  char *path;
  GalleyDesk *desk;
  char *article;
  GRand *rand;
  GHashTable *decided; /* set of “claim id: words” on which somebody gave a verdict */
  int n_done;          /* steps that could be undone */
  GPtrArray *ids;      /* (element-type utf8): claims that ever were */
} World;

static guint
pick (World *w, guint n)
{
  return g_rand_int_range (w->rand, 0, n);
}

/* How a text is set makes no other words of it, nor does a space at one of their ends. */
static char *
make_key (const char *id, const char *words)
{
  g_autofree char *bare = g_strstrip (g_strdelimit (g_strdup (words), "\n", ' '));

  return g_strconcat (id, ": ", bare, NULL);
}

static void
note_decision (World *w, const char *id, const char *words)
{
  g_hash_table_add (w->decided, make_key (id, words));
}

/* A draft of some of the sentences, in some order, with changes here and there. */
static char *
make_text (World *w)
{
  GString *text = g_string_new ("# Flood");
  guint n = 3 + pick (w, 6), offset = pick (w, G_N_ELEMENTS (sentences));

  for (guint i = 0; i < n; i++)
    {
      const char *sentence = sentences[(offset + i) % G_N_ELEMENTS (sentences)];
      g_autoptr (GString) words = g_string_new (sentence);
      guint change = pick (w, 3 * G_N_ELEMENTS (changes));

      if (change < G_N_ELEMENTS (changes))
        g_string_replace (words, changes[change][0], changes[change][1], 0);
      g_string_append_printf (text, "%s%s", pick (w, 3) == 0 ? " " : "\n", words->str);
    }

  return g_string_free (text, FALSE);
}

static void
set_up (World *w, gconstpointer data)
{
  g_autofree char *text = NULL;

  w->folder = testing_make_folder ();
  w->path = g_build_filename (w->folder, "library.galleydb", NULL);
  w->desk = testing_open (w->path);
  w->rand = g_rand_new_with_seed (g_test_rand_int ());
  w->decided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  w->ids = g_ptr_array_new_with_free_func (g_free);
  text = make_text (w);
  w->article = redraft_import (w->desk, text);
}

static void
tear_down (World *w, gconstpointer data)
{
  testing_assert_sound (w->path);
  g_assert_finalize_object (w->desk);
  g_rand_free (w->rand);
  g_hash_table_unref (w->decided);
  g_ptr_array_unref (w->ids);
  g_free (w->article);
  g_free (w->path);
  testing_remove_folder (w->folder);
}

/* A claim, standing or not; NULL if there is none. */
static GalleyClaim *
pick_claim (World *w, GalleyCheck *check)
{
  GalleyClaimList *list =
      pick (w, 3) > 0 ? galley_check_get_claims (check) : galley_check_get_tray (check);
  guint n = galley_claim_list_get_n_claims (list);

  return n > 0 ? galley_claim_list_peek (list, pick (w, n)) : NULL;
}

static GalleyRange
pick_range (World *w, GalleyCheck *check)
{
  g_autoptr (GArray) suggestions = galley_check_get_suggestions (check);
  guint length =
      galley_text_get_length (galley_document_get_text (galley_check_get_document (check)));
  guint start = pick (w, length - 10);

  return suggestions->len > 0 ? g_array_index (suggestions, GalleyRange, pick (w, suggestions->len))
                              : (GalleyRange){ start, start + 10 };
}

/* What is done, and on which claim and words somebody decides by it, if they do. */
typedef struct
{
  GalleyAction *action;
  char *id;
  char *words;
} Step;

static void
step_clear (Step *step)
{
  g_clear_pointer (&step->action, galley_action_unref);
  g_free (step->id);
  g_free (step->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Step, step_clear)

static void
plan_mark (World *w, GalleyCheck *check, Step *step)
{
  GalleyMark mark = { pick_range (w, check), pick (w, GALLEY_N_STATUSES), NULL, NULL };

  step->action = galley_action_new ("mark");
  step->id =
      galley_verb_add_mark (step->action, w->article, galley_check_get_document (check), &mark);
  step->words =
      galley_text_slice (galley_document_get_text (galley_check_get_document (check)), mark.range);
  galley_action_expect_text (step->action,
                             galley_document_get_text_sha256 (galley_check_get_document (check)));
}

static void
plan_draft (World *w, GalleyCheck *check, Step *step)
{
  g_autofree char *text = make_text (w);
  g_autoptr (GalleyRedraft) redraft = redraft_begin (w->desk, w->article, text);

  if (!galley_redraft_is_same (redraft))
    step->action = galley_redraft_make_action (redraft);
}

static void
plan_for_claim (World *w, GalleyCheck *check, GalleyClaim *claim, Step *step)
{
  const char *ids[] = { galley_claim_get_id (claim), NULL };
  GalleyRange range = pick_range (w, check);
  gboolean keeps = pick (w, 2) == 0;

  step->id = g_strdup (ids[0]);
  switch (pick (w, 5))
    {
    case 0:
      step->action = galley_verb_retire (ids);
      break;
    case 1:
      step->action = galley_verb_keep_verdict (ids);
      step->words = redraft_quote (check, claim);
      break;
    case 2:
      step->action = galley_verb_relink (ids[0], galley_check_get_document (check), range, keeps);
      if (keeps)
        step->words =
            galley_text_slice (galley_document_get_text (galley_check_get_document (check)), range);
      break;
    default:
      step->action = galley_verb_set_status (ids, pick (w, GALLEY_N_STATUSES), NULL);
      step->words = redraft_quote (check, claim);
    }
}

static void
plan (World *w, GalleyCheck *check, Step *step)
{
  guint what = pick (w, 10);
  GalleyClaim *claim = pick_claim (w, check);

  if (what < 2)
    plan_draft (w, check, step);
  else if (what < 5 || claim == NULL)
    plan_mark (w, check, step);
  else
    plan_for_claim (w, check, claim, step);
}

static void
check_claims (World *w, GalleyClaimList *list, GalleyCheck *check)
{
  for (guint i = 0; i < galley_claim_list_get_n_claims (list); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (list, i);
      g_autofree char *words = redraft_quote (check, claim);
      g_autofree char *key = words != NULL ? make_key (galley_claim_get_id (claim), words) : NULL;

      if (galley_claim_get_status (claim) == GALLEY_STATUS_PENDING)
        continue;
      g_test_message ("%s", key);
      g_assert_nonnull (words);
      g_assert_true (g_hash_table_contains (w->decided, key));
    }
}

/* No verdict on words that nobody checked, and no claim that is nowhere. */
static void
check_world (World *w, gboolean has_all)
{
  g_autoptr (GalleyCheck) check = redraft_load (w->desk, w->article);

  check_claims (w, galley_check_get_claims (check), check);
  check_claims (w, galley_check_get_tray (check), check);
  for (guint i = 0; has_all && i < w->ids->len; i++)
    redraft_find (check, g_ptr_array_index (w->ids, i));
}

static char *
describe (World *w)
{
  g_autoptr (GalleyCheck) check = redraft_load (w->desk, w->article);

  return redraft_describe (check);
}

/* The step that imported the article is never undone. */
static gboolean
turn (World *w, gboolean is_undo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (is_undo && w->n_done == 0)
    return FALSE;

  outcome = is_undo ? galley_desk_undo (w->desk, w->article, NULL, NULL, &error)
                    : galley_desk_redo (w->desk, w->article, NULL, &error);
  if (outcome != NULL)
    w->n_done += is_undo ? -1 : 1;
  return outcome != NULL;
}

static void
perform (World *w)
{
  g_autoptr (GalleyCheck) check = redraft_load (w->desk, w->article);
  g_autofree char *before = redraft_describe (check), *after = NULL, *undone = NULL, *redone = NULL;
  g_auto (Step) step = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  plan (w, check, &step);
  if (step.action == NULL)
    return;
  outcome = testing_try (w->desk, g_steal_pointer (&step.action), &error);
  after = describe (w);
  if (outcome == NULL)
    {
      g_assert_cmpint (error->domain, ==, GALLEY_STORE_ERROR);
      g_assert_cmpstr (after, ==, before);
      return;
    }
  w->n_done++;
  if (step.words != NULL)
    note_decision (w, step.id, step.words);
  if (pick (w, 3) > 0)
    return;

  g_assert_true (turn (w, /* is_undo= */ TRUE));
  undone = describe (w);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (turn (w, /* is_undo= */ FALSE));
  redone = describe (w);
  g_assert_cmpstr (redone, ==, after);
}

/* Claims that were marked are all there as long as no mark was undone. */
static void
note_claims (World *w)
{
  g_autoptr (GalleyCheck) check = redraft_load (w->desk, w->article);
  GalleyClaimList *lists[] = { galley_check_get_claims (check), galley_check_get_tray (check) };

  g_ptr_array_set_size (w->ids, 0);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < galley_claim_list_get_n_claims (lists[i]); j++)
      g_ptr_array_add (w->ids,
                       g_strdup (galley_claim_get_id (galley_claim_list_peek (lists[i], j))));
}

static void
test_random (World *w, gconstpointer data)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      guint n_turns = pick (w, 4) == 0 ? 1 + pick (w, 4) : 0;
      gboolean is_undo = pick (w, 3) > 0;

      note_claims (w);
      if (n_turns == 0)
        perform (w);
      for (guint j = 0; j < n_turns; j++)
        turn (w, is_undo);
      check_world (w, /* has_all= */ n_turns == 0);
      if (i % 20 == 0)
        testing_assert_sound (w->path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *path = g_strdup_printf ("/redraft-random/%u", i);

      g_test_add (path, World, NULL, set_up, test_random, tear_down);
    }

  return g_test_run ();
}
