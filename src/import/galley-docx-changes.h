/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-xml.h"

G_BEGIN_DECLS

/**
 * GalleyDocxPlace:
 * @GALLEY_DOCX_PLACE_WORDS: around words
 * @GALLEY_DOCX_PLACE_PARAGRAPH: of the sign that ends a paragraph
 * @GALLEY_DOCX_PLACE_ROW: of a row of a table
 *
 * What a tracked change is a change of.
 */
typedef enum
{
  GALLEY_DOCX_PLACE_WORDS,
  GALLEY_DOCX_PLACE_PARAGRAPH,
  GALLEY_DOCX_PLACE_ROW,
} GalleyDocxPlace;

/**
 * GalleyDocxChanges:
 *
 * The tracked changes of a document: which are open, and how many there were. What one person
 * deleted or inserted in one go is one change, though Word writes it in pieces; so is a move.
 */
typedef struct _GalleyDocxChanges GalleyDocxChanges;

GalleyDocxChanges *galley_docx_changes_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_docx_changes_free (GalleyDocxChanges *self);

void galley_docx_changes_begin (GalleyDocxChanges *self,
                                GalleyDocxPlace place,
                                guint tag,
                                const GalleyXmlElement *element);
void galley_docx_changes_end (GalleyDocxChanges *self, GalleyDocxPlace place, guint tag);
void galley_docx_changes_end_row (GalleyDocxChanges *self);
gboolean galley_docx_changes_is_deleted (GalleyDocxChanges *self);
void galley_docx_changes_pass_words (GalleyDocxChanges *self);
guint galley_docx_changes_get_count (GalleyDocxChanges *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDocxChanges, galley_docx_changes_free)

G_END_DECLS
