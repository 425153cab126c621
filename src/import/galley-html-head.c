/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-head.h"

#include "galley-html-author.h"
#include "galley-html-credit-line.h"
#include "galley-html-table.h"
#include "galley-html-tags.h"
#include "galley-html-title.h"
#include "galley-html-words.h"
#include "galley-phrases.h"

#include <string.h>

/* What stands at the head of an article, and is more than its text: the title, once; the lead,
 * which many pages keep outside the article's own element; who wrote it and when, which are
 * metadata. */

#define MIN_LEAD_WEIGHT 20
#define MIN_HEADING_LEAD_WEIGHT 40 /* of a lead that is marked up as a heading */
#define MAX_LEAD_WEIGHT 700
#define MAX_LABEL_WEIGHT 60
#define MAX_EDIT_NODES 32
#define MAX_EDIT_WEIGHT 40       /* of a way to change what is below a heading */
#define MIN_DESCRIPTION_BYTES 40 /* that prove a line to be the lead */

typedef struct
{
  const GalleyHtmlTree *tree;
  const GalleyHtmlFeatures *features;
  const GalleyHtmlMetadata *metadata;
  guint8 *parts;
} Head;

static void
set_part (Head *self, guint node, GalleyHtmlPart part)
{
  for (guint i = node; i < self->tree->nodes[node].end; i++)
    self->parts[i] = part;
}

/* Whether the node is an element with words that a reader of the page sees. */
static gboolean
is_seen (Head *self, guint node)
{
  return self->tree->nodes[node].text == NULL && self->features[node].length > 0;
}

static void
settle_title (Head *self)
{
  const GalleyHtmlTree *tree = self->tree;
  const char *title = self->metadata->values[GALLEY_METADATA_TITLE];

  for (guint i = 1; title != NULL && i < tree->n_nodes; i++)
    {
      g_autofree char *words = NULL;

      if (!is_seen (self, i) ||
          (self->metadata->heading >= i && self->metadata->heading < tree->nodes[i].end) ||
          (galley_html_tag_get_heading_level (tree->nodes[i].tag) == 0 &&
           (self->features[i].hints & GALLEY_HTML_HINT_TITLE) == 0) ||
          self->features[i].length > MAX_LEAD_WEIGHT)
        continue;
      words = galley_html_tree_dup_words (tree, i);
      if (galley_html_title_agrees (title, words))
        set_part (self, i, GALLEY_HTML_PART_NOTHING);
    }
  if (self->metadata->heading != 0)
    set_part (self, self->metadata->heading, GALLEY_HTML_PART_TITLE);
}

/* Whether the node is an element of the body with a whole sentence. A title may be one and is no
 * paragraph. */
static gboolean
has_paragraph (Head *self, guint node)
{
  const GalleyHtmlTree *tree = self->tree;
  guint heading = self->metadata->heading, n_prose = self->features[node].n_prose;

  if (heading != 0 && node >= heading && node < tree->nodes[heading].end)
    return FALSE;
  if (heading > node && heading < tree->nodes[node].end)
    n_prose -= self->features[heading].n_prose;

  return is_seen (self, node) && self->parts[node] == GALLEY_HTML_PART_BODY && n_prose > 0;
}

/* The first node of the body that has a whole sentence, or the number of nodes. */
static guint
find_first_paragraph (Head *self, guint start)
{
  for (guint i = start; i < self->tree->n_nodes; i++)
    if (has_paragraph (self, i))
      {
        guint inner = i + 1;

        /* Down to the block itself. */
        while (inner < self->tree->nodes[i].end && !has_paragraph (self, inner))
          inner++;
        if (inner == self->tree->nodes[i].end)
          return i;
      }

  return self->tree->n_nodes;
}

/* The last text of the body that has a whole sentence, or 0. */
static guint
find_last_sentence (Head *self)
{
  guint i = self->tree->n_nodes;

  while (i-- > 1)
    if (self->tree->nodes[i].text == NULL && self->parts[i] == GALLEY_HTML_PART_BODY &&
        self->features[i].n_prose > 0)
      return i;

  return 0;
}

static guint
find_next_paragraph (Head *self, guint paragraph)
{
  return paragraph < self->tree->n_nodes
             ? find_first_paragraph (self, self->tree->nodes[paragraph].end)
             : paragraph;
}

/* The last node of the body, or 0. */
static guint
find_last_of_body (Head *self)
{
  guint i = self->tree->n_nodes;

  while (i-- > 1)
    if (self->parts[i] == GALLEY_HTML_PART_BODY)
      return i;

  return 0;
}

