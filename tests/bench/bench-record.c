/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The record of claims: what it costs the main loop to choose a claim with much of everything, to
 * press a key where sources of a long log are suggested, and to act on a thousand claims at once.
 */

#include "bench-frames.h"
#include "bench-library.h"

#include "galley-record-verbs.h"
#include "galley-verbs.h"
#include "galley-window-private.h"

#define N_CLAIMS 1000
#define N_NOTES 50
#define N_EVIDENCE 30
#define N_EVENTS 500
#define N_SOURCES 5000
#define N_OPENINGS 20

static void
perform (GalleyDesk *desk, GalleyAction *action)
{
  g_autoptr (GalleyAction) owned = action;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) outcome =
      galley_desk_perform (desk, owned, /* cancellable= */ NULL, &error);

  g_assert_no_error (error);
}

static void
add_note (GalleyDesk *desk, const char *claim_id)
{
  perform (desk, galley_verb_add_note (claim_id, "I asked the press office, and they will answer "
                                                 "when they have found the minutes."));
}

/* Everything is written down for the fifth claim, again and again. */
static void
add_events (GalleyDesk *desk, const char *claim_id)
{
  for (guint i = 0; i < N_EVENTS - N_NOTES - N_EVIDENCE; i++)
    {
      g_autofree char *note = g_strdup_printf ("I asked for the %uth time.", i);

      perform (desk, galley_verb_set_note (claim_id, note));
    }
}

/* A log as it is after some years. */
static void
add_sources (GalleyDesk *desk)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree GalleySourceFields *fields = g_new0 (GalleySourceFields, N_SOURCES);

  for (guint i = 0; i < N_SOURCES; i++)
    {
      char *title = g_strdup_printf ("The %uth report on the state of the valley", i);
      char *address = g_strdup_printf ("https://example.org/reports/%u", i);

      g_ptr_array_add (texts, title);
      g_ptr_array_add (texts, address);
      fields[i].texts[GALLEY_SOURCE_TITLE] = title;
      fields[i].texts[GALLEY_SOURCE_AUTHOR] = "Ana Ruíz";
      fields[i].texts[GALLEY_SOURCE_ADDRESS] = address;
    }
  perform (desk, galley_verb_add_sources (fields, N_SOURCES));
}

/* Gives the first claim notes, the third evidence, and the fifth both. */
static void
fill_claims (BenchLibrary *library, char *const *ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDesk) desk =
      galley_desk_open (library->path, "bench", /* cancellable= */ NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < N_NOTES; i++)
    {
      add_note (desk, ids[0]);
      add_note (desk, ids[4]);
    }
  for (guint i = 0; i < N_EVIDENCE; i++)
    {
      g_autofree char *title = g_strdup_printf ("Minutes of the council, part %u", i);
      GalleyCitation citation = { .source = { .texts = { [GALLEY_SOURCE_TITLE] = title } },
                                  .evidence = { .passage = "It was so, and nobody said otherwise.",
                                                .locator = "page 4" } };

      perform (desk, galley_verb_add_evidence (ids[2], &citation));
      perform (desk, galley_verb_add_evidence (ids[4], &citation));
    }
  add_events (desk, ids[4]);
  add_sources (desk);
}

static GalleyWindow *
open_window (BenchLibrary *library)
{
  GalleyWindow *window = galley_window_new (/* application= */ NULL, library->path);

  gtk_window_present (GTK_WINDOW (window));
  while (window->desk == NULL)
    g_main_context_iteration (NULL, TRUE);
  galley_window_open_article (window, library->article_id);
  while (window->check == NULL)
    g_main_context_iteration (NULL, TRUE);
  bench_frames_run_idle ();

  return window;
}

static double
choose (GalleyWindow *window, guint position, GArray *calls)
{
  GalleyClaimList *claims = galley_check_get_claims (window->check);
  double start = bench_frames_cpu_ms (), call;

  galley_article_view_set_current_claim (window->article_view,
                                         galley_claim_list_peek (claims, position));
  call = bench_frames_cpu_ms () - start;
  if (calls != NULL)
    g_array_append_val (calls, call);

  return call + bench_frames_run_idle ();
}

