/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-odt-formula.h"

#include "galley-odt-tags.h"

/* A formula in an OpenDocument text is a document of its own in the same archive, of MathML, or
 * stands within the text where that is one flat document. What it shows is the text of its
 * elements, in their order, with the signs between them; how it was typed is an annotation. */

typedef struct
{
  GString *words;
  GalleyFormula *formula;
} Reading;

/**
 * galley_odt_formula_enter:
 * @formula: (inout): the formula that is open, if one is
 * @tag: as in #GalleyOdtTag
 * @element: an element that begins
 *
 * Returns: (nullable): what is seen before the element, until the next call; %NULL if it is no part
 *   of a formula
 */
const char *
galley_odt_formula_enter (GalleyFormula *formula, guint tag, const GalleyXmlElement *element)
{
  const char *sign;

  if (tag != GALLEY_ODT_TAG_FORMULA && !galley_formula_is_open (formula))
    return NULL;

  sign = galley_formula_enter (formula, MAX (tag, GALLEY_ODT_TAG_FORMULA) - GALLEY_ODT_TAG_FORMULA);
  if (galley_xml_element_equals (element, 0, "linethickness", "0"))
    galley_formula_set_sign (formula, GALLEY_FORMULA_FRACTION, GALLEY_FORMULA_BETWEEN, " ");

  return sign;
}

static gboolean
start (gpointer data, guint tag, const GalleyXmlElement *element)
{
  Reading *self = data;
  const char *sign =
      tag != GALLEY_ODT_TAG_NO_TEXT ? galley_odt_formula_enter (self->formula, tag, element) : NULL;

  if (sign != NULL)
    g_string_append (self->words, sign);

  return tag != GALLEY_ODT_TAG_NO_TEXT;
}

static void
end (gpointer data, guint tag)
{
  Reading *self = data;

  g_string_append (self->words, galley_formula_leave (self->formula));
}

/**
 * galley_odt_formula_dup_text:
 * @utf8: characters between the elements of a formula
 *
 * Returns: (transfer full): those that are seen, which white space is not
 */
char *
galley_odt_formula_dup_text (const char *utf8, gsize length_bytes)
{
  char *words = g_malloc (length_bytes + 1);
  gsize n = 0;

  for (gsize i = 0; i < length_bytes; i++)
    if (!g_ascii_isspace (utf8[i]))
      words[n++] = utf8[i];
  words[n] = '\0';

  return words;
}

static void
text (gpointer data, const char *utf8, gsize length_bytes)
{
  Reading *self = data;
  g_autofree char *words = galley_odt_formula_dup_text (utf8, length_bytes);

  if (galley_formula_is_open (self->formula))
    g_string_append (self->words, words);
}

/**
 * galley_odt_formula_read:
 * @bytes: the content of an object
 * @label: what to call the document in an error
 * @cancellable: (nullable): a cancellable
 *
 * Returns: (transfer full) (nullable): what the object shows, if it is a formula
 */
char *
galley_odt_formula_read (GBytes *bytes, const char *label, GCancellable *cancellable)
{
  const GalleyXmlHandler handler = {
    .namespaces = galley_odt_namespaces,
    .n_namespaces = galley_odt_n_namespaces,
    .names = galley_odt_tags,
    .n_names = galley_odt_n_tags,
    .start = start,
    .end = end,
    .text = text,
  };
  g_autoptr (GalleyFormula) formula = galley_formula_new ();
  Reading self = { .words = g_string_new (NULL), .formula = formula };
  gboolean is_read =
      galley_xml_walk (bytes, label, &handler, &self, cancellable, /* error= */ NULL);

  return g_string_free (self.words, !is_read || self.words->len == 0);
}
