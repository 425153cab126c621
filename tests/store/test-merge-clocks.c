/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-clocks.h"
#include "merge-people.h"
#include "merge-testing.h"
#include "redraft-testing.h"

#include "galley-place-verbs.h"

/* Three copies of a library with one claim, each on a computer whose clock may be wrong. */
typedef struct
{
  char *folder;
  GalleyDesk *desks[MERGE_N_PEOPLE];
  char *article;
  char *claim;
} Desks;

static const char *const words = "The strike killed 11 people.\nOfficials disagree.";

enum
{
  ANA,
  BEN,
  ZOE
};

/* Somebody sits down at a computer, a minute after the one before. */
static GalleyDesk *
at (Desks *d, guint person)
{
  merge_clocks_look_at (person, 60000);
  return d->desks[person];
}

static void
send (Desks *d, guint from, guint to)
{
  g_autoptr (GBytes) package = merge_export (at (d, from), NULL);
  g_autoptr (GalleyMergeResult) result = merge_import (at (d, to), package);

  g_assert_nonnull (result);
}

static void
send_to_all (Desks *d, guint from)
{
  for (guint i = 0; i < MERGE_N_PEOPLE; i++)
    if (i != from)
      send (d, from, i);
}

static void
set_up (Desks *d)
{
  g_autoptr (GalleyCheck) check = NULL;

  d->folder = testing_make_folder_in_memory ();
  for (guint i = 0; i < MERGE_N_PEOPLE; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.galleydb", d->folder, i);
      GError *error = NULL;

      d->desks[i] = galley_desk_open (path, merge_people[i], NULL, &error);
      g_assert_no_error (error);
    }
  d->article = redraft_import (at (d, ANA), words);
  check = redraft_load (d->desks[ANA], d->article);
  d->claim = g_strdup (testing_mark_words (d->desks[ANA], check, "11 people", 0));
  send_to_all (d, ANA);
}

static void
tear_down (Desks *d)
{
  testing_assert_sound (galley_desk_get_path (d->desks[ZOE]));
  for (guint i = 0; i < MERGE_N_PEOPLE; i++)
    g_assert_finalize_object (d->desks[i]);
  testing_remove_folder (d->folder);
  g_free (d->article);
  g_free (d->claim);
}

static void
decide (Desks *d, guint person, GalleyStatus status)
{
  testing_set_status (at (d, person), d->claim, status, NULL);
}

static void
turn (Desks *d, guint person, gboolean forward)
{
  GalleyDesk *desk = at (d, person);
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = forward
                                          ? galley_desk_redo (desk, d->article, NULL, &error)
                                          : galley_desk_undo (desk, d->article, NULL, NULL, &error);

  g_assert_no_error (error);
}

/* Every copy shows the verdict of @person and no disagreement. */
static void
assert_decided (Desks *d, guint person, GalleyStatus status)
{
  for (guint i = 0; i < MERGE_N_PEOPLE; i++)
    {
      g_autoptr (GalleyClaim) claim = merge_find_claim (d->desks[i], d->article, d->claim);

      g_assert_cmpint (galley_claim_get_status (claim), ==, status);
      g_assert_cmpstr (galley_claim_get_checked_by (claim), ==, merge_people[person]);
      g_assert_null (galley_claim_get_disagreement (claim));
    }
}

/* Every copy says that Ana confirmed it and Ben disputed it. */
static void
assert_undecided (Desks *d)
{
  for (guint i = 0; i < MERGE_N_PEOPLE; i++)
    {
      g_autoptr (GalleyClaim) claim = merge_find_claim (d->desks[i], d->article, d->claim);
      GalleyDisagreement *disagreement = galley_claim_get_disagreement (claim);

      g_assert_nonnull (disagreement);
      g_assert_cmpuint (disagreement->verdicts->len, ==, 2);
      for (guint j = 0; j < 2; j++)
        {
          const GalleyVerdict *verdict = g_ptr_array_index (disagreement->verdicts, j);
          gboolean is_anas = g_str_equal (verdict->checked_by, merge_people[ANA]);

          g_assert_true (is_anas || g_str_equal (verdict->checked_by, merge_people[BEN]));
          g_assert_cmpint (verdict->status, ==,
                           is_anas ? GALLEY_STATUS_CONFIRMED : GALLEY_STATUS_DISPUTED);
        }
    }
}

/* Whoever knew of a verdict overrules it, whoever did not disagrees, and undoing brings back. */
static void
assert_clocks_have_no_say (Desks *d)
{
  decide (d, BEN, GALLEY_STATUS_CONFIRMED);
  send_to_all (d, BEN);
  decide (d, ANA, GALLEY_STATUS_DISPUTED);
  send_to_all (d, ANA);
  assert_decided (d, ANA, GALLEY_STATUS_DISPUTED);

  decide (d, ANA, GALLEY_STATUS_CONFIRMED);
  decide (d, BEN, GALLEY_STATUS_DISPUTED);
  send_to_all (d, ANA);
  send_to_all (d, BEN);
  send (d, ZOE, ANA);
  assert_undecided (d);

  decide (d, ZOE, GALLEY_STATUS_PENDING);
  send_to_all (d, ZOE);
  assert_decided (d, ZOE, GALLEY_STATUS_PENDING);
  turn (d, ZOE, FALSE);
  send_to_all (d, ZOE);
  assert_undecided (d);
  turn (d, ZOE, TRUE);
  send_to_all (d, ZOE);
  assert_decided (d, ZOE, GALLEY_STATUS_PENDING);
}

