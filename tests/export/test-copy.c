/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-fixture.h"

#include "galley-copy-builder.h"
#include "galley-when.h"

/* "Eleven people died." with claims on "Eleven people" and "people died". */
static GalleyReport *
make_report (void)
{
  g_auto (Fixture) fixture;
  GalleyLink link = { .target = (char *) "https://example.org/a b" };

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, "Eleven people died.");
  fixture_add_plain_claim (&fixture, 0, 13, GALLEY_STATUS_CONFIRMED);
  fixture_add_plain_claim (&fixture, 7, 18, GALLEY_STATUS_DISPUTED);
  link.range = fixture_find (&fixture, "died", 1);
  g_array_append_val (fixture.links, link);

  return fixture_make_report (&fixture);
}

static void
check_run (const GalleyCopyRun *run, const char *text, GalleyCopyMarks marks)
{
  g_assert_cmpstr (run->text, ==, text);
  g_assert_cmpuint (run->length_bytes, ==, strlen (text));
  g_assert_cmpuint (run->marks, ==, marks);
}

static void
check_claims (const GalleyCopyRun *run, guint n_claims, guint n_starting, guint n_ending)
{
  g_assert_nonnull (run->span);
  g_assert_cmpuint (run->span->n_claims, ==, n_claims);
  g_assert_cmpuint (run->span->n_starting, ==, n_starting);
  g_assert_cmpuint (run->span->n_ending, ==, n_ending);
}

static void
test_words_in_place (void)
{
  g_autoptr (GalleyReport) report = make_report ();
  g_autoptr (GalleyCopy) copy = galley_copy_new (report);
  const GalleyCopyElement *elements;
  const GalleyCopyRun *runs;
  guint n_elements, n_pieces;

  galley_copy_add (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_PLAIN);
  galley_copy_set_block (copy, 0);
  galley_copy_add_piece (copy, galley_spans_get_pieces (galley_copy_get_spans (copy), &n_pieces));
  galley_copy_finish (copy);

  elements = galley_copy_get_elements (copy, &n_elements);
  g_assert_cmpuint (n_elements, ==, 1);
  g_assert_cmpint (elements[0].block, ==, 0);
  g_assert_cmpuint (elements[0].n_runs, ==, 7);
  runs = elements[0].runs;

  check_run (&runs[0], "Eleven ", GALLEY_COPY_OF_ARTICLE);
  check_claims (&runs[0], 1, 1, 0);
  check_run (&runs[1], "people", GALLEY_COPY_OF_ARTICLE);
  check_claims (&runs[1], 2, 1, 1);
  g_assert_cmpuint (runs[1].span->claims[0], ==, 0);
  g_assert_cmpuint (runs[1].span->claims[1], ==, 1);
  check_run (&runs[2], "✓\302\2401", GALLEY_COPY_BADGE);
  g_assert_null (runs[2].span);
  g_assert_cmpint (runs[2].status, ==, GALLEY_STATUS_CONFIRMED);
  g_assert_cmpuint (runs[2].target, ==, GALLEY_COPY_CLAIM);
  g_assert_cmpuint (runs[2].number, ==, 1);
  check_run (&runs[3], " ", GALLEY_COPY_OF_ARTICLE);
  check_run (&runs[4], "died", GALLEY_COPY_OF_ARTICLE);
  g_assert_cmpstr (runs[4].href, ==, "https://example.org/a%20b");
  check_claims (&runs[4], 1, 0, 1);
  g_assert_cmpuint (runs[4].span->claims[0], ==, 1);
  check_run (&runs[5], "✗\302\2402", GALLEY_COPY_BADGE);
  check_run (&runs[6], ".", GALLEY_COPY_OF_ARTICLE);
  check_claims (&runs[6], 0, 0, 0);
}

static void
test_parts (void)
{
  g_autoptr (GalleyReport) report = make_report ();
  g_autoptr (GalleyCopy) copy = galley_copy_new (report);
  const GalleyCopyElement *elements;
  guint n_elements;

  galley_copy_begin (copy, GALLEY_COPY_SECTION);
  galley_copy_add_heading (copy, 2);
  galley_copy_add_text (copy, "Claims", /* marks= */ 0);
  galley_copy_begin_entry (copy, GALLEY_COPY_CLAIM, 2, /* claim= */ 1);
  galley_copy_say_fact (copy, "Note", "note", "So it is.");
  galley_copy_end (copy);
  galley_copy_end (copy);
  galley_copy_finish (copy);

  elements = galley_copy_get_elements (copy, &n_elements);
  g_assert_cmpuint (n_elements, ==, 6);
  g_assert_cmpuint (elements[0].kind, ==, GALLEY_COPY_BEGIN);
  g_assert_cmpuint (elements[0].part, ==, GALLEY_COPY_SECTION);
  g_assert_cmpuint (elements[1].level, ==, 2);
  g_assert_cmpuint (elements[2].part, ==, GALLEY_COPY_ENTRY);
  g_assert_cmpuint (elements[2].target, ==, GALLEY_COPY_CLAIM);
  g_assert_cmpuint (elements[2].number, ==, 2);
  g_assert_cmpint (elements[2].claim, ==, 1);
  g_assert_cmpstr (elements[3].label, ==, "Note");
  g_assert_cmpstr (elements[3].nick, ==, "note");
  check_run (elements[3].runs, "So it is.", GALLEY_COPY_FOREIGN);
  g_assert_cmpuint (elements[4].kind, ==, GALLEY_COPY_END);
  g_assert_cmpuint (elements[4].part, ==, GALLEY_COPY_ENTRY);
  g_assert_cmpuint (elements[5].part, ==, GALLEY_COPY_SECTION);
}

