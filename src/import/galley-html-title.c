/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-title.h"

#include "galley-html-heading.h"
#include "galley-html-name.h"
#include "galley-html-tags.h"
#include "galley-html-words.h"

#include <string.h>

/* The title as the page states it for machines often has the name of the publication after it, or
 * before it. What of it is the headline, a heading of the page says; where there is none, the name
 * of the publication; and only for the text of the title bar, the signs that part them. */

#define MIN_TITLE_WEIGHT 8   /* of what is left of a title without the publication's name */
#define MIN_BAR_WEIGHT 5     /* of a title bar that says more than a lone heading */
#define MIN_COMMON_WEIGHT 15 /* of what two places say alike before they name the publication */
#define MAX_TITLE_PARTS 8
#define MAX_TITLE_BYTES 1000 /* each heading is compared with it */
#define MAX_NAME_WEIGHT 40   /* of a publication's name */
#define MAX_NAME_BYTES 200
#define MAX_SECTION_WEIGHT 20
#define MAX_NAMES 2 /* that are cut off a title */

static const char *const separators[] = { " | ",  " – ",  " — ", " - ", " » ", " · ",
                                          " :: ", " / ",  " • ", " « ", " ‹ ", " › ",
                                          " > ",  " // ", " ~ ", "｜",  "|",   "_" };

/**
 * galley_html_title_agrees:
 * @title: a title
 * @words: the words of a heading
 *
 * Returns: whether @words are the title, however they are set
 */
gboolean
galley_html_title_agrees (const char *title, const char *words)
{
  g_autofree char *folded_title = galley_html_fold (title);
  g_autofree char *folded_words = galley_html_fold (words);

  return *folded_title != '\0' && strcmp (folded_title, folded_words) == 0;
}

/* Whether words are what the page names as its publication, its author or its site. */
static gboolean
is_name (const GalleyHtmlMetadata *metadata, const char *words)
{
  const char *publication = metadata->values[GALLEY_METADATA_PUBLICATION];
  const char *byline = metadata->values[GALLEY_METADATA_BYLINE];
  const char *address = metadata->values[GALLEY_METADATA_SOURCE_ADDRESS];

  return strlen (words) <= MAX_NAME_BYTES &&
         ((publication != NULL && galley_html_name_agrees (publication, words)) ||
          (byline != NULL && galley_html_name_agrees (byline, words)) ||
          (address != NULL && galley_html_name_is_in_address (address, words)));
}

static void
set_title (char **title, const char *words)
{
  char *copy = g_strdup (words);

  g_free (*title);
  *title = copy;
}

/* Cuts off the start of a title that is a name with a colon after it, if the title bar has the rest
 * of it, too; else that is no headline. */
static void
cut_start (const GalleyHtmlMetadata *metadata, char **title, const char *bar)
{
  const char *colon = strstr (*title, ": ");
  g_autofree char *start = colon != NULL ? g_strndup (*title, colon - *title) : NULL;

  if (start != NULL && is_name (metadata, start) && bar != NULL &&
      strstr (bar, colon + strlen (": ")) != NULL)
    set_title (title, colon + strlen (": "));
}

/* Cuts a name off the end or the start of a title, and returns whether there was one. */
static gboolean
cut_name (const GalleyHtmlMetadata *metadata, char **title)
{
  for (guint i = 0; i <= G_N_ELEMENTS (separators); i++)
    {
      const char *separator = i < G_N_ELEMENTS (separators) ? separators[i] : "：";
      char *last = g_strrstr (*title, separator), *first = strstr (*title, separator);
      g_autofree char *start = first != NULL ? g_strndup (*title, first - *title) : NULL;

      if (last != NULL && last > *title && is_name (metadata, last + strlen (separator)))
        {
          *last = '\0';
          return TRUE;
        }
      if (start != NULL && first[strlen (separator)] != '\0' && is_name (metadata, start))
        {
          set_title (title, first + strlen (separator));
          return TRUE;
        }
    }

  return FALSE;
}

/* Cuts the names of author and publication off a title, and returns whether one was at an end. */
static gboolean
cut_names (const GalleyHtmlMetadata *metadata, char **title, const char *bar)
{
  guint n = 0;

  cut_start (metadata, title, bar);
  while (n < MAX_NAMES && cut_name (metadata, title))
    n++;

  return n > 0;
}

