/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-fixture.h"

#include "galley-export.h"
#include "galley-quotations.h"

#include <string.h>

/* The sanitizers make everything many times as slow, and look at the same code either way. */
#ifdef GALLEY_SANITIZED
#define N_OVERLAPPING 1000
#else
#define N_OVERLAPPING 10000
#endif

/* What each layout decides: read in plain text, which says it with the fewest signs. */

static char *
write_text (Fixture *fixture, GalleyLayout layout)
{
  g_autoptr (GalleyReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;

  fixture->options.layout = layout;
  report = fixture_make_report (fixture);
  bytes = galley_export_to_bytes (report, galley_export_find_format ("text"),
                                  /* cancellable= */ NULL, /* error= */ NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The lines under a heading, up to the next one of its kind; "" if there is no such heading. */
static char *
find_section (const char *text, const char *heading)
{
  g_autofree char *start = g_strdup_printf ("\n%s\n---", heading);
  const char *found = strstr (text, start), *end;

  if (found == NULL)
    return g_strdup ("");

  found = strchr (found + strlen (start), '\n');
  end = strstr (found, "\n---");
  if (end == NULL)
    return g_strdup (found);
  while (end > found && *--end != '\n')
    ;
  return g_strndup (found, end - found);
}

static void
assert_section (const char *text, const char *heading, const char *words, gboolean is_there)
{
  g_autofree char *section = find_section (text, heading);

  if ((strstr (section, words) != NULL) != is_there)
    g_error ("“%s” %s under “%s”:\n%s", words, is_there ? "is not" : "is", heading, text);
}

static void
add_claim (Fixture *fixture, const char *words, GalleyClaimFields fields)
{
  fields.range = fixture_find (fixture, words, 1);
  fixture_add_claim (fixture, &fields);
}

static void
make_harbour (Fixture *fixture)
{
  fixture_init (fixture);
  fixture_add_block (fixture, GALLEY_BLOCK_PARAGRAPH, 0,
                     "The port raised its fees by 12 percent on Monday, as it does. Nobody asked.");
  fixture_add_block (fixture, GALLEY_BLOCK_QUOTE, 0, "“We had no choice,”");
  fixture_add_block (fixture, GALLEY_BLOCK_ATTRIBUTION, 0, "The harbour master");
  fixture_add_block (fixture, GALLEY_BLOCK_HEADING, 2, "Background");
  fixture_add_block (fixture, GALLEY_BLOCK_PARAGRAPH, 0, "Fees were frozen in 1998.");
  fixture_add_block (fixture, GALLEY_BLOCK_BOILERPLATE, 0, "Share this story.");
}

static void
test_publication_gives_checked_words_only (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *text = NULL;

  make_harbour (&fixture);
  add_claim (&fixture, "The port raised its fees by 12 percent on Monday",
             (GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED });
  add_claim (&fixture, "12 percent", (GalleyClaimFields){ .status = GALLEY_STATUS_PENDING });
  add_claim (&fixture, "on Monday",
             (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .correction = "on Tuesday" });
  add_claim (&fixture, "Share this story",
             (GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED });
  text = write_text (&fixture, GALLEY_LAYOUT_PUBLICATION);

  assert_section (text, "Verified Facts", "• The port raised its fees by […]", TRUE);
  assert_section (text, "Verified Facts", "12 percent", FALSE);
  assert_section (text, "Verified Facts", "Monday", FALSE);
  assert_section (text, "Unconfirmed", "? 12 percent", TRUE);
  assert_section (text, "Disputed and Corrected", "“on Monday” → “on Tuesday”", TRUE);
  g_assert_null (strstr (text, "as it does"));
  g_assert_null (strstr (text, "Nobody asked"));
  g_assert_null (strstr (text, "Share"));
}

/* Whether quotation marks are of the words or around them shows, also where just they change. */
static void
test_quotations_within_corrections (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *text = NULL;

  make_harbour (&fixture);
  add_claim (
      &fixture, "“We had no choice,”",
      (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .correction = "We had no choice," });
  text = write_text (&fixture, GALLEY_LAYOUT_MEMO);

  g_assert_nonnull (strstr (text, "Correction: ‘“We had no choice,”’ → “We had no choice,”\n"));
}

static void
test_publication_sorts (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *text = NULL;

  make_harbour (&fixture);
  add_claim (&fixture, "Nobody asked.", (GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED });
  add_claim (&fixture, "12 percent",
             (GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED,
                                  .priority = GALLEY_PRIORITY_HIGH,
                                  .sentence = "Fees rose by 12 percent." });
  add_claim (&fixture, "We had no choice",
             (GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED, .category = "quote" });
  add_claim (&fixture, "Fees were frozen in 1998",
             (GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED });
  text = write_text (&fixture, GALLEY_LAYOUT_PUBLICATION);

  assert_section (text, "Key Takeaways", "• Fees rose by 12 percent.", TRUE);
  assert_section (text, "Verified Facts", "• Nobody asked.", TRUE);
  assert_section (text, "Context", "• Fees were frozen in 1998.", TRUE);
  assert_section (text, "Official Statements", "> “We had no choice,”", TRUE);
  assert_section (text, "Official Statements", "The harbour master", TRUE);
  assert_section (text, "About This Check", "4 confirmed", TRUE);
  g_assert_null (strstr (text, "Unconfirmed"));
  g_assert_null (strstr (text, "Disputed and Corrected"));
}

/* A sentence that somebody wrote for a claim says all of it, so it is as doubtful as any part. What
 * stands for words that are left out has signs behind it as a word has. */
static void
test_publication_gives_no_wording_in_doubt (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *text = NULL;

  make_harbour (&fixture);
  add_claim (&fixture, "The port raised its fees by 12 percent on Monday, as it does",
             (GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED,
                                  .sentence = "Fees rose by 12 percent." });
  add_claim (&fixture, "12 percent on Monday",
             (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED });
  text = write_text (&fixture, GALLEY_LAYOUT_PUBLICATION);

  g_assert_null (strstr (text, "Fees rose by 12 percent"));
  assert_section (text, "Verified Facts", "• The port raised its fees by […], as it does.\n", TRUE);
}

/* Nor is one that nobody has judged shown with a verdict. */
static void
test_publication_gives_no_wording_unjudged (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *text = NULL;

  make_harbour (&fixture);
  add_claim (&fixture, "12 percent",
             (GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED,
                                  .sentence = "Fees rose by half.",
                                  .has_new_sentence = TRUE });
  text = write_text (&fixture, GALLEY_LAYOUT_PUBLICATION);

  g_assert_null (strstr (text, "Fees rose by half"));
  assert_section (text, "Verified Facts", "12 percent", TRUE);
}

/* Why the desk has not decided, and what it says in its own words, is not for readers. */
static void
test_publication_keeps_reasons (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *text = NULL;

  make_harbour (&fixture);
  add_claim (&fixture, "12 percent",
             (GalleyClaimFields){ .status = GALLEY_STATUS_PENDING, .reason = "no-source" });
  add_claim (&fixture, "its fees",
             (GalleyClaimFields){ .status = GALLEY_STATUS_PENDING, .reason = "HIDDEN doubt" });
  add_claim (&fixture, "The port",
             (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .reason = "HIDDEN friend" });
  add_claim (&fixture, "on Monday",
             (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .reason = "contradicted" });
  text = write_text (&fixture, GALLEY_LAYOUT_PUBLICATION);

  assert_section (text, "Unconfirmed", "? 12 percent\n", TRUE);
  assert_section (text, "Unconfirmed", "? its fees\n", TRUE);
  assert_section (text, "Disputed and Corrected", "The port\n", TRUE);
  assert_section (text, "Disputed and Corrected", "on Monday – contradicted by a source", TRUE);
  g_assert_null (strstr (text, "HIDDEN"));
}

static GPtrArray *
make_evidence (GalleyTerms terms, const char *title)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);
  GalleySourceFields source = {
    .kind = GALLEY_SOURCE_PERSON,
    .terms = terms,
    .texts = { [GALLEY_SOURCE_TITLE] = title, [GALLEY_SOURCE_ADDRESS] = "mailto:who@example.org" }
  };
  GalleyEvidenceFields fields = { .stance = GALLEY_STANCE_SUPPORTS };
  g_autoptr (GalleySource) made = galley_source_new (title, &source);

  g_ptr_array_add (all, galley_evidence_new ("e", made, &fields));
  return all;
}

static void
test_publication_keeps_terms (void)
{
  static const char *const titles[] = { "Ada", "Ben", "Cem", "Dora" };
  static const char *const words[] = { "The port", "its fees", "12 percent", "as it does" };
  g_auto (Fixture) fixture;
  g_autofree char *text = NULL;

  make_harbour (&fixture);
  for (GalleyTerms terms = 0; terms < GALLEY_N_TERMS; terms++)
    {
      g_autoptr (GPtrArray) evidence = make_evidence (terms, titles[terms]);

      add_claim (&fixture, words[terms],
                 (GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED, .evidence = evidence });
    }
  text = write_text (&fixture, GALLEY_LAYOUT_PUBLICATION);

  assert_section (text, "Sources", "[1] Ada", TRUE);
  assert_section (text, "Sources", "[2] A source that is not named\n", TRUE);
  assert_section (text, "Sources", "[3] A source that is not named\n", TRUE);
  assert_section (text, "Sources", "[4]", FALSE);
  g_assert_null (strstr (text, "who@example.org"));
  for (guint i = GALLEY_TERMS_BACKGROUND; i < G_N_ELEMENTS (titles); i++)
    g_assert_null (strstr (text, titles[i]));
}

/* Readers take a note for what a statement rests on. */
static void
test_publication_rests_on_what_supports (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *text = NULL;
  GalleySourceFields source = { .texts = { [GALLEY_SOURCE_TITLE] = "The ministry" } };
  GalleyEvidenceFields fields = { .stance = GALLEY_STANCE_CONTRADICTS };
  g_autoptr (GalleySource) made = galley_source_new ("s", &source);
  g_autoptr (GPtrArray) evidence = make_evidence (GALLEY_TERMS_ON_RECORD, "Ada");

  g_ptr_array_add (evidence, galley_evidence_new ("c", made, &fields));
  make_harbour (&fixture);
  add_claim (&fixture, "Nobody asked.",
             (GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED, .evidence = evidence });
  text = write_text (&fixture, GALLEY_LAYOUT_PUBLICATION);
  g_assert_nonnull (strstr (text, "• Nobody asked.\302\240[1]\n"));
  g_assert_null (strstr (text, "The ministry"));
  fixture_clear (&fixture);
  g_free (g_steal_pointer (&text));

  make_harbour (&fixture);
  add_claim (&fixture, "Nobody asked.",
             (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .evidence = evidence });
  text = write_text (&fixture, GALLEY_LAYOUT_PUBLICATION);
  g_assert_nonnull (strstr (text, "[2] The ministry\n"));
}

static void
test_memo_ranks (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *text = NULL, *must = NULL;

  make_harbour (&fixture);
  add_claim (&fixture, "The port",
             (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .reason = "wrong" });
  add_claim (&fixture, "its fees",
             (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .reason = "misleading" });
  add_claim (&fixture, "12 percent",
             (GalleyClaimFields){
                 .status = GALLEY_STATUS_DISPUTED, .reason = "misleading", .is_starred = TRUE });
  add_claim (&fixture, "on Monday",
             (GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED,
                                  .reason = "the desk’s own words",
                                  .priority = GALLEY_PRIORITY_HIGH });
  add_claim (&fixture, "as it does",
             (GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED, .correction = "as always" });
  add_claim (&fixture, "Nobody asked", (GalleyClaimFields){ .status = GALLEY_STATUS_PENDING });
  add_claim (&fixture, "no choice", (GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED });
  text = write_text (&fixture, GALLEY_LAYOUT_MEMO);
  must = find_section (text, "Must Fix");

  g_assert_cmpint (strstr (must, "*12 percent*") - must, <, strstr (must, "*on Monday*") - must);
  g_assert_cmpint (strstr (must, "*on Monday*") - must, <, strstr (must, "*The port*") - must);
  assert_section (text, "Must Fix",
                  "Reason: Wrong\nCorrection: No replacement text is proposed yet", TRUE);
  assert_section (text, "Should Fix", "*its fees*", TRUE);
  assert_section (text, "Should Fix", "“as it does” → “as always”", TRUE);
  assert_section (text, "Queries and Open Claims", "*Nobody asked*", TRUE);
  g_assert_null (strstr (text, "*no choice*"));
  g_assert_nonnull (strstr (text, "• 3 passages must be fixed"));
}

/* Who works on a new draft is told of the claims that it has no words for, of what was to be done
 * about them, and on what evidence. */
static void
test_lost_claims_are_told (void)
{
  g_auto (Fixture) fixture;
  GalleyFormer former = { .status = GALLEY_STATUS_DISPUTED,
                          .reason = (char *) "misleading",
                          .correction = (char *) "",
                          .checked_by = (char *) "Ana Ruiz",
                          .checked_at = 1756978200000,
                          .draft_id = (char *) "00000000-0000-4000-8000-000000000001",
                          .quote = (char *) "Eleven ships were turned away" };
  GalleyClaimFields fields = { .range = { 0, 1 },
                               .place = GALLEY_PLACE_LOST,
                               .note = "Asked twice" };
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) evidence = make_evidence (GALLEY_TERMS_CONFIDENTIAL, "Eva Lind");

  fields.former = galley_former_new (&former);
  fields.evidence = evidence;
  g_ptr_array_add (waiting, galley_claim_new ("lost", &fields));
  galley_former_unref (fields.former);
  make_harbour (&fixture);
  for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
    {
      g_autoptr (GalleyReport) report = NULL;
      g_autoptr (GBytes) bytes = NULL;
      gboolean is_archive = layout == GALLEY_LAYOUT_ARCHIVE;
      gboolean is_told = layout == GALLEY_LAYOUT_ANNOTATED || layout == GALLEY_LAYOUT_MEMO ||
                         layout == GALLEY_LAYOUT_LEGAL || is_archive;
      g_autofree char *text = NULL;

      fixture.options.layout = layout;
      report = fixture_make_report (&fixture);
      galley_report_set_waiting (report, waiting);
      bytes = galley_export_to_bytes (report, galley_export_find_format ("text"),
                                      /* cancellable= */ NULL, /* error= */ NULL);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_cmpint (strstr (text,
                               "\n1. Lost\n> Eleven ships were turned away\n\n"
                               "Former verdict: Disputed by Ana Ruiz, 4 Sep 2025, 09:30 UTC\n"
                               "Former reason: Misleading\nFormer correction: Strike these words\n"
                               "Note: Asked twice\nEvidence:\n") != NULL,
                       ==, is_told);
      g_assert_cmpint (strstr (text, "Eva Lind") != NULL, ==, is_archive);
      assert_section (text, "Sources", "[1] Eva Lind", is_archive);
      g_assert_cmpint (strstr (text, "• Supports: Confidential source\n") != NULL, ==,
                       is_told && !is_archive);
      g_assert_cmpint (strstr (text, "• 1 claim is no longer in the text\n") != NULL, ==,
                       layout == GALLEY_LAYOUT_MEMO);
    }
}

