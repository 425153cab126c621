/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-record-verbs.h"

#include "galley-digest.h"
#include "galley-verbs.h"

/* Details by the names of their events and verbs. */
static const struct
{
  const char *verb;
  const char *kind;
  const char *name;
} details[GALLEY_N_DETAILS] = {
  [GALLEY_DETAIL_CATEGORY] = { "set-category", "claim.category", "category" },
  [GALLEY_DETAIL_SPEAKER] = { "set-speaker", "claim.speaker", "speaker" },
  [GALLEY_DETAIL_SENTENCE] = { "set-sentence", "claim.sentence", "sentence" },
  [GALLEY_DETAIL_ASSIGNEE] = { "set-assignee", "claim.assignee", "assignee" },
};

/* Words of nothing but spaces are no words. */
static const char *
nullify (const char *words)
{
  return words != NULL && words[strspn (words, " \t\n")] != '\0' ? words : NULL;
}

/**
 * galley_verb_add_detail:
 * @action: a step
 * @claim_id: UUID
 * @detail: what is noted
 * @words: (nullable): the words, or %NULL for none
 *
 * Notes a detail of a claim as a part of something else.
 */
void
galley_verb_add_detail (GalleyAction *action,
                        const char *claim_id,
                        GalleyDetail detail,
                        const char *words)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  g_return_if_fail ((guint) detail < GALLEY_N_DETAILS);

  galley_body_add_text (body, details[detail].name, nullify (words));
  galley_action_add (action, details[detail].kind, /* article_id= */ NULL, claim_id,
                     galley_body_end (body));
}

/**
 * galley_verb_set_detail:
 * @claim_ids: (array zero-terminated=1): the claims
 * @detail: what is noted
 * @words: (nullable): the words, or %NULL for none
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_set_detail (const char *const *claim_ids, GalleyDetail detail, const char *words)
{
  GalleyAction *action;

  g_return_val_if_fail ((guint) detail < GALLEY_N_DETAILS, NULL);

  action = galley_action_new (details[detail].verb);
  for (guint i = 0; claim_ids[i] != NULL; i++)
    galley_verb_add_detail (action, claim_ids[i], detail, words);

  return action;
}

/**
 * galley_verb_set_priority:
 * @claim_ids: (array zero-terminated=1): the claims
 * @priority: how soon they are to be checked
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_set_priority (const char *const *claim_ids, GalleyPriority priority)
{
  GalleyAction *action = galley_action_new ("set-priority");

  for (guint i = 0; claim_ids[i] != NULL; i++)
    {
      g_autoptr (GalleyBody) body = galley_body_new ();

      galley_body_add_text (body, "priority", galley_priority_to_nick (priority));
      galley_action_add (action, "claim.priority", /* article_id= */ NULL, claim_ids[i],
                         galley_body_end (body));
    }

  return action;
}

static GalleyAction *
make_flag (const char *verb,
           const char *kind,
           const char *name,
           const char *const *claim_ids,
           gboolean is_set)
{
  GalleyAction *action = galley_action_new (verb);

  for (guint i = 0; claim_ids[i] != NULL; i++)
    {
      g_autoptr (GalleyBody) body = galley_body_new ();

      galley_body_add_number (body, name, is_set ? 1 : 0);
      galley_action_add (action, kind, /* article_id= */ NULL, claim_ids[i],
                         galley_body_end (body));
    }

  return action;
}

