/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"
#include "zip-testing.h"

#include <string.h>

#define P(words) "<w:p><w:r><w:t>" words "</w:t></w:r></w:p>"
#define ITEM(id, level, words)                                                                     \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" id                            \
  "'/></w:numPr></w:pPr><w:r><w:t>" words "</w:t></w:r></w:p>"
#define N(words) "<m:r><m:t>" words "</m:t></m:r>"
#define FRACTION(properties, over, under)                                                          \
  "<m:f>" properties "<m:num>" over "</m:num><m:den>" under "</m:den></m:f>"
#define RANGE(kind, id) "<w:commentRange" kind " w:id='" id "'/>"

static GalleyDocument *
import (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  GalleyDocument *document = galley_import_bytes (bytes, "a.docx", &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);

  return document;
}

static void
assert_text (const char *body, const ZipMember *parts, guint n_parts, const char *expected)
{
  g_autoptr (GBytes) bytes = make_docx (body, parts, n_parts);
  g_autoptr (GalleyDocument) document = import (bytes);

  g_assert_cmpstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL), ==, expected);
}

static void
assert_docx_refused (GBytes *bytes, int code, const char *words)
{
  gsize length_bytes;
  const void *data = g_bytes_get_data (bytes, &length_bytes);

  assert_refused (data, length_bytes, "a.docx", code, words);
}

static void
test_words (void)
{
  assert_text (P ("one\ntwo") "<w:p/>" P ("&#xA0;") P (" th&#xAD;ree "), NULL, 0,
               "one two\n\nthree");
  assert_text ("<w:p><w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r><w:ruby><w:rt><w:r><w:t>"
               "x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>c</w:t></w:r></w:rubyBase></w:ruby>"
               "<w:r><w:sym w:font='Wingdings' w:char='F0FC'/><w:sym w:font='Odd' w:char='F041'/>"
               "</w:r></w:p>",
               NULL, 0, "abc✓\uFFFD");
}

/* The large letter that a paragraph begins with is a paragraph of its own, in a frame. */
static void
test_first_letter (void)
{
  assert_text ("<w:p><w:pPr><w:framePr w:dropCap='drop' w:lines='3'/></w:pPr><w:r><w:t>T</w:t>"
               "</w:r></w:p>" P ("he council met.") P ("b"),
               NULL, 0, "The council met.\n\nb");
  assert_text ("<w:p><w:pPr><w:framePr w:w='100'/></w:pPr><w:r><w:t>T</w:t></w:r></w:p>" P ("he"),
               NULL, 0, "T\n\nhe");
}

static void
assert_formula (const char *formula, const char *expected)
{
  g_autofree char *body = g_strdup_printf (
      "<w:p xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><m:oMath>%s"
      "</m:oMath></w:p>",
      formula);

  assert_text (body, NULL, 0, expected);
}

/* Bars, brackets, roots and large signs are not among the characters of a formula. */
static void
test_formulas (void)
{
  assert_formula ("<m:r><m:t>x=</m:t></m:r>" FRACTION ("", N ("1"), N ("2")), "x=1/2");
  assert_formula (FRACTION ("", N ("1"), FRACTION ("", N ("2"), N ("3"))), "1/2/3");
  assert_formula (N ("2") "<m:d><m:dPr/><m:e>" N ("3+4") "</m:e></m:d>", "2(3+4)");
  assert_formula ("<m:d><m:dPr><m:begChr m:val='['/><m:sepChr m:val=','/><m:endChr m:val=''/>"
                  "</m:dPr><m:e>" N ("3") "</m:e><m:e>" N ("4") "</m:e></m:d>",
                  "[3,4");
  assert_formula ("<m:d><m:e>" FRACTION ("<m:fPr><m:type m:val='noBar'/></m:fPr>", N ("5"),
                                         N ("2")) "</m:e></m:d>",
                  "(5 2)");
  assert_formula ("<m:rad><m:deg>" N ("3") "</m:deg><m:e>" N ("8") "</m:e></m:rad>", "3√8");
  assert_formula ("<m:rad><m:deg/><m:e>" N ("8") "</m:e></m:rad>", "√8");
  assert_formula ("<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>" N (
                      "i=1") "</m:sub><m:sup>" N ("4") "</m:sup><m:e>" N ("i") "</m:e></m:nary>",
                  "∑i=1⁴i");
  assert_formula ("<m:m><m:mr><m:e>" N ("1") "</m:e><m:e>" N ("2") "</m:e></m:mr><m:mr><m:e>" N (
                      "3") "</m:e><m:e>" N ("4") "</m:e></m:mr></m:m>",
                  "1 2 3 4");
}

