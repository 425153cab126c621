/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-query-item.h"

#include "galley-query-words.h"

/**
 * GalleyQueryItem:
 *
 * What a row of the open queries shows: a query, or, as a heading, whom it and those below are put
 * to. Immutable.
 */
struct _GalleyQueryItem
{
  GObject parent_instance;

  GalleyQueryPlace *place;
  gboolean is_heading;
};

G_DEFINE_FINAL_TYPE (GalleyQueryItem, galley_query_item, G_TYPE_OBJECT)

static void
galley_query_item_finalize (GObject *object)
{
  galley_query_place_unref (GALLEY_QUERY_ITEM (object)->place);

  G_OBJECT_CLASS (galley_query_item_parent_class)->finalize (object);
}

static void
galley_query_item_class_init (GalleyQueryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_query_item_finalize;
}

static void
galley_query_item_init (GalleyQueryItem *self)
{
}

/**
 * galley_query_item_new:
 * @place: a query
 * @is_heading: whether only whom it is put to is to be shown
 *
 * Returns: (transfer full): the item
 */
GalleyQueryItem *
galley_query_item_new (GalleyQueryPlace *place, gboolean is_heading)
{
  GalleyQueryItem *self = g_object_new (GALLEY_TYPE_QUERY_ITEM, NULL);

  self->place = galley_query_place_ref (place);
  self->is_heading = is_heading;

  return self;
}

/**
 * galley_query_item_get_place:
 *
 * Returns: (transfer none): the query; of a heading the first of its group
 */
GalleyQueryPlace *
galley_query_item_get_place (GalleyQueryItem *self)
{
  g_return_val_if_fail (GALLEY_IS_QUERY_ITEM (self), NULL);

  return self->place;
}

/**
 * galley_query_item_is_heading:
 *
 * Returns: whether only whom it is put to is to be shown
 */
gboolean
galley_query_item_is_heading (GalleyQueryItem *self)
{
  g_return_val_if_fail (GALLEY_IS_QUERY_ITEM (self), FALSE);

  return self->is_heading;
}

/* Those that are not due at any time come last. */
static int
compare (gconstpointer a, gconstpointer b)
{
  GalleyQuery *x = (*(GalleyQueryPlace *const *) a)->query;
  GalleyQuery *y = (*(GalleyQueryPlace *const *) b)->query;
  int order = galley_query_words_compare_groups (x, y);

  if (order != 0)
    return order;
  if (x->due_at != y->due_at)
    return x->due_at != 0 && (y->due_at == 0 || x->due_at < y->due_at) ? -1 : 1;
  return (x->asked_at > y->asked_at) - (x->asked_at < y->asked_at);
}

/**
 * galley_query_item_list:
 * @places: (element-type GalleyQueryPlace): queries; they are sorted by whom they are put to, what
 *   is due first before the others
 *
 * Returns: (transfer full) (element-type GalleyQueryItem): them and their headings
 */
GPtrArray *
galley_query_item_list (GPtrArray *places)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_sort (places, compare);
  for (guint i = 0; i < places->len; i++)
    {
      GalleyQueryPlace *place = g_ptr_array_index (places, i);
      GalleyQueryPlace *before = i > 0 ? g_ptr_array_index (places, i - 1) : NULL;

      if (before == NULL || galley_query_words_compare_groups (before->query, place->query) != 0)
        g_ptr_array_add (items, galley_query_item_new (place, /* is_heading= */ TRUE));
      g_ptr_array_add (items, galley_query_item_new (place, /* is_heading= */ FALSE));
    }

  return items;
}
