/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"
#include "pdf-testing.h"

#include <string.h>

/* Lines that run to the left, up, or down. */

/* A word that is drawn from its end to its beginning, as the eye finds it on the page. */
static void
test_against_the_line (void)
{
  static const char pdf[] = HEAD CATALOG PAGES FONT
      "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
      "/Resources<</Font<</F 5 0 R/G 6 0 R>>>>>>\nendobj\n"
      "4 0 obj\n<</Length 86>>\nstream\n"
      "BT /F 12 Tf 72 700 Td (The sign says ) Tj /G 12 Tf (dcba) Tj /F 12 Tf ( to all.) Tj "
      "ET\nendstream\nendobj\n"
      "6 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>\nendobj\n"
      "7 0 obj\n<</Length 120>>\nstream\n"
      "1 begincodespacerange <00> <ff> endcodespacerange 4 beginbfchar <61> <05E9>"
      "<62> <05DC> <63> <05D5> <64> <05DD> endbfchar\nendstream\nendobj\n" TRAILER;
  g_autoptr (GalleyDocument) document = import_string (pdf, "a.pdf");
  g_autofree char *blocks = describe_blocks (document);

  g_assert_cmpstr (blocks, ==, "paragraph 0: The sign says שלום to all.\n");
}

/* A page whose lines all run from right to left. */
static void
test_right_to_left (void)
{
  static const char pdf[] = HEAD CATALOG PAGES FONT
      "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
      "/Resources<</Font<</G 6 0 R>>>>>>\nendobj\n"
      "4 0 obj\n<</Length 101>>\nstream\n"
      "BT /G 12 Tf 400 700 Td (dcba dcba) Tj 0 -40 Td (aaaa dcba) Tj 0 -14 Td (bbbb dcba) Tj "
      "ET             \nendstream\nendobj\n"
      "6 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>\nendobj\n"
      "7 0 obj\n<</Length 120>>\nstream\n"
      "1 begincodespacerange <00> <ff> endcodespacerange 4 beginbfchar <61> <05E9>"
      "<62> <05DC> <63> <05D5> <64> <05DD> endbfchar\nendstream\nendobj\n" TRAILER;
  g_autoptr (GalleyDocument) document = import_string (pdf, "a.pdf");
  const char *text = galley_text_peek_utf8 (galley_document_get_text (document), NULL);

  g_assert_cmpstr (text, ==, "שלום שלום\n\nשלום שששש שלום לללל");
}

/* The font of what is set from right to left: a to h are letters of Hebrew, all else is as typed.
 */
#define HEBREW                                                                                     \
  "6 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>\nendobj\n"             \
  "7 0 obj\n<</Length 184>>\nstream\n"                                                             \
  "1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfrange <20> <60> <0020> <69> <7a> "   \
  "<0069> endbfrange 1 beginbfrange <61> <68> <05D0> endbfrange                            "       \
  "\nendstream\nendobj\n"

/* One of letters of Arabic, two of which have one sign. */
#define ARABIC                                                                                     \
  "6 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>\nendobj\n"             \
  "7 0 obj\n<</Length 113>>\nstream\n"                                                             \
  "1 begincodespacerange <00> <ff> endcodespacerange 3 beginbfchar <61> <0628> <62> <06440627> "   \
  "<63> <062F> endbfchar"                                                                          \
  "\nendstream\nendobj\n"

/* The text of a page that is drawn by @content, with the font of @font. */
static char *
read_content (const char *font, const char *content)
{
  g_autoptr (GString) pdf = g_string_new (HEAD CATALOG PAGES FONT);
  g_autoptr (GalleyDocument) document = NULL;

  g_string_append (pdf, font);
  g_string_append_printf (pdf,
                          "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
                          "/Resources<</Font<</G 6 0 R>>>>>>\nendobj\n"
                          "4 0 obj\n<</Length %zu>>\nstream\nBT /G 12 Tf %s ET\nendstream\nendobj"
                          "\n" TRAILER,
                          strlen (content) + 16, content);
  document = import_string (pdf->str, "a.pdf");

  return g_strdup (galley_text_peek_utf8 (galley_document_get_text (document), NULL));
}