/* Whether the page gives the words of the element as its description, whole or cut off. */
static gboolean
is_description (Head *self, guint node)
{
  const char *description = self->metadata->description;
  g_autofree char *words = NULL;
  g_autofree char *folded = NULL;

  if (description == NULL || strlen (description) < MIN_DESCRIPTION_BYTES ||
      galley_html_tag_get_display (self->tree->nodes[node].tag) != GALLEY_HTML_BLOCK)
    return FALSE;

  words = galley_html_tree_dup_words (self->tree, node);
  folded = galley_html_fold (words);
  return g_str_has_prefix (folded, description) ||
         (strlen (folded) >= MIN_DESCRIPTION_BYTES && g_str_has_prefix (description, folded));
}

/* Whether the element is in one that is a picture with its caption, or that says who wrote the
 * article and does not hold its title. */
static gboolean
is_in_other_box (Head *self, guint node)
{
  const GalleyHtmlTree *tree = self->tree;
  guint heading = self->metadata->heading;

  for (guint i = tree->nodes[node].parent; i > 0; i = tree->nodes[i].parent)
    if (tree->nodes[i].tag == GUMBO_TAG_FIGURE ||
        (self->features[i].hints & GALLEY_HTML_HINT_CAPTION) != 0 ||
        ((self->features[i].hints & GALLEY_HTML_HINT_BYLINE) != 0 &&
         (heading < i || heading >= tree->nodes[i].end)))
      return TRUE;

  return FALSE;
}

/* Whether the words of the element are one block, and not those of a picture. */
static gboolean
is_one_block (Head *self, guint node)
{
  const GalleyHtmlTree *tree = self->tree;

  for (guint i = node; i < tree->nodes[node].end; i++)
    if (is_seen (self, i) &&
        (tree->nodes[i].tag == GUMBO_TAG_FIGURE ||
         (galley_html_tag_get_display (tree->nodes[i].tag) == GALLEY_HTML_BLOCK &&
          self->features[i].length < self->features[node].length)))
      return FALSE;

  return TRUE;
}

static gboolean
may_be_lead (Head *self, guint node)
{
  const GalleyHtmlFeatures *f = &self->features[node];

  return is_seen (self, node) && f->length >= MIN_LEAD_WEIGHT && f->length <= MAX_LEAD_WEIGHT &&
         f->linked * 3 < f->length && f->n_prose <= 2 && !f->is_hidden &&
         (f->hints &
          (GALLEY_HTML_HINT_ASIDE | GALLEY_HTML_HINT_BYLINE | GALLEY_HTML_HINT_CAPTION)) == 0 &&
         self->parts[node] != GALLEY_HTML_PART_TITLE && is_one_block (self, node) &&
         !is_in_other_box (self, node);
}

/* A point in time by itself in what parts the page into areas, in no line of sentences. */
static gboolean
is_loose_time (Head *self, guint node)
{
  const GalleyHtmlTree *tree = self->tree;

  return is_seen (self, node) && tree->nodes[node].tag == GUMBO_TAG_TIME &&
         self->features[node].length <= GALLEY_HTML_MAX_CREDIT_WEIGHT &&
         self->features[node].n_prose == 0 &&
         galley_html_tag_is_container (tree->nodes[tree->nodes[node].parent].tag);
}

/* A paragraph that stands in the head of the article with the title, away from the text: sentences,
 * or a line next to the title. */
static gboolean
is_head_paragraph (Head *self, guint node, gboolean is_next)
{
  const GalleyHtmlNode *nodes = self->tree->nodes;

  return nodes[node].tag == GUMBO_TAG_P &&
         (self->features[node].prose > 0 ||
          (is_next && self->features[node].linked == 0 &&
           self->features[node].length >= MIN_HEADING_LEAD_WEIGHT)) &&
         self->parts[node] == GALLEY_HTML_PART_OMITTED &&
         !galley_html_credit_line_is_one (self->tree, self->features, node, self->metadata,
                                          GALLEY_HTML_ZONE_HEAD) &&
         nodes[node].parent == nodes[self->metadata->heading].parent;
}

/* Whether an element is a line that is no sentence and not what a picture shows. */
static gboolean
is_label (Head *self, guint node)
{
  g_autofree char *words = NULL;

  if (!is_seen (self, node) || self->features[node].prose > 0 ||
      self->features[node].length > MAX_LABEL_WEIGHT ||
      self->parts[node] != GALLEY_HTML_PART_BODY || !is_one_block (self, node) ||
      (self->features[node].hints & GALLEY_HTML_HINT_CAPTION) != 0 ||
      is_in_other_box (self, node) ||
      galley_html_tag_get_display (self->tree->nodes[node].tag) != GALLEY_HTML_BLOCK)
    return FALSE;

  words = galley_html_tree_dup_words (self->tree, node);
  return strchr (".!?", words[strlen (words) - 1]) == NULL;
}

