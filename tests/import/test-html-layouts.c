/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-testing.h"

/* Pages as publishers lay them out. A paragraph of the article begins with "In", one of all else
 * with "Out". */

#define LINE                                                                                       \
  "<div><a href=/1>Outer islands want a bridge</a><p>Out of money, says the mayor.</p></div>"
#define REST                                                                                       \
  "<p>In July it was decided, by nearly all who were asked, that there would be a bridge at that " \
  "place.</p><p>In August it was decided again, by nearly all who had been asked in July and had " \
  "not left.</p><p>In fall the work began, and it went on, with few breaks, until the river was "  \
  "frozen from shore to shore.</p>"

/* What is laid over a page may be longer than the article. */
static void
test_notices (void)
{
  assert_html_article (PAGE ("<div class=cookie-banner><h2>Out of respect</h2>" OUT_16
                             "</div><article>" TITLE "<div class=text>" IN IN_MORE
                             "</div></article>"),
                       2);
  assert_html_article (PAGE ("<article>" TITLE "<div class=c1>" IN IN_MORE "</div></article>"
                             "<div class=q1 role=dialog aria-modal=true>" OUT_16 "</div>"),
                       2);
  assert_html_article (PAGE ("<main>" TITLE IN IN_MORE
                             "</main><div id=acme-consent-sdk><div>" OUT_16 "</div></div>"),
                       2);
}

/* Teasers, however many there are, are not where the article is. */
static void
test_short_article_among_teasers (void)
{
  assert_html_article (PAGE ("<div class=columns><div class=a1>" TITLE "<div>" IN "</div></div>"
                             "<div class=a2>" CARDS "</div></div>"),
                       1);
  assert_html_article (PAGE ("<div>" TITLE "<div class=description>" IN "</div></div><div "
                             "class=playlist>" CARDS CARDS "</div>"),
                       1);
  assert_html_article (PAGE ("<div class=wrap><div class=post>" TITLE IN IN_MORE IN "</div><div "
                             "class=grid>" CARDS CARDS "</div></div>"),
                       3);
}

/* The next story begins where the first ends, and may be the longer one. */
static void
test_stories_below (void)
{
  assert_html_article (PAGE ("<div><article>" TITLE IN IN_MORE
                             "</article><article><h1>Out</h1>" OUT_16 "</article></div>"),
                       2);
  assert_html_article (
      PAGE ("<div><div class=story><header>" TITLE "</header><div class=b>" IN IN_MORE IN
            "</div></div><div class=story><header><h1>Out</h1></header><div class=b>" OUT_4
            "</div></div><div class=story><header><h1>Out</h1></header>"
            "<div class=b>" OUT_4 "</div></div></div>"),
      3);
}

/* The title may stand in a head of its own, with more than a line. */
static void
test_head_beside_article (void)
{
  assert_html_article (PAGE ("<div><div class=hero>" TITLE IN IN_MORE
                             "</div><article>" IN IN_MORE IN IN_MORE IN IN_MORE
                             "</article></div><footer>" OUT "</footer>"),
                       8);
}

static void
test_comments_longer_than_article (void)
{
  assert_html_article (
      PAGE ("<div class=x1><div class=x2>" TITLE IN IN_MORE IN IN_MORE "</div><div "
            "class=x3><h3>Join the discussion (16)</h3><ul><li>" OUT_16 "</ul></div>"
            "</div>"),
      4);
  assert_html_article (PAGE ("<div class=x1><div class=x2>" TITLE IN IN_MORE IN IN_MORE
                             "</div><div "
                             "class=x3><h3>34 comments</h3><div>" OUT_16 "</div></div></div>"),
                       4);
}

/* The classes of an article name what it is about, and how it is sold. */
static void
test_names_of_topics (void)
{
  assert_html_article (PAGE ("<body class='single category-social'><article class='post tag-cookie "
                             "category-newsletter'>" TITLE IN IN_MORE "</article>"),
                       2);
  assert_html_article (
      PAGE ("<div class=has-share><div class='post social modal'>" TITLE IN
            "<p class=paywall>In June it was thought, by nearly all who were asked, that "
            "there would never be a bridge at that place.</p>"
            "<div class=paywall>" IN IN_MORE IN "</div></div></div>"),
      5);
}

