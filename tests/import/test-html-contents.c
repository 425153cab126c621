/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-testing.h"

/* Long pages with contents of their own. A paragraph of the article begins with "In", one of all
 * else with "Out". */

#define IN_4 IN IN_MORE IN IN_MORE
#define CONTENTS                                                                                   \
  "<dl><dt><a href='#one'>1. One</a><dt><a href='#two'>2. Two</a><dt><a href='#menus'>3. "         \
  "Menus</a>"                                                                                      \
  "<dt><a href='#end'>4. End</a></dl>"
#define CHAPTER(name, number, title, text)                                                         \
  "<div class=chapter><div class=page><h1 class=t><a name=" name "></a>" number ". " title         \
  "</h1></div>" text "</div>"

/* Chapters of a book have headings of the first rank, as other articles do. */
static void
test_chapters (void)
{
  assert_html_article (
      PAGE (
          "<div class=book><div class=page><h1 class=t>Seven to Two for the Bridge</h1>" IN IN_MORE
          "</div>" CONTENTS CHAPTER ("one", "1", "One", IN_4) CHAPTER ("two", "2", "Two", IN_4)
              CHAPTER ("menus", "3", "Menus", IN_4) CHAPTER ("end", "4", "End", IN_4) "</div>"),
      18);
  /* Not so what no contents list. */
  assert_html_article (PAGE ("<div class=x><div class=page>" TITLE IN IN_MORE IN
                             "</div><div class=page><h1>Out</h1>" OUT_4
                             "</div><div class=page><h1>Out</h1>" OUT_4 "</div></div>"),
                       3);
}

/* The name of a section is made of its heading, and says nothing of what it is on the page. */
static void
test_sections_named_by_headings (void)
{
  static const char sections[] =
      "<section id=one><h2>1. One</h2>" IN_4 "</section><section id=two><h2>2. Two</h2>" IN_4
      "</section><section id=menus><h2>3. Menus<a href='#menus'>¶</a></h2>" IN_4 "</section>"
      "<section id=end><h2>4. End</h2>" IN_4 "</section>";
  g_autofree char *above = g_strconcat (PAGE ("<main>" TITLE), CONTENTS, sections, "</main>", NULL);
  g_autofree char *beside = g_strconcat (PAGE ("<main>" TITLE), sections, "</main><div class=r>",
                                         CONTENTS, "</div>", NULL);

  assert_html_article (above, 16);
  assert_html_article (beside, 16);
  /* It does where no contents list it. */
  assert_html_article (PAGE ("<main>" TITLE IN_4 "<section id=menus><h2>Outlook</h2>" OUT
                             "</section>" IN_4 "</main>"),
                       8);
}

/* Numbered sections are none of readers' comments. */
static void
test_section_on_comments (void)
{
  assert_html_article (PAGE ("<div>" TITLE IN_4 "<h3>2.3 Comments</h3><div>" IN_4
                             "</div><h3>2.4 Statements</h3><div>" IN_4 "</div></div>"),
                       12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-contents/chapters", test_chapters);
  g_test_add_func ("/html-contents/sections-named-by-headings", test_sections_named_by_headings);
  g_test_add_func ("/html-contents/section-on-comments", test_section_on_comments);

  return g_test_run ();
}
