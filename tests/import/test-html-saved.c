/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-testing.h"
#include "import-testing.h"

#include <string.h>

/* Pages as programs write them that are no publishers': office programs, wikis, and those that
 * write XML. A paragraph of the article begins with "In", one of all else with "Out". */

#define IN_4 IN IN_MORE IN IN_MORE
#define WORD_ITEM(level, sign, words)                                                              \
  "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level" level                   \
  " lfo1'><![if !supportLists]><span style='mso-list:Ignore'>" sign                                \
  "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>" words

static void
assert_holds (const char *page, const char *words)
{
  g_autoptr (GalleyDocument) document = import_string (page, NULL);
  g_autofree char *blocks = describe_blocks (document);

  g_test_message ("%s", blocks);
  g_assert_nonnull (strstr (blocks, words));
}

/* Word has paragraphs for items, and the sign of each as words that are to be ignored. */
static void
test_lists_of_word (void)
{
  assert_holds ("<html><body lang=EN-GB>" TITLE IN_4 WORD_ITEM ("1", "·", "In Alder")
                    WORD_ITEM ("2", "o", "In Birch") WORD_ITEM ("1", "12)", "In Cedar") IN,
                "list-item 1: In Alder\nlist-item 1: In Birch\nlist-item 1: In Cedar\n");
  /* The number of a heading is a part of it. */
  assert_holds ("<html><body>" TITLE IN_4
                "<h2 style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2. </span>In "
                "June</h2>" IN_4,
                "heading 2: 2. In June\n");
}

static void
test_signs_of_word (void)
{
  g_autoptr (GalleyDocument) document =
      import_string ("<html><body>" TITLE IN_4 WORD_ITEM ("1", "·", "In Alder")
                         WORD_ITEM ("2", "o", "In Birch") WORD_ITEM ("1", "12)", "In Cedar") IN,
                     NULL);
  const char *text = galley_text_peek_utf8 (galley_document_get_text (document), NULL);

  g_assert_nonnull (strstr (text, "\n• In Alder\n  • In Birch\n12) In Cedar\n"));
}

/* An item outside of any list is still one for a browser. */
static void
test_items_without_list (void)
{
  assert_holds (PAGE (TITLE IN_4 "<li>In Alder<li>In Birch"),
                "list-item 1: In Alder\nlist-item 1: In Birch\n");
}

/* Laws have a table around each item, whose number stands in a cell of its own. */
static void
test_items_in_rows (void)
{
  static const char page[] =
      PAGE ("<div>" TITLE IN_4
            "<table><tbody><tr><td><p>(12)</p></td><td><p>In Alder there is no bridge at all.</p>"
            "</td></tr></tbody></table><table><tr><td>(b)</td><td>In Birch there are two bridges."
            "<table><tr><td>—</td><td>In Cedar they were never built.</td></tr></table></td></tr>"
            "</table>" IN);
  g_autoptr (GalleyDocument) document = import_string (page, NULL);
  const char *text = galley_text_peek_utf8 (galley_document_get_text (document), NULL);

  assert_holds (page,
                "list-item 1: In Alder there is no bridge at all.\nlist-item 1: In Birch there "
                "are two bridges.\nlist-item 1: In Cedar they were never built.\n");
  g_assert_nonnull (strstr (text, "\n(12) In Alder"));
  g_assert_nonnull (strstr (text, "\n(b) In Birch"));
  /* Not so data, however they are numbered. */
  assert_holds (PAGE ("<div>" TITLE IN_4
                      "<table><tr><td>1.<td>In Alder there is no bridge.<tr><td>Sum<td>In Birch "
                      "there are two bridges.</table>" IN),
                "table-row 0: 1. | In Alder");
}

/* An empty line parts paragraphs of a text that was only put on the web, and lines of a program. */
static void
test_paragraphs_of_text (void)
{
  assert_holds ("<html><title>Seven to Two</title><body><pre>\nSEVEN TO TWO\n\nIn the morning\nthe "
                "council met.\n \r\nIn the end\n\n  it voted.\n</pre>",
                "paragraph 0: SEVEN TO TWO\nparagraph 0: In the morning⏎the council met.\n"
                "paragraph 0: In the end⏎⏎  it voted.\n");
  assert_holds (PAGE (TITLE IN_4 "<pre><code>a = 1\n\nb = 2</code></pre>"),
                "paragraph 0: a = 1⏎⏎b = 2\n");
}

/* A letter to subscribers says so at its ends. */
static void
test_letters (void)
{
  assert_html_article (
      PAGE ("<table><tr><td>" TITLE "<tr><td>" IN "<tr><td>" IN_MORE "<tr><td>" IN
            "<tr><td>" IN_MORE
            "<tr><td><p>You are receiving this email because you signed up for it. <a "
            "href=y>Out</a></p></table>"),
      4);
}

