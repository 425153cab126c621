/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures programs from outside, each in the same way, by what is on the screen and by what the
 * kernel says. */

#include "bench-program.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define TIMEOUT_MS 90000
#define POLL_US 4000
#define FIRST_POLL_US 50000 /* no window is there before, and asking takes time from it */
#define IDLE_MS 1500

static double
elapsed_ms (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1000.0;
}

static gboolean
is_shown (Display *display, const BenchSign *sign)
{
  XImage *image = XGetImage (display, DefaultRootWindow (display), sign->x, sign->y, sign->width,
                             sign->height, AllPlanes, ZPixmap);
  double n_dark = 0, n_all = (double) sign->width * sign->height;

  if (image == NULL)
    return FALSE;

  for (int y = 0; y < sign->height; y++)
    for (int x = 0; x < sign->width; x++)
      {
        gulong pixel = XGetPixel (image, x, y);

        n_dark += (pixel & 0xff) + (pixel >> 8 & 0xff) + (pixel >> 16 & 0xff) < 3 * 128;
      }
  XDestroyImage (image);

  return n_dark >= sign->min_dark * n_all && n_dark <= 0.5 * n_all;
}

static gboolean
read_cpu (GPid pid, char *out_state, double *out_cpu_ms)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", (int) pid);
  g_autofree char *line = NULL;
  const char *fields;
  gulong user, system;

  if (!g_file_get_contents (path, &line, NULL, NULL))
    return FALSE;
  fields = strrchr (line, ')');
  if (fields == NULL || sscanf (fields + 1, " %c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
                                out_state, &user, &system) != 3)
    return FALSE;

  *out_cpu_ms = (user + system) * 1000.0 / sysconf (_SC_CLK_TCK);
  return TRUE;
}

static double
read_peak_mb (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", (int) pid);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  line = strstr (text, "VmHWM:");

  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) / 1024 : 0;
}

static double
wait_for_sign (const BenchSign *sign, gint64 start)
{
  Display *display = XOpenDisplay (NULL);
  double shown_ms = -1;

  g_assert_nonnull (display);
  g_usleep (FIRST_POLL_US);
  while (shown_ms < 0 && elapsed_ms (start) < TIMEOUT_MS)
    {
      if (is_shown (display, sign))
        shown_ms = elapsed_ms (start);
      else
        g_usleep (POLL_US);
    }
  XCloseDisplay (display);

  return shown_ms;
}

/* Until the process has slept for a while without using the processor. */
static void
wait_until_idle (GPid pid)
{
  gint64 start = g_get_monotonic_time (), since = start;
  double cpu_ms, cpu_ms_before = 0;
  char state;

  while (elapsed_ms (since) < IDLE_MS && elapsed_ms (start) < TIMEOUT_MS)
    {
      if (!read_cpu (pid, &state, &cpu_ms))
        return;
      if (state == 'R' || cpu_ms > cpu_ms_before + 10)
        {
          since = g_get_monotonic_time ();
          cpu_ms_before = cpu_ms;
        }
      g_usleep (20000);
    }
}

/**
 * bench_program_run:
 * @argv: the program and its arguments
 * @variables: what is to be in its environment besides, "NAME=value"
 * @sign: when it is started
 * @until_idle: whether to let it go on until it has nothing more to do
 *
 * Starts a program, measures it and kills it.
 *
 * Returns: what it cost
 */
BenchRun
bench_program_run (const char *const *argv,
                   const char *const *variables,
                   const BenchSign *sign,
                   gboolean until_idle)
{
  g_auto (GStrv) environment = g_environ_unsetenv (g_get_environ (), "G_DEBUG");
  g_autoptr (GError) error = NULL;
  GSpawnFlags flags = G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL;
  BenchRun run = { 0 };
  gint64 start;
  char state;
  GPid pid;

  for (guint i = 0; variables[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (variables[i], "=", 2);

      environment = g_environ_setenv (environment, pair[0], pair[1], TRUE);
    }

  start = g_get_monotonic_time ();
  g_spawn_async (/* working_directory= */ NULL, (char **) argv, environment, flags,
                 /* child_setup= */ NULL, /* user_data= */ NULL, &pid, &error);
  g_assert_no_error (error);
  run.shown_ms = wait_for_sign (sign, start);
  read_cpu (pid, &state, &run.shown_cpu_ms);
  if (until_idle)
    wait_until_idle (pid);
  read_cpu (pid, &state, &run.cpu_ms);
  run.peak_mb = read_peak_mb (pid);

  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);
  /* The next window is not to be taken for this one. */
  g_usleep (300000);

  return run;
}
