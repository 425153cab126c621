/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-colleague.h"
#include "window-oracle.h"

#include "galley-reading-verbs.h"
#include "galley-seen.h"
#include "galley-verbs.h"

/* See random-work.h. Here the window belongs to a second reader, who is not to see what the first
 * checker decides meanwhile in the other program. */

#define N_STEPS 150

typedef struct
{
  RandomWork work;
  GHashTable *read; /* set of “status: words”, as the reader saw them who found it */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  random_work_set_up (&f->work, data);
  f->read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  random_work_tear_down (&f->work, data);
  g_hash_table_unref (f->read);
}

/* Whoever is at the window begins to read all claims that there are. */
static void
start (Fixture *f)
{
  GalleyWindow *window = f->work.window.window;
  GalleyReadingChoice choice = { .scope = GALLEY_READING_ALL };
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GalleyAction) action = NULL;

  random_work_settle (&f->work);
  if (window_fixture_is_enabled (&f->work.window, "mark-all"))
    random_work_act (&f->work, "mark-all");
  random_work_settle (&f->work);
  claims = galley_reading_choose (galley_check_get_claims (window->check), &choice);
  if (claims->len == 0 || !window_fixture_is_enabled (&f->work.window, "start-reading"))
    return;

  g_test_message ("start reading");
  action = galley_verb_start_reading (window->article_id, claims, &choice);
  galley_window_perform (window, action, /* toast= */ NULL);
  random_work_settle (&f->work);
}

static void
note_in (Fixture *f, GalleyCheck *check, GalleyClaim *claim, GalleyStatus status)
{
  g_autofree char *words = window_oracle_get_words (check, galley_claim_get_range (claim));

  g_test_message ("  found: %s of “%s”", galley_status_to_nick (status), words);
  g_hash_table_add (f->read, g_strconcat (galley_status_to_nick (status), ": ", words, NULL));
}

static void
note (Fixture *f, GalleyClaim *claim, GalleyStatus status)
{
  note_in (f, f->work.window.window->check, claim, status);
}

static void
judge (Fixture *f)
{
  static const char *const actions[GALLEY_N_STATUSES] = {
    [GALLEY_STATUS_PENDING] = "pending",
    [GALLEY_STATUS_CONFIRMED] = "confirm",
    [GALLEY_STATUS_DISPUTED] = "dispute",
  };
  GalleyWindow *window = f->work.window.window;
  g_autoptr (GPtrArray) selected = galley_claims_pane_list_selected (window->claims_pane);
  GalleyStatus status = random_work_pick (&f->work, GALLEY_N_STATUSES);
  GalleyTarget target;

  for (guint i = 0; selected != NULL && selected->len > 1 && i < selected->len; i++)
    note (f, g_ptr_array_index (selected, i), status);
  if (galley_window_get_target (window, &target) && target.claim != NULL)
    note (f, target.claim, status);
  random_work_act (&f->work, actions[status]);
}

/* The reader has found something in another window just now. */
static void
collide (Fixture *f)
{
  GalleyWindow *window = f->work.window.window;
  GalleyClaim *claim = random_work_pick_claim (&f->work, window->check);
  GalleyReading *shown = galley_check_get_reading (window->check);
  g_autoptr (GalleyCheck) check = random_work_load (&f->work);
  GalleyReading *reading = shown != NULL ? galley_check_find_reading (check, shown->id) : NULL;
  g_autoptr (GalleyCheck) blind = reading != NULL ? galley_check_new_blind (check, reading) : NULL;
  GalleyClaim *same =
      blind != NULL && claim != NULL
          ? galley_claim_list_find (galley_check_get_claims (blind), galley_claim_get_id (claim))
          : NULL;
  GalleyStatus status = random_work_pick (&f->work, GALLEY_N_STATUSES);
  g_autoptr (GalleyAction) judged = NULL, found = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (same == NULL)
    return;
  note_in (f, blind, same, status);
  judged = galley_verb_set_status ((const char *[]){ galley_claim_get_id (same), NULL }, status,
                                   /* reason= */ NULL);
  galley_seen_expect (blind, judged, /* is_settled= */ TRUE);
  found = galley_verb_make_blind (blind, judged);
  galley_window_focus_pane (window, "article");
  galley_article_view_set_current_claim (window->article_view, claim);
  outcome = galley_desk_perform (f->work.other, found, NULL, NULL);
  judge (f);
  WAIT_UNTIL (window_fixture_is_saved (&f->work.window));
  random_work_go_on (&f->work);
  random_work_try_again (&f->work, GTK_WIDGET (window), "win.retry-save");
}

