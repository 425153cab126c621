/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-intake-item.h"

#include "galley-word-markup.h"

#include <glib/gi18n.h>

/**
 * GalleyIntakeItem:
 *
 * An annotation in the list of what becomes of those of a file.
 */
struct _GalleyIntakeItem
{
  GObject parent_instance;

  GalleyIntake *intake;
  guint index;
};

G_DEFINE_FINAL_TYPE (GalleyIntakeItem, galley_intake_item, G_TYPE_OBJECT)

/* What wants a look comes first. */
static const GalleyPlacementClass order[GALLEY_N_PLACEMENT_CLASSES] = {
  GALLEY_PLACEMENT_CHANGED, GALLEY_PLACEMENT_AMBIGUOUS, GALLEY_PLACEMENT_LOST,
  GALLEY_PLACEMENT_MOVED,   GALLEY_PLACEMENT_EXACT,
};

static void
galley_intake_item_finalize (GObject *object)
{
  g_object_unref (GALLEY_INTAKE_ITEM (object)->intake);

  G_OBJECT_CLASS (galley_intake_item_parent_class)->finalize (object);
}

static void
galley_intake_item_class_init (GalleyIntakeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_intake_item_finalize;
}

static void
galley_intake_item_init (GalleyIntakeItem *self)
{
}

static void
append_class (GListStore *store, GalleyIntake *intake, GalleyPlacementClass placement)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < galley_intake_get_n_entries (intake); i++)
    if (galley_intake_peek (intake, i)->placement.placement == placement)
      {
        GalleyIntakeItem *item = g_object_new (GALLEY_TYPE_INTAKE_ITEM, NULL);

        item->intake = g_object_ref (intake);
        item->index = i;
        g_ptr_array_add (items, item);
      }
  g_list_store_splice (store, g_list_model_get_n_items (G_LIST_MODEL (store)), 0, items->pdata,
                       items->len);
}

/**
 * galley_intake_item_list:
 * @intake: annotations that have their places
 *
 * Returns: (transfer full): the annotations (#GalleyIntakeItem), by class, and in the order of the
 *   file
 */
GListStore *
galley_intake_item_list (GalleyIntake *intake)
{
  GListStore *store = g_list_store_new (GALLEY_TYPE_INTAKE_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    append_class (store, intake, order[i]);

  return store;
}

/**
 * galley_intake_item_get_index:
 *
 * Returns: the annotation's index in the file
 */
guint
galley_intake_item_get_index (GalleyIntakeItem *self)
{
  g_return_val_if_fail (GALLEY_IS_INTAKE_ITEM (self), 0);

  return self->index;
}

/**
 * galley_intake_item_get_entry:
 *
 * Returns: (transfer none): the annotation and what is to become of it now
 */
const GalleyIntakeEntry *
galley_intake_item_get_entry (GalleyIntakeItem *self)
{
  g_return_val_if_fail (GALLEY_IS_INTAKE_ITEM (self), NULL);

  return galley_intake_peek (self->intake, self->index);
}

/**
 * galley_intake_item_get_class_label:
 *
 * Returns: (transfer none): what became of its words, for people
 */
const char *
galley_intake_item_get_class_label (GalleyIntakeItem *self)
{
  return galley_place_get_label (
      galley_place_from_placement (galley_intake_item_get_entry (self)->placement.placement));
}

/**
 * galley_intake_item_describe_fate:
 *
 * Returns: (transfer full): what is to become of it now, for people
 */
char *
galley_intake_item_describe_fate (GalleyIntakeItem *self)
{
  GalleyStatus status = galley_intake_get_status (self->intake, self->index);

  switch (galley_intake_item_get_entry (self)->fate)
    {
    case GALLEY_FATE_MAKE:
      /* Translators: what an annotation becomes; %s is where it stands, as in “Pending”. */
      return g_strdup_printf (_ ("New claim, %s"), galley_status_get_label (status));
    case GALLEY_FATE_JOIN:
      return g_strdup (_ ("Comment on the claim before"));
    case GALLEY_FATE_FOUND:
      return g_strdup (_ ("There already, stays as it is"));
    case GALLEY_FATE_WAIT:
      return g_strdup (_ ("Waits in the tray"));
    case GALLEY_FATE_NONE:
      return g_strdup (_ ("Nothing: where it belongs is not known"));
    case GALLEY_FATE_LEAVE:
    default:
      return g_strdup (_ ("Left out"));
    }
}

/**
 * galley_intake_item_make_markup:
 *
 * Returns: (transfer full): its words for a label, with what differs in the article, and what is
 *   said of them
 */
char *
galley_intake_item_make_markup (GalleyIntakeItem *self)
{
  const GalleyIntakeEntry *entry = galley_intake_item_get_entry (self);
  const char *exact = entry->target != NULL ? entry->target->exact : NULL;
  g_autofree char *words = galley_text_slice (
      galley_document_get_text (galley_intake_get_document (self->intake)), entry->range);
  g_autofree char *markup = NULL, *note = NULL;

  if (exact == NULL || *words == '\0')
    markup = g_markup_escape_text (exact != NULL ? exact : words, -1);
  else
    markup = galley_word_markup_compare (exact, words);
  if (entry->annotation->note == NULL)
    return g_steal_pointer (&markup);

  note = g_markup_escape_text (entry->annotation->note, -1);
  return g_strdup_printf ("%s\n<i>%s</i>", markup, note);
}
