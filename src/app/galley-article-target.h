/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

G_BEGIN_DECLS

/**
 * GalleyTargetKind:
 * @GALLEY_TARGET_NONE: nothing
 * @GALLEY_TARGET_CLAIM: a claim
 * @GALLEY_TARGET_SELECTION: words that somebody selected and that are no claim
 * @GALLEY_TARGET_SUGGESTION: a sentence that is still only suggested
 * @GALLEY_TARGET_SENTENCE: a sentence of which something is marked or dismissed already
 *
 * What kind of thing a single key acts on.
 */
typedef enum
{
  GALLEY_TARGET_NONE,
  GALLEY_TARGET_CLAIM,
  GALLEY_TARGET_SELECTION,
  GALLEY_TARGET_SUGGESTION,
  GALLEY_TARGET_SENTENCE,
} GalleyTargetKind;

/**
 * GalleyTarget:
 * @kind: what it is
 * @range: the words; empty if it is nothing
 * @claim: (nullable): the claim if it is one; owned by the check
 *
 * What a single key acts on.
 */
typedef struct
{
  GalleyTargetKind kind;
  GalleyRange range;
  GalleyClaim *claim;
} GalleyTarget;

GalleyTarget galley_article_target_of_selection (GalleyCheck *check,
                                                 GalleyRange selection,
                                                 GalleyClaim *current);
GalleyTarget galley_article_target_at_caret (GalleyCheck *check, guint caret, GalleyClaim *current);
GalleyClaim *galley_article_target_find_claim (GalleyCheck *check, guint caret);
gboolean galley_article_target_is_at_caret (GalleyCheck *check, GalleyClaim *claim, guint caret);

GalleyClaim *galley_article_target_get_next_claim (GPtrArray *claims, GalleyClaim *current);
guint galley_article_target_get_next_note (GPtrArray *notes, guint caret);

G_END_DECLS
