/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-docx-package.h"

G_BEGIN_DECLS

/**
 * GalleyDocxNumbering:
 *
 * The lists of a Word document, with how far each has been counted.
 */
typedef struct _GalleyDocxNumbering GalleyDocxNumbering;

GalleyDocxNumbering *galley_docx_numbering_parse (GBytes *bytes,
                                                  const char *label,
                                                  GCancellable *cancellable,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
GalleyDocxNumbering *galley_docx_numbering_read (GalleyDocxPackage *package, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_docx_numbering_free (GalleyDocxNumbering *self);

gboolean galley_docx_numbering_has (GalleyDocxNumbering *self, int id);
int galley_docx_numbering_find_level (GalleyDocxNumbering *self, int id, const char *style_id);
char *galley_docx_numbering_count (GalleyDocxNumbering *self, int id, int level)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDocxNumbering, galley_docx_numbering_free)

G_END_DECLS
