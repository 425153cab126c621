/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-query.h"
#include "galley-range.h"
#include "galley-status.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GalleyTopic:
 *
 * Why something is on the agenda of a review session, gravest first. The nicks are in journals on
 * disk: frozen.
 */
typedef enum
{
  GALLEY_TOPIC_DISAGREEING, /* several people found different things, none knowing of another */
  GALLEY_TOPIC_DISPUTED,
  GALLEY_TOPIC_CHANGED, /* what was decided was decided on other words */
  GALLEY_TOPIC_PENDING,
  GALLEY_TOPIC_STARRED,    /* for the legal reader */
  GALLEY_TOPIC_SUGGESTION, /* words that nobody has marked or dismissed */
  GALLEY_TOPIC_CHOSEN,     /* somebody wanted it */
} GalleyTopic;
#define GALLEY_N_TOPICS (GALLEY_TOPIC_CHOSEN + 1)

const char *galley_topic_to_nick (GalleyTopic topic);
gboolean galley_topic_from_nick (const char *nick, GalleyTopic *out_topic);
const char *galley_topic_get_label (GalleyTopic topic);

/**
 * GalleyRuling:
 *
 * What kind of thing was decided. The nicks are in journals on disk: frozen.
 */
typedef enum
{
  GALLEY_RULING_VERDICT,    /* a status was given */
  GALLEY_RULING_KEEP,       /* it stays as it is */
  GALLEY_RULING_CORRECTION, /* other words are to stand there; the status stays */
  GALLEY_RULING_ASK,        /* somebody is to be asked something */
  GALLEY_RULING_NOTE,       /* what the words of the decision say */
  GALLEY_RULING_DISMISS,    /* words that nobody has to check */
} GalleyRuling;
#define GALLEY_N_RULINGS (GALLEY_RULING_DISMISS + 1)

const char *galley_ruling_to_nick (GalleyRuling ruling);
gboolean galley_ruling_from_nick (const char *nick, GalleyRuling *out_ruling);

/**
 * GalleyPoint:
 * @key: what it goes by within the session: the id of its claim, or where its words stand
 * @topic: why it is on the agenda
 * @claim_id: (nullable): the claim; %NULL for words that are no claim yet
 * @text: (nullable): SHA-256 of the text in which @range stands, where it is no claim
 * @range: the words, where it is no claim
 * @quote: (nullable): the words, where it is no claim
 * @is_parked: whether it was put off
 * @why_parked: (nullable): until what or whom
 * @parked_by: (nullable): who was at the keyboard then
 * @parked_at: when, milliseconds since 1970 UTC
 * @parked_in: (nullable): the sitting in which that was
 *
 * A point of the agenda. Read-only once it is in a session.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *key;
  GalleyTopic topic;
  char *claim_id;
  char *text;
  GalleyRange range;
  char *quote;
  gboolean is_parked;
  char *why_parked;
  char *parked_by;
  gint64 parked_at;
  char *parked_in;
} GalleyPoint;

#define GALLEY_TYPE_POINT (galley_point_get_type ())
GType galley_point_get_type (void);
GalleyPoint *galley_point_new_claim (GalleyTopic topic, const char *claim_id)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyPoint *galley_point_new_words (const char *text, GalleyRange range, const char *quote)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyPoint *galley_point_ref (GalleyPoint *self);
void galley_point_unref (GalleyPoint *self);

/**
 * GalleyDecision:
 * @id: UUID
 * @key: the point of the agenda
 * @claim_id: (nullable): the claim that was decided about, also where there was none before
 * @sitting: the sitting in which that was
 * @ruling: what kind of thing was decided
 * @decider: whose decision it is
 * @words: (nullable): what was said about it
 * @quote: the words that it was about, as they were then
 * @has_status: whether there is a claim, with a status, after it
 * @status: that status
 * @reason: (nullable): the reason after it
 * @correction: (nullable): the correction after it; "" is to strike the words
 * @had_status: whether there was a claim before it
 * @old_status: the status before
 * @old_reason: (nullable): the reason before
 * @old_correction: (nullable): the correction before
 * @old_by: (nullable): who had given the status before
 * @old_at: when, milliseconds since 1970 UTC
 * @addressee: whom the question is put to
 * @question: (nullable): what is to be asked
 * @query_id: (nullable): the query that was made of it
 * @decided_at: when, milliseconds since 1970 UTC
 * @noted_by: who was at the keyboard
 *
 * What was decided about a point of the agenda. Immutable; fields are read-only.
 */
