/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-source.h"

#include "galley-word.h"

#include <glib/gi18n-lib.h>

static const GalleyWord kinds[GALLEY_N_SOURCE_KINDS] = {
  [GALLEY_SOURCE_UNSPECIFIED] = { "unspecified", N_ ("Not specified") },
  [GALLEY_SOURCE_PERSON] = { "person", N_ ("Person") },
  [GALLEY_SOURCE_RECORDING] = { "recording", N_ ("Recording") },
  [GALLEY_SOURCE_TRANSCRIPT] = { "transcript", N_ ("Transcript") },
  [GALLEY_SOURCE_DOCUMENT] = { "document", N_ ("Document") },
  [GALLEY_SOURCE_DATA] = { "data", N_ ("Data") },
  [GALLEY_SOURCE_WEB_PAGE] = { "web-page", N_ ("Web page") },
  [GALLEY_SOURCE_BOOK] = { "book", N_ ("Book") },
  [GALLEY_SOURCE_PAPER] = { "paper", N_ ("Paper") },
  [GALLEY_SOURCE_PRESS_RELEASE] = { "press-release", N_ ("Press release") },
  [GALLEY_SOURCE_PRIOR_COVERAGE] = { "prior-coverage", N_ ("Prior coverage") },
};

static const GalleyWord terms_words[GALLEY_N_TERMS] = {
  [GALLEY_TERMS_ON_RECORD] = { "on-record", N_ ("On the record") },
  [GALLEY_TERMS_BACKGROUND] = { "background", N_ ("On background") },
  [GALLEY_TERMS_NOT_FOR_ATTRIBUTION] = { "not-for-attribution", N_ ("Not for attribution") },
  [GALLEY_TERMS_CONFIDENTIAL] = { "confidential", N_ ("Confidential") },
};

static const GalleyWord texts[GALLEY_N_SOURCE_TEXTS] = {
  [GALLEY_SOURCE_TITLE] = { "title", N_ ("Title") },
  [GALLEY_SOURCE_AUTHOR] = { "author", N_ ("Author") },
  [GALLEY_SOURCE_ORGANISATION] = { "organisation", N_ ("Organisation") },
  [GALLEY_SOURCE_PUBLISHER] = { "publisher", N_ ("Publisher") },
  [GALLEY_SOURCE_PUBLISHED] = { "published", N_ ("Published") },
  [GALLEY_SOURCE_ADDRESS] = { "address", N_ ("Address") },
  [GALLEY_SOURCE_ARCHIVED] = { "archived", N_ ("Archived copy") },
  [GALLEY_SOURCE_CONTACT] = { "contact", N_ ("Contact") },
  [GALLEY_SOURCE_PSEUDONYM] = { "pseudonym", N_ ("Pseudonym") },
  [GALLEY_SOURCE_GROUP] = { "group", N_ ("Independence group") },
  [GALLEY_SOURCE_RELIABILITY] = { "reliability", N_ ("Reliability") },
  [GALLEY_SOURCE_ATTACHMENT] = { "attachment", N_ ("Attachment") },
  [GALLEY_SOURCE_ATTACHMENT_NAME] = { "attachment_name", N_ ("Name of the attachment") },
};

/**
 * galley_source_kind_to_nick:
 *
 * Returns: (transfer none): the name of @kind on disk, on the command line and in exports
 */
const char *
galley_source_kind_to_nick (GalleySourceKind kind)
{
  g_return_val_if_fail ((guint) kind < GALLEY_N_SOURCE_KINDS, NULL);

  return kinds[kind].nick;
}

/**
 * galley_source_kind_from_nick:
 * @nick: (nullable): a name
 * @out_kind: (out): the kind; untouched if @nick is unknown
 *
 * Returns: whether @nick names a kind
 */
gboolean
galley_source_kind_from_nick (const char *nick, GalleySourceKind *out_kind)
{
  int found = galley_word_find (kinds, GALLEY_N_SOURCE_KINDS, nick);

  if (found >= 0)
    *out_kind = found;
  return found >= 0;
}

/**
 * galley_source_kind_get_label:
 *
 * Returns: (transfer none): the name of @kind for people, translated
 */
const char *
galley_source_kind_get_label (GalleySourceKind kind)
{
  g_return_val_if_fail ((guint) kind < GALLEY_N_SOURCE_KINDS, NULL);

  return _ (kinds[kind].label);
}

/**
 * galley_terms_to_nick:
 *
 * Returns: (transfer none): the name of @terms on disk, on the command line and in exports
 */
const char *
galley_terms_to_nick (GalleyTerms terms)
{
  g_return_val_if_fail ((guint) terms < GALLEY_N_TERMS, NULL);

  return terms_words[terms].nick;
}

/**
 * galley_terms_from_nick:
 * @nick: (nullable): a name
 * @out_terms: (out): the terms; untouched if @nick is unknown
 *
 * Returns: whether @nick names terms
 */
gboolean
galley_terms_from_nick (const char *nick, GalleyTerms *out_terms)
{
  int found = galley_word_find (terms_words, GALLEY_N_TERMS, nick);

  if (found >= 0)
    *out_terms = found;
  return found >= 0;
}

/**
 * galley_terms_get_label:
 *
 * Returns: (transfer none): the name of @terms for people, translated
 */
const char *
galley_terms_get_label (GalleyTerms terms)
{
  g_return_val_if_fail ((guint) terms < GALLEY_N_TERMS, NULL);

  return _ (terms_words[terms].label);
}

/**
 * galley_source_text_to_nick:
 *
 * Returns: (transfer none): the name of @text on disk, on the command line and in exports
 */
const char *
galley_source_text_to_nick (GalleySourceText text)
{
  g_return_val_if_fail ((guint) text < GALLEY_N_SOURCE_TEXTS, NULL);

  return texts[text].nick;
}

/**
 * galley_source_text_from_nick:
 * @nick: (nullable): a name
 * @out_text: (out): the text; untouched if @nick is unknown
 *
 * Returns: whether @nick names a text
 */
gboolean
galley_source_text_from_nick (const char *nick, GalleySourceText *out_text)
{
  int found = galley_word_find (texts, GALLEY_N_SOURCE_TEXTS, nick);

  if (found >= 0)
    *out_text = found;
  return found >= 0;
}

/**
 * galley_source_text_get_label:
 *
 * Returns: (transfer none): the name of @text for people, translated
 */
const char *
galley_source_text_get_label (GalleySourceText text)
{
  g_return_val_if_fail ((guint) text < GALLEY_N_SOURCE_TEXTS, NULL);

  return _ (texts[text].label);
}
