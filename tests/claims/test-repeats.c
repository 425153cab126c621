/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-repeats.h"

#include "galley-import.h"
#include "galley-sentences.h"

#include <string.h>

#define N_CLAIMS 2000

/* An article with each text as a paragraph, and what it repeats. */
typedef struct
{
  GalleyDocument *document;
  GArray *ranges; /* (element-type GalleyRange) */
  GalleyRepeats *repeats;
} Article;

static void
article_clear (Article *article)
{
  galley_repeats_free (article->repeats);
  g_array_unref (article->ranges);
  g_object_unref (article->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Article, article_clear)

static void
article_find (Article *article)
{
  article->repeats = galley_repeats_new (
      article->document, (GalleyRange *) (gpointer) article->ranges->data, article->ranges->len);
}

static void
article_init (Article *article, const char *const *texts, guint n_texts)
{
  g_autoptr (GString) all = g_string_new ("Title\n\n");
  g_autoptr (GBytes) bytes = NULL;
  guint at = all->len;

  article->ranges = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  for (guint i = 0; i < n_texts; i++)
    {
      GalleyRange range = { at, at + g_utf8_strlen (texts[i], -1) };

      g_array_append_val (article->ranges, range);
      g_string_append_printf (all, "%s\n\n", texts[i]);
      at = range.end + 2;
    }
  bytes = g_bytes_new (all->str, all->len);
  article->document = galley_import_bytes (bytes, "article.txt", NULL);
  g_assert_nonnull (article->document);
  article_find (article);
}

static gboolean
is_listed (Article *article, guint position, guint other)
{
  g_autoptr (GArray) others = galley_repeats_list (article->repeats, position);

  for (guint i = 0; i < others->len; i++)
    if (g_array_index (others, guint, i) == other)
      return TRUE;

  return FALSE;
}

/* Others stand around the two, without which no word would weigh more than another. */
static void
article_init_pair (Article *article, const char *first, const char *second)
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

  article_init (article, texts, G_N_ELEMENTS (texts));
}

/* Of the pair of two texts, or -1 if they do not tell of the same. */
static int
compare (const char *first, const char *second, GalleyMentionDifference *out_difference)
{
  g_auto (Article) article = { NULL };

  article_init_pair (&article, first, second);
  g_assert_cmpint (is_listed (&article, 0, 4), ==, is_listed (&article, 4, 0));
  if (!is_listed (&article, 0, 4))
    return -1;

  galley_repeats_compare (article.repeats, 0, 4, out_difference);
  return out_difference->changes;
}

#define NUMBER GALLEY_DIFFERENCE_NUMBER
#define NAME GALLEY_DIFFERENCE_NAME
#define NEGATION GALLEY_DIFFERENCE_NEGATION
#define MODAL GALLEY_DIFFERENCE_MODAL
#define HEDGE GALLEY_DIFFERENCE_HEDGE
#define QUOTATION GALLEY_DIFFERENCE_QUOTATION
#define WORDS GALLEY_DIFFERENCE_WORDS

