/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A package with ten new events comes into a library of a thousand articles with a hundred claims
 * each, and into one of a single article of 1 MB with 10,000 claims: how much of the processor that
 * takes beside folding the whole journal, if nothing was done here meanwhile, and if something was.
 */

#include "bench-library.h"

#include "galley-desk-package.h"
#include "galley-library.h"
#include "galley-verbs.h"

#include <glib/gstdio.h>
#include <sys/resource.h>

#define N_EVENTS 10

static GBytes *export(GalleyDesk *desk, const char *article_id)
{
  const char *const ids[] = { article_id, NULL };
  g_autofree char *path = g_strconcat (galley_desk_get_path (desk), ".galley", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *error = NULL;
  char *contents;
  gsize size_bytes;

  galley_desk_write_package (desk, article_id != NULL ? ids : NULL, file, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, &size_bytes, &error);
  g_assert_no_error (error);
  g_unlink (path);

  return g_bytes_new_take (contents, size_bytes);
}

/* Of the processor, whatever else the machine does. */
static double
read_cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0 +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0;
}

static double
import (GalleyDesk *desk, GBytes *package, guint n_new)
{
  double start_ms = read_cpu_ms ();
  GError *error = NULL;
  g_autoptr (GalleyMergeResult) result = galley_desk_merge_package (desk, package, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_new > 0 ? n_new : result->n_new, ==, result->n_new);
  return read_cpu_ms () - start_ms;
}

static void
check_claims (GalleyDesk *desk, const char *article_id)
{
  GError *error = NULL;
  g_autoptr (GalleyCheck) check = galley_desk_load (desk, article_id, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < N_EVENTS; i++)
    {
      const char *ids[] = {
        galley_claim_get_id (galley_claim_list_peek (galley_check_get_claims (check), i)), NULL
      };
      GalleyAction *action = galley_verb_set_status (ids, GALLEY_STATUS_DISPUTED, "seen again");
      g_autoptr (GalleyOutcome) outcome = galley_desk_perform (desk, action, NULL, &error);

      g_assert_no_error (error);
      galley_action_unref (action);
    }
}

static double
fold_all (const char *path)
{
  GError *error = NULL;
  g_autoptr (GalleyLibrary) library = galley_library_open (path, &error);
  double start_ms = read_cpu_ms ();
  guint n_events;

  g_assert_no_error (error);
  g_assert_true (galley_library_replay (library, &n_events, &error));
  return read_cpu_ms () - start_ms;
}

static double
read_peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static GalleyDesk *
open_desk (const char *path, const char *actor)
{
  GError *error = NULL;
  GalleyDesk *desk = galley_desk_open (path, actor, NULL, &error);

  g_assert_no_error (error);
  return desk;
}

static void
measure (const char *name, guint n_articles, guint n_claims)
{
  g_autoptr (BenchLibrary) library = bench_library_new (n_articles, n_claims);
  g_autofree char *other_path = g_build_filename (library->folder, "other.galleydb", NULL);
  double fold_ms = fold_all (library->path), first_ms, after_ms, between_ms;
  g_autoptr (GalleyDesk) here = open_desk (library->path, "Ana");
  g_autoptr (GalleyDesk) there = open_desk (other_path, "Ben");
  g_autoptr (GBytes) all = export(here, NULL);
  g_autoptr (GBytes) news = NULL;
  g_autoptr (GBytes) later_news = NULL;

  first_ms = import (there, all, 0);
  check_claims (there, library->article_id);
  news = export(there, library->article_id);
  after_ms = import (here, news, N_EVENTS);

  check_claims (there, library->article_id);
  check_claims (here, library->article_id);
  later_news = export(there, library->article_id);
  between_ms = import (here, later_news, N_EVENTS);

  g_print (
      "%s: folding all %.0f ms, a new copy by a package %.0f ms; ten events after all others "
      "%.0f ms: ratio %.3f; ten events among others %.0f ms: ratio %.2f; peak memory %.0f MB\n",
      name, fold_ms, first_ms, after_ms, after_ms / fold_ms, between_ms, between_ms / fold_ms,
      read_peak_mb ());
}

int
main (void)
{
  measure ("an article of 1 MB", 1, 10000);
  measure ("1,000 articles", 1000, 100);

  return 0;
}
