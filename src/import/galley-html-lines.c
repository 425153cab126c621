/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-lines.h"

#include "galley-html-line-words.h"
#include "galley-html-words.h"

#include <string.h>

/* Lines that a page sets between the paragraphs of an article, and that are told from it by what
 * they say and how: those that lead to another article ("Read also: …"), and those that want
 * something of the reader ("Sign up for our newsletter"). Both are recognised by two things at
 * once, since each alone is found in sentences. */

#define MAX_LABEL_WEIGHT 30
#define MAX_LABEL_WORDS 4  /* of a label with no sign after it */
#define MIN_LINK_WEIGHT 16 /* of what is a headline, and not the name of a source */
#define MIN_LINKED_PART 60 /* percent of a line that leads to another article */
#define MAX_SIGNS_AFTER 3
#define MAX_SHARES_LENGTH 80
#define MAX_SIGNS_BETWEEN 2
#define MAX_SHORT_LINE_BYTES 60
#define MAX_WALL_BYTES 200
#define MAX_RIGHTS_BYTES 400 /* for each owner */

static gboolean
has_one_of (const char *folded, const char *const *words)
{
  g_auto (GStrv) tokens = g_strsplit (folded, " ", -1);

  for (guint i = 0; tokens[i] != NULL; i++)
    if (g_strv_contains (words, tokens[i]))
      return TRUE;

  return FALSE;
}

/* How many of the words of a line are among @words, or 0 if others are that are neither among
 * @others nor numbers. */
static guint
count_all (const char *folded, const char *const *words, const char *const *others)
{
  g_auto (GStrv) tokens = g_strsplit (folded, " ", -1);
  guint n = 0;

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      if (g_strv_contains (words, tokens[i]))
        n++;
      else if (others != NULL ? !g_strv_contains (others, tokens[i])
                              : strspn (tokens[i], "0123456789") != strlen (tokens[i]))
        return 0;
    }

  return n;
}

/* What stands in an element before its first link. */
static char *
read_label (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  g_autoptr (GString) label = g_string_new (NULL);

  for (guint i = node; i < tree->nodes[node].end; i++)
    {
      if (tree->nodes[i].text == NULL)
        continue;
      if (features[i].linked > 0)
        break;
      g_string_append (label, tree->nodes[i].text);
    }

  return galley_html_squeeze (label->str);
}

/* Whether no words come after the last link, nor between two. */
static gboolean
ends_with_link (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  gboolean after_link = FALSE;
  guint weight = 0;

  for (guint i = node; i < tree->nodes[node].end; i++)
    {
      after_link |= tree->nodes[i].text != NULL && features[i].linked > 0;
      if (after_link && tree->nodes[i].text != NULL && features[i].linked == 0)
        weight += features[i].length;
    }

  return after_link && weight <= MAX_SIGNS_AFTER;
}

/* Whether a label ends with a sign that what comes next is another thing. */
static gboolean
has_sign_at_end (const char *label)
{
  static const char *const signs[] = { ":", "：", "»", ">", "–", "—", "-", "|", "→", "•", "]" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_suffix (label, signs[i]))
      return TRUE;

  return FALSE;
}

/**
 * galley_html_lines_points:
 * @label: what stands before a link
 * @line: all of the line that the link is in
 *
 * Without a sign after the label the line may be a sentence: "He also *told the council of it*."
 *
 * Returns: whether one of the words of @label says that the link leads to another article
 */
gboolean
galley_html_lines_points (const char *label, const char *line)
{
  g_autofree char *folded = galley_html_fold (label);
  guint n_spaces = 0;

  for (const char *p = folded; *p != '\0'; p++)
    n_spaces += *p == ' ';
  if (!has_sign_at_end (label) && (g_str_has_suffix (line, ".") || n_spaces >= MAX_LABEL_WORDS))
    return FALSE;

  return has_one_of (folded, galley_html_line_words_pointers) || galley_html_lines_is_label (label);
}

/**
 * galley_html_lines_is_pointer:
 * @node: index of an element that is one line
 *
 * Returns: whether the line is a link to another article, with a word before it that says so
 */
gboolean
galley_html_lines_is_pointer (const GalleyHtmlTree *tree,
                              const GalleyHtmlFeatures *features,
                              guint node)
{
  const GalleyHtmlFeatures *f = &features[node];
  g_autofree char *label = NULL;
  g_autofree char *line = NULL;

  if (f->n_links == 0 || f->linked < MIN_LINK_WEIGHT || f->linked == f->length ||
      f->linked * 100 < f->length * MIN_LINKED_PART || f->length - f->linked > MAX_LABEL_WEIGHT)
    return FALSE;

  label = read_label (tree, features, node);
  line = galley_html_tree_dup_words (tree, node);
  return galley_html_lines_points (label, line) && ends_with_link (tree, features, node);
}

