/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-vocabulary.h"

#include <string.h>

/* Names such as "story-body__inner", "articleBody" and "relatedLinks" are taken apart where the
 * case changes and at each sign, and each word is looked up. */

#define ASIDE GALLEY_HTML_HINT_ASIDE
#define NOTICE (GALLEY_HTML_HINT_ASIDE | GALLEY_HTML_HINT_NOTICE)
#define WHOLE 0          /* the word itself */
#define BEGINS 1         /* the words that begin so, too ("sharebar") */
#define MIN_SLUG_SIGNS 3 /* that part the words of a heading */
#define MAX_WORD_BYTES 32
#define LEAD "lead"         /* ends the name of one; "lead-image" and "lead-story" are others */
#define MAX_NAMES_BYTES 512 /* generated names may be very long and say nothing */

/* Halves of a name for the text of an article: "article-body", "entry_content". */
#define IS_WORK (1 << 16)
#define IS_TEXT (1 << 17)
/* "no-comments", "has-sidebar" say that something is there or not, of another element. */
#define IS_MODIFIER (1 << 18)
/* "tag-cookies", "category-social-media" say what the article is about. */
#define IS_TOPIC (1 << 19)
/* Halves of a name for what is only read out: "sr-only", "visually-hidden", "screen-reader". */
#define IS_UNSEEN (1 << 20)
#define IS_READ_OUT (1 << 21)
/* Halves of a name for where else to go: "more-stories", "similar-posts". */
#define IS_MORE (1 << 22)
#define IS_STORIES (1 << 23)
/* Halves of a name for what stands below the title: "sub-headline". */
#define IS_SUB (1 << 24)
#define IS_HEADLINE (1 << 25)
/* "sign-up", "video-player". */
#define IS_SIGN (1 << 26)
#define IS_UP (1 << 27)
#define IS_VIDEO (1 << 28)
#define IS_PLAYER (1 << 29)
/* "teaser-text" stands above an article or in a list of others; either way it is no list itself. */
#define IS_TEASER (1 << 30)
/* "Comment" is more than one, with another word after it: "comment-list". */
#define IS_COMMENT (1u << 31)

