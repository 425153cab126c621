/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-coverage.h"

#include "galley-sentences.h"

#include <string.h>

/* A sentence or list item of a checkable block. It is open, and so a suggestion, as long as no
 * claim and no dismissal covers any of it. */
typedef struct
{
  GalleyRange range;
  guint n_characters; /* letters and digits */
  guint n_covered;    /* those of them that are covered */
  gboolean is_open;
} Sentence;

struct _GalleyCoverage
{
  GalleyText *text;
  GArray *sentences;   /* (element-type Sentence), sorted; no two overlap */
  GByteArray *scratch; /* one byte a character of the sentence that is looked at */

  guint n_open;
  guint n_characters;
  guint n_covered;
};

static Sentence *
sentence_at (GalleyCoverage *self, guint i)
{
  return &g_array_index (self->sentences, Sentence, i);
}

/* Walks the characters of @range and counts the letters and digits that @mask holds; all of them
 * if there is no mask. */
static guint
count_characters (GalleyText *text, GalleyRange range, const guint8 *mask)
{
  const char *p = galley_text_peek_utf8 (text, NULL) + galley_text_to_bytes (text, range.start);
  guint length = galley_range_length (range), n = 0;

  for (guint i = 0; i < length; i++)
    {
      gboolean is_counted = mask == NULL || mask[i];

      /* Most are ASCII, of which nobody has to ask how many bytes they have. */
      if ((guchar) *p < 0x80)
        {
          n += is_counted && g_ascii_isalnum (*p);
          p++;
          continue;
        }
      n += is_counted && g_unichar_isalnum (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }

  return n;
}

static void
add_sentence (GalleyCoverage *self, GalleyRange range)
{
  Sentence sentence = { .range = range, .is_open = TRUE };

  sentence.n_characters = count_characters (self->text, range, /* mask= */ NULL);
  g_array_append_val (self->sentences, sentence);
  self->n_open++;
  self->n_characters += sentence.n_characters;
}

/**
 * galley_coverage_new:
 * @document: a draft
 *
 * Cuts the draft into sentences, so for a long one it belongs into a worker thread.
 *
 * Returns: (transfer full): a coverage in which everything is still open
 */
GalleyCoverage *
galley_coverage_new (GalleyDocument *document)
{
  GalleyCoverage *self = g_new0 (GalleyCoverage, 1);
  g_autoptr (GArray) all = galley_document_find_sentences (document);
  guint n_blocks, block = 0;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  self->text = galley_text_ref (galley_document_get_text (document));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  self->scratch = g_byte_array_new ();
  for (guint i = 0; i < all->len; i++)
    {
      GalleyRange range = g_array_index (all, GalleyRange, i);

      while (block < n_blocks && blocks[block].range.end <= range.start)
        block++;
      if (block < n_blocks && galley_block_role_is_checkable (blocks[block].role))
        add_sentence (self, range);
    }

  return self;
}

void
galley_coverage_free (GalleyCoverage *self)
{
  galley_text_unref (self->text);
  g_array_unref (self->sentences);
  g_byte_array_unref (self->scratch);
  g_free (self);
}

/**
 * galley_dismissals_find:
 * @dismissals: (element-type GalleyDismissal): sorted by start
 * @range: some words
 *
 * Dismissals are whole sentences, which never overlap, so only the one that begins last before the
 * end of @range can reach into it.
 *
 * Returns: (transfer none) (nullable): the last dismissal that covers part of @range
 */
GalleyDismissal *
galley_dismissals_find (GPtrArray *dismissals, GalleyRange range)
{
  guint low = 0, high = dismissals->len;
  GalleyDismissal *last;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((GalleyDismissal *) g_ptr_array_index (dismissals, middle))->range.start < range.end)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return NULL;

  last = g_ptr_array_index (dismissals, low - 1);
  return galley_range_overlaps (last->range, range) ? last : NULL;
}

