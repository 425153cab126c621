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
  "view offers",
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

  return is_one_of (folded, unfoldings, G_N_ELEMENTS (unfoldings)) ? GALLEY_HTML_CALL_UNFOLD
                                                                   : GALLEY_HTML_CALL_NONE;
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
  for (guint i = 0; i < G_N_ELEMENTS (data); i++)
    if (strstr (text, data[i]) != NULL)
      return TRUE;

  return FALSE;
}
