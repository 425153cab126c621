/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-features.h"

#include "galley-html-calls.h"
#include "galley-html-tags.h"
#include "galley-html-words.h"

#include <string.h>

/* One pass in the order of the page finds what each element says of itself and each run of text
 * between two borders of blocks; one pass backwards adds each node to its parent, which stands
 * before it. */

#define MIN_DIGITS_OFF_PAGE 4  /* of pixels */
#define MIN_PROSE_WEIGHT 70    /* of a run that is taken for sentences */
#define MIN_SENTENCE_WEIGHT 20 /* of one that ends like a sentence, and counts by half */
#define MAX_PROSE_WEIGHT 600   /* of one paragraph: a long one is no better than two */
#define MAX_LINKED_PART 3      /* a third of prose, at most, is links */
#define MIN_NOTICE_WEIGHT 40   /* of a line that says what becomes of its readers' data */
#define ITEM_PART 4            /* a sentence in a list says less of where an article is */

typedef struct
{
  guint owner; /* the block that it is in */
  guint weight;
  guint linked;
  guint n_stops; /* signs that end or part sentences */
  guint n_texts;
  GalleyHtmlCall call; /* of its first text */
  gboolean ends_sentence;
  gboolean speaks_of_data;
  gboolean appeals;
} Run;

typedef struct
{
  const GalleyHtmlTree *tree;
  GalleyHtmlFeatures *features;
  guint *blocks;   /* for each node, the innermost block that it is in or is */
  guint8 *linked;  /* for each node, whether it is in a link */
  guint8 *in_item; /* for each node, whether it is in an item of a list */
  Run run;
  gboolean after_break;
} Pass;

static gboolean
is_heading (const Pass *pass, guint node)
{
  return galley_html_tag_get_heading_level (pass->tree->nodes[node].tag) > 0;
}

/* Counts what a run asks for, if it says nothing else, or says of its readers' data. */
static void
count_call (const Run *run, GumboTag tag, GalleyHtmlFeatures *owner)
{
  owner->n_asks += run->n_texts == 1 && run->call == GALLEY_HTML_CALL_ASK &&
                   (run->linked == run->weight || tag == GUMBO_TAG_BUTTON);
  owner->n_appeals += run->appeals;
  owner->n_joins += run->n_texts == 1 && run->call == GALLEY_HTML_CALL_JOIN;
  owner->n_agreements += run->n_texts == 1 && run->call == GALLEY_HTML_CALL_AGREE;
  owner->n_replies += run->n_texts == 1 && run->call == GALLEY_HTML_CALL_REPLY;
  owner->n_notices += run->speaks_of_data && run->weight >= MIN_NOTICE_WEIGHT;
}

static void
end_run (Pass *pass)
{
  Run *run = &pass->run;
  GalleyHtmlFeatures *owner = &pass->features[run->owner];

  count_call (run, pass->tree->nodes[run->owner].tag, owner);
  if (run->weight > 0 && run->linked * 2 >= run->weight && is_heading (pass, run->owner))
    owner->n_teasers++;
  if (run->linked * 5 >= run->weight * 4)
    owner->listed += run->weight;
  else if (run->linked * MAX_LINKED_PART <= run->weight)
    {
      guint prose = 0;

      if (run->weight >= MIN_PROSE_WEIGHT && run->n_stops > 0)
        {
          prose = MIN (run->weight, MAX_PROSE_WEIGHT);
          owner->n_prose++;
        }
      else if (run->weight >= MIN_SENTENCE_WEIGHT && run->ends_sentence)
        prose = run->weight / 2;
      owner->prose += prose;
      owner->mass += pass->in_item[run->owner] ? prose / ITEM_PART : prose;
    }

  *run = (Run){ 0 };
  pass->after_break = FALSE;
}

