/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-body.h"

#include "galley-html-contents.h"
#include "galley-html-head.h"
#include "galley-html-notes.h"
#include "galley-html-prune.h"
#include "galley-html-rest.h"
#include "galley-html-stories.h"
#include "galley-html-table.h"
#include "galley-html-tags.h"
#include "galley-html-tail.h"

#include <string.h>

/* The body of an article is where most of the page's running sentences stand together. From the
 * body of the page down, the element is entered that holds nearly all of the sentences that are
 * left, until they are spread over several: that is the article's own element. What stands beside
 * it and is like it is taken in too; then what interrupts it is left out. */

#define MIN_PART_TO_ENTER 60 /* percent of the sentences of an element */
#define MIN_TITLED_PROSE 3   /* paragraphs beside the title that are more than a lead */
#define MIN_TITLED_PART 4    /* a fourth as many sentences */
#define MIN_PART_OF_TWINS 10 /* a tenth of an element's sentences in others like it */
#define MIN_BARE_WEIGHT 70   /* of a text beside elements that is a paragraph */
#define TEASER_PART 16       /* a sentence in a teaser says less of where an article is */
#define MIN_LINKS_OF_LIST 3
#define MAX_LINKED_PART 3   /* a third of an element in links makes it a list of teasers */
#define MAX_ELSEWHERE 20    /* times as many sentences outside of the article that has the title */
#define MIN_POINT_WEIGHT 15 /* of a line that says what the article does */
#define MAX_POINTS_WEIGHT 800
#define MIN_STORY_PROSE 2 /* paragraphs of the story that has the page's title */
#define MAX_LEVELS_AROUND                                                                          \
  3 /* above the body, where something may stand beside it that belongs to it */

typedef struct
{
  const GalleyHtmlTree *tree;
  const GalleyHtmlFeatures *features;
  guint heading; /* the article's title, or 0 */
  guint *mass;   /* for each node, sentences that may be the article's */
  GHashTable *contents;
  guint8 *parts;
} Search;

/* Counts a part of the sentences of an element, one in @divisor, or none if that is 0. */
static void
weaken (Search *self, guint node, guint divisor)
{
  const GalleyHtmlTree *tree = self->tree;
  guint lost = self->mass[node];

  for (guint i = node; i < tree->nodes[node].end; i++)
    self->mass[i] = divisor != 0 ? self->mass[i] / divisor : 0;
  lost -= self->mass[node];
  for (guint i = tree->nodes[node].parent; i > 0; i = tree->nodes[i].parent)
    self->mass[i] -= lost;
  self->mass[0] -= lost;
}

static gboolean
holds_title (Search *self, guint node)
{
  return self->heading >= node && self->heading < self->tree->nodes[node].end;
}

/* The element around the heading of a teaser that holds all of the teaser and nothing else. */
static guint
find_card (Search *self, guint heading)
{
  const GalleyHtmlTree *tree = self->tree;
  guint card = heading;

  for (guint i = tree->nodes[heading].parent; i > 0; i = tree->nodes[i].parent)
    {
      if (self->features[i].n_teasers > 1 || self->features[i].n_prose > 1 || holds_title (self, i))
        break;
      card = i;
    }

  return card;
}

/* A heading that leads to another page with a paragraph below it is a teaser, and a page may have
 * many more of them than its article has paragraphs. */
static void
weaken_teasers (Search *self)
{
  const GalleyHtmlTree *tree = self->tree;

  for (guint i = 1; i < tree->n_nodes; i++)
    {
      guint card;

      if (self->features[i].n_teasers != 1 ||
          galley_html_tag_get_heading_level (tree->nodes[i].tag) == 0 || holds_title (self, i))
        continue;
      card = find_card (self, i);
      if (self->mass[card] > 0)
        weaken (self, card, TEASER_PART);
      i = tree->nodes[i].end - 1;
    }
}

/* Sentences beside many links are teasers, too, if their headings are not marked up as such, and so
 * are those of which each is headed by one. */
