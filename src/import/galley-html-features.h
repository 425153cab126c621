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
 * @mass: @prose, but for what is in lists, of which only a part counts
 * @listed: what of the text is in lines that are nothing but links
 * @n_prose: paragraphs of such sentences
 * @n_teasers: headings that lead to other pages
 * @n_h1: headings of the first rank
 * @n_links: links
 * @n_buttons: buttons, and what is made to act as one
 * @n_controls: fields of forms that words are typed into
 * @n_joins: lines that, like buttons, do nothing but ask to subscribe, to give or to log in
 * @n_asks: links and buttons that begin like that and go on
 * @n_appeals: lines that speak of the publication itself and its readers' share in it
 * @n_agreements: those that ask to agree with what the page does with its readers' data
 * @n_replies: those that ask to answer what somebody wrote
 * @n_notices: lines that speak of such data
 * @hints: #GalleyHtmlHints of the element itself
 * @is_hidden: whether the element itself says that it is not to be seen
 * @is_placed: whether it is put at a place of its own in what is around it, as words in a drawing
 * are
 *
 * What is known of an element from what is within it.
 */
typedef struct
{
  guint length;
  guint linked;
  guint prose;
  guint mass;
  guint listed;
  guint n_prose;
  guint n_teasers;
  guint n_h1;
  guint n_links;
  guint n_buttons;
  guint n_controls;
  guint n_joins;
  guint n_asks;
  guint n_appeals;
  guint n_agreements;
  guint n_replies;
  guint n_notices;
  guint hints;
  gboolean is_hidden;
  gboolean is_placed;
} GalleyHtmlFeatures;

GalleyHtmlFeatures *galley_html_features_new (const GalleyHtmlTree *tree) G_GNUC_WARN_UNUSED_RESULT;
void galley_html_features_trust (GalleyHtmlFeatures *features,
                                 const GalleyHtmlTree *tree,
                                 guint heading);
void galley_html_features_forget_asides (GalleyHtmlFeatures *features, const GalleyHtmlTree *tree);
gboolean galley_html_features_is_small_part (const GalleyHtmlFeatures *features,
                                             guint node,
                                             guint whole,
                                             guint part);

G_END_DECLS
