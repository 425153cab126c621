/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-calls.h"

#include "galley-html-words.h"

#include <string.h>

/* Buttons, and links that look like one, say what a box is for that says nothing else which tells
 * it from an article: "Sign up", "Accept all". Each label is compared as a whole, since the words
 * are those of any sentence. */

#define MAX_LABEL_BYTES 48

static const char *const joins[] = {
  "abbonati",
  "abonnieren",
  "already a member log in",
  "anmelden",
  "apoya",
  "assine",
  "assine já",
  "become a member",
  "become a subscriber",
  "contribute",
  "create account",
  "donate",
  "donate now",
  "donate today",
  "download the app",
  "get started",
  "get the app",
  "inscreva se",
  "iscriviti",
  "je m abonne",
  "jetzt abonnieren",
  "jetzt anmelden",
  "jetzt registrieren",
  "jetzt testen",
  "join",
  "join now",
  "join today",
  "join us",
  "log in",
  "login",
  "make a donation",
  "regístrate",
  "register",
  "register now",
  "s abonner",
  "sabonner",
  "see all offers",
  "see offers",
  "sign in",
  "sign me up",
  "sign up",
  "sign up for free",
  "sign up here",
  "sign up now",
  "sign up today",
  "start free trial",
  "start your free trial",
  "subscribe",
  "subscribe for free",
  "subscribe here",
  "subscribe now",
  "subscribe today",
  "support us",
  "suscríbete",
  "suscribirme",
  "suscribirse",
  "view all offers",
  "view offers",
};

/* How labels begin that go on with a name or a price ("Support the Outlook from $1"). */
static const char *const asks[] = {
  "abonnez vous ", "abonnieren sie ", "apoya ",     "assine ",   "become a ",     "contribute ",
  "donate ",       "faites un ",      "give ",      "hazte ",    "help ",         "jetzt ",
  "join ",         "make a ",         "sign up ",   "soutenez ", "start your ",   "subscribe ",
  "support ",      "suscríbete ",     "suscríbase", "try ",      "unterstützen ", "yes i ",
};

static const char *const agreements[] = {
  "accept",
  "accept all",
  "accept all cookies",
  "accept and close",
  "accept and continue",
  "accept cookies",
  "accepter",
  "accepter et fermer",
  "accetta",
  "accetto",
  "aceitar",
  "aceptar",
  "aceptar todo",
  "agree",
  "agree and close",
  "akkoord",
  "akzeptieren",
  "alle akzeptieren",
  "allow all",
  "allow cookies",
  "close",
  "continue",
  "cookie preferences",
  "cookie settings",
  "dismiss",
  "einverstanden",
  "entendido",
  "got it",
  "i accept",
  "i agree",
  "i understand",
  "jaccepte",
  "manage preferences",
  "manage settings",
  "ok",
  "okay",
  "reject",
  "reject all",
  "tout accepter",
  "verstanden",
  "yes i agree",
  "zustimmen",
  "accept close",
  "agree continue",
  "accepter et continuer",
  "accetta e chiudi",
  "aceptar y continuar",
  "aceptar y cerrar",
  "akceptuję",
  "akzeptieren und weiter",
  "alle cookies akzeptieren",
  "alles accepteren",
  "allow all cookies",
  "godkänn alla",
  "godta alle",
  "hyväksy kaikki",
  "i agree continue",
  "kabul et",
  "ok verstanden",
  "prosseguir",
  "przejdź do serwisu",
  "souhlasím",
  "tillåt alla",
  "zgadzam się",
  "принять",
  "согласен",
  "同意",
};

static const char *const replies[] = {
  "antworten", "beantwoorden", "odpowiedz", "reageer",  "reply", "répondre",
  "responder", "rispondi",     "svara",     "ответить", "回复",  "返信",
};

