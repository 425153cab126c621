/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-author.h"

#include "galley-html-blocks.h"
#include "galley-html-tags.h"
#include "galley-html-words.h"

#include <string.h>

/* The last lines of many pages say who wrote the article, and how to reach them: "Jo Doe is a
 * reporter for the Outlook", below a line that is the name, or with the name that the page states;
 * "jo.doe@outlook.example". They are looked for from the end of the article backwards. */

#define MAX_PROSE_AFTER 3 /* paragraphs below who wrote it */
#define MAX_BIOGRAPHY_WEIGHT 700
#define MAX_NAME_WEIGHT 40
#define MAX_NAME_WORDS 4
#define MAX_CONTACT_WEIGHT 160
#define MIN_NAME_BYTES 5 /* of a name without spaces that no word holds by chance */

typedef struct
{
  const GalleyHtmlTree *tree;
  const GalleyHtmlFeatures *features;
  guint8 *parts;
  char **authors; /* names, as galley_html_fold() gives them */
} Search;

static char **
split_names (const char *byline)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GString) marked = g_string_new (byline);

  g_string_replace (marked, " and ", ",", 0);
  g_string_replace (marked, " & ", ",", 0);
  names = g_strsplit (marked->str, ",", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      char *name = galley_html_fold (names[i]);

      g_free (names[i]);
      names[i] = name;
    }

  return g_steal_pointer (&names);
}

/* Whether an element is one line: a block with words and no block within it that has any. */
static gboolean
is_line (Search *self, guint node)
{
  const GalleyHtmlNode *nodes = self->tree->nodes;

  if (nodes[node].text != NULL || self->features[node].length == 0 ||
      galley_html_tag_get_display (nodes[node].tag) != GALLEY_HTML_BLOCK)
    return FALSE;

  for (guint i = node + 1; i < nodes[node].end; i++)
    if (nodes[i].text == NULL && self->features[i].length > 0 &&
        galley_html_tag_get_display (nodes[i].tag) == GALLEY_HTML_BLOCK)
      return FALSE;

  return TRUE;
}

/* The line before an element, of the article or left out already, or 0. */
static guint
find_line_before (Search *self, guint node)
{
  for (guint i = node; i-- > 1;)
    if (self->tree->nodes[i].end <= node && is_line (self, i))
      return i;

  return 0;
}

static char *
fold_words (Search *self, guint node)
{
  g_autofree char *words = galley_html_tree_dup_words (self->tree, node);

  return galley_html_fold (words);
}

/* Whether the words begin with a name and go on to say who that is. One word of it is enough where
 * the whole name stands above. */
static gboolean
introduces (const char *folded, const char *name, gboolean is_whole)
{
  static const char *const verbs[] = { "is",      "was",   "writes",      "covers",    "has",
                                       "reports", "works", "ist",         "est",       "es",
                                       "è",       "é",     "contributes", "currently", "edits",
                                       "joined",  NULL };
  gsize n = strlen (name);
  g_autofree char *verb = NULL;

  if ((is_whole && strchr (name, ' ') == NULL) || strncmp (folded, name, n) != 0 ||
      folded[n] != ' ')
    return FALSE;

  verb = g_strndup (folded + n + 1, strcspn (folded + n + 1, " "));
  return g_strv_contains (verbs, verb);
}

static gboolean
introduces_author (Search *self, const char *folded)
{
  for (guint i = 0; self->authors != NULL && self->authors[i] != NULL; i++)
    if (introduces (folded, self->authors[i], /* is_whole= */ TRUE))
      return TRUE;

  return FALSE;
}

/* Whether a line is a name, of two words or some more. */
static gboolean
is_name (Search *self, guint node, const char *folded)
{
  guint n_spaces = 0;

  for (const char *p = folded; *p != '\0'; p++)
    n_spaces += *p == ' ';

  return self->features[node].length <= MAX_NAME_WEIGHT && self->features[node].prose == 0 &&
         n_spaces > 0 && n_spaces < MAX_NAME_WORDS;
}

/* Whether the words go on to say who somebody is whose name stands above them, and is that of an
 * author if they begin with but a part of it ("Doe covers Paris"). */
static gboolean
introduces_name (Search *self, const char *folded, const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint n = g_strv_length (words);

  return introduces (folded, name, /* is_whole= */ TRUE) ||
         (self->authors != NULL && g_strv_contains ((const char *const *) self->authors, name) &&
          (introduces (folded, words[0], /* is_whole= */ FALSE) ||
           introduces (folded, words[n - 1], /* is_whole= */ FALSE)));
}

/* Whether an article presents another person as it does in @node: a line that is a name, and below
 * it who that is. */
