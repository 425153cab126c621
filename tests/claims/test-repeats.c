/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-repeats.h"

#include "galley-import.h"
#include "galley-sentences.h"

#include <string.h>

#define N_CLAIMS 2000

/* Drift of the pair of two texts, or -1 if they do not tell of the same. Others stand around them,
 * without which no word would weigh more than another. */
static int
compare (const char *first, const char *second)
{
  const char *const texts[] = {
    first,
    "The mayor opened a new library in the harbour district.",
    "Wheat prices rose by 4 percent in the spring.",
    "Her team won the cup for the third time.",
    second,
    "Engineers inspected the old bridge last week.",
    "The orchestra plays Mahler on Friday.",
  };
  g_autoptr (GArray) repeats = galley_repeats_find (texts, G_N_ELEMENTS (texts));

  for (guint i = 0; i < repeats->len; i++)
    {
      const GalleyRepeat *repeat = &g_array_index (repeats, GalleyRepeat, i);

      if (repeat->first == 0 && repeat->second == 4)
        return repeat->drift;
    }

  return -1;
}

static void
test_drift (void)
{
  static const struct
  {
    const char *first;
    const char *second;
    int drift;
  } cases[] = {
    { "The strike killed 11 people.", "The strike killed 11 people.", 0 },
    { "The strike killed 11 people.", "A strike killed eleven people", 0 },
    { "The strike killed 11 people.", "The strike “killed” 11 people!", 0 },
    { "The strike killed 1,100 people.", "The strike killed 1100 people.", 0 },
    { "The strike killed 11 people.", "The strike killed 12 people.", GALLEY_DRIFT_NUMBER },
    { "The strike killed 11 people.", "The strike reportedly killed 11 people.",
      GALLEY_DRIFT_HEDGE },
    { "The strike killed 11 people.", "The strike did not kill 11 people.", GALLEY_DRIFT_NEGATION },
    { "The strike killed 11 people.", "The strike didn’t kill 11 people.", GALLEY_DRIFT_NEGATION },
    { "The strike killed 11 people.", "The strike could kill 11 people.", GALLEY_DRIFT_MODAL },
    { "The strike killed 11 people.", "The strike injured 11 people.", GALLEY_DRIFT_WORDS },
    { "On Monday Rubio met Sheinbaum.", "On Monday Rubio met Harfuch.",
      GALLEY_DRIFT_NAME | GALLEY_DRIFT_WORDS },
    { "Rubio met ministers in Mexico City.", "Harfuch met ministers in Mexico City.",
      GALLEY_DRIFT_NAME | GALLEY_DRIFT_WORDS },
    { "The strike killed 11 people.", "The council meets on Tuesday.", -1 },
    { "The strike killed 11 people.", "", -1 },
    { "Struck.", "Struck.", 0 },
    { "", "Struck.", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int drift = compare (cases[i].first, cases[i].second);

      g_test_message ("%s | %s", cases[i].first, cases[i].second);
      g_assert_cmpint (drift, ==, cases[i].drift);
      g_assert_cmpint (compare (cases[i].second, cases[i].first), ==, cases[i].drift);
    }
}

/* The example tells of the boat three times, each time with another certainty. */
static void
test_example (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "example", "us-mexico-security.txt", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GalleyDocument) document = NULL;
  g_autoptr (GArray) sentences = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) repeats = NULL;
  guint mentions[3], n_mentions = 0, n_linked = 0;
  gsize length_bytes;

  g_assert_true (g_file_get_contents (path, &data, &length_bytes, NULL));
  bytes = g_bytes_new (data, length_bytes);
  document = galley_import_bytes (bytes, "us-mexico-security.txt", NULL);
  g_assert_nonnull (document);
  sentences = galley_document_find_sentences (document);
  for (guint i = 0; i < sentences->len; i++)
    {
      char *words = galley_text_slice (galley_document_get_text (document),
                                       g_array_index (sentences, GalleyRange, i));

      if (strstr (words, " boat ") != NULL)
        mentions[n_mentions++] = i;
      g_ptr_array_add (texts, words);
    }
  g_assert_cmpuint (n_mentions, ==, 3);

  repeats = galley_repeats_find ((const char *const *) texts->pdata, texts->len);
  for (guint i = 0; i < repeats->len; i++)
    {
      const GalleyRepeat *repeat = &g_array_index (repeats, GalleyRepeat, i);

      g_test_message ("%x\n  %s\n  %s", repeat->drift,
                      (char *) g_ptr_array_index (texts, repeat->first),
                      (char *) g_ptr_array_index (texts, repeat->second));
      for (guint j = 1; j < n_mentions; j++)
        if (repeat->first == mentions[j - 1] && repeat->second == mentions[j])
          {
            g_assert_true (repeat->drift & GALLEY_DRIFT_HEDGE);
            n_linked++;
          }
    }
  g_assert_cmpuint (n_linked, ==, 2);
}