/**
 * galley_verb_set_starred:
 * @claim_ids: (array zero-terminated=1): the claims
 * @is_starred: whether the legal reader is to see them
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_set_starred (const char *const *claim_ids, gboolean is_starred)
{
  return make_flag ("set-starred", "claim.starred", "starred", claim_ids, is_starred);
}

/**
 * galley_verb_set_publishable:
 * @claim_ids: (array zero-terminated=1): the claims
 * @is_publishable: whether they may go out as fact checks of their own
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_set_publishable (const char *const *claim_ids, gboolean is_publishable)
{
  return make_flag ("set-publishable", "claim.publishable", "publishable", claim_ids,
                    is_publishable);
}

/* Describes a source; an @attachment goes with the action as a blob. */
static void
add_source_change (GalleyAction *action,
                   const char *kind,
                   const char *source_id,
                   const GalleySourceFields *fields,
                   GBytes *attachment)
{
  g_autoptr (GalleyBody) body = galley_body_new ();
  g_autofree char *sha256 = attachment != NULL ? galley_digest_bytes (attachment) : NULL;

  galley_body_add_text (body, "kind", galley_source_kind_to_nick (fields->kind));
  galley_body_add_text (body, "terms", galley_terms_to_nick (fields->terms));
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    if (i == GALLEY_SOURCE_ATTACHMENT && sha256 != NULL)
      galley_body_add_text (body, galley_source_text_to_nick (i), sha256);
    else
      galley_body_add_text (body, galley_source_text_to_nick (i), nullify (fields->texts[i]));
  galley_action_add (action, kind, /* article_id= */ NULL, source_id, galley_body_end (body));
  if (attachment != NULL)
    galley_action_add_blob (action, attachment);
}

/**
 * galley_verb_add_source:
 * @fields: what the source is; it has a title
 * @attachment: (nullable): the bytes of a file to keep with it; its name stands in @fields
 *
 * Enters a source in the log.
 *
 * Returns: (transfer full): the action; its change's subject is the id of the source
 */
GalleyAction *
galley_verb_add_source (const GalleySourceFields *fields, GBytes *attachment)
{
  GalleyAction *action = galley_action_new ("add-source");
  g_autofree char *id = g_uuid_string_random ();

  g_return_val_if_fail (nullify (fields->texts[GALLEY_SOURCE_TITLE]) != NULL, action);

  add_source_change (action, "source.add", id, fields, attachment);
  return action;
}

/**
 * galley_verb_add_entry:
 * @action: a step
 * @source_id: UUID for it
 * @fields: what the source is; it has a title
 *
 * Enters a source in the log as a part of something else.
 */
void
galley_verb_add_entry (GalleyAction *action,
                       const char *source_id,
                       const GalleySourceFields *fields)
{
  g_return_if_fail (nullify (fields->texts[GALLEY_SOURCE_TITLE]) != NULL);

  add_source_change (action, "source.add", source_id, fields, /* attachment= */ NULL);
}

/**
 * galley_verb_add_sources:
 * @sources: (array length=n_sources): what the sources are; each has a title
 * @n_sources: how many there are, at least one
 *
 * Enters sources from elsewhere in the log, in one step. A file that was kept with one of them does
 * not come along.
 *
 * Returns: (transfer full): the action; its changes' subjects are the ids of the sources
 */
GalleyAction *
galley_verb_add_sources (const GalleySourceFields *sources, guint n_sources)
{
  GalleyAction *action = galley_action_new ("add-source");

  for (guint i = 0; i < n_sources; i++)
    {
      g_autofree char *id = g_uuid_string_random ();
      GalleySourceFields fields = sources[i];

      g_return_val_if_fail (nullify (fields.texts[GALLEY_SOURCE_TITLE]) != NULL, action);

      fields.texts[GALLEY_SOURCE_ATTACHMENT] = NULL;
      fields.texts[GALLEY_SOURCE_ATTACHMENT_NAME] = NULL;
      add_source_change (action, "source.add", id, &fields, /* attachment= */ NULL);
    }

  return action;
}

/**
 * galley_verb_change_source:
 * @source_id: UUID
 * @fields: all that the source is to be
 * @attachment: (nullable): the bytes of a new file to keep with it
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_change_source (const char *source_id,
                           const GalleySourceFields *fields,
                           GBytes *attachment)
{
  GalleyAction *action = galley_action_new ("change-source");

  g_return_val_if_fail (nullify (fields->texts[GALLEY_SOURCE_TITLE]) != NULL, action);

  add_source_change (action, "source.change", source_id, fields, attachment);
  return action;
}

/**
 * galley_verb_remove_source:
 * @source_id: UUID of a source that nothing uses
 *
 * Returns: (transfer full): the action; it fails if the source is used
 */
GalleyAction *
galley_verb_remove_source (const char *source_id)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  return galley_verb_make_single ("remove-source", "source.remove", source_id, body);
}

