/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-agreement.h"

/**
 * GalleyAgreement:
 *
 * How far those agree who judged the claims of an article independently: the check, which counts as
 * one, and each second reading that has ended. Its units are the claims that at least one of these
 * readings has chosen and that stand on words of the draft.
 *
 * A verdict counts for the words that it was given on, and not any more when the claim has others.
 * One that was given after the first verdicts were shown does not count. Where somebody has decided
 * between readers, the check's verdict is the one that it had before. Pending is a category of its
 * own, or, without it, as if the claim was not judged. A snapshot: it does not follow its check.
 */
struct _GalleyAgreement
{
  GObject parent_instance;

  GPtrArray *claims;   /* (element-type GalleyClaim), in the order of the text */
  GPtrArray *raters;   /* (element-type GalleyRater), the check first */
  GPtrArray *verdicts; /* for each rater the claims, one rater after the other; NULL for none */
  GPtrArray *notes;    /* likewise */
  GPtrArray *disagreements;
  gint8 *values;      /* the same as categories */
  GPtrArray *waiting; /* (element-type utf8): whose readings are under way */
};

G_DEFINE_FINAL_TYPE (GalleyAgreement, galley_agreement, G_TYPE_OBJECT)

static void
disagreement_free (gpointer data)
{
  GalleyReaderDisagreement *disagreement = data;

  g_ptr_array_unref (disagreement->verdicts);
  g_ptr_array_unref (disagreement->notes);
  g_object_unref (disagreement->claim);
  g_free (disagreement);
}

static void
galley_agreement_finalize (GObject *object)
{
  GalleyAgreement *self = GALLEY_AGREEMENT (object);

  g_ptr_array_unref (self->disagreements);
  g_ptr_array_unref (self->waiting);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->verdicts);
  g_ptr_array_unref (self->raters);
  g_ptr_array_unref (self->claims);
  g_free (self->values);

  G_OBJECT_CLASS (galley_agreement_parent_class)->finalize (object);
}

static void
galley_agreement_class_init (GalleyAgreementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_agreement_finalize;
}

static void
galley_agreement_init (GalleyAgreement *self)
{
  self->claims = g_ptr_array_new_with_free_func (g_object_unref);
  self->raters = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_rater_unref);
  self->verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_verdict_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->disagreements = g_ptr_array_new_with_free_func (disagreement_free);
  self->waiting = g_ptr_array_new_with_free_func (g_free);
}

/* Readings by people of one name, or several by one person, are told apart by numbers, in the order
 * in which they began. */
static void
name_rater (GalleyAgreement *self, guint position)
{
  GalleyRater *rater = g_ptr_array_index (self->raters, position);
  guint n_before = 0, n_same = 0;

  for (guint i = 1; i < self->raters->len; i++)
    {
      const GalleyRater *other = g_ptr_array_index (self->raters, i);

      if (!g_str_equal (other->reading->reader, rater->reading->reader))
        continue;
      n_same++;
      n_before += i < position;
    }
  rater->name = n_same > 1 ? g_strdup_printf ("%s (%u)", rater->reading->reader, n_before + 1)
                           : g_strdup (rater->reading->reader);
}

static void
collect_raters (GalleyAgreement *self, GPtrArray *readings)
{
  g_ptr_array_add (self->raters, galley_rater_new (/* reading= */ NULL));
  for (guint i = 0; i < readings->len; i++)
    {
      GalleyReading *reading = g_ptr_array_index (readings, i);

      if (galley_reading_is_under_way (reading))
        g_ptr_array_add (self->waiting, g_strdup (reading->reader));
      else
        g_ptr_array_add (self->raters, galley_rater_new (reading));
    }
  for (guint i = 1; i < self->raters->len; i++)
    name_rater (self, i);
}

/* What a rater that is no check says of a claim; NULL if it has not chosen it. */
static const GalleyReadingVerdict *
find_part (GalleyAgreement *self, guint rater, const char *claim_id)
{
  return galley_reading_find (((GalleyRater *) g_ptr_array_index (self->raters, rater))->reading,
                              claim_id);
}

static gboolean
is_read (GalleyAgreement *self, const char *claim_id)
{
  for (guint i = 1; i < self->raters->len; i++)
    if (find_part (self, i, claim_id) != NULL)
      return TRUE;

  return FALSE;
}

