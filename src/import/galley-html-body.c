/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-body.h"

#include "galley-html-head.h"
#include "galley-html-prune.h"
#include "galley-html-tags.h"
#include "galley-html-tail.h"

#include <string.h>

/* The body of an article is where most of the page's running sentences stand together. From the
 * body of the page down, the element is entered that holds nearly all of the sentences that are
 * left, until they are spread over several: that is the article's own element. What stands beside
 * it and is like it is taken in too; then what interrupts it is left out. */

#define MIN_PART_TO_ENTER 60 /* percent of the sentences of an element */
#define MIN_PART_OF_TWINS 10 /* a tenth of an element's sentences in others like it */
#define MAX_LEVELS_AROUND                                                                          \
  3 /* above the body, where something may stand beside it that belongs to it */

typedef struct
{
  const GalleyHtmlTree *tree;
  const GalleyHtmlFeatures *features;
  guint *mass; /* for each node, sentences that may be the article's */
  guint8 *parts;
} Search;

/* Counts no sentence of an element. */
static void
lose (Search *self, guint node)
{
  const GalleyHtmlTree *tree = self->tree;
  guint lost = self->mass[node];

  for (guint i = node; i < tree->nodes[node].end; i++)
    self->mass[i] = 0;
  for (guint i = tree->nodes[node].parent; i > 0; i = tree->nodes[i].parent)
    self->mass[i] -= lost;
  self->mass[0] -= lost;
}

/* Sums up the sentences of each element without those of what surely is no part of an article. */
static void
weigh (Search *self)
{
  const GalleyHtmlTree *tree = self->tree;

  for (guint i = 0; i < tree->n_nodes; i++)
    self->mass[i] = self->features[i].mass;
  for (guint i = 1; i < tree->n_nodes; i++)
    {
      if (tree->nodes[i].text != NULL || self->features[i].prose == 0 ||
          !galley_html_prune_is_outside (tree, self->features, i))
        continue;
      lose (self, i);
      i = tree->nodes[i].end - 1;
    }
}

static gboolean
may_hold_article (GumboTag tag)
{
  return tag != GUMBO_TAG_P && tag != GUMBO_TAG_BLOCKQUOTE && tag != GUMBO_TAG_PRE &&
         tag != GUMBO_TAG_UL && tag != GUMBO_TAG_OL && tag != GUMBO_TAG_DL && tag != GUMBO_TAG_LI &&
         tag != GUMBO_TAG_FIGURE && tag != GUMBO_TAG_FIGCAPTION && tag != GUMBO_TAG_TR &&
         tag != GUMBO_TAG_SPAN && tag != GUMBO_TAG_A && tag != GUMBO_TAG_B &&
         galley_html_tag_get_heading_level (tag) == 0;
}

/* The child of @node with the most sentences, or 0 if none has any. */
static guint
find_heaviest (Search *self, guint node)
{
  const GalleyHtmlTree *tree = self->tree;
  guint best = 0;

  for (guint i = node + 1; i < tree->nodes[node].end; i = tree->nodes[i].end)
    if (self->mass[i] > (best != 0 ? self->mass[best] : 0))
      best = i;

  return best;
}

/* The first name of a class says what an element is; the rest number it and say how it looks. */
static gsize
measure_first_name (const char *class)
{
  return class != NULL ? strcspn (class, " \t\r\n") : 0;
}

/* Elements of one kind, with one class, that stand beside each other. */
static gboolean
is_twin (Search *self, guint node, guint path)
{
  const GalleyHtmlTree *tree = self->tree;
  const char *class = galley_html_tree_get_attribute (tree, node, "class");
  const char *path_class = galley_html_tree_get_attribute (tree, path, "class");
  gsize n = measure_first_name (class);

  return tree->nodes[node].tag == tree->nodes[path].tag &&
         tree->nodes[node].tag != GUMBO_TAG_ARTICLE && n == measure_first_name (path_class) &&
         (n == 0 || strncmp (class, path_class, n) == 0);
}

/* Whether enough of the sentences around @child are in elements like it, as sections are. */
static gboolean
has_twins (Search *self, guint child)
{
  const GalleyHtmlTree *tree = self->tree;
  guint parent = tree->nodes[child].parent, mass = 0;

  for (guint i = parent + 1; i < tree->nodes[parent].end; i = tree->nodes[i].end)
    if (i != child && self->mass[i] > 0 && is_twin (self, i, child))
      mass += self->mass[i];

  return mass * MIN_PART_OF_TWINS >= self->mass[child];
}

