/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"
#include "zip-testing.h"

#include <string.h>

static void
assert_text (const char *body, const char *expected)
{
  g_autoptr (GBytes) bytes = make_odt (body);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "a.odt", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL), ==, expected);
}

static void
assert_odt_refused (GBytes *bytes, int code, const char *words)
{
  gsize length_bytes;
  const void *data = g_bytes_get_data (bytes, &length_bytes);

  assert_refused (data, length_bytes, "a.odt", code, words);
}

static void
test_words (void)
{
  assert_text ("<text:p>\n  a <text:span> &#xAD;b</text:span><text:s text:c='3'/>c\n</text:p>"
               "<text:p>d<text:ruby><text:ruby-base>e</text:ruby-base><text:ruby-text>x"
               "</text:ruby-text></text:ruby></text:p><text:p><text:s/></text:p>",
               "a b   c\n\nde");
}

/* What is not shown is no part of the text: a section whose condition hides it now, and the code of
 * a program. */
static void
test_not_shown (void)
{
  assert_text ("<text:p>One<text:script>alert (1)</text:script>.</text:p>"
               "<text:section text:display='condition' text:condition='1' text:is-hidden='true'>"
               "<text:p>Two.</text:p></text:section>"
               "<text:section text:display='condition' text:condition='0'>"
               "<text:p>Three.</text:p></text:section>",
               "One.\n\nThree.");
}

/* A formula is an object in a folder of its own; other objects hold no words of the text, and one
 * that is damaged costs nothing else. */
static void
test_formulas (void)
{
  const char *content =
      "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
      "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
      "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "
      "xmlns:xlink='http://www.w3.org/1999/xlink'><office:body><office:text><text:p>So "
      "<draw:frame><draw:object xlink:href='./Object 1'/></draw:frame> and <draw:frame>"
      "<draw:object xlink:href='b/'/></draw:frame><draw:object xlink:href='c'/><draw:object "
      "xlink:href='../content.xml'/>.</text:p></office:text></office:body>"
      "</office:document-content>";
  const ZipMember members[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text", -1 },
    { "content.xml", content, -1 },
    { "Object 1/content.xml",
      "<math xmlns='http://www.w3.org/1998/Math/MathML'><semantics><mrow><mi>x</mi>\n<mo>=</mo>"
      "<mn>4</mn><mo>+</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><msqrt><mn>2</mn><mi>y</mi></msqrt>"
      "<mo>(</mo><mfrac linethickness='0'><mn>5</mn><mn>2</mn></mfrac><mo>)</mo><mtable><mtr><mtd>"
      "<mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable></"
      "mrow><annotation>x = 4</annotation></semantics></math>",
      -1 },
    { "b/content.xml", "<chart>words</chart>", -1 },
    { "c/content.xml", "<math", -1 },
  };
  g_autoptr (GBytes) bytes = make_zip (members, G_N_ELEMENTS (members), /* password= */ NULL);
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "a.odt", NULL);

  g_assert_cmpstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL), ==,
                   "So x=4+1/2√2y(5 2)1 2 3 and .");
  /* A flat document holds its formulas. */
  assert_text ("<text:p>So <draw:object><math xmlns='http://www.w3.org/1998/Math/MathML'>\n"
               "<semantics>\n<mfrac>\n<mn>1</mn>\n<mn>2</mn>\n</mfrac>\n<annotation>1 over 2"
               "</annotation></semantics></math></draw:object> of it.</text:p>",
               "So 1/2 of it.");
}

/* What is written once may stand for several, and not for any number. */
static void
test_repeated (void)
{
  g_autoptr (GString) body = g_string_new ("<text:p>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GalleyDocument) document = NULL;

  assert_text ("<text:p>a<text:s text:c='2000000000'/>b</text:p>", "a b");
  for (guint i = 0; i < 20000; i++)
    g_string_append (body, "<text:s text:c='50000'/>a");
  g_string_append (body, "</text:p>");
  bytes = make_odt (body->str);
  document = galley_import_bytes (bytes, "a.odt", NULL);
  g_assert_cmpuint (galley_text_get_length (galley_document_get_text (document)), <, 200000);
}

/* A note in a note is part of its words. */
static void
test_notes (void)
{
  g_autoptr (GBytes) bytes = make_odt (
      "<text:p>A<office:annotation><text:p>one</text:p><office:annotation><text:p>x</text:p>"
      "</office:annotation></office:annotation><text:note><text:note-body><text:p>two</text:p>"
      "<text:p>lines</text:p></text:note-body></text:note> b.</text:p>");
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "a.odt", NULL);
  guint n_notes;
  const GalleySourceNote *notes = galley_document_get_source_notes (document, &n_notes);

  g_assert_cmpuint (n_notes, ==, 2);
  g_assert_cmpstr (notes[0].text, ==, "two\nlines");
  g_assert_cmpint (notes[0].kind, ==, GALLEY_SOURCE_NOTE_FOOTNOTE);
  g_assert_cmpuint (notes[0].range.start, ==, 0);
  g_assert_cmpuint (notes[0].range.end, ==, 1);
  g_assert_cmpstr (notes[1].text, ==, "one");
}

