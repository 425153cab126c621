/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "epub-testing.h"

/* Compares the text of a book of one chapter. */
static void
assert_body (const char *body, const char *expected)
{
  const char *const bodies[] = { body, NULL };
  g_autoptr (GalleyDocument) document = import_book ("", bodies);

  assert_text (document, expected);
}

static void
test_words (void)
{
  assert_body ("<h1>A<a id='x'/> b</h1><p>c<br/>d <i/>e</p><div/><p>f</p>", "A b\n\nc\nd e\n\nf");
  assert_body ("<ol><li><p>a</p></li><li>b</li></ol><blockquote><p>c</p></blockquote>",
               "1. a\n2. b\n\nc");
  assert_body ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
               "a | b\n\nc | d");
  assert_body ("<ruby>b<rp>(</rp><rt>r</rt><rp>)</rp></ruby><svg><text>x</text></svg>", "b(r)");
  assert_body ("<p dir='rtl'>שלום עולם</p><p>a&#160;b&nbsp;c&shy;d</p>", "שלום עולם\n\na b cd");
  assert_body ("<p>a <math><mfrac><mn>1</mn><mn>2</mn></mfrac><mo>=</mo><mi>x</mi></math>.</p>",
               "a 1/2=x.");
  assert_body ("<p>a<span epub:type='pagebreak'>12</span>b</p>", "ab");
  assert_body ("<p><epub:switch><epub:case required-namespace='x'>a</epub:case><epub:default>b"
               "</epub:default></epub:switch></p>",
               "b");
  assert_body ("<p>a</p><video src='v'><p>b</p></video><p>c <audio src='a'>d</audio></p>",
               "a\n\nb\n\nc d");
}

/* A letter that is a picture is part of the first word; no other picture is a word. */
static void
test_initials (void)
{
  assert_body ("<p><img src='o.png' alt='O'/>nce upon a time.</p>", "Once upon a time.");
  assert_body ("<p><span><img src='i.png' alt='“I'/></span> was there.</p>", "“I was there.");
  assert_body ("<p><img src='a.png' alt='A'/></p><p>nd so on <img src='b.png' alt='B'/>.</p>",
               "nd so on .");
  assert_body ("<p><img src='a.png' alt='AB'/>c <img src='a.png'/>d</p>", "c d");
}

/* What was inserted stands in the place of what was deleted; of all chapters it is told at once. */
static void
test_replaced_words (void)
{
  static const char *const bodies[] = { "<p>It cost <del>5</del><ins>7</ins> million.</p>",
                                        "<p><ins>Two</ins> <del>One</del> of them left.</p>",
                                        NULL };
  g_autoptr (GalleyDocument) document = import_book ("", bodies);
  const char *const *notices = galley_document_get_notices (document);

  assert_text (document, "It cost 7 million.\n\nTwo of them left.");
  g_assert_cmpuint (g_strv_length ((char **) notices), ==, 1);
  g_assert_cmpstr (notices[0], ==, "2 tracked changes were read as accepted");
}

