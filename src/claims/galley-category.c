/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-category.h"

#include "galley-word.h"

#include <glib/gi18n-lib.h>

static const GalleyWord priorities[GALLEY_N_PRIORITIES] = {
  [GALLEY_PRIORITY_NORMAL] = { "normal", N_ ("Normal") },
  [GALLEY_PRIORITY_HIGH] = { "high", N_ ("High") },
  [GALLEY_PRIORITY_LOW] = { "low", N_ ("Low") },
};

/* What checklists of fact-checking desks go through. Opinion is a dismissal, not a category. */
static const GalleyWord categories[] = {
  { "name", N_ ("Name") },
  { "title", N_ ("Title or rank") },
  { "age", N_ ("Age") },
  { "date", N_ ("Date") },
  { "place", N_ ("Place") },
  { "number", N_ ("Number") },
  { "calculation", N_ ("Calculation") },
  { "conversion", N_ ("Conversion") },
  { "quote", N_ ("Quote") },
  { "superlative", N_ ("Superlative") },
  { "history", N_ ("History") },
  { "organisation", N_ ("Organisation") },
  { "contact", N_ ("Web address or phone number") },
  { "technical", N_ ("Technical explanation") },
  { "headline", N_ ("Headline or caption") },
};

static const GalleyWord pending_reasons[] = {
  { "waiting", N_ ("Waiting for an answer") },
  { "no-source", N_ ("No source yet") },
  { "re-check", N_ ("To re-check") },
};

static const GalleyWord disputed_reasons[] = {
  { "wrong", N_ ("Wrong") },
  { "contradicted", N_ ("Contradicted") },
  { "sources-conflict", N_ ("Sources conflict") },
  { "unsupported", N_ ("Unsupported") },
  { "misleading", N_ ("Misleading") },
  { "misquoted", N_ ("Misquoted") },
};

/* The reasons that come with Galley. What limits a confirmation is said in words. */
static const struct
{
  const GalleyWord *words;
  guint n_words;
} reasons[GALLEY_N_STATUSES] = {
  [GALLEY_STATUS_PENDING] = { pending_reasons, G_N_ELEMENTS (pending_reasons) },
  [GALLEY_STATUS_CONFIRMED] = { NULL, 0 },
  [GALLEY_STATUS_DISPUTED] = { disputed_reasons, G_N_ELEMENTS (disputed_reasons) },
};

/**
 * galley_priority_to_nick:
 *
 * Returns: (transfer none): the name of @priority on disk and on the command line
 */
const char *
galley_priority_to_nick (GalleyPriority priority)
{
  g_return_val_if_fail ((guint) priority < GALLEY_N_PRIORITIES, NULL);

  return priorities[priority].nick;
}

/**
 * galley_priority_from_nick:
 * @nick: (nullable): a name
 * @out_priority: (out): the priority; untouched if @nick is unknown
 *
 * Returns: whether @nick names a priority
 */
gboolean
galley_priority_from_nick (const char *nick, GalleyPriority *out_priority)
{
  int found = galley_word_find (priorities, GALLEY_N_PRIORITIES, nick);

  if (found >= 0)
    *out_priority = found;
  return found >= 0;
}

/**
 * galley_priority_get_label:
 *
 * Returns: (transfer none): the name of @priority for people, translated
 */
const char *
galley_priority_get_label (GalleyPriority priority)
{
  g_return_val_if_fail ((guint) priority < GALLEY_N_PRIORITIES, NULL);

  return _ (priorities[priority].label);
}

/**
 * galley_category_peek_nick:
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the name of a category that comes with Galley, on disk and
 *   on the command line; %NULL behind the last
 */
const char *
galley_category_peek_nick (guint index)
{
  return index < G_N_ELEMENTS (categories) ? categories[index].nick : NULL;
}

/**
 * galley_category_get_label:
 * @category: the nick of a category, or a desk's own words for one
 *
 * Returns: (transfer none): the category for people, translated; @category itself if it is no nick
 */
const char *
galley_category_get_label (const char *category)
{
  int found = galley_word_find (categories, G_N_ELEMENTS (categories), category);

  return found >= 0 ? _ (categories[found].label) : category;
}

/**
 * galley_reason_peek_nick:
 * @status: a status
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the name of a reason for @status that comes with Galley, on
 *   disk and on the command line; %NULL behind the last
 */
const char *
galley_reason_peek_nick (GalleyStatus status, guint index)
{
  g_return_val_if_fail ((guint) status < GALLEY_N_STATUSES, NULL);

  return index < reasons[status].n_words ? reasons[status].words[index].nick : NULL;
}

/**
 * galley_reason_get_label:
 * @reason: (nullable): the nick of a reason, or words of somebody's own
 *
 * Returns: (transfer none) (nullable): the reason for people, translated; @reason itself if it is
 *   no nick
 */
const char *
galley_reason_get_label (const char *reason)
{
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    {
      int found = galley_word_find (reasons[i].words, reasons[i].n_words, reason);

      if (found >= 0)
        return _ (reasons[i].words[found].label);
    }

  return reason;
}
