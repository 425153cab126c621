/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-check-private.h"

enum
{
  CHANGED,
  REPLACED,
  TWINS_CHANGED,
  READINGS_CHANGED,
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
  galley_remarks_free (self->remarks);
  g_object_unref (self->claims);
  g_object_unref (self->tray);
  g_ptr_array_unref (self->dismissals);
  g_ptr_array_unref (self->readings);
  g_clear_pointer (&self->sign_offs, g_ptr_array_unref);
  galley_check_forget_source (self);
  galley_coverage_free (self->coverage);
  g_clear_pointer (&self->new_words, g_array_unref);
  g_clear_pointer (&self->twins, galley_twins_unref);
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

  /**
   * GalleyCheck::replaced:
   *
   * The article has another draft now. The check goes on showing the one that it was opened for and
   * takes over nothing more: the article is to be loaded again.
   */
  signals[REPLACED] = g_signal_new ("replaced", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * GalleyCheck::twins-changed:
   *
   * What galley_check_get_twins() returns is something else now.
   */
  signals[TWINS_CHANGED] = g_signal_new ("twins-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * GalleyCheck::readings-changed:
   *
   * A second reading began, went on, or ended.
   */
  signals[READINGS_CHANGED] = g_signal_new ("readings-changed", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_check_init (GalleyCheck *self)
{
  self->dismissals = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_dismissal_unref);
  self->readings = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_reading_unref);
}

static int
compare_dismissals (gconstpointer a, gconstpointer b)
{
  const GalleyDismissal *x = *(GalleyDismissal **) a, *y = *(GalleyDismissal **) b;

  return x->range.start != y->range.start ? (x->range.start < y->range.start ? -1 : 1)
                                          : g_strcmp0 (x->id, y->id);
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
  self->remarks = galley_remarks_new (document);
  self->claims = galley_claim_list_new (claims);
  self->tray = galley_claim_list_new (/* claims= */ NULL);
  for (guint i = 0; dismissals != NULL && i < dismissals->len; i++)
    g_ptr_array_add (self->dismissals, galley_dismissal_ref (g_ptr_array_index (dismissals, i)));
  g_ptr_array_sort (self->dismissals, compare_dismissals);
  self->coverage = galley_coverage_new (document);
  galley_coverage_recount (self->coverage, (GalleyRange){ 0, G_MAXUINT }, self->claims,
                           self->dismissals);

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
 * galley_check_get_remarks:
 *
 * Returns: (transfer none): the source notes and links of the draft
 */
GalleyRemarks *
galley_check_get_remarks (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return self->remarks;
}

/**
 * galley_check_list_remarks:
 * @range: words that are checked
 *
 * A writer notes the source of a fact beside any of its words, or behind the sentence.
 *
 * Returns: (transfer container) (element-type GalleyRemark): the source notes and links that are
 *   about these words, and then those about others of their sentences, both sorted by start
 */
GPtrArray *
galley_check_list_remarks (GalleyCheck *self, GalleyRange range)
{
  GPtrArray *found;
  g_autoptr (GPtrArray) around = NULL;
  GalleyRange whole = range, sentence;

  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  if (galley_check_find_sentence (self, range.start, &sentence))
    whole.start = MIN (whole.start, sentence.start);
  if (range.start < range.end && galley_check_find_sentence (self, range.end - 1, &sentence))
    whole.end = MAX (whole.end, sentence.end);

  found = galley_remarks_list (self->remarks, range);
  around = galley_remarks_list (self->remarks, whole);
  for (guint i = 0; i < around->len; i++)
    if (!galley_range_overlaps (((const GalleyRemark *) around->pdata[i])->range, range))
      g_ptr_array_add (found, around->pdata[i]);

  return found;
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

  return galley_dismissals_find (self->dismissals, (GalleyRange){ offset, offset + 1 });
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
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  if (self->source != NULL)
    return g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  return galley_coverage_list_open (self->coverage, range);
}

/**
 * galley_check_set_new_words:
 * @words: (element-type GalleyRange): words that the draft before had not, ascending
 *
 * Takes over what galley_novelty_find() found.
 */
void
galley_check_set_new_words (GalleyCheck *self, GArray *words)
{
  g_return_if_fail (GALLEY_IS_CHECK (self) && words != NULL);

  g_clear_pointer (&self->new_words, g_array_unref);
  self->new_words = g_array_ref (words);
  if (words->len > 0)
    g_signal_emit (self, signals[CHANGED], 0, g_array_index (words, GalleyRange, 0).start,
                   g_array_index (words, GalleyRange, words->len - 1).end);
}

/**
 * galley_check_get_new_words:
 *
 * Returns: (transfer none) (nullable) (element-type GalleyRange): words that the draft before had
 *   not; %NULL if nobody has compared them yet
 */
GArray *
galley_check_get_new_words (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return self->new_words;
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
  gboolean is_open;

  g_return_val_if_fail (GALLEY_IS_CHECK (self), FALSE);

  return galley_coverage_find_sentence (self->coverage, offset, out_range, &is_open);
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
  gboolean is_open;

  g_return_val_if_fail (GALLEY_IS_CHECK (self), FALSE);

  if (self->source != NULL ||
      !galley_coverage_find_sentence (self->coverage, offset, &sentence, &is_open) || !is_open)
    return FALSE;

  *out_range = sentence;
  return TRUE;
}

/**
 * galley_check_find_uncovered:
 * @from: where to begin to look, code points
 * @out_range: (out): the words; untouched if there are none
 *
 * Finds the next run of words that no claim and no dismissal covers.
 *
 * Returns: whether there is one at @from or behind it
 */
gboolean
galley_check_find_uncovered (GalleyCheck *self, guint from, GalleyRange *out_range)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), FALSE);

