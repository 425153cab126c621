/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "epub-testing.h"
#include "html-testing.h"

#include "galley-raised.h"

#include <string.h>

/* What is raised or lowered, in each format that knows it. */

static void
assert_imported (GBytes *bytes, const char *name, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, name, &error);

  g_assert_no_error (error);
  assert_text (document, expected);
}

static void
assert_string (const char *text, const char *name, const char *expected)
{
  g_autoptr (GalleyDocument) document = import_string (text, name);

  assert_text (document, expected);
}

static void
assert_raised (const char *utf8, const char *expected)
{
  g_autofree char *raised = galley_raised_dup (utf8);

  g_assert_cmpstr (raised, ==, expected);
  if (raised != NULL)
    g_assert_cmpint (g_utf8_strlen (raised, -1), ==, g_utf8_strlen (utf8, -1));
}

static void
test_characters (void)
{
  assert_raised ("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹");
  assert_raised ("+-−‑=()", "⁺⁻⁻⁻⁼⁽⁾");
  assert_raised ("–6", "⁻⁶");
  assert_raised ("n+1", "ⁿ⁺¹");
  assert_raised ("i", "ⁱ");
  assert_raised (" 3 ", " ³ ");
  assert_raised ("²⁵", "²⁵");
  assert_raised ("1,2", "¹,²");
  assert_raised ("1–3, 5", "¹–³, ⁵");
  assert_raised ("6.5", "⁶.⁵");
  assert_raised ("1/2", "¹/²");
  assert_raised ("1/", "¹/");

  assert_raised ("st", NULL);
  assert_raised ("in", NULL);
  assert_raised ("1st", NULL);
  assert_raised ("me", NULL);
  assert_raised ("™", NULL);
  assert_raised ("[3]", NULL);
  assert_raised ("3.", NULL);
  assert_raised (",", NULL);
  assert_raised ("١", NULL);
}

typedef struct
{
  GalleyPosition position;
  const char *text;
} Piece;

static void
assert_pieces (const Piece *pieces, guint n_pieces, const char *expected)
{
  g_autoptr (GString) words = g_string_new (NULL);
  GalleyRaised raised = { 0 };

  for (guint i = 0; i < n_pieces; i++)
    galley_raised_append (&raised, pieces[i].position, words, pieces[i].text,
                          strlen (pieces[i].text));
  galley_raised_end (&raised, words);
  g_assert_cmpstr (words->str, ==, expected);
}

#define LINE(words)                                                                                \
  {                                                                                                \
    GALLEY_POSITION_LINE, words                                                                    \
  }
#define UP(words)                                                                                  \
  {                                                                                                \
    GALLEY_POSITION_RAISED, words                                                                  \
  }
#define DOWN(words)                                                                                \
  {                                                                                                \
    GALLEY_POSITION_LOWERED, words                                                                 \
  }
#define ASSERT_PIECES(expected, ...)                                                               \
  assert_pieces ((const Piece[]){ __VA_ARGS__ }, G_N_ELEMENTS (((const Piece[]){ __VA_ARGS__ })),  \
                 expected)

static void
test_runs (void)
{
  ASSERT_PIECES ("10⁻⁶ m", LINE ("10"), UP ("−"), UP ("6"), LINE (" m"));
  ASSERT_PIECES ("10⁶ st m", LINE ("10"), UP ("6"), LINE (" "), UP ("st"), LINE (" m"));
  ASSERT_PIECES ("21st man", LINE ("2"), UP ("1"), UP ("st"), LINE (" man"));
  /* The number of a note before its words is read as such, if it could be no other figure. */
  ASSERT_PIECES ("1 Source", UP ("1"), LINE (" Source"));
  ASSERT_PIECES ("1 Source", UP ("1 "), LINE ("Source"));
  ASSERT_PIECES ("¹ 500 fell", UP ("1"), LINE (" 500 fell"));
  ASSERT_PIECES ("¹ 500 fell", UP ("1 "), LINE ("500 fell"));
  ASSERT_PIECES ("¹ 500 fell", UP ("1"), LINE (" "), LINE ("500 fell"));
  ASSERT_PIECES ("¹⁴C", UP ("14"), LINE ("C"));
  /* Small letters, which some set a whole line in. */
  ASSERT_PIECES ("2019", UP ("20"), UP ("19"));
}