/* Sorted, see get_starts(). */
static const struct
{
  const char *word;
  int begins;
  guint hints;
} words[] = {
  { "ad", WHOLE, ASIDE },
  { "adbox", BEGINS, ASIDE },
  { "addthis", BEGINS, ASIDE },
  { "addtoany", BEGINS, ASIDE },
  { "ads", WHOLE, ASIDE },
  { "adsby", BEGINS, ASIDE },
  { "adsense", BEGINS, ASIDE },
  { "adslot", BEGINS, ASIDE },
  { "adunit", BEGINS, ASIDE },
  { "adv", WHOLE, ASIDE },
  { "advert", BEGINS, ASIDE },
  { "affiliate", BEGINS, ASIDE },
  { "agegate", BEGINS, NOTICE },
  { "also", WHOLE, IS_MORE },
  { "anriss", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "anzeige", BEGINS, ASIDE },
  { "article", WHOLE, IS_WORK },
  { "articlebody", BEGINS, GALLEY_HTML_HINT_BODY },
  { "articles", WHOLE, IS_STORIES },
  { "articletext", BEGINS, GALLEY_HTML_HINT_BODY },
  { "artikel", WHOLE, IS_WORK },
  { "author", WHOLE, GALLEY_HTML_HINT_BYLINE },
  { "authorbio", BEGINS, GALLEY_HTML_HINT_BYLINE },
  { "authorbox", BEGINS, GALLEY_HTML_HINT_BYLINE },
  { "authorinfo", BEGINS, GALLEY_HTML_HINT_BYLINE },
  { "authors", WHOLE, GALLEY_HTML_HINT_BYLINE },
  { "bajada", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "banner", WHOLE, ASIDE },
  { "bio", WHOLE, ASIDE },
  { "blog", WHOLE, IS_WORK },
  { "body", WHOLE, IS_TEXT },
  { "breadcrumb", BEGINS, ASIDE },
  { "byline", BEGINS, GALLEY_HTML_HINT_BYLINE },
  { "caption", WHOLE, GALLEY_HTML_HINT_CAPTION },
  { "carousel", BEGINS, ASIDE },
  { "category", WHOLE, IS_TOPIC },
  { "chapeau", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "chapo", BEGINS, GALLEY_HTML_HINT_LEAD },
  { "combx", WHOLE, GALLEY_HTML_HINT_COMMENTS },
  { "comentario", WHOLE, IS_COMMENT },
  { "comentario", BEGINS, GALLEY_HTML_HINT_COMMENTS },
  { "comment", WHOLE, IS_COMMENT },
  { "commentaire", WHOLE, IS_COMMENT },
  { "commentaire", BEGINS, GALLEY_HTML_HINT_COMMENTS },
  { "commenti", BEGINS, GALLEY_HTML_HINT_COMMENTS },
  { "commentlist", BEGINS, GALLEY_HTML_HINT_COMMENTS },
  { "comments", BEGINS, GALLEY_HTML_HINT_COMMENTS },
  { "community", WHOLE, ASIDE },
  { "compartir", BEGINS, ASIDE },
  { "complementary", WHOLE, ASIDE },
  { "consent", BEGINS, NOTICE },
  { "contenido", WHOLE, IS_TEXT },
  { "content", WHOLE, IS_TEXT },
  { "contentad", BEGINS, ASIDE },
  { "contentinfo", WHOLE, ASIDE },
  { "conteudo", WHOLE, IS_TEXT },
  { "contributors", WHOLE, GALLEY_HTML_HINT_BYLINE },
  { "cookie", BEGINS, NOTICE },
  { "copete", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "copyright", WHOLE, ASIDE },
  { "cta", WHOLE, ASIDE },
  { "cuerpo", WHOLE, IS_TEXT },
  { "date", WHOLE, GALLEY_HTML_HINT_DATE },
  { "dateline", WHOLE, GALLEY_HTML_HINT_DATE },
  { "datetime", WHOLE, GALLEY_HTML_HINT_DATE },
  { "deck", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "dek", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "description", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "dialog", WHOLE, NOTICE },
  { "disclaimer", BEGINS, ASIDE },
  { "disqus", BEGINS, GALLEY_HTML_HINT_COMMENTS },
  { "donate", BEGINS, ASIDE },
  { "empfehl", BEGINS, ASIDE },
  { "entradilla", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "entry", WHOLE, IS_WORK },
  { "entrycontent", BEGINS, GALLEY_HTML_HINT_BODY },
  { "excerpt", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "facebook", WHOLE, ASIDE },
  { "featured", WHOLE, IS_MORE },
  { "feedback", WHOLE, ASIDE },
  { "follow", WHOLE, ASIDE },
  { "footer", WHOLE, ASIDE },
  { "footerlinks", BEGINS, ASIDE },
  { "gallery", WHOLE, ASIDE },
  { "gdpr", BEGINS, NOTICE },
  { "guestbook", BEGINS, GALLEY_HTML_HINT_COMMENTS },
  { "has", WHOLE, IS_MODIFIER },
  { "heading", WHOLE, IS_HEADLINE },
  { "headline", WHOLE, GALLEY_HTML_HINT_TITLE | IS_HEADLINE },
  { "headlines", WHOLE, IS_STORIES },
  { "hed", WHOLE, IS_HEADLINE },
  { "hidden", WHOLE, IS_READ_OUT },
  { "hide", WHOLE, IS_MODIFIER },
  { "infinite", WHOLE, ASIDE },
  { "ingress", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "inhalt", WHOLE, IS_TEXT },
  { "intro", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "is", WHOLE, IS_MODIFIER },
  { "jwplayer", BEGINS, ASIDE },
  { "keywords", WHOLE, ASIDE },
  { "kommentar", WHOLE, IS_COMMENT },
  { "kommentar", BEGINS, GALLEY_HTML_HINT_COMMENTS },
  { "latest", WHOLE, ASIDE },
  { "leadtext", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "lede", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "legal", WHOLE, ASIDE },
  { "like", WHOLE, IS_STORIES },
  { "livefyre", BEGINS, GALLEY_HTML_HINT_COMMENTS },
  { "login", BEGINS, ASIDE },
  { "masthead", WHOLE, ASIDE },
  { "menu", BEGINS, ASIDE },
  { "meta", WHOLE, GALLEY_HTML_HINT_DATE },
  { "modal", BEGINS, NOTICE },
  { "more", WHOLE, IS_MORE },
  { "most", WHOLE, IS_MORE },
  { "mostpopular", BEGINS, ASIDE },
  { "mostread", BEGINS, ASIDE },
  { "nav", WHOLE, ASIDE },
  { "navbar", BEGINS, ASIDE },
  { "navbox", BEGINS, ASIDE },
  { "navigation", WHOLE, ASIDE },
  { "news", WHOLE, IS_WORK },
  { "newsletter", BEGINS, ASIDE },
  { "no", WHOLE, IS_MODIFIER },
  { "nota", WHOLE, IS_WORK },
  { "noticia", WHOLE, IS_WORK },
  { "off", WHOLE, IS_UNSEEN },
  { "onesignal", BEGINS, NOTICE },
  { "only", WHOLE, IS_READ_OUT },
  { "optin", BEGINS, ASIDE },
  { "other", WHOLE, IS_MORE },
  { "outbrain", BEGINS, ASIDE },
  { "overlay", WHOLE, ASIDE },
  { "pager", WHOLE, ASIDE },
  { "pagination", BEGINS, ASIDE },
  { "partage", BEGINS, ASIDE },
  { "partner", BEGINS, ASIDE },
  { "perex", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "player", WHOLE, IS_PLAYER },
  { "playlist", WHOLE, ASIDE },
  { "poll", WHOLE, ASIDE },
  { "popular", WHOLE, ASIDE },
  { "popup", BEGINS, NOTICE },
  { "post", WHOLE, IS_WORK },
  { "postbody", BEGINS, GALLEY_HTML_HINT_BODY },
  { "postcontent", BEGINS, GALLEY_HTML_HINT_BODY },
  { "posted", WHOLE, GALLEY_HTML_HINT_DATE },
  { "postmetadata", WHOLE, ASIDE },
  { "posts", WHOLE, IS_STORIES },
  { "promo", BEGINS, ASIDE },
  { "promoted", BEGINS, ASIDE },
  { "pubdate", WHOLE, GALLEY_HTML_HINT_DATE },
  { "publicidad", BEGINS, ASIDE },
  { "publicite", BEGINS, ASIDE },
  { "published", WHOLE, GALLEY_HTML_HINT_DATE },
  { "rail", WHOLE, ASIDE },
  { "reacties", WHOLE, GALLEY_HTML_HINT_COMMENTS },
  { "read", WHOLE, IS_STORIES },
  { "reader", WHOLE, IS_UNSEEN },
  { "readmore", BEGINS, ASIDE },
  { "readnext", BEGINS, ASIDE },
  { "recirc", BEGINS, ASIDE },
  { "recommend", BEGINS, ASIDE },
  { "relacionad", BEGINS, ASIDE },
  { "related", BEGINS, ASIDE },
  { "replies", WHOLE, GALLEY_HTML_HINT_COMMENTS },
  { "respond", WHOLE, GALLEY_HTML_HINT_COMMENTS },
  { "revcontent", BEGINS, ASIDE },
  { "sapo", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "screen", WHOLE, IS_READ_OUT },
  { "screenreader", BEGINS, GALLEY_HTML_HINT_HIDDEN },
  { "search", WHOLE, ASIDE },
  { "seealso", WHOLE, ASIDE },
  { "share", WHOLE, ASIDE },
  { "shareaholic", BEGINS, ASIDE },
  { "sharebar", BEGINS, ASIDE },
  { "sharedaddy", BEGINS, ASIDE },
  { "sharethis", BEGINS, ASIDE },
  { "sharing", BEGINS, ASIDE },
  { "shoutbox", BEGINS, ASIDE },
  { "show", WHOLE, IS_MODIFIER },
  { "sidebar", BEGINS, ASIDE },
  { "sign", WHOLE, IS_SIGN },
  { "signup", BEGINS, ASIDE },
  { "similar", WHOLE, IS_MORE },
  { "skip", WHOLE, ASIDE },
  { "skyscraper", WHOLE, ASIDE },
  { "slideshow", BEGINS, ASIDE },
  { "sociable", WHOLE, ASIDE },
  { "social", BEGINS, ASIDE },
  { "sottotitolo", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "sponsor", BEGINS, ASIDE },
  { "sr", WHOLE, IS_UNSEEN },
  { "standfirst", BEGINS, GALLEY_HTML_HINT_LEAD },
  { "stories", WHOLE, IS_STORIES },
  { "story", WHOLE, IS_WORK },
  { "storybody", BEGINS, GALLEY_HTML_HINT_BODY },
  { "storytext", BEGINS, GALLEY_HTML_HINT_BODY },
  { "sub", WHOLE, IS_SUB },
  { "subheading", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "subheadline", BEGINS, GALLEY_HTML_HINT_LEAD },
  { "subhed", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "subscribe", WHOLE, ASIDE },
  { "subscription", BEGINS, ASIDE },
  { "subtitle", BEGINS, GALLEY_HTML_HINT_LEAD },
  { "subtitulo", BEGINS, GALLEY_HTML_HINT_LEAD },
  { "summary", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "syndication", WHOLE, ASIDE },
  { "taboola", BEGINS, ASIDE },
  { "tag", WHOLE, IS_TOPIC },
  { "taglist", BEGINS, ASIDE },
  { "tags", WHOLE, ASIDE },
  { "teaser", WHOLE, ASIDE | IS_TEASER },
  { "teasers", WHOLE, ASIDE },
  { "teasertext", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "text", WHOLE, IS_TEXT },
  { "texte", WHOLE, IS_TEXT },
  { "texto", WHOLE, IS_TEXT },
  { "ticker", WHOLE, ASIDE },
  { "timestamp", BEGINS, GALLEY_HTML_HINT_DATE },
  { "title", WHOLE, IS_HEADLINE },
  { "toolbar", BEGINS, ASIDE },
  { "tools", WHOLE, ASIDE },
  { "top", WHOLE, IS_MORE },
  { "topics", WHOLE, ASIDE },
  { "trending", BEGINS, ASIDE },
  { "up", WHOLE, IS_UP },
  { "updated", WHOLE, GALLEY_HTML_HINT_DATE },
  { "upnext", BEGINS, ASIDE },
  { "upsell", BEGINS, ASIDE },
  { "vcard", WHOLE, GALLEY_HTML_HINT_BYLINE },
  { "verwandt", BEGINS, ASIDE },
  { "video", WHOLE, IS_VIDEO | GALLEY_HTML_HINT_FILM },
  { "videoplayer", BEGINS, ASIDE },
  { "viewed", WHOLE, IS_STORIES },
  { "visually", WHOLE, IS_UNSEEN },
  { "visuallyhidden", WHOLE, GALLEY_HTML_HINT_HIDDEN },
  { "vorspann", WHOLE, GALLEY_HTML_HINT_LEAD },
  { "weitere", WHOLE, ASIDE },
  { "werbung", BEGINS, ASIDE },
  { "with", WHOLE, IS_MODIFIER },
  { "without", WHOLE, IS_MODIFIER },
  { "yarpp", BEGINS, ASIDE },
  { "you", WHOLE, IS_MORE },
  { "zergnet", BEGINS, ASIDE },
};

