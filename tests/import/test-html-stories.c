/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-testing.h"

/* Pages of which other stories, or names that say too much, are the larger part; and what stands in
 * and below an article in many languages. A paragraph of the article begins with "In", one of all
 * else with "Out". */

#define ITEM                                                                                       \
  "<div class=item><a href=/1><img></a><div><b><a href=/1>Outer islands want a bridge</a></b>"     \
  "<br>Out of money, said the mayor on a day on which it rained, and nobody was surprised by "     \
  "that. Out at sea it rained, too, though there are no people.</div></div>"
#define ITEMS ITEM ITEM ITEM ITEM ITEM ITEM ITEM ITEM ITEM ITEM
#define IN_4 IN IN_MORE IN IN_MORE

/* A list may say more than the article beside it, and no heading marks its teasers. */
static void
test_list_without_headings (void)
{
  assert_html_article (PAGE ("<div id=left><div class=box><div>Seven to Two for the Bridge</div>"
                             "<div>" IN IN_MORE IN "</div></div></div><div id=right>" ITEMS
                             "</div>"),
                       3);
  /* One with an introduction is the article. */
  assert_html_article (
      PAGE ("<main>" TITLE
            "<p>In short, these are the seven bridges that everybody here should have crossed "
            "once, before they are closed.</p><div><div><a href=/1>At the first, two rivers "
            "meet</a><p>In summer it is the coolest place of all, and in winter it is the "
            "warmest, they say.</p></div><div><a href=/2>At the second, two roads meet</a><p>In "
            "summer nobody is there, and in winter everybody is, they say, for no reason at "
            "all.</p></div><div><a href=/3>At the third, two trains meet</a><p>In summer they "
            "stop there, and in winter they do not, they say, since it is too cold for that."
            "</p></div></div></main>"),
      4);
}

/* The next story begins like this one, and is longer. */
static void
test_story_that_begins_alike (void)
{
  assert_html_article (PAGE ("<div><div class=b><div class=t>Seven to Two for the Bridge</div>"
                             "<div>" IN IN_MORE IN "</div></div><div class=b><div class=t>Out at "
                             "sea</div><div>" OUT_16 "</div></div></div>"),
                       3);
  assert_html_article (PAGE ("<div><section><h2 class=t>Seven to Two for the Bridge</h2>" IN IN_MORE
                             "</section><section><h2 class=sub>In June</h2>" IN IN_MORE IN IN_MORE
                             "</section></div>"),
                       7);
  /* A title above one sentence is the first of several headings. */
  assert_html_article (PAGE ("<div><section><h2 class=t>Seven to Two for the Bridge</h2>" IN
                             "</section><section><h2 class=t>In June</h2>" IN IN_MORE
                             "</section><section><h2 class=t>In July</h2>" IN "</section></div>"),
                       6);
  /* Several that come next weigh more together. */
  assert_html_article (
      PAGE (
          "<div><div class=p><h2 class=t><a href=/0>Seven to Two for the Bridge</a></h2>" IN IN_MORE
              IN "</div><div class=p><h2 class=t><a href=/1>Out at sea</a></h2>" OUT OUT
          "</div><div class=p><h2 class=t><a href=/2>Out at sea</a></h2>" OUT OUT "</div></div>"),
      3);
}

/* A page whose article is in what is called an aside, all of it. */
static void
test_names_that_leave_nothing (void)
{
  assert_html_article (PAGE ("<div>" TITLE
                             "<div class=gallery-list><div class=gallery-item><img>" IN
                             "</div><div class=gallery-item><img>" IN_MORE "</div><div "
                             "class=gallery-item><img>" IN "</div></div></div>"),
                       3);
}

static void
test_article_for_readers_without_scripts (void)
{
  assert_html_article (PAGE ("<div id=app></div><noscript>" TITLE IN IN_MORE "</noscript>"), 2);
  assert_html_article (PAGE ("<div>" TITLE IN IN_MORE "</div><noscript>" IN "</noscript>"), 2);
}

/* A box within the text that leads to another article, with a sentence of it. */
static void
test_boxes_with_teasers (void)
{
  assert_html_article (PAGE ("<article>" TITLE IN_4 "<div class=x1><div>Out there, too</div><div>"
                             "<h4><a href=/1>Out at sea</a></h4>" OUT "</div></div>" IN_4
                             "</article>"),
                       8);
  /* A heading that leads to itself is one of the article's. */
  assert_html_article (PAGE ("<article>" TITLE IN_4 "<div class=x1><h4><a href='#june'>In "
                             "June</a></h4>" IN "</div>" IN_4 "</article>"),
                       10);
}

