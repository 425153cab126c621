/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-text.h"

/* Emoji, combining marks, CRLF and right-to-left letters: one to four bytes a character. */
#define MIXED "a\u0301é\r\n😀שלום – “x”"

static void
test_converts_each_offset (void)
{
  g_autoptr (GString) utf8 = g_string_new (NULL);
  g_autoptr (GalleyText) text = NULL;
  const char *p;
  guint offset = 0;

  for (guint i = 0; i < 100; i++)
    g_string_append (utf8, MIXED);
  text = galley_text_new (utf8->str, utf8->len);

  g_assert_cmpuint (galley_text_get_length (text), ==, g_utf8_strlen (utf8->str, -1));
  for (p = utf8->str; *p != '\0'; p = g_utf8_next_char (p), offset++)
    {
      g_assert_cmpuint (galley_text_to_bytes (text, offset), ==, p - utf8->str);
      g_assert_cmpuint (galley_text_from_bytes (text, p - utf8->str), ==, offset);
    }
  g_assert_cmpuint (galley_text_to_bytes (text, offset), ==, utf8->len);
  g_assert_cmpuint (galley_text_from_bytes (text, utf8->len), ==, offset);
}

static void
test_slices_by_characters (void)
{
  g_autoptr (GalleyText) text = galley_text_new (MIXED, -1);
  g_autofree char *slice = galley_text_slice (text, (GalleyRange){ 5, 10 });

  g_assert_cmpstr (slice, ==, "😀שלום");
}

static void
test_empty_text (void)
{
  g_autoptr (GalleyText) text = galley_text_new ("", 0);

  g_assert_cmpuint (galley_text_get_length (text), ==, 0);
  g_assert_cmpuint (galley_text_to_bytes (text, 0), ==, 0);
  g_assert_true (galley_text_has_range (text, (GalleyRange){ 0, 0 }));
  g_assert_false (galley_text_has_range (text, (GalleyRange){ 0, 1 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/converts-each-offset", test_converts_each_offset);
  g_test_add_func ("/text/slices-by-characters", test_slices_by_characters);
  g_test_add_func ("/text/empty", test_empty_text);

  return g_test_run ();
}
