/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_SEARCH_HIT (galley_search_hit_get_type ())

/**
 * GalleySearchHit:
 * @article_id: (nullable): the article; %NULL for a source
 * @claim_id: (nullable): the claim, if the words are in one or in what was noted about it
 * @source_id: (nullable): the source, if the words are in its entry
 * @title: title of the article or the source
 * @excerpt: (nullable): the claim's words
 *
 * A place in the library where words were found. Immutable; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *article_id;
  char *claim_id;
  char *source_id;
  char *title;
  char *excerpt;
} GalleySearchHit;

GType galley_search_hit_get_type (void);
GalleySearchHit *galley_search_hit_new (const char *article_id,
                                        const char *claim_id,
                                        const char *source_id,
                                        const char *title,
                                        const char *excerpt) G_GNUC_WARN_UNUSED_RESULT;
GalleySearchHit *galley_search_hit_ref (GalleySearchHit *self);
void galley_search_hit_unref (GalleySearchHit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleySearchHit, galley_search_hit_unref)

G_END_DECLS