static void
test_words (void)
{
  g_autoptr (GalleyReport) report = make_report ();
  g_autoptr (GalleyCopy) copy = galley_copy_new (report);
  const GalleyCopyElement *elements;
  g_autofree char *text = NULL;
  guint n_elements;

  galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_LEGEND, "");
  galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_LEGEND, NULL);
  galley_copy_say_fact (copy, "Nothing", "nothing", NULL);
  galley_copy_add (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_DETAIL);
  galley_copy_add_range (copy, (GalleyRange){ 0, 6 }, GALLEY_COPY_DELETED);
  galley_copy_add_text (copy, "", GALLEY_COPY_STRONG);
  galley_copy_add_reference (copy, "[1]", GALLEY_COPY_STRONG, GALLEY_COPY_NOTE, 1);
  galley_copy_add_address (copy, "javascript:alert(1)");
  galley_copy_add_address (copy, "https://example.org/");
  galley_copy_add_time (copy, 0);
  galley_copy_add_time (copy, G_GINT64_CONSTANT (1756978200) * 1000);
  galley_copy_add_status (copy, "pending", /* marks= */ 0, GALLEY_STATUS_PENDING);
  galley_copy_set_label (copy, "Correction");
  galley_copy_finish (copy);

  elements = galley_copy_get_elements (copy, &n_elements);
  g_assert_cmpuint (n_elements, ==, 1);
  g_assert_cmpuint (elements[0].n_runs, ==, 6);
  check_run (&elements[0].runs[0], "Eleven", GALLEY_COPY_DELETED | GALLEY_COPY_OF_ARTICLE);
  g_assert_null (elements[0].runs[0].span);
  check_run (&elements[0].runs[1], "[1]", GALLEY_COPY_STRONG);
  g_assert_cmpuint (elements[0].runs[1].target, ==, GALLEY_COPY_NOTE);
  g_assert_null (elements[0].runs[2].href);
  g_assert_cmpstr (elements[0].runs[3].href, ==, "https://example.org/");
  check_run (&elements[0].runs[4], "4 Sep 2025, 09:30 UTC", GALLEY_COPY_TIME);
  g_assert_cmpstr (elements[0].runs[4].iso, ==, "2025-09-04T09:30:00Z");
  g_assert_cmpint (elements[0].runs[4].status, ==, -1);
  check_run (&elements[0].runs[5], "pending", /* marks= */ 0);
  g_assert_cmpint (elements[0].runs[5].status, ==, GALLEY_STATUS_PENDING);
  g_assert_cmpstr (elements[0].label, ==, "Correction");

  text = galley_copy_dup_text (&elements[0]);
  g_assert_cmpstr (text, ==,
                   "Eleven[1]javascript:alert(1)https://example.org/4 Sep 2025, 09:30 UTCpending");
}

/* Times are told where the program runs, and days as days. */
static void
test_moments (void)
{
  static const struct
  {
    const char *zone;
    gint64 seconds;
    const char *words;
  } cases[] = {
    { "UTC", 0, NULL },
    { "UTC", 1756978200, "4 Sep 2025, 09:30 UTC" },
    { "CET-1CEST,M3.5.0,M10.5.0", 1756978200, "4 Sep 2025, 11:30 CEST" },
    { "CET-1CEST,M3.5.0,M10.5.0", 1735689599, "1 Jan 2025, 00:59 CET" },
    { "CET-1CEST,M3.5.0,M10.5.0", 1756944000, "4 Sep 2025" }, /* midnight in UTC */
    { "CET-1CEST,M3.5.0,M10.5.0", 1756936800, "4 Sep 2025" }, /* midnight there */
    { "EST5EDT,M3.2.0,M11.1.0", 1756944000, "4 Sep 2025" },
    { "EST5EDT,M3.2.0,M11.1.0", 1756944001, "3 Sep 2025, 20:00 EDT" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;

      g_setenv ("TZ", cases[i].zone, TRUE);
      words = galley_when_format (cases[i].seconds * 1000);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_setenv ("TZ", "UTC", TRUE);
}

/* What grows while a copy is made must not leave what was added before behind. */
static void
test_many (void)
{
  g_autoptr (GalleyReport) report = make_report ();
  g_autoptr (GalleyCopy) copy = galley_copy_new (report);
  const GalleyCopyElement *elements;
  guint n_elements;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      galley_copy_add_item (copy, 1, GALLEY_COPY_COUNT);
      galley_copy_add_text (copy, number, /* marks= */ 0);
      galley_copy_add_badge (copy, i % 2, GALLEY_COPY_SIGN);
    }
  galley_copy_finish (copy);

  elements = galley_copy_get_elements (copy, &n_elements);
  g_assert_cmpuint (n_elements, ==, 5000);
  for (guint i = 0; i < n_elements; i++)
    {
      g_assert_cmpuint (elements[i].n_runs, ==, 2);
      g_assert_cmpuint (g_ascii_strtoull (elements[i].runs[0].text, NULL, 10), ==, i);
      check_run (&elements[i].runs[1], i % 2 == 0 ? "✓" : "✗", GALLEY_COPY_BADGE);
    }
}

static void
test_nicks (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = GALLEY_COPY_PLAIN + 1; i < GALLEY_N_COPY_ROLES; i++)
    g_assert_true (g_hash_table_add (seen, (char *) galley_copy_role_to_nick (i)));
  g_assert_null (galley_copy_role_to_nick (GALLEY_COPY_PLAIN));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/copy/words-in-place", test_words_in_place);
  g_test_add_func ("/export/copy/parts", test_parts);
  g_test_add_func ("/export/copy/words", test_words);
  g_test_add_func ("/export/copy/moments", test_moments);
  g_test_add_func ("/export/copy/many", test_many);
  g_test_add_func ("/export/copy/nicks", test_nicks);

  return g_test_run ();
}
