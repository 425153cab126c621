/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_CLAIM_SUGGESTION (galley_claim_suggestion_get_type ())
G_DECLARE_FINAL_TYPE (GalleyClaimSuggestion,
                      galley_claim_suggestion,
                      GALLEY,
                      CLAIM_SUGGESTION,
                      GObject)

GalleyRange galley_claim_suggestion_get_range (GalleyClaimSuggestion *self);

void galley_claim_suggestion_fill (GListStore *store,
                                   GalleyCheck *check,
                                   const char *words,
                                   GalleyClaimSuggestion *kept);
GalleyClaim *galley_claim_suggestion_find_claim (GalleyClaimSuggestion *self, GalleyCheck *check);

G_END_DECLS
