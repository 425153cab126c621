/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-xml.h"

#include "galley-import.h"
#include "galley-limits.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* libxml2 calls back for each element and holds no tree. It fetches nothing: no document type and
 * no entity is loaded, and a document that declares entities of its own is refused as soon as it
 * does. Its own limits stay in force. */

/* How libxml2 lays out an attribute in its array. */
enum
{
  ATTRIBUTE_NAME,
  ATTRIBUTE_PREFIX,
  ATTRIBUTE_ADDRESS,
  ATTRIBUTE_VALUE,
  ATTRIBUTE_END,
  N_ATTRIBUTE_PARTS
};

typedef enum
{
  FAULT_NONE,
  FAULT_TOO_DEEP,
  FAULT_ENTITIES,
} Fault;

typedef struct
{
  const GalleyXmlHandler *handler;
  gpointer data;
  GCancellable *cancellable;
  GBytes *bytes;
  gsize offset_bytes;     /* how much of @bytes is read */
  GHashTable *tags;       /* (element-type GalleyXmlName) both keys and values */
  GHashTable *namespaces; /* (element-type pointer guint) of addresses, by pointer */
  xmlParserCtxt *context;
  GArray *open;     /* (element-type guint) tags of the elements that are open */
  guint n_left_out; /* open elements, of which the outermost is left out */
  Fault fault;
} Walker;

struct _GalleyXmlElement
{
  Walker *walker;
  const xmlChar **attributes;
  guint n_attributes;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

static guint
hash_name (gconstpointer key)
{
  const GalleyXmlName *name = key;

  return g_str_hash (name->name) * 31 + name->namespace_id;
}

static gboolean
equal_names (gconstpointer a, gconstpointer b)
{
  const GalleyXmlName *one = a, *two = b;

  return one->namespace_id == two->namespace_id && strcmp (one->name, two->name) == 0;
}

/* libxml2 keeps one copy of each address, so that its pointer stands for it. */
static guint
find_namespace (Walker *self, const xmlChar *address)
{
  gpointer id = NULL;

  if (address == NULL || g_hash_table_lookup_extended (self->namespaces, address, NULL, &id))
    return GPOINTER_TO_UINT (id);

  for (guint i = 0; i < self->handler->n_namespaces && id == NULL; i++)
    if (strcmp (self->handler->namespaces[i].address, (const char *) address) == 0)
      id = GUINT_TO_POINTER (self->handler->namespaces[i].id);
  g_hash_table_insert (self->namespaces, (gpointer) address, id);

  return GPOINTER_TO_UINT (id);
}

static void
stop (Walker *self, Fault fault)
{
  self->fault = fault;
  xmlStopParser (self->context);
}

static void
start_cb (void *data,
          const xmlChar *local_name,
          const xmlChar *prefix,
          const xmlChar *address,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  Walker *self = data;
  GalleyXmlElement element = { self, attributes, n_attributes };
  GalleyXmlName key = { .name = (const char *) local_name };
  const GalleyXmlName *name;
  guint tag;

  if (self->fault != FAULT_NONE)
    return;
  if (self->open->len + self->n_left_out >= GALLEY_XML_MAX_DEPTH)
    {
      stop (self, FAULT_TOO_DEEP);
      return;
    }
  if (self->n_left_out > 0)
    {
      self->n_left_out++;
      return;
    }

  key.namespace_id = find_namespace (self, address);
  name = g_hash_table_lookup (self->tags, &key);
  tag = name != NULL ? name->tag : 0;
  if (self->handler->start (self->data, tag, &element))
    g_array_append_val (self->open, tag);
  else
    self->n_left_out = 1;
}

static void
end_cb (void *data, const xmlChar *local_name, const xmlChar *prefix, const xmlChar *address)
{
  Walker *self = data;
  guint tag;

  if (self->fault != FAULT_NONE)
    return;
  if (self->n_left_out > 0)
    {
      self->n_left_out--;
      return;
    }
  if (self->open->len == 0)
    return;

  tag = g_array_index (self->open, guint, self->open->len - 1);
  g_array_set_size (self->open, self->open->len - 1);
  self->handler->end (self->data, tag);
}

static void
text_cb (void *data, const xmlChar *characters, int length_bytes)
{
  Walker *self = data;

  if (self->n_left_out == 0 && self->fault == FAULT_NONE && self->handler->text != NULL)
    self->handler->text (self->data, (const char *) characters, length_bytes);
}

static void
entity_cb (void *data,
           const xmlChar *name,
           int type,
           const xmlChar *public_id,
           const xmlChar *system_id,
           xmlChar *content)
{
  stop (data, FAULT_ENTITIES);
}

/* What is wrong is told once, at the end. */
static void
ignore_error_cb (void *data, xmlErrorPtr error)
{
}

/* Hands libxml2 its next bytes. */
static int
read_cb (void *data, char *buffer, int n_wanted)
{
  Walker *self = data;
  gsize length_bytes;
  const char *bytes = g_bytes_get_data (self->bytes, &length_bytes);
  gsize n = MIN ((gsize) n_wanted, length_bytes - self->offset_bytes);

  if (g_cancellable_is_cancelled (self->cancellable))
    return -1;

  if (n > 0)
    memcpy (buffer, bytes + self->offset_bytes, n);
  self->offset_bytes += n;

  return n;
}

static void
set_fault (Walker *self, const char *label, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return;

  switch (self->fault)
    {
    case FAULT_TOO_DEEP:
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
                   _ ("“%s” is nested too deeply to be read"), label);
      break;
    case FAULT_ENTITIES:
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
                   _ ("“%s” declares XML entities, which no article needs, and was not read"),
                   label);
      break;
    case FAULT_NONE:
    default:
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
                   _ ("“%s” is damaged: it holds XML that cannot be read"), label);
      break;
    }
}

