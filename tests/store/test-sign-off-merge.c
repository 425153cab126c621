/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-gate.h"
#include "merge-testing.h"
#include "redraft-testing.h"
#include "sign-off-testing.h"

#define TEXT "The strike killed 11 people.\nOfficials disagree.\nNobody said why."

/* Copies @a and @b take in each other's article, and hold the same then. */
static void
exchange (SignOffs *f, guint a, guint b)
{
  g_autofree char *of_a = NULL;
  g_autofree char *of_b = NULL;

  sign_offs_hand_over (f, a, b, f->article);
  sign_offs_hand_over (f, b, a, f->article);
  of_a = merge_dump (f->paths[a], /* with_blobs= */ TRUE);
  of_b = merge_dump (f->paths[b], /* with_blobs= */ TRUE);
  g_assert_cmpstr (of_a, ==, of_b);
}

static gboolean
is_signed (SignOffs *f, guint copy)
{
  return galley_article_is_signed (galley_desk_find_article (f->desks[copy], f->article));
}

/* What was done without knowledge of the signature is there, is not covered by it, and is told,
 * also where it was done before by the clocks. */
static void
test_verdict_meanwhile (SignOffs *f, gconstpointer data)
{
  const char *claim = sign_offs_mark (f, 0, "11 people", GALLEY_STATUS_PENDING);

  sign_offs_hand_over (f, 0, 1, f->article);
  testing_set_status (f->desks[1], claim, GALLEY_STATUS_DISPUTED, "it was 12");
  sign_offs_sign (f, 0, GALLEY_ROLE_EDITOR, "Ana", NULL);
  testing_set_status (f->desks[1], claim, GALLEY_STATUS_CONFIRMED, "it was 11");
  exchange (f, 0, 1);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (is_signed (f, i));
      sign_offs_assert_changes (f, i, 0, 2);
      sign_offs_assert_status (f, i, claim, GALLEY_STATUS_CONFIRMED);
      sign_offs_try (f, i, galley_verb_set_note (claim, "x"), GALLEY_STORE_ERROR_SIGNED,
                     "This article is signed off. Reopen it to change it");
    }
}

/* Reopening ends what its author knew of, and nothing else. */
static void
test_reopening_meanwhile (SignOffs *f, gconstpointer data)
{
  const char *claim = sign_offs_mark (f, 0, "11 people", GALLEY_STATUS_PENDING);
  g_autoptr (GPtrArray) sign_offs = NULL;

  sign_offs_sign (f, 0, GALLEY_ROLE_EDITOR, "Ana", NULL);
  sign_offs_hand_over (f, 0, 1, f->article);
  sign_offs_sign (f, 0, GALLEY_ROLE_LEGAL, "Ana", NULL);
  testing_perform (f->desks[1], galley_verb_reopen (f->article, "The number is wrong"));
  testing_set_status (f->desks[1], claim, GALLEY_STATUS_DISPUTED, "it was 12");
  exchange (f, 0, 1);

  sign_offs = sign_offs_list (f, 0);
  g_assert_cmpuint (sign_offs->len, ==, 2);
  g_assert_false (galley_sign_off_is_in_force (g_ptr_array_index (sign_offs, 0)));
  g_assert_true (galley_sign_off_is_in_force (g_ptr_array_index (sign_offs, 1)));
  g_assert_true (is_signed (f, 0));
  g_assert_true (is_signed (f, 1));
  sign_offs_assert_changes (f, 0, 1, 1);
}

/* Until what is done next is later than all that was done in any of the copies, which count on from
 * there where their clocks have not moved on yet. */
static void
pass_time (SignOffs *f)
{
  for (guint i = 0; i < SIGN_OFFS_N_COPIES; i++)
    {
      gint64 last_ms = testing_get_int (f->paths[i], "SELECT max (clock) >> 16 FROM event");

      while (g_get_real_time () / 1000 <= last_ms)
        g_thread_yield ();
    }
}

/* Whoever signs signs what he was shown, also where what came meanwhile has its place before the
 * last that he was shown: what others did earlier moves all numbers on. */
static void
test_earlier_work_meanwhile (SignOffs *f, gconstpointer data)
{
  const char *claim = sign_offs_mark (f, 0, "11 people", GALLEY_STATUS_CONFIRMED);
  g_autofree char *other = NULL;
  g_autoptr (GalleyGate) gate = NULL;
  GalleyAction *action;
  GError *error = NULL;

  sign_offs_hand_over (f, 0, 1, f->article);
  testing_set_status (f->desks[1], claim, GALLEY_STATUS_DISPUTED, "it was 12");
  pass_time (f);
  other = redraft_import (f->desks[0], "Nothing to do with it.");
  gate = galley_gate_load (f->desks[0], f->article, &error);
  g_assert_no_error (error);
  sign_offs_hand_over (f, 1, 0, f->article);

  action = galley_gate_make_action (gate, GALLEY_ROLE_EDITOR, "Ana", "as it is", &error);
  g_assert_no_error (error);
  sign_offs_try (f, 0, action, GALLEY_STORE_ERROR_CONFLICT,
                 "The article was changed in the meantime, so nothing was done");
  g_assert_false (is_signed (f, 0));
}

