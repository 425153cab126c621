/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-flow.h"
#include "galley-html-tree.h"
#include "galley-office-notes.h"

G_BEGIN_DECLS

/**
 * GalleyHtmlPart:
 * @GALLEY_HTML_PART_BODY: what the markup says that it is
 * @GALLEY_HTML_PART_TITLE: the article's title
 * @GALLEY_HTML_PART_LEAD: its lead
 * @GALLEY_HTML_PART_CREDIT: who wrote it
 * @GALLEY_HTML_PART_CONTENTS: a list of places in it
 * @GALLEY_HTML_PART_OMITTED: no part of the article
 * @GALLEY_HTML_PART_NOTHING: nothing at all, not even an omission
 *
 * What a node is to the article.
 */
typedef enum
{
  GALLEY_HTML_PART_BODY,
  GALLEY_HTML_PART_TITLE,
  GALLEY_HTML_PART_LEAD,
  GALLEY_HTML_PART_CREDIT,
  GALLEY_HTML_PART_CONTENTS,
  GALLEY_HTML_PART_OMITTED,
  GALLEY_HTML_PART_NOTHING,
} GalleyHtmlPart;

/**
 * GalleyHtmlSetting:
 * @parts: (nullable): a #GalleyHtmlPart for each node; %NULL if all is body
 * @base: (nullable): the address that links are relative to
 * @is_book: whether links that are relative lead to other places in the input, and nowhere else
 * @signs: (nullable) (element-type guint utf8): the keys of notes by the elements that are their
 *   signs, which are left out of the text
 * @notes: (nullable): what is told where @signs stand; needed with them
 *
 * What is known of a page besides its markup.
 */
typedef struct
{
  const guint8 *parts;
  const char *base;
  gboolean is_book;
  GHashTable *signs;
  GalleyOfficeNotes *notes;
} GalleyHtmlSetting;

void galley_html_blocks_write (const GalleyHtmlTree *tree,
                               guint node,
                               const GalleyHtmlSetting *setting,
                               GalleyFlow *flow);

gboolean galley_html_blocks_read (const char *utf8,
                                  gsize length_bytes,
                                  const char *label,
                                  const char *base,
                                  GalleyFlow *flow,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
