/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-odt-formula.h"

#include "galley-odt-tags.h"

/* A formula in an OpenDocument text is a document of its own in the same archive, of MathML. What
 * it shows is the text of its elements, in their order; how it was typed is an annotation. */

enum
{
  TAG_FORMULA = 1,
  TAG_ANNOTATION,
};

typedef struct
{
  GString *words;
  guint n_formulas; /* that are open */
} Formula;

static gboolean
start (gpointer data, guint tag, const GalleyXmlElement *element)
{
  Formula *self = data;

  self->n_formulas += tag == TAG_FORMULA;
  return tag != TAG_ANNOTATION;
}

static void
end (gpointer data, guint tag)
{
  Formula *self = data;

  self->n_formulas -= tag == TAG_FORMULA;
}

static void
text (gpointer data, const char *utf8, gsize length_bytes)
{
  Formula *self = data;

  for (gsize i = 0; self->n_formulas > 0 && i < length_bytes; i++)
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
  Formula self = { .words = g_string_new (NULL) };
  gboolean is_read =
      galley_xml_walk (bytes, label, &handler, &self, cancellable, /* error= */ NULL);

  return g_string_free (self.words, !is_read || self.words->len == 0);
}