static void
type (Fixture *f)
{
  const char *title = random_work_pick (&f->work, 2) == 0 ? "Reason" : "Note";
  GtkTextView *view = following_fixture_find_text (f->work.window.window, title);

  if (view == NULL || !gtk_text_view_get_editable (view))
    return;
  g_test_message ("type into %s", title);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), "word ", -1);
  if (random_work_pick (&f->work, 2) == 0)
    galley_window_flush (f->work.window.window);
}

static void
read_on (Fixture *f)
{
  static const char *const others[] = { "undo",         "undo",       "redo",     "next-open",
                                        "delete-claim", "extend-end", "mark-all", "keep-verdict" };
  GalleyWindow *window = f->work.window.window;

  switch (random_work_pick (&f->work, 9))
    {
    case 3:
      collide (f);
      break;
    case 2:
      random_work_try_again (&f->work, GTK_WIDGET (window), "win.retry-save");
      break;
    case 0:
      random_work_act (&f->work, others[random_work_pick (&f->work, G_N_ELEMENTS (others))]);
      break;
    case 1:
      type (f);
      break;
    default:
      galley_window_focus_pane (window, random_work_pick (&f->work, 2) == 0 ? "article" : "claims");
      galley_article_view_set_current_claim (window->article_view,
                                             random_work_pick_claim (&f->work, window->check));
      judge (f);
    }
}

/* Each verdict names the words that it was found on, as the reader saw them. Words that only a
 * reason was written for are found pending. */
static void
assert_found (Fixture *f)
{
  g_autoptr (GalleyCheck) kept = random_work_load (&f->work);
  GPtrArray *readings = galley_check_get_readings (kept);

  for (guint i = 0; i < readings->len; i++)
    {
      GPtrArray *verdicts = ((GalleyReading *) g_ptr_array_index (readings, i))->verdicts;

      for (guint j = 0; j < verdicts->len; j++)
        {
          const GalleyReadingVerdict *verdict = g_ptr_array_index (verdicts, j);
          g_autofree char *words = window_oracle_collapse (verdict->is_given ? verdict->words : "");
          g_autofree char *key =
              g_strconcat (galley_status_to_nick (verdict->status), ": ", words, NULL);

          if (verdict->is_given && verdict->status != GALLEY_STATUS_PENDING &&
              !g_hash_table_contains (f->read, key))
            g_error ("the reader did not find “%s”", key);
        }
    }
}

static void
test_together (Fixture *f, gconstpointer data)
{
  random_colleague_invite (&f->work);
  start (f);
  for (guint i = 0; i < N_STEPS; i++)
    {
      if (random_work_pick (&f->work, 8) == 0)
        random_colleague_work (&f->work);
      if (!galley_window_is_blind (f->work.window.window) && random_work_pick (&f->work, 10) == 0)
        start (f);
      if (random_work_pick (&f->work, 4) == 0 || !galley_window_is_blind (f->work.window.window))
        random_work_elsewhere (&f->work);
      else
        read_on (f);
      random_work_go_on (&f->work);
      if (random_work_pick (&f->work, 6) != 0)
        continue;
      random_work_settle (&f->work);
      assert_found (f);
    }
  galley_window_flush (f->work.window.window);
  random_work_settle (&f->work);
  assert_found (f);
}

int
main (int argc, char **argv)
{
  setvbuf (stdout, NULL, _IOLBF, 0);
  fixture_init (&argc, &argv);

  g_test_add ("/reading-random/together", Fixture, NULL, set_up, test_together, tear_down);

  return g_test_run ();
}
