/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-draft-item.h"

#include "galley-word-markup.h"

#include <glib/gi18n.h>

/**
 * GalleyDraftItem:
 *
 * A claim in the list of what becomes of claims in a new draft, or a sentence of that draft that is
 * new or changed and that nobody would have checked.
 */
struct _GalleyDraftItem
{
  GObject parent_instance;

  GalleyRedraft *redraft;
  guint index; /* of the claim */
  gboolean is_news;
  GalleyNews news; /* the sentence */
};

G_DEFINE_FINAL_TYPE (GalleyDraftItem, galley_draft_item, G_TYPE_OBJECT)

/* What wants a look comes first, and then the sentences. */
static const GalleyPlacementClass to_be_seen[] = { GALLEY_PLACEMENT_CHANGED,
                                                   GALLEY_PLACEMENT_AMBIGUOUS,
                                                   GALLEY_PLACEMENT_LOST };
static const GalleyPlacementClass sure[] = { GALLEY_PLACEMENT_MOVED, GALLEY_PLACEMENT_EXACT };

static void
galley_draft_item_finalize (GObject *object)
{
  g_object_unref (GALLEY_DRAFT_ITEM (object)->redraft);

  G_OBJECT_CLASS (galley_draft_item_parent_class)->finalize (object);
}

static void
galley_draft_item_class_init (GalleyDraftItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_draft_item_finalize;
}

static void
galley_draft_item_init (GalleyDraftItem *self)
{
}

static void
append_class (GListStore *store, GalleyRedraft *redraft, GalleyPlacementClass placement)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < galley_redraft_get_n_claims (redraft); i++)
    if (galley_redraft_peek (redraft, i)->placement.placement == placement)
      {
        GalleyDraftItem *item = g_object_new (GALLEY_TYPE_DRAFT_ITEM, NULL);

        item->redraft = g_object_ref (redraft);
        item->index = i;
        g_ptr_array_add (items, item);
      }
  g_list_store_splice (store, g_list_model_get_n_items (G_LIST_MODEL (store)), 0, items->pdata,
                       items->len);
}

/**
 * galley_draft_item_list:
 * @redraft: a new draft that was compared
 * @out_n_before: (out): how many of them come before the sentences of
 *   galley_draft_item_list_news()
 *
 * Returns: (transfer full): its claims (#GalleyDraftItem), by class, and in the order of the old
 *   draft
 */
GListStore *
galley_draft_item_list (GalleyRedraft *redraft, guint *out_n_before)
{
  GListStore *store = g_list_store_new (GALLEY_TYPE_DRAFT_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (to_be_seen); i++)
    append_class (store, redraft, to_be_seen[i]);
  *out_n_before = g_list_model_get_n_items (G_LIST_MODEL (store));
  for (guint i = 0; i < G_N_ELEMENTS (sure); i++)
    append_class (store, redraft, sure[i]);

  return store;
}

/**
 * galley_draft_item_list_news:
 * @news: (element-type GalleyNews): sentences of the new draft
 *
 * Returns: (transfer full) (element-type GalleyDraftItem): rows for them
 */
GPtrArray *
galley_draft_item_list_news (GalleyRedraft *redraft, GArray *news)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < news->len; i++)
    {
      GalleyDraftItem *item = g_object_new (GALLEY_TYPE_DRAFT_ITEM, NULL);

      item->redraft = g_object_ref (redraft);
      item->is_news = TRUE;
      item->news = g_array_index (news, GalleyNews, i);
      g_ptr_array_add (items, item);
    }

  return items;
}

/**
 * galley_draft_item_get_index:
 *
 * Returns: the claim's index in the new draft; 0 if it is a sentence
 */
guint
galley_draft_item_get_index (GalleyDraftItem *self)
{
  g_return_val_if_fail (GALLEY_IS_DRAFT_ITEM (self), 0);

  return self->index;
}

/**
 * galley_draft_item_get_claim:
 *
 * Returns: (transfer none) (nullable): the claim and what is to become of it now; %NULL if it is a
 *   sentence
 */
const GalleyRedraftClaim *
galley_draft_item_get_claim (GalleyDraftItem *self)
{
  g_return_val_if_fail (GALLEY_IS_DRAFT_ITEM (self), NULL);

  return self->is_news ? NULL : galley_redraft_peek (self->redraft, self->index);
}