/* What only subscribers see is the article, and a way to elsewhere is called so in two words. */
static void
test_names_in_two_words (void)
{
  assert_html_article (
      PAGE ("<div class=asset>" TITLE "<div class=entry-meta>Out on Monday</div><div "
            "class='asset-content subscriber-premium'><div class=subscriber-preview>" IN
            "</div><div class=subscriber-preview>" IN_MORE "</div><div "
            "class=more-stories>" OUT "</div><div class=subscriber-only>" IN "</div>"
            "<div class=subscriber-only>" IN_MORE "</div></div></div>"),
      4);
}

/* A list of what is read most may have the article in it, before the article itself. */
static void
test_own_teaser_before_article (void)
{
  assert_html_article (
      PAGE ("<div class=popular><h3><a href=/0>Seven to Two for the Bridge</a></h3><h3>"
            "<a href=/1>Out at sea</a></h3></div><div class=x><h2>Seven to Two for the "
            "Bridge</h2><div>5 min read</div>" IN IN_MORE IN "</div>"),
      3);
}

/* An article in two parts, with what stands between them. */
static void
test_parts (void)
{
  assert_html_article (
      PAGE ("<div class=x><header>" TITLE "</header><div><div class=part1>" IN IN_MORE
            "</div><blockquote>In short: no.</blockquote><div class=ad-slot>Out</div>"
            "<h2>In June</h2><div class=part2>" IN "</div></div></div>"),
      5);
}

/* Hardly an article, and many teasers within it and below, and many comments. */
static void
test_little_among_much (void)
{
  assert_html_article (PAGE ("<article>" TITLE "<div class=c1><div class=c2>" IN
                             "</div><div class=c3>" CARD CARD CARD "</div><div class=c2>" IN_MORE
                             "</div></div></article><div "
                             "class=c4><h2>Most read</h2>" CARDS
                             "</div><section><h2>Comments</h2><ul>"
                             "<li>" OUT_16 "</ul></section>"),
                       2);
}

/* Elements that an application defines are not alike because HTML does not know them. */
static void
test_elements_of_an_application (void)
{
  assert_html_article (PAGE ("<app-root><app-story><app-title>" TITLE
                             "</app-title><app-text>" IN IN_MORE IN "</app-text><app-more>" CARDS
                             "</app-more></app-story></app-root>"),
                       3);
}

/* An article within the article is a teaser, if its heading leads away. */
static void
test_teaser_within_article (void)
{
  assert_html_article (PAGE ("<article>" TITLE IN IN_MORE
                             "<article class=c><h3><a href=/1>Out at sea</a>"
                             "</h3>" OUT "</article>" IN IN_MORE IN "</article>"),
                       5);
}

/* What an article says in short stands above it, and belongs to it. */
static void
test_points_above_article (void)
{
  assert_html_article (
      PAGE ("<article>" TITLE "<div class=box><h4>In short</h4><ul><li>In June nothing "
            "was done<li>In July the council met</ul></div><ul><li>Out<li>X</ul><div "
            "class=text>" IN IN_MORE IN "</div></article>"),
      6);
}

/* Who wrote the article, below it, begins with the name. */
static void
test_author_below_article (void)
{
  assert_html_article (
      PAGE ("<meta name=author content='Ines Doe'><article>" TITLE IN IN_MORE IN IN_MORE
            "<p><em>Ines Doe is a reporter for the Outlook and has written of bridges "
            "for it since the day on which she left school.</em></p></article>"),
      4);
  /* Not so who is spoken of. */
  assert_html_article (
      PAGE ("<article>" TITLE IN IN_MORE IN IN_MORE "<p>Ines Doe is the mayor. In the "
            "council she has had her seat since the day on which it was founded, in "
            "1998.</p></article><footer>" OUT "</footer>"),
      5);
}

