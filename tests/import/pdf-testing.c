/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-testing.h"

#include "galley-pdf-document.h"
#include "galley-pdf-parser.h"
#include "galley-pdf-stream.h"
#include "import-testing.h"

#include <string.h>

void
put_number (GByteArray *stream, gint number)
{
  guint32 little = GUINT32_TO_LE ((guint32) number);

  g_byte_array_append (stream, (const guint8 *) &little, sizeof little);
}

void
put_record (GByteArray *stream, char type, const void *payload, gsize length_bytes)
{
  g_byte_array_append (stream, (const guint8 *) &type, 1);
  put_number (stream, length_bytes);
  g_byte_array_append (stream, payload, length_bytes);
}

void
put_text (GByteArray *stream, char type, const char *text)
{
  put_record (stream, type, text, strlen (text));
}

/* A stream with two fonts, of which the second is bold. */
GByteArray *
begin_stream (void)
{
  GByteArray *stream = g_byte_array_new ();

  g_byte_array_append (stream, (const guint8 *) GALLEY_PDF_STREAM_MAGIC,
                       strlen (GALLEY_PDF_STREAM_MAGIC));
  put_text (stream, GALLEY_PDF_RECORD_FONT, "ABCDEF+Serif-Regular");
  put_text (stream, GALLEY_PDF_RECORD_FONT, "ABCDEF+Serif-Bold");

  return stream;
}

void
put_page (GByteArray *stream)
{
  g_autoptr (GByteArray) size = g_byte_array_new ();

  put_number (size, WIDTH);
  put_number (size, HEIGHT);
  put_record (stream, GALLEY_PDF_RECORD_PAGE, size->data, size->len);
}

void
put_run (GByteArray *stream,
         guint font,
         gint size,
         gint left,
         gint bottom,
         guint link,
         const char *text)
{
  g_autoptr (GByteArray) run = g_byte_array_new ();

  put_number (run, font);
  put_number (run, size);
  put_number (run, left);
  put_number (run, bottom - size);
  put_number (run, left + g_utf8_strlen (text, -1) * size / 2);
  put_number (run, bottom);
  put_number (run, link);
  g_byte_array_append (run, (const guint8 *) text, strlen (text));
  put_record (stream, GALLEY_PDF_RECORD_RUN, run->data, run->len);
}

void
put_line (GByteArray *stream, gint left, gint bottom, const char *text)
{
  put_record (stream, GALLEY_PDF_RECORD_LINE, NULL, 0);
  put_run (stream, 0, SIZE, left, bottom, 0, text);
}

GalleyDocument *
read_stream (GByteArray *stream, GError **error)
{
  g_autoptr (GBytes) original = g_bytes_new_static ("%PDF-", 5);
  g_autoptr (GalleyPdfParser) parser = galley_pdf_parser_new ();
  g_autoptr (GalleyPdfPages) pages = NULL;

  galley_pdf_parser_add (parser, stream->data, stream->len);
  pages = galley_pdf_parser_finish (parser, "a.pdf", error);
  return pages != NULL ? galley_pdf_document_new (pages, original, "a.pdf", error) : NULL;
}

void
assert_stream_refused (GByteArray *stream, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = read_stream (stream, &error);

  g_assert_null (document);
  g_assert_error (error, GALLEY_IMPORT_ERROR, code);
  assert_sentence (error->message);
  g_assert_nonnull (strstr (error->message, words));
}

/* The document of a stream that only lacks its end, and has to be read. */
GalleyDocument *
end_stream (GByteArray *stream)
{
  GError *error = NULL;
  GalleyDocument *document;

  put_record (stream, GALLEY_PDF_RECORD_END, NULL, 0);
  document = read_stream (stream, &error);
  g_assert_no_error (error);
  return document;
}

void
assert_stream (GByteArray *stream, const char *expected)
{
  g_autoptr (GalleyDocument) document = end_stream (stream);
  g_autofree char *blocks = describe_blocks (document);

  g_assert_cmpstr (blocks, ==, expected);
}
