/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-status.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_SOURCE (galley_source_get_type ())

/**
 * GalleySource:
 * @id: UUID
 * @title: what it is: a document, a person, an organisation
 * @address: (nullable): where it is: a web address, a telephone number, a shelf mark
 *
 * An entry of the source log, used by many claims. Immutable; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *id;
  char *title;
  char *address;
} GalleySource;

GType galley_source_get_type (void);
GalleySource *galley_source_new (const char *id, const char *title, const char *address)
    G_GNUC_WARN_UNUSED_RESULT;
GalleySource *galley_source_ref (GalleySource *self);
void galley_source_unref (GalleySource *self);

#define GALLEY_TYPE_EVIDENCE (galley_evidence_get_type ())

/**
 * GalleyEvidence:
 * @id: UUID
 * @source: where it comes from
 * @stance: how it bears on the claim
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
  char *passage;
  char *locator;
  gint64 consulted_at;
} GalleyEvidence;

GType galley_evidence_get_type (void);
GalleyEvidence *galley_evidence_new (const char *id,
                                     GalleySource *source,
                                     GalleyStance stance,
                                     const char *passage,
                                     const char *locator,
                                     gint64 consulted_at) G_GNUC_WARN_UNUSED_RESULT;
GalleyEvidence *galley_evidence_ref (GalleyEvidence *self);
void galley_evidence_unref (GalleyEvidence *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleySource, galley_source_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyEvidence, galley_evidence_unref)

G_END_DECLS
