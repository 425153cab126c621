/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-prune.h"

#include "galley-html-boxes.h"
#include "galley-html-lines.h"
#include "galley-html-lists.h"
#include "galley-html-rest.h"
#include "galley-html-runs.h"
#include "galley-html-table.h"
#include "galley-html-tags.h"
#include "galley-phrases.h"

#include <string.h>

/* What interrupts an article or stands around it, by what it is (nav, a form), by what it is
 * called, and by how it looks: links and hardly a sentence. A name alone never removes what holds a
 * good part of the sentences, since names are often wrong. */

#define MAX_ASIDE_PART 3     /* a third of the sentences, at most, is in what is called an aside */
#define MIN_PROSE_LEFT 2     /* paragraphs beside what is an aside, however large it is */
#define MAX_PROSE_OF_REPLY 4 /* paragraphs */
#define MAX_STRAY_LINE 160
#define MAX_RIGHTS_LENGTH 2000
#define MIN_PROSE_OF_PART 3 /* paragraphs for each heading or picture of an article */
#define MAX_LABEL_LENGTH 60
#define MAX_LABEL_NODES 20
#define MAX_LINE_NODES 1000    /* in a line */
#define MAX_FORMULA_NODES 2000 /* of what shows a formula, before what says it */
#define MIN_MENU_LINKS 3
#define MIN_LINKED_LINE 16
#define MAX_LINKED_LINE 200
#define MIN_LINKED_SENTENCE 80
#define MAX_FILM_LEVELS 4    /* from a line up to what is called a film */
#define MAX_BIOGRAPHY_PART 8 /* an eighth of the sentences */
#define MIN_LINKED_PERCENT                                                                         \
  60 /* of a line below a label, which may name the place beside the link */

/* Whether a name counts: of a part of a line it says how the part looks, but for what is only read
 * out. */
static gboolean
stands_apart (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  guint parent = tree->nodes[node].parent;

  return galley_html_tag_get_display (tree->nodes[node].tag) == GALLEY_HTML_BLOCK ||
         tree->nodes[node].tag == GUMBO_TAG_UNKNOWN ||
         (features[node].hints & GALLEY_HTML_HINT_HIDDEN) != 0 ||
         features[node].length * 5 >= features[parent].length * 4;
}

/* What is laid over a page to have its readers agree with what becomes of their data: the smallest
 * element with sentences about that and a button that says yes, if half of its sentences are. */
static gboolean
is_notice (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  const GalleyHtmlFeatures *f = &features[node];

  if (f->n_notices == 0 || f->n_agreements == 0 || f->n_notices * 2 < f->n_prose ||
      f->n_prose >= features[0].n_prose || (f->hints & GALLEY_HTML_HINT_BODY) != 0)
    return FALSE;

  for (guint i = node + 1; i < tree->nodes[node].end; i = tree->nodes[i].end)
    if (features[i].n_notices > 0 && features[i].n_agreements > 0)
      return FALSE;

  return TRUE;
}

/* What one reader wrote below the article, or a thread of them: it can be answered, and stands
 * beside others in the smallest element that holds all that can. */
static gboolean
is_talk (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  const GalleyHtmlFeatures *f = &features[node];

  return f->n_replies > 0 && f->n_replies < features[0].n_replies &&
         features[tree->nodes[node].parent].n_replies == features[0].n_replies &&
         f->n_replies * MAX_PROSE_OF_REPLY >= f->n_prose && f->n_h1 == 0 &&
         f->n_prose + MIN_PROSE_LEFT <= features[0].n_prose;
}

/* Whether what is laid over a page has something to be pressed or filled in, or says what becomes
 * of its readers' data; else it may be called so for how it is opened. */
static gboolean
asks_something (const GalleyHtmlFeatures *f)
{
  return f->n_notices + f->n_agreements + f->n_buttons + f->n_controls + f->n_joins > 0;
}

/* Whether an element that is called a comment is the only one, made of paragraphs that nobody is to
 * answer: then it is the newspaper's. */
