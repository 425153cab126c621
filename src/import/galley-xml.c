/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-xml.h"

#include "galley-import.h"
#include "galley-late.h"
#include "galley-limits.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Expat calls back for each element and holds no tree. It fetches nothing: no document type and no
 * entity is loaded, and a document that declares entities of its own is refused as soon as it does.
 *
 * What a prefix stands for is kept here and not by Expat, to which a prefix that was never declared
 * makes the whole document unreadable. Here its elements are ones that nobody knows. */

/* Namespaces that are declared at once. Word declares some forty. */
#define MAX_BINDINGS 256

#define DECLARATION "xmlns"

/* What no document needs to declare. */
#define XML_PREFIX "xml"
#define XML_ADDRESS "http://www.w3.org/XML/1998/namespace"

/* What is called of Expat, which is loaded late. */
#define EXPAT_FUNCTIONS(F)                                                                         \
  F (XML_GetErrorCode)                                                                             \
  F (XML_Parse)                                                                                    \
  F (XML_ParserCreate)                                                                             \
  F (XML_ParserFree)                                                                               \
  F (XML_SetCharacterDataHandler)                                                                  \
  F (XML_SetElementHandler)                                                                        \
  F (XML_SetEntityDeclHandler)                                                                     \
  F (XML_SetUnknownEncodingHandler)                                                                \
  F (XML_SetUserData)                                                                              \
  F (XML_StopParser)
#define EXPAT_ENTRY(name) GALLEY_LATE_ENTRY (expat, name)

static struct
{
  EXPAT_FUNCTIONS (GALLEY_LATE_MEMBER)
} expat;

static const GalleyLateFunction expat_functions[] = { EXPAT_FUNCTIONS (EXPAT_ENTRY) };

static GalleyLate expat_late = GALLEY_LATE_INIT ("libexpat.so.1", expat_functions);

typedef enum
{
  FAULT_NONE,
  FAULT_TOO_DEEP,
  FAULT_ENTITIES,
  FAULT_OTHER,
} Fault;

/* What a prefix stands for, within the element that says so. */
typedef struct
{
  char *prefix; /* "" for names without one */
  gsize prefix_bytes;
  guint namespace_id; /* 0 if it is none that matters */
  guint depth;        /* of the element */
} Binding;

typedef struct
{
  const GalleyXmlHandler *handler;
  gpointer data;
  GCancellable *cancellable;
  GHashTable *tags; /* (element-type GalleyXmlName) both keys and values */
  XML_Parser parser;
  GArray *bindings; /* (element-type Binding) the innermost last */
  GArray *open;     /* (element-type guint) tags of the elements that are open */
  guint n_left_out; /* open elements, of which the outermost is left out */
  char *encoding;   /* that Expat does not know, or NULL */
  Fault fault;
} Walker;

/* Where both stand within a name as it is written. */
typedef struct
{
  const char *prefix;
  gsize prefix_bytes;
  const char *local;
} Name;

struct _GalleyXmlElement
{
  Walker *walker;
  const char **attributes; /* names and values in turn, NULL-terminated */
};

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

static void
clear_binding (gpointer data)
{
  g_free (((Binding *) data)->prefix);
}

static Name
split_name (const char *written)
{
  const char *colon = strchr (written, ':');

  if (colon == NULL)
    return (Name){ "", 0, written };
  return (Name){ written, colon - written, colon + 1 };
}

/* What the prefix of @name stands for, or 0. */
static guint
find_namespace (Walker *self, const Name *name)
{
  for (guint i = self->bindings->len; i-- > 0;)
    {
      const Binding *binding = &g_array_index (self->bindings, Binding, i);

      if (binding->prefix_bytes == name->prefix_bytes &&
          memcmp (binding->prefix, name->prefix, name->prefix_bytes) == 0)
        return binding->namespace_id;
    }

  return 0;
}

