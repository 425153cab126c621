/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-draft.h"

#include "galley-anchor.h"
#include "galley-digest.h"
#include "galley-verbs.h"

/* A draft never changes. What was left out of it comes back in a new draft, in which all that was
 * marked stands on the same words as before, some of it further on. */

static void
add_blob (GalleyBody *body, const char *name, GBytes *blob, GalleyAction *action)
{
  g_autofree char *sha256 = galley_digest_bytes (blob);

  galley_body_add_text (body, name, sha256);
  galley_action_add_blob (action, blob);
}

/**
 * galley_draft_describe:
 * @document: the text of a new draft
 * @draft_id: UUID for it
 * @body: of the event that brings it
 * @action: what the event belongs to
 *
 * Adds a new draft to @body, and what @body names of it to @action.
 */
void
galley_draft_describe (GalleyDocument *document,
                       const char *draft_id,
                       GalleyBody *body,
                       GalleyAction *action)
{
  gsize length_bytes;
  const char *utf8 = galley_text_peek_utf8 (galley_document_get_text (document), &length_bytes);
  g_autoptr (GBytes) text = g_bytes_new (utf8, length_bytes);
  g_autoptr (GBytes) structure = galley_document_save_structure (document);

  galley_body_add_text (body, "draft", draft_id);
  add_blob (body, "text", text, action);
  add_blob (body, "structure", structure, action);
  add_blob (body, "original", galley_document_get_original (document), action);
}

/* What a step makes of an article: its new text, and where it has grown. */
typedef struct
{
  GalleyAction *action;
  GalleyDocument *document;
  char *draft_id;
  GArray *insertions; /* (element-type GalleyRange), in the order in which they were made */
} Draft;

static GalleyRange
follow (const Draft *draft, GalleyRange range)
{
  for (guint i = 0; i < draft->insertions->len; i++)
    range = galley_range_follow (range, g_array_index (draft->insertions, GalleyRange, i));

  return range;
}

static void
switch_draft (Draft *draft, const char *article_id)
{
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_draft_describe (draft->document, draft->draft_id, body, draft->action);
  galley_action_add (draft->action, "article.draft", article_id, article_id,
                     galley_body_end (body));
}

/* A claim that has words between its own now goes over more than was checked, and is pending. */
static void
take_claim_along (Draft *draft, GalleyClaim *claim)
{
  g_autoptr (GalleyBody) body = galley_body_new ();
  GalleyRange before = galley_claim_get_range (claim);
  GalleyRange after = follow (draft, before);

  galley_body_add_text (body, "draft", draft->draft_id);
  galley_anchor_describe (draft->document, after, body);
  galley_action_add (draft->action, "claim.range", /* article_id= */ NULL,
                     galley_claim_get_id (claim), galley_body_end (body));
  if (galley_range_length (after) != galley_range_length (before) &&
      galley_claim_get_status (claim) != GALLEY_STATUS_PENDING)
    galley_verb_add_status (draft->action, galley_claim_get_id (claim), GALLEY_STATUS_PENDING,
                            /* reason= */ NULL);
}

/* Nobody dismissed the words that stand within a dismissal now. */
static void
take_dismissal_along (Draft *draft, GalleyDismissal *dismissal)
{
  g_autoptr (GalleyBody) body = galley_body_new ();
  GalleyRange after = follow (draft, dismissal->range);
  GalleyText *text = galley_document_get_text (draft->document);
  g_autofree char *quote = galley_text_slice (text, after);

  if (galley_range_length (after) != galley_range_length (dismissal->range))
    {
      galley_action_add (draft->action, "dismissal.remove", /* article_id= */ NULL, dismissal->id,
                         galley_body_end (body));
      return;
    }
  galley_body_add_text (body, "draft", draft->draft_id);
  galley_body_add_number (body, "start", after.start);
  galley_body_add_number (body, "end", after.end);
  galley_body_add_text (body, "quote", quote);
  galley_action_add (draft->action, "dismissal.range", /* article_id= */ NULL, dismissal->id,
                     galley_body_end (body));
}

static void
take_all_along (Draft *draft, GalleyCheck *check)
{
  GalleyClaimList *claims = galley_check_get_claims (check);
  GPtrArray *dismissals = galley_check_get_dismissals (check);

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    take_claim_along (draft, galley_claim_list_peek (claims, i));
  for (guint i = 0; i < dismissals->len; i++)
    take_dismissal_along (draft, g_ptr_array_index (dismissals, i));
}

/**
 * galley_draft_bring_back:
 * @check: an article
 * @omissions: (array length=n_omissions): indexes of blocks that were left out of its draft,
 *   ascending
 * @n_omissions: at least 1
 *
 * Puts what was left out back into the article, as a new draft. All verdicts stay, since their
 * words do; only a claim that reaches over a place where words come in becomes pending.
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_draft_bring_back (GalleyCheck *check, const guint *omissions, guint n_omissions)
{
  GalleyDocument *document = galley_check_get_document (check);
  Draft draft = {
    .action = galley_action_new ("bring-back"),
    .document = g_object_ref (document),
    .draft_id = g_uuid_string_random (),
    .insertions = g_array_new (FALSE, FALSE, sizeof (GalleyRange)),
  };

  /* From the end, so that the indexes before stay what they are. */
  for (guint i = n_omissions; i-- > 0;)
    {
      g_autoptr (GalleyDocument) previous = draft.document;
      GalleyRange inserted;

      draft.document = galley_document_dup_with_omission (previous, omissions[i], &inserted);
      g_array_append_val (draft.insertions, inserted);
    }

  galley_action_expect_text (draft.action, galley_document_get_text_sha256 (document));
  switch_draft (&draft, galley_article_get_id (galley_check_get_article (check)));
  take_all_along (&draft, check);

  g_object_unref (draft.document);
  g_free (draft.draft_id);
  g_array_unref (draft.insertions);
  return draft.action;
}
