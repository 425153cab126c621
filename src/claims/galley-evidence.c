/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-evidence.h"

#include "galley-fold.h"

G_DEFINE_BOXED_TYPE (GalleyEvidence, galley_evidence, galley_evidence_ref, galley_evidence_unref)

/**
 * galley_evidence_new:
 * @id: UUID
 * @source: (transfer none): where it comes from
 * @fields: how it is used
 *
 * Returns: (transfer full): the evidence
 */
GalleyEvidence *
galley_evidence_new (const char *id, GalleySource *source, const GalleyEvidenceFields *fields)
{
  GalleyEvidence *self;

  g_return_val_if_fail (id != NULL && source != NULL, NULL);

  self = g_new0 (GalleyEvidence, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->source = galley_source_ref (source);
  self->stance = fields->stance;
  self->is_secondary = fields->is_secondary;
  self->passage = g_strdup (fields->passage);
  self->locator = g_strdup (fields->locator);
  self->consulted_at = fields->consulted_at;

  return self;
}

GalleyEvidence *
galley_evidence_ref (GalleyEvidence *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_evidence_unref (GalleyEvidence *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  galley_source_unref (self->source);
  g_free (self->passage);
  g_free (self->locator);
  g_free (self);
}

/**
 * galley_evidence_equal:
 *
 * Returns: whether both are the same use of the same source and say the same
 */
gboolean
galley_evidence_equal (GalleyEvidence *a, GalleyEvidence *b)
{
  return g_str_equal (a->id, b->id) && a->stance == b->stance &&
         a->is_secondary == b->is_secondary && a->consulted_at == b->consulted_at &&
         g_strcmp0 (a->passage, b->passage) == 0 && g_strcmp0 (a->locator, b->locator) == 0 &&
         galley_source_equal (a->source, b->source);
}

static gpointer
copy_evidence (gconstpointer evidence, gpointer data)
{
  return galley_evidence_ref ((GalleyEvidence *) evidence);
}

/**
 * galley_evidence_renew_source:
 * @evidence: (nullable) (element-type GalleyEvidence): the evidence of a claim
 * @source: an entry of the source log as it is now
 *
 * Returns: (transfer full) (nullable) (element-type GalleyEvidence): the evidence with @source in
 *   its place; %NULL if it is not used there
 */
GPtrArray *
galley_evidence_renew_source (GPtrArray *evidence, GalleySource *source)
{
  GPtrArray *renewed = NULL;

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      GalleyEvidence *one = g_ptr_array_index (evidence, i);
      GalleyEvidenceFields fields = { one->stance, one->is_secondary, one->passage, one->locator,
                                      one->consulted_at };

      if (!g_str_equal (one->source->id, source->id))
        continue;
      if (renewed == NULL)
        renewed = g_ptr_array_copy (evidence, copy_evidence, NULL);
      renewed->pdata[i] = galley_evidence_new (one->id, source, &fields);
      galley_evidence_unref (one);
    }

  return renewed;
}

/* What one source is: its group, however it is written, or else itself. */
static char *
make_group_key (GalleySource *source)
{
  const char *group = source->texts[GALLEY_SOURCE_GROUP];
  g_autofree char *folded = group != NULL ? galley_fold (group) : NULL;

  return folded != NULL && *g_strstrip (folded) != '\0' ? g_strconcat ("group:", folded, NULL)
                                                        : g_strconcat ("source:", source->id, NULL);
}

/**
 * galley_evidence_find:
 * @evidence: (nullable) (element-type GalleyEvidence): the evidence of a claim
 * @id: UUID
 *
 * Returns: (transfer none) (nullable): the one with that id
 */
GalleyEvidence *
galley_evidence_find (GPtrArray *evidence, const char *id)
{
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      GalleyEvidence *item = g_ptr_array_index (evidence, i);

      if (g_str_equal (item->id, id))
        return item;
    }

  return NULL;
}

/**
 * galley_evidence_count_independent:
 * @evidence: (nullable) (element-type GalleyEvidence): the evidence of a claim
 *
 * Counts what supports a claim. A wire story that ten sites repeat is one source (PRACTICE.md):
 * sources of one group count once.
 *
 * Returns: the counts
 */
GalleyIndependence
galley_evidence_count_independent (GPtrArray *evidence)
{
  GalleyIndependence counts = { 0 };
  g_autoptr (GHashTable) primary = NULL; /* by group, whether one is primary */
  GHashTableIter iter;
  gpointer is_primary;

  if (evidence == NULL)
    return counts;

  primary = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < evidence->len; i++)
    {
      GalleyEvidence *one = g_ptr_array_index (evidence, i);
      char *key;

      if (one->stance != GALLEY_STANCE_SUPPORTS)
        continue;

      counts.n_supporting++;
      key = make_group_key (one->source);
      is_primary = g_hash_table_lookup (primary, key);
      g_hash_table_insert (primary, key, GINT_TO_POINTER (is_primary || !one->is_secondary));
    }

  counts.n_independent = g_hash_table_size (primary);
  g_hash_table_iter_init (&iter, primary);
  while (g_hash_table_iter_next (&iter, NULL, &is_primary))
    counts.n_primary += is_primary != NULL;

  return counts;
}
