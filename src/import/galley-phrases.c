/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-phrases.h"

#include <string.h>

/* Lines that a page puts around an article, in case-folded form and without signs at their ends.
 * Each is compared with a whole line, never looked for within one, so that a sentence which happens
 * to hold the words stays what it is. */
static const char *const boilerplate[] = {
  "add a comment",
  "advertise with us",
  "advertisement",
  "all rights reserved",
  "around the web",
  "article continues below",
  "back to top",
  "click here to subscribe",
  "click to enlarge",
  "comments",
  "comments are closed",
  "continue reading",
  "continue reading the main story",
  "copy link",
  "editor's picks",
  "editors' picks",
  "email this",
  "email this article",
  "enlarge this image",
  "follow us",
  "from around the web",
  "from the web",
  "gallery",
  "get our newsletter",
  "hide caption",
  "image",
  "join the conversation",
  "just watched",
  "latest news",
  "latest stories",
  "leave a comment",
  "leave a reply",
  "like this",
  "listen to this article",
  "load more",
  "loading",
  "log in",
  "log in to comment",
  "log in to leave a comment",
  "more on this story",
  "more stories",
  "more top stories",
  "more videos",
  "most popular",
  "most read",
  "most recent",
  "most viewed",
  "must watch",
  "newer posts",
  "news provided by",
  "newsletter signup",
  "next article",
  "next post",
  "no comments",
  "notify me of follow-up comments by email",
  "notify me of new posts by email",
  "now playing",
  "older posts",
  "photo",
  "play video",
  "please log in to leave a comment",
  "post a comment",
  "previous article",
  "previous post",
  "print friendly",
  "print this article",
  "print this page",
  "promoted content",
  "promoted stories",
  "rate this article",
  "read more",
  "read next",
  "recommended for you",
  "recommended stories",
  "related",
  "related articles",
  "related content",
  "related posts",
  "related stories",
  "related topics",
  "replay",
  "reply",
  "report a correction",
  "report a typo",
  "report an error",
  "report this ad",
  "reuse content",
  "reuse this content",
  "save article",
  "save for later",
  "scroll to continue",
  "share",
  "share on facebook",
  "share on twitter",
  "share this",
  "share this article",
  "share this story",
  "share this video",
  "share via",
  "show comments",
  "sign in",
  "sign up",
  "sign up for our newsletter",
  "sign up for our newsletters",
  "sign up to our newsletter",
  "skip ad",
  "skip advertisement",
  "skip to content",
  "skip to main content",
  "sponsored",
  "sponsored content",
  "sponsored stories",
  "story continues below",
  "story continues below advertisement",
  "subscribe",
  "subscribe now",
  "subscribe to our newsletter",
  "thank you for reading",
  "thanks for reading",
  "toggle caption",
  "top stories",
  "trending",
  "trending now",
  "trending stories",
  "tweet",
  "video",
  "view comments",
  "view gallery",
  "view image in fullscreen",
  "view this post on instagram",
  "was this article helpful",
  "was this helpful",
  "scroll down for video",
  "scroll for more",
  "swipe for more photos",
  "media caption",
  "register for free to continue reading",
  "register to continue reading",
  "recommended reading",
  "watch live",
  "watch now",
  "watch on youtube",
  "what to read next",
  "you may also like",
  "you might also like",
  "you must be logged in to post a comment",
  /* Spanish, French, German */
  "anuncio",
  "publicidad",
  "comparte este artículo",
  "compartir",
  "deja un comentario",
  "suscríbete",
  "publicité",
  "partager",
  "laisser un commentaire",
  "lire aussi",
  "à lire aussi",
  "a lire aussi",
  "anzeige",
  "auch interessant",
  "das könnte sie auch interessieren",
  "lesen sie auch",
  "lea también",
  "lee también",
  "te puede interesar",
  "leia também",
  "leia mais",
  "leggi anche",
  "lees ook",
  "kommentar schreiben",
  "teilen",
  "mehr zum thema",
};