static void
test_drift (void)
{
  static const struct
  {
    const char *first;
    const char *second;
    int changes;
    GalleyDifference gravest;
  } cases[] = {
    { "The strike killed 11 people.", "The strike killed 11 people.", 0, 0 },
    { "The strike killed 11 people.", "A strike killed eleven people", 0, 0 },
    { "The strike killed 11 people.", "The strike killed 11 people!", 0, 0 },
    { "The strike killed 1,100 people.", "The strike killed 1100 people.", 0, 0 },
    { "The strike’s victims were 11.", "The strike's victims were 11.", 0, 0 },
    { "The strike killed 11 people.", "The strike killed 12 people.", NUMBER, NUMBER },
    { "The strike killed 11 people.", "The strike killed 1.1 people.", NUMBER, NUMBER },
    { "The strike cost 1,5 million.", "The strike cost 15 million.", NUMBER, NUMBER },
    { "The strike killed a dozen people.", "The strike killed dozens people.", NUMBER, NUMBER },
    { "The strike cost $5 million.", "The strike cost €5 million.", NUMBER, NUMBER },
    { "The strike hit after dawn there.", "The strike hit before dawn there.", NUMBER, NUMBER },
    { "The strike killed 11 people.", "The strike reportedly killed 11 people.", HEDGE, HEDGE },
    { "The strike killed 11 people.", "The strike killed about 12 people.", HEDGE | NUMBER,
      NUMBER },
    { "The strike killed 11 people.", "Did the strike kill 11 people?", HEDGE | WORDS, HEDGE },
    { "The strike killed 11 people.", "The strike did not kill 11 people.", NEGATION | WORDS,
      NEGATION },
    { "The strike killed 11 people.", "The strike hasn’t killed 11 people.", NEGATION, NEGATION },
    { "The strike killed 11 people.", "The strike could have killed 11 people.", MODAL | WORDS,
      MODAL },
    { "The strike killed 11 people.", "The strike “killed” 11 people.", QUOTATION, QUOTATION },
    { "The strike killed 11 people.", "The strike injured 11 people.", WORDS, WORDS },
    { "The strike kills 11 people.", "The strike killed 11 people.", WORDS, WORDS },
    { "Rubio was secretary in Mexico.", "Rubio is secretary in Mexico.", WORDS, WORDS },
    { "On Monday Rubio met Sheinbaum.", "On Monday Rubio met Harfuch.", NAME, NAME },
    { "Rubio met ministers in Mexico City.", "Harfuch met ministers in Mexico City.", NAME, NAME },
    { "Officials met Garcia in Mexico City.", "Officials met García in Mexico City.", NAME, NAME },
    { "Rubio praised Sheinbaum in Mexico.", "Sheinbaum praised Rubio in Mexico.", NAME | WORDS,
      NAME },
    { "The strike killed 11 people.", "The council meets on Tuesday.", -1, 0 },
    { "Struck harbour boats.", "Struck harbour boats.", 0, 0 },
    { "קראתי את הדוח אתמול בבוקר.", "קראתי את הדוח אתמול בבוקר.", 0, 0 },
    { "קראתי את הדוח אתמול בבוקר.", "קראתי את הדוח היום בבוקר.", NAME, NAME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GalleyMentionDifference there = { 0 }, back = { 0 };

      g_test_message ("%s | %s", cases[i].first, cases[i].second);
      g_assert_cmphex (compare (cases[i].first, cases[i].second, &there), ==, cases[i].changes);
      g_assert_cmphex (compare (cases[i].second, cases[i].first, &back), ==, cases[i].changes);
      g_assert_cmphex (there.gravest, ==, cases[i].gravest);
      g_assert_cmphex (back.gravest, ==, cases[i].gravest);
      g_assert_false (there.is_vague);
    }
}

static void
assert_named (const char *first, const char *second, const char *own, const char *other)
{
  g_auto (Article) article = { NULL };
  GalleyMentionDifference difference;
  GalleyText *text;
  g_autofree char *first_words = NULL, *second_words = NULL;

  article_init_pair (&article, first, second);
  galley_repeats_compare (article.repeats, 0, 4, &difference);
  text = galley_document_get_text (article.document);
  first_words = galley_text_slice (text, difference.first);
  second_words = galley_text_slice (text, difference.second);
  g_assert_cmpstr (first_words, ==, own);
  g_assert_cmpstr (second_words, ==, other);
}

static void
test_named (void)
{
  assert_named ("The mayor bought 40 buses.", "The mayor bought 45 buses.", "40", "45");
  assert_named ("The mayor bought 40 million buses.", "The mayor bought 45 buses.", "40", "45");
  assert_named ("The mayor bought 40 buses.", "The mayor reportedly bought 40 buses.", "",
                "reportedly");
  assert_named ("The mayor never bought 40 buses.", "The mayor bought 45 buses.", "never", "");
  assert_named ("The mayor bought 40 buses last week.", "The mayor bought 41 buses this week.",
                "40", "41");
}

/* Claims of parts of sentences, marked with brackets, which are not in the article. */
static void
article_init_parts (Article *article, const char *marked)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  GalleyRange range = { 0, 0 };
  guint at = 0;

  article->ranges = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  for (const char *p = marked; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '[')
      range.start = at;
    else if (*p == ']')
      {
        range.end = at;
        g_array_append_val (article->ranges, range);
      }
    else
      {
        g_string_append_unichar (all, g_utf8_get_char (p));
        at++;
      }
  bytes = g_bytes_new (all->str, all->len);
  article->document = galley_import_bytes (bytes, "article.txt", NULL);
  g_assert_nonnull (article->document);
  article_find (article);
}