static gboolean
is_stop (gunichar character)
{
  switch (character)
    {
    case '.':
    case ',':
    case '!':
    case '?':
    case ';':
    case 0x2026: /* … */
    case 0x3001: /* 、 */
    case 0x3002: /* 。 */
    case 0xFF0C: /* ， */
    case 0xFF01: /* ！ */
    case 0xFF1F: /* ？ */
    case 0x060C: /* ، */
    case 0x06D4: /* ۔ */
    case 0x0964: /* । */
      return TRUE;
    default:
      return FALSE;
    }
}

/* A quotation mark or bracket after the stop belongs to it. */
static gboolean
closes (gunichar character)
{
  return character == '"' || character == '\'' || character == ')' || character == 0x201D ||
         character == 0x2019 || character == 0xBB || character == 0x300D;
}

static void
add_run_text (Pass *pass, guint node)
{
  Run *run = &pass->run;
  const char *text = pass->tree->nodes[node].text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

      if (g_ascii_isalpha (*p))
        {
          run->ends_sentence = FALSE;
          continue;
        }
      if (galley_html_is_space (character))
        continue;
      if (is_stop (character))
        {
          run->n_stops++;
          run->ends_sentence = character != ',' && character != ';';
        }
      else if (!closes (character))
        run->ends_sentence = FALSE;
    }
}

static void
look_at_text (Pass *pass, guint node)
{
  guint parent = pass->tree->nodes[node].parent;
  guint weight = galley_html_weigh (pass->tree->nodes[node].text);

  if (weight == 0)
    return;

  pass->after_break = FALSE;
  pass->features[node].length = weight;
  pass->features[node].linked = pass->linked[parent] ? weight : 0;
  pass->run.owner = pass->blocks[parent];
  pass->run.weight += weight;
  pass->run.linked += pass->features[node].linked;
  pass->run.n_texts++;
  if (pass->run.n_texts == 1)
    pass->run.call = galley_html_calls_look (pass->tree->nodes[node].text);
  pass->run.speaks_of_data |= galley_html_calls_speaks_of_data (pass->tree->nodes[node].text);
  pass->run.appeals |= galley_html_calls_appeals (pass->tree->nodes[node].text);
  add_run_text (pass, node);
}

/* Whether a style puts the element, or its words, far out of the page, where machines find them. */
static gboolean
is_off_page (const GalleyHtmlTree *tree, guint node)
{
  static const char *const places[] = { "left", "top", "text-indent" };
  const char *position = galley_html_tree_get_property (tree, node, "position");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *value = galley_html_tree_get_property (tree, node, places[i]);

      if (value != NULL && *value == '-' &&
          strspn (value + 1, "0123456789") >= MIN_DIGITS_OFF_PAGE &&
          (g_str_equal (places[i], "text-indent") ||
           (position != NULL && (g_ascii_strncasecmp (position, "absolute", 8) == 0 ||
                                 g_ascii_strncasecmp (position, "fixed", 5) == 0))))
        return TRUE;
    }

  return FALSE;
}

/* Styles and attributes that hide. */
static gboolean
is_hidden (const GalleyHtmlTree *tree, guint node)
{
  const char *style = galley_html_tree_get_attribute (tree, node, "style");
  const char *aria = galley_html_tree_get_attribute (tree, node, "aria-hidden");

  /* A caption that repeats what a picture is called for those who cannot see is not read to them,
   * but shown. */
  if (galley_html_tree_get_attribute (tree, node, "hidden") != NULL ||
      (aria != NULL && g_ascii_strcasecmp (aria, "true") == 0 &&
       tree->nodes[node].tag != GUMBO_TAG_FIGCAPTION))
    return TRUE;
  if (style == NULL || *style == '\0')
    return FALSE;

  for (const char *p = style; *p != '\0'; p++)
    {
      const char *value = NULL;

      if (g_ascii_strncasecmp (p, "display", 7) == 0)
        value = "none";
      else if (g_ascii_strncasecmp (p, "visibility", 10) == 0)
        value = "hidden";
      if (value == NULL)
        continue;
      p += value[0] == 'n' ? 7 : 10;
      while (g_ascii_isspace (*p) || *p == ':')
        p++;
      if (g_ascii_strncasecmp (p, value, strlen (value)) == 0)
        return TRUE;
      if (*p == '\0')
        break;
    }

  return strchr (style, '-') != NULL && is_off_page (tree, node);
}

