/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-word-diff.h"

#include "drafts.h"

/* Pieces as text: what is the same as it is, [-deleted-], {+inserted+}, <away< and >here>. Asserts
 * that the pieces of each side follow each other and leave nothing out. */
static char *
show (const char *old, const char *new, GArray *pieces)
{
  static const char *const signs[][2] = {
    { "", "" }, { "[-", "-]" }, { "{+", "+}" }, { "<", "<" }, { ">", ">" },
  };
  GString *shown = g_string_new (NULL);
  guint old_at = 0, new_at = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const GalleyDiffPiece *piece = &g_array_index (pieces, GalleyDiffPiece, i);
      gboolean is_old =
          piece->kind != GALLEY_DIFF_INSERTED && piece->kind != GALLEY_DIFF_MOVED_HERE;
      gboolean is_new = piece->kind != GALLEY_DIFF_DELETED && piece->kind != GALLEY_DIFF_MOVED_AWAY;
      GalleyRange range = is_old ? piece->old : piece->new;

      if (is_old)
        {
          g_assert_cmpuint (piece->old.start, ==, old_at);
          old_at = piece->old.end;
        }
      if (is_new)
        {
          g_assert_cmpuint (piece->new.start, ==, new_at);
          new_at = piece->new.end;
        }
      g_string_append (shown, signs[piece->kind][0]);
      g_string_append_len (shown, (is_old ? old : new) + range.start, galley_range_length (range));
      g_string_append (shown, signs[piece->kind][1]);
    }
  g_assert_cmpuint (old_at, ==, strlen (old));
  g_assert_cmpuint (new_at, ==, strlen (new));

  return g_string_free (shown, FALSE);
}

static void
assert_diff (const char *old, const char *new, const char *expected)
{
  g_autoptr (GalleyDocument) old_draft = make_draft (old);
  g_autoptr (GalleyDocument) new_draft = make_draft (new);
  g_autoptr (GalleyAlignment) alignment = galley_alignment_new (old_draft, new_draft);
  g_autoptr (GArray) pieces = galley_alignment_compare_all (alignment);
  g_autofree char *shown = show (old, new, pieces);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_pieces (void)
{
  assert_diff ("", "", "");
  assert_diff ("The vote was close.", "The vote was close.", "The vote was close.");
  assert_diff ("The strike killed 11 people.", "The strike killed 12 people.",
               "The strike killed [-11-]{+12+} people.");
  assert_diff ("The bridge is safe.", "The bridge is not safe.", "The bridge is {+not +}safe.");
  assert_diff ("The bridge is not safe.", "The bridge is safe.", "The bridge is [-not -]safe.");
  assert_diff ("They ate in Turkey.", "They ate in turkey.", "They ate in [-Turkey-]{+turkey+}.");
  assert_diff ("The cook, it seems, left.", "The cook it seems left.",
               "The cook[-,-] it seems[-,-] left.");
  assert_diff ("", "New words.", "{+New words.+}");
  assert_diff ("Old words.", "", "[-Old words.-]");
}

static void
test_typesetting_is_no_difference (void)
{
  g_autoptr (GalleyDocument) old = make_draft ("He said \"yes\" -- twice.");
  g_autoptr (GalleyDocument) new = make_draft ("He said “yes” — twice.");
  g_autoptr (GalleyAlignment) alignment = galley_alignment_new (old, new);
  g_autoptr (GArray) pieces = galley_alignment_compare_all (alignment);
  g_autoptr (GArray) ranges = galley_alignment_find_new (alignment);

  g_assert_cmpuint (pieces->len, ==, 1);
  g_assert_cmpint (g_array_index (pieces, GalleyDiffPiece, 0).kind, ==, GALLEY_DIFF_SAME);
  g_assert_cmpuint (ranges->len, ==, 0);
}

static void
test_moved (void)
{
  const char *moved = "The bridge will be three hundred metres long.";
  const char *stays =
      "The state pays half of everything that is built there, and the town pays the "
      "rest of it with a loan.";
  g_autofree char *old = g_strdup_printf ("%s\n\n%s\n", moved, stays);
  g_autofree char *new = g_strdup_printf ("%s\n\n%s\n", stays, moved);
  g_autoptr (GalleyDocument) old_draft = make_draft (old);
  g_autoptr (GalleyDocument) new_draft = make_draft (new);
  g_autoptr (GalleyAlignment) alignment = galley_alignment_new (old_draft, new_draft);
  g_autoptr (GArray) pieces = galley_alignment_compare_all (alignment);
  g_autofree char *shown = show (old, new, pieces);
  g_autoptr (GArray) ranges = galley_alignment_find_new (alignment);

  g_assert_nonnull (strstr (shown, stays));
  g_assert_cmpint (shown[0], ==, '<');
  g_assert_cmpuint (ranges->len, ==, 0);
}

static void
test_new_words (void)
{
  static const char *const text = "The strike killed 12 people. It was late. Nobody saw it at all.";
  g_autoptr (GalleyDocument) old = make_draft ("The strike killed 11 people. Nobody saw it.");
  g_autoptr (GalleyDocument) new = make_draft (text);
  g_autoptr (GalleyAlignment) alignment = galley_alignment_new (old, new);
  g_autoptr (GArray) ranges = galley_alignment_find_new (alignment);
  static const char *const expected[] = { "12", "It was late", "at all" };

  g_assert_cmpuint (ranges->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < ranges->len; i++)
    {
      GalleyRange range = g_array_index (ranges, GalleyRange, i);
      g_autofree char *words = g_strndup (text + range.start, galley_range_length (range));

      g_assert_cmpstr (words, ==, expected[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-diff/pieces", test_pieces);
  g_test_add_func ("/word-diff/typesetting", test_typesetting_is_no_difference);
  g_test_add_func ("/word-diff/moved", test_moved);
  g_test_add_func ("/word-diff/new-words", test_new_words);

  return g_test_run ();
}
