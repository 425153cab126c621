/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-boxes.h"

#include "galley-html-blocks.h"
#include "galley-html-lines.h"
#include "galley-html-tags.h"

#include <string.h>

/* Boxes that stand within an article and want something of its readers: to subscribe, to search, to
 * give, to go to another article. Each is short, holds a small part of the sentences, and has the
 * means to do as it says. */

#define MAX_FORM_LENGTH 800    /* of a form with the words around it */
#define MIN_PROSE_AROUND_BOX 2 /* paragraphs */
#define MAX_PROMOTION_LENGTH 500
#define MAX_BOX_LENGTH 400
#define MAX_PROMOTION_PROSE 2 /* paragraphs */
#define MAX_PROMOTION_PART 4  /* a quarter of the sentences */
#define MAX_OFFER_PART 2      /* half, if there is more than a line, as after what is sold */
#define MAX_APPEAL_LENGTH 2500
#define MAX_APPEAL_PART 3 /* a third of the sentences */
#define MAX_PLAYER_LENGTH 800
#define MAX_PLAYER_NODES 1000
#define MIN_PLAYER_BUTTONS 4 /* for each sentence */
#define MAX_CARD_LINKS 8     /* all of them to one place */
#define MAX_CARD_PART 4
#define MAX_CARD_NODES 200
#define MAX_PICTURE_NODES 20
#define MAX_CAPTION_LENGTH 1000
#define MIN_PROSE_AROUND_TEASER 4 /* paragraphs */
#define MAX_TEASERS_PART 3        /* one for three paragraphs */
#define MAX_STRAY_LINE 160

/* Whether paragraphs stand in @node beside the child that has all of its fields, or of its requests
 * to join, or beside such a request that is in no child: then that is the box, and not what is
 * around it. */
static gboolean
is_around_box (const GalleyHtmlTree *tree,
               const GalleyHtmlFeatures *features,
               guint node,
               gboolean of_joins)
{
  const GalleyHtmlFeatures *f = &features[node];

  if ((f->hints & GALLEY_HTML_HINT_ASIDE) != 0)
    return FALSE;
  for (guint i = node + 1; i < tree->nodes[node].end; i = tree->nodes[i].end)
    if (of_joins ? features[i].n_joins == f->n_joins : features[i].n_controls == f->n_controls)
      return f->n_prose >= features[i].n_prose + MIN_PROSE_AROUND_BOX;

  return of_joins && f->n_prose >= MIN_PROSE_AROUND_BOX;
}

/* A form, or what stands with the field of one: searches, newsletters, comments. */
static gboolean
is_form (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint body, guint node)
{
  const GalleyHtmlFeatures *f = &features[node];

  return galley_html_tag_is_container (tree->nodes[node].tag) && f->n_controls > 0 &&
         f->length <= MAX_FORM_LENGTH &&
         galley_html_features_is_small_part (features, node, body, 5) &&
         !is_around_box (tree, features, node, /* of_joins= */ FALSE);
}

/* The first block within an element that has words, which may be the element itself. */
static guint
find_first_block (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  guint block = node;

  for (guint i = node + 1; i < tree->nodes[block].end; i++)
    {
      if (tree->nodes[i].text != NULL && features[i].length > 0)
        break;
      if (features[i].length > 0 &&
          galley_html_tag_get_display (tree->nodes[i].tag) == GALLEY_HTML_BLOCK)
        block = i;
    }

  return block;
}

/* A few words with a link, a button, a field or an address, the first of which ask for something.
 */
static gboolean
is_promotion (const GalleyHtmlTree *tree,
              const GalleyHtmlFeatures *features,
              guint body,
              guint node)
{
  const GalleyHtmlFeatures *f = &features[node];
  g_autofree char *words = NULL;
  gboolean is_action = f->n_links > 0 || f->n_controls > 0 || f->n_buttons > 0;
  guint first;

  if (f->length == 0 || f->length > MAX_PROMOTION_LENGTH || f->n_prose > MAX_PROMOTION_PROSE ||
      galley_html_tag_get_display (tree->nodes[node].tag) != GALLEY_HTML_BLOCK)
    return FALSE;
  first = find_first_block (tree, features, node);
  if (features[first].length > MAX_STRAY_LINE ||
      !galley_html_features_is_small_part (features, node, body,
                                           features[first].length < f->length ? MAX_OFFER_PART
                                                                              : MAX_PROMOTION_PART))
    return FALSE;

  words = galley_html_tree_dup_words (tree, first);
  return galley_html_lines_promotes (words) && (is_action || strchr (words, '@') != NULL);
}

/* A box with a few words and a button, or a link that is all of its line, to subscribe, to give or
 * to log in. */