static void
weaken_lists_of_links (Search *self)
{
  const GalleyHtmlTree *tree = self->tree;

  for (guint i = 1; self->heading != 0 && i < tree->n_nodes; i++)
    {
      const GalleyHtmlFeatures *f = &self->features[i];

      if (!galley_html_tag_is_container (tree->nodes[i].tag) || f->n_links < MIN_LINKS_OF_LIST ||
          self->mass[i] == 0 || holds_title (self, i) || (f->hints & GALLEY_HTML_HINT_BODY) != 0 ||
          (f->linked * MAX_LINKED_PART < f->length &&
           !galley_html_stories_is_list (tree, self->features, self->heading, i)))
        continue;
      weaken (self, i, TEASER_PART);
      i = tree->nodes[i].end - 1;
    }
}

/* Sums up the sentences of each element without those of what surely is no part of an article. */
static void
weigh (Search *self)
{
  const GalleyHtmlTree *tree = self->tree;

  for (guint i = 0; i < tree->n_nodes; i++)
    self->mass[i] = self->features[i].mass;
  weaken_teasers (self);
  weaken_lists_of_links (self);
  for (guint i = 1; i < tree->n_nodes; i++)
    {
      if (tree->nodes[i].text != NULL || self->features[i].prose == 0 ||
          !galley_html_prune_is_outside (tree, self->features, self->mass, self->heading, i))
        continue;
      weaken (self, i, 0);
      i = tree->nodes[i].end - 1;
    }
}

/* A table of data, or a part of one: it belongs to the article around it, with the sources that may
 * come below. A table that only places things may hold an article in one of its cells. */
static gboolean
is_data (const GalleyHtmlTree *tree, guint node)
{
  guint table = node;
  gboolean is_row = tree->nodes[node].tag == GUMBO_TAG_TR;

  if (!is_row && tree->nodes[node].tag != GUMBO_TAG_TABLE &&
      tree->nodes[node].tag != GUMBO_TAG_TBODY)
    return FALSE;
  while (table > 0 && tree->nodes[table].tag != GUMBO_TAG_TABLE)
    table = tree->nodes[table].parent;

  return is_row ? galley_html_table_is_data (tree, table) : galley_html_table_says_so (tree, table);
}