/* Where words changed, the claim is open, and what was decided on the words before is told as that,
 * with the correction that was proposed. */
static void
test_former_verdicts_are_told (void)
{
  static const GalleyLayout layouts[] = { GALLEY_LAYOUT_ANNOTATED, GALLEY_LAYOUT_MEMO,
                                          GALLEY_LAYOUT_LEGAL, GALLEY_LAYOUT_ARCHIVE };
  GalleyFormer fields = { .status = GALLEY_STATUS_DISPUTED,
                          .reason = (char *) "wrong",
                          .correction = (char *) "13 percent",
                          .checked_by = (char *) "Ana Ruiz",
                          .checked_at = 1756978200000,
                          .draft_id = (char *) "00000000-0000-4000-8000-000000000001",
                          .quote = (char *) "11 percent" };
  g_autoptr (GalleyFormer) former = galley_former_new (&fields);
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) report = NULL;
  g_autoptr (GBytes) table = NULL;
  g_autofree char *publication = NULL, *csv = NULL;

  make_harbour (&fixture);
  add_claim (
      &fixture, "12 percent",
      (GalleyClaimFields){ .status = GALLEY_STATUS_PENDING, .is_starred = TRUE, .former = former });
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *text = write_text (&fixture, layouts[i]);

      g_assert_nonnull (strstr (text, "\nFormer verdict: Disputed by Ana Ruiz, 4 Sep 2025, 09:30 "
                                      "UTC, on the former words “11 percent”\n"
                                      "Former reason: Wrong\nFormer correction: 13 percent\n"));
    }

  publication = write_text (&fixture, GALLEY_LAYOUT_PUBLICATION);
  g_assert_null (strstr (publication, "13 percent"));
  report = fixture_make_report (&fixture);
  table = galley_export_to_bytes (report, galley_export_find_format ("csv"),
                                  /* cancellable= */ NULL, /* error= */ NULL);
  csv = g_strndup (g_bytes_get_data (table, NULL), g_bytes_get_size (table));
  g_assert_nonnull (strstr (csv, "\"former: disputed: wrong, by Ana Ruiz, 2025-09-04T09:30:00Z, on "
                                 "“11 percent”, correction: 13 percent\""));
}