static const char *const unfoldings[] = {
  "continue reading", "expand",          "keep reading",      "leer más",
  "lire la suite",    "lire plus",       "load more",         "mehr anzeigen",
  "mehr lesen",       "read full story", "read more",         "read the full story",
  "see more",         "seguir leyendo",  "show full article", "show more",
  "view more",        "voir plus",       "weiterlesen",
};

/* Words of which what a page says of its readers' data has one. */
static const char *const data[] = {
  "cookie",
  "Cookie",
  "consent",
  "privacy",
  "Privacy",
  "personal data",
  "our partners",
  "Datenschutz",
  "Einwilligung",
  "privacidad",
  "confidentialité",
  "dane osobowe",
  "danych osobowych",
  "osobních údajů",
  "kişisel veri",
  "персональных данных",
  "informasjonskapsler",
  "evästeitä",
  "personoplysninger",
};

/* What a publication says of itself, and its readers' share in it. All of it has one of the signs
 * in it, which most texts have not. */
static const char *const appeal_signs[] = { "our", "Our", "nser", "otre", "uestr", "Ihre" };

static const char *const appeals[] = {
  "independent journalism",
  "investigative journalism",
  "quality journalism",
  "nonprofit journalism",
  "public-interest journalism",
  "our journalism",
  "local journalism",
  "our reporting",
  "our newsroom",
  "our mission",
  "our readers",
  "our journalists",
  "keep our",
  "support our",
  "Support our",
  "your support",
  "Your support",
  "your contribution",
  "Your contribution",
  "your donation",
  "Your donation",
  "your membership",
  "Your membership",
  "your subscription",
  "Your subscription",
  "your inbox",
  "unseren Journalismus",
  "unserer Redaktion",
  "unabhängigen Journalismus",
  "Ihre Unterstützung",
  "notre rédaction",
  "notre journalisme",
  "votre soutien",
  "nuestro periodismo",
  "nuestra redacción",
  "nuestros lectores",
};

static gboolean
is_one_of (const char *folded, const char *const *labels, guint n_labels)
{
  for (guint i = 0; i < n_labels; i++)
    if (folded[0] == labels[i][0] && strcmp (folded, labels[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * galley_html_calls_look:
 * @label: all that a button or a link says
 *
 * Returns: what it asks for
 */
GalleyHtmlCall
galley_html_calls_look (const char *label)
{
  g_autofree char *folded = NULL;

  if (strlen (label) > MAX_LABEL_BYTES)
    return GALLEY_HTML_CALL_NONE;

  folded = galley_html_fold (label);
  if (is_one_of (folded, joins, G_N_ELEMENTS (joins)))
    return GALLEY_HTML_CALL_JOIN;

  if (is_one_of (folded, agreements, G_N_ELEMENTS (agreements)))
    return GALLEY_HTML_CALL_AGREE;
  if (is_one_of (folded, replies, G_N_ELEMENTS (replies)))
    return GALLEY_HTML_CALL_REPLY;
  if (is_one_of (folded, unfoldings, G_N_ELEMENTS (unfoldings)))
    return GALLEY_HTML_CALL_UNFOLD;
  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    if (g_str_has_prefix (folded, asks[i]))
      return GALLEY_HTML_CALL_ASK;

  return GALLEY_HTML_CALL_NONE;
}

static gboolean
has_one_of (const char *text, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * galley_html_calls_appeals:
 * @text: a piece of text
 *
 * Returns: whether @text speaks of the publication itself or of its readers' share in it, as those
 *   do who ask for money ("Your support keeps our reporting free")
 */
gboolean
galley_html_calls_appeals (const char *text)
{
  return has_one_of (text, appeal_signs, G_N_ELEMENTS (appeal_signs)) &&
         has_one_of (text, appeals, G_N_ELEMENTS (appeals));
}

/**
 * galley_html_calls_speaks_of_data:
 * @text: a piece of text
 *
 * Returns: whether @text has a word that notices about cookies have
 */
gboolean
galley_html_calls_speaks_of_data (const char *text)
{
  return has_one_of (text, data, G_N_ELEMENTS (data));
}
