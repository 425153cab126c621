/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article of a megabyte with ten thousand claims: what it costs to open it from the library,
 * beside what gnome-text-editor needs for the bare text; to scroll in it; and to give a verdict. */

#include "bench-bare.h"
#include "bench-frames.h"
#include "bench-library.h"
#include "bench-program.h"

#include "galley-window-private.h"

#define N_CLAIMS 10000
#define N_STARTS 9
#define N_SCROLLS 200
#define N_VERDICTS 100
#define N_BULK 1000
#define N_BULKS 9

/* Lines of the article, where either program has them and neither has anything else. */
static const BenchSign letters = { 340, 240, 260, 300, 0.02 };

/* A program that is started again and again. */
typedef struct
{
  const char *const *argv;
  const char *const *variables;
  GArray *shown; /* (element-type double) milliseconds */
  BenchRun last;
} Starts;

static void
start_once (Starts *starts, guint i)
{
  gboolean until_idle = i == 0 || i == N_STARTS;

  starts->last = bench_program_run (starts->argv, starts->variables, &letters, until_idle);
  if (i > 0)
    g_array_append_val (starts->shown, starts->last.shown_ms);
}

/* By turns, so that what else the machine does burdens both. The first ones only bring what is
 * needed into memory, and let the program write the backup that it owes; the last ones run until
 * they are idle. */
static void
measure_starts (Starts *ours, Starts *theirs)
{
  for (guint i = 0; i <= N_STARTS; i++)
    {
      if (theirs->argv[0] != NULL)
        start_once (theirs, i);
      start_once (ours, i);
    }
}

static void
print_starts (Starts *ours, Starts *theirs)
{
  double ours_ms = bench_frames_get_part (ours->shown, 0.5), theirs_ms;

  if (theirs->argv[0] == NULL)
    {
      g_print ("gnome-text-editor is not here; elsewhere it took 650 to 1000 ms and 8 s\n"
               "first frame with the article %.0f ms (bound 650)\n"
               "processor until idle %.0f ms (bound 2000)\n",
               ours_ms, ours->last.cpu_ms);
      return;
    }

  theirs_ms = bench_frames_get_part (theirs->shown, 0.5);
  g_print ("first frame with the article %.0f ms, gnome-text-editor %.0f ms: ratio %.2f "
           "(bound 1)\n",
           ours_ms, theirs_ms, ours_ms / theirs_ms);
  g_print ("the quickest of each: %.0f ms and %.0f ms\n", bench_frames_get_part (ours->shown, 0),
           bench_frames_get_part (theirs->shown, 0));
  g_print ("processor until idle %.0f ms, gnome-text-editor %.0f ms: ratio %.2f (bound 0.25)\n",
           ours->last.cpu_ms, theirs->last.cpu_ms, ours->last.cpu_ms / theirs->last.cpu_ms);
  g_print ("gnome-text-editor's peak memory %.0f MB\n", theirs->last.peak_mb);
}

static void
measure_opening (BenchLibrary *library)
{
  g_autofree char *editor = g_find_program_in_path ("gnome-text-editor");
  g_autofree char *settings = bench_library_make_settings (library);
  g_autofree char *config = g_strconcat ("XDG_CONFIG_HOME=", settings, NULL);
  const char *ours_argv[] = { g_getenv ("GALLEY"), "--library", library->path, NULL };
  const char *ours_variables[] = { config, "GSETTINGS_BACKEND=keyfile", NULL };
  const char *theirs_argv[] = { editor, library->text_path, NULL };
  const char *theirs_variables[] = { NULL };
  Starts ours = { .argv = ours_argv,
                  .variables = ours_variables,
                  .shown = g_array_new (FALSE, FALSE, sizeof (double)) };
  Starts theirs = { .argv = theirs_argv,
                    .variables = theirs_variables,
                    .shown = g_array_new (FALSE, FALSE, sizeof (double)) };

  measure_starts (&ours, &theirs);
  print_starts (&ours, &theirs);
  g_print ("peak memory %.0f MB (bound 100)\n", ours.last.peak_mb);

  g_array_unref (ours.shown);
  g_array_unref (theirs.shown);
}

