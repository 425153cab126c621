/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-epub-container.h"

#include "galley-xml.h"
#include "galley-zip.h"

#include <string.h>

/* What stands in the folder META-INF of a book: where its package document is, and which of its
 * members are encrypted and how. */

enum
{
  NS_CONTAINER = 1,
  NS_ENCRYPTION,
};

typedef enum
{
  TAG_ROOT_FILE = 1,
  TAG_ENCRYPTED_DATA,
  TAG_METHOD,
  TAG_REFERENCE,
} Tag;

static const GalleyXmlNamespace namespaces[] = {
  { "urn:oasis:names:tc:opendocument:xmlns:container", NS_CONTAINER },
  { "http://www.w3.org/2001/04/xmlenc#", NS_ENCRYPTION },
};

static const GalleyXmlName names[] = {
  { NS_CONTAINER, "rootfile", TAG_ROOT_FILE },
  { 0, "rootfile", TAG_ROOT_FILE },
  { NS_ENCRYPTION, "EncryptedData", TAG_ENCRYPTED_DATA },
  { NS_ENCRYPTION, "EncryptionMethod", TAG_METHOD },
  { NS_ENCRYPTION, "CipherReference", TAG_REFERENCE },
};

/* Fonts are scrambled with the name of the book, so that nobody takes them out of it; that locks
 * nothing. */
static const char *const font_methods[] = {
  "http://www.idpf.org/2008/embedding",
  "http://ns.adobe.com/pdf/enc#RC",
};

typedef struct
{
  char *opf;             /* the first package document, or NULL */
  GHashTable *encrypted; /* (element-type utf8) names of members, or NULL */
  gboolean is_font;      /* whether the encryption that is open is that of fonts */
} Reading;

static void
look_at_root_file (Reading *self, const GalleyXmlElement *element)
{
  g_autofree char *path = galley_xml_element_dup (element, 0, "full-path");

  /* A book may be there in several renditions; the first is the default. */
  if (self->opf == NULL && path != NULL && *path != '\0' &&
      (galley_xml_element_equals (element, 0, "media-type", "application/oebps-package+xml") ||
       g_str_has_suffix (path, ".opf")))
    self->opf = g_steal_pointer (&path);
}

static gboolean
is_font_method (const GalleyXmlElement *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (font_methods); i++)
    if (galley_xml_element_equals (element, 0, "Algorithm", font_methods[i]))
      return TRUE;

  return FALSE;
}

static gboolean
start (gpointer data, guint tag, const GalleyXmlElement *element)
{
  Reading *self = data;
  g_autofree char *address = NULL;

  switch (tag)
    {
    case TAG_ROOT_FILE:
      look_at_root_file (self, element);
      break;
    case TAG_ENCRYPTED_DATA:
      self->is_font = FALSE;
      break;
    case TAG_METHOD:
      self->is_font = is_font_method (element);
      break;
    case TAG_REFERENCE:
      address = galley_xml_element_dup (element, 0, "URI");
      if (address != NULL && self->encrypted != NULL && !self->is_font)
        g_hash_table_add (self->encrypted, galley_zip_resolve ("", address));
      break;
    default:
      break;
    }

  return TRUE;
}

static void
end (gpointer data, guint tag)
{
}

static const GalleyXmlHandler handler =
    GALLEY_XML_HANDLER_INIT (namespaces, names, start, end, /* text= */ NULL);

/**
 * galley_epub_container_find_opf:
 * @container: "META-INF/container.xml"
 * @label: what to call the book in an error
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): a #GalleyImportError
 *
 * Returns: (transfer full) (nullable): the name of the package document; %NULL without an error if
 *   none is named
 */
char *
galley_epub_container_find_opf (GBytes *container,
                                const char *label,
                                GCancellable *cancellable,
                                GError **error)
{
  Reading reading = { NULL };

  if (!galley_xml_walk (container, label, &handler, &reading, cancellable, error))
    g_clear_pointer (&reading.opf, g_free);

  return reading.opf;
}

/**
 * galley_epub_container_find_encrypted:
 * @encryption: "META-INF/encryption.xml"
 * @label: what to call the book
 *
 * What cannot be read of @encryption is not believed; what was encrypted then is no markup.
 *
 * Returns: (transfer full) (element-type utf8): the names of the members that are locked, fonts
 * that are only scrambled not among them
 */
GHashTable *
galley_epub_container_find_encrypted (GBytes *encryption, const char *label)
{
  Reading reading = {
    .encrypted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  gboolean is_read = galley_xml_walk (encryption, label, &handler, &reading,
                                      /* cancellable= */ NULL, /* error= */ NULL);

  if (!is_read)
    g_hash_table_remove_all (reading.encrypted);
  g_free (reading.opf);

  return reading.encrypted;
}
