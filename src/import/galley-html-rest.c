/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-rest.h"

#include "galley-html-blocks.h"
#include "galley-html-calls.h"
#include "galley-html-words.h"

#include <string.h>

/* Some pages show the beginning of an article, and have the rest of it hidden until somebody clicks
 * or pays. What is hidden is that if it is several paragraphs of sentences and nothing else, and
 * no copy of what is shown, such as the one for small screens. */

#define MIN_REST_PROSE 3 /* paragraphs */
#define MIN_COPIED_BYTES 32
#define MAX_DISTANCE 2000 /* nodes from what is shown to its copy */

/* The first sentences within an element, or 0. */
static guint
find_sentences (const GalleyHtmlTree *tree, guint node)
{
  for (guint i = node; i < tree->nodes[node].end; i++)
    if (tree->nodes[i].text != NULL && strlen (tree->nodes[i].text) >= MIN_COPIED_BYTES)
      return i;

  return 0;
}

static gboolean
is_copy (const GalleyHtmlTree *tree, const guint8 *parts, guint node)
{
  guint sentences = find_sentences (tree, node);
  guint start = node > MAX_DISTANCE ? node - MAX_DISTANCE : 1;
  guint end = MIN (tree->nodes[node].end + MAX_DISTANCE, tree->n_nodes);

  for (guint i = start; sentences != 0 && i < end; i++)
    if ((i < node || i >= tree->nodes[node].end) && tree->nodes[i].text != NULL &&
        parts[i] == GALLEY_HTML_PART_BODY &&
        strncmp (tree->nodes[i].text, tree->nodes[sentences].text, MIN_COPIED_BYTES) == 0)
      return TRUE;

  return FALSE;
}

/**
 * galley_html_rest_is_there:
 * @parts: what each node is to the article so far
 * @node: index of an element that is hidden
 *
 * Returns: whether the element holds the rest of the article
 */
gboolean
galley_html_rest_is_there (const GalleyHtmlTree *tree,
                           const GalleyHtmlFeatures *features,
                           const guint8 *parts,
                           guint node)
{
  const GalleyHtmlFeatures *f = &features[node];

  return f->n_prose >= MIN_REST_PROSE && f->prose * 2 >= f->length && f->linked * 5 <= f->length &&
         f->n_controls == 0 && f->n_teasers == 0 && f->n_h1 == 0 && f->n_notices == 0 &&
         (f->hints &
          (GALLEY_HTML_HINT_ASIDE | GALLEY_HTML_HINT_COMMENTS | GALLEY_HTML_HINT_COMMENT)) == 0 &&
         !is_copy (tree, parts, node);
}

/**
 * galley_html_rest_is_unfolded:
 *
 * Returns: whether a button or the like between the nodes at @start and @end shows more of
 * something
 */
gboolean
galley_html_rest_is_unfolded (const GalleyHtmlTree *tree, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (tree->nodes[i].text != NULL &&
        galley_html_calls_look (tree->nodes[i].text) == GALLEY_HTML_CALL_UNFOLD)
      return TRUE;

  return FALSE;
}
