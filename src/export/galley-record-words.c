/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-record-words.h"

#include "galley-quoted.h"
#include "galley-when.h"
#include "galley-words.h"

#include <glib/gi18n-lib.h>

static void
fact_free (gpointer data)
{
  GalleyFact *fact = data;

  g_free (fact->value);
  g_free (fact);
}

static void
add (GPtrArray *facts, const char *label, const char *nick, const char *value)
{
  GalleyFact *fact;

  if (value == NULL || *value == '\0')
    return;

  fact = g_new0 (GalleyFact, 1);
  fact->label = label;
  fact->nick = nick;
  fact->value = g_strdup (value);
  g_ptr_array_add (facts, fact);
}

/**
 * galley_record_words_describe_decision:
 *
 * Returns: (transfer full): what was decided of words, by whom and when, as far as anybody said
 */
char *
galley_record_words_describe_decision (GalleyFormer *former)
{
  g_autofree char *time = galley_when_format (former->checked_at);
  const char *status = galley_status_get_label (former->status);

  if (former->checked_by == NULL || time == NULL)
    return g_strdup (status);
  if (former->status == GALLEY_STATUS_PENDING)
    status = galley_words_get_checked_label (former->status);
  /* Translators: what was decided, by whom, when. */
  return g_strdup_printf (_ ("%s by %s, %s"), status, former->checked_by, time);
}

/**
 * galley_record_words_describe_correction:
 * @correction: (nullable): replacement text; "" proposes to strike the words
 *
 * Returns: (transfer none) (nullable): what it says to people; %NULL for none
 */
const char *
galley_record_words_describe_correction (const char *correction)
{
  return correction != NULL && *correction == '\0' ? _ ("Strike these words") : correction;
}

/**
 * galley_record_words_list_former:
 * @with_words: whether to give the words, so that nobody takes it for a verdict on the present ones
 *
 * Returns: (transfer full) (element-type GalleyFact): what was decided of @claim on other words
 * than it stands on; empty if nothing was
 */
GPtrArray *
galley_record_words_list_former (GalleyClaim *claim, gboolean with_words)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);
  GalleyFormer *former = galley_claim_get_former (claim);
  g_autofree char *decision = NULL, *quote = NULL, *words = NULL;

  if (former == NULL)
    return facts;

  decision = galley_record_words_describe_decision (former);
  quote = galley_quoted (former->quote);
  /* Translators: what was decided, and the words of an older draft on which it was decided, in
   * quotation marks. */
  words = g_strdup_printf (_ ("%s, on the former words %s"), decision, quote);
  add (facts, _ ("Former verdict"), "former", with_words ? words : decision);
  add (facts, _ ("Former reason"), "former-reason", galley_reason_get_label (former->reason));
  add (facts, _ ("Former correction"), "former-correction",
       galley_record_words_describe_correction (former->correction));

  return facts;
}

/**
 * galley_record_words_list_facts:
 *
 * Returns: (transfer full) (element-type GalleyFact): what is noted of @claim besides its status,
 *   reason, correction, note and evidence
 */
GPtrArray *
galley_record_words_list_facts (GalleyClaim *claim)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);
  GalleyPriority priority = galley_claim_get_priority (claim);

  add (facts,
       galley_claim_has_new_sentence (claim) ? _ ("Claim in other words, newer than the verdict")
                                             : _ ("Claim in other words"),
       "sentence", galley_claim_get_sentence (claim));
  add (facts, _ ("Speaker"), "speaker", galley_claim_get_speaker (claim));
  add (facts, _ ("Category"), "category",
       galley_category_get_label (galley_claim_get_category (claim)));
  if (priority != GALLEY_PRIORITY_NORMAL)
    add (facts, _ ("Priority"), "priority", galley_priority_get_label (priority));
  if (galley_claim_is_starred (claim))
    add (facts, _ ("Legal"), "legal", _ ("For the legal reader"));
  add (facts, _ ("Assigned to"), "assigned", galley_claim_get_assignee (claim));

  return facts;
}

/* Whom a query is put to; a source goes by its title. */
static const char *
get_query_label (GalleyQuery *query)
{
  switch (query->addressee)
    {
    case GALLEY_ADDRESSEE_EDITOR:
      return _ ("Query to the editor");
    case GALLEY_ADDRESSEE_SOURCE:
      return _ ("Query to a source");
    case GALLEY_ADDRESSEE_WRITER:
    default:
      return _ ("Query to the writer");
    }
}

/**
 * galley_record_words_list_queries:
 *
 * Returns: (transfer full) (element-type GalleyFact): the queries about @claim, each with its
 * answer and decision behind it
 */
GPtrArray *
galley_record_words_list_queries (GalleyClaim *claim)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);
  GPtrArray *queries = galley_claim_get_queries (claim);

  for (guint i = 0; queries != NULL && i < queries->len; i++)
    {
      GalleyQuery *query = g_ptr_array_index (queries, i);
      g_autofree char *question = NULL;
      g_autofree char *due = galley_when_format (query->due_at);

      question = query->source != NULL
                     ? g_strdup_printf ("%s: %s", query->source->texts[GALLEY_SOURCE_TITLE],
                                        query->question)
                     : g_strdup (query->question);
      add (facts, get_query_label (query), "query", question);
      if (galley_query_is_open (query))
        add (facts, _ ("Answer until"), "due", due);
      add (facts, _ ("Answer"), "answer", query->answer);
      add (facts, _ ("Decision"), "decision", query->decision);
    }

  return facts;
}

/**
 * galley_record_words_describe_source:
 *
 * Returns: (transfer full) (nullable): what the source of @evidence is, in one line: its kind,
 *   author, publisher and date, on what terms it spoke, and whether it has it from somebody else;
 *   %NULL if nothing is noted of it
 */
char *
galley_record_words_describe_source (GalleyEvidence *evidence)
{
  static const GalleySourceText texts[] = { GALLEY_SOURCE_AUTHOR, GALLEY_SOURCE_ORGANISATION,
                                            GALLEY_SOURCE_PUBLISHER, GALLEY_SOURCE_PUBLISHED };
  GalleySource *source = evidence->source;
  GString *out = g_string_new (NULL);

  if (source->kind != GALLEY_SOURCE_UNSPECIFIED)
    g_string_append (out, galley_source_kind_get_label (source->kind));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (source->texts[texts[i]] != NULL)
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", source->texts[texts[i]]);
  if (source->terms != GALLEY_TERMS_ON_RECORD)
    g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "",
                            galley_terms_get_label (source->terms));
  if (evidence->is_secondary)
    g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", _ ("secondary"));

  return g_string_free (out, out->len == 0);
}

/**
 * galley_record_words_count_sources:
 *
 * Returns: (transfer full) (nullable): how many sources support the claim, and how many of them are
 *   independent of each other; %NULL where one source or none
 * supports the claim
 */
char *
galley_record_words_count_sources (GalleyIndependence counts)
{
  if (counts.n_supporting < 2)
    return NULL;

  if (counts.n_independent == counts.n_supporting)
    return g_strdup_printf (
        ngettext ("%u independent source", "%u independent sources", counts.n_independent),
        counts.n_independent);
  /* Translators: how many of the sources that support a claim are independent of each other. */
  return g_strdup_printf (ngettext ("%u of %u supporting sources is independent",
                                    "%u of %u supporting sources are independent",
                                    counts.n_independent),
                          counts.n_independent, counts.n_supporting);
}