static void
collect_claims (GalleyAgreement *self, GalleyClaimList *claims)
{
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);

      if (is_read (self, galley_claim_get_id (claim)))
        g_ptr_array_add (self->claims, g_object_ref (claim));
    }
}

/* The verdict of the check before somebody decided between it and a reader, on these words. */
static const GalleyVerdict *
find_first (GalleyAgreement *self, const char *claim_id, const char *words)
{
  const GalleyVerdict *first = NULL;

  for (guint i = 1; i < self->raters->len; i++)
    {
      const GalleyReadingVerdict *part = find_part (self, i, claim_id);

      if (part != NULL && part->first != NULL && g_strcmp0 (part->first_words, words) == 0 &&
          (first == NULL || part->first->checked_at < first->checked_at))
        first = part->first;
    }

  return first;
}

static void
add_of_check (GalleyAgreement *self, GalleyRater *rater, GalleyClaim *claim, const char *words)
{
  const GalleyVerdict *first = find_first (self, galley_claim_get_id (claim), words);
  const GalleyVerdict present = {
    galley_claim_get_status (claim),
    (char *) galley_claim_get_reason (claim),
    (char *) galley_claim_get_checked_by (claim),
    galley_claim_get_checked_at (claim),
  };

  rater->n_given++;
  g_ptr_array_add (self->notes, g_strdup (galley_claim_get_note (claim)));
  g_ptr_array_add (self->verdicts, galley_verdict_copy (first != NULL ? first : &present));
}

/* Whether what a reader found of a claim counts; notes why not. */
static gboolean
counts (GalleyRater *rater, const GalleyReadingVerdict *part, const char *words)
{
  gint64 seen_at = rater->reading->seen_at;

  if (part == NULL)
    return FALSE;
  if (!part->is_given)
    rater->n_missing++;
  else if (g_strcmp0 (part->words, words) != 0)
    rater->n_former++;
  else if (seen_at > 0 && part->given_at > seen_at)
    rater->n_late++;
  else
    return TRUE;

  return FALSE;
}

static void
add_of_reader (GalleyAgreement *self,
               GalleyRater *rater,
               guint index,
               GalleyClaim *claim,
               const char *words)
{
  const GalleyReadingVerdict *part =
      galley_reading_find (rater->reading, galley_claim_get_id (claim));
  const GalleyVerdict *of_check = g_ptr_array_index (self->verdicts, index);
  GalleyVerdict found;

  if (!counts (rater, part, words))
    {
      g_ptr_array_add (self->notes, NULL);
      g_ptr_array_add (self->verdicts, NULL);
      return;
    }

  rater->n_given++;
  rater->n_own += g_strcmp0 (of_check->checked_by, rater->reading->reader) == 0 &&
                  of_check->status != GALLEY_STATUS_PENDING;
  g_ptr_array_add (self->notes, g_strdup (part->note));
  found = (GalleyVerdict){ part->status, part->reason, rater->reading->reader, part->given_at };
  g_ptr_array_add (self->verdicts, galley_verdict_copy (&found));
}

static void
collect_verdicts (GalleyAgreement *self, GalleyText *text)
{
  for (guint r = 0; r < self->raters->len; r++)
    for (guint i = 0; i < self->claims->len; i++)
      {
        GalleyRater *rater = g_ptr_array_index (self->raters, r);
        GalleyClaim *claim = g_ptr_array_index (self->claims, i);
        g_autofree char *words = galley_text_slice (text, galley_claim_get_range (claim));

        if (rater->reading == NULL)
          add_of_check (self, rater, claim, words);
        else
          add_of_reader (self, rater, i, claim, words);
      }

  self->values = g_new (gint8, MAX (1, self->verdicts->len));
  for (guint i = 0; i < self->verdicts->len; i++)
    {
      const GalleyVerdict *verdict = g_ptr_array_index (self->verdicts, i);

      self->values[i] = verdict != NULL ? (gint8) verdict->status : GALLEY_RELIABILITY_MISSING;
    }
}

static gboolean
differs (GalleyAgreement *self, guint unit)
{
  gint8 first = GALLEY_RELIABILITY_MISSING;

  for (guint r = 0; r < self->raters->len; r++)
    {
      gint8 value = self->values[r * self->claims->len + unit];

      if (value == GALLEY_RELIABILITY_MISSING)
        continue;
      if (first != GALLEY_RELIABILITY_MISSING && value != first)
        return TRUE;
      first = value;
    }

  return FALSE;
}

