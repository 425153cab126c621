/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-source.h"

G_DEFINE_BOXED_TYPE (GalleySource, galley_source, galley_source_ref, galley_source_unref)
G_DEFINE_BOXED_TYPE (GalleyEvidence, galley_evidence, galley_evidence_ref, galley_evidence_unref)

/**
 * galley_source_new:
 * @id: UUID
 * @title: what it is
 * @address: (nullable): where it is
 *
 * Returns: (transfer full): the source
 */
GalleySource *
galley_source_new (const char *id, const char *title, const char *address)
{
  GalleySource *self;

  g_return_val_if_fail (id != NULL && title != NULL, NULL);

  self = g_new0 (GalleySource, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->address = g_strdup (address);

  return self;
}

GalleySource *
galley_source_ref (GalleySource *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_source_unref (GalleySource *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->address);
  g_free (self);
}

/**
 * galley_evidence_new:
 * @id: UUID
 * @source: (transfer none): where it comes from
 * @stance: how it bears on the claim
 * @passage: (nullable): the exact words of the source
 * @locator: (nullable): where in the source they stand
 * @consulted_at: milliseconds since 1970 UTC, or 0
 *
 * Returns: (transfer full): the evidence
 */
GalleyEvidence *
galley_evidence_new (const char *id,
                     GalleySource *source,
                     GalleyStance stance,
                     const char *passage,
                     const char *locator,
                     gint64 consulted_at)
{
  GalleyEvidence *self;

  g_return_val_if_fail (id != NULL && source != NULL, NULL);

  self = g_new0 (GalleyEvidence, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->source = galley_source_ref (source);
  self->stance = stance;
  self->passage = g_strdup (passage);
  self->locator = g_strdup (locator);
  self->consulted_at = consulted_at;

  return self;
}

GalleyEvidence *
galley_evidence_ref (GalleyEvidence *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_evidence_unref (GalleyEvidence *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  galley_source_unref (self->source);
  g_free (self->passage);
  g_free (self->locator);
  g_free (self);
}