static void
init_tags (Walker *self)
{
  for (guint i = 0; i < self->handler->n_names; i++)
    g_hash_table_add (self->tags, (gpointer) &self->handler->names[i]);
}

static void
init_libxml (void)
{
  static gsize is_done;

  if (g_once_init_enter (&is_done))
    {
      xmlInitParser ();
      g_once_init_leave (&is_done, 1);
    }
}

/**
 * galley_xml_walk:
 * @bytes: XML, in any encoding that it states itself
 * @label: what to call the input in an error
 * @handler: what is called
 * @data: for @handler
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): %GALLEY_IMPORT_ERROR_DAMAGED or %G_IO_ERROR_CANCELLED
 *
 * Walks through XML. Nothing is fetched, whatever it refers to.
 *
 * Returns: whether all of it could be read
 */
gboolean
galley_xml_walk (GBytes *bytes,
                 const char *label,
                 const GalleyXmlHandler *handler,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_cb,
    .endElementNs = end_cb,
    .characters = text_cb,
    .ignorableWhitespace = text_cb,
    .cdataBlock = text_cb,
    .entityDecl = entity_cb,
    .serror = ignore_error_cb,
  };
  g_autoptr (GHashTable) tags = g_hash_table_new (hash_name, equal_names);
  g_autoptr (GHashTable) namespaces = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Walker self = { .handler = handler,
                  .data = data,
                  .cancellable = cancellable,
                  .bytes = bytes,
                  .tags = tags,
                  .namespaces = namespaces,
                  .open = open };
  g_autoptr (xmlParserCtxt) context = NULL;
  gboolean is_read;

  init_libxml ();
  init_tags (&self);
  context = xmlCreateIOParserCtxt (&sax, &self, read_cb, /* ioclose= */ NULL, &self,
                                   XML_CHAR_ENCODING_NONE);
  g_assert (context != NULL);
  self.context = context;
  /* Without NOENT an ampersand would stay written out in attributes; there are no other entities.
   */
  xmlCtxtUseOptions (context,
                     XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  is_read = xmlParseDocument (context) == 0 && context->wellFormed && self.fault == FAULT_NONE;
  g_clear_pointer (&context->myDoc, xmlFreeDoc);
  if (!is_read)
    set_fault (&self, label, error);

  return is_read;
}

static const xmlChar **
find_attribute (const GalleyXmlElement *element, guint namespace_id, const char *name)
{
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const xmlChar **attribute = element->attributes + i * N_ATTRIBUTE_PARTS;

      if (strcmp ((const char *) attribute[ATTRIBUTE_NAME], name) == 0 &&
          find_namespace (element->walker, attribute[ATTRIBUTE_ADDRESS]) == namespace_id)
        return attribute;
    }

  return NULL;
}

/**
 * galley_xml_element_dup:
 * @namespace_id: of the attribute; 0 if it has no prefix
 * @name: of the attribute
 *
 * Returns: (transfer full) (nullable): its value, %NULL if the element has no such attribute
 */
char *
galley_xml_element_dup (const GalleyXmlElement *element, guint namespace_id, const char *name)
{
  const xmlChar **attribute = find_attribute (element, namespace_id, name);

  if (attribute == NULL)
    return NULL;
  return g_strndup ((const char *) attribute[ATTRIBUTE_VALUE],
                    attribute[ATTRIBUTE_END] - attribute[ATTRIBUTE_VALUE]);
}

/**
 * galley_xml_element_equals:
 * @namespace_id: of the attribute; 0 if it has no prefix
 * @name: of the attribute
 * @value: what it may be
 *
 * Returns: whether the element has such an attribute and it is @value
 */
gboolean
galley_xml_element_equals (const GalleyXmlElement *element,
                           guint namespace_id,
                           const char *name,
                           const char *value)
{
  const xmlChar **attribute = find_attribute (element, namespace_id, name);
  gsize length_bytes = strlen (value);

  return attribute != NULL &&
         (gsize) (attribute[ATTRIBUTE_END] - attribute[ATTRIBUTE_VALUE]) == length_bytes &&
         memcmp (attribute[ATTRIBUTE_VALUE], value, length_bytes) == 0;
}

/**
 * galley_xml_element_get_int:
 * @namespace_id: of the attribute; 0 if it has no prefix
 * @name: of the attribute
 * @fallback: what stands for an attribute that is not there or no number
 *
 * Returns: its value
 */
int
galley_xml_element_get_int (const GalleyXmlElement *element,
                            guint namespace_id,
                            const char *name,
                            int fallback)
{
  g_autofree char *value = galley_xml_element_dup (element, namespace_id, name);
  gint64 number;

  if (value == NULL ||
      !g_ascii_string_to_signed (value, 10, G_MININT, G_MAXINT, &number, /* error= */ NULL))
    return fallback;
  return number;
}