static void
test_alternatives (void)
{
  assert_text ("<w:p><w:r><mc:AlternateContent><mc:Choice Requires='w16se'><w:t>new</w:t>"
               "</mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent>"
               "</w:r></w:p>",
               NULL, 0, "old");
  assert_text ("<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps w14'><w:t>new</w:t>"
               "</mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent>"
               "</w:r></w:p>",
               NULL, 0, "new");
}

static void
test_text_boxes (void)
{
  assert_text ("<w:p><w:r><w:t>A</w:t><w:txbxContent><w:p><w:r><w:t>B</w:t><w:txbxContent>" P (
                   "D") "</w:txbxContent><w:t>C</w:t></w:r></w:p></w:txbxContent><w:t>a</w:t>"
                        "</w:r></w:p>" P ("E"),
               NULL, 0, "Aa\n\nBC\n\nD\n\nE");
}

static void
test_fields (void)
{
  assert_text ("<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>IF "
               "</w:instrText><w:fldChar w:fldCharType='begin'/><w:instrText>X</w:instrText>"
               "<w:fldChar w:fldCharType='separate'/><w:t>code</w:t><w:fldChar "
               "w:fldCharType='end'/><w:fldChar w:fldCharType='separate'/><w:t>result</w:t>"
               "<w:fldChar w:fldCharType='end'/><w:t> after</w:t></w:r></w:p>",
               NULL, 0, "result after");
  /* A field that is never ended keeps no words of other paragraphs. */
  assert_text ("<w:p><w:r><w:t>one</w:t><w:fldChar w:fldCharType='begin'/><w:instrText>REF"
               "</w:instrText></w:r></w:p>" P ("two"),
               NULL, 0, "one\n\ntwo");
  assert_text ("<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>IF</w:instrText></w:r>"
               "</w:p><w:p><w:r><w:instrText>no text</w:instrText><w:fldChar w:fldCharType="
               "'separate'/><w:t>one</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t><w:fldChar "
               "w:fldCharType='end'/></w:r></w:p>",
               NULL, 0, "one\n\ntwo");
}

static void
test_links (void)
{
  g_autoptr (GBytes) bytes = make_docx (
      "<w:p><w:fldSimple w:instr=' hyperlink \\l \"x\" \"http://b/a\\\\b\" '><w:r><w:t>one</w:t>"
      "</w:r></w:fldSimple><w:r><w:t> and </w:t></w:r><w:hyperlink r:id='link'><w:r><w:t>two</w:t>"
      "</w:r></w:hyperlink><w:hyperlink w:anchor='x'><w:r><w:t> three</w:t></w:r></w:hyperlink>"
      "</w:p>",
      NULL, 0);
  g_autoptr (GalleyDocument) document = import (bytes);
  guint n_links;
  const GalleyLink *links = galley_document_get_links (document, &n_links);

  g_assert_cmpuint (n_links, ==, 2);
  g_assert_cmpstr (links[0].target, ==, "http://b/a\\b");
  g_assert_cmpuint (links[1].range.start, ==, 8);
  g_assert_cmpuint (links[1].range.end, ==, 11);
  g_assert_cmpstr (links[1].target, ==, "https://a.example/");
}