/**
 * galley_html_lines_leads_on:
 * @node: index of an element that is one line
 *
 * Returns: whether the line is a link to the article before or after this one, and says so
 */
gboolean
galley_html_lines_leads_on (const GalleyHtmlTree *tree,
                            const GalleyHtmlFeatures *features,
                            guint node)
{
  const GalleyHtmlFeatures *f = &features[node];
  g_autofree char *label = NULL;
  g_autofree char *folded = NULL;

  if (f->n_links == 0 || f->linked < MIN_LINK_WEIGHT || f->linked == f->length ||
      f->length - f->linked > MAX_LABEL_WEIGHT)
    return FALSE;

  label = read_label (tree, features, node);
  folded = galley_html_fold (label);
  return count_all (folded, galley_html_line_words_steps, galley_html_line_words_steps_words) > 0 &&
         ends_with_link (tree, features, node);
}

/**
 * galley_html_lines_shares:
 * @node: index of an element with a few words
 *
 * Returns: whether the element holds nothing but words for passing an article on ("12 Shares,
 * Share, Tweet, Email"); one alone may be anything
 */
gboolean
galley_html_lines_shares (const GalleyHtmlTree *tree,
                          const GalleyHtmlFeatures *features,
                          guint node)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *folded = NULL;
  g_auto (GStrv) tokens = NULL;
  guint n_shares = 0, n_comments = 0, n = 0;

  if (features[node].length > MAX_SHARES_LENGTH || features[node].n_prose > 0)
    return FALSE;
  for (guint i = node; i < tree->nodes[node].end; i++)
    if (tree->nodes[i].text != NULL)
      g_string_append_printf (words, "%s ", tree->nodes[i].text);
  folded = galley_html_fold (words->str);
  tokens = g_strsplit (folded, " ", -1);

  for (; tokens[n] != NULL; n++)
    {
      n_comments += strcmp (tokens[n], "comments") == 0 || strcmp (tokens[n], "comment") == 0;
      if (g_strv_contains (galley_html_line_words_shares, tokens[n]))
        n_shares++;
      else if (!g_strv_contains (galley_html_line_words_shares_words, tokens[n]) &&
               strspn (tokens[n], "0123456789") != strlen (tokens[n]))
        return FALSE;
    }

  return n > 1 && (n_shares > 0 ||
                   (n == 2 && n_comments == 1 && features[node].linked == features[node].length));
}

/**
 * galley_html_lines_files:
 * @node: index of an element that is one line
 *
 * Returns: whether the line says under which names the article is filed, each of which is a link
 */
gboolean
galley_html_lines_files (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, guint node)
{
  const GalleyHtmlFeatures *f = &features[node];
  g_autofree char *label = NULL;
  g_autofree char *folded = NULL;

  if (f->n_links == 0 || f->linked == f->length)
    return FALSE;

  label = read_label (tree, features, node);
  folded = galley_html_fold (label);
  return g_strv_contains (galley_html_line_words_files, folded) &&
         f->length - f->linked <= strlen (label) + f->n_links * MAX_SIGNS_BETWEEN;
}

/**
 * galley_html_lines_is_linked:
 * @start: index of the first node of a line
 * @end: index of the node after its last
 *
 * Returns: whether all words of the line are in links; signs may stand around them
 */
gboolean
galley_html_lines_is_linked (const GalleyHtmlTree *tree,
                             const GalleyHtmlFeatures *features,
                             guint start,
                             guint end)
{
  for (guint i = start; i < end; i++)
    for (const char *p = tree->nodes[i].text; p != NULL && features[i].linked == 0 && *p != '\0';
         p = g_utf8_next_char (p))
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        return FALSE;

  return TRUE;
}

/**
 * galley_html_lines_has_arrow:
 * @words: a line that is nothing but a link, with single spaces
 *
 * Returns: whether @words end in a sign that points to where the link leads ("More commentary »")
 */
gboolean
galley_html_lines_has_arrow (const char *words)
{
  static const char *const arrows[] = { "»", "›", "→", ">>", " >" };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (g_str_has_suffix (words, arrows[i]))
      return TRUE;

  return FALSE;
}

