/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-verbs.h"

#include "galley-body.h"

/* Kinds of changes that say what is to be true, so that a later one makes an earlier one pointless.
 */
static gboolean
is_setting (const GalleyChange *change)
{
  static const char *const kinds[] = { "claim.status",
                                       "claim.note",
                                       "claim.correction",
                                       "claim.category",
                                       "claim.speaker",
                                       "claim.sentence",
                                       "claim.assignee",
                                       "claim.priority",
                                       "claim.starred",
                                       "claim.publishable",
                                       "note.text",
                                       "reading.verdict",
                                       NULL };

  return g_strv_contains (kinds, change->kind);
}

/* A second reader's verdict and note are changes of one kind, of which each says one. */
static gboolean
is_of_same (const GalleyChange *change, const GalleyChange *other)
{
  g_autofree char *status = NULL;
  g_autofree char *other_status = NULL;

  if (!g_str_equal (change->kind, other->kind))
    return FALSE;
  if (!g_str_equal (change->kind, "reading.verdict"))
    return TRUE;

  status = galley_body_find_text (change->body, "status");
  other_status = galley_body_find_text (other->body, "status");
  return (status == NULL) == (other_status == NULL);
}

/* Of two steps with the same claims each change is at about the same @position. */
static gboolean
has_change (GalleyAction *action, const GalleyChange *wanted, guint position)
{
  guint n = action->changes->len;

  for (guint i = 0; i < n; i++)
    {
      const GalleyChange *change = g_ptr_array_index (action->changes, (position + i) % n);

      if (g_strcmp0 (change->subject_id, wanted->subject_id) == 0 && is_of_same (change, wanted))
        return TRUE;
    }

  return FALSE;
}

/**
 * galley_verb_replaces:
 * @later: something that was done
 * @earlier: something that could not be done before
 *
 * Returns: whether nothing would be left of @earlier if @later had come after it: it says anew what
 *   is to be true of all that @earlier was about
 */
gboolean
galley_verb_replaces (GalleyAction *later, GalleyAction *earlier)
{
  for (guint i = 0; i < earlier->changes->len; i++)
    {
      const GalleyChange *change = g_ptr_array_index (earlier->changes, i);

      if (!is_setting (change) || !has_change (later, change, i))
        return FALSE;
    }

  return TRUE;
}

/**
 * galley_verb_make_single:
 * @verb: nick of the verb
 * @kind: kind of the one event
 * @subject_id: UUID
 * @body: (transfer none): what is to be true; ended by this
 *
 * Returns: (transfer full): an action of one change without an article: the subject tells which it
 *   is
 */
GalleyAction *
galley_verb_make_single (const char *verb,
                         const char *kind,
                         const char *subject_id,
                         GalleyBody *body)
{
  GalleyAction *action = galley_action_new (verb);

  galley_action_add (action, kind, /* article_id= */ NULL, subject_id, galley_body_end (body));
  return action;
}

/**
 * galley_verb_add_status:
 * @action: a step
 * @claim_id: UUID
 * @status: where the claim is to stand after it
 * @reason: (nullable): why; replaces the reason before
 *
 * Sets a status as a part of something else.
 */
void
galley_verb_add_status (GalleyAction *action,
                        const char *claim_id,
                        GalleyStatus status,
                        const char *reason)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_body_add_text (body, "status", galley_status_to_nick (status));
  galley_body_add_text (body, "reason", reason);
  galley_action_add (action, "claim.status", /* article_id= */ NULL, claim_id,
                     galley_body_end (body));
}

/* @body: with the words; ended. */
static void
add_claim (GalleyAction *action,
           const char *kind,
           const char *article_id,
           const char *id,
           const GalleyMark *mark,
           GalleyBody *body)
{
  galley_body_add_text (body, "status", galley_status_to_nick (mark->status));
  galley_body_add_text (body, "reason", mark->reason);
  galley_body_add_text (body, "note", mark->note);
  galley_action_add (action, kind, article_id, id, galley_body_end (body));
}

/**
 * galley_verb_add_mark:
 * @action: a step
 * @article_id: UUID
 * @document: the article's draft
 * @mark: what to mark; the range is not empty and within the text
 *
 * Makes a claim as a part of something else.
 *
 * Returns: (transfer full): the id of the claim
 */
char *
galley_verb_add_mark (GalleyAction *action,
                      const char *article_id,
                      GalleyDocument *document,
                      const GalleyMark *mark)
{
  char *id = g_uuid_string_random ();
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_anchor_describe (document, mark->range, body);
  add_claim (action, "claim.add", article_id, id, mark, body);
  return id;
}

/**
 * galley_verb_add_stray:
 * @action: a step
 * @article_id: UUID
 * @anchor: words as somebody quotes them, which no draft may have
 * @mark: what to say of them; the range does not count
 * @place: %GALLEY_PLACE_LOST, or %GALLEY_PLACE_AMBIGUOUS if the draft has them more than once
 *
 * Makes a claim that waits in the tray for its words, as a part of something else.
 *
 * Returns: (transfer full): the id of the claim
 */
char *
galley_verb_add_stray (GalleyAction *action,
                       const char *article_id,
                       const GalleyAnchor *anchor,
                       const GalleyMark *mark,
                       GalleyPlace place)
{
  char *id = g_uuid_string_random ();
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_anchor_write (anchor, body);
  galley_body_add_text (body, "place", galley_place_to_nick (place));
  add_claim (action, "claim.stray", article_id, id, mark, body);
  return id;
}

/**
 * galley_verb_mark:
 * @article_id: UUID
 * @document: the article's draft
 * @marks: (array length=n_marks): what to mark; no range is empty or outside the text
 * @n_marks: at least 1
 *
 * Makes claims, as one step.
 *
 * Returns: (transfer full): the action; the subject of its i-th change is the id of the i-th claim
 */
