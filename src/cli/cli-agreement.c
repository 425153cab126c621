/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-agreement.h"
#include "galley-comparison-report.h"

#include <glib/gi18n-lib.h>

/* What a rater is called where the check itself has no name. */
static const char *
name_rater (const GalleyRater *rater)
{
  return rater->name != NULL ? rater->name : "check";
}

/* A figure with a point, whatever the locale; "-" where it is not defined. */
static char *
format_figure (gboolean is_defined, double figure)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (is_defined ? g_ascii_formatd (buffer, sizeof buffer, "%.3f", figure) : "-");
}

static void
add_figure (JsonBuilder *builder, const char *name, gboolean is_defined, double figure)
{
  json_builder_set_member_name (builder, name);
  if (is_defined)
    json_builder_add_double_value (builder, figure);
  else
    json_builder_add_null_value (builder);
}

static void
add_counts (JsonBuilder *builder, const GalleyPairFigures *pair)
{
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    {
      json_builder_set_member_name (builder, galley_status_to_nick (i));
      json_builder_begin_object (builder);
      for (guint j = 0; j < GALLEY_N_STATUSES; j++)
        cli_json_add_integer (builder, galley_status_to_nick (j), pair->counts[i][j]);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
print_pair (CliCall *call,
            JsonBuilder *builder,
            GPtrArray *raters,
            guint first,
            guint second,
            const GalleyPairFigures *pair)
{
  const char *a = name_rater (g_ptr_array_index (raters, first));
  const char *b = name_rater (g_ptr_array_index (raters, second));
  double share = pair->n_both > 0 ? (double) pair->n_agree / pair->n_both : 0;

  if (!call->json)
    {
      g_autofree char *agree = g_strdup_printf ("%u/%u", pair->n_agree, pair->n_both);
      g_autofree char *of_all = format_figure (pair->n_both > 0, share);
      g_autofree char *kappa = format_figure (pair->has_kappa, pair->kappa);

      cli_print_fields ("pair", a, b, agree, of_all, kappa, NULL);
      return;
    }

  json_builder_begin_object (builder);
  cli_json_add_string (builder, "first", a);
  cli_json_add_string (builder, "second", b);
  cli_json_add_integer (builder, "both", pair->n_both);
  cli_json_add_integer (builder, "agree", pair->n_agree);
  add_figure (builder, "share", pair->n_both > 0, share);
  add_figure (builder, "kappa", pair->has_kappa, pair->kappa);
  add_counts (builder, pair);
  json_builder_end_object (builder);
}

static void
print_pairs (CliCall *call, JsonBuilder *builder, GalleyAgreement *agreement, gboolean with_pending)
{
  GPtrArray *raters = galley_agreement_get_raters (agreement);

  json_builder_set_member_name (builder, "pairs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < raters->len; i++)
    for (guint j = i + 1; j < raters->len; j++)
      {
        GalleyPairFigures pair;

        galley_agreement_get_pair (agreement, i, j, with_pending, &pair);
        print_pair (call, builder, raters, i, j, &pair);
      }
  json_builder_end_array (builder);
}

static void
print_alpha (CliCall *call, JsonBuilder *builder, GalleyAgreement *agreement, gboolean with_pending)
{
  GalleyAlphaFigures figures;

  galley_agreement_get_alpha (agreement, with_pending, &figures);
  if (!call->json)
    {
      g_autofree char *units = g_strdup_printf ("%u", figures.n_units);
      g_autofree char *values = g_strdup_printf ("%u", figures.n_values);
      g_autofree char *alpha = format_figure (figures.has_alpha, figures.alpha);

      cli_print_fields ("alpha", units, values, alpha, NULL);
      return;
    }

  json_builder_set_member_name (builder, "alpha");
  json_builder_begin_object (builder);
  cli_json_add_integer (builder, "claims", figures.n_units);
  cli_json_add_integer (builder, "verdicts", figures.n_values);
  add_figure (builder, "alpha", figures.has_alpha, figures.alpha);
  add_figure (builder, "observed", figures.n_values > 0, figures.observed);
  add_figure (builder, "expected", figures.has_alpha, figures.expected);
  json_builder_end_object (builder);
}

static void
print_rater (CliCall *call, JsonBuilder *builder, const GalleyRater *rater)
{
  if (!call->json)
    {
      g_autofree char *given = g_strdup_printf ("%u", rater->n_given);
      g_autofree char *missing = g_strdup_printf ("%u", rater->n_missing);
      g_autofree char *former = g_strdup_printf ("%u", rater->n_former);
      g_autofree char *late = g_strdup_printf ("%u", rater->n_late);
      g_autofree char *own = g_strdup_printf ("%u", rater->n_own);

      cli_print_fields ("reader", name_rater (rater), given, missing, former, late, own, NULL);
      return;
    }

  json_builder_begin_object (builder);
  cli_json_add_string (builder, "name", name_rater (rater));
  cli_json_add_string (builder, "reading", rater->reading != NULL ? rater->reading->id : NULL);
  cli_json_add_integer (builder, "counted", rater->n_given);
  cli_json_add_integer (builder, "not_judged", rater->n_missing);
  cli_json_add_integer (builder, "of_former_words", rater->n_former);
  cli_json_add_integer (builder, "after_unblinding", rater->n_late);
  cli_json_add_integer (builder, "own_in_check", rater->n_own);
  json_builder_end_object (builder);
}

static void
add_verdicts (JsonBuilder *builder, GPtrArray *raters, GalleyReaderDisagreement *disagreement)
{
  json_builder_set_member_name (builder, "verdicts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < raters->len; i++)
    {
      const GalleyVerdict *verdict = g_ptr_array_index (disagreement->verdicts, i);

      if (verdict == NULL)
        continue;
      json_builder_begin_object (builder);
      cli_json_add_string (builder, "reader", name_rater (g_ptr_array_index (raters, i)));
      cli_json_add_string (builder, "by", verdict->checked_by);
      cli_json_add_string (builder, "status", galley_status_to_nick (verdict->status));
      cli_json_add_string (builder, "reason", verdict->reason);
      cli_json_add_string (builder, "note", g_ptr_array_index (disagreement->notes, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_disagreement (CliCall *call,
                    JsonBuilder *builder,
                    GalleyText *text,
                    GPtrArray *raters,
                    GalleyReaderDisagreement *disagreement)
{
  const char *id = galley_claim_get_id (disagreement->claim);
  g_autofree char *quote = cli_quote_range (text, galley_claim_get_range (disagreement->claim));
  g_autoptr (GString) says = g_string_new (NULL);

  if (call->json)
    {
      json_builder_begin_object (builder);
      cli_json_add_string (builder, "claim", id);
      cli_json_add_string (builder, "quote", quote);
      cli_json_add_boolean (builder, "decided", disagreement->is_decided);
      add_verdicts (builder, raters, disagreement);
      json_builder_end_object (builder);
      return;
    }

  for (guint i = 0; i < raters->len; i++)
    {
      const GalleyVerdict *verdict = g_ptr_array_index (disagreement->verdicts, i);

      if (verdict != NULL)
        g_string_append_printf (says, "%s%s: %s", says->len > 0 ? ", " : "",
                                name_rater (g_ptr_array_index (raters, i)),
                                galley_status_to_nick (verdict->status));
    }
  cli_print_fields ("disagreement", id, disagreement->is_decided ? "decided" : "open", says->str,
                    quote, NULL);
}

static void
print_agreement (CliCall *call,
                 JsonBuilder *builder,
                 GalleyText *text,
                 GalleyAgreement *agreement,
                 gboolean with_pending)
{
  GPtrArray *raters = galley_agreement_get_raters (agreement);
  GPtrArray *disagreements = galley_agreement_list_disagreements (agreement);

  json_builder_begin_object (builder);
  cli_json_add_integer (builder, "claims", galley_agreement_get_n_claims (agreement));
  cli_json_add_integer (builder, "under_way", galley_agreement_get_n_under_way (agreement));
  json_builder_set_member_name (builder, "readers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < raters->len; i++)
    print_rater (call, builder, g_ptr_array_index (raters, i));
  json_builder_end_array (builder);
  print_pairs (call, builder, agreement, with_pending);
  print_alpha (call, builder, agreement, with_pending);
  json_builder_set_member_name (builder, "disagreements");
  json_builder_begin_array (builder);
  for (guint i = 0; i < disagreements->len; i++)
    print_disagreement (call, builder, text, raters, g_ptr_array_index (disagreements, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * Agreement:
 * @nick: (nullable): of a format
 * @path: (nullable): where it goes
 * @paper: (nullable): what pages are printed on
 *
 * What was typed.
 */
typedef struct
{
  gboolean without_pending;
  char *nick;
  char *path;
  char *paper;
} Agreement;

static void
agreement_clear (Agreement *typed)
{
  g_free (typed->nick);
  g_free (typed->path);
  g_free (typed->paper);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Agreement, agreement_clear)

/* Leaves @out_format alone if the lines for scripts are meant. */
static gboolean
check_form (CliCall *call,
            const Agreement *typed,
            const GalleyExportFormat **out_format,
            GalleyPaper *out_paper,
            GError **error)
{
  const GalleyExportFormat *format = galley_export_find_format (typed->nick);

  if (typed->nick == NULL && (typed->path != NULL || typed->paper != NULL))
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("A file and paper go with “--format”"));
  else if (typed->nick != NULL && call->json)
    g_set_error_literal (error, CLI_ERROR, CLI_EXIT_USAGE,
                         _ ("“--json” goes without a format and a file"));
  else if (typed->nick != NULL && (format == NULL || !galley_comparison_report_has_format (format)))
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("Agreement has no format “%s”, see “galleyctl agreement --help”"), typed->nick);
  else if (typed->paper != NULL && !galley_paper_from_nick (typed->paper, out_paper))
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("There is no paper “%s”; there are “a4” and “letter”"), typed->paper);
  else
    {
      *out_format = format;
      return TRUE;
    }

  return FALSE;
}

static gboolean
write_agreement (GalleyAgreement *agreement,
                 GalleyCheck *check,
                 const Agreement *typed,
                 const GalleyExportFormat *format,
                 GalleyPaper paper,
                 GError **error)
{
  GalleyReportOptions options = { .paper = paper };
  g_autoptr (GalleyComparison) comparison =
      galley_agreement_compare (agreement, check, !typed->without_pending);
  g_autoptr (GalleyReport) report = galley_comparison_report_new (comparison, &options);
  g_autoptr (GBytes) bytes =
      galley_export_to_bytes (report, format, /* cancellable= */ NULL, error);

  return bytes != NULL && cli_write_bytes (typed->path, bytes, error);
}

/* galleyctl agreement ARTICLE */
gboolean
cli_agreement (CliCall *call, GError **error)
{
  g_auto (Agreement) typed = { FALSE };
  const GOptionEntry options[] = {
    { "without-pending", 0, 0, G_OPTION_ARG_NONE, &typed.without_pending,
      N_ ("Take pending for no verdict, and not for one of three"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &typed.nick,
      N_ ("To be read by people: text, html, pdf, markdown, docx or odt; or csv: all judgements"),
      N_ ("FORMAT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &typed.path,
      N_ ("Where it goes, if not standard output"), N_ ("FILE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &typed.paper,
      N_ ("What pages are printed on, if not what is used here: a4 or letter"), N_ ("PAPER") },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GalleyAgreement) agreement = NULL;
  const GalleyExportFormat *format = NULL;
  GalleyPaper paper = GALLEY_PAPER_OF_LOCALE;

  if (!cli_call_parse (call, options, error) || !check_form (call, &typed, &format, &paper, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL)
    return FALSE;
  agreement = galley_agreement_new (check);
  if (galley_agreement_get_raters (agreement)->len < 2)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED,
                   _ ("No second reading of the article has ended yet"));
      return FALSE;
    }

  if (format != NULL)
    return write_agreement (agreement, check, &typed, format, paper, error);

  print_agreement (call, builder, galley_document_get_text (galley_check_get_document (check)),
                   agreement, !typed.without_pending);
  if (call->json)
    cli_print_json (builder);
  return TRUE;
}
