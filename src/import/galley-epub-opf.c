/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-epub-opf.h"

#include "galley-html-words.h"
#include "galley-import.h"
#include "galley-limits.h"
#include "galley-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Versions 2 and 3 have one namespace, the drafts before them another one or none. */

#define MAX_FALLBACKS 10 /* from one item to the next */

enum
{
  NS_OPF = 1,
  NS_DC,
};

typedef enum
{
  TAG_STATEMENT = 1, /* first of as many as there are kinds of statements */
  TAG_META = TAG_STATEMENT + GALLEY_EPUB_REFINES,
  TAG_ITEM,
  TAG_ITEM_REF,
  TAG_REFERENCE,
  TAG_COLLECTION,
} Tag;

static const GalleyXmlNamespace namespaces[] = {
  { "http://www.idpf.org/2007/opf", NS_OPF },
  { "http://openebook.org/namespaces/oeb-package/1.0/", NS_OPF },
  { "http://purl.org/dc/elements/1.1/", NS_DC },
  { "http://purl.org/dc/elements/1.0/", NS_DC },
};

static const GalleyXmlName names[] = {
  { NS_DC, "title", TAG_STATEMENT + GALLEY_EPUB_TITLE },
  { NS_DC, "creator", TAG_STATEMENT + GALLEY_EPUB_CREATOR },
  { NS_DC, "date", TAG_STATEMENT + GALLEY_EPUB_DATE },
  { NS_DC, "publisher", TAG_STATEMENT + GALLEY_EPUB_PUBLISHER },
  { NS_DC, "language", TAG_STATEMENT + GALLEY_EPUB_LANGUAGE },
  { NS_DC, "source", TAG_STATEMENT + GALLEY_EPUB_SOURCE },
  { NS_DC, "identifier", TAG_STATEMENT + GALLEY_EPUB_IDENTIFIER },
  { NS_OPF, "meta", TAG_META },
  { NS_OPF, "item", TAG_ITEM },
  { NS_OPF, "itemref", TAG_ITEM_REF },
  { NS_OPF, "reference", TAG_REFERENCE },
  { NS_OPF, "collection", TAG_COLLECTION },
  { 0, "item", TAG_ITEM },
  { 0, "itemref", TAG_ITEM_REF },
  { 0, "reference", TAG_REFERENCE },
};

/* What is made of markup and can be read as a chapter. */
static const char *const chapter_types[] = {
  "application/xhtml+xml",    "text/html",       "text/x-oeb1-document",
  "application/x-dtbook+xml", "application/xml", "text/xml",
};

typedef struct
{
  GalleyEpubOpf *opf;
  GHashTable *seen;              /* (element-type utf8) ids of items in the spine */
  GString *value;                /* of the statement that is open, or NULL */
  GalleyEpubStatement statement; /* that is open */
  gboolean has_too_much;
} Reading;

static void
free_item (gpointer data)
{
  GalleyEpubItem *item = data;

  g_free (item->id);
  g_free (item->href);
  g_free (item->media_type);
  g_free (item->fallback);
  g_free (item);
}