/* Lowered figures are those of the line unless they would be another. */
static void
test_lowered (void)
{
  ASSERT_PIECES ("CO2 and H2O", LINE ("CO"), DOWN ("2"), LINE (" and H"), DOWN ("2"), LINE ("O"));
  ASSERT_PIECES ("PM2.5 5", LINE ("PM"), DOWN ("2.5"), LINE (" 5"));
  ASSERT_PIECES ("CO2¹", LINE ("CO"), DOWN ("2"), UP ("1"));
  ASSERT_PIECES ("log₁₀5", LINE ("log"), DOWN ("10"), LINE ("5"));
  ASSERT_PIECES ("101₂ is", LINE ("101"), DOWN ("2"), LINE (" is"));
  ASSERT_PIECES ("x2 5", LINE ("x"), DOWN ("2 "), LINE ("5"));
  ASSERT_PIECES ("1¹⁄₂ miles", LINE ("1"), UP ("1"), LINE ("/"), DOWN ("2 "), LINE ("miles"));
  ASSERT_PIECES ("³⁄₄", UP ("3"), LINE ("⁄"), DOWN ("4"));
  ASSERT_PIECES ("³⁄₄", UP ("3/"), DOWN ("4"));
  ASSERT_PIECES ("km/2", LINE ("km/"), DOWN ("2"));
}

/* Whatever comes, there are as many characters as were added. */
static void
test_as_many (void)
{
  static const char *const texts[] = { "1", "2", "st",  " ",  "/", "⁄", "−", "–",  "n",
                                       "i", "a", "10 ", "\n", ",", "²", "(", " 5", "é" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      GalleyRaised raised = { 0 };
      glong n_chars = 0;

      for (gint k = g_rand_int_range (rand, 0, 12); k > 0; k--)
        {
          const char *text = texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];

          galley_raised_append (&raised, g_rand_int_range (rand, 0, 3), words, text, strlen (text));
          n_chars += g_utf8_strlen (text, -1);
          if (g_rand_int_range (rand, 0, 8) == 0)
            galley_raised_end (&raised, words);
        }
      galley_raised_end (&raised, words);
      g_assert_true (g_utf8_validate (words->str, words->len, NULL));
      g_assert_cmpint (g_utf8_strlen (words->str, -1), ==, n_chars);
    }
}

#define PARAGRAPH                                                                                  \
  "<p>In all there are 10<sup>6</sup> trees on 5&nbsp;km<sup>2</sup>, or 1,200<sup>1</sup> of "    \
  "them, said the 1<sup>st</sup> man<sup>3</sup>.<sup>4</sup> It took 1<sup>1</sup>/<sub>2</sub> " \
  "hours and 5<span style='font-size: .6em; Vertical-align: super'>7</span> g of CO<sub>2</sub>, " \
  "10<sup><b>−</b>6</sup>.</p>"
#define EXPECTED                                                                                          \
  "In all there are 10⁶ trees on 5 km², or 1,200¹ of them, said the 1st man³.⁴ It took 1¹⁄₂ " \
  "hours and 5⁷ g of CO2, 10⁻⁶."

static void
test_html (void)
{
  assert_string ("<!DOCTYPE html><body>" PARAGRAPH, "a.html", EXPECTED);
  assert_string (
      "<!DOCTYPE html><body><p>On 10<sup>6</sup> <sup>a</sup> or x<sup> n + 1</sup> of 5", "a.html",
      "On 10⁶ a or x ⁿ ⁺ ¹ of 5");
  assert_string ("<!DOCTYPE html><body><p><sup>3</sup> In short.<p><sup>14</sup>C", "a.html",
                 "3 In short.\n\n¹⁴C");
  assert_string ("<!DOCTYPE html><body><table><tr><th>One<th>Two<tr><td>1<td><sup>2"
                 "</sup> of 10<sup>6</sup><tr><td>3<td>4</table><p><sup>2019</sup>",
                 "a.html", "One | Two\n\n1 | ² of 10⁶\n\n3 | 4\n\n2019");
  assert_string ("<!DOCTYPE html><body><p>So <math><msup><mn>10</mn><mrow><mo>−</mo>"
                 "<mn>6</mn></mrow></msup><mo>=</mo><msubsup><mi>x</mi><mi>i</mi><mn>2</mn>"
                 "</msubsup><msub><mi>y</mi><mn>3</mn></msub></math>.",
                 "a.html", "So 10⁻⁶=xi²y3.");
}

