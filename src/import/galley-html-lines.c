/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-lines.h"

#include "galley-html-words.h"

#include <string.h>

/* Lines that a page sets between the paragraphs of an article, and that are told from it by what
 * they say and how: those that lead to another article ("Read also: …"), and those that want
 * something of the reader ("Sign up for our newsletter"). Both are recognised by two things at
 * once, since each alone is found in sentences. */

#define MAX_LABEL_WEIGHT 30
#define MIN_LINK_WEIGHT 16 /* of what is a headline, and not the name of a source */
#define MIN_LINKED_PART 60 /* percent of a line that leads to another article */
#define MAX_SIGNS_AFTER 3

/* Words of which one stands before a link to another article. */
static const char *const pointers[] = {
  "also",   "aussi",   "auch",    "anche", "besides", "çok",         "czytaj",      "gerelateerd",
  "learn",  "leer",    "lees",    "leggi", "lea",     "leia",        "lesen",       "lire",
  "listen", "läs",     "les",     "mais",  "mehr",    "meer",        "more",        "oku",
  "ook",    "podcast", "photos",  "read",  "related", "relacionada", "relacionado", "saiba",
  "see",    "siehe",   "también", "także", "ver",     "video",       "vidéo",       "voir",
  "watch",  "zie",     "zobacz",  "zum",   "читайте", "смотрите",    "اقرأ",        "关联",
  "相关",   "関連",    NULL,
};

/* How a line begins that wants something, */
static const char *const requests[] = {
  "abonnez vous",     "abonnieren",      "already a subscriber",
  "apúntate",         "assine",          "baixe",
  "catch up",         "click here",      "clique aqui",
  "connect with",     "create a free",   "descarga",
  "do you want",      "dont miss",       "download",
  "enter your email", "find us",         "folgen sie",
  "follow",           "for more",        "for the latest",
  "get all",          "get breaking",    "get daily",
  "get more",         "get our",         "get the",
  "get your",         "ici pour",        "inscreva se",
  "inscrivez vous",   "iscriviti",       "jetzt abonnieren",
  "jetzt den",        "join our",        "join the",
  "join us",          "keep up",         "like us",
  "like what",        "log in",          "meld je aan",
  "melden sie sich",  "never miss",      "receba",
  "receive our",      "receive the",     "recevez",
  "recibe",           "register for",    "register now",
  "register to",      "regístrate",      "schrijf je in",
  "seguici",          "siga a",          "siga o",
  "sign in",          "sign up",         "sigue a",
  "sigue nuestro",    "stay connected",  "stay in touch",
  "stay informed",    "stay up",         "subscribe",
  "suivez",           "suscríbase",      "suscríbete",
  "síguenos",         "this article is", "this story is",
  "to continue",      "to read",         "téléchargez",
  "volg ons",         "want more",       "want to",
  "you have reached",
};

/* and what it goes on with. */
static const char *const objects[] = {
  "access",      "account",        "alerts",        "app",         "apps",
  "boletim",     "boletines",      "boletín",       "canal",       "email",
  "emails",      "facebook",       "inbox",         "infolettre",  "instagram",
  "kanal",       "linkedin",       "mail",          "newsletter",  "newsletters",
  "nieuwsbrief", "notificaciones", "notifications", "pinterest",   "reading",
  "snapchat",    "subscribe",      "subscriber",    "subscribers", "subscription",
  "telegram",    "tiktok",         "twitter",       "whatsapp",    "youtube",
  NULL,
};

static gboolean
has_one_of (const char *folded, const char *const *words)
{
  g_auto (GStrv) tokens = g_strsplit (folded, " ", -1);

  for (guint i = 0; tokens[i] != NULL; i++)
    if (g_strv_contains (words, tokens[i]))
      return TRUE;

  return FALSE;
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
  g_autofree char *folded = NULL;

  if (f->n_links == 0 || f->linked < MIN_LINK_WEIGHT || f->linked == f->length ||
      f->linked * 100 < f->length * MIN_LINKED_PART || f->length - f->linked > MAX_LABEL_WEIGHT)
    return FALSE;

  label = read_label (tree, features, node);
  folded = galley_html_fold (label);
  return has_one_of (folded, pointers) && ends_with_link (tree, features, node);
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
  g_autofree char *folded = galley_html_fold (words);

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      gsize n = strlen (requests[i]);

      if (strncmp (folded, requests[i], n) == 0 && folded[n] == ' ')
        return has_one_of (folded + n + 1, objects);
    }

  return FALSE;
}
