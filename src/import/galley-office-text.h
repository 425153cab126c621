/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-office-blocks.h"

G_BEGIN_DECLS

/**
 * GalleyOfficeText:
 *
 * What a reader of an office document writes to while it walks through the XML. It sees to what
 * stands out of the order of the text: the paragraphs of a text box follow the paragraph that the
 * box is anchored in, and the words of a note go to the note.
 */
typedef struct _GalleyOfficeText GalleyOfficeText;

GalleyOfficeText *galley_office_text_new (GalleyDocumentBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;
void galley_office_text_free (GalleyOfficeText *self);

GalleyOfficeBlocks *galley_office_text_get_blocks (GalleyOfficeText *self);

void
galley_office_text_set_look (GalleyOfficeText *self, gboolean is_strong, GalleyPosition position);
void galley_office_text_add_words (GalleyOfficeText *self, const char *utf8, gsize length_bytes);
void
galley_office_text_add_collapsed (GalleyOfficeText *self, const char *utf8, gsize length_bytes);
void galley_office_text_add_hidden (GalleyOfficeText *self, const char *utf8, gsize length_bytes);
void galley_office_text_add_break (GalleyOfficeText *self);
void galley_office_text_begin_link (GalleyOfficeText *self, const char *target);
void galley_office_text_end_link (GalleyOfficeText *self);
void galley_office_text_end_paragraph (GalleyOfficeText *self,
                                       const GalleyOfficeParagraph *paragraph);

void galley_office_text_begin_table (GalleyOfficeText *self, guint n_columns);
void galley_office_text_end_table (GalleyOfficeText *self);
void galley_office_text_begin_row (GalleyOfficeText *self);
void galley_office_text_end_row (GalleyOfficeText *self);
void galley_office_text_begin_cell (GalleyOfficeText *self);

void galley_office_text_begin_box (GalleyOfficeText *self);
void galley_office_text_end_box (GalleyOfficeText *self);

void galley_office_text_begin_note (GalleyOfficeText *self);
char *galley_office_text_end_note (GalleyOfficeText *self) G_GNUC_WARN_UNUSED_RESULT;
void galley_office_text_begin_range (GalleyOfficeText *self, const char *key);
void galley_office_text_end_range (GalleyOfficeText *self, const char *key);
void galley_office_text_add_sign (GalleyOfficeText *self, const char *key);

void galley_office_text_count_changes (GalleyOfficeText *self, guint n_changes);
void galley_office_text_finish (GalleyOfficeText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyOfficeText, galley_office_text_free)

G_END_DECLS
