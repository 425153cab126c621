/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-testing.h"

#include "import-testing.h"

/* Tables of data, lists and formulas within an article, whose cells and items are what the article
 * says, even if they look like menus and dates. A paragraph, cell or item of the article begins
 * with "In", one of all else with "Out". */

#define ROWS                                                                                       \
  "<tr><th>In a year<th>In all<tr><td><a href=/1>In the north of the country</a><td>In July 7"     \
  "<tr><td><a href=/2>In the south of the country</a><td>In August 9"

/* A cell that is all link is no menu: without it the numbers beside it are of nothing. */
static void
test_links_in_cells (void)
{
  assert_html_article (PAGE ("<article>" TITLE IN "<table>" ROWS "</table>" IN_MORE "</article>"
                             "<footer><a href=/3>Out</a></footer>"),
                       8);
  assert_html_article (PAGE ("<article>" TITLE IN
                             "<table><tr><th>In towns<td><ul><li><a href=/1>In the north of the "
                             "country</a><li><a href=/2>In the south of the country</a></ul>"
                             "</table>" IN_MORE "</article><footer>Out</footer>"),
                       5);
}

/* Nor are the heads of columns words of the page. */
static void
test_words_in_cells (void)
{
  g_autoptr (GalleyDocument) document =
      import_string (PAGE ("<article>" TITLE "<table><tr><th>In whole<th>Share<th>Comments<tr>"
                           "<td>In part<td>12 %<td>Photo</table>" IN IN_MORE "</article>"),
                     NULL);
  g_autofree char *head = describe_block (document, 1);
  g_autofree char *row = describe_block (document, 2);

  g_assert_cmpstr (head, ==, "table-row 0: In whole | Share | Comments");
  g_assert_cmpstr (row, ==, "table-row 0: In part | 12 % | Photo");
}

/* Nor is one with a date or a number a line that says when the page appeared. */
static void
test_dates_in_cells (void)
{
  g_autoptr (GalleyDocument) document =
      import_string (PAGE ("<article>" TITLE "<table><tr><th>In office since<td>7 May 2019<tr>"
                           "<th>In all<td>4,933,210</table>" IN IN_MORE "</article>"),
                     NULL);
  g_autofree char *since = describe_block (document, 1);
  g_autofree char *all = describe_block (document, 2);

  g_assert_cmpstr (since, ==, "table-row 0: In office since | 7 May 2019");
  g_assert_cmpstr (all, ==, "table-row 0: In all | 4,933,210");
}

/* Editors set what is in a cell in elements of its own. */
static void
test_blocks_in_cells (void)
{
  assert_html_article (PAGE ("<article>" TITLE IN "<table><tr><td><div>In towns</div><td><p>7 %"
                             "<tr><td><div><a href=/1>In villages and elsewhere</a></div><td><p>9 %"
                             "<tr><td><div><a href=/1>In forests and elsewhere</a></div><td><p>1 %"
                             "</table>" IN_MORE "</article><footer>Out</footer>"),
                       5);
}

/* An article may be hardly more than a table, and have the head of that and its sources below. */
static void
test_article_of_a_table (void)
{
  static const char row[] = "<tr><td>In town<td>In the morning the council met, and it voted for "
                            "the plan, seven members to two.";
  g_autoptr (GString) page = g_string_new (
      PAGE ("<div class=wrap>" TITLE IN
            "<table><caption>In short</caption><thead><tr><th>In what place<th>In which "
            "year</thead><tbody>"));

  for (guint i = 0; i < 12; i++)
    g_string_append (page, row);
  g_string_append (page, "</tbody></table><h2>References</h2><ol><li><a href=/1>In the Loop: a "
                         "chronicle</a>. Retrieved 2020.<li><a href=/2>In the Know: an "
                         "almanac</a>. Retrieved 2021.</ol></div><footer>Out</footer>");

  assert_html_article (page->str, 1 + 3 + 2 * 12 + 2);
}

