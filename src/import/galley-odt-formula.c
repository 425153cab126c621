/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-odt-formula.h"

#include "galley-formula.h"
#include "galley-odt-tags.h"

/* A formula in an OpenDocument text is a document of its own in the same archive, of MathML. What
 * it shows is the text of its elements, in their order; how it was typed is an annotation. */

enum
{
  TAG_FORMULA = 1, /* and as many more as there are kinds of elements */
  TAG_ANNOTATION = TAG_FORMULA + GALLEY_FORMULA_N_KINDS,
};

typedef struct
{
  GString *words;
  GalleyFormula *formula;
} Reading;

static gboolean
start (gpointer data, guint tag, const GalleyXmlElement *element)
{
  Reading *self = data;

  if (tag == TAG_ANNOTATION)
    return FALSE;
  if (tag == TAG_FORMULA || galley_formula_is_open (self->formula))
    g_string_append (self->words,
                     galley_formula_enter (self->formula, MAX (tag, TAG_FORMULA) - TAG_FORMULA));
  if (galley_xml_element_equals (element, 0, "linethickness", "0"))
    galley_formula_set_sign (self->formula, GALLEY_FORMULA_FRACTION, GALLEY_FORMULA_BETWEEN, " ");

  return TRUE;
}

static void
end (gpointer data, guint tag)
{
  Reading *self = data;

  g_string_append (self->words, galley_formula_leave (self->formula));
}

static void
text (gpointer data, const char *utf8, gsize length_bytes)
{
  Reading *self = data;

  for (gsize i = 0; galley_formula_is_open (self->formula) && i < length_bytes; i++)
    if (!g_ascii_isspace (utf8[i]))
      g_string_append_c (self->words, utf8[i]);
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
  static const GalleyXmlName names[] = {
    { GALLEY_ODT_MATH, "math", TAG_FORMULA },
    { GALLEY_ODT_MATH, "mfrac", TAG_FORMULA + GALLEY_FORMULA_FRACTION },
    { GALLEY_ODT_MATH, "msqrt", TAG_FORMULA + GALLEY_FORMULA_SQUARE_ROOT },
    { GALLEY_ODT_MATH, "mtable", TAG_FORMULA + GALLEY_FORMULA_TABLE },
    { GALLEY_ODT_MATH, "mtr", TAG_FORMULA + GALLEY_FORMULA_ROW },
    { GALLEY_ODT_MATH, "annotation", TAG_ANNOTATION },
  };
  const GalleyXmlHandler handler = {
    .namespaces = galley_odt_namespaces,
    .n_namespaces = galley_odt_n_namespaces,
    .names = names,
    .n_names = G_N_ELEMENTS (names),
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
