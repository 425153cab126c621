/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-table.h"

#include "galley-words.h"

/*
 * For programs: the names of the columns, their order and what the table itself says in a cell are
 * frozen and not translated, so that a table is the same in every language. People's own words stay
 * as they are.
 *
 * Claims that have no words in the draft come last. They are about the words that they had, of a
 * draft that is named in their rows only, and stand nowhere: why they are open is that they are
 * lost or ambiguous, and what was decided on these words is told behind that. Nobody has signed
 * them.
 */

typedef enum
{
  COLUMN_ID,
  COLUMN_ARTICLE,
  COLUMN_DRAFT,
  COLUMN_SECTION,
  COLUMN_PARAGRAPH,
  COLUMN_CLAIM,
  COLUMN_CATEGORY,
  COLUMN_STATUS,
  COLUMN_REASON,
  COLUMN_PRIORITY,
  COLUMN_LEGAL,
  COLUMN_CORRECTION,
  COLUMN_SOURCES,
  COLUMN_INDEPENDENT_SOURCES,
  COLUMN_NOTE,
  COLUMN_OPEN_QUERY,
  COLUMN_ANSWER,
  COLUMN_ASSIGNED,
  COLUMN_CHECKED_BY,
  COLUMN_CHECKED_AT,
  COLUMN_SIGNED_BY,
  COLUMN_SIGNED_AT,
  COLUMN_START,
  COLUMN_END,
  N_COLUMNS
} Column;

static const char *const names[N_COLUMNS] = {
  [COLUMN_ID] = "id",
  [COLUMN_ARTICLE] = "article",
  [COLUMN_DRAFT] = "draft",
  [COLUMN_SECTION] = "section",
  [COLUMN_PARAGRAPH] = "paragraph",
  [COLUMN_CLAIM] = "claim",
  [COLUMN_CATEGORY] = "category",
  [COLUMN_STATUS] = "status",
  [COLUMN_REASON] = "reason",
  [COLUMN_PRIORITY] = "priority",
  [COLUMN_LEGAL] = "legal",
  [COLUMN_CORRECTION] = "correction",
  [COLUMN_SOURCES] = "sources",
  [COLUMN_INDEPENDENT_SOURCES] = "independent_sources",
  [COLUMN_NOTE] = "note",
  [COLUMN_OPEN_QUERY] = "open_query",
  [COLUMN_ANSWER] = "answer",
  [COLUMN_ASSIGNED] = "assigned",
  [COLUMN_CHECKED_BY] = "checked_by",
  [COLUMN_CHECKED_AT] = "checked_at",
  [COLUMN_SIGNED_BY] = "signed_by",
  [COLUMN_SIGNED_AT] = "signed_at",
  [COLUMN_START] = "start",
  [COLUMN_END] = "end",
};

/* One source a line: title, where in it, address. */
static char *
format_sources (GalleyClaim *claim)
{
  GPtrArray *evidence = galley_claim_get_evidence (claim);
  GString *out = g_string_new (NULL);

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      GalleyEvidence *entry = g_ptr_array_index (evidence, i);

      g_string_append_printf (out, "%s%s: %s", i > 0 ? "\n" : "",
                              galley_stance_to_nick (entry->stance),
                              entry->source->texts[GALLEY_SOURCE_TITLE]);
      if (entry->locator != NULL && *entry->locator != '\0')
        g_string_append_printf (out, ", %s", entry->locator);
      if (entry->source->texts[GALLEY_SOURCE_ADDRESS] != NULL &&
          *entry->source->texts[GALLEY_SOURCE_ADDRESS] != '\0')
        g_string_append_printf (out, " <%s>", entry->source->texts[GALLEY_SOURCE_ADDRESS]);
    }

  return g_string_free (out, FALSE);
}

static const char *
describe_correction (const char *correction)
{
  /* The words are to be taken out without replacement. */
  return correction != NULL && *correction == '\0' ? "(strike)" : correction;
}

static char *
format_correction (GalleyClaim *claim)
{
  return g_strdup (describe_correction (galley_claim_get_correction (claim)));
}

static char *
format_paragraph (GalleyReport *report, guint claim)
{
  gint block = galley_report_get_claim_block (report, claim);

  return block >= 0 ? g_strdup_printf ("%d", block + 1) : NULL;
}

/* Who left a claim open has given it a status, but has not checked it. */
static gboolean
is_checked (GalleyClaim *claim)
{
  return galley_claim_get_status (claim) != GALLEY_STATUS_PENDING;
}

/* The signatures that stand for this article, one a line; what one does not cover is said. */
static char *
format_signed_by (GalleyReport *report)
{
  GPtrArray *sign_offs = galley_report_get_sign_offs (report);
  GString *out = g_string_new (NULL);

  for (guint i = 0; sign_offs != NULL && i < sign_offs->len; i++)
    {
      const GalleySignOff *sign_off = g_ptr_array_index (sign_offs, i);

      if (!galley_sign_off_is_in_force (sign_off))
        continue;
      g_string_append_printf (out, "%s%s (%s)", out->len > 0 ? "\n" : "", sign_off->name,
                              galley_role_to_nick (sign_off->role));
      if (sign_off->exception != NULL)
        g_string_append_printf (out, "; partial: %s", sign_off->exception);
      if (!galley_report_is_covered (report, sign_off))
        g_string_append (out, "; not for this version of the article");
    }

  return g_string_free (out, FALSE);
}

