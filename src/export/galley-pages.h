/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-copy.h"
#include "galley-drawing.h"

G_BEGIN_DECLS

/**
 * GalleyPages:
 *
 * A copy set into pages of one size, to be drawn in any order on whatever cairo draws on. It has
 * fonts of its own, and belongs to one thread at a time: who made it may hand it over. The copy has
 * to outlive it.
 */
typedef struct _GalleyPages GalleyPages;

GalleyPages *galley_pages_new (GalleyCopy *copy,
                               double width,
                               double height,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_pages_free (GalleyPages *self);

guint galley_pages_get_n_pages (GalleyPages *self);
void galley_pages_draw (GalleyPages *self, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyPages, galley_pages_free)

G_END_DECLS