static void
collect_disagreements (GalleyAgreement *self, GalleyText *text)
{
  for (guint i = 0; i < self->claims->len; i++)
    {
      GalleyReaderDisagreement *disagreement;
      GalleyClaim *claim = g_ptr_array_index (self->claims, i);
      g_autofree char *words = galley_text_slice (text, galley_claim_get_range (claim));

      if (!differs (self, i))
        continue;
      disagreement = g_new0 (GalleyReaderDisagreement, 1);
      disagreement->claim = g_object_ref (claim);
      disagreement->verdicts = g_ptr_array_new ();
      disagreement->notes = g_ptr_array_new_with_free_func (g_free);
      disagreement->is_decided = find_first (self, galley_claim_get_id (claim), words) != NULL;
      for (guint r = 0; r < self->raters->len; r++)
        {
          guint index = r * self->claims->len + i;

          g_ptr_array_add (disagreement->verdicts, g_ptr_array_index (self->verdicts, index));
          g_ptr_array_add (disagreement->notes, g_strdup (g_ptr_array_index (self->notes, index)));
        }
      g_ptr_array_add (self->disagreements, disagreement);
    }
}

/**
 * galley_agreement_new:
 * @check: an article as the first checker sees it
 *
 * Returns: (transfer full): how far its readers agree at this moment
 */
GalleyAgreement *
galley_agreement_new (GalleyCheck *check)
{
  GalleyAgreement *self;
  GalleyText *text;

  g_return_val_if_fail (GALLEY_IS_CHECK (check) && galley_check_get_source (check) == NULL, NULL);

  self = g_object_new (GALLEY_TYPE_AGREEMENT, NULL);
  text = galley_document_get_text (galley_check_get_document (check));
  collect_raters (self, galley_check_get_readings (check));
  collect_claims (self, galley_check_get_claims (check));
  collect_verdicts (self, text);
  collect_disagreements (self, text);

  return self;
}

/**
 * galley_agreement_get_n_claims:
 *
 * Returns: how many claims at least one ended reading has chosen
 */
guint
galley_agreement_get_n_claims (GalleyAgreement *self)
{
  g_return_val_if_fail (GALLEY_IS_AGREEMENT (self), 0);

  return self->claims->len;
}

/**
 * galley_agreement_get_n_under_way:
 *
 * Returns: how many readings are left out because they have not ended
 */
guint
galley_agreement_get_n_under_way (GalleyAgreement *self)
{
  g_return_val_if_fail (GALLEY_IS_AGREEMENT (self), 0);

  return self->waiting->len;
}

/**
 * galley_agreement_get_raters:
 *
 * Returns: (transfer none) (element-type GalleyRater): whose verdicts are compared: the check, and
 *   then the readers
 */
GPtrArray *
galley_agreement_get_raters (GalleyAgreement *self)
{
  g_return_val_if_fail (GALLEY_IS_AGREEMENT (self), NULL);

  return self->raters;
}

/* The values, with pending as not judged unless it counts. */
static gint8 *
copy_values (GalleyAgreement *self, gboolean with_pending)
{
  gint8 *values = g_new (gint8, MAX (1, self->verdicts->len));

  for (guint i = 0; i < self->verdicts->len; i++)
    values[i] = !with_pending && self->values[i] == GALLEY_STATUS_PENDING
                    ? GALLEY_RELIABILITY_MISSING
                    : self->values[i];

  return values;
}

/**
 * galley_agreement_get_pair:
 * @first: a rater's position
 * @second: another rater's
 * @with_pending: whether pending is a category, or as if the claim was not judged
 * @out_figures: (out caller-allocates): how far the two agree; categories are #GalleyStatus
 */
void
galley_agreement_get_pair (GalleyAgreement *self,
                           guint first,
                           guint second,
                           gboolean with_pending,
                           GalleyPairFigures *out_figures)
{
  g_autofree gint8 *values = NULL;

  g_return_if_fail (GALLEY_IS_AGREEMENT (self));
  g_return_if_fail (first < self->raters->len && second < self->raters->len);

  values = copy_values (self, with_pending);
  galley_reliability_compare (values + first * self->claims->len,
                              values + second * self->claims->len, self->claims->len, out_figures);
}