static void
test_two_at_once (SignOffs *f, gconstpointer data)
{
  g_autoptr (GPtrArray) sign_offs = NULL;

  sign_offs_hand_over (f, 0, 1, f->article);
  sign_offs_sign (f, 0, GALLEY_ROLE_EDITOR, "Ana", NULL);
  sign_offs_sign (f, 1, GALLEY_ROLE_EDITOR, "Ana", "in another’s name");
  exchange (f, 0, 1);
  sign_offs = sign_offs_list (f, 1);
  g_assert_cmpuint (sign_offs->len, ==, 2);
  sign_offs_assert_changes (f, 1, 0, 0);
  sign_offs_assert_changes (f, 1, 1, 0);

  /* Both of it end with one reason; two who give one each at once both opened it. */
  pass_time (f);
  testing_perform (f->desks[0], galley_verb_reopen (f->article, "earlier"));
  pass_time (f);
  testing_perform (f->desks[1], galley_verb_reopen (f->article, "later"));
  exchange (f, 0, 1);
  g_assert_false (is_signed (f, 0));
  g_clear_pointer (&sign_offs, g_ptr_array_unref);
  sign_offs = sign_offs_list (f, 1);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (((GalleySignOff *) g_ptr_array_index (sign_offs, i))->reason, ==, "earlier");
}

/* An article that somebody signed was not taken out by somebody who did not know of it. */
static void
test_removal_meanwhile (SignOffs *f, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  sign_offs_hand_over (f, 0, 1, f->article);
  sign_offs_hand_over (f, 0, 2, f->article);
  testing_perform (f->desks[1], galley_verb_remove_article (f->article));
  sign_offs_sign (f, 0, GALLEY_ROLE_EDITOR, "Ana", NULL);
  testing_perform (f->desks[2], galley_verb_remove_article (f->article));
  sign_offs_hand_over (f, 0, 1, f->article);
  sign_offs_hand_over (f, 0, 2, f->article);
  for (guint i = 1; i < 3; i++)
    {
      g_assert_nonnull (galley_desk_find_article (f->desks[i], f->article));
      g_assert_true (is_signed (f, i));
      sign_offs_assert_changes (f, i, 0, 1);
    }

  /* Undo is not held up by it. */
  testing_perform (f->desks[2], galley_verb_reopen (f->article, "a slip"));
  outcome = galley_desk_undo (f->desks[2], f->article, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (outcome->verb, ==, "remove-article");
}

/* Later events of a colleague's that are about something else are no sign that the earlier ones
 * about this article were seen. */
static void
test_later_of_another_article (SignOffs *f, gconstpointer data)
{
  const char *claim = sign_offs_mark (f, 0, "11 people", GALLEY_STATUS_PENDING);
  g_autofree char *other = NULL;

  sign_offs_hand_over (f, 0, 1, f->article);
  testing_set_status (f->desks[0], claim, GALLEY_STATUS_DISPUTED, "it was 12");
  other = testing_import (f->desks[0], "Another article.");
  sign_offs_hand_over (f, 0, 1, other);
  sign_offs_sign (f, 1, GALLEY_ROLE_LEGAL, "Ben", NULL);
  sign_offs_assert_changes (f, 1, 0, 0);

  sign_offs_hand_over (f, 0, 1, f->article);
  sign_offs_assert_status (f, 1, claim, GALLEY_STATUS_DISPUTED);
  sign_offs_assert_changes (f, 1, 0, 1);
}

/* A third person's first say about the article is told too. */
static void
test_somebody_new (SignOffs *f, gconstpointer data)
{
  const char *claim = sign_offs_mark (f, 0, "11 people", GALLEY_STATUS_PENDING);

  sign_offs_hand_over (f, 0, 2, f->article);
  testing_set_status (f->desks[2], claim, GALLEY_STATUS_DISPUTED, "it was 12");
  sign_offs_sign (f, 0, GALLEY_ROLE_CHECKER, "Ana", NULL);
  exchange (f, 0, 2);
  sign_offs_assert_changes (f, 0, 0, 1);
}

static void
add (const char *path, void (*func) (SignOffs *, gconstpointer))
{
  g_test_add (path, SignOffs, TEXT, sign_offs_set_up, func, sign_offs_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/sign-off-merge/verdict-meanwhile", test_verdict_meanwhile);
  add ("/sign-off-merge/reopening-meanwhile", test_reopening_meanwhile);
  add ("/sign-off-merge/earlier-work-meanwhile", test_earlier_work_meanwhile);
  add ("/sign-off-merge/two-at-once", test_two_at_once);
  add ("/sign-off-merge/removal-meanwhile", test_removal_meanwhile);
  add ("/sign-off-merge/later-of-another-article", test_later_of_another_article);
  add ("/sign-off-merge/somebody-new", test_somebody_new);

  return g_test_run ();
}