/* What stands above the title says what kind of article comes, or where it is filed, unless there
 * are sentences, too: then more than one thing is on the page. */
static void
settle_labels (Head *self)
{
  const GalleyHtmlTree *tree = self->tree;
  guint heading = self->metadata->heading;

  if (heading == 0 || find_first_paragraph (self, 0) < heading)
    return;

  for (guint i = 1; i < heading; i++)
    if (tree->nodes[i].end <= heading && is_label (self, i))
      set_part (self, i, GALLEY_HTML_PART_OMITTED);
}

/* The lead stands between the title and the first paragraph, or is that paragraph. It is called so,
 * or is the description of the page, or the heading next to the title, or a paragraph beside it. */
static void
settle_lead (Head *self)
{
  const GalleyHtmlTree *tree = self->tree;
  guint title = self->metadata->heading, first;
  gboolean is_next = TRUE; /* whether no words came between the title and here */

  if (title == 0)
    return;

  first = find_first_paragraph (self, tree->nodes[title].end);
  if (first == tree->n_nodes)
    first = find_last_of_body (self);
  for (guint i = tree->nodes[title].end; i < tree->n_nodes && i <= first; i++)
    {
      if (galley_html_tag_get_display (tree->nodes[i].tag) == GALLEY_HTML_UNSEEN)
        i = tree->nodes[i].end - 1;
      else if (may_be_lead (self, i) && ((self->features[i].hints & GALLEY_HTML_HINT_LEAD) != 0 ||
                                         is_description (self, i) ||
                                         (is_next && tree->nodes[i].tag == GUMBO_TAG_H2 &&
                                          self->features[i].length >= MIN_HEADING_LEAD_WEIGHT) ||
                                         is_head_paragraph (self, i, is_next)))
        {
          set_part (self, i, GALLEY_HTML_PART_LEAD);
          return;
        }
      else if (tree->nodes[i].text != NULL && self->features[i].length > 0)
        is_next = FALSE;
    }
}

/* Dates and numbers in a table of data are what the article says. */
static void
settle_credits (Head *self)
{
  const GalleyHtmlTree *tree = self->tree;
  guint first = find_first_paragraph (self, 0), second = find_next_paragraph (self, first);
  guint last = find_last_sentence (self);

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      if (self->parts[i] != GALLEY_HTML_PART_BODY)
        continue;
      if (tree->nodes[i].tag == GUMBO_TAG_TABLE &&
          (galley_html_table_says_so (tree, i) ||
           (self->features[i].n_prose == 0 && galley_html_table_is_data (tree, i))))
        i = tree->nodes[i].end - 1;
      else if (galley_html_credit_line_is_one (tree, self->features, i, self->metadata,
                                               i <= first   ? GALLEY_HTML_ZONE_HEAD
                                               : i < second ? GALLEY_HTML_ZONE_LEAD
                                               : i < last   ? GALLEY_HTML_ZONE_TEXT
                                                            : GALLEY_HTML_ZONE_END) ||
               (i < second && is_loose_time (self, i)))
        {
          set_part (self, i, GALLEY_HTML_PART_OMITTED);
          if (i == first)
            {
              first = find_first_paragraph (self, tree->nodes[i].end);
              second = find_next_paragraph (self, first);
            }
          i = tree->nodes[i].end - 1;
        }
    }
}

/* A heading whose section was left out goes with it, unless it is one that may well be empty, or is
 * a paragraph that is but set as a heading. */
static void
settle_heading (Head *self, guint heading)
{
  g_autofree char *words = galley_html_tree_dup_words (self->tree, heading);

  if (self->features[heading].n_prose == 0 && !galley_phrases_names_section (words))
    set_part (self, heading, GALLEY_HTML_PART_OMITTED);
}