static void
test_spine (void)
{
  const ZipMember members[] = {
    { "text/c one.xhtml", "<p>One.</p>", -1 },      { "OEBPS/b%20two.xhtml", "<p>Two.</p>", -1 },
    { "OEBPS/\xC3\xBC.html", "<p>Three.</p>", -1 }, { "OEBPS/extra.xhtml", "<p>Extra.</p>", -1 },
    { "OEBPS/unused.xhtml", "<p>Unused.</p>", -1 }, { "OEBPS/4.xhtml", "<p>Four.</p>", -1 },
  };
  g_autofree char *opf = make_opf (
      "",
      "<item id='u' href='unused.xhtml'" XHTML "<item id='x' href='extra.xhtml'" XHTML
      "<item id='3' href='./%C3%BC.html#a' media-type='text/html'/><item id='2' "
      "href='b%20two.xhtml'" XHTML "<item id='1' href='../text/c%20one.xhtml'" XHTML
      "<item id='p' href='p.jpg' media-type='image/jpeg'/><item id='s' href='s.svg' "
      "media-type='image/svg+xml'/><item id='4' href='4.pdf' media-type='application/pdf' "
      "fallback='4b'/><item id='4b' href='4.XHTML'" XHTML,
      "<itemref idref='1'/><itemref idref='x' linear='no'/><itemref idref='2' linear='yes'/>"
      "<itemref idref='p'/><itemref idref='1'/><itemref idref='3'/><itemref idref='s'/>"
      "<itemref idref='4'/>");
  g_autoptr (GBytes) bytes = make_epub (opf, members, G_N_ELEMENTS (members));
  g_autoptr (GalleyDocument) document = import_epub (bytes);

  assert_text (document, "One.\n\nExtra.\n\nTwo.\n\nThree.\n\nFour.");
  g_assert_null (galley_document_get_notices (document)[0]);
}

static void
assert_blocks (GalleyDocument *document, const char *expected)
{
  g_autofree char *blocks = describe_blocks (document);

  g_assert_cmpstr (blocks, ==, expected);
}

/* What is not read in its turn is read all the same, and can be checked: answers and descriptions
 * are found through links. */
static void
test_not_linear (void)
{
  const ZipMember members[] = {
    { "OEBPS/a.xhtml", "<p>Where? <a href='b.xhtml'>Answer</a></p>", -1 },
    { "OEBPS/b.xhtml", "<h2>Answers</h2><p>In Harbour Street.</p>", -1 },
  };
  g_autofree char *opf =
      make_opf ("", "<item id='a' href='a.xhtml'" XHTML "<item id='b' href='b.xhtml'" XHTML,
                "<itemref idref='a'/><itemref idref='b' linear='no'/>");
  g_autofree char *opf_of_one =
      make_opf ("", "<item id='a' href='a.xhtml'" XHTML, "<itemref idref='a' linear='no'/>");
  g_autoptr (GBytes) bytes = make_epub (opf, members, G_N_ELEMENTS (members));
  g_autoptr (GBytes) bytes_of_one = make_epub (opf_of_one, members, G_N_ELEMENTS (members));
  g_autoptr (GalleyDocument) document = import_epub (bytes);
  g_autoptr (GalleyDocument) one = import_epub (bytes_of_one);

  assert_blocks (document, "paragraph 0: Where? Answer\nheading 2: Answers\n"
                           "paragraph 0: In Harbour Street.\n");
  assert_text (one, "Where? Answer");
}

/* Lists of places that stand in the spine are kept where they stand, without the parts of them that
 * are hidden, and are not checked. */
static void
test_guides (void)
{
  const char *const bodies[] = {
    "<h1>Start</h1><nav epub:type='toc'><h2>Places</h2><ol><li><a href='2.xhtml'>One</a><ol><li>"
    "<a href='2.xhtml#a'>First</a></li><li hidden=''><a href='2.xhtml#b'>Second</a></li></ol></li>"
    "</ol></nav><nav epub:type='landmarks' hidden=''><a href='#a'>Cover</a></nav>",
    "<p>Text.</p><div role='doc-toc'>Two</div>", NULL
  };
  g_autoptr (GalleyDocument) document = import_book ("", bodies);
  guint n_omissions;
  const GalleyOmission *omissions = galley_document_get_omissions (document, &n_omissions);

  assert_blocks (document, "heading 1: Start\nboilerplate 0: Places\nboilerplate 0: One\n"
                           "boilerplate 0: First\nparagraph 0: Text.\nboilerplate 0: Two\n");
  g_assert_cmpuint (n_omissions, ==, 2);
  g_assert_cmpstr (omissions[0].text, ==, "Second");
  g_assert_cmpstr (omissions[1].text, ==, "Cover");
}

