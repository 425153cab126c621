/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-fixture.h"

#include "galley-annotation.h"
#include "galley-annotations-reader.h"
#include "galley-export.h"
#include "galley-validation.h"

#include <string.h>

/* A claim that has no words in the draft, and what was asked about it, in what goes out. */

#define DRAFT "00000000-0000-4000-8000-000000000001"
#define CLAIM "00000000-0000-4000-8000-000000000002"

typedef struct
{
  Fixture fixture;
  GPtrArray *waiting;
} Waiting;

static void
add_query (GPtrArray *queries, const char *id, GalleyAddressee addressee, const char *question)
{
  GalleyQueryFields fields = {
    .addressee = addressee, .question = question, .asked_by = "Ana", .asked_at = 1756978200000
  };

  g_ptr_array_add (queries, galley_query_new (id, CLAIM, &fields));
}

static GPtrArray *
make_evidence (void)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);
  static const char *const titles[] = { "Eva Lind", "Ida Berg" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GalleySourceFields fields = { .kind = GALLEY_SOURCE_PERSON,
                                    .terms = GALLEY_TERMS_CONFIDENTIAL,
                                    .texts[GALLEY_SOURCE_TITLE] = titles[i] };
      GalleyEvidenceFields use = { .stance = GALLEY_STANCE_SUPPORTS };
      g_autoptr (GalleySource) source = galley_source_new (titles[i], &fields);

      g_ptr_array_add (evidence, galley_evidence_new (titles[i], source, &use));
    }
  return evidence;
}

static void
set_up (Waiting *f, gconstpointer data)
{
  g_autoptr (GPtrArray) queries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_query_unref);
  g_autoptr (GPtrArray) evidence = make_evidence ();
  GalleyFormer former = { .status = GALLEY_STATUS_CONFIRMED,
                          .checked_by = (char *) "Ana",
                          .checked_at = 1756978200000,
                          .draft_id = (char *) DRAFT,
                          .range = { 40, 64 },
                          .quote = (char *) "=Eleven ships, “it” said" };
  GalleyClaimFields fields = { .range = { 40, 64 },
                               .place = GALLEY_PLACE_LOST,
                               .speaker = "Eva Lind",
                               .checked_by = "Ana",
                               .checked_at = 1756978200000,
                               .queries = queries,
                               .evidence = evidence };

  fixture_init (&f->fixture);
  fixture_add_block (&f->fixture, GALLEY_BLOCK_PARAGRAPH, 0, "Nobody asked.");
  fixture_add_plain_claim (&f->fixture, 0, 6, GALLEY_STATUS_CONFIRMED);
  add_query (queries, "00000000-0000-4000-8000-00000000000a", GALLEY_ADDRESSEE_WRITER, "Who?");
  add_query (queries, "00000000-0000-4000-8000-00000000000b", GALLEY_ADDRESSEE_SOURCE, "When?");
  fields.former = galley_former_new (&former);
  f->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (f->waiting, galley_claim_new (CLAIM, &fields));
  galley_former_unref (fields.former);
}

static void
tear_down (Waiting *f, gconstpointer data)
{
  fixture_clear (&f->fixture);
  g_ptr_array_unref (f->waiting);
}

static GBytes *export(Waiting *f, const char *format, GalleyLayout layout)
{
  g_autoptr (GalleyReport) report = NULL;
  GError *error = NULL;
  GBytes *bytes;

  f->fixture.options.layout = layout;
  report = fixture_make_report (&f->fixture);
  galley_report_set_waiting (report, f->waiting);
  bytes = galley_export_to_bytes (report, galley_export_find_format (format), NULL, &error);
  g_assert_no_error (error);

  return bytes;
}

