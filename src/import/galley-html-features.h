/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-tree.h"
#include "galley-html-vocabulary.h"

G_BEGIN_DECLS

/**
 * GalleyHtmlFeatures:
 * @length: what all text within weighs, see galley_html_weigh()
 * @linked: what of it is in links
 * @prose: what of it is in running sentences, long paragraphs not wholly counted
 * @n_prose: paragraphs of such sentences
 * @n_links: links
 * @n_controls: fields and buttons of forms
 * @hints: #GalleyHtmlHints of the element itself
 * @is_hidden: whether the element itself says that it is not to be seen
 *
 * What is known of an element from what is within it.
 */
typedef struct
{
  guint length;
  guint linked;
  guint prose;
  guint n_prose;
  guint n_links;
  guint n_controls;
  guint hints;
  gboolean is_hidden;
} GalleyHtmlFeatures;

GalleyHtmlFeatures *galley_html_features_new (const GalleyHtmlTree *tree) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
