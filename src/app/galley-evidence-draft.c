/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-evidence-draft.h"

void
galley_evidence_draft_free (GalleyEvidenceDraft *self)
{
  g_clear_pointer (&self->source, galley_source_unref);
  g_free (self->title);
  g_free (self->address);
  g_free (self->passage);
  g_free (self->locator);
  g_free (self->consulted);
  g_free (self);
}

/**
 * galley_evidence_draft_is_same_source:
 *
 * Returns: whether both are about the same source, however it is used
 */
gboolean
galley_evidence_draft_is_same_source (const GalleyEvidenceDraft *a, const GalleyEvidenceDraft *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->address, b->address) == 0;
}

/**
 * galley_evidence_draft_is_equal:
 *
 * Returns: whether the same is filled in
 */
gboolean
galley_evidence_draft_is_equal (const GalleyEvidenceDraft *a, const GalleyEvidenceDraft *b)
{
  return galley_evidence_draft_is_same_source (a, b) && g_strcmp0 (a->passage, b->passage) == 0 &&
         g_strcmp0 (a->locator, b->locator) == 0 && g_strcmp0 (a->consulted, b->consulted) == 0 &&
         a->stance == b->stance && a->is_secondary == b->is_secondary;
}
