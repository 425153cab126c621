/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-text-words.h"

/* The words of @utf8 with | between them. */
static void
assert_words (const char *utf8, const char *expected)
{
  g_autoptr (GalleyText) text = galley_text_new (utf8, -1);
  g_autoptr (GArray) words = galley_text_find_words (text);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *word = galley_text_slice (text, g_array_index (words, GalleyRange, i));

      g_string_append_printf (shown, "%s%s", i > 0 ? "|" : "", word);
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_words (void)
{
  assert_words ("", "");
  assert_words (" \n. ", "");
  assert_words ("“It isn’t,” he said.", "It|isn’t|he|said");
  assert_words ("$4,000.50 or 12%", "4,000.50|or|12");
  assert_words ("well-known", "well|known");
  assert_words ("קראתי את הדוח.", "קראתי|את|הדוח");
}

static void
test_characters_are_words (void)
{
  assert_words ("他们在北京。", "他|们|在|北|京");
  assert_words ("カタカナ", "カ|タ|カ|ナ");
  assert_words ("A 🚨 here", "A|🚨|here");
  assert_words ("👩‍👩‍👧!", "👩‍👩‍👧");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-words/words", test_words);
  g_test_add_func ("/text-words/characters", test_characters_are_words);

  return g_test_run ();
}
