/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-fixture.h"

#include "galley-excerpt.h"
#include "galley-export.h"

#include <string.h>

/* The sanitizers make everything many times as slow, and look at the same code either way. */
#ifdef GALLEY_SANITIZED
#define N_OVERLAPPING 1000
#else
#define N_OVERLAPPING 10000
#endif

static void
test_is_frozen (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) report = NULL;
  g_autoptr (GalleyClaim) changed = NULL;
  GalleyClaimFields before = { .range = { 0, 3 }, .note = "before" };
  GalleyClaimFields after = { .range = { 4, 6 }, .note = "after" };
  GalleyClaim *copy;

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, "The dyke.");
  fixture_add_claim (&fixture, &before);
  report = fixture_make_report (&fixture);

  after.status = GALLEY_STATUS_DISPUTED;
  changed = galley_claim_new ("x", &after);
  galley_claim_assign (g_ptr_array_index (fixture.claims, 0), changed);

  copy = g_ptr_array_index (galley_report_get_claims (report), 0);
  g_assert_cmpstr (galley_claim_get_note (copy), ==, "before");
  g_assert_cmpint (galley_claim_get_status (copy), ==, GALLEY_STATUS_PENDING);
  g_assert_cmpuint (galley_claim_get_range (copy).start, ==, 0);
  g_assert_cmpuint (galley_report_get_n_with_status (report, GALLEY_STATUS_PENDING), ==, 1);
}

static gpointer
make_report_cb (gpointer parts)
{
  GalleyReportOptions options = { .publisher_name = "The Desk" };

  return galley_report_new_from_parts (parts, &options);
}

/* What was kept of a check becomes a report later, in a thread, whatever has become of the check.
 */
static void
test_parts_are_kept (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) earlier = NULL, report = NULL;
  g_autoptr (GalleyClaim) claim = NULL, changed = NULL;
  g_autoptr (GalleyClaimList) claims = NULL;
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GalleyReportParts) parts = NULL;
  GalleyClaimFields before = { .range = { 0, 3 }, .note = "before" };
  GalleyClaimFields after = { .range = { 4, 6 }, .note = "after" };
  GalleyClaim *copy;

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, "The dyke.");
  earlier = fixture_make_report (&fixture);
  claim = galley_claim_new ("x", &before);
  g_ptr_array_add (made, g_object_ref (claim));
  claims = galley_claim_list_new (made);
  parts = galley_report_parts_new (galley_report_get_article (earlier),
                                   galley_report_get_document (earlier), claims, NULL);
  changed = galley_claim_new ("x", &after);
  g_assert_true (galley_claim_assign (claim, changed));
  report = g_thread_join (g_thread_new ("report", make_report_cb, parts));
  g_clear_pointer (&parts, galley_report_parts_free);

  copy = g_ptr_array_index (galley_report_get_claims (report), 0);
  g_assert_cmpstr (galley_claim_get_note (copy), ==, "before");
  g_assert_cmpuint (galley_claim_get_range (copy).start, ==, 0);
  g_assert_cmpstr (galley_report_get_options (report)->publisher_name, ==, "The Desk");
}

static void
test_places (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) report = NULL;
  static const FixtureBlock blocks[] = {
    { GALLEY_BLOCK_TITLE, 0, "Title" },       { GALLEY_BLOCK_PARAGRAPH, 0, "One é two" },
    { GALLEY_BLOCK_HEADING, 2, "Facts" },     { GALLEY_BLOCK_PARAGRAPH, 0, "three" },
    { GALLEY_BLOCK_BOILERPLATE, 0, "Share" },
  };
  static const struct
  {
    const char *words;
    const char *section;
    gint block;
  } expected[] = {
    { "é two", NULL, 1 },
    { "Facts", "Facts", 2 },
    { "three", "Facts", 3 },
    { "Share", "Facts", 4 },
  };

  fixture_init (&fixture);
  fixture_add_blocks (&fixture, blocks, G_N_ELEMENTS (blocks));
  for (guint i = G_N_ELEMENTS (expected); i-- > 0;)
    {
      GalleyRange range = fixture_find (&fixture, expected[i].words, 1);

      fixture_add_plain_claim (&fixture, range.start, range.end, i % GALLEY_N_STATUSES);
    }
  report = fixture_make_report (&fixture);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *quote = galley_report_dup_claim_quote (report, i);
      g_autofree char *section = galley_report_dup_claim_section (report, i);

      g_assert_cmpstr (quote, ==, expected[i].words);
      g_assert_cmpstr (section, ==, expected[i].section);
      g_assert_cmpint (galley_report_get_claim_block (report, i), ==, expected[i].block);
    }
  g_assert_true (galley_report_includes_block (report, 3));
  g_assert_false (galley_report_includes_block (report, 4));
}

static void
test_coverage (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) report = NULL;
  guint n_characters, n_covered;

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_HEADING, 2, "not counted");
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, "Né 42! ab cd.");
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, "xyz");
  fixture_add_plain_claim (&fixture, fixture_find (&fixture, "é 42", 1).start,
                           fixture_find (&fixture, "42!", 1).end, GALLEY_STATUS_PENDING);
  fixture_add_plain_claim (&fixture, fixture_find (&fixture, "42", 1).start,
                           fixture_find (&fixture, "42", 1).end, GALLEY_STATUS_CONFIRMED);
  fixture_add_plain_claim (&fixture, 0, 11, GALLEY_STATUS_CONFIRMED);
  fixture_add_dismissal (&fixture, fixture_find (&fixture, "xyz", 1), GALLEY_DISMISSAL_OPINION);
  report = fixture_make_report (&fixture);

  galley_report_get_coverage (report, &n_characters, &n_covered);
  g_assert_cmpuint (n_characters, ==, 11);
  g_assert_cmpuint (n_covered, ==, 6);
}