/* The same words are another statement where what stands around them is. */
static void
test_surroundings (void)
{
  static const struct
  {
    const char *marked;
    GalleyDifference changes;
    gboolean is_vague;
  } cases[] = {
    { "A strike [killed 11 people]. The strike [killed 11 people].", 0, FALSE },
    { "A strike [killed 11 people]. The strike reportedly [killed 11 people].", HEDGE, FALSE },
    { "A strike [killed 11 people]. It is not true that a strike [killed 11 people].", NEGATION,
      FALSE },
    { "Wheat prices [rose by 5 percent]. Rice prices [rose by 5 percent].", NAME, FALSE },
    { "In March Rubio [met the mayor]. In March Harfuch [met the mayor].", NAME, FALSE },
    { "It cost $[5 million here]. It cost €[5 million here].", NUMBER, FALSE },
    { "He said a “strike [killed 11 people]”. He said a strike [killed 11 people].", QUOTATION,
      FALSE },
    { "[He resigned on Tuesday.] Two more met. [He resigned on Tuesday.]", 0, TRUE },
    { "[This cost the city $4 million.] Two more. [This cost the city $4 million.]", 0, TRUE },
    { "[It continued.] Two more met. [It continued.]", 0, TRUE },
    { "[Continued there.] Two more met. [Continued there.]", 0, TRUE },
    { "[He said the mayor resigned on Tuesday at noon.] Two more. "
      "[He said the mayor resigned on Tuesday at noon.]",
      0, FALSE },
    { "Title\n\nFacts\n\n[The strike killed 11 people.]\n\nUnconfirmed\n\n"
      "[The strike killed 11 people.]\n",
      HEDGE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Article) article = { NULL };
      GalleyMentionDifference difference;

      g_test_message ("%s", cases[i].marked);
      article_init_parts (&article, cases[i].marked);
      g_assert_true (is_listed (&article, 0, 1));
      galley_repeats_compare (article.repeats, 0, 1, &difference);
      g_assert_cmphex (difference.changes & cases[i].changes, ==, cases[i].changes);
      g_assert_cmphex (difference.changes != 0, ==, cases[i].changes != 0);
      g_assert_cmpint (difference.is_vague, ==, cases[i].is_vague);
      g_assert_cmpuint (galley_repeats_count (article.repeats, 0), ==,
                        cases[i].changes == 0 && !cases[i].is_vague ? 1 : 0);
    }
}

/* A claim within another is no repeat of it, nor are two claims of the same words. */
static void
test_overlapping (void)
{
  g_auto (Article) article = { NULL };

  article_init_parts (&article, "[The strike [killed 11 people].] [Rain fell in May everywhere.]");
  g_array_append_val (article.ranges, g_array_index (article.ranges, GalleyRange, 2));
  galley_repeats_free (article.repeats);
  article_find (&article);
  for (guint i = 0; i < article.ranges->len; i++)
    {
      g_autoptr (GArray) others = galley_repeats_list (article.repeats, i);

      g_assert_cmpuint (others->len, ==, 0);
      g_assert_false (galley_repeats_has_other (article.repeats, i));
      g_assert_cmpuint (galley_repeats_count (article.repeats, i), ==, 0);
    }
}

static guint
find_range (Article *article, const char *words)
{
  for (guint i = 0; i < article->ranges->len; i++)
    {
      g_autofree char *own = galley_text_slice (galley_document_get_text (article->document),
                                                g_array_index (article->ranges, GalleyRange, i));

      if (strstr (own, words) != NULL)
        return i;
    }

  g_assert_not_reached ();
}

static void
assert_differ (Article *article, const char *first, const char *second, GalleyDifference changes)
{
  guint own = find_range (article, first), other = find_range (article, second);
  GalleyMentionDifference difference;

  g_test_message ("%s | %s", first, second);
  g_assert_true (is_listed (article, own, other));
  galley_repeats_compare (article->repeats, own, other, &difference);
  g_assert_cmphex (difference.changes & changes, ==, changes);
}

/* The example tells of several things in a list and again in its body, and never with the same
 * certainty. */
static void
test_example (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "example", "us-mexico-security.txt", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (Article) article = { NULL };
  g_autofree guint *groups = NULL;
  gsize length_bytes;

  g_assert_true (g_file_get_contents (path, &data, &length_bytes, NULL));
  bytes = g_bytes_new (data, length_bytes);
  article.document = galley_import_bytes (bytes, "us-mexico-security.txt", NULL);
  article.ranges = galley_document_find_sentences (article.document);
  article_find (&article);

  assert_differ (&article, "carried out a lethal strike", "reported the previous day",
                 HEDGE | NUMBER);
  assert_differ (&article, "reported the previous day", "intended route of the boat", HEDGE);
  assert_differ (&article, "The two governments issued", "group will be formed", MODAL | NEGATION);
  assert_differ (&article, "group will be formed", "have not been released", NEGATION);
  assert_differ (&article, "Rubio met President Claudia", "The meeting took place", NUMBER);
  assert_differ (&article, "Mexico emphasized that any U.S.", "remains unclear beyond", HEDGE);

  groups = galley_repeats_group (article.repeats);
  g_assert_cmpuint (groups[find_range (&article, "carried out a lethal strike")], ==,
                    groups[find_range (&article, "intended route of the boat")]);
  for (guint i = 0; i < article.ranges->len; i++)
    g_assert_cmpuint (galley_repeats_count (article.repeats, i), ==, 0);
}

/* Of made-up claims the same are the same whatever stands around them, being alike goes both ways,
 * what is alike is in one group, and mentions are the same if and only if nothing differs. */