/* What an item goes on with that begins with words is no menu, and what has none is. */
static void
test_list_of_an_item (void)
{
  assert_html_article (
      PAGE ("<article>" TITLE IN "<ul><li>In time there will be a bridge.<li>In progress:<ul><li>"
            "<a href=/1>In need of a survey of the banks</a><li><a href=/2>In need of a vote"
            "</a></ul></ul>" IN_MORE "</article><footer>Out</footer>"),
      6);
  assert_html_article (PAGE ("<article>" TITLE IN "<ul><li><ul><li><a href=/1>Out at sea, where "
                             "nobody is</a><li><a href=/2>Out of a bridge</a></ul></ul>" IN_MORE
                             "</article><footer>Out</footer>"),
                       2);
}

/* A heading that names sources with something else has them below it. */
static void
test_sources_and_links (void)
{
  assert_html_article (
      PAGE ("<article>" TITLE IN IN_MORE "<h2>Sources &amp; links</h2><ul><li><a href=/1>In the "
            "archive of the town</a><li><a href=/2>In the minutes of the council</a></ul>"
            "</article><footer>Out</footer>"),
      4);
  assert_html_article (
      PAGE ("<article>" TITLE IN IN_MORE "<h2>Outings &amp; links</h2><ul><li><a href=/1>Out at "
            "sea, where nobody is</a><li><a href=/2>Out of a bridge, once more</a></ul>"
            "</article><footer>Out</footer>"),
      2);
}

/* Old pages are laid out in tables that look like data; what is a menu there is one. */
static void
test_layout_that_looks_like_data (void)
{
  assert_html_article (
      PAGE ("<table><tr><td>2 May 2019<td>12:30<tr><td><ul><li><a href=/1>Out at sea</a><li><a "
            "href=/2>Outer islands</a></ul><td>" TITLE "In the morning the council met, and it "
            "voted for the plan, seven members to two.<br><br>In the end nobody was surprised, "
            "said the mayor, who has sat there since 1998.</table>"),
      2);
}

/* A formula says what is seen of it, and not what it is made from. */
static void
test_formulas (void)
{
  static const char *const cases[][2] = {
    { "<msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mi>b</mi>", "In short: x²+b." },
    { "<mfrac> <mn>1</mn> <mn>2</mn> </mfrac>", "In short: 1/2." },
    { "<mfrac linethickness=0><mi>n</mi><mi>k</mi></mfrac>", "In short: n k." },
    { "<msqrt><mn>2</mn><mi>x</mi></msqrt>", "In short: √2x." },
    { "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable>", "In short: 1 2." },
    { "<semantics><mi>x</mi><annotation encoding=tex>y</annotation><annotation-xml>z"
      "</annotation-xml></semantics>",
      "In short: x." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strconcat (PAGE (TITLE IN IN_MORE "<p>In short: <math>"),
                                           cases[i][0], "</math>.</p>", NULL);
      g_autoptr (GalleyDocument) document = import_string (page, NULL);
      g_autofree char *block = describe_block (document, 3);
      g_autofree char *expected = g_strconcat ("paragraph 0: ", cases[i][1], NULL);

      g_assert_cmpstr (block, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-tables/links-in-cells", test_links_in_cells);
  g_test_add_func ("/html-tables/words-in-cells", test_words_in_cells);
  g_test_add_func ("/html-tables/dates-in-cells", test_dates_in_cells);
  g_test_add_func ("/html-tables/blocks-in-cells", test_blocks_in_cells);
  g_test_add_func ("/html-tables/article-of-a-table", test_article_of_a_table);
  g_test_add_func ("/html-tables/list-of-an-item", test_list_of_an_item);
  g_test_add_func ("/html-tables/sources-and-links", test_sources_and_links);
  g_test_add_func ("/html-tables/layout-that-looks-like-data", test_layout_that_looks_like_data);
  g_test_add_func ("/html-tables/formulas", test_formulas);

  return g_test_run ();
}
