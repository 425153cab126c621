/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The clocks of several computers. Time passes for all of them alike; what each shows does not. */

#define MERGE_N_CLOCKS 3

typedef enum
{
  MERGE_CLOCK_RIGHT,
  MERGE_CLOCK_OFF,     /* by some hours */
  MERGE_CLOCK_JUMPING, /* to and fro, by up to two days */
  MERGE_CLOCK_STANDING,
  MERGE_CLOCK_EPOCH,  /* began in 1970 when the computer was switched on */
  MERGE_CLOCK_FUTURE, /* in 2100 */
  MERGE_CLOCK_MENDED, /* in 2100 until somebody sets it right */
  MERGE_CLOCK_END,    /* in 3100, which no clock is believed */
  MERGE_N_CLOCK_KINDS
} MergeClockKind;

void merge_clocks_set (guint clock, MergeClockKind kind);
void merge_clocks_look_at (guint clock, guint64 passed_ms);
void merge_clocks_mend (guint clock);
void merge_clocks_stop (void);