/* Books of version 2 say only which chapter has the list, and it may have more. */
static void
test_guide_of_version_2 (void)
{
  const ZipMember members[] = {
    { "OEBPS/a.xhtml",
      "<h1>Contents</h1><ol><li><a href='b.xhtml'>One</a><ol><li><a href='b.xhtml#a'>First</a>, "
      "<i><a href='b.xhtml#b'>second</a></i></li></ol></li></ol><p>Read <a href='b.xhtml'>one</a>."
      "</p><p>Text.</p><p><a id='x'>Anchor</a></p>",
      -1 },
    { "OEBPS/b.xhtml", "<p><a href='a.xhtml'>Contents</a></p>", -1 },
  };
  g_autofree char *opf =
      make_opf ("", "<item id='a' href='a.xhtml'" XHTML "<item id='b' href='b.xhtml'" XHTML,
                "<itemref idref='a'/><itemref idref='b'/></spine><guide><reference type='cover' "
                "href='b.xhtml'/><reference type='toc' href='a.xhtml#x'/></guide><spine>");
  g_autoptr (GBytes) bytes = make_epub (opf, members, G_N_ELEMENTS (members));
  g_autoptr (GalleyDocument) document = import_epub (bytes);

  assert_blocks (document, "heading 1: Contents\nboilerplate 0: One\nlist-item 2: First, second\n"
                           "paragraph 0: Read one.\nparagraph 0: Text.\nparagraph 0: Anchor\n"
                           "paragraph 0: Contents\n");
}

/* The list of chapters that pandoc writes begins with the title of the book, as the book does. */
static void
test_title_in_guide (void)
{
  const char *const bodies[] = {
    "<nav epub:type='toc'><h1>Harbour</h1><ol><li>Tides</li></ol></nav>",
    "<h1>Harbour</h1><h2>Tides</h2><p>Text.</p>", NULL
  };
  g_autoptr (GalleyDocument) document = import_book ("<dc:title>Harbour</dc:title>", bodies);

  assert_blocks (document, "boilerplate 0: Harbour\nboilerplate 0: Tides\ntitle 0: Harbour\n"
                           "heading 2: Tides\nparagraph 0: Text.\n");
}

/* Links lead out of the book, or are none. */
static void
test_links (void)
{
  const char *const bodies[] = {
    "<p><a href='https://a.example/'>out</a> <a href='2.xhtml#b'>in</a> <a href='#c'>here</a></p>",
    NULL
  };
  g_autoptr (GalleyDocument) document = import_book ("", bodies);
  guint n_links;
  const GalleyLink *links = galley_document_get_links (document, &n_links);

  assert_text (document, "out in here");
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_cmpstr (links[0].target, ==, "https://a.example/");
}

static void
test_encodings (void)
{
  static const char utf_16[] = "\xFF\xFE<\0p\0>\0\xFC\0.\0<\0/\0p\0>\0";
  const ZipMember members[] = {
    { "OEBPS/1.xhtml", utf_16, sizeof (utf_16) - 1 },
    { "OEBPS/2.xhtml", "<?xml version='1.0' encoding='iso-8859-1'?><p>\xE9</p>", -1 },
    { "OEBPS/3.xhtml", "\xEF\xBB\xBF<?xml version='1.0'?><p>\xC3\xA9</p>", -1 },
    { "OEBPS/4.xhtml", "", 0 },
    { "OEBPS/5.xhtml", "<h:html xmlns:h='http://www.w3.org/1999/xhtml'><h:p>a<h:br/>b</h:p>", -1 },
  };
  g_autofree char *opf =
      make_opf ("",
                "<item id='1' href='1.xhtml'" XHTML "<item id='2' href='2.xhtml'" XHTML
                "<item id='3' href='3.xhtml'" XHTML "<item id='4' href='4.xhtml'" XHTML
                "<item id='5' href='5.xhtml'" XHTML,
                "<itemref idref='1'/><itemref idref='2'/><itemref idref='3'/><itemref idref='4'/>"
                "<itemref idref='5'/>");
  g_autoptr (GBytes) bytes = make_epub (opf, members, G_N_ELEMENTS (members));
  g_autoptr (GalleyDocument) document = import_epub (bytes);

  assert_text (document, "ü.\n\né\n\né\n\na\nb");
  g_assert_null (galley_document_get_notices (document)[0]);
}

