/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-cmark.h"
#include "galley-document-builder.h"
#include "galley-markdown-notes.h"
#include "galley-raised.h"

G_BEGIN_DECLS

/* Stands behind a bracket that a backslash makes a sign of its own, where it would begin the sign
 * of a footnote: cmark does not tell them apart. It is no character, and no word's. */
#define GALLEY_MARKDOWN_LITERAL "\uFDD0"

/**
 * GalleyMarkdownSign:
 * @offset: where in the words it stood
 * @note: the footnote; belongs to the notes
 *
 * A sign of a footnote, which is no part of the words.
 */
typedef struct
{
  guint offset;
  GalleyMarkdownNote *note;
} GalleyMarkdownSign;

/**
 * GalleyMarkdownPlace:
 * @size_bytes: of the words until there
 * @length: likewise, in code points
 * @n_links: until there
 * @n_signs: of footnotes, likewise
 * @n_soft_breaks: likewise
 *
 * A place in the words of a leaf.
 */
typedef struct
{
  gsize size_bytes;
  guint length;
  guint n_links;
  guint n_signs;
  guint n_soft_breaks;
} GalleyMarkdownPlace;

/**
 * GalleyMarkdownLeaf:
 * @text: the words
 * @length: length of @text in code points
 * @links: (element-type GalleyLink): its links, with ranges within @text
 * @signs: (element-type GalleyMarkdownSign): signs of footnotes, in their order
 * @soft_breaks: (element-type gsize): bytes of @text that are line ends of the source only
 * @n_changes: how many words were left out for those that replace them: “<del>5</del><ins>7</ins>”
 * @is_strong: whether all of the words are set off as important
 *
 * What is in a block of a Markdown text that holds no other blocks.
 */
typedef struct
{
  GString *text;
  guint length;
  GArray *links;
  GArray *signs;
  GArray *soft_breaks;
  guint n_changes;
  gboolean is_strong;
  /*< private >*/
  GalleyRaised raised;
  GalleyPosition position;         /* of what is added next */
  GalleyMarkdownPlace deleted;     /* where words begin that are struck out */
  GalleyMarkdownPlace deleted_end; /* where they end; at the start of all if they don't */
} GalleyMarkdownLeaf;

void galley_markdown_leaf_init (GalleyMarkdownLeaf *leaf);
void galley_markdown_leaf_clear (GalleyMarkdownLeaf *leaf);

void galley_markdown_leaf_add_text (GalleyMarkdownLeaf *leaf, const char *text);
void galley_markdown_leaf_add_html (GalleyMarkdownLeaf *leaf, const char *html);
guint galley_markdown_leaf_read (GalleyMarkdownLeaf *leaf,
                                 cmark_iter *iter,
                                 cmark_node *block,
                                 GalleyMarkdownNotes *notes);
void galley_markdown_leaf_spell_links (GalleyMarkdownLeaf *leaf);

gboolean galley_markdown_leaf_is_empty (const GalleyMarkdownLeaf *leaf);
gboolean galley_markdown_leaf_is_table (const GalleyMarkdownLeaf *leaf);
char *galley_markdown_leaf_dup_line (const GalleyMarkdownLeaf *leaf) G_GNUC_WARN_UNUSED_RESULT;
void galley_markdown_leaf_append (GalleyMarkdownLeaf *leaf,
                                  GalleyDocumentBuilder *builder,
                                  GalleyBlockRole role,
                                  guint level);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyMarkdownLeaf, galley_markdown_leaf_clear)

G_END_DECLS
