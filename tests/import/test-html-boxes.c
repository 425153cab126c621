/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-testing.h"
#include "import-testing.h"

#include <string.h>

/* What stands within an article, or next to it, and wants something of its readers. A paragraph of
 * the article begins with "In", one of all else with "Out". */

#define REPLY(class) "<div class=" class "><b>Outsider</b>" OUT "<a href=#>Reply</a></div>"

/* Puts @between two paragraphs of an article of six. */
static void
assert_between (const char *between, guint n_in)
{
  g_autofree char *page = g_strconcat (PAGE (TITLE "<div class=text>") IN IN_MORE IN, between,
                                       IN_MORE IN IN_MORE "</div>", NULL);

  assert_html_article (page, 6 + n_in);
}

/* Buttons, and lines that are as short, tell what a box is for. */
static void
test_boxes (void)
{
  static const char *const boxes[] = {
    "<div class=k1><div>Outlook Daily</div><div>Out each morning, all of it.</div><a href=/n>Sign "
    "up "
    "here</a></div>",
    "<div class=k1><h3>Out of our own pockets</h3>" OUT "<a href=/d>Donate today</a></div>",
    "<section><p>Out of free articles for this month?</p><button>Subscribe now</button></section>",
    "<div class=k1><p>Outlook ohne Werbung</p><span>Jetzt abonnieren</span></div>",
    "<p>Support local outlooks. <a href=/1>Subscribe to Outlook</a> today.</p>",
    "<p>Catch all the <a href=/1>news</a> from Outlook. Download the app now.</p>",
    "<p>Do you have a news tip? Email us at out@post.example, Outside desk.</p>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    assert_between (boxes[i], 0);
}

/* A sentence that asks for the same, or has such a link in it, is no box, nor is what has as much
 * to say as the article. */
static void
test_boxes_that_only_look_so (void)
{
  assert_between ("<p>In May readers were told to <a href=/1>subscribe</a> to the minutes.</p>", 1);
  assert_between (
      "<div><p>In the square stood a sign, and on it one word, twice the size of a man, "
      "as everybody could see.</p><p>In the end it fell.</p></div>",
      2);
  assert_html_article (PAGE (TITLE "<div><div>" IN IN_MORE IN "<p><a href=/1>Join</a></p></div>" IN
                                   "</div><nav>Out</nav>"),
                       4);
}

/* Whether the text of a page has a line. */
static gboolean
is_kept (const char *line)
{
  g_autofree char *page = g_strconcat (PAGE (TITLE "<div class=text>") IN IN_MORE "<p>", line,
                                       "</p>" IN "</div>", NULL);
  g_autoptr (GalleyDocument) document = import_string (page, NULL);

  return strstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL), line) != NULL;
}

static void
test_advertisements (void)
{
  g_assert_false (is_kept ("Article continues below this ad"));
  g_assert_false (is_kept ("Advertisement - story continues below"));
  g_assert_false (is_kept ("- ADVERTISEMENT - CONTINUE READING BELOW -"));
  g_assert_false (is_kept ("Anzeige"));
  g_assert_true (is_kept ("The story of an advertisement continues"));
  g_assert_true (is_kept ("The story continues"));
}

/* A headline that leads elsewhere has no full stop; a sentence that is all link is the article's.
 */
static void
test_linked_lines (void)
{
  assert_between (
      "<p><a href=/1>Outer islands want a bridge, too, and have wanted it for as long as "
      "anybody there remembers</a></p>",
      0);
  assert_between (
      "<p><a href=/1>In June nothing was done, though some had hoped for that, as it was "
      "far too hot for anything of the kind.</a></p>",
      1);
}

/* What an article is filed under, and where its other pages are, is said in links. */
static void
test_lines_of_links (void)
{
  assert_between ("<p>Posted in <a href=/1>Out</a>, <a href=/2>Outlook</a>, <a href=/3>Outer "
                  "islands</a></p>",
                  0);
  assert_between ("<div>Page <b>1</b> of 2 <a href=/2>2</a> <a href=/2>Next</a></div>", 0);
  assert_between ("<p>In topics: <a href=/1>bridges</a>, which <a href=/2>fall</a>.</p>", 1);
  assert_between ("<p>In all pages of it, <a href=/1>next</a> of kin are named.</p>", 1);
}