/* How such lines begin that go on with something else, each with what must follow: these need a
 * sign after the words, because "Related costs rose" is a heading. */
static const char *const boilerplate_starts[] = {
  "read more:",
  "read also:",
  "also read:",
  "now playing:",
  "up next:",
  "read next:",
  "related:",
  "see also:",
  "more:",
  "watch:",
  "follow us on ",
  "© ",
  "(c) ",
  "copyright ©",
  "copyright (c)",
  "copyright 19",
  "copyright 20",
  "lire aussi :",
  "lire aussi :",
  "à lire aussi :",
  "a lire aussi :",
  "read or share this story:",
  "lee también:",
  "lesen sie auch:",
  "lea también:",
  "leia também:",
  "leggi anche:",
  "lees ook:",
  "責任編輯",
  "责任编辑",
  "[责任编辑",
  "(责任编辑",
  "share this article on ",
  "please enable javascript to ",
  "your browser does not support ",
  "your browser doesn't support ",
  "your browser doesn’t support ",
  "tags:",
  "filed under:",
  "more on:",
  "topics:",
  "related topics:",
  "schlagwörter:",
  "etiquetas:",
  "mots-clés",
  "sign up for our newsletter ",
  "subscribe to our newsletter ",
};

/* How a name begins that is none of a sentence's: "Powered by Newscaster". */
static const char *const boilerplate_credits[] = { "powered by ", "promoted by " };

/* Labels above a headline that say what kind of piece it is. */
static const char *const kickers[] = {
  "analysis",      "breaking", "breaking news",  "business",  "comment",       "culture",
  "editorial",     "essay",    "exclusive",      "explainer", "fact check",    "feature",
  "features",      "health",   "interview",      "long read", "news",          "news analysis",
  "obituary",      "opinion",  "perspective",    "politics",  "press release", "profile",
  "review",        "science",  "special report", "sport",     "sports",        "technology",
  "the interview", "travel",   "u.s.",           "world",     "world news",
};

/* Names of sections that may be empty at the end of an article, which is worth knowing. */
static const char *const sections[] = {
  "bibliography", "corrections",
  "credits",      "endnotes",
  "footnotes",    "further reading",
  "methodology",  "notes",
  "references",   "sources",
  "works cited",  "fuentes",
  "referencias",  "sources et références",
  "quellen",      "literatur",
};

#define MAX_LINE_BYTES 160
#define PREFIX_BYTES 4
#define MAX_PHRASE_BYTES                                                                           \
  64 /* of the longest phrase; a longer line is compared with starts only                          \
      */

