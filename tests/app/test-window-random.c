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
  return random_work_main (argc, argv, "/window-random/together", test_together);
}