static void
test_properties (void)
{
  static const char *const words[] = {
    "boat",  "strike", "killed", "not",     "reportedly", "11",
    "Rubio", "may",    "people", "harbour", "twelve",     "met"
  };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_auto (Article) article = { NULL };
  g_autofree guint *groups = NULL;

  for (guint i = 0; i < N_CLAIMS; i++)
    {
      GString *text = g_string_new ("Boats");
      guint n = g_test_rand_int_range (1, 6);

      for (guint j = 0; j < n; j++)
        g_string_append_printf (text, " %s",
                                words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      g_string_append_printf (text, " x%d.", g_test_rand_int_range (0, N_CLAIMS / 4));
      g_ptr_array_add (texts, g_string_free (text, FALSE));
    }

  article_init (&article, (const char *const *) texts->pdata, texts->len);
  groups = galley_repeats_group (article.repeats);
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (GArray) others = galley_repeats_list (article.repeats, i);
      guint n_same = 0;

      g_assert_cmpuint (groups[i], <=, i);
      g_assert_cmpint (others->len > 0, ==, galley_repeats_has_other (article.repeats, i));
      for (guint j = 0; j < others->len; j++)
        {
          guint other = g_array_index (others, guint, j);
          GalleyMentionDifference difference, back;

          g_assert_cmpuint (other, !=, i);
          g_assert_true (j == 0 || g_array_index (others, guint, j - 1) < other);
          g_assert_cmpuint (groups[other], ==, groups[i]);
          g_assert_true (is_listed (&article, other, i));
          galley_repeats_compare (article.repeats, i, other, &difference);
          galley_repeats_compare (article.repeats, other, i, &back);
          g_assert_cmpint (difference.changes == 0, ==, back.changes == 0);
          n_same += difference.changes == 0;
          if (g_str_equal (g_ptr_array_index (texts, i), g_ptr_array_index (texts, other)))
            g_assert_cmphex (difference.changes, ==, 0);
        }
      if (galley_repeats_count (article.repeats, i) > 0)
        g_assert_cmpuint (galley_repeats_count (article.repeats, i), ==, n_same);
    }
}

/* The same words ten thousand times are one kind and not fifty million pairs. */
static void
test_many (void)
{
  const guint n = 10000;
  g_autofree const char **texts = g_new (const char *, n);
  g_auto (Article) article = { NULL };
  g_autofree guint *groups = NULL;

  for (guint i = 0; i < n; i++)
    texts[i] = "The strike killed 11 people.";
  article_init (&article, texts, n);
  groups = galley_repeats_group (article.repeats);
  g_assert_cmpuint (galley_repeats_count (article.repeats, 7), ==, n - 1);
  g_assert_cmpuint (groups[n - 1], ==, 0);
}

/* Nothing to say again: no words, no letters, more than anybody would write twice. */
static void
test_hostile (void)
{
  g_autoptr (GString) endless = g_string_new (NULL);
  g_auto (Article) article = { NULL };
  GalleyRange empty = { 3, 3 }, outside;

  for (guint i = 0; i < 20000; i++)
    g_string_append (endless, "word ");
  {
    const char *const texts[] = {
      "—",
      "—",
      "The.",
      "The.",
      endless->str,
      endless->str,
      "مرحبا بالعالم كله",
      "مرحبا بالعالم كله",
    };

    article_init (&article, texts, G_N_ELEMENTS (texts));
  }
  outside.start = outside.end =
      galley_text_get_length (galley_document_get_text (article.document));
  g_array_append_val (article.ranges, empty);
  g_array_append_val (article.ranges, outside);
  galley_repeats_free (article.repeats);
  article_find (&article);
  for (guint i = 0; i < article.ranges->len; i++)
    g_assert_cmpuint (galley_repeats_count (article.repeats, i), ==, i == 6 || i == 7 ? 1 : 0);
}

static void
test_none (void)
{
  g_auto (Article) article = { NULL };
  g_autofree guint *groups = NULL;

  article_init (&article, NULL, 0);
  groups = galley_repeats_group (article.repeats);
  g_assert_nonnull (groups);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/claims/repeats/drift", test_drift);
  g_test_add_func ("/claims/repeats/named", test_named);
  g_test_add_func ("/claims/repeats/surroundings", test_surroundings);
  g_test_add_func ("/claims/repeats/overlapping", test_overlapping);
  g_test_add_func ("/claims/repeats/example", test_example);
  g_test_add_func ("/claims/repeats/properties", test_properties);
  g_test_add_func ("/claims/repeats/many", test_many);
  g_test_add_func ("/claims/repeats/hostile", test_hostile);
  g_test_add_func ("/claims/repeats/none", test_none);

  return g_test_run ();
}
