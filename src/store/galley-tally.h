/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-db.h"

G_BEGIN_DECLS

/**
 * GalleyTally:
 *
 * Keeps an article's counts of claims while verdicts on them are folded one after the other. It
 * writes them down at once: before anything else than another verdict in the same article is
 * folded, and at the end.
 */
typedef struct _GalleyTally GalleyTally;

GalleyTally *galley_tally_new (GalleyDb *db) G_GNUC_WARN_UNUSED_RESULT;
void galley_tally_free (GalleyTally *self);

gboolean galley_tally_move (GalleyTally *self,
                            const char *article,
                            const char *from,
                            const char *to,
                            GError **error);
gboolean galley_tally_close (GalleyTally *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyTally, galley_tally_free)

G_END_DECLS
