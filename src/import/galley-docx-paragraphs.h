/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-docx-numbering.h"
#include "galley-docx-styles.h"
#include "galley-office-blocks.h"
#include "galley-xml.h"

G_BEGIN_DECLS

/**
 * GalleyDocxParagraph:
 * @style: what its style says
 * @style_id: (nullable): its style
 * @number_id: the list it is in; -1 if only the style says it
 * @number_level: its depth there, from 0; -1 if only the style says it
 * @outline_level: its level in the outline, from 0; -1 if only the style says it
 * @is_joined: whether its end was deleted, or it is the large first letter of the next, so that the
 *   next paragraph goes on in it
 * @is_strong: whether the words of the run that is open are bold
 * @is_hidden: whether they are not shown
 * @position: how high they stand
 *
 * A paragraph that is open.
 */
typedef struct
{
  const GalleyDocxStyle *style;
  char *style_id;
  int number_id;
  int number_level;
  int outline_level;
  gboolean is_joined;
  gboolean is_strong;
  gboolean is_hidden;
  GalleyPosition position;
} GalleyDocxParagraph;

/**
 * GalleyDocxParagraphs:
 *
 * The paragraphs that are open: more than one where a text box is anchored in a paragraph.
 */
typedef struct _GalleyDocxParagraphs GalleyDocxParagraphs;

GalleyDocxParagraphs *galley_docx_paragraphs_new (GalleyDocxStyles *styles,
                                                  GalleyDocxNumbering *numbering)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_docx_paragraphs_free (GalleyDocxParagraphs *self);

void galley_docx_paragraphs_begin (GalleyDocxParagraphs *self);
GalleyDocxParagraph *galley_docx_paragraphs_peek (GalleyDocxParagraphs *self);
void galley_docx_paragraphs_end (GalleyDocxParagraphs *self);

void galley_docx_paragraphs_set_property (GalleyDocxParagraphs *self,
                                          guint tag,
                                          const GalleyXmlElement *element);
void galley_docx_paragraphs_begin_run (GalleyDocxParagraphs *self);
void galley_docx_paragraphs_set_run_property (GalleyDocxParagraphs *self,
                                              guint tag,
                                              const GalleyXmlElement *element);
char *galley_docx_paragraphs_describe (GalleyDocxParagraphs *self,
                                       gboolean is_counted,
                                       GalleyOfficeParagraph *out_paragraph)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDocxParagraphs, galley_docx_paragraphs_free)

G_END_DECLS
