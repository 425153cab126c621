/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-words.h"

#include "galley-article-target.h"
#include "galley-names.h"
#include "galley-note-words.h"
#include "galley-novelty.h"
#include "galley-quoted.h"
#include "galley-twins.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* What several widgets say about claims. */

/**
 * galley_claim_words_format_time:
 * @time_ms: milliseconds since 1970 UTC
 *
 * Returns: (transfer full): day and time of day, where the user is
 */
char *
galley_claim_words_format_time (gint64 time_ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (time_ms / 1000);

  /* Translators: a day and a time of day, as in "3 Sep 2025, 14:05"; see g_date_time_format(). */
  return time != NULL ? g_date_time_format (time, _ ("%-d %b %Y, %H:%M")) : g_strdup ("");
}

/**
 * galley_claim_words_format_day:
 * @stated: a date as an article states it, most often ISO 8601, with or without a time of day
 *
 * Returns: (transfer full): the day that it names, where it was written; @stated as it is if that
 *   is none
 */
char *
galley_claim_words_format_day (const char *stated)
{
  int year, month, day;
  g_autoptr (GDateTime) time = NULL;

  if (sscanf (stated, "%4d-%2d-%2d", &year, &month, &day) == 3)
    time = g_date_time_new_utc (year, month, day, 0, 0, 0);

  /* Translators: a day, as in "3 Sep 2025"; see g_date_time_format(). */
  return time != NULL ? g_date_time_format (time, _ ("%-d %b %Y")) : g_strdup (stated);
}

/**
 * galley_claim_words_get_reason_hint:
 *
 * Returns: (transfer none): what somebody could write as the reason of a status
 */
const char *
galley_claim_words_get_reason_hint (GalleyStatus status)
{
  static const char *hints[GALLEY_N_STATUSES] = {
    [GALLEY_STATUS_PENDING] = N_ ("What is missing, and whom you asked"),
    [GALLEY_STATUS_CONFIRMED] = N_ ("Anything that limits the confirmation"),
    [GALLEY_STATUS_DISPUTED] = N_ ("What is wrong, contradicted or unsupported"),
  };

  return _ (hints[status]);
}

/**
 * galley_claim_words_get_state:
 *
 * Returns: (transfer none): where a claim stands; or that a second reader has not judged it, of
 *   whom nothing is said by a status
 */
const char *
galley_claim_words_get_state (GalleyClaim *claim)
{
  return galley_claim_is_unjudged (claim)
             ? _ ("Not judged yet")
             : galley_status_get_label (galley_claim_get_status (claim));
}

/**
 * galley_claim_words_describe_check:
 * @claim: a claim
 *
 * Returns: (transfer full) (nullable): who gave the status and when; %NULL if nobody is on record
 */
char *
galley_claim_words_describe_check (GalleyClaim *claim)
{
  g_autofree char *time = galley_claim_words_format_time (galley_claim_get_checked_at (claim));
  g_autofree char *who = NULL;

  if (galley_claim_get_checked_by (claim) == NULL)
    return NULL;
  who = galley_names_shorten (galley_claim_get_checked_by (claim));

  /* A pending claim was looked at, and not checked. */
  if (galley_claim_get_status (claim) == GALLEY_STATUS_PENDING)
    /* Translators: the first is a person, the second a day and a time. */
    return g_strdup_printf (_ ("Left open by %s on %s"), who, time);

  /* Translators: the first is a person, the second a day and a time. */
  return g_strdup_printf (_ ("Checked by %s on %s"), who, time);
}

/* Where a claim stands, and why. */
static void
add_state (GString *words, GalleyClaim *claim)
{
  const char *status = galley_claim_words_get_state (claim);
  const char *reason = galley_reason_get_label (galley_claim_get_reason (claim));

  if (reason != NULL)
    /* Translators: a status and the reason for it. */
    g_string_append_printf (words, _ ("%s: %s"), status, reason);
  else
    g_string_append (words, status);
}

