/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-anchor.h"
#include "galley-body.h"
#include "galley-claim.h"
#include "galley-document.h"
#include "galley-status.h"

G_BEGIN_DECLS

/* The verbs that a checker performs. Each returns an action to hand to the desk; none changes
 * anything by itself. */

/**
 * GalleyMark:
 * @range: the words to mark
 * @status: where the claim is to stand
 * @reason: (nullable): why
 * @note: (nullable)
 */
typedef struct
{
  GalleyRange range;
  GalleyStatus status;
  const char *reason;
  const char *note;
} GalleyMark;

GalleyAction *galley_verb_mark (const char *article_id,
                                GalleyDocument *document,
                                const GalleyMark *marks,
                                guint n_marks) G_GNUC_WARN_UNUSED_RESULT;
char *galley_verb_add_mark (GalleyAction *action,
                            const char *article_id,
                            GalleyDocument *document,
                            const GalleyMark *mark) G_GNUC_WARN_UNUSED_RESULT;
char *galley_verb_add_stray (GalleyAction *action,
                             const char *article_id,
                             const GalleyAnchor *anchor,
                             const GalleyMark *mark,
                             GalleyPlace place) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_move (GalleyClaim *claim, GalleyDocument *document, GalleyRange range)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_set_status (const char *const *claim_ids,
                                      GalleyStatus status,
                                      const char *reason) G_GNUC_WARN_UNUSED_RESULT;
void galley_verb_add_status (GalleyAction *action,
                             const char *claim_id,
                             GalleyStatus status,
                             const char *reason);
GalleyAction *galley_verb_set_note (const char *claim_id, const char *note)
    G_GNUC_WARN_UNUSED_RESULT;
void
galley_verb_add_correction (GalleyAction *action, const char *claim_id, const char *correction);
GalleyAction *galley_verb_set_correction (const char *claim_id, const char *correction)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_delete_claims (const char *const *claim_ids) G_GNUC_WARN_UNUSED_RESULT;

GalleyAction *galley_verb_dismiss (const char *article_id,
                                   GalleyDocument *document,
                                   GalleyRange range,
                                   GalleyDismissalKind kind) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_restore_suggestion (const char *dismissal_id) G_GNUC_WARN_UNUSED_RESULT;

GalleyAction *galley_verb_archive (const char *article_id, gboolean archived)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_verb_remove_article (const char *article_id) G_GNUC_WARN_UNUSED_RESULT;

GalleyAction *galley_verb_make_single (const char *verb,
                                       const char *kind,
                                       const char *subject_id,
                                       GalleyBody *body) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_verb_replaces (GalleyAction *later, GalleyAction *earlier);

G_END_DECLS
