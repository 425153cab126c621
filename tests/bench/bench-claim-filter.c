/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-filter.h"

#include <time.h>

/* Filters 100,000 claims by status and by words and prints how long each takes, and as a part of
 * the 70 ms within which a filter has to answer. A row that shows the list is no part of it. */

#define N_CLAIMS 100000
#define LENGTH 80
#define BOUND_MS 70.

/* Of the processor's time, for other programs may be running. */
static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static GalleyText *
make_text (void)
{
  static const char *words[] = { "the",    "committee", "found",   "that",    "measured",
                                 "growth", "in",        "coastal", "regions", "was",
                                 "lower",  "than",      "añejo",   "Études" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint length = 0;

  while (length < N_CLAIMS * LENGTH)
    {
      const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];

      g_string_append (text, word);
      g_string_append_c (text, ' ');
      length += g_utf8_strlen (word, -1) + 1;
    }

  return galley_text_new (text->str, text->len);
}

static GalleyClaimList *
make_claims (void)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_CLAIMS; i++)
    {
      g_autofree char *id = g_strdup_printf ("%08u", i);
      GalleyClaimFields fields = { .range = { i * LENGTH, (i + 1) * LENGTH },
                                   .status = i % GALLEY_N_STATUSES };

      g_ptr_array_add (claims, galley_claim_new (id, &fields));
    }

  return galley_claim_list_new (claims);
}

static void
print (const char *what, double start_ms, GalleyClaimFilter *filter)
{
  double ms = now_ms () - start_ms;

  g_print ("%-32s %6.1f ms, %.2f of the bound, %u claims\n", what, ms, ms / BOUND_MS,
           g_list_model_get_n_items (G_LIST_MODEL (filter)));
}

static void
measure_words (GalleyClaimFilter *filter, const char *words)
{
  g_autofree char *what = g_strdup_printf ("words “%s”", words);
  double start = now_ms ();

  galley_claim_filter_set_words (filter, words);
  print (what, start, filter);
}

int
main (int argc, char **argv)
{
  g_autoptr (GalleyText) text = make_text ();
  g_autoptr (GalleyClaimList) claims = make_claims ();
  g_autoptr (GalleyClaimFilter) filter = galley_claim_filter_new (claims, text);
  double start = now_ms ();

  galley_claim_filter_set_statuses (filter, 1u << GALLEY_STATUS_DISPUTED);
  print ("one status", start, filter);
  start = now_ms ();
  galley_claim_filter_set_statuses (filter, GALLEY_CLAIM_FILTER_ALL);
  print ("all statuses", start, filter);

  measure_words (filter, "c");
  measure_words (filter, "coa");
  measure_words (filter, "coastal anejo");
  measure_words (filter, "nowhere");

  return 0;
}