/* Whether more than half of the words of a line are in another. */
static gboolean
is_mostly_in (const char *folded, const char *folded_other)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_auto (GStrv) others = g_strsplit (folded_other, " ", -1);
  guint n_common = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n_common += g_strv_contains ((const char *const *) others, words[i]);

  return n_common * 2 > g_strv_length (words);
}

/* What a title bar says before the last sign that parts, if that is enough to be a title, and what
 * comes after it is not in @folded_heading, too; where the name is gone already, that is short as
 * the name of a section. */
static void
cut_last_part (char **title, const char *folded_heading, gboolean is_section)
{
  char *cut = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      char *last = g_strrstr (*title, separators[i]);

      if (last != NULL && (cut == NULL || last > cut))
        cut = last;
    }
  if (cut != NULL && *cut == '_') /* Chinese pages name each section so, */
    cut = strchr (*title, '_');
  if (cut != NULL && *cut == '|') /* and others so */
    cut = strchr (*title, '|');
  if (cut != NULL)
    {
      g_autofree char *rest = g_strndup (*title, cut - *title);
      g_autofree char *folded = galley_html_fold (rest);
      g_autofree char *tail = galley_html_fold (cut);

      /* A name asks nothing. */
      if (galley_html_weigh (folded) >= MIN_TITLE_WEIGHT && strchr (cut, '?') == NULL &&
          (!is_section || galley_html_weigh (tail) <= MAX_SECTION_WEIGHT) &&
          !is_mostly_in (tail, folded_heading))
        *cut = '\0';
    }
}

/* The block that says what stands before or after a sign that parts, whichever is longest: where no
 * heading is the title, the page still shows it by itself. */
static guint
find_part (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, char **title)
{
  g_autofree char *best = NULL;
  guint block = 0;

  for (guint i = 0; i <= G_N_ELEMENTS (separators); i++)
    {
      const char *separator = i < G_N_ELEMENTS (separators) ? separators[i] : ": ";
      g_auto (GStrv) parts = strstr (*title, separator) != NULL
                                 ? g_strsplit (*title, separator, MAX_TITLE_PARTS)
                                 : NULL;

      for (guint k = 0; parts != NULL && parts[k] != NULL; k++)
        {
          guint found = galley_html_weigh (parts[k]) >= MIN_TITLE_WEIGHT &&
                                (best == NULL || strlen (parts[k]) > strlen (best))
                            ? galley_html_heading_find_block (tree, features, parts[k])
                            : 0;

          if (found == 0)
            continue;
          block = found;
          g_free (best);
          best = g_strdup (parts[k]);
        }
    }
  if (block != 0)
    {
      g_free (*title);
      *title = g_steal_pointer (&best);
    }

  return block;
}

/* Cuts the name of the publication off what a title bar says, in which a heading says the same in
 * other words, or none does. */
static void
cut_bar (const GalleyHtmlTree *tree, guint heading, char **title, gboolean is_section)
{
  g_autofree char *words = heading != 0 ? galley_html_tree_dup_words (tree, heading) : NULL;
  g_autofree char *folded = galley_html_fold (words != NULL ? words : "");

  cut_last_part (title, folded, is_section);
}

/* Cuts off what comes after a sign that parts, up to which the title bar says the same. */
static void
cut_after_common (char **title, const char *bar)
{
  gsize n = 0;

  while (bar != NULL && (*title)[n] != '\0' && (*title)[n] == bar[n])
    n++;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      char *last = g_strrstr_len (*title, n, separators[i]);
      g_autofree char *rest = last != NULL ? g_strndup (*title, last - *title) : NULL;

      if (rest != NULL && bar[n] != '\0' && galley_html_weigh (rest) >= MIN_COMMON_WEIGHT)
        {
          *last = '\0';
          return;
        }
    }
}

/* Whether a title is a heading with something in brackets after it, or before it: "Seven to Two
 * (VIDEO)". */
