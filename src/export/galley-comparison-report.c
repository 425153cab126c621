/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-comparison-report.h"

#include "galley-escape.h"
#include "galley-figures-report.h"
#include "galley-words.h"

#define BYTE_ORDER_MARK "\357\273\277"

/**
 * galley_comparison_report_new:
 * @comparison: what it is about
 * @options: how it goes out; what they say of the layout is not looked at
 *
 * Returns: (transfer full): a report in the layout of agreement, which any writer of copies prints,
 *   and which is a table of judgements as CSV
 */
GalleyReport *
galley_comparison_report_new (GalleyComparison *comparison, const GalleyReportOptions *options)
{
  GalleyReport *report = galley_figures_report_new_empty (comparison->article_id, comparison->title,
                                                          GALLEY_LAYOUT_AGREEMENT, options);

  galley_report_set_comparison (report, comparison);
  return report;
}

/**
 * galley_comparison_report_has_format:
 *
 * Returns: whether agreement can go out in @format: those that print copies, and CSV
 */
gboolean
galley_comparison_report_has_format (const GalleyExportFormat *format)
{
  return galley_figures_report_has_format (format);
}

static void
append_judgement (GString *out,
                  const GalleyComparisonClaim *claim,
                  const GalleyRater *rater,
                  const GalleyVerdict *verdict,
                  const char *note)
{
  g_autofree char *at =
      verdict->checked_at > 0 ? galley_words_format_time (verdict->checked_at) : NULL;
  const char *cells[] = {
    claim->id,
    claim->quote,
    rater->name != NULL ? rater->name : "check",
    rater->reading != NULL ? rater->reading->id : NULL,
    verdict->checked_by,
    galley_status_to_nick (verdict->status),
    verdict->reason,
    note,
    at,
    claim->differs ? "yes" : "no",
    claim->is_decided ? "yes" : "no",
  };

  galley_escape_csv_row (out, cells, G_N_ELEMENTS (cells));
}

/**
 * galley_comparison_report_write_csv:
 * @report: one that has a comparison
 *
 * Writes a row for each judgement that counts: the id and the words of the claim, who is compared
 * ("check" for the check itself) and the id of their reading, who gave the verdict, status, reason,
 * note and time, whether readers disagree on the claim, and whether somebody has decided. The names
 * of the columns and what is no free text are not translated.
 *
 * Returns: (transfer full): the judgements as CSV
 */
GString *
galley_comparison_report_write_csv (GalleyReport *report)
{
  static const char *const columns[] = { "claim",    "quote",   "reader", "reading",
                                         "by",       "status",  "reason", "note",
                                         "given_at", "differs", "decided" };
  GalleyComparison *comparison = galley_report_get_comparison (report);
  GString *out = g_string_new (galley_report_get_options (report)->csv_bom ? BYTE_ORDER_MARK : "");

  galley_escape_csv_row (out, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < comparison->claims->len; i++)
    {
      const GalleyComparisonClaim *claim = g_ptr_array_index (comparison->claims, i);

      for (guint r = 0; r < claim->verdicts->len; r++)
        {
          const GalleyVerdict *verdict = g_ptr_array_index (claim->verdicts, r);

          if (verdict != NULL)
            append_judgement (out, claim, g_ptr_array_index (comparison->raters, r), verdict,
                              g_ptr_array_index (claim->notes, r));
        }
    }

  return out;
}
