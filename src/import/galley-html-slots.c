/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-slots.h"

#include <string.h>

/* A template that is a shadow root is shown in the place of what else its element, the host, holds.
 * Of that each part is shown where a slot of its name is in the template, and what has no name in
 * the slot that has none; what a slot holds itself is only shown where nothing is for it. What no
 * slot takes is not shown by browsers that know shadow roots; here it comes after the template. */

struct _GalleyHtmlSlots
{
  GHashTable *shown; /* (element-type GumboNode GPtrArray), by slots: what they show */
  GHashTable *taken; /* (element-type GumboNode), what is shown by a slot */
  GPtrArray *views;  /* (element-type GumboVector), of what galley_html_slots_find() returned */
};

GalleyHtmlSlots *
galley_html_slots_new (void)
{
  GalleyHtmlSlots *self = g_new0 (GalleyHtmlSlots, 1);

  self->shown = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->taken = g_hash_table_new (NULL, NULL);
  self->views = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
galley_html_slots_free (GalleyHtmlSlots *self)
{
  g_hash_table_unref (self->shown);
  g_hash_table_unref (self->taken);
  g_ptr_array_unref (self->views);
  g_free (self);
}

/* The value of an attribute of @node, or NULL. */
static const char *
find_attribute (const GumboNode *node, const char *name)
{
  const GumboVector *attributes = &node->v.element.attributes;

  for (guint i = 0; i < attributes->length; i++)
    if (g_ascii_strcasecmp (((GumboAttribute *) attributes->data[i])->name, name) == 0)
      return ((GumboAttribute *) attributes->data[i])->value;

  return NULL;
}

/**
 * galley_html_slots_is_root:
 *
 * Returns: whether @node is a template that the page shows as soon as it is read, within the
 *   element around it: what other templates hold is shown by programs only, if at all
 */
gboolean
galley_html_slots_is_root (const GumboNode *node)
{
  return node->type == GUMBO_NODE_TEMPLATE && find_attribute (node, "shadowrootmode") != NULL;
}

static gboolean
is_slot (const GumboNode *node)
{
  const GumboStringPiece *tag = &node->v.element.original_tag;

  return tag->length > 5 && g_ascii_strncasecmp (tag->data, "<slot", 5) == 0 &&
         !g_ascii_isalnum (tag->data[5]) && tag->data[5] != '-';
}

/* The slots of @root by their names, the first of each: (element-type utf8 GumboNode). */
static GHashTable *
find_slots (const GumboNode *root)
{
  GHashTable *slots = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();

  g_ptr_array_add (stack, (gpointer) root);
  while (stack->len > 0)
    {
      const GumboNode *node = g_ptr_array_steal_index (stack, stack->len - 1);
      const char *name = is_slot (node) ? find_attribute (node, "name") : NULL;

      if (is_slot (node) && !g_hash_table_contains (slots, name != NULL ? name : ""))
        g_hash_table_insert (slots, (gpointer) (name != NULL ? name : ""), (gpointer) node);
      for (guint i = node->v.element.children.length; i-- > 0;)
        {
          const GumboNode *child = node->v.element.children.data[i];

          if (child->type == GUMBO_NODE_ELEMENT &&
              child->v.element.tag_namespace == GUMBO_NAMESPACE_HTML)
            g_ptr_array_add (stack, (gpointer) child);
        }
    }

  return slots;
}

/* Gives @node, which the host holds, to the slot of its name. Space between parts is nobody's. */
static void
give (GalleyHtmlSlots *self, GHashTable *slots, const GumboNode *node)
{
  const char *name = node->type == GUMBO_NODE_ELEMENT ? find_attribute (node, "slot") : NULL;
  const GumboNode *slot = g_hash_table_lookup (slots, name != NULL ? name : "");
  GPtrArray *nodes;

  if (slot == NULL || node->type == GUMBO_NODE_TEMPLATE || node->type == GUMBO_NODE_WHITESPACE ||
      node->type == GUMBO_NODE_COMMENT)
    return;

  nodes = g_hash_table_lookup (self->shown, slot);
  if (nodes == NULL)
    {
      nodes = g_ptr_array_new ();
      g_hash_table_insert (self->shown, (gpointer) slot, nodes);
    }
  g_ptr_array_add (nodes, (gpointer) node);
  g_hash_table_add (self->taken, (gpointer) node);
}

/**
 * galley_html_slots_look_at:
 * @host: an element or a template
 *
 * Finds out where what @host holds is shown, if it has a shadow root.
 */
void
galley_html_slots_look_at (GalleyHtmlSlots *self, const GumboNode *host)
{
  const GumboVector *children = &host->v.element.children;
  g_autoptr (GHashTable) slots = NULL;

  for (guint i = 0; i < children->length && slots == NULL; i++)
    if (galley_html_slots_is_root (children->data[i]))
      slots = find_slots (children->data[i]);
  for (guint i = 0; slots != NULL && i < children->length; i++)
    give (self, slots, children->data[i]);
}

/**
 * galley_html_slots_find:
 * @slot: an element
 *
 * Returns: (transfer none) (nullable): what @slot shows in the place of what it holds, or %NULL if
 *   it is no slot, or nothing is for it
 */
const GumboVector *
galley_html_slots_find (GalleyHtmlSlots *self, const GumboNode *slot)
{
  GPtrArray *nodes = g_hash_table_lookup (self->shown, slot);
  GumboVector *view;

  if (nodes == NULL)
    return NULL;

  view = g_new0 (GumboVector, 1);
  view->data = nodes->pdata;
  view->length = nodes->len;
  g_ptr_array_add (self->views, view);

  return view;
}

/**
 * galley_html_slots_is_taken:
 *
 * Returns: whether a slot shows @node, which is not shown where it stands
 */
gboolean
galley_html_slots_is_taken (GalleyHtmlSlots *self, const GumboNode *node)
{
  return g_hash_table_contains (self->taken, node);
}