static void
stop (Walker *self, Fault fault)
{
  self->fault = fault;
  expat.XML_StopParser (self->parser, XML_FALSE);
}

static void
bind_prefix (Walker *self, const char *prefix, const char *address)
{
  Binding binding = { g_strdup (prefix), strlen (prefix), 0, self->open->len };

  for (guint i = 0; i < self->handler->n_namespaces && binding.namespace_id == 0; i++)
    if (strcmp (self->handler->namespaces[i].address, address) == 0)
      binding.namespace_id = self->handler->namespaces[i].id;
  g_array_append_val (self->bindings, binding);
  if (self->bindings->len > MAX_BINDINGS)
    stop (self, FAULT_OTHER);
}

/* Takes note of what an element says that prefixes stand for. */
static void
bind_prefixes (Walker *self, const char **attributes)
{
  gsize length_bytes = strlen (DECLARATION);

  for (; *attributes != NULL && self->fault == FAULT_NONE; attributes += 2)
    if (strncmp (*attributes, DECLARATION, length_bytes) == 0)
      {
        const char *rest = *attributes + length_bytes;

        if (*rest == ':')
          bind_prefix (self, rest + 1, attributes[1]);
        else if (*rest == '\0')
          bind_prefix (self, "", attributes[1]);
      }
}

/* Forgets what the element that is at the end said. */
static void
unbind_prefixes (Walker *self)
{
  guint n = self->bindings->len;

  while (n > 0 && g_array_index (self->bindings, Binding, n - 1).depth >= self->open->len)
    n--;
  g_array_set_size (self->bindings, n);
}

static void XMLCALL
start_cb (void *data, const char *written, const char **attributes)
{
  Walker *self = data;
  GalleyXmlElement element = { self, attributes };
  GalleyXmlName key;
  const GalleyXmlName *known;
  Name name;
  guint tag;

  if (self->fault != FAULT_NONE)
    return;
  if (self->open->len + self->n_left_out >= GALLEY_XML_MAX_DEPTH ||
      g_cancellable_is_cancelled (self->cancellable))
    {
      stop (self, FAULT_TOO_DEEP);
      return;
    }
  if (self->n_left_out > 0)
    {
      self->n_left_out++;
      return;
    }

  bind_prefixes (self, attributes);
  name = split_name (written);
  key = (GalleyXmlName){ find_namespace (self, &name), name.local, 0 };
  known = g_hash_table_lookup (self->tags, &key);
  tag = known != NULL ? known->tag : 0;
  if (self->fault != FAULT_NONE)
    return;
  if (self->handler->start (self->data, tag, &element))
    {
      g_array_append_val (self->open, tag);
      return;
    }
  unbind_prefixes (self);
  self->n_left_out = 1;
}

static void XMLCALL
end_cb (void *data, const char *written)
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

  tag = g_array_index (self->open, guint, self->open->len - 1);
  g_array_set_size (self->open, self->open->len - 1);
  unbind_prefixes (self);
  self->handler->end (self->data, tag);
}

static void XMLCALL
text_cb (void *data, const char *characters, int length_bytes)
{
  Walker *self = data;

  if (self->n_left_out == 0 && self->fault == FAULT_NONE && self->handler->text != NULL)
    self->handler->text (self->data, characters, length_bytes);
}

static void XMLCALL
entity_cb (void *data,
           const char *name,
           int is_parameter,
           const char *value,
           int length_bytes,
           const char *base,
           const char *system_id,
           const char *public_id,
           const char *notation)
{
  stop (data, FAULT_ENTITIES);
}

