/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_CLAIM_LIST (galley_claim_list_get_type ())
G_DECLARE_FINAL_TYPE (GalleyClaimList, galley_claim_list, GALLEY, CLAIM_LIST, GObject)

GalleyClaimList *galley_claim_list_new (GPtrArray *claims) G_GNUC_WARN_UNUSED_RESULT;

guint galley_claim_list_get_n_claims (GalleyClaimList *self);
guint galley_claim_list_get_n_unjudged (GalleyClaimList *self);
guint galley_claim_list_get_n_with_status (GalleyClaimList *self, GalleyStatus status);
guint galley_claim_list_get_n_with_former (GalleyClaimList *self);
guint galley_claim_list_get_n_reorders (GalleyClaimList *self);
GalleyClaim *galley_claim_list_peek (GalleyClaimList *self, guint position);
GalleyClaim *galley_claim_list_find (GalleyClaimList *self, const char *id);
gboolean
galley_claim_list_find_position (GalleyClaimList *self, GalleyClaim *claim, guint *out_position);
gboolean galley_claim_list_overlaps (GalleyClaimList *self, GalleyRange range);
GPtrArray *galley_claim_list_find_overlapping (GalleyClaimList *self, GalleyRange range)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyClaim *galley_claim_list_find_innermost (GalleyClaimList *self, guint offset);

void galley_claim_list_update (GalleyClaimList *self, GPtrArray *claims, GPtrArray *gone_ids);
void galley_claim_list_renew_source (GalleyClaimList *self, GalleySource *source);

G_END_DECLS
