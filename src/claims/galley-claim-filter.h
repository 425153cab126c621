/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim-list.h"
#include "galley-text.h"

G_BEGIN_DECLS

/* What a second reader has not judged yet, and every status with it, for
 * galley_claim_filter_set_statuses(). */
#define GALLEY_CLAIM_FILTER_UNJUDGED (1u << GALLEY_N_STATUSES)
#define GALLEY_CLAIM_FILTER_ALL ((GALLEY_CLAIM_FILTER_UNJUDGED << 1) - 1)

/**
 * GalleyClaimTraits:
 * @GALLEY_CLAIM_TRAIT_STARRED: has the legal star
 * @GALLEY_CLAIM_TRAIT_HIGH: is of high priority
 * @GALLEY_CLAIM_TRAIT_ASSIGNED: is to be checked by a certain person
 * @GALLEY_CLAIM_TRAIT_CHANGED: is to be checked again, since its words are others than those on
 *   which it was decided
 * @GALLEY_CLAIM_TRAIT_APART: a second reader found something else, and nobody has decided yet
 *
 * What a claim can be asked to be, besides its status.
 */
typedef enum
{
  GALLEY_CLAIM_TRAIT_STARRED = 1 << 0,
  GALLEY_CLAIM_TRAIT_HIGH = 1 << 1,
  GALLEY_CLAIM_TRAIT_ASSIGNED = 1 << 2,
  GALLEY_CLAIM_TRAIT_CHANGED = 1 << 3,
  GALLEY_CLAIM_TRAIT_APART = 1 << 4,
} GalleyClaimTraits;

#define GALLEY_TYPE_CLAIM_FILTER (galley_claim_filter_get_type ())
G_DECLARE_FINAL_TYPE (GalleyClaimFilter, galley_claim_filter, GALLEY, CLAIM_FILTER, GObject)

GalleyClaimFilter *galley_claim_filter_new (GalleyClaimList *claims, GalleyText *text)
    G_GNUC_WARN_UNUSED_RESULT;

/* Whether a claim has a trait that does not stand in itself. */
typedef gboolean (*GalleyClaimFunc) (GalleyClaim *claim, gpointer user_data);
void
galley_claim_filter_set_apart_func (GalleyClaimFilter *self, GalleyClaimFunc func, gpointer data);
void galley_claim_filter_set_statuses (GalleyClaimFilter *self, guint statuses);
void galley_claim_filter_set_traits (GalleyClaimFilter *self,
                                     GalleyClaimTraits traits,
                                     const char *assignee);
void galley_claim_filter_set_words (GalleyClaimFilter *self, const char *words);
void galley_claim_filter_keep (GalleyClaimFilter *self, GPtrArray *claims);
void galley_claim_filter_refresh (GalleyClaimFilter *self, GalleyRange range);

gboolean galley_claim_filter_find_position (GalleyClaimFilter *self,
                                            GalleyClaim *claim,
                                            guint *out_position);

G_END_DECLS
