/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-history-words.h"

#include "galley-history-parts.h"
#include "galley-place.h"
#include "galley-verb-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands in a history, in words for people. */

/* States of sessions and readings, and whether a point is parked; a reason may follow. */
static char *
translate_state (const char *value)
{
  static const struct
  {
    const char *nick;
    const char *label;
  } states[] = {
    /* Translators: a review session, a second reading or a point of an agenda is … */
    { "open", N_ ("Open") },
    /* Translators: a review session is … */
    { "paused", N_ ("Paused") },
    /* Translators: a review session or a second reading is … */
    { "ended", N_ ("Ended") },
    /* Translators: a point of the agenda is … */
    { "parked", N_ ("Parked") },
  };
  gsize length = strcspn (value, ":");

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (strlen (states[i].nick) == length && strncmp (value, states[i].nick, length) == 0)
      return g_strconcat (_ (states[i].label), value + length, NULL);

  return g_strdup (value);
}

/* Some values are names on disk. */
static char *
translate_value (const GalleyHistoryFields *fields, const char *value)
{
  static const char *const with_state[] = { "session.pause", "session.resume", "session.end",
                                            "session.park",  "reading.end",    NULL };
  const char *kind = fields->kind;

  if (value == NULL || kind == NULL)
    return g_strdup (value);
  if (g_strv_contains (with_state, kind))
    return translate_state (value);
  if (g_str_equal (kind, "article.archive"))
    return g_strdup (g_str_equal (value, "1") ? _ ("Yes") : _ ("No"));

  return g_strdup (value);
}

/* A claim that stood nowhere has no more to say than why. */
static char *
describe_side (const GalleyHistoryFields *fields,
               const char *value,
               const char *parts,
               const char *place_nick)
{
  GalleyPlace place;

  if (galley_place_from_nick (place_nick, &place) && !galley_place_is_standing (place))
    return g_strdup (galley_place_get_label (place));

  return parts != NULL ? galley_history_parts_describe (parts) : translate_value (fields, value);
}

/**
 * galley_history_words_describe_change:
 * @fields: what happened
 *
 * Returns: (transfer full) (nullable): what it was and what it became; %NULL if there is nothing to
 *   say
 */
char *
galley_history_words_describe_change (const GalleyHistoryFields *fields)
{
  g_autofree char *before =
      describe_side (fields, fields->old_value, fields->old_parts, fields->old_place);
  g_autofree char *after =
      describe_side (fields, fields->new_value, fields->new_parts, fields->new_place);

  /* The words went to another place in another draft. */
  if (g_strcmp0 (before, after) == 0)
    return NULL;
  if (before != NULL && after != NULL)
    /* Translators: what something was, and what it became. */
    return g_strdup_printf (_ ("%s → %s"), before, after);

  if (before != NULL)
    /* Translators: the argument is what was there before and is not any more. */
    return g_strdup_printf (_ ("Before: %s"), before);

  return g_steal_pointer (&after);
}

/**
 * galley_history_words_describe_act:
 * @fields: what happened
 *
 * Returns: (transfer full): what was done
 */
char *
galley_history_words_describe_act (const GalleyHistoryFields *fields)
{
  const char *verb = galley_verb_get_label (fields->verb);

  if (g_strcmp0 (fields->act, "undo") == 0)
    /* Translators: the argument is what was undone, as in "Undone: Set Status". */
    return g_strdup_printf (_ ("Undone: %s"), verb);
  if (g_strcmp0 (fields->act, "redo") == 0)
    /* Translators: the argument is what was redone, as in "Redone: Set Status". */
    return g_strdup_printf (_ ("Redone: %s"), verb);

  return g_strdup (verb);
}
