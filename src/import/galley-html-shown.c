/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-shown.h"

#include "galley-credit-line.h"
#include "galley-date-line.h"
#include "galley-html-credit.h"
#include "galley-html-date.h"
#include "galley-html-table.h"
#include "galley-html-tags.h"
#include "galley-html-words.h"
#include "galley-line-look.h"
#include "galley-phrases.h"

#include <string.h>

/* What a page shows of who wrote its article and when it appeared. Markup may say it; where none
 * does, a line near the title may be nothing but a date or "By" and a name. */

#define LINE_END '\1' /* which no text holds */
#define MAX_LINES 8
#define MAX_LINE_WEIGHT 100
#define MAX_LINE_NODES 100
#define MAX_WEIGHT_BEFORE 150 /* of what stands above the title and belongs to it */
#define MAX_WEIGHT_AFTER 1500 /* below the title, as far as credits may stand */
#define MAX_PROSE_AFTER 2     /* paragraphs: a lead, and the first of the article */
#define MAX_LEVELS_ABOVE 3
#define MAX_PARTS 5
#define MAX_PICTURE_LEVELS 4 /* from a picture down to who took it */

static const char *const separators[] = { " | ", " • ", " · ", " / ", " – ", " — ", " - " };

static gboolean
has_property (const GalleyHtmlTree *tree, guint node, const char *property)
{
  const char *properties = galley_html_tree_get_attribute (tree, node, "itemprop");

  return properties != NULL && strstr (properties, property) != NULL;
}

/* Whether an element says who took a picture: it is within the picture, or is called so, or its
 * words say it. A picture that is called a byline shows the author. */
static gboolean
is_of_picture (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  static const char *const names[] = { "photo", "Photo", "image", "Image", "picture", "credit" };
  const char *class = galley_html_tree_get_attribute (tree, node, "class");
  g_autofree char *words = NULL;
  guint level = 0;

  for (guint i = 0; class != NULL && i < G_N_ELEMENTS (names); i++)
    if (strstr (class, names[i]) != NULL)
      return TRUE;
  for (guint i = node; i > 0 && level <= MAX_PICTURE_LEVELS; i = tree->nodes[i].parent, level++)
    {
      gboolean is_picture =
          tree->nodes[i].tag == GUMBO_TAG_FIGURE || tree->nodes[i].tag == GUMBO_TAG_FIGCAPTION;

      if (is_picture && (features[i].hints & GALLEY_HTML_HINT_BYLINE) == 0)
        return TRUE;
    }

  words = galley_html_tree_dup_words (tree, node);
  return galley_phrases_is_credit (words);
}

static void
read_marked_date (const GalleyHtmlTree *tree, guint node, GalleyHtmlMetadata *metadata)
{
  const char *time = galley_html_tree_get_attribute (tree, node, "datetime");

  const char *property = galley_html_tree_get_attribute (tree, node, "property");
  const char *class = galley_html_tree_get_attribute (tree, node, "class");

  /* Drupal writes the latter, in RDFa. */
  if (has_property (tree, node, "datePublished") ||
      (property != NULL &&
       (strstr (property, "dc:created") != NULL || strstr (property, "datePublished") != NULL)))
    galley_html_metadata_offer (metadata, GALLEY_METADATA_DATE,
                                galley_html_tree_get_attribute (tree, node, "content"));
  /* A microformat. */
  if (tree->nodes[node].tag == GUMBO_TAG_ABBR && class != NULL &&
      strstr (class, "published") != NULL)
    galley_html_metadata_offer (metadata, GALLEY_METADATA_DATE,
                                galley_html_tree_get_attribute (tree, node, "title"));
  if (time != NULL && (has_property (tree, node, "datePublished") ||
                       galley_html_tree_get_attribute (tree, node, "pubdate") != NULL))
    galley_html_metadata_offer (metadata, GALLEY_METADATA_DATE, time);
}

