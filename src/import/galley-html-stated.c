/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-stated.h"

#include "galley-html-words.h"

#include <string.h>

/* Some pages hold their article only in the data for machines, as text that a script sets into the
 * page, or the data hold all of what the page shows the beginning of. A paragraph is a line of it;
 * some write entities or markup.
 *
 * Where the page does show it all, it says where the article ends. Both texts are compared letter
 * by letter, without what stands between: pages and data differ in signs and spaces. */

#define MIN_STATED_WEIGHT 200 /* of what is no summary */
#define N_SAMPLES 32          /* of the stated text that are looked for */
#define SAMPLE_BYTES 24
#define MIN_FOUND_PART 50 /* percent of them, of a page that shows its article */
#define MIN_WHOLE_PART 90 /* percent, of one that shows all that is stated */
#define MAX_TAIL_PART 4   /* a fourth of what is shown, at most, comes after the end */
#define MIN_TAKEN_LETTERS 24
#define MAX_SEARCHED_BYTES (64 * 1024 * 1024) /* for all that was left out */
#define MIN_LONG_WEIGHT 90                    /* of a paragraph */
#define MAX_LONG_AFTER 1
#define MIN_TAIL_LETTERS 8 /* that are more than a sign of the end */

typedef struct
{
  guint node;
  gsize start; /* of its letters */
} Piece;

/* The letters of a text, of one case and without spaces. */
static char *
dup_letters (const char *text)
{
  char *letters = galley_html_fold (text), *end = letters;

  for (const char *p = letters; *p != '\0'; p++)
    if (*p != ' ')
      *end++ = *p;
  *end = '\0';

  return letters;
}

static gboolean
is_article (guint8 part)
{
  return part == GALLEY_HTML_PART_BODY || part == GALLEY_HTML_PART_LEAD;
}

/* The letters of what is taken for the article, and which node they come from. */
static GString *
collect_letters (const GalleyHtmlTree *tree,
                 const GalleyHtmlFeatures *features,
                 const guint8 *parts,
                 GArray *pieces)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < tree->n_nodes; i++)
    if (tree->nodes[i].text != NULL && features[i].length > 0 && is_article (parts[i]))
      {
        g_autofree char *own = dup_letters (tree->nodes[i].text);
        Piece piece = { i, letters->len };

        g_array_append_val (pieces, piece);
        g_string_append (letters, own);
      }

  return letters;
}

/* What part of the stated text is shown, in percent, as samples of it tell. */
static guint
measure_found (const char *stated, gsize stated_bytes, const GString *shown)
{
  guint n_found = 0, n = 0;

  for (gsize at = 0; at + SAMPLE_BYTES <= stated_bytes;
       at += MAX (stated_bytes / N_SAMPLES, SAMPLE_BYTES / 2))
    {
      n++;
      n_found += memmem (shown->str, shown->len, stated + at, SAMPLE_BYTES) != NULL;
    }

  return n_found * 100 / n;
}

/* Leaves out what is shown after the end of the stated text, if it is little and no more than one
 * paragraph: several are an article that goes on. An end within a paragraph is none: there the
 * stated text is cut off. */
static void
cut_tail (const GalleyHtmlFeatures *features,
          const char *stated,
          gsize stated_bytes,
          const GString *shown,
          const GArray *pieces,
          guint8 *parts)
{
  const char *last = g_strrstr (shown->str, stated + stated_bytes - SAMPLE_BYTES);
  gsize end = last != NULL ? (gsize) (last - shown->str) + SAMPLE_BYTES : shown->len;
  gsize tail = shown->len - end;
  guint first = 0, n_long = 0;

  if (tail < MIN_TAIL_LETTERS || tail * MAX_TAIL_PART > shown->len)
    return;

  while (first < pieces->len && g_array_index (pieces, Piece, first).start < end)
    first++;
  if (first == pieces->len || g_array_index (pieces, Piece, first).start > end)
    return;
  for (guint i = first; i < pieces->len; i++)
    n_long += features[g_array_index (pieces, Piece, i).node].length >= MIN_LONG_WEIGHT &&
              features[g_array_index (pieces, Piece, i).node].linked == 0;
  if (n_long > MAX_LONG_AFTER)
    return;
  for (guint i = first; i < pieces->len; i++)
    parts[g_array_index (pieces, Piece, i).node] = GALLEY_HTML_PART_OMITTED;
}

/* Takes in what was left out, though the stated text has it and nothing that is shown does: a list,
 * a paragraph that is hidden. */
