/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BenchSign:
 * @x: left edge of a part of the screen, in pixels
 * @y: its upper edge
 * @width: in pixels
 * @height: in pixels
 * @min_dark: which part of its pixels has to be dark, from 0 to 1; never more than half may be
 *
 * What a program's window looks like once it shows what is waited for: letters on paper.
 */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
  double min_dark;
} BenchSign;

/**
 * BenchRun:
 * @shown_ms: from the start of the process until the sign is on the screen; -1 if it never was
 * @shown_cpu_ms: of the processor's time until then
 * @cpu_ms: the same, or until the program has nothing more to do
 * @peak_mb: the most memory that was ever resident
 *
 * What it cost to start a program.
 */
typedef struct
{
  double shown_ms;
  double shown_cpu_ms;
  double cpu_ms;
  double peak_mb;
} BenchRun;

BenchRun bench_program_run (const char *const *argv,
                            const char *const *variables,
                            const BenchSign *sign,
                            gboolean until_idle);

G_END_DECLS
