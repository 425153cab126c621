/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-record-fields.h"

#include "galley-claim-choices.h"
#include "galley-record-verbs.h"
#include "galley-verbs.h"

/* By which verbs the fields are saved, and a name of our own. */
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

/**
 * galley_record_field_make_action:
 * @claim: a claim
 * @status: the verdict that a reason was written for
 * @text: what was typed into the field
 *
 * Returns: (transfer full): what saves it
 */
GalleyAction *
galley_record_field_make_action (GalleyRecordField field,
                                 GalleyClaim *claim,
                                 GalleyStatus status,
                                 const char *text)
{
  const char *ids[] = { galley_claim_get_id (claim), NULL };
  const char *written = *text != '\0' ? text : NULL;

  switch (field)
    {
    case GALLEY_RECORD_REASON:
      return make_reason (ids[0], status, text);
    case GALLEY_RECORD_CORRECTION:
      return galley_verb_set_correction (ids[0], written);
    case GALLEY_RECORD_NOTE:
      return galley_verb_set_note (ids[0], written);
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
