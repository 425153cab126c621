/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-suggestion.h"

#include "galley-fold.h"

#include <string.h>

/**
 * GalleyClaimSuggestion:
 *
 * Words that are only suggested as a claim, as an item of a list. Immutable.
 */
struct _GalleyClaimSuggestion
{
  GObject parent_instance;

  GalleyRange range;
};

G_DEFINE_FINAL_TYPE (GalleyClaimSuggestion, galley_claim_suggestion, G_TYPE_OBJECT)

static void
galley_claim_suggestion_class_init (GalleyClaimSuggestionClass *klass)
{
}

static void
galley_claim_suggestion_init (GalleyClaimSuggestion *self)
{
}

/**
 * galley_claim_suggestion_get_range:
 *
 * Returns: the words
 */
GalleyRange
galley_claim_suggestion_get_range (GalleyClaimSuggestion *self)
{
  g_return_val_if_fail (GALLEY_IS_CLAIM_SUGGESTION (self), ((GalleyRange){ 0, 0 }));

  return self->range;
}

static gboolean
holds_words (GalleyCheck *check, GalleyRange range, const char *folded)
{
  g_autofree char *quote =
      galley_text_slice (galley_document_get_text (galley_check_get_document (check)), range);
  g_autofree char *folded_quote = galley_fold (quote);

  return strstr (folded_quote, folded) != NULL;
}

/**
 * galley_claim_suggestion_find_claim:
 * @check: an article
 *
 * Returns: (transfer none) (nullable): the claim that was made of just these words
 */
GalleyClaim *
galley_claim_suggestion_find_claim (GalleyClaimSuggestion *self, GalleyCheck *check)
{
  g_autoptr (GPtrArray) claims = NULL;

  g_return_val_if_fail (GALLEY_IS_CLAIM_SUGGESTION (self) && GALLEY_IS_CHECK (check), NULL);

  claims = galley_claim_list_find_overlapping (galley_check_get_claims (check), self->range);
  for (guint i = 0; i < claims->len; i++)
    {
      GalleyRange range = galley_claim_get_range (g_ptr_array_index (claims, i));

      if (range.start == self->range.start && range.end == self->range.end)
        return g_ptr_array_index (claims, i);
    }

  return NULL;
}

static int
compare (GalleyClaimSuggestion *item, GalleyRange range)
{
  if (item->range.start != range.start)
    return item->range.start < range.start ? -1 : 1;

  return (item->range.end > range.end) - (item->range.end < range.end);
}

/* Puts the words of @kept among @suggestions, if they are not there. */
static void
add_kept (GArray *suggestions, GalleyClaimSuggestion *kept)
{
  guint i = 0;

  while (i < suggestions->len && compare (kept, g_array_index (suggestions, GalleyRange, i)) > 0)
    i++;
  if (i == suggestions->len || compare (kept, g_array_index (suggestions, GalleyRange, i)) < 0)
    g_array_insert_val (suggestions, i, kept->range);
}

/**
 * galley_claim_suggestion_fill:
 * @store: (element-type GalleyClaimSuggestion): the list
 * @check: (nullable): an article
 * @words: (nullable): what the suggestions have to hold, in whatever case and style
 * @kept: (nullable): an item that stays, also where it is a claim now
 *
 * Brings @store in line with what @check suggests now. Items of suggestions that are still there
 * stay the same objects.
 */
void
galley_claim_suggestion_fill (GListStore *store,
                              GalleyCheck *check,
                              const char *words,
                              GalleyClaimSuggestion *kept)
{
  g_autoptr (GArray) suggestions = check != NULL ? galley_check_get_suggestions (check)
                                                 : g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  g_autofree char *folded = galley_fold (words != NULL ? words : "");
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *model = G_LIST_MODEL (store);
  guint n_old = g_list_model_get_n_items (model), old = 0, n_same = 0, n_tail = 0;

  if (kept != NULL)
    add_kept (suggestions, kept);
  for (guint i = 0; i < suggestions->len; i++)
    {
      GalleyRange range = g_array_index (suggestions, GalleyRange, i);
      g_autoptr (GalleyClaimSuggestion) item = NULL;

      if (*folded != '\0' && !holds_words (check, range, folded) &&
          (kept == NULL || compare (kept, range) != 0))
        continue;
      for (; old < n_old; old++)
        {
          item = g_list_model_get_item (model, old);
          if (compare (item, range) >= 0)
            break;
          g_clear_object (&item);
        }
      if (item == NULL || compare (item, range) != 0)
        {
          g_clear_object (&item);
          item = g_object_new (GALLEY_TYPE_CLAIM_SUGGESTION, NULL);
          item->range = range;
        }
      g_ptr_array_add (items, g_steal_pointer (&item));
    }

#define IS_SAME(new, old)                                                                          \
  ({                                                                                               \
    g_autoptr (GObject) item = g_list_model_get_item (model, old);                                 \
    item == g_ptr_array_index (items, new);                                                        \
  })
  while (n_same < MIN (n_old, items->len) && IS_SAME (n_same, n_same))
    n_same++;
  while (n_tail < MIN (n_old, items->len) - n_same &&
         IS_SAME (items->len - 1 - n_tail, n_old - 1 - n_tail))
    n_tail++;
#undef IS_SAME
  if (n_same < MAX (n_old, items->len))
    g_list_store_splice (store, n_same, n_old - n_same - n_tail, items->pdata + n_same,
                         items->len - n_same - n_tail);
}
