/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-names.h"

#include <string.h>

/* Half points. Word offers six; less is a matter of how letters look. */
#define MIN_HEIGHT 4

const GalleyXmlNamespace galley_docx_namespaces[] = {
  { "http://schemas.openxmlformats.org/wordprocessingml/2006/main", GALLEY_DOCX_W },
  { "http://purl.oclc.org/ooxml/wordprocessingml/main", GALLEY_DOCX_W },
  { "http://schemas.openxmlformats.org/officeDocument/2006/relationships", GALLEY_DOCX_R },
  { "http://purl.oclc.org/ooxml/officeDocument/relationships", GALLEY_DOCX_R },
  { "http://schemas.openxmlformats.org/markup-compatibility/2006", GALLEY_DOCX_MC },
  { "http://schemas.openxmlformats.org/officeDocument/2006/math", GALLEY_DOCX_M },
  { "http://purl.oclc.org/ooxml/officeDocument/math", GALLEY_DOCX_M },
  { "http://schemas.openxmlformats.org/drawingml/2006/diagram", GALLEY_DOCX_DIAGRAM },
  { "http://purl.oclc.org/ooxml/drawingml/diagram", GALLEY_DOCX_DIAGRAM },
  { "http://schemas.openxmlformats.org/drawingml/2006/chart", GALLEY_DOCX_CHART },
  { "http://purl.oclc.org/ooxml/drawingml/chart", GALLEY_DOCX_CHART },
  { "http://schemas.openxmlformats.org/package/2006/relationships", GALLEY_DOCX_PACKAGE },
  { "http://schemas.openxmlformats.org/package/2006/content-types", GALLEY_DOCX_TYPES },
};
const guint galley_docx_n_namespaces = G_N_ELEMENTS (galley_docx_namespaces);

/**
 * galley_docx_is_on:
 * @element: a property that is on or off
 *
 * Returns: whether it is on, as it is where nothing else is said
 */
gboolean
galley_docx_is_on (const GalleyXmlElement *element)
{
  static const char *const off[] = { "0", "false", "off" };

  for (guint i = 0; i < G_N_ELEMENTS (off); i++)
    if (galley_xml_element_equals (element, GALLEY_DOCX_W, "val", off[i]))
      return FALSE;

  return TRUE;
}

/**
 * galley_docx_dup_value:
 * @element: a property
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
galley_docx_dup_value (const GalleyXmlElement *element)
{
  return galley_xml_element_dup (element, GALLEY_DOCX_W, "val");
}

/**
 * galley_docx_get_value:
 * @element: a property
 * @fallback: what stands for one that is no number
 *
 * Returns: its value
 */
int
galley_docx_get_value (const GalleyXmlElement *element, int fallback)
{
  return galley_xml_element_get_int (element, GALLEY_DOCX_W, "val", fallback);
}

/**
 * galley_docx_find_alignment:
 * @element: the property vertAlign
 *
 * Returns: how high it sets words, which are also smaller then
 */
GalleyPosition
galley_docx_find_alignment (const GalleyXmlElement *element)
{
  if (galley_xml_element_equals (element, GALLEY_DOCX_W, "val", "superscript"))
    return GALLEY_POSITION_RAISED;

  return galley_xml_element_equals (element, GALLEY_DOCX_W, "val", "subscript")
             ? GALLEY_POSITION_LOWERED
             : GALLEY_POSITION_LINE;
}

/**
 * galley_docx_find_height:
 * @element: the property position
 * @otherwise: what stands if it moves words too little to say anything
 *
 * Returns: how high it sets words, whatever their size
 */
GalleyPosition
galley_docx_find_height (const GalleyXmlElement *element, GalleyPosition otherwise)
{
  int height = galley_docx_get_value (element, 0);

  if (height >= MIN_HEIGHT)
    return GALLEY_POSITION_RAISED;

  return height <= -MIN_HEIGHT ? GALLEY_POSITION_LOWERED : otherwise;
}

/**
 * galley_docx_is_understood:
 * @element: one of several forms of the same thing
 *
 * Returns: whether it needs nothing but shapes and their text. Of what is newer the form for older
 *   programs is taken
 */
gboolean
galley_docx_is_understood (const GalleyXmlElement *element)
{
  static const char *const known[] = { "wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "a14" };
  g_autofree char *requires = galley_xml_element_dup (element, 0, "Requires");
  g_auto (GStrv) prefixes = NULL;

  if (requires == NULL)
    return FALSE;

  prefixes = g_strsplit_set (g_strstrip (requires), " \t\n", -1);
  for (guint i = 0; prefixes[i] != NULL; i++)
    {
      gboolean is_known = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (known); k++)
        is_known |= strcmp (prefixes[i], known[k]) == 0;
      if (!is_known)
        return FALSE;
    }

  return TRUE;
}

/**
 * galley_docx_choose:
 * @chosen: (inout) (element-type gboolean): for each set of alternatives that is open, whether one
 *   of it was taken
 * @is_taken: whether the next of the innermost set can be taken
 *
 * Returns: whether it is: of alternatives the first is that is understood
 */
gboolean
galley_docx_choose (GArray *chosen, gboolean is_taken)
{
  gboolean *innermost;

  if (chosen->len == 0)
    return FALSE;

  innermost = &g_array_index (chosen, gboolean, chosen->len - 1);
  if (*innermost || !is_taken)
    return FALSE;
  *innermost = TRUE;
  return TRUE;
}
