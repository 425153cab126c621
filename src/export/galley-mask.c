/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-mask.h"

/* Where in a confidential source something stands, and when somebody had it in hand, may tell who
 * it is, too. */
static GalleyEvidence *
mask_one (GalleyEvidence *evidence)
{
  g_autoptr (GalleySource) source = galley_source_mask (evidence->source);
  GalleyEvidenceFields fields = {
    .stance = evidence->stance,
    .is_secondary = evidence->is_secondary,
    .passage = evidence->passage,
  };

  return source == evidence->source ? galley_evidence_ref (evidence)
                                    : galley_evidence_new (evidence->id, source, &fields);
}

/**
 * galley_mask_evidence:
 * @evidence: (nullable) (element-type GalleyEvidence): the evidence of a claim
 *
 * Returns: (transfer full) (nullable) (element-type GalleyEvidence): the evidence as it may go out:
 *   nothing in it tells who a confidential source is
 */
GPtrArray *
galley_mask_evidence (GPtrArray *evidence)
{
  GPtrArray *masked;

  if (evidence == NULL)
    return NULL;

  masked = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);
  for (guint i = 0; i < evidence->len; i++)
    g_ptr_array_add (masked, mask_one (g_ptr_array_index (evidence, i)));

  return masked;
}

/**
 * galley_mask_queries:
 * @queries: (nullable) (element-type GalleyQuery): the queries of a claim
 *
 * Returns: (transfer full) (nullable) (element-type GalleyQuery): the queries as they may go out
 */
GPtrArray *
galley_mask_queries (GPtrArray *queries)
{
  GPtrArray *masked;

  if (queries == NULL)
    return NULL;

  masked = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_query_unref);
  for (guint i = 0; i < queries->len; i++)
    {
      GalleyQuery *query = g_ptr_array_index (queries, i);
      g_autoptr (GalleySource) source =
          query->source != NULL ? galley_source_mask (query->source) : NULL;
      GalleyQueryFields fields = {
        query->addressee,   source,          query->question, query->due_at,   query->answer,
        query->answered_at, query->decision, query->asked_by, query->asked_at,
      };

      g_ptr_array_add (masked, galley_query_new (query->id, query->claim_id, &fields));
    }

  return masked;
}