/* When that was; only of signatures that cover what is in the table. */
static char *
format_signed_at (GalleyReport *report)
{
  GPtrArray *sign_offs = galley_report_get_sign_offs (report);
  GString *out = g_string_new (NULL);

  for (guint i = 0; sign_offs != NULL && i < sign_offs->len; i++)
    {
      const GalleySignOff *sign_off = g_ptr_array_index (sign_offs, i);
      g_autofree char *when = galley_words_format_time (sign_off->signed_at);

      if (galley_report_is_covered (report, sign_off))
        g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", when);
    }

  return g_string_free (out, FALSE);
}

/* How many sources there are that can be counted at all. */
static char *
format_independence (GalleyIndependence counts)
{
  return counts.n_supporting > 0 ? g_strdup_printf ("%u", counts.n_independent) : NULL;
}

static char *
format_priority (GalleyClaim *claim)
{
  GalleyPriority priority = galley_claim_get_priority (claim);

  return priority != GALLEY_PRIORITY_NORMAL ? g_strdup (galley_priority_to_nick (priority)) : NULL;
}

/* The open queries of a claim, or the answers to the others, one a line. */
static char *
format_queries (GalleyClaim *claim, gboolean open)
{
  GPtrArray *queries = galley_claim_get_queries (claim);
  GString *out = g_string_new (NULL);

  for (guint i = 0; queries != NULL && i < queries->len; i++)
    {
      GalleyQuery *query = g_ptr_array_index (queries, i);
      const char *words = open ? query->question : query->answer;

      if (galley_query_is_open (query) == open && words != NULL)
        g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", words);
    }

  return g_string_free (out, FALSE);
}

/**
 * galley_claim_table_append_former:
 *
 * Appends "former: STATUS: REASON, by WHOM, WHEN, on “WORDS”, correction: TEXT", for programs.
 */
void
galley_claim_table_append_former (GString *out, GalleyFormer *former)
{
  g_autofree char *when = galley_words_format_time (former->checked_at);

  g_string_append_printf (out, "former: %s", galley_status_to_nick (former->status));
  if (former->reason != NULL)
    g_string_append_printf (out, ": %s", former->reason);
  if (former->checked_by != NULL)
    g_string_append_printf (out, ", by %s", former->checked_by);
  if (when != NULL)
    g_string_append_printf (out, ", %s", when);
  g_string_append_printf (out, ", on “%s”", former->quote);
  if (former->correction != NULL)
    g_string_append_printf (out, ", correction: %s", describe_correction (former->correction));
}

static void
begin_line (GString *out)
{
  if (out->len > 0)
    g_string_append_c (out, '\n');
}

/* The name of the reason, or somebody's own words. A claim whose words were changed is pending, and
 * that is why. */
static char *
format_reason (GalleyClaim *claim, gboolean is_lost)
{
  GString *out =
      g_string_new (is_lost ? galley_place_to_nick (galley_claim_get_place (claim)) : NULL);
  GalleyFormer *former = galley_claim_get_former (claim);

  if (galley_claim_get_reason (claim) != NULL)
    {
      begin_line (out);
      g_string_append (out, galley_claim_get_reason (claim));
    }
  if (former != NULL)
    {
      begin_line (out);
      galley_claim_table_append_former (out, former);
    }

  return g_string_free (out, FALSE);
}

/* The position of a row's claim among those that have no words in the draft; FALSE if it has some.
 */
static gboolean
find_lost (GalleyReport *report, guint row, guint *out_position)
{
  guint n_claims = galley_report_get_claims (report)->len;

  *out_position = row - n_claims;
  return row >= n_claims;
}

static GalleyClaim *
get_claim (GalleyReport *report, guint row)
{
  guint lost;

  return find_lost (report, row, &lost)
             ? g_ptr_array_index (galley_report_get_waiting (report), lost)
             : g_ptr_array_index (galley_report_get_claims (report), row);
}