static void
test_elements_named_by_an_application (void)
{
  assert_html_article (PAGE ("<amp-consent>" OUT_4 "</amp-consent><article>" TITLE IN
                             "<amp-ad>Out</amp-ad>" IN_MORE "<amp-list><h4>Related</h4><ul><li>"
                             "<a href=/1>Out</a></ul></amp-list></article>"),
                       2);
}

/* Lines that lead to another article, or ask for something. */
static void
test_lines_between_paragraphs (void)
{
  static const char *const lines[] = {
    "<p><strong>READ MORE: <a href=/1>Outer islands want a bridge, too</a></strong></p>",
    "<p>Lire aussi <a href=/1>Out of the harbour, the first ship</a></p>",
    "<div class=c1><span>Lesen Sie auch</span> <a href=/1>Outer islands want a bridge</a></div>",
    "<p>Follow the <i>Outlook</i> on <a href=/f>Facebook</a> and <a href=/t>Twitter</a></p>",
    "<div class=c1><h3>Get the Outlook in your inbox</h3><p>All of "
    "it.</p><button>Go</button></div>",
    "<p>Download the Outlook app <a href=/a>here</a>.</p>",
    "<p>责任编辑：Out</p>",
    "<div>Topics: <a href=/1>Out</a> <a href=/2>of the</a> <a href=/3>harbour</a></div>",
    "<p>Suscríbete a la newsletter de Out <a href=/n>aquí</a></p>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *page =
          g_strconcat (PAGE (TITLE "<div class=text>") IN IN_MORE, lines[i], IN "</div>", NULL);

      assert_html_article (page, 3);
    }
}

/* Where an article is sold, its beginning is followed by an offer of nearly the same length. */
static void
test_offer_after_beginning (void)
{
  assert_html_article (
      PAGE ("<article>" TITLE "<div class=text>" IN IN_MORE "</div><div class=paywall>"
            "<h2>Subscribe to continue reading</h2>" OUT "<ul><li>Outlook on any device"
            "<li>Out whenever you like</ul><a href=/s>See offers</a></div></article>"),
      2);
}

/* Sentences that begin with the same words are none of these, nor is the name of a source. */
static void
test_lines_that_only_look_so (void)
{
  assert_html_article (
      PAGE (TITLE "<div>" IN "<p>Follow the money, In short: <a href=/1>Facebook</a> and "
                  "<a href=/2>Twitter</a> paid for the bridge, and the council knew it from "
                  "the very first day, as minutes of its meetings show that were read out in "
                  "the court.</p><p>Source: <a href=/3>In the minutes of the council</a></p>"
                  "<p>In more detail: see <a href=/4>the plan</a></p>" IN_MORE "</div>"),
      5);
}

/* What only screen readers say is not there for the eye. */
static void
test_words_for_screen_readers (void)
{
  assert_html_article (
      PAGE (TITLE "<div>" IN "<figure><figcaption><span class=off-screen>Out</span> In "
                  "winter</figcaption></figure><p><span class='sr-only'>Out</span> In June, "
                  "<b class=visually-hidden>Out</b> nothing was done.</p>" IN_MORE "</div>"),
      4);
}

/* What is called an article around the title is searched first, however short it is. */
static void
test_short_article_by_its_element (void)
{
  assert_html_article (
      PAGE ("<main>" TITLE
            "<div><p>In May the council met, and voted seven to two.</p></div></main><div>"
            "<h2>Out of town</h2>" OUT_4 "</div>"),
      1);
  /* It may hold no more than the head, */
  assert_html_article (
      PAGE ("<article>" TITLE "</article><div>" IN IN_MORE IN "</div><footer>Out</footer>"), 3);
  /* and teasers that are no headings weigh little. */
  assert_html_article (PAGE ("<div><div class=a1>" TITLE IN
                             "</div><div class=a2>" LINE LINE LINE LINE LINE LINE "</div></div>"),
                       1);
}

/* Columns of one class are no sections of one text, if the title is in the second. */
static void
test_column_before_title (void)
{
  assert_html_article (
      PAGE ("<div><div class=column><p>Outer islands are mostly empty, say those who "
            "have been there, and want to stay so.</p>" OUT "</div><div class=column>"
            "<div>" TITLE IN IN_MORE IN "</div></div></div>"),
      3);
  /* Those that come after it are. */
  assert_html_article (PAGE ("<div><div class=column>" TITLE IN IN_MORE
                             "</div><div class=column>" IN "</div></div><nav>Out</nav>"),
                       3);
}