/* One in a footnote is about what that is about. */
static void
test_notes_in_notes (void)
{
  g_autoptr (GBytes) bytes =
      make_odt ("<text:p>It cost 3 euros.<text:note><text:note-body><text:p>one<office:annotation "
                "office:name='a'><text:p>comment</text:p></office:annotation> more"
                "<office:annotation-end office:name='a'/><text:note><text:note-body><text:p>two"
                "</text:p></text:note-body></text:note></text:p></text:note-body></text:note>"
                "</text:p><text:p>End.</text:p>");
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "a.odt", NULL);
  g_autofree char *notes = describe_notes (document);

  g_assert_cmpstr (notes, ==,
                   "It cost 3 euros. | - | - | comment\nIt cost 3 euros. | - | - | two\n"
                   "It cost 3 euros. | - | - | one more");
}

/* A comment of which nobody knows the day has none. */
static void
test_dates (void)
{
  g_autoptr (GBytes) bytes =
      make_odt ("<text:p xmlns:dc='http://purl.org/dc/elements/1.1/'>A"
                "<office:annotation><dc:date>2024-02-29T10:00:00.5</dc:date><text:p>one</text:p>"
                "</office:annotation> b<office:annotation><dc:date>0000-00-00T00:00:00</dc:date>"
                "<text:p>two</text:p></office:annotation></text:p>");
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "a.odt", NULL);
  g_autofree char *notes = describe_notes (document);

  g_assert_cmpstr (notes, ==, " | - | 2024-02-29T10:00:00.5 | one\n | - | - | two");
}

static void
test_resolved (void)
{
  g_autoptr (GBytes) bytes = make_odt (
      "<text:p xmlns:l='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'>A"
      "<office:annotation l:resolved='true'><text:p>one</text:p></office:annotation> b"
      "<office:annotation l:resolved='false'><text:p>two</text:p></office:annotation></text:p>");
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "a.odt", NULL);
  g_autofree char *notes = describe_notes (document);

  g_assert_cmpstr (notes, ==, " | - | - | one\\n\\n(Marked as resolved)\n | - | - | two");
}

static void
test_refused (void)
{
  const ZipMember locked[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text", -1 },
    { "content.xml", "\x01\x02", -1 },
    { "META-INF/manifest.xml", "<m><encryption-data/></m>", -1 },
  };
  const ZipMember missing[] = { { "mimetype", "application/vnd.oasis.opendocument.text", -1 } };
  const ZipMember drawing[] = {
    { "content.xml",
      "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'>"
      "<office:body><office:drawing/></office:body></office:document-content>",
      -1 },
    { "META-INF/manifest.xml", "<m/>", -1 },
  };
  g_autoptr (GBytes) locked_bytes = make_zip (locked, G_N_ELEMENTS (locked), NULL);
  g_autoptr (GBytes) missing_bytes = make_zip (missing, G_N_ELEMENTS (missing), NULL);
  g_autoptr (GBytes) drawing_bytes = make_zip (drawing, G_N_ELEMENTS (drawing), NULL);
  g_autoptr (GBytes) empty = make_odt ("<text:p/>");
  g_autoptr (GBytes) damaged = make_odt ("<text:p>");

  assert_odt_refused (locked_bytes, GALLEY_IMPORT_ERROR_UNSUPPORTED, "protected with a password");
  assert_odt_refused (missing_bytes, GALLEY_IMPORT_ERROR_DAMAGED, "“content.xml” is missing");
  assert_odt_refused (drawing_bytes, GALLEY_IMPORT_ERROR_UNSUPPORTED, "is no OpenDocument text");
  assert_odt_refused (empty, GALLEY_IMPORT_ERROR_EMPTY, "holds no words");
  assert_odt_refused (damaged, GALLEY_IMPORT_ERROR_DAMAGED, "holds XML that cannot be read");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odt/words", test_words);
  g_test_add_func ("/odt/not-shown", test_not_shown);
  g_test_add_func ("/odt/formulas", test_formulas);
  g_test_add_func ("/odt/repeated", test_repeated);
  g_test_add_func ("/odt/notes", test_notes);
  g_test_add_func ("/odt/notes-in-notes", test_notes_in_notes);
  g_test_add_func ("/odt/dates", test_dates);
  g_test_add_func ("/odt/resolved", test_resolved);
  g_test_add_func ("/odt/refused", test_refused);

  return g_test_run ();
}
