/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-copies.h"
#include "galley-runs.h"

static GArray *
match (const guint *old, guint n_old, const guint *new, guint n_new, guint length)
{
  g_autoptr (GArray) old_units = g_array_new (FALSE, FALSE, sizeof (GalleyUnit));
  g_autoptr (GArray) new_units = g_array_new (FALSE, FALSE, sizeof (GalleyUnit));

  galley_runs_add_units (old_units, old, n_old, length);
  galley_runs_add_units (new_units, new, n_new, length);
  return galley_runs_match (old_units, new_units);
}

static void
assert_run (GArray *runs, guint index, guint old, guint new, guint length)
{
  const GalleyRun *run = &g_array_index (runs, GalleyRun, index);

  g_assert_cmpuint (index, <, runs->len);
  g_assert_cmpuint (run->old, ==, old);
  g_assert_cmpuint (run->new, ==, new);
  g_assert_cmpuint (run->length, ==, length);
}

static void
test_match (void)
{
  static const guint old[] = { 1, 2, 3, 9, 2, 3, 4 };
  static const guint new[] = { 8, 2, 3, 4, 1, 2, 3 };
  g_autoptr (GArray) threes = match (old, 7, new, 7, 3);
  g_autoptr (GArray) twos = match (old, 7, new, 7, 2);
  g_autoptr (GArray) eights = match (old, 7, new, 7, 8);

  g_assert_cmpuint (threes->len, ==, 2);
  assert_run (threes, 0, 0, 4, 3);
  assert_run (threes, 1, 4, 1, 3);

  /* “2 3” is there twice. */
  g_assert_cmpuint (twos->len, ==, 2);
  assert_run (twos, 0, 0, 4, 2);
  assert_run (twos, 1, 5, 2, 2);
  g_assert_cmpuint (eights->len, ==, 0);
}

static void
test_join_and_chain (void)
{
  GalleyRun all[] = { { 0, 10, 3, 3 }, { 1, 11, 3, 0 }, { 6, 0, 2, 1 }, { 7, 14, 4, 4 } };
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (GalleyRun));

  g_array_append_vals (runs, all, G_N_ELEMENTS (all));
  galley_runs_join (runs);
  g_assert_cmpuint (runs->len, ==, 3);
  assert_run (runs, 0, 0, 10, 4);

  galley_runs_chain (runs);
  g_assert_cmpuint (runs->len, ==, 2);
  assert_run (runs, 0, 0, 10, 4);
  assert_run (runs, 1, 7, 14, 4);
}

/* Runs of a chain that overlap on one side are cut. */
static void
test_overlap (void)
{
  GalleyRun all[] = { { 0, 0, 5, 5 }, { 3, 9, 5, 5 } };
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (GalleyRun));

  g_array_append_vals (runs, all, G_N_ELEMENTS (all));
  galley_runs_chain (runs);
  g_assert_cmpuint (runs->len, ==, 2);
  assert_run (runs, 1, 5, 11, 3);
}

static void
test_copies (void)
{
  static const guint keys[] = { 0, 1, 2, 0, 1, 3, 0, 1, 2 };
  static const guint row[] = { 0, 1, 2 }, other[] = { 2, 2 };
  g_autoptr (GalleyCopies) copies = galley_copies_new (keys, G_N_ELEMENTS (keys), 4);
  guint places[4] = { 0 };

  g_assert_cmpuint (galley_copies_find (copies, row, 3, places, 4), ==, 2);
  g_assert_cmpuint (places[0], ==, 0);
  g_assert_cmpuint (places[1], ==, 6);
  g_assert_cmpuint (galley_copies_find (copies, row, 2, places, 4), ==, 3);
  g_assert_cmpuint (galley_copies_find (copies, row, 2, places, 1), ==, 1);
  g_assert_cmpuint (galley_copies_find (copies, other, 2, places, 4), ==, 0);
  g_assert_cmpuint (galley_copies_count (copies, row, 3, 1, 9), ==, 1);
  g_assert_cmpuint (galley_copies_count (copies, row, 3, 0, 8), ==, 1);
  g_assert_cmpuint (galley_copies_count (copies, row, 2, 1, 5), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/runs/match", test_match);
  g_test_add_func ("/runs/join-and-chain", test_join_and_chain);
  g_test_add_func ("/runs/overlap", test_overlap);
  g_test_add_func ("/copies", test_copies);

  return g_test_run ();
}