static void
test_empty_layouts_say_so (void)
{
  g_auto (Fixture) fixture;

  make_harbour (&fixture);
  for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
    {
      g_autofree char *text = write_text (&fixture, layout);
      gboolean is_list = layout == GALLEY_LAYOUT_MEMO || layout == GALLEY_LAYOUT_LEGAL ||
                         layout == GALLEY_LAYOUT_QUERIES || layout == GALLEY_LAYOUT_CALL_SHEET;

      g_assert_cmpint (strstr (text, "Nothing is") != NULL || strstr (text, "No passage") != NULL ||
                           strstr (text, "No source has") != NULL,
                       ==, is_list);
      g_assert_true (g_str_has_suffix (text, "\n"));
    }
}

static void
test_call_sheet_reads_no_quote_back (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GPtrArray) evidence = make_evidence (GALLEY_TERMS_ON_RECORD, "Ada");
  g_autofree char *text = NULL;

  make_harbour (&fixture);
  add_claim (&fixture, "12 percent",
             (GalleyClaimFields){ .status = GALLEY_STATUS_PENDING, .evidence = evidence });
  add_claim (&fixture, "We had no choice",
             (GalleyClaimFields){
                 .status = GALLEY_STATUS_PENDING, .category = "quote", .evidence = evidence });
  add_claim (&fixture, "Nobody asked",
             (GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED, .evidence = evidence });
  text = write_text (&fixture, GALLEY_LAYOUT_CALL_SHEET);

  assert_section (text, "Ada", "About: 12 percent", TRUE);
  g_assert_null (strstr (text, "no choice"));
  g_assert_null (strstr (text, "Nobody asked"));
}

