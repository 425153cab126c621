/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-import.h"

#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

/* Imports 10 MB of text and prints how many times as long that takes as ICU alone needs to find the
 * sentences of the same text: to make UTF-16 of it, for ICU reads no other form, and to walk from
 * break to break. The bound is 3 for text; Markdown is for comparison. */

#define SIZE_BYTES (10 * 1000 * 1000)
#define N_RUNS 7

/* Of the processor's time, for other programs may be running. */
static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static double
time_icu (GString *utf8, UChar *units)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaker = ubrk_open (UBRK_SENTENCE, "en", NULL, 0, &status);
  double start = now_ms ();
  gint32 length;

  u_strFromUTF8 (units, SIZE_BYTES + 100000, &length, utf8->str, utf8->len, &status);
  g_assert_true (U_SUCCESS (status));
  ubrk_setText (breaker, units, length, &status);
  while (ubrk_next (breaker) != UBRK_DONE)
    ;
  ubrk_close (breaker);

  return now_ms () - start;
}

static double
time_import (GBytes *bytes, const char *media_type)
{
  double start = now_ms ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "article", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (galley_document_get_media_type (document), ==, media_type);
  return now_ms () - start;
}

/* Measures the article at tests/@path, repeated up to @size_bytes, as it is in @encoding. */
static void
measure (const char *path, const char *encoding, const char *media_type, gsize size_bytes)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, path, NULL);
  g_autofree char *article = NULL;
  g_autofree UChar *units = g_new (UChar, SIZE_BYTES + 100000);
  g_autoptr (GString) utf8 = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  double icu_ms = G_MAXDOUBLE, import_ms = G_MAXDOUBLE;
  char *encoded;
  gsize length_bytes;

  g_assert_true (g_file_get_contents (file, &article, NULL, NULL));
  while (utf8->len < size_bytes)
    g_string_append_printf (utf8, "%s\n\n", article);
  encoded = g_convert (utf8->str, utf8->len, encoding, "UTF-8", NULL, &length_bytes, NULL);
  bytes = g_bytes_new_take (encoded, length_bytes);

  for (guint i = 0; i < N_RUNS; i++)
    {
      icu_ms = MIN (icu_ms, time_icu (utf8, units));
      import_ms = MIN (import_ms, time_import (bytes, media_type));
    }
  g_print ("%-36s %-8s ICU %7.1f ms, import %7.1f ms, ratio %.2f\n", path, encoding, icu_ms,
           import_ms, import_ms / icu_ms);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  measure ("../data/example/us-mexico-security.txt", "UTF-8", "text/plain", SIZE_BYTES);
  measure ("../data/example/us-mexico-security.txt", "UTF-16LE", "text/plain", SIZE_BYTES);
  measure ("fixtures/import/explainer.txt", "UTF-8", "text/plain", SIZE_BYTES);
  measure ("fixtures/import/hard-wrapped.txt", "UTF-8", "text/plain", SIZE_BYTES);
  /* Of so much markup no more is read. */
  measure ("fixtures/import/feature.md", "UTF-8", "text/markdown", SIZE_BYTES / 3);

  return 0;
}
