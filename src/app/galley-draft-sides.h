/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-redraft.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_DRAFT_SIDES (galley_draft_sides_get_type ())
G_DECLARE_FINAL_TYPE (GalleyDraftSides, galley_draft_sides, GALLEY, DRAFT_SIDES, AdwBin)

void galley_draft_sides_show (GalleyDraftSides *self, GalleyRedraft *redraft);
void galley_draft_sides_choose (GalleyDraftSides *self, GalleyRange old, GalleyRange new);
gboolean galley_draft_sides_get_selection (GalleyDraftSides *self, GalleyRange *out_range);

G_END_DECLS