static gboolean
is_box_to_join (const GalleyHtmlTree *tree,
                const GalleyHtmlFeatures *features,
                guint body,
                guint node)
{
  const GalleyHtmlFeatures *f = &features[node];

  return galley_html_tag_is_container (tree->nodes[node].tag) && f->n_joins > 0 &&
         f->length <= MAX_BOX_LENGTH && f->n_prose <= MAX_PROMOTION_PROSE &&
         galley_html_features_is_small_part (features, node, body, MAX_PROMOTION_PART) &&
         !is_around_box (tree, features, node, /* of_joins= */ TRUE);
}

static gboolean
has_appeal (const GalleyHtmlFeatures *features, guint node)
{
  const GalleyHtmlFeatures *f = &features[node];

  return f->n_appeals > 0 && f->n_joins + f->n_asks + f->n_controls > 0;
}

/* Some paragraphs that ask readers for money, with the means to give it: the smallest element that
 * has both, if half of its paragraphs speak of the publication itself. */
static gboolean
is_appeal (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint body, guint node)
{
  const GalleyHtmlFeatures *f = &features[node];

  if (!galley_html_tag_is_container (tree->nodes[node].tag) || !has_appeal (features, node) ||
      f->length > MAX_APPEAL_LENGTH || f->n_appeals * 2 < f->n_prose ||
      (f->hints & GALLEY_HTML_HINT_BODY) != 0 ||
      !galley_html_features_is_small_part (features, node, body, MAX_APPEAL_PART))
    return FALSE;
  for (guint i = node + 1; i < tree->nodes[node].end; i = tree->nodes[i].end)
    if (has_appeal (features, i))
      return FALSE;

  return TRUE;
}

/* Whether there is a picture in an element, and no words. */
static gboolean
is_picture (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  guint end = MIN (tree->nodes[node].end, node + MAX_PICTURE_NODES);

  for (guint i = node + 1; features[node].length == 0 && i < end; i++)
    if (tree->nodes[i].tag == GUMBO_TAG_IMG)
      return TRUE;

  return FALSE;
}

/* Whether what an element shows is said in it: words that belong to the article. */
static gboolean
holds_caption (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  for (guint i = node + 1; i < tree->nodes[node].end; i++)
    if (features[i].length > 0 &&
        (tree->nodes[i].tag == GUMBO_TAG_FIGCAPTION ||
         (features[i].hints & (GALLEY_HTML_HINT_CAPTION | GALLEY_HTML_HINT_ASIDE)) ==
             GALLEY_HTML_HINT_CAPTION))
      return TRUE;

  return FALSE;
}

/* A box with a picture and a line that lead to one other place, and hardly a word besides. */
static gboolean
is_card (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint body, guint node)
{
  const GalleyHtmlFeatures *f = &features[node];
  const char *target = NULL;
  gboolean has_picture = FALSE;

  if (!galley_html_tag_is_container (tree->nodes[node].tag) || f->n_links < 2 ||
      f->n_links > MAX_CARD_LINKS || f->listed == 0 || f->length > MAX_BOX_LENGTH ||
      f->n_prose > 1 || tree->nodes[node].end - node > MAX_CARD_NODES ||
      !galley_html_features_is_small_part (features, node, body, MAX_CARD_PART))
    return FALSE;

  for (guint i = node + 1; i < tree->nodes[node].end; i++)
    {
      const char *reference = tree->nodes[i].tag == GUMBO_TAG_A
                                  ? galley_html_tree_get_attribute (tree, i, "href")
                                  : NULL;

      if (reference == NULL)
        continue;
      if (target != NULL && strcmp (reference, target) != 0)
        return FALSE;
      target = reference;
      has_picture |= is_picture (tree, features, i);
    }

  return has_picture;
}

/* A film or a sound with buttons beside it, whose words are all that is said. What players tell
 * those who cannot see or hear may be a sentence, and they have many buttons. */
static gboolean
is_player (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  const GalleyHtmlFeatures *f = &features[node];
  gboolean has_film = FALSE;

  if (tree->nodes[node].tag != GUMBO_TAG_DIV || f->n_buttons == 0 ||
      f->length > MAX_PLAYER_LENGTH || tree->nodes[node].end - node > MAX_PLAYER_NODES ||
      (f->prose > 0 && f->n_buttons < MAX (f->n_prose, 1) * MIN_PLAYER_BUTTONS))
    return FALSE;
  for (guint i = node + 1; i < tree->nodes[node].end && !has_film; i = tree->nodes[i].end)
    has_film = tree->nodes[i].tag == GUMBO_TAG_VIDEO || tree->nodes[i].tag == GUMBO_TAG_AUDIO;

  return has_film && !holds_caption (tree, features, node);
}

