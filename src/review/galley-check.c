/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-check.h"

#include "galley-sentences.h"

/**
 * GalleyCheck:
 *
 * An article that is open for checking: its draft, its claims and dismissals, and what is still
 * only suggested.
 *
 * A sentence or list item of a checkable block is a suggestion as long as no claim and no dismissal
 * covers any of it; that is asked of the claims when needed, and kept nowhere. The check changes
 * only by galley_check_apply().
 */
struct _GalleyCheck
{
  GObject parent_instance;

  GalleyArticle *article;
  GalleyDocument *document;
  GalleyClaimList *claims;
  GPtrArray *dismissals; /* (element-type GalleyDismissal), sorted by start */
  GArray *sentences;     /* (element-type GalleyRange), those of checkable blocks, sorted */
  char *undo_verb;
  char *redo_verb;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyCheck, galley_check, G_TYPE_OBJECT)

static void
galley_check_finalize (GObject *object)
{
  GalleyCheck *self = GALLEY_CHECK (object);

  g_object_unref (self->article);
  g_object_unref (self->document);
  g_object_unref (self->claims);
  g_ptr_array_unref (self->dismissals);
  g_array_unref (self->sentences);
  g_free (self->undo_verb);
  g_free (self->redo_verb);

  G_OBJECT_CLASS (galley_check_parent_class)->finalize (object);
}

