/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-call-sheet.h"
#include "galley-layout-private.h"
#include "galley-quotations.h"

#include <glib/gi18n-lib.h>

/*
 * Whom to ask what. It is read from while one talks to a source, so it gives nothing away: a
 * quotation is not read back to its speaker, and no source learns what another one said.
 */

typedef struct
{
  GalleyQuery *query; /* (nullable) %NULL where the source is to confirm the claim */
  guint claim;        /* LOST if it has no words in the draft */
} Line;

#define LOST G_MAXUINT

typedef struct
{
  GalleySource *source; /* (nullable) %NULL where nobody said which one */
  GArray *lines;        /* (element-type Line), in the order of the article */
} Call;

static void
call_free (gpointer data)
{
  Call *call = data;

  g_array_unref (call->lines);
  g_free (call);
}

static GalleyClaim *
get_claim (GalleyReport *report, guint claim)
{
  return g_ptr_array_index (galley_report_get_claims (report), claim);
}

static Call *
find_call (GPtrArray *calls, GHashTable *by_id, GalleySource *source)
{
  const char *id = source != NULL ? source->id : "";
  Call *call = g_hash_table_lookup (by_id, id);

  if (call == NULL)
    {
      call = g_new0 (Call, 1);
      call->source = source;
      call->lines = g_array_new (FALSE, FALSE, sizeof (Line));
      g_ptr_array_add (calls, call);
      g_hash_table_insert (by_id, (char *) id, call);
    }

  return call;
}

static gboolean
is_quote (GalleyReport *report, guint position)
{
  GalleyClaim *claim = get_claim (report, position);
  const char *speaker = galley_claim_get_speaker (claim);
  gint block = galley_report_get_claim_block (report, position);
  guint n_blocks;
  const GalleyBlock *blocks =
      galley_document_get_blocks (galley_report_get_document (report), &n_blocks);

  return g_strcmp0 (galley_claim_get_category (claim), "quote") == 0 ||
         (speaker != NULL && *speaker != '\0') ||
         (block >= 0 && blocks[block].role == GALLEY_BLOCK_QUOTE);
}

/* What the claim says, in the checker's own words if there are any, without quotations; NULL if
 * there is nothing else to it. */
static char *
make_statement (GalleyReport *report, guint position)
{
  const char *sentence = galley_claim_get_sentence (get_claim (report, position));
  g_autofree char *quote = NULL;

  if (is_quote (report, position))
    return NULL;
  if (sentence != NULL && *sentence != '\0')
    return galley_quotations_leave_out (sentence);

  quote = galley_report_dup_claim_excerpt (report, position);
  return galley_quotations_leave_out (quote);
}

/* People who were named as evidence for a claim that is open can be asked to confirm it. */
static gboolean
can_confirm (GalleyReport *report, guint position, GalleyEvidence *evidence)
{
  g_autofree char *statement = NULL;

  if (galley_claim_get_status (get_claim (report, position)) != GALLEY_STATUS_PENDING ||
      evidence->stance != GALLEY_STANCE_SUPPORTS || evidence->source->kind != GALLEY_SOURCE_PERSON)
    return FALSE;

  statement = make_statement (report, position);
  return statement != NULL;
}

static void
collect_queries (GPtrArray *calls, GHashTable *by_id, GalleyClaim *claim, guint position)
{
  GPtrArray *queries = galley_claim_get_queries (claim);

  for (guint i = 0; queries != NULL && i < queries->len; i++)
    {
      Line line = { g_ptr_array_index (queries, i), position };

      if (line.query->addressee == GALLEY_ADDRESSEE_SOURCE && galley_query_is_open (line.query))
        g_array_append_val (find_call (calls, by_id, line.query->source)->lines, line);
    }
}