static void
settle_headings (Head *self)
{
  const GalleyHtmlTree *tree = self->tree;
  guint heading = 0;
  gboolean has_body = FALSE, has_omitted = FALSE;

  for (guint i = 0; i <= tree->n_nodes; i++)
    {
      guint level = i < tree->n_nodes && self->parts[i] == GALLEY_HTML_PART_BODY &&
                            self->features[i].length > 0
                        ? galley_html_tag_get_heading_level (tree->nodes[i].tag)
                        : 0;

      if (i == tree->n_nodes || level > 0)
        {
          if (heading != 0 && !has_body && has_omitted &&
              (i == tree->n_nodes ||
               level <= galley_html_tag_get_heading_level (tree->nodes[heading].tag)))
            settle_heading (self, heading);
          if (i == tree->n_nodes)
            return;
          heading = i;
          has_body = has_omitted = FALSE;
          i = tree->nodes[i].end - 1;
        }
      else if (self->features[i].is_hidden)
        i = tree->nodes[i].end - 1;
      else if (tree->nodes[i].text != NULL && self->features[i].length > 0)
        {
          has_body |= self->parts[i] == GALLEY_HTML_PART_BODY;
          has_omitted |= self->parts[i] == GALLEY_HTML_PART_OMITTED;
        }
    }
}

/* Whether an element is a way to change the page, between brackets: "[edit]". */
static gboolean
asks_to_edit (Head *self, guint node)
{
  const GalleyHtmlNode *nodes = self->tree->nodes;
  g_autofree char *words = NULL;
  gboolean is_way = FALSE;

  if (nodes[node].text != NULL || self->features[node].n_links == 0 ||
      self->features[node].length > MAX_EDIT_WEIGHT || nodes[node].end - node > MAX_EDIT_NODES)
    return FALSE;
  for (guint i = node; i < nodes[node].end; i++)
    {
      const char *target = nodes[i].text == NULL && nodes[i].tag == GUMBO_TAG_A
                               ? galley_html_tree_get_attribute (self->tree, i, "href")
                               : NULL;

      is_way |= target != NULL && target[0] != '#' && strstr (target, "edit") != NULL;
    }
  if (!is_way)
    return FALSE;

  words = galley_html_tree_dup_words (self->tree, node);
  return words[0] == '[' && g_str_has_suffix (words, "]");
}

static void
settle_edits (Head *self)
{
  const GalleyHtmlTree *tree = self->tree;

  for (guint i = 1; i < tree->n_nodes; i++)
    {
      if (self->parts[i] != GALLEY_HTML_PART_BODY ||
          galley_html_tag_get_heading_level (tree->nodes[i].tag) == 0)
        continue;
      for (guint k = i + 1; k < tree->nodes[i].end; k++)
        if (asks_to_edit (self, k))
          set_part (self, k, GALLEY_HTML_PART_OMITTED);
    }
}

/* The last block of the body that has words, or 0. */
static guint
find_last_line (Head *self)
{
  const GalleyHtmlTree *tree = self->tree;
  guint last = tree->n_nodes - 1;

  while (last > 0 && (tree->nodes[last].text == NULL || self->features[last].length == 0 ||
                      self->parts[last] != GALLEY_HTML_PART_BODY))
    last--;
  while (last > 0 && (tree->nodes[last].text != NULL ||
                      galley_html_tag_get_display (tree->nodes[last].tag) != GALLEY_HTML_BLOCK))
    last = tree->nodes[last].parent;

  return last;
}

/* A line that ends in a colon announces what comes next to it. If that was left out, and the
 * article ends there, the line goes with it. */
static void
settle_last_line (Head *self)
{
  const GalleyHtmlNode *nodes = self->tree->nodes;
  guint last = find_last_line (self), next = nodes[last].end;
  g_autofree char *words = NULL;

  if (last == 0 || self->parts[last] != GALLEY_HTML_PART_BODY ||
      self->features[last].length > MAX_LABEL_WEIGHT)
    return;

  words = galley_html_tree_dup_words (self->tree, last);
  while (next < nodes[nodes[last].parent].end && self->features[next].length == 0)
    next = nodes[next].end;
  if (g_str_has_suffix (words, ":") && next < nodes[nodes[last].parent].end)
    set_part (self, last, GALLEY_HTML_PART_OMITTED);
}

/**
 * galley_html_head_settle:
 * @tree: a page
 * @features: what is known of its nodes
 * @metadata: what the page states
 * @parts: (inout): for each node, what it is so far
 *
 * Finds title and lead, and takes credits and headings of nothing out of the body.
 */
void
galley_html_head_settle (const GalleyHtmlTree *tree,
                         const GalleyHtmlFeatures *features,
                         const GalleyHtmlMetadata *metadata,
                         guint8 *parts)
{
  Head self = { .tree = tree, .features = features, .metadata = metadata, .parts = parts };

  settle_credits (&self);
  galley_html_author_settle (tree, features, metadata, parts);
  settle_title (&self);
  settle_labels (&self);
  settle_lead (&self);
  settle_headings (&self);
  settle_edits (&self);
  settle_last_line (&self);
}