static gboolean
presents_others (Search *self, guint node)
{
  for (guint i = 1; i < self->tree->n_nodes; i++)
    {
      guint before;
      g_autofree char *folded = NULL;
      g_autofree char *name = NULL;

      if (i == node || self->parts[i] != GALLEY_HTML_PART_BODY || self->features[i].prose == 0 ||
          !is_line (self, i))
        continue;
      before = find_line_before (self, i);
      if (before == 0 || self->parts[before] != GALLEY_HTML_PART_BODY ||
          self->features[before].length > MAX_NAME_WEIGHT)
        continue;
      folded = fold_words (self, i);
      name = fold_words (self, before);
      if (is_name (self, before, name) && introduces (folded, name, /* is_whole= */ TRUE))
        return TRUE;
    }

  return FALSE;
}

/* Whether sentences of the article stand before a node. */
static gboolean
has_sentences_before (Search *self, guint node)
{
  for (guint i = 1; i < node; i++)
    if (self->parts[i] == GALLEY_HTML_PART_BODY && self->features[i].prose > 0 &&
        self->tree->nodes[i].end <= node)
      return TRUE;

  return FALSE;
}

/* Leaves out a paragraph that says who wrote the article, with the name above it. */
static gboolean
settle_biography (Search *self, guint node)
{
  guint before = find_line_before (self, node);
  g_autofree char *folded = fold_words (self, node);
  g_autofree char *name = before != 0 ? fold_words (self, before) : NULL;
  gboolean has_name =
      name != NULL && is_name (self, before, name) && introduces_name (self, folded, name);

  /* What an article begins with is what it is about. */
  if (self->features[node].length > MAX_BIOGRAPHY_WEIGHT || !has_sentences_before (self, node))
    return FALSE;
  if (!introduces_author (self, folded) && (!has_name || presents_others (self, node)))
    return FALSE;

  for (guint i = node; i < self->tree->nodes[node].end; i++)
    self->parts[i] = GALLEY_HTML_PART_OMITTED;
  for (guint i = before; has_name && i < self->tree->nodes[before].end; i++)
    self->parts[i] = GALLEY_HTML_PART_OMITTED;
  return TRUE;
}

static gboolean
is_mail_address (const char *word)
{
  const char *sign = strchr (word, '@');

  return sign != NULL && sign > word && strchr (sign, '.') != NULL;
}

/* Whether a line is a name with the address of one person after it ("Jo Doe jdoe@outlook.example"):
 * all words but the last are letters, the first of which is no small one. */
static gboolean
is_name_with_address (const char *words)
{
  g_auto (GStrv) tokens = g_strsplit (words, " ", -1);
  guint n = g_strv_length (tokens);

  if (n < 2 || n > MAX_NAME_WORDS + 1 || !is_mail_address (tokens[n - 1]))
    return FALSE;

  for (guint i = 0; i + 1 < n; i++)
    {
      if (g_unichar_islower (g_utf8_get_char (tokens[i])))
        return FALSE;
      for (const char *p = tokens[i]; *p != '\0'; p = g_utf8_next_char (p))
        if (!g_unichar_isalpha (g_utf8_get_char (p)) && strchr (".-'", *p) == NULL)
          return FALSE;
    }

  return TRUE;
}

/* Whether a line has the name of one of the authors in it, if only as a part of an address. */
static gboolean
names_author (Search *self, const char *words)
{
  g_autofree char *folded = galley_html_fold (words);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autofree char *letters = g_strjoinv ("", parts);

  for (guint i = 0; self->authors != NULL && self->authors[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (self->authors[i], " ", -1);
      g_autofree char *name = g_strjoinv ("", names);

      if (strlen (name) >= MIN_NAME_BYTES && strstr (letters, name) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Leaves out a line with the address of the author, in which the name is. */
static void
settle_contact (Search *self, guint node)
{
  g_autofree char *words = NULL;

  if (self->features[node].length > MAX_CONTACT_WEIGHT)
    return;
  words = galley_html_tree_dup_words (self->tree, node);
  if (strchr (words, '@') == NULL || (!names_author (self, words) && !is_name_with_address (words)))
    return;

  for (guint k = node; k < self->tree->nodes[node].end; k++)
    self->parts[k] = GALLEY_HTML_PART_OMITTED;
}

/**
 * galley_html_author_settle:
 * @metadata: what the page states
 * @parts: (inout): for each node; lines below the article that say who wrote it become
 *   %GALLEY_HTML_PART_OMITTED
 */
void
galley_html_author_settle (const GalleyHtmlTree *tree,
                           const GalleyHtmlFeatures *features,
                           const GalleyHtmlMetadata *metadata,
                           guint8 *parts)
{
  const char *byline = metadata->values[GALLEY_METADATA_BYLINE];
  g_auto (GStrv) authors = byline != NULL ? split_names (byline) : NULL;
  Search search = { tree, features, parts, authors };
  guint n_prose = 0;

  for (guint i = tree->n_nodes; i-- > 1 && n_prose < MAX_PROSE_AFTER;)
    {
      if (parts[i] != GALLEY_HTML_PART_BODY || !is_line (&search, i))
        continue;
      settle_contact (&search, i);
      if (parts[i] != GALLEY_HTML_PART_BODY || features[i].prose == 0)
        continue;
      if (settle_biography (&search, i))
        return;
      n_prose += features[i].n_prose;
    }
}