/* Where in the table, which is sorted, the words begin that begin with each letter. */
static const guint *
get_starts (void)
{
  static guint starts['z' - 'a' + 2];
  static gsize is_ready;

  if (g_once_init_enter (&is_ready))
    {
      guint i = 0;

      for (int letter = 'a'; letter <= 'z' + 1; letter++)
        {
          while (i < G_N_ELEMENTS (words) && words[i].word[0] < letter)
            i++;
          starts[letter - 'a'] = i;
        }
      g_once_init_leave (&is_ready, TRUE);
    }

  return starts;
}

static guint
look_up (const char *word, gsize length_bytes)
{
  const guint *starts = get_starts ();
  int letter = word[0] - 'a';

  if (!g_ascii_islower (word[0]))
    return 0;

  for (guint i = starts[letter]; i < starts[letter + 1]; i++)
    {
      gsize word_bytes = strlen (words[i].word);

      if (length_bytes >= word_bytes && memcmp (word, words[i].word, word_bytes) == 0 &&
          (length_bytes == word_bytes || words[i].begins == BEGINS))
        return words[i].hints;
    }

  return 0;
}

/* Copies the next word of a name in lower case, and returns where it ends. */
static const char *
next_word (const char *p, char *word, gsize *out_length_bytes)
{
  gsize n = 0;

  while (*p != '\0' && !g_ascii_isalnum (*p) && !g_ascii_isspace (*p))
    p++;
  for (const char *start = p; g_ascii_isalnum (*p); p++)
    {
      /* "articleBody" is two words, and so is "HTMLBody". */
      if (p > start && g_ascii_isupper (*p) && (!g_ascii_isupper (p[-1]) || g_ascii_islower (p[1])))
        break;
      if (n < MAX_WORD_BYTES)
        word[n++] = g_ascii_tolower (*p);
    }
  while (n > 0 && g_ascii_isdigit (word[n - 1])) /* "ad2" is an ad */
    n--;

  *out_length_bytes = n;
  return p;
}