static GalleyEpubOpf *
opf_new (void)
{
  GalleyEpubOpf *self = g_new0 (GalleyEpubOpf, 1);

  self->metadata = galley_epub_metadata_new ();
  self->items = g_ptr_array_new_with_free_func (free_item);
  self->spine = g_ptr_array_new_with_free_func (g_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
galley_epub_opf_free (GalleyEpubOpf *self)
{
  galley_epub_metadata_free (self->metadata);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->spine);
  g_free (self->contents);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

/* Of two items with one id the first counts. */
static void
add_item (Reading *self, const GalleyXmlElement *element)
{
  GalleyEpubItem *item = g_new0 (GalleyEpubItem, 1);

  item->id = galley_xml_element_dup (element, 0, "id");
  item->href = galley_xml_element_dup (element, 0, "href");
  item->media_type = galley_xml_element_dup (element, 0, "media-type");
  item->fallback = galley_xml_element_dup (element, 0, "fallback");
  if (item->id == NULL || item->href == NULL || g_hash_table_contains (self->opf->by_id, item->id))
    {
      free_item (item);
      return;
    }

  g_ptr_array_add (self->opf->items, item);
  g_hash_table_insert (self->opf->by_id, item->id, item);
}

static void
add_item_ref (Reading *self, const GalleyXmlElement *element)
{
  g_autofree char *id = galley_xml_element_dup (element, 0, "idref");

  if (id != NULL && g_hash_table_add (self->seen, g_strdup (id)))
    g_ptr_array_add (self->opf->spine, g_steal_pointer (&id));
}

/* A "meta" that does not refine is about the file or for one program. */
static void
begin_statement (Reading *self, GalleyEpubStatementKind kind, const GalleyXmlElement *element)
{
  GalleyEpubStatement statement = { .kind = kind };
  g_autofree char *refines = NULL;

  if (kind == GALLEY_EPUB_REFINES)
    {
      refines = galley_xml_element_dup (element, 0, "refines");
      if (refines == NULL || *refines != '#')
        return;
      statement.id = g_strdup (refines + 1);
      statement.property = galley_xml_element_dup (element, 0, "property");
    }
  else
    {
      statement.id = galley_xml_element_dup (element, 0, "id");
      statement.property =
          galley_xml_element_dup (element, NS_OPF, kind == GALLEY_EPUB_DATE ? "event" : "role");
    }
  self->statement = statement;
  self->value = g_string_new (NULL);
}

/* A book may hold others, with metadata of their own, in collections. */
static gboolean
start (gpointer data, guint tag, const GalleyXmlElement *element)
{
  Reading *self = data;
  GalleyEpubOpf *opf = self->opf;

  if (opf->items->len > GALLEY_ZIP_MAX_MEMBERS || opf->spine->len > GALLEY_ZIP_MAX_MEMBERS)
    self->has_too_much = TRUE;
  if (tag == TAG_COLLECTION || self->has_too_much)
    return FALSE;

  if (tag >= TAG_STATEMENT && tag <= TAG_META && self->value == NULL)
    begin_statement (self, tag - TAG_STATEMENT, element);
  else if (tag == TAG_ITEM)
    add_item (self, element);
  else if (tag == TAG_ITEM_REF)
    add_item_ref (self, element);
  else if (tag == TAG_REFERENCE && opf->contents == NULL &&
           galley_xml_element_equals (element, 0, "type", "toc"))
    opf->contents = galley_xml_element_dup (element, 0, "href");

  return TRUE;
}

static void
end (gpointer data, guint tag)
{
  Reading *self = data;

  if (self->value == NULL || tag != TAG_STATEMENT + self->statement.kind)
    return;

  self->statement.value = galley_html_squeeze (self->value->str);
  galley_epub_metadata_take (self->opf->metadata, self->statement);
  g_string_free (self->value, TRUE);
  self->value = NULL;
}

static void
text (gpointer data, const char *utf8, gsize length_bytes)
{
  Reading *self = data;

  if (self->value != NULL)
    g_string_append_len (self->value, utf8, length_bytes);
}

/* What is open when the document breaks off. */
static void
clear_reading (Reading *self)
{
  g_hash_table_unref (self->seen);
  if (self->value == NULL)
    return;
  g_string_free (self->value, TRUE);
  g_free (self->statement.id);
  g_free (self->statement.property);
}

/**
 * galley_epub_opf_read:
 * @bytes: the package document
 * @label: what to call the book in an error
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): a #GalleyImportError
 *
 * Returns: (transfer full): what it says, or %NULL
 */
GalleyEpubOpf *
galley_epub_opf_read (GBytes *bytes, const char *label, GCancellable *cancellable, GError **error)
{
  const GalleyXmlHandler handler = GALLEY_XML_HANDLER_INIT (namespaces, names, start, end, text);
  g_autoptr (GalleyEpubOpf) self = opf_new ();
  Reading reading = {
    .opf = self,
    .seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  gboolean is_read = galley_xml_walk (bytes, label, &handler, &reading, cancellable, error);

  clear_reading (&reading);
  if (is_read && reading.has_too_much)
    {
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_TOO_LARGE,
                   _ ("“%s” has too many parts to be read as a book"), label);
      return NULL;
    }

  return is_read ? g_steal_pointer (&self) : NULL;
}

/**
 * galley_epub_item_is_chapter:
 *
 * Returns: whether it is made of markup, by what the book says or else by its name
 */
gboolean
galley_epub_item_is_chapter (const GalleyEpubItem *self)
{
  static const char *const suffixes[] = { ".xhtml", ".html", ".htm" };
  g_autofree char *name = g_ascii_strdown (self->href, strcspn (self->href, "?#"));

  for (guint i = 0; i < G_N_ELEMENTS (chapter_types) && self->media_type != NULL; i++)
    if (g_ascii_strcasecmp (self->media_type, chapter_types[i]) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i]))
      return TRUE;

  return FALSE;
}

/**
 * galley_epub_opf_find_chapter:
 * @id: of an item
 *
 * Looks for what can be read of an item: it, or what stands in for it as the book says.
 *
 * Returns: (transfer none) (nullable): a chapter of markup; if there is none, the item itself;
 *   %NULL if there is no such item
 */
const GalleyEpubItem *
galley_epub_opf_find_chapter (GalleyEpubOpf *self, const char *id)
{
  const GalleyEpubItem *first = g_hash_table_lookup (self->by_id, id), *item = first;

  for (guint i = 0; i < MAX_FALLBACKS && item != NULL; i++)
    {
      if (galley_epub_item_is_chapter (item))
        return item;
      item = item->fallback != NULL ? g_hash_table_lookup (self->by_id, item->fallback) : NULL;
    }

  return first;
}
