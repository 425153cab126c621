/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-desk.h"
#include "galley-verbs.h"

G_BEGIN_DECLS

/**
 * GalleyReadingChoice:
 * @scope: which claims are to be read
 * @size: how many of them, for a sample; at least 1
 * @seed: (nullable): what a sample is drawn by
 * @with_sources: whether the reader is to see the sources that the check found
 *
 * What a second reading is to be.
 */
typedef struct
{
  GalleyReadingScope scope;
  guint size;
  const char *seed;
  gboolean with_sources;
} GalleyReadingChoice;

char *galley_reading_make_seed (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_reading_choose (GalleyClaimList *claims, const GalleyReadingChoice *choice)
    G_GNUC_WARN_UNUSED_RESULT;

GalleyAction *galley_verb_start_reading (const char *article_id,
                                         GPtrArray *claims,
                                         const GalleyReadingChoice *choice)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_read_claims (GalleyReading *reading,
                                       const char *const *claim_ids,
                                       GalleyStatus status,
                                       const char *reason,
                                       const char *note) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_take_reading (GalleyReading *reading) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_end_reading (GalleyReading *reading) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_remove_reading (GalleyReading *reading) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_make_blind (GalleyCheck *check, GalleyAction *action)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_check_is_read_apart (GalleyCheck *check, GalleyClaim *claim);
GalleyAction *galley_verb_keep_first (GalleyCheck *check, GalleyAction *action)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_desk_keep_first (GalleyDesk *desk, GalleyAction *action, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_settle (GalleyCheck *check,
                                  const char *const *claim_ids,
                                  GalleyStatus status,
                                  const char *reason) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