static GtkAdjustment *
find_adjustment (GalleyWindow *window)
{
  GtkWidget *widget = GTK_WIDGET (window->article_view);

  while (!GTK_IS_TEXT_VIEW (widget))
    widget = gtk_widget_get_focus_child (widget) != NULL ? gtk_widget_get_focus_child (widget)
                                                         : gtk_widget_get_first_child (widget);

  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
}

static void
print_parts (const char *what, GArray *values, const char *kind, const char *bound)
{
  g_print ("%s, %s: median %.1f ms, p95 %.1f ms, max %.1f ms%s\n", what, kind,
           bench_frames_get_part (values, 0.5), bench_frames_get_part (values, 0.95),
           bench_frames_get_part (values, 1), bound);
}

static void
measure_scrolling (GalleyWindow *window)
{
  g_autoptr (BenchFrames) frames = bench_frames_new (GTK_WIDGET (window));
  GtkAdjustment *adjustment = find_adjustment (window);
  double step = gtk_adjustment_get_page_size (adjustment) / 4;

  for (guint i = 0; i < N_SCROLLS; i++)
    {
      guint n_frames = frames->wall->len;

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      while (frames->wall->len == n_frames)
        g_main_context_iteration (NULL, /* may_block= */ TRUE);
    }
  print_parts ("scrolling by a quarter page", frames->wall, "a frame", " (bound of p95: 30)");
  print_parts ("scrolling by a quarter page", frames->cpu, "processor", "");
}

/* What a verdict costs the main loop, from the library's answer on. */
static void
measure_redraw (GalleyWindow *window)
{
  GalleyClaimList *claims = galley_check_get_claims (window->check);
  g_autoptr (GArray) calls = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (double));
  guint position = 0;

  galley_claim_list_find_position (claims, galley_window_get_claim (window), &position);
  for (guint i = 0; i < N_VERDICTS; i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, position + i % 8);
      g_autoptr (GalleyOutcome) outcome = galley_outcome_new ();
      GalleyClaimFields fields = { .range = galley_claim_get_range (claim),
                                   .status = (galley_claim_get_status (claim) + 1) % 3 };
      double start, call, total;

      outcome->article_id = g_strdup (window->article_id);
      g_ptr_array_add (outcome->claims, galley_claim_new (galley_claim_get_id (claim), &fields));
      start = bench_frames_cpu_ms ();
      galley_check_apply (window->check, outcome);
      call = bench_frames_cpu_ms () - start;
      total = call + bench_frames_run_idle ();
      g_array_append_val (calls, call);
      g_array_append_val (totals, total);
    }
  print_parts ("verdict taken over", calls, "call", "");
  print_parts ("verdict redrawn", totals, "processor", " (bound 5)");
}

/* The whole way of a key, but for the key. */
static void
measure_verdict (GalleyWindow *window)
{
  static const char *const verdicts[] = { "confirm", "pending" };
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_VERDICTS; i++)
    {
      double start = bench_frames_cpu_ms (), total;

      g_action_group_activate_action (G_ACTION_GROUP (window), verdicts[i % 2],
                                      /* parameter= */ NULL);
      total = bench_frames_cpu_ms () - start;
      total += bench_frames_run_idle ();
      g_array_append_val (totals, total);
    }
  print_parts ("verdict by its action", totals, "processor of the main loop", "");
}

/* From a key until @claim has another status, which the window shows of what is durable only; in
 * milliseconds of the clock. */
static double
time_verdict (GalleyWindow *window, GalleyClaim *claim)
{
  GalleyStatus before = galley_claim_get_status (claim);
  double start;

  bench_frames_run_idle ();
  start = bench_frames_now_ms ();
  g_action_group_activate_action (G_ACTION_GROUP (window),
                                  before == GALLEY_STATUS_CONFIRMED ? "pending" : "confirm",
                                  /* parameter= */ NULL);
  while (galley_claim_get_status (claim) == before)
    g_main_context_iteration (NULL, /* may_block= */ TRUE);

  return bench_frames_now_ms () - start;
}

