/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-check-private.h"
#include "galley-reading-verbs.h"

/* A blind check shows an article to a second reader. Its claims are objects of its own, which carry
 * nothing that the first checker decided or wrote: where a claim stands is what the reader found.
 * So whatever shows a check can show a second reading, and none of it has to know what to hide.
 *
 * It follows the check that it hides. What it leaves out is all that says, or hints at, what became
 * of a claim: status, reason, correction, notes, thread, queries, who checked it, former verdicts,
 * disagreements; the category, since an opinion is none that could be confirmed; who is to check it
 * and how soon; whether it is to be published, which takes a verdict; claims of the tray;
 * dismissals, and suggestions, which would tell what the first checker left alone. Sources come
 * along if the reading says so, without their stance: that is the first checker's judgement. */

static GPtrArray *
hide_stances (GPtrArray *evidence)
{
  GPtrArray *hidden = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);

  for (guint i = 0; i < evidence->len; i++)
    {
      GalleyEvidence *item = g_ptr_array_index (evidence, i);
      GalleyEvidenceFields fields = {
        .stance = GALLEY_STANCE_CONTEXT,
        .is_secondary = item->is_secondary,
        .passage = item->passage,
        .locator = item->locator,
        .consulted_at = item->consulted_at,
      };

      g_ptr_array_add (hidden, galley_evidence_new (item->id, item->source, &fields));
    }

  return hidden;
}

/* Returns: (transfer full): @claim as the reader is to see it. */
static GalleyClaim *
hide_verdict (GalleyClaim *claim, GalleyReading *reading, const GalleyReadingVerdict *part)
{
  g_autoptr (GPtrArray) evidence =
      reading->with_sources && galley_claim_get_evidence (claim) != NULL
          ? hide_stances (galley_claim_get_evidence (claim))
          : NULL;
  GalleyClaimFields fields = {
    .range = galley_claim_get_range (claim),
    .status = part->is_given ? part->status : GALLEY_STATUS_PENDING,
    .reason = part->reason,
    .note = part->note,
    .checked_by = part->is_given ? reading->reader : NULL,
    .checked_at = part->given_at,
    .is_unjudged = !part->is_given,
    .speaker = galley_claim_get_speaker (claim),
    .sentence = galley_claim_get_sentence (claim),
    .priority = GALLEY_PRIORITY_NORMAL,
    .is_starred = galley_claim_is_starred (claim),
    .place = GALLEY_PLACE_EXACT,
    .evidence = evidence,
  };

  return galley_claim_new (galley_claim_get_id (claim), &fields);
}

/* A verdict on words that the claim has no more is none on those that it has. */
static gboolean
is_of_these_words (GalleyCheck *self, GalleyClaim *claim, const GalleyReadingVerdict *part)
{
  g_autofree char *words =
      galley_text_slice (galley_document_get_text (self->document), galley_claim_get_range (claim));

  return !part->is_given || g_strcmp0 (part->words, words) == 0;
}

static GPtrArray *
list_hidden (GalleyCheck *self, GalleyReading *reading)
{
  static const GalleyReadingVerdict not_given = { .is_given = FALSE };
  GPtrArray *hidden = g_ptr_array_new_with_free_func (g_object_unref);
  GalleyClaimList *claims = galley_check_get_claims (self->source);

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      const GalleyReadingVerdict *part = galley_reading_find (reading, galley_claim_get_id (claim));

      if (part != NULL)
        g_ptr_array_add (hidden,
                         hide_verdict (claim, reading,
                                       is_of_these_words (self, claim, part) ? part : &not_given));
    }

  return hidden;
}

/* The ids of the claims of @self that are not in @claims. */
static GPtrArray *
list_gone (GalleyCheck *self, GPtrArray *claims)
{
  GPtrArray *gone = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < claims->len; i++)
    g_hash_table_add (there, (gpointer) galley_claim_get_id (g_ptr_array_index (claims, i)));
  for (guint i = 0; i < galley_claim_list_get_n_claims (self->claims); i++)
    {
      const char *id = galley_claim_get_id (galley_claim_list_peek (self->claims, i));

      if (!g_hash_table_contains (there, id))
        g_ptr_array_add (gone, g_strdup (id));
    }

  return gone;
}