static void
test_numbers (void)
{
  g_autofree char *numbering = make_word_part (
      "numbering",
      "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt "
      "w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/>"
      "<w:numFmt w:val='decimal'/><w:isLgl/><w:lvlText w:val='%1.%2'/></w:lvl><w:lvl "
      "w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlRestart w:val='0'/>"
      "<w:lvlText w:val='(%3)'/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId='1'>"
      "<w:numStyleLink w:val='S'/></w:abstractNum><w:abstractNum w:abstractNumId='2'><w:styleLink "
      "w:val='S'/><w:lvl w:ilvl='0'><w:start w:val='26'/><w:numFmt w:val='upperLetter'/><w:lvlText "
      "w:val='%1)'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
      "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>");
  const ZipMember parts[] = { { "numbering.xml", numbering, -1 } };

  assert_text (ITEM ("1", "0", "a") ITEM ("1", "1", "b") ITEM ("1", "2", "c") ITEM ("1", "0", "d")
                   ITEM ("1", "1", "e") ITEM ("1", "2", "f") ITEM ("2", "0", "g")
                       ITEM ("2", "0", "h") ITEM ("0", "0", "i") ITEM ("9", "0", "j"),
               parts, 1,
               "III. a\n  3.1 b\n    (a) c\nIV. d\n  4.1 e\n    (b) f\nZ) g\nAA) h\n\ni\n\nj");
}

/* Styles that are based on each other end somewhere. */
static void
test_styles (void)
{
  g_autofree char *styles = make_word_part (
      "styles", "<w:style w:styleId='a'><w:basedOn w:val='b'/></w:style><w:style w:styleId='b'>"
                "<w:basedOn w:val='a'/></w:style><w:style w:styleId='c'><w:name w:val='Mine'/>"
                "<w:basedOn w:val='d'/></w:style><w:style w:styleId='d'><w:name w:val='x'/><w:pPr>"
                "<w:outlineLvl w:val='2'/></w:pPr></w:style>");
  const ZipMember parts[] = { { "styles.xml", styles, -1 } };
  g_autoptr (GBytes) bytes = make_docx (
      "<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:p><w:pPr><w:pStyle "
      "w:val='c'/></w:pPr><w:r><w:t>c</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>In Bold"
      "</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>Not Bold</w:t></w:r></w:p>",
      parts, 1);
  g_autoptr (GalleyDocument) document = import (bytes);
  g_autofree char *blocks = describe_blocks (document);

  g_assert_cmpstr (blocks, ==,
                   "lead 0: a\nheading 3: c\nheading 2: In Bold\nparagraph 0: Not Bold\n");
}

/* A comment may go over blocks, stand at a place, or nowhere. */
static void
test_comments (void)
{
  g_autofree char *comments = make_word_part (
      "comments", "<w:comment w:id='1' w:author=''>" P ("one")
                      P ("more") "</w:comment><w:comment "
                                 "w:id='2'>" P ("two") "</w:comment><w:comment w:id='3'>" P (
                                     "three") "</w:comment><w:comment w:id='4'><w:p/></w:comment>");
  const ZipMember parts[] = { { "comments.xml", comments, -1 } };
  g_autoptr (GBytes) bytes = make_docx (
      "<w:p><w:r><w:t>Ab </w:t></w:r>" RANGE ("Start", "1") "<w:r><w:t> cd</w:t></w:r></w:p>" P (
          "Ef") RANGE ("End", "1") "<w:p><w:r><w:t>Gh</w:t><w:commentReference w:id='2'/></w:r>"
                                   "</w:p>",
      parts, 1);
  g_autoptr (GalleyDocument) document = import (bytes);
  guint n_notes;
  const GalleySourceNote *notes = galley_document_get_source_notes (document, &n_notes);

  g_assert_cmpuint (n_notes, ==, 3);
  g_assert_cmpstr (notes[0].text, ==, "one\nmore");
  g_assert_null (notes[0].author);
  g_assert_cmpuint (notes[0].range.start, ==, 4);
  g_assert_cmpuint (notes[0].range.end, ==, 10);
  g_assert_cmpuint (notes[1].range.start, ==, 14);
  g_assert_cmpuint (notes[1].range.end, ==, 14);
  g_assert_cmpstr (notes[2].text, ==, "three");
  g_assert_cmpuint (notes[2].range.start, ==, 14);
}

