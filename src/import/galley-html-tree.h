/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-html-sheet.h"

#include <gio/gio.h>
#include <gumbo.h>

G_BEGIN_DECLS

/**
 * GalleyHtmlNode:
 * @parent: index of the element around it; its own for the root
 * @end: one past the index of the last node within it
 * @tag: which element it is; %GUMBO_TAG_LAST for text
 * @text: (nullable): the text, entities decoded, of a node of text
 * @attributes: (nullable): of an element
 * @name: (nullable): what an element is called that HTML does not know, as written
 *
 * An element or a piece of text. Nodes stand in the order of the page, so that what is within the
 * node at @i are the nodes from @i + 1 to before @end.
 */
typedef struct
{
  guint parent;
  guint end;
  GumboTag tag;
  const char *text;
  const GumboVector *attributes;
  const char *name;
} GalleyHtmlNode;

/**
 * GalleyHtmlTree:
 * @nodes: (array length=n_nodes): the first is the html element
 * @n_nodes: at least 1
 * @n_replaced: deletions that are not in it, as what was inserted in their place is
 * @sheet: (nullable) (transfer none): the style sheets of the book that the page is a chapter of,
 *   which have to outlive the tree
 *
 * A page as a flat array, which can be walked without recursion however deep it is. Comments,
 * drawings and the contents of templates are not in it, but for templates that are shadow roots;
 * signs that a formula shows are.
 */
typedef struct
{
  GalleyHtmlNode *nodes;
  guint n_nodes;
  guint n_replaced;
  const GalleyHtmlSheet *sheet;
  /*< private >*/
  GalleyHtmlSheet *own_sheet;
  GArray *array;
  GStringChunk *names;
  struct _GalleyHtmlArena *arena;
} GalleyHtmlTree;

GalleyHtmlTree *galley_html_tree_new (const char *utf8,
                                      gsize length_bytes,
                                      const char *label,
                                      guint64 *n_steps,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_html_tree_free (GalleyHtmlTree *self);

const char *
galley_html_tree_get_attribute (const GalleyHtmlTree *self, guint node, const char *name);
const char *
galley_html_tree_get_property (const GalleyHtmlTree *self, guint node, const char *name);
GalleyPosition galley_html_tree_get_position (const GalleyHtmlTree *self, guint node);
char *galley_html_tree_dup_words (const GalleyHtmlTree *self, guint node) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_html_tree_is_anchor_sign (const GalleyHtmlTree *self, guint node);
gboolean galley_html_tree_is_unsaid (const GalleyHtmlTree *self, guint node);
guint galley_html_tree_unfold (GalleyHtmlTree *self, GumboTag tag);
guint galley_html_tree_find (const GalleyHtmlTree *self, guint within, GumboTag tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyHtmlTree, galley_html_tree_free)

G_END_DECLS
