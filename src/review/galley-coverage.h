/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim-list.h"
#include "galley-dismissal.h"
#include "galley-document.h"

G_BEGIN_DECLS

/**
 * GalleyCoverage:
 *
 * Which words of a draft are accounted for: its sentences, and how many of their letters and digits
 * a claim or a dismissal covers. Counts are kept by sentence, so that a change costs no more than
 * the sentences that it touches.
 */
typedef struct _GalleyCoverage GalleyCoverage;

GalleyCoverage *galley_coverage_new (GalleyDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void galley_coverage_free (GalleyCoverage *self);

void galley_coverage_recount (GalleyCoverage *self,
                              GalleyRange within,
                              GalleyClaimList *claims,
                              GPtrArray *dismissals);
GalleyRange galley_coverage_widen (GalleyCoverage *self, GalleyRange range);

gboolean galley_coverage_find_sentence (GalleyCoverage *self,
                                        guint offset,
                                        GalleyRange *out_range,
                                        gboolean *out_is_open);
gboolean galley_coverage_find_uncovered (GalleyCoverage *self,
                                         guint from,
                                         GalleyClaimList *claims,
                                         GPtrArray *dismissals,
                                         GalleyRange *out_range);
GArray *galley_coverage_list_open (GalleyCoverage *self, GalleyRange within)
    G_GNUC_WARN_UNUSED_RESULT;

guint galley_coverage_get_n_open (GalleyCoverage *self);
guint galley_coverage_get_n_characters (GalleyCoverage *self);
guint galley_coverage_get_n_covered (GalleyCoverage *self);

GalleyDismissal *galley_dismissals_find (GPtrArray *dismissals, GalleyRange range);

G_END_DECLS
