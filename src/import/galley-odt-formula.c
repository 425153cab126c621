/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-odt-formula.h"

#include "galley-odt-tags.h"

#include <string.h>

/* A formula in an OpenDocument text is a document of its own in the same archive, of MathML, or
 * stands within the text where that is one flat document. What it shows is the text of its
 * elements, in their order, with the signs between them; how it was typed is an annotation. */

typedef struct
{
  GString *words;
  GalleyRaised raised;
  GalleyFormula *formula;
} Reading;

/* Adds what stands where the innermost element of the formula does. */
static void
add_words (Reading *self, const char *words)
{
  galley_raised_append (&self->raised,
                        galley_formula_find_position (self->formula, GALLEY_POSITION_LINE),
                        self->words, words, strlen (words));
}

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
    add_words (self, sign);

  return tag != GALLEY_ODT_TAG_NO_TEXT;
}

static void
end (gpointer data, guint tag)
{
  Reading *self = data;

  const char *sign = galley_formula_leave (self->formula);

  add_words (self, sign);
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
    add_words (self, words);
}

/**
 * galley_odt_formula_find_part:
 * @element: an object
 *
 * Returns: (transfer full) (nullable): the name of the part that holds what the object shows
 */
char *
galley_odt_formula_find_part (const GalleyXmlElement *element)
{
  g_autofree char *target = galley_xml_element_dup (element, GALLEY_ODT_XLINK, "href");
  const char *folder = target != NULL && g_str_has_prefix (target, "./") ? target + 2 : target;

  if (folder == NULL || *folder == '\0')
    return NULL;

  return g_strconcat (folder, g_str_has_suffix (folder, "/") ? "" : "/", "content.xml", NULL);
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

  galley_raised_end (&self.raised, self.words);
  return g_string_free (self.words, !is_read || self.words->len == 0);
}
