/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-tree.h"

G_BEGIN_DECLS

/**
 * GalleyEpubPairs:
 *
 * Notes in books whose markup does not say that they are notes, as no book of EPUB 2 does. What
 * makes a note of a paragraph is a pair of links: a sign within a sentence leads to it, and from
 * its beginning or end a sign leads back.
 */
typedef struct _GalleyEpubPairs GalleyEpubPairs;

/**
 * GalleyEpubPairsFound:
 * @signs: (element-type guint utf8): keys of notes by the links that are their signs
 * @notes: (element-type guint utf8): keys of notes by their elements
 *
 * What was found in a chapter, by the indexes of its nodes.
 */
typedef struct
{
  GHashTable *signs;
  GHashTable *notes;
} GalleyEpubPairsFound;

GalleyEpubPairs *galley_epub_pairs_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_epub_pairs_free (GalleyEpubPairs *self);
gboolean galley_epub_pairs_may_be_in (const char *markup);
void galley_epub_pairs_add_link (GalleyEpubPairs *self,
                                 const char *member,
                                 const GalleyHtmlTree *tree,
                                 guint link,
                                 gboolean is_text);
const GalleyEpubPairsFound *galley_epub_pairs_find (GalleyEpubPairs *self, const char *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyEpubPairs, galley_epub_pairs_free)

G_END_DECLS