#define FOOTNOTE(id, words, sign)                                                                  \
  "<w:footnote w:id='" id "'><w:p><w:r><w:t>" words "</w:t></w:r>" sign "</w:p></w:footnote>"

/* What stands in a note is about the words that the note is about, however deep. */
static void
test_notes_in_notes (void)
{
  g_autofree char *comments =
      make_word_part ("comments", "<w:comment w:id='1'>" P ("comment") "</w:comment>");
  g_autofree char *footnotes = make_word_part (
      "footnotes", FOOTNOTE ("1", "one", "<w:r><w:footnoteReference w:id='2'/></w:r>")
                       FOOTNOTE ("2", "two", "<w:r><w:commentReference w:id='1'/></w:r>")
                           FOOTNOTE ("3", "nowhere", ""));
  const ZipMember parts[] = { { "footnotes.xml", footnotes, -1 },
                              { "comments.xml", comments, -1 } };
  g_autoptr (GBytes) bytes = make_docx ("<w:p><w:r><w:t>It cost 3 euros.</w:t></w:r><w:r>"
                                        "<w:footnoteReference w:id='1'/></w:r></w:p>" P ("End."),
                                        parts, G_N_ELEMENTS (parts));
  g_autoptr (GalleyDocument) document = import (bytes);
  g_autofree char *notes = describe_notes (document);

  g_assert_cmpstr (notes, ==,
                   "It cost 3 euros. | - | - | one\nIt cost 3 euros. | - | - | two\n"
                   "It cost 3 euros. | - | - | comment");
}

#define COMMENT(id, author, paragraph, words)                                                      \
  "<w:comment w:id='" id "' w:author='" author "'><w:p><w:r><w:t>" words                           \
  "</w:t></w:r></w:p><w:p w14:paraId='" paragraph "'/></w:comment>"

#define EXTENDED(content)                                                                          \
  "<e:commentsEx xmlns:e='http://schemas.microsoft.com/office/word/2012/wordml'>" content          \
  "</e:commentsEx>"

static void
assert_threads (const char *extended, const char *expected)
{
  g_autofree char *comments = make_word_part (
      "comments",
      "<w:x xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'>" COMMENT (
          "2", "Ann", "B2", "I do.") COMMENT ("1", "Dana", "A1", "Who?")
          COMMENT ("3", "", "C3", "So do I.") COMMENT ("4", "Bo", "D4", "This?") "</w:x>");
  const ZipMember parts[] = { { "comments.xml", comments, -1 },
                              { "commentsExtended.xml", extended, -1 } };
  g_autoptr (GBytes) bytes =
      make_docx ("<w:p>" RANGE ("Start", "1")
                     RANGE ("Start", "2") "<w:r><w:t>Ab</w:t></w:r>" RANGE ("End", "1")
                         RANGE ("End", "2") "<w:r><w:t xml:space='preserve'> </w:t></w:r>" RANGE (
                             "Start", "4") "<w:r><w:t>cd</w:t></w:r>" RANGE ("End", "4") "</w:p>",
                 parts, 2);
  g_autoptr (GalleyDocument) document = import (bytes);
  g_autofree char *notes = describe_notes (document);

  g_assert_cmpstr (notes, ==, expected);
}

/* Answers follow what they answer, whatever the order of the parts, but for those that mark words
 * of their own; circles are none. */
