/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"

#include "galley-pdf-parser.h"
#include "galley-pdf-stream.h"
#include "pdf-testing.h"

#include <string.h>

/* Lines one below the other, up to NULL. */
static void
put_lines (GByteArray *stream, const char *const *lines)
{
  for (gint y = 10000; *lines != NULL; lines++, y += LEADING)
    put_line (stream, 5000, y, *lines);
}

static void
assert_lines (const char *const *lines, const char *expected)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_lines (stream, lines);
  assert_stream (stream, expected);
}

static void
test_paragraphs (void)
{
  const char *const lines[] = {
    "This line is as long as the column, more or less, and",
    "the next one, too, ends where the column ends, but it",
    "is the last.",
    "Another paragraph begins after a line that had room,",
    "and goes on.",
    NULL,
  };

  assert_lines (lines,
                "paragraph 0: This line is as long as the column, more or less, and the next "
                "one, too, ends where the column ends, but it is the last.\n"
                "paragraph 0: Another paragraph begins after a line that had room, and goes "
                "on.\n");
}

static void
test_indents (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_line (stream, 7000, 10000, "A paragraph that begins with an indent and is as long as,");
  put_line (stream, 5000, 11300, "this line here, which is as wide as the column of text is.");
  put_line (stream, 7000, 12600, "The next one does so as well, and it is told by nothing");
  put_line (stream, 5000, 13900, "else than that.");
  assert_stream (stream,
                 "paragraph 0: A paragraph that begins with an indent and is as long as, "
                 "this line here, which is as wide as the column of text is.\n"
                 "paragraph 0: The next one does so as well, and it is told by nothing else "
                 "than that.\n");
}