static GtkSelectionModel *
find_selection (GtkWidget *widget)
{
  GtkSelectionModel *model = GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget)
                                 ? gtk_list_view_get_model (GTK_LIST_VIEW (widget))
                                 : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && model == NULL;
       child = gtk_widget_get_next_sibling (child))
    model = find_selection (child);

  return model;
}

/* A bare transaction when nothing was done before it for as long as before a key: a processor that
 * rested is slower. */
static double
time_bare (BenchBare *bare)
{
  bench_frames_run_idle ();
  return bench_bare_run (bare);
}

/* Many verdicts in one step beside one, and that beside a bare transaction. */
static void
measure_bulk (GalleyWindow *window, BenchLibrary *library)
{
  g_autoptr (BenchBare) peer = bench_bare_new (library->folder);
  g_autoptr (GArray) bares = g_array_new (FALSE, FALSE, sizeof (double));
  GtkSelectionModel *model = find_selection (GTK_WIDGET (window->claims_pane));
  g_autoptr (GArray) ones = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bulks = g_array_new (FALSE, FALSE, sizeof (double));
  double bare, one, bulk;

  for (guint i = 0; i < N_VERDICTS; i++)
    {
      bare = time_bare (peer);
      g_array_append_val (bares, bare);
      one = time_verdict (window, galley_window_get_claim (window));
      g_array_append_val (ones, one);
    }
  galley_window_focus_pane (window, "claims");
  gtk_selection_model_select_range (model, 0, N_BULK, /* unselect_rest= */ TRUE);
  for (guint i = 0; i < N_BULKS; i++)
    {
      g_autoptr (GalleyClaim) last = g_list_model_get_item (G_LIST_MODEL (model), N_BULK - 1);

      bulk = time_verdict (window, last);
      g_array_append_val (bulks, bulk);
    }
  bare = bench_frames_get_part (bares, 0.5);
  one = bench_frames_get_part (ones, 0.5);
  bulk = bench_frames_get_part (bulks, 0.5);
  g_print ("from key to shown as durable: one verdict %.2f ms, a bare transaction %.2f ms: ratio "
           "%.2f (bound 2)\n",
           one, bare, one / bare);
  g_print ("%u verdicts in one step %.1f ms: ratio %.1f to one (bound 20)\n", N_BULK, bulk,
           bulk / one);
}

static void
choose (GalleyWindow *window, guint position)
{
  GalleyClaimList *claims = galley_check_get_claims (window->check);

  galley_article_view_set_current_claim (window->article_view,
                                         galley_claim_list_peek (claims, position));
  bench_frames_run_idle ();
}

static void
measure_window (BenchLibrary *library)
{
  GalleyWindow *window = galley_window_new (/* application= */ NULL, library->path);

  gtk_window_present (GTK_WINDOW (window));
  while (window->desk == NULL)
    g_main_context_iteration (NULL, TRUE);
  galley_window_open_article (window, library->article_id);
  while (window->check == NULL)
    g_main_context_iteration (NULL, TRUE);
  bench_frames_run_idle ();

  measure_scrolling (window);
  choose (window, N_CLAIMS / 2);
  measure_verdict (window);
  measure_bulk (window, library);
  /* The last, as it shows verdicts that are not in the library. */
  choose (window, N_CLAIMS / 2);
  measure_redraw (window);

  gtk_window_close (GTK_WINDOW (window));
  bench_frames_run_idle ();
}

int
main (int argc, char **argv)
{
  g_autoptr (BenchLibrary) library = NULL;

  gtk_init ();
  adw_init ();
  library = bench_library_new (1, N_CLAIMS);

  measure_window (library);
  measure_opening (library);

  return 0;
}