/* Those who own what an article is made of may be many, each with their rights. */
static void
test_many_owners (void)
{
  g_autoptr (GString) owners = g_string_new ("<p>");

  for (guint i = 0; i < 6; i++)
    g_string_append (owners,
                     "Outlook Index Services, by whom and from whom the numbers of each day "
                     "come, are the owners of them. All rights reserved. ");
  assert_between (owners->str, 0);
  assert_between ("<p>In the hall, on the day of the vote, all of the members are seen, and the "
                  "mayor, who reads out what is printed on the last page of each plan of the "
                  "council that was made in the years before, as he always does, to the joy of "
                  "all: All rights reserved. Then they vote, one after the other, and he counts "
                  "the votes aloud, up to the seventh, at which the plan is made, and then, in a "
                  "lower voice, the two that are left.</p>",
                  1);
}

/* Programs that set formulas have names for what they do with them. */
static void
test_formulas (void)
{
  assert_between ("<h3>In numbers</h3><x-box class='CtxtMenu_Attached_0'><svg></svg><x-math><math>"
                  "<mi>In </mi><mo>=</mo><mn>7</mn></math></x-math></x-box>",
                  2);
}

/* A card leads to one place, however often. */
static void
test_card_with_many_links (void)
{
  assert_between ("<div><div><a href=/1><img src=p></a></div><h6><a href=/1>Out at sea</a> <a "
                  "href=/1>Out at sea</a> <a href=/1>Out at sea</a></h6><p>Outside it rained, as "
                  "it does each spring, and the people…<a href=/1>Read more</a></p></div>",
                  0);
}

/* A link that is all of a line, with an arrow. */
static void
test_arrows (void)
{
  assert_between ("<p><a href=/1>Out now »</a></p>", 0);
  assert_between ("<p>In menus: File > <a href=/1>Print ></a></p>", 1);
}

/* Players say what their buttons do; what a film shows is said in its caption. */
static void
test_players (void)
{
  assert_between (
      "<div class=k1><video src=v></video><button>Out</button><div>Out: 0:00</div></div>", 0);
  assert_between (
      "<div class=k1><video src=v></video><div role=button>Out</div><div role=button>Out"
      "</div><div role=button>Out</div><div role=button>Out</div><p>Outside of this "
      "window nothing can be done, unless it is closed before that.</p></div>",
      0);
  assert_between ("<div class=k1><video src=v></video><p>In short: the vote.</p></div>", 1);
  assert_between ("<figure><div><video src=v></video><button>Out</button></div><figcaption>In the "
                  "hall</figcaption></figure>",
                  1);
  assert_between ("<div class=k1><video src=v></video><button>Play</button><p>In the hall, on the "
                  "day of the vote, all of the members are seen, and the mayor.</p></div>",
                  1);
}

/* A line that announces links is none of the article, if they end it, and neither is one that says
 * where it is printed. */
static void
test_last_lines (void)
{
  assert_html_article (PAGE (TITLE "<div class=text>" IN IN_MORE IN "<p><b>Out and about:</b></p>"
                                   "<ul><li><a href=/1>Out at sea</a><li><a href=/2>Outer islands"
                                   "</a></ul></div>"),
                       3);
  assert_html_article (PAGE (TITLE
                             "<div class=text>" IN IN_MORE
                             "<p>In closing, she said:</p><ul><li>In May it rained.</ul></div>"
                             "<footer>Out</footer>"),
                       4);
  assert_html_article (PAGE (TITLE "<div class=text>" IN IN_MORE "<p>In short:</p></div><footer>Out"
                                   "</footer>"),
                       3);
  assert_html_article (PAGE (TITLE
                             "<div class=text>" IN IN_MORE
                             "<p>A version of this article appears in print on May 2, 2019, "
                             "on Page 7 of the Outlook with the headline: A Bridge.</p></div>"),
                       2);
}

