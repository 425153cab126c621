/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-window.h"

/* See random-work.h. */

#define N_STEPS 150

static void
test_together (RandomWork *f, gconstpointer data)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      if (random_work_pick (f, 4) == 0)
        random_work_elsewhere (f);
      else
        random_window_work (f);
      random_work_go_on (f);
      if (random_work_pick (f, 6) == 0)
        random_work_settle (f);
    }
  galley_window_flush (f->window.window);
  random_work_settle (f);
}

int
main (int argc, char **argv)
{
  /* What was done is told even if the program is ended for what comes of it. */
  setvbuf (stdout, NULL, _IOLBF, 0);
  fixture_init (&argc, &argv);

  g_test_add ("/window-random/together", RandomWork, NULL, random_work_set_up, test_together,
              random_work_tear_down);

  return g_test_run ();
}
