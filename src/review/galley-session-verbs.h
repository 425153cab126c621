/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-claim.h"
#include "galley-dismissal.h"
#include "galley-document.h"
#include "galley-session.h"

G_BEGIN_DECLS

/* What people do in a review session. As in galley-verbs.h, each function returns an action to hand
 * to the desk. */

/**
 * GalleySessionPlan:
 * @heading: (nullable): what the session is about, if not what such sessions usually are
 * @chair: who decides unless somebody else is named
 * @present: (array zero-terminated=1): names of those who are present, the chair among them
 * @points: (element-type GalleyPoint): the agenda, see galley-agenda.h
 *
 * A session that is to begin.
 */
typedef struct
{
  const char *heading;
  const char *chair;
  const char *const *present;
  GPtrArray *points;
} GalleySessionPlan;

GalleyAction *galley_verb_start_session (const char *article_id, const GalleySessionPlan *plan)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_change_present (GalleySession *session,
                                          const char *chair,
                                          const char *const *present) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_order_agenda (GalleySession *session, GPtrArray *points)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *
galley_verb_park (GalleySession *session, const char *key, gboolean parked, const char *why)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_pause_session (GalleySession *session) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_resume_session (GalleySession *session,
                                          const char *chair,
                                          const char *const *present) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_end_session (GalleySession *session) G_GNUC_WARN_UNUSED_RESULT;

/**
 * GalleyResolution:
 * @ruling: what kind of thing was decided
 * @decider: whose decision it is
 * @words: (nullable): what was said about it; with %GALLEY_RULING_NOTE the note
 * @status: the status, with %GALLEY_RULING_VERDICT
 * @reason: (nullable): its reason
 * @corrects: whether @correction is to stand there from now on
 * @correction: (nullable): replacement text, "" to strike the words, or %NULL for none
 * @query: what is to be asked, with %GALLEY_RULING_ASK
 * @dismissal: why nobody has to check the words, with %GALLEY_RULING_DISMISS
 *
 * A decision that is to be noted.
 */
typedef struct
{
  GalleyRuling ruling;
  const char *decider;
  const char *words;
  GalleyStatus status;
  const char *reason;
  gboolean corrects;
  const char *correction;
  GalleyQueryFields query;
  GalleyDismissalKind dismissal;
} GalleyResolution;

gboolean galley_verb_can_decide (GalleyClaim *claim, GalleyRuling ruling);
GalleyAction *galley_verb_decide (GalleySession *session,
                                  GalleyPoint *point,
                                  GalleyClaim *claim,
                                  GalleyDocument *document,
                                  const GalleyResolution *resolution) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
