/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-fixture.h"

#include "galley-copy-builder.h"
#include "galley-export.h"

#include <string.h>

/* What readers must not learn: who spoke in confidence, and what the desk says among itself. */

static char *
write_as (Fixture *fixture, const char *format, GalleyLayout layout)
{
  g_autoptr (GalleyReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  fixture->options.layout = layout;
  fixture->options.publisher_name = "The Desk";
  fixture->options.publisher_address = "https://desk.example";
  report = fixture_make_report (fixture);
  bytes = galley_export_to_bytes (report, galley_export_find_format (format),
                                  /* cancellable= */ NULL, &error);
  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Adds a claim of @words, which @speaker said and @title, the source, supports. */
static void
add_said (Fixture *fixture,
          const char *words,
          const char *speaker,
          const char *title,
          GalleyTerms terms,
          const char *pseudonym)
{
  GalleySourceFields source = {
    .kind = GALLEY_SOURCE_PERSON,
    .terms = terms,
    .texts = { [GALLEY_SOURCE_TITLE] = title, [GALLEY_SOURCE_PSEUDONYM] = pseudonym }
  };
  GalleyEvidenceFields fields = { .stance = GALLEY_STANCE_SUPPORTS };
  g_autoptr (GPtrArray) evidence =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);
  GalleyClaimFields claim = { .range = fixture_find (fixture, words, 1),
                              .status = GALLEY_STATUS_CONFIRMED,
                              .speaker = speaker,
                              .is_starred = TRUE,
                              .is_publishable = TRUE,
                              .evidence = evidence };

  if (title != NULL)
    {
      g_autoptr (GalleySource) made = galley_source_new (words, &source);

      g_ptr_array_add (evidence, galley_evidence_new (words, made, &fields));
    }
  fixture_add_claim (fixture, &claim);
}

static guint
count (const char *text, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (text, words, /* max_tokens= */ -1);

  return g_strv_length (parts) - 1;
}

static void
make_gates (Fixture *fixture)
{
  fixture_init (fixture);
  fixture_add_block (fixture, GALLEY_BLOCK_PARAGRAPH, 0,
                     "The gates stayed shut. Nobody was told. The dam is old. It will be mended.");
}

/* The speaker of what a source said in confidence is that source. */
static void
test_speaker_is_masked (void)
{
  static const struct
  {
    const char *format;
    GalleyLayout layout;
  } outs[] = {
    { "text", GALLEY_LAYOUT_ANNOTATED },
    { "text", GALLEY_LAYOUT_LEGAL },
    { "html", GALLEY_LAYOUT_ANNOTATED },
    { "text", GALLEY_LAYOUT_PUBLICATION },
    { "claimreview", 0 },
    { "annotations", 0 },
    { "csv", 0 },
  };
  g_auto (Fixture) fixture;
  g_autofree char *named = NULL, *archive = NULL;

  make_gates (&fixture);
  add_said (&fixture, "The gates stayed shut", "Eva Lind, engineer", "Eva Lind",
            GALLEY_TERMS_CONFIDENTIAL, "Source 7");
  add_said (&fixture, "Nobody was told", "EVA  LIND", NULL, 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (outs); i++)
    {
      g_autofree char *out = write_as (&fixture, outs[i].format, outs[i].layout);

      g_assert_null (strstr (out, "Lind"));
      g_assert_null (strstr (out, "LIND"));
      if (outs[i].layout == GALLEY_LAYOUT_LEGAL)
        g_assert_nonnull (strstr (out, "Speaker: Source 7\n"));
      if (outs[i].layout == GALLEY_LAYOUT_PUBLICATION)
        g_assert_nonnull (strstr (out, "\nSource 7\302\240[1]\n"));
    }

  archive = write_as (&fixture, "text", GALLEY_LAYOUT_ARCHIVE);
  g_assert_nonnull (strstr (archive, "Speaker: Eva Lind, engineer\n"));
  fixture.options.show_confidential = TRUE;
  named = write_as (&fixture, "text", GALLEY_LAYOUT_ANNOTATED);
  g_assert_nonnull (strstr (named, "Speaker: EVA  LIND\n"));
}

/* Who is named in the article as a speaker is not hidden, which would tell the rest of it; nor does
 * a pseudonym stand for somebody whom the article names elsewhere. */
static void
test_speaker_in_the_article (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *annotated = NULL, *publication = NULL;

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, "“The dam is old,” said Eva Lind.");
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0,
                     "An engineer said the gates stayed shut.");
  fixture_add_block (&fixture, GALLEY_BLOCK_QUOTE, 0, "It will be mended");
  fixture_add_block (&fixture, GALLEY_BLOCK_ATTRIBUTION, 0, "Eva Lind, engineer");
  add_said (&fixture, "The dam is old", "Eva Lind", NULL, 0, NULL);
  add_said (&fixture, "the gates stayed shut", "Eva Lind", "Eva Lind", GALLEY_TERMS_CONFIDENTIAL,
            "Source 7");
  add_said (&fixture, "It will be mended", "Eva Lind", NULL, 0, NULL);
  annotated = write_as (&fixture, "text", GALLEY_LAYOUT_LEGAL);
  publication = write_as (&fixture, "text", GALLEY_LAYOUT_PUBLICATION);

  g_assert_cmpuint (count (annotated, "Speaker: Eva Lind\n"), ==, 2);
  g_assert_cmpuint (count (annotated, "Speaker: "), ==, 2);
  g_assert_cmpuint (count (publication, "\nEva Lind\n"), ==, 2);
  g_assert_nonnull (strstr (publication, "\nA source that is not named\302\240[1]\n"));
}