/* The language may be stated of the body only. */
static void
test_language_of_body (void)
{
  g_autoptr (GalleyDocument) document = import_string ("<html><body lang=en-GB>" TITLE IN_4, NULL);

  g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_LANGUAGE), ==, "en-GB");
}

/* Notes stand at the end, in an element of their own; what tells them is that they lead back. */
static void
test_notes_far_below (void)
{
  assert_html_article (
      PAGE ("<div class=s1>" TITLE IN_4 "<p>In short, no<a href='#n1' name='r1'>[1]</a>.</p>" IN
            "</div><div style='mso-element:footnote-list'><div id=x><p><a href='#r1' name='n1'>[1]"
            "</a> In the book of the harbour.</p></div></div>"),
      7);
  assert_html_article (
      PAGE ("<article>" TITLE IN_4 "<p>In short, no<sup id=r1><a href='#n1'>1</a></sup>.</p>" IN
            "</article><section class=notes><ol><li id=n1>In the book of the harbour. <a "
            "href='#r1'>↩</a></ol></section>"),
      7);
  /* Not so what only one way leads to, or what is hidden. */
  assert_html_article (
      PAGE ("<article>" TITLE IN_4 "<p>In short, no<a href='#n1' id=r1>1</a>.</p>" IN "</article>"
            "<div class=c><p id=n1>Out of the blue. <a href='#top'>Up</a></p></div>"),
      6);
  assert_html_article (
      PAGE ("<article>" TITLE IN_4 "<p>In short, no<a href='#n1' id=r1>1</a>.</p>" IN "</article>"
            "<div hidden><p id=n1>Out of the blue. <a href='#r1'>Back</a></p></div>"),
      6);
}

/* The card of a person or a place is no byline, and who is told of in the first paragraph is not
 * the author. */
static void
test_card_of_subject (void)
{
  static const char page[] =
      PAGE ("<div class=mw>" TITLE "<table class='infobox vcard'><tr><th class=fn colspan=2>Jo "
            "Doe<tr><th>Born<td>1950</table><p>Jo Doe is a member of the council, in which she has "
            "had her seat since 1998.</p><h2>In office</h2>" IN "</div>");
  g_autoptr (GalleyDocument) document = import_string (page, NULL);

  assert_holds (page, "paragraph 0: Jo Doe is a member");
  g_assert_null (galley_document_get_metadata (document, GALLEY_METADATA_BYLINE));
  assert_holds (PAGE ("<meta name=author content='Jo Doe'><article>" TITLE
                      "<p>Jo Doe is a member of the council, in which she has had her seat since "
                      "1998.</p>" IN "</article>"),
                "Jo Doe is a member");
}

/* A way to change what a wiki says is no part of its headings. */
static void
test_edit_links (void)
{
  assert_html_article (
      PAGE ("<div>" TITLE IN_4 "<h2><span>In June</span><span class=e><span>[</span><a "
            "href='/w/index.php?title=X&amp;action=edit'>Out</a><span>]</span></span></h2>" IN_4
            "</div>"),
      9);
  assert_holds (PAGE ("<div>" TITLE IN_4 "<h2>In June [<a href='#n1'>edited</a>]</h2>" IN_4),
                "heading 2: In June [edited]");
}

/* "<style/>" is whole in XML. */
static void
test_xml (void)
{
  static const char head[] = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Seven to "
                             "Two for the Bridge</title>";
  static const char body[] = "<body><p id='nav'><a href='/'>Out</a></p><div><a id='top'/>" TITLE
                             "<p/>" IN_4 "<p><![CDATA[In fish & chips < 5.]]></p><video>Out"
                             "</video></div></body></html>";
  g_autofree char *declared =
      g_strconcat ("<?xml version='1.0'?>\n", head, "<style type='a'/></head>", body, NULL);
  g_autofree char *swallowing = g_strconcat (head, "<script src='a.js'/></head>", body, NULL);
  /* What is not without a fault was never sent as XML. */
  g_autofree char *faulty = g_strconcat ("<?xml version='1.0'?>\n", head,
                                         "</head><body><br><script>if (1<2) x = '<p/>';</script>"
                                         "<div>" TITLE IN_4 "</div></body></html>",
                                         NULL);

  assert_holds (declared, "paragraph 0: In fish & chips < 5.\n");
  assert_holds (swallowing, "paragraph 0: In fish & chips < 5.\n");
  assert_holds (faulty, "paragraph 0: In the end nobody");
}

