/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-claim.h"
#include "galley-document.h"

G_BEGIN_DECLS

/* What is done about claims whose words are not what they were. */

GalleyAction *galley_verb_relink (const char *claim_id,
                                  GalleyDocument *document,
                                  GalleyRange range,
                                  gboolean keeps_verdict) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_retire (const char *const *claim_ids) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_keep_verdict (const char *const *claim_ids) G_GNUC_WARN_UNUSED_RESULT;

void galley_verb_add_place (GalleyAction *action,
                            const char *article_id,
                            const char *claim_id,
                            GalleyPlace place,
                            GalleyDocument *document,
                            GalleyRange range,
                            GalleyDifference differences);

G_END_DECLS