static void
assert_metadata (GalleyDocument *document, const char *const *expected)
{
  for (guint i = 0; i < GALLEY_N_METADATA_FIELDS; i++)
    g_assert_cmpstr (galley_document_get_metadata (document, i), ==, expected[i]);
}

static void
test_metadata_2 (void)
{
  const char *const bodies[] = { "<h2>Other</h2><h1>THE book</h1><h1>The Book</h1>", NULL };
  const char *const expected[] = { "The Book", "Ada Lund, Ben Roy",  "Press", "2011-05-03",
                                   "en-GB",    "https://a.example/b" };
  g_autoptr (GalleyDocument) document = import_book (
      "<dc:title>The\n Book</dc:title><dc:creator opf:role='aut' opf:file-as='Lund, Ada'>Ada Lund"
      "</dc:creator><dc:creator opf:role='ill'>Cy Day</dc:creator><dc:creator>Ben Roy</dc:creator>"
      "<dc:contributor opf:role='aut'>No One</dc:contributor><dc:date opf:event='modification'>"
      "2020-01-01</dc:date><dc:date opf:event='publication'>2011-05-03</dc:date><dc:publisher>Press"
      "</dc:publisher><dc:language>en-GB</dc:language><dc:identifier>urn:isbn:1</dc:identifier>"
      "<dc:source>9780000000001</dc:source><dc:source>https://a.example/b</dc:source>",
      bodies);

  assert_metadata (document, expected);
  assert_blocks (document, "heading 2: Other\ntitle 0: THE book\nheading 1: The Book\n");
}

static void
test_metadata_3 (void)
{
  const char *const bodies[] = { "<p>a</p>", NULL };
  const char *const expected[] = {
    "Main", "Ada Lund", NULL, "2011-05", "de", "https://a.example/i"
  };
  const char *const nothing[] = { NULL, NULL, NULL, NULL, NULL, NULL };
  g_autoptr (GalleyDocument) document = import_book (
      "<dc:title id='s'>Sub</dc:title><meta refines='#s' property='title-type'>subtitle</meta>"
      "<dc:title id='m'>Main</dc:title><meta refines='#m' property='title-type'>main</meta>"
      "<dc:creator id='t'>Cy Day</dc:creator><meta refines='#t' property='role' "
      "scheme='marc:relators'>trl</meta><dc:creator id='a'>Ada Lund</dc:creator><meta refines='#a' "
      "property='role'>aut</meta><dc:date>2011-05</dc:date><dc:language>de</dc:language>"
      "<dc:language>fr</dc:language><dc:identifier>https://a.example/i</dc:identifier>"
      "<meta property='dcterms:modified'>2020-01-01T00:00:00Z</meta>",
      bodies);
  g_autoptr (GalleyDocument) empty = import_book (
      "<dc:title/><dc:creator opf:role='trl'>Cy</dc:creator><dc:date>0101-01-01T00:00:00+00:00"
      "</dc:date><dc:date opf:event='creation'>2020-01-01</dc:date><dc:language>und</dc:language>"
      "<dc:publisher> </dc:publisher><dc:source>A book</dc:source>",
      bodies);

  assert_metadata (document, expected);
  assert_metadata (empty, nothing);
}

typedef struct
{
  const char *words;
  GalleySourceNoteKind kind;
  const char *text;
} ExpectedNote;