/* Skips signs at the start of @folded and cuts those at its end off. */
static const char *
trim_signs (char *folded)
{
  char *start = folded, *end = folded + strlen (folded);

  while (start < end && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  *end = '\0';

  return start;
}

static inline gboolean
agrees (const char *start, const char *phrase)
{
  for (guint i = 0; i < PREFIX_BYTES && phrase[i] != '\0'; i++)
    if (start[i] != phrase[i])
      return FALSE;

  return TRUE;
}

/* What most lines are told from all @phrases by, without folding them: how they begin. Other
 * letters than ASCII's may fold to any. */
static gboolean
may_begin_with_one_of (const char *line, const char *const *phrases, guint n_phrases)
{
  char start[PREFIX_BYTES] = { '\0' };

  for (guint i = 0; i < PREFIX_BYTES && line[i] != '\0'; i++)
    {
      if ((guchar) line[i] >= 0x80)
        return TRUE;
      start[i] = g_ascii_tolower (line[i]);
    }

  for (guint i = 0; i < n_phrases; i++)
    if (agrees (start, phrases[i]))
      return TRUE;

  return FALSE;
}

static const char *
skip_ascii_signs (const char *line)
{
  while (*line > '\0' && !g_ascii_isalnum (*line))
    line++;

  return line;
}

/* Most lines are told from a phrase by their first letter. */
static gboolean
is_one_of (const char *folded, const char *const *phrases, guint n_phrases)
{
  for (guint i = 0; i < n_phrases; i++)
    if (folded[0] == phrases[i][0] && strcmp (folded, phrases[i]) == 0)
      return TRUE;

  return FALSE;
}

/* The first @max_bytes of @line, or a little more if they end within a character, case folded. */
static char *
fold (const char *line, gsize max_bytes)
{
  const char *end = line;

  while (*end > '\0' && (gsize) (end - line) < max_bytes)
    end++;
  if (*end == '\0' || (gsize) (end - line) == max_bytes) /* nothing but ASCII */
    return g_ascii_strdown (line, end - line);

  while (*end != '\0' && (gsize) (end - line) < max_bytes)
    end = g_utf8_next_char (end);

  return g_utf8_casefold (line, end - line);
}

static gboolean
starts_with (const char *line, const char *const *starts, guint n_starts)
{
  g_autofree char *folded = NULL;

  if (!may_begin_with_one_of (line, starts, n_starts))
    return FALSE;

  folded = fold (line, MAX_PHRASE_BYTES);
  for (guint i = 0; i < n_starts; i++)
    if (folded[0] == starts[i][0] && g_str_has_prefix (folded, starts[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_phrase (const char *line, const char *const *phrases, guint n_phrases)
{
  g_autofree char *folded = NULL;

  if (strlen (line) > MAX_PHRASE_BYTES ||
      !may_begin_with_one_of (skip_ascii_signs (line), phrases, n_phrases))
    return FALSE;

  folded = fold (line, MAX_PHRASE_BYTES);
  return is_one_of (trim_signs (folded), phrases, n_phrases);
}

static void
add_pairs (guint32 *pairs, const char *const *phrases, guint n_phrases)
{
  for (guint i = 0; i < n_phrases; i++)
    if ((guchar) phrases[i][0] < 0x80)
      pairs[(guchar) phrases[i][0]] |= 1u << (phrases[i][1] & 31);
}

/* Whether boilerplate may begin with the first two letters of @line. Each short line of a text is
 * asked, so they are looked up in a table: for each first letter a bit for each second. */
static gboolean
may_begin_boilerplate (const char *line)
{
  static guint32 pairs[0x80];
  static gsize is_ready;

  if (g_once_init_enter (&is_ready))
    {
      add_pairs (pairs, boilerplate, G_N_ELEMENTS (boilerplate));
      add_pairs (pairs, boilerplate_starts, G_N_ELEMENTS (boilerplate_starts));
      add_pairs (pairs, boilerplate_credits, G_N_ELEMENTS (boilerplate_credits));
      g_once_init_leave (&is_ready, TRUE);
    }

  if (line[0] == '\0')
    return FALSE;
  if ((guchar) line[0] >= 0x80 || (guchar) line[1] >= 0x80)
    return TRUE;

  /* The two cases of a letter have the same last five bits. */
  return (pairs[(guchar) g_ascii_tolower (line[0])] >> (line[1] & 31) & 1) != 0;
}

/**
 * galley_phrases_is_boilerplate:
 * @line: a whole line, with single spaces
 *
 * Returns: whether @line is no part of an article ("Leave a Comment")
 */
gboolean
galley_phrases_is_boilerplate (const char *line)
{
  if (!may_begin_boilerplate (line) && !may_begin_boilerplate (skip_ascii_signs (line)))
    return FALSE;

  return strlen (line) <= MAX_LINE_BYTES &&
         (starts_with (line, boilerplate_starts, G_N_ELEMENTS (boilerplate_starts)) ||
          (!g_str_has_suffix (line, ".") &&
           starts_with (line, boilerplate_credits, G_N_ELEMENTS (boilerplate_credits))) ||
          is_phrase (line, boilerplate, G_N_ELEMENTS (boilerplate)));
}

/**
 * galley_phrases_opens_links:
 *
 * Returns: whether @line, a boilerplate one, has links to other articles below it ("Related
 * stories")
 */
gboolean
galley_phrases_opens_links (const char *line)
{
  static const char *const openers[] = {
    "about the author",     "about the authors", "about the writer",    "sobre el autor",
    "sobre la autora",      "über den autor",    "über die autorin",    "à propos de l'auteur",
    "à propos de l’auteur", "mehr zum thema",    "more on this story",  "more stories",
    "most popular",         "most read",         "read more",           "read next",
    "recommended stories",  "related",           "related articles",    "related content",
    "related stories",      "related topics",    "top stories",         "trending",
    "trending now",         "you may also like", "you might also like", "latest news",
    "latest stories",       "editor's picks",    "editors' picks",      "recommended for you",
    "related posts",        "around the web",    "from around the web", "most viewed",
    "trending stories",     "sponsored stories", "promoted stories",
  };

  return is_phrase (line, openers, G_N_ELEMENTS (openers));
}

/**
 * galley_phrases_is_kicker:
 *
 * Returns: whether @line is a label above a headline ("Opinion")
 */
gboolean
galley_phrases_is_kicker (const char *line)
{
  return is_phrase (line, kickers, G_N_ELEMENTS (kickers));
}

/**
 * galley_phrases_names_section:
 *
 * Returns: whether @line is the heading of what stands after an article ("Sources"), so that it is
 *   one even if nothing is under it
 */
gboolean
galley_phrases_names_section (const char *line)
{
  return g_utf8_strlen (line, -1) <= 40 && is_phrase (line, sections, G_N_ELEMENTS (sections));
}

/**
 * galley_phrases_is_slug:
 *
 * Returns: whether @line is what a news agency puts above a story to file it: "BC-US--Storm, 2nd
 *   Ld", "AM-Floods,310", "Eds: Adds quotes"
 */
gboolean
galley_phrases_is_slug (const char *line)
{
  if (g_ascii_strncasecmp (line, "eds:", 4) == 0 || strcmp (line, "URGENT") == 0)
    return TRUE;

  return g_ascii_isupper (line[0]) && g_ascii_isupper (line[1]) && line[2] == '-' &&
         (g_ascii_isupper (line[3]) || line[3] == '-');
}

/**
 * galley_phrases_is_end_mark:
 *
 * Returns: whether @line says that a story ends: "-30-", "END", "ENDS", "(END)", "MORE", "###"; all
 * in capitals, because that is how it is done
 */
gboolean
galley_phrases_is_end_mark (const char *line)
{
  static const char *const marks[] = { "-30-",   "– 30 –", "- 30 -", "END",     "ENDS",
                                       "(END)",  "-END-",  "-ends-", "--END--", "(MORE)",
                                       "-more-", "###",    "# # #" };

  return is_one_of (line, marks, G_N_ELEMENTS (marks));
}

/**
 * galley_phrases_is_credit:
 *
 * Returns: whether @line says who took a picture, which looks like a heading and is none
 */
gboolean
galley_phrases_is_credit (const char *line)
{
  static const char *const starts[] = {
    "photo by ",        "photo:",          "photos by ", "photograph by ", "credit ",  "foto:",
    "figure:",          "photographs by ", "image:",     "images:",        "picture:", "credit:",
    "illustration by ", "graphic by ",     "caption:",   "portrait by ",   "("
  };
  static const char *const agencies[] = { "getty images", "/reuters", "/afp", "/ap", "ap photo" };
  g_autofree char *folded = NULL;

  if (strlen (line) > MAX_LINE_BYTES)
    return FALSE;

  if (starts_with (line, starts, G_N_ELEMENTS (starts)))
    return TRUE;
  /* What most lines are spared. */
  if (strpbrk (line, "/GA") == NULL)
    return FALSE;

  folded = fold (line, MAX_LINE_BYTES);
  for (guint i = 0; i < G_N_ELEMENTS (agencies); i++)
    {
      const char *found = strstr (folded, agencies[i]);

      if (found != NULL && !g_ascii_isalnum (found[strlen (agencies[i])]))
        return TRUE;
    }

  return FALSE;
}