static void
test_threads (void)
{
  assert_threads (EXTENDED ("<e:commentEx e:paraId='A1' e:done='1'/>"
                            "<e:commentEx e:paraId='B2' e:paraIdParent='A1' e:done='0'/>"
                            "<e:commentEx e:paraId='C3' e:paraIdParent='B2'/>"
                            "<e:commentEx e:paraId='D4' e:paraIdParent='A1'/>"),
                  "Ab | Dana | - | Who?\\n\\nAnn: I do.\\n\\nSo do I.\\n\\n(Marked as resolved)\n"
                  "cd | Bo | - | This?");
  assert_threads (EXTENDED ("<e:commentEx e:paraId='A1' e:paraIdParent='B2'/>"
                            "<e:commentEx e:paraId='B2' e:paraIdParent='A1'/>"
                            "<e:commentEx e:paraId='C3' e:paraIdParent='E5' e:done='1'/>"
                            "<e:commentEx e:paraId='E5' e:done='1'/>"),
                  "Ab | Ann | - | I do.\nAb | Dana | - | Who?\ncd | Bo | - | This?\n"
                  " | - | - | So do I.\\n\\n(Marked as resolved)");
}

static void
test_changes (void)
{
  g_autoptr (GBytes) bytes = make_docx (
      "<w:p><w:r><w:t>a</w:t></w:r><w:ins w:author='x'><w:r><w:t>b</w:t></w:r></w:ins><w:ins "
      "w:author='x'><w:r><w:t>c</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>d</w:t></w:r></w:moveFrom>"
      "<w:moveTo><w:r><w:t>e</w:t></w:r></w:moveTo></w:p><w:tbl><w:tr><w:trPr><w:del/></w:trPr>"
      "<w:tc>" P ("gone") "</w:tc></w:tr><w:tr><w:tc>" P ("f") "</w:tc></w:tr></w:tbl>",
      NULL, 0);
  g_autoptr (GalleyDocument) document = import (bytes);

  g_assert_cmpstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL), ==,
                   "abce\n\nf");
  g_assert_cmpstr (galley_document_get_notices (document)[0], ==,
                   "3 tracked changes were read as accepted");
}

#define CHUNK(number) "<w:altChunk r:id='p" number "'/>"

/* Documents within the document are read at their places, whatever they are. */
static void
test_chunks (void)
{
  static const char page[] =
      "<html><body><h2>Head</h2><p>See <a href='https://a.example/'>this page</a> now.</p>"
      "<ol><li>first<ul><li>below</li></ul></li></ol></body></html>";
  static const char saved[] = "From: x\nMIME-Version: 1.0\nContent-Type: multipart/related; "
                              "boundary=\"b\"\n\n--b\nContent-Type: text/html\n\n<p>Saved.</p>\n"
                              "--b--\n";
  g_autoptr (GBytes) inner = make_docx (
      "<w:tbl><w:tr><w:tc>" P ("a") "</w:tc><w:tc>" P ("b") "</w:tc></w:tr></w:tbl>", NULL, 0);
  gsize inner_bytes;
  const void *data = g_bytes_get_data (inner, &inner_bytes);
  const ZipMember parts[] = { { "page.htm", page, -1 },
                              { "words.txt", "Plain words.", -1 },
                              { "inner.docx", data, inner_bytes },
                              { "saved.mht", saved, -1 } };
  g_autoptr (GBytes) bytes =
      make_docx (P ("One") CHUNK ("0") P ("Two") CHUNK ("1") CHUNK ("2") CHUNK ("3"), parts, 4);
  g_autoptr (GalleyDocument) document = import (bytes);
  g_autofree char *blocks = describe_blocks (document);
  guint n_links;
  const GalleyLink *links = galley_document_get_links (document, &n_links);

  g_assert_cmpstr (blocks, ==,
                   "lead 0: One\nheading 2: Head\nparagraph 0: See this page now.\n"
                   "list-item 1: first\nlist-item 2: below\nparagraph 0: Two\n"
                   "paragraph 0: Plain words.\ntable-row 0: a | b\nparagraph 0: Saved.\n");
  g_assert_nonnull (strstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL),
                            "\n1. first\n  • below\n"));
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_cmpuint (links[0].range.end - links[0].range.start, ==, strlen ("this page"));
  g_assert_null (galley_document_get_notices (document)[0]);
}

