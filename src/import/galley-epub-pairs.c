/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-epub-pairs.h"

#include "galley-epub-place.h"
#include "galley-html-tags.h"

#include <string.h>

#define MAX_LINKS 50000     /* that are looked at; a book of law has some thousands of notes */
#define MAX_SOURCES 6       /* places that count as where a link is */
#define MAX_MARKUP_BYTES 32 /* between a link's tag and its words, and of these */
#define MAX_LEVELS 16       /* of elements around a link */
#define MAX_NODES 32        /* without words at the beginning or end of a paragraph */

typedef struct
{
  char *member;
  guint node;
  char *target;
  char *sources[MAX_SOURCES];  /* places of the link and of what is around it, innermost first */
  guint elements[MAX_SOURCES]; /* that the places are of */
  guint n_sources;
  guint block;       /* the paragraph that it stands in, or 0 */
  gboolean is_text;  /* rather than in what is left out */
  gboolean is_first; /* of the words in it */
  gboolean is_last;
} Link;

struct _GalleyEpubPairs
{
  GArray *links;     /* (element-type Link), in the order of the book */
  GHashTable *found; /* (element-type utf8 GalleyEpubPairsFound) by members; NULL until then */
};

static void
clear_link (gpointer data)
{
  Link *link = data;

  g_free (link->member);
  g_free (link->target);
  for (guint i = 0; i < link->n_sources; i++)
    g_free (link->sources[i]);
}

static void
free_found (gpointer data)
{
  GalleyEpubPairsFound *found = data;

  g_hash_table_unref (found->signs);
  g_hash_table_unref (found->notes);
  g_free (found);
}

GalleyEpubPairs *
galley_epub_pairs_new (void)
{
  GalleyEpubPairs *self = g_new0 (GalleyEpubPairs, 1);

  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_array_set_clear_func (self->links, clear_link);

  return self;
}

void
galley_epub_pairs_free (GalleyEpubPairs *self)
{
  g_array_unref (self->links);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_free (self);
}

/* Whether what is linked at @p, behind the link's tag, may be a sign. */
static gboolean
may_be_sign (const char *p)
{
  const char *end = p + strnlen (p, MAX_MARKUP_BYTES);
  guint n_letters = 0, n_other = 0;

  while (p < end && *p == '<' && p[1] != '/')
    {
      p = memchr (p, '>', end - p);
      if (p == NULL)
        return FALSE;
      p++;
    }
  for (; p < end && *p != '<'; p++)
    if (g_ascii_isalpha (*p))
      n_letters++;
    else
      n_other += !g_ascii_isspace (*p);

  return p < end && n_letters + n_other > 0 && n_letters <= 1;
}

/**
 * galley_epub_pairs_may_be_in:
 * @markup: a chapter
 *
 * Returns: whether it is worth it to look for such links in it
 */
