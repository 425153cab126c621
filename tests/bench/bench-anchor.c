/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-placement.h"
#include "galley-text-structure.h"

#include <sys/resource.h>
#include <time.h>

/* Finds 10,000 claims of a draft of 1 MB in one of which 5 % of the sentences were edited, and
 * prints how long that takes beside the bound of a second, what memory it takes beside that of 100
 * MB, and how many times as long a tenth as much and ten times as much take. */

#define BOUND_MS 1000
#define BOUND_MB 100
#define N_RUNS 3

typedef struct
{
  GalleyDocument *old;
  GalleyDocument *new;
  GArray *claims; /* (element-type GalleyRange) */
} Drafts;

/* Of the processor's time, for other programs may be running. */
static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static double
get_peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024.0;
}

/* The n-th most common word is about 1/n as common as the first. */
static void
append_word (GString *text, GRand *rand)
{
  static const char *const syllables[] = { "ba", "ci",  "do",  "fe", "gu",  "ha",  "ji", "ko",
                                           "le", "mun", "nar", "po", "qui", "rus", "se", "ta" };
  double x = g_rand_double (rand);
  guint number = 20000 * x * x * x * x;

  do
    {
      g_string_append (text, syllables[number % G_N_ELEMENTS (syllables)]);
      number /= G_N_ELEMENTS (syllables);
    }
  while (number > 0);
}

static char *
make_sentence (GRand *rand)
{
  GString *sentence = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 6, 28);

  for (guint i = 0; i < n; i++)
    {
      append_word (sentence, rand);
      g_string_append (sentence, i + 1 < n ? " " : ".");
    }
  sentence->str[0] = g_ascii_toupper (sentence->str[0]);

  return g_string_free (sentence, FALSE);
}

static GalleyDocument *
make_draft (const GString *utf8)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyText) text = galley_text_new (utf8->str, utf8->len);
  g_autoptr (GBytes) bytes = g_bytes_new (utf8->str, utf8->len);

  galley_document_builder_set_text (builder, text);
  galley_text_structure_find (text, builder);
  return galley_document_builder_finish (builder, bytes, "text/plain");
}

static void
append_edited (GString *text, const char *sentence, GRand *rand)
{
  const char *at = strchr (sentence, ' ');

  g_string_append_len (text, sentence, at - sentence + 1);
  append_word (text, rand);
  g_string_append (text, at);
}

static void
drafts_init (Drafts *drafts, guint size_bytes, guint n_claims)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GString) old = g_string_new (NULL), new = g_string_new (NULL);
  guint step = size_bytes / n_claims;

  drafts->claims = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  while (old->len < size_bytes)
    {
      g_autofree char *sentence = make_sentence (rand);
      const char *end = g_rand_int_range (rand, 0, 6) == 0 ? "\n\n" : " ";
      GalleyRange claim = { old->len, old->len + strlen (sentence) };

      if (g_rand_int_range (rand, 0, 100) < 5)
        append_edited (new, sentence, rand);
      else
        g_string_append (new, sentence);
      g_string_append (old, sentence);
      /* A claim for each so many characters: the sentence, or half of it again. */
      for (; drafts->claims->len < old->len / step; claim.end -= galley_range_length (claim) / 2)
        g_array_append_val (drafts->claims, claim);
      g_string_append (old, end);
      g_string_append (new, end);
    }
  drafts->old = make_draft (old);
  drafts->new = make_draft (new);
}

static void
drafts_clear (Drafts *drafts)
{
  g_object_unref (drafts->old);
  g_object_unref (drafts->new);
  g_array_unref (drafts->claims);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drafts, drafts_clear)

static double
time_placing (const Drafts *drafts)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      double start = now_ms ();
      g_autoptr (GalleyAlignment) alignment = galley_alignment_new (drafts->old, drafts->new);
      g_autoptr (GArray) placements = galley_alignment_place (
          alignment, (const GalleyRange *) (gpointer) drafts->claims->data, drafts->claims->len);

      best = MIN (best, now_ms () - start);
    }

  return best;
}

static double
measure (guint size_bytes, guint n_claims)
{
  g_auto (Drafts) drafts = { NULL };
  double ms;

  drafts_init (&drafts, size_bytes, n_claims);
  ms = time_placing (&drafts);
  g_print ("%5.1f MB, %6u claims: %7.1f ms", size_bytes / 1e6, drafts.claims->len, ms);

  return ms;
}

int
main (int argc, char **argv)
{
  double tenth_ms, ms, ten_ms, peak_mb;

  tenth_ms = measure (100 * 1000, 1000);
  g_print ("\n");
  ms = measure (1000 * 1000, 10 * 1000);
  peak_mb = get_peak_mb ();
  g_print (", ratio %.2f of the bound; %.0f MB at most, ratio %.2f; ratio %.1f of a tenth\n",
           ms / BOUND_MS, peak_mb, peak_mb / BOUND_MB, ms / tenth_ms);
  ten_ms = measure (10 * 1000 * 1000, 100 * 1000);
  g_print (", ratio %.1f of 1 MB\n", ten_ms / ms);

  return 0;
}
