/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-office-text.h"
#include "galley-xml.h"

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

void galley_docx_fields_read_sign (GalleyDocxFields *self,
                                   GalleyOfficeText *text,
                                   const GalleyXmlElement *element);
void galley_docx_fields_begin_simple (GalleyOfficeText *text, const GalleyXmlElement *element);
void galley_docx_fields_add_code (GalleyDocxFields *self, const char *utf8, gsize length_bytes);
void galley_docx_fields_end_paragraph (GalleyDocxFields *self);
void galley_docx_fields_pass_words (GalleyDocxFields *self);
void galley_docx_fields_reset (GalleyDocxFields *self);
gboolean galley_docx_fields_is_in_code (GalleyDocxFields *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDocxFields, galley_docx_fields_free)

G_END_DECLS