/* The articles before and after this one. */
static void
test_neighbours (void)
{
  assert_between ("<div><div><span>Previous article</span><a href=/1>Out at sea, where nobody is"
                  "</a></div><div>Next: <a href=/2>Outer islands want a bridge</a></div></div>",
                  0);
  assert_between ("<p>In the next <a href=/1>article of the constitution</a></p>", 1);
}

/* How to pass it on, in words without links or buttons; one alone says nothing. */
static void
test_words_for_sharing (void)
{
  static const char *const lines[] = {
    "<ul><li>Share</li><li>Tweet</li><li>Email</li><li>Print</li></ul>",
    "<div><span>12</span><span>Shares</span><span>Share</span><span>Tweet</span></div>",
    "<p>Your browser does not support the video tag.</p>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *page =
          g_strconcat (PAGE (TITLE "<div class=text>") IN IN_MORE, lines[i], IN "</div>", NULL);
      g_autoptr (GalleyDocument) document = import_string (page, NULL);
      guint n_blocks;

      galley_document_get_blocks (document, &n_blocks);
      g_assert_cmpuint (n_blocks, ==, 4);
    }
  g_assert_true (is_kept ("Share of the vote: 12"));
  g_assert_true (is_kept ("Email and print"));
}

static void
test_labels_above_links (void)
{
  assert_between ("<div><h4>Sponsored content</h4><div><a href=/1>Out at sea with one weird trick"
                  "</a> <span>Outlook</span></div></div>",
                  0);
  assert_between ("<p><strong>More from the Outlook:</strong></p><p><a href=/1>Out at sea</a></p>"
                  "<p><a href=/2>Outer islands</a></p>",
                  0);
  assert_between ("<div>Related</div><div><a href=/1>Out at sea</a></div>", 0);
  /* There has to be a link below, */
  assert_between ("<p>More from the mayor:</p><p>In short: no.</p>", 1);
  /* and what leads to sources says something else. */
  assert_between ("<p>The minutes:</p><p>In full <a href=/1>here</a></p>", 1);
}

/* Paragraphs that nothing but empty lines part. */
static void
test_lines_between_breaks (void)
{
  assert_html_article (
      PAGE ("<div><h1>Seven to Two for the Bridge</h1><div>In the morning the council met, and it "
            "voted for the plan, seven members to two.<br><br>Video: <a href=/1>Out in the "
            "street, the vote</a><br><br>In the end nobody was surprised, said the mayor, who has "
            "sat there since 1998.<br><br><a href=/2>Outer islands want a bridge, too</a><br><br>"
            "In June nothing was done, <a href=/3>though some had hoped for that</a>, as it was "
            "too hot.</div></div>"),
      3);
}

/* Words in no element of their own, between those that are. */
static void
test_loose_words (void)
{
  assert_between ("<a href=/1>Outer islands want a bridge, too</a>", 0);
  assert_between ("Read also: <a href=/1>Outer islands want a bridge, too</a>", 0);
  assert_between ("In June nothing was done, <a href=/1>though some had hoped for that</a>, as it "
                  "was too hot.",
                  1);
}

/* A picture and a line that lead to the same other place. */
static void
test_cards (void)
{
  assert_between ("<div class=k><a href=/1><img src=1.jpg></a><div><a href=/1>Out at sea</a>" OUT
                  "</div></div>",
                  0);
  /* A picture that leads to itself in full, with words of its own, */
  assert_between (
      "<div class=k><a href=/1.jpg><img src=1.jpg></a><p>In winter, seen <a href=/2>from "
      "the pier</a>.</p></div>",
      1);
}

/* and a page that is made of such. */
static void
test_cards_of_an_article (void)
{
#define ITEM "<div><a href=/1><img src=1.jpg></a><h4><a href=/1>In the harbour</a></h4>" IN "</div>"
  assert_html_article (PAGE ("<article>" TITLE IN ITEM ITEM ITEM ITEM ITEM "</article>"), 11);
#undef ITEM
}

