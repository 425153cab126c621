/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-alignment-private.h"
#include "galley-copies.h"
#include "galley-placement.h"

G_BEGIN_DECLS

/* What finding the places of claims needs. Words are given by index: of a range of words both ends
 * count words. */
typedef struct
{
  GalleyAlignment *alignment;
  GalleyCopies *old_copies;
  GalleyCopies *new_copies;
  const guint
      *next_sure; /* for each old word, the first sure one at or behind it, or their number */
  const guint *last_sure; /* for each old word, one behind the last sure one before it, or 0 */
} GalleyPlacer;

/* A claim that is being placed. */
typedef struct
{
  GalleyRange range; /* its characters */
  GalleyRange words; /* the old words of which it has a part, at least one */
} GalleyPlacing;

/* galley-placer-differences.c: what differs. */
GalleyDifference galley_placer_compare_row (GalleyAlignment *self, GalleyRange old, guint new);
GalleyDifference galley_placer_compare (GalleyAlignment *self, GalleyRange old, GalleyRange new);

/* galley-placer-surroundings.c: what touches. */
GalleyDifference
galley_placer_compare_surroundings (GalleyAlignment *self, GalleyRange old, GalleyRange new);

/* galley-placer-edges.c: from words to characters. */
gboolean galley_placer_find_edges (GalleyAlignment *self,
                                   const GalleyPlacing *placing,
                                   GalleyRange new,
                                   GalleyRange *out_range);
gboolean
galley_placer_place_signs (GalleyAlignment *self, GalleyRange range, GalleyRange *out_range);

/* galley-placer-same.c: claims whose words are the same. */
void galley_placer_judge_row (GalleyPlacer *self,
                              const GalleyPlacing *placing,
                              guint new,
                              GalleyPlacement *out_placement);
gboolean galley_placer_place_copy (GalleyPlacer *self,
                                   const GalleyPlacing *placing,
                                   GalleyPlacement *out_placement);

/* galley-placer-similar.c: claims whose words are not. */
double galley_placer_place_similar (GalleyPlacer *self,
                                    const GalleyPlacing *placing,
                                    GalleyPlacement *out_placement);

G_END_DECLS