static void
test_hyphens (void)
{
  static const struct
  {
    const char *lines[5];
    const char *words;
  } cases[] = {
    { { "The words at the end of the lines are all bro-", "ken." },
      "The words at the end of the lines are all broken." },
    { { "They came with the Anglo-", "Saxon ships." }, "They came with the Anglo-Saxon ships." },
    /* The two with a hyphen are elsewhere, or the whole word is. */
    { { "A well-known man met the other, who was as well-", "known, and left." },
      "A well-known man met the other, who was as well-known, and left." },
    { { "Something happened here. It was some-", "thing with some luck in it." },
      "Something happened here. It was something with some luck in it." },
    /* Both parts are. */
    { { "The long way, the term of the contract, the long-", "term plan." },
      "The long way, the term of the contract, the long-term plan." },
    { { "A soft hyphen is one that breaks, as in win\u00ad", "ter." },
      "A soft hyphen is one that breaks, as in winter." },
    { { "It lasted for the years of 1990\u2013", "1994 and after." },
      "It lasted for the years of 1990\u20131994 and after." },
    { { "He said \u2013 and nobody heard that \u2013", "that it rained." },
      "He said \u2013 and nobody heard that \u2013 that it rained." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expected = g_strdup_printf ("paragraph 0: %s\n", cases[i].words);

      assert_lines (cases[i].lines, expected);
    }
}

static void
test_characters (void)
{
  const char *const lines[] = { "\uFB01re\u00A0\u2009and\u200B a\u00ADn o\uFB03ce\x01.", NULL };
  const char *const chinese[] = { "这是一个测试这是一个测试这是一个测试这是", "一个测试。", NULL };

  assert_lines (lines, "paragraph 0: fire and an office.\n");
  assert_lines (chinese, "paragraph 0: 这是一个测试这是一个测试这是一个测试这是一个测试。\n");
}

static void
test_raised_digits (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_line (stream, 5000, 10000, "An area of 10");
  put_run (stream, 0, 700, 11500, 9600, 0, "2");
  put_run (stream, 0, SIZE, 12000, 10000, 0, " meters of H");
  put_run (stream, 0, 700, 18000, 10300, 0, "2");
  put_run (stream, 0, SIZE, 18350, 10000, 0, "O.");
  assert_stream (stream, "paragraph 0: An area of 10² meters of H2O.\n");
}

/* So does what is raised with a minus; letters and a lone 0, which some fonts have for a prime,
 * stay as they are. */
static void
test_raised_minus (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_line (stream, 5000, 10000, "A current of 10");
  put_run (stream, 0, 700, 12500, 9600, 0, "−6");
  put_run (stream, 0, SIZE, 13300, 10000, 0, " amperes on the 1");
  put_run (stream, 0, 700, 21800, 9600, 0, "st");
  put_run (stream, 0, SIZE, 22600, 10000, 0, " day in x");
  put_run (stream, 0, 700, 27100, 9600, 0, "0");
  put_run (stream, 0, SIZE, 27500, 10000, 0, ".");
  assert_stream (stream, "paragraph 0: A current of 10⁻⁶ amperes on the 1st day in x0.\n");
}

static void
test_headings_and_lists (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  put_page (stream);
  put_record (stream, GALLEY_PDF_RECORD_LINE, NULL, 0);
  put_run (stream, 1, 2000, 5000, 8000, 0, "How the River Rose");
  put_line (stream, 5000, 12000, "It rained for six days, and the seventh was no better than any.");
  put_record (stream, GALLEY_PDF_RECORD_LINE, NULL, 0);
  put_run (stream, 1, SIZE, 5000, 15000, 0, "Who helped");
  put_line (stream, 5000, 16500, "• the fire brigade");
  put_line (stream, 7000, 17800, "– of the town");
  put_line (stream, 5000, 19100, "• the neighbors");
  put_line (stream, 5000, 22000, "1. First they came.");
  put_line (stream, 5000, 23300, "2. Then they went.");
  assert_stream (stream, "title 0: How the River Rose\n"
                         "lead 0: It rained for six days, and the seventh was no better than any.\n"
                         "heading 2: Who helped\n"
                         "list-item 1: the fire brigade\n"
                         "list-item 2: of the town\n"
                         "list-item 1: the neighbors\n"
                         "list-item 1: First they came.\n"
                         "list-item 1: Then they went.\n");
}

/* What is the same on all pages is all there is. */
static void
test_equal_pages (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();

  for (guint i = 0; i < 3; i++)
    {
      put_page (stream);
      put_line (stream, 5000, 4000, "The same words");
    }
  assert_stream (stream, "paragraph 0: The same words\n"
                         "paragraph 0: The same words\n"
                         "paragraph 0: The same words\n");
}

static void
test_links (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();
  g_autoptr (GalleyDocument) document = NULL;
  const GalleyLink *links;
  guint n_links;

  put_text (stream, GALLEY_PDF_RECORD_LINK, "https://example.org/a");
  put_page (stream);
  put_line (stream, 5000, 10000, "See ");
  put_run (stream, 0, SIZE, 7000, 10000, 1, "the ");
  put_line (stream, 5000, 11300, "x");
  put_record (stream, GALLEY_PDF_RECORD_END, NULL, 0);
  document = read_stream (stream, NULL);
  links = galley_document_get_links (document, &n_links);
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_cmpstr (links[0].target, ==, "https://example.org/a");
  g_assert_cmpuint (links[0].range.start, ==, 4);
  g_assert_cmpuint (links[0].range.end, ==, 7);
}

/* What documents state is their title and author only if a person could have written it. */
static void
test_head (void)
{
  static const struct
  {
    const char *title;
    const char *author;
    const char *expected_title;
    const char *expected_author;
  } cases[] = {
    { "A Year of Rain", "Ana Lima", "A Year of Rain", "Ana Lima" },
    { "Microsoft Word - foo.doc", "Administrator", NULL, NULL },
    { "draft_3.docx", "user", NULL, NULL },
    { "Untitled-1", "root", NULL, NULL },
    { "2024-11-05", "C:\\Users\\ana", NULL, NULL },
    { " A  Year\tof Rain ", " ", "A Year of Rain", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) stream = begin_stream ();
      g_autoptr (GalleyDocument) document = NULL;

      put_text (stream, GALLEY_PDF_RECORD_TITLE, cases[i].title);
      put_text (stream, GALLEY_PDF_RECORD_AUTHOR, cases[i].author);
      put_page (stream);
      put_line (stream, 5000, 10000, "Some words.");
      put_record (stream, GALLEY_PDF_RECORD_END, NULL, 0);
      document = read_stream (stream, NULL);
      g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_TITLE), ==,
                       cases[i].expected_title);
      g_assert_cmpstr (galley_document_get_metadata (document, GALLEY_METADATA_BYLINE), ==,
                       cases[i].expected_author);
      g_assert_null (galley_document_get_metadata (document, GALLEY_METADATA_DATE));
    }
}

