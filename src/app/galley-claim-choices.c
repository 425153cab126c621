/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-choices.h"

#include "galley-claim-words.h"
#include "galley-settings.h"
#include "galley-template.h"

/* A choice is shown in so many characters. */
#define MAX_LABEL 60

/* What fields of a claim offer to choose from, in words for people, and what of that is known by a
 * name on disk. */

/* Words in the order in which they were added, each once. */
typedef struct
{
  GPtrArray *words;
  GHashTable *known;
} Choices;

static void
choices_init (Choices *choices)
{
  choices->words = g_ptr_array_new ();
  choices->known = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
choices_add (Choices *choices, const char *words)
{
  char *copy;

  if (words == NULL || *words == '\0' || g_hash_table_contains (choices->known, words))
    return;

  copy = g_strdup (words);
  g_ptr_array_add (choices->words, copy);
  g_hash_table_add (choices->known, copy);
}

static GStrv
choices_end (Choices *choices)
{
  g_hash_table_unref (choices->known);
  g_ptr_array_add (choices->words, NULL);

  return (GStrv) g_ptr_array_free (choices->words, FALSE);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Adds what @get says of each claim, sorted. Claims share such words: most are the ones before. */
static void
add_used (Choices *choices, GalleyCheck *check, const char *(*get) (GalleyClaim *claim))
{
  GalleyClaimList *claims = check != NULL ? galley_check_get_claims (check) : NULL;
  guint n_claims = claims != NULL ? galley_claim_list_get_n_claims (claims) : 0;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) used = g_ptr_array_new ();

  for (guint i = 0; i < n_claims; i++)
    {
      const char *words = get (galley_claim_list_peek (claims, i));

      if (words != NULL && g_hash_table_add (seen, (gpointer) words))
        g_ptr_array_add (used, (gpointer) words);
    }
  g_ptr_array_sort (used, compare_words);
  for (guint i = 0; i < used->len; i++)
    choices_add (choices, g_ptr_array_index (used, i));
}

/**
 * galley_claim_choices_list_reasons:
 * @requirements: (nullable): what the desk wants
 * @status: a status
 *
 * Returns: (transfer full): the reasons for @status that come with Galley, then the desk's own
 */
GStrv
galley_claim_choices_list_reasons (const GalleyRequirements *requirements, GalleyStatus status)
{
  Choices choices;
  const char *nick;

  choices_init (&choices);
  for (guint i = 0; (nick = galley_reason_peek_nick (status, i)) != NULL; i++)
    choices_add (&choices, galley_reason_get_label (nick));
  if (requirements != NULL && requirements->reasons[status] != NULL)
    for (guint i = 0; requirements->reasons[status][i] != NULL; i++)
      choices_add (&choices, requirements->reasons[status][i]);

  return choices_end (&choices);
}

static const char *
get_category_words (GalleyClaim *claim)
{
  const char *category = galley_claim_get_category (claim);

  return category != NULL ? galley_category_get_label (category) : NULL;
}

/**
 * galley_claim_choices_list_categories:
 * @requirements: (nullable): what the desk wants
 * @check: (nullable): an article
 *
 * Returns: (transfer full): the categories that come with Galley, then the desk's own, then others
 *   of the article
 */
GStrv
galley_claim_choices_list_categories (const GalleyRequirements *requirements, GalleyCheck *check)
{
  Choices choices;
  const char *nick;

  choices_init (&choices);
  for (guint i = 0; (nick = galley_category_peek_nick (i)) != NULL; i++)
    choices_add (&choices, galley_category_get_label (nick));
  if (requirements != NULL && requirements->categories != NULL)
    for (guint i = 0; requirements->categories[i] != NULL; i++)
      choices_add (&choices, requirements->categories[i]);
  add_used (&choices, check, get_category_words);

  return choices_end (&choices);
}

static const char *
get_last_source (GalleyClaim *claim)
{
  GPtrArray *evidence = galley_claim_get_evidence (claim);
  GalleyEvidence *last = evidence != NULL && evidence->len > 0
                             ? g_ptr_array_index (evidence, evidence->len - 1)
                             : NULL;

  return last != NULL ? last->source->texts[GALLEY_SOURCE_TITLE] : NULL;
}

/**
 * galley_claim_choices_list_notes:
 * @requirements: (nullable): what the desk wants
 * @check: (nullable): an article
 * @claim: (nullable): a claim of @check
 *
 * Returns: (transfer full): the desk's texts for notes, filled in for @claim and today
 */
GStrv
galley_claim_choices_list_notes (const GalleyRequirements *requirements,
                                 GalleyCheck *check,
                                 GalleyClaim *claim)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *date = galley_claim_words_format_day (today);
  g_autofree char *name = galley_settings_get_checker_name ();
  g_autofree char *quote = NULL;
  GalleyTemplateWords words = { .date = date, .name = name };
  Choices choices;

  choices_init (&choices);
  if (claim != NULL)
    {
      quote = galley_claim_words_get_quote (check, galley_claim_get_range (claim));
      words.claim = quote;
      words.source = get_last_source (claim);
    }
  for (guint i = 0; requirements != NULL && requirements->templates[i] != NULL; i++)
    {
      g_autofree char *text = galley_template_fill (requirements->templates[i], &words);

      choices_add (&choices, text);
    }

  return choices_end (&choices);
}