  return self->source == NULL && galley_coverage_find_uncovered (self->coverage, from, self->claims,
                                                                 self->dismissals, out_range);
}

/**
 * galley_check_get_progress:
 * @out_progress: (out caller-allocates): how far the check has come
 *
 * Costs nothing: the counts are kept.
 */
void
galley_check_get_progress (GalleyCheck *self, GalleyProgress *out_progress)
{
  guint n_claims, n_pending;

  g_return_if_fail (GALLEY_IS_CHECK (self));

  n_claims = galley_claim_list_get_n_claims (self->claims);
  n_pending = galley_claim_list_get_n_with_status (self->claims, GALLEY_STATUS_PENDING);
  *out_progress = (GalleyProgress){
    .n_claims = n_claims,
    .n_checked = self->source == NULL ? n_claims - n_pending : galley_check_get_n_judged (self),
    .n_unjudged = galley_claim_list_get_n_unjudged (self->claims),
    .n_suggestions = self->source == NULL ? galley_coverage_get_n_open (self->coverage) : 0,
    .n_characters = galley_coverage_get_n_characters (self->coverage),
    .n_covered = galley_coverage_get_n_covered (self->coverage),
  };
}

/**
 * galley_check_get_n_relocations:
 *
 * Returns: a number that grows whenever other words are claims or suggestions than before
 */
guint
galley_check_get_n_relocations (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), 0);

  return galley_claim_list_get_n_reorders (self->claims) + self->n_dismissal_changes;
}

/**
 * galley_check_get_twins:
 *
 * Returns: (transfer none) (nullable): what the article tells more than once, as it stood when that
 *   was found last; %NULL if nobody has looked yet
 */
GalleyTwins *
galley_check_get_twins (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return self->twins;
}

/**
 * galley_check_set_twins:
 * @twins: (nullable): what the article tells more than once
 *
 * For whoever looks for it, see #GalleyTwinsKeeper.
 */
void
galley_check_set_twins (GalleyCheck *self, GalleyTwins *twins)
{
  g_return_if_fail (GALLEY_IS_CHECK (self));

  if (self->twins == twins)
    return;

  g_clear_pointer (&self->twins, galley_twins_unref);
  self->twins = twins != NULL ? galley_twins_ref (twins) : NULL;
  g_signal_emit (self, signals[TWINS_CHANGED], 0);
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

  if (outcome->gone_dismissals->len == 0 && outcome->dismissals->len == 0)
    return;

  self->n_dismissal_changes++;
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

/* Ranges of another text would show verdicts on words that nobody checked. */
static gboolean
is_of_other_text (GalleyCheck *self, GalleyOutcome *outcome)
{
  return outcome->text_sha256 != NULL &&
         !g_str_equal (outcome->text_sha256, galley_document_get_text_sha256 (self->document));
}

/**
 * galley_check_apply:
 * @outcome: what the library holds now, after a change
 *
 * Takes over what @outcome says of sources that are used here. Takes over the rest, if it is this
 * article's, and emits #GalleyCheck::changed; or, if the article
 * has another draft now, or anything may be different, #GalleyCheck::replaced.
 */
void
galley_check_apply (GalleyCheck *self, GalleyOutcome *outcome)
{
  GalleyRange touched = { G_MAXUINT, 0 };
  gboolean has_readings;

  g_return_if_fail (GALLEY_IS_CHECK (self) && outcome != NULL);

  for (guint i = 0; i < outcome->sources->len; i++)
    {
      galley_claim_list_renew_source (self->claims, g_ptr_array_index (outcome->sources, i));
      galley_claim_list_renew_source (self->tray, g_ptr_array_index (outcome->sources, i));
    }
  if (!outcome->is_whole &&
      g_strcmp0 (outcome->article_id, galley_article_get_id (self->article)) != 0)
    return;
  if ((outcome->has_new_draft || outcome->is_whole || is_of_other_text (self, outcome)) &&
      !self->is_replaced)
    {
      self->is_replaced = TRUE;
      g_signal_emit (self, signals[REPLACED], 0);
    }
  /* What stands in the outcome stands in another text. */
  if (self->is_replaced)
    return;

  touch_claims (self, outcome, &touched);
  galley_check_sort_claims (self->claims, self->tray, outcome->claims, outcome->gone_claims);
  touch_claims (self, outcome, &touched);
  apply_dismissals (self, outcome, &touched);
  galley_check_set_undo_redo (self, outcome->undo_verb, outcome->redo_verb);
  has_readings = galley_check_apply_readings (self, outcome);

  if (touched.start < touched.end)
    touched = galley_coverage_widen (self->coverage, touched);
  else
    touched = (GalleyRange){ 0, 0 };
  galley_coverage_recount (self->coverage, touched, self->claims, self->dismissals);
  g_signal_emit (self, signals[CHANGED], 0, touched.start, touched.end);
  if (has_readings)
    g_signal_emit (self, signals[READINGS_CHANGED], 0);
}
