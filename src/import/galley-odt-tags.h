/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-formula.h"
#include "galley-xml.h"

G_BEGIN_DECLS

/* The namespaces of OpenDocument. */
enum
{
  GALLEY_ODT_OFFICE = 1,
  GALLEY_ODT_TEXT,
  GALLEY_ODT_TABLE,
  GALLEY_ODT_STYLE,
  GALLEY_ODT_DRAW,
  GALLEY_ODT_FO,
  GALLEY_ODT_SVG,
  GALLEY_ODT_XLINK,
  GALLEY_ODT_DC,
  GALLEY_ODT_META,
  GALLEY_ODT_MANIFEST,
  GALLEY_ODT_MATH,
  GALLEY_ODT_LOEXT,
  GALLEY_ODT_XML,
};

extern const GalleyXmlNamespace galley_odt_namespaces[];
extern const guint galley_odt_n_namespaces;

/* What the elements mean that matter in the parts of an OpenDocument text that hold words. */
typedef enum
{
  GALLEY_ODT_TAG_TEXT_BODY = 1,
  GALLEY_ODT_TAG_PARAGRAPH,
  GALLEY_ODT_TAG_HEADING,
  GALLEY_ODT_TAG_SPAN,
  GALLEY_ODT_TAG_SECTION,
  GALLEY_ODT_TAG_SPACES,
  GALLEY_ODT_TAG_TAB,
  GALLEY_ODT_TAG_BREAK,
  GALLEY_ODT_TAG_LINK,
  GALLEY_ODT_TAG_LIST,
  GALLEY_ODT_TAG_ITEM,
  GALLEY_ODT_TAG_LIST_HEADER,
  GALLEY_ODT_TAG_NOTE,
  GALLEY_ODT_TAG_NOTE_BODY,
  GALLEY_ODT_TAG_COMMENT,
  GALLEY_ODT_TAG_COMMENT_END,
  GALLEY_ODT_TAG_CREATOR,
  GALLEY_ODT_TAG_DATE,
  GALLEY_ODT_TAG_CHANGES,
  GALLEY_ODT_TAG_CHANGE,
  GALLEY_ODT_TAG_TABLE,
  GALLEY_ODT_TAG_COLUMN,
  GALLEY_ODT_TAG_ROW,
  GALLEY_ODT_TAG_CELL,
  GALLEY_ODT_TAG_COVERED_CELL,
  GALLEY_ODT_TAG_BOX,
  GALLEY_ODT_TAG_OBJECT,
  GALLEY_ODT_TAG_HIDDEN_FIELD,
  GALLEY_ODT_TAG_PAGE_HEADER,
  GALLEY_ODT_TAG_NO_TEXT,
  GALLEY_ODT_TAG_FORMULA, /* and as many more as there are kinds of elements in formulas */
} GalleyOdtTag;

extern const GalleyXmlName galley_odt_tags[];
extern const guint galley_odt_n_tags;

G_END_DECLS
