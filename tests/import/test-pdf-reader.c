/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"
#include "pdf-testing.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static char *
find_fixture (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", "import", name, NULL);
}

static GBytes *
load_fixture (const char *name)
{
  g_autofree char *path = find_fixture (name);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length_bytes;

  g_file_get_contents (path, &data, &length_bytes, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, length_bytes);
}

static GalleyDocument *
import_fixture (const char *name)
{
  g_autoptr (GBytes) bytes = load_fixture (name);
  g_autoptr (GError) error = NULL;
  GalleyDocument *document = galley_import_bytes (bytes, name, &error);

  g_assert_no_error (error);

  return document;
}

static void
refuse (const char *pdf, int code, const char *words)
{
  assert_refused (pdf, strlen (pdf), "a.pdf", code, words);
}

static guint
find_block (GalleyDocument *document, const char *words)
{
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *text =
          galley_text_slice (galley_document_get_text (document), blocks[i].range);

      if (g_str_has_prefix (text, words))
        return i;
    }
  g_error ("No block begins with “%s”", words);
}

static void
test_pages (void)
{
  g_autoptr (GalleyDocument) document = import_fixture ("report.pdf");
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  g_assert_cmpuint (blocks[0].page, ==, 1);
  /* It goes on over the end of the page. */
  g_assert_cmpuint (blocks[find_block (document, "The board has asked")].page, ==, 1);
  g_assert_cmpuint (blocks[find_block (document, "Harbor board")].page, ==, 1);
  g_assert_cmpuint (blocks[find_block (document, "Opponents")].page, ==, 2);
  g_assert_cmpuint (blocks[find_block (document, "What comes next")].page, ==, 3);
}

static void
test_furniture (void)
{
  static const char *const expected[] = { "Harbor Review", "11", "The Tide Gates", "12",
                                          "Harbor Review", "13" };
  g_autoptr (GalleyDocument) document = import_fixture ("report.pdf");
  guint n_omissions;
  const GalleyOmission *omissions = galley_document_get_omissions (document, &n_omissions);

  g_assert_cmpuint (n_omissions, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n_omissions; i++)
    g_assert_cmpstr (omissions[i].text, ==, expected[i]);
}

static void
test_notes (void)
{
  g_autoptr (GalleyDocument) document = import_fixture ("report.pdf");
  GalleyText *text = galley_document_get_text (document);
  guint n_notes;
  const GalleySourceNote *notes = galley_document_get_source_notes (document, &n_notes);
  g_autofree char *before = NULL;

  g_assert_cmpuint (n_notes, ==, 2);
  g_assert_cmpint (notes[0].kind, ==, GALLEY_SOURCE_NOTE_FOOTNOTE);
  g_assert_cmpstr (notes[0].text, ==, "Harbor board, tide table for Monday, page 4.");
  g_assert_cmpstr (notes[1].text, ==, "Budget of the city, chapter 9, second part.");
  g_assert_cmpuint (notes[0].range.start, ==, notes[0].range.end);
  before =
      galley_text_slice (text, (GalleyRange){ notes[0].range.start - 5, notes[0].range.start + 1 });
  g_assert_cmpstr (before, ==, "mean.¹");
}

static void
test_link (void)
{
  g_autoptr (GalleyDocument) document = import_fixture ("report.pdf");
  guint n_links;
  const GalleyLink *links = galley_document_get_links (document, &n_links);
  g_autofree char *words = NULL;

  g_assert_cmpuint (n_links, ==, 1);
  g_assert_cmpstr (links[0].target, ==, "https://example.org/minutes?id=7");
  words = galley_text_slice (galley_document_get_text (document), links[0].range);
  g_assert_cmpstr (words, ==, "The minutes of the meeting");
}

/* A page of one line, "The mayor paid for it.", with annotations, of which the first is object 6.
 */