static void
assert_drawing (const char *element, const ZipMember *part, const char *expected)
{
  g_autofree char *body = g_strconcat (P ("one") "<w:p><w:r><w:drawing>", element,
                                       "</w:drawing></w:r></w:p>" P ("two"), NULL);
  g_autoptr (GBytes) bytes = make_docx (body, part, 1);
  g_autoptr (GalleyDocument) document = import (bytes);
  guint n_omissions;
  const GalleyOmission *omissions = galley_document_get_omissions (document, &n_omissions);

  g_assert_cmpstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL), ==,
                   "one\n\ntwo");
  g_assert_cmpuint (n_omissions, ==, expected != NULL);
  if (expected != NULL)
    g_assert_cmpstr (omissions[0].text, ==, expected);
}

#define DRAWINGML "'http://schemas.openxmlformats.org/drawingml/2006/"

/* What diagrams and charts say is left out, and can be seen. */
static void
test_drawings (void)
{
  const char *diagram = "<d:relIds xmlns:d=" DRAWINGML "diagram' r:dm='p0'/>";
  const char *chart = "<c:chart xmlns:c=" DRAWINGML "chart' r:id='p0'/>";
  const ZipMember data = { "diagramData.xml",
                           "<d xmlns:a=" DRAWINGML "main'><a:p><a:r><a:t>Ferries </a:t></a:r><a:r>"
                           "<a:t>go</a:t></a:r></a:p><a:p/><a:p><a:t>Roads stay</a:t></a:p></d>",
                           -1 };
  const ZipMember values = { "chart.xml",
                             "<c:x xmlns:c=" DRAWINGML "chart' xmlns:a=" DRAWINGML
                             "main'><a:p><a:t>"
                             "Cost</a:t></a:p><c:v>2024</c:v><c:v>41</c:v></c:x>",
                             -1 };
  const ZipMember broken = { "chart.xml", "<c", -1 };

  assert_drawing (diagram, &data, "Ferries go\nRoads stay");
  assert_drawing (chart, &values, "Cost\n2024\n41");
  assert_drawing (chart, &broken, NULL);
}

/* Notes of a document within the document stand where they stood. */
static void
test_chunk_notes (void)
{
  g_autofree char *comments =
      make_word_part ("comments", "<w:comment w:id='1' w:author='Ann'>" P ("Sure?") "</w:comment>");
  const ZipMember parts[] = { { "comments.xml", comments, -1 } };
  g_autoptr (GBytes) inner =
      make_docx (RANGE ("Start", "1") P ("Inner") RANGE ("End", "1") P ("words"), parts, 1);
  gsize inner_bytes;
  const void *data = g_bytes_get_data (inner, &inner_bytes);
  const ZipMember outer[] = { { "inner.docx", data, inner_bytes },
                              { "comments.xml", comments, -1 } };
  g_autoptr (GBytes) bytes =
      make_docx (P ("One") CHUNK ("0") RANGE ("Start", "1") P ("Two") RANGE ("End", "1"), outer, 2);
  g_autoptr (GalleyDocument) document = import (bytes);
  g_autofree char *notes = describe_notes (document);
  guint n_notes;
  const GalleySourceNote *all = galley_document_get_source_notes (document, &n_notes);

  g_assert_cmpstr (notes, ==, " | Ann | - | Sure?\nTwo | Ann | - | Sure?");
  g_assert_cmpuint (all[0].range.end, ==, strlen ("One\n\nInner"));
}

/* A document within such a document, what is no text, and what is not there are left out, as are
 * the parts of a master document, which are files of their own. */