static void
describe_claim (GString *words, GalleyClaim *claim)
{
  g_autofree char *checked = galley_claim_words_describe_check (claim);

  if (words->len > 0)
    g_string_append (words, "\n\n");
  add_state (words, claim);
  if (checked != NULL)
    g_string_append_printf (words, "\n%s", checked);
}

/**
 * galley_claim_words_describe_claims:
 * @claims: (element-type GalleyClaim): some claims
 *
 * Returns: (transfer full) (nullable): what to say when somebody points at them; %NULL if there are
 *   none
 */
char *
galley_claim_words_describe_claims (GPtrArray *claims)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < claims->len; i++)
    describe_claim (words, g_ptr_array_index (claims, i));

  return g_string_free (words, words->len == 0);
}

/* How often the article says what the innermost claim at @offset does; NULL if that is once. */
static char *
describe_repeats (GalleyCheck *check, guint offset)
{
  GalleyTwins *twins = galley_check_get_twins (check);
  GalleyClaim *claim = galley_claim_list_find_innermost (galley_check_get_claims (check), offset);
  guint n_others = twins != NULL && claim != NULL ? galley_twins_count (twins, claim) : 0;

  /* Translators: how often an article says the same, as in "The article says this 3×". */
  return n_others > 0 ? g_strdup_printf (_ ("The article says this %u×"), n_others + 1) : NULL;
}

/* Why the sentence at @offset, which no claim covers, is not checked, or that it is new. */
static char *
describe_unmarked (GalleyCheck *check, guint offset)
{
  GalleyDismissal *dismissal = galley_check_find_dismissal (check, offset);
  GalleyRange sentence;

  if (dismissal != NULL)
    /* Translators: why a sentence is not checked, as in "Not checked: Opinion". */
    return g_strdup_printf (_ ("Not checked: %s"),
                            galley_dismissal_kind_get_label (dismissal->kind));
  if (galley_check_find_suggestion (check, offset, &sentence) &&
      galley_novelty_is_new (check, sentence))
    return g_strdup (_ ("New in this draft"));

  return NULL;
}

/* What the writer noted is told after all else. */
static char *
add_notes (char *words, GalleyCheck *check, GalleyRange place)
{
  g_autoptr (GPtrArray) remarks = galley_remarks_list (galley_check_get_remarks (check), place);
  g_autofree char *noted = galley_note_words_describe (remarks);
  g_autofree char *before = words;

  if (before == NULL)
    return g_steal_pointer (&noted);

  return noted != NULL ? g_strconcat (before, "\n\n", noted, NULL) : g_steal_pointer (&before);
}

/**
 * galley_claim_words_describe_place:
 * @check: an article
 * @offset: code points
 *
 * Returns: (transfer full) (nullable): what to say when somebody points there: the claims there or
 *   why the sentence is not checked, whether it is new, how often the article says the same, and
 * what the writer noted about the words
 */
char *
galley_claim_words_describe_place (GalleyCheck *check, guint offset)
{
  GalleyRange place = { offset, offset + 1 };
  g_autoptr (GPtrArray) claims =
      galley_claim_list_find_overlapping (galley_check_get_claims (check), place);
  char *words = galley_claim_words_describe_claims (claims);
  g_autofree char *repeats = describe_repeats (check, offset);

  if (words != NULL && repeats != NULL)
    {
      char *once = words;

      words = g_strconcat (once, "\n", repeats, NULL);
      g_free (once);
    }
  if (words == NULL)
    words = describe_unmarked (check, offset);

  return add_notes (words, check, place);
}

/* The claim at the caret may begin behind it, or end before it. */
static GalleyRange
find_at_caret (GalleyCheck *check, guint caret)
{
  GalleyClaim *claim = galley_article_target_find_claim (check, caret);
  GalleyRange range =
      claim != NULL ? galley_claim_get_range (claim) : (GalleyRange){ caret, caret + 1 };
  guint offset = CLAMP (caret, range.start, range.end - 1);

  return (GalleyRange){ offset, offset + 1 };
}

