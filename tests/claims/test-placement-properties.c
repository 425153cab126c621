/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drafts.h"
#include "galley-placement.h"

/* What holds for any two drafts. Drafts are made word by word, and each word of the new one knows
 * which word of the old one it is, so that it can be told if a claim was sent to a wrong place. */

/* Sanitizers make everything slower. */
#ifdef GALLEY_SANITIZED
#define N_RUNS 200
#else
#define N_RUNS 1000
#endif
#define N_VOCABULARY 400
#define NEW_WORD G_MAXUINT

typedef struct
{
  guint number; /* in the vocabulary */
  guint origin; /* index in the old draft, or NEW_WORD */
} Word;

/* The words of a sentence. */
typedef GArray Sentence;

typedef struct
{
  GString *text;
  GArray *ranges;  /* (element-type GalleyRange), of each word */
  GArray *origins; /* (element-type guint), of each word */
} Draft;

static void
draft_init (Draft *draft)
{
  draft->text = g_string_new (NULL);
  draft->ranges = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  draft->origins = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
draft_clear (Draft *draft)
{
  g_string_free (draft->text, TRUE);
  g_array_unref (draft->ranges);
  g_array_unref (draft->origins);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

/* Common words are as common as they are in texts: the n-th has a share of 1/n. */
static guint
pick_word (GRand *rand)
{
  double x = g_rand_double (rand);

  return N_VOCABULARY * x * x * x;
}

static void
append_word (GString *text, guint number, gboolean has_capital)
{
  static const char *const syllables[] = { "ba", "ci", "do", "fe", "gu", "ha", "ji", "ko" };
  gsize start = text->len;

  if (number % 23 == 7)
    {
      g_string_append_printf (text, "%u", number);
      return;
    }
  for (guint i = 0; i < 3; i++, number /= G_N_ELEMENTS (syllables))
    g_string_append (text, syllables[number % G_N_ELEMENTS (syllables)]);
  if (has_capital)
    text->str[start] = g_ascii_toupper (text->str[start]);
}

static Sentence *
make_sentence (GRand *rand)
{
  Sentence *sentence = g_array_new (FALSE, FALSE, sizeof (Word));
  guint n = g_rand_int_range (rand, 3, 18);

  for (guint i = 0; i < n; i++)
    {
      Word word = { pick_word (rand), NEW_WORD };

      g_array_append_val (sentence, word);
    }

  return sentence;
}

static void
append_sentence (Draft *draft, const Sentence *sentence, GRand *rand)
{
  for (guint i = 0; i < sentence->len; i++)
    {
      Word word = g_array_index (sentence, Word, i);
      GalleyRange range = { draft->text->len, 0 };

      append_word (draft->text, word.number, i == 0);
      range.end = draft->text->len;
      g_array_append_val (draft->ranges, range);
      g_array_append_val (draft->origins, word.origin);
      g_string_append (draft->text, i + 1 < sentence->len ? " " : ".");
    }
  g_string_append (draft->text, g_rand_int_range (rand, 0, 4) == 0 ? "\n\n" : " ");
}

static GPtrArray *
make_sentences (GRand *rand)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n = g_rand_int_range (rand, 1, 60);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sentences, make_sentence (rand));

  return sentences;
}

/* Numbers the words of the old draft. */
static void
number_words (GPtrArray *sentences)
{
  guint n = 0;

  for (guint i = 0; i < sentences->len; i++)
    {
      Sentence *sentence = g_ptr_array_index (sentences, i);

      for (guint k = 0; k < sentence->len; k++)
        g_array_index (sentence, Word, k).origin = n++;
    }
}

static void
edit_sentence (GRand *rand, Sentence *sentence)
{
  guint at = g_rand_int_range (rand, 0, sentence->len);
  Word word = { pick_word (rand), NEW_WORD };

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      g_array_index (sentence, Word, at) = word;
      break;
    case 1:
      g_array_insert_val (sentence, at, word);
      break;
    default:
      if (sentence->len > 2)
        g_array_remove_index (sentence, at);
      break;
    }
}

/* Writers delete, insert, move and edit. */
static void
edit (GRand *rand, GPtrArray *sentences)
{
  guint n = g_rand_int_range (rand, 0, 20);

  for (guint i = 0; i < n && sentences->len > 0; i++)
    {
      guint at = g_rand_int_range (rand, 0, sentences->len);
      Sentence *moved;

      switch (g_rand_int_range (rand, 0, 8))
        {
        case 0:
          g_ptr_array_remove_index (sentences, at);
          break;
        case 1:
          g_ptr_array_insert (sentences, at, make_sentence (rand));
          break;
        case 2:
          moved = g_ptr_array_steal_index (sentences, at);
          g_ptr_array_insert (sentences, g_rand_int_range (rand, 0, sentences->len + 1), moved);
          break;
        default:
          edit_sentence (rand, g_ptr_array_index (sentences, at));
          break;
        }
    }
}

static void
write_draft (Draft *draft, GPtrArray *sentences, GRand *rand)
{
  draft_init (draft);
  for (guint i = 0; i < sentences->len; i++)
    append_sentence (draft, g_ptr_array_index (sentences, i), rand);
}