/**
 * galley_agreement_get_alpha:
 * @with_pending: as of galley_agreement_get_pair()
 * @out_figures: (out caller-allocates): how far all agree; categories are #GalleyStatus
 */
void
galley_agreement_get_alpha (GalleyAgreement *self,
                            gboolean with_pending,
                            GalleyAlphaFigures *out_figures)
{
  g_autofree gint8 *values = NULL;

  g_return_if_fail (GALLEY_IS_AGREEMENT (self));

  values = copy_values (self, with_pending);
  galley_reliability_compute_alpha (values, self->raters->len, self->claims->len, out_figures);
}

/**
 * galley_agreement_list_disagreements:
 *
 * Returns: (transfer none) (element-type GalleyReaderDisagreement): where those who judged
 *   independently found different things, in the order of the text, the decided ones too
 */
GPtrArray *
galley_agreement_list_disagreements (GalleyAgreement *self)
{
  g_return_val_if_fail (GALLEY_IS_AGREEMENT (self), NULL);

  return self->disagreements;
}

static void
compare_claim (GalleyAgreement *self, guint unit, GalleyText *text, GalleyComparison *comparison)
{
  GalleyClaim *claim = g_ptr_array_index (self->claims, unit);
  g_autofree char *words = galley_text_slice (text, galley_claim_get_range (claim));
  const char *id = galley_claim_get_id (claim);
  GalleyComparisonClaim *compared = galley_comparison_add_claim (comparison, id, words);

  compared->differs = differs (self, unit);
  compared->is_decided = find_first (self, id, words) != NULL;
  compared->status = galley_claim_get_status (claim);
  for (guint r = 0; r < self->raters->len; r++)
    {
      guint index = r * self->claims->len + unit;

      galley_comparison_claim_add (compared, g_ptr_array_index (self->verdicts, index),
                                   g_ptr_array_index (self->notes, index));
    }
}

static void
compare_raters (GalleyAgreement *self, GalleyComparison *comparison)
{
  for (guint i = 0; i < self->raters->len; i++)
    {
      galley_comparison_add_rater (comparison, g_ptr_array_index (self->raters, i));
      for (guint j = i + 1; j < self->raters->len; j++)
        {
          GalleyComparisonPair pair = { i, j, { 0 } };

          galley_agreement_get_pair (self, i, j, comparison->with_pending, &pair.figures);
          g_array_append_val (comparison->pairs, pair);
        }
    }
}

/**
 * galley_agreement_compare:
 * @check: what the agreement was made of, unchanged since
 * @with_pending: as of galley_agreement_get_pair()
 *
 * Returns: (transfer full): all of it, to go out in an export
 */
GalleyComparison *
galley_agreement_compare (GalleyAgreement *self, GalleyCheck *check, gboolean with_pending)
{
  GalleyComparison *comparison;
  GalleyArticle *article;
  GalleyText *text;

  g_return_val_if_fail (GALLEY_IS_AGREEMENT (self) && GALLEY_IS_CHECK (check), NULL);

  article = galley_check_get_article (check);
  text = galley_document_get_text (galley_check_get_document (check));
  comparison =
      galley_comparison_new (galley_article_get_id (article), galley_article_get_title (article));
  comparison->with_pending = with_pending;
  compare_raters (self, comparison);
  galley_agreement_get_alpha (self, with_pending, &comparison->alpha);
  for (guint i = 0; i < self->claims->len; i++)
    compare_claim (self, i, text, comparison);
  for (guint i = 0; i < self->waiting->len; i++)
    g_ptr_array_add (comparison->waiting, g_strdup (g_ptr_array_index (self->waiting, i)));

  return comparison;
}

/**
 * galley_agreement_get_disagreements:
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the claims between whose verdicts
 *   nobody has decided yet, in the order of the text: what a review session is to go through
 */
char **
galley_agreement_get_disagreements (GalleyAgreement *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_return_val_if_fail (GALLEY_IS_AGREEMENT (self), NULL);

  for (guint i = 0; i < self->disagreements->len; i++)
    {
      GalleyReaderDisagreement *disagreement = g_ptr_array_index (self->disagreements, i);

      if (!disagreement->is_decided)
        g_ptr_array_add (ids, g_strdup (galley_claim_get_id (disagreement->claim)));
    }
  g_ptr_array_add (ids, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}
