/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-colleague.h"
#include "window-oracle.h"

#include "galley-review-stage.h"

#include <string.h>

/* See random-work.h. Here people decide in a review session, and somebody goes on in the window
 * that it belongs to. */

#define N_STEPS 120

static GalleyReviewWindow *
get_session (RandomWork *f)
{
  return f->window.window->review_window;
}

static GalleyReviewPoint *
get_point (RandomWork *f)
{
  return galley_review_get_current (galley_review_window_get_review (get_session (f)));
}

/* Begins a session, or goes on with the one that is not ended, unless the article is signed or
 * there is nothing to decide. */
static void
open_session (RandomWork *f)
{
  GtkWidget *dialog = NULL;

  if (!window_fixture_is_enabled (&f->window, "review-session"))
    return;
  g_test_message ("session");
  window_fixture_act (&f->window, "review-session");
  for (guint i = 0; i < 1000 && get_session (f) == NULL && dialog == NULL; i++)
    {
      g_main_context_iteration (NULL, /* may_block= */ FALSE);
      dialog = window_fixture_find_dialog (&f->window);
    }
  if (dialog != NULL && get_session (f) == NULL)
    gtk_widget_activate_action (dialog, "dialog.accept", NULL);
}

/* What is on the stage, as it is shown now. */
static void
note_stage (RandomWork *f, const char *action)
{
  static const char *const verdicts[GALLEY_N_STATUSES] = {
    [GALLEY_STATUS_PENDING] = "session.pending",
    [GALLEY_STATUS_CONFIRMED] = "session.confirm",
    [GALLEY_STATUS_DISPUTED] = "session.dispute",
  };
  GalleyReview *review = galley_review_window_get_review (get_session (f));
  GalleyReviewPoint *point = get_point (f);
  GalleyClaim *claim = point != NULL ? galley_review_point_get_claim (point) : NULL;

  if (point == NULL || galley_review_window_is_saving (get_session (f)))
    return;
  for (GalleyStatus i = 0; i < GALLEY_N_STATUSES; i++)
    if (g_str_equal (action, verdicts[i]) ||
        (claim != NULL && galley_claim_get_status (claim) == i))
      random_work_note (f, galley_review_get_check (review), galley_review_point_get_range (point),
                        i);
}

/* Maybe with something that is typed first. */
static void
do_in_session (RandomWork *f, const char *action)
{
  g_test_message ("%s", action);
  if (random_work_pick (f, 3) == 0)
    gtk_editable_set_text (get_session (f)->words, "said so");
  if (random_work_pick (f, 6) == 0)
    gtk_editable_set_text (get_session (f)->correction, "It rained.");
  note_stage (f, action);
  gtk_widget_activate_action (GTK_WIDGET (get_session (f)), action, NULL);
}

static void
act_in_session (RandomWork *f)
{
  static const char *const actions[] = {
    "session.confirm", "session.confirm",   "session.dispute",       "session.dispute",
    "session.pending", "session.keep",      "session.keep",          "session.opinion",
    "session.park",    "session.next",      "session.next",          "session.back",
    "session.drop",    "session.note",      "session.not-checkable", "session.correct",
    "session.move-up", "session.move-down", "session.undo",          "session.undo",
    "session.redo",    "session.ask-writer"
  };
  const char *action = actions[random_work_pick (f, G_N_ELEMENTS (actions))];

  if (g_str_equal (action, "session.undo") && !random_work_can_undo (f))
    return;
  /* Meanwhile the other one may have ended it. */
  if (get_session (f) != NULL)
    do_in_session (f, action);
}

/* What is chosen in the window, as it is shown now. */
static void
note_target (RandomWork *f, const char *action)
{
  static const char *const verdicts[GALLEY_N_STATUSES] = {
    [GALLEY_STATUS_PENDING] = "pending",
    [GALLEY_STATUS_CONFIRMED] = "confirm",
    [GALLEY_STATUS_DISPUTED] = "dispute",
  };
  GalleyWindow *window = f->window.window;
  GalleyFormer *former;
  GalleyTarget target;

  if (!galley_window_get_target (window, &target))
    return;
  former = target.claim != NULL ? galley_claim_get_former (target.claim) : NULL;
  for (GalleyStatus i = 0; i < GALLEY_N_STATUSES; i++)
    if (g_str_equal (action, verdicts[i]) ||
        (g_str_equal (action, "keep-verdict") && former != NULL && former->status == i))
      random_work_note (f, window->check, target.range, i);
}

