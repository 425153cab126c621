/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-db.h"
#include "galley-kinds.h"

G_BEGIN_DECLS

/**
 * GalleyIndex:
 *
 * What of the search index a step has made stale.
 */
typedef struct _GalleyIndex GalleyIndex;

GalleyIndex *galley_index_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_index_free (GalleyIndex *self);

void galley_index_note (GalleyIndex *self, GalleyTouches touches, const char *subject);
gboolean galley_index_fill (GalleyDb *db, GError **error);
gboolean galley_index_fill_articles (GalleyDb *db, GError **error);
gboolean galley_index_empty (GalleyDb *db, GError **error);
gboolean galley_index_update (GalleyIndex *self, GalleyDb *db, GError **error);

gboolean galley_index_forget_article (GalleyDb *db, const char *article_id, GError **error);
gboolean galley_index_forget_source (GalleyDb *db, const char *source_id, GError **error);
gboolean galley_index_forget_leftovers (GalleyDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyIndex, galley_index_free)

G_END_DECLS