/* A short name is in the letters of many words, which name nobody. */
static void
test_letters_are_no_name (void)
{
  static const char *const names[] = { "Ina Li", "Lee", "O Hi" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (Fixture) fixture;
      g_autofree char *legal = NULL, *publication = NULL, *reviews = NULL;

      fixture_init (&fixture);
      fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0,
                         "People in Ohio asleep in a line of cars woke up. Nobody hit.");
      add_said (&fixture, "woke up", names[i], names[i], GALLEY_TERMS_CONFIDENTIAL, "Source 7");
      legal = write_as (&fixture, "text", GALLEY_LAYOUT_LEGAL);
      publication = write_as (&fixture, "text", GALLEY_LAYOUT_PUBLICATION);
      reviews = write_as (&fixture, "claimreview", 0);

      g_assert_null (strstr (legal, names[i]));
      g_assert_null (strstr (publication, names[i]));
      g_assert_null (strstr (reviews, names[i]));
    }
}

/* Nor is a name another one for what stands before it, unless that one is on record. */
static void
test_name_among_words (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *legal = NULL, *publication = NULL;

  make_gates (&fixture);
  add_said (&fixture, "The gates stayed shut", "Dr. Eva Lind", "Eva Lind",
            GALLEY_TERMS_CONFIDENTIAL, "Source 7");
  add_said (&fixture, "Nobody was told", "The engineer Eva Lind (retired)", NULL, 0, NULL);
  add_said (&fixture, "The dam is old", "Old Eva Lind", "Old Eva Lind", GALLEY_TERMS_ON_RECORD,
            NULL);
  legal = write_as (&fixture, "text", GALLEY_LAYOUT_LEGAL);
  publication = write_as (&fixture, "text", GALLEY_LAYOUT_PUBLICATION);

  g_assert_cmpuint (count (legal, "Speaker: Source 7\n"), ==, 2);
  g_assert_cmpuint (count (legal, "Speaker: Old Eva Lind\n"), ==, 1);
  g_assert_null (strstr (legal, "Dr."));
  g_assert_null (strstr (publication, "retired"));
  g_assert_cmpuint (count (publication, "\nSource 7"), ==, 2);
}

/* On other terms the desk may read the name, and readers may not. */
static void
test_speaker_on_background (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *annotated = NULL, *publication = NULL, *reviews = NULL;

  make_gates (&fixture);
  add_said (&fixture, "The gates stayed shut", "Eva Lind", "Eva Lind", GALLEY_TERMS_BACKGROUND,
            NULL);
  fixture.options.show_confidential = TRUE;
  annotated = write_as (&fixture, "text", GALLEY_LAYOUT_ANNOTATED);
  reviews = write_as (&fixture, "claimreview", 0);
  publication = write_as (&fixture, "text", GALLEY_LAYOUT_PUBLICATION);

  g_assert_nonnull (strstr (annotated, "Speaker: Eva Lind\n"));
  g_assert_null (strstr (publication, "Lind"));
  g_assert_nonnull (strstr (publication, "\nA source that is not named\302\240[1]\n"));
  g_assert_null (strstr (reviews, "Lind"));
  g_assert_nonnull (strstr (reviews, "The gates stayed shut"));
  g_assert_null (strstr (reviews, "\"Person\""));
}

/* Who spoke for everybody to hear is named, also if they spoke in confidence elsewhere. */
static void
test_speaker_on_record (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *publication = NULL, *reviews = NULL;

  make_gates (&fixture);
  add_said (&fixture, "The gates stayed shut", "Eva Lind", "Eva Lind", GALLEY_TERMS_CONFIDENTIAL,
            NULL);
  add_said (&fixture, "The dam is old", "Eva Lind", "Eva Lind", GALLEY_TERMS_ON_RECORD, NULL);
  add_said (&fixture, "It will be mended", "Bo Ek", NULL, 0, NULL);
  publication = write_as (&fixture, "text", GALLEY_LAYOUT_PUBLICATION);
  reviews = write_as (&fixture, "claimreview", 0);

  g_assert_nonnull (strstr (publication, "> The gates stayed shut.\n\nA source that is not named"));
  g_assert_nonnull (strstr (publication, "> The dam is old.\n\nEva Lind\302\240[2]\n"));
  g_assert_nonnull (strstr (publication, "> It will be mended.\n\nBo Ek\n"));
  g_assert_nonnull (strstr (reviews, "\"name\":\"Bo Ek\""));
}