static GalleyDocument *
import_annotated (const char *const *annotations)
{
  g_autoptr (GString) pdf = g_string_new (HEAD CATALOG PAGES FONT);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; annotations[i] != NULL; i++)
    {
      g_string_append_printf (numbers, "%u 0 R ", i + 6);
      g_string_append_printf (pdf, "%u 0 obj\n<</Type/Annot/Rect[95 697 131 712]%s>>\nendobj\n",
                              i + 6, annotations[i]);
    }
  g_string_append_printf (pdf,
                          "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
                          "/Annots[%s]/Resources<</Font<</F 5 0 R>>>>>>\nendobj\n",
                          numbers->str);
  g_string_append (
      pdf, "4 0 obj\n<</Length 53>>\nstream\n"
           "BT /F 12 Tf 72 700 Td (The mayor paid for it.) Tj ET \nendstream\nendobj\n" TRAILER);

  return import_string (pdf->str, "a.pdf");
}

static void
assert_annotations (const char *const *annotations, const char *expected)
{
  g_autoptr (GalleyDocument) document = import_annotated (annotations);
  g_autofree char *blocks = describe_blocks (document);
  g_autofree char *notes = describe_notes (document);

  g_assert_cmpstr (blocks, ==, "paragraph 0: The mayor paid for it.\n");
  g_assert_cmpstr (notes, ==, expected);
}

static void
test_annotations (void)
{
  const char *const all[] = {
    "/Subtype/Highlight/QuadPoints[95 712 131 712 95 697 131 "
    "697]/T(Dana)/M(D:20240501093000+02'00')"
    "/Contents(Who\\rsays?)",
    "/Subtype/Highlight/QuadPoints[132 712 156 712 132 697 156 697]", /* says nothing */
    "/Subtype/FreeText/Contents<FEFF20AC0032>/Rect[300 690 400 710]",
    "/Subtype/Text/F 2/Contents(Hidden)",
    "/Subtype/Popup/Contents(Who says?)/Parent 6 0 R",
    "/Subtype/Link/Contents(No note)",
    NULL
  };

  assert_annotations (all, "The mayor paid for it. | - | - | €2\n"
                           "mayor | Dana | 2024-05-01T09:30:00+02:00 | Who\\nsays?");
}

/* Answers and decisions belong to what they answer, and whatever marks words marks them for all. */
static void
test_answers (void)
{
  const char *const all[] = {
    "/Subtype/Text/F 30/T(Ann)/IRT 7 0 R/Contents(I do.)",
    "/Subtype/Caret/T(Dana)/Contents(the council)/CreationDate(D:20240501)",
    "/Subtype/StrikeOut/IRT 7 0 R/RT/Group",
    "/Subtype/Text/IRT 6 0 R/Contents(So do I.)",
    "/Subtype/Text/IRT 7 0 R/StateModel(Review)/State(Completed)/Contents(Completed set by Ann)",
    NULL
  };

  assert_annotations (all, "mayor | Dana | 2024-05-01 | the council\\n\\nAnn: I do.\\n\\nSo do I."
                           "\\n\\n(Marked as resolved)");
}

/* Annotations that answer each other, or nothing, say what they say. */
static void
test_false_answers (void)
{
  const char *const circle[] = { "/Subtype/Text/IRT 7 0 R/Contents(One)",
                                 "/Subtype/Text/IRT 6 0 R/Contents(Two)",
                                 "/Subtype/Text/IRT 6 0 R/Contents(Three)", NULL };
  const char *const nothing[] = { "/Subtype/Text/IRT 29 0 R/M(yesterday)/Contents(One)", NULL };
  g_autoptr (GalleyDocument) document = import_annotated (circle);
  g_autofree char *notes = describe_notes (document);

  g_assert_nonnull (strstr (notes, "One"));
  g_assert_nonnull (strstr (notes, "Two"));
  g_assert_nonnull (strstr (notes, "Three"));
  assert_annotations (nothing, "The mayor paid for it. | - | - | One");
}

static void
test_no_text (void)
{
  g_autoptr (GBytes) bytes = load_fixture ("pictures/scan.pdf");
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);

  assert_refused (data, length_bytes, "scan.pdf", GALLEY_IMPORT_ERROR_EMPTY,
                  "“scan.pdf” holds no text: its pages are pictures, as of a scan, or empty");
}

