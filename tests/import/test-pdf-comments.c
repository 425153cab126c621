/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-import.h"
#include "galley-pdf-pages.h"
#include "galley-pdf-stream.h"
#include "import-testing.h"
#include "pdf-testing.h"

#include <string.h>

static void
put_note (GByteArray *stream,
          guint flags,
          const GalleyPdfBox *areas,
          guint n_areas,
          const char *text)
{
  g_autoptr (GByteArray) note = g_byte_array_new ();

  put_number (note, flags);
  put_number (note, n_areas);
  for (guint i = 0; i < n_areas; i++)
    {
      put_number (note, areas[i].left);
      put_number (note, areas[i].top);
      put_number (note, areas[i].right);
      put_number (note, areas[i].bottom);
    }
  g_byte_array_append (note, (const guint8 *) text, strlen (text));
  put_record (stream, GALLEY_PDF_RECORD_NOTE, note->data, note->len);
}

static void
assert_notes (GByteArray *stream, const char *expected)
{
  g_autoptr (GalleyDocument) document = end_stream (stream);
  g_autofree char *notes = describe_notes (document);

  g_assert_cmpstr (notes, ==, expected);
}

/* A comment is about the words that it marks, also over the end of a line. */
static void
test_words (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();
  const GalleyPdfBox areas[] = { { 7000, 9000, 9000, 10000 }, { 5000, 10300, 6500, 11300 } };

  put_page (stream);
  put_line (stream, 5000, 10000, "See ");
  put_run (stream, 0, SIZE, 7000, 10000, 0, "both");
  put_record (stream, GALLEY_PDF_RECORD_LINE, NULL, 0);
  put_run (stream, 0, SIZE, 5000, 11300, 0, "of ");
  put_run (stream, 0, SIZE, 6500, 11300, 0, "these");
  put_text (stream, GALLEY_PDF_RECORD_NOTE_AUTHOR, "Dana");
  put_text (stream, GALLEY_PDF_RECORD_NOTE_DATE, "2024-05-01T09:30:00Z");
  put_note (stream, GALLEY_PDF_NOTE_MARKS_WORDS, areas, 2, "Which?");
  put_text (stream, GALLEY_PDF_RECORD_NOTE_DATE, "in May, perhaps");
  put_note (stream, GALLEY_PDF_NOTE_MARKS_WORDS | GALLEY_PDF_NOTE_IS_RESOLVED, areas, 1, "Sure");
  assert_notes (stream, "both of | Dana | 2024-05-01T09:30:00Z | Which?\n"
                        "both | - | - | Sure\\n\\n(Marked as resolved)");
}

/* So it is where lines begin at the right, which are looked at in a mirror. */
static void
test_leftward_words (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();
  const GalleyPdfBox area = { 48000, 9000, 50000, 10000 };

  put_page (stream);
  put_line (stream, 50000, 10000, "אבגד ");
  put_run (stream, 0, SIZE, 48000, 10000, 0, "הוזח");
  put_line (stream, 50000, 11300, "טיכל");
  put_note (stream, GALLEY_PDF_NOTE_MARKS_WORDS, &area, 1, "Which?");
  assert_notes (stream, "הוזח | - | - | Which?");
}

/* What marks no words is about the line next to it, and is never lost. */
static void
test_beside (void)
{
  g_autoptr (GByteArray) stream = begin_stream ();
  const GalleyPdfBox beside = { 50000, 10500, 52000, 12500 }, above = { 5000, 100, 6000, 200 };

  put_page (stream);
  put_line (stream, 5000, 10000, "The first line ends here.");
  put_line (stream, 5000, 11300, "So does the second.");
  put_note (stream, 0, &beside, 1, "Beside");
  put_note (stream, GALLEY_PDF_NOTE_MARKS_WORDS, &above, 1, "Above");
  put_page (stream);
  put_note (stream, 0, &beside, 1, "On an empty page");
  put_note (stream, 0, NULL, 0, "Nowhere");
  assert_notes (stream, "The first line ends here. | - | - | Above\n"
                        "So does the second. | - | - | Beside\n"
                        " | - | - | On an empty page\n"
                        " | - | - | Nowhere");
}

/* Notes that are short of numbers, of areas, of a text, or of one that is UTF-8. */
static void
test_false_notes (void)
{
  static const struct
  {
    const char *payload;
    gsize length_bytes;
  } cases[] = { { "\0\0\0\0\0\0\0", 7 },
                { "\0\0\0\0\1\0\0\0text", 12 },
                { "\0\0\0\0\xFF\xFF\xFF\xFFtext", 12 },
                { "\0\0\0\0\0\0\0\0", 8 },
                { "\0\0\0\0\0\0\0\0\xFF", 9 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) stream = begin_stream ();

      put_page (stream);
      put_record (stream, GALLEY_PDF_RECORD_NOTE, cases[i].payload, cases[i].length_bytes);
      put_record (stream, GALLEY_PDF_RECORD_END, NULL, 0);
      assert_stream_refused (stream, GALLEY_IMPORT_ERROR_DAMAGED, "“a.pdf” is damaged, or takes");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-comments/words", test_words);
  g_test_add_func ("/pdf-comments/leftward-words", test_leftward_words);
  g_test_add_func ("/pdf-comments/beside", test_beside);
  g_test_add_func ("/pdf-comments/false-notes", test_false_notes);

  return g_test_run ();
}