static gboolean
is_opinion (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  const GalleyHtmlFeatures *f = &features[node];

  if (f->n_prose < MIN_PROSE_LEFT || f->prose * 2 < f->length || f->n_replies + f->n_controls > 0)
    return FALSE;
  for (guint i = 1; i < tree->n_nodes; i++)
    {
      if (i == node)
        i = tree->nodes[i].end - 1;
      else if ((features[i].hints & GALLEY_HTML_HINT_COMMENT) != 0 && features[i].prose > 0 &&
               (i > node || tree->nodes[i].end <= node))
        return FALSE;
    }

  return TRUE;
}

/* Whether an element is called what readers wrote, and @is_most of the sentences are not in it or
 * it is no opinion of the newspaper. */
static gboolean
is_called_comments (const GalleyHtmlTree *tree,
                    const GalleyHtmlFeatures *features,
                    guint node,
                    gboolean is_most)
{
  guint hints = features[node].hints;

  return (hints & GALLEY_HTML_HINT_COMMENTS) != 0 ||
         ((hints & GALLEY_HTML_HINT_COMMENT) != 0 &&
          !(is_most && is_opinion (tree, features, node)));
}

/**
 * galley_html_prune_is_outside:
 * @mass: for each node, sentences that may be the article's
 * @heading: index of the article's title, or 0
 * @node: index of an element
 *
 * Returns: whether the element can be no article, nor hold one
 */
gboolean
galley_html_prune_is_outside (const GalleyHtmlTree *tree,
                              const GalleyHtmlFeatures *features,
                              const guint *mass,
                              guint heading,
                              guint node)
{
  const GalleyHtmlFeatures *f = &features[node];
  gboolean is_elsewhere = heading != 0 && (heading < node || heading >= tree->nodes[node].end);

  switch (tree->nodes[node].tag)
    {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
      return mass[node] * 2 <= mass[0] ||
             (is_elsewhere && f->n_prose + MIN_PROSE_LEFT <= features[0].n_prose);
    case GUMBO_TAG_BUTTON:
      return TRUE;
    default:
      break;
    }

  if (is_elsewhere && (is_notice (tree, features, node) || is_talk (tree, features, node)))
    return TRUE;
  if (f->is_hidden && f->prose * 5 <= features[0].prose * 4)
    return TRUE;
  if (!stands_apart (tree, features, node))
    return FALSE;
  if ((f->hints & GALLEY_HTML_HINT_BODY) == 0 &&
      is_called_comments (tree, features, node, mass[node] * 2 > mass[0]))
    return f->prose < features[0].prose;
  if ((f->hints & GALLEY_HTML_HINT_NOTICE) != 0 && is_elsewhere &&
      (mass[node] * 2 <= mass[0] || asks_something (f)))
    return f->n_prose < features[0].n_prose;
  /* Teasers count for less than they hold. */
  return (f->hints & (GALLEY_HTML_HINT_ASIDE | GALLEY_HTML_HINT_HIDDEN)) != 0 &&
         (f->hints & GALLEY_HTML_HINT_BODY) == 0 &&
         (mass[node] * MAX_ASIDE_PART <= mass[0] || (is_elsewhere && mass[node] * 2 <= f->mass));
}

static gboolean
is_within (const GalleyHtmlTree *tree, guint node, GumboTag tag)
{
  for (guint i = tree->nodes[node].parent; i > 0; i = tree->nodes[i].parent)
    if (tree->nodes[i].tag == tag)
      return TRUE;

  return FALSE;
}

/* A cell of a table that only places things, with nothing but links in it. */
static gboolean
is_menu_cell (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  const GalleyHtmlFeatures *f = &features[node];
  guint table = node;

  if (tree->nodes[node].tag != GUMBO_TAG_TD || f->n_links < MIN_MENU_LINKS ||
      f->listed * 10 < f->length * 9)
    return FALSE;
  while (table > 0 && tree->nodes[table].tag != GUMBO_TAG_TABLE)
    table = tree->nodes[table].parent;

  return table == 0 || !galley_html_table_is_data (tree, table);
}

/* A paragraph that is nothing but a link to another page. A headline is shorter than a sentence, or
 * has no full stop. */
static gboolean
is_linked_line (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  const GalleyHtmlFeatures *f = &features[node];
  g_autofree char *words = NULL;

  if (tree->nodes[node].tag != GUMBO_TAG_P || f->n_links == 0 || f->length < MIN_LINKED_LINE ||
      f->length > MAX_LINKED_LINE || f->linked * 2 < f->length ||
      !galley_html_lines_is_linked (tree, features, node, tree->nodes[node].end))
    return FALSE;
  if (f->length < MIN_LINKED_SENTENCE)
    return TRUE;

  words = galley_html_tree_dup_words (tree, node);
  return !g_str_has_suffix (words, ".");
}