/* A fact check explains as much as a publication does: its reasons are those that everybody has. */
static void
test_reviews_keep_reasons (void)
{
  static const struct
  {
    const char *words;
    GalleyClaimFields fields;
    const char *explanation; /* (nullable) */
  } claims[] = {
    { "The gates",
      { .status = GALLEY_STATUS_DISPUTED, .reason = "HIDDEN friend", .correction = "Two gates" },
      "Correction: Two gates" },
    { "stayed shut", { .status = GALLEY_STATUS_DISPUTED, .reason = "HIDDEN aide" }, NULL },
    { "Nobody",
      { .status = GALLEY_STATUS_DISPUTED, .reason = "misquoted", .correction = "Few" },
      "not what was said; correction: Few" },
    { "was told",
      { .status = GALLEY_STATUS_DISPUTED, .reason = "unsupported", .correction = "" },
      "not supported by any source" },
    { "The dam is old",
      { .status = GALLEY_STATUS_CONFIRMED, .reason = "HIDDEN", .correction = "HIDDEN too" },
      NULL },
  };
  g_auto (Fixture) fixture;
  g_autofree char *reviews = NULL;
  g_auto (GStrv) lines = NULL;

  make_gates (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      GalleyClaimFields fields = claims[i].fields;

      fields.range = fixture_find (&fixture, claims[i].words, 1);
      fields.is_publishable = TRUE;
      fields.note = "HIDDEN note";
      fixture_add_claim (&fixture, &fields);
    }
  reviews = write_as (&fixture, "claimreview", 0);
  lines = g_strsplit (reviews, "\n", /* max_tokens= */ -1);

  g_assert_null (strstr (reviews, "HIDDEN"));
  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      const char *member = "\"ratingExplanation\":\"", *found = strstr (lines[i + 1], member);
      g_autofree char *end = g_strdup_printf ("%s\"}", claims[i].explanation);

      g_assert_cmpint (found != NULL, ==, claims[i].explanation != NULL);
      if (found != NULL)
        g_assert_true (g_str_has_prefix (found + strlen (member), end));
    }
}

/* Writers and sources are asked, and not told how a claim stands: no format has it to show. */
static void
test_asked_learn_no_verdict (void)
{
  static const GalleyLayout layouts[] = { GALLEY_LAYOUT_QUERIES, GALLEY_LAYOUT_CALL_SHEET };
  GalleySourceFields source = { .texts = { [GALLEY_SOURCE_TITLE] = "Bo Ek" } };
  g_autoptr (GalleySource) made = galley_source_new ("s", &source);
  GalleyQueryFields questions[] = {
    { .addressee = GALLEY_ADDRESSEE_WRITER, .question = "Which gates?" },
    { .addressee = GALLEY_ADDRESSEE_SOURCE, .source = made, .question = "Which gates?" },
  };
  g_autoptr (GPtrArray) queries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_query_unref);
  GalleyClaimFields claim = { .status = GALLEY_STATUS_DISPUTED, .queries = queries };
  g_auto (Fixture) fixture;

  make_gates (&fixture);
  claim.range = fixture_find (&fixture, "The gates", 1);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    g_ptr_array_add (queries, galley_query_new ("q", "c", &questions[i]));
  fixture_add_claim (&fixture, &claim);

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autoptr (GalleyReport) report = NULL;
      g_autoptr (GalleyCopy) copy = NULL;
      const GalleyCopyElement *elements;
      guint n_elements, n_entries = 0;

      fixture.options.layout = layouts[i];
      report = fixture_make_report (&fixture);
      copy = galley_copy_set (report);
      elements = galley_copy_get_elements (copy, &n_elements);
      for (guint j = 0; j < n_elements; j++)
        {
          n_entries +=
              elements[j].kind == GALLEY_COPY_BEGIN && elements[j].part == GALLEY_COPY_ENTRY;
          g_assert_cmpint (elements[j].claim, ==, -1);
          for (guint k = 0; k < elements[j].n_runs; k++)
            {
              g_assert_cmpint (elements[j].runs[k].status, ==, -1);
              g_assert_null (elements[j].runs[k].span);
            }
        }
      g_assert_cmpuint (n_entries, >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/unnamed/speaker", test_speaker_is_masked);
  g_test_add_func ("/export/unnamed/in-the-article", test_speaker_in_the_article);
  g_test_add_func ("/export/unnamed/letters", test_letters_are_no_name);
  g_test_add_func ("/export/unnamed/among-words", test_name_among_words);
  g_test_add_func ("/export/unnamed/background", test_speaker_on_background);
  g_test_add_func ("/export/unnamed/on-record", test_speaker_on_record);
  g_test_add_func ("/export/unnamed/reasons", test_reviews_keep_reasons);
  g_test_add_func ("/export/unnamed/asked", test_asked_learn_no_verdict);

  return g_test_run ();
}