gboolean
galley_epub_pairs_may_be_in (const char *markup)
{
  for (const char *p = markup; (p = strstr (p, "href=")) != NULL; p++)
    {
      gsize n = strcspn (p, "#>");

      p += n;
      if (*p == '>')
        continue;
      p = strchr (p, '>');
      if (p == NULL)
        return FALSE;
      if (may_be_sign (p + 1))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_paragraph (GumboTag tag)
{
  return tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DIV ||
         tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_DD || tag == GUMBO_TAG_BLOCKQUOTE;
}

/* Whether there is a letter or digit in the text from @start to before @end; it is believed that
 * there is one in very many nodes. */
static gboolean
has_words (const GalleyHtmlTree *tree, guint start, guint end)
{
  if (end - start > MAX_NODES)
    return TRUE;

  for (guint i = start; i < end; i++)
    for (const char *p = tree->nodes[i].text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        return TRUE;

  return FALSE;
}

static void
add_source (Link *link, const GalleyHtmlTree *tree, guint node)
{
  char *place =
      link->n_sources < MAX_SOURCES ? galley_epub_place_new (link->member, tree, node) : NULL;

  if (place == NULL)
    return;
  link->elements[link->n_sources] = node;
  link->sources[link->n_sources++] = place;
}

/* Finds the paragraph around a link, and what has a name in it, below it and around it. */
static void
find_sources (Link *link, const GalleyHtmlTree *tree)
{
  const GalleyHtmlNode *nodes = tree->nodes;
  guint node = link->node, start = node;

  /* An anchor may stand right before the link, or before what is around it alone. */
  for (guint i = 0; i < MAX_LEVELS && nodes[start].parent + 1 == start &&
                    !is_paragraph (nodes[nodes[start].parent].tag);
       i++)
    start = nodes[start].parent;
  if (start > 0 && nodes[start - 1].tag == GUMBO_TAG_A && nodes[start - 1].end == start)
    add_source (link, tree, start - 1);
  for (guint i = node; i < MIN (nodes[node].end, node + MAX_SOURCES); i++)
    add_source (link, tree, i);
  for (guint i = 0; i < MAX_LEVELS && node != nodes[node].parent; i++)
    {
      gboolean is_block;

      node = nodes[node].parent;
      is_block = galley_html_tag_get_display (nodes[node].tag) == GALLEY_HTML_BLOCK;
      if (is_block && !is_paragraph (nodes[node].tag))
        return;
      if (is_block && link->block == 0)
        link->block = node;
      add_source (link, tree, node);
    }
}

/**
 * galley_epub_pairs_add_link:
 * @member: name of a chapter
 * @tree: its markup
 * @link: index of a link that is no sign by what the markup says
 * @is_text: whether it is part of the text
 *
 * Adds a link, which may be half of a pair. Links come in the order of the book.
 */
void
galley_epub_pairs_add_link (GalleyEpubPairs *self,
                            const char *member,
                            const GalleyHtmlTree *tree,
                            guint link,
                            gboolean is_text)
{
  Link one = { .node = link, .is_text = is_text };

  if (self->links->len == MAX_LINKS || !galley_epub_place_is_short (tree, link))
    return;
  one.target = galley_epub_place_find_target (member, tree, link);
  if (one.target == NULL)
    return;

  one.member = g_strdup (member);
  find_sources (&one, tree);
  if (one.block == 0)
    {
      clear_link (&one);
      return;
    }
  one.is_first = !has_words (tree, one.block, link);
  one.is_last = !has_words (tree, tree->nodes[link].end, tree->nodes[one.block].end);
  g_array_append_val (self->links, one);
}

/* The place among those of @link that @target is, or %MAX_SOURCES. */
static guint
find_source (const Link *link, const char *target)
{
  for (guint i = 0; i < link->n_sources; i++)
    if (strcmp (link->sources[i], target) == 0)
      return i;

  return MAX_SOURCES;
}

static GalleyEpubPairsFound *
ensure_found (GalleyEpubPairs *self, const char *member)
{
  GalleyEpubPairsFound *found = g_hash_table_lookup (self->found, member);

  if (found == NULL)
    {
      found = g_new0 (GalleyEpubPairsFound, 1);
      found->signs = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      found->notes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      g_hash_table_insert (self->found, g_strdup (member), found);
    }

  return found;
}

/* The element that is a note: what its sign leads to, or the paragraph around that. */
static guint
find_note (const Link *back, guint source)
{
  return MIN (back->elements[source], back->block);
}

static gboolean
is_pair (const Link *sign, const Link *back, guint note)
{
  return sign->is_text && !sign->is_first && (back->is_first || back->is_last) &&
         find_source (sign, back->target) < MAX_SOURCES &&
         !(strcmp (sign->member, back->member) == 0 && sign->node > note);
}

/* Adds what @sign leads to as a note, if @back leads back from it to the sign. Two notes in one
 * element are none, for nothing tells where the first of them ends. */
static void
try_pair (GalleyEpubPairs *self, const Link *sign, const Link *back, GHashTable *doubtful)
{
  guint source = find_source (back, sign->target);
  guint note = source < MAX_SOURCES ? find_note (back, source) : 0;
  g_autofree char *key = g_strdup_printf ("%s@%u", back->member, note);
  GalleyEpubPairsFound *found;

  if (note == 0 || !is_pair (sign, back, note))
    return;

  found = ensure_found (self, back->member);
  if (g_hash_table_contains (found->notes, GUINT_TO_POINTER (note)))
    g_hash_table_add (doubtful, g_strdup (key));
  g_hash_table_insert (found->notes, GUINT_TO_POINTER (note), g_strdup (key));
  found = ensure_found (self, sign->member);
  g_hash_table_insert (found->signs, GUINT_TO_POINTER (sign->node), g_steal_pointer (&key));
}

static gboolean
is_doubtful_cb (gpointer node, gpointer key, gpointer doubtful)
{
  return g_hash_table_contains (doubtful, key);
}

static void
remove_doubtful (GalleyEpubPairs *self, GHashTable *doubtful)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->found);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GalleyEpubPairsFound *found = value;

      g_hash_table_foreach_remove (found->signs, is_doubtful_cb, doubtful);
      g_hash_table_foreach_remove (found->notes, is_doubtful_cb, doubtful);
    }
}

/* What comes first is the sign, and what is led to from it comes after. */
static void
settle (GalleyEpubPairs *self)
{
  g_autoptr (GHashTable) by_source = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) doubtful = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_found);
  for (guint i = self->links->len; i-- > 0;)
    {
      const Link *link = &g_array_index (self->links, Link, i);
      const Link *back = g_hash_table_lookup (by_source, link->target);

      if (back != NULL)
        try_pair (self, link, back, doubtful);
      for (guint k = 0; k < link->n_sources; k++)
        g_hash_table_insert (by_source, link->sources[k], (gpointer) link);
    }
  remove_doubtful (self, doubtful);
}

/**
 * galley_epub_pairs_find:
 * @member: name of a chapter, after all links have been added
 *
 * Returns: (transfer none): the signs and notes in it
 */
const GalleyEpubPairsFound *
galley_epub_pairs_find (GalleyEpubPairs *self, const char *member)
{
  if (self->found == NULL)
    settle (self);

  return ensure_found (self, member);
}
