/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-threads.h"

#include "galley-docx-body.h"
#include "galley-xml.h"

/* Which comment answers which, and which are resolved, stands in a part of its own since Word 2013.
 * It calls a comment by the identifier of its last paragraph, which only the comments themselves
 * tell. */

enum
{
  NAMESPACE_W = 1,
  NAMESPACE_W14,
  NAMESPACE_W15,
};

enum
{
  TAG_COMMENT = 1,
  TAG_PARAGRAPH,
  TAG_EXTENDED,
};

static const GalleyXmlNamespace namespaces[] = {
  { "http://schemas.openxmlformats.org/wordprocessingml/2006/main", NAMESPACE_W },
  { "http://purl.oclc.org/ooxml/wordprocessingml/main", NAMESPACE_W },
  { "http://schemas.microsoft.com/office/word/2010/wordml", NAMESPACE_W14 },
  { "http://schemas.microsoft.com/office/word/2012/wordml", NAMESPACE_W15 },
};

static const GalleyXmlName names[] = { { NAMESPACE_W, "comment", TAG_COMMENT },
                                       { NAMESPACE_W, "p", TAG_PARAGRAPH },
                                       { NAMESPACE_W15, "commentEx", TAG_EXTENDED } };

typedef struct
{
  GalleyOfficeNotes *notes;
  GHashTable *keys; /* (element-type utf8 utf8): of comments, by the identifiers of paragraphs */
  char *key;        /* of the comment that is read, or NULL */
} Threads;

/* The key of the comment that an attribute names, or NULL. */
static const char *
find_key (Threads *self, const GalleyXmlElement *element, const char *attribute)
{
  g_autofree char *paragraph = galley_xml_element_dup (element, NAMESPACE_W15, attribute);

  return paragraph != NULL ? g_hash_table_lookup (self->keys, paragraph) : NULL;
}

static void
read_extended (Threads *self, const GalleyXmlElement *element)
{
  const char *key = find_key (self, element, "paraId");
  const char *parent = find_key (self, element, "paraIdParent");

  if (key != NULL && parent != NULL)
    galley_office_notes_answer (self->notes, key, parent);
  if (key != NULL && (galley_xml_element_equals (element, NAMESPACE_W15, "done", "1") ||
                      galley_xml_element_equals (element, NAMESPACE_W15, "done", "true")))
    galley_office_notes_resolve (self->notes, key);
}

static gboolean
start (gpointer data, guint tag, const GalleyXmlElement *element)
{
  Threads *self = data;
  g_autofree char *id = NULL;

  switch (tag)
    {
    case TAG_COMMENT:
      id = galley_xml_element_dup (element, NAMESPACE_W, "id");
      g_free (self->key);
      self->key = g_strconcat (GALLEY_DOCX_COMMENT_KEY, id, NULL);
      break;
    case TAG_PARAGRAPH:
      id = galley_xml_element_dup (element, NAMESPACE_W14, "paraId");
      if (id != NULL && self->key != NULL)
        g_hash_table_insert (self->keys, g_steal_pointer (&id), g_strdup (self->key));
      break;
    case TAG_EXTENDED:
      read_extended (self, element);
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

static gboolean
read_part (Threads *self, GalleyDocxPackage *package, const char *part, GError **error)
{
  const GalleyXmlHandler handler =
      GALLEY_XML_HANDLER_INIT (namespaces, names, start, end, /* text= */ NULL);
  g_autoptr (GBytes) bytes = galley_docx_package_read (package, part, error);

  return bytes != NULL &&
         galley_xml_walk (bytes, package->label, &handler, self, package->cancellable, error);
}

/**
 * galley_docx_threads_read:
 * @package: a Word document
 * @notes: its notes, of which the comments are read
 * @error: (out) (optional): a #GalleyImportError
 *
 * Tells @notes which comment answers which, and which are resolved, if the document says so.
 *
 * Returns: whether it could be read
 */
gboolean
galley_docx_threads_read (GalleyDocxPackage *package, GalleyOfficeNotes *notes, GError **error)
{
  const char *comments = galley_docx_package_find (package, "comments");
  const char *extended = galley_docx_package_find (package, "commentsExtended");
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Threads self = { .notes = notes, .keys = keys };
  gboolean is_read;

  if (comments == NULL || extended == NULL)
    return TRUE;

  is_read =
      read_part (&self, package, comments, error) && read_part (&self, package, extended, error);
  g_free (self.key);

  return is_read;
}