static void
describe_evidence (GalleyBody *body, const GalleyEvidenceFields *fields)
{
  galley_body_add_text (body, "stance", galley_stance_to_nick (fields->stance));
  galley_body_add_number (body, "secondary", fields->is_secondary ? 1 : 0);
  galley_body_add_text (body, "passage", nullify (fields->passage));
  galley_body_add_text (body, "locator", nullify (fields->locator));
  galley_body_add_number (body, "consulted_at", fields->consulted_at);
}

/**
 * galley_verb_add_use:
 * @action: a step
 * @claim_id: UUID
 * @source_id: an entry of the source log
 * @fields: how it is used
 *
 * Uses a source for a claim as a part of something else.
 */
void
galley_verb_add_use (GalleyAction *action,
                     const char *claim_id,
                     const char *source_id,
                     const GalleyEvidenceFields *fields)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_body_add_text (body, "claim", claim_id);
  galley_body_add_text (body, "source", source_id);
  describe_evidence (body, fields);
  galley_action_add (action, "evidence.add", /* article_id= */ NULL, id, galley_body_end (body));
}

/**
 * galley_verb_add_evidence:
 * @claim_id: UUID
 * @citation: the source and how it is used; it has a source id or a title
 *
 * Uses a source for a claim; a source that is not in the log yet is entered in the same step.
 *
 * Returns: (transfer full): the action; its last change's subject is the id of the evidence
 */
GalleyAction *
galley_verb_add_evidence (const char *claim_id, const GalleyCitation *citation)
{
  GalleyAction *action = galley_action_new ("add-evidence");
  g_autofree char *source_id = g_strdup (citation->source_id);

  g_return_val_if_fail (
      source_id != NULL || nullify (citation->source.texts[GALLEY_SOURCE_TITLE]) != NULL, action);

  if (source_id == NULL)
    {
      source_id = g_uuid_string_random ();
      add_source_change (action, "source.add", source_id, &citation->source,
                         /* attachment= */ NULL);
    }

  galley_verb_add_use (action, claim_id, source_id, &citation->evidence);
  return action;
}

/**
 * galley_verb_change_evidence:
 * @evidence_id: UUID
 * @fields: how the source is used
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_change_evidence (const char *evidence_id, const GalleyEvidenceFields *fields)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  describe_evidence (body, fields);
  return galley_verb_make_single ("change-evidence", "evidence.change", evidence_id, body);
}

/**
 * galley_verb_remove_evidence:
 * @evidence_id: UUID
 *
 * Uses a source for a claim no more. The source stays in the log.
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_remove_evidence (const char *evidence_id)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  return galley_verb_make_single ("remove-evidence", "evidence.remove", evidence_id, body);
}

/**
 * galley_verb_add_comment:
 * @action: a step
 * @claim_id: UUID
 * @text: what the note says; not empty
 *
 * Writes a note in the thread of a claim as a part of something else.
 */
void
galley_verb_add_comment (GalleyAction *action, const char *claim_id, const char *text)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_body_add_text (body, "claim", claim_id);
  galley_body_add_text (body, "text", text);
  galley_action_add (action, "note.add", /* article_id= */ NULL, id, galley_body_end (body));
}

/**
 * galley_verb_add_note:
 * @claim_id: UUID
 * @text: what the note says; not empty
 *
 * Writes a note in the thread of a claim.
 *
 * Returns: (transfer full): the action; its change's subject is the id of the note
 */
GalleyAction *
galley_verb_add_note (const char *claim_id, const char *text)
{
  GalleyAction *action = galley_action_new ("add-note");

  galley_verb_add_comment (action, claim_id, text);
  return action;
}

/**
 * galley_verb_change_note:
 * @note_id: UUID of a note in a thread
 * @text: what it is to say; not empty
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_change_note (const char *note_id, const char *text)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_body_add_text (body, "text", text);
  return galley_verb_make_single ("change-note", "note.text", note_id, body);
}

/**
 * galley_verb_remove_note:
 * @note_id: UUID of a note in a thread
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_remove_note (const char *note_id)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  return galley_verb_make_single ("remove-note", "note.remove", note_id, body);
}

static void
describe_question (GalleyBody *body, const GalleyQueryFields *fields)
{
  galley_body_add_text (body, "addressee", galley_addressee_to_nick (fields->addressee));
  if (fields->addressee == GALLEY_ADDRESSEE_SOURCE && fields->source != NULL)
    galley_body_add_text (body, "source", fields->source->id);
  galley_body_add_text (body, "question", fields->question);
  galley_body_add_number (body, "due_at", fields->due_at);
}

/**
 * galley_verb_add_query:
 * @claim_id: UUID
 * @fields: the question, whom it is put to, and until when; no more of it counts
 *
 * Returns: (transfer full): the action; its change's subject is the id of the query
 */
