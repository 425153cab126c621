/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-testing.h"
#include "import-testing.h"

/* What looks like something that pages set into an article, and is the article's. A sentence that
 * is left out is one that nobody checks. */

#define IN_4 IN IN_MORE IN IN_MORE
#define IN_8 IN_4 IN_4

/* Fails unless @line stays between the paragraphs of an article; it begins with "In". */
static void
assert_kept (const char *line, guint n_in)
{
  g_autofree char *page =
      g_strconcat (PAGE ("<article>" TITLE "<div>") IN_4, line, IN_4 "</div></article>", NULL);

  g_test_message ("%s", line);
  assert_html_article (page, 8 + n_in);
}

/* Sentences with a link that have the words of requests in them. */
static void
test_sentences_like_requests (void)
{
  static const char *const lines[] = {
    "<p>For more than a decade the bulletin’s editor has lived In <a href=/1>Alder</a>.</p>",
    "<p>For the latest trial he came In <a href=/1>a coach</a>.</p>",
    "<p>“Follow the money,” he wrote In 1974 <a href=/1>on Twitter</a>, and nobody did.</p>",
    "<p>“Sign up for an account now,” he said In <a href=/1>Alder</a>, and they did.</p>",
    "<p>Follow-up letters were sent In <a href=/1>June</a>.</p>",
    "<p>If you have information about the fire In Alder, call the <a href=/1>tip line</a> of the "
    "police.</p>",
    "<p>This article is In part made of an email that <a href=/1>she sent</a> to a friend.</p>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_kept (lines[i], 1);
}

/* Sentences of which a long link is the larger part. */
static void
test_sentences_like_pointers (void)
{
  static const char *const lines[] = {
    "<p>In May he also <a href=/1>told the council that he had no plans to run again</a>.</p>",
    "<p>In all, more than <a href=/1>three hundred people had signed the letter by noon</a>.</p>",
    "<p>In print he could read <a href=/1>what the council had kept from him for years</a>.</p>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_kept (lines[i], 1);
}

/* Short ones of which nearly all is a link. */
static void
test_sentences_in_links (void)
{
  assert_kept ("<p>In all, <a href=/1>the mayor said that it was not enough at all</a>.</p>", 1);
  assert_kept (
      "In all, <a href=/1>the mayor and all of the council said that it was not enough, and "
      "that they would go on until it was</a>.<br><br>",
      1);
  assert_kept ("<p>In <a href=/1>June the mayor said that it was not enough</a>.</p>", 1);
  assert_kept ("<p>» <a href=/1>Out at sea there is no bridge</a></p>", 0);
}

/* A list of links that the text announces is what it speaks of. */
static void
test_announced_list (void)
{
  assert_kept (
      "<p>In the end the jury chose these three books, as it said on Monday:</p><ul><li><a "
      "href=/1>In the Fog of the River</a></li><li><a href=/2>In Praise of Bridges</a></li>"
      "<li><a href=/3>In Two Minds About It</a></li></ul>",
      4);
  assert_kept ("<p>Related stories:</p><ul><li><a href=/1>Out at sea there is no bridge</a></li>"
               "<li><a href=/2>Out of money, says the mayor</a></li></ul>",
               0);
}

/* Words that are no more than a name for how a part of the page looks or loads. */
static void
test_larger_part_in_named_element (void)
{
  assert_html_article (PAGE ("<article>" TITLE IN_4 "<div class=infinite-scroll>" IN_4 IN
                             "</div></article><nav>Out</nav>"),
                       9);
  assert_html_article (PAGE ("<article>" TITLE IN_4 "<div class='overlay legal'>" IN_4 IN
                             "</div></article><nav>Out</nav>"),
                       9);
}

/* A field stands beside paragraphs of the article. */
static void
test_paragraphs_beside_form (void)
{
  assert_kept ("<div><p>In June the council met again, and it voted for the plan, seven members to "
               "two, as the mayor "
               "had hoped.</p><p>In July it met again, and it voted against the plan, two members "
               "to seven, as the "
               "mayor had feared.</p><form><p>Out there</p><input type=email></form></div>",
               2);
  assert_kept ("<div><p>In June the council met again, and it voted for the plan, seven members to "
               "two, as the mayor "
               "had hoped.</p><p>In July it met again, and it voted against the plan, two members "
               "to seven, as the "
               "mayor had feared.</p><a class=b href=/1>Subscribe</a></div>",
               2);
}

/* The days of a chronicle. */
static void
test_days_within_article (void)
{
  assert_kept ("<div class=date>In March 2018: March 3, 2018</div>" IN
               "<div class=timeline-date>March 4, 2018 In Alder</div>" IN,
               4);
}

/* People whom an article presents one after the other. */
static void
test_names_with_introductions (void)
{
  assert_html_article (
      PAGE ("<article>" TITLE IN_4
            "<h4>Ines Doe</h4><p>Ines Doe is the mayor. In the council she has had "
            "her seat since the day on which it was founded.</p>"
            "<h4>Ivo Roe</h4><p>Ivo Roe is a baker. In the council he has had no "
            "seat since the day on which it was founded.</p></article>"
            "<nav>Out</nav>"),
      6);
}

/* Headings within an article that name what readers write, too. */
static void
test_headings_like_those_of_comments (void)
{
  static const char *const headings[] = { "No comment", "Responses", "The forum" };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *page = g_strconcat (PAGE ("<article>" TITLE) IN_4 "<h2>", headings[i],
                                           "</h2>" IN_4 "</article><nav>Out</nav>", NULL);

      g_test_message ("%s", headings[i]);
      assert_html_article (page, 8);
    }
}

/* Sections that begin as the title does. */
static void
test_sections_that_begin_alike (void)
{
  assert_html_article (PAGE ("<div><section><h2 class=t>Seven to Two for the Bridge</h2>" IN IN_MORE
                             "</section><section><h2 class=t>In June</h2>" IN IN_MORE
                             "</section><section><h2 class=t>In July</h2>" IN IN_MORE
                             "</section></div><nav>Out</nav>"),
                       8);
}

/* How lines begin of which the rest tells that they are sentences. */
static void
test_sentences_like_boilerplate (void)
{
  assert_kept ("<p>Powered by the sun, the ferry crosses In nine minutes.</p>", 1);
  assert_kept ("<p>Promoted by his father, Ivo sat In the front row.</p>", 1);
  assert_kept ("<h3>In the ads</h3>", 1);
}

/* What a page states of its text may end before that does. */
static void
test_text_after_stated_end (void)
{
#define WORDS                                                                                      \
  "In the morning the council met, and it voted for the plan, seven members to two, as the mayor " \
  "had hoped. "
#define WORDS_MORE                                                                                 \
  "In the end nobody was surprised, said the mayor, who has sat in the council since the day on "  \
  "which it was founded. "
#define AFTER                                                                                      \
  "<p>In June another mayor was chosen by the people of the town, who had none of it, and who "    \
  "gave no reason for that, then or later.</p>"

  assert_html_article (
      PAGE ("<script type=application/ld+json>{\"@type\":\"NewsArticle\","
            "\"headline\":\"Seven to Two for the Bridge\",\"articleBody\":\"" WORDS WORDS_MORE WORDS
                WORDS_MORE WORDS WORDS_MORE WORDS WORDS_MORE
            "\"}</script><article>" TITLE IN_8 AFTER AFTER "</article>"
            "<nav>Out</nav>"),
      10);
}

/* A field for notes may stand beside each paragraph. */
static void
test_field_beside_each_paragraph (void)
{
  assert_html_article (PAGE ("<article>" TITLE "<div>" IN "<input></div><div>" IN_MORE
                             "<input></div><div>" IN "<input></div><div>" IN_MORE "<input></div>"
                             "<div>" IN "<input></div><div>" IN_MORE "<input></div></article>"
                             "<nav>Out</nav>"),
                       6);
}

/* Some set all of their text as headings. */
static void
test_paragraphs_set_as_headings (void)
{
  assert_html_article (
      PAGE ("<article>" TITLE IN_4 "<h4>In the morning the council met, and it "
            "voted for the plan, seven members to two, as the mayor had hoped.</h4>"
            "<nav><a href=/1>Out at sea</a></nav></article>"),
      5);
}

/* What newspapers call an opinion is what others call that of one reader. */
static void
test_opinion_that_is_called_comment (void)
{
  static const char *const classes[] = { "comment", "story comment", "main--tone-comment",
                                         "artikel-kommentar" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      g_autofree char *page = g_strconcat (
          PAGE ("<header>" TITLE "<p>In short: seven were for it, and two were not, as "
                "all of us had hoped since the day on which it was founded.</p></header>"
                "<div class='"),
          classes[i], "'><div>" IN_8 "</div></div><nav>Out</nav>", NULL);

      g_test_message ("%s", classes[i]);
      assert_html_article (page, 9);
    }
  assert_html_article (PAGE ("<div>" TITLE IN IN_MORE "</div><div class=comment>" OUT_4
                             "</div><div class=comment>" OUT_4 "</div>"),
                       2);
  assert_html_article (
      PAGE ("<div>" TITLE IN IN_MORE "</div><div class=comment-list><div>" OUT_4 "</div></div>"),
      2);
  assert_html_article (
      PAGE ("<div>" TITLE IN IN_MORE "</div><div class=comment><div>" OUT_4 "</div><input></div>"),
      2);
}

/* A page may open its article in what it calls a dialog. */
static void
test_article_in_dialog (void)
{
  assert_html_article (
      PAGE ("<header>" TITLE "<p>In short: seven were for it, and two were not, as "
            "all of us had hoped since the day on which it was founded.</p></header>"
            "<div class=modal>" IN_8 "</div><nav>Out</nav>"),
      9);
  assert_html_article (
      PAGE ("<div>" TITLE IN IN_MORE "</div><div class=modal>" OUT_4 "<button>Out</button></div>"),
      2);
}

/* Items of an article that each end with a link, after a sentence of their own. */
static void
test_items_with_links_below (void)
{
#define ITEM(month, link)                                                                          \
  "<div><p>In " month " the council will meet again, and it will vote on the plan for the ferry, " \
  "which has been asked for.</p><a href=/1>" link "</a></div>"

  assert_html_article (PAGE ("<main><div class=a>" TITLE IN IN_MORE "</div><div class=b>" ITEM (
                           "June", "Out of what was said") ITEM ("July", "Out of what was done")
                                 ITEM ("August", "Out of what was left") "</div></main>"),
                       5);
}

/* What was inserted stands in the place of what was deleted beside it; what is only struck stays.
 */
static void
test_replaced_words (void)
{
  g_autoptr (GalleyDocument) document = import_string (
      "<!DOCTYPE html><title>A Title</title><body><h1>A Title</h1>" IN
      "<p>In the end it costs <del>5</del><ins>7</ins> million, and <ins>two</ins> <del>one</del> "
      "of "
      "the <del>kind</del> ships of the company are to be <s>sold</s> and built anew.</p>" IN_MORE,
      NULL);
  const char *text = galley_text_peek_utf8 (galley_document_get_text (document), NULL);
  const char *const *notices = galley_document_get_notices (document);

  g_assert_nonnull (strstr (text,
                            "it costs 7 million, and two of the kind ships of the company are "
                            "to be sold and built"));
  g_assert_cmpuint (g_strv_length ((char **) notices), ==, 1);
  g_assert_cmpstr (notices[0], ==, "2 tracked changes were read as accepted");
}

/* A line that leads to the comments may stand among the paragraphs, which go on after it, and so
 * may a heading, if there is nothing to write comments with. */
static void
test_ways_to_comments (void)
{
  static const char *const lines[] = { "<p>View comments</p>", "<h3>Join the conversation</h3>",
                                       "<p><a href=#c>12 Comments</a></p>" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *page =
          g_strconcat (PAGE ("<div>" TITLE) IN IN_MORE IN, lines[i], IN IN_MORE IN "</div>", NULL);
      g_autoptr (GalleyDocument) document = import_string (page, NULL);
      const char *text = galley_text_peek_utf8 (galley_document_get_text (document), NULL);

      assert_html_article (page, 6);
      g_assert_null (strstr (text, "omments"));
    }
  /* Not so where those of readers come after it, each with a name. */
  assert_html_article (PAGE ("<div>" TITLE IN IN_MORE IN IN_MORE
                             "<p>View comments</p><p>Outis</p>" OUT "<p>Outsider</p>" OUT "</div>"),
                       4);
}

/* A link that is never ended holds all that comes after it, and leads nowhere. */
static void
test_text_in_links (void)
{
  assert_html_article (PAGE ("<article>" TITLE "<a href=/1>" IN IN_MORE IN
                             "</a></article><footer><a "
                             "href=/2>Out</a><p>© 2024 Outlook Ltd. All rights reserved.</p>"
                             "</footer>"),
                       3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-kept/sentences-like-requests", test_sentences_like_requests);
  g_test_add_func ("/html-kept/sentences-like-pointers", test_sentences_like_pointers);
  g_test_add_func ("/html-kept/sentences-in-links", test_sentences_in_links);
  g_test_add_func ("/html-kept/announced-list", test_announced_list);
  g_test_add_func ("/html-kept/larger-part-in-named-element", test_larger_part_in_named_element);
  g_test_add_func ("/html-kept/paragraphs-beside-form", test_paragraphs_beside_form);
  g_test_add_func ("/html-kept/days-within-article", test_days_within_article);
  g_test_add_func ("/html-kept/names-with-introductions", test_names_with_introductions);
  g_test_add_func ("/html-kept/headings-like-those-of-comments",
                   test_headings_like_those_of_comments);
  g_test_add_func ("/html-kept/text-after-stated-end", test_text_after_stated_end);
  g_test_add_func ("/html-kept/field-beside-each-paragraph", test_field_beside_each_paragraph);
  g_test_add_func ("/html-kept/paragraphs-set-as-headings", test_paragraphs_set_as_headings);
  g_test_add_func ("/html-kept/opinion-that-is-called-comment",
                   test_opinion_that_is_called_comment);
  g_test_add_func ("/html-kept/article-in-dialog", test_article_in_dialog);
  g_test_add_func ("/html-kept/items-with-links-below", test_items_with_links_below);
  g_test_add_func ("/html-kept/sections-that-begin-alike", test_sections_that_begin_alike);
  g_test_add_func ("/html-kept/sentences-like-boilerplate", test_sentences_like_boilerplate);
  g_test_add_func ("/html-kept/replaced-words", test_replaced_words);
  g_test_add_func ("/html-kept/text-in-links", test_text_in_links);
  g_test_add_func ("/html-kept/ways-to-comments", test_ways_to_comments);

  return g_test_run ();
}
