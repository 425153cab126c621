/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-stream.h"
#include "import-testing.h"
#include "pdf-testing.h"

#include <string.h>

/* The order in which pages are read. Lines are put in poppler's order, with the place at which each
 * is drawn. */

static void
put_drawn (GByteArray *stream, guint drawn, gint left, gint bottom, const char *text)
{
  g_autoptr (GByteArray) line = g_byte_array_new ();
  const guint8 upright = 0;

  g_byte_array_append (line, &upright, 1);
  put_number (line, drawn);
  put_record (stream, GALLEY_PDF_RECORD_LINE, line->data, line->len);
  put_run (stream, 0, SIZE, left, bottom, 0, text);
}

/* Six items in two columns, in rows, drawn as @drawn says. */
static void
assert_items (const guint drawn[6], const char *expected)
{
  static const char *const items[] = {
    "Ferries", "Bridges", "Roads", "Tunnels", "Lakes", "Rivers"
  };
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    put_drawn (stream, drawn[i], i % 2 == 0 ? 5000 : 30000, 10000 + LEADING * (i / 2), items[i]);
  assert_stream (stream, expected);
}

/* Whether items are read down or across nobody can see, but the program knew that drew them. */
static void
test_items (void)
{
  const guint down[] = { 1, 4, 2, 5, 3, 6 }, across[] = { 1, 2, 3, 4, 5, 6 };
  const guint unknown[] = { 0, 0, 0, 0, 0, 0 };
  const char *rows = "paragraph 0: Ferries\nparagraph 0: Bridges\nparagraph 0: Roads\n"
                     "paragraph 0: Tunnels\nparagraph 0: Lakes\nparagraph 0: Rivers\n";

  assert_items (down, "paragraph 0: Ferries\nparagraph 0: Roads\nparagraph 0: Lakes\n"
                      "paragraph 0: Bridges\nparagraph 0: Tunnels\nparagraph 0: Rivers\n");
  assert_items (across, rows);
  assert_items (unknown, rows);
}

/* The second column, or what is in bold type, may be drawn first: that is no order to read in. */
static void
test_layers (void)
{
  const guint right_first[] = { 4, 1, 5, 2, 6, 3 }, upwards[] = { 1, 4, 3, 5, 2, 6 };
  const char *rows = "paragraph 0: Ferries\nparagraph 0: Bridges\nparagraph 0: Roads\n"
                     "paragraph 0: Tunnels\nparagraph 0: Lakes\nparagraph 0: Rivers\n";

  assert_items (right_first, rows);
  assert_items (upwards, rows);
}

/* The labels of a form go with what was written behind them. */
static void
test_form (void)
{
  static const char *const labels[] = { "Name of the applicant in full", "Date of birth",
                                        "Town or village", "Occupation" };
  static const char *const values[] = { "Jane Doe of the Harbour Road", "4 May 1970", "Springfield",
                                        "Carpenter" };
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    put_drawn (stream, i * 2, 5000, 10000 + i * LEADING, labels[i]);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    put_drawn (stream, i * 2 + 1, 30000, 10000 + i * LEADING, values[i]);
  assert_stream (stream, "paragraph 0: Name of the applicant in full\n"
                         "paragraph 0: Jane Doe of the Harbour Road\n"
                         "paragraph 0: Date of birth\nparagraph 0: 4 May 1970\n"
                         "paragraph 0: Town or village\nparagraph 0: Springfield\n"
                         "paragraph 0: Occupation\nparagraph 0: Carpenter\n");
}

/* Some programs sort lines by their height. Nobody reads running text so. */
static void
test_sorted_lines (void)
{
  static const char *const left[] = { "The council voted nine to four",
                                      "for the bridge, and nobody who",
                                      "knows the mayor was surprised",
                                      "by that or by what came of it." };
  static const char *const right[] = { "Nobody has said what it costs,",
                                       "nor who is to pay for it, now",
                                       "that the state has taken back",
                                       "all of what it gave last year." };
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    put_drawn (stream, i * 2, 5000, 10000 + i * LEADING, left[i]);
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    put_drawn (stream, i * 2 + 1, 30000, 10000 + i * LEADING, right[i]);
  assert_stream (stream, "paragraph 0: The council voted nine to four for the bridge, and nobody "
                         "who knows the mayor was surprised by that or by what came of it.\n"
                         "paragraph 0: Nobody has said what it costs, nor who is to pay for it, "
                         "now that the state has taken back all of what it gave last year.\n");
}

/* The foot of a page may be drawn before its text, and the head after it. */
static void
test_edges (void)
{
  static const char *const items[] = { "Ferries", "Bridges", "Roads", "Tunnels" };
  const guint drawn[] = { 2, 4, 3, 5 };
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_drawn (stream, 6, 5000, 5000, "Council of Ayr");
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    put_drawn (stream, drawn[i], i % 2 == 0 ? 5000 : 30000, 10000 + LEADING * (i / 2), items[i]);
  put_drawn (stream, 1, 5000, 77000, "Printed in Ayr");
  assert_stream (stream, "paragraph 0: Council of Ayr\nparagraph 0: Ferries\nparagraph 0: Roads\n"
                         "paragraph 0: Bridges\nparagraph 0: Tunnels\n"
                         "paragraph 0: Printed in Ayr\n");
}