static void
test_time_of_export (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) report = NULL;
  gint64 before = g_get_real_time () / 1000, found;

  fixture_init (&fixture);
  fixture.options.exported_at = 0;
  report = fixture_make_report (&fixture);
  found = galley_report_get_options (report)->exported_at;
  g_assert_cmpint (found, >=, before);
  g_assert_cmpint (found, <=, g_get_real_time () / 1000);
}

static void
test_formats (void)
{
  g_assert_cmpuint (galley_export_get_n_formats (), >=, 3);
  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);

      g_assert_true (galley_export_find_format (format->nick) == format);
      g_assert_cmpstr (format->label, !=, "");
      g_assert_cmpstr (format->purpose, !=, "");
      g_assert_cmpint (format->extension[0], !=, '.');
      g_assert_nonnull (strchr (format->media_type, '/'));
    }
  g_assert_null (galley_export_find_format ("pdf2"));
  g_assert_null (galley_export_find_format (NULL));
}

static void
test_excerpts (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) report = NULL;
  g_autofree char *words = g_strnfill (1001, 'w'), *expected = NULL, *longest = NULL,
                  *long_one = NULL;

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, words);
  fixture_add_plain_claim (&fixture, 0, 1001, GALLEY_STATUS_PENDING);
  fixture_add_plain_claim (&fixture, 1, 1001, GALLEY_STATUS_PENDING);
  report = fixture_make_report (&fixture);

  expected = g_strdup_printf ("%.600s […] %.200s", words, words);
  longest = galley_report_dup_claim_excerpt (report, 0);
  long_one = galley_report_dup_claim_excerpt (report, 1);
  g_assert_cmpstr (longest, ==, expected);
  g_assert_cmpstr (long_one, ==, words + 1);
}

/* Half a word reads like another one: "not|withstanding". */
static void
test_excerpts_of_whole_words (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GalleyText) text = NULL;
  g_autofree char *excerpt = NULL;
  g_auto (GStrv) parts = NULL;
  guint length;

  while (words->len < 3000)
    g_string_append (words, "notwithstanding ");
  text = galley_text_new (words->str, words->len);
  length = galley_text_get_length (text);
  for (guint i = 0; i < 20; i++)
    {
      guint end = galley_excerpt_find_end (text, 1500 + i, 1400);
      guint start = galley_excerpt_find_start (text, 1500 + i, 1600);

      g_assert_cmpuint (end % 16, ==, 15);
      g_assert_cmpuint (end, <=, 1500 + i);
      g_assert_cmpuint (start % 16, ==, 0);
      g_assert_cmpuint (start, >=, 1500 + i);
    }
  g_assert_cmpuint (galley_excerpt_find_end (text, length, 0), ==, length);
  g_assert_cmpuint (galley_excerpt_find_start (text, 0, length), ==, 0);

  excerpt = galley_excerpt_take (text, (GalleyRange){ 0, length - 1 });
  parts = g_strsplit (excerpt, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    g_assert_true (g_str_equal (parts[i], "[…]") || g_str_equal (parts[i], "notwithstanding"));
}

/* 3,000 claims, each of which lies within all those before it. Naming every claim
 * around every word, or quoting each in full, would fill a gigabyte. */
static void
test_deepest_nesting_stays_small (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) report = NULL;

  fixture_init (&fixture);
  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *words = g_strnfill (500, 'a' + i % 26);

      fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, words);
    }
  for (guint i = 0; i < 3000; i++)
    fixture_add_plain_claim (&fixture, i, fixture.length - i, i % GALLEY_N_STATUSES);
  report = fixture_make_report (&fixture);

  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);
      g_autoptr (GBytes) bytes = NULL;

      /* What is for machines is exact, whatever that costs. */
      if (g_str_equal (format->nick, "csv") || g_str_equal (format->nick, "annotations"))
        continue;
      bytes = galley_export_to_bytes (report, format, /* cancellable= */ NULL, /* error= */ NULL);
      g_assert_cmpuint (g_bytes_get_size (bytes), <, 40 * 1000 * 1000);
    }
}

/* Claims on the same words, each a bit further on than the one before, many of them with a
 * correction: every format has all of them. */
static void
test_many_overlap (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) report = NULL;
  g_autofree char *words = g_strnfill (20000, 'w');

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, words);
  for (guint i = 0; i < N_OVERLAPPING; i++)
    {
      GalleyClaimFields fields = {
        .range = { i, i + 100 + i % 7 },
        .status = GALLEY_STATUS_DISPUTED,
        .correction = i % 3 == 0 ? "x" : NULL,
        .is_publishable = TRUE,
      };

      fixture_add_claim (&fixture, &fields);
    }
  report = fixture_make_report (&fixture);

  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes =
          galley_export_to_bytes (report, format, /* cancellable= */ NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), <, 60 * 1000 * 1000);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 10000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/report/is-frozen", test_is_frozen);
  g_test_add_func ("/export/report/parts", test_parts_are_kept);
  g_test_add_func ("/export/report/places", test_places);
  g_test_add_func ("/export/report/coverage", test_coverage);
  g_test_add_func ("/export/report/time-of-export", test_time_of_export);
  g_test_add_func ("/export/report/formats", test_formats);

  g_test_add_func ("/export/report/excerpts", test_excerpts);
  g_test_add_func ("/export/report/excerpts-of-whole-words", test_excerpts_of_whole_words);
  g_test_add_func ("/export/report/many-overlap", test_many_overlap);
  g_test_add_func ("/export/report/deepest-nesting", test_deepest_nesting_stays_small);

  return g_test_run ();
}