/* The text of a page of lines as they are seen, from left to right. */
static char *
read_lines (const char *const *lines)
{
  g_autoptr (GString) content = g_string_new ("72 700 Td ");

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (content, "(%s) Tj 0 -40 Td ", lines[i]);

  return read_content (HEBREW, content->str);
}

static void
assert_lines (const char *const *lines, const char *expected)
{
  g_autofree char *text = read_lines (lines);

  g_assert_cmpstr (text, ==, expected);
}

/* Numbers and foreign words in lines that run to the left, and such words in others, are read as
 * they were written. */
static void
test_both_directions (void)
{
  static const char *const leftward[] = { ".3,200 - 41.5% ba dc XYZ",
                                          "ABC XYZ 12 fe \\(dcb\\) 9-4 ,ha",
                                          ".ONLY XYZ 12",
                                          "gh \"fe dc\" ba",
                                          "\\)ba\\( 2019-a",
                                          NULL };
  static const char *const rightward[] = { "HE SAID \"fe 12 dc ba\" TO ALL 40 OF US.",
                                           ".2019 fe dc ba", "IN 2019 ba WE 5", NULL };

  assert_lines (leftward, "XYZ גד אב 41.5% - 3,200.\n\nאח, 9-4 (בגד) הו ABC XYZ 12\n\n"
                          "ONLY XYZ 12.\n\nאב \"גד הו\" חז\n\nא-2019 (אב)");
  assert_lines (rightward, "HE SAID \"אב גד 12 הו\" TO ALL 40 OF US.\n\n"
                           "אב גד הו 2019.\n\nIN 2019 אב WE 5");
}

/* What stands at the right of a page whose lines run to the left is read first, or last, although
 * something else is nearer to the corners. */
static void
test_ends_of_pages (void)
{
  g_autofree char *text =
      read_content (HEBREW, "350 700 Td (dc ba) Tj -250 -100 Td (hg fe dc ba hg fe dc ba hg fe dc "
                            "ba hg fe dc ba hg fe dc ba) Tj 300 -100 Td (hg fe) Tj");

  g_assert_cmpstr (text, ==,
                   "אב גד\n\nאב גד הו זח אב גד הו זח אב גד הו זח אב גד הו זח אב גד הו זח\n\nהו זח");
}

/* A sign for two letters, without which words say the contrary. */
static void
test_letters_of_one_sign (void)
{
  g_autofree char *text = read_content (ARABIC, "72 700 Td (cba b) Tj");

  g_assert_cmpstr (text, ==, "لا بلاد");
}

/* What stands along the margin or across the text is left out; the head of a column stays. */
static void
test_askew (void)
{
  static const char pdf[] = HEAD CATALOG PAGES FONT
      "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
      "/Resources<</Font<</F 5 0 R>>>>>>\nendobj\n"
      "4 0 obj\n<</Length 368>>\nstream\n"
      "BT /F 20 Tf 0 1 -1 0 30 300 Tm (Archived on 6 May) Tj ET "
      "BT /F 12 Tf 0 1 -1 0 400 650 Tm (Confidential note) Tj ET  "
      "BT /F 12 Tf 72 700 Td (The council voted nine to four on the day before, said the mayor,) "
      "Tj "
      "0 -14 Td (and it voted for a bridge of which nobody knows what it will cost.) Tj ET "
      "BT /F 12 Tf 0 1 -1 0 300 400 Tm (Cost) Tj ET "
      "BT /F 12 Tf 72 300 Td (It was the last day of June.) Tj ET              "
      "\nendstream\nendobj\n" TRAILER;
  g_autoptr (GalleyDocument) document = import_string (pdf, "a.pdf");
  const char *text = galley_text_peek_utf8 (galley_document_get_text (document), NULL);
  guint n_omissions;

  galley_document_get_omissions (document, &n_omissions);
  g_assert_cmpuint (n_omissions, ==, 2);
  g_assert_cmpstr (
      text, ==,
      "The council voted nine to four on the day before, said the mayor, and it "
      "voted for a bridge of which nobody knows what it will cost.\n\nCost\n\nIt was the last "
      "day of June.");
}

