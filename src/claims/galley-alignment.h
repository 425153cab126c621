/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document.h"

G_BEGIN_DECLS

/**
 * GalleyAlignment:
 *
 * Which words of a new draft are which words of an old one.
 *
 * Each word of either draft is the counterpart of at most one of the other, so that no two claims
 * lay hold of the same words. Never changes after it was made.
 */
typedef struct _GalleyAlignment GalleyAlignment;

GalleyAlignment *galley_alignment_new (GalleyDocument *old, GalleyDocument *new)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_alignment_free (GalleyAlignment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyAlignment, galley_alignment_free)

G_END_DECLS
