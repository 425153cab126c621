/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-colleague.h"

#include "galley-desk-package.h"

/* Gives the colleague what there is. */
void
random_colleague_invite (RandomWork *f)
{
  g_autofree char *path = window_fixture_get_path (&f->window, "colleague.galleydb");
  GError *error = NULL;

  f->colleague = galley_desk_open (path, "Cleo", /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
  random_work_act (f, "mark-all");
  random_work_settle (f);
  random_colleague_merge (f, f->other, f->colleague);
}

GFile *
random_colleague_write_package (RandomWork *f, GalleyDesk *from)
{
  const char *ids[] = { f->window.window->article_id, NULL };
  g_autofree char *name = g_strdup_printf ("%u.galley", ++f->n_packages);
  g_autofree char *path = window_fixture_get_path (&f->window, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *error = NULL;

  galley_desk_write_package (from, ids, file, /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&file);
}

void
random_colleague_merge (RandomWork *f, GalleyDesk *from, GalleyDesk *into)
{
  g_autoptr (GFile) file = random_colleague_write_package (f, from);
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

/* The colleague does something, or what they did comes into the library of the window by another
 * program, or they get what was done here. */
void
random_colleague_work (RandomWork *f)
{
  switch (random_work_pick (f, 5))
    {
    case 0:
      random_colleague_merge (f, f->other, f->colleague);
      break;
    case 1:
    case 2:
      random_colleague_merge (f, f->colleague, f->other);
      break;
    default:
      random_work_at (f, f->colleague);
    }
}
