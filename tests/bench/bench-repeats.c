/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-document-builder.h"
#include "galley-repeat-verb.h"
#include "galley-twins.h"

#include <time.h>

/* Finds what an article of 1 MB with 10,000 claims says more than once. Prints how long the worker
 * takes beside the bound of a second, and each thing that the main loop does beside the 16 ms of a
 * frame. One sentence in ten is said before; half of those with a word that makes a difference, and
 * a hundred times the same. */

#define N_CLAIMS 10000
#define N_SAME 100
#define N_ROWS 200
#define BOUND_MS 1000.
#define FRAME_MS 16.

/* Of the processor's time for this thread, for others may be running. */
static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static void
print (const char *what, double start_ms, double bound_ms)
{
  double ms = now_ms () - start_ms;

  g_print ("%-44s %7.2f ms, %.2f of the bound\n", what, ms, ms / bound_ms);
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
  GString *sentence = g_string_new ("The");

  for (guint i = g_rand_int_range (rand, 8, 30); i > 0; i--)
    {
      g_string_append_c (sentence, ' ');
      append_word (sentence, rand);
    }
  return g_string_free (sentence, FALSE);
}

static GPtrArray *
make_sentences (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_CLAIMS; i++)
    {
      const char *before =
          i > 0 ? g_ptr_array_index (sentences, g_rand_int_range (rand, 0, i)) : "";

      if (i % (N_CLAIMS / N_SAME) == 0)
        g_ptr_array_add (sentences, g_strdup ("The strike killed 11 people"));
      else if (i % 20 == 1)
        g_ptr_array_add (sentences, g_strdup (before));
      else if (i % 20 == 11)
        g_ptr_array_add (sentences, g_strconcat (before, " reportedly", NULL));
      else
        g_ptr_array_add (sentences, make_sentence (rand));
    }

  return sentences;
}

static GalleyCheck *
make_check (void)
{
  GalleyArticleFields fields = { .title = "Title" };
  g_autoptr (GalleyArticle) article = galley_article_new ("article", &fields);
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);
  g_autoptr (GalleyDocument) document = NULL;
  g_autoptr (GPtrArray) sentences = make_sentences ();
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *id = g_uuid_string_random ();
      guint start = galley_document_builder_append (builder, g_ptr_array_index (sentences, i));
      GalleyClaimFields claim = {
        .range = { start, galley_document_builder_get_length (builder) },
        .status = i == 0 ? GALLEY_STATUS_CONFIRMED : GALLEY_STATUS_PENDING,
      };

      g_ptr_array_add (claims, galley_claim_new (id, &claim));
      galley_document_builder_append (builder, ".");
      galley_document_builder_add_block (
          builder, GALLEY_BLOCK_PARAGRAPH, 0,
          (GalleyRange){ start, galley_document_builder_get_length (builder) });
      galley_document_builder_append (builder, "\n\n");
    }
  document = galley_document_builder_finish (builder, original, "text/plain");
  g_print ("%u characters, %u claims\n",
           galley_text_get_length (galley_document_get_text (document)), claims->len);

  return galley_check_new (article, document, claims, NULL);
}

/* What goes to the worker is taken along by the main loop. */
static void
measure_start (GalleyCheck *check)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  double start = now_ms ();

  galley_twins_new_async (check, cancellable, /* callback= */ NULL, NULL);
  print ("main loop: to start the worker", start, FRAME_MS);
  g_cancellable_cancel (cancellable);
}

static void
measure_rows (GalleyCheck *check, GalleyTwins *twins)
{
  GalleyClaimList *claims = galley_check_get_claims (check);
  double start = now_ms ();
  guint n = 0;

  for (guint i = 0; i < N_ROWS; i++)
    n += galley_twins_count (twins, galley_claim_list_peek (claims, i));
  print ("main loop: 200 rows of the list", start, FRAME_MS);
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GalleyCheck) check = make_check ();
  GalleyClaim *claim = galley_claim_list_peek (galley_check_get_claims (check), 0);
  g_autoptr (GalleyTwins) twins = NULL;
  g_autoptr (GPtrArray) list = NULL, groups = NULL;
  g_autoptr (GArray) same = NULL;
  g_autoptr (GalleyAction) action = NULL;
  double start = now_ms ();

  twins = galley_twins_new (check);
  print ("worker: all repeats", start, BOUND_MS);
  start = now_ms ();
  g_assert_true (galley_twins_is_current (twins, check));
  print ("main loop: whether something changed", start, FRAME_MS);
  start = now_ms ();
  list = galley_twins_list (twins, check, claim);
  print ("main loop: the mentions of a claim", start, FRAME_MS);
  measure_rows (check, twins);
  measure_start (check);
  start = now_ms ();
  same = galley_twins_list_same (twins, claim, (GalleyRange){ 0, 10000 });
  print ("main loop: outlines of a frame", start, FRAME_MS);
  start = now_ms ();
  action = galley_verb_repeat (check, claim, list, NULL);
  print ("main loop: a verdict for all of them", start, FRAME_MS);
  start = now_ms ();
  groups = galley_twins_list_groups (twins, check);
  print ("command line: all groups", start, BOUND_MS);
  g_print ("%u mentions of the claim, %u groups\n", list->len, groups->len);

  return 0;
}