/* How lines begin that say whose the opinions of the article are. */
static gboolean
disclaims (const char *folded)
{
  static const char *const starts[] = {
    "the views expressed",
    "the opinions expressed",
    "the views and opinions expressed",
    "views expressed",
    "opinions expressed",
    "las opiniones expresadas",
    "les opinions exprimées",
    "声明",
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (folded, starts[i]))
      return strstr (folded, "author") != NULL || strstr (folded, "autor") != NULL ||
             strstr (folded, "auteur") != NULL || strstr (folded, "not necessarily") != NULL ||
             strstr (folded, "their own") != NULL || strstr (folded, "作者") != NULL;

  return FALSE;
}

/**
 * galley_html_lines_may_reserve:
 * @words: a line, or a part of it
 *
 * Returns: whether it is worth while to ask galley_html_lines_reserves()
 */
gboolean
galley_html_lines_may_reserve (const char *words)
{
  static const char *const signs[] = { "ights",     "IGHTS",    "in print",  "xpress",
                                       "exprim",    "roits",    "Rechte",    "erechos",
                                       "ireitos",   "права",    "RISERVATA", "riservata",
                                       "무단 전재", "무단전재", "無断転載",  "無断複製",
                                       "版权所有",  "未经授权", "声明" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (words, signs[i]) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * galley_html_lines_reserves:
 * @words: a line, with single spaces
 *
 * Returns: whether @words say whose the article is, or what is said in it, or where it is printed;
 *   those who name many owners take more words
 */
gboolean
galley_html_lines_reserves (const char *words)
{
  static const char *const reserved[] = {
    "all rights reserved",
    "tous droits réservés",
    "alle rechte vorbehalten",
    "derechos reservados",
    "direitos reservados",
    "все права защищены",
    "riproduzione riservata",
    "무단 전재",
    "무단전재",
    "無断転載",
    "無断複製",
    "版权所有",
    "未经授权",
  };
  g_autofree char *folded = NULL;
  gsize n_bytes = 0;

  if (!galley_html_lines_may_reserve (words))
    return FALSE;

  folded = galley_html_fold (words);
  if ((g_str_has_prefix (folded, "a version of this ") && strstr (folded, " in print ") != NULL) ||
      disclaims (folded))
    return strlen (words) <= MAX_RIGHTS_BYTES;
  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    for (const char *p = folded; (p = strstr (p, reserved[i])) != NULL; p += strlen (reserved[i]))
      n_bytes += MAX_RIGHTS_BYTES;

  return strlen (words) <= n_bytes;
}

/**
 * galley_html_lines_is_label:
 * @words: a line, with single spaces
 *
 * Returns: whether links to other articles come below @words, if any do ("More from the Outlook:")
 */
gboolean
galley_html_lines_is_label (const char *words)
{
  g_autofree char *folded = galley_html_fold (words);

  for (guint i = 0; galley_html_line_words_labels[i] != NULL; i++)
    {
      gsize n = strlen (galley_html_line_words_labels[i]);

      if (strncmp (folded, galley_html_line_words_labels[i], n) == 0 &&
          (folded[n] == ' ' || folded[n] == '\0'))
        return TRUE;
    }

  return FALSE;
}

/**
 * galley_html_lines_opens_stories:
 * @words: a line that ends with a colon
 *
 * Returns: whether @words announce other articles, and not something that the article speaks of
 */
gboolean
galley_html_lines_opens_stories (const char *words)
{
  static const char *const stories[] = {
    "articles", "articoli", "artigos", "artikel", "artículos", "beiträge", "coverage", "headlines",
    "noticias", "notícias", "posts",   "related", "stories",   "videos",   NULL,
  };
  g_autofree char *folded = galley_html_fold (words);

  return galley_html_lines_is_label (words) || has_one_of (folded, stories);
}

/**
 * galley_html_lines_advertises:
 * @words: a line, with single spaces
 *
 * Returns: whether @words say that an advertisement is there ("Article continues after this ad")
 */
gboolean
galley_html_lines_advertises (const char *words)
{
  g_autofree char *folded = NULL;

  if (strlen (words) > MAX_SHORT_LINE_BYTES)
    return FALSE;

  folded = galley_html_fold (words);
  return count_all (folded, galley_html_line_words_adverts, galley_html_line_words_adverts_words) >
         0;
}

/**
 * galley_html_lines_pages:
 * @words: a line with links, with single spaces
 *
 * Returns: whether @words lead to other pages of the same text ("Page 1 of 3 Next")
 */
gboolean
galley_html_lines_pages (const char *words)
{
  g_autofree char *folded = NULL;

  if (strlen (words) > MAX_SHORT_LINE_BYTES)
    return FALSE;

  folded = galley_html_fold (words);
  return count_all (folded, galley_html_line_words_pages_words, /* others= */ NULL) > 0;
}

/**
 * galley_html_lines_is_wall:
 * @words: a line, with single spaces
 *
 * Returns: whether @words say that the rest is for those who pay, thank those who have read all, or
 *   tell why a letter is sent to somebody
 */
gboolean
galley_html_lines_is_wall (const char *words)
{
  static const struct
  {
    const char *start;
    const char *object;
  } walls[] = {
    { "already a subscriber", "" },
    { "already a member", "" },
    { "il vous reste ", "à lire" },
    { "la suite est réservée ", "abonné" },
    { "cet article est réservé ", "abonné" },
    { "thanks for reading", "subscribe" },
    { "thank you for reading", "subscri" },
    { "this article is for ", "subscribers" },
    { "this article is available ", "subscribers" },
    { "this content is for ", "subscribers" },
    { "this story is for ", "subscribers" },
    { "to continue reading ", "subscri" },
    { "to read the full ", "subscri" },
    { "you have reached your ", "article" },
    { "youve reached your ", "article" },
    { "para seguir leyendo", "suscr" },
    { "este artículo es exclusivo", "suscriptor" },
    { "este contenido es exclusivo", "suscriptor" },
    { "weiterlesen mit ", "abo" },
    { "dieser artikel ist ", "abonnenten" },
    { "conteúdo exclusivo", "assinante" },
    { "questo articolo è riservato", "abbonati" },
    { "you are receiving this ", "mail" },
    { "youre receiving this ", "mail" },
    { "you received this email ", "" },
    { "this email was sent to ", "" },
    { "view this email in ", "browser" },
  };
  g_autofree char *folded = NULL;

  if (strlen (words) > MAX_WALL_BYTES)
    return FALSE;

  folded = galley_html_fold (words);
  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    if (g_str_has_prefix (folded, walls[i].start))
      return strstr (folded, walls[i].object) != NULL;

  return FALSE;
}

/**
 * galley_html_lines_ends_in_duration:
 * @words: a line, with single spaces
 *
 * Returns: whether @words end in how long something takes ("Inside the bridge 02:31")
 */
gboolean
galley_html_lines_ends_in_duration (const char *words)
{
  const char *last = strrchr (words, ' ');
  gsize n = last != NULL ? strspn (last + 1, "0123456789") : 0;

  return n > 0 && n <= 2 && last[n + 1] == ':' && g_ascii_isdigit (last[n + 2]) &&
         g_ascii_isdigit (last[n + 3]) && last[n + 4] == '\0';
}

/* Whether a line begins with words that somebody says. */
static gboolean
is_quoted (const char *words)
{
  static const char *const quotes[] = { "\"", "'", "“", "‘", "„", "«", "”", "»", "「" };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (g_str_has_prefix (words, quotes[i]))
      return TRUE;

  return FALSE;
}

/* Whether what a line goes on with after @start makes a request of it, of which it has an object.
 * Some starts are those of any sentence, and need a word that speaks to its reader. */
static gboolean
is_request (const char *start, const char *rest)
{
  static const char *const common[] = {
    "follow",
    "for more",
    "for the latest",
    "for all the latest",
    "get the",
    "join the",
    "if you have information",
    "this article is",
    "this story is",
    "to continue",
    "to read",
    NULL,
  };
  static const char *const addresses[] = {
    "app",         "below", "free", "here", "list",      "newsletter",
    "newsletters", "our",   "now",  "on",   "subscribe", "subscriber",
    "subscribers", "today", "us",   "you",  "your",      NULL,
  };
  static const char *const ends[] = { "than ", "up " };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_prefix (rest, ends[i]) && g_strv_contains (common, start))
      return FALSE;

  return has_one_of (rest, galley_html_line_words_objects) &&
         (!g_strv_contains (common, start) || has_one_of (rest, addresses));
}

/**
 * galley_html_lines_promotes:
 * @words: a line, with single spaces
 *
 * Returns: whether @words ask the reader to subscribe, to follow or the like
 */
gboolean
galley_html_lines_promotes (const char *words)
{
  g_autofree char *folded = NULL;

  if (is_quoted (words))
    return FALSE;

  folded = galley_html_fold (words);
  for (guint i = 0; galley_html_line_words_requests[i] != NULL; i++)
    {
      gsize n = strlen (galley_html_line_words_requests[i]);

      if (strncmp (folded, galley_html_line_words_requests[i], n) == 0 && folded[n] == ' ')
        return is_request (galley_html_line_words_requests[i], folded + n + 1);
    }

  return FALSE;
}
