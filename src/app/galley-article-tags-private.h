/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article-tags.h"

G_BEGIN_DECLS

/* Heading levels that look different; deeper ones look like the last. */
#define GALLEY_N_HEADING_LEVELS 4

/**
 * GalleyArticleTags:
 *
 * The text tags of an article: how its blocks are set, and where its claims stand.
 *
 * Tags are shared, one for each look: a tag of its own for each claim would cost seconds where
 * there are thousands. A character has at most one of the tags that show claims, so that no tint
 * lies on another. The underline of a tag is what assistive technology sees of it, therefore no two
 * statuses have the same: pending has "low", confirmed "single" and disputed "error".
 */
struct _GalleyArticleTags
{
  GtkTextBuffer *buffer; /* not owned: it owns this, by way of its view */

  GtkTextTag *base;    /* on everything */
  GtkTextTag *gap;     /* on blank lines */
  GtkTextTag *seam;    /* looks like nothing: see galley-article-blocks.c */
  GtkTextTag *endless; /* on lines with words that no line can hold */
  GtkTextTag *role[GALLEY_N_BLOCK_ROLES];
  GtkTextTag *heading[GALLEY_N_HEADING_LEVELS];
  GHashTable *hangs; /* list marker to its tag */
  double scale;

  GtkTextTag *link;
  GtkTextTag *dismissed;
  GtkTextTag *uncovered;
  GtkTextTag *claim[GALLEY_N_STATUSES][2]; /* by whether claims overlap */
  GtkTextTag *unjudged[2];                 /* likewise */

  GalleyCheck *check;    /* (nullable) whose article the buffer shows */
  PangoContext *context; /* (nullable) of the view, while there is a check */
  GalleyArticleRest *rest;
  gboolean shows_uncovered;
};

GtkTextTag *galley_article_tags_add (GalleyArticleTags *self);
guint galley_article_tags_find_block (const GalleyBlock *blocks, guint n_blocks, guint offset);
void galley_article_tags_clear_blocks (GalleyArticleTags *self);
void galley_article_tags_set_blocks (GalleyArticleTags *self,
                                     GalleyDocument *document,
                                     PangoContext *context,
                                     GalleyRange range);

G_END_DECLS
