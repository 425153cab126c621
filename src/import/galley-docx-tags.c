/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-tags.h"

#include "galley-docx-names.h"

const GalleyXmlName galley_docx_tags[] = {
  { GALLEY_DOCX_W, "p", GALLEY_DOCX_TAG_PARAGRAPH },
  { GALLEY_DOCX_W, "pPr", GALLEY_DOCX_TAG_PARAGRAPH_PROPERTIES },
  { GALLEY_DOCX_W, "pStyle", GALLEY_DOCX_TAG_PARAGRAPH_STYLE },
  { GALLEY_DOCX_W, "numId", GALLEY_DOCX_TAG_NUMBER_ID },
  { GALLEY_DOCX_W, "ilvl", GALLEY_DOCX_TAG_NUMBER_LEVEL },
  { GALLEY_DOCX_W, "outlineLvl", GALLEY_DOCX_TAG_OUTLINE_LEVEL },
  { GALLEY_DOCX_W, "framePr", GALLEY_DOCX_TAG_FRAME },
  { GALLEY_DOCX_W, "r", GALLEY_DOCX_TAG_RUN },
  { GALLEY_DOCX_M, "r", GALLEY_DOCX_TAG_RUN },
  { GALLEY_DOCX_W, "rStyle", GALLEY_DOCX_TAG_RUN_STYLE },
  { GALLEY_DOCX_W, "b", GALLEY_DOCX_TAG_BOLD },
  { GALLEY_DOCX_W, "vanish", GALLEY_DOCX_TAG_HIDDEN },
  { GALLEY_DOCX_W, "vertAlign", GALLEY_DOCX_TAG_ALIGN },
  { GALLEY_DOCX_W, "position", GALLEY_DOCX_TAG_HEIGHT },
  { GALLEY_DOCX_W, "t", GALLEY_DOCX_TAG_TEXT },
  { GALLEY_DOCX_M, "t", GALLEY_DOCX_TAG_TEXT },
  { GALLEY_DOCX_M, "f", GALLEY_DOCX_TAG_FORMULA + GALLEY_FORMULA_FRACTION },
  { GALLEY_DOCX_M, "rad", GALLEY_DOCX_TAG_FORMULA + GALLEY_FORMULA_ROOT },
  { GALLEY_DOCX_M, "d", GALLEY_DOCX_TAG_FORMULA + GALLEY_FORMULA_FENCE },
  { GALLEY_DOCX_M, "nary", GALLEY_DOCX_TAG_FORMULA + GALLEY_FORMULA_OPERATOR },
  { GALLEY_DOCX_M, "m", GALLEY_DOCX_TAG_FORMULA + GALLEY_FORMULA_TABLE },
  { GALLEY_DOCX_M, "mr", GALLEY_DOCX_TAG_FORMULA + GALLEY_FORMULA_ROW },
  { GALLEY_DOCX_M, "e", GALLEY_DOCX_TAG_FORMULA + GALLEY_FORMULA_OTHER },
  { GALLEY_DOCX_M, "num", GALLEY_DOCX_TAG_FORMULA + GALLEY_FORMULA_OTHER },
  { GALLEY_DOCX_M, "den", GALLEY_DOCX_TAG_FORMULA + GALLEY_FORMULA_OTHER },
  { GALLEY_DOCX_M, "deg", GALLEY_DOCX_TAG_FORMULA + GALLEY_FORMULA_OTHER },
  { GALLEY_DOCX_M, "sub", GALLEY_DOCX_TAG_FORMULA + GALLEY_FORMULA_LOWERED },
  { GALLEY_DOCX_M, "sup", GALLEY_DOCX_TAG_FORMULA + GALLEY_FORMULA_RAISED },
  { GALLEY_DOCX_M, "type", GALLEY_DOCX_TAG_FRACTION_TYPE },
  { GALLEY_DOCX_M, "begChr", GALLEY_DOCX_TAG_FENCE_BEFORE },
  { GALLEY_DOCX_M, "sepChr", GALLEY_DOCX_TAG_FENCE_BETWEEN },
  { GALLEY_DOCX_M, "endChr", GALLEY_DOCX_TAG_FENCE_AFTER },
  { GALLEY_DOCX_M, "chr", GALLEY_DOCX_TAG_OPERATOR_SIGN },
  { GALLEY_DOCX_W, "tab", GALLEY_DOCX_TAG_TAB },
  { GALLEY_DOCX_W, "ptab", GALLEY_DOCX_TAG_TAB },
  { GALLEY_DOCX_W, "br", GALLEY_DOCX_TAG_BREAK },
  { GALLEY_DOCX_W, "cr", GALLEY_DOCX_TAG_BREAK },
  { GALLEY_DOCX_W, "noBreakHyphen", GALLEY_DOCX_TAG_HYPHEN },
  { GALLEY_DOCX_W, "sym", GALLEY_DOCX_TAG_SYMBOL },
  { GALLEY_DOCX_W, "hyperlink", GALLEY_DOCX_TAG_LINK },
  { GALLEY_DOCX_W, "fldSimple", GALLEY_DOCX_TAG_FIELD },
  { GALLEY_DOCX_W, "fldChar", GALLEY_DOCX_TAG_FIELD_SIGN },
  { GALLEY_DOCX_W, "instrText", GALLEY_DOCX_TAG_FIELD_CODE },
  { GALLEY_DOCX_W, "footnoteReference", GALLEY_DOCX_TAG_FOOTNOTE_SIGN },
  { GALLEY_DOCX_W, "endnoteReference", GALLEY_DOCX_TAG_ENDNOTE_SIGN },
  { GALLEY_DOCX_W, "commentReference", GALLEY_DOCX_TAG_COMMENT_SIGN },
  { GALLEY_DOCX_W, "commentRangeStart", GALLEY_DOCX_TAG_RANGE_START },
  { GALLEY_DOCX_W, "commentRangeEnd", GALLEY_DOCX_TAG_RANGE_END },
  { GALLEY_DOCX_W, "del", GALLEY_DOCX_TAG_DELETED },
  { GALLEY_DOCX_W, "moveFrom", GALLEY_DOCX_TAG_MOVED_FROM },
  { GALLEY_DOCX_W, "ins", GALLEY_DOCX_TAG_INSERTED },
  { GALLEY_DOCX_W, "moveTo", GALLEY_DOCX_TAG_MOVED_TO },
  { GALLEY_DOCX_W, "tbl", GALLEY_DOCX_TAG_TABLE },
  { GALLEY_DOCX_W, "gridCol", GALLEY_DOCX_TAG_TABLE_COLUMN },
  { GALLEY_DOCX_W, "tr", GALLEY_DOCX_TAG_ROW },
  { GALLEY_DOCX_W, "trPr", GALLEY_DOCX_TAG_ROW_PROPERTIES },
  { GALLEY_DOCX_W, "tc", GALLEY_DOCX_TAG_CELL },
  { GALLEY_DOCX_W, "txbxContent", GALLEY_DOCX_TAG_BOX },
  { GALLEY_DOCX_MC, "AlternateContent", GALLEY_DOCX_TAG_ALTERNATIVES },
  { GALLEY_DOCX_MC, "Choice", GALLEY_DOCX_TAG_CHOICE },
  { GALLEY_DOCX_MC, "Fallback", GALLEY_DOCX_TAG_FALLBACK },
  { GALLEY_DOCX_W, "footnote", GALLEY_DOCX_TAG_FOOTNOTE },
  { GALLEY_DOCX_W, "endnote", GALLEY_DOCX_TAG_ENDNOTE },
  { GALLEY_DOCX_W, "comment", GALLEY_DOCX_TAG_COMMENT },
  { GALLEY_DOCX_W, "hdr", GALLEY_DOCX_TAG_HEADER },
  { GALLEY_DOCX_W, "ftr", GALLEY_DOCX_TAG_HEADER },
  { GALLEY_DOCX_W, "altChunk", GALLEY_DOCX_TAG_CHUNK },
  { GALLEY_DOCX_W, "subDoc", GALLEY_DOCX_TAG_CHUNK },
  { GALLEY_DOCX_DIAGRAM, "relIds", GALLEY_DOCX_TAG_DIAGRAM },
  { GALLEY_DOCX_CHART, "chart", GALLEY_DOCX_TAG_CHART },
  { GALLEY_DOCX_W, "pPrChange", GALLEY_DOCX_TAG_NO_TEXT },
  { GALLEY_DOCX_W, "rPrChange", GALLEY_DOCX_TAG_NO_TEXT },
  { GALLEY_DOCX_W, "trPrChange", GALLEY_DOCX_TAG_NO_TEXT },
  { GALLEY_DOCX_W, "tblGridChange", GALLEY_DOCX_TAG_NO_TEXT },
  { GALLEY_DOCX_W, "sectPr", GALLEY_DOCX_TAG_NO_TEXT },
  { GALLEY_DOCX_W, "sdtPr", GALLEY_DOCX_TAG_NO_TEXT },
  { GALLEY_DOCX_W, "tabs", GALLEY_DOCX_TAG_NO_TEXT },
  { GALLEY_DOCX_W, "rt", GALLEY_DOCX_TAG_NO_TEXT },
};
const guint galley_docx_n_tags = G_N_ELEMENTS (galley_docx_tags);

