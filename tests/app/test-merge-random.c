/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-window.h"
#include "window-oracle.h"

#include "galley-desk-package.h"
#include "galley-verbs.h"

/* See random-work.h. Here a colleague works on the article, too, in a library of their own, and
 * packages go to and fro. Where both libraries have the same, they show the same. */

#define N_STEPS 120
#define N_SHARED 3 /* claims that everybody judges */

typedef struct
{
  RandomWork work;
  GalleyDesk *colleague;
  guint n_packages;
} Fixture;

static GFile *
write_package (Fixture *f, GalleyDesk *from)
{
  const char *ids[] = { f->work.window.window->article_id, NULL };
  g_autofree char *name = g_strdup_printf ("%u.galley", ++f->n_packages);
  g_autofree char *path = window_fixture_get_path (&f->work.window, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *error = NULL;

  galley_desk_write_package (from, ids, file, /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&file);
}

static void
merge (Fixture *f, GalleyDesk *from, GalleyDesk *into)
{
  g_autoptr (GFile) file = write_package (f, from);
  GError *error = NULL;
  g_autoptr (GBytes) package = galley_desk_read_package (file, /* cancellable= */ NULL, &error);
  g_autoptr (GalleyMergeResult) result = NULL;

  g_assert_no_error (error);
  result = galley_desk_merge_package (into, package, /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
  g_test_message ("package: %s has what %s has, %u of it new, %u disagreements",
                  galley_desk_get_actor (into), galley_desk_get_actor (from), result->n_new,
                  result->n_disagreements);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  GError *error = NULL;

  random_work_set_up (&f->work, data);
  path = window_fixture_get_path (&f->work.window, "colleague.galleydb");
  f->colleague = galley_desk_open (path, "Cleo", /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
  random_work_act (&f->work, "mark-all");
  random_work_settle (&f->work);
  merge (f, f->work.other, f->colleague);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->colleague);
  random_work_tear_down (&f->work, data);
}

/* Now and then what people disagree on. */
static GalleyClaim *
find_disputed (Fixture *f)
{
  GalleyClaimList *claims = galley_check_get_claims (f->work.window.window->check);

  for (guint i = 0;
       random_work_pick (&f->work, 2) == 0 && i < galley_claim_list_get_n_claims (claims); i++)
    if (galley_claim_get_disagreement (galley_claim_list_peek (claims, i)) != NULL)
      return galley_claim_list_peek (claims, i);

  return NULL;
}

/* The colleague judges what is judged here, too. */
static void
judge_there (Fixture *f)
{
  g_autoptr (GalleyCheck) check = random_work_load_at (&f->work, f->colleague);
  guint n = galley_claim_list_get_n_claims (galley_check_get_claims (check));
  GalleyStatus status = random_work_pick (&f->work, GALLEY_N_STATUSES);
  GalleyClaim *claim;
  g_autoptr (GalleyAction) action = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (n == 0)
    return;
  claim = galley_claim_list_peek (galley_check_get_claims (check),
                                  random_work_pick (&f->work, MIN (n, N_SHARED)));
  g_test_message ("Cleo: judge");
  random_work_note (&f->work, check, galley_claim_get_range (claim), status);
  action = galley_verb_set_status ((const char *[]){ galley_claim_get_id (claim), NULL }, status,
                                   /* reason= */ NULL);
  outcome = galley_desk_perform (f->colleague, action, /* cancellable= */ NULL, /* error= */ NULL);
}

static void
judge_here (Fixture *f)
{
  GalleyWindow *window = f->work.window.window;
  GalleyClaimList *claims = galley_check_get_claims (window->check);
  guint n = galley_claim_list_get_n_claims (claims);
  GalleyClaim *claim = n > 0 ? find_disputed (f) : NULL;

  if (n == 0)
    return;
  if (claim == NULL)
    claim = galley_claim_list_peek (claims, random_work_pick (&f->work, MIN (n, N_SHARED)));
  g_test_message ("judge the claim at %u", galley_claim_get_range (claim).start);
  galley_window_focus_pane (window, "article");
  galley_article_view_set_current_claim (window->article_view, claim);
  random_window_judge (&f->work);
}

static void
hand_over (Fixture *f)
{
  g_autoptr (GFile) file = NULL;

  switch (random_work_pick (&f->work, 4))
    {
    case 0:
      merge (f, f->work.other, f->colleague);
      break;
    case 1:
      g_test_message ("package: into the window");
      file = write_package (f, f->colleague);
      galley_window_import (f->work.window.window, file);
      break;
    default:
      merge (f, f->colleague, f->work.other);
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
settle (Fixture *f)
{
  WAIT_UNTIL (galley_importer_get_n_total (f->work.window.window->importer) == 0);
  random_work_settle (&f->work);
  assert_sound (f->work.other);
}

/* When everybody has everything. */
static void
meet (Fixture *f)
{
  g_autoptr (GalleyCheck) here = NULL, there = NULL;
  g_autofree char *fault = NULL;

  galley_window_flush (f->work.window.window);
  settle (f);
  merge (f, f->colleague, f->work.other);
  merge (f, f->work.other, f->colleague);
  here = random_work_load (&f->work);
  there = random_work_load_at (&f->work, f->colleague);
  fault = window_oracle_compare (there, here);
  if (fault != NULL)
    g_error ("the colleague: %s", fault);
  settle (f);
}

static void
test_together (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      switch (random_work_pick (&f->work, 12))
        {
        case 0:
          random_work_elsewhere (&f->work);
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
          random_work_at (&f->work, f->colleague);
          break;
        default:
          random_window_work (&f->work);
        }
      random_work_go_on (&f->work);
      if (random_work_pick (&f->work, 8) == 0)
        settle (f);
      if (random_work_pick (&f->work, 40) == 0)
        meet (f);
    }
  meet (f);
}

int
main (int argc, char **argv)
{
  setvbuf (stdout, NULL, _IOLBF, 0);
  fixture_init (&argc, &argv);

  g_test_add ("/merge-random/together", Fixture, NULL, set_up, test_together, tear_down);

  return g_test_run ();
}
