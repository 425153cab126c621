/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_SOURCE_USE (galley_source_use_get_type ())

/**
 * GalleySourceUse:
 * @source_id: an entry of the source log
 * @claim_id: a claim that it is used for
 * @article_id: the article that the claim stands in
 * @article_title: the title of that article
 * @quote: the words of the claim
 *
 * Where a source is used. Immutable; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *source_id;
  char *claim_id;
  char *article_id;
  char *article_title;
  char *quote;
} GalleySourceUse;

GType galley_source_use_get_type (void);
GalleySourceUse *galley_source_use_new (const char *source_id,
                                        const char *claim_id,
                                        const char *article_id,
                                        const char *article_title,
                                        const char *quote) G_GNUC_WARN_UNUSED_RESULT;
GalleySourceUse *galley_source_use_ref (GalleySourceUse *self);
void galley_source_use_unref (GalleySourceUse *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleySourceUse, galley_source_use_unref)

G_END_DECLS
