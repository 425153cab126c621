/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-docx-chunks.h"
#include "galley-docx-numbering.h"
#include "galley-docx-styles.h"
#include "galley-office-text.h"

G_BEGIN_DECLS

/* What the key of a comment in the notes begins with, before its identifier. */
#define GALLEY_DOCX_COMMENT_KEY "comment "

/**
 * GalleyDocxBody:
 *
 * Reads the parts of a Word document that hold words: the text itself, notes, headers and footers.
 */
typedef struct _GalleyDocxBody GalleyDocxBody;

GalleyDocxBody *galley_docx_body_new (GalleyOfficeText *text,
                                      GalleyDocxStyles *styles,
                                      GalleyDocxNumbering *numbering,
                                      GalleyDocxChunks *chunks) G_GNUC_WARN_UNUSED_RESULT;
void galley_docx_body_free (GalleyDocxBody *self);

gboolean galley_docx_body_read (GalleyDocxBody *self,
                                GBytes *bytes,
                                GHashTable *addresses,
                                const char *label,
                                GCancellable *cancellable,
                                GError **error);
guint galley_docx_body_get_n_changes (GalleyDocxBody *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDocxBody, galley_docx_body_free)

G_END_DECLS
