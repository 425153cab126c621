/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-evidence-drafts.h"

/**
 * GalleyEvidenceDrafts:
 *
 * The sources that somebody began to fill in, each with the claim that it is for, and those that
 * were handed over to be saved, until the library has them.
 */
struct _GalleyEvidenceDrafts
{
  GHashTable *kept; /* id of a claim → GalleyEvidenceDraft */
  GHashTable *sent; /* id of evidence → GalleySentEvidence */
};

static void
sent_free (gpointer data)
{
  GalleySentEvidence *sent = data;

  g_free (sent->claim_id);
  galley_evidence_draft_free (sent->draft);
  galley_action_unref (sent->action);
  g_free (sent);
}

GalleyEvidenceDrafts *
galley_evidence_drafts_new (void)
{
  GalleyEvidenceDrafts *self = g_new (GalleyEvidenceDrafts, 1);

  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) galley_evidence_draft_free);
  self->sent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, sent_free);

  return self;
}

void
galley_evidence_drafts_free (GalleyEvidenceDrafts *self)
{
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->sent);
  g_free (self);
}

/**
 * galley_evidence_drafts_keep:
 * @claim_id: a claim
 * @draft: (nullable) (transfer full): what is filled in for it; %NULL if nothing is any more
 */
void
galley_evidence_drafts_keep (GalleyEvidenceDrafts *self,
                             const char *claim_id,
                             GalleyEvidenceDraft *draft)
{
  if (draft != NULL)
    g_hash_table_replace (self->kept, g_strdup (claim_id), draft);
  else
    g_hash_table_remove (self->kept, claim_id);
}

/**
 * galley_evidence_drafts_find:
 * @claim_id: a claim
 *
 * Returns: (transfer none) (nullable): what was filled in for it
 */
const GalleyEvidenceDraft *
galley_evidence_drafts_find (GalleyEvidenceDrafts *self, const char *claim_id)
{
  return g_hash_table_lookup (self->kept, claim_id);
}

/**
 * galley_evidence_drafts_count:
 *
 * Returns: for how many claims something is kept
 */
guint
galley_evidence_drafts_count (GalleyEvidenceDrafts *self)
{
  return g_hash_table_size (self->kept);
}

/**
 * galley_evidence_drafts_send:
 * @evidence_id: what the evidence will be called
 * @claim_id: the claim that it is for
 * @draft: (transfer full): what was filled in
 * @action: what is handed over
 */
void
galley_evidence_drafts_send (GalleyEvidenceDrafts *self,
                             const char *evidence_id,
                             const char *claim_id,
                             GalleyEvidenceDraft *draft,
                             GalleyAction *action)
{
  GalleySentEvidence *sent = g_new0 (GalleySentEvidence, 1);

  sent->claim_id = g_strdup (claim_id);
  sent->draft = draft;
  sent->action = galley_action_ref (action);
  g_hash_table_replace (self->sent, g_strdup (evidence_id), sent);
}

/**
 * galley_evidence_drafts_find_sent:
 * @evidence_id: some evidence
 *
 * Returns: (transfer none) (nullable): how it was handed over, if the library does not have it yet
 */
GalleySentEvidence *
galley_evidence_drafts_find_sent (GalleyEvidenceDrafts *self, const char *evidence_id)
{
  return g_hash_table_lookup (self->sent, evidence_id);
}

/**
 * galley_evidence_drafts_settle:
 * @evidence_id: some evidence
 *
 * The library has it, or it was given up: nothing of it is kept any more, unless something else
 * was filled in meanwhile.
 */
void
galley_evidence_drafts_settle (GalleyEvidenceDrafts *self, const char *evidence_id)
{
  GalleySentEvidence *sent = g_hash_table_lookup (self->sent, evidence_id);
  GalleyEvidenceDraft *kept =
      sent != NULL ? g_hash_table_lookup (self->kept, sent->claim_id) : NULL;

  if (kept != NULL && galley_evidence_draft_is_equal (kept, sent->draft))
    g_hash_table_remove (self->kept, sent->claim_id);
  g_hash_table_remove (self->sent, evidence_id);
}

/**
 * galley_evidence_drafts_has_failed:
 * @claim_id: a claim
 *
 * Returns: whether evidence for it could not be saved
 */
gboolean
galley_evidence_drafts_has_failed (GalleyEvidenceDrafts *self, const char *claim_id)
{
  GHashTableIter iter;
  gpointer sent;

  g_hash_table_iter_init (&iter, self->sent);
  while (g_hash_table_iter_next (&iter, NULL, &sent))
    if (((GalleySentEvidence *) sent)->is_failed &&
        g_str_equal (((GalleySentEvidence *) sent)->claim_id, claim_id))
      return TRUE;

  return FALSE;
}

/**
 * galley_evidence_drafts_take_failed:
 * @claim_id: a claim
 * @draft: what is handed over for it now
 *
 * Returns: (transfer full) (nullable): what could not be saved before and is replaced by that; it
 *   is not waited for any more
 */
GalleyAction *
galley_evidence_drafts_take_failed (GalleyEvidenceDrafts *self,
                                    const char *claim_id,
                                    const GalleyEvidenceDraft *draft)
{
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, self->sent);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      GalleySentEvidence *sent = data;
      g_autoptr (GalleyAction) action = galley_action_ref (sent->action);

      if (!sent->is_failed || !g_str_equal (sent->claim_id, claim_id) ||
          !galley_evidence_draft_is_same_source (sent->draft, draft))
        continue;
      g_hash_table_iter_remove (&iter);
      return g_steal_pointer (&action);
    }

  return NULL;
}