/* Nothing that is written may grow with the square of the claims, however they overlap. */
static void
test_quotations_are_left_out (void)
{
  static const struct
  {
    const char *words;
    const char *rest; /* (nullable) */
  } cases[] = {
    { "Fees rose by 12 percent.", "Fees rose by 12 percent." },
    { "The mayor said “never again” on Monday.", "The mayor said […] on Monday." },
    { "He said “never", "He said […]" },
    { "again,” he said. “Never”", "[…] he said. […]" },
    { "Sie sagte „nie wieder“ und ging.", "Sie sagte […] und ging." },
    { "Il dit «\302\240jamais\302\240» deux fois", "Il dit […] deux fois" },
    { "He said \"never\" and \"again\".", "He said […] and […]." },
    { "It’s the port’s fee.", "It’s the port’s fee." },
    { "He said “she told «never» me” once.", "He said […] once." },
    { "He said “it is a \"no\" to that” once.", "He said […] once." },
    { "He said “she “never” would” once.", "He said […] once." },
    { "Han sade ”aldrig mer” i dag.", "Han sade […] i dag." },
    { "Er sagte »nie« und »nimmer« dazu.", "Er sagte […] und […] dazu." },
    { "“Never,”", NULL },
    { "“Never,” “again” …", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rest = galley_quotations_leave_out (cases[i].words);

      g_assert_cmpstr (rest, ==, cases[i].rest);
    }
}

/* A source is asked neither with its own words nor with anybody else's. */
static void
test_call_sheet_leaves_quotations_out (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *text = NULL;
  GalleySourceFields person = { .kind = GALLEY_SOURCE_PERSON,
                                .texts = { [GALLEY_SOURCE_TITLE] = "The harbour master" } };
  g_autoptr (GalleySource) source = galley_source_new ("s", &person);
  g_autoptr (GPtrArray) evidence =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);

  make_harbour (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0,
                     "He said “nobody likes it” in the spring.");
  g_ptr_array_add (evidence, galley_evidence_new ("e", source, &(GalleyEvidenceFields){ 0 }));
  add_claim (&fixture, "He said “nobody likes it” in the spring",
             (GalleyClaimFields){ .status = GALLEY_STATUS_PENDING, .evidence = evidence });
  add_claim (&fixture, "We had no choice",
             (GalleyClaimFields){ .status = GALLEY_STATUS_PENDING, .evidence = evidence });
  add_claim (&fixture, "Fees were frozen in 1998",
             (GalleyClaimFields){ .status = GALLEY_STATUS_PENDING, .evidence = evidence });
  text = write_text (&fixture, GALLEY_LAYOUT_CALL_SHEET);

  assert_section (text, "The harbour master", "About: He said […] in the spring", TRUE);
  assert_section (text, "The harbour master", "About: Fees were frozen in 1998", TRUE);
  g_assert_null (strstr (text, "nobody likes"));
  g_assert_null (strstr (text, "no choice"));
}