/* What stands in the margin beside a line is no part of its sentence, whenever it is drawn. */
static void
test_margins (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_drawn (stream, 1, 5000, 10000, "The council voted nine to four for the bridge,");
  put_drawn (stream, 3, 5000, 11300, "and nobody who knows the mayor was surprised");
  put_drawn (stream, 4, 5000, 12600, "by that or by all that came of it in the months");
  put_drawn (stream, 5, 5000, 13900, "of May and June.");
  put_drawn (stream, 2, 40000, 10000, "Votes in 2019");
  assert_stream (stream, "paragraph 0: The council voted nine to four for the bridge, and nobody "
                         "who knows the mayor was surprised by that or by all that came of it in "
                         "the months of May and June.\nparagraph 0: Votes in 2019\n");
}

static void
assert_frame (guint drawn)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_drawn (stream, 10, 5000, 10000, "The council voted nine to four for");
  put_drawn (stream, drawn, 30000, 10000, "Nine bridges");
  put_drawn (stream, 11, 5000, 11300, "the bridge, and nobody who knows");
  put_drawn (stream, drawn + 1, 30000, 11300, "Four ferries");
  put_drawn (stream, 12, 5000, 12600,
             "the mayor was surprised by that, or by what became of it in May.");
  assert_stream (stream, "paragraph 0: The council voted nine to four for the bridge, and nobody "
                         "who knows the mayor was surprised by that, or by what became of it in "
                         "May.\nparagraph 0: Nine bridges\nparagraph 0: Four ferries\n");
}

/* What stands in a frame is read behind the text that runs around it, whenever it is drawn. */
static void
test_frames (void)
{
  assert_frame (20);
  assert_frame (1);
}

/* The parts of a formula are drawn in an order of their own. */
static void
test_formulas (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_drawn (stream, 1, 5000, 10000, "The cost of it is");
  put_drawn (stream, 4, 15000, 9400, "n");
  put_drawn (stream, 3, 15000, 10700, "2");
  put_drawn (stream, 5, 18000, 10000, "for each of them.");
  assert_stream (stream, "paragraph 0: The cost of it is\nparagraph 0: n\nparagraph 0: 2\n"
                         "paragraph 0: for each of them.\n");
}

/* The blocks of a page that is drawn by @content. */
static char *
read_content (const char *content)
{
  g_autoptr (GString) pdf = g_string_new (HEAD CATALOG PAGES FONT);
  g_autoptr (GalleyDocument) document = NULL;

  g_string_append_printf (pdf,
                          "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
                          "/Resources<</Font<</F 5 0 R>>>>>>\nendobj\n"
                          "4 0 obj\n<</Length %zu>>\nstream\n%s\nendstream\nendobj\n" TRAILER,
                          strlen (content), content);
  document = import_string (pdf->str, "a.pdf");

  return describe_blocks (document);
}

/* Addresses in two columns, whose lines poppler takes for those of a table. */
static void
test_addresses (void)
{
  g_autofree char *blocks =
      read_content ("BT /F 11 Tf 13 TL 57 700 Td (Apple Ltd.) Tj T* (11 High Street) Tj "
                    "T* (Tel. 555 12 30) Tj T* T* (Banana Ltd.) Tj T* (14 High Street) Tj "
                    "T* (Tel. 555 12 31) Tj ET "
                    "BT /F 11 Tf 13 TL 305 700 Td (Cherry Ltd.) Tj T* (17 High Street) Tj "
                    "T* (Tel. 555 12 32) Tj T* T* (Damson Ltd.) Tj T* (20 High Street) Tj "
                    "T* (Tel. 555 12 33) Tj ET");

  g_assert_cmpstr (blocks, ==,
                   "paragraph 0: Apple Ltd.\nparagraph 0: 11 High Street\n"
                   "paragraph 0: Tel. 555 12 30\nparagraph 0: Banana Ltd.\n"
                   "paragraph 0: 14 High Street\nparagraph 0: Tel. 555 12 31\n"
                   "paragraph 0: Cherry Ltd.\nparagraph 0: 17 High Street\n"
                   "paragraph 0: Tel. 555 12 32\nparagraph 0: Damson Ltd.\n"
                   "paragraph 0: 20 High Street\nparagraph 0: Tel. 555 12 33\n");
}

