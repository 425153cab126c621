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

  g_test_message ("%s", page);
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

  return g_test_run ();
}