/**
 * galley_claim_words_say_place:
 * @check: an article
 * @caret: the character that the caret stands before, in code points
 *
 * Returns: (transfer full) (nullable): what a screen reader is to say when the caret comes there,
 *   in few words: where the claims there stand, the outermost first, or why the sentence is not
 *   checked, and what the writer noted
 */
char *
galley_claim_words_say_place (GalleyCheck *check, guint caret)
{
  GalleyRange place = find_at_caret (check, caret);
  g_autoptr (GPtrArray) claims =
      galley_claim_list_find_overlapping (galley_check_get_claims (check), place);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < claims->len; i++)
    {
      if (i > 0)
        g_string_append (words, "\n");
      add_state (words, g_ptr_array_index (claims, i));
    }
  if (claims->len > 0)
    return add_notes (g_string_free (words, FALSE), check, place);

  g_string_free (words, TRUE);
  return add_notes (describe_unmarked (check, place.start), check, place);
}

/**
 * galley_claim_words_get_quote:
 * @check: an article
 * @range: words of it
 *
 * Returns: (transfer full): the words on one line
 */
char *
galley_claim_words_get_quote (GalleyCheck *check, GalleyRange range)
{
  g_autofree char *words =
      galley_text_slice (galley_document_get_text (galley_check_get_document (check)), range);
  GString *line = g_string_sized_new (64);
  gboolean is_after_space = FALSE;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (line, c);
      else if (!is_after_space)
        g_string_append_c (line, ' ');
      is_after_space = g_unichar_isspace (c);
    }

  return g_string_free (line, FALSE);
}

/**
 * galley_claim_words_describe_missing:
 * @claim: (nullable): a claim
 * @requirements: (nullable): what the desk wants, if it is known
 *
 * Returns: (transfer full) (nullable): what the desk still wants of a claim, in one sentence; %NULL
 *   if it is nothing
 */
char *
galley_claim_words_describe_missing (GalleyClaim *claim, const GalleyRequirements *requirements)
{
  g_autoptr (GPtrArray) missing = claim != NULL && requirements != NULL
                                      ? galley_requirements_list_missing (requirements, claim)
                                      : NULL;
  g_autofree char *list = NULL;

  if (missing == NULL || missing->len == 0)
    return NULL;

  g_ptr_array_add (missing, NULL);
  /* Translators: between two things that are missing of a claim. */
  list = g_strjoinv (_ (", "), (char **) missing->pdata);
  /* Translators: as in "Missing: a reason, 1 more independent source". */
  return g_strdup_printf (_ ("Missing: %s"), list);
}

/**
 * galley_claim_words_show_sources:
 * @label: where
 * @claim: (nullable): a claim
 *
 * Shows of the sources of a claim what they say, and not what was made of it; nothing if there are
 * none.
 */
void
galley_claim_words_show_sources (GtkLabel *label, GalleyClaim *claim)
{
  GPtrArray *evidence = claim != NULL ? galley_claim_get_evidence (claim) : NULL;
  g_autoptr (GString) lines = g_string_new (_ ("Sources"));

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      const GalleyEvidence *item = g_ptr_array_index (evidence, i);

      g_string_append_printf (lines, "\n• %s", item->source->texts[GALLEY_SOURCE_TITLE]);
      if (item->locator != NULL)
        g_string_append_printf (lines, ", %s", item->locator);
      if (item->passage != NULL)
        {
          g_autofree char *passage = galley_quoted (item->passage);

          g_string_append_printf (lines, ": %s", passage);
        }
    }
  gtk_label_set_text (label, lines->str);
  gtk_widget_set_visible (GTK_WIDGET (label), evidence != NULL && evidence->len > 0);
}

/**
 * galley_claim_words_describe_who:
 * @entry: what happened
 *
 * Returns: (transfer full): who did it, and when
 */
char *
galley_claim_words_describe_who (GalleyHistoryEntry *entry)
{
  g_autofree char *when = galley_claim_words_format_time (galley_history_entry_get_time (entry));
  g_autofree char *who = galley_names_shorten (galley_history_entry_get_fields (entry)->actor);

  return g_strdup_printf ("%s · %s", who, when);
}