/* Words of a frame that stand close to a line of the text, in which poppler puts them. */
static void
test_words_beside (void)
{
  g_autofree char *blocks = read_content (
      "BT /F 11 Tf 13 TL 57 700 Td (The council voted nine to four for the bridge,) Tj T* "
      "(and nobody who knows the mayor of the town ) Tj T* "
      "(was surprised by that or by all that came of it in the month of May and) Tj T* "
      "(in the months that came thereafter, when it was built and it was opened.) Tj ET "
      "BT /F 11 Tf 13 TL 299 700 Td (Ferries:) Tj T* (Nine bridges) Tj ET");

  g_assert_cmpstr (blocks, ==,
                   "paragraph 0: The council voted nine to four for the bridge, and nobody who "
                   "knows the mayor of the town was surprised by that or by all that came of it in "
                   "the month of May and in the months that came thereafter, when it was built and "
                   "it was opened.\nparagraph 0: Ferries:\nparagraph 0: Nine bridges\n");
}

/* Cells of several lines, which poppler takes for lines that go across. What follows the words of a
 * cell is drawn soon after them, but is not the next. */
static void
test_cells (void)
{
  g_autofree char *blocks = read_content (
      "BT /F 12 Tf 90 700 Td (Ferries that go) Tj 221 0 Td (Once) Tj -221 -16.8 Td (in) Tj "
      "0 -32.7 Td (Paragraphs) Tj 221 32.7 Td (in each) Tj 0 -32.7 Td (cell.) Tj ET");

  g_assert_cmpstr (blocks, ==,
                   "paragraph 0: Ferries that go\nparagraph 0: Once\nparagraph 0: in\n"
                   "paragraph 0: Paragraphs\nparagraph 0: in each\nparagraph 0: cell.\n");
}

/* A cell is no frame, although others are beside it and below it. */
static void
test_rows_of_cells (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_drawn (stream, 1, 5000, 10000, "Ferries go");
  put_drawn (stream, 2, 5000, 11300, "by night");
  put_drawn (stream, 5, 5000, 14000, "Rivers");
  put_drawn (stream, 3, 30000, 10000, "Roads go");
  put_drawn (stream, 4, 30000, 11300, "by day");
  put_drawn (stream, 6, 30000, 14000, "Lakes");
  assert_stream (stream, "paragraph 0: Ferries go by night\nparagraph 0: Roads go by day\n"
                         "paragraph 0: Rivers\nparagraph 0: Lakes\n");
}

#define FIELD(number, name, value, area)                                                           \
  number " 0 obj\n<</Type/Annot/Subtype/Widget/FT/Tx/Ff 4096/T(" name ")/V(" value ")/Rect[" area  \
         "]>>\nendobj\n"

/* What was filled into a form stands behind its label or below it, and last if it has none. */
static void
test_fields (void)
{
  static const char pdf[] = HEAD
      "1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[8 0 R 7 0 R 6 0 R 9 0 "
      "R]>>>>\nendobj\n" PAGES FONT
      "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
      "/Resources<</Font<</F 5 0 R>>>>/Annots[9 0 R 6 0 R 8 0 R 7 0 R]>>\nendobj\n" FIELD (
          "6", "a", "Jane Doe", "160 695 300 711") FIELD ("7", "b", "12 High Street\\nSpringfield",
                                                          "160 660 300 690")
          FIELD ("8", "c", "Nobody knows.", "60 585 300 605") FIELD (
              "9", "d", "At last",
              "400 100 500 120") "4 0 obj\n<</Length 190>>\nstream\n"
                                 "BT /F 11 Tf 60 700 Td (Name:) Tj 0 -25 Td (Address:) Tj 0 -65 Td "
                                 "(What does it cost?) Tj 0 -50 Td (I swear that all of this is "
                                 "true.) Tj ET           "
                                 "                                                      "
                                 "\nendstream\nendobj\n" TRAILER;
  g_autoptr (GalleyDocument) document = import_string (pdf, "a.pdf");
  g_autofree char *blocks = describe_blocks (document);

  g_assert_cmpstr (blocks, ==,
                   "paragraph 0: Name:\nparagraph 0: Jane Doe\nparagraph 0: Address:\n"
                   "paragraph 0: 12 High Street Springfield\n"
                   "paragraph 0: What does it cost?\nparagraph 0: Nobody knows.\n"
                   "paragraph 0: I swear that all of this is true.\nparagraph 0: At last\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-order/items", test_items);
  g_test_add_func ("/pdf-order/layers", test_layers);
  g_test_add_func ("/pdf-order/form", test_form);
  g_test_add_func ("/pdf-order/sorted-lines", test_sorted_lines);
  g_test_add_func ("/pdf-order/edges", test_edges);
  g_test_add_func ("/pdf-order/margins", test_margins);
  g_test_add_func ("/pdf-order/frames", test_frames);
  g_test_add_func ("/pdf-order/formulas", test_formulas);
  g_test_add_func ("/pdf-order/addresses", test_addresses);
  g_test_add_func ("/pdf-order/words-beside", test_words_beside);
  g_test_add_func ("/pdf-order/cells", test_cells);
  g_test_add_func ("/pdf-order/rows-of-cells", test_rows_of_cells);
  g_test_add_func ("/pdf-order/fields", test_fields);

  return g_test_run ();
}
