/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-removal.h"

/**
 * galley_removal_new:
 * @article_id: UUID
 * @title: of the article
 * @n_claims: that it has
 * @unit_id: the step that removed it
 *
 * Returns: (transfer full): the removal
 */
GalleyRemoval *
galley_removal_new (const char *article_id, const char *title, guint n_claims, const char *unit_id)
{
  GalleyRemoval *self = g_new0 (GalleyRemoval, 1);

  self->article_id = g_strdup (article_id);
  self->title = g_strdup (title);
  self->n_claims = n_claims;
  self->unit_id = g_strdup (unit_id);

  return self;
}

void
galley_removal_free (GalleyRemoval *self)
{
  g_free (self->article_id);
  g_free (self->title);
  g_free (self->unit_id);
  g_free (self);
}
