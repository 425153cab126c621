/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyXmlElement:
 *
 * An element that begins, for its attributes.
 */
typedef struct _GalleyXmlElement GalleyXmlElement;

/**
 * GalleyXmlNamespace:
 * @address: what the namespace is called in XML
 * @id: what the reader calls it, from 1; several addresses may have the same
 */
typedef struct
{
  const char *address;
  guint id;
} GalleyXmlNamespace;

/**
 * GalleyXmlName:
 * @namespace_id: of the element
 * @name: of the element, without prefix
 * @tag: what the reader calls it, from 1
 */
typedef struct
{
  guint namespace_id;
  const char *name;
  guint tag;
} GalleyXmlName;

/**
 * GalleyXmlHandler:
 * @namespaces: (array length=n_namespaces): those that matter
 * @names: (array length=n_names): the elements that matter
 * @start: an element begins, with 0 as its tag if it is none of @names; returns %FALSE to leave it
 *   out with all that is in it
 * @end: an element ends that was not left out
 * @text: (nullable): characters of the element that is open, maybe not all at once
 *
 * How a reader walks through XML, from its beginning to its end without a tree.
 */
typedef struct
{
  const GalleyXmlNamespace *namespaces;
  guint n_namespaces;
  const GalleyXmlName *names;
  guint n_names;
  gboolean (*start) (gpointer data, guint tag, const GalleyXmlElement *element);
  void (*end) (gpointer data, guint tag);
  void (*text) (gpointer data, const char *utf8, gsize length_bytes);
} GalleyXmlHandler;

/* Of arrays of namespaces and of names. */
#define GALLEY_XML_HANDLER_INIT(namespaces, names, start, end, text)                               \
  {                                                                                                \
    namespaces, G_N_ELEMENTS (namespaces), names, G_N_ELEMENTS (names), start, end, text           \
  }

gboolean galley_xml_walk (GBytes *bytes,
                          const char *label,
                          const GalleyXmlHandler *handler,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error);

char *galley_xml_element_dup (const GalleyXmlElement *element, guint namespace_id, const char *name)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_xml_element_equals (const GalleyXmlElement *element,
                                    guint namespace_id,
                                    const char *name,
                                    const char *value);
int galley_xml_element_get_int (const GalleyXmlElement *element,
                                guint namespace_id,
                                const char *name,
                                int fallback);

G_END_DECLS
