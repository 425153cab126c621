/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-testing.h"
#include "import-testing.h"

/* What stands around the title of an article, and how its words are put together. */

#define IN_4 IN IN_MORE IN IN_MORE

static void
assert_block (const char *page, guint block, const char *words)
{
  g_autoptr (GalleyDocument) document = import_string (page, NULL);
  g_autofree char *description = describe_block (document, block);

  g_assert_cmpstr (description, ==, words);
}

/* Above the title stands what kind of article comes. */
static void
test_labels_above_title (void)
{
  assert_html_article (PAGE ("<article><p>Outlook on Bridges</p>" TITLE IN_4 "</article>"), 4);
  assert_html_article (
      PAGE ("<article><hgroup><p>Outdoors</p>" TITLE "</hgroup>" IN_4 "</article>"), 4);
  /* A sentence, a caption and a line of another text are more than that. */
  assert_block (PAGE ("<article><p>In brief.</p>" TITLE IN_4 "</article>"), 0,
                "paragraph 0: In brief.");
  assert_block (
      PAGE ("<article><figure><figcaption>In Alder</figcaption></figure>" TITLE IN_4 "</article>"),
      0, "paragraph 0: In Alder");
  assert_block (PAGE ("<article>" IN "<p>In Alder</p>" TITLE IN_4 "</article>"), 1,
                "paragraph 0: In Alder");
}

/* A lead is no sentence on many pages. */
static void
test_lead_without_stop (void)
{
  assert_html_article (PAGE ("<article><header>" TITLE
                             "<p class=x>In the end a vote in the council "
                             "shows what can be done</p></header><div>" IN_4 "</div></article>"
                             "<nav>Out</nav>"),
                       5);
}

/* A lead is called so, if only as the last word of a name. */
static void
test_lead_by_name (void)
{
  assert_html_article (PAGE ("<article><header>" TITLE "<div class=lead>In short: no bridge at all"
                             "</div><p class=byline>Out</p></header><div>" IN_4 "</div></article>"
                             "<nav>Out</nav>"),
                       5);
  assert_html_article (PAGE ("<article><header>" TITLE "<div class=lead-image>Out on the quay: the "
                             "old bridge</div></header><div>" IN_4 "</div></article>"),
                       4);
}

/* Lines of a heading that only a style sheet parts, and a letter that is set large. */
static void
test_lines_of_heading (void)
{
  assert_block (PAGE ("<article><h1><span class=k>Alder</span><span class=t>Seven to "
                      "Two</span></h1>" IN_4 "</article>"),
                0, "title 0: Alder Seven to Two");
  assert_block (PAGE ("<article>" TITLE IN "<h2><span class=d>O</span><span class=r>Ut "
                      "there</span></h2>" IN_4 "</article>"),
                2, "heading 2: OUt there");
}

/* The marks of a quotation go with it. */
static void
test_marks_of_quotation (void)
{
  assert_block (PAGE ("<article>" TITLE IN "<p>In short, <q>all of it</q></p><aside><q>Out "
                      "there</q></aside>" IN_4 "</article>"),
                2, "paragraph 0: In short, “all of it”");
  assert_block (PAGE ("<article>" TITLE IN "<aside><q>Out there</q></aside>" IN_4 "</article>"), 2,
                "paragraph 0: In the morning the council met, and it voted for the plan, seven "
                "members to two, as the mayor had hoped.");
}

/* Raised digits would make other numbers of those before them. */
static void
test_raised_digits (void)
{
  assert_block (PAGE ("<article>" TITLE IN
                      "<p>In 2019<sup><a href=#n3>3</a></sup> the 2<sup>nd</sup> "
                      "of 10<sup>12</sup> fish was seen.</p>" IN_4 "</article>"),
                2, "paragraph 0: In 2019³ the 2nd of 10¹² fish was seen.");
  assert_block (
      PAGE ("<article>" TITLE IN "<p><sup>3</sup> In short, a note.</p>" IN_4 "</article>"), 2,
      "paragraph 0: 3 In short, a note.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-heads/labels-above-title", test_labels_above_title);
  g_test_add_func ("/html-heads/lead-without-stop", test_lead_without_stop);
  g_test_add_func ("/html-heads/lead-by-name", test_lead_by_name);
  g_test_add_func ("/html-heads/lines-of-heading", test_lines_of_heading);
  g_test_add_func ("/html-heads/raised-digits", test_raised_digits);
  g_test_add_func ("/html-heads/marks-of-quotation", test_marks_of_quotation);

  return g_test_run ();
}