static gboolean
has_both (guint seen, guint one, guint other)
{
  return (seen & one) != 0 && (seen & other) != 0;
}

/* What the words of one name say together. */
static guint
join_halves (guint seen)
{
  if (has_both (seen, IS_WORK, IS_TEXT))
    seen |= GALLEY_HTML_HINT_BODY;
  if (has_both (seen, IS_UNSEEN, IS_READ_OUT))
    seen |= GALLEY_HTML_HINT_HIDDEN;
  if (has_both (seen, IS_MORE, IS_STORIES) || has_both (seen, IS_SIGN, IS_UP) ||
      has_both (seen, IS_VIDEO, IS_PLAYER))
    seen |= ASIDE;
  if (has_both (seen, IS_TEASER, IS_TEXT))
    seen = (seen & ~(guint) ASIDE) | GALLEY_HTML_HINT_LEAD;
  if (has_both (seen, IS_SUB, IS_HEADLINE))
    seen = (seen & ~(guint) GALLEY_HTML_HINT_TITLE) | GALLEY_HTML_HINT_LEAD;

  return seen;
}

/* Reads one name and returns where it ends. */
static const char *
look_at_name (const char *p, guint *hints)
{
  char word[MAX_WORD_BYTES];
  guint seen = 0, last = 0;
  gboolean is_modified = FALSE, is_first = TRUE, is_lead = FALSE;

  while (*p != '\0' && !g_ascii_isspace (*p))
    {
      gsize length_bytes;
      guint found;

      p = next_word (p, word, &length_bytes);
      found = length_bytes > 0 ? look_up (word, length_bytes) : 0;
      is_lead = length_bytes == strlen (LEAD) && memcmp (word, LEAD, length_bytes) == 0;
      if (is_first && (found & IS_TOPIC) != 0 && *p == '-')
        return p + strcspn (p, " \t\r\n\f\v");
      is_first = FALSE;
      if (!is_modified)
        {
          seen |= found;
          last = found;
        }
      is_modified = (found & IS_MODIFIER) != 0;
    }

  if ((seen & IS_COMMENT) != 0)
    seen |= (last & IS_COMMENT) != 0 ? GALLEY_HTML_HINT_COMMENT : GALLEY_HTML_HINT_COMMENTS;
  *hints |= join_halves (is_lead ? seen | GALLEY_HTML_HINT_LEAD : seen);
  return p;
}

/**
 * galley_html_vocabulary_is_slug:
 * @name: (nullable): the value of an id
 *
 * Returns: whether @name is a heading made into a place to link to, whose words name no part of the
 *   page ("sharing-with-a-single-developer")
 */
gboolean
galley_html_vocabulary_is_slug (const char *name)
{
  guint n_signs = 0;

  for (const char *p = name; p != NULL && *p != '\0'; p++)
    n_signs += *p == '-' || *p == '_' || *p == '.' || *p == '%';

  return n_signs >= MIN_SLUG_SIGNS;
}

/**
 * galley_html_vocabulary_look:
 * @names: (nullable): the value of a class, an id or the like
 *
 * Returns: #GalleyHtmlHints
 */
guint
galley_html_vocabulary_look (const char *names)
{
  guint hints = 0;

  if (names == NULL)
    return 0;

  for (const char *p = names; *p != '\0' && p < names + MAX_NAMES_BYTES;)
    {
      if (g_ascii_isspace (*p))
        p++;
      else
        p = look_at_name (p, &hints);
    }

  return hints & (IS_WORK - 1);
}
