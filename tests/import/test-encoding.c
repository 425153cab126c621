/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-testing.h"

#include <string.h>

#define WORDS "Größe – “x” 😀 שלום\r\nZeile zwei.\n"

/* The bytes of a literal, and how many they are. */
#define BYTES(literal) (literal), sizeof (literal) - 1

/* @text in @encoding after the bytes of @mark. */
static GBytes *
encode (const char *text, const char *encoding, const char *mark, gsize mark_bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *encoded = NULL;
  GByteArray *bytes = g_byte_array_new ();
  gsize length_bytes;

  encoded = g_convert (text, -1, encoding, "UTF-8", NULL, &length_bytes, &error);
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) mark, mark_bytes);
  g_byte_array_append (bytes, (const guint8 *) encoded, length_bytes);

  return g_byte_array_free_to_bytes (bytes);
}

/* Imports @bytes and compares the text and, if any is expected, the only notice's beginning. */
static void
assert_decoded (GBytes *bytes, const char *text, const char *notice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "a.txt", &error);
  const char *const *notices;

  g_assert_no_error (error);
  g_assert_cmpstr (galley_text_peek_utf8 (galley_document_get_text (document), NULL), ==, text);
  g_assert_true (g_bytes_equal (galley_document_get_original (document), bytes));

  notices = galley_document_get_notices (document);
  g_assert_cmpuint (g_strv_length ((char **) notices), ==, notice != NULL ? 1 : 0);
  if (notice != NULL)
    g_assert_nonnull (strstr (notices[0], notice));
}

static void
assert_decoded_bytes (const char *bytes, gsize length_bytes, const char *text, const char *notice)
{
  g_autoptr (GBytes) input = g_bytes_new (bytes, length_bytes);

  assert_decoded (input, text, notice);
}

static void
test_marks (void)
{
  static const struct
  {
    const char *encoding;
    const char *mark;
    gsize mark_bytes;
  } cases[] = {
    { "UTF-8", "", 0 },
    { "UTF-8", "\xEF\xBB\xBF", 3 },
    { "UTF-16LE", "\xFF\xFE", 2 },
    { "UTF-16BE", "\xFE\xFF", 2 },
    { "UTF-32LE", "\xFF\xFE\0\0", 4 },
    { "UTF-32BE", "\0\0\xFE\xFF", 4 },
    { "UTF-16LE", "", 0 },
    { "UTF-16BE", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes =
          encode (WORDS, cases[i].encoding, cases[i].mark, cases[i].mark_bytes);

      assert_decoded (bytes, WORDS, NULL);
    }
}

static void
test_mark_within_text_stays (void)
{
  assert_decoded_bytes (BYTES ("\xEF\xBB\xBF"
                               "a\xEF\xBB\xBF"
                               "b"),
                        "a\xEF\xBB\xBF"
                        "b",
                        NULL);
}

static void
test_utf_16_without_mark_in_other_scripts (void)
{
  const char *texts[] = { "שלום עולם. זה מבחן.\n", "Привет, мир. Это проверка.\n",
                          "これはテストです。 次の文。\n二行目。\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) little = encode (texts[i], "UTF-16LE", "", 0);
      g_autoptr (GBytes) big = encode (texts[i], "UTF-16BE", "", 0);

      assert_decoded (little, texts[i], NULL);
      assert_decoded (big, texts[i], NULL);
    }
}

static void
test_windows_1252 (void)
{
  assert_decoded_bytes (BYTES ("caf\xE9 \x93quoted\x94 \x96 \x80"
                               "5"),
                        "café “quoted” – €5", "Windows-1252");
  /* The five bytes that Windows-1252 leaves undefined are kept, as the C1 controls. */
  assert_decoded_bytes (BYTES ("a\x81\x8D\x8F\x90\x9D\xFF"),
                        "a\xC2\x81\xC2\x8D\xC2\x8F\xC2\x90\xC2\x9D\xC3\xBF", "Windows-1252");
}

static void
test_every_byte_is_kept (void)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (GBytes) input = NULL;
  g_autoptr (GalleyDocument) document = NULL;

  for (guint i = ' '; i < 256; i++)
    g_string_append_c (bytes, (char) i);
  input = g_bytes_new (bytes->str, bytes->len);
  document = galley_import_bytes (input, NULL, NULL);

  g_assert_nonnull (document);
  g_assert_cmpuint (galley_text_get_length (galley_document_get_text (document)), ==, bytes->len);
}

