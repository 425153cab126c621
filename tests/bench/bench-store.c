/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a verdict costs, from the call to the answer in the main loop, beside a bare one-row SQLite
 * transaction with the same settings on the same file system; a bulk action beside one verdict; and
 * how fast the whole journal folds anew. */

#include "bench-bare.h"

#include "galley-desk.h"
#include "galley-document-builder.h"
#include "galley-library.h"
#include "galley-verbs.h"

#include <stdlib.h>

#define N_CLAIMS 10000
#define N_BULK 1000
#define N_ROUNDS 300

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
median (double *values, guint n_values)
{
  qsort (values, n_values, sizeof *values, compare_doubles);
  return values[n_values / 2];
}

static double
elapsed_ms (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1000.0;
}

static double
measure_bare (const char *folder)
{
  g_autoptr (BenchBare) bare = bench_bare_new (folder);
  double times[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    times[i] = bench_bare_run (bare);

  return median (times, N_ROUNDS);
}

/* A megabyte of sentences, each to be one claim. */
static GalleyDocument *
make_document (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static ("bench", 5);

  for (guint i = 0; i < N_CLAIMS; i++)
    {
      g_autofree char *sentence = g_strdup_printf (
          "The committee’s report number %u found that emissions in coastal regions were lower.",
          i);
      guint start = galley_document_builder_append (builder, sentence);

      galley_document_builder_add_block (
          builder, GALLEY_BLOCK_PARAGRAPH, 0,
          (GalleyRange){ start, galley_document_builder_get_length (builder) });
      galley_document_builder_append (builder, "\n\n");
    }

  return galley_document_builder_finish (builder, original, "text/plain");
}

static void
mark_all (GalleyDesk *desk, GalleyCheck *check)
{
  g_autoptr (GArray) suggestions = galley_check_get_suggestions (check);
  g_autofree GalleyMark *marks = g_new0 (GalleyMark, suggestions->len);
  g_autoptr (GalleyAction) action = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  for (guint i = 0; i < suggestions->len; i++)
    marks[i].range = g_array_index (suggestions, GalleyRange, i);
  start = g_get_monotonic_time ();
  action = galley_verb_mark (galley_article_get_id (galley_check_get_article (check)),
                             galley_check_get_document (check), marks, suggestions->len);
  outcome = galley_desk_perform (desk, action, NULL, &error);
  g_assert_no_error (error);
  g_print ("%u suggestions marked in one step: %.0f ms\n", suggestions->len, elapsed_ms (start));
}

static void
performed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) outcome =
      galley_desk_perform_finish (GALLEY_DESK (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* One step as the window does it: handed over, and awaited in the main loop. */
static double
perform (GalleyDesk *desk, GalleyAction *action)
{
  gboolean done = FALSE;
  gint64 start = g_get_monotonic_time ();

  galley_desk_perform_async (desk, action, NULL, performed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  return elapsed_ms (start);
}

static double
measure_verdict (GalleyDesk *desk, GalleyCheck *check)
{
  double times[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (galley_check_get_claims (check), i * 7);
      const char *ids[] = { galley_claim_get_id (claim), NULL };
      g_autoptr (GalleyAction) action = galley_verb_set_status (ids, GALLEY_STATUS_CONFIRMED, NULL);

      times[i] = perform (desk, action);
    }

  return median (times, N_ROUNDS);
}

static double
measure_bulk (GalleyDesk *desk, GalleyCheck *check)
{
  double times[5];

  for (guint round = 0; round < G_N_ELEMENTS (times); round++)
    {
      g_autofree const char **ids = g_new0 (const char *, N_BULK + 1);
      g_autoptr (GalleyAction) action = NULL;

      for (guint i = 0; i < N_BULK; i++)
        ids[i] = galley_claim_get_id (
            galley_claim_list_peek (galley_check_get_claims (check), round * N_BULK + i));
      action = galley_verb_set_status (ids, GALLEY_STATUS_DISPUTED, NULL);
      times[round] = perform (desk, action);
    }

  return median (times, G_N_ELEMENTS (times));
}

static void
measure_replay (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyLibrary) library = galley_library_open (path, &error);
  guint n_events;
  gint64 start = g_get_monotonic_time ();
  double time_ms;

  g_assert_no_error (error);
  g_assert_true (galley_library_replay (library, &n_events, &error));
  time_ms = elapsed_ms (start);
  g_print ("replay of %u events in %.0f ms: %.0f a second (bound 50000)\n", n_events, time_ms,
           n_events / time_ms * 1000);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("galley-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.galleydb", NULL);
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);
  g_autoptr (GalleyDesk) desk = galley_desk_open (path, "bench", NULL, NULL);
  g_autoptr (GalleyDocument) document = make_document ();
  g_autoptr (GalleyOutcome) outcome = galley_desk_import (desk, document, NULL, NULL);
  g_autoptr (GalleyCheck) check = galley_desk_load (desk, outcome->article_id, NULL, NULL);
  double bare, verdict, bulk;

  mark_all (desk, check);
  bare = measure_bare (folder);
  verdict = measure_verdict (desk, check);
  bulk = measure_bulk (desk, check);
  g_print ("bare transaction %.3f ms, verdict %.3f ms: ratio %.2f (bound 2)\n", bare, verdict,
           verdict / bare);
  g_print ("bulk of %d verdicts %.1f ms: ratio %.1f to one verdict; with a window's share, "
           "bench-window\n",
           N_BULK, bulk, bulk / verdict);

  g_clear_object (&check);
  g_clear_object (&desk);
  measure_replay (path);

  return system (command);
}