/* It comes as the system has it, and all that is behind its end is not looked at. */
static void
test_pieces (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();
  g_autoptr (GalleyPdfParser) parser = galley_pdf_parser_new ();
  g_autoptr (GalleyPdfPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  gsize end;

  put_page (stream);
  put_line (stream, 5000, 10000, "Some words.");
  put_page (stream);
  put_line (stream, 5000, 10000, "אבג");
  put_record (stream, GALLEY_PDF_RECORD_END, NULL, 0);
  end = stream->len;
  put_record (stream, '?', NULL, 0);

  for (gsize i = 0; i < stream->len; i++)
    g_assert_cmpint (galley_pdf_parser_add (parser, stream->data + i, 1), ==, i + 1 < end);
  pages = galley_pdf_parser_finish (parser, "a.pdf", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pages->lines->len, ==, 2);
  g_assert_cmpstr (galley_pdf_pages_get_line (pages, 0)->words, ==, "Some words.");
  g_assert_cmpint (galley_pdf_pages_get_line (pages, 0)->box.left, ==, 5000);
  g_assert_cmpuint (galley_pdf_pages_get_line (pages, 1)->n_chars, ==, 3);
  g_assert_cmpint (galley_pdf_pages_get_line (pages, 1)->box.right, ==, WIDTH - 5000);
}

/* Nothing is read on behind what does not fit, nor taken for the whole when it is cut off. */
static void
test_broken_pieces (void)
{
  static const struct
  {
    const char *magic;
    char type;
    gboolean fits;
  } cases[] = { { "GalleyPDF2\n", 'P', FALSE },
                { GALLEY_PDF_STREAM_MAGIC, '?', FALSE },
                { GALLEY_PDF_STREAM_MAGIC, 'P', TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) page = g_byte_array_new ();
      g_autoptr (GalleyPdfParser) parser = galley_pdf_parser_new ();
      g_autoptr (GError) error = NULL;

      put_record (page, cases[i].type, NULL, 0);
      galley_pdf_parser_add (parser, (const guint8 *) cases[i].magic, strlen (cases[i].magic));
      for (guint k = 0; k < 2; k++)
        g_assert_cmpint (galley_pdf_parser_add (parser, page->data, page->len), ==, cases[i].fits);
      g_assert_null (galley_pdf_parser_finish (parser, "a.pdf", &error));
      g_assert_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED);
    }
}

static void
test_missing_page (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();
  g_autoptr (GalleyDocument) document = NULL;
  guint n_blocks;

  put_record (stream, GALLEY_PDF_RECORD_MISSING, NULL, 0);
  put_page (stream);
  put_line (stream, 5000, 10000, "Some words.");
  put_record (stream, GALLEY_PDF_RECORD_END, NULL, 0);
  document = read_stream (stream, NULL);
  g_assert_cmpstr (galley_document_get_notices (document)[0], ==,
                   "1 page of the PDF document is damaged and was left out");
  g_assert_cmpuint (galley_document_get_blocks (document, &n_blocks)[0].page, ==, 2);
}

static void
test_refusals (void)
{
  static const struct
  {
    char why;
    int code;
    const char *words;
  } cases[] = {
    { GALLEY_PDF_REFUSAL_ENCRYPTED, GALLEY_IMPORT_ERROR_UNSUPPORTED, "“a.pdf” is encrypted" },
    { GALLEY_PDF_REFUSAL_DAMAGED, GALLEY_IMPORT_ERROR_DAMAGED, "“a.pdf” is damaged" },
    { GALLEY_PDF_REFUSAL_TOO_MANY_PAGES, GALLEY_IMPORT_ERROR_TOO_LARGE, "more than 5000 pages" },
    { GALLEY_PDF_REFUSAL_TOO_LARGE, GALLEY_IMPORT_ERROR_TOO_LARGE, "more text than Galley reads" },
    { 'z', GALLEY_IMPORT_ERROR_DAMAGED, "“a.pdf” is damaged" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) stream = begin_stream ();

      put_record (stream, GALLEY_PDF_RECORD_REFUSED, &cases[i].why, 1);
      assert_stream_refused (stream, cases[i].code, cases[i].words);
    }
}

