/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-tail.h"

#include "galley-html-table.h"
#include "galley-html-tags.h"
#include "galley-html-words.h"

#include <string.h>

/* Below an article stand the words of its readers. Where no name tells them from the article, the
 * line above them does: "13 comments", "View all comments (27)". It is made of a word for comments,
 * of numbers, and of words that go with them; what else it says makes it a sentence. */

#define MAX_LINE_WEIGHT 40
#define MIN_PROSE_BEFORE 300 /* of an article above its comments */
#define MIN_PROSE_BEFORE_HEADING 120
#define MIN_PARAGRAPHS_AROUND 2 /* a line that is among them */
#define MAX_OTHERS_AMONG 4      /* for one other line, so many paragraphs at least */
#define MIN_PART_BEFORE_LINE 40 /* percent of the sentences, before a line that is no heading */

static const char *const comments[] = {
  "comment",      "comments",   "responses",   "replies",         "comentario",
  "comentarios",  "comentaris", "comentários", "commentaire",     "commentaires",
  "kommentar",    "kommentare", "kommentarer", "leserkommentare", "commento",
  "commenti",     "reacties",   "komentarze",  "komentáře",       "комментарии",
  "комментариев", "коментарі",  "留言",        "留言列表",        "评论",
  "評論",         "コメント",   "댓글",        "forum",           "التعليقات",
  NULL,
};

static const char *const fillers[] = {
  "a",       "add",      "all",   "are",          "article", "be",   "first", "for",
  "has",     "here",     "is",    "join",         "leave",   "list", "load",  "more",
  "no",      "on",       "one",   "our",          "post",    "read", "show",  "the",
  "there",   "this",     "to",    "conversation", "user",    "view", "your",  "discussion",
  "und",     "de",       "los",   "les",          "deja",    "un",   "una",   "reader",
  "readers", "facebook", "write", NULL,
};

/* Headings that invite readers to write, in other words. */
static const char *const invitations[] = {
  "comenta esta noticia",
  "danos tu opinión",
  "deine meinung",
  "diskutieren sie",
  "diskutieren sie mit",
  "hozzászólások",
  "ihre meinung",
  "participez à la discussion",
  "réagir à cet article",
  "vos réactions",
  "yorumlar",
  "σχόλια",
  "обсуждение",
  NULL,
};

static gboolean
is_number (const char *word)
{
  return strspn (word, "0123456789") == strlen (word);
}

/* Words that a heading may have which is the article's own, as "No comment" and "Responses". */
static const char *const common[] = { "comment", "responses", "replies", "forum", NULL };

/* The last node before @end that is there to write or to answer comments, or is called so, or 0. */
static guint
find_last_sign (const GalleyHtmlTree *tree,
                const GalleyHtmlFeatures *features,
                guint start,
                guint end)
{
  for (guint i = end; i-- > start;)
    if (tree->nodes[i].text == NULL &&
        (features[i].n_controls + features[i].n_replies > 0 ||
         (features[i].hints & (GALLEY_HTML_HINT_COMMENTS | GALLEY_HTML_HINT_COMMENT)) != 0))
      return i;

  return 0;
}

/* Whether a line begins with the number of a section: "2.3 Comments", "4. Comments". */
static gboolean
is_numbered (const char *line)
{
  gsize n = strspn (line, "0123456789");

  return n > 0 && line[n] == '.';
}

/* Whether a line stands above comments. A word alone has to be a heading. */
static gboolean
opens_comments (const char *line, gboolean is_heading, gboolean *out_is_common)
{
  g_autofree char *folded = galley_html_fold (line);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n_comments = g_str_has_prefix (folded, "join the discussion") ||
                     g_str_has_prefix (folded, "join the conversation");

  *out_is_common = FALSE;
  if (is_heading && g_strv_contains (invitations, folded))
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_strv_contains (comments, words[i]))
        {
          *out_is_common =
              g_strv_contains (common, words[i]) && (words[1] == NULL || words[2] == NULL);
          n_comments++;
        }
      else if (!g_strv_contains (fillers, words[i]) && !is_number (words[i]))
        return FALSE;
    }

  return n_comments == 1 && (is_heading || words[1] != NULL);
}

/* Whether a line is but a way to the comments, or the heading of a section about some, since the
 * paragraphs beside it go on after it as they did before, with no names and dates between them. */
static gboolean
is_among_paragraphs (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint line)
{
  guint parent = tree->nodes[line].parent, n_before = 0, n_after = 0, n_others = 0;

  for (guint i = parent + 1; i < tree->nodes[parent].end; i = tree->nodes[i].end)
    {
      gboolean is_paragraph = tree->nodes[i].tag == GUMBO_TAG_P && features[i].prose > 0;

      if (i < line)
        n_before += is_paragraph;
      else if (i > line && is_paragraph)
        n_after++;
      else if (i > line &&
               (features[i].prose > 0 || features[i].n_replies > 0 || features[i].n_controls > 0))
        return FALSE;
      else if (i > line)
        n_others += features[i].length > 0;
    }

  return n_before >= MIN_PARAGRAPHS_AROUND && n_after >= MIN_PARAGRAPHS_AROUND &&
         n_others * MAX_OTHERS_AMONG <= n_after;
}

/**
 * galley_html_tail_find:
 * @body: index of the element that holds the article
 * @start: index of the node in @body that the article begins at
 *
 * Returns: index of the line from which on the element holds comments, or the end of the element
 */
guint
galley_html_tail_find (const GalleyHtmlTree *tree,
                       const GalleyHtmlFeatures *features,
                       guint body,
                       guint start)
{
  guint prose = 0; /* before the node */
  guint last_sign = find_last_sign (tree, features, start, tree->nodes[body].end);

  for (guint i = start; i < tree->nodes[body].end; i++)
    {
      const GalleyHtmlFeatures *f = &features[i];
      gboolean is_heading = galley_html_tag_get_heading_level (tree->nodes[i].tag) > 0, is_common;
      g_autofree char *words = NULL;

      if (tree->nodes[i].tag == GUMBO_TAG_TABLE && galley_html_table_is_data (tree, i))
        {
          prose += f->prose;
          i = tree->nodes[i].end - 1;
          continue;
        }
      /* Sentences count where they are, not once more in each element around them. */
      if (f->prose > 0)
        {
          guint inner = 0;

          for (guint k = i + 1; k < tree->nodes[i].end; k = tree->nodes[k].end)
            inner += features[k].prose;
          prose += f->prose - inner;
          continue;
        }
      if (f->length == 0 || f->length > MAX_LINE_WEIGHT ||
          prose < (is_heading ? MIN_PROSE_BEFORE_HEADING : MIN_PROSE_BEFORE) ||
          galley_html_tag_get_display (tree->nodes[i].tag) != GALLEY_HTML_BLOCK ||
          (!is_heading && prose * 100 < features[body].prose * MIN_PART_BEFORE_LINE))
        continue;

      words = galley_html_tree_dup_words (tree, i);
      if (!is_numbered (words) && opens_comments (words, is_heading, &is_common) &&
          (!is_common || i <= last_sign) &&
          ((is_heading && i <= last_sign) || !is_among_paragraphs (tree, features, i)))
        return i;
    }

  return tree->nodes[body].end;
}