#define SHEET                                                                                      \
  "/* Raised */ p{} .up , span.note-up{font-size:.6em;vertical-align : Super}@media print{.old{"   \
  "vertical-align:super}}.low{vertical-align:sub}.x .deep,.up:hover,.q[a]{vertical-align:super}"   \
  ".old{vertical-align:baseline}.mid{vertical-align:middle}"
#define CLASSED                                                                                    \
  "<p>In 10<span class='a up'>6</span> trees on 5 km<span class=note-up>2</span>, 3"               \
  "<a class=up href='#n'>1</a> of 10<span class=deep>7</span>, 10<span class=q>8</span>, 10"       \
  "<span class=old>9</span>, 10<span class='mid'>4</span> and 10<span class='up' style="           \
  "'vertical-align: baseline'>5</span>, log<span class=low>10</span>5.</p>"
#define CLASSED_EXPECTED "In 10⁶ trees on 5 km², 3¹ of 107, 108, 109, 104 and 105, log₁₀5."

/* Programs that make pages and books name the style of what they raise. */
static void
test_style_sheets (void)
{
  const ZipMember members[] = {
    { "OEBPS/a.xhtml", "<html><head><style>.low{vertical-align:sub}</style></head>" CLASSED, -1 },
    { "OEBPS/s/a.css", SHEET, -1 },
  };
  g_autofree char *opf =
      make_opf ("",
                "<item id='a' href='a.xhtml'" XHTML "<item id='s' href='s/a.css' "
                "media-type='text/css'/><item id='t' href='s/b.css' media-type='text/css'/>",
                "<itemref idref='a'/>");
  g_autoptr (GBytes) bytes = make_epub (opf, members, G_N_ELEMENTS (members));
  g_autoptr (GalleyDocument) book = import_epub (bytes);

  assert_text (book, CLASSED_EXPECTED);
  assert_string ("<!DOCTYPE html><style>" SHEET "</style><body>" CLASSED, "a.html",
                 CLASSED_EXPECTED);
  assert_string ("<!DOCTYPE html><STYLE TYPE='text/css'>\n<!-- .up{VERTICAL-ALIGN: super;margin:0}"
                 "p > .deep{vertical-align:super} --></STYLE><body><p>In 10<span class=up>6</span> "
                 "or 10<span class=deep>7</span>",
                 "a.html", "In 10⁶ or 107");
  assert_string ("<!DOCTYPE html><body><p>In 10<span class=up>6</span> <style>vertical-align:super}"
                 "{vertical-align:super}.up{vertical-align:",
                 "a.html", "In 106");
}

/* So is the title, whether the page says elsewhere what it is or not. */
static void
test_html_title (void)
{
  static const char *const heads[] = { "", "<title>Why 106 Trees on 5 km2 Fell | The Post</title>",
                                       "<meta property='og:title' content='Why 106 Trees on 5 km2 "
                                       "Fell'>" };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *page = g_strdup_printf (
          "<!DOCTYPE html>%s<body><article><h1>Why 10<sup>6</sup> Trees on 5 km<sup>2</sup> Fell"
          "</h1>" IN IN_MORE IN IN_MORE "</article>",
          heads[i]);
      g_autoptr (GalleyDocument) document = import_string (page, "a.html");
      g_autofree char *first = describe_block (document, 0);

      g_assert_cmpstr (first, ==, "title 0: Why 10⁶ Trees on 5 km² Fell");
      g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_TITLE), ==,
                       "Why 10⁶ Trees on 5 km² Fell");
    }
}