static void
test_chunks_left_out (void)
{
  const ZipMember page[] = { { "page.htm", "<p>Deep</p>", -1 } };
  g_autoptr (GBytes) inner = make_docx (P ("Inner") CHUNK ("0"), page, 1);
  gsize inner_bytes;
  const void *data = g_bytes_get_data (inner, &inner_bytes);
  const ZipMember parts[] = { { "inner.docx", data, inner_bytes },
                              { "picture.png", "\x89PNG\r\n\x1a\n", -1 } };
  g_autoptr (GBytes) bytes =
      make_docx (P ("One") CHUNK ("0") CHUNK ("1") CHUNK ("2") "<w:altChunk/><w:p><w:subDoc "
                                                               "r:id='link'/></w:p>",
                 parts, 2);
  g_autoptr (GalleyDocument) document = import (bytes);
  const char *const *notices = galley_document_get_notices (document);

  g_assert_cmpstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL), ==,
                   "One\n\nInner");
  g_assert_cmpstr (notices[0], ==,
                   "1 document within the document could not be read and was left out");
  g_assert_cmpstr (notices[1], ==,
                   "4 documents within the document could not be read and were left out");
}

/* What is not in the text is better than nothing. */
static void
test_only_notes_or_hidden (void)
{
  g_autofree char *footnotes =
      make_word_part ("footnotes", "<w:footnote w:id='1'>" P ("Note") "</w:footnote>");
  const ZipMember parts[] = { { "footnotes.xml", footnotes, -1 } };

  assert_text ("<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>", parts, 1, "Note");
  assert_text ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r></w:p>", NULL, 0,
               "Hidden");
}

/* A note is text alone, so that it spells where its links lead. Where it is the article, they lead
 * there. */
static void
test_only_linked_note (void)
{
  g_autofree char *footnotes = make_word_part (
      "footnotes", "<w:footnote w:id='1'><w:p><w:r><w:t xml:space='preserve'> See </w:t></w:r>"
                   "<w:fldSimple w:instr='HYPERLINK \"https://a.example/\"'><w:r><w:t>page 4</w:t>"
                   "</w:r></w:fldSimple><w:r><w:t>.</w:t></w:r></w:p></w:footnote>");
  const ZipMember parts[] = { { "footnotes.xml", footnotes, -1 } };
  const char *sign = "<w:r><w:footnoteReference w:id='1'/></w:r>";
  g_autofree char *only = g_strconcat ("<w:p>", sign, "</w:p>", NULL);
  g_autofree char *other = g_strconcat ("<w:p><w:r><w:t>One</w:t></w:r>", sign, "</w:p>", NULL);
  g_autoptr (GBytes) only_bytes = make_docx (only, parts, 1);
  g_autoptr (GBytes) other_bytes = make_docx (other, parts, 1);
  g_autoptr (GalleyDocument) document = import (only_bytes);
  g_autoptr (GalleyDocument) other_document = import (other_bytes);
  guint n_links, n_notes;
  const GalleyLink *links = galley_document_get_links (document, &n_links);
  const GalleySourceNote *notes = galley_document_get_source_notes (other_document, &n_notes);

  g_assert_cmpstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL), ==,
                   "See page 4.");
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_cmpstr (links[0].target, ==, "https://a.example/");
  g_assert_cmpuint (links[0].range.start, ==, 4);
  g_assert_cmpuint (links[0].range.end, ==, 10);
  g_assert_cmpuint (n_notes, ==, 1);
  g_assert_cmpstr (notes[0].text, ==, "See page 4 <https://a.example/>.");
}