static void
print_median (const char *what, GArray *values, const char *bound)
{
  g_print ("%s: median %.1f ms, max %.1f ms%s\n", what, bench_frames_get_part (values, 0.5),
           bench_frames_get_part (values, 1), bound);
}

static void
measure_opening (GalleyWindow *window, guint position, const char *what, const char *bound)
{
  g_autoptr (GArray) calls = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_OPENINGS; i++)
    {
      double total;

      choose (window, position + 1, NULL);
      total = choose (window, position, calls);
      g_array_append_val (totals, total);
    }
  g_print ("choosing a claim with %s\n", what);
  print_median ("  call", calls, "");
  print_median ("  until it is idle", totals, bound);
}

static void
measure_batch (GalleyWindow *window, const char *action)
{
  double start = bench_frames_cpu_ms (), call, total;

  g_action_group_activate_action (G_ACTION_GROUP (window), action, /* parameter= */ NULL);
  call = bench_frames_cpu_ms () - start;
  total = call;
  do
    total += bench_frames_run_idle ();
  while (galley_saver_get_n_running (window->saver) > 0);
  g_print ("%s for %u claims: call %.0f ms, until it is idle %.0f ms (bound 300)\n", action,
           N_CLAIMS, call, total);
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ENTRY (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);

  return found;
}

/* Types the title of a source into the form, a key press at a time. */
static void
measure_completion (GalleyWindow *window)
{
  static const char typed[] = "report valley 429";
  g_autoptr (GArray) calls = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget *entry;
  int position = 0;

  while (!galley_log_book_is_loaded (window->log_book))
    g_main_context_iteration (NULL, TRUE);
  choose (window, 6, NULL);
  galley_claim_panel_add_source (window->claim_panel);
  while ((entry = find_entry (GTK_WIDGET (window->claim_panel))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  bench_frames_run_idle ();
  for (guint i = 0; typed[i] != '\0'; i++)
    {
      double start = bench_frames_cpu_ms (), call, total;

      gtk_editable_insert_text (GTK_EDITABLE (entry), &typed[i], 1, &position);
      call = bench_frames_cpu_ms () - start;
      total = call + bench_frames_run_idle ();
      g_array_append_val (calls, call);
      g_array_append_val (totals, total);
    }
  g_print ("a key press where %u sources are suggested\n", N_SOURCES);
  print_median ("  call", calls, "");
  print_median ("  until it is idle", totals, " (bound 16)");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  bench_frames_run_idle ();
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);

  return found;
}

static void
measure_batches (GalleyWindow *window)
{
  double start;

  gtk_widget_grab_focus (GTK_WIDGET (window->claims_pane));
  window->last_scope = GALLEY_KEY_IN_CLAIMS;
  start = bench_frames_cpu_ms ();
  gtk_widget_activate_action (find_list (GTK_WIDGET (window->claims_pane)), "list.select-all",
                              /* format_string= */ NULL);
  g_print ("all %u claims selected: %.0f ms\n", N_CLAIMS,
           bench_frames_cpu_ms () - start + bench_frames_run_idle ());

  measure_batch (window, "confirm");
  measure_batch (window, "dispute");
  measure_batch (window, "star");
  measure_batch (window, "high-priority");
  measure_batch (window, "undo");
}

int
main (int argc, char **argv)
{
  g_autoptr (BenchLibrary) library = NULL;
  GalleyWindow *window;
  char *ids[5];

  gtk_init ();
  adw_init ();
  library = bench_library_new (1, N_CLAIMS);
  window = open_window (library);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = g_strdup (
        galley_claim_get_id (galley_claim_list_peek (galley_check_get_claims (window->check), i)));
  gtk_window_close (GTK_WINDOW (window));
  bench_frames_run_idle ();

  fill_claims (library, ids);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_free (ids[i]);
  window = open_window (library);
  measure_opening (window, 6, "nothing", "");
  measure_opening (window, 0, "50 notes", "");
  measure_opening (window, 2, "30 pieces of evidence", "");
  measure_opening (window, 4, "both, and 500 events", " (bound 30)");
  measure_completion (window);
  measure_batches (window);
  gtk_window_close (GTK_WINDOW (window));
  bench_frames_run_idle ();

  return 0;
}
