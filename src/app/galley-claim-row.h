/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_CLAIM_ROW (galley_claim_row_get_type ())
G_DECLARE_FINAL_TYPE (GalleyClaimRow, galley_claim_row, GALLEY, CLAIM_ROW, AdwBin)

GtkWidget *galley_claim_row_new (void);
void galley_claim_row_setup_cb (gpointer unused, GtkListItem *item);
void galley_claim_row_unbind_cb (gpointer unused, GtkListItem *item);

void galley_claim_row_set_claim (GalleyClaimRow *self, GalleyCheck *check, GalleyClaim *claim);
void galley_claim_row_set_suggestion (GalleyClaimRow *self, GalleyCheck *check, GalleyRange range);
void galley_claim_row_set_item (GalleyClaimRow *self, GalleyCheck *check, gpointer item);
void galley_claim_row_clear (GalleyClaimRow *self);

G_END_DECLS
