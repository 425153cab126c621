/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-sentences.h"

#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

/* Cuts 10 MB of text into sentences and prints how many times as long that takes as ICU's bare
 * breaker needs to walk over the same text, which it is given in its own encoding: prose first,
 * and then texts that a careless cutter would look through again and again. */

#define SIZE_BYTES (10 * 1000 * 1000)
#define N_RUNS 5

static const char prose[] =
    "The two governments agreed on Sept. 3, 2025, to create a high-level group to guide the work. "
    "“Why now?” asked J. K. Doe, a former U.S. Secretary of Commerce who works for Acme Inc. "
    "today. "
    "Nobody at the table had an answer; the ministers looked at their papers, and the meeting, "
    "which "
    "had begun at 9 a.m. without a word of welcome, went on for another hour. It ended in "
    "silence.\n"
    "\n"
    "Prices rose by 4.5 percent in the second quarter (see p. 12), the office said. Experts had "
    "expected less. The numbers may yet be revised, as they were in January and again in March, "
    "when "
    "a new way of counting came into force.\n"
    "\n";

/* Of the processor's time, for other programs may be running. */
static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static double
time_icu (const UChar *text, gint32 length)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaker = ubrk_open (UBRK_SENTENCE, "en", NULL, 0, &status);
  double start = now_ms ();

  ubrk_setText (breaker, text, length, &status);
  while (ubrk_next (breaker) != UBRK_DONE)
    ;
  ubrk_close (breaker);

  return now_ms () - start;
}

static double
time_ours (GalleyText *text)
{
  double start = now_ms ();
  g_autoptr (GArray) sentences =
      galley_sentences_find (text, (GalleyRange){ 0, galley_text_get_length (text) }, "en");

  g_assert_nonnull (sentences);
  return now_ms () - start;
}

static void
measure (const char *name, const char *piece)
{
  g_autoptr (GString) utf8 = g_string_sized_new (SIZE_BYTES + 1000);
  g_autoptr (GalleyText) text = NULL;
  g_autofree UChar *units = g_new (UChar, SIZE_BYTES + 1000);
  double icu_ms = G_MAXDOUBLE, ours_ms = G_MAXDOUBLE;
  gint32 length;
  UErrorCode status = U_ZERO_ERROR;

  while (utf8->len < SIZE_BYTES)
    g_string_append (utf8, piece);
  text = galley_text_new (utf8->str, utf8->len);
  u_strFromUTF8 (units, SIZE_BYTES + 1000, &length, utf8->str, utf8->len, &status);
  g_assert_true (U_SUCCESS (status));

  for (guint i = 0; i < N_RUNS; i++)
    {
      icu_ms = MIN (icu_ms, time_icu (units, length));
      ours_ms = MIN (ours_ms, time_ours (text));
    }
  g_print ("%-24s ICU %7.1f ms, cutter %7.1f ms, ratio %.2f\n", name, icu_ms, ours_ms,
           ours_ms / icu_ms);
}

int
main (int argc, char **argv)
{
  measure ("prose", prose);
  measure ("prose on one line", "Prices rose by 4.5 percent. Experts had expected less of them. ");
  measure ("full stops", ".");
  measure ("spaced full stops", ". ");
  measure ("brackets", "(");
  measure ("stops and quotes", ".\" ");
  measure ("initials", "A. ");
  measure ("one address", "a.B?c=");
  measure ("references", ".[1]");
  measure ("list markers", "1) ");
  measure ("short lines", "a\n");
  measure ("marks", ".\xcc\x81");
  measure ("pictographs", ".😀");
  measure ("spaces", "                ");

  return 0;
}