static char *
write_text (Waiting *f, const char *format, GalleyLayout layout)
{
  g_autoptr (GBytes) bytes = export(f, format, layout);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_queries (Waiting *f, gconstpointer data)
{
  g_autofree char *text = write_text (f, "text", GALLEY_LAYOUT_QUERIES);

  g_assert_nonnull (strstr (text, "• 1 query is open\n"));
  g_assert_nonnull (strstr (text, "Query 1\n> =Eleven ships, “it” said\nNo Longer in the Text\n"));
  g_assert_nonnull (strstr (text, "Question: Who?\n"));
  g_assert_null (strstr (text, "When?"));
}

/* Who said the words is not known where they are gone, so they are not read to anybody. */
static void
test_call_sheet (Waiting *f, gconstpointer data)
{
  g_autofree char *text = write_text (f, "text", GALLEY_LAYOUT_CALL_SHEET);

  g_assert_nonnull (strstr (text, "• 1 source to ask\n"));
  g_assert_nonnull (
      strstr (text, "Question: When?\nAbout: Words that are no longer in the text\n"));
  g_assert_null (strstr (text, "ships"));
  g_assert_null (strstr (text, "Lind"));
}

/* What people did not come to is told by the words that it had, not by how it was judged. */
static void
test_minutes (Waiting *f, gconstpointer data)
{
  g_autoptr (GalleyReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  f->fixture.options.layout = GALLEY_LAYOUT_MINUTES;
  report = fixture_make_report (&f->fixture);
  galley_report_set_waiting (report, f->waiting);
  g_ptr_array_add (galley_report_get_session (report)->points,
                   galley_point_new_claim (GALLEY_TOPIC_PENDING, CLAIM));
  bytes = galley_export_to_bytes (report, galley_export_find_format ("text"), NULL, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_nonnull (strstr (text, "• A claim that has no words in the article any more"
                                  " – Former words: =Eleven ships, “it” said\n"));
}

/* The last row. Its words are not the draft's, and no cell says that they are. */
static void
test_table (Waiting *f, gconstpointer data)
{
  g_autofree char *text = write_text (f, "csv", GALLEY_LAYOUT_ANNOTATED);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4); /* with the empty one behind the last end */
  g_assert_cmpstr (lines[2], ==,
                   CLAIM ",A title," DRAFT ",,,\"'=Eleven ships, “it” said\",,pending,"
                         "\"lost\nformer: confirmed, by Ana, 2025-09-04T09:30:00Z,"
                         " on “=Eleven ships, “it” said”\",,,,"
                         "\"supports: Confidential source\nsupports: Confidential source\",2,,"
                         "\"Who?\nWhen?\",,,,,,,,");
}

static void
test_annotations (Waiting *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = export(f, "annotations", GALLEY_LAYOUT_ANNOTATED);
  GError *error = NULL;
  g_autoptr (GPtrArray) findings =
      galley_validation_run (bytes, /* text= */ NULL, /* page_address= */ NULL, &error);
  g_autoptr (GPtrArray) annotations = galley_annotations_read (bytes, &error);
  GalleyAnnotation *lost;
  GalleyAnnotationTarget *target;

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpuint (annotations->len, ==, 2);
  lost = g_ptr_array_index (annotations, 1);
  g_assert_true (lost->is_ours);
  g_assert_true (galley_annotation_is_id (lost, CLAIM));
  g_assert_cmpint (lost->status, ==, GALLEY_STATUS_PENDING);
  g_assert_null (lost->reason);
  g_assert_cmpuint (lost->queries->len, ==, 2);
  g_assert_cmpuint (lost->remarks->len, ==, 1);
  g_assert_cmpstr (
      g_ptr_array_index (lost->remarks, 0), ==,
      "former: confirmed, by Ana, 2025-09-04T09:30:00Z, on “=Eleven ships, “it” said”");
  target = &g_array_index (lost->targets, GalleyAnnotationTarget, 0);
  g_assert_cmpstr (target->exact, ==, "=Eleven ships, “it” said");
  g_assert_true (target->has_position);
  g_assert_cmpuint (target->position.start, ==, 40);
  g_assert_null (target->text_sha256);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Waiting, NULL, set_up, func, tear_down)
  ADD ("/export/waiting/queries", test_queries);
  ADD ("/export/waiting/call-sheet", test_call_sheet);
  ADD ("/export/waiting/minutes", test_minutes);
  ADD ("/export/waiting/table", test_table);
  ADD ("/export/waiting/annotations", test_annotations);
#undef ADD

  return g_test_run ();
}