static gboolean
is_formula (guint tag)
{
  return tag >= GALLEY_DOCX_TAG_FORMULA && tag < GALLEY_DOCX_TAG_FORMULA + GALLEY_FORMULA_N_KINDS;
}

/* What the properties of an element of a formula say of its signs. */
static void
set_sign (guint tag, const GalleyXmlElement *element, GalleyFormula *formula)
{
  g_autofree char *value = galley_xml_element_dup (element, GALLEY_DOCX_M, "val");

  if (tag == GALLEY_DOCX_TAG_OPERATOR_SIGN)
    galley_formula_set_sign (formula, GALLEY_FORMULA_OPERATOR, GALLEY_FORMULA_BEFORE, value);
  else if (tag != GALLEY_DOCX_TAG_FRACTION_TYPE)
    galley_formula_set_sign (formula, GALLEY_FORMULA_FENCE,
                             GALLEY_FORMULA_BEFORE + tag - GALLEY_DOCX_TAG_FENCE_BEFORE, value);
  else if (g_strcmp0 (value, "noBar") == 0)
    galley_formula_set_sign (formula, GALLEY_FORMULA_FRACTION, GALLEY_FORMULA_BETWEEN, " ");
}

/**
 * galley_docx_tag_enter_formula:
 * @tag: any tag
 * @element: an element that begins
 * @formula: (inout): what is told of it, if it is part of a formula
 *
 * Returns: what is seen before the element, until the next call
 */
const char *
galley_docx_tag_enter_formula (guint tag, const GalleyXmlElement *element, GalleyFormula *formula)
{
  if (tag >= GALLEY_DOCX_TAG_FRACTION_TYPE && tag <= GALLEY_DOCX_TAG_OPERATOR_SIGN)
    set_sign (tag, element, formula);

  return is_formula (tag) ? galley_formula_enter (formula, tag - GALLEY_DOCX_TAG_FORMULA) : "";
}

/**
 * galley_docx_tag_leave_formula:
 * @tag: any tag
 * @formula: (inout): what is told that the element ends, if it is part of a formula
 *
 * Returns: what is seen after the element, until the next call
 */
const char *
galley_docx_tag_leave_formula (guint tag, GalleyFormula *formula)
{
  return is_formula (tag) ? galley_formula_leave (formula) : "";
}