static void
test_mhtml (void)
{
  assert_string ("MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" PARAGRAPH, "a.mht",
                 EXPECTED);
}

/* Links cover the same words as before. */
static void
test_links (void)
{
  g_autoptr (GalleyDocument) document =
      import_string ("<!DOCTYPE html><body><p>On 10<sup>6</sup> km<sup>2</sup>, "
                     "<a href='https://a.example/'>5 m<sup>3</sup> fell</a><sup><a "
                     "href='https://b.example/'>12</a></sup> there.",
                     "a.html");
  guint n_links;
  const GalleyLink *links = galley_document_get_links (document, &n_links);
  GalleyText *text = galley_document_get_text (document);
  g_autofree char *first = NULL, *second = NULL;

  g_assert_cmpuint (n_links, ==, 2);
  first = galley_text_slice (text, links[0].range);
  second = galley_text_slice (text, links[1].range);
  g_assert_cmpstr (first, ==, "5 m³ fell");
  g_assert_cmpstr (second, ==, "¹²");
  assert_text (document, "On 10⁶ km², 5 m³ fell¹² there.");
}

/* The sign of a note that is known as such is not text, as ever; figures in the note are raised. */
static void
test_epub (void)
{
  const char *const bodies[] = {
    PARAGRAPH "<p>Nobody signed.<sup><a epub:type='noteref' href='#n'>1</a></sup> End.</p>"
              "<aside epub:type='footnote' id='n'><p>Of 10<sup>9</sup>.</p></aside>",
    NULL
  };
  g_autoptr (GalleyDocument) document = import_book ("", bodies);
  g_autofree char *notes = describe_notes (document);

  assert_text (document, EXPECTED "\n\nNobody signed. End.");
  g_assert_cmpstr (notes, ==, "Nobody signed. | - | - | Of 10⁹.");
}

static void
test_markdown (void)
{
  g_autoptr (GalleyDocument) document = import_string (
      "# Of 10<sup>6</sup>\n\n<sup>1\n2</sup> On 5 km<SUP>2</SUP>\nand [5 m<sup>3</sup>](u) the "
      "1<sup>st</sup>,\n1<sup>1</sup>/<sub>2</sub> of CO<sub>2</sub>.[^a]\n\n<p>In <b>10</b>"
      "<sup>-6</sup> <sup\n>x</sup> <support>2</support></p>\n\n[^a]: Of 10<sup>9</sup>.\n",
      "a.md");
  g_autofree char *notes = describe_notes (document);
  guint n_links;
  const GalleyLink *links = galley_document_get_links (document, &n_links);
  g_autofree char *linked = NULL;

  assert_text (document, "Of 10⁶\n\n1 ² On 5 km² and 5 m³ the 1st, 1¹⁄₂ of CO2.\n\n"
                         "In 10⁻⁶ x 2");
  g_assert_nonnull (strstr (notes, "| Of 10⁹."));
  g_assert_cmpuint (n_links, ==, 1);
  linked = galley_text_slice (galley_document_get_text (document), links[0].range);
  g_assert_cmpstr (linked, ==, "5 m³");
}

#define R(properties, words)                                                                       \
  "<w:r><w:rPr>" properties "</w:rPr><w:t xml:space='preserve'>" words "</w:t></w:r>"
#define SUPER(words) R ("<w:vertAlign w:val='superscript'/>", words)
#define SUB(words) R ("<w:vertAlign w:val='subscript'/>", words)
#define RANGE(kind, id) "<w:commentRange" kind " w:id='" id "'/>"

