/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-record-fields.h"

#include "galley-claim-choices.h"
#include "galley-record-verbs.h"
#include "galley-verbs.h"

/* By which verbs the fields are saved, and what galley_action_expect_value() calls them. */
static const struct
{
  const char *verb;
  const char *name;
} fields[GALLEY_N_RECORD_FIELDS] = {
  [GALLEY_RECORD_REASON] = { "set-status", "reason" },
  [GALLEY_RECORD_CORRECTION] = { "set-correction", "correction" },
  [GALLEY_RECORD_NOTE] = { "set-note", "note" },
  [GALLEY_RECORD_CATEGORY] = { "set-category", "category" },
  [GALLEY_RECORD_SPEAKER] = { "set-speaker", "speaker" },
  [GALLEY_RECORD_SENTENCE] = { "set-sentence", "sentence" },
  [GALLEY_RECORD_ASSIGNEE] = { "set-assignee", "assignee" },
};

/**
 * galley_record_field_get_name:
 *
 * Returns: (transfer none): a name for the field that nobody is shown
 */
const char *
galley_record_field_get_name (GalleyRecordField field)
{
  return fields[field].name;
}

/**
 * galley_record_field_get_verb:
 *
 * Returns: (transfer none): nick of the verb that saves the field
 */
const char *
galley_record_field_get_verb (GalleyRecordField field)
{
  return fields[field].verb;
}

/**
 * galley_record_field_get_value:
 * @claim: a claim
 *
 * Returns: (transfer none) (nullable): what the field shows of @claim, in words for people
 */
const char *
galley_record_field_get_value (GalleyRecordField field, GalleyClaim *claim)
{
  switch (field)
    {
    case GALLEY_RECORD_REASON:
      return galley_reason_get_label (galley_claim_get_reason (claim));
    case GALLEY_RECORD_CORRECTION:
      return galley_claim_get_correction (claim);
    case GALLEY_RECORD_NOTE:
      return galley_claim_get_note (claim);
    case GALLEY_RECORD_CATEGORY:
      return galley_claim_get_category (claim) != NULL
                 ? galley_category_get_label (galley_claim_get_category (claim))
                 : NULL;
    case GALLEY_RECORD_SPEAKER:
      return galley_claim_get_speaker (claim);
    case GALLEY_RECORD_SENTENCE:
      return galley_claim_get_sentence (claim);
    case GALLEY_RECORD_ASSIGNEE:
    default:
      return galley_claim_get_assignee (claim);
    }
}

/**
 * galley_record_field_is_struck:
 * @claim: a claim
 *
 * Returns: whether its words are to be struck, which is a correction without a text
 */
gboolean
galley_record_field_is_struck (GalleyClaim *claim)
{
  return g_strcmp0 (galley_claim_get_correction (claim), "") == 0;
}

/* What the library has of the field, in its own words. */
static const char *
get_written (GalleyRecordField field, GalleyClaim *claim)
{
  switch (field)
    {
    case GALLEY_RECORD_REASON:
      return galley_claim_get_reason (claim);
    case GALLEY_RECORD_CATEGORY:
      return galley_claim_get_category (claim);
    default:
      return galley_record_field_get_value (field, claim);
    }
}

/* A reason is one for a verdict: it is saved with the verdict that it was written for, and not if
 * the claim has another one by then. */
static GalleyAction *
make_reason (const char *id, GalleyStatus status, const char *text)
{
  const char *ids[] = { id, NULL };
  GalleyAction *action =
      galley_verb_set_status (ids, status, galley_claim_choices_find_reason (status, text));

  galley_action_expect_status (action, id, galley_status_to_nick (status));
  return action;
}

static GalleyAction *
make_action (GalleyRecordField field, const char *id, GalleyStatus status, const char *text)
{
  const char *ids[] = { id, NULL };
  const char *written = *text != '\0' ? text : NULL;

  switch (field)
    {
    case GALLEY_RECORD_REASON:
      return make_reason (id, status, text);
    case GALLEY_RECORD_CORRECTION:
      return galley_verb_set_correction (id, written);
    case GALLEY_RECORD_NOTE:
      return galley_verb_set_note (id, written);
    case GALLEY_RECORD_CATEGORY:
      return galley_verb_set_detail (ids, GALLEY_DETAIL_CATEGORY,
                                     galley_claim_choices_find_category (text));
    case GALLEY_RECORD_SPEAKER:
      return galley_verb_set_detail (ids, GALLEY_DETAIL_SPEAKER, text);
    case GALLEY_RECORD_SENTENCE:
      return galley_verb_set_detail (ids, GALLEY_DETAIL_SENTENCE, text);
    case GALLEY_RECORD_ASSIGNEE:
    default:
      return galley_verb_set_detail (ids, GALLEY_DETAIL_ASSIGNEE, text);
    }
}

/**
 * galley_record_field_make_action:
 * @claim: a claim
 * @status: the verdict that a reason was written for
 * @text: what was typed into the field
 *
 * Returns: (transfer full): what saves it, in place of what @claim has there and nothing else
 */
GalleyAction *
galley_record_field_make_action (GalleyRecordField field,
                                 GalleyClaim *claim,
                                 GalleyStatus status,
                                 const char *text)
{
  const char *id = galley_claim_get_id (claim);
  GalleyAction *action = make_action (field, id, status, text);

  galley_action_expect_value (action, id, fields[field].name, get_written (field, claim));
  return action;
}

/**
 * galley_record_field_make_strike:
 * @claim: a claim
 * @correction: (nullable): as of galley_verb_set_correction()
 *
 * Returns: (transfer full): what strikes the words of @claim, or no more
 */
GalleyAction *
galley_record_field_make_strike (GalleyClaim *claim, const char *correction)
{
  const char *id = galley_claim_get_id (claim);
  GalleyAction *action = galley_verb_set_correction (id, correction);

  galley_action_expect_value (action, id, "correction", galley_claim_get_correction (claim));
  return action;
}
