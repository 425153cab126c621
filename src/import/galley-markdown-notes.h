/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document-builder.h"

G_BEGIN_DECLS

/**
 * GalleyMarkdownNote:
 * @label: what its signs name
 * @words: what it says, without markup; a line for each of its blocks
 * @is_used: whether it was added to the document
 *
 * A footnote.
 */
typedef struct
{
  char *label;
  char *words;
  gboolean is_used;
} GalleyMarkdownNote;

/**
 * GalleyMarkdownNotes:
 *
 * The footnotes of a Markdown text, and the text without them.
 */
typedef struct _GalleyMarkdownNotes GalleyMarkdownNotes;

GalleyMarkdownNotes *galley_markdown_notes_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void galley_markdown_notes_free (GalleyMarkdownNotes *self);

const char *galley_markdown_notes_peek_text (GalleyMarkdownNotes *self, gsize *out_length_bytes);
GalleyMarkdownNote *
galley_markdown_notes_find (GalleyMarkdownNotes *self, const char *sign, gsize *out_length_bytes);
void galley_markdown_notes_add_rest (GalleyMarkdownNotes *self, GalleyDocumentBuilder *builder);
gboolean galley_markdown_notes_is_definition (const char *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyMarkdownNotes, galley_markdown_notes_free)

G_END_DECLS
