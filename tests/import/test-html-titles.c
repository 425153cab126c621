/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-testing.h"
#include "import-testing.h"

/* What a page is taken to be called, where the places that say it do not agree. */

#define BODY "<div>" IN IN_MORE IN "</div>"
#define SCRIPT(json) "<script type=application/ld+json>" json "</script>"
#define HEADLINE(words) "{\"@type\":\"NewsArticle\",\"headline\":\"" words "\"}"

static void
assert_title (const char *page, const char *title)
{
  g_autoptr (GalleyDocument) document = import_string (page, NULL);

  g_test_message ("%.2000s", page);
  g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_TITLE), ==, title);
}

/* Each script may describe an article; the page's is the one whose headline is in the title bar. */
static void
test_scripts_of_other_articles (void)
{
  assert_title ("<title>Seven to Two for the Bridge | The Daily</title>" SCRIPT (
                    HEADLINE ("Out at Sea")) SCRIPT (HEADLINE ("Seven to two for the bridge")) BODY,
                "Seven to two for the bridge");
  assert_title ("<title>Seven to Two</title>" SCRIPT (HEADLINE ("Out at Sea"))
                    SCRIPT (HEADLINE ("Outer Islands")) BODY,
                "Out at Sea");
}

/* The name of the publication where the title belongs, */
static void
test_publication_for_title (void)
{
  assert_title ("<title>Seven to Two for the Bridge | The Daily</title><meta property=og:title "
                "content='The Daily'><h1>Seven to Two for the Bridge</h1>" BODY,
                "Seven to Two for the Bridge");
  /* but not something else, and not a heading that is not all of the rest. */
  assert_title ("<title>Seven to Two for the Bridge | The Daily</title><meta property=og:title "
                "content='A bridge at last'><h1>Seven to Two for the Bridge</h1>" BODY,
                "A bridge at last");
}

