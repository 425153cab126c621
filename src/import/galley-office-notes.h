/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-flow.h"

G_BEGIN_DECLS

/**
 * GalleyOfficeNotes:
 *
 * The notes of an office document or a book: what they say, by a key that the reader gives them,
 * and where they stand in the text. The two become known in any order.
 *
 * A comment is about the words that it marks. A footnote or endnote is about the sentence that its
 * sign stands in, up to the sign, or as much of it as no note before has taken: this is what the
 * writer gives a source for. A note that stands in another is about what that is about.
 *
 * What answers a comment is part of that comment, unless it marks other words than that.
 */
typedef struct _GalleyOfficeNotes GalleyOfficeNotes;

GalleyOfficeNotes *galley_office_notes_new (GalleyFlow *flow) G_GNUC_WARN_UNUSED_RESULT;
void galley_office_notes_free (GalleyOfficeNotes *self);

void galley_office_notes_begin (GalleyOfficeNotes *self);
void galley_office_notes_add_within (GalleyOfficeNotes *self, const char *key);
void galley_office_notes_spell_link (GString *words, gsize start_bytes, const char *target);
char *galley_office_notes_keep_links (GalleyOfficeNotes *self, char *words)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_office_notes_take (GalleyOfficeNotes *self,
                               char *key,
                               GalleySourceNoteKind kind,
                               char *author,
                               char *date,
                               char *text);

void galley_office_notes_answer (GalleyOfficeNotes *self, const char *key, const char *parent);
void galley_office_notes_resolve (GalleyOfficeNotes *self, const char *key);

void galley_office_notes_begin_range (GalleyOfficeNotes *self, const char *key);
void galley_office_notes_end_range (GalleyOfficeNotes *self, const char *key);
void galley_office_notes_begin_words (GalleyOfficeNotes *self);
void galley_office_notes_add_sign (GalleyOfficeNotes *self, const char *key);
gboolean galley_office_notes_end_block (GalleyOfficeNotes *self, GalleyBlockRole role, guint level);

void galley_office_notes_finish (GalleyOfficeNotes *self, GalleyDocumentBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyOfficeNotes, galley_office_notes_free)

G_END_DECLS