/* Pairs of made-up claims are in order, each once, and only those that are alike; what is the same
 * is found, whatever stands around it, and what is in one group is connected. */
static void
test_properties (void)
{
  static const char *const words[] = {
    "boat",  "strike", "killed", "not",     "reportedly", "11",
    "Rubio", "may",    "people", "harbour", "twelve",     "met"
  };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) repeats = NULL;
  g_autofree guint *groups = NULL;

  for (guint i = 0; i < N_CLAIMS; i++)
    {
      GString *text = g_string_new ("It");
      guint n = g_test_rand_int_range (1, 6);

      for (guint j = 0; j < n; j++)
        g_string_append_printf (text, " %s",
                                words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      g_string_append_printf (text, " x%d", g_test_rand_int_range (0, N_CLAIMS / 4));
      g_ptr_array_add (texts, g_string_free (text, FALSE));
    }

  repeats = galley_repeats_find ((const char *const *) texts->pdata, texts->len);
  groups = galley_repeats_group ((GalleyRepeat *) repeats->data, repeats->len, texts->len);
  for (guint i = 0; i < repeats->len; i++)
    {
      const GalleyRepeat *repeat = &g_array_index (repeats, GalleyRepeat, i);
      const GalleyRepeat *before = i > 0 ? repeat - 1 : NULL;

      g_assert_cmpuint (repeat->first, <, repeat->second);
      g_assert_true (before == NULL || before->second < repeat->second ||
                     (before->second == repeat->second && before->first < repeat->first));
      g_assert_cmpuint (groups[repeat->first], ==, groups[repeat->second]);
    }
  for (guint i = 0; i < texts->len; i++)
    {
      gpointer first;

      g_assert_cmpuint (groups[i], <=, i);
      if (g_hash_table_lookup_extended (seen, g_ptr_array_index (texts, i), NULL, &first))
        g_assert_cmpuint (groups[GPOINTER_TO_UINT (first)], ==, groups[i]);
      g_hash_table_insert (seen, g_ptr_array_index (texts, i), GUINT_TO_POINTER (i));
    }
}

/* The same words ten thousand times are a chain and not fifty million pairs. */
static void
test_many (void)
{
  const guint n = 10000;
  g_autofree const char **texts = g_new (const char *, n);
  g_autoptr (GArray) repeats = NULL;
  g_autofree guint *groups = NULL;

  for (guint i = 0; i < n; i++)
    texts[i] = "The strike killed 11 people.";
  repeats = galley_repeats_find (texts, n);
  groups = galley_repeats_group ((GalleyRepeat *) repeats->data, repeats->len, n);
  g_assert_cmpuint (repeats->len, ==, n - 1);
  g_assert_cmpuint (groups[n - 1], ==, 0);
}

static void
test_none (void)
{
  g_autoptr (GArray) repeats = galley_repeats_find (NULL, 0);
  g_autofree guint *groups = galley_repeats_group (NULL, 0, 0);

  g_assert_cmpuint (repeats->len, ==, 0);
  g_assert_nonnull (groups);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/claims/repeats/drift", test_drift);
  g_test_add_func ("/claims/repeats/example", test_example);
  g_test_add_func ("/claims/repeats/properties", test_properties);
  g_test_add_func ("/claims/repeats/many", test_many);
  g_test_add_func ("/claims/repeats/none", test_none);

  return g_test_run ();
}