/* A watermark is no part of the text that it goes over. */
static void
test_slanted (void)
{
  static const char pdf[] = HEAD CATALOG PAGES FONT
      "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
      "/Resources<</Font<</F 5 0 R>>>>>>\nendobj\n"
      "4 0 obj\n<</Length 286>>\nstream\n"
      "BT /F 60 Tf 0.7 0.7 -0.7 0.7 100 560 Tm (NO COPY) Tj ET "
      "BT /F 12 Tf 72 700 Td (The council voted nine to four on the day before, said the mayor,) "
      "Tj 0 -14 Td (and it voted for a bridge of which nobody knows what it will cost,) "
      "Tj 0 -14 Td (or for another one.) Tj ET                                       "
      "\nendstream\nendobj\n" TRAILER;
  g_autoptr (GalleyDocument) document = import_string (pdf, "a.pdf");
  const char *text = galley_text_peek_utf8 (galley_document_get_text (document), NULL);
  guint n_omissions;
  const GalleyOmission *omissions = galley_document_get_omissions (document, &n_omissions);

  g_assert_cmpstr (text, ==,
                   "The council voted nine to four on the day before, said the mayor, and it "
                   "voted for a bridge of which nobody knows what it will cost, or for another "
                   "one.");
  g_assert_cmpuint (n_omissions, ==, 1);
  g_assert_cmpstr (omissions[0].text, ==, "NO COPY");
}

/* A page whose text stands on end is read as it is when it is turned, with its links. */
static void
test_turned (void)
{
  static const char *const turns[] = { "0", "90", "180", "270" };

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      g_autofree char *pdf = g_strconcat (
          HEAD CATALOG PAGES FONT
          "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Rotate ",
          turns[i],
          "/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/Annots[<</Type/Annot/Subtype/Link/Rect"
          "[70 680 300 696]/A<</S/URI/URI(https://a.example/)>>>>]>>\nendobj\n"
          "4 0 obj\n<</Length 135>>\nstream\n"
          "BT /F 12 Tf 72 700 Td (The council voted nine to four on the recon-) Tj "
          "0 -14 Td (struction of the bridge, said the mayor.) Tj ET               "
          "\nendstream\nendobj\n" TRAILER,
          NULL);
      g_autoptr (GalleyDocument) document = import_string (pdf, "a.pdf");
      GalleyText *text = galley_document_get_text (document);
      guint n_links;
      const GalleyLink *links = galley_document_get_links (document, &n_links);
      g_autofree char *words = NULL;

      g_assert_cmpstr (galley_text_peek_utf8 (text, NULL), ==,
                       "The council voted nine to four on the reconstruction of the bridge, said "
                       "the mayor.");
      g_assert_cmpuint (n_links, ==, 1);
      words = galley_text_slice (text, links[0].range);
      g_assert_cmpstr (words, ==, "struction of the bridge, said the mayor.");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-direction/against-the-line", test_against_the_line);
  g_test_add_func ("/pdf-direction/right-to-left", test_right_to_left);
  g_test_add_func ("/pdf-direction/both-directions", test_both_directions);
  g_test_add_func ("/pdf-direction/ends-of-pages", test_ends_of_pages);
  g_test_add_func ("/pdf-direction/letters-of-one-sign", test_letters_of_one_sign);
  g_test_add_func ("/pdf-direction/askew", test_askew);
  g_test_add_func ("/pdf-direction/slanted", test_slanted);
  g_test_add_func ("/pdf-direction/turned", test_turned);

  return g_test_run ();
}