typedef struct
{
  char *id;
  char *key;
  char *claim_id;
  char *sitting;
  GalleyRuling ruling;
  char *decider;
  char *words;
  char *quote;
  gboolean has_status;
  GalleyStatus status;
  char *reason;
  char *correction;
  gboolean had_status;
  GalleyStatus old_status;
  char *old_reason;
  char *old_correction;
  char *old_by;
  gint64 old_at;
  GalleyAddressee addressee;
  char *question;
  char *query_id;
  gint64 decided_at;
  char *noted_by;
} GalleyDecision;

void galley_decision_free (GalleyDecision *self);

/**
 * GalleySitting:
 * @id: UUID
 * @started_by: who was at the keyboard
 * @started_at: when people sat down, milliseconds since 1970 UTC
 * @last_at: when it ended; while it lasts, or if nobody ended it, when the last thing was done
 * @is_closed: whether somebody ended it
 *
 * A stretch of a session in one go.
 */
typedef struct
{
  char *id;
  char *started_by;
  gint64 started_at;
  gint64 last_at;
  gboolean is_closed;
} GalleySitting;

void galley_sitting_free (GalleySitting *self);

/**
 * GalleyAttendance:
 * @name: who
 * @since: when they came, milliseconds since 1970 UTC
 * @until: when they left, or 0 if they stayed
 */
typedef struct
{
  char *name;
  gint64 since;
  gint64 until;
} GalleyAttendance;

void galley_attendance_free (GalleyAttendance *self);

/**
 * GalleySessionState:
 *
 * Where a session stands. The nicks are in journals on disk: frozen.
 */
typedef enum
{
  GALLEY_SESSION_OPEN, /* people sit together, or did when their program was killed */
  GALLEY_SESSION_PAUSED,
  GALLEY_SESSION_ENDED,
} GalleySessionState;
#define GALLEY_N_SESSION_STATES (GALLEY_SESSION_ENDED + 1)

const char *galley_session_state_to_nick (GalleySessionState state);
gboolean galley_session_state_from_nick (const char *nick, GalleySessionState *out_state);

/**
 * GalleySession:
 * @id: UUID
 * @article_id: the article
 * @draft: number of the draft that was under check when it began, from 1
 * @heading: (nullable): what it is about, if not what such sessions usually are
 * @chair: who decides unless somebody else is named
 * @started_by: who was at the keyboard
 * @started_at: when it began, milliseconds since 1970 UTC
 * @state: where it stands
 * @ended_at: when it ended, milliseconds since 1970 UTC, or 0
 * @points: (element-type GalleyPoint): the agenda in its order
 * @decisions: (element-type GalleyDecision): in the order of time
 * @sittings: (element-type GalleySitting): likewise
 * @attendance: (element-type GalleyAttendance): likewise
 *
 * A review session as the library has it at one moment. Immutable once it is filled; fields are
 * read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *id;
  char *article_id;
  guint draft;
  char *heading;
  char *chair;
  char *started_by;
  gint64 started_at;
  GalleySessionState state;
  gint64 ended_at;
  GPtrArray *points;
  GPtrArray *decisions;
  GPtrArray *sittings;
  GPtrArray *attendance;
} GalleySession;

#define GALLEY_TYPE_SESSION (galley_session_get_type ())
GType galley_session_get_type (void);
GalleySession *galley_session_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;
GalleySession *galley_session_ref (GalleySession *self);
void galley_session_unref (GalleySession *self);

GalleyPoint *galley_session_find_point (GalleySession *self, const char *key);
GalleyDecision *galley_session_find_decision (GalleySession *self, const char *key);
GalleySitting *galley_session_get_last_sitting (GalleySession *self);
gint64 galley_session_get_duration (GalleySession *self, gint64 now);
GPtrArray *galley_session_list_points (GalleySession *self) G_GNUC_WARN_UNUSED_RESULT;
GStrv galley_session_list_present (GalleySession *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyPoint, galley_point_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDecision, galley_decision_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleySitting, galley_sitting_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyAttendance, galley_attendance_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleySession, galley_session_unref)

G_END_DECLS