static void
test_strays_in_utf_8 (void)
{
  assert_decoded_bytes (BYTES ("é “so” and caf\xE9"), "é “so” and café", "1 byte");
  assert_decoded_bytes (BYTES ("\xEF\xBB\xBF"
                               "caf\xE9, na\xEFve"),
                        "café, naïve", "2 bytes");
}

static void
test_damaged_utf_16 (void)
{
  /* Half a character at the end, and halves of surrogate pairs. */
  assert_decoded_bytes (BYTES ("\xFF\xFE"
                               "a\0b\0c"),
                        "ab�", "1 place");
  assert_decoded_bytes (BYTES ("\xFF\xFE"
                               "a\0\x3D\xD8"
                               "b\0\0\xDE"),
                        "a�b�", "2 places");
  assert_decoded_bytes (BYTES ("\xFF\xFE"
                               "a\0\x3D\xD8"),
                        "a�", "1 place");
  assert_decoded_bytes (BYTES ("\xFF\xFE\0\0a\0\0\0\0\0\x11\0b\0"), "a��", "2 places");
  /* A character that is really there is no damage. */
  assert_decoded_bytes (BYTES ("\xFF\xFE"
                               "a\0\xFD\xFF"),
                        "a�", NULL);
}

static void
test_no_text (void)
{
  static const struct
  {
    const char *bytes;
    gsize length_bytes;
  } cases[] = {
    { BYTES ("Some words\0and more") },
    { "\xEF\xBB\xBF"
      "a\0b",
      6 },
    { "\xFF\xFE"
      "a\0\0\0b\0",
      8 },
    { BYTES ("\0\0\0\0\0\0\0\0") },
    { BYTES ("\x01\0\x02\0\x03\0\x04\0\x05\0\x06\0") },
    { BYTES ("\x01\x02\x03\x04\x05\x06words") },
    { BYTES ("a\0\x3D\xD8") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].bytes, cases[i].length_bytes, "a.txt", GALLEY_IMPORT_ERROR_UNSUPPORTED,
                    "“a.txt” is not text");
}

/* Whatever the bytes are, they become valid text or an error. */
static void
test_random_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 2000; i++)
    {
      guint8 data[64];
      guint n = g_rand_int_range (rand, 0, sizeof data), mask = g_rand_boolean (rand) ? 0xFF : 0x7F;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GalleyDocument) document = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < n; k++)
        data[k] = g_rand_int (rand) & mask;
      if (n > 2 && i % 3 == 0)
        memcpy (data, i % 2 == 0 ? "\xFF\xFE" : "\xFE\xFF", 2);
      bytes = g_bytes_new (data, n);
      document = galley_import_bytes (bytes, NULL, &error);

      g_assert_true ((document != NULL) == (error == NULL));
      if (document != NULL)
        g_assert_true (g_utf8_validate (
            galley_text_peek_utf8 (galley_document_get_text (document), NULL), -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/encoding/marks", test_marks);
  g_test_add_func ("/encoding/mark-within-text-stays", test_mark_within_text_stays);
  g_test_add_func ("/encoding/utf-16-without-mark-in-other-scripts",
                   test_utf_16_without_mark_in_other_scripts);
  g_test_add_func ("/encoding/windows-1252", test_windows_1252);
  g_test_add_func ("/encoding/every-byte-is-kept", test_every_byte_is_kept);
  g_test_add_func ("/encoding/strays-in-utf-8", test_strays_in_utf_8);
  g_test_add_func ("/encoding/damaged-utf-16", test_damaged_utf_16);
  g_test_add_func ("/encoding/no-text", test_no_text);
  g_test_add_func ("/encoding/random-bytes", test_random_bytes);

  return g_test_run ();
}