static void
collect_claim (GPtrArray *calls, GHashTable *by_id, GalleyReport *report, guint position)
{
  GalleyClaim *claim = get_claim (report, position);
  GPtrArray *evidence = galley_claim_get_evidence (claim);

  collect_queries (calls, by_id, claim, position);
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      GalleyEvidence *entry = g_ptr_array_index (evidence, i);
      Line line = { NULL, position };

      if (can_confirm (report, position, entry))
        {
          GArray *lines = find_call (calls, by_id, entry->source)->lines;

          /* Who is asked about the claim already need not be asked again. */
          if (lines->len == 0 || g_array_index (lines, Line, lines->len - 1).claim != position)
            g_array_append_val (lines, line);
        }
    }
}

static GPtrArray *
collect (GalleyReport *report)
{
  GPtrArray *calls = g_ptr_array_new_with_free_func (call_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_claims = galley_report_get_claims (report)->len;
  GPtrArray *waiting = galley_report_get_waiting (report);

  for (guint i = 0; i < n_claims; i++)
    collect_claim (calls, by_id, report, i);
  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    collect_queries (calls, by_id, g_ptr_array_index (waiting, i), LOST);

  return calls;
}

/* What was asked of words that are gone is asked without them: who said them is not known here. */
static void
add_statement (GalleyCopy *copy, guint position)
{
  GalleyReport *report = galley_copy_get_report (copy);
  const char *sentence =
      position != LOST ? galley_claim_get_sentence (get_claim (report, position)) : NULL;
  g_autofree char *statement = position != LOST ? make_statement (report, position) : NULL;
  gboolean is_own = sentence != NULL && *sentence != '\0';

  galley_copy_add_fact (copy, _ ("About"), "statement");
  if (statement != NULL)
    galley_copy_add_text (copy, statement, is_own ? GALLEY_COPY_FOREIGN : GALLEY_COPY_OF_ARTICLE);
  else if (position == LOST)
    galley_copy_add_text (copy, _ ("Words that are no longer in the text"), GALLEY_COPY_EMPHASIS);
  else
    galley_copy_add_text (copy, _ ("A quotation, which is not read back"), GALLEY_COPY_EMPHASIS);
}

static void
add_blank (GalleyCopy *copy, const char *label)
{
  galley_copy_add (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_BLANK);
  galley_copy_set_label (copy, label);
}

static void
add_line (GalleyCopy *copy, const Line *line, guint number)
{
  g_autofree char *heading = g_strdup_printf (_ ("Question %u"), number);

  galley_copy_begin_entry (copy, GALLEY_COPY_NOWHERE, number, /* claim= */ -1);
  galley_copy_add_heading (copy, /* level= */ 3);
  galley_copy_add_text (copy, heading, /* marks= */ 0);
  if (line->query != NULL)
    galley_copy_say_fact (copy, _ ("Question"), "query", line->query->question);
  else
    {
      galley_copy_add_fact (copy, _ ("Question"), "query");
      galley_copy_add_text (copy, _ ("Is this right?"), /* marks= */ 0);
    }
  add_statement (copy, line->claim);
  if (line->query != NULL && line->query->due_at != 0)
    {
      galley_copy_add_fact (copy, _ ("Answer until"), "due");
      galley_copy_add_time (copy, line->query->due_at);
    }
  add_blank (copy, _ ("Answer"));
  galley_copy_end (copy);
}

static void
add_call (GalleyCopy *copy, Call *call)
{
  static const GalleySourceText texts[] = { GALLEY_SOURCE_AUTHOR, GALLEY_SOURCE_ORGANISATION,
                                            GALLEY_SOURCE_CONTACT };
  GalleySource *source = call->source;

  galley_copy_begin (copy, GALLEY_COPY_SECTION);
  galley_copy_add_heading (copy, /* level= */ 2);
  if (source != NULL)
    galley_copy_add_text (copy, source->texts[GALLEY_SOURCE_TITLE], GALLEY_COPY_FOREIGN);
  else
    galley_copy_add_text (copy, _ ("A source that is not named yet"), /* marks= */ 0);
  for (guint i = 0; source != NULL && i < G_N_ELEMENTS (texts); i++)
    galley_copy_say_fact (copy, galley_source_text_get_label (texts[i]),
                          galley_source_text_to_nick (texts[i]), source->texts[texts[i]]);
  if (source != NULL)
    galley_copy_say_fact (copy, _ ("Terms"), "terms", galley_terms_get_label (source->terms));
  add_blank (copy, _ ("Spoken with, and when"));
  for (guint i = 0; i < call->lines->len; i++)
    add_line (copy, &g_array_index (call->lines, Line, i), i + 1);
  galley_copy_end (copy);
}

static const char *
get_id (const Call *call)
{
  return call->source != NULL ? call->source->id : GALLEY_CALL_SHEET_NOBODY;
}

/* Leaves the calls that the copy is for. */
static void
choose_calls (GPtrArray *calls, const char *source_id)
{
  for (guint i = calls->len; source_id != NULL && i-- > 0;)
    if (!g_str_equal (get_id (g_ptr_array_index (calls, i)), source_id))
      g_ptr_array_remove_index (calls, i);
}

/**
 * galley_layout_set_call_sheet:
 *
 * For each source, or for the one that the copy is for, what it is to be asked, with room for the
 * answers.
 */
void
galley_layout_set_call_sheet (GalleyCopy *copy)
{
  GalleyReport *report = galley_copy_get_report (copy);
  g_autoptr (GPtrArray) calls = collect (report);
  g_autofree char *count = NULL;

  choose_calls (calls, galley_report_get_options (report)->call_source);
  count =
      g_strdup_printf (ngettext ("%u source to ask", "%u sources to ask", calls->len), calls->len);

  galley_layout_add_title (copy, _ ("Call sheet"));
  galley_copy_begin (copy, GALLEY_COPY_SUMMARY);
  galley_layout_add_facts (copy);
  galley_layout_add_count (copy, count);
  galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_PLAIN,
                   _ ("Ask open questions. Read no quotation back to its speaker, and tell no "
                      "source what another one said. Note who answered, and when."));
  galley_copy_end (copy);
  if (calls->len == 0)
    galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_NOTHING,
                     _ ("No source has to be asked anything."));
  for (guint i = 0; i < calls->len; i++)
    add_call (copy, g_ptr_array_index (calls, i));
}

