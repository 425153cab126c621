/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-drawings.h"

#include "galley-xml.h"

/* Diagrams and charts are parts of their own. Their words stand in paragraphs, but for what a chart
 * shows: its text and its numbers stand by themselves. */

enum
{
  DRAWING = 1,
  CHART,
};

enum
{
  PARAGRAPH = 1,
  WORDS,
  VALUE,
};

typedef struct
{
  GString *words; /* a line for each paragraph or value */
  gboolean in_words;
} Reading;

static gboolean
start (gpointer data, guint tag, const GalleyXmlElement *element)
{
  Reading *self = data;

  self->in_words = self->in_words || tag == WORDS || tag == VALUE;
  return TRUE;
}

static void
end (gpointer data, guint tag)
{
  Reading *self = data;

  if (tag == WORDS || tag == VALUE)
    self->in_words = FALSE;
  if ((tag == PARAGRAPH || tag == VALUE) && self->words->len > 0 &&
      self->words->str[self->words->len - 1] != '\n')
    g_string_append_c (self->words, '\n');
}

static void
text (gpointer data, const char *utf8, gsize length_bytes)
{
  Reading *self = data;

  if (self->in_words)
    g_string_append_len (self->words, utf8, length_bytes);
}

/**
 * galley_docx_drawing_dup_words:
 * @part: the name of a part: the data of a diagram, or a chart
 *
 * Returns: (transfer full) (nullable): its words in lines, none if there are none or it cannot be
 *   read
 */
char *
galley_docx_drawing_dup_words (GalleyDocxPackage *package, const char *part)
{
  static const GalleyXmlNamespace namespaces[] = {
    { "http://schemas.openxmlformats.org/drawingml/2006/main", DRAWING },
    { "http://purl.oclc.org/ooxml/drawingml/main", DRAWING },
    { "http://schemas.openxmlformats.org/drawingml/2006/chart", CHART },
    { "http://purl.oclc.org/ooxml/drawingml/chart", CHART },
  };
  static const GalleyXmlName names[] = {
    { DRAWING, "p", PARAGRAPH },
    { DRAWING, "t", WORDS },
    { CHART, "v", VALUE },
  };
  const GalleyXmlHandler handler = GALLEY_XML_HANDLER_INIT (namespaces, names, start, end, text);
  g_autoptr (GBytes) bytes = galley_docx_package_read (package, part, /* error= */ NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  Reading reading = { .words = words };

  if (bytes == NULL || !galley_xml_walk (bytes, part, &handler, &reading, package->cancellable,
                                         /* error= */ NULL))
    return NULL;

  return g_strdup (words->str);
}