/* What the record of a claim says in a cell. */
static char *
format_record (GalleyReport *report, guint row, Column column)
{
  GalleyClaim *claim = get_claim (report, row);
  guint lost;
  gboolean is_lost = find_lost (report, row, &lost);

  switch (column)
    {
    case COLUMN_ID:
      return g_strdup (galley_claim_get_id (claim));
    case COLUMN_ARTICLE:
      return g_strdup (galley_report_get_title (report));
    case COLUMN_CATEGORY:
      return g_strdup (galley_claim_get_category (claim));
    case COLUMN_STATUS:
      return g_strdup (galley_status_to_nick (galley_claim_get_status (claim)));
    case COLUMN_REASON:
      return format_reason (claim, is_lost);
    case COLUMN_PRIORITY:
      return format_priority (claim);
    case COLUMN_LEGAL:
      return galley_claim_is_starred (claim) ? g_strdup ("yes") : NULL;
    case COLUMN_CORRECTION:
      return format_correction (claim);
    case COLUMN_SOURCES:
      return format_sources (claim);
    case COLUMN_INDEPENDENT_SOURCES:
      return format_independence (is_lost ? galley_report_get_waiting_independence (report, lost)
                                          : galley_report_get_independence (report, row));
    case COLUMN_NOTE:
      return g_strdup (galley_claim_get_note (claim));
    case COLUMN_OPEN_QUERY:
      return format_queries (claim, TRUE);
    case COLUMN_ANSWER:
      return format_queries (claim, FALSE);
    case COLUMN_ASSIGNED:
      return g_strdup (galley_claim_get_assignee (claim));
    case COLUMN_CHECKED_BY:
      return is_checked (claim) ? g_strdup (galley_claim_get_checked_by (claim)) : NULL;
    case COLUMN_CHECKED_AT:
      return is_checked (claim) ? galley_words_format_time (galley_claim_get_checked_at (claim))
                                : NULL;
    default:
      return NULL;
    }
}

/* What a row says of a claim that stands nowhere. */
static char *
format_lost (GalleyReport *report, guint row, Column column)
{
  GalleyFormer *former = galley_claim_get_former (get_claim (report, row));

  switch (column)
    {
    case COLUMN_DRAFT:
      return g_strdup (former->draft_id);
    case COLUMN_CLAIM:
      return g_strdup (former->quote);
    default:
      return format_record (report, row, column);
    }
}

/**
 * galley_claim_table_get_n_rows:
 *
 * Returns: how many claims there are, those included that have no words in the draft
 */
guint
galley_claim_table_get_n_rows (GalleyReport *report)
{
  GPtrArray *waiting = galley_report_get_waiting (report);

  return galley_report_get_claims (report)->len + (waiting != NULL ? waiting->len : 0);
}

/**
 * galley_claim_table_dup_cell:
 * @row: of a claim, from 0
 * @column: index of a column
 *
 * Returns: (transfer full) (nullable): what stands in a cell, not escaped; a time as ISO 8601 in
 *   UTC with whole seconds; %NULL or "" if nothing is known
 */
char *
galley_claim_table_dup_cell (GalleyReport *report, guint row, guint column)
{
  GalleyClaim *claim = get_claim (report, row);
  guint lost;

  if (find_lost (report, row, &lost))
    return format_lost (report, row, column);

  switch (column)
    {
    case COLUMN_SECTION:
      return galley_report_dup_claim_section (report, row);
    case COLUMN_PARAGRAPH:
      return format_paragraph (report, row);
    case COLUMN_CLAIM:
      return galley_report_dup_claim_quote (report, row);
    case COLUMN_SIGNED_BY:
      return format_signed_by (report);
    case COLUMN_SIGNED_AT:
      return format_signed_at (report);
    case COLUMN_START:
      return g_strdup_printf ("%u", galley_claim_get_range (claim).start);
    case COLUMN_END:
      return g_strdup_printf ("%u", galley_claim_get_range (claim).end);
    default:
      return format_record (report, row, column);
    }
}

/**
 * galley_claim_table_get_n_columns:
 *
 * Returns: how many columns there are
 */
guint
galley_claim_table_get_n_columns (void)
{
  return N_COLUMNS;
}

/**
 * galley_claim_table_get_name:
 * @column: index of a column
 *
 * Returns: (transfer none): its name; frozen
 */
const char *
galley_claim_table_get_name (guint column)
{
  g_return_val_if_fail (column < N_COLUMNS, NULL);

  return names[column];
}

/**
 * galley_claim_table_get_kind:
 * @column: index of a column
 *
 * Returns: what its cells hold
 */
GalleyClaimTableKind
galley_claim_table_get_kind (guint column)
{
  switch (column)
    {
    case COLUMN_PARAGRAPH:
    case COLUMN_INDEPENDENT_SOURCES:
    case COLUMN_START:
    case COLUMN_END:
      return GALLEY_CLAIM_TABLE_NUMBER;
    case COLUMN_CHECKED_AT:
    case COLUMN_SIGNED_AT:
      return GALLEY_CLAIM_TABLE_TIME;
    case COLUMN_STATUS:
      return GALLEY_CLAIM_TABLE_STATUS;
    case COLUMN_CLAIM:
    case COLUMN_SOURCES:
    case COLUMN_NOTE:
    case COLUMN_CORRECTION:
    case COLUMN_OPEN_QUERY:
    case COLUMN_ANSWER:
      return GALLEY_CLAIM_TABLE_LONG_TEXT;
    default:
      return GALLEY_CLAIM_TABLE_TEXT;
    }
}
