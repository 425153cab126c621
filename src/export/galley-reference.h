/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-source.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_REFERENCE (galley_reference_get_type ())

/**
 * GalleyReference:
 * @kind: what it is
 * @terms: on what terms
 * @texts: (nullable elements): by #GalleySourceText; one line each, never "", and the title never
 *   %NULL once it was read
 *
 * An entry of a bibliography: what would be a source if it were entered in the log. Names of
 * authors stand as galley-reference-names.h tells.
 */
typedef struct
{
  GalleySourceKind kind;
  GalleyTerms terms;
  char *texts[GALLEY_N_SOURCE_TEXTS];
} GalleyReference;

GType galley_reference_get_type (void);
GalleyReference *galley_reference_new (void) G_GNUC_WARN_UNUSED_RESULT;
GalleyReference *galley_reference_copy (const GalleyReference *self) G_GNUC_WARN_UNUSED_RESULT;
void galley_reference_free (GalleyReference *self);
void galley_reference_get_fields (const GalleyReference *self, GalleySourceFields *out_fields);

/* For readers. */
void galley_reference_set_text (GalleyReference *self, GalleySourceText text, const char *words);
void galley_reference_set_place (GalleyReference *self, const char *address, const char *doi);
void galley_reference_read_note (GalleyReference *self, const char *note);

/* For writers. */
char *galley_reference_make_note (const GalleyReference *read, GalleySource *source)
    G_GNUC_WARN_UNUSED_RESULT;

/* For both. */
char *galley_reference_squeeze (const char *words) G_GNUC_WARN_UNUSED_RESULT;
const char *galley_reference_peek_doi (const char *address);
gboolean galley_reference_is_web_address (const char *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyReference, galley_reference_free)

G_END_DECLS