static void
act_in_window (RandomWork *f)
{
  static const char *const actions[] = { "confirm",    "dispute",    "pending",
                                         "undo",       "mark-all",   "delete-claim",
                                         "next-open",  "extend-end", "add-to-agenda",
                                         "shrink-end", "star",       "keep-verdict",
                                         "redo" };
  const char *action = actions[random_work_pick (f, G_N_ELEMENTS (actions))];
  GalleyWindow *window = f->window.window;

  if (g_str_equal (action, "undo") && !random_work_can_undo (f))
    return;
  galley_window_focus_pane (window, "article");
  galley_article_view_set_current_claim (window->article_view,
                                         random_work_pick_claim (f, window->check));
  note_target (f, action);
  random_work_act (f, action);
}

/* People decide where another program has just given a verdict. */
static void
collide (RandomWork *f)
{
  static const char *const actions[] = { "session.confirm", "session.dispute", "session.pending",
                                         "session.keep" };
  GalleyReviewPoint *point = get_point (f);
  GalleyClaim *claim = point != NULL ? galley_review_point_get_claim (point) : NULL;

  if (claim == NULL)
    return;
  random_work_judge_elsewhere (f, galley_claim_get_id (claim));
  do_in_session (f, actions[random_work_pick (f, G_N_ELEMENTS (actions))]);
  WAIT_UNTIL (window_fixture_is_saved (&f->window));
  random_work_go_on (f);
  if (get_session (f) != NULL)
    random_work_try_again (f, GTK_WIDGET (get_session (f)), "session.retry-save");
}

static void
work (RandomWork *f)
{
  GtkWidget *session;

  if (get_session (f) == NULL)
    open_session (f);
  session = GTK_WIDGET (get_session (f));
  if (random_work_pick (f, 8) == 0)
    random_work_try_again (f, session != NULL ? session : GTK_WIDGET (f->window.window),
                           session != NULL ? "session.retry-save" : "win.retry-save");
  else if (session != NULL && random_work_pick (f, 8) == 0)
    collide (f);
  else if (get_session (f) != NULL && random_work_pick (f, 5) != 0)
    act_in_session (f);
  else
    act_in_window (f);
}

static gboolean
is_words (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         gtk_widget_has_css_class (widget, "review-words");
}

/* Whether the claim on the stage stands on the words that are shown, in the library as it is. */
static gboolean
is_shown (RandomWork *f)
{
  GalleyReviewWindow *session = get_session (f);
  GtkWidget *label = fixture_find (GTK_WIDGET (session->stage), is_words, NULL);
  GalleyReviewPoint *point = get_point (f);
  GalleyClaim *claim = point != NULL ? galley_review_point_get_claim (point) : NULL;
  g_autoptr (GalleyCheck) kept = random_work_load (f);
  g_auto (GStrv) shown = NULL;
  g_autofree char *words = NULL, *found = NULL;

  if (label == NULL || claim == NULL)
    return TRUE;
  claim = galley_claim_list_find (galley_check_get_claims (kept), galley_claim_get_id (claim));
  if (claim == NULL)
    return galley_review_point_get_state (point) == GALLEY_POINT_GONE;

  words = window_oracle_get_words (kept, galley_claim_get_range (claim));
  shown = g_strsplit_set (gtk_label_get_text (GTK_LABEL (label)), " \n", -1);
  found = g_strjoinv (" ", shown);
  return strstr (found, words) != NULL &&
         galley_claim_get_status (claim) ==
             galley_claim_get_status (galley_review_point_get_claim (point));
}

static void
test_together (RandomWork *f, gconstpointer data)
{
  random_colleague_invite (f);
  for (guint i = 0; i < N_STEPS; i++)
    {
      if (random_work_pick (f, 4) == 0)
        random_work_elsewhere (f);
      else if (random_work_pick (f, 6) == 0)
        random_colleague_work (f);
      else
        work (f);
      random_work_go_on (f);
      if (random_work_pick (f, 6) != 0)
        continue;
      random_work_settle (f);
      WAIT_UNTIL (get_session (f) == NULL || is_shown (f));
    }
  random_work_settle (f);
}

int
main (int argc, char **argv)
{
  return random_work_main (argc, argv, "/session-random/together", test_together);
}
