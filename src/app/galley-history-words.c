/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-history-words.h"

#include "galley-category.h"
#include "galley-claim-words.h"
#include "galley-verbs.h"

#include <glib/gi18n.h>
#include <string.h>

/* What stands in a history, in words for people. */

/* Values of a status begin with its name on disk, which is not a word for people; so may the reason
 * behind it be one. */
static char *
translate_status (const char *value)
{
  g_autofree char *nick = g_strndup (value, strcspn (value, ": "));
  const char *rest = value + strlen (nick);
  GalleyStatus status;

  if (!galley_status_from_nick (nick, &status))
    return g_strdup (value);
  if (g_str_has_prefix (rest, ": "))
    return g_strdup_printf ("%s: %s", galley_status_get_label (status),
                            galley_reason_get_label (rest + strlen (": ")));

  return g_strconcat (galley_status_get_label (status), rest, NULL);
}

/* Some values are names on disk. */
static char *
translate_value (const GalleyHistoryFields *fields, const char *value)
{
  const char *verb = fields->verb;
  GalleyPriority priority;

  if (value == NULL)
    return NULL;
  if (g_strcmp0 (verb, "set-category") == 0)
    return g_strdup (galley_category_get_label (value));
  if (g_strcmp0 (verb, "set-priority") == 0 && galley_priority_from_nick (value, &priority))
    return g_strdup (galley_priority_get_label (priority));
  if (g_strcmp0 (verb, "set-starred") == 0 || g_strcmp0 (verb, "set-publishable") == 0)
    return g_strdup (g_str_equal (value, "1") ? _ ("Yes") : _ ("No"));

  /* A note may well begin with the name of a status. */
  return galley_verb_is_about_status (fields->kind) ? translate_status (value) : g_strdup (value);
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
  g_autofree char *before = translate_value (fields, fields->old_value);
  g_autofree char *after = translate_value (fields, fields->new_value);

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

/**
 * galley_history_words_describe_who:
 * @entry: what happened
 *
 * Returns: (transfer full): who did it, and when
 */
char *
galley_history_words_describe_who (GalleyHistoryEntry *entry)
{
  g_autofree char *when = galley_claim_words_format_time (galley_history_entry_get_time (entry));

  return g_strdup_printf ("%s · %s", galley_history_entry_get_fields (entry)->actor, when);
}
