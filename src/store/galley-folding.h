/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-db.h"
#include "galley-event.h"

G_BEGIN_DECLS

/**
 * GalleyFolding:
 *
 * Changes the tables as events say that are taken in one after the other. Units and counts of
 * claims are written down when it is closed, or earlier.
 */
typedef struct _GalleyFolding GalleyFolding;

GalleyFolding *galley_folding_new (GalleyDb *db) G_GNUC_WARN_UNUSED_RESULT;
void galley_folding_free (GalleyFolding *self);

void galley_folding_count_late (GalleyFolding *self);
gboolean galley_folding_take (GalleyFolding *self,
                              const GalleyEvent *event,
                              gboolean is_undoable,
                              GError **error);
gboolean galley_folding_close (GalleyFolding *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyFolding, galley_folding_free)

G_END_DECLS
