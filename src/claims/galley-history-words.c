/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-history-words.h"

#include "galley-category.h"
#include "galley-place.h"
#include "galley-status.h"
#include "galley-verb-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands in a history, in words for people. */

/* Returns where in @rest " “WORDS”" begins, which ends it; its end if it has none. The reason
 * before it may be somebody's own words, with quotation marks in them, and so may the words be. */
static const char *
find_words (const char *rest)
{
  const char *first = strstr (rest, " “");
  g_autofree char *reason = NULL;

  if (first == NULL || !g_str_has_suffix (rest, "”"))
    return rest + strlen (rest);
  if (first == rest)
    return first;

  reason = g_strndup (rest, first - rest);
  return galley_reason_get_label (reason) != reason ? first : g_strrstr (rest, " “");
}

/* Values of a status begin with its name on disk, which is not a word for people; so may the reason
 * behind it be one. Words that it stands on may follow. */
static char *
translate_status (const char *value)
{
  g_autofree char *nick = g_strndup (value, strcspn (value, ": "));
  const char *rest = value + strlen (nick), *quote;
  g_autofree char *reason = NULL, *words = NULL;
  gboolean has_reason = g_str_has_prefix (rest, ": ");
  GalleyStatus status;

  if (!galley_status_from_nick (nick, &status))
    return g_strdup (value);

  rest += has_reason ? strlen (": ") : 0;
  quote = find_words (rest);
  reason = g_strndup (rest, quote - rest);
  if (*quote != '\0')
    {
      g_autofree char *bare =
          g_strndup (quote + strlen (" “"), strlen (quote) - strlen (" “") - strlen ("”"));

      /* Translators: words of the article, behind the status that they have. */
      words = g_strdup_printf (_ (" “%s”"), bare);
    }

  return g_strconcat (galley_status_get_label (status), has_reason ? ": " : "",
                      galley_reason_get_label (reason), words, NULL);
}

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

/* What was decided begins with what kind of decision it is, which its status says well enough. */
static char *
translate_decision (const char *value)
{
  const char *rest = strstr (value, " · ");

  return translate_status (rest != NULL ? rest + strlen (" · ") : value);
}

/* By what kind of event it is. */
static char *
translate_by_kind (const GalleyHistoryFields *fields, const char *value)
{
  static const char *const with_state[] = { "session.pause", "session.resume", "session.end",
                                            "session.park",  "reading.end",    NULL };
  const char *kind = fields->kind;

  if (kind == NULL)
    return g_strdup (value);
  if (g_strv_contains (with_state, kind))
    return translate_state (value);
  if (g_str_equal (kind, "session.decide"))
    return translate_decision (value);
  if (g_str_equal (kind, "article.archive"))
    return g_strdup (g_str_equal (value, "1") ? _ ("Yes") : _ ("No"));

  /* A note may well begin with the name of a status. */
  return fields->has_status ? translate_status (value) : g_strdup (value);
}

/* Some values are names on disk. */
static char *
translate_value (const GalleyHistoryFields *fields, const char *value)
{
  const char *verb = fields->verb;
  GalleyPriority priority;

  if (value == NULL)
    return NULL;
  if (g_strcmp0 (verb, "set-correction") == 0 && *value == '\0')
    return g_strdup (_ ("Strike these words"));
  if (g_strcmp0 (verb, "set-category") == 0)
    return g_strdup (galley_category_get_label (value));
  if (g_strcmp0 (verb, "set-priority") == 0 && galley_priority_from_nick (value, &priority))
    return g_strdup (galley_priority_get_label (priority));
  if (g_strcmp0 (verb, "set-starred") == 0 || g_strcmp0 (verb, "set-publishable") == 0)
    return g_strdup (g_str_equal (value, "1") ? _ ("Yes") : _ ("No"));

  return translate_by_kind (fields, value);
}

/* A claim that stood nowhere has no more to say than why. */
static char *
describe_side (const GalleyHistoryFields *fields, const char *value, const char *place_nick)
{
  GalleyPlace place;

  if (galley_place_from_nick (place_nick, &place) && !galley_place_is_standing (place))
    return g_strdup (galley_place_get_label (place));

  return translate_value (fields, value);
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
  g_autofree char *before = describe_side (fields, fields->old_value, fields->old_place);
  g_autofree char *after = describe_side (fields, fields->new_value, fields->new_place);

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
