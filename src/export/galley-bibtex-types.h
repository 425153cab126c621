/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-bibtex-parser.h"
#include "galley-reference.h"
#include "galley-reference-kinds.h"

G_BEGIN_DECLS

/* What the reader and the writer of BibTeX have in common. */

extern const GalleyReferenceTypes galley_bibtex_types;

/* The field that makes an article one in a newspaper, as biblatex's styles have it. */
#define GALLEY_BIBTEX_SUBTYPE "entrysubtype"
#define GALLEY_BIBTEX_NEWSPAPER "newspaper"

/* The field for what biblatex calls a library name and a call number. */
#define GALLEY_BIBTEX_SHELF_MARK "library"

/**
 * GalleyBibtexScope:
 * @entries: (element-type utf8 GalleyBibtexEntry): the entries of a file by their keys
 * @inherited_bytes: how much was taken from others so far
 *
 * Where an entry looks for what it is a part of.
 */
typedef struct
{
  GHashTable *entries;
  gsize inherited_bytes;
} GalleyBibtexScope;

void galley_bibtex_read_fields (GalleyReference *reference,
                                GalleyBibtexScope *scope,
                                const GalleyBibtexEntry *entry);

G_END_DECLS