static void
test_many_overlapping_claims (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *words = g_strnfill (2 * N_OVERLAPPING, 'w');

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, words);
  for (guint i = 0; i < N_OVERLAPPING; i++)
    {
      GalleyClaimFields fields = { .range = { i, 2 * N_OVERLAPPING - i / 2 },
                                   .status = i % GALLEY_N_STATUSES,
                                   .correction = "word",
                                   .is_starred = TRUE };

      fixture_add_claim (&fixture, &fields);
    }
  for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
    {
      g_autoptr (GalleyReport) report = NULL;

      fixture.options.layout = layout;
      report = fixture_make_report (&fixture);
      for (guint i = 0; i < galley_export_get_n_formats (); i++)
        {
          const GalleyExportFormat *format = galley_export_get_format (i);
          g_autoptr (GBytes) bytes = NULL;

          /* As pages it is thousands of them; see test-pages.c. */
          if (!galley_export_has_layout (format, layout) ||
              !g_str_has_prefix (format->media_type, "text/"))
            continue;
          bytes =
              galley_export_to_bytes (report, format, /* cancellable= */ NULL, /* error= */ NULL);
          g_assert_cmpuint (g_bytes_get_size (bytes), <, 60 * 1000 * 1000);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/layouts/publication/checked-words-only",
                   test_publication_gives_checked_words_only);
  g_test_add_func ("/export/layouts/former-verdicts", test_former_verdicts_are_told);
  g_test_add_func ("/export/layouts/quoted-corrections", test_quotations_within_corrections);
  g_test_add_func ("/export/layouts/publication/sorts", test_publication_sorts);
  g_test_add_func ("/export/layouts/publication/wording",
                   test_publication_gives_no_wording_in_doubt);
  g_test_add_func ("/export/layouts/publication/wording-unjudged",
                   test_publication_gives_no_wording_unjudged);
  g_test_add_func ("/export/layouts/publication/reasons", test_publication_keeps_reasons);
  g_test_add_func ("/export/layouts/publication/terms", test_publication_keeps_terms);
  g_test_add_func ("/export/layouts/publication/support", test_publication_rests_on_what_supports);
  g_test_add_func ("/export/layouts/memo/ranks", test_memo_ranks);
  g_test_add_func ("/export/layouts/quotations", test_quotations_are_left_out);
  g_test_add_func ("/export/layouts/call-sheet/quotations", test_call_sheet_leaves_quotations_out);
  g_test_add_func ("/export/layouts/lost-claims", test_lost_claims_are_told);
  g_test_add_func ("/export/layouts/empty", test_empty_layouts_say_so);
  g_test_add_func ("/export/layouts/call-sheet", test_call_sheet_reads_no_quote_back);
  g_test_add_func ("/export/layouts/many-overlapping-claims", test_many_overlapping_claims);

  return g_test_run ();
}