/* Each way in which a stream can lie. */
static void
test_false_streams (void)
{
  static const struct
  {
    char type;
    const char *payload;
    gsize length_bytes;
  } cases[] = {
    { GALLEY_PDF_RECORD_LINE, NULL, 0 },
    { GALLEY_PDF_RECORD_RUN, "short", 5 },
    { GALLEY_PDF_RECORD_PAGE, "short", 5 },
    { GALLEY_PDF_RECORD_FONT, "\xFF", 1 },
    { GALLEY_PDF_RECORD_TITLE, "a\0b", 3 },
    { '?', NULL, 0 },
    { GALLEY_PDF_RECORD_NOTE, "\0\0\0\0\0\0\0\0a", 9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) stream = begin_stream ();

      put_record (stream, cases[i].type, cases[i].payload, cases[i].length_bytes);
      put_record (stream, GALLEY_PDF_RECORD_END, NULL, 0);
      assert_stream_refused (stream, GALLEY_IMPORT_ERROR_DAMAGED, "“a.pdf” is damaged, or takes");
    }
}

static void
test_false_numbers (void)
{
  static const struct
  {
    guint font;
    guint link;
  } cases[] = { { 2, 0 }, { 0, 1 }, { G_MAXUINT, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) stream = begin_stream ();

      put_page (stream);
      put_record (stream, GALLEY_PDF_RECORD_LINE, NULL, 0);
      put_run (stream, cases[i].font, SIZE, 0, 0, cases[i].link, "words");
      put_record (stream, GALLEY_PDF_RECORD_END, NULL, 0);
      assert_stream_refused (stream, GALLEY_IMPORT_ERROR_DAMAGED, "“a.pdf” is damaged, or takes");
    }
}

/* A stream that is cut off anywhere is refused, even between two records. */
static void
test_cut_off (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();
  guint length_bytes;

  put_page (stream);
  put_line (stream, 5000, 10000, "Some words.");
  put_record (stream, GALLEY_PDF_RECORD_END, NULL, 0);
  length_bytes = stream->len;
  for (guint i = 0; i < length_bytes; i++)
    {
      g_autoptr (GByteArray) part = g_byte_array_new ();

      g_byte_array_append (part, stream->data, i);
      assert_stream_refused (part, GALLEY_IMPORT_ERROR_DAMAGED, "“a.pdf” is damaged, or takes");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-document/paragraphs", test_paragraphs);
  g_test_add_func ("/pdf-document/indents", test_indents);
  g_test_add_func ("/pdf-document/hyphens", test_hyphens);
  g_test_add_func ("/pdf-document/characters", test_characters);
  g_test_add_func ("/pdf-document/raised-digits", test_raised_digits);
  g_test_add_func ("/pdf-document/raised-minus", test_raised_minus);
  g_test_add_func ("/pdf-document/headings-and-lists", test_headings_and_lists);
  g_test_add_func ("/pdf-document/equal-pages", test_equal_pages);
  g_test_add_func ("/pdf-document/links", test_links);
  g_test_add_func ("/pdf-document/head", test_head);
  g_test_add_func ("/pdf-document/pieces", test_pieces);
  g_test_add_func ("/pdf-document/broken-pieces", test_broken_pieces);
  g_test_add_func ("/pdf-document/missing-page", test_missing_page);
  g_test_add_func ("/pdf-document/refusals", test_refusals);
  g_test_add_func ("/pdf-document/false-streams", test_false_streams);
  g_test_add_func ("/pdf-document/false-numbers", test_false_numbers);
  g_test_add_func ("/pdf-document/cut-off", test_cut_off);

  return g_test_run ();
}