static int XMLCALL
encoding_cb (void *data, const char *name, XML_Encoding *encoding)
{
  ((Walker *) data)->encoding = g_strdup (name);

  return XML_STATUS_ERROR;
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
    case FAULT_OTHER:
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

/* Parses @bytes in the encoding that they state, or in @encoding. */
static enum XML_Error
parse (Walker *self, GBytes *bytes, const char *encoding)
{
  gsize length_bytes;
  const char *xml = g_bytes_get_data (bytes, &length_bytes);
  enum XML_Error problem = XML_ERROR_NONE;

  galley_late_need (&expat_late);
  g_array_set_size (self->bindings, 0);
  bind_prefix (self, XML_PREFIX, XML_ADDRESS);
  self->parser = expat.XML_ParserCreate (encoding);
  expat.XML_SetUserData (self->parser, self);
  expat.XML_SetElementHandler (self->parser, start_cb, end_cb);
  expat.XML_SetCharacterDataHandler (self->parser, text_cb);
  expat.XML_SetEntityDeclHandler (self->parser, entity_cb);
  expat.XML_SetUnknownEncodingHandler (self->parser, encoding_cb, self);
  if (length_bytes > G_MAXINT ||
      expat.XML_Parse (self->parser, xml, length_bytes, /* isFinal= */ TRUE) != XML_STATUS_OK)
    problem = expat.XML_GetErrorCode (self->parser);
  g_clear_pointer (&self->parser, expat.XML_ParserFree);

  return problem;
}

/* Parses @bytes. Expat knows the few encodings that XML demands, and gives up before the first
 * element where one of any other is stated. Some programs state UTF-16 and write UTF-8. */
static gboolean
parse_any (Walker *self, GBytes *bytes)
{
  enum XML_Error problem = parse (self, bytes, /* encoding= */ NULL);
  g_autofree char *encoding = g_steal_pointer (&self->encoding);
  g_autoptr (GBytes) converted = NULL;

  if (problem == XML_ERROR_UNKNOWN_ENCODING && encoding != NULL)
    {
      gsize length_bytes;
      const char *xml = g_bytes_get_data (bytes, &length_bytes);
      char *utf8 = g_convert (xml, length_bytes, "UTF-8", encoding, /* bytes_read= */ NULL,
                              &length_bytes, /* error= */ NULL);

      converted = utf8 != NULL ? g_bytes_new_take (utf8, length_bytes) : NULL;
    }
  else if (problem == XML_ERROR_INCORRECT_ENCODING)
    converted = g_bytes_ref (bytes);
  if (converted != NULL)
    problem = parse (self, converted, "UTF-8");

  return problem == XML_ERROR_NONE && self->fault == FAULT_NONE;
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
  g_autoptr (GHashTable) tags = g_hash_table_new (hash_name, equal_names);
  g_autoptr (GArray) bindings = g_array_new (FALSE, FALSE, sizeof (Binding));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Walker self = { .handler = handler,
                  .data = data,
                  .cancellable = cancellable,
                  .tags = tags,
                  .bindings = bindings,
                  .open = open };
  gboolean is_read;

  g_array_set_clear_func (bindings, clear_binding);
  init_tags (&self);
  is_read = parse_any (&self, bytes);
  if (!is_read)
    set_fault (&self, label, error);

  return is_read;
}

/* The value of an attribute, or NULL. A name without a prefix is in no namespace. */
static const char *
find_attribute (const GalleyXmlElement *element, guint namespace_id, const char *name)
{
  for (const char **attribute = element->attributes; *attribute != NULL; attribute += 2)
    {
      Name own = split_name (*attribute);

      if (strcmp (own.local, name) == 0 &&
          (own.prefix_bytes > 0 ? find_namespace (element->walker, &own) : 0) == namespace_id)
        return attribute[1];
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
  return g_strdup (find_attribute (element, namespace_id, name));
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
  return g_strcmp0 (find_attribute (element, namespace_id, name), value) == 0;
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
  const char *value = find_attribute (element, namespace_id, name);
  gint64 number;

  if (value == NULL ||
      !g_ascii_string_to_signed (value, 10, G_MININT, G_MAXINT, &number, /* error= */ NULL))
    return fallback;
  return number;
}
