/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-clocks.h"

#define HOUR_MS (G_GINT64_CONSTANT (60) * 60 * 1000)
#define YEAR_MS (365 * 24 * HOUR_MS)
#define BEGIN_MS G_GINT64_CONSTANT (1788000000000) /* in August 2026 */

typedef struct
{
  MergeClockKind kind;
  gint64 ahead_ms; /* of what is right; of a clock that stands, what it shows */
} Clock;

static Clock clocks[MERGE_N_CLOCKS];
static gint64 right_ms = BEGIN_MS;
static guint present;

static gint64
show_ms (const Clock *self)
{
  return self->kind == MERGE_CLOCK_STANDING ? self->ahead_ms : right_ms + self->ahead_ms;
}

/**
 * merge_clocks_set:
 * @clock: a computer's
 *
 * Makes a clock wrong in one way, by chance how far.
 */
void
merge_clocks_set (guint clock, MergeClockKind kind)
{
  Clock *self = &clocks[clock];

  self->kind = kind;
  self->ahead_ms = 0;
  switch (kind)
    {
    case MERGE_CLOCK_OFF:
      self->ahead_ms = g_test_rand_int_range (-30, 31) * HOUR_MS;
      break;
    case MERGE_CLOCK_STANDING:
      self->ahead_ms = right_ms + g_test_rand_int_range (-30, 31) * HOUR_MS;
      break;
    case MERGE_CLOCK_EPOCH:
      self->ahead_ms = -right_ms;
      break;
    case MERGE_CLOCK_FUTURE:
    case MERGE_CLOCK_MENDED:
      self->ahead_ms = 74 * YEAR_MS;
      break;
    case MERGE_CLOCK_END:
      self->ahead_ms = 1074 * YEAR_MS;
      break;
    case MERGE_CLOCK_RIGHT:
    case MERGE_CLOCK_JUMPING:
    case MERGE_N_CLOCK_KINDS:
    default:
      break;
    }
}

/**
 * merge_clocks_look_at:
 * @clock: the computer at which somebody is
 * @passed_ms: how much time has passed; none is very little
 *
 * From now on g_get_real_time() is what that computer shows.
 */
void
merge_clocks_look_at (guint clock, guint64 passed_ms)
{
  Clock *self = &clocks[clock];

  right_ms += passed_ms;
  present = clock;
  if (self->kind == MERGE_CLOCK_JUMPING && g_test_rand_int_range (0, 4) == 0)
    self->ahead_ms = g_test_rand_int_range (-48, 49) * HOUR_MS;
}

/**
 * merge_clocks_mend:
 *
 * Sets a clock right that was to be.
 */
void
merge_clocks_mend (guint clock)
{
  if (clocks[clock].kind == MERGE_CLOCK_MENDED)
    merge_clocks_set (clock, MERGE_CLOCK_RIGHT);
}

/**
 * merge_clocks_stop:
 *
 * Makes all clocks stand at what they show.
 */
void
merge_clocks_stop (void)
{
  for (guint i = 0; i < MERGE_N_CLOCKS; i++)
    clocks[i] = (Clock){ MERGE_CLOCK_STANDING, show_ms (&clocks[i]) };
}

/* The program's own, of a library that is linked statically into this, is never asked. */
gint64
g_get_real_time (void)
{
  return 1000 * show_ms (&clocks[present]);
}
