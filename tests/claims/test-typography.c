/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-difference.h"
#include "galley-typography.h"

#include <string.h>

static char *
make_plain (void (*append) (GString *, const char *, gsize), const char *utf8)
{
  GString *plain = g_string_new (NULL);

  append (plain, utf8, strlen (utf8));
  return g_string_free (plain, FALSE);
}

static void
assert_plain (void (*append) (GString *, const char *, gsize),
              const char *utf8,
              const char *expected)
{
  g_autofree char *plain = make_plain (append, utf8);

  g_assert_cmpstr (plain, ==, expected);
}

static void
test_words (void)
{
  assert_plain (galley_typography_append_word, "It’s", "It's");
  assert_plain (galley_typography_append_word, "oﬃce", "office");
  assert_plain (galley_typography_append_word,
                "effi\xc2\xad"
                "cient",
                "efficient");
  assert_plain (galley_typography_append_word, "E\xcc\x81mile", "Émile");

  /* What changes what is said stays. */
  assert_plain (galley_typography_append_word, "10²", "10²");
  assert_plain (galley_typography_append_word, "US", "US");
  assert_plain (galley_typography_append_word, "naïve", "naïve");
}

static void
test_gaps (void)
{
  assert_plain (galley_typography_append_gap, " \n\t\xc2\xa0", " ");
  assert_plain (galley_typography_append_gap, "\xe2\x80\x8b ", " ");
  assert_plain (galley_typography_append_gap, ", “", ", \"");
  assert_plain (galley_typography_append_gap, "''", "\"");
  assert_plain (galley_typography_append_gap, "…", "...");
  assert_plain (galley_typography_append_gap, " — ", "—");
  assert_plain (galley_typography_append_gap, "--", "—");
  assert_plain (galley_typography_append_gap, " - ", "—");
  assert_plain (galley_typography_append_gap, "—", "—");
  assert_plain (galley_typography_append_gap, "–", "-");
  assert_plain (galley_typography_append_gap, "\xe2\x80\x91", "-");

  /* A minus is none of them. */
  assert_plain (galley_typography_append_gap, " −", " -");
  assert_plain (galley_typography_append_gap, "", "");
}

static void
assert_word (const char *word, const char *folded, GalleyDifference expected)
{
  g_assert_cmphex (galley_difference_of_word (word, folded) & ~GALLEY_DIFFERENCE_REACHING, ==,
                   expected);
}

static void
test_differences_of_words (void)
{
  assert_word ("12", "12", GALLEY_DIFFERENCE_NUMBER);
  assert_word ("eleven", "eleven", GALLEY_DIFFERENCE_NUMBER);
  assert_word ("Lopez", "lopez", GALLEY_DIFFERENCE_NAME);
  assert_word ("not", "not", GALLEY_DIFFERENCE_NEGATION);
  assert_word ("wasn't", "wasn't", GALLEY_DIFFERENCE_NEGATION);
  assert_word ("couldn't", "couldn't", GALLEY_DIFFERENCE_NEGATION | GALLEY_DIFFERENCE_MODAL);
  assert_word ("might", "might", GALLEY_DIFFERENCE_MODAL);
  assert_word ("allegedly", "allegedly", GALLEY_DIFFERENCE_HEDGE);
  assert_word ("según", "segun", GALLEY_DIFFERENCE_HEDGE);
  assert_word ("house", "house", GALLEY_DIFFERENCE_WORDS);
  assert_word ("市", "市", GALLEY_DIFFERENCE_NAME);
}

static void
test_differences_of_gaps (void)
{
  g_assert_cmphex (galley_difference_of_gap (" "), ==, GALLEY_DIFFERENCE_NONE);
  g_assert_cmphex (galley_difference_of_gap (", "), ==, GALLEY_DIFFERENCE_PUNCTUATION);
  g_assert_cmphex (galley_difference_of_gap (" \""), ==, GALLEY_DIFFERENCE_QUOTATION);
  g_assert_cmphex (galley_difference_of_gap (" $"), ==, GALLEY_DIFFERENCE_NUMBER);
  g_assert_cmphex (galley_difference_of_gap (" €"), ==, GALLEY_DIFFERENCE_NUMBER);
  g_assert_cmphex (galley_difference_of_gap ("% "), ==, GALLEY_DIFFERENCE_NUMBER);
  g_assert_cmphex (galley_difference_of_gap (" -"), ==, GALLEY_DIFFERENCE_NUMBER);
  g_assert_cmphex (galley_difference_of_gap ("⁻ "), ==, GALLEY_DIFFERENCE_NUMBER);
  g_assert_cmphex (galley_difference_of_gap ("⁻⁶ "), ==, GALLEY_DIFFERENCE_NUMBER);
  g_assert_cmphex (galley_difference_of_gap ("¹⁄₂ "), ==, GALLEY_DIFFERENCE_NUMBER);
  g_assert_cmphex (galley_difference_of_gap ("-"), ==, GALLEY_DIFFERENCE_NUMBER);
  g_assert_cmphex (galley_difference_of_gap ("? "), ==, GALLEY_DIFFERENCE_HEDGE);
}

static void
test_nicks (void)
{
  g_assert_cmpstr (galley_difference_to_nick (GALLEY_DIFFERENCE_NUMBER), ==, "number");
  g_assert_cmpstr (galley_difference_to_nick (GALLEY_DIFFERENCE_PUNCTUATION), ==, "punctuation");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typography/words", test_words);
  g_test_add_func ("/typography/gaps", test_gaps);
  g_test_add_func ("/difference/words", test_differences_of_words);
  g_test_add_func ("/difference/gaps", test_differences_of_gaps);
  g_test_add_func ("/difference/nicks", test_nicks);

  return g_test_run ();
}
