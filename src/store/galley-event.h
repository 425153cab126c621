/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyEvent:
 * @id: number in this file; 0 before it is written
 * @replica: UUID of the copy of the library that appended it
 * @seq: its number there, from 1 without gaps; with @replica the event's identity
 * @clock: hybrid logical clock: milliseconds since 1970 UTC, shifted left by 16, plus a counter. It
 *   grows from event to event whatever the machine's clock does: it is the order of events
 * @time: UTC, ISO 8601: when it was done, as far as the machine knew. Usually what @clock shows;
 * see galley_clock_next()
 * @actor: who did it
 * @article: (nullable): the article that it concerns
 * @subject: what it is about
 * @kind: see galley-kinds.c
 * @base: (nullable): identity ("replica:seq") of the event whose value it replaces
 * @unit: UUID of the undo unit: what one person did in one step
 * @act: "do", "undo" or "redo"
 * @verb: nick of the step
 * @target: (nullable): the unit that is undone or done again
 * @body: (nullable): JSON object with "to", what is true from now on, and "from", what was; %NULL
 *   once it was purged
 *
 * One event of the journal.
 *
 * Events of a replica are chained. An event's digest is the SHA-256 of its body; its chain value is
 * the SHA-256 of the chain value before it (64 zeros for the first) followed by the fields replica,
 * seq, clock, time, actor, article, subject, kind, base, unit, act, verb, target and digest, each
 * as a netstring ("5:pluto,"; an absent field is "-,"). Numbers are decimal, digests hexadecimal.
 * So a body can be purged and the chain still verifies.
 */
typedef struct
{
  gint64 id;
  const char *replica;
  gint64 seq;
  gint64 clock;
  const char *time;
  const char *actor;
  const char *article;
  const char *subject;
  const char *kind;
  const char *base;
  const char *unit;
  const char *act;
  const char *verb;
  const char *target;
  const char *body;
} GalleyEvent;

#define GALLEY_EVENT_FIRST_CHAIN "0000000000000000000000000000000000000000000000000000000000000000"

char *galley_event_digest (const GalleyEvent *event) G_GNUC_WARN_UNUSED_RESULT;
char *galley_event_chain (const GalleyEvent *event, const char *digest, const char *previous)
    G_GNUC_WARN_UNUSED_RESULT;
gint64 galley_event_get_time_ms (const GalleyEvent *event);

/* How far ahead of this machine's clock others may be: as far as calendars differ around the world.
 * What shows a later time than that is of a clock that is wrong. */
#define GALLEY_CLOCK_MAX_AHEAD_MS (G_GINT64_CONSTANT (26) * 60 * 60 * 1000)

/* The year 3000: that far in the future there is nothing but nonsense. */
#define GALLEY_CLOCK_END_MS G_GINT64_CONSTANT (32503680000000)

/* The year 4000: where a clock has shown the year 3000, the order of events has room to go on. */
#define GALLEY_CLOCK_LAST_MS G_GINT64_CONSTANT (64060588800000)

gint64 galley_clock_now_ms (void);
gboolean galley_clock_is_astray (gint64 last_clock);
gboolean galley_clock_is_lost (void);
gint64 galley_clock_next (gint64 last_clock);
char *galley_clock_format (gint64 time_ms) G_GNUC_WARN_UNUSED_RESULT;
gint64 galley_clock_read (gint64 clock, const char *time);

G_END_DECLS
