/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-range.h"

G_BEGIN_DECLS

/**
 * GalleyBlockRole:
 * @GALLEY_BLOCK_TITLE: the article's headline; at most one
 * @GALLEY_BLOCK_LEAD: the paragraph that opens the article
 * @GALLEY_BLOCK_HEADING: a heading within the article
 * @GALLEY_BLOCK_PARAGRAPH: running text
 * @GALLEY_BLOCK_LIST_ITEM: an item of a list, without its marker
 * @GALLEY_BLOCK_QUOTE: a quotation set apart from the text
 * @GALLEY_BLOCK_ATTRIBUTION: who speaks or writes: the speaker of the block before it, or a byline
 * @GALLEY_BLOCK_TABLE_ROW: a row of a table
 * @GALLEY_BLOCK_BOILERPLATE: no part of the article ("Leave a Comment"); kept, not checked
 *
 * What a block is for its reader. The nicks are in drafts on disk: frozen.
 */
typedef enum
{
  GALLEY_BLOCK_TITLE,
  GALLEY_BLOCK_LEAD,
  GALLEY_BLOCK_HEADING,
  GALLEY_BLOCK_PARAGRAPH,
  GALLEY_BLOCK_LIST_ITEM,
  GALLEY_BLOCK_QUOTE,
  GALLEY_BLOCK_ATTRIBUTION,
  GALLEY_BLOCK_TABLE_ROW,
  GALLEY_BLOCK_BOILERPLATE,
} GalleyBlockRole;
#define GALLEY_N_BLOCK_ROLES (GALLEY_BLOCK_BOILERPLATE + 1)

/**
 * GalleyBlock:
 * @range: the words of the block, without marker and line end
 * @role: what it is
 * @level: of a heading, from 1 (2 below the title); of a list item, its depth from 1; else 0
 */
typedef struct
{
  GalleyRange range;
  GalleyBlockRole role;
  guint level;
} GalleyBlock;

/**
 * GalleyLink:
 * @range: the words that are linked
 * @target: where they lead, as written in the input
 */
typedef struct
{
  GalleyRange range;
  char *target;
} GalleyLink;

const char *galley_block_role_to_nick (GalleyBlockRole role);
gboolean galley_block_role_from_nick (const char *nick, GalleyBlockRole *out_role);
gboolean galley_block_role_is_checkable (GalleyBlockRole role);

G_END_DECLS
