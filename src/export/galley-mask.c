/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-mask.h"

#include "galley-name.h"

#include <string.h>

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

/* Enters what @source is called under @names, where no source that may be named is called so. */
static void
add_names (GHashTable *names, GalleySource *source)
{
  static const GalleySourceText texts[] = { GALLEY_SOURCE_TITLE, GALLEY_SOURCE_AUTHOR };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *name = source->texts[texts[i]];
      g_autofree char *key = name != NULL ? galley_name_make_key (name) : NULL;

      if (key == NULL || *key == '\0')
        continue;
      if (source->terms == GALLEY_TERMS_ON_RECORD)
        g_hash_table_replace (names, g_steal_pointer (&key), NULL);
      else if (!g_hash_table_contains (names, key))
        g_hash_table_insert (names, g_steal_pointer (&key), galley_source_ref (source));
    }
}

/**
 * galley_mask_clear_source:
 * @source: (nullable) (transfer full): a #GalleySource, where there may be none
 */
void
galley_mask_clear_source (gpointer source)
{
  if (source != NULL)
    galley_source_unref (source);
}

static GHashTable *
new_names (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, galley_mask_clear_source);
}

/* Adds the names of all sources of a claim that stand on record, or of all that do not. */
static void
add_names_of (GHashTable *names, GPtrArray *evidence, GPtrArray *queries, gboolean on_record)
{
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      GalleyEvidence *entry = g_ptr_array_index (evidence, i);

      if ((entry->source->terms == GALLEY_TERMS_ON_RECORD) == on_record)
        add_names (names, entry->source);
    }
  for (guint i = 0; queries != NULL && i < queries->len; i++)
    {
      GalleyQuery *query = g_ptr_array_index (queries, i);

      if (query->source != NULL && (query->source->terms == GALLEY_TERMS_ON_RECORD) == on_record)
        add_names (names, query->source);
    }
}

/**
 * galley_mask_list_names:
 * @claims: (element-type GalleyClaim): the claims of an article, with nothing masked
 *
 * Returns: (transfer full) (element-type utf8 GalleySource): the sources that readers may not know
 *   by name, by that name as galley_name_make_key() writes it; %NULL where another one of that name
 *   stands on record
 */
GHashTable *
galley_mask_list_names (GPtrArray *claims)
{
  GHashTable *names = new_names ();

  for (guint i = 0; i < claims->len; i++)
    add_names_of (names, galley_claim_get_evidence (g_ptr_array_index (claims, i)),
                  galley_claim_get_queries (g_ptr_array_index (claims, i)), /* on_record= */ TRUE);
  for (guint i = 0; i < claims->len; i++)
    add_names_of (names, galley_claim_get_evidence (g_ptr_array_index (claims, i)),
                  galley_claim_get_queries (g_ptr_array_index (claims, i)), /* on_record= */ FALSE);

  return names;
}

/* Looks for a name, also where somebody wrote behind it what the person is. */
static GalleySource *
look_up (GHashTable *names, const char *name)
{
  g_autofree char *bare = g_strndup (name, strcspn (name, ","));
  g_autofree char *key = galley_name_make_key (name);
  g_autofree char *bare_key = galley_name_make_key (bare);
  GalleySource *source = g_hash_table_lookup (names, key);

  return source != NULL ? source : g_hash_table_lookup (names, bare_key);
}

/**
 * galley_mask_find_speaker:
 * @names: what galley_mask_list_names() made of the article's claims
 * @fields: a claim, with nothing masked
 *
 * Finds who is noted to have said so among the sources that readers may not know by name: those of
 * the claim itself, and then those of the article unless somebody of that name stands on record.
 *
 * Returns: (transfer full) (nullable): the source; %NULL if the speaker may be named, or nobody is
 */
GalleySource *
galley_mask_find_speaker (GHashTable *names, const GalleyClaimFields *fields)
{
  g_autoptr (GHashTable) own = NULL;
  GalleySource *source;

  if (fields->speaker == NULL)
    return NULL;

  own = new_names ();
  add_names_of (own, fields->evidence, fields->queries, /* on_record= */ FALSE);
  source = look_up (own, fields->speaker);
  if (source == NULL)
    source = look_up (names, fields->speaker);

  return source != NULL ? galley_source_ref (source) : NULL;
}
