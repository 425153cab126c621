/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-list.h"

/**
 * GalleyClaimList:
 *
 * The claims of a draft as a #GListModel, sorted by galley_claim_compare(). An item stays the same
 * object as long as the claim exists.
 *
 * To find what covers a place, the sorted array is read as a balanced tree of ranges: the node of
 * [low, high) is its middle, and @max_ends holds for each node the largest end below it. A query
 * costs O(log n + hits), however long the claims are.
 */
struct _GalleyClaimList
{
  GObject parent_instance;

  GPtrArray *claims; /* (element-type GalleyClaim), sorted */
  GHashTable *by_id; /* id, owned by the claim, to the claim, owned by @claims */
  guint *max_ends;   /* as many as claims */
  guint n_with_status[GALLEY_N_STATUSES];
  guint n_unjudged;
  guint n_with_former;
  guint n_reorders; /* how often claims came, went or moved */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GalleyClaimList,
                               galley_claim_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return GALLEY_TYPE_CLAIM;
}

static guint
get_n_items (GListModel *model)
{
  return GALLEY_CLAIM_LIST (model)->claims->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *claims = GALLEY_CLAIM_LIST (model)->claims;

  return position < claims->len ? g_object_ref (g_ptr_array_index (claims, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
galley_claim_list_finalize (GObject *object)
{
  GalleyClaimList *self = GALLEY_CLAIM_LIST (object);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->claims);
  g_free (self->max_ends);

  G_OBJECT_CLASS (galley_claim_list_parent_class)->finalize (object);
}

static void
galley_claim_list_class_init (GalleyClaimListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_claim_list_finalize;
}

static void
galley_claim_list_init (GalleyClaimList *self)
{
  self->claims = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

static GalleyRange
range_at (GalleyClaimList *self, guint position)
{
  return galley_claim_get_range (g_ptr_array_index (self->claims, position));
}

static guint
index_ends (GalleyClaimList *self, guint low, guint high)
{
  guint middle = low + (high - low) / 2, end;

  if (low >= high)
    return 0;

  end = range_at (self, middle).end;
  end = MAX (end, index_ends (self, low, middle));
  end = MAX (end, index_ends (self, middle + 1, high));
  self->max_ends[middle] = end;

  return end;
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  return galley_claim_compare (*(GalleyClaim **) a, *(GalleyClaim **) b);
}

/* Brings order, index and counts in line with the claims' present ranges and statuses. */
static void
reindex (GalleyClaimList *self)
{
  g_ptr_array_sort (self->claims, compare_pointers);
  self->max_ends = g_renew (guint, self->max_ends, MAX (self->claims->len, 1));
  index_ends (self, 0, self->claims->len);
}

/* Counts @claim in, or out. */
static void
count (GalleyClaimList *self, GalleyClaim *claim, int by)
{
  if (galley_claim_is_unjudged (claim))
    self->n_unjudged += by;
  else
    self->n_with_status[galley_claim_get_status (claim)] += by;
  if (galley_claim_get_former (claim) != NULL)
    self->n_with_former += by;
}

static void
recount (GalleyClaimList *self)
{
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    self->n_with_status[i] = 0;
  self->n_unjudged = 0;
  self->n_with_former = 0;
  for (guint i = 0; i < self->claims->len; i++)
    count (self, g_ptr_array_index (self->claims, i), 1);
}

static void
insert (GalleyClaimList *self, GalleyClaim *claim)
{
  g_ptr_array_add (self->claims, g_object_ref (claim));
  g_hash_table_insert (self->by_id, (gpointer) galley_claim_get_id (claim), claim);
}

/**
 * galley_claim_list_new:
 * @claims: (nullable) (element-type GalleyClaim): the claims, in any order, no id twice
 *
 * Returns: (transfer full): the list
 */
GalleyClaimList *
galley_claim_list_new (GPtrArray *claims)
{
  GalleyClaimList *self = g_object_new (GALLEY_TYPE_CLAIM_LIST, NULL);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    insert (self, g_ptr_array_index (claims, i));
  reindex (self);
  recount (self);

  return self;
}

guint
galley_claim_list_get_n_claims (GalleyClaimList *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_LIST (self), 0);

  return self->claims->len;
}

/**
 * galley_claim_list_get_n_with_status:
 *
 * Returns: how many claims stand at @status; those that are not judged stand at none
 */
guint
galley_claim_list_get_n_with_status (GalleyClaimList *self, GalleyStatus status)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_LIST (self), 0);
  g_return_val_if_fail ((guint) status < GALLEY_N_STATUSES, 0);

  return self->n_with_status[status];
}

/**
 * galley_claim_list_get_n_unjudged:
 *
 * Returns: how many claims a second reader has not judged; 0 but in a second reading
 */
guint
galley_claim_list_get_n_unjudged (GalleyClaimList *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_LIST (self), 0);

  return self->n_unjudged;
}

/**
 * galley_claim_list_get_n_with_former:
 *
 * Returns: how many claims had a verdict on other words, see galley_claim_get_former()
 */
guint
galley_claim_list_get_n_with_former (GalleyClaimList *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_LIST (self), 0);

  return self->n_with_former;
}