/* The rest of an article may be hidden until somebody pays, or asks for it. */
static void
test_hidden_rest (void)
{
  assert_html_article (PAGE ("<article>" TITLE "<div class=text>" IN
                             "<div style='display:none'>" REST "</div></div></article>"),
                       4);
  assert_html_article (PAGE ("<article>" TITLE "<div>" IN "</div><button>Read more</button><div "
                             "hidden>" REST "</div></article>"),
                       4);
  /* What is hidden beside an article is not, unless something there unfolds it. */
  assert_html_article (
      PAGE ("<article>" TITLE "<div>" IN IN_MORE "</div><div hidden>" OUT_4 "</div></article>"), 2);
}

/* Words that are put at places of their own are those of a drawing. */
static void
test_drawings (void)
{
  assert_html_article (
      PAGE ("<article>" TITLE IN
            "<div class=d><div style='top:4.4%;margin-top:-9px;left:0.1%'><p>Out"
            "put</p></div><div style='bottom: 9%; right: 20%'>Out 100</div></div>" IN_MORE
            "<p style='top:1%;left:0'>In places of their own are paragraphs, too, on pages that a "
            "machine has made of print.</p><p style='left:10%'>In short</p></article>"),
      4);
}

/* A cell of a table that only places things may hold the article. */
static void
test_cell (void)
{
  assert_html_article (PAGE ("<table><tr><td>Out of print<br>Out of stock<td>" TITLE IN IN_MORE IN
                             "<td>Outlook, 555-1234</table>"),
                       3);
  /* A table of data is one block a row. */
  assert_html_article (PAGE ("<article>" TITLE "<table><tr><th>In May<th>In June<tr><td>" IN
                             "<td>No</table>" IN_MORE "</article><footer>Out</footer>"),
                       4);
}

/* A header with the title and a lead is not all of it, however short the lines are that follow. */
static void
test_header (void)
{
  assert_html_article (
      PAGE ("<article><div class=post><header>" TITLE IN_MORE
            "</header><div class=x><p>In short:</p><p>In May it rained, as ever.</p><p>In June it "
            "did not, for once.</p></div></div></article><footer>" OUT "</footer>"),
      4);
}

/* The box with teasers may stand in one with paragraphs of the article. */
static void
test_teasers_beside_paragraphs (void)
{
  assert_html_article (
      PAGE ("<article>" TITLE "<div><div>" IN IN_MORE
            "</div><div><h3>Out now</h3><ul><li><h4><a href=/1>Out at sea</a></h4><li><h4>"
            "<a href=/2>Outer islands</a></h4><li><h4><a href=/3>Out of order</a></h4></ul></div>"
            "</div><div><div>" IN IN_MORE IN IN_MORE "</div></div></article>"),
      6);
}

/* Old pages part paragraphs by breaks of lines, some before the element that has most of them. */
static void
test_bare_paragraphs (void)
{
  assert_html_article (
      PAGE ("<div>" TITLE "<div class=x>In the morning the council met, and it voted for the plan, "
            "seven members to two, as was hoped.<br><br>In the end nobody was surprised, said the "
            "mayor, who has sat in the council for long.<br><br><div>" IN IN_MORE IN
            "</div></div></div><footer>" OUT "</footer>"),
      5);
}

/* What holds the title with some paragraphs is not left for what has more, though it has links. */
static void
test_beginning_with_links (void)
{
  assert_html_article (
      PAGE (
          "<main><div class=a>" TITLE IN IN_MORE IN
          "<ul><li><a href=/1>Out of the harbour, and what is found there</a><li><a href=/2>Outer "
          "islands want a bridge, too, and a road</a><li><a href=/3>Out at sea, where it is cool "
          "in summer</a></ul></div><div class=b>" IN IN_MORE IN IN_MORE IN IN_MORE "</div></main>"),
      9);
}

