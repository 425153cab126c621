/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-words.h"

#include <glib/gi18n-lib.h>

/**
 * galley_words_get_language:
 *
 * Returns: (transfer none): the language that an export's own words are in, BCP 47
 */
const char *
galley_words_get_language (void)
{
  /* Translators: the BCP 47 tag of the language that you translate into, such as "es" or "pt-BR".
   */
  return C_ ("language tag", "en");
}

/**
 * galley_words_run_from_right:
 *
 * Returns: whether an export's own words run from right to left
 */
gboolean
galley_words_run_from_right (void)
{
  static const char *const languages[] = { "ar", "ckb", "dv", "fa", "he",
                                           "ps", "sd",  "ug", "ur", "yi" };
  g_auto (GStrv) parts = g_strsplit (galley_words_get_language (), "-", 2);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (parts[0], languages[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Whether @tag has the form of a BCP 47 language tag; anything else would make a page invalid. */
static gboolean
is_language_tag (const char *tag)
{
  return tag != NULL && g_regex_match_simple ("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", tag,
                                              /* compile_options= */ 0, /* match_options= */ 0);
}

/**
 * galley_words_get_article_language:
 *
 * Returns: (transfer none) (nullable): the language that the article states, a BCP 47 language tag;
 *   %NULL if it states none
 */
const char *
galley_words_get_article_language (GalleyReport *report)
{
  const char *language =
      galley_document_get_metadata (galley_report_get_document (report), GALLEY_METADATA_LANGUAGE);

  return is_language_tag (language) ? language : NULL;
}

/**
 * galley_words_get_symbol:
 *
 * Returns: (transfer none): a character that tells the status without colour
 */
const char *
galley_words_get_symbol (GalleyStatus status)
{
  static const char *symbols[GALLEY_N_STATUSES] = {
    [GALLEY_STATUS_PENDING] = "?",
    [GALLEY_STATUS_CONFIRMED] = "✓",
    [GALLEY_STATUS_DISPUTED] = "✗",
  };

  g_return_val_if_fail ((guint) status < GALLEY_N_STATUSES, NULL);

  return symbols[status];
}

/**
 * galley_words_name_claim:
 * @number: from 1
 *
 * Returns: (transfer full): such as "Claim 3, confirmed"
 */
char *
galley_words_name_claim (guint number, GalleyStatus status)
{
  switch (status)
    {
    case GALLEY_STATUS_CONFIRMED:
      return g_strdup_printf (_ ("Claim %u, confirmed"), number);
    case GALLEY_STATUS_DISPUTED:
      return g_strdup_printf (_ ("Claim %u, disputed"), number);
    case GALLEY_STATUS_PENDING:
    default:
      return g_strdup_printf (_ ("Claim %u, pending"), number);
    }
}

/**
 * galley_words_count_claims:
 *
 * Returns: (transfer full): such as "12 confirmed"
 */
char *
galley_words_count_claims (GalleyStatus status, guint n_claims)
{
  switch (status)
    {
    case GALLEY_STATUS_CONFIRMED:
      return g_strdup_printf (ngettext ("%u confirmed", "%u confirmed", n_claims), n_claims);
    case GALLEY_STATUS_DISPUTED:
      return g_strdup_printf (ngettext ("%u disputed", "%u disputed", n_claims), n_claims);
    case GALLEY_STATUS_PENDING:
    default:
      return g_strdup_printf (ngettext ("%u pending", "%u pending", n_claims), n_claims);
    }
}

/* Whole percents, rounded down: 100 only when nothing is left. */
static guint
get_percent (GalleyReport *report)
{
  guint n_characters, n_covered;

  galley_report_get_coverage (report, &n_characters, &n_covered);
  return n_characters > 0 ? (guint) ((guint64) n_covered * 100 / n_characters) : 100;
}

/**
 * galley_words_format_coverage:
 *
 * Returns: (transfer full): how much of the text is accounted for, such as "84 % covered"
 */
char *
galley_words_format_coverage (GalleyReport *report)
{
  /* Translators: how much of the text somebody has marked or dismissed. */
  return g_strdup_printf (_ ("%u %% covered"), get_percent (report));
}

static char *
describe_open (GalleyReport *report)
{
  guint n_claims = galley_report_get_claims (report)->len;
  guint n_open = galley_report_get_n_with_status (report, GALLEY_STATUS_PENDING);

  if (n_claims == 0)
    return g_strdup (_ ("No claim is marked in this article"));
  if (n_open == 0)
    return g_strdup_printf (
        ngettext ("The only claim is decided", "All %u claims are decided", n_claims), n_claims);

  return g_strdup_printf (
      ngettext ("%u of %u claims is still open", "%u of %u claims are still open", n_open), n_open,
      n_claims);
}

/**
 * galley_words_describe_state:
 *
 * Says whether the check is finished: how many claims are open, how many disputed, and how much of
 * the text nobody has accounted for.
 *
 * Returns: (transfer full) (element-type utf8): clauses without a full stop, each starting with a
 *   capital letter
 */
GPtrArray *
galley_words_describe_state (GalleyReport *report)
{
  GPtrArray *clauses = g_ptr_array_new_with_free_func (g_free);
  guint n_disputed = galley_report_get_n_with_status (report, GALLEY_STATUS_DISPUTED);
  guint n_characters, n_covered;

  galley_report_get_coverage (report, &n_characters, &n_covered);

  g_ptr_array_add (clauses, describe_open (report));
  if (n_disputed > 0)
    g_ptr_array_add (clauses, g_strdup_printf (ngettext ("%u claim is disputed",
                                                         "%u claims are disputed", n_disputed),
                                               n_disputed));
  if (n_covered < n_characters)
    g_ptr_array_add (clauses, g_strdup_printf (_ ("Nobody has accounted for %u %% of the text yet"),
                                               100 - get_percent (report)));

  return clauses;
}

/**
 * galley_words_sum_up:
 *
 * Returns: (transfer full): how the check stands, in a line
 */
char *
galley_words_sum_up (GalleyReport *report)
{
  static const GalleyStatus order[] = { GALLEY_STATUS_CONFIRMED, GALLEY_STATUS_DISPUTED,
                                        GALLEY_STATUS_PENDING };
  GString *line = g_string_new (_ ("Reviewed version"));
  g_autofree char *coverage = galley_words_format_coverage (report);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *count =
          galley_words_count_claims (order[i], galley_report_get_n_with_status (report, order[i]));

      g_string_append_printf (line, " · %s", count);
    }
  g_string_append_printf (line, " · %s", coverage);

  return g_string_free (line, FALSE);
}

/**
 * galley_words_name_copy:
 *
 * Returns: (transfer full): the title of what goes out of the report: what is no copy of the
 *   article itself says so
 */
char *
galley_words_name_copy (GalleyReport *report)
{
  GalleyLayout layout = galley_report_get_options (report)->layout;
  const char *title = galley_report_get_title (report);

  if (layout == GALLEY_LAYOUT_ANNOTATED || layout == GALLEY_LAYOUT_PUBLICATION)
    return g_strdup (title);

  return g_strdup_printf ("%s – %s", title, galley_layout_get_label (layout));
}

/**
 * galley_words_get_field_label:
 *
 * Returns: (transfer none): the name of @field for people
 */
const char *
galley_words_get_field_label (GalleyMetadataField field)
{
  static const char *labels[GALLEY_N_METADATA_FIELDS] = {
    [GALLEY_METADATA_TITLE] = N_ ("Title"),
    [GALLEY_METADATA_BYLINE] = N_ ("Byline"),
    [GALLEY_METADATA_PUBLICATION] = N_ ("Publication"),
    [GALLEY_METADATA_DATE] = N_ ("Published"),
    [GALLEY_METADATA_LANGUAGE] = N_ ("Language"),
    [GALLEY_METADATA_SOURCE_ADDRESS] = N_ ("Address"),
  };

  g_return_val_if_fail ((guint) field < GALLEY_N_METADATA_FIELDS, NULL);

  return _ (labels[field]);
}

/**
 * galley_words_get_checked_label:
 *
 * Returns: (transfer none): what somebody did by giving a claim @status; a claim that was left open
 *   has not been checked
 */
const char *
galley_words_get_checked_label (GalleyStatus status)
{
  return status == GALLEY_STATUS_PENDING ? _ ("Left open") : _ ("Checked");
}

/**
 * galley_words_format_time:
 * @time: milliseconds since 1970 UTC, or 0
 *
 * Returns: (transfer full) (nullable): @time as ISO 8601 in UTC with whole seconds, or %NULL for 0
 */
char *
galley_words_format_time (gint64 time)
{
  g_autoptr (GDateTime) utc = NULL;

  if (time == 0)
    return NULL;

  utc = g_date_time_new_from_unix_utc (time / 1000);
  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}