/**
 * galley_html_shown_read_marked:
 * @metadata: (inout): where it goes, unless something is there already
 *
 * Reads what the markup says to be the author and the date.
 */
void
galley_html_shown_read_marked (const GalleyHtmlTree *tree,
                               const GalleyHtmlFeatures *features,
                               GalleyHtmlMetadata *metadata)
{
  for (guint i = 1; i < tree->n_nodes; i++)
    {
      const char *relation;

      if (tree->nodes[i].text != NULL || tree->nodes[i].attributes->length == 0)
        continue;
      read_marked_date (tree, i, metadata);
      if (features[i].length == 0 || features[i].length > MAX_LINE_WEIGHT)
        continue;
      relation = galley_html_tree_get_attribute (tree, i, "rel");
      if ((has_property (tree, i, "author") ||
           (relation != NULL && g_ascii_strcasecmp (relation, "author") == 0)) &&
          !is_of_picture (tree, features, i))
        galley_html_credit_read (tree, features, i, metadata);
    }
}

/* Whether the words before a point in time say that it is when the article was changed. */
static gboolean
is_after_update (const GalleyHtmlTree *tree, guint node)
{
  const char *text = node > 0 ? tree->nodes[node - 1].text : NULL;
  g_autofree char *before = text != NULL ? galley_html_squeeze (text) : NULL;
  g_autofree char *time = before != NULL ? galley_html_tree_dup_words (tree, node) : NULL;
  g_autofree char *line = before != NULL ? g_strconcat (before, " ", time, NULL) : NULL;

  return line != NULL && galley_date_line_is_update (line);
}

/* Whether the element says when the article was changed. */
static gboolean
is_changed (const GalleyHtmlTree *tree, guint node)
{
  static const char *const names[] = { "class", "itemprop", "data-testid", "id" };

  if (tree->nodes[node].tag == GUMBO_TAG_TIME && is_after_update (tree, node))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = galley_html_tree_get_attribute (tree, node, names[i]);

      if (value != NULL && (strstr (value, "odif") != NULL || strstr (value, "pdat") != NULL))
        return TRUE;
    }

  return FALSE;
}

/* What stands in brackets after a date says when the article was changed. */
static char *
parse_date (const char *part)
{
  const char *bracket = strstr (part, " (");
  g_autofree char *bare = bracket != NULL ? g_strndup (part, bracket - part) : g_strdup (part);

  return galley_html_date_read_shown (bare);
}

static void
read_part (const char *part, GalleyHtmlMetadata *metadata)
{
  g_autofree char *date = parse_date (part);
  g_autofree char *byline = galley_line_look_find_byline (part);

  if (byline == NULL && date == NULL)
    galley_credit_line_split (part, &byline, &date);
  galley_html_metadata_offer (metadata, GALLEY_METADATA_DATE, date);
  galley_html_metadata_offer (metadata, GALLEY_METADATA_BYLINE, byline);
}

/* From one day to another is a time that something took. */
static gboolean
is_range (char **parts)
{
  g_autofree char *first = parts[0] != NULL ? galley_date_line_parse (parts[0]) : NULL;
  g_autofree char *second =
      first != NULL && parts[1] != NULL ? galley_date_line_parse (parts[1]) : NULL;

  return second != NULL;
}

static void
read_line (const char *line, GalleyHtmlMetadata *metadata)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (strstr (line, separators[i]) != NULL)
      {
        g_auto (GStrv) parts = g_strsplit (line, separators[i], MAX_PARTS);

        for (guint k = 0; parts[k] != NULL && !is_range (parts); k++)
          read_part (parts[k], metadata);
        return;
      }

  read_part (line, metadata);
}

