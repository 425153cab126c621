/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-import.h"
#include "galley-limits.h"
#include "galley-xml.h"
#include "import-testing.h"

#include <string.h>

enum
{
  TAG_A = 1,
  TAG_B,
  TAG_LEFT_OUT,
};

static const GalleyXmlNamespace namespaces[] = { { "urn:one", 1 },
                                                 { "urn:uno", 1 },
                                                 { "http://www.w3.org/XML/1998/namespace", 1 } };
static const GalleyXmlName names[] = { { 1, "a", TAG_A },
                                       { 1, "b", TAG_B },
                                       { 1, "x", TAG_LEFT_OUT } };

static gboolean
start (gpointer data, guint tag, const GalleyXmlElement *element)
{
  g_autofree char *value = galley_xml_element_dup (element, 1, "v");

  if (tag == TAG_LEFT_OUT)
    return FALSE;

  g_string_append_printf (data, "<%u", tag);
  if (value != NULL)
    g_string_append_printf (data, " %s", value);
  g_string_append_printf (data, "%s>", galley_xml_element_equals (element, 0, "v", "1") ? "!" : "");
  return TRUE;
}

static void
end (gpointer data, guint tag)
{
  g_string_append_printf (data, "</%u>", tag);
}

static void
text (gpointer data, const char *utf8, gsize length_bytes)
{
  g_string_append_len (data, utf8, length_bytes);
}

static gboolean
walk (GBytes *bytes, GString *found, GCancellable *cancellable, GError **error)
{
  const GalleyXmlHandler handler = GALLEY_XML_HANDLER_INIT (namespaces, names, start, end, text);

  return galley_xml_walk (bytes, "a.xml", &handler, found, cancellable, error);
}

