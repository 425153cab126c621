/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-figures-report.h"

#include "galley-document-builder.h"
#include "galley-escape.h"
#include "galley-words.h"

#include <glib/gi18n-lib.h>

#define BYTE_ORDER_MARK "\357\273\277"

/* Figures have no words of an article in them. */
static GalleyDocument *
make_document (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);

  return galley_document_builder_finish (builder, original, "text/plain");
}

/**
 * galley_figures_report_new_empty:
 * @article_id: UUID; "" for the whole library
 * @title: what it is about
 * @layout: what goes out
 * @options: how; what they say of the layout is not looked at
 *
 * Returns: (transfer full): a report without any words of an article, for what has none
 */
GalleyReport *
galley_figures_report_new_empty (const char *article_id,
                                 const char *title,
                                 GalleyLayout layout,
                                 const GalleyReportOptions *options)
{
  GalleyReportOptions own = *options;
  GalleyArticleFields fields = { .title = title };
  g_autoptr (GalleyArticle) article = galley_article_new (article_id, &fields);
  g_autoptr (GalleyDocument) document = make_document ();
  g_autoptr (GalleyClaimList) claims = galley_claim_list_new (/* claims= */ NULL);
  g_autoptr (GPtrArray) dismissals = g_ptr_array_new ();

  own.layout = layout;
  return galley_report_new (article, document, claims, dismissals, &own);
}

/**
 * galley_figures_report_new:
 * @figures: what it is about
 * @options: how it goes out; what they say of the layout is not looked at
 *
 * Returns: (transfer full): a report in the layout of progress, which any writer of copies prints,
 *   and which is a table of figures as CSV
 */
GalleyReport *
galley_figures_report_new (GalleyFigures *figures, const GalleyReportOptions *options)
{
  gboolean is_whole = figures->article_id == NULL;
  /* Translators: what figures are about that concern the whole library. */
  const char *title = is_whole ? _ ("All Articles") : figures->title;
  GalleyReport *report = galley_figures_report_new_empty (is_whole ? "" : figures->article_id,
                                                          title, GALLEY_LAYOUT_PROGRESS, options);

  galley_report_set_figures (report, figures);

  return report;
}

/**
 * galley_figures_report_has_format:
 *
 * Returns: whether figures can go out in @format: those that print copies, and CSV
 */
gboolean
galley_figures_report_has_format (const GalleyExportFormat *format)
{
  return format->layouts != 0 || g_str_equal (format->nick, "csv");
}

/* A row of the table: what the figure is of, and what it is. */
static void
append_cells (GString *out,
              const char *section,
              const char *id,
              const char *name,
              const char *measure,
              const char *value)
{
  const char *cells[] = { section, id, name, measure, value };

  galley_escape_csv_row (out, cells, G_N_ELEMENTS (cells));
}

static void
append_number (GString *out,
               const char *section,
               const char *id,
               const char *name,
               const char *measure,
               double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  append_cells (
      out, section, id, name, measure,
      g_ascii_formatd (digits, sizeof digits, value == (gint64) value ? "%.0f" : "%.3f", value));
}

static void
append_counts (GString *out,
               const char *section,
               const char *id,
               const char *name,
               const guint *n_with_status)
{
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    append_number (out, section, id, name, galley_status_to_nick (i), n_with_status[i]);
}

static void
append_times (GString *out,
              const char *section,
              const char *id,
              const char *name,
              const GalleyFiguresTimes *times)
{
  static const char *const measures[] = { "lower-quartile-ms", "median-ms", "upper-quartile-ms" };

  append_number (out, section, id, name, "timed", times->n);
  for (guint i = 0; !galley_figures_times_are_few (times) && i < G_N_ELEMENTS (measures); i++)
    append_number (out, section, id, name, measures[i], times->quartiles[i]);
}

static void
append_rate (GString *out,
             const char *section,
             const char *id,
             const char *name,
             guint n_disputed,
             guint64 n_words)
{
  double rate = galley_figures_get_error_rate (n_disputed, n_words);

  append_number (out, section, id, name, "words", (double) n_words);
  if (rate >= 0)
    append_number (out, section, id, name, "disputed-per-1000-words", rate);
}

static void
append_groups (GString *out, const char *section, GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const GalleyFiguresGroup *group = g_ptr_array_index (groups, i);

      append_counts (out, section, "", group->name, group->n_with_status);
      append_times (out, section, "", group->name, &group->times);
    }
}

static void
append_spans (GString *out, GalleyFigures *figures)
{
  const char *unit = galley_figures_unit_to_nick (figures->unit);

  for (guint i = 0; i < figures->spans->len; i++)
    {
      const GalleyFiguresSpan *span = &g_array_index (figures->spans, GalleyFiguresSpan, i);
      g_autofree char *start = galley_words_format_time (span->start);

      append_number (out, unit, start, "", "first", span->n_first);
      append_number (out, unit, start, "", "again", span->n_again);
      append_number (out, unit, start, "", "reopened", span->n_reopened);
      append_counts (out, unit, start, "", span->n_with_status);
    }
}

/**
 * galley_figures_report_write_csv:
 * @report: one that has figures
 *
 * Writes a row for each figure: the section that it is in ("total", "category", "checker",
 * "article", or the unit of a span of time), the id of an article or the time at which a span
 * begins, a name, which measure it is, and its value. Times are milliseconds.
 *
 * Returns: (transfer full): the figures as CSV
 */
GString *
galley_figures_report_write_csv (GalleyReport *report)
{
  GalleyFigures *figures = galley_report_get_figures (report);
  GString *out = g_string_new (galley_report_get_options (report)->csv_bom ? BYTE_ORDER_MARK : "");

  append_cells (out, "section", "id", "name", "measure", "value");
  append_counts (out, "total", "", "", figures->n_with_status);
  append_rate (out, "total", "", "", figures->n_with_status[GALLEY_STATUS_DISPUTED],
               figures->n_words);
  append_times (out, "total", "", "", &figures->times);
  append_groups (out, "category", figures->categories);
  append_groups (out, "checker", figures->checkers);
  append_spans (out, figures);
  for (guint i = 0; i < figures->articles->len; i++)
    {
      const GalleyFiguresArticle *article = g_ptr_array_index (figures->articles, i);

      append_counts (out, "article", article->id, article->title, article->n_with_status);
      append_rate (out, "article", article->id, article->title,
                   article->n_with_status[GALLEY_STATUS_DISPUTED], article->n_words);
    }

  return out;
}
