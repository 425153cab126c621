/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-source.h"

G_BEGIN_DECLS

/**
 * GalleyEvidenceFields:
 * @stance: how the source bears on the claim
 * @is_secondary: whether the source has it from somebody else, for this use
 * @passage: (nullable): the exact words of the source
 * @locator: (nullable): where in the source they stand: page, paragraph, time code
 * @consulted_at: when somebody looked, milliseconds since 1970 UTC, or 0 if nobody said
 *
 * How a source is used for a claim. Strings are copied.
 */
typedef struct
{
  GalleyStance stance;
  gboolean is_secondary;
  const char *passage;
  const char *locator;
  gint64 consulted_at;
} GalleyEvidenceFields;

#define GALLEY_TYPE_EVIDENCE (galley_evidence_get_type ())

/**
 * GalleyEvidence:
 * @id: UUID
 * @source: where it comes from
 * @stance: how it bears on the claim
 * @is_secondary: whether the source has it from somebody else, for this use
 * @passage: (nullable): the exact words of the source
 * @locator: (nullable): where in the source they stand: page, paragraph, time code
 * @consulted_at: when somebody looked, milliseconds since 1970 UTC, or 0 if nobody said
 *
 * One source used for one claim. Immutable; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *id;
  GalleySource *source;
  GalleyStance stance;
  gboolean is_secondary;
  char *passage;
  char *locator;
  gint64 consulted_at;
} GalleyEvidence;

GType galley_evidence_get_type (void);
GalleyEvidence *galley_evidence_new (const char *id,
                                     GalleySource *source,
                                     const GalleyEvidenceFields *fields) G_GNUC_WARN_UNUSED_RESULT;
GalleyEvidence *galley_evidence_ref (GalleyEvidence *self);
void galley_evidence_unref (GalleyEvidence *self);

gboolean galley_evidence_equal (GalleyEvidence *a, GalleyEvidence *b);
GPtrArray *galley_evidence_renew_source (GPtrArray *evidence, GalleySource *source)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * GalleyIndependence:
 * @n_supporting: pieces of evidence that support the claim
 * @n_independent: how many of them are of different groups
 * @n_primary: how many of the groups have a primary source among them
 *
 * How well a claim is supported.
 */
typedef struct
{
  guint n_supporting;
  guint n_independent;
  guint n_primary;
} GalleyIndependence;

GalleyEvidence *galley_evidence_find (GPtrArray *evidence, const char *id);
GalleyIndependence galley_evidence_count_independent (GPtrArray *evidence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyEvidence, galley_evidence_unref)

G_END_DECLS