static void
test_docx (void)
{
  const ZipMember styles[] = {
    { "styles.xml",
      "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
      "<w:style w:type='character' w:styleId='Up'><w:rPr><w:vertAlign w:val='superscript'/>"
      "</w:rPr></w:style><w:style w:type='character' w:styleId='Sign'><w:basedOn w:val='Up'/>"
      "</w:style></w:styles>",
      -1 },
  };
  g_autoptr (GBytes) bytes = make_docx (
      "<w:p>" R ("", "In 10") SUPER ("-") SUPER ("6") R ("", " of 5 km") SUPER ("2")
          R ("", ", 1,200") R ("<w:rStyle w:val='Sign'/>", "1") R ("", " the 1") SUPER ("st ")
              R ("", "man") R ("<w:position w:val='6'/>",
                               "3") R ("", " x") R ("<w:position w:val='1'/>", "4") R ("", " of 1")
                  SUPER ("1") R ("", "/") SUB ("2") R ("", " CO") SUB ("2")
                      R ("<w:rStyle w:val='Sign'/><w:vertAlign w:val='baseline'/>", "5") "</w:p>",
      styles, 1);

  assert_imported (bytes, "a.docx", "In 10⁻⁶ of 5 km², 1,200¹ the 1st man³ x4 of 1¹⁄₂ CO₂5");
}

/* Notes, comments and tracked changes keep their words. */
static void
test_docx_notes (void)
{
  g_autofree char *footnotes = make_word_part (
      "footnotes", "<w:footnote w:id='1'><w:p>" R ("", "Of 10") SUPER ("9") "</w:p></w:footnote>");
  g_autofree char *comments =
      make_word_part ("comments", "<w:comment w:id='1' w:author='Ann'><w:p>" R ("", "10")
                                      SUPER ("3") R ("", "?") "</w:p></w:comment>");
  const ZipMember parts[] = { { "footnotes.xml", footnotes, -1 },
                              { "comments.xml", comments, -1 } };
  g_autoptr (GBytes) bytes =
      make_docx ("<w:p>" R ("", "On 10") SUPER ("6") R ("", " km") SUPER ("2") RANGE ("Start", "1")
                     R ("", "5 m") SUPER ("3") RANGE ("End", "1") R ("", " fell")
                         R ("<w:vertAlign w:val='superscript'/>",
                            "") "<w:r><w:rPr><w:vertAlign "
                                "w:val='superscript'/></w:rPr>"
                                "<w:footnoteReference w:id='1'/></w:r>"
                                "<w:del w:id='7'>" SUPER ("8") "</w:del><w:ins w:id='8'>" SUPER (
                                    "4") "</w:ins>" R ("", ".") "</w:p>",
                 parts, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "a.docx", &error);
  g_autofree char *notes = NULL;

  g_assert_no_error (error);
  notes = describe_notes (document);
  assert_text (document, "On 10⁶ km²5 m³ fell⁴.");
  g_assert_cmpstr (notes, ==, "On 10⁶ km²5 m³ fell | - | - | Of 10⁹\n5 m³ | Ann | - | 10³?");
}

#define NAMESPACES                                                                                 \
  "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "                               \
  "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "                                 \
  "xmlns:math='http://www.w3.org/1998/Math/MathML' "                                               \
  "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
#define STYLE(name, parent, position)                                                              \
  "<style:style style:name='" name "' style:family='text'" parent                                  \
  "><style:text-properties style:text-position='" position "'/></style:style>"
#define SPAN(style, words) "<text:span text:style-name='" style "'>" words "</text:span>"
#define ODT_CONTENT                                                                                \
  "<office:automatic-styles>" STYLE ("Up", "", "super 58%") STYLE ("High", "", "33% 80%")          \
      STYLE ("Down", "", "sub 58%") STYLE ("Even", "", "0% 100%") STYLE (                          \
          "Odd", "",                                                                               \
          "5% 100%") "<style:style style:name='Sign' style:family='text' "                         \
                     "style:parent-style-name='Up'/>"                                              \
                     "</office:automatic-styles><office:body><office:text><text:p>In "             \
                     "10" SPAN ("Up", "-6") " of 5 km" SPAN ("High", "2") ", 1,200" SPAN (         \
                         "Sign", "1") " the 1" SPAN ("Up", "st") " x" SPAN ("Odd", "4")            \
                         SPAN ("Up", SPAN ("Even", "5")) " 1" SPAN ("Up", "1") "/" SPAN (          \
                             "Down",                                                               \
                             "2") " CO" SPAN ("Down",                                              \
                                              "2") "<text:note "                                   \
                                                   "text:note-class='footnote'><text:note-"        \
                                                   "citation>1"                                    \
                                                   "</"                                            \
                                                   "text:note-citation><text:note-body><"          \
                                                   "text:p>Of 10" SPAN (                           \
                                                       "Up", "9") "</text:p></text:note-body></"   \
                                                                  "text:note>.</text:p>"