/* What readers wrote can be answered, whatever it is called. */
static void
test_talk (void)
{
  assert_html_article (PAGE ("<div class=a>" TITLE "</div><div class=b><section>" IN IN_MORE IN
                             "</section><section><h2>Out loud</h2>" REPLY ("x1") REPLY ("x2")
                                 REPLY ("x3") REPLY ("x4") "</section></div>"),
                       3);
  assert_html_article (PAGE ("<article>" TITLE "<div>" IN "</div>" REPLY ("x1") REPLY ("x2")
                                 REPLY ("x3") REPLY ("x4") "</article>"),
                       1);
  /* An article about letters, with one that can be answered. */
  assert_html_article (PAGE ("<article>" TITLE IN IN_MORE IN "<div>" IN_MORE
                             "<a href=#>Reply</a></div></article>") "<nav>Out</nav>",
                       4);
}

#define NOTICE                                                                                     \
  "<p>Out of respect for you: we and our partners store cookies on your device, to know what you " \
  "have read.</p><p>Outlook News says more of it in its privacy policy, which you may read at "    \
  "any "                                                                                           \
  "time, and of what you can do.</p>"

/* What a page does with data is said in words that are known, and a button says yes. */
static void
test_notices_without_names (void)
{
  assert_html_article (PAGE ("<div class=q1><div>" NOTICE "<a class=b>Got it!</a></div></div><div "
                             "class=w><div>" TITLE IN "</div></div>"),
                       1);
  assert_html_article (PAGE ("<div class=a>" TITLE "</div><div class=b><div>" IN IN_MORE "</div>"
                             "<div>" NOTICE "<button>Alle akzeptieren</button></div></div>"),
                       2);
  /* An article about that has it, too. */
  assert_html_article (PAGE ("<div class=a>" TITLE
                             "</div><div class=b><p>In May the court ruled that "
                             "cookies need consent, which many pages had never asked for.</p>" IN
                             "<button>OK</button></div>"
                             "<nav>Out</nav>"),
                       2);
}

static void
test_rights (void)
{
  assert_between ("<p>Outlook News, 2019. All rights reserved. This material may not be published, "
                  "broadcast, rewritten or redistributed without being asked for, and anyone who "
                  "does so will hear of it.</p>",
                  0);
  assert_between ("<p>In the end all rights were reserved to the mayor.</p>", 1);
}

/* Paragraphs in which a publication speaks of itself, with the means to give. */
static void
test_appeals (void)
{
  assert_between ("<div class=k1><h2>Out of thanks ...</h2><p>... we ask for something: Outlook is "
                  "read by more people than ever before, and we keep our reporting open for all of "
                  "them.</p><p>Outlook will go on to write of what matters to us all, from the "
                  "weather to the price of bread, since facts are what people need.</p><p>Outlook "
                  "depends on your support.</p><a href=/1>Support Outlook</a></div>",
                  0);
  assert_between ("<div class=k1><h4>Support local journalism</h4><p>Outlook has members.</p><a "
                  "href=/1>Become a member of Outlook today</a></div>",
                  0);
  assert_between (
      "<section><p>In our own interest: local journalism is what the council spoke of "
      "on that day, seven hours long, and nothing else.</p><p>In the end it spoke of "
      "the weather, and of the price of bread, since that is what people want.</p><p>In "
      "short, nobody was surprised by what they said there on that day, nor was the "
      "mayor.</p><a href=/1>Support for Outlook</a></section>",
      3);
}

/* What says that the rest is for those who pay. */
static void
test_walls (void)
{
  assert_between ("<p>Il vous reste 68.4% de cet article à lire. Out. La suite est réservée aux "
                  "abonnés.</p>",
                  0);
  assert_between ("<p>Thanks for reading Outlook! Subscribe for free to receive new posts.</p>", 0);
  assert_between ("<div class=k1><h3>Continue reading Outlook with a subscription</h3>" OUT
                  "<ul><li>Outlook on all devices</li></ul><a href=/1>See more</a></div>",
                  0);
  assert_between ("<p>This story is In part about subscribers of a newspaper.</p>", 1);
}

