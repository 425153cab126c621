/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document.h"
#include "galley-mention-difference.h"

G_BEGIN_DECLS

/**
 * GalleyRepeats:
 *
 * What an article tells more than once, and in what its mentions differ.
 *
 * Mentions are ranges of the article, by their position in the array that it was made of. Never
 * changes after it was made.
 */
typedef struct _GalleyRepeats GalleyRepeats;

GalleyRepeats *galley_repeats_new (GalleyDocument *document,
                                   const GalleyRange *ranges,
                                   guint n_ranges) G_GNUC_WARN_UNUSED_RESULT;
void galley_repeats_free (GalleyRepeats *self);

GArray *galley_repeats_list (GalleyRepeats *self, guint position) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_repeats_has_other (GalleyRepeats *self, guint position);
GArray *galley_repeats_list_same (GalleyRepeats *self, guint position, GalleyRange within)
    G_GNUC_WARN_UNUSED_RESULT;
guint galley_repeats_count (GalleyRepeats *self, guint position);
void galley_repeats_compare (GalleyRepeats *self,
                             guint first,
                             guint second,
                             GalleyMentionDifference *out_difference);
guint *galley_repeats_group (GalleyRepeats *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyRepeats, galley_repeats_free)

G_END_DECLS