/* Who wrote the article, in some sentences. */
static gboolean
is_biography (const GalleyHtmlTree *tree,
              const GalleyHtmlFeatures *features,
              guint body,
              guint node)
{
  const char *property = NULL;

  if (features[node].n_prose == 0 ||
      !galley_html_features_is_small_part (features, node, body, MAX_BIOGRAPHY_PART))
    return FALSE;
  if ((features[node].hints & GALLEY_HTML_HINT_BYLINE) != 0)
    return TRUE;

  property = galley_html_tree_get_attribute (tree, node, "itemprop");
  return property != NULL && strcmp (property, "author") == 0;
}

/* Whether no block is within an element that has words. */
static gboolean
is_one_line (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  for (guint i = node + 1; i < tree->nodes[node].end; i++)
    if (features[i].length > 0 &&
        galley_html_tag_get_display (tree->nodes[i].tag) == GALLEY_HTML_BLOCK)
      return FALSE;

  return TRUE;
}

/* Whose the article is, in a line or a paragraph. */
static gboolean
is_line_of_rights (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  g_autofree char *words = NULL;
  gboolean may_reserve = FALSE;

  if (features[node].length == 0 || features[node].length > MAX_RIGHTS_LENGTH ||
      tree->nodes[node].end - node > MAX_LINE_NODES ||
      galley_html_tag_get_display (tree->nodes[node].tag) != GALLEY_HTML_BLOCK ||
      !is_one_line (tree, features, node))
    return FALSE;
  for (guint i = node; i < tree->nodes[node].end && !may_reserve; i++)
    may_reserve =
        tree->nodes[i].text != NULL && galley_html_lines_may_reserve (tree->nodes[i].text);
  if (!may_reserve)
    return FALSE;

  words = galley_html_tree_dup_words (tree, node);
  return galley_html_lines_reserves (words);
}

/* Whether an element is called a film, or is in one that is. */
static gboolean
is_in_film (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  guint level = 0;

  for (guint i = node; i > 0 && level <= MAX_FILM_LEVELS; i = tree->nodes[i].parent, level++)
    if ((features[i].hints & GALLEY_HTML_HINT_FILM) != 0)
      return TRUE;

  return FALSE;
}

/* A line that pages put into articles ("Advertisement"), by itself. */
static gboolean
is_stray_line (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  g_autofree char *words = NULL;

  if (galley_html_tag_get_display (tree->nodes[node].tag) != GALLEY_HTML_BLOCK ||
      features[node].length == 0 || features[node].length > MAX_STRAY_LINE ||
      tree->nodes[node].end - node > MAX_LINE_NODES)
    return FALSE;
  if ((tree->nodes[node].tag != GUMBO_TAG_LI &&
       galley_html_lines_is_pointer (tree, features, node)) ||
      galley_html_lines_leads_on (tree, features, node) ||
      galley_html_lines_files (tree, features, node) ||
      galley_html_lines_shares (tree, features, node))
    return TRUE;

  words = galley_html_tree_dup_words (tree, node);
  return galley_phrases_is_boilerplate (words) || galley_phrases_is_end_mark (words) ||
         galley_html_lines_advertises (words) || galley_html_lines_is_wall (words) ||
         (features[node].n_prose == 0 && galley_html_lines_ends_in_duration (words) &&
          is_in_film (tree, features, node)) ||
         (features[node].n_links > 0 && galley_html_lines_pages (words)) ||
         (features[node].linked == features[node].length && galley_html_lines_has_arrow (words));
}

/* Whether all words of an element are a formula, which is set by a program that has names of its
 * own for what is around it. */
static gboolean
is_formula (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  guint end = MIN (tree->nodes[node].end, node + MAX_FORMULA_NODES);

  for (guint i = node; i < end; i++)
    if (tree->nodes[i].tag == GUMBO_TAG_MATH)
      return features[i].length == features[node].length;

  return FALSE;
}

/* Whether an element is made of paragraphs and hardly anything else, as an article is, and no
 * gallery, of which each part has a picture or a heading. */
