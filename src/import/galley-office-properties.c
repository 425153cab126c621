/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-office-properties.h"

#include "galley-xml.h"

/* Word and LibreOffice both write the elements of the Dublin Core. In OpenDocument its creator is
 * who wrote last, and who began has an element of its own. */

enum
{
  NS_DC = 1,
  NS_META,
};

typedef enum
{
  TAG_TITLE = 1,
  TAG_CREATOR,
  TAG_FIRST_CREATOR,
  TAG_LANGUAGE,
} Tag;

static const GalleyXmlNamespace namespaces[] = {
  { "http://purl.org/dc/elements/1.1/", NS_DC },
  { "urn:oasis:names:tc:opendocument:xmlns:meta:1.0", NS_META },
};

static const GalleyXmlName names[] = {
  { NS_DC, "title", TAG_TITLE },
  { NS_DC, "creator", TAG_CREATOR },
  { NS_META, "initial-creator", TAG_FIRST_CREATOR },
  { NS_DC, "language", TAG_LANGUAGE },
};

typedef struct
{
  GalleyOfficeProperties *properties;
  GString *value; /* of the element that is open, or NULL */
  gboolean has_first;
} Reading;

void
galley_office_properties_clear (GalleyOfficeProperties *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->language, g_free);
}

static gboolean
start (gpointer data, guint tag, const GalleyXmlElement *element)
{
  Reading *self = data;

  if (tag != 0 && self->value == NULL)
    self->value = g_string_new (NULL);

  return TRUE;
}

static void
set (char **field, const char *value)
{
  g_free (*field);
  *field = *value != '\0' ? g_strdup (value) : NULL;
}

static void
end (gpointer data, guint tag)
{
  Reading *self = data;
  g_autofree char *value = NULL;

  if (tag == 0 || self->value == NULL)
    return;

  value = g_strdelimit (g_string_free (g_steal_pointer (&self->value), FALSE), "\r\n\t", ' ');
  g_strstrip (value);
  if (tag == TAG_TITLE)
    set (&self->properties->title, value);
  else if (tag == TAG_LANGUAGE)
    set (&self->properties->language, value);
  else if (tag == TAG_FIRST_CREATOR || !self->has_first)
    set (&self->properties->author, value);
  self->has_first |= tag == TAG_FIRST_CREATOR && *value != '\0';
}

static void
text (gpointer data, const char *utf8, gsize length_bytes)
{
  Reading *self = data;

  if (self->value != NULL)
    g_string_append_len (self->value, utf8, length_bytes);
}

/**
 * galley_office_properties_read:
 * @bytes: the part of a document that holds its properties
 * @label: what to call the document in an error
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): a #GalleyImportError
 *
 * Returns: whether they could be read
 */
gboolean
galley_office_properties_read (GalleyOfficeProperties *self,
                               GBytes *bytes,
                               const char *label,
                               GCancellable *cancellable,
                               GError **error)
{
  const GalleyXmlHandler handler = GALLEY_XML_HANDLER_INIT (namespaces, names, start, end, text);
  Reading reading = { .properties = self };
  gboolean is_read = galley_xml_walk (bytes, label, &handler, &reading, cancellable, error);

  if (reading.value != NULL)
    g_string_free (reading.value, TRUE);

  return is_read;
}

/**
 * galley_office_properties_apply:
 * @builder: what gets the metadata
 * @blocks: what finds out about the title
 * @style_language: (nullable): the language that the document's styles set, which is that of the
 *   text rather than what the properties say
 */
void
galley_office_properties_apply (const GalleyOfficeProperties *self,
                                GalleyDocumentBuilder *builder,
                                GalleyOfficeBlocks *blocks,
                                const char *style_language)
{
  galley_office_blocks_set_title (blocks, self->title);
  galley_document_builder_set_metadata (builder, GALLEY_METADATA_BYLINE, self->author);
  galley_document_builder_set_metadata (builder, GALLEY_METADATA_LANGUAGE,
                                        style_language != NULL ? style_language : self->language);
}