/* Whether a style puts the element at a part of the height of what is around it. */
static gboolean
is_placed (const GalleyHtmlTree *tree, guint node)
{
  const char *style = galley_html_tree_get_attribute (tree, node, "style"), *top;

  if (style == NULL || strchr (style, '%') == NULL)
    return FALSE;
  top = galley_html_tree_get_property (tree, node, "top");
  if (top == NULL)
    top = galley_html_tree_get_property (tree, node, "bottom");

  return top != NULL && top[strspn (top, "0123456789.")] == '%' &&
         (galley_html_tree_get_property (tree, node, "left") != NULL ||
          galley_html_tree_get_property (tree, node, "right") != NULL);
}

static guint
find_hints (const GalleyHtmlTree *tree, guint node)
{
  static const char *const names[] = { "class", "itemprop", "role", "data-component" };
  const char *id = galley_html_tree_get_attribute (tree, node, "id");
  guint hints = galley_html_vocabulary_is_slug (id) ? 0 : galley_html_vocabulary_look (id);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    hints |= galley_html_vocabulary_look (galley_html_tree_get_attribute (tree, node, names[i]));

  /* The table about a person or a place is a card of it, and not of who wrote the article. */
  return tree->nodes[node].tag == GUMBO_TAG_TABLE ? hints & ~(guint) GALLEY_HTML_HINT_BYLINE
                                                  : hints;
}

/* Whether the element is a field that words are typed into. */
static gboolean
is_control (const GalleyHtmlTree *tree, guint node)
{
  static const char *const types[] = { "text", "email", "search", "tel", "password", "url", NULL };
  const char *type = galley_html_tree_get_attribute (tree, node, "type");

  return tree->nodes[node].tag == GUMBO_TAG_TEXTAREA ||
         (tree->nodes[node].tag == GUMBO_TAG_INPUT &&
          (type == NULL || g_strv_contains (types, type)));
}

static gboolean
is_button (const GalleyHtmlTree *tree, guint node)
{
  const char *role = galley_html_tree_get_attribute (tree, node, "role");

  return tree->nodes[node].tag == GUMBO_TAG_BUTTON ||
         (role != NULL && g_ascii_strcasecmp (role, "button") == 0);
}

static void
look_at_element (Pass *pass, guint node)
{
  const GalleyHtmlNode *element = &pass->tree->nodes[node];
  GalleyHtmlFeatures *features = &pass->features[node];
  gboolean is_block = galley_html_tag_get_display (element->tag) == GALLEY_HTML_BLOCK;

  features->hints = galley_html_vocabulary_look (element->name);
  if (element->attributes->length > 0)
    {
      features->hints |= find_hints (pass->tree, node);
      features->is_hidden = is_hidden (pass->tree, node);
      features->is_placed = is_placed (pass->tree, node);
    }
  pass->blocks[node] = is_block ? node : pass->blocks[element->parent];
  pass->linked[node] = pass->linked[element->parent];
  pass->in_item[node] = pass->in_item[element->parent] || element->tag == GUMBO_TAG_LI;

  if (element->tag == GUMBO_TAG_A &&
      galley_html_tree_get_attribute (pass->tree, node, "href") != NULL)
    {
      pass->linked[node] = TRUE;
      features->n_links = 1;
    }
  features->n_controls = is_control (pass->tree, node);
  features->n_buttons = is_button (pass->tree, node);
  features->n_h1 = element->tag == GUMBO_TAG_H1;

  if (is_block || (element->tag == GUMBO_TAG_BR && pass->after_break))
    end_run (pass);
  pass->after_break = element->tag == GUMBO_TAG_BR;
}

