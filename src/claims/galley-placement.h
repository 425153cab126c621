/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-alignment.h"
#include "galley-difference.h"

G_BEGIN_DECLS

/**
 * GalleyPlacementClass:
 * @GALLEY_PLACEMENT_EXACT: the same words at the same place in the flow
 * @GALLEY_PLACEMENT_MOVED: the same words elsewhere, and nowhere else
 * @GALLEY_PLACEMENT_CHANGED: similar words, or the same words in another statement
 * @GALLEY_PLACEMENT_AMBIGUOUS: the same words at places of which none is more likely than the
 * others
 * @GALLEY_PLACEMENT_LOST: nothing that would be worth a look
 *
 * What became of a claim's words in a new draft. Only the first two need nobody's consent. The
 * nicks are what scripts read: frozen.
 */
typedef enum
{
  GALLEY_PLACEMENT_EXACT,
  GALLEY_PLACEMENT_MOVED,
  GALLEY_PLACEMENT_CHANGED,
  GALLEY_PLACEMENT_AMBIGUOUS,
  GALLEY_PLACEMENT_LOST,
} GalleyPlacementClass;
#define GALLEY_N_PLACEMENT_CLASSES (GALLEY_PLACEMENT_LOST + 1)

/**
 * GalleyPlacement:
 * @placement: what became of the claim
 * @range: where it stands in the new draft; of an ambiguous one the likeliest of the places; empty
 *   where there is none
 * @differences: what differs, in the claim or touching it; none where it is exact or moved
 */
typedef struct
{
  GalleyPlacementClass placement;
  GalleyRange range;
  GalleyDifference differences;
} GalleyPlacement;

const char *galley_placement_class_to_nick (GalleyPlacementClass placement);
gboolean galley_placement_class_is_sure (GalleyPlacementClass placement);

GArray *galley_alignment_place (GalleyAlignment *alignment,
                                const GalleyRange *ranges,
                                guint n_ranges) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