/* What other pages show is not in the file. */
static void
test_frames (void)
{
  g_autoptr (GalleyDocument) document =
      import_string ("<html><title>Seven to Two</title><frameset cols='20%,80%'><frame "
                     "src=a.html><frame src=b.html></frameset></html>",
                     NULL);

  g_assert_nonnull (strstr (galley_document_get_notices (document)[0], "in frames"));
}

/* What somebody has to ask for is told of, where it is read. */
static void
test_hidden_rest (void)
{
  g_autoptr (GalleyDocument) document =
      import_string (PAGE ("<article>" TITLE "<div>" IN
                           "</div><button>Read more</button><div hidden>" IN_4 "</div></article>"),
                     NULL);
  g_autoptr (GalleyDocument) shown =
      import_string (PAGE ("<article>" TITLE IN "<div hidden>Out.</div>" IN_4 "</article>"), NULL);

  g_assert_nonnull (strstr (galley_document_get_notices (document)[0], "asks or pays"));
  g_assert_null (galley_document_get_notices (shown)[0]);
}

/* How a word is read follows it, between brackets. */
static void
test_readings (void)
{
  g_autoptr (GalleyDocument) document = NULL;

  assert_holds (PAGE (TITLE IN_4 "<p>In 橋<ruby>旋回<rt>せんかい</rt></ruby>.</p>"),
                "paragraph 0: In 橋旋回（せんかい）.\n");
  assert_holds (PAGE (TITLE IN_4 "<p>In <ruby>北京<rt>Běijīng</rt></ruby>.</p>"),
                "paragraph 0: In 北京(Běijīng).\n");
  assert_holds (
      PAGE (TITLE IN_4 "<p>In <ruby>旋回<rp>【<rt>せんかい</rt><rp>】</rp><rt></ruby>.</p>"),
      "paragraph 0: In 旋回【せんかい】.\n");

  document = import_string ("<title>旋回橋、通行止め | 新聞</title><h1><ruby>旋回<rt>せんかい</rt>"
                            "</ruby>橋、通行止め</h1>" IN_4,
                            NULL);
  g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_TITLE), ==,
                   "旋回橋、通行止め");
}

/* Classes of a style sheet that was not saved. */
static void
test_raised_by_name (void)
{
  assert_holds (PAGE (TITLE IN_4 "<p>In 10<span class=sup>6</span> cases.</p>"),
                "paragraph 0: In 10⁶ cases.\n");
  assert_holds (PAGE (TITLE IN_4 "<p>In 10<span class=support>6</span> cases.</p>"),
                "paragraph 0: In 106 cases.\n");
}

/* Pages of the time before style sheets have the menu, the title in large letters and the text in
 * the cells of a table, and the same title bar on each. */
static void
test_title_in_large_letters (void)
{
  g_autoptr (GalleyDocument) document = import_string (
      "<title>Ministry of Bridges - Press</title><table><tr><td><a href=a>Out</a><br><a "
      "href=b>Out</a><td><font size=2>Press release No. 17/2024<br>13 February 2024<br><br><font "
      "size=4><b>Seven to Two for the Bridge</b></font><br><br>In the morning the council met, "
      "and it voted for the plan, seven members to two, as the mayor had hoped.<br><br>In the end "
      "nobody was surprised, said the mayor, who has sat in the council since the day on which it "
      "was founded.<br><br><font size=5>Words in large letters below the text</font></font>"
      "</table>",
      NULL);

  g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_TITLE), ==,
                   "Seven to Two for the Bridge");
  g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_DATE), ==, "2024-02-13");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-saved/lists-of-word", test_lists_of_word);
  g_test_add_func ("/html-saved/signs-of-word", test_signs_of_word);
  g_test_add_func ("/html-saved/items-without-list", test_items_without_list);
  g_test_add_func ("/html-saved/items-in-rows", test_items_in_rows);
  g_test_add_func ("/html-saved/paragraphs-of-text", test_paragraphs_of_text);
  g_test_add_func ("/html-saved/letters", test_letters);
  g_test_add_func ("/html-saved/language-of-body", test_language_of_body);
  g_test_add_func ("/html-saved/notes-far-below", test_notes_far_below);
  g_test_add_func ("/html-saved/card-of-subject", test_card_of_subject);
  g_test_add_func ("/html-saved/edit-links", test_edit_links);
  g_test_add_func ("/html-saved/xml", test_xml);
  g_test_add_func ("/html-saved/frames", test_frames);
  g_test_add_func ("/html-saved/hidden-rest", test_hidden_rest);
  g_test_add_func ("/html-saved/readings", test_readings);
  g_test_add_func ("/html-saved/raised-by-name", test_raised_by_name);
  g_test_add_func ("/html-saved/title-in-large-letters", test_title_in_large_letters);

  return g_test_run ();
}