static void
assert_notes (GalleyDocument *document, const ExpectedNote *expected, guint n_expected)
{
  guint n_notes;
  const GalleySourceNote *notes = galley_document_get_source_notes (document, &n_notes);

  g_assert_cmpuint (n_notes, ==, n_expected);
  for (guint i = 0; i < n_notes; i++)
    {
      g_autofree char *words =
          galley_text_slice (galley_document_get_text (document), notes[i].range);

      g_assert_cmpstr (words, ==, expected[i].words);
      g_assert_cmpint (notes[i].kind, ==, expected[i].kind);
      g_assert_cmpstr (notes[i].text, ==, expected[i].text);
    }
}

/* Notes come with the sentences that their signs stand in, wherever in the book they are. */
static void
test_notes (void)
{
  const char *const bodies[] = {
    "<section epub:type='endnotes'><ol><li epub:type='endnote' id='e1'><p>Minutes, <a "
    "href='https://c.example/m'>page 3</a>.</p><p>More. <a href='2.xhtml#r2' epub:type='backlink'>"
    "Back</a></p></li></ol></section>",
    "<p>Nobody signed.<sup><a id='r1' epub:type='noteref' href='#n1'>1</a></sup> It came in 2019<a "
    "id='r2' epub:type='noteref' href='1.xhtml#e1'>*</a>.</p><aside epub:type='footnote' id='n1'>"
    "<p><a href='#r1'>1</a>. Invoice<span epub:type='pagebreak'>7</span> 17.</p></aside><p>End<sup "
    "role='doc-noteref'><a href='3.xhtml#in'>[2]</a></sup></p>",
    "<div role='doc-footnote'><p id='in'>Inside.</p></div>", NULL
  };
  const ExpectedNote expected[] = {
    { "Nobody signed.", GALLEY_SOURCE_NOTE_FOOTNOTE, "Invoice 17." },
    { "It came in 2019", GALLEY_SOURCE_NOTE_ENDNOTE,
      "Minutes, page 3 <https://c.example/m>.\nMore." },
    { "End", GALLEY_SOURCE_NOTE_FOOTNOTE, "Inside." },
  };
  g_autoptr (GalleyDocument) document = import_book ("", bodies);

  assert_text (document, "Nobody signed. It came in 2019.\n\nEnd");
  assert_notes (document, expected, G_N_ELEMENTS (expected));
}

/* What is a note by half stays part of the text. */
static void
test_half_notes (void)
{
  assert_body ("<p>a<a epub:type='noteref' href='#x'>1</a></p>", "a1");
  assert_body ("<p>a<a epub:type='noteref' href='#x'>1</a></p><p id='x'>b</p>", "a1\n\nb");
  assert_body ("<p>a<a epub:type='noteref'>1</a></p><aside epub:type='footnote'>b</aside>",
               "a1\n\nb");
  assert_body ("<p>a</p><aside epub:type='footnote' id='x'>b</aside>", "a\n\nb");
  assert_body ("<p>a<a epub:type='noteref' href='#'>1</a></p><aside epub:type='footnote' id=''>b"
               "</aside>",
               "a1\n\nb");
}

/* A sign in a note leads on to a note that stays, for no word of the text is what it is about. Two
 * notes of one name are two, and two signs may have one note. */
static void
test_odd_notes (void)
{
  const char *const bodies[] = {
    "<p>a<a epub:type='noteref' href='#x'>1</a></p><p>b<a epub:type='noteref' href='#x'>1</a></p>"
    "<aside epub:type='footnote' id='x'>c<a epub:type='noteref' href='#y'>2</a></aside>"
    "<aside epub:type='footnote' id='y'>d</aside><aside epub:type='footnote' id='x'>e</aside>",
    NULL
  };
  const ExpectedNote expected[] = { { "a", GALLEY_SOURCE_NOTE_FOOTNOTE, "c" } };
  const char *const only[] = {
    "<aside epub:type='footnote' id='x'>c</aside><a epub:type='noteref' href='#x'>1</a>", NULL
  };
  g_autoptr (GalleyDocument) document = import_book ("", bodies);
  g_autoptr (GalleyDocument) no_words = import_book ("", only);

  assert_text (document, "a\n\nb\n\nd\n\ne");
  assert_notes (document, expected, G_N_ELEMENTS (expected));
  assert_text (no_words, "c");
}

