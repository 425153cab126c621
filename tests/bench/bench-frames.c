/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-frames.h"

#include <time.h>

/* Nothing to do for so long is idle: longer than a frame, and than a fresh row takes to appear. */
#define IDLE_MS 150

double
bench_frames_now_ms (void)
{
  return g_get_monotonic_time () / 1000.0;
}

/**
 * bench_frames_cpu_ms:
 *
 * Returns: the processor's time that this thread has taken, in milliseconds
 */
double
bench_frames_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * bench_frames_get_part:
 * @values: (element-type double): is sorted
 * @part: such as 0.5 for the median, 1 for the largest
 *
 * Returns: the value that this part of @values does not exceed; 0 if there are none
 */
double
bench_frames_get_part (GArray *values, double part)
{
  if (values->len == 0)
    return 0;

  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (guint) (part * (values->len - 1)));
}

static void
before_paint_cb (BenchFrames *self)
{
  self->wall_start = bench_frames_now_ms ();
  self->cpu_start = bench_frames_cpu_ms ();
}

static void
after_paint_cb (BenchFrames *self)
{
  double wall = bench_frames_now_ms () - self->wall_start;
  double cpu = bench_frames_cpu_ms () - self->cpu_start;

  g_array_append_val (self->wall, wall);
  g_array_append_val (self->cpu, cpu);
}

/**
 * bench_frames_new:
 * @window: a window that is realized
 *
 * Returns: (transfer full): what takes down every frame of @window from now on
 */
BenchFrames *
bench_frames_new (GtkWidget *window)
{
  BenchFrames *self = g_new0 (BenchFrames, 1);

  self->clock = g_object_ref (gtk_widget_get_frame_clock (window));
  self->wall = g_array_new (FALSE, FALSE, sizeof (double));
  self->cpu = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect_swapped (self->clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect_swapped (self->clock, "after-paint", G_CALLBACK (after_paint_cb), self);

  return self;
}

void
bench_frames_free (BenchFrames *self)
{
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_object_unref (self->clock);
  g_array_unref (self->wall);
  g_array_unref (self->cpu);
  g_free (self);
}

/**
 * bench_frames_run_idle:
 *
 * Runs the main loop until there is nothing more to do.
 *
 * Returns: the processor's time that the main loop took for what there was to do, in milliseconds
 */
double
bench_frames_run_idle (void)
{
  double since = bench_frames_now_ms (), cpu_ms = 0;

  while (bench_frames_now_ms () - since < IDLE_MS)
    {
      double before = bench_frames_cpu_ms ();

      if (g_main_context_iteration (NULL, /* may_block= */ FALSE))
        {
          cpu_ms += bench_frames_cpu_ms () - before;
          since = bench_frames_now_ms ();
        }
      else
        g_usleep (1000);
    }

  return cpu_ms;
}