GalleyAction *
galley_verb_mark (const char *article_id,
                  GalleyDocument *document,
                  const GalleyMark *marks,
                  guint n_marks)
{
  GalleyAction *action = galley_action_new ("mark");

  galley_action_expect_text (action, galley_document_get_text_sha256 (document));
  for (guint i = 0; i < n_marks; i++)
    {
      g_autofree char *id = galley_verb_add_mark (action, article_id, document, &marks[i]);
    }

  return action;
}

/**
 * galley_verb_move:
 * @claim: a claim
 * @document: the draft that it stands in
 * @range: the words that it is to cover
 *
 * Moves a claim's ends. A verdict was given on other words, so a claim that has one becomes pending
 * in the same step: no verdict is ever shown on words that nobody checked.
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_move (GalleyClaim *claim, GalleyDocument *document, GalleyRange range)
{
  GalleyAction *action = galley_action_new ("move");
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_action_expect_text (action, galley_document_get_text_sha256 (document));
  galley_anchor_describe (document, range, body);
  galley_action_add (action, "claim.range", /* article_id= */ NULL, galley_claim_get_id (claim),
                     galley_body_end (body));
  if (galley_claim_get_status (claim) != GALLEY_STATUS_PENDING)
    galley_verb_add_status (action, galley_claim_get_id (claim), GALLEY_STATUS_PENDING,
                            /* reason= */ NULL);

  return action;
}

/**
 * galley_verb_set_status:
 * @claim_ids: (array zero-terminated=1): the claims
 * @status: where they are to stand
 * @reason: (nullable): why; replaces the reason before
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_set_status (const char *const *claim_ids, GalleyStatus status, const char *reason)
{
  GalleyAction *action = galley_action_new ("set-status");

  for (guint i = 0; claim_ids[i] != NULL; i++)
    galley_verb_add_status (action, claim_ids[i], status, reason);

  return action;
}

/**
 * galley_verb_set_note:
 * @note: (nullable): the note, or %NULL for none
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_set_note (const char *claim_id, const char *note)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_body_add_text (body, "note", note);
  return galley_verb_make_single ("set-note", "claim.note", claim_id, body);
}

/**
 * galley_verb_add_correction:
 * @action: a step
 * @claim_id: UUID
 * @correction: (nullable): as of galley_verb_set_correction()
 *
 * Sets a correction as a part of something else.
 */
void
galley_verb_add_correction (GalleyAction *action, const char *claim_id, const char *correction)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_body_add_text (body, "correction", correction);
  galley_action_add (action, "claim.correction", /* article_id= */ NULL, claim_id,
                     galley_body_end (body));
}

/**
 * galley_verb_set_correction:
 * @correction: (nullable): replacement text, "" to strike the words, or %NULL for none
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_set_correction (const char *claim_id, const char *correction)
{
  GalleyAction *action = galley_action_new ("set-correction");

  galley_verb_add_correction (action, claim_id, correction);
  return action;
}

/**
 * galley_verb_delete_claims:
 * @claim_ids: (array zero-terminated=1): the claims
 *
 * Takes claims out of the article. They stay in the journal and can be brought back by undo.
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_delete_claims (const char *const *claim_ids)
{
  GalleyAction *action = galley_action_new ("delete-claim");

  for (guint i = 0; claim_ids[i] != NULL; i++)
    {
      g_autoptr (GalleyBody) body = galley_body_new ();

      galley_action_add (action, "claim.delete", /* article_id= */ NULL, claim_ids[i],
                         galley_body_end (body));
    }

  return action;
}

/**
 * galley_verb_dismiss:
 * @article_id: UUID
 * @document: the article's draft
 * @range: a suggestion
 * @kind: why it needs no verdict
 *
 * Returns: (transfer full): the action; its change's subject is the id of the dismissal
 */
GalleyAction *
galley_verb_dismiss (const char *article_id,
                     GalleyDocument *document,
                     GalleyRange range,
                     GalleyDismissalKind kind)
{
  GalleyAction *action = galley_action_new ("dismiss");
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_action_expect_text (action, galley_document_get_text_sha256 (document));
  galley_anchor_describe (document, range, body);
  galley_body_add_text (body, "kind", galley_dismissal_kind_to_nick (kind));
  galley_action_add (action, "dismissal.add", article_id, id, galley_body_end (body));

  return action;
}

/**
 * galley_verb_restore_suggestion:
 * @dismissal_id: UUID
 *
 * Returns: (transfer full): the action that makes dismissed words a suggestion again
 */
GalleyAction *
galley_verb_restore_suggestion (const char *dismissal_id)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  return galley_verb_make_single ("restore-suggestion", "dismissal.remove", dismissal_id, body);
}

/**
 * galley_verb_archive:
 * @archived: whether it is to be in the archive
 *
 * Returns: (transfer full): the action that puts an article into the archive or takes it out
 */
GalleyAction *
galley_verb_archive (const char *article_id, gboolean archived)
{
  GalleyAction *action = galley_action_new (archived ? "archive" : "unarchive");
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_body_add_truth (body, "archived", archived);
  galley_action_add (action, "article.archive", article_id, article_id, galley_body_end (body));

  return action;
}

/**
 * galley_verb_remove_article:
 *
 * Takes an article out of the library with all that was marked in it; undo brings it back. To
 * destroy it, see galley_desk_purge_article().
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_remove_article (const char *article_id)
{
  GalleyAction *action = galley_action_new ("remove-article");
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_action_add (action, "article.remove", article_id, article_id, galley_body_end (body));
  return action;
}