/* Reads each line of an element, which breaks part. */
static void
read_lines (const GalleyHtmlTree *tree, guint node, GalleyHtmlMetadata *metadata)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  for (guint i = node; i < tree->nodes[node].end; i++)
    {
      if (tree->nodes[i].text != NULL)
        g_string_append (words, tree->nodes[i].text);
      else if (tree->nodes[i].tag == GUMBO_TAG_BR)
        g_string_append_c (words, LINE_END);
      else if (galley_html_tree_is_unsaid (tree, i))
        i = tree->nodes[i].end - 1;
    }

  lines = g_strsplit (words->str, (const char[]){ LINE_END, '\0' }, MAX_LINES);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = galley_html_squeeze (lines[i]);

      read_line (line, metadata);
    }
}

/* Whether an element has its words in blocks of its own, each of which is another line. */
static gboolean
has_blocks (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  for (guint i = node + 1; i < tree->nodes[node].end; i++)
    if (features[i].length > 0 && features[i].length < features[node].length &&
        galley_html_tag_get_display (tree->nodes[i].tag) == GALLEY_HTML_BLOCK)
      return TRUE;

  return FALSE;
}

/* Whether an element is a link to what else somebody wrote, and says who that is. */
static gboolean
is_link_to_author (const GalleyHtmlTree *tree, guint node)
{
  static const char *const places[] = {
    "/author/",       "/authors/", "/autor/",    "/autores/",    "/auteur/",      "/autoren/",
    "/autore/",       "/by/",      "/byline/",   "/columnist/",  "/columnists/",  "/contributor/",
    "/contributors/", "/editor/",  "/editors/",  "/journalist/", "/journalists/", "/people/",
    "/person/",       "/profile/", "/profiles/", "/reporter/",   "/reporters/",   "/staff/",
    "/writer/",       "/writers/"
  };
  const char *href = tree->nodes[node].tag == GUMBO_TAG_A
                         ? galley_html_tree_get_attribute (tree, node, "href")
                         : NULL;
  g_autofree char *words = href != NULL ? galley_html_tree_dup_words (tree, node) : NULL;

  if (words == NULL || !galley_line_look_is_name (words, strlen (words)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strstr (href, places[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Reads the names of those whose pages the links within the parent of @node lead to. */
static void
read_links_to_authors (const GalleyHtmlTree *tree, guint node, GalleyHtmlMetadata *metadata)
{
  guint parent = tree->nodes[node].parent;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = parent + 1; i < tree->nodes[parent].end && names->len <= MAX_LINE_WEIGHT;
       i = tree->nodes[i].end)
    if (is_link_to_author (tree, i))
      {
        g_autofree char *name = galley_html_tree_dup_words (tree, i);

        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
      }
  galley_html_metadata_offer (metadata, GALLEY_METADATA_BYLINE, names->str);
}

/* Whether a part of a line is between the blocks of an area of the page, and may be one. */
static gboolean
stands_apart (const GalleyHtmlTree *tree, guint node)
{
  return tree->nodes[node].tag == GUMBO_TAG_SPAN &&
         galley_html_tag_is_container (tree->nodes[tree->nodes[node].parent].tag);
}

static void
read_node (const GalleyHtmlTree *tree,
           const GalleyHtmlFeatures *features,
           guint node,
           GalleyHtmlMetadata *metadata)
{
  const GalleyHtmlNode *element = &tree->nodes[node];
  g_autofree char *line = NULL;

  if (element->tag == GUMBO_TAG_TIME && !is_changed (tree, node))
    galley_html_metadata_offer (metadata, GALLEY_METADATA_DATE,
                                galley_html_tree_get_attribute (tree, node, "datetime"));
  if (features[node].length == 0 || features[node].length > MAX_LINE_WEIGHT ||
      features[node].is_hidden || element->end - node > MAX_LINE_NODES)
    return;
  if (element->text == NULL && (features[node].hints & GALLEY_HTML_HINT_BYLINE) != 0 &&
      !is_of_picture (tree, features, node))
    galley_html_credit_read (tree, features, node, metadata);

  if (metadata->values[GALLEY_METADATA_BYLINE] == NULL && is_link_to_author (tree, node) &&
      !is_of_picture (tree, features, node))
    read_links_to_authors (tree, node, metadata);

  if (element->text == NULL && galley_html_tag_get_display (element->tag) != GALLEY_HTML_BLOCK &&
      (features[node].hints & GALLEY_HTML_HINT_DATE) == 0 && !stands_apart (tree, node))
    return;
  if (element->text == NULL && has_blocks (tree, features, node))
    return;
  if (element->text == NULL)
    {
      read_lines (tree, node, metadata);
      return;
    }
  if (is_changed (tree, element->parent))
    return;
  line = galley_html_squeeze (element->text);
  read_line (line, metadata);
}

static void
read_range (const GalleyHtmlTree *tree,
            const GalleyHtmlFeatures *features,
            guint start,
            guint end,
            GalleyHtmlMetadata *metadata)
{
  guint weight = 0, n_prose = 0;

  for (guint i = start; i < end && weight <= MAX_WEIGHT_AFTER && n_prose < MAX_PROSE_AFTER; i++)
    {
      if (galley_html_tag_get_display (tree->nodes[i].tag) == GALLEY_HTML_UNSEEN ||
          (tree->nodes[i].tag == GUMBO_TAG_TABLE && galley_html_table_is_data (tree, i)))
        {
          i = tree->nodes[i].end - 1;
          continue;
        }
      n_prose += tree->nodes[i].tag == GUMBO_TAG_P && features[i].n_prose > 0;
      if (tree->nodes[i].end <= end)
        read_node (tree, features, i, metadata);
      if (tree->nodes[i].text != NULL)
        weight += features[i].length;
    }
}

/* Where what stands above the title begins, and belongs to it. */
static guint
find_start (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint heading)
{
  guint start = heading;

  for (guint level = 0; level < MAX_LEVELS_ABOVE && start > 0; level++)
    {
      guint parent = tree->nodes[start].parent, weight = 0;

      for (guint i = parent + 1; i < heading; i++)
        weight += tree->nodes[i].text != NULL ? features[i].length : 0;
      if (tree->nodes[parent].tag == GUMBO_TAG_BODY || weight > MAX_WEIGHT_BEFORE)
        break;
      start = parent;
    }

  return start;
}

static gboolean
is_in_item (const GalleyHtmlTree *tree, guint node)
{
  for (; node > 0; node = tree->nodes[node].parent)
    if (tree->nodes[node].tag == GUMBO_TAG_LI)
      return TRUE;

  return FALSE;
}

/* The first element that is called a byline, but for those of other articles in a list. */
static guint
find_called (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint start)
{
  for (guint i = start + 1; i < tree->n_nodes; i++)
    if (tree->nodes[i].text == NULL && (features[i].hints & GALLEY_HTML_HINT_BYLINE) != 0 &&
        features[i].length > 0 && features[i].length <= MAX_LINE_WEIGHT && !is_in_item (tree, i) &&
        !is_of_picture (tree, features, i))
      return i;

  return 0;
}

/**
 * galley_html_shown_read:
 * @metadata: (inout): where it goes, unless something is there already; its title is known
 *
 * Reads what stands near the title, or is called a byline.
 */
void
galley_html_shown_read (const GalleyHtmlTree *tree,
                        const GalleyHtmlFeatures *features,
                        GalleyHtmlMetadata *metadata)
{
  guint heading = metadata->heading, called;

  if (heading != 0)
    {
      read_range (tree, features, tree->nodes[heading].end, tree->n_nodes, metadata);
      read_range (tree, features, find_start (tree, features, heading), heading, metadata);
    }
  called = find_called (tree, features, heading);
  if (called == 0)
    called = find_called (tree, features, 0);
  if (called != 0)
    galley_html_credit_read (tree, features, called, metadata);
}