/**
 * galley_claim_list_get_n_reorders:
 *
 * Returns: how often claims came, went or moved since the list was made. As long as this stays the
 *   same, the same claims stand at the same places.
 */
guint
galley_claim_list_get_n_reorders (GalleyClaimList *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_LIST (self), 0);

  return self->n_reorders;
}

/**
 * galley_claim_list_peek:
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the claim at @position
 */
GalleyClaim *
galley_claim_list_peek (GalleyClaimList *self, guint position)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_LIST (self), NULL);

  return position < self->claims->len ? g_ptr_array_index (self->claims, position) : NULL;
}

/**
 * galley_claim_list_find:
 * @id: UUID
 *
 * Returns: (transfer none) (nullable): the claim of that id
 */
GalleyClaim *
galley_claim_list_find (GalleyClaimList *self, const char *id)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_LIST (self) && id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * galley_claim_list_find_position:
 * @claim: a claim
 * @out_position: (out): where @claim stands, or where it would; set in both cases
 *
 * Returns: whether @claim is in the list
 */
gboolean
galley_claim_list_find_position (GalleyClaimList *self, GalleyClaim *claim, guint *out_position)
{
  guint low = 0, high;

  g_return_val_if_fail (GALLEY_IS_CLAIM_LIST (self) && GALLEY_IS_CLAIM (claim), FALSE);

  high = self->claims->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (galley_claim_compare (g_ptr_array_index (self->claims, middle), claim) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  *out_position = low;
  return galley_claim_list_peek (self, low) == claim;
}

/* Adds to @hits, in order, what overlaps @range within [low, high); with no @hits stops at the
 * first. Returns whether there was one. */
static gboolean
query (GalleyClaimList *self, guint low, guint high, GalleyRange range, GPtrArray *hits)
{
  guint middle = low + (high - low) / 2;
  gboolean found;

  if (low >= high || self->max_ends[middle] <= range.start)
    return FALSE;

  found = query (self, low, middle, range, hits);
  if (found && hits == NULL)
    return TRUE;
  if (range_at (self, middle).start >= range.end)
    return found;

  if (galley_range_overlaps (range_at (self, middle), range))
    {
      found = TRUE;
      if (hits == NULL)
        return TRUE;
      g_ptr_array_add (hits, g_ptr_array_index (self->claims, middle));
    }

  return query (self, middle + 1, high, range, hits) || found;
}

/**
 * galley_claim_list_overlaps:
 *
 * Returns: whether any claim covers part of @range
 */
gboolean
galley_claim_list_overlaps (GalleyClaimList *self, GalleyRange range)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_LIST (self), FALSE);

  return query (self, 0, self->claims->len, range, /* hits= */ NULL);
}

/**
 * galley_claim_list_find_overlapping:
 *
 * Returns: (transfer container) (element-type GalleyClaim): the claims that cover part of @range,
 *   in the order of the list
 */
GPtrArray *
galley_claim_list_find_overlapping (GalleyClaimList *self, GalleyRange range)
{
  GPtrArray *hits = g_ptr_array_new ();

  g_return_val_if_fail (GALLEY_IS_CLAIM_LIST (self), hits);

  query (self, 0, self->claims->len, range, hits);

  return hits;
}

/**
 * galley_claim_list_find_innermost:
 * @offset: code points
 *
 * Returns: (transfer none) (nullable): the shortest claim that covers the character at @offset; of
 *   equally short ones the last to begin
 */
GalleyClaim *
galley_claim_list_find_innermost (GalleyClaimList *self, guint offset)
{
  g_autoptr (GPtrArray) hits = NULL;
  GalleyClaim *innermost = NULL;
  guint length = G_MAXUINT;

  g_return_val_if_fail (GALLEY_IS_CLAIM_LIST (self), NULL);

  hits = galley_claim_list_find_overlapping (self, (GalleyRange){ offset, offset + 1 });
  for (guint i = 0; i < hits->len; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (hits, i);

      if (galley_range_length (galley_claim_get_range (claim)) <= length)
        {
          innermost = claim;
          length = galley_range_length (galley_claim_get_range (claim));
        }
    }

  return innermost;
}

/* Takes out the claims of @gone_ids that are here and returns how many. */
static guint
remove_gone (GalleyClaimList *self, GPtrArray *gone_ids)
{
  guint n_kept = 0, n_before = self->claims->len;

  for (guint i = 0; i < gone_ids->len; i++)
    g_hash_table_remove (self->by_id, g_ptr_array_index (gone_ids, i));
  if (g_hash_table_size (self->by_id) == n_before)
    return 0;

  for (guint i = 0; i < n_before; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (self->claims, i);

      if (g_hash_table_contains (self->by_id, galley_claim_get_id (claim)))
        self->claims->pdata[n_kept++] = claim;
      else
        g_object_unref (claim);
    }
  /* The kept ones were moved down; the tail holds stale pointers that must not be unreferenced. */
  g_ptr_array_set_free_func (self->claims, NULL);
  g_ptr_array_set_size (self->claims, n_kept);
  g_ptr_array_set_free_func (self->claims, g_object_unref);

  return n_before - n_kept;
}

