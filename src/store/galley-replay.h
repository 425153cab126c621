/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-db.h"
#include "galley-event.h"
#include "galley-index.h"

G_BEGIN_DECLS

/* Reading the journal back, to fold it anew. Columns of a row, for galley_replay_read_event(); the
 * digest and the chain value are the last two. */
#define GALLEY_REPLAY_EVENTS                                                                       \
  "SELECT e.id, r.id, e.seq, e.clock, e.time, e.actor, e.article, e.subject, e.kind, e.base,"      \
  " e.unit, e.act, e.verb, e.target, e.body, e.digest, e.chain"                                    \
  " FROM event e JOIN replica r ON r.no = e.replica"

/* Takes an event that could not be folded, and why. */
typedef void (*GalleyReplayFailedFunc) (const GalleyEvent *event,
                                        const GError *problem,
                                        gpointer user_data);

GalleyEvent galley_replay_read_event (GalleyStatement *row);
GalleyDb *galley_replay_open_fold (GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_replay_fold (GalleyDb *from,
                             GalleyDb *into,
                             GalleyReplayFailedFunc failed,
                             gpointer user_data,
                             guint *out_n_events,
                             GError **error);
gboolean galley_replay_go_on (GalleyDb *db, gint64 first_event, GalleyIndex *index, GError **error);

G_END_DECLS
