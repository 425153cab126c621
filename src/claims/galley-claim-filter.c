/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-filter.h"

#include "galley-fold.h"

#include <string.h>

/**
 * GalleyClaimFilter:
 *
 * Those claims of a list that have certain statuses and traits and hold certain words, in the same
 * order. Claims can be kept whatever they are; what is asked for anew holds for them, too.
 *
 * It holds an array of the claims that pass and tells each change with one notification, for just
 * the part that differs: GTK's own filter needs six times as long for a hundred thousand. It
 * listens to the list but to no claim; whoever changes claims says so with
 * galley_claim_filter_refresh().
 */
struct _GalleyClaimFilter
{
  GObject parent_instance;

  GalleyClaimList *claims;
  GalleyText *text;
  guint statuses;           /* bit 1 << status for each that passes */
  GalleyClaimTraits traits; /* all of them are needed */
  char *assignee;           /* nullable */
  GalleyClaimFunc is_apart; /* nullable */
  gpointer apart_data;      /* not owned */
  char **words;             /* folded; NULL if any will do */
  GHashTable *kept; /* (element-type GalleyClaim) (nullable) pass whatever becomes of them */
  GPtrArray *folds; /* (element-type utf8) what of each claim is searched; NULL until made; the
                     * array is NULL while nobody searches */
  GString *scratch; /* to fold in */
  GPtrArray *shown; /* (element-type GalleyClaim), sorted as in @claims */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GalleyClaimFilter,
                               galley_claim_filter,
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
  return GALLEY_CLAIM_FILTER (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *shown = GALLEY_CLAIM_FILTER (model)->shown;

  return position < shown->len ? g_object_ref (g_ptr_array_index (shown, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
galley_claim_filter_finalize (GObject *object)
{
  GalleyClaimFilter *self = GALLEY_CLAIM_FILTER (object);

  g_signal_handlers_disconnect_by_data (self->claims, self);
  g_object_unref (self->claims);
  galley_text_unref (self->text);
  g_free (self->assignee);
  g_strfreev (self->words);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->folds, g_ptr_array_unref);
  g_string_free (self->scratch, TRUE);
  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (galley_claim_filter_parent_class)->finalize (object);
}

static void
galley_claim_filter_class_init (GalleyClaimFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_claim_filter_finalize;
}

static void
galley_claim_filter_init (GalleyClaimFilter *self)
{
  self->statuses = GALLEY_CLAIM_FILTER_ALL;
  self->scratch = g_string_new (NULL);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
append_part (GalleyClaimFilter *self, const char *part)
{
  if (part == NULL)
    return;

  g_string_append_c (self->scratch, '\n');
  galley_fold_append (self->scratch, part, -1);
}

/* Everything of a claim that can be searched, folded; the parts are kept apart by line ends, which
 * no searched word holds. */
static char *
fold_claim (GalleyClaimFilter *self, GalleyClaim *claim)
{
  const char *parts[] = {
    galley_claim_get_note (claim),       galley_reason_get_label (galley_claim_get_reason (claim)),
    galley_claim_get_correction (claim), galley_claim_get_speaker (claim),
    galley_claim_get_sentence (claim),   galley_claim_get_assignee (claim)
  };
  GPtrArray *notes = galley_claim_get_notes (claim);
  GalleyRange range = galley_claim_get_range (claim);
  gsize start_bytes = galley_text_to_bytes (self->text, range.start);
  gsize end_bytes = galley_text_to_bytes (self->text, range.end);

  g_string_truncate (self->scratch, 0);
  galley_fold_append (self->scratch, galley_text_peek_utf8 (self->text, NULL) + start_bytes,
                      end_bytes - start_bytes);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    append_part (self, parts[i]);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    append_part (self, ((const GalleyNote *) g_ptr_array_index (notes, i))->text);

  return g_strndup (self->scratch->str, self->scratch->len);
}

static gboolean
holds_words (GalleyClaimFilter *self, guint position)
{
  const char *folded = g_ptr_array_index (self->folds, position);

  if (folded == NULL)
    {
      folded = fold_claim (self, galley_claim_list_peek (self->claims, position));
      self->folds->pdata[position] = (gpointer) folded;
    }
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
has_traits (GalleyClaimFilter *self, GalleyClaim *claim)
{
  if ((self->traits & GALLEY_CLAIM_TRAIT_STARRED) != 0 && !galley_claim_is_starred (claim))
    return FALSE;
  if ((self->traits & GALLEY_CLAIM_TRAIT_CHANGED) != 0 && galley_claim_get_former (claim) == NULL)
    return FALSE;
  if ((self->traits & GALLEY_CLAIM_TRAIT_APART) != 0 &&
      (self->is_apart == NULL || !self->is_apart (claim, self->apart_data)))
    return FALSE;
  if ((self->traits & GALLEY_CLAIM_TRAIT_HIGH) != 0 &&
      galley_claim_get_priority (claim) != GALLEY_PRIORITY_HIGH)
    return FALSE;

  return (self->traits & GALLEY_CLAIM_TRAIT_ASSIGNED) == 0 ||
         g_strcmp0 (galley_claim_get_assignee (claim), self->assignee) == 0;
}

static void
announce (GalleyClaimFilter *self, GPtrArray *before)
{
  guint n_same = 0, n_tail = 0;
  guint n_old = before->len, n_new = self->shown->len;

  while (n_same < MIN (n_old, n_new) && before->pdata[n_same] == self->shown->pdata[n_same])
    n_same++;
  while (n_tail < MIN (n_old, n_new) - n_same &&
         before->pdata[n_old - 1 - n_tail] == self->shown->pdata[n_new - 1 - n_tail])
    n_tail++;

  if (n_same < MAX (n_old, n_new))
    g_list_model_items_changed (G_LIST_MODEL (self), n_same, n_old - n_same - n_tail,
                                n_new - n_same - n_tail);
}

static guint
get_bit (GalleyClaim *claim)
{
  return galley_claim_is_unjudged (claim) ? GALLEY_CLAIM_FILTER_UNJUDGED
                                          : 1u << galley_claim_get_status (claim);
}

static gboolean
passes (GalleyClaimFilter *self, guint position)
{
  GalleyClaim *claim = galley_claim_list_peek (self->claims, position);

  if (self->kept != NULL && g_hash_table_contains (self->kept, claim))
    return TRUE;

  return (self->statuses & get_bit (claim)) != 0 && has_traits (self, claim) &&
         (self->words == NULL || holds_words (self, position));
}

static void
update (GalleyClaimFilter *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  guint n_claims = galley_claim_list_get_n_claims (self->claims);

  self->shown = g_ptr_array_new_full (before->len, g_object_unref);
  for (guint i = 0; i < n_claims; i++)
    if (passes (self, i))
      g_ptr_array_add (self->shown, g_object_ref (galley_claim_list_peek (self->claims, i)));
  announce (self, before);
}

static void
items_changed_cb (GalleyClaimFilter *self, guint position, guint removed, guint added)
{
  if (self->folds != NULL)
    {
      if (removed > 0)
        g_ptr_array_remove_range (self->folds, position, removed);
      for (guint i = 0; i < added; i++)
        g_ptr_array_insert (self->folds, position, NULL);
    }
  update (self);
}

/**
 * galley_claim_filter_new:
 * @claims: the claims
 * @text: what they stand in
 *
 * Returns: (transfer full): a filter that lets all of @claims pass
 */
GalleyClaimFilter *
galley_claim_filter_new (GalleyClaimList *claims, GalleyText *text)
{
  GalleyClaimFilter *self = g_object_new (GALLEY_TYPE_CLAIM_FILTER, NULL);

  self->claims = g_object_ref (claims);
  self->text = galley_text_ref (text);
  g_signal_connect_swapped (claims, "items-changed", G_CALLBACK (items_changed_cb), self);
  update (self);

  return self;
}

/**
 * galley_claim_filter_set_statuses:
 * @statuses: bit 1 << status for each status that is to pass; %GALLEY_CLAIM_FILTER_UNJUDGED for
 *   claims without one
 */
void
galley_claim_filter_set_statuses (GalleyClaimFilter *self, guint statuses)
{
  g_return_if_fail (GALLEY_IS_CLAIM_FILTER (self));

  if (self->statuses == statuses)
    return;

  self->statuses = statuses;
  g_clear_pointer (&self->kept, g_hash_table_unref);
  update (self);
}

/**
 * galley_claim_filter_set_apart_func:
 * @func: tells whether a claim has %GALLEY_CLAIM_TRAIT_APART
 * @data: for @func; outlives the filter
 */
void
galley_claim_filter_set_apart_func (GalleyClaimFilter *self, GalleyClaimFunc func, gpointer data)
{
  g_return_if_fail (GALLEY_IS_CLAIM_FILTER (self));

  self->is_apart = func;
  self->apart_data = data;
}

/**
 * galley_claim_filter_set_traits:
 * @traits: what a claim has to be, all of them
 * @assignee: (nullable): who is to check it, for %GALLEY_CLAIM_TRAIT_ASSIGNED
 */
void
galley_claim_filter_set_traits (GalleyClaimFilter *self,
                                GalleyClaimTraits traits,
                                const char *assignee)
{
  g_return_if_fail (GALLEY_IS_CLAIM_FILTER (self));

  if (self->traits == traits && g_strcmp0 (self->assignee, assignee) == 0)
    return;

  self->traits = traits;
  g_free (self->assignee);
  self->assignee = g_strdup (assignee);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  update (self);
}

/* The words of @words, folded; NULL if there are none. */
static char **
split_words (const char *words)
{
  g_autofree char *folded = galley_fold (words != NULL ? words : "");
  g_auto (GStrv) pieces = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  char **result;

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_strv_builder_add (builder, pieces[i]);

  result = g_strv_builder_end (builder);
  if (*result == NULL)
    g_clear_pointer (&result, g_strfreev);

  return result;
}

static gboolean
words_equal (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

/**
 * galley_claim_filter_set_words:
 * @words: (nullable): words that a claim has to hold, all of them, in its quote, reason,
 *   correction, note, speaker, sentence, assignee or the notes about it; parts of words will do.
 * Case, diacritics and the style of quotation marks do not matter
 */
void
galley_claim_filter_set_words (GalleyClaimFilter *self, const char *words)
{
  g_auto (GStrv) split = NULL;

  g_return_if_fail (GALLEY_IS_CLAIM_FILTER (self));

  split = split_words (words);
  if (words_equal (split, self->words))
    return;

  g_strfreev (self->words);
  self->words = g_steal_pointer (&split);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  if (self->words == NULL)
    g_clear_pointer (&self->folds, g_ptr_array_unref);
  else if (self->folds == NULL)
    {
      self->folds = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_set_size (self->folds, galley_claim_list_get_n_claims (self->claims));
    }
  update (self);
}

static gboolean
is_filtering (GalleyClaimFilter *self)
{
  return self->folds != NULL || self->statuses != GALLEY_CLAIM_FILTER_ALL || self->traits != 0;
}

static void
forget_folds (GalleyClaimFilter *self, GalleyRange range)
{
  g_autoptr (GPtrArray) claims = galley_claim_list_find_overlapping (self->claims, range);

  for (guint i = 0; i < claims->len; i++)
    {
      guint position;

      if (galley_claim_list_find_position (self->claims, g_ptr_array_index (claims, i), &position))
        g_clear_pointer (&self->folds->pdata[position], g_free);
    }
}

/**
 * galley_claim_filter_refresh:
 * @range: words of the text
 *
 * Tells that claims that cover any of @range may be different now.
 */
void
galley_claim_filter_refresh (GalleyClaimFilter *self, GalleyRange range)
{
  g_return_if_fail (GALLEY_IS_CLAIM_FILTER (self));

  if (self->folds != NULL)
    forget_folds (self, range);
  if (is_filtering (self))
    update (self);
}

/**
 * galley_claim_filter_find_position:
 * @claim: a claim
 * @out_position: (out): where it stands; untouched if it does not pass
 *
 * Returns: whether @claim passes
 */
gboolean
galley_claim_filter_find_position (GalleyClaimFilter *self, GalleyClaim *claim, guint *out_position)
{
  guint low = 0, high;

  g_return_val_if_fail (GALLEY_IS_CLAIM_FILTER (self) && GALLEY_IS_CLAIM (claim), FALSE);

  high = self->shown->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (galley_claim_compare (g_ptr_array_index (self->shown, middle), claim) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->shown->len || g_ptr_array_index (self->shown, low) != claim)
    return FALSE;

  *out_position = low;
  return TRUE;
}

/* Whether any of @before passes no more. */
static gboolean
lets_go (GalleyClaimFilter *self, GHashTable *before)
{
  GHashTableIter iter;
  gpointer claim;
  guint position;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &claim, NULL))
    if (galley_claim_list_find_position (self->claims, claim, &position) &&
        !passes (self, position))
      return TRUE;

  return FALSE;
}

/**
 * galley_claim_filter_keep:
 * @claims: (element-type GalleyClaim): some claims
 *
 * Lets @claims pass, whatever becomes of them, until other ones are kept or something else is asked
 * for; those that were kept before and do not pass go.
 */
void
galley_claim_filter_keep (GalleyClaimFilter *self, GPtrArray *claims)
{
  g_autoptr (GHashTable) before = NULL;
  gboolean is_different = FALSE;
  guint position;

  g_return_if_fail (GALLEY_IS_CLAIM_FILTER (self) && claims != NULL);

  if (!is_filtering (self))
    return;

  before = g_steal_pointer (&self->kept);
  self->kept = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  for (guint i = 0; i < claims->len; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (claims, i);

      is_different |= !galley_claim_filter_find_position (self, claim, &position);
      g_hash_table_add (self->kept, g_object_ref (claim));
    }
  if (is_different || (before != NULL && lets_go (self, before)))
    update (self);
}