/* Claims of some words in a row. */
static GArray *
make_claims (GRand *rand, const Draft *draft)
{
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (GalleyRange));

  for (guint i = 0; i < 40; i++)
    {
      guint first = g_rand_int_range (rand, 0, draft->ranges->len);
      guint length = g_rand_int_range (rand, 0, 14);
      guint last = MIN (draft->ranges->len - 1, first + length);
      GalleyRange claim = { g_array_index (draft->ranges, GalleyRange, first).start,
                            g_array_index (draft->ranges, GalleyRange, last).end };

      g_array_append_val (claims, claim);
    }

  return claims;
}

static guint
find_word (const Draft *draft, guint offset)
{
  guint i = 0;

  while (g_array_index (draft->ranges, GalleyRange, i).start != offset)
    i++;

  return i;
}

static gboolean
is_origin_in (const Draft *new, guint index, gint start, gint end)
{
  guint origin = index < new->origins->len ? g_array_index (new->origins, guint, index) : NEW_WORD;

  return origin != NEW_WORD && (gint) origin >= start && (gint) origin < end;
}

/* Whether a word near @index in @new was near @origin in the old draft. */
static gboolean
is_near (const Draft *new, guint index, guint origin)
{
  for (guint i = index - MIN (index, 2); i <= index + 2; i++)
    if (is_origin_in (new, i, (gint) origin - 2, (gint) origin + 3))
      return TRUE;

  return FALSE;
}

/* Whether most words of @place in @new are those of @claim in @old, and as many. Not all need be:
 * of two equal words in a row it cannot be told which was left out; and a word or two can be
 * written anew where they were left out. */
static gboolean
is_right (const Draft *old, const Draft *new, GalleyRange claim, GalleyRange place)
{
  guint first = find_word (old, claim.start), k = find_word (new, place.start), n = 0, n_right = 0;

  while (first + n < old->ranges->len &&
         g_array_index (old->ranges, GalleyRange, first + n).end <= claim.end)
    {
      n_right += is_origin_in (new, k + n, (gint) (first + n) - 1, first + n + 2);
      n++;
    }
  if (g_array_index (new->ranges, GalleyRange, k + n - 1).end != place.end)
    return FALSE;

  return 2 * n_right > n || (n <= 2 && is_near (new, k, first));
}

static void
assert_valid (const GalleyPlacement *placement, const Draft *new)
{
  g_assert_cmpuint (placement->range.start, <=, placement->range.end);
  g_assert_cmpuint (placement->range.end, <=, new->text->len);
  g_assert_cmpint (placement->range.start == placement->range.end, ==,
                   placement->placement == GALLEY_PLACEMENT_LOST);
  g_assert_cmpint (placement->differences != GALLEY_DIFFERENCE_NONE, ==,
                   placement->placement == GALLEY_PLACEMENT_CHANGED);
}

static GArray *
place (const Draft *old, const Draft *new, GArray *claims)
{
  g_autoptr (GalleyDocument) old_draft = make_draft (old->text->str);
  g_autoptr (GalleyDocument) new_draft = make_draft (new->text->str);
  g_autoptr (GalleyAlignment) alignment = galley_alignment_new (old_draft, new_draft);

  return galley_alignment_place (alignment, (const GalleyRange *) (gpointer) claims->data,
                                 claims->len);
}

static void
test_identical (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint run = 0; run < N_RUNS / 5; run++)
    {
      g_autoptr (GPtrArray) sentences = make_sentences (rand);
      g_auto (Draft) draft;
      g_autoptr (GArray) claims = NULL, placements = NULL;

      write_draft (&draft, sentences, rand);
      claims = make_claims (rand, &draft);
      placements = place (&draft, &draft, claims);
      for (guint i = 0; i < claims->len; i++)
        {
          const GalleyPlacement *placement = &g_array_index (placements, GalleyPlacement, i);

          g_assert_cmpint (placement->placement, ==, GALLEY_PLACEMENT_EXACT);
          g_assert_true (
              galley_range_equal (placement->range, g_array_index (claims, GalleyRange, i)));
        }
    }
}

static void
fail (const Draft *old, const Draft *new, GalleyRange claim, const GalleyPlacement *placement)
{
  g_error ("The words from %u to %u are said to be %s, at %u to %u:\n%s\n---\n%s", claim.start,
           claim.end, galley_placement_class_to_nick (placement->placement), placement->range.start,
           placement->range.end, old->text->str, new->text->str);
}

static void
test_edited (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint n_sure = 0, n_claims = 0;

  for (guint run = 0; run < N_RUNS; run++)
    {
      g_autoptr (GPtrArray) sentences = make_sentences (rand);
      g_auto (Draft) old, new;
      g_autoptr (GArray) claims = NULL, placements = NULL;

      number_words (sentences);
      write_draft (&old, sentences, rand);
      edit (rand, sentences);
      write_draft (&new, sentences, rand);
      claims = make_claims (rand, &old);
      placements = place (&old, &new, claims);
      for (guint i = 0; i < claims->len; i++)
        {
          const GalleyPlacement *placement = &g_array_index (placements, GalleyPlacement, i);

          assert_valid (placement, &new);
          n_claims++;
          if (!galley_placement_class_is_sure (placement->placement))
            continue;
          n_sure++;
          if (!is_right (&old, &new, g_array_index (claims, GalleyRange, i), placement->range))
            fail (&old, &new, g_array_index (claims, GalleyRange, i), placement);
        }
    }

  /* Caution that leaves everything to people would pass as well. */
  g_test_message ("%u of %u claims are sure", n_sure, n_claims);
  g_assert_cmpuint (n_sure, >, n_claims / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/placement/identical", test_identical);
  g_test_add_func ("/placement/edited", test_edited);

  return g_test_run ();
}