/* Paragraphs outside of what holds the title with the text are none of the article, whatever they
 * are called. */
static void
test_paragraphs_below (void)
{
  assert_html_article (PAGE ("<div class=page><div class=story>" TITLE
                             "<div class=text>" IN IN_MORE IN IN_MORE IN
                             "</div></div></div><div class=bottom>" OUT OUT "</div>"),
                       5);
  assert_html_article (PAGE ("<div id=page><div class=story>" TITLE IN IN_MORE IN IN_MORE IN
                             "</div></div><div id=bottom>" OUT OUT "</div>"),
                       5);
  assert_html_article (PAGE ("<div id=part1>" TITLE IN IN_MORE IN IN_MORE IN
                             "</div><div id=part2>" IN IN_MORE "</div><footer>" OUT "</footer>"),
                       7);
}

/* What the page states to be the text is that, though it is called something else. */
static void
test_stated_paragraphs (void)
{
  assert_html_article (
      PAGE (
          "<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"In the "
          "morning the council met, and it voted for the plan, seven members to two, as the mayor "
          "had hoped. In the end nobody was surprised, said the mayor, who has sat in the council "
          "since the day on which it was founded. In June nothing was done, as it was far too hot "
          "for anything.\"}</script><article>" TITLE IN IN_MORE
          "<ul class=related><li>In June nothing was done, as it was far too hot for "
          "anything.<li>Out at sea it was cool, and nobody there wanted to come back at "
          "all.</ul></article>"),
      3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-layouts/notices", test_notices);
  g_test_add_func ("/html-layouts/short-article-among-teasers", test_short_article_among_teasers);
  g_test_add_func ("/html-layouts/stories-below", test_stories_below);
  g_test_add_func ("/html-layouts/head-beside-article", test_head_beside_article);
  g_test_add_func ("/html-layouts/comments-longer-than-article", test_comments_longer_than_article);
  g_test_add_func ("/html-layouts/names-of-topics", test_names_of_topics);
  g_test_add_func ("/html-layouts/names-in-two-words", test_names_in_two_words);
  g_test_add_func ("/html-layouts/own-teaser-before-article", test_own_teaser_before_article);
  g_test_add_func ("/html-layouts/parts", test_parts);
  g_test_add_func ("/html-layouts/little-among-much", test_little_among_much);
  g_test_add_func ("/html-layouts/elements-of-an-application", test_elements_of_an_application);
  g_test_add_func ("/html-layouts/teaser-within-article", test_teaser_within_article);
  g_test_add_func ("/html-layouts/points-above-article", test_points_above_article);
  g_test_add_func ("/html-layouts/author-below-article", test_author_below_article);
  g_test_add_func ("/html-layouts/elements-named-by-an-application",
                   test_elements_named_by_an_application);
  g_test_add_func ("/html-layouts/lines-between-paragraphs", test_lines_between_paragraphs);
  g_test_add_func ("/html-layouts/offer-after-beginning", test_offer_after_beginning);
  g_test_add_func ("/html-layouts/lines-that-only-look-so", test_lines_that_only_look_so);
  g_test_add_func ("/html-layouts/words-for-screen-readers", test_words_for_screen_readers);

  g_test_add_func ("/html-layouts/short-article-by-its-element", test_short_article_by_its_element);
  g_test_add_func ("/html-layouts/column-before-title", test_column_before_title);
  g_test_add_func ("/html-layouts/hidden-rest", test_hidden_rest);
  g_test_add_func ("/html-layouts/drawings", test_drawings);
  g_test_add_func ("/html-layouts/cell", test_cell);
  g_test_add_func ("/html-layouts/stated-paragraphs", test_stated_paragraphs);
  g_test_add_func ("/html-layouts/header", test_header);
  g_test_add_func ("/html-layouts/teasers-beside-paragraphs", test_teasers_beside_paragraphs);
  g_test_add_func ("/html-layouts/bare-paragraphs", test_bare_paragraphs);
  g_test_add_func ("/html-layouts/paragraphs-below", test_paragraphs_below);
  g_test_add_func ("/html-layouts/beginning-with-links", test_beginning_with_links);

  return g_test_run ();
}