/* What is called the text of a teaser is none of a list. */
static void
test_teaser_above_article (void)
{
  assert_html_article (PAGE ("<div class=news>" TITLE "<div class=teaser-text><p>In short, the "
                             "bridge will be built.</p></div><div class=news-text>" IN_4
                             "</div></div>"),
                       5);
}

static void
test_lines_in_many_languages (void)
{
  static const char *const lines[] = {
    "<div><span>Διαβάστε επίσης</span> <a href=/1>Out at sea, where there are no bridges</a>"
    "</div>",
    "<p>Te puede interesar: <a href=/1>Out at sea, where there are no bridges</a></p>",
    "<p>Xem thêm: <a href=/1>Out at sea, where there are no bridges</a></p>",
    "<p>Baca juga: <a href=/1>Out at sea, where there are no bridges</a></p>",
    "<p>The views expressed in this article are those of the author, who stood Out there, and "
    "do not necessarily reflect those of the paper.</p>",
    "<p>© Out 2019. Tous droits réservés.</p>",
    "<p>Out © 2019 무단전재 및 재배포 금지</p>",
    "<section><p>Il vous reste 62.4% de cet article à lire. Out. La suite est réservée aux "
    "abonnés.</p><a href=/1>S’abonner</a></section>",
    "<p><a href=/1>Sign up for our morning briefing</a> and get Out of bed at six.</p>",
    "<div>[ <a href=/1>Printer-friendly version</a> | <a href=/2>E-mail this to a friend</a> ]"
    "</div>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *page = g_strconcat (PAGE ("<article>" TITLE "<div>") IN_4, lines[i],
                                           IN_4 "</div></article>", NULL);

      g_test_message ("%s", lines[i]);
      assert_html_article (page, 8);
    }
}

/* Such a line may be parted from the article by nothing but an empty line. */
static void
test_lines_after_breaks (void)
{
  assert_html_article (
      PAGE ("<div>" TITLE "<div>In the morning the council met, and it voted for "
            "the plan, seven members to two, as hoped.<br><br>In the end nobody was "
            "surprised by that, said the mayor, who was there.<br><br>[ⓒ Out, "
            "무단전재 및 재배포 금지]</div></div>"),
      2);
}

/* Notices in other languages are told by their buttons, comments by their heading. */
static void
test_notice_and_comments (void)
{
  assert_html_article (
      PAGE ("<div><p>Outside: pliki cookie i dane osobowe przetwarzamy, jak "
            "zawsze, w celach, które są nam znane, i nie tylko w nich.</p><p>Out "
            "there, too: cookie, cookie, cookie, and nobody knows what for, in the "
            "end, or why, or when.</p><button>Przejdź do serwisu</button></div>"
            "<article>" TITLE IN IN_MORE IN "</article>"),
      3);
  assert_html_article (
      PAGE ("<div>" TITLE IN_4 "<div class=f><h3>Diskutieren Sie mit</h3>" OUT_4 "</div></div>"),
      4);
  assert_html_article (PAGE ("<div class=obit>" TITLE IN_4 "<div class=guestbook><h3>Outer guests"
                             "</h3>" OUT_4 "</div></div>"),
                       4);
}

/* What is not read out may well be shown. */
static void
test_caption_that_is_not_read_out (void)
{
  assert_html_article (
      PAGE ("<article>" TITLE IN_4 "<figure><img alt=bridge>"
            "<figcaption aria-hidden=true>In short, the bridge</figcaption></figure>" IN_4
            "<div aria-hidden=true>Out there</div></article>"),
      9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-stories/list-without-headings", test_list_without_headings);
  g_test_add_func ("/html-stories/story-that-begins-alike", test_story_that_begins_alike);
  g_test_add_func ("/html-stories/names-that-leave-nothing", test_names_that_leave_nothing);
  g_test_add_func ("/html-stories/article-for-readers-without-scripts",
                   test_article_for_readers_without_scripts);
  g_test_add_func ("/html-stories/boxes-with-teasers", test_boxes_with_teasers);
  g_test_add_func ("/html-stories/teaser-above-article", test_teaser_above_article);
  g_test_add_func ("/html-stories/lines-in-many-languages", test_lines_in_many_languages);
  g_test_add_func ("/html-stories/lines-after-breaks", test_lines_after_breaks);
  g_test_add_func ("/html-stories/notice-and-comments", test_notice_and_comments);
  g_test_add_func ("/html-stories/caption-that-is-not-read-out", test_caption_that_is_not_read_out);

  return g_test_run ();
}