static void
test_refused (void)
{
  const ZipMember no_text[] = { { "[Content_Types].xml", "<a/>", -1 } };
  g_autoptr (GBytes) other = make_zip (no_text, 1, NULL);
  g_autoptr (GBytes) locked = make_zip (no_text, 1, "pass");
  g_autoptr (GBytes) empty = make_docx ("<w:p/>", NULL, 0);
  g_autoptr (GBytes) damaged = make_docx ("<w:p>", NULL, 0);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (empty, 0, g_bytes_get_size (empty) - 30);
  const char *ole =
      "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1  E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

  assert_docx_refused (other, GALLEY_IMPORT_ERROR_UNSUPPORTED, "is no Word document");
  assert_docx_refused (locked, GALLEY_IMPORT_ERROR_UNSUPPORTED, "protected with a password");
  assert_docx_refused (empty, GALLEY_IMPORT_ERROR_EMPTY, "holds no words");
  assert_docx_refused (damaged, GALLEY_IMPORT_ERROR_DAMAGED, "holds XML that cannot be read");
  assert_docx_refused (cut, GALLEY_IMPORT_ERROR_DAMAGED, "was cut off");
  assert_refused (ole, 10 + 2 * strlen ("EncryptedPackage"), "a.docx",
                  GALLEY_IMPORT_ERROR_UNSUPPORTED, "protected with a password");
}

/* The names of what is within a workbook or a presentation may be among the bytes of a document
 * that a chart has brought one into. */
static void
test_embedded_workbook (void)
{
  const ZipMember parts[] = { { "xl/workbook.xml", "<workbook/>", -1 },
                              { "ppt/presentation.xml", "<presentation/>", -1 } };
  const ZipMember workbook[] = { { "[Content_Types].xml", "<a/>", -1 }, parts[0] };
  g_autoptr (GBytes) other = make_zip (workbook, 2, NULL);

  assert_text (P ("Words"), parts, 2, "Words");
  assert_docx_refused (other, GALLEY_IMPORT_ERROR_UNSUPPORTED, "an Excel workbook");
}

/* One line of 50 MB is read, however long that makes the article. Its words repeat far enough apart
 * that they pack no smaller than an article's. */
static void
test_long_line (void)
{
  gsize piece_bytes = 1000 * 1000;
  g_autoptr (GString) piece = g_string_sized_new (piece_bytes + 16);
  g_autoptr (GString) body = g_string_new ("<w:p><w:r><w:t>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GalleyDocument) document = NULL;
  guint n_blocks;

  while (piece->len < piece_bytes)
    g_string_append_printf (piece, "word%08x ", g_test_rand_int ());
  for (guint i = 0; i < 50; i++)
    g_string_append_len (body, piece->str, piece->len);
  g_string_append (body, "</w:t></w:r></w:p>");
  bytes = make_docx (body->str, NULL, 0);
  document = import (bytes);
  galley_document_get_blocks (document, &n_blocks);
  g_assert_cmpuint (n_blocks, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/docx/words", test_words);
  g_test_add_func ("/docx/first-letter", test_first_letter);
  g_test_add_func ("/docx/formulas", test_formulas);
  g_test_add_func ("/docx/alternatives", test_alternatives);
  g_test_add_func ("/docx/text-boxes", test_text_boxes);
  g_test_add_func ("/docx/fields", test_fields);
  g_test_add_func ("/docx/links", test_links);
  g_test_add_func ("/docx/numbers", test_numbers);
  g_test_add_func ("/docx/styles", test_styles);
  g_test_add_func ("/docx/comments", test_comments);
  g_test_add_func ("/docx/notes-in-notes", test_notes_in_notes);
  g_test_add_func ("/docx/chunks", test_chunks);
  g_test_add_func ("/docx/drawings", test_drawings);
  g_test_add_func ("/docx/chunk-notes", test_chunk_notes);
  g_test_add_func ("/docx/chunks-left-out", test_chunks_left_out);
  g_test_add_func ("/docx/threads", test_threads);
  g_test_add_func ("/docx/changes", test_changes);
  g_test_add_func ("/docx/only-notes-or-hidden", test_only_notes_or_hidden);
  g_test_add_func ("/docx/only-linked-note", test_only_linked_note);
  g_test_add_func ("/docx/refused", test_refused);
  g_test_add_func ("/docx/embedded-workbook", test_embedded_workbook);
  g_test_add_func ("/docx/long-line", test_long_line);

  return g_test_run ();
}
