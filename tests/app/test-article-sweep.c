/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-sweep.h"

#define LENGTH 400

static GalleyClaimList *
make_claims (guint n_claims)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_claims; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      guint start = g_test_rand_int_range (0, LENGTH - 1);
      GalleyClaimFields fields = {
        .range = { start, g_test_rand_int_range (start + 1, MIN (start + 60, LENGTH) + 1) },
        .status = i % GALLEY_N_STATUSES,
      };

      g_ptr_array_add (claims, galley_claim_new (id, &fields));
    }

  return galley_claim_list_new (claims);
}

/* What a reader expects of one character, found the slow way. */
static GalleyArticleSegment
look_at (GalleyClaimList *claims, guint offset)
{
  GalleyArticleSegment expected = { .status = GALLEY_STATUS_CONFIRMED };

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      GalleyRange range = galley_claim_get_range (claim);

      if (offset < range.start || offset >= range.end)
        continue;
      expected.depth++;
      if (galley_claim_get_status (claim) == GALLEY_STATUS_DISPUTED ||
          (galley_claim_get_status (claim) == GALLEY_STATUS_PENDING &&
           expected.status == GALLEY_STATUS_CONFIRMED))
        expected.status = galley_claim_get_status (claim);
    }

  return expected;
}

static void
check_sweep (GalleyClaimList *claims, GalleyRange within)
{
  g_autoptr (GArray) segments = galley_article_sweep (claims, within);
  guint at = within.start;

  for (guint i = 0; i < segments->len; i++)
    {
      GalleyArticleSegment segment = g_array_index (segments, GalleyArticleSegment, i);

      g_assert_cmpuint (segment.range.start, >=, at);
      g_assert_cmpuint (segment.range.start, <, segment.range.end);
      for (; at < segment.range.start; at++)
        g_assert_cmpuint (look_at (claims, at).depth, ==, 0);
      for (; at < segment.range.end; at++)
        {
          g_assert_cmpuint (look_at (claims, at).depth, ==, segment.depth);
          g_assert_cmpint (look_at (claims, at).status, ==, segment.status);
        }
    }
  for (; at < within.end; at++)
    g_assert_cmpuint (look_at (claims, at).depth, ==, 0);
}

static void
test_agrees_with_every_character (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GalleyClaimList) claims = make_claims (round * 3);

      check_sweep (claims, (GalleyRange){ 0, LENGTH });
      check_sweep (claims, (GalleyRange){ 50, 51 });
      check_sweep (claims, (GalleyRange){ 100, 250 });
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article-sweep/agrees-with-every-character", test_agrees_with_every_character);

  return g_test_run ();
}