static void
test_encrypted (void)
{
  refuse (HEAD CATALOG PAGES
          "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n"
          "trailer\n<</Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2"
          "/P -4/O<00000000000000000000000000000000000000000000000000000000000000"
          "00>/U<1100000000000000000000000000000000000000000000000000000000000000"
          ">>>>>\n%%EOF\n",
          GALLEY_IMPORT_ERROR_UNSUPPORTED,
          "“a.pdf” is encrypted and cannot be read without its password");
}

static void
test_damaged (void)
{
  refuse ("%PDF-", GALLEY_IMPORT_ERROR_DAMAGED, "“a.pdf” is damaged");
  refuse (HEAD "nothing else", GALLEY_IMPORT_ERROR_DAMAGED, "“a.pdf” is damaged");
  refuse (HEAD "trailer\n<</Root 1 0 R>>\n%%EOF", GALLEY_IMPORT_ERROR_DAMAGED,
          "“a.pdf” is damaged");
}

/* Whatever is left of a document is read, or refused in one sentence. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) bytes = load_fixture ("report.pdf");
  gsize length_bytes = g_bytes_get_size (bytes);
  guint n_read = 0;

  for (guint i = 1; i < 16; i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, length_bytes * i / 16);
      g_autoptr (GError) error = NULL;
      g_autoptr (GalleyDocument) document = galley_import_bytes (part, "a.pdf", &error);

      if (document == NULL)
        assert_sentence (error->message);
      n_read += document != NULL;
    }
  g_test_message ("%u of 15 parts were read", n_read);
}

/* The table of objects is missing, and its end: poppler finds the objects all the same. */
static void
test_without_table (void)
{
  g_autoptr (GalleyDocument) document = NULL;
  g_autofree char *block = NULL;

  document = import_string (
      "\n" HEAD CATALOG PAGES "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]"
      "/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>\nendobj\n"
      "4 0 obj\n<</Length 45>>\nstream\nBT /F 12 Tf 72 700 Td (Words that are left) Tj ET\n"
      "endstream\nendobj\n" FONT TRAILER,
      "a.txt");
  block = describe_block (document, 0);
  g_assert_cmpstr (block, ==, "paragraph 0: Words that are left");
  g_assert_cmpstr (galley_document_get_media_type (document), ==, "application/pdf");
}

#define TO_UNICODE                                                                                 \
  "7 0 obj\n<</Length 999>>\nstream\n1 begincodespacerange <00> <ff> endcodespacerange\n"          \
  "2 beginbfchar <41> <00660069> <42> <> endbfchar\nendstream\nendobj\n"
#define FONT_FILE "/Subtype/Type1/BaseFont/X/FirstChar 65/LastChar 66/Widths[500 500]"

/* A page with the line "The mayor paid for it.", and signs of a font. */
static GalleyDocument *
import_signs (const char *font, const char *signs)
{
  g_autofree char *pdf = g_strconcat (
      HEAD CATALOG PAGES FONT TO_UNICODE "6 0 obj\n<</Type/Font", font,
      ">>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
      "/Resources<</Font<</F 5 0 R/G 6 0 R>>>>>>\nendobj\n4 0 obj\n<</Length 999>>\nstream\n"
      "BT /F 12 Tf 72 700 Td (The mayor paid for it.) Tj /G 12 Tf ",
      signs, " ET\nendstream\nendobj\n" TRAILER, NULL);

  g_test_message ("%s %s", font, signs);
  return import_string (pdf, "a.pdf");
}

/* Signs of which nothing says what letters they are are lost, or guessed; if a table says that they
 * are none, or the document what words they are, that is so. */
