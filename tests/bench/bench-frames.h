/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BenchFrames:
 * @clock: of the window
 * @wall: (element-type double): how long each frame took, in milliseconds
 * @cpu: (element-type double): how much of the processor's time the main thread took for it
 *
 * The frames that a window drew, from before it is laid out until it is painted.
 */
typedef struct
{
  GdkFrameClock *clock;
  GArray *wall;
  GArray *cpu;
  double wall_start;
  double cpu_start;
} BenchFrames;

double bench_frames_now_ms (void);
double bench_frames_cpu_ms (void);
double bench_frames_get_part (GArray *values, double part);

BenchFrames *bench_frames_new (GtkWidget *window) G_GNUC_WARN_UNUSED_RESULT;
void bench_frames_free (BenchFrames *self);
double bench_frames_run_idle (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchFrames, bench_frames_free)

G_END_DECLS