/* Where no heading says which part is the title, what two places agree on does, or the signs. */
static void
test_titles_without_heading (void)
{
  static const char *const cases[][2] = {
    { "<title>Seven to Two for the Bridge | Daily</title><meta property=og:title content='Seven to "
      "Two for the Bridge | The Daily News'>",
      "Seven to Two for the Bridge" },
    { "<title>Seven to Two - or Not - for the Bridge</title><meta property=og:title content='Seven "
      "to "
      "Two - or Not - for the Bridge'>",
      "Seven to Two - or Not - for the Bridge" },
    { "<title>Seven to Two for the Bridge « The Daily</title>", "Seven to Two for the Bridge" },
    { "<title>Seven to Two for the Bridge|The Daily</title>", "Seven to Two for the Bridge" },
    { "<title>Seven to Two for the Bridge | Local | The Daily</title>",
      "Seven to Two for the Bridge" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strconcat ("<!DOCTYPE html>", cases[i][0], BODY, NULL);

      assert_title (page, cases[i][1]);
    }
}

/* A title bar that says hardly anything gives way to the only heading of the first rank. */
static void
test_empty_title_bar (void)
{
  assert_title ("<title>Home</title><h1>Seven to Two for the Bridge</h1>" BODY,
                "Seven to Two for the Bridge");
  assert_title ("<title>Home</title><h1>The Daily</h1><h1>Seven to Two</h1>" BODY, "Home");
}

/* A heading that says it in other words tells what of the title bar is the publication's name, and
 * what is not. */
static void
test_title_bar_with_other_heading (void)
{
  assert_title ("<title>Seven to Two for the New Bridge - The Daily</title><h1>Council votes seven "
                "to two for the bridge</h1>" BODY,
                "Seven to Two for the New Bridge");
  assert_title ("<title>Seven to Two - Mayor Resigns</title><h1>Mayor resigns after seven voted to "
                "two</h1>" BODY,
                "Seven to Two - Mayor Resigns");
}

/* Something before the head of a page ends it, for parsers. */
static void
test_misplaced_title_bar (void)
{
  assert_title ("<html><div></div><head><title> </title></head><body><svg><title>Out</title></svg>"
                "<title>Seven to Two for the Bridge</title><h1>Out</h1><h1>Outer</h1>" BODY,
                "Seven to Two for the Bridge");
}

/* A line by itself tells which part of it the title is, before or after the publication's name,
 * also where it is in no heading and the name is stated or not. */
static void
test_titles_shown_as_lines (void)
{
  static const char *const cases[] = {
    "<title>The Daily - Seven to Two for the Bridge</title>",
    "<title>The Daily: Seven to Two for the Bridge</title>",
    "<title>Daily News</title><meta property=og:title content='The Daily: Seven to Two for the "
    "Bridge'>",
    "<title>The Daily: Seven to Two for the Bridge</title><meta property=og:title content='The "
    "Daily: Seven to Two for the Bridge'><meta property=og:site_name content='The Daily'>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page =
          g_strconcat ("<!DOCTYPE html>", cases[i],
                       "<div>The Daily</div><p><b>Seven to Two for the Bridge</b></p>" BODY, NULL);

      assert_title (page, "Seven to Two for the Bridge");
    }
}

/* The name is cut off however it is written: with an article or a domain or without, or as in the
 * address. */
static void
test_names_in_several_ways (void)
{
  static const char *const heads[] = {
    "<meta property=og:site_name content='The Daily Bridge'><meta property=og:title content='Seven "
    "to Two for It | Daily Bridge'>",
    "<meta property=og:site_name content='dailybridge.example'><meta property=og:title "
    "content='Seven to Two for It - The Daily Bridge'>",
    "<link rel=canonical href='https://www.dailybridge.example/1'><meta property=og:title "
    "content='Seven to Two for It - The Daily Bridge'>",
    "<meta property=og:site_name content='橋新聞'><meta property=og:title content='Seven to Two "
    "for "
    "It：橋新聞'>",
    "<meta property=og:site_name content='The Daily'><meta name=author content='Jo Doe'><meta "
    "property=og:title content='Seven to Two for It - Jo Doe - The Daily'>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *page = g_strconcat ("<!DOCTYPE html>", heads[i], BODY, NULL);

      assert_title (page, "Seven to Two for It");
    }
}

/* A heading is the title if that has no more than something in brackets, breaks off with dots, or
 * begins with a label that a line of the page is. */
static void
test_title_with_more_than_heading (void)
{
  static const char *const titles[] = {
    "Seven to Two for the Bridge (VIDEO)",
    "[Watch] Seven to Two for the Bridge",
    "Seven to Two for the Bridge（The Daily）",
    "Seven to Two for the...",
    "Seven to Two for the Br…",
    "Jo Outerbridge: Seven to Two for the Bridge",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *page =
          g_strconcat ("<!DOCTYPE html><meta property=og:title content='", titles[i],
                       "'><p><a href=/jo>Jo Outerbridge</a></p>" TITLE BODY, NULL);

      assert_title (page, "Seven to Two for the Bridge");
    }
  /* What is a heading itself is a part of the title. */
  assert_title (
      "<!DOCTYPE html><meta property=og:title content='Seven to Two: Why the Bridge Is to "
      "Be'><h1>Seven to Two</h1><h2>Why the Bridge Is to Be</h2>" BODY,
      "Seven to Two: Why the Bridge Is to Be");
}

/* Where a page states nothing but its own name, or what is to be found by those who search. */
static void
test_lone_heading (void)
{
  static const char *const heads[] = {
    "<title>The Daily</title>",
    "<title>bridge vote council result map</title>",
    "<title>The Daily</title><meta property=og:site_name content='The Daily'><meta "
    "property=og:title content='The Daily'>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *page = g_strconcat ("<!DOCTYPE html>", heads[i], MENU TITLE BODY, NULL);

      assert_title (page, "Seven to Two for the Bridge");
    }
  /* A logo is none, nor is one of several, nor one below the text. */
  assert_title ("<title>Seven to Two</title><h1><a href=/>The Daily Bridge Observer</a></h1>" BODY,
                "Seven to Two");
  assert_title (
      "<title>Seven to Two</title><h1>The Daily Bridge Observer</h1><h1>The Weekly Bridge "
      "Observer</h1>" BODY,
      "Seven to Two");
  assert_title ("<title>Seven to Two</title>" BODY "<h1>The Daily Bridge Observer</h1>",
                "Seven to Two");
}

/* Below an article its title comes again, with a label before it; that is no heading of it. */
static void
test_label_before_copy (void)
{
  g_autoptr (GalleyDocument) document = import_string (
      "<!DOCTYPE html><meta property=og:title content='Seven to Two for the Bridge'><h2>Seven to "
      "Two for the Bridge, and nobody is surprised, they say</h2>" BODY
      "<h2>Share this story: Seven to Two for the Bridge</h2>",
      NULL);
  g_autofree char *first = describe_block (document, 0);

  g_assert_cmpstr (first, ==,
                   "title 0: Seven to Two for the Bridge, and nobody is surprised, they say");
}

/* What is stated of a heading that is set in capitals, or in lines. */
static void
test_heading_set_otherwise (void)
{
  assert_title ("<title>Seven to Two for the Bridge | The Daily</title><h1>SEVEN TO TWO FOR THE "
                "BRIDGE</h1>" BODY,
                "Seven to Two for the Bridge");
  assert_title ("<title>In June: Seven to Two | The Daily</title><h1><span class=a>In June</span>"
                "<span class=b>Seven to Two</span></h1>" BODY,
                "In June: Seven to Two");
}

/* Two places that agree outweigh a script that says nothing of the kind, but none that says it in
 * other words. */
static void
test_script_of_another_article (void)
{
#define SHARED                                                                                     \
  "<title>Seven to Two for the Bridge | The Daily</title><meta property=og:title content='Seven "  \
  "to Two for the Bridge'>"

  assert_title (SHARED SCRIPT (HEADLINE ("Out at Sea")) TITLE BODY, "Seven to Two for the Bridge");
  assert_title (SHARED SCRIPT (HEADLINE ("The bridge wins by seven to two")) TITLE BODY,
                "The bridge wins by seven to two");
}

/* A part of a title bar that asks something, or comes before the name and is long, is the title's.
 */
static void
test_parts_of_title_bar (void)
{
  assert_title ("<title>Seven to Two - who wins?</title>" BODY, "Seven to Two - who wins?");
  assert_title ("<link rel=canonical href='https://bridge.example/'><title>Seven to Two — The most "
                "votes that a bridge ever had — Bridge</title><h1>Seven to two is the most of votes"
                "</h1>" BODY,
                "Seven to Two — The most votes that a bridge ever had");
}

/* Each heading is compared with the title, which is none if it is as long as a book. */
static void
test_endless_title_bar (void)
{
  g_autoptr (GString) page = g_string_new ("<!DOCTYPE html><title>");

  for (guint i = 0; i < 100000; i++)
    g_string_append (page, "Seven to two | ");
  g_string_append (page, "</title>");
  for (guint i = 0; i < 1000; i++)
    g_string_append (page, "<h2>Seven to two</h2>");
  g_string_append (page, TITLE BODY);
  assert_title (page->str, "Seven to Two for the Bridge");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-titles/scripts-of-other-articles", test_scripts_of_other_articles);
  g_test_add_func ("/html-titles/publication-for-title", test_publication_for_title);
  g_test_add_func ("/html-titles/titles-without-heading", test_titles_without_heading);
  g_test_add_func ("/html-titles/empty-title-bar", test_empty_title_bar);
  g_test_add_func ("/html-titles/title-bar-with-other-heading", test_title_bar_with_other_heading);
  g_test_add_func ("/html-titles/misplaced-title-bar", test_misplaced_title_bar);
  g_test_add_func ("/html-titles/titles-shown-as-lines", test_titles_shown_as_lines);
  g_test_add_func ("/html-titles/names-in-several-ways", test_names_in_several_ways);
  g_test_add_func ("/html-titles/title-with-more-than-heading", test_title_with_more_than_heading);
  g_test_add_func ("/html-titles/lone-heading", test_lone_heading);
  g_test_add_func ("/html-titles/label-before-copy", test_label_before_copy);
  g_test_add_func ("/html-titles/heading-set-otherwise", test_heading_set_otherwise);
  g_test_add_func ("/html-titles/script-of-another-article", test_script_of_another_article);
  g_test_add_func ("/html-titles/parts-of-title-bar", test_parts_of_title_bar);
  g_test_add_func ("/html-titles/endless-title-bar", test_endless_title_bar);

  return g_test_run ();
}