static void
assert_walk (const void *xml, gssize length_bytes, const char *expected)
{
  g_autoptr (GBytes) bytes =
      g_bytes_new (xml, length_bytes >= 0 ? (gsize) length_bytes : strlen (xml));
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_read = walk (bytes, found, /* cancellable= */ NULL, &error);

  g_assert_no_error (error);
  g_assert_true (is_read);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_refused_xml (const char *xml, const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (walk (bytes, found, /* cancellable= */ NULL, &error));
  g_assert_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED);
  assert_sentence (error->message);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_elements (void)
{
  assert_walk ("<p:a xmlns:p='urn:one' xmlns:q='urn:uno' v='1'>x<q:b q:v='&amp;&lt;é'/>y<c>z</c>"
               "<p:x><p:a>gone</p:a></p:x><![CDATA[&]]>&#65;</p:a>",
               -1, "<1!>x<2 &<é></2>y<0>z</0>&A</1>");
}

static void
test_encodings (void)
{
  g_autofree char *utf16 = NULL;
  gsize length_bytes;

  utf16 = g_convert ("\xEF\xBB\xBF<a xmlns='urn:one'>é€</a>", -1, "UTF-16LE", "UTF-8", NULL,
                     &length_bytes, NULL);
  assert_walk (utf16, length_bytes, "<1>é€</1>");
  assert_walk ("\xEF\xBB\xBF<a xmlns='urn:one'>é</a>", -1, "<1>é</1>");
  assert_walk ("<?xml version='1.0' encoding='ISO-8859-1'?><a xmlns='urn:one'>\xE9</a>", -1,
               "<1>é</1>");
  assert_walk ("<?xml version='1.0' encoding='windows-1251'?><a xmlns='urn:one'>\xE9</a>", -1,
               "<1>й</1>");
  assert_walk ("<?xml version='1.0' encoding='Shift_JIS'?><a xmlns='urn:one'>\x83\x5C</a>", -1,
               "<1>ソ</1>");
  assert_walk ("<?xml version='1.0' encoding='utf-16'?><a xmlns='urn:one'>é</a>", -1, "<1>é</1>");
  assert_refused_xml ("<?xml version='1.0' encoding='x-nothing'?><a/>",
                      "holds XML that cannot be read");
}

/* A prefix is what the innermost element says, and nothing where none does. */
static void
test_prefixes (void)
{
  assert_walk ("<a xmlns='urn:one'><b xmlns='urn:other'><a/><p:b xmlns:p='urn:uno'/></b><b/>"
               "<p:a p:v='2'/><a xmlns=''/><a/></a>",
               -1, "<1><0><0></0><2></2></0><2></2><0></0><0></0><1></1></1>");
  assert_walk (
      "<p:a xmlns:p='urn:one' v='1'><p:x xmlns:p='urn:other'><p:a/></p:x><p:a v='2'/></p:a>", -1,
      "<1!><0><0></0></0><1></1></1>");
  assert_walk ("<a xml:v='4'/>", -1, "<0 4></0>");
  assert_walk ("<p:a xmlns:p='urn:one'><p:x xmlns:p='urn:one'>gone</p:x><p:b p:v='3'/></p:a>", -1,
               "<1><2 3></2></1>");
}

/* Nothing is fetched: a document type is passed over, whatever it refers to. */
static void
test_document_types (void)
{
  assert_walk ("<!DOCTYPE a PUBLIC '-//X' 'file:///etc/passwd'><a xmlns='urn:one'>x</a>", -1,
               "<1>x</1>");
  assert_refused_xml ("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
                      "declares XML entities");
  assert_refused_xml ("<!DOCTYPE a [<!ENTITY % e SYSTEM 'http://a.invalid/'> %e;]><a/>",
                      "declares XML entities");
  assert_refused_xml ("<!DOCTYPE a [<!ENTITY e 'eeeeeeeeee'><!ENTITY f '&e;&e;&e;&e;&e;'>]>"
                      "<a>&f;&f;&f;</a>",
                      "declares XML entities");
}

static void
test_damaged (void)
{
  assert_refused_xml ("", "holds XML that cannot be read");
  assert_refused_xml ("<a><b></a>", "holds XML that cannot be read");
  assert_refused_xml ("<a>", "holds XML that cannot be read");
  assert_refused_xml ("<a>&nothing;</a>", "holds XML that cannot be read");
  assert_refused_xml ("no XML", "holds XML that cannot be read");
}

static void
test_deep (void)
{
  g_autoptr (GString) xml = g_string_new (NULL);

  for (guint i = 0; i < GALLEY_XML_MAX_DEPTH; i++)
    g_string_append (xml, "<c>");
  for (guint i = 0; i < GALLEY_XML_MAX_DEPTH; i++)
    g_string_append (xml, "</c>");
  g_string_prepend (xml, "<c>");
  g_string_append (xml, "</c>");
  assert_refused_xml (xml->str, "nested too deeply");

  g_string_truncate (xml, 0);
  for (guint i = 0; i < 100000; i++)
    g_string_append (xml, "<x xmlns='urn:one'>"); /* within what is left out, too */
  assert_refused_xml (xml->str, "nested too deeply");
}

/* Each is looked through for every name. */
static void
test_many_prefixes (void)
{
  g_autoptr (GString) xml = g_string_new ("<a");

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (xml, " xmlns:p%u='urn:one'", i);
  g_string_append (xml, "/>");
  assert_refused_xml (xml->str, "holds XML that cannot be read");
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<a/>", 4);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (walk (bytes, found, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml/elements", test_elements);
  g_test_add_func ("/xml/encodings", test_encodings);
  g_test_add_func ("/xml/prefixes", test_prefixes);
  g_test_add_func ("/xml/document-types", test_document_types);
  g_test_add_func ("/xml/damaged", test_damaged);
  g_test_add_func ("/xml/deep", test_deep);
  g_test_add_func ("/xml/many-prefixes", test_many_prefixes);
  g_test_add_func ("/xml/cancelled", test_cancelled);

  return g_test_run ();
}
