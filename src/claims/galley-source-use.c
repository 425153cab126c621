/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-source-use.h"

G_DEFINE_BOXED_TYPE (GalleySourceUse,
                     galley_source_use,
                     galley_source_use_ref,
                     galley_source_use_unref)

/**
 * galley_source_use_new:
 * @source_id: UUID
 * @claim_id: UUID
 * @article_id: UUID
 * @article_title: the title of that article
 * @quote: the words of the claim
 *
 * Returns: (transfer full): the use
 */
GalleySourceUse *
galley_source_use_new (const char *source_id,
                       const char *claim_id,
                       const char *article_id,
                       const char *article_title,
                       const char *quote)
{
  GalleySourceUse *self = g_new0 (GalleySourceUse, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->source_id = g_strdup (source_id);
  self->claim_id = g_strdup (claim_id);
  self->article_id = g_strdup (article_id);
  self->article_title = g_strdup (article_title);
  self->quote = g_strdup (quote);

  return self;
}

GalleySourceUse *
galley_source_use_ref (GalleySourceUse *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_source_use_unref (GalleySourceUse *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->source_id);
  g_free (self->claim_id);
  g_free (self->article_id);
  g_free (self->article_title);
  g_free (self->quote);
  g_free (self);
}