/* The labels of a player, and of a film how long it is. */
static void
test_labels_of_films (void)
{
  assert_between ("<div class=el__video><div>Replay</div><div>More Videos ...</div><div>MUST "
                  "WATCH</div><div>Outside the bridge 02:31</div></div>",
                  0);
  assert_between ("<p>In the end she won In 02:31</p>", 2);
}

/* How many blocks the text of a page has that begins with two pictures. */
static guint
count_blocks (const char *pictures)
{
  g_autofree char *page =
      g_strconcat (PAGE (TITLE "<div>"), pictures, IN IN_MORE IN "</div>", NULL);
  g_autoptr (GalleyDocument) document = import_string (page, NULL);
  guint n_blocks;

  galley_document_get_blocks (document, &n_blocks);
  return n_blocks;
}

/* One picture for screens of two sizes, and two pictures that show the same. */
static void
test_copies_of_pictures (void)
{
#define PICTURE "<figure><img><figcaption>In Alder, the bridge</figcaption></figure>"

  g_assert_cmpuint (count_blocks ("<div class=m>" PICTURE "</div><div class=d>" PICTURE "</div>"),
                    ==, 5);
  g_assert_cmpuint (count_blocks (PICTURE PICTURE), ==, 6);
  g_assert_cmpuint (count_blocks ("<ul><li>" PICTURE "<li>" PICTURE "</ul>"), ==, 6);
}

/* Teasers in a cell beside the article's. */
static void
test_cell_of_teasers (void)
{
  assert_html_article (
      PAGE ("<table><tr><td><font size=5>Seven to Two for the Bridge</font>" IN IN_MORE IN IN_MORE
                IN IN_MORE IN "</td><td><b>Outlook</b>"
            "<h3><a href=/1>Out at sea, where there is no bridge</a></h3>" OUT
            "<h3><a href=/2>Out of money</a></h3>" OUT "<h3><a href=/3>Out of time</a></h3>" OUT
            "</td></tr></table>"),
      7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-boxes/boxes", test_boxes);
  g_test_add_func ("/html-boxes/appeals", test_appeals);
  g_test_add_func ("/html-boxes/walls", test_walls);
  g_test_add_func ("/html-boxes/labels-of-films", test_labels_of_films);
  g_test_add_func ("/html-boxes/copies-of-pictures", test_copies_of_pictures);
  g_test_add_func ("/html-boxes/cell-of-teasers", test_cell_of_teasers);
  g_test_add_func ("/html-boxes/boxes-that-only-look-so", test_boxes_that_only_look_so);
  g_test_add_func ("/html-boxes/advertisements", test_advertisements);
  g_test_add_func ("/html-boxes/lines-of-links", test_lines_of_links);
  g_test_add_func ("/html-boxes/labels-above-links", test_labels_above_links);
  g_test_add_func ("/html-boxes/linked-lines", test_linked_lines);
  g_test_add_func ("/html-boxes/many-owners", test_many_owners);
  g_test_add_func ("/html-boxes/formulas", test_formulas);
  g_test_add_func ("/html-boxes/card-with-many-links", test_card_with_many_links);
  g_test_add_func ("/html-boxes/arrows", test_arrows);
  g_test_add_func ("/html-boxes/players", test_players);
  g_test_add_func ("/html-boxes/last-lines", test_last_lines);
  g_test_add_func ("/html-boxes/neighbours", test_neighbours);
  g_test_add_func ("/html-boxes/words-for-sharing", test_words_for_sharing);
  g_test_add_func ("/html-boxes/lines-between-breaks", test_lines_between_breaks);
  g_test_add_func ("/html-boxes/loose-words", test_loose_words);
  g_test_add_func ("/html-boxes/cards", test_cards);
  g_test_add_func ("/html-boxes/cards-of-an-article", test_cards_of_an_article);
  g_test_add_func ("/html-boxes/talk", test_talk);
  g_test_add_func ("/html-boxes/notices-without-names", test_notices_without_names);
  g_test_add_func ("/html-boxes/rights", test_rights);

  return g_test_run ();
}