GalleyAction *
galley_verb_add_query (const char *claim_id, const GalleyQueryFields *fields)
{
  g_autoptr (GalleyBody) body = galley_body_new ();
  g_autofree char *id = g_uuid_string_random ();

  galley_body_add_text (body, "claim", claim_id);
  describe_question (body, fields);
  return galley_verb_make_single ("add-query", "query.add", id, body);
}

/**
 * galley_verb_add_question:
 * @action: a step
 * @query_id: UUID of the query to be
 * @claim_id: UUID
 * @fields: as of galley_verb_add_query()
 *
 * Puts a query as a part of something else.
 */
void
galley_verb_add_question (GalleyAction *action,
                          const char *query_id,
                          const char *claim_id,
                          const GalleyQueryFields *fields)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_body_add_text (body, "claim", claim_id);
  describe_question (body, fields);
  galley_action_add (action, "query.add", /* article_id= */ NULL, query_id, galley_body_end (body));
}

/**
 * galley_verb_add_answered_query:
 * @action: a step
 * @claim_id: UUID
 * @fields: as of galley_verb_add_query()
 * @answer: (nullable): what they said
 * @decision: (nullable): what was decided upon it
 *
 * Puts a query, and notes what came of it, as a part of something else.
 */
void
galley_verb_add_answered_query (GalleyAction *action,
                                const char *claim_id,
                                const GalleyQueryFields *fields,
                                const char *answer,
                                const char *decision)
{
  g_autoptr (GalleyBody) answered = galley_body_new ();
  g_autoptr (GalleyBody) decided = galley_body_new ();
  g_autofree char *id = g_uuid_string_random ();

  galley_verb_add_question (action, id, claim_id, fields);
  if (nullify (answer) != NULL)
    {
      galley_body_add_text (answered, "answer", answer);
      galley_action_add (action, "query.answer", /* article_id= */ NULL, id,
                         galley_body_end (answered));
    }
  if (nullify (decision) != NULL)
    {
      galley_body_add_text (decided, "decision", decision);
      galley_action_add (action, "query.decision", /* article_id= */ NULL, id,
                         galley_body_end (decided));
    }
}

/**
 * galley_verb_change_query:
 * @query_id: UUID
 * @fields: the question, whom it is put to, and until when; no more of it counts
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_change_query (const char *query_id, const GalleyQueryFields *fields)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  describe_question (body, fields);
  return galley_verb_make_single ("change-query", "query.question", query_id, body);
}

/**
 * galley_verb_answer_query:
 * @query_id: UUID
 * @answer: (nullable): what they said; %NULL opens the query again
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_answer_query (const char *query_id, const char *answer)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_body_add_text (body, "answer", nullify (answer));
  return galley_verb_make_single ("answer-query", "query.answer", query_id, body);
}

/**
 * galley_verb_decide_query:
 * @query_id: UUID
 * @decision: (nullable): what was decided upon it
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_decide_query (const char *query_id, const char *decision)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_body_add_text (body, "decision", nullify (decision));
  return galley_verb_make_single ("decide-query", "query.decision", query_id, body);
}

/**
 * galley_verb_remove_query:
 * @query_id: UUID
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_remove_query (const char *query_id)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  return galley_verb_make_single ("remove-query", "query.remove", query_id, body);
}

/**
 * galley_verb_change_setting:
 * @name: name of a setting of the library, see galley-requirements.h
 * @value: (nullable): its value, or %NULL for the default
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_change_setting (const char *name, const char *value)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_body_add_text (body, "value", value);
  return galley_verb_make_single ("change-setting", "library.setting", name, body);
}
