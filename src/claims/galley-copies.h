/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyCopies:
 *
 * Where each word of a draft stands, to find words in a row again.
 */
typedef struct _GalleyCopies GalleyCopies;

GalleyCopies *galley_copies_new (const guint *keys, guint n_words, guint n_keys)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_copies_free (GalleyCopies *self);

guint
galley_copies_count (GalleyCopies *self, const guint *row, guint length, guint start, guint end);
guint galley_copies_find (GalleyCopies *self,
                          const guint *row,
                          guint length,
                          guint *out_places,
                          guint max_places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyCopies, galley_copies_free)

G_END_DECLS
