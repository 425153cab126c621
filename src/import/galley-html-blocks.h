/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-flow.h"
#include "galley-html-tree.h"

G_BEGIN_DECLS

/**
 * GalleyHtmlPart:
 * @GALLEY_HTML_PART_BODY: what the markup says that it is
 * @GALLEY_HTML_PART_TITLE: the article's title
 * @GALLEY_HTML_PART_LEAD: its lead
 * @GALLEY_HTML_PART_CREDIT: who wrote it
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
  GALLEY_HTML_PART_OMITTED,
  GALLEY_HTML_PART_NOTHING,
} GalleyHtmlPart;

void galley_html_blocks_write (const GalleyHtmlTree *tree,
                               guint node,
                               const guint8 *parts,
                               const char *base,
                               GalleyFlow *flow);
gboolean galley_html_blocks_read (const char *utf8,
                                  gsize length_bytes,
                                  const char *label,
                                  const char *base,
                                  GalleyFlow *flow,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
