/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-colleague.h"
#include "random-window.h"
#include "window-oracle.h"

#include "galley-verbs.h"

/* See random-work.h. Here a colleague works on the article, too, in a library of their own, and
 * packages go to and fro. Where both libraries have the same, they show the same. */

#define N_STEPS 120
#define N_SHARED 3 /* claims that everybody judges */

static void
set_up (RandomWork *f, gconstpointer data)
{
  random_work_set_up (f, data);
  random_colleague_invite (f);
}

/* Now and then what people disagree on. */
static GalleyClaim *
find_disputed (RandomWork *f)
{
  GalleyClaimList *claims = galley_check_get_claims (f->window.window->check);

  for (guint i = 0; random_work_pick (f, 2) == 0 && i < galley_claim_list_get_n_claims (claims);
       i++)
    if (galley_claim_get_disagreement (galley_claim_list_peek (claims, i)) != NULL)
      return galley_claim_list_peek (claims, i);

  return NULL;
}

/* The colleague judges what is judged here, too. */
static void
judge_there (RandomWork *f)
{
  g_autoptr (GalleyCheck) check = random_work_load_at (f, f->colleague);
  guint n = galley_claim_list_get_n_claims (galley_check_get_claims (check));
  GalleyStatus status = random_work_pick (f, GALLEY_N_STATUSES);
  GalleyClaim *claim;
  g_autoptr (GalleyAction) action = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (n == 0)
    return;
  claim = galley_claim_list_peek (galley_check_get_claims (check),
                                  random_work_pick (f, MIN (n, N_SHARED)));
  g_test_message ("Cleo: judge");
  random_work_note (f, check, galley_claim_get_range (claim), status);
  action = galley_verb_set_status ((const char *[]){ galley_claim_get_id (claim), NULL }, status,
                                   /* reason= */ NULL);
  outcome = galley_desk_perform (f->colleague, action, /* cancellable= */ NULL, /* error= */ NULL);
}

static void
judge_here (RandomWork *f)
{
  GalleyWindow *window = f->window.window;
  GalleyClaimList *claims = galley_check_get_claims (window->check);
  guint n = galley_claim_list_get_n_claims (claims);
  GalleyClaim *claim = n > 0 ? find_disputed (f) : NULL;

  if (n == 0)
    return;
  if (claim == NULL)
    claim = galley_claim_list_peek (claims, random_work_pick (f, MIN (n, N_SHARED)));
  g_test_message ("judge the claim at %u", galley_claim_get_range (claim).start);
  galley_window_focus_pane (window, "article");
  galley_article_view_set_current_claim (window->article_view, claim);
  random_window_judge (f);
}

static void
hand_over (RandomWork *f)
{
  g_autoptr (GFile) file = NULL;

  switch (random_work_pick (f, 4))
    {
    case 0:
      random_colleague_merge (f, f->other, f->colleague);
      break;
    case 1:
      g_test_message ("package: into the window");
      file = random_colleague_write_package (f, f->colleague);
      galley_window_import (f->window.window, file);
      break;
    default:
      random_colleague_merge (f, f->colleague, f->other);
    }
}

static void
assert_sound (GalleyDesk *desk)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) faults = galley_desk_verify (desk, /* cancellable= */ NULL, &error);

  g_assert_no_error (error);
  if (faults->len > 0)
    g_error ("%s", (const char *) g_ptr_array_index (faults, 0));
}

static void
settle (RandomWork *f)
{
  WAIT_UNTIL (galley_importer_get_n_total (f->window.window->importer) == 0);
  random_work_settle (f);
  assert_sound (f->other);
}

/* When everybody has everything. */
static void
meet (RandomWork *f)
{
  g_autoptr (GalleyCheck) here = NULL, there = NULL;
  g_autofree char *fault = NULL;

  galley_window_flush (f->window.window);
  settle (f);
  random_colleague_merge (f, f->colleague, f->other);
  random_colleague_merge (f, f->other, f->colleague);
  here = random_work_load (f);
  there = random_work_load_at (f, f->colleague);
  fault = window_oracle_compare (there, here);
  if (fault != NULL)
    g_error ("the colleague: %s", fault);
  settle (f);
}

static void
test_together (RandomWork *f, gconstpointer data)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      switch (random_work_pick (f, 12))
        {
        case 0:
          random_work_elsewhere (f);
          break;
        case 1:
        case 2:
          hand_over (f);
          break;
        case 3:
        case 4:
          judge_here (f);
          break;
        case 5:
        case 6:
          judge_there (f);
          break;
        case 7:
        case 8:
          random_work_at (f, f->colleague);
          break;
        default:
          random_window_work (f);
        }
      random_work_go_on (f);
      if (random_work_pick (f, 8) == 0)
        settle (f);
      if (random_work_pick (f, 40) == 0)
        meet (f);
    }
  meet (f);
}

int
main (int argc, char **argv)
{
  setvbuf (stdout, NULL, _IOLBF, 0);
  fixture_init (&argc, &argv);

  g_test_add ("/merge-random/together", RandomWork, NULL, set_up, test_together,
              random_work_tear_down);

  return g_test_run ();
}