/**
 * galley_claim_choices_list_speakers:
 * @check: (nullable): an article
 *
 * Returns: (transfer full): who says something in the article
 */
GStrv
galley_claim_choices_list_speakers (GalleyCheck *check)
{
  Choices choices;

  choices_init (&choices);
  add_used (&choices, check, galley_claim_get_speaker);

  return choices_end (&choices);
}

/**
 * galley_claim_choices_list_people:
 * @check: (nullable): an article
 *
 * Returns: (transfer full): who could check a claim: the person at the keyboard, those who are to
 *   check claims of the article, and those who did
 */
GStrv
galley_claim_choices_list_people (GalleyCheck *check)
{
  g_autofree char *own_name = galley_settings_get_checker_name ();
  Choices choices;

  choices_init (&choices);
  choices_add (&choices, own_name);
  add_used (&choices, check, galley_claim_get_assignee);
  add_used (&choices, check, galley_claim_get_checked_by);

  return choices_end (&choices);
}

/**
 * galley_claim_choices_find_reason:
 * @status: a status
 * @words: (nullable): what somebody chose or wrote
 *
 * Returns: (transfer none) (nullable): how to store it: the nick of a reason for @status if its
 *   label was chosen, else @words; %NULL if there are none
 */
const char *
galley_claim_choices_find_reason (GalleyStatus status, const char *words)
{
  const char *nick;

  if (words == NULL || *words == '\0')
    return NULL;
  for (guint i = 0; (nick = galley_reason_peek_nick (status, i)) != NULL; i++)
    if (g_str_equal (galley_reason_get_label (nick), words))
      return nick;

  return words;
}

/**
 * galley_claim_choices_find_category:
 * @words: (nullable): what somebody chose or wrote
 *
 * Returns: (transfer none) (nullable): how to store it: the nick of a category if its label was
 *   chosen, else @words; %NULL if there are none
 */
const char *
galley_claim_choices_find_category (const char *words)
{
  const char *nick;

  if (words == NULL || *words == '\0')
    return NULL;
  for (guint i = 0; (nick = galley_category_peek_nick (i)) != NULL; i++)
    if (g_str_equal (galley_category_get_label (nick), words))
      return nick;

  return words;
}

/**
 * galley_claim_choices_find_rest:
 * @choices: (nullable): words to choose from
 * @text: what somebody typed
 *
 * Returns: (transfer full) (nullable): the rest of the first choice that begins with @text, in
 *   whatever case; %NULL if there is none
 */
char *
galley_claim_choices_find_rest (GStrv choices, const char *text)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  glong n = g_utf8_strlen (text, -1);

  for (guint i = 0; n > 0 && choices != NULL && choices[i] != NULL; i++)
    {
      g_autofree char *start = NULL, *folded = NULL;

      if (g_utf8_strlen (choices[i], -1) <= n)
        continue;
      start = g_utf8_substring (choices[i], 0, n);
      folded = g_utf8_casefold (start, -1);
      if (g_str_equal (folded, wanted))
        return g_strdup (g_utf8_offset_to_pointer (choices[i], n));
    }

  return NULL;
}

/**
 * galley_claim_choices_make_label:
 * @choice: words to choose
 *
 * An underscore is one, and does not mark a key.
 *
 * Returns: (transfer full): the beginning of them, on one line, for a menu
 */
char *
galley_claim_choices_make_label (const char *choice)
{
  g_autofree char *start =
      g_utf8_strlen (choice, -1) > MAX_LABEL ? g_utf8_substring (choice, 0, MAX_LABEL - 1) : NULL;
  g_autofree char *line = start != NULL ? g_strconcat (start, "…", NULL) : g_strdup (choice);
  g_auto (GStrv) pieces = g_strsplit (g_strdelimit (line, "\n", ' '), "_", -1);

  return g_strjoinv ("__", pieces);
}
