/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-manuscript.h"

G_BEGIN_DECLS

/**
 * GalleyDocxManuscript:
 * @parent: what is written to
 * @body: the paragraphs and tables of word/document.xml
 * @comments: the comments of word/comments.xml
 * @threads: the rows of word/commentsExtended.xml
 * @body_links: the relationships of the links in @body
 * @comment_links: likewise, of those in @comments
 *
 * A Word document in the making. Fields are read-only.
 */
typedef struct
{
  GalleyManuscript parent;
  GString *body;
  GString *comments;
  GString *threads;
  GString *body_links;
  GString *comment_links;

  /*< private >*/
  const char *article_language; /* (nullable): if it is not that of the document */
  guint text_width;             /* twentieths of a point */
  GHashTable *body_ids;         /* (element-type utf8 utf8) of relationships, by where they lead */
  GHashTable *comment_ids;      /* likewise */
  GString *runs;                /* of the paragraph that is open */
  GString *text;                /* of the run that is written */
  GalleyManuscriptParagraph paragraph;
  guint n_changes;
  guint n_anchors;
  char *deleted_by; /* (nullable): whose deletion is open */
  gint64 deleted_at;
} GalleyDocxManuscript;

void galley_docx_manuscript_init (GalleyDocxManuscript *self,
                                  const char *article_language,
                                  guint text_width);
void galley_docx_manuscript_clear (GalleyDocxManuscript *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyDocxManuscript, galley_docx_manuscript_clear)

G_END_DECLS