static void
follow_source (GalleyCheck *self)
{
  GalleyReading *reading = galley_check_get_reading (self);
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GPtrArray) gone = NULL;

  if (reading == NULL)
    return;
  claims = list_hidden (self, reading);
  gone = list_gone (self, claims);
  galley_claim_list_update (self->claims, claims, gone);
  galley_coverage_recount (self->coverage, (GalleyRange){ 0, G_MAXUINT }, self->claims,
                           self->dismissals);
  galley_check_set_undo_redo (self, reading->can_undo ? "read-claim" : NULL,
                              reading->can_redo ? "read-claim" : NULL);
}

static void
source_changed_cb (GalleyCheck *self)
{
  guint length = galley_text_get_length (galley_document_get_text (self->document));

  follow_source (self);
  g_signal_emit_by_name (self, "changed", 0, length);
}

/* The check says first that it changed. */
static void
source_readings_changed_cb (GalleyCheck *self)
{
  g_signal_emit_by_name (self, "readings-changed");
}

static void
source_replaced_cb (GalleyCheck *self)
{
  self->is_replaced = TRUE;
  g_signal_emit_by_name (self, "replaced");
}

/**
 * galley_check_new_blind:
 * @source: an article that is open for checking
 * @reading: a second reading of it that is under way
 *
 * Returns: (transfer full): the article as the second reader sees it, for as long as the reading
 *   lasts
 */
GalleyCheck *
galley_check_new_blind (GalleyCheck *source, GalleyReading *reading)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GalleyCheck *self;

  g_return_val_if_fail (GALLEY_IS_CHECK (source) && source->source == NULL, NULL);
  g_return_val_if_fail (reading != NULL, NULL);

  self = galley_check_new (source->article, source->document, none, /* dismissals= */ NULL);
  self->source = g_object_ref (source);
  self->reading_id = g_strdup (reading->id);
  follow_source (self);
  g_signal_connect_swapped (source, "changed", G_CALLBACK (source_changed_cb), self);
  g_signal_connect_swapped (source, "readings-changed", G_CALLBACK (source_readings_changed_cb),
                            self);
  g_signal_connect_swapped (source, "replaced", G_CALLBACK (source_replaced_cb), self);

  return self;
}

/**
 * galley_check_forget_source:
 *
 * Lets go of what is hidden, when the check is finalized.
 */
void
galley_check_forget_source (GalleyCheck *self)
{
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
  g_clear_pointer (&self->reading_id, g_free);
}

/**
 * galley_check_get_source:
 *
 * Returns: (transfer none) (nullable): the check that a second reader is not shown; %NULL if this
 *   is a check as the first one sees it
 */
GalleyCheck *
galley_check_get_source (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return self->source;
}

/**
 * galley_check_get_reading:
 *
 * Returns: (transfer none) (nullable): the second reading that the check shows, as it is now; %NULL
 *   if it shows none, or the reading is not there any more
 */
GalleyReading *
galley_check_get_reading (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return self->source != NULL ? galley_check_find_reading (self->source, self->reading_id) : NULL;
}

/**
 * galley_check_get_undo_scope:
 *
 * Returns: (transfer none): the id of that in which undo and redo go back and forth: the article;
 *   or, where a second reading is shown, the reading, so that a reader never takes back, or is
 *   told, what anybody else did
 */
const char *
galley_check_get_undo_scope (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), NULL);

  return self->source != NULL ? self->reading_id : galley_article_get_id (self->article);
}

/**
 * galley_check_is_replaced:
 *
 * Returns: whether #GalleyCheck::replaced was emitted: it is not what the library holds any more,
 *   and has to be loaded again
 */
gboolean
galley_check_is_replaced (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), FALSE);

  return self->is_replaced;
}

/**
 * galley_check_is_open:
 * @claim: a claim of it
 *
 * Returns: whether the claim is still to be decided: it is pending; or, where a second reading is
 *   shown, the reader has not judged it at all
 */
gboolean
galley_check_is_open (GalleyCheck *self, GalleyClaim *claim)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self) && GALLEY_IS_CLAIM (claim), FALSE);

  return self->source != NULL ? galley_claim_is_unjudged (claim)
                              : galley_claim_get_status (claim) == GALLEY_STATUS_PENDING;
}

/**
 * galley_check_get_n_judged:
 *
 * Returns: how many claims of the second reading that is shown the reader has judged
 */
