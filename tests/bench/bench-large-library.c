/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library of a thousand articles with a hundred claims each: how long it takes until its window
 * can be used, beside an empty window; and a hundred thousand claims in one list: how long a filter
 * takes, and how much memory they need while nobody looks at them. */

#include "bench-frames.h"
#include "bench-library.h"
#include "bench-program.h"

#include "galley-claim-filter.h"

#include <adwaita.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define N_ARTICLES 1000
#define N_CLAIMS_EACH 100
#define N_CLAIMS 100000
#define N_STARTS 7
#define N_FILTERS 20

/* Titles in the list of articles, where the empty window has only paper. */
static const BenchSign titles = { 20, 160, 200, 560, 0.01 };
static const BenchSign paper = { 20, 160, 200, 560, 0 };

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_empty_window (void)
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("org.galleydesk.Empty", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

/* By turns, so that what else the machine does burdens both. The first ones only bring what is
 * needed into memory, and let the program write the backup that it owes. */
static void
measure_start (BenchLibrary *library, const char *self)
{
  const char *ours[] = { g_getenv ("GALLEY"), "--library", library->path, NULL };
  const char *theirs[] = { self, "--empty-window", NULL };
  const char *variables[] = { NULL };
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) empty = g_array_new (FALSE, FALSE, sizeof (double));
  BenchRun run, peer;
  double ours_ms, theirs_ms;

  for (guint i = 0; i <= N_STARTS; i++)
    {
      gboolean until_idle = i == 0 || i == N_STARTS;

      peer = bench_program_run (theirs, variables, &paper, until_idle);
      run = bench_program_run (ours, variables, &titles, until_idle);
      if (i == 0)
        continue;
      g_array_append_val (empty, peer.shown_ms);
      g_array_append_val (shown, run.shown_ms);
    }
  ours_ms = bench_frames_get_part (shown, 0.5);
  theirs_ms = bench_frames_get_part (empty, 0.5);
  g_print ("window of %u articles %.0f ms, empty window %.0f ms: ratio %.2f (bound 2)\n",
           N_ARTICLES, ours_ms, theirs_ms, ours_ms / theirs_ms);
  g_print ("the quickest of each: %.0f ms and %.0f ms: ratio %.2f\n",
           bench_frames_get_part (shown, 0), bench_frames_get_part (empty, 0),
           bench_frames_get_part (shown, 0) / bench_frames_get_part (empty, 0));
  g_print ("processor until idle %.0f ms, empty window %.0f ms: ratio %.2f; memory %.0f and %.0f "
           "MB\n",
           run.cpu_ms, peer.cpu_ms, run.cpu_ms / peer.cpu_ms, run.peak_mb, peer.peak_mb);
}

static double
read_resident_bytes (void)
{
  g_autofree char *text = NULL;
  gulong size, resident;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_assert_cmpint (sscanf (text, "%lu %lu", &size, &resident), ==, 2);

  return (double) resident * sysconf (_SC_PAGESIZE);
}

/* As they come from the library: a verdict, and who gave it. */
static GPtrArray *
make_claims (void)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_CLAIMS; i++)
    {
      g_autofree char *id = g_strdup_printf ("%08x-7b1e-4f6a-9c1d-0123456789ab", i);
      GalleyClaimFields fields = { .range = { i * 20, i * 20 + 18 },
                                   .status = i % GALLEY_N_STATUSES,
                                   .checked_by = "Ana Ruiz",
                                   .checked_at = 1756900000000 + i };

      g_ptr_array_add (claims, galley_claim_new (id, &fields));
    }

  return claims;
}

static void
take_time (GArray *times, GalleyClaimFilter *filter, guint statuses)
{
  double start = bench_frames_cpu_ms (), time_ms;

  galley_claim_filter_set_statuses (filter, statuses);
  time_ms = bench_frames_cpu_ms () - start;
  g_array_append_val (times, time_ms);
}

/* In a list on the screen, for what it costs is most of all what GTK makes of it. */
static void
measure_filter (GalleyClaimList *list)
{
  g_autoptr (GString) utf8 = g_string_new (NULL);
  g_autoptr (GalleyText) text = NULL;
  g_autoptr (GalleyClaimFilter) filter = NULL;
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GArray) on = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) off = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget *view, *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < N_CLAIMS; i++)
    g_string_append_printf (utf8, "The %08u is so. ", i);
  text = galley_text_new (utf8->str, utf8->len);
  filter = galley_claim_filter_new (list, text);
  view = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (filter)))),
      g_steal_pointer (&factory));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
  bench_frames_run_idle ();

  for (guint i = 0; i < N_FILTERS; i++)
    {
      take_time (on, filter, 1u << (i % GALLEY_N_STATUSES));
      bench_frames_run_idle ();
      take_time (off, filter, GALLEY_CLAIM_FILTER_ALL);
      bench_frames_run_idle ();
    }
  g_print ("status filter over %u claims: median %.1f ms, max %.1f ms of the processor (bound 70); "
           "off again %.1f and %.1f ms\n",
           N_CLAIMS, bench_frames_get_part (on, 0.5), bench_frames_get_part (on, 1),
           bench_frames_get_part (off, 0.5), bench_frames_get_part (off, 1));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
measure_list (void)
{
  double before = read_resident_bytes ();
  GPtrArray *claims = make_claims ();
  g_autoptr (GalleyClaimList) list = galley_claim_list_new (claims);

  g_ptr_array_unref (claims);
  g_print ("memory of a claim that is not shown: %.0f bytes (bound 500)\n",
           (read_resident_bytes () - before) / N_CLAIMS);
  gtk_init ();
  measure_filter (list);
}

int
main (int argc, char **argv)
{
  g_autoptr (BenchLibrary) library = NULL;

  if (argc == 2 && strcmp (argv[1], "--empty-window") == 0)
    return run_empty_window ();

  measure_list ();
  library = bench_library_new (N_ARTICLES, N_CLAIMS_EACH);
  measure_start (library, argv[0]);

  return 0;
}