static gboolean
is_in_brackets (const char *title, const char *folded_heading)
{
  static const char *const brackets[][2] = {
    { "(", ")" }, { "[", "]" }, { "（", "）" }, { "【", "】" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      const char *end = strstr (title, brackets[i][1]);
      g_autofree char *bare =
          g_str_has_suffix (title, brackets[i][1]) && g_strrstr (title, brackets[i][0]) != NULL
              ? g_strndup (title, g_strrstr (title, brackets[i][0]) - title)
          : g_str_has_prefix (title, brackets[i][0]) && end != NULL
              ? g_strdup (end + strlen (brackets[i][1]))
              : g_strdup ("");
      g_autofree char *folded = galley_html_fold (bare);

      if (*folded != '\0' && strcmp (folded, folded_heading) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether a title is a heading with a label before it that the page shows elsewhere, such as the
 * name of a column or of its author: "Jo Doe: Seven to Two". */
static gboolean
is_labelled (const GalleyHtmlTree *tree,
             const GalleyHtmlFeatures *features,
             const char *title,
             const char *folded_heading)
{
  const char *colon = strstr (title, ": ");
  g_autofree char *label = colon != NULL ? g_strndup (title, colon - title) : NULL;
  g_autofree char *folded = colon != NULL ? galley_html_fold (colon) : NULL;

  return folded != NULL && strcmp (folded, folded_heading) == 0 &&
         galley_html_heading_is_label (tree, features, label);
}

/* Whether the heading is the title but for the name of the publication, which signs part from it,
 * or for what stands in brackets beside it, or goes on where the title breaks off. */
static gboolean
is_all_but_name (const GalleyHtmlTree *tree,
                 const GalleyHtmlFeatures *features,
                 guint heading,
                 const char *title)
{
  g_autofree char *words = galley_html_tree_dup_words (tree, heading);
  g_autofree char *folded = galley_html_fold (words);
  g_autofree char *folded_title = galley_html_fold (title);
  gboolean is_parted = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    is_parted |= strstr (title, separators[i]) != NULL;

  return strcmp (folded, folded_title) != 0 &&
         ((is_parted && galley_html_heading_is_at_end (folded_title, folded)) ||
          galley_html_heading_is_cut_off (title, folded_title, folded) ||
          is_in_brackets (title, folded) || is_labelled (tree, features, title, folded));
}

static gboolean
has_small_letter (const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* Takes a heading for the title, but what is stated of it, where the heading is all in capitals, or
 * sets two parts below each other that a colon parts elsewhere. */
static void
take_heading (const GalleyHtmlTree *tree, guint heading, char **title)
{
  g_autofree char *words = galley_html_tree_dup_words (tree, heading);
  g_autofree char *part = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (separators) && *title != NULL && part == NULL; i++)
    for (const char *p = *title; part == NULL && (p = strstr (p, separators[i])) != NULL; p++)
      {
        part = g_strndup (*title, p - *title);
        if (!galley_html_title_agrees (part, words))
          g_clear_pointer (&part, g_free);
      }

  if (part == NULL || !((!has_small_letter (words) && has_small_letter (part)) ||
                        (strchr (words, ':') == NULL && strchr (part, ':') != NULL)))
    set_title (title, words);
  else
    set_title (title, part);
}

/* Drawings have titles, too. */
static gboolean
is_in_drawing (const GalleyHtmlTree *tree, guint node)
{
  for (guint i = node; i > 0; i = tree->nodes[i].parent)
    if (tree->nodes[i].tag == GUMBO_TAG_SVG)
      return TRUE;

  return FALSE;
}

/**
 * galley_html_title_read_bar:
 *
 * Returns: (transfer full) (nullable): the text of the title bar, which browsers take from wherever
 *   it stands in the page; %NULL if it is too long for a title
 */
char *
galley_html_title_read_bar (const GalleyHtmlTree *tree)
{
  for (guint i = 1; i < tree->n_nodes; i++)
    {
      g_autofree char *words = NULL;

      if (tree->nodes[i].tag != GUMBO_TAG_TITLE || is_in_drawing (tree, i))
        continue;
      words = galley_html_tree_dup_words (tree, i);
      if (*words != '\0')
        return strlen (words) <= MAX_TITLE_BYTES ? g_steal_pointer (&words) : NULL;
    }

  return NULL;
}

/* The name of the publication, where the title bar goes on with it after the title: "What We Know -
 * World - The Daily". */
static void
read_publication (const GalleyHtmlTree *tree, GalleyHtmlMetadata *metadata)
{
  const char *title = metadata->values[GALLEY_METADATA_TITLE];
  const char *byline = metadata->values[GALLEY_METADATA_BYLINE], *name = NULL;
  g_autofree char *bar = galley_html_title_read_bar (tree);
  g_autofree char *folded_bar = bar != NULL ? galley_html_fold (bar) : NULL;
  g_autofree char *folded_title = title != NULL ? galley_html_fold (title) : NULL;
  g_autofree char *folded_name = NULL;

  if (bar == NULL || folded_title == NULL || *folded_title == '\0' ||
      !g_str_has_prefix (folded_bar, folded_title) || strcmp (folded_bar, folded_title) == 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *last = g_strrstr (bar, separators[i]);

      if (last != NULL && (name == NULL || last + strlen (separators[i]) > name))
        name = last + strlen (separators[i]);
    }
  if (name == NULL || galley_html_weigh (name) > MAX_NAME_WEIGHT)
    return;

  /* What parts title and name may be in the title itself. */
  folded_name = galley_html_fold (name);
  if (*folded_name == '\0' ||
      strlen (folded_title) + 1 + strlen (folded_name) > strlen (folded_bar) ||
      (byline != NULL && galley_html_title_agrees (byline, name)))
    return;

  galley_html_metadata_offer (metadata, GALLEY_METADATA_PUBLICATION, name);
}

/* Whether a title names the publication first, as that of a front page does. */
static gboolean
is_front_page (const GalleyHtmlMetadata *metadata)
{
  const char *title = metadata->values[GALLEY_METADATA_TITLE];
  const char *publication = metadata->values[GALLEY_METADATA_PUBLICATION];
  g_autofree char *folded = title != NULL ? galley_html_fold (title) : NULL;
  g_autofree char *folded_name = publication != NULL ? galley_html_fold (publication) : NULL;

  return folded != NULL && folded_name != NULL && *folded_name != '\0' &&
         g_str_has_prefix (folded, folded_name);
}

/* Whether the title bar says nothing but a heading and what is stated as the title, which then is
 * the name of the publication. */
static gboolean
is_rest_of_bar (const GalleyHtmlTree *tree, const char *bar, guint heading, const char *title)
{
  g_autofree char *words = galley_html_tree_dup_words (tree, heading);
  g_autofree char *folded = galley_html_fold (words);
  g_autofree char *name = title != NULL ? galley_html_fold (title) : NULL;
  g_autofree char *folded_bar = galley_html_fold (bar);
  g_autofree char *title_first = g_strconcat (folded, " ", name, NULL);
  g_autofree char *name_first = g_strconcat (name != NULL ? name : "", " ", folded, NULL);

  return name != NULL && *name != '\0' &&
         (strcmp (folded_bar, title_first) == 0 || strcmp (folded_bar, name_first) == 0);
}

static guint
find_other_heading (const GalleyHtmlTree *tree,
                    const GalleyHtmlFeatures *features,
                    const char *title)
{
  return title != NULL ? galley_html_heading_find (tree, features, title, /* may_resemble= */ FALSE)
                       : 0;
}

/* The heading that is the stated title; or what the page calls its article where it states the
 * headline, which then was but a line about it; or what it is called in another place, though the
 * place that is trusted most goes on stating its title; or one that says nearly the same. */
static guint
find_any_heading (const GalleyHtmlTree *tree,
                  const GalleyHtmlFeatures *features,
                  GalleyHtmlMetadata *metadata,
                  gboolean *out_is_alike)
{
  char **title = &metadata->values[GALLEY_METADATA_TITLE];
  g_autofree char *bar = galley_html_title_read_bar (tree);
  guint heading = find_other_heading (tree, features, *title);
  gboolean is_named = FALSE;

  if (heading == 0)
    {
      heading = find_other_heading (tree, features, metadata->name);
      is_named = heading != 0;
    }
  for (guint i = 0; heading == 0 && i < metadata->other_titles->len; i++)
    heading = find_other_heading (tree, features, metadata->other_titles->pdata[i]);
  if (is_named)
    {
      g_free (*title);
      *title = galley_html_tree_dup_words (tree, heading);
    }
  if (heading == 0)
    {
      heading = find_other_heading (tree, features, bar);
      if (heading != 0 && (is_front_page (metadata) || is_rest_of_bar (tree, bar, heading, *title)))
        {
          g_free (*title);
          *title = galley_html_tree_dup_words (tree, heading);
        }
    }

  *out_is_alike = heading == 0 && *title != NULL && galley_html_weigh (*title) >= MIN_BAR_WEIGHT;
  return heading != 0 ? heading
                      : galley_html_heading_find (tree, features, *title, /* may_resemble= */ TRUE);
}

/* Some state the name of the publication where the title belongs. */
static void
forget_publication (GalleyHtmlMetadata *metadata)
{
  const char *publication = metadata->values[GALLEY_METADATA_PUBLICATION];
  char **title = &metadata->values[GALLEY_METADATA_TITLE];

  if (*title != NULL && publication != NULL && galley_html_name_agrees (publication, *title))
    g_clear_pointer (title, g_free);
}

/* Whether a title bar has two parts or more: where none of them is shown, they say where the page
 * is filed. */
static gboolean
names_places (const char *bar)
{
  for (guint i = 0; bar != NULL && i < G_N_ELEMENTS (separators); i++)
    if (strstr (bar, separators[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* The only heading of the first rank, or what looks like one, on a page whose title bar is for
 * machines that search, or says no more than the name of the publication, and which states nothing
 * else. */
static guint
find_lone (const GalleyHtmlTree *tree,
           const GalleyHtmlFeatures *features,
           const GalleyHtmlMetadata *metadata,
           const char *bar)
{
  guint lone = galley_html_heading_find_lone (tree, features);
  guint heading =
      lone == 0 && names_places (bar) ? galley_html_heading_find_large (tree, features) : lone;
  g_autofree char *words = heading != 0 ? galley_html_tree_dup_words (tree, heading) : NULL;
  g_autofree char *folded = words != NULL ? galley_html_fold (words) : NULL;
  g_autofree char *folded_bar = bar != NULL ? galley_html_fold (bar) : NULL;

  return heading != 0 && !is_name (metadata, words) &&
                 (folded_bar == NULL || strstr (folded_bar, folded) == NULL)
             ? heading
             : 0;
}

/**
 * galley_html_title_settle:
 * @metadata: (inout): what is stated for machines
 *
 * Finds the title, and the heading that shows it.
 */
void
galley_html_title_settle (const GalleyHtmlTree *tree,
                          const GalleyHtmlFeatures *features,
                          GalleyHtmlMetadata *metadata)
{
  char **title = &metadata->values[GALLEY_METADATA_TITLE];
  g_autofree char *bar = galley_html_title_read_bar (tree);
  gboolean from_bar, is_alike, is_named = FALSE;

  forget_publication (metadata);
  from_bar = *title == NULL;
  if (from_bar)
    *title = g_strdup (bar);
  if (*title != NULL)
    is_named = cut_names (metadata, title, bar);
  metadata->heading = find_any_heading (tree, features, metadata, &is_alike);
  if (metadata->heading == 0 && *title != NULL && !from_bar)
    cut_after_common (title, bar);
  if (metadata->heading == 0 && *title != NULL)
    metadata->heading = galley_html_heading_find_block (tree, features, *title);
  if (metadata->heading == 0 && *title != NULL)
    metadata->heading = find_part (tree, features, title);
  if (from_bar && *title != NULL && (metadata->heading == 0 || is_alike))
    cut_bar (tree, metadata->heading, title, is_named);
  if (from_bar && *title != NULL && metadata->heading == 0)
    metadata->heading = galley_html_heading_find_block (tree, features, *title);
  if (from_bar && metadata->heading == 0)
    {
      metadata->heading = find_lone (tree, features, metadata, bar);
      is_alike = FALSE;
    }

  if (metadata->heading != 0 && !is_alike &&
      (from_bar || *title == NULL || is_all_but_name (tree, features, metadata->heading, *title)))
    take_heading (tree, metadata->heading, title);
  if (*title != NULL)
    g_strstrip (*title);
  if (metadata->heading != 0)
    read_publication (tree, metadata);
}