/* The first of several articles on one page is entered if it has the page's title. */
static guint
find_titled (Search *self, guint node, guint heading)
{
  const GalleyHtmlTree *tree = self->tree;
  guint titled = 0, n_articles = 0;

  for (guint i = node + 1; i < tree->nodes[node].end; i = tree->nodes[i].end)
    if (tree->nodes[i].tag == GUMBO_TAG_ARTICLE && self->mass[i] > 0)
      {
        n_articles++;
        if (heading > i && heading < tree->nodes[i].end)
          titled = i;
      }

  return n_articles > 1 ? titled : 0;
}

static guint
descend (Search *self, guint node, guint heading)
{
  for (;;)
    {
      guint child = find_heaviest (self, node);

      if (child == 0 || !may_hold_article (self->tree->nodes[child].tag) ||
          self->mass[child] * 100 < self->mass[node] * MIN_PART_TO_ENTER || has_twins (self, child))
        child = find_titled (self, node, heading);
      if (child == 0)
        return node;
      node = child;
    }
}

/* Whether an element is made of hardly anything but sentences. */
static gboolean
is_dense (Search *self, guint node)
{
  const GalleyHtmlFeatures *f = &self->features[node];

  return f->n_prose > 0 && f->prose * 2 >= f->length && f->linked * 5 <= f->length;
}

/* Looks for the article once more without the comments below it, if there are any. */
static guint
cut_tail (Search *self, guint body, guint heading, guint *out_tail)
{
  const GalleyHtmlTree *tree = self->tree;
  guint end = tree->nodes[body].end;

  *out_tail = galley_html_tail_find (tree, self->features, body);
  if (*out_tail == end)
    return body;

  for (guint i = *out_tail; i < end; i = tree->nodes[i].end)
    lose (self, i);

  return descend (self, body, heading);
}

static void
set_parts (Search *self, guint node, GalleyHtmlPart part)
{
  for (guint i = node; i < self->tree->nodes[node].end; i++)
    self->parts[i] = part;
}

/* Takes in what stands beside the body, at some levels above it, and belongs to it. */
static void
take_in_neighbours (Search *self, guint body)
{
  const GalleyHtmlTree *tree = self->tree;
  guint path = body;

  for (guint level = 0; level < MAX_LEVELS_AROUND && tree->nodes[path].tag != GUMBO_TAG_BODY;
       level++)
    {
      guint parent = tree->nodes[path].parent;

      for (guint i = parent + 1; i < tree->nodes[parent].end; i = tree->nodes[i].end)
        if (i != path && self->mass[i] > 0 &&
            (self->features[i].hints & GALLEY_HTML_HINT_BYLINE) == 0 &&
            tree->nodes[i].tag != GUMBO_TAG_ARTICLE &&
            (tree->nodes[i].tag == GUMBO_TAG_P ||
             (is_dense (self, i) &&
              (self->features[i].n_prose > 1 || i < path || is_twin (self, i, path)))))
          set_parts (self, i, GALLEY_HTML_PART_BODY);
      path = parent;
    }
}

/**
 * galley_html_body_find:
 * @tree: a page
 * @features: what is known of its nodes
 * @metadata: what the page states
 *
 * Finds the article in a page.
 *
 * Returns: (transfer full): a #GalleyHtmlPart for each node; to be freed with g_free()
 */
guint8 *
galley_html_body_find (const GalleyHtmlTree *tree,
                       const GalleyHtmlFeatures *features,
                       const GalleyHtmlMetadata *metadata)
{
  g_autofree guint *mass = g_new0 (guint, tree->n_nodes);
  Search search = {
    .tree = tree,
    .features = features,
    .mass = mass,
    .parts = g_new (guint8, tree->n_nodes),
  };
  guint page = galley_html_tree_find (tree, 0, GUMBO_TAG_BODY), body, tail, end;

  weigh (&search);
  body = descend (&search, page, metadata->heading);
  end = tree->nodes[body].end;
  body = cut_tail (&search, body, metadata->heading, &tail);
  set_parts (&search, 0, GALLEY_HTML_PART_OMITTED);
  set_parts (&search, body, GALLEY_HTML_PART_BODY);
  take_in_neighbours (&search, body);
  for (guint i = tail; i < end; i++)
    search.parts[i] = GALLEY_HTML_PART_OMITTED;
  galley_html_prune (tree, features, body, search.parts);
  galley_html_head_settle (tree, features, metadata, search.parts);

  return search.parts;
}