static gboolean
is_plain (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  const GalleyHtmlFeatures *f = &features[node];
  guint n_parts = 0;

  if (f->n_prose < MIN_PROSE_LEFT || f->prose * 2 < f->length || f->linked * 5 > f->length ||
      f->n_teasers + f->n_controls + f->n_buttons + f->n_replies + f->n_notices > 0)
    return FALSE;
  for (guint i = node; i < tree->nodes[node].end; i++)
    n_parts += tree->nodes[i].tag == GUMBO_TAG_IMG ||
               galley_html_tag_get_heading_level (tree->nodes[i].tag) > 0;

  return n_parts * MIN_PROSE_OF_PART <= f->n_prose;
}

/* What elements are by themselves, and what they are called. */
static gboolean
is_named_interruption (const GalleyHtmlTree *tree,
                       const GalleyHtmlFeatures *features,
                       guint body,
                       const guint8 *parts,
                       guint node)
{
  const GalleyHtmlFeatures *f = &features[node];

  if (f->length == 0)
    return FALSE;

  switch (tree->nodes[node].tag)
    {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_BUTTON:
      return TRUE;
    case GUMBO_TAG_FOOTER: /* that of a quotation says who is quoted */
      return galley_html_features_is_small_part (features, node, body, 2) &&
             !is_within (tree, node, GUMBO_TAG_BLOCKQUOTE);
    case GUMBO_TAG_ASIDE:
      return galley_html_features_is_small_part (features, node, body, 2);
    default:
      break;
    }

  if (is_talk (tree, features, node) ||
      (is_notice (tree, features, node) &&
       galley_html_features_is_small_part (features, node, body, MAX_ASIDE_PART)))
    return TRUE;
  if (f->is_hidden)
    return f->prose * 5 <= features[body].prose * 4 &&
           !galley_html_rest_is_there (tree, features, parts, node);
  if (f->is_placed && f->prose == 0)
    return TRUE;
  if (!stands_apart (tree, features, node) || (f->hints & GALLEY_HTML_HINT_BODY) != 0)
    return FALSE;
  if (is_called_comments (tree, features, node, f->mass * 2 > features[body].mass))
    return TRUE;

  /* A gallery may well be longer than the article. */
  return (f->hints & (GALLEY_HTML_HINT_ASIDE | GALLEY_HTML_HINT_HIDDEN)) != 0 &&
         f->mass * 3 <= features[body].mass * 2 &&
         (galley_html_features_is_small_part (features, node, body, MAX_ASIDE_PART) ||
          !is_plain (tree, features, node)) &&
         !is_formula (tree, features, node);
}

static gboolean
is_interruption (const GalleyHtmlTree *tree,
                 const GalleyHtmlFeatures *features,
                 guint body,
                 const guint8 *parts,
                 guint node,
                 gboolean in_sources)
{
  if (features[node].length == 0)
    return FALSE;
  if (!in_sources && (galley_html_lists_is_of_links (tree, features, parts, node) ||
                      is_linked_line (tree, features, node)))
    return TRUE;

  return is_named_interruption (tree, features, body, parts, node) ||
         is_menu_cell (tree, features, node) || is_biography (tree, features, body, node) ||
         galley_html_lists_is_of_teasers (tree, features, body, node) ||
         galley_html_boxes_is_one (tree, features, body, node) ||
         is_stray_line (tree, features, node) || is_line_of_rights (tree, features, node);
}

/* Where the section of a heading ends that says to have links to other articles: at the next
 * heading of its rank beside it, or where the element ends that both are in. Returns @heading + 1
 * if it says no such thing, or the section holds too much for that. */
static guint
find_links_end (const GalleyHtmlTree *tree,
                const GalleyHtmlFeatures *features,
                guint body,
                guint heading)
{
  g_autofree char *words = NULL;
  guint level = galley_html_tag_get_heading_level (tree->nodes[heading].tag), mass = 0, i;

  if (features[heading].length == 0 || features[heading].length > MAX_LINKED_LINE)
    return heading + 1;
  words = galley_html_tree_dup_words (tree, heading);
  if (!galley_phrases_opens_links (words))
    return heading + 1;

  for (i = tree->nodes[heading].end; i < tree->nodes[tree->nodes[heading].parent].end;
       i = tree->nodes[i].end)
    {
      guint next = galley_html_tag_get_heading_level (tree->nodes[i].tag);

      if (next > 0 && next <= level)
        break;
      mass += features[i].mass;
    }

  return mass * MAX_ASIDE_PART <= features[body].mass ? i : heading + 1;
}