static void
test_unsure_signs (void)
{
  static const struct
  {
    const char *font;
    const char *signs;
    const char *notice;
  } cases[] = {
    { FONT_FILE "/Encoding<</Differences[65/ffoo/bbar]>>", "(A) Tj (BA) Tj",
      "3 characters of the PDF document, from page 1 on, are missing or may be wrong: their fonts "
      "do "
      "not say what they are" },
    { FONT_FILE "/Encoding<</Differences[65/ffoo/b]>>", "(AB) Tj",
      "1 character on page 1 of the PDF document is missing or may be wrong: its font does not say "
      "what it is" },
    { FONT_FILE "/Encoding<</Differences[65/f/b]>>", "(AB) Tj", NULL },
    { FONT_FILE "/Encoding<</Differences[65/ffoo/bbar]>>/ToUnicode 7 0 R", "(AB) Tj", NULL },
    { FONT_FILE "/Encoding<</Differences[65/ffoo/bbar]>>",
      "/Span<</ActualText(fi)>>BDC (AB) Tj EMC", NULL },
    { "/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/BaseFont/X"
      "/Subtype/CIDFontType2/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]",
      "<00240025> Tj",
      "2 characters of the PDF document, from page 1 on, are missing or may be wrong: their fonts "
      "do "
      "not say what they are" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GalleyDocument) document = import_signs (cases[i].font, cases[i].signs);

      g_assert_cmpstr (galley_document_get_notices (document)[0], ==, cases[i].notice);
    }
}

