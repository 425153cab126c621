/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-tree.h"
#include "galley-office-notes.h"

G_BEGIN_DECLS

/**
 * GalleyEpubNotes:
 *
 * The footnotes and endnotes of a book: elements of which the markup says that they are notes, and
 * to which a link of which it says that it refers to a note leads, or else those that a pair of
 * links makes such (#GalleyEpubPairs). Sign and note need not stand in the same chapter, nor in any
 * order, so that all chapters are looked at before one is written.
 *
 * A note that nothing refers to, and a sign that leads to nothing, stay part of the text.
 */
typedef struct _GalleyEpubNotes GalleyEpubNotes;

GalleyEpubNotes *galley_epub_notes_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_epub_notes_free (GalleyEpubNotes *self);
void galley_epub_notes_look_at (GalleyEpubNotes *self,
                                const char *member,
                                const GalleyHtmlTree *tree,
                                const guint8 *parts);
GHashTable *galley_epub_notes_take_out (GalleyEpubNotes *self,
                                        const char *member,
                                        const GalleyHtmlTree *tree,
                                        guint8 *parts,
                                        GalleyOfficeNotes *notes) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyEpubNotes, galley_epub_notes_free)

G_END_DECLS