/* The heading within an element that leads to another page, or 0. */
static guint
find_linked_heading (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  for (guint i = node + 1; i < tree->nodes[node].end; i++)
    if (features[i].n_teasers > 0 && galley_html_tag_get_heading_level (tree->nodes[i].tag) > 0)
      {
        guint link = galley_html_tree_find (tree, i, GUMBO_TAG_A);
        const char *href = link != 0 ? galley_html_tree_get_attribute (tree, link, "href") : NULL;

        return href != NULL && *href != '#' && features[i].linked == features[i].length ? i : 0;
      }

  return 0;
}

/* A box with a heading that is a link, and hardly more than a sentence below it or a label above,
 * in an article of many paragraphs that is not made of such. */
static gboolean
is_teaser (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint body, guint node)
{
  const GalleyHtmlFeatures *f = &features[node];

  return tree->nodes[node].tag == GUMBO_TAG_DIV && f->n_teasers == 1 && f->n_prose <= 1 &&
         f->length <= MAX_BOX_LENGTH && (f->hints & GALLEY_HTML_HINT_BODY) == 0 &&
         features[body].n_prose >= MIN_PROSE_AROUND_TEASER &&
         features[body].n_teasers * MAX_TEASERS_PART <= features[body].n_prose &&
         galley_html_features_is_small_part (features, node, body, MAX_CARD_PART) &&
         find_linked_heading (tree, features, node) != 0;
}

/**
 * galley_html_boxes_is_one:
 * @body: index of the element that holds the article
 * @node: index of an element within it
 *
 * Returns: whether the element is such a box
 */
gboolean
galley_html_boxes_is_one (const GalleyHtmlTree *tree,
                          const GalleyHtmlFeatures *features,
                          guint body,
                          guint node)
{
  return is_form (tree, features, body, node) || is_teaser (tree, features, body, node) ||
         is_promotion (tree, features, body, node) || is_box_to_join (tree, features, body, node) ||
         is_appeal (tree, features, body, node) || is_player (tree, features, node);
}

/**
 * galley_html_boxes_prune_cards:
 * @body: index of the element that holds the article
 * @parts: (inout): for each node; what leads to another article with a picture becomes
 *   %GALLEY_HTML_PART_OMITTED, unless much of the page is made of that
 */
void
galley_html_boxes_prune_cards (const GalleyHtmlTree *tree,
                               const GalleyHtmlFeatures *features,
                               guint body,
                               guint8 *parts)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));
  guint mass = 0;

  for (guint i = 1; i < tree->n_nodes; i++)
    if (parts[i] != GALLEY_HTML_PART_OMITTED && i != body && is_card (tree, features, body, i))
      {
        g_array_append_val (cards, i);
        mass += features[i].mass;
        i = tree->nodes[i].end - 1;
      }

  for (guint k = 0; mass * MAX_CARD_PART <= features[body].mass && k < cards->len; k++)
    {
      guint card = g_array_index (cards, guint, k);

      for (guint i = card; i < tree->nodes[card].end; i++)
        parts[i] = GALLEY_HTML_PART_OMITTED;
    }
}

/**
 * galley_html_boxes_prune_copies:
 * @parts: (inout): for each node; a picture that comes next to one with the same words, each in an
 *   area of its own, as for screens of two sizes, becomes %GALLEY_HTML_PART_OMITTED
 */
void
galley_html_boxes_prune_copies (const GalleyHtmlTree *tree,
                                const GalleyHtmlFeatures *features,
                                guint8 *parts)
{
  g_autofree char *last = NULL; /* words of the last picture, if nothing came after it */
  guint parent = 0;             /* that it is in */

  for (guint i = 1; i < tree->n_nodes; i++)
    {
      g_autofree char *words = NULL;

      if (tree->nodes[i].tag != GUMBO_TAG_FIGURE || features[i].length == 0 ||
          features[i].length > MAX_CAPTION_LENGTH || parts[i] != GALLEY_HTML_PART_BODY)
        {
          if (tree->nodes[i].text != NULL && features[i].length > 0)
            g_clear_pointer (&last, g_free);
          continue;
        }
      words = galley_html_tree_dup_words (tree, i);
      if (g_strcmp0 (words, last) == 0 && tree->nodes[i].parent != parent &&
          galley_html_tag_is_container (tree->nodes[tree->nodes[i].parent].tag))
        for (guint k = i; k < tree->nodes[i].end; k++)
          parts[k] = GALLEY_HTML_PART_OMITTED;
      g_free (last);
      last = g_steal_pointer (&words);
      parent = tree->nodes[i].parent;
      i = tree->nodes[i].end - 1;
    }
}
