/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-xml.h"

#include "galley-xhtml.h"
#include "galley-xml.h"

#include <string.h>

/* Most pages that look like XHTML are sent and read as HTML, and were written to be. One that was
 * sent as XML cannot be told from them by its file, but by what would be lost: "<style/>" is whole
 * in XML, and in HTML begins a style sheet that the rest of the page is part of. So a page is read
 * as XML if it says that it is, and is without a fault, as XML has to be. */

#define LOOK_BYTES 4096 /* where the first element is */
#define MAX_TAG_BYTES 1024
#define NAMESPACE "http://www.w3.org/1999/xhtml"

/* Elements that in HTML hold no other element, and end only at their own end. */
static const char *const raw_tags[] = { "<script", "<style", "<title", "<textarea", "<iframe" };

/* Whether one of those is whole where it begins. */
static gboolean
has_whole_raw_tag (const char *utf8)
{
  for (const char *p = utf8; (p = strchr (p, '<')) != NULL; p++)
    for (guint i = 0; i < G_N_ELEMENTS (raw_tags); i++)
      {
        gsize n = strlen (raw_tags[i]);
        const char *end = g_ascii_strncasecmp (p, raw_tags[i], n) == 0
                              ? g_strstr_len (p, MAX_TAG_BYTES, ">")
                              : NULL;

        if (end != NULL && end[-1] == '/')
          return TRUE;
      }

  return FALSE;
}

static gboolean
says_so (const GalleyDecoded *decoded)
{
  const char *start = decoded->utf8 + strspn (decoded->utf8, " \t\r\n");

  return g_strstr_len (start, LOOK_BYTES, NAMESPACE) != NULL &&
         (g_str_has_prefix (start, "<?xml") || has_whole_raw_tag (start));
}

/* Nothing is wanted of the page yet but that it comes to its end. */
static gboolean
start_element (gpointer data, guint tag, const GalleyXmlElement *element)
{
  return FALSE;
}

static void
end_element (gpointer data, guint tag)
{
}

/**
 * galley_html_xml_rewrite:
 * @page: the bytes of a page
 * @decoded: its text
 * @cancellable: (nullable): a cancellable
 *
 * Returns: (transfer full) (nullable): the page as HTML, or %NULL if it is that already
 */
GString *
galley_html_xml_rewrite (GBytes *page, const GalleyDecoded *decoded, GCancellable *cancellable)
{
  static const GalleyXmlHandler handler = { .start = start_element, .end = end_element };

  if (!says_so (decoded) ||
      !galley_xml_walk (page, "", &handler, /* data= */ NULL, cancellable, /* error= */ NULL))
    return NULL;

  return galley_xhtml_to_html (decoded->utf8, decoded->length_bytes, /* plays_media= */ TRUE);
}
