/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-epub-parts.h"

#include "galley-html-blocks.h"
#include "galley-html-tags.h"
#include "galley-html-words.h"

#include <string.h>

/* A book is all text, but for what leads through it: lists of places, which say nothing that the
 * places do not. Those that stand in the spine are seen by who leafs through the book and are kept
 * in their place, as the table of contents of a Word document is. Books of version 2 do not mark
 * them; they say in which chapter one is, and of that it is what is nothing but links. What is
 * marked as hidden in them is for programs only (EPUB 3.3, “Using in the spine”), and left out. */

static const char *const guides[] = { "toc", "landmarks", "page-list", "doc-toc", "doc-pagelist" };

/* Whether @type is one of the words in @value. */
static gboolean
has_word (const char *value, const char *type)
{
  gsize length_bytes = strlen (type);

  while (value != NULL && *value != '\0')
    {
      gsize word_bytes = strcspn (value, " \t\r\n");

      if (word_bytes == length_bytes && g_ascii_strncasecmp (value, type, length_bytes) == 0)
        return TRUE;
      value += word_bytes;
      value += strspn (value, " \t\r\n");
    }

  return FALSE;
}

/**
 * galley_epub_has_type:
 * @node: index of a node
 * @type: a term of the structural semantics of EPUB ("footnote"), or a role of ARIA that means the
 *   same ("doc-footnote")
 *
 * Returns: whether the markup says that the node is of that type
 */
gboolean
galley_epub_has_type (const GalleyHtmlTree *tree, guint node, const char *type)
{
  if (tree->nodes[node].attributes == NULL)
    return FALSE;
  if (g_str_has_prefix (type, "doc-"))
    return has_word (galley_html_tree_get_attribute (tree, node, "role"), type);

  return has_word (galley_html_tree_get_attribute (tree, node, "epub:type"), type) ||
         has_word (galley_html_tree_get_attribute (tree, node, "ops:type"), type);
}

static gboolean
is_hidden (const GalleyHtmlTree *tree, guint node)
{
  return tree->nodes[node].attributes != NULL &&
         galley_html_tree_get_attribute (tree, node, "hidden") != NULL;
}

static gboolean
is_guide (const GalleyHtmlTree *tree, guint node)
{
  for (guint i = 0; i < G_N_ELEMENTS (guides); i++)
    if (galley_epub_has_type (tree, node, guides[i]))
      return TRUE;

  return FALSE;
}

static gboolean
has_words (const char *text)
{
  return text != NULL && text[strspn (text, " \t\r\n\f")] != '\0';
}

/* Marks the words of what stands apart and has none but those of links. */
static void
mark_linked (const GalleyHtmlTree *tree, guint8 *parts)
{
  const GalleyHtmlNode *nodes = tree->nodes;
  g_autofree guint *blocks = g_new0 (guint, tree->n_nodes); /* the one that each node is part of */
  g_autofree guint8 *have_more = g_new0 (guint8, tree->n_nodes); /* by blocks */
  guint link_end = 0;

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      blocks[i] = galley_html_tag_get_display (nodes[i].tag) == GALLEY_HTML_BLOCK
                      ? i
                      : blocks[nodes[i].parent];
      if (nodes[i].tag == GUMBO_TAG_A && galley_html_tree_get_attribute (tree, i, "href") != NULL)
        link_end = MAX (link_end, nodes[i].end);
      if (i >= link_end && has_words (nodes[i].text))
        have_more[blocks[i]] = TRUE;
    }
  for (guint i = 0; i < tree->n_nodes; i++)
    if (has_words (nodes[i].text) && !have_more[blocks[i]] && parts[i] == GALLEY_HTML_PART_BODY)
      parts[i] = GALLEY_HTML_PART_CONTENTS;
}

/**
 * galley_epub_parts_new:
 * @tree: a chapter
 * @is_contents: whether the chapter is said to have a list of places
 *
 * Tells the text of a chapter from lists of places in the book, and from the numbers of pages of a
 * printed book, which stand within sentences and are left out.
 *
 * Returns: (transfer full) (array): a #GalleyHtmlPart for each node
 */
guint8 *
galley_epub_parts_new (const GalleyHtmlTree *tree, gboolean is_contents)
{
  guint8 *parts = g_new (guint8, tree->n_nodes);
  guint guide_end = 0, hidden_end = 0;

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      if (i >= guide_end && is_guide (tree, i))
        guide_end = tree->nodes[i].end;
      if (i < guide_end && i >= hidden_end && is_hidden (tree, i))
        hidden_end = tree->nodes[i].end;
      parts[i] = i < hidden_end  ? GALLEY_HTML_PART_OMITTED
                 : i < guide_end ? GALLEY_HTML_PART_CONTENTS
                                 : GALLEY_HTML_PART_BODY;
      if (galley_epub_has_type (tree, i, "pagebreak") ||
          galley_epub_has_type (tree, i, "doc-pagebreak"))
        parts[i] = GALLEY_HTML_PART_NOTHING;
    }

  if (is_contents)
    mark_linked (tree, parts);

  return parts;
}

/**
 * galley_epub_parts_mark_title:
 * @parts: (inout): of @tree
 * @tree: a chapter
 * @title: the title of the book, as galley_html_fold() gives it
 *
 * Looks for a heading that is the title of the book.
 *
 * Returns: whether there was one
 */
gboolean
galley_epub_parts_mark_title (guint8 *parts, const GalleyHtmlTree *tree, const char *title)
{
  for (guint i = 0; i < tree->n_nodes; i++)
    {
      g_autofree char *words = NULL;
      g_autofree char *folded = NULL;

      if (parts[i] != GALLEY_HTML_PART_BODY ||
          galley_html_tag_get_heading_level (tree->nodes[i].tag) == 0)
        continue;

      words = galley_html_tree_dup_words (tree, i);
      folded = galley_html_fold (words);
      if (*folded == '\0' || strcmp (folded, title) != 0)
        continue;

      memset (parts + i, GALLEY_HTML_PART_TITLE, tree->nodes[i].end - i);
      return TRUE;
    }

  return FALSE;
}
