/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-reference-kinds.h"
#include "galley-reference.h"

G_BEGIN_DECLS

/* What the reader and the writer of RIS have in common. */

extern const GalleyReferenceTypes galley_ris_types;

/**
 * GalleyRisField:
 * @tag: two characters, such as "TY"
 * @value: the words after it; lines that continue it stand on lines of their own
 *
 * A field of a record as it is written.
 */
typedef struct
{
  char tag[3];
  GString *value;
} GalleyRisField;

GalleyRisField *galley_ris_field_new (const char *tag, const char *value) G_GNUC_WARN_UNUSED_RESULT;
void galley_ris_field_free (GalleyRisField *self);
void galley_ris_read_fields (GalleyReference *reference, GPtrArray *fields);

G_END_DECLS
