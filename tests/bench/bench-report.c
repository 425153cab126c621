/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-library.h"

#include "galley-export.h"
#include "galley-report-maker.h"

#include <glib/gstdio.h>
#include <time.h>

/*
 * What the window is held up by while an article of 10,000 claims goes out, each with three pieces
 * of evidence and half of them with a query: the longest time that the main loop spends in one go,
 * of the processor's time of its own thread. It may be no longer than a frame. The best of five
 * runs.
 */

#define N_CLAIMS 10000
#define N_EVIDENCE 3
#define BOUND_MS 16.

typedef struct
{
  BenchLibrary *library;
  GalleyDesk *desk;
  GalleyCheck *check;
  const GalleyExportFormat *format;
  GFile *file;
  gboolean is_over;
} Run;

static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static void
add_record (GalleyClaim *claim, guint i)
{
  GalleySourceFields source = {
    .kind = GALLEY_SOURCE_PERSON,
    .texts = { [GALLEY_SOURCE_TITLE] = "Water office, letter to the council",
               [GALLEY_SOURCE_ADDRESS] = "https://example.org/letters?id=1&page=2" },
    .terms = i % 10 == 0 ? GALLEY_TERMS_CONFIDENTIAL : GALLEY_TERMS_ON_RECORD,
  };
  GalleyEvidenceFields evidence = { .passage = "The dyke was measured in 1998.",
                                    .locator = "p. 4",
                                    .consulted_at = 1756978200000 };
  GalleyQueryFields query = { .question = "Who measured it last?" };
  g_autoptr (GPtrArray) all =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);
  g_autoptr (GPtrArray) queries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_query_unref);
  g_autoptr (GalleyClaim) changed = NULL;
  GalleyClaimFields fields;

  for (guint j = 0; j < N_EVIDENCE; j++)
    {
      g_autofree char *id = g_strdup_printf ("%u", (i + j) % 500);
      g_autoptr (GalleySource) made = galley_source_new (id, &source);

      g_ptr_array_add (all, galley_evidence_new ("e", made, &evidence));
    }
  if (i % 2 == 0)
    g_ptr_array_add (queries, galley_query_new ("q", "c", &query));
  galley_claim_get_fields (claim, &fields);
  fields.note = "Asked the office by telephone.";
  fields.evidence = all;
  fields.queries = queries;
  changed = galley_claim_new (galley_claim_get_id (claim), &fields);
  galley_claim_assign (claim, changed);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (galley_export_to_file_finish (result, &error));
  run->is_over = TRUE;
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyReport) report = galley_report_maker_make_finish (result, &error);

  g_assert_no_error (error);
  galley_export_to_file_async (report, run->format, run->file, /* cancellable= */ NULL, written_cb,
                               run);
}

static double
measure (Run *run, GalleyLayout layout)
{
  GalleyReportOptions options = { .layout = layout };
  double longest = 0, start = now_ms ();

  run->is_over = FALSE;
  galley_report_maker_make_async (run->desk, run->check, &options, /* session_id= */ NULL,
                                  /* cancellable= */ NULL, made_cb, run);
  longest = now_ms () - start;
  while (!run->is_over || g_main_context_pending (NULL))
    {
      start = now_ms ();
      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, now_ms () - start);
    }

  return longest;
}

int
main (int argc, char **argv)
{
  static const GalleyLayout layouts[] = { GALLEY_LAYOUT_ANNOTATED, GALLEY_LAYOUT_ARCHIVE };
  Run run = { .format = galley_export_find_format ("html") };
  g_autofree char *path = NULL;

  run.library = bench_library_new (1, N_CLAIMS);
  run.desk = galley_desk_open (run.library->path, "Bench", /* cancellable= */ NULL, NULL);
  run.check = galley_desk_load (run.desk, run.library->article_id, /* cancellable= */ NULL, NULL);
  for (guint i = 0; i < N_CLAIMS; i++)
    add_record (galley_claim_list_peek (galley_check_get_claims (run.check), i), i);
  path = g_build_filename (run.library->folder, "report.html", NULL);
  run.file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      double longest = G_MAXDOUBLE;

      for (guint j = 0; j < 5; j++)
        longest = MIN (longest, measure (&run, layouts[i]));
      g_print ("%-10s longest hold-up %.1f ms, %.2f of the bound\n",
               galley_layout_to_nick (layouts[i]), longest, longest / BOUND_MS);
    }

  g_remove (path);
  g_object_unref (run.file);
  g_object_unref (run.check);
  g_object_unref (run.desk);
  bench_library_free (run.library);

  return 0;
}
