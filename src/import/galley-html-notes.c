/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-notes.h"

#include "galley-html-blocks.h"
#include "galley-html-tags.h"
#include "galley-html-words.h"

#include <string.h>

/* The notes of an article may stand in an element of their own, far below its text. What tells them
 * from all else there is that each leads to and fro: a sign in the article to the note, and a sign
 * in the note back to that one. */

#define MAX_SIGN_WEIGHT 8 /* of what calls a note: "1", "[12]", "*" */
#define MAX_NOTE_WEIGHT 2000
#define MAX_NOTE_NODES 400
#define MAX_SIGNS 5000      /* that are looked at */
#define MAX_LEVELS_AROUND 3 /* from a sign to what is called by the name that leads to it */

typedef struct
{
  const GalleyHtmlTree *tree;
  const GalleyHtmlFeatures *features;
  guint8 *parts;
  GHashTable *places; /* (element-type utf8 guint) what a name leads to */
} Search;

/* The name of a place on the page that a link leads to, or NULL. */
static const char *
get_target (Search *self, guint node)
{
  const char *target = self->tree->nodes[node].tag == GUMBO_TAG_A
                           ? galley_html_tree_get_attribute (self->tree, node, "href")
                           : NULL;

  return target != NULL && target[0] == '#' && target[1] != '\0' ? target + 1 : NULL;
}

static gboolean
is_sign (Search *self, guint node)
{
  return self->parts[node] == GALLEY_HTML_PART_BODY && self->features[node].length > 0 &&
         self->features[node].length <= MAX_SIGN_WEIGHT && get_target (self, node) != NULL;
}

static GHashTable *
collect_places (const GalleyHtmlTree *tree)
{
  static const char *const names[] = { "id", "name" };
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = tree->n_nodes; i-- > 1;)
    for (guint k = 0; tree->nodes[i].text == NULL && k < G_N_ELEMENTS (names); k++)
      {
        const char *name = galley_html_tree_get_attribute (tree, i, names[k]);

        if (name != NULL && (k == 0 || tree->nodes[i].tag == GUMBO_TAG_A))
          g_hash_table_insert (places, (gpointer) name, GUINT_TO_POINTER (i));
      }

  return places;
}

static guint
find_place (Search *self, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->places, name));
}

/* The block that a place is in, or is. */
static guint
find_block (Search *self, guint node)
{
  const GalleyHtmlNode *nodes = self->tree->nodes;

  while (node > 0 && (nodes[node].text != NULL || self->features[node].length == 0 ||
                      galley_html_tag_get_display (nodes[node].tag) != GALLEY_HTML_BLOCK))
    node = nodes[node].parent;

  return node;
}

static gboolean
is_hidden (Search *self, guint node)
{
  for (; node > 0; node = self->tree->nodes[node].parent)
    if (self->features[node].is_hidden)
      return TRUE;

  return FALSE;
}

/* Whether something within @note leads back to @sign, or to what is hardly more than it. */
static gboolean
leads_back (Search *self, guint note, guint sign)
{
  const GalleyHtmlNode *nodes = self->tree->nodes;

  for (guint i = note; i < nodes[note].end; i++)
    {
      const char *target = nodes[i].text == NULL ? get_target (self, i) : NULL;
      guint place = target != NULL ? find_place (self, target) : 0, around = sign;

      for (guint level = 0; place != 0 && level <= MAX_LEVELS_AROUND; level++)
        {
          if (place == around || (place > around && place < nodes[around].end &&
                                  self->features[around].length <= MAX_SIGN_WEIGHT))
            return TRUE;
          around = nodes[around].parent;
        }
    }

  return FALSE;
}

/**
 * galley_html_notes_take_in:
 * @parts: (inout): for each node; notes that the article calls become %GALLEY_HTML_PART_BODY
 */
void
galley_html_notes_take_in (const GalleyHtmlTree *tree,
                           const GalleyHtmlFeatures *features,
                           guint8 *parts)
{
  Search self = { tree, features, parts, NULL };
  guint n_signs = 0;

  for (guint i = 1; i < tree->n_nodes && n_signs < MAX_SIGNS; i++)
    {
      guint note;

      if (tree->nodes[i].text != NULL || !is_sign (&self, i))
        continue;
      n_signs++;
      if (self.places == NULL)
        self.places = collect_places (tree);
      note = find_block (&self, find_place (&self, get_target (&self, i)));
      if (note <= i || parts[note] != GALLEY_HTML_PART_OMITTED ||
          features[note].length > MAX_NOTE_WEIGHT ||
          tree->nodes[note].end - note > MAX_NOTE_NODES || is_hidden (&self, note) ||
          !leads_back (&self, note, i))
        continue;
      for (guint k = note; k < tree->nodes[note].end; k++)
        parts[k] = GALLEY_HTML_PART_BODY;
    }
  g_clear_pointer (&self.places, g_hash_table_unref);
}
