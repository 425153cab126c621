/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-fixture.h"

#include "galley-span.h"

/* What a span has to say, by looking at every claim. */
static void
check_span (GalleyReport *report, const GalleySpan *span)
{
  GPtrArray *claims = galley_report_get_claims (report);
  guint n_covering = 0, statuses = 0;
  g_autoptr (GArray) covering = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < claims->len; i++)
    {
      GalleyRange range = galley_claim_get_range (g_ptr_array_index (claims, i));

      if (!galley_range_overlaps (range, span->range))
        continue;
      g_assert_true (galley_range_contains (range, span->range));
      g_array_append_val (covering, i);
      statuses |= 1u << galley_claim_get_status (g_ptr_array_index (claims, i));
      n_covering++;
    }

  g_assert_cmpuint (span->n_claims + span->n_more, ==, n_covering);
  g_assert_cmpuint (span->n_claims, ==, MIN (n_covering, GALLEY_SPAN_MAX_CLAIMS));
  g_assert_cmpuint (span->statuses, ==, statuses);
  for (guint i = 0; i < span->n_claims; i++)
    g_assert_cmpuint (span->claims[i], ==, g_array_index (covering, guint, span->n_more + i));
}

/* Walks the whole report and returns how often each claim began and ended. */
static void
check_report (GalleyReport *report, gboolean cut_cells)
{
  g_autoptr (GalleySpans) spans = galley_spans_new (report, cut_cells);
  guint n_claims = galley_report_get_claims (report)->len, n_pieces;
  const GalleyPiece *pieces = galley_spans_get_pieces (spans, &n_pieces);
  g_autofree guint *n_started = g_new0 (guint, n_claims + 1);
  g_autofree guint *n_ended = g_new0 (guint, n_claims + 1);

  for (guint i = 0; i < n_pieces; i++)
    {
      guint at = pieces[i].range.start;
      GalleySpan span;

      while (galley_spans_next (spans, pieces[i].range, &span))
        {
          g_assert_cmpuint (span.range.start, ==, at);
          g_assert_cmpuint (span.range.end, >, at);
          at = span.range.end;
          check_span (report, &span);
          for (guint j = 0; j < span.n_starting; j++)
            g_assert_cmpuint (n_started[span.starting[j]]++, ==, 0);
          for (guint j = 0; j < span.n_ending; j++)
            g_assert_cmpuint (n_ended[span.ending[j]]++, <, n_started[span.ending[j]]);
        }
      g_assert_cmpuint (at, ==, pieces[i].range.end);
    }

  for (guint i = 0; i < n_claims; i++)
    {
      g_assert_cmpuint (n_started[i], ==, galley_spans_is_written (spans, i));
      g_assert_cmpuint (n_ended[i], ==, n_started[i]);
    }
}

static void
add_random_blocks (Fixture *fixture, GRand *random, guint n_blocks)
{
  for (guint i = 0; i < n_blocks; i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      guint length = g_rand_int_range (random, 1, 20);

      for (guint j = 0; j < length; j++)
        g_string_append_unichar (words, "aé\tb "[0] + g_rand_int_range (random, 0, 20));
      for (guint j = 0; j < length / 4; j++)
        g_string_append_c (words, g_rand_int_range (random, 0, 3) == 0 ? '\t' : 'x');
      fixture_add_block (fixture, g_rand_int_range (random, 0, GALLEY_N_BLOCK_ROLES),
                         g_rand_int_range (random, 0, 4), words->str);
    }
}

static void
test_any_claims (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20250903);

  for (guint round = 0; round < 300; round++)
    {
      g_auto (Fixture) fixture;
      g_autoptr (GalleyReport) report = NULL;
      guint length, n_claims = g_rand_int_range (random, 0, 40);

      fixture_init (&fixture);
      add_random_blocks (&fixture, random, g_rand_int_range (random, 1, 12));
      length = fixture.length;
      for (guint i = 0; i < n_claims; i++)
        {
          guint start = g_rand_int_range (random, 0, length);
          guint end = g_rand_int_range (random, start + 1, length + 1);

          fixture_add_plain_claim (&fixture, start, end, i % GALLEY_N_STATUSES);
        }
      report = fixture_make_report (&fixture);
      check_report (report, /* cut_cells= */ round % 2 == 0);
    }
}

static void
test_deep_nesting_names_the_innermost (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) report = NULL;
  g_autofree char *words = g_strnfill (1000, 'a');

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, words);
  for (guint i = 0; i < 300; i++)
    fixture_add_plain_claim (&fixture, i, 1000 - i, i % GALLEY_N_STATUSES);
  for (guint i = 0; i < 100; i++)
    fixture_add_plain_claim (&fixture, 500, 510, GALLEY_STATUS_PENDING);
  report = fixture_make_report (&fixture);
  check_report (report, /* cut_cells= */ FALSE);
}

static void
test_links_cut (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) report = NULL;
  g_autoptr (GalleySpans) spans = NULL;
  GalleyLink first = { .range = { 2, 6 }, .target = (char *) "https://example.org/1" };
  GalleyLink second = { .range = { 4, 8 }, .target = (char *) "https://example.org/2" };
  static const guint ends[] = { 2, 3, 6, 7, 8, 10 };
  GalleySpan span;

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, "0123456789");
  g_array_append_val (fixture.links, first);
  g_array_append_val (fixture.links, second);
  fixture_add_plain_claim (&fixture, 3, 7, GALLEY_STATUS_PENDING);
  report = fixture_make_report (&fixture);
  spans = galley_spans_new (report, /* cut_cells= */ FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_assert_true (galley_spans_next (spans, (GalleyRange){ 0, 10 }, &span));
      g_assert_cmpuint (span.range.end, ==, ends[i]);
      g_assert_cmpint (span.link != NULL, ==, ends[i] > 2 && ends[i] < 10);
    }
  g_assert_false (galley_spans_next (spans, (GalleyRange){ 0, 10 }, &span));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/span/any-claims", test_any_claims);
  g_test_add_func ("/export/span/deep-nesting", test_deep_nesting_names_the_innermost);
  g_test_add_func ("/export/span/links-cut", test_links_cut);

  return g_test_run ();
}