/* A footnote may be in a chapter that is not read in its turn. */
static void
test_notes_apart (void)
{
  const ZipMember members[] = {
    { "OEBPS/a.xhtml", "<p>a<a epub:type='noteref' href='n.xhtml#x'>1</a></p>", -1 },
    { "OEBPS/n.xhtml", "<h1>Notes</h1><aside epub:type='footnote' id='x'>b</aside>", -1 },
  };
  const ExpectedNote expected[] = { { "a", GALLEY_SOURCE_NOTE_FOOTNOTE, "b" } };
  g_autofree char *opf =
      make_opf ("", "<item id='a' href='a.xhtml'" XHTML "<item id='n' href='n.xhtml'" XHTML,
                "<itemref idref='a'/><itemref idref='n' linear='no'/>");
  g_autoptr (GBytes) bytes = make_epub (opf, members, G_N_ELEMENTS (members));
  g_autoptr (GalleyDocument) document = import_epub (bytes);

  assert_text (document, "a\n\nNotes");
  assert_notes (document, expected, G_N_ELEMENTS (expected));
}

/* Where the markup says nothing of notes, a pair of links does: as pandoc writes them, as Project
 * Gutenberg does, with the notes in a chapter of their own, and with anchors apart from the links.
 */
static void
test_pairs (void)
{
  const char *const bodies[] = {
    "<h1>One <a id='h' href='#t'>1</a></h1><p>Nobody signed.<a href='#fn1' id='fnref1'>1</a> It "
    "came "
    "in 2019<a id='A2' href='#F2'>[2]</a>.</p><ol><li id='fn1'><p>Invoice 17.</p><p>Paid.<a "
    "href='#fnref1'>↩︎</a></p></li></ol><div><p><a id='F2' href='#A2'><span>[2]</span></a> "
    "Minutes."
    "</p></div><p>End<a id='r3'/><sup><a href='2.xhtml#e3'>*</a></sup></p>",
    "<h2>Notes</h2><p><a id='e3'/><a href='1.xhtml#r3'>*</a>) The <a href='https://a.example/'>"
    "register</a>.</p>",
    NULL
  };
  const ExpectedNote expected[] = {
    { "Nobody signed.", GALLEY_SOURCE_NOTE_FOOTNOTE, "Invoice 17.\nPaid." },
    { "It came in 2019", GALLEY_SOURCE_NOTE_FOOTNOTE, "Minutes." },
    { "End", GALLEY_SOURCE_NOTE_ENDNOTE, "The register <https://a.example/>." },
  };
  g_autoptr (GalleyDocument) document = import_book ("", bodies);

  assert_text (document, "One 1\n\nNobody signed. It came in 2019.\n\nEnd\n\nNotes");
  assert_notes (document, expected, G_N_ELEMENTS (expected));
}

/* Where the markup says what the signs are and not what the notes are, pairs count as well; where
 * it says both of any note they do not. */
static void
test_pairs_beside_marks (void)
{
  assert_body ("<p>a<a epub:type='noteref' id='a' href='#x'>1</a></p><p id='x'><a href='#a'>1</a> b"
               "</p>",
               "a");
  assert_body ("<p>a<a id='a' href='#x'>1</a></p><p id='x'><a href='#a'>1</a> b<a epub:type="
               "'noteref' href='#y'>2</a></p><aside epub:type='footnote' id='y'>c</aside>",
               "a1\n\n1 b");
}

