/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-source.h"

G_BEGIN_DECLS

/**
 * GalleyReferenceType:
 * @kind: what the log calls it
 * @type: what a format calls it, which sorts references into types
 * @genre: (nullable): what the format's field for a closer description says, if the type is too
 *   wide
 */
typedef struct
{
  GalleySourceKind kind;
  const char *type;
  const char *genre;
} GalleyReferenceType;

/**
 * GalleyReferenceTypes:
 * @written: by #GalleySourceKind
 * @read: types that are also understood, ended by one without a type
 *
 * How a format calls the kinds of sources.
 */
typedef struct
{
  GalleyReferenceType written[GALLEY_N_SOURCE_KINDS];
  const GalleyReferenceType *read;
} GalleyReferenceTypes;

GalleySourceKind galley_reference_types_find (const GalleyReferenceTypes *types,
                                              const char *type,
                                              const char *genre);
gboolean galley_reference_is_part (GalleySourceKind kind);

G_END_DECLS
