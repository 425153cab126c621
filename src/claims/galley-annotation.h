/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-evidence.h"
#include "galley-query.h"

#include "galley-range.h"

G_BEGIN_DECLS

/**
 * GalleyAnnotationTarget:
 * @text_sha256: (nullable): digest of the text that was annotated, in hexadecimal, if it is stated
 * @exact: (nullable): the words
 * @prefix: the words before them, or ""
 * @suffix: the words behind them, or ""
 * @has_position: whether it is stated where they stood
 * @position: where: code points by the format, and UTF-16 units in what some programs write
 *
 * Which words an annotation is about, as it says.
 */
typedef struct
{
  char *text_sha256;
  char *exact;
  char *prefix;
  char *suffix;
  gboolean has_position;
  GalleyRange position;
} GalleyAnnotationTarget;

#define GALLEY_TYPE_ANNOTATION (galley_annotation_get_type ())

/**
 * GalleyAnnotation:
 * @iri: (nullable): its id
 * @is_ours: whether Galley wrote it, so that its bodies mean what they mean in a claim
 * @status: where the claim stood; pending unless @is_ours
 * @reason: (nullable): why
 * @category: (nullable): of the claim
 * @note: (nullable): what is said of the words
 * @correction: (nullable): what is to stand instead of them
 * @creator: (nullable): who made it
 * @time: when it was last changed, milliseconds since 1970 UTC, or 0
 * @targets: (element-type GalleyAnnotationTarget): which words it is about; none if it is about
 *   something else
 * @evidence: (element-type GalleyEvidence): sources of its own, with the ids that they have in it
 * @queries: (element-type GalleyQuery): likewise
 * @remarks: (element-type utf8): what else it says, a line for people each
 *
 * Something that was said about words of a text, here or in another program, on this draft or on
 * another one. It is no claim yet and decides nothing. Not changed once it was read.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *iri;
  gboolean is_ours;
  GalleyStatus status;
  char *reason;
  char *category;
  char *note;
  char *correction;
  char *creator;
  gint64 time;
  GArray *targets;
  GPtrArray *evidence;
  GPtrArray *queries;
  GPtrArray *remarks;
} GalleyAnnotation;

GType galley_annotation_get_type (void);
GalleyAnnotation *galley_annotation_new (void) G_GNUC_WARN_UNUSED_RESULT;
GalleyAnnotation *galley_annotation_ref (GalleyAnnotation *self);
void galley_annotation_unref (GalleyAnnotation *self);

gboolean galley_annotation_is_id (GalleyAnnotation *self, const char *claim_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyAnnotation, galley_annotation_unref)

G_END_DECLS
