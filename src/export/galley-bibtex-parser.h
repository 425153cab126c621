/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyBibtexEntry:
 * @type: in lower case, such as "article"
 * @key: what it is cited by; may be ""
 * @fields: (element-type utf8 utf8): values in TeX by their names in lower case; pieces are joined
 *   and abbreviations spelled out
 *
 * An entry of a BibTeX file as it is written.
 */
typedef struct
{
  char *type;
  char *key;
  GHashTable *fields;
} GalleyBibtexEntry;

void galley_bibtex_entry_free (GalleyBibtexEntry *self);
GPtrArray *galley_bibtex_parse (const char *utf8, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyBibtexEntry, galley_bibtex_entry_free)

G_END_DECLS