/**
 * galley_draft_item_get_old_range:
 *
 * Returns: its words in the old draft; empty if it has none there
 */
GalleyRange
galley_draft_item_get_old_range (GalleyDraftItem *self)
{
  const GalleyRedraftClaim *claim = galley_draft_item_get_claim (self);

  return claim != NULL ? galley_claim_get_range (claim->claim) : (GalleyRange){ 0, 0 };
}

/**
 * galley_draft_item_get_new_range:
 *
 * Returns: its words in the new draft; empty if it has none there
 */
GalleyRange
galley_draft_item_get_new_range (GalleyDraftItem *self)
{
  const GalleyRedraftClaim *claim = galley_draft_item_get_claim (self);

  return claim != NULL ? claim->range : self->news.range;
}

/**
 * galley_draft_item_get_status_label:
 *
 * Returns: (transfer none): where it stood in the old draft, for people
 */
const char *
galley_draft_item_get_status_label (GalleyDraftItem *self)
{
  const GalleyRedraftClaim *claim = galley_draft_item_get_claim (self);

  return claim != NULL ? galley_status_get_label (galley_claim_get_status (claim->claim))
                       : _ ("Unchecked");
}

/**
 * galley_draft_item_get_class_label:
 *
 * Returns: (transfer none): what became of its words, for people
 */
const char *
galley_draft_item_get_class_label (GalleyDraftItem *self)
{
  const GalleyRedraftClaim *claim = galley_draft_item_get_claim (self);

  if (claim != NULL)
    return galley_place_get_label (galley_place_from_placement (claim->placement.placement));

  return self->news.kind == GALLEY_NEWS_NEW ? _ ("New sentence") : _ ("Changed sentence");
}

/**
 * galley_draft_item_get_decision:
 *
 * Returns: (transfer none): what is to become of it now, for people
 */
const char *
galley_draft_item_get_decision (GalleyDraftItem *self)
{
  const GalleyRedraftClaim *claim = galley_draft_item_get_claim (self);

  if (claim == NULL)
    return self->news.kind == GALLEY_NEWS_NEW ? _ ("Not marked by anybody")
                                              : _ ("Has words without a verdict");

  switch (claim->place)
    {
    case GALLEY_PLACE_EXACT:
    case GALLEY_PLACE_MOVED:
      return galley_claim_get_status (claim->claim) == GALLEY_STATUS_PENDING
                 ? _ ("Stays pending")
                 : _ ("Keeps its verdict");
    case GALLEY_PLACE_KEPT:
      return _ ("Keeps its verdict, by you");
    case GALLEY_PLACE_RELINKED:
      return _ ("Re-linked, to be checked");
    case GALLEY_PLACE_AMBIGUOUS:
    case GALLEY_PLACE_LOST:
      return _ ("Waits in the tray");
    case GALLEY_PLACE_RETIRED:
      return _ ("Retires");
    case GALLEY_PLACE_CHANGED:
    case GALLEY_PLACE_RECHECK:
    case GALLEY_PLACE_MARKED:
    default:
      return _ ("To be checked again");
    }
}

/**
 * galley_draft_item_make_markup:
 *
 * Returns: (transfer full): its words for a label, with what differs between the drafts
 */
char *
galley_draft_item_make_markup (GalleyDraftItem *self)
{
  const GalleyRedraftClaim *claim = galley_draft_item_get_claim (self);
  GalleyText *old = galley_document_get_text (galley_redraft_get_old (self->redraft));
  GalleyText *new = galley_document_get_text (galley_redraft_get_new (self->redraft));
  g_autoptr (GArray) pieces = NULL;

  if (claim == NULL)
    {
      g_autofree char *words = galley_text_slice (new, self->news.range);

      return g_markup_escape_text (words, -1);
    }
  if (claim->placement.placement == GALLEY_PLACEMENT_CHANGED)
    pieces = galley_redraft_list_claim_pieces (self->redraft, self->index);
  else
    {
      GalleyDiffPiece whole = { GALLEY_DIFF_SAME, galley_claim_get_range (claim->claim), { 0, 0 } };

      /* What is the same, or nowhere, is shown as it was. */
      whole.new = whole.old;
      new = old;
      pieces = g_array_new (FALSE, FALSE, sizeof (GalleyDiffPiece));
      g_array_append_val (pieces, whole);
    }

  return galley_word_markup_make (pieces, old, new);
}