static gboolean
may_hold_article (GumboTag tag)
{
  return tag != GUMBO_TAG_P && tag != GUMBO_TAG_BLOCKQUOTE && tag != GUMBO_TAG_PRE &&
         tag != GUMBO_TAG_UL && tag != GUMBO_TAG_OL && tag != GUMBO_TAG_DL && tag != GUMBO_TAG_LI &&
         tag != GUMBO_TAG_FIGURE && tag != GUMBO_TAG_FIGCAPTION && tag != GUMBO_TAG_SPAN &&
         tag != GUMBO_TAG_A && tag != GUMBO_TAG_B && galley_html_tag_get_heading_level (tag) == 0;
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

/* Whether an element is a story of its own: an article, or what has a first heading that is not the
 * title of the page's article, or begins with one that is marked up like it. */
static gboolean
is_other_story (Search *self, guint node)
{
  const GalleyHtmlTree *tree = self->tree;

  if (holds_title (self, node) || galley_html_contents_lists (self->contents, tree, node))
    return FALSE;
  if (tree->nodes[node].tag == GUMBO_TAG_ARTICLE)
    return TRUE;

  if (self->heading == 0)
    return FALSE;

  return (tree->nodes[self->heading].tag == GUMBO_TAG_H1 && self->features[node].n_h1 > 0) ||
         galley_html_stories_begins_alike (tree, self->features, self->heading, node);
}

/* Whether what tells one element from all others is but a number. */
static gboolean
have_like_ids (const GalleyHtmlTree *tree, guint node, guint other)
{
  const char *id = galley_html_tree_get_attribute (tree, node, "id");
  const char *other_id = galley_html_tree_get_attribute (tree, other, "id");
  gsize n = id != NULL ? strcspn (id, "0123456789") : 0;

  return (id == NULL && other_id == NULL) ||
         (id != NULL && other_id != NULL && id[n] != '\0' && strncmp (id, other_id, n) == 0);
}

/* Elements of one kind, with one class, that stand beside each other; those of no class may be told
 * from each other by their ids. */
static gboolean
is_twin (Search *self, guint node, guint path)
{
  const GalleyHtmlTree *tree = self->tree;
  const char *class = galley_html_tree_get_attribute (tree, node, "class");
  const char *path_class = galley_html_tree_get_attribute (tree, path, "class");
  gsize n = measure_first_name (class);

  return tree->nodes[node].tag == tree->nodes[path].tag && !is_other_story (self, node) &&
         n == measure_first_name (path_class) &&
         (n > 0 ? strncmp (class, path_class, n) == 0
                : tree->nodes[node].tag != GUMBO_TAG_UNKNOWN && have_like_ids (tree, node, path));
}

/* What ends before the title is no section of the article. */
static gboolean
is_above_title (Search *self, guint node)
{
  return self->heading != 0 && self->tree->nodes[node].end <= self->heading;
}

/* Whether enough of the sentences around @child are in elements like it, as sections are. */
static gboolean
has_twins (Search *self, guint child)
{
  const GalleyHtmlTree *tree = self->tree;
  guint parent = tree->nodes[child].parent, mass = 0;

  for (guint i = parent + 1; i < tree->nodes[parent].end; i = tree->nodes[i].end)
    if (i != child && self->mass[i] > 0 && !is_above_title (self, i) && is_twin (self, i, child))
      mass += self->mass[i];

  return mass * MIN_PART_OF_TWINS >= self->mass[child];
}

/* Whether enough of the sentences around @child stand in no element of their own, as paragraphs do
 * that only breaks of lines part. */
static gboolean
has_bare_sentences (Search *self, guint child)
{
  const GalleyHtmlTree *tree = self->tree;
  guint parent = tree->nodes[child].parent, weight = 0;

  for (guint i = parent + 1; i < tree->nodes[parent].end; i = tree->nodes[i].end)
    if (tree->nodes[i].text != NULL && self->features[i].length >= MIN_BARE_WEIGHT &&
        !is_above_title (self, i))
      weight += self->features[i].length;

  return weight * MIN_PART_OF_TWINS >= self->mass[child];
}

/* Of several stories on one page, as where the next begins when a reader has scrolled past the
 * first, the one that has the page's title. What has the title and is no article may be but the
 * head of the one that has none. */
static guint
find_titled (Search *self, guint node, guint heaviest)
{
  const GalleyHtmlTree *tree = self->tree;

  if (heaviest == 0 || !is_other_story (self, heaviest))
    return 0;
  for (guint i = node + 1; i < tree->nodes[node].end; i = tree->nodes[i].end)
    if (holds_title (self, i))
      return self->mass[i] > 0 && self->features[i].n_prose >= MIN_STORY_PROSE &&
                     (tree->nodes[i].tag == GUMBO_TAG_ARTICLE ||
                      tree->nodes[heaviest].tag != GUMBO_TAG_ARTICLE)
                 ? i
                 : 0;

  return 0;
}

/* What is called a header leads up to what comes after it, unless no sentence does. */
static gboolean
is_mere_head (Search *self, guint node, guint child)
{
  return self->tree->nodes[child].tag == GUMBO_TAG_HEADER && self->mass[child] < self->mass[node];
}

/* Whether an element beside @child has the title with several paragraphs, and no small part of the
 * sentences: then they are not left for what has more of them. */
static gboolean
is_beside_story (Search *self, guint node, guint child)
{
  const GalleyHtmlTree *tree = self->tree;

  if (self->heading == 0 || holds_title (self, child))
    return FALSE;
  for (guint i = node + 1; i < tree->nodes[node].end; i = tree->nodes[i].end)
    if (holds_title (self, i))
      return self->features[i].n_prose >= MIN_TITLED_PROSE &&
             self->mass[i] * MIN_TITLED_PART >= self->mass[child];

  return FALSE;
}

static gboolean
may_be_entered (Search *self, guint node, guint child)
{
  return child != 0 && may_hold_article (self->tree->nodes[child].tag) &&
         !is_mere_head (self, node, child) && !is_data (self->tree, child) &&
         self->mass[child] * 100 >= self->mass[node] * MIN_PART_TO_ENTER &&
         !has_twins (self, child) && !has_bare_sentences (self, child) &&
         !is_beside_story (self, node, child);
}

/* Whether the heaviest child is the story with the title, and what stands beside it others. Where
 * it is no article for the markup, either, these have to begin as it does: a heading of the first
 * rank may be that of a section. */
static gboolean
is_titled_among_stories (Search *self, guint node, guint child)
{
  const GalleyHtmlTree *tree = self->tree;
  gboolean is_article = child != 0 && tree->nodes[child].tag == GUMBO_TAG_ARTICLE;
  guint n_others = 0;

  if (child == 0 || !holds_title (self, child) || !may_hold_article (tree->nodes[child].tag) ||
      (!is_article && self->features[child].n_prose < MIN_STORY_PROSE))
    return FALSE;
  for (guint i = node + 1; i < tree->nodes[node].end; i = tree->nodes[i].end)
    n_others +=
        i != child && self->mass[i] > 0 &&
        (is_article ? is_other_story (self, i)
                    : galley_html_stories_begins_alike (tree, self->features, self->heading, i));

  return n_others > 0;
}

static guint
descend (Search *self, guint node)
{
  for (;;)
    {
      guint child = find_heaviest (self, node), titled = find_titled (self, node, child);

      if (titled != 0)
        child = titled;
      else if (!may_be_entered (self, node, child) && !is_titled_among_stories (self, node, child))
        return node;
      node = child;
    }
}

/* Where to look for the article: in what the markup calls one around the title, however short it
 * is, or in all of the page. */
static guint
find_start (Search *self, guint page)
{
  const GalleyHtmlTree *tree = self->tree;

  for (guint i = self->heading; i > page; i = tree->nodes[i].parent)
    if ((tree->nodes[i].tag == GUMBO_TAG_ARTICLE || tree->nodes[i].tag == GUMBO_TAG_MAIN) &&
        self->mass[i] > 0 && self->mass[page] / self->mass[i] < MAX_ELSEWHERE)
      return i;

  return page;
}

/* Whether an element is made of hardly anything but sentences. */
static gboolean
is_dense (Search *self, guint node)
{
  const GalleyHtmlFeatures *f = &self->features[node];

  return f->n_prose > 0 && f->prose * 2 >= f->length && f->linked * 5 <= f->length;
}

/* Counts no sentence of the comments below the article that begins at @start, if there are any.
 * Returns where they begin, or the end of @body. */
static guint
cut_tail (Search *self, guint body, guint start)
{
  const GalleyHtmlTree *tree = self->tree;
  guint end = tree->nodes[body].end, tail;

  tail = galley_html_tail_find (tree, self->features, body, start);
  for (guint i = tail; i < end; i = tree->nodes[i].end)
    weaken (self, i, 0);

  return tail;
}

static void
set_parts (Search *self, guint node, GalleyHtmlPart part)
{
  for (guint i = node; i < self->tree->nodes[node].end; i++)
    self->parts[i] = part;
}

/* Whether an element is a list of several lines and hardly anything else. */
static gboolean
is_list_of_lines (Search *self, guint node)
{
  const GalleyHtmlTree *tree = self->tree;
  guint n_items = 0, weight = 0;

  for (guint i = node + 1; i < tree->nodes[node].end; i++)
    if (tree->nodes[i].tag == GUMBO_TAG_LI)
      {
        n_items++;
        weight += self->features[i].length;
        i = tree->nodes[i].end - 1;
      }

  return n_items >= 2 && weight / n_items >= MIN_POINT_WEIGHT &&
         weight * 10 >= self->features[node].length * 7;
}

/* The points of an article, in a list between its title and its text. */
static gboolean
has_points (Search *self, guint node, guint path)
{
  const GalleyHtmlFeatures *f = &self->features[node];

  return self->heading != 0 && node > self->heading && node < path && f->n_links == 0 &&
         f->n_controls == 0 && f->length > 0 && f->length <= MAX_POINTS_WEIGHT &&
         (f->hints & ~(guint) GALLEY_HTML_HINT_LEAD) == 0 && !f->is_hidden &&
         is_list_of_lines (self, node);
}

/* Whether an element beside @path, which holds the body, @level levels above it, belongs to the
 * article: a paragraph, several, one before the body, or one that nothing speaks against. */
static gboolean
belongs (Search *self, guint node, guint path, guint level)
{
  const GalleyHtmlFeatures *f = &self->features[node];
  guint parent = self->tree->nodes[path].parent;

  if (self->mass[node] == 0 || self->mass[node] * 2 < f->mass ||
      (f->hints & GALLEY_HTML_HINT_BYLINE) != 0 || is_above_title (self, node) ||
      is_other_story (self, node))
    return FALSE;
  if (self->tree->nodes[node].tag == GUMBO_TAG_P)
    return TRUE;
  if (!is_dense (self, node))
    return FALSE;

  return (f->n_prose > 1 && (level == 0 || !holds_title (self, path))) || node < path ||
         is_twin (self, node, path) ||
         (self->features[parent].hints & GALLEY_HTML_HINT_BODY) != 0 ||
         (level == 0 && f->hints == 0 && f->linked == 0);
}

/* What comes after the body and is shown at a click. */
static gboolean
is_folded (Search *self, guint node, guint path)
{
  const GalleyHtmlTree *tree = self->tree;

  return self->features[node].is_hidden && node >= tree->nodes[path].end &&
         galley_html_rest_is_there (tree, self->features, self->parts, node) &&
         galley_html_rest_is_unfolded (tree, tree->nodes[path].end, node);
}

/* Takes in what stands beside the body, at some levels above it but within @start, and belongs to
 * it; beside the body itself what is between the two, as well. */
static void
take_in_neighbours (Search *self, guint body, guint start)
{
  const GalleyHtmlTree *tree = self->tree;
  guint path = body;

  for (guint level = 0; level < MAX_LEVELS_AROUND && path != start; level++)
    {
      guint parent = tree->nodes[path].parent, first = path, last = path;

      for (guint i = parent + 1; i < tree->nodes[parent].end; i = tree->nodes[i].end)
        if (has_points (self, i, path))
          set_parts (self, i, GALLEY_HTML_PART_BODY);
        else if (i != path &&
                 (belongs (self, i, path, level) || (level == 0 && is_folded (self, i, path))))
          {
            first = MIN (first, i);
            last = MAX (last, i);
            set_parts (self, i, GALLEY_HTML_PART_BODY);
          }
      for (guint i = first; level == 0 && i < last; i = tree->nodes[i].end)
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
  g_autoptr (GHashTable) contents = galley_html_contents_collect (tree);
  Search search = {
    .tree = tree,
    .features = features,
    .heading = metadata->heading,
    .mass = mass,
    .contents = contents,
    .parts = g_new (guint8, tree->n_nodes),
  };
  guint page = galley_html_tree_find (tree, 0, GUMBO_TAG_BODY), start, body, tail, end;

  weigh (&search);
  if (metadata->heading != 0)
    cut_tail (&search, page, metadata->heading);
  start = find_start (&search, page);
  body = descend (&search, start);
  end = tree->nodes[body].end;
  tail = cut_tail (&search, body, body + 1);
  if (tail < end)
    body = descend (&search, body);
  set_parts (&search, 0, GALLEY_HTML_PART_OMITTED);
  set_parts (&search, body, GALLEY_HTML_PART_BODY);
  take_in_neighbours (&search, body, start);
  for (guint i = tail; i < end; i++)
    search.parts[i] = GALLEY_HTML_PART_OMITTED;
  galley_html_prune (tree, features, body, metadata->heading, search.parts);
  galley_html_notes_take_in (tree, features, search.parts);
  galley_html_head_settle (tree, features, metadata, search.parts);

  return search.parts;
}