/* Poppler takes these for "AB". */
static void
test_names_of_tex (void)
{
  static const struct
  {
    const char *names;
    const char *words;
  } cases[] = {
    { "prime/bardbl", "paragraph 0: The mayor paid for it.′‖" },
    { "braceleftBigg/summationdisplay", "paragraph 0: The mayor paid for it.{∑" },
    { "bracehtipupleft/b", "paragraph 0: The mayor paid for it. b" },
    { "u2032/uni00660069", "paragraph 0: The mayor paid for it.′fi" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *font =
          g_strconcat (FONT_FILE "/Encoding<</Differences[65/", cases[i].names, "]>>", NULL);
      g_autoptr (GalleyDocument) document = import_signs (font, "(AB) Tj");
      g_autofree char *block = describe_block (document, 0);

      g_assert_cmpstr (block, ==, cases[i].words);
      g_assert_null (galley_document_get_notices (document)[0]);
    }
}

/* Forms within forms, each ten times, would set a thousand million words. */
static void
test_bomb (void)
{
  g_autoptr (GString) pdf = g_string_new (
      HEAD CATALOG PAGES "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
                         "/Resources<</XObject<</X 6 0 R>>>>>>\nendobj\n"
                         "4 0 obj\n<</Length 5>>\nstream\n/X Do\nendstream\nendobj\n" FONT);
  const char *text = "BT /F 12 Tf 9 9 Td (Hello and a line of words that are long) Tj ET";

  for (guint i = 6; i < 16; i++)
    {
      g_autofree char *inner = g_strdup_printf ("/XObject<</X %u 0 R>>", i + 1);
      const char *content = i < 15 ? "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do" : text;

      g_string_append_printf (pdf,
                              "%u 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 600 800]"
                              "/Resources<<%s>>/Length %u>>\nstream\n%s\nendstream\nendobj\n",
                              i, i < 15 ? inner : "/Font<</F 5 0 R>>", (guint) strlen (content),
                              content);
    }
  g_string_append (pdf, TRAILER);
  refuse (pdf->str, GALLEY_IMPORT_ERROR_TOO_LARGE, "“a.pdf” takes longer than 8 seconds to read");
}

/* Puts @script in the place of galley-pdf-text until the caller frees what is returned. */
static char *
replace_program (const char *script)
{
  char *path = g_build_filename (g_get_tmp_dir (), "galley-pdf-text-XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_WRONLY, 0700);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, script, strlen (script)), ==, strlen (script));
  close (fd);
  g_setenv ("GALLEY_PDF_TEXT", path, TRUE);

  return path;
}

static void
restore_program (char *path, const char *program)
{
  g_unlink (path);
  g_free (path);
  g_setenv ("GALLEY_PDF_TEXT", program, TRUE);
}

static void
test_program_fails (void)
{
  static const struct
  {
    const char *script;
    const char *words;
  } cases[] = {
    { "#!/bin/sh\nexit 1\n", "is damaged, or takes more memory or time" },
    { "#!/bin/sh\nkill -SEGV $$\n", "is damaged, or takes more memory or time" },
    { "#!/bin/sh\nprintf 'GalleyPDF1\\n'\n", "is damaged, or takes more memory or time" },
    { "#!/bin/sh\necho words\n", "is damaged, or takes more memory or time" },
    { "#!/bin/sh\nexec cat /dev/zero\n", "is damaged, or takes more memory or time" },
    /* Closing what it writes to is no way to live on. */
    { "#!/bin/sh\nexec >&-\nexec sleep 1000\n", "is damaged, or takes more memory or time" },
  };
  g_autofree char *program = g_strdup (g_getenv ("GALLEY_PDF_TEXT"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *path = replace_program (cases[i].script);

      refuse (HEAD, GALLEY_IMPORT_ERROR_DAMAGED, cases[i].words);
      restore_program (path, program);
    }
}

/* The program is handed what the article is kept as. A document that has it in its power cannot
 * write to that, nor cut it off. */
static void
test_program_writes (void)
{
  g_autofree char *program = g_strdup (g_getenv ("GALLEY_PDF_TEXT"));
  g_autofree char *script =
      g_strdup_printf ("#!/bin/sh\n(: >/proc/self/fd/0) 2>&-\nexec '%s'\n", program);
  g_autofree char *fixture = find_fixture ("report.pdf");
  g_autoptr (GBytes) bytes = load_fixture ("report.pdf");
  g_autoptr (GalleyDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  char *path = replace_program (script);

  document = galley_import_path (fixture, /* cancellable= */ NULL, &error);
  restore_program (path, program);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (galley_document_get_original (document), bytes));
}

static void
test_program_missing (void)
{
  g_autofree char *program = g_strdup (g_getenv ("GALLEY_PDF_TEXT"));

  g_setenv ("GALLEY_PDF_TEXT", "/nonexistent/galley-pdf-text", TRUE);
  refuse (HEAD, GALLEY_IMPORT_ERROR_UNSUPPORTED, "The program that reads PDF could not be started");
  g_setenv ("GALLEY_PDF_TEXT", program, TRUE);
}

static gpointer
cancel_cb (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 10);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancelled (void)
{
  g_autofree char *program = g_strdup (g_getenv ("GALLEY_PDF_TEXT"));
  g_autofree char *fixture = find_fixture ("report.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = NULL;
  char *path = replace_program ("#!/bin/sh\nexec sleep 1000\n");
  GThread *thread = g_thread_new ("cancel", cancel_cb, cancellable);

  document = galley_import_file (file, cancellable, &error);
  g_thread_join (thread);
  restore_program (path, program);
  g_assert_null (document);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-reader/pages", test_pages);
  g_test_add_func ("/pdf-reader/furniture", test_furniture);
  g_test_add_func ("/pdf-reader/notes", test_notes);
  g_test_add_func ("/pdf-reader/link", test_link);
  g_test_add_func ("/pdf-reader/annotations", test_annotations);
  g_test_add_func ("/pdf-reader/answers", test_answers);
  g_test_add_func ("/pdf-reader/false-answers", test_false_answers);
  g_test_add_func ("/pdf-reader/no-text", test_no_text);
  g_test_add_func ("/pdf-reader/encrypted", test_encrypted);
  g_test_add_func ("/pdf-reader/damaged", test_damaged);
  g_test_add_func ("/pdf-reader/truncated", test_truncated);
  g_test_add_func ("/pdf-reader/without-table", test_without_table);
  g_test_add_func ("/pdf-reader/unsure-signs", test_unsure_signs);
  g_test_add_func ("/pdf-reader/names-of-tex", test_names_of_tex);
  g_test_add_func ("/pdf-reader/bomb", test_bomb);
  g_test_add_func ("/pdf-reader/program-fails", test_program_fails);
  g_test_add_func ("/pdf-reader/program-writes", test_program_writes);
  g_test_add_func ("/pdf-reader/program-missing", test_program_missing);
  g_test_add_func ("/pdf-reader/cancelled", test_cancelled);

  return g_test_run ();
}
