/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-runs.h"

#include "galley-html-blocks.h"
#include "galley-html-lines.h"
#include "galley-html-tags.h"
#include "galley-html-words.h"
#include "galley-phrases.h"

/* Many pages part the paragraphs of an article with empty lines, in no element of their own, or set
 * words between elements that have none. What interrupts such an article is such a paragraph: a run
 * of text nodes from one border to the next. A run that is all of a block is the business of
 * galley_html_prune(). */

#define MAX_RUN_WEIGHT 200
#define MIN_LINK_WEIGHT 16
#define MAX_LABEL_WEIGHT 30
#define MAX_RUN_NODES 200

typedef struct
{
  const GalleyHtmlTree *tree;
  const GalleyHtmlFeatures *features;
  guint8 *parts;
  guint start; /* its first text, or 0 */
  guint last;  /* its last */
  guint weight;
  guint linked;
  guint label;         /* what comes before its first link */
  guint after;         /* what comes after it, that is in none */
  guint block;         /* that it stands in */
  gboolean has_break;  /* whether an empty line is at one of its ends */
  gboolean in_sources; /* whether it is in a section of sources */
} Run;

static char *
dup_words (const Run *self, gboolean only_label)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = self->start; i <= self->last; i++)
    {
      if (self->tree->nodes[i].text == NULL)
        continue;
      if (only_label && self->features[i].linked > 0)
        break;
      g_string_append (words, self->tree->nodes[i].text);
    }

  return galley_html_squeeze (words->str);
}

/* Whether the run stands loose between elements of an area of the page. */
static gboolean
is_loose (const Run *self)
{
  return galley_html_tag_is_container (self->tree->nodes[self->block].tag) &&
         self->features[self->block].length > self->weight;
}

static gboolean
is_interruption (const Run *self)
{
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;

  if ((!self->has_break && !is_loose (self)) || self->weight == 0 ||
      self->weight > MAX_RUN_WEIGHT || self->last - self->start > MAX_RUN_NODES)
    return FALSE;
  words = dup_words (self, /* only_label= */ FALSE);
  if (self->linked >= MIN_LINK_WEIGHT && !self->in_sources)
    {
      if (galley_html_lines_is_linked (self->tree, self->features, self->start, self->last + 1))
        return TRUE;
      label = dup_words (self, /* only_label= */ TRUE);
      if (self->label <= MAX_LABEL_WEIGHT && self->after <= 3 &&
          galley_html_lines_points (label, words))
        return TRUE;
    }

  return galley_phrases_is_boilerplate (words) || galley_html_lines_advertises (words) ||
         galley_html_lines_reserves (words) ||
         (self->linked > 0 && galley_html_lines_promotes (words));
}

static void
end_run (Run *self, gboolean at_break)
{
  self->has_break |= at_break;
  if (self->start != 0 && is_interruption (self))
    for (guint i = self->start; i <= self->last; i++)
      if (self->tree->nodes[i].text != NULL)
        self->parts[i] = GALLEY_HTML_PART_OMITTED;

  self->start = self->last = self->weight = self->linked = self->label = self->after = 0;
  self->has_break = at_break;
}

static void
add_text (Run *self, guint block, guint node)
{
  const GalleyHtmlFeatures *f = &self->features[node];

  if (f->length == 0 || self->parts[node] != GALLEY_HTML_PART_BODY)
    return;
  if (self->start == 0)
    {
      self->start = node;
      self->block = block;
    }
  self->last = node;
  self->weight += f->length;
  self->linked += f->linked;
  if (f->linked > 0)
    self->after = 0;
  else if (self->linked == 0)
    self->label += f->length;
  else
    self->after += f->length;
}

static void
look_at_heading (Run *self, guint node)
{
  g_autofree char *words = NULL;

  if (self->features[node].length > MAX_RUN_WEIGHT)
    return;

  words = galley_html_tree_dup_words (self->tree, node);
  self->in_sources = galley_phrases_names_section (words);
}

/**
 * galley_html_runs_prune:
 * @parts: (inout): for each node; what interrupts the article becomes %GALLEY_HTML_PART_OMITTED
 *
 * Leaves out lines between paragraphs that are parted by nothing but empty lines.
 */
void
galley_html_runs_prune (const GalleyHtmlTree *tree,
                        const GalleyHtmlFeatures *features,
                        guint8 *parts)
{
  Run run = { .tree = tree, .features = features, .parts = parts };
  guint block = 0; /* that is open */
  gboolean after_break = FALSE;

  for (guint i = 1; i < tree->n_nodes; i++)
    {
      const GalleyHtmlNode *node = &tree->nodes[i];

      while (i >= tree->nodes[block].end)
        {
          end_run (&run, FALSE);
          do
            block = tree->nodes[block].parent;
          while (galley_html_tag_get_display (tree->nodes[block].tag) != GALLEY_HTML_BLOCK);
        }
      if (node->text != NULL)
        {
          add_text (&run, block, i);
          after_break &= features[i].length == 0;
          continue;
        }
      if (galley_html_tag_get_display (node->tag) == GALLEY_HTML_BLOCK)
        {
          end_run (&run, node->tag == GUMBO_TAG_HR);
          block = i;
          if (galley_html_tag_get_heading_level (node->tag) > 0)
            look_at_heading (&run, i);
        }
      else if (node->tag == GUMBO_TAG_BR && after_break)
        end_run (&run, TRUE);
      else if (galley_html_tag_get_display (node->tag) == GALLEY_HTML_UNSEEN)
        i = node->end - 1;
      after_break = node->tag == GUMBO_TAG_BR;
    }
  end_run (&run, FALSE);
}
