/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"
#include "pdf-testing.h"

#include "galley-pdf-stream.h"

#include <string.h>

/* Running heads, feet and page numbers are left out of the text, and nothing else is. */

/* The first line of three pages is the same but for the number, and a table's caption is not. */
static void
test_furniture (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();
  g_autoptr (GalleyDocument) document = NULL;
  const GalleyOmission *omissions;
  guint n_omissions;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *head = g_strdup_printf ("Page %u of the Review", i + 7);
      g_autofree char *caption = g_strdup_printf ("Table %u", i * i);
      g_autofree char *text = g_strdup_printf ("Words %c stand here.", 'a' + i);

      put_page (stream);
      put_line (stream, 5000, 4000, head);
      put_line (stream, 5000, 9000, caption);
      put_line (stream, 5000, 40000, text);
    }
  put_record (stream, GALLEY_PDF_RECORD_END, NULL, 0);
  document = read_stream (stream, NULL);
  omissions = galley_document_get_omissions (document, &n_omissions);
  g_assert_cmpuint (n_omissions, ==, 3);
  g_assert_cmpstr (omissions[1].text, ==, "Page 8 of the Review");
  g_assert_cmpint (omissions[1].role, ==, GALLEY_BLOCK_BOILERPLATE);
  g_assert_cmpstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL), ==,
                   "Table 0\n\nWords a stand here.\n\nTable 1\n\nWords b stand here.\n\nTable 4\n\n"
                   "Words c stand here.");
}

static void
put_words (GByteArray *stream, gint bottom, guint n_lines, guint page)
{
  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *words = g_strdup_printf ("Page %c, line %c.", 'a' + page, 'a' + i);

      put_line (stream, 5000, bottom + i * LEADING, words);
    }
}

static GalleyDocument *
read_pages (GByteArray *stream, guint *out_n_omissions)
{
  GalleyDocument *document;

  put_record (stream, GALLEY_PDF_RECORD_END, NULL, 0);
  document = read_stream (stream, NULL);
  galley_document_get_omissions (document, out_n_omissions);

  return document;
}

/* The text of three pages in ten begins alike, and all begin at one height. */
static void
test_alike_beginnings (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();
  g_autoptr (GalleyDocument) document = NULL;
  guint n_omissions;

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *other = g_strdup_printf ("Then came month %c", 'a' + i);

      put_page (stream);
      put_line (stream, 5000, 4000, i % 4 == 0 ? "The council met again" : other);
      put_words (stream, 4000 + LEADING, 3, i);
    }
  document = read_pages (stream, &n_omissions);
  g_assert_cmpuint (n_omissions, ==, 0);
}

/* The heads of left pages are all the same, those of right pages name a section each; the text of
 * the fourth page begins where they stand. */
static void
test_section_heads (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();
  g_autoptr (GalleyDocument) document = NULL;
  guint n_omissions;

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *section = g_strdup_printf ("Section %c", 'a' + i);

      put_page (stream);
      if (i != 3)
        put_line (stream, 5000, 4000, i % 2 == 0 ? section : "The Review");
      put_words (stream, i == 3 ? 4000 : 4000 + 3 * LEADING, 4, i);
    }
  document = read_pages (stream, &n_omissions);
  g_assert_cmpuint (n_omissions, ==, 9);
  g_assert_nonnull (strstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL),
                            "Page d, line a."));
}

/* In a long document the same words, and numbers that are as far from that of the page, are at the
 * top of a page now and then, set apart from what follows. */
static void
test_scattered (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();
  g_autoptr (GalleyDocument) document = NULL;
  guint n_omissions;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *first = i % 10 == 0 ? g_strdup ("Source: the ministry of health")
                               : i % 10 == 5
                                   ? g_strdup_printf ("In week %u nobody came", i + 3)
                                   : g_strdup_printf ("Month %c%c", 'a' + i / 26, 'a' + i % 26);

      put_page (stream);
      put_line (stream, 5000, 4000 + i % 7 * 400, first);
      put_words (stream, 4000 + i % 7 * 400 + 3 * LEADING, 4, i % 26);
    }
  document = read_pages (stream, &n_omissions);
  g_assert_cmpuint (n_omissions, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-furniture/furniture", test_furniture);
  g_test_add_func ("/pdf-furniture/alike-beginnings", test_alike_beginnings);
  g_test_add_func ("/pdf-furniture/section-heads", test_section_heads);
  g_test_add_func ("/pdf-furniture/scattered", test_scattered);

  return g_test_run ();
}
