/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-manuscript.h"

G_BEGIN_DECLS

/**
 * GalleyOdtManuscript:
 * @parent: what is written to
 * @body: the paragraphs, lists and tables of content.xml
 * @changes: the regions of its tracked changes
 *
 * An OpenDocument text in the making. Fields are read-only; galley_odt_manuscript_close() comes
 * before they are used.
 */
typedef struct
{
  GalleyManuscript parent;
  GString *body;
  GString *changes;

  /*< private >*/
  gboolean marks_article; /* whether its words are not in the language of the document */
  GString *runs;          /* of the paragraph that is open */
  GString *deleted;       /* paragraphs of the deletion that is open */
  GString *late_ends;     /* of comments that end within it */
  GalleyManuscriptParagraph paragraph;
  guint n_changes;
  guint n_tables;
  guint depth; /* of open lists */
  gboolean is_deleting;
  gboolean is_joining; /* whether the next paragraph becomes one with the open one */
  char *deleted_by;
  gint64 deleted_at;
} GalleyOdtManuscript;

void galley_odt_manuscript_init (GalleyOdtManuscript *self, gboolean marks_article);
void galley_odt_manuscript_close (GalleyOdtManuscript *self);
void galley_odt_manuscript_clear (GalleyOdtManuscript *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyOdtManuscript, galley_odt_manuscript_clear)

G_END_DECLS