guint
galley_check_get_n_judged (GalleyCheck *self)
{
  g_return_val_if_fail (GALLEY_IS_CHECK (self), 0);

  return galley_claim_list_get_n_claims (self->claims) -
         galley_claim_list_get_n_unjudged (self->claims);
}

/* Adds what a change of a claim's status or note is in a reading; FALSE if it is neither. What it
 * says nothing of stays as it is when it is written. */
static gboolean
add_blind_change (GalleyCheck *self,
                  GalleyAction *blind,
                  GalleyReading *reading,
                  const GalleyChange *change)
{
  static const char *const names[] = { "status", "reason", "note" };
  const GalleyReadingVerdict *part = galley_reading_find (reading, change->subject_id);
  gboolean is_note = g_str_equal (change->kind, "claim.note");
  g_autoptr (GalleyBody) body = NULL;

  if (part == NULL || galley_claim_list_find (self->claims, change->subject_id) == NULL ||
      (!is_note && !g_str_equal (change->kind, "claim.status")))
    return FALSE;

  body = galley_body_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_note == g_str_equal (names[i], "note"))
      {
        g_autofree char *text = galley_body_find_text (change->body, names[i]);

        galley_body_add_text (body, names[i], text);
      }
  galley_action_add (blind, "reading.verdict", /* article_id= */ NULL, part->id,
                     galley_body_end (body));
  return TRUE;
}

/* What the first checker decided is neither expected by a reader nor, by a refusal, told to them:
 * of the check only the words are, and of the reading what is written of them. */
static void
expect_part (GalleyAction *blind,
             GalleyReading *reading,
             const char *claim_id,
             const GalleyExpectation *of_claim)
{
  const GalleyReadingVerdict *part =
      reading != NULL ? galley_reading_find (reading, claim_id) : NULL;
  static const char *const fields[] = { "status", "reason", "note" };

  if (of_claim->is_expected[GALLEY_EXPECTED_WORDS])
    galley_action_expect_words (blind, claim_id, of_claim->values[GALLEY_EXPECTED_WORDS]);
  for (guint i = 0; i < G_N_ELEMENTS (fields) && part != NULL; i++)
    {
      GalleyExpected expected;

      if (galley_expected_from_field (fields[i], &expected) && of_claim->is_expected[expected])
        galley_action_expect_value (blind, part->id, fields[i], of_claim->values[expected]);
    }
}

static void
expect_as (GalleyAction *blind, GalleyReading *reading, const GalleyAction *action)
{
  GHashTableIter iter;
  gpointer id, of_claim;

  if (action->expected_text != NULL)
    galley_action_expect_text (blind, action->expected_text);
  if (action->expected_moment != NULL)
    galley_action_expect_moment (blind, action->expected_moment);

  if (action->expectations != NULL)
    g_hash_table_iter_init (&iter, action->expectations);
  while (action->expectations != NULL && g_hash_table_iter_next (&iter, &id, &of_claim))
    expect_part (blind, reading, id, of_claim);

  if (action->judged != NULL)
    g_hash_table_iter_init (&iter, action->judged);
  while (action->judged != NULL && g_hash_table_iter_next (&iter, &id, NULL))
    {
      const GalleyReadingVerdict *part = reading != NULL ? galley_reading_find (reading, id) : NULL;

      if (part != NULL)
        galley_action_judge (blind, part->id);
    }
}

/**
 * galley_verb_make_blind:
 * @check: a check that shows a second reading
 * @action: what would be done to its claims if they were the first checker's
 *
 * Turns verdicts and notes on claims into those of the reading. This is the only way by which a
 * second reader changes anything.
 *
 * Returns: (transfer full) (nullable): the action; %NULL if a second reader can do nothing of the
 *   kind
 */
GalleyAction *
galley_verb_make_blind (GalleyCheck *check, GalleyAction *action)
{
  g_autoptr (GalleyAction) blind = galley_action_new ("read-claim");
  GalleyReading *reading = galley_check_get_reading (check);

  for (guint i = 0; reading != NULL && i < action->changes->len; i++)
    if (!add_blind_change (check, blind, reading, g_ptr_array_index (action->changes, i)))
      return NULL;
  expect_as (blind, reading, action);

  return blind->changes->len > 0 ? g_steal_pointer (&blind) : NULL;
}