/* Another list may be told of the same claims, and has to see by its own where they stood. */
static void
insert_copy (GalleyClaimList *self, GalleyClaim *fresh)
{
  g_autoptr (GalleyClaim) copy = NULL;
  GalleyClaimFields fields;

  galley_claim_get_fields (fresh, &fields);
  copy = galley_claim_new (galley_claim_get_id (fresh), &fields);
  insert (self, copy);
}

/* Takes over @fresh; returns whether the order of the list may have changed. */
static gboolean
take_over (GalleyClaimList *self, GalleyClaim *fresh)
{
  GalleyClaim *known = galley_claim_list_find (self, galley_claim_get_id (fresh));
  GalleyRange before;

  if (known == NULL)
    {
      insert_copy (self, fresh);
      return TRUE;
    }

  before = galley_claim_get_range (known);
  galley_claim_assign (known, fresh);
  return !galley_range_equal (before, galley_claim_get_range (known));
}

/* Whether claims come, go or move, and not only change. */
static gboolean
changes_order (GalleyClaimList *self, GPtrArray *claims, GPtrArray *gone_ids)
{
  for (guint i = 0; i < gone_ids->len; i++)
    if (galley_claim_list_find (self, g_ptr_array_index (gone_ids, i)) != NULL)
      return TRUE;
  for (guint i = 0; i < claims->len; i++)
    {
      GalleyClaim *fresh = g_ptr_array_index (claims, i);
      GalleyClaim *known = galley_claim_list_find (self, galley_claim_get_id (fresh));

      if (known == NULL ||
          !galley_range_equal (galley_claim_get_range (known), galley_claim_get_range (fresh)))
        return TRUE;
    }

  return FALSE;
}

/* What a verdict does: it costs nothing for the claims that it is not about. */
static void
assign_in_place (GalleyClaimList *self, GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    {
      GalleyClaim *fresh = g_ptr_array_index (claims, i);
      GalleyClaim *known = galley_claim_list_find (self, galley_claim_get_id (fresh));

      count (self, known, -1);
      galley_claim_assign (known, fresh);
      count (self, known, 1);
    }
}

/* One items_changed for what lies between the parts that stayed the same. */
static void
announce (GalleyClaimList *self, GPtrArray *before)
{
  guint n_same = 0, n_tail = 0;
  guint n_old = before->len, n_new = self->claims->len;

  while (n_same < MIN (n_old, n_new) && before->pdata[n_same] == self->claims->pdata[n_same])
    n_same++;
  while (n_tail < MIN (n_old, n_new) - n_same &&
         before->pdata[n_old - 1 - n_tail] == self->claims->pdata[n_new - 1 - n_tail])
    n_tail++;

  if (n_same < MAX (n_old, n_new))
    g_list_model_items_changed (G_LIST_MODEL (self), n_same, n_old - n_same - n_tail,
                                n_new - n_same - n_tail);
}

/**
 * galley_claim_list_update:
 * @claims: (element-type GalleyClaim): claims as the library has them now; known ones take over the
 *   new state, of others copies are added
 * @gone_ids: (element-type utf8): ids of claims that are there no more; unknown ones are ignored
 *
 * Brings the list up to date with one change notification at the most.
 */
void
galley_claim_list_update (GalleyClaimList *self, GPtrArray *claims, GPtrArray *gone_ids)
{
  g_autoptr (GPtrArray) before = NULL;
  gboolean reorder;

  g_return_if_fail (GALLEY_IS_CLAIM_LIST (self));

  if (!changes_order (self, claims, gone_ids))
    {
      assign_in_place (self, claims);
      return;
    }

  self->n_reorders++;
  before = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->claims->len; i++)
    g_ptr_array_add (before, g_object_ref (g_ptr_array_index (self->claims, i)));

  reorder = remove_gone (self, gone_ids) > 0;
  for (guint i = 0; i < claims->len; i++)
    reorder |= take_over (self, g_ptr_array_index (claims, i));

  recount (self);
  if (reorder)
    {
      reindex (self);
      announce (self, before);
    }
}

/**
 * galley_claim_list_renew_source:
 * @source: a source as it is now
 *
 * Shows it so where claims use it.
 */
void
galley_claim_list_renew_source (GalleyClaimList *self, GalleySource *source)
{
  g_autoptr (GPtrArray) renewed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  for (guint i = 0; i < galley_claim_list_get_n_claims (self); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (self, i);
      g_autoptr (GPtrArray) evidence =
          galley_evidence_renew_source (galley_claim_get_evidence (claim), source);
      g_autoptr (GPtrArray) queries =
          galley_query_renew_source (galley_claim_get_queries (claim), source);
      GalleyClaimFields fields;

      if (evidence == NULL && queries == NULL)
        continue;
      galley_claim_get_fields (claim, &fields);
      fields.evidence = evidence != NULL ? evidence : fields.evidence;
      fields.queries = queries != NULL ? queries : fields.queries;
      g_ptr_array_add (renewed, galley_claim_new (galley_claim_get_id (claim), &fields));
    }
  galley_claim_list_update (self, renewed, gone);
}
