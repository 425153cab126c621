/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drafts.h"
#include "galley-placement.h"
#include "galley-word-diff.h"

/* Drafts that a careless search would look through again and again. With each a search that is not
 * in proportion to them would not end before the tests are stopped. */

/* Sanitizers make everything slower, and see as much in less of it. */
#ifdef GALLEY_SANITIZED
#define SCALE 10
#else
#define SCALE 1
#endif

#define N_CLAIMS (10000 / SCALE)

static GString *
repeat (const char *piece, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);

  return text;
}

/* Claims of @length characters each, spread evenly. */
static GArray *
spread_claims (guint n_characters, guint length)
{
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (GalleyRange));

  for (guint i = 0; i < N_CLAIMS; i++)
    {
      guint start = (guint64) i * (n_characters - length) / N_CLAIMS;
      GalleyRange claim = { start, start + length };

      g_array_append_val (claims, claim);
    }

  return claims;
}

/* How many claims have each class. */
static void
place (const GString *old,
       const GString *new,
       guint length,
       guint out_n[GALLEY_N_PLACEMENT_CLASSES])
{
  g_autoptr (GalleyDocument) old_draft = make_draft (old->str);
  g_autoptr (GalleyDocument) new_draft = make_draft (new->str);
  g_autoptr (GalleyAlignment) alignment = galley_alignment_new (old_draft, new_draft);
  g_autoptr (GArray) claims = spread_claims (g_utf8_strlen (old->str, old->len), length);
  g_autoptr (GArray) placements = galley_alignment_place (
      alignment, (const GalleyRange *) (gpointer) claims->data, claims->len);
  g_autoptr (GArray) pieces = galley_alignment_compare_all (alignment);

  g_assert_nonnull (pieces);
  memset (out_n, 0, GALLEY_N_PLACEMENT_CLASSES * sizeof *out_n);
  for (guint i = 0; i < placements->len; i++)
    out_n[g_array_index (placements, GalleyPlacement, i).placement]++;
}

static void
test_one_word (void)
{
  g_autoptr (GString) old = repeat ("a", 1000 * 1000 / SCALE),
                      new = repeat ("a", 999 * 1000 / SCALE);
  guint n[GALLEY_N_PLACEMENT_CLASSES];

  place (old, new, 50, n);
  g_assert_cmpuint (n[GALLEY_PLACEMENT_EXACT] + n[GALLEY_PLACEMENT_MOVED], ==, 0);
}

static void
test_one_line (void)
{
  const char *line = "The same line again and again, said the man.\n";
  g_autoptr (GString) old = repeat (line, 50000 / SCALE), new = repeat (line, 49000 / SCALE);
  guint n[GALLEY_N_PLACEMENT_CLASSES];

  /* Nobody can say which of the lines are gone. */
  place (old, new, 44, n);
  g_assert_cmpuint (n[GALLEY_PLACEMENT_MOVED], ==, 0);

  place (old, old, 44, n);
  g_assert_cmpuint (n[GALLEY_PLACEMENT_EXACT], ==, N_CLAIMS);
}

static void
test_one_sentence (void)
{
  g_autoptr (GString) old = repeat ("word ", 200000 / SCALE),
                      new = repeat ("word ", 150000 / SCALE);
  guint n[GALLEY_N_PLACEMENT_CLASSES];

  g_string_append (new, "other word word");
  place (old, new, 24, n);
  g_assert_cmpuint (n[GALLEY_PLACEMENT_MOVED], ==, 0);
}

static void
test_no_spaces (void)
{
  g_autoptr (GString) old = repeat ("他们昨天在北京见面了。", 30000 / SCALE);
  g_autoptr (GString) new = repeat ("他们昨天在上海见面了。", 30000 / SCALE);
  guint n[GALLEY_N_PLACEMENT_CLASSES];

  place (old, new, 11, n);
  g_assert_cmpuint (n[GALLEY_PLACEMENT_EXACT] + n[GALLEY_PLACEMENT_MOVED], ==, 0);
}

static void
test_signs (void)
{
  g_autoptr (GString) old = repeat ("!? ", 300000 / SCALE), new = repeat ("?! ", 300000 / SCALE);
  guint n[GALLEY_N_PLACEMENT_CLASSES];

  place (old, new, 10, n);
  g_assert_cmpuint (n[GALLEY_PLACEMENT_LOST], ==, N_CLAIMS);
}

static void
test_backwards (void)
{
  g_autoptr (GString) old = g_string_new (NULL), new = g_string_new (NULL);
  guint n[GALLEY_N_PLACEMENT_CLASSES];

  for (guint i = 0; i < 100000 / SCALE; i++)
    {
      g_string_append_printf (old, "w%u ", i);
      g_string_append_printf (new, "w%u ", 100000 / SCALE - 1 - i);
    }
  place (old, new, 60, n);
  g_assert_cmpuint (n[GALLEY_PLACEMENT_EXACT] + n[GALLEY_PLACEMENT_MOVED], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hostile/one-word", test_one_word);
  g_test_add_func ("/hostile/one-line", test_one_line);
  g_test_add_func ("/hostile/one-sentence", test_one_sentence);
  g_test_add_func ("/hostile/no-spaces", test_no_spaces);
  g_test_add_func ("/hostile/signs", test_signs);
  g_test_add_func ("/hostile/backwards", test_backwards);

  return g_test_run ();
}
