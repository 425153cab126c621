/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-search-hit.h"

G_DEFINE_BOXED_TYPE (GalleySearchHit,
                     galley_search_hit,
                     galley_search_hit_ref,
                     galley_search_hit_unref)

/**
 * galley_search_hit_new:
 * @article_id: (nullable): UUID
 * @claim_id: (nullable): UUID
 * @source_id: (nullable): UUID
 * @title: title of the article or the source
 * @excerpt: (nullable): the claim's words
 *
 * Returns: (transfer full): the hit
 */
GalleySearchHit *
galley_search_hit_new (const char *article_id,
                       const char *claim_id,
                       const char *source_id,
                       const char *title,
                       const char *excerpt)
{
  GalleySearchHit *self = g_new0 (GalleySearchHit, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->article_id = g_strdup (article_id);
  self->claim_id = g_strdup (claim_id);
  self->source_id = g_strdup (source_id);
  self->title = g_strdup (title);
  self->excerpt = g_strdup (excerpt);

  return self;
}

GalleySearchHit *
galley_search_hit_ref (GalleySearchHit *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_search_hit_unref (GalleySearchHit *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->article_id);
  g_free (self->claim_id);
  g_free (self->source_id);
  g_free (self->title);
  g_free (self->excerpt);
  g_free (self);
}