#define ODT_END "</office:text></office:body>"
#define ODT_EXPECTED "In 10⁻⁶ of 5 km², 1,200¹ the 1st x45 1¹⁄₂ CO2."
#define MATH                                                                                         \
  "<math:math><math:msup><math:mn>10</math:mn><math:mrow><math:mo>−</math:mo><math:mn>6</math:mn>" \
  "</math:mrow></math:msup><math:munderover><math:mo>∑</math:mo><math:mn>1</math:mn><math:mi>n"    \
  "</math:mi></math:munderover><math:msub><math:mi>x</math:mi><math:mi>i</math:mi></math:msub>"      \
  "</math:math>"

static void
test_odt (void)
{
  const ZipMember members[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text", -1 },
    { "content.xml",
      "<office:document-content " NAMESPACES ">" ODT_CONTENT ODT_END "</office:document-content>",
      -1 },
  };
  g_autoptr (GBytes) bytes = make_zip (members, G_N_ELEMENTS (members), /* password= */ NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "a.odt", &error);
  g_autofree char *notes = NULL;

  g_assert_no_error (error);
  notes = describe_notes (document);
  assert_text (document, ODT_EXPECTED);
  g_assert_nonnull (strstr (notes, "1¹⁄₂ CO2 | - | - | Of 10⁹"));
}

static void
test_flat_odt (void)
{
  assert_string ("<?xml version='1.0'?><office:document " NAMESPACES
                 " office:mimetype=\"application/vnd.oasis.opendocument.text\">" ODT_CONTENT
                 "<text:p>So " MATH ".</text:p>" ODT_END "</office:document>",
                 "a.fodt", ODT_EXPECTED "\n\nSo 10⁻⁶∑1ⁿxi.");
}

/* However many there are, and however long. */
static void
test_hostile (void)
{
  g_autoptr (GString) page = g_string_new ("<!DOCTYPE html><body><p>10<sup>");
  g_autoptr (GString) many = g_string_new ("Of *x* and [y](z):\n\n10");
  g_autoptr (GalleyDocument) document = NULL, second = NULL;

  for (guint i = 0; i < 1 << 20; i++)
    g_string_append_c (page, '6');
  document = import_string (page->str, "a.html");
  g_assert_cmpuint (galley_text_get_length (galley_document_get_text (document)), ==,
                    2 + (1 << 20));
  g_assert_true (
      g_str_has_suffix (galley_text_peek_utf8 (galley_document_get_text (document), NULL), "⁶"));

  for (guint i = 0; i < 10000; i++)
    g_string_append (many, "<sup>6");
  second = import_string (many->str, "a.md");
  g_assert_true (
      g_str_has_suffix (galley_text_peek_utf8 (galley_document_get_text (second), NULL), "⁶"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/raised/characters", test_characters);
  g_test_add_func ("/raised/runs", test_runs);
  g_test_add_func ("/raised/lowered", test_lowered);
  g_test_add_func ("/raised/as-many", test_as_many);
  g_test_add_func ("/raised/html", test_html);
  g_test_add_func ("/raised/style-sheets", test_style_sheets);
  g_test_add_func ("/raised/html-title", test_html_title);
  g_test_add_func ("/raised/mhtml", test_mhtml);
  g_test_add_func ("/raised/links", test_links);
  g_test_add_func ("/raised/epub", test_epub);
  g_test_add_func ("/raised/markdown", test_markdown);
  g_test_add_func ("/raised/docx", test_docx);
  g_test_add_func ("/raised/docx-notes", test_docx_notes);
  g_test_add_func ("/raised/odt", test_odt);
  g_test_add_func ("/raised/flat-odt", test_flat_odt);
  g_test_add_func ("/raised/hostile", test_hostile);

  return g_test_run ();
}