static void
look_at_all (Pass *pass)
{
  const GalleyHtmlTree *tree = pass->tree;
  guint block = 0; /* that is open */

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      const GalleyHtmlNode *node = &tree->nodes[i];

      while (i >= tree->nodes[block].end)
        {
          end_run (pass);
          block = pass->blocks[tree->nodes[block].parent];
        }
      if (node->text != NULL)
        look_at_text (pass, i);
      else
        {
          look_at_element (pass, i);
          block = pass->blocks[i];
          if (galley_html_tag_get_display (node->tag) == GALLEY_HTML_UNSEEN)
            i = node->end - 1;
        }
    }
  end_run (pass);
}

/**
 * galley_html_features_new:
 *
 * Returns: (transfer full): for each node of @tree what is known of it; to be freed with g_free()
 */
GalleyHtmlFeatures *
galley_html_features_new (const GalleyHtmlTree *tree)
{
  GalleyHtmlFeatures *features = g_new0 (GalleyHtmlFeatures, tree->n_nodes);
  g_autofree guint *blocks = g_new0 (guint, tree->n_nodes);
  g_autofree guint8 *linked = g_new0 (guint8, tree->n_nodes);
  g_autofree guint8 *in_item = g_new0 (guint8, tree->n_nodes);
  Pass pass = {
    .tree = tree, .features = features, .blocks = blocks, .linked = linked, .in_item = in_item
  };

  look_at_all (&pass);
  for (guint i = tree->n_nodes; i-- > 1;)
    {
      GalleyHtmlFeatures *parent = &features[tree->nodes[i].parent];

      parent->length += features[i].length;
      parent->linked += features[i].linked;
      parent->prose += features[i].prose;
      parent->mass += features[i].mass;
      parent->listed += features[i].listed;
      parent->n_teasers += features[i].n_teasers;
      parent->n_prose += features[i].n_prose;
      parent->n_h1 += features[i].n_h1;
      parent->n_links += features[i].n_links;
      parent->n_buttons += features[i].n_buttons;
      parent->n_controls += features[i].n_controls;
      parent->n_joins += features[i].n_joins;
      parent->n_asks += features[i].n_asks;
      parent->n_appeals += features[i].n_appeals;
      parent->n_agreements += features[i].n_agreements;
      parent->n_replies += features[i].n_replies;
      parent->n_notices += features[i].n_notices;
    }

  return features;
}

/**
 * galley_html_features_trust:
 * @features: (inout): what is known of the nodes of @tree
 * @heading: index of the article's title, or 0
 *
 * Forgets what the elements around the title are called, if it says that they are no article: what
 * holds the title holds the article.
 */
void
galley_html_features_trust (GalleyHtmlFeatures *features, const GalleyHtmlTree *tree, guint heading)
{
  for (guint i = heading; i > 0; i = tree->nodes[i].parent)
    features[i].hints &=
        ~(GALLEY_HTML_HINT_ASIDE | GALLEY_HTML_HINT_COMMENTS | GALLEY_HTML_HINT_COMMENT |
          GALLEY_HTML_HINT_HIDDEN | GALLEY_HTML_HINT_NOTICE);
}

/**
 * galley_html_features_forget_asides:
 * @features: (inout): what is known of the nodes of @tree
 *
 * Forgets which elements are called asides, and what they have for readers to fill in, as where
 * such names or a field beside each paragraph leave no article.
 */
void
galley_html_features_forget_asides (GalleyHtmlFeatures *features, const GalleyHtmlTree *tree)
{
  for (guint i = 0; i < tree->n_nodes; i++)
    {
      features[i].hints &= ~GALLEY_HTML_HINT_ASIDE;
      features[i].n_controls = features[i].n_joins = 0;
    }
}

/**
 * galley_html_features_is_small_part:
 * @features: what is known of the nodes of a page
 * @node: index of an element
 * @whole: index of one that holds it
 * @part: how small, as 3 for a third
 *
 * Returns: whether no more than that part of the sentences within @whole is within @node
 */
gboolean
galley_html_features_is_small_part (const GalleyHtmlFeatures *features,
                                    guint node,
                                    guint whole,
                                    guint part)
{
  return features[node].mass * part <= features[whole].mass;
}