static gboolean
take_in (const GalleyHtmlTree *tree,
         const GalleyHtmlFeatures *features,
         const char *stated,
         const GString *shown,
         guint8 *parts)
{
  gsize cost_bytes = strlen (stated) + shown->len, n_bytes = 0;
  gboolean is_changed = FALSE;

  for (guint i = 1; i < tree->n_nodes && n_bytes <= MAX_SEARCHED_BYTES; i++)
    {
      g_autofree char *letters = NULL;

      if (parts[i] != GALLEY_HTML_PART_OMITTED || tree->nodes[i].text == NULL ||
          features[i].length < MIN_TAKEN_LETTERS)
        continue;
      letters = dup_letters (tree->nodes[i].text);
      n_bytes += cost_bytes;
      if (strlen (letters) < MIN_TAKEN_LETTERS || strstr (stated, letters) == NULL ||
          strstr (shown->str, letters) != NULL)
        continue;
      parts[i] = GALLEY_HTML_PART_BODY;
      is_changed = TRUE;
    }

  return is_changed;
}

static gboolean
has_tags (const char *text)
{
  for (const char *p = text; (p = strchr (p, '<')) != NULL; p++)
    if (p[1] == '/' || g_ascii_isalpha (p[1]))
      return TRUE;

  return FALSE;
}

/* The letters of the stated text, or NULL if it is none. */
static char *
read_stated (const char *body)
{
  g_autoptr (GalleyHtmlTree) tree = NULL;
  g_autofree char *words = NULL;
  guint64 n_steps = 0;

  if (body == NULL || galley_html_weigh (body) < MIN_STATED_WEIGHT)
    return NULL;
  if (has_tags (body) || strchr (body, '&') != NULL)
    tree = galley_html_tree_new (body, strlen (body), "", &n_steps, /* cancellable= */ NULL, NULL);
  if (tree != NULL)
    words = galley_html_tree_dup_words (tree, 0);

  return dup_letters (words != NULL ? words : body);
}

/**
 * galley_html_stated_settle:
 * @metadata: what the page states
 * @parts: (inout): what each node is to the article
 *
 * Compares what is taken for the article with the text of it that the page states, takes in what is
 * missing, and leaves out what comes after its end.
 *
 * Returns: whether the stated text is to be read in place of what is on the page, which then is an
 *   omission
 */
gboolean
galley_html_stated_settle (const GalleyHtmlTree *tree,
                           const GalleyHtmlFeatures *features,
                           const GalleyHtmlMetadata *metadata,
                           guint8 *parts)
{
  g_autofree char *stated = read_stated (metadata->body);
  gsize stated_bytes = stated != NULL ? strlen (stated) : 0;
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr (GString) shown = NULL;
  guint found;

  if (stated_bytes < MIN_STATED_WEIGHT)
    return FALSE;

  shown = collect_letters (tree, features, parts, pieces);
  if (take_in (tree, features, stated, shown, parts))
    {
      g_array_set_size (pieces, 0);
      g_string_free (shown, TRUE);
      shown = collect_letters (tree, features, parts, pieces);
    }
  found = measure_found (stated, stated_bytes, shown);
  if (found >= MIN_WHOLE_PART)
    cut_tail (features, stated, stated_bytes, shown, pieces, parts);
  if (found >= MIN_FOUND_PART)
    return FALSE;

  for (guint i = 0; i < tree->n_nodes; i++)
    if (is_article (parts[i]))
      parts[i] = GALLEY_HTML_PART_OMITTED;

  return TRUE;
}

static gboolean
write_markup (const char *markup, const char *base, GalleyFlow *flow)
{
  return galley_html_blocks_read (markup, strlen (markup), "", base, flow, /* cancellable= */ NULL,
                                  /* error= */ NULL);
}

/**
 * galley_html_stated_write:
 * @body: the text of an article as its page states it
 * @base: (nullable): the address that links are relative to
 * @flow: (inout): where the blocks go
 */
void
galley_html_stated_write (const char *body, const char *base, GalleyFlow *flow)
{
  g_auto (GStrv) lines = NULL;

  if (has_tags (body) && write_markup (body, base, flow))
    return;

  lines = g_strsplit_set (body, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strchr (lines[i], '&') != NULL && write_markup (lines[i], base, flow))
        continue;
      galley_flow_add_text (flow, lines[i], -1);
      galley_flow_end_block (flow, GALLEY_BLOCK_PARAGRAPH, 0);
    }
}