static void
test_whoever_is_wrong (void)
{
  for (guint i = MERGE_CLOCK_RIGHT + 1; i < MERGE_N_CLOCK_KINDS; i++)
    for (guint person = 0; person < MERGE_N_PEOPLE; person++)
      {
        Desks d = { NULL };

        for (guint j = 0; j < MERGE_N_PEOPLE; j++)
          merge_clocks_set (j, j == person ? i : MERGE_CLOCK_RIGHT);
        set_up (&d);
        assert_clocks_have_no_say (&d);
        if (i == MERGE_CLOCK_MENDED)
          {
            merge_clocks_mend (person);
            assert_clocks_have_no_say (&d);
          }
        tear_down (&d);
      }
}

/* Nobody is dated by the wrong clock of somebody else. */
static void
test_dates (void)
{
  Desks d = { NULL };
  g_autoptr (GalleyClaim) last = NULL;
  gint64 now_ms = 0;

  merge_clocks_set (ANA, MERGE_CLOCK_FUTURE);
  merge_clocks_set (BEN, MERGE_CLOCK_RIGHT);
  merge_clocks_set (ZOE, MERGE_CLOCK_EPOCH);
  set_up (&d);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GalleyClaim) claim = NULL;

      decide (&d, BEN, i % 2 ? GALLEY_STATUS_CONFIRMED : GALLEY_STATUS_DISPUTED);
      now_ms = g_get_real_time () / 1000;
      claim = merge_find_claim (d.desks[BEN], d.article, d.claim);
      g_assert_cmpint (galley_claim_get_checked_at (claim), ==, now_ms);
    }
  send_to_all (&d, BEN);
  assert_decided (&d, BEN, GALLEY_STATUS_DISPUTED);

  /* Who has no date of their own goes by the others'. */
  decide (&d, ZOE, GALLEY_STATUS_PENDING);
  send_to_all (&d, ZOE);
  assert_decided (&d, ZOE, GALLEY_STATUS_PENDING);
  last = merge_find_claim (d.desks[ZOE], d.article, d.claim);
  g_assert_cmpint (galley_claim_get_checked_at (last), ==, now_ms + 1);
  tear_down (&d);
}

/* Two people replace a verdict that is dated later than both of theirs. */
static void
test_after_the_future (void)
{
  Desks d = { NULL };

  merge_clocks_set (ANA, MERGE_CLOCK_FUTURE);
  merge_clocks_set (BEN, MERGE_CLOCK_RIGHT);
  merge_clocks_set (ZOE, MERGE_CLOCK_RIGHT);
  set_up (&d);
  decide (&d, ANA, GALLEY_STATUS_CONFIRMED);
  send_to_all (&d, ANA);
  decide (&d, BEN, GALLEY_STATUS_DISPUTED);
  decide (&d, ZOE, GALLEY_STATUS_PENDING);
  send_to_all (&d, BEN);
  send_to_all (&d, ZOE);
  send (&d, ANA, BEN);
  for (guint i = 0; i < MERGE_N_PEOPLE; i++)
    g_assert_cmpuint (merge_count_disagreements (d.desks[i]), ==, 1);
  tear_down (&d);
}

static void
write_note (Desks *d, guint person)
{
  testing_perform (at (d, person), galley_verb_set_note (d->claim, merge_people[person]));
}

/* What is taken back after somebody else has decided stays taken back, though all of it is of one
 * moment: of Ana's four steps and Ben's two the verdicts are first, second and fourth. */
static void
test_taken_back_in_one_moment (void)
{
  Desks d = { NULL };

  for (guint i = 0; i < MERGE_N_PEOPLE; i++)
    merge_clocks_set (i, MERGE_CLOCK_EPOCH);
  set_up (&d);
  decide (&d, ANA, GALLEY_STATUS_CONFIRMED);
  send_to_all (&d, ANA);
  merge_clocks_stop ();

  decide (&d, ANA, GALLEY_STATUS_DISPUTED);
  write_note (&d, ANA);
  turn (&d, ANA, FALSE);
  turn (&d, ANA, FALSE);
  write_note (&d, BEN);
  decide (&d, BEN, GALLEY_STATUS_DISPUTED);
  send_to_all (&d, ANA);
  send_to_all (&d, BEN);
  send (&d, ZOE, ANA);
  assert_decided (&d, BEN, GALLEY_STATUS_DISPUTED);
  tear_down (&d);
}

/* To confirm a claim once more in the same moment is another verdict than to have confirmed it. */
static void
test_again_in_one_moment (void)
{
  Desks d = { NULL };

  for (guint i = 0; i < MERGE_N_PEOPLE; i++)
    merge_clocks_set (i, MERGE_CLOCK_EPOCH);
  merge_clocks_stop ();
  set_up (&d);
  decide (&d, ANA, GALLEY_STATUS_CONFIRMED);
  send_to_all (&d, ANA);

  decide (&d, ANA, GALLEY_STATUS_DISPUTED);
  decide (&d, ANA, GALLEY_STATUS_CONFIRMED);
  write_note (&d, BEN);
  write_note (&d, BEN);
  decide (&d, BEN, GALLEY_STATUS_DISPUTED);
  send_to_all (&d, ANA);
  send_to_all (&d, BEN);
  send (&d, ZOE, ANA);
  assert_undecided (&d);
  tear_down (&d);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge-clocks/whoever-is-wrong", test_whoever_is_wrong);
  g_test_add_func ("/merge-clocks/dates", test_dates);
  g_test_add_func ("/merge-clocks/after-the-future", test_after_the_future);
  g_test_add_func ("/merge-clocks/taken-back-in-one-moment", test_taken_back_in_one_moment);
  g_test_add_func ("/merge-clocks/again-in-one-moment", test_again_in_one_moment);

  return g_test_run ();
}
