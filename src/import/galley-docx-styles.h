/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-docx-package.h"
#include "galley-office-style.h"

G_BEGIN_DECLS

/**
 * GalleyDocxStyle:
 * @kind: what a paragraph of that style is
 * @level: of a heading or an item that its name tells, from 1; else 0
 * @number_id: the list that it belongs to; 0 for none, -1 if nothing is said
 * @number_level: its depth in the list, from 0; -1 if nothing is said
 * @is_strong: whether its words are bold; -1 if nothing is said
 * @is_hidden: whether its words are not shown; -1 if nothing is said
 * @position: a #GalleyPosition: how high its words stand; -1 if nothing is said
 *
 * What a style says, with what the styles say that it is based on.
 */
typedef struct
{
  GalleyOfficeKind kind;
  guint level;
  int number_id;
  int number_level;
  int is_strong;
  int is_hidden;
  int position;
} GalleyDocxStyle;

/**
 * GalleyDocxStyles:
 *
 * The styles of a Word document, by their ids.
 */
typedef struct _GalleyDocxStyles GalleyDocxStyles;

GalleyDocxStyles *galley_docx_styles_read (GalleyDocxPackage *package, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_docx_styles_free (GalleyDocxStyles *self);

const GalleyDocxStyle *galley_docx_styles_find (GalleyDocxStyles *self, const char *id);
const GalleyDocxStyle *galley_docx_styles_get_default (GalleyDocxStyles *self);
const char *galley_docx_styles_get_language (GalleyDocxStyles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyDocxStyles, galley_docx_styles_free)

G_END_DECLS