/* Links between places that are no notes, and those of which it is not certain. */
static void
test_no_pairs (void)
{
  /* A list of places and what it leads to. */
  assert_body ("<p><a id='t1' href='#c1'>1</a> First</p><p id='c1'><a href='#t1'>1</a> Words.</p>",
               "1 First\n\n1 Words.");
  /* Words that lead to words. */
  assert_body (
      "<p>See <a id='a' href='#b'>there</a>.</p><p id='b'><a href='#a'>Here</a> it is.</p>",
      "See there.\n\nHere it is.");
  /* Only one of them is a link. */
  assert_body ("<p>a<a id='a' href='#b'>1</a></p><p id='b'>1. b</p>", "a1\n\n1. b");
  /* The way back is in the middle. */
  assert_body ("<p>a<a id='a' href='#b'>1</a></p><p id='b'>b <a href='#a'>1</a> c</p>",
               "a1\n\nb 1 c");
  /* Two notes in one paragraph. */
  assert_body (
      "<p>a<a id='a' href='#x'>1</a> b<a id='b' href='#y'>2</a></p><p><a id='x' href='#a'>1"
      "</a> c <a id='y' href='#b'>2</a></p>",
      "a1 b2\n\n1 c 2");
  /* The note is around its sign. */
  assert_body ("<div id='x'><p>a<a id='a' href='#x'>1</a></p><p><a href='#a'>1</a> b</p></div>",
               "a1\n\n1 b");
}

/* The sign of a note in a note is none in the text, and no note is lost for it. */
static void
test_pair_in_pair (void)
{
  assert_body (
      "<p>a<a id='a' href='#x'>1</a></p><p id='x'><a href='#a'>1</a> b<a id='b' href='#y'>2"
      "</a></p><p id='y'><a href='#b'>2</a> c</p>",
      "a\n\n2 c");
}

/* The media type need not come first, nor be there. */
static void
test_recognised (void)
{
  g_autofree char *opf = make_opf ("", "<item id='a' href='a.xhtml'" XHTML, "<itemref idref='a'/>");
  const ZipMember last[] = {
    { "OEBPS/a.xhtml", "<p>a</p>", -1 },
    CONTAINER,
    { "OEBPS/book.opf", opf, -1 },
    MIMETYPE,
  };
  g_autoptr (GBytes) bytes = make_zip (last, 4, NULL);
  g_autoptr (GBytes) without = make_zip (last, 3, NULL);
  g_autoptr (GalleyDocument) document = import_epub (bytes);
  g_autoptr (GalleyDocument) other = import_epub (without);

  assert_text (document, "a");
  assert_text (other, "a");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/epub/words", test_words);
  g_test_add_func ("/epub/initials", test_initials);
  g_test_add_func ("/epub/replaced-words", test_replaced_words);
  g_test_add_func ("/epub/spine", test_spine);
  g_test_add_func ("/epub/not-linear", test_not_linear);
  g_test_add_func ("/epub/guides", test_guides);
  g_test_add_func ("/epub/guide-of-version-2", test_guide_of_version_2);
  g_test_add_func ("/epub/title-in-guide", test_title_in_guide);
  g_test_add_func ("/epub/links", test_links);
  g_test_add_func ("/epub/encodings", test_encodings);
  g_test_add_func ("/epub/metadata-2", test_metadata_2);
  g_test_add_func ("/epub/metadata-3", test_metadata_3);
  g_test_add_func ("/epub/notes", test_notes);
  g_test_add_func ("/epub/half-notes", test_half_notes);
  g_test_add_func ("/epub/odd-notes", test_odd_notes);
  g_test_add_func ("/epub/notes-apart", test_notes_apart);
  g_test_add_func ("/epub/pairs", test_pairs);
  g_test_add_func ("/epub/pairs-beside-marks", test_pairs_beside_marks);
  g_test_add_func ("/epub/no-pairs", test_no_pairs);
  g_test_add_func ("/epub/pair-in-pair", test_pair_in_pair);
  g_test_add_func ("/epub/recognised", test_recognised);

  return g_test_run ();
}
