/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-session.h"

G_BEGIN_DECLS

/* What is on the agenda of a review session. A claim is on it once, for the gravest of the reasons
 * that were asked for. */

GPtrArray *galley_agenda_build (GalleyCheck *check, const GalleyTopic *topics, guint n_topics)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_agenda_build_from_claims (GalleyCheck *check, const char *const *claim_ids)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_agenda_count (GPtrArray *points, guint *out_counts);
gboolean galley_agenda_move (GPtrArray *points, guint from, guint to);

G_END_DECLS
