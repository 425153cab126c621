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
 * @page: the page of the original that it begins on, from 1; 0 where there are no pages
 */
typedef struct
{
  GalleyRange range;
  GalleyBlockRole role;
  guint level;
  guint page;
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

/**
 * GalleySourceNoteKind:
 * @GALLEY_SOURCE_NOTE_COMMENT: a comment in the margin
 * @GALLEY_SOURCE_NOTE_FOOTNOTE: a note at the foot of the page
 * @GALLEY_SOURCE_NOTE_ENDNOTE: a note at the end
 *
 * How the writer noted something. The nicks are in drafts on disk: frozen.
 */
typedef enum
{
  GALLEY_SOURCE_NOTE_COMMENT,
  GALLEY_SOURCE_NOTE_FOOTNOTE,
  GALLEY_SOURCE_NOTE_ENDNOTE,
} GalleySourceNoteKind;
#define GALLEY_N_SOURCE_NOTE_KINDS (GALLEY_SOURCE_NOTE_ENDNOTE + 1)

/**
 * GalleySourceNote:
 * @range: the words that it is about; empty where it only stands at a place
 * @kind: how it was noted
 * @author: (nullable): who wrote it, as the input states
 * @date: (nullable): when, ISO 8601, as the input states
 * @text: what it says
 *
 * What the writer noted beside the text, which is how writers hand over their sources.
 */
typedef struct
{
  GalleyRange range;
  GalleySourceNoteKind kind;
  char *author;
  char *date;
  char *text;
} GalleySourceNote;

/**
 * GalleyOmission:
 * @offset: where in the draft's text it would stand, in code points
 * @role: what it would be
 * @level: as in #GalleyBlock
 * @text: its words
 *
 * A block of the input that the reader took for no part of the article, such as navigation or an
 * advertisement, and left out of the text.
 */
typedef struct
{
  guint offset;
  GalleyBlockRole role;
  guint level;
  char *text;
} GalleyOmission;

/**
 * GalleyRetrieval:
 * @addresses: every web address that was asked, in this order: the one that was given, then what
 *   each led to
 * @status: the HTTP status of the last answer
 * @time: when it began, ISO 8601 in UTC
 * @headers: what it said before its content: a line for the status and one for each header
 * @served: (nullable): the bytes as they were served, where those are not the original: compressed
 *
 * How the original was got from the web: evidence of what was there, and when.
 */
typedef struct
{
  char **addresses;
  guint status;
  char *time;
  char *headers;
  GBytes *served;
} GalleyRetrieval;

GalleyRetrieval *galley_retrieval_copy (const GalleyRetrieval *self) G_GNUC_WARN_UNUSED_RESULT;
void galley_retrieval_free (GalleyRetrieval *self);

const char *galley_block_role_to_nick (GalleyBlockRole role);
gboolean galley_block_role_from_nick (const char *nick, GalleyBlockRole *out_role);
gboolean galley_block_role_is_checkable (GalleyBlockRole role);
const char *galley_source_note_kind_to_nick (GalleySourceNoteKind kind);
const char *galley_source_note_kind_get_label (GalleySourceNoteKind kind);
gboolean galley_source_note_kind_from_nick (const char *nick, GalleySourceNoteKind *out_kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyRetrieval, galley_retrieval_free)

G_END_DECLS