/**
 * galley_call_sheet_list_sources:
 *
 * Returns: (transfer full) (element-type utf8): the ids of the sources that have to be asked
 *   anything, in the order of the article; %GALLEY_CALL_SHEET_NOBODY among them where nobody said
 *   which source it is
 */
GPtrArray *
galley_call_sheet_list_sources (GalleyReport *report)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) calls = NULL;

  g_return_val_if_fail (GALLEY_IS_REPORT (report), ids);

  calls = collect (report);
  for (guint i = 0; i < calls->len; i++)
    g_ptr_array_add (ids, g_strdup (get_id (g_ptr_array_index (calls, i))));

  return ids;
}

/**
 * galley_call_sheet_dup_name:
 * @source_id: one of galley_call_sheet_list_sources()
 *
 * Returns: (transfer full): what the source goes by on the call sheet: a confidential one by its
 *   pseudonym
 */
char *
galley_call_sheet_dup_name (GalleyReport *report, const char *source_id)
{
  g_autoptr (GPtrArray) calls = NULL;

  g_return_val_if_fail (GALLEY_IS_REPORT (report) && source_id != NULL, NULL);

  calls = collect (report);
  choose_calls (calls, source_id);
  if (calls->len == 0 || ((Call *) g_ptr_array_index (calls, 0))->source == NULL)
    return g_strdup (_ ("A source that is not named yet"));

  return g_strdup (((Call *) g_ptr_array_index (calls, 0))->source->texts[GALLEY_SOURCE_TITLE]);
}
