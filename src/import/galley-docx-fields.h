/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyDocxFields:
 *
 * The fields that are open: instructions, then maybe what they came to. Only the latter is text. A
 * field may go over paragraphs, and hold further fields in either half.
 */
typedef struct _GalleyDocxFields GalleyDocxFields;

GalleyDocxFields *galley_docx_fields_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_docx_fields_free (GalleyDocxFields *self);

void galley_docx_fields_begin (GalleyDocxFields *self);
void galley_docx_fields_add_code (GalleyDocxFields *self, const char *utf8, gsize length_bytes);
char *galley_docx_fields_separate (GalleyDocxFields *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_docx_fields_end (GalleyDocxFields *self);
void galley_docx_fields_reset (GalleyDocxFields *self);
gboolean galley_docx_fields_is_in_code (GalleyDocxFields *self);
char *galley_docx_field_find_address (const char *code) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDocxFields, galley_docx_fields_free)

G_END_DECLS