/* Where the links end below a line that says to have links to other articles. Returns @line + 1 if
 * it says no such thing, or none are there. */
static guint
find_label_end (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint line)
{
  const GalleyHtmlFeatures *f = &features[line];
  g_autofree char *words = NULL;
  guint end = line + 1;

  if (f->length == 0 || f->length > MAX_LABEL_LENGTH || f->n_prose > 0 || f->linked > 0 ||
      galley_html_tag_get_display (tree->nodes[line].tag) != GALLEY_HTML_BLOCK ||
      tree->nodes[line].end - line > MAX_LABEL_NODES)
    return line + 1;
  words = galley_html_tree_dup_words (tree, line);
  if (!galley_html_lines_is_label (words))
    return line + 1;

  for (guint i = tree->nodes[line].end; i < tree->nodes[tree->nodes[line].parent].end;
       i = tree->nodes[i].end)
    {
      if (features[i].length == 0)
        continue;
      if (features[i].n_links == 0 || features[i].n_prose > 0 ||
          features[i].linked * 100 < features[i].length * MIN_LINKED_PERCENT)
        break;
      end = tree->nodes[i].end;
    }

  return end;
}

/* Whether the links after a heading are what the article stands on, not where else to go. A heading
 * may name them with something else ("Sources & links"). */
static gboolean
names_sources (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint heading)
{
  g_autofree char *words = NULL;
  g_autofree char *first = NULL;

  if (features[heading].length > MAX_LINKED_LINE)
    return FALSE;

  words = galley_html_tree_dup_words (tree, heading);
  first = g_strndup (words, strcspn (words, "&/,"));
  g_strchomp (first);
  return galley_phrases_names_section (words) || galley_phrases_names_section (first);
}

/* Whether an element is a table of data, and not how the page lays out the article. */
static gboolean
holds_data (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint body, guint node)
{
  if (tree->nodes[node].tag != GUMBO_TAG_TABLE)
    return FALSE;

  return galley_html_table_says_so (tree, node) ||
         (galley_html_features_is_small_part (features, node, body, 2) &&
          galley_html_table_is_data (tree, node));
}

/**
 * galley_html_prune:
 * @body: index of the element that holds the article
 * @heading: index of the article's title, or 0; what holds it interrupts nothing
 * @parts: (inout): for each node; what interrupts the article becomes %GALLEY_HTML_PART_OMITTED
 */
void
galley_html_prune (const GalleyHtmlTree *tree,
                   const GalleyHtmlFeatures *features,
                   guint body,
                   guint heading,
                   guint8 *parts)
{
  gboolean in_sources = FALSE;
  guint end, data_end = 0; /* of the last table of data */

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      if (parts[i] == GALLEY_HTML_PART_OMITTED || tree->nodes[i].text != NULL || i == body)
        continue;
      end = i + 1;
      if (galley_html_tag_get_heading_level (tree->nodes[i].tag) > 0)
        {
          in_sources = names_sources (tree, features, i);
          end = find_links_end (tree, features, body, i);
        }
      if (end == i + 1)
        end = find_label_end (tree, features, i);
      if (end == i + 1 && (heading < i || heading >= tree->nodes[i].end) &&
          (i < data_end ? is_named_interruption (tree, features, body, parts, i)
                        : is_interruption (tree, features, body, parts, i, in_sources)))
        end = tree->nodes[i].end;
      /* A cell with nothing but a link, or "Share", is as good as any: without it the others say
       * nothing. */
      if (end == i + 1 && holds_data (tree, features, body, i))
        data_end = tree->nodes[i].end;
      if (end > i + 1)
        {
          for (guint k = i; k < end; k++)
            parts[k] = GALLEY_HTML_PART_OMITTED;
          i = end - 1;
        }
    }
  galley_html_boxes_prune_cards (tree, features, body, parts);
  galley_html_boxes_prune_copies (tree, features, parts);
  galley_html_runs_prune (tree, features, parts);
}