/* Index of the first sentence that ends behind @offset. */
static guint
first_behind (GalleyCoverage *self, guint offset)
{
  guint low = 0, high = self->sentences->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (sentence_at (self, middle)->range.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Sets the scratch bytes to whether a claim or dismissal covers each character of @range. Returns
 * whether any is covered. */
static gboolean
cover (GalleyCoverage *self, GalleyRange range, GalleyClaimList *claims, GPtrArray *dismissals)
{
  g_autoptr (GPtrArray) overlapping = galley_claim_list_find_overlapping (claims, range);
  GalleyDismissal *dismissal = galley_dismissals_find (dismissals, range);

  g_byte_array_set_size (self->scratch, galley_range_length (range));
  memset (self->scratch->data, dismissal != NULL, self->scratch->len);
  for (guint i = 0; i < overlapping->len; i++)
    {
      GalleyRange claim = galley_claim_get_range (g_ptr_array_index (overlapping, i));
      guint start = MAX (claim.start, range.start), end = MIN (claim.end, range.end);

      memset (self->scratch->data + (start - range.start), TRUE, end - start);
    }

  return overlapping->len > 0 || dismissal != NULL;
}

/* Most claims are whole sentences. */
static guint
count_covered (GalleyCoverage *self, const Sentence *sentence)
{
  if (memchr (self->scratch->data, FALSE, self->scratch->len) == NULL)
    return sentence->n_characters;

  return count_characters (self->text, sentence->range, self->scratch->data);
}

static void
recount_sentence (GalleyCoverage *self,
                  Sentence *sentence,
                  GalleyClaimList *claims,
                  GPtrArray *dismissals)
{
  self->n_open -= sentence->is_open;
  self->n_covered -= sentence->n_covered;

  sentence->is_open = !cover (self, sentence->range, claims, dismissals);
  sentence->n_covered = sentence->is_open ? 0 : count_covered (self, sentence);

  self->n_open += sentence->is_open;
  self->n_covered += sentence->n_covered;
}

/**
 * galley_coverage_recount:
 * @within: where claims or dismissals are different now
 * @claims: the claims as they are now
 * @dismissals: (element-type GalleyDismissal): the dismissals as they are now, sorted by start
 *
 * Brings the counts up to date.
 */
void
galley_coverage_recount (GalleyCoverage *self,
                         GalleyRange within,
                         GalleyClaimList *claims,
                         GPtrArray *dismissals)
{
  for (guint i = first_behind (self, within.start); i < self->sentences->len; i++)
    {
      Sentence *sentence = sentence_at (self, i);

      if (sentence->range.start >= within.end)
        return;
      recount_sentence (self, sentence, claims, dismissals);
    }
}

/**
 * galley_coverage_widen:
 * @range: some words
 *
 * Returns: @range with the whole of each sentence that it reaches into: when part of one is
 *   covered, all of it is no suggestion any more
 */
GalleyRange
galley_coverage_widen (GalleyCoverage *self, GalleyRange range)
{
  GalleyRange widened = range;

  for (guint i = first_behind (self, range.start); i < self->sentences->len; i++)
    {
      GalleyRange sentence = sentence_at (self, i)->range;

      if (sentence.start >= range.end)
        break;
      widened.start = MIN (widened.start, sentence.start);
      widened.end = MAX (widened.end, sentence.end);
    }

  return widened;
}

/**
 * galley_coverage_find_sentence:
 * @offset: code points
 * @out_range: (out): the sentence; untouched if there is none
 * @out_is_open: (out): whether nothing covers any of it; untouched if there is none
 *
 * Finds the sentence of a checkable block at a caret: the one that holds the character at @offset,
 * or ends there.
 *
 * Returns: whether there is one
 */
gboolean
galley_coverage_find_sentence (GalleyCoverage *self,
                               guint offset,
                               GalleyRange *out_range,
                               gboolean *out_is_open)
{
  guint i = first_behind (self, offset);
  const Sentence *found = NULL;

  if (i < self->sentences->len && sentence_at (self, i)->range.start <= offset)
    found = sentence_at (self, i);
  else if (i > 0 && sentence_at (self, i - 1)->range.end == offset)
    found = sentence_at (self, i - 1);
  if (found == NULL)
    return FALSE;

  *out_range = found->range;
  *out_is_open = found->is_open;
  return TRUE;
}

/* Finds the first run of words in @range, at @from or later, that the scratch bytes leave open. */
static gboolean
find_run (GalleyCoverage *self, GalleyRange range, guint from, GalleyRange *out_range)
{
  const char *p =
      galley_text_peek_utf8 (self->text, NULL) + galley_text_to_bytes (self->text, range.start);
  GalleyRange run = { 0, 0 };

  for (guint at = range.start; at < range.end; at++, p = g_utf8_next_char (p))
    {
      gboolean is_open = at >= from && !self->scratch->data[at - range.start];

      if (!is_open && run.end > run.start)
        break;
      if (is_open && g_unichar_isalnum (g_utf8_get_char (p)))
        {
          run.start = run.end > run.start ? run.start : at;
          run.end = at + 1;
        }
    }

  if (run.end > run.start)
    *out_range = run;
  return run.end > run.start;
}

/**
 * galley_coverage_find_uncovered:
 * @from: where to begin to look, code points
 * @claims: the claims
 * @dismissals: (element-type GalleyDismissal): the dismissals, sorted by start
 * @out_range: (out): the words; untouched if there are none
 *
 * Finds the next run of words that no claim and no dismissal covers.
 *
 * Returns: whether there is one at @from or behind it
 */
gboolean
galley_coverage_find_uncovered (GalleyCoverage *self,
                                guint from,
                                GalleyClaimList *claims,
                                GPtrArray *dismissals,
                                GalleyRange *out_range)
{
  for (guint i = first_behind (self, from); i < self->sentences->len; i++)
    {
      const Sentence *sentence = sentence_at (self, i);

      if (sentence->n_covered == sentence->n_characters)
        continue;
      cover (self, sentence->range, claims, dismissals);
      if (find_run (self, sentence->range, from, out_range))
        return TRUE;
    }

  return FALSE;
}

/**
 * galley_coverage_list_open:
 * @within: part of the text
 *
 * Returns: (transfer full) (element-type GalleyRange): the open sentences that reach into @within,
 *   sorted
 */
GArray *
galley_coverage_list_open (GalleyCoverage *self, GalleyRange within)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (GalleyRange));

  for (guint i = first_behind (self, within.start); i < self->sentences->len; i++)
    {
      const Sentence *sentence = sentence_at (self, i);

      if (sentence->range.start >= within.end)
        break;
      if (sentence->is_open)
        g_array_append_val (open, sentence->range);
    }

  return open;
}

/**
 * galley_coverage_get_n_open:
 *
 * Returns: how many sentences nothing covers any of
 */
guint
galley_coverage_get_n_open (GalleyCoverage *self)
{
  return self->n_open;
}

/**
 * galley_coverage_get_n_characters:
 *
 * Returns: how many letters and digits there are to be checked
 */
guint
galley_coverage_get_n_characters (GalleyCoverage *self)
{
  return self->n_characters;
}

/**
 * galley_coverage_get_n_covered:
 *
 * Returns: how many of them are covered
 */
guint
galley_coverage_get_n_covered (GalleyCoverage *self)
{
  return self->n_covered;
}