static void
galley_check_class_init (GalleyCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_check_finalize;

  /**
   * GalleyCheck::changed:
   * @start: first character whose looks may differ now
   * @end: one past the last one
   *
   * Marks between @start and @end are different now. Emitted once an outcome is wholly taken over.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
galley_check_init (GalleyCheck *self)
{
  self->dismissals = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_dismissal_unref);
  self->sentences = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
}

static int
compare_dismissals (gconstpointer a, gconstpointer b)
{
  const GalleyDismissal *x = *(GalleyDismissal **) a, *y = *(GalleyDismissal **) b;

  return x->range.start != y->range.start ? (x->range.start < y->range.start ? -1 : 1)
                                          : g_strcmp0 (x->id, y->id);
}

static void
collect_sentences (GalleyCheck *self)
{
  g_autoptr (GArray) all = galley_document_find_sentences (self->document);
  guint n_blocks, block = 0;
  const GalleyBlock *blocks = galley_document_get_blocks (self->document, &n_blocks);

  for (guint i = 0; i < all->len; i++)
    {
      GalleyRange range = g_array_index (all, GalleyRange, i);

      while (block < n_blocks && blocks[block].range.end <= range.start)
        block++;
      if (block < n_blocks && galley_block_role_is_checkable (blocks[block].role))
        g_array_append_val (self->sentences, range);
    }
}

/**
 * galley_check_new:
 * @article: the article
 * @document: its draft
 * @claims: (element-type GalleyClaim): the claims, in any order
 * @dismissals: (element-type GalleyDismissal): the dismissals, in any order
 *
 * Cuts the draft into sentences, so for a long one it belongs into a worker thread.
 *
 * Returns: (transfer full): the check
 */
GalleyCheck *
galley_check_new (GalleyArticle *article,
                  GalleyDocument *document,
                  GPtrArray *claims,
                  GPtrArray *dismissals)
{
  GalleyCheck *self = g_object_new (GALLEY_TYPE_CHECK, NULL);

  self->article = g_object_ref (article);
  self->document = g_object_ref (document);
  self->claims = galley_claim_list_new (claims);
  for (guint i = 0; dismissals != NULL && i < dismissals->len; i++)
    g_ptr_array_add (self->dismissals, galley_dismissal_ref (g_ptr_array_index (dismissals, i)));
  g_ptr_array_sort (self->dismissals, compare_dismissals);
  collect_sentences (self);

  return self;
}

/**
 * galley_check_get_article:
 *
 * Returns: (transfer none): the article
 */
GalleyArticle *
galley_check_get_article (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return self->article;
}

/**
 * galley_check_get_document:
 *
 * Returns: (transfer none): the draft
 */
GalleyDocument *
galley_check_get_document (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return self->document;
}

/**
 * galley_check_get_claims:
 *
 * Returns: (transfer none): the claims, always the same list
 */
GalleyClaimList *
galley_check_get_claims (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return self->claims;
}

/**
 * galley_check_get_dismissals:
 *
 * Returns: (transfer none) (element-type GalleyDismissal): the dismissals, sorted by start
 */
GPtrArray *
galley_check_get_dismissals (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return self->dismissals;
}

/**
 * galley_check_get_undo_verb:
 *
 * Returns: (transfer none) (nullable): nick of what undo would undo; %NULL if there is nothing
 */
const char *
galley_check_get_undo_verb (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return self->undo_verb;
}

/**
 * galley_check_get_redo_verb:
 *
 * Returns: (transfer none) (nullable): nick of what redo would do again; %NULL if there is nothing
 */
const char *
galley_check_get_redo_verb (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return self->redo_verb;
}

/**
 * galley_check_set_undo_redo:
 * @undo_verb: (nullable): nick of a verb
 * @redo_verb: (nullable): nick of a verb
 *
 * Says what can be undone and redone. For the desk.
 */
void
galley_check_set_undo_redo (GalleyCheck *self, const char *undo_verb, const char *redo_verb)
{
  g_return_if_fail (GALLEY_IS_CHECK (self));

  g_free (self->undo_verb);
  self->undo_verb = g_strdup (undo_verb);
  g_free (self->redo_verb);
  self->redo_verb = g_strdup (redo_verb);
}

/* Index of the first dismissal that begins at @offset or later. */
static guint
first_dismissal_from (GalleyCheck *self, guint offset)
{
  guint low = 0, high = self->dismissals->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((GalleyDismissal *) g_ptr_array_index (self->dismissals, middle))->range.start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Dismissals are whole sentences, which never overlap, so only the one that begins last before the
 * end of @range can reach into it. */
static GalleyDismissal *
find_dismissal_in (GalleyCheck *self, GalleyRange range)
{
  guint i = first_dismissal_from (self, range.end);
  GalleyDismissal *dismissal;

  if (i == 0)
    return NULL;

  dismissal = g_ptr_array_index (self->dismissals, i - 1);
  return galley_range_overlaps (dismissal->range, range) ? dismissal : NULL;
}

/**
 * galley_check_find_dismissal:
 * @offset: code points
 *
 * Returns: (transfer none) (nullable): the dismissal that covers the character at @offset
 */
GalleyDismissal *
galley_check_find_dismissal (GalleyCheck *self, guint offset)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return find_dismissal_in (self, (GalleyRange){ offset, offset + 1 });
}

/* Index of the first sentence that ends behind @offset. */
static guint
first_sentence_behind (GalleyCheck *self, guint offset)
{
  guint low = 0, high = self->sentences->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->sentences, GalleyRange, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
is_open (GalleyCheck *self, GalleyRange sentence)
{
  return !galley_claim_list_overlaps (self->claims, sentence) &&
         find_dismissal_in (self, sentence) == NULL;
}

/**
 * galley_check_get_suggestions_within:
 * @range: part of the text
 *
 * Returns: (transfer full) (element-type GalleyRange): the suggestions that reach into @range,
 *   sorted
 */
GArray *
galley_check_get_suggestions_within (GalleyCheck *self, GalleyRange range)
{
  GArray *suggestions = g_array_new (FALSE, FALSE, sizeof (GalleyRange));

  g_return_val_if_fail (GALLEY_IS_CHECK (self), suggestions);

  for (guint i = first_sentence_behind (self, range.start); i < self->sentences->len; i++)
    {
      GalleyRange sentence = g_array_index (self->sentences, GalleyRange, i);

      if (sentence.start >= range.end)
        break;
      if (is_open (self, sentence))
        g_array_append_val (suggestions, sentence);
    }

  return suggestions;
}

/**
 * galley_check_get_suggestions:
 *
 * Returns: (transfer full) (element-type GalleyRange): all suggestions, sorted
 */
GArray *
galley_check_get_suggestions (GalleyCheck *self)
{
  return galley_check_get_suggestions_within (self, (GalleyRange){ 0, G_MAXUINT });
}

/**
 * galley_check_find_sentence:
 * @offset: code points
 * @out_range: (out): the sentence; untouched if there is none
 *
 * Finds the sentence of a checkable block at a caret: the one that holds the character at @offset,
 * or ends there.
 *
 * Returns: whether there is one
 */
gboolean
galley_check_find_sentence (GalleyCheck *self, guint offset, GalleyRange *out_range)
{
  guint i;

  g_return_val_if_fail (GALLEY_IS_CHECK (self), FALSE);

  i = first_sentence_behind (self, offset);
  if (i < self->sentences->len && g_array_index (self->sentences, GalleyRange, i).start <= offset)
    {
      *out_range = g_array_index (self->sentences, GalleyRange, i);
      return TRUE;
    }
  if (i > 0 && g_array_index (self->sentences, GalleyRange, i - 1).end == offset)
    {
      *out_range = g_array_index (self->sentences, GalleyRange, i - 1);
      return TRUE;
    }

  return FALSE;
}

/**
 * galley_check_find_suggestion:
 * @offset: code points
 * @out_range: (out): the suggestion; untouched if there is none
 *
 * Returns: whether the caret at @offset stands in a sentence that is still only suggested
 */
gboolean
galley_check_find_suggestion (GalleyCheck *self, guint offset, GalleyRange *out_range)
{
  GalleyRange sentence;

  if (!galley_check_find_sentence (self, offset, &sentence) || !is_open (self, sentence))
    return FALSE;

  *out_range = sentence;
  return TRUE;
}

/* Fills @covered, one byte a character of @sentence, with whether a claim or dismissal covers it.
 */
static void
cover (GalleyCheck *self, GalleyRange sentence, guint8 *covered)
{
  g_autoptr (GPtrArray) claims = galley_claim_list_find_overlapping (self->claims, sentence);
  GalleyDismissal *dismissal = find_dismissal_in (self, sentence);

  memset (covered, dismissal != NULL, galley_range_length (sentence));
  for (guint i = 0; i < claims->len; i++)
    {
      GalleyRange range = galley_claim_get_range (g_ptr_array_index (claims, i));
      guint start = MAX (range.start, sentence.start), end = MIN (range.end, sentence.end);

      memset (covered + (start - sentence.start), TRUE, end - start);
    }
}

/**
 * galley_check_find_uncovered:
 * @from: where to begin to look, code points
 * @out_range: (out): the words; untouched if there are none
 *
 * Finds the next run of words that no claim and no dismissal covers.
 *
 * Returns: whether there is one behind @from
 */
gboolean
galley_check_find_uncovered (GalleyCheck *self, guint from, GalleyRange *out_range)
{
  g_autoptr (GByteArray) covered = g_byte_array_new ();
  const char *utf8;

  g_return_val_if_fail (GALLEY_IS_CHECK (self), FALSE);

  utf8 = galley_text_peek_utf8 (galley_document_get_text (self->document), NULL);
  for (guint i = first_sentence_behind (self, from); i < self->sentences->len; i++)
    {
      GalleyRange sentence = g_array_index (self->sentences, GalleyRange, i);
      GalleyRange run = { 0, 0 };
      const char *p =
          utf8 + galley_text_to_bytes (galley_document_get_text (self->document), sentence.start);

      g_byte_array_set_size (covered, galley_range_length (sentence));
      cover (self, sentence, covered->data);
      for (guint at = sentence.start; at < sentence.end; at++, p = g_utf8_next_char (p))
        {
          gboolean is_open_here = !covered->data[at - sentence.start] && at >= from;

          if (!is_open_here && run.end > run.start)
            break;
          if (is_open_here && g_unichar_isalnum (g_utf8_get_char (p)))
            {
              run.start = run.end > run.start ? run.start : at;
              run.end = at + 1;
            }
        }
      if (run.end > run.start)
        {
          *out_range = run;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * galley_check_get_progress:
 * @out_progress: (out caller-allocates): how far the check has come
 *
 * Counts anew; linear in the length of the text.
 */
void
galley_check_get_progress (GalleyCheck *self, GalleyProgress *out_progress)
{
  g_autoptr (GByteArray) covered = g_byte_array_new ();
  GalleyText *text = galley_document_get_text (self->document);
  const char *utf8 = galley_text_peek_utf8 (text, NULL);

  *out_progress = (GalleyProgress){ .n_claims = galley_claim_list_get_n_claims (self->claims) };
  out_progress->n_checked = out_progress->n_claims - galley_claim_list_get_n_with_status (
                                                         self->claims, GALLEY_STATUS_PENDING);

  for (guint i = 0; i < self->sentences->len; i++)
    {
      GalleyRange sentence = g_array_index (self->sentences, GalleyRange, i);
      const char *p = utf8 + galley_text_to_bytes (text, sentence.start);

      out_progress->n_suggestions += is_open (self, sentence);
      g_byte_array_set_size (covered, galley_range_length (sentence));
      cover (self, sentence, covered->data);
      for (guint at = 0; at < covered->len; at++, p = g_utf8_next_char (p))
        {
          gboolean counts = g_unichar_isalnum (g_utf8_get_char (p));

          out_progress->n_characters += counts;
          out_progress->n_covered += counts && covered->data[at];
        }
    }
}

static void
widen (GalleyRange *range, GalleyRange by)
{
  range->start = MIN (range->start, by.start);
  range->end = MAX (range->end, by.end);
}

static void
apply_dismissals (GalleyCheck *self, GalleyOutcome *outcome, GalleyRange *touched)
{
  g_autoptr (GHashTable) drop = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < outcome->gone_dismissals->len; i++)
    g_hash_table_add (drop, g_ptr_array_index (outcome->gone_dismissals, i));
  for (guint i = 0; i < outcome->dismissals->len; i++)
    g_hash_table_add (drop, ((GalleyDismissal *) g_ptr_array_index (outcome->dismissals, i))->id);

  for (guint i = self->dismissals->len; i-- > 0;)
    {
      GalleyDismissal *dismissal = g_ptr_array_index (self->dismissals, i);

      if (g_hash_table_contains (drop, dismissal->id))
        {
          widen (touched, dismissal->range);
          g_ptr_array_remove_index (self->dismissals, i);
        }
    }
  for (guint i = 0; i < outcome->dismissals->len; i++)
    {
      GalleyDismissal *dismissal = g_ptr_array_index (outcome->dismissals, i);

      widen (touched, dismissal->range);
      g_ptr_array_add (self->dismissals, galley_dismissal_ref (dismissal));
    }
  g_ptr_array_sort (self->dismissals, compare_dismissals);
}

/* Adds to @touched where the claims of @outcome stand in this check now. */
static void
touch_claims (GalleyCheck *self, GalleyOutcome *outcome, GalleyRange *touched)
{
  for (guint i = 0; i < outcome->gone_claims->len; i++)
    {
      GalleyClaim *known =
          galley_claim_list_find (self->claims, g_ptr_array_index (outcome->gone_claims, i));

      if (known != NULL)
        widen (touched, galley_claim_get_range (known));
    }
  for (guint i = 0; i < outcome->claims->len; i++)
    {
      GalleyClaim *known = galley_claim_list_find (
          self->claims, galley_claim_get_id (g_ptr_array_index (outcome->claims, i)));

      if (known != NULL)
        widen (touched, galley_claim_get_range (known));
    }
}

/* Whole sentences: when part of one is covered, all of it is no suggestion any more. */
static GalleyRange
widen_to_sentences (GalleyCheck *self, GalleyRange range)
{
  GalleyRange widened = range;

  for (guint i = first_sentence_behind (self, range.start); i < self->sentences->len; i++)
    {
      GalleyRange sentence = g_array_index (self->sentences, GalleyRange, i);

      if (sentence.start >= range.end)
        break;
      widen (&widened, sentence);
    }

  return widened;
}

/**
 * galley_check_apply:
 * @outcome: what the library holds now, after a change in this article
 *
 * Takes over @outcome, if it is this article's, and emits #GalleyCheck::changed.
 */
void
galley_check_apply (GalleyCheck *self, GalleyOutcome *outcome)
{
  GalleyRange touched = { G_MAXUINT, 0 };

  g_return_if_fail (GALLEY_IS_CHECK (self) && outcome != NULL);

  if (g_strcmp0 (outcome->article_id, galley_article_get_id (self->article)) != 0)
    return;

  touch_claims (self, outcome, &touched);
  galley_claim_list_update (self->claims, outcome->claims, outcome->gone_claims);
  touch_claims (self, outcome, &touched);
  apply_dismissals (self, outcome, &touched);
  galley_check_set_undo_redo (self, outcome->undo_verb, outcome->redo_verb);

  if (touched.start < touched.end)
    touched = widen_to_sentences (self, touched);
  else
    touched = (GalleyRange){ 0, 0 };
  g_signal_emit (self, signals[CHANGED], 0, touched.start, touched.end);
}
