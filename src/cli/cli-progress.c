/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-desk-figures.h"
#include "galley-export.h"
#include "galley-figures-report.h"

#include <glib/gi18n-lib.h>

static void
add_counts (JsonBuilder *builder, const guint *n_with_status)
{
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    cli_json_add_integer (builder, galley_status_to_nick (i), n_with_status[i]);
}

static void
add_double (JsonBuilder *builder, const char *name, gboolean is_known, double value)
{
  json_builder_set_member_name (builder, name);
  if (is_known)
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/* What is not known, since times are too few, is null. */
static void
add_times (JsonBuilder *builder, const GalleyFiguresTimes *times)
{
  static const char *const names[] = { "lower_quartile_ms", "median_ms", "upper_quartile_ms" };

  json_builder_set_member_name (builder, "times");
  json_builder_begin_object (builder);
  cli_json_add_integer (builder, "timed", times->n);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_double (builder, names[i], !galley_figures_times_are_few (times), times->quartiles[i]);
  json_builder_end_object (builder);
}

static void
add_rate (JsonBuilder *builder, const guint *n_with_status, guint64 n_words)
{
  double rate = galley_figures_get_error_rate (n_with_status[GALLEY_STATUS_DISPUTED], n_words);

  cli_json_add_integer (builder, "words", (gint64) n_words);
  add_double (builder, "disputed_per_1000_words", rate >= 0, rate);
}

static void
add_groups (JsonBuilder *builder, const char *name, const char *member, GPtrArray *groups)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < groups->len; i++)
    {
      const GalleyFiguresGroup *group = g_ptr_array_index (groups, i);

      json_builder_begin_object (builder);
      cli_json_add_string (builder, member, group->name);
      add_counts (builder, group->n_with_status);
      add_times (builder, &group->times);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_spans (JsonBuilder *builder, GalleyFigures *figures)
{
  json_builder_set_member_name (builder, "spans");
  json_builder_begin_array (builder);
  for (guint i = 0; i < figures->spans->len; i++)
    {
      const GalleyFiguresSpan *span = &g_array_index (figures->spans, GalleyFiguresSpan, i);

      json_builder_begin_object (builder);
      cli_json_add_time (builder, "start", span->start);
      cli_json_add_time (builder, "end", span->end);
      cli_json_add_integer (builder, "first", span->n_first);
      cli_json_add_integer (builder, "again", span->n_again);
      cli_json_add_integer (builder, "reopened", span->n_reopened);
      add_counts (builder, span->n_with_status);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_articles (JsonBuilder *builder, GalleyFigures *figures)
{
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < figures->articles->len; i++)
    {
      const GalleyFiguresArticle *article = g_ptr_array_index (figures->articles, i);

      json_builder_begin_object (builder);
      cli_json_add_string (builder, "id", article->id);
      cli_json_add_string (builder, "title", article->title);
      cli_json_add_boolean (builder, "archived", article->is_archived);
      add_counts (builder, article->n_with_status);
      add_rate (builder, article->n_with_status, article->n_words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (GalleyFigures *figures)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_add_string (builder, "article", figures->article_id);
  cli_json_add_string (builder, "title", figures->title);
  json_builder_set_member_name (builder, "claims");
  json_builder_begin_object (builder);
  add_counts (builder, figures->n_with_status);
  json_builder_end_object (builder);
  add_rate (builder, figures->n_with_status, figures->n_words);
  add_groups (builder, "categories", "category", figures->categories);
  add_groups (builder, "checkers", "checker", figures->checkers);
  add_times (builder, &figures->times);
  cli_json_add_string (builder, "unit", galley_figures_unit_to_nick (figures->unit));
  cli_json_add_integer (builder, "units", figures->n_units);
  add_spans (builder, figures);
  cli_json_add_integer (builder, "unclear", figures->n_unclear);
  add_articles (builder, figures);
  json_builder_end_object (builder);

  cli_print_json (builder);
}

static const GalleyExportFormat *
find_format (const char *nick, GError **error)
{
  const GalleyExportFormat *format = galley_export_find_format (nick != NULL ? nick : "text");

  if (format != NULL && galley_figures_report_has_format (format))
    return format;

  g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
               _ ("Figures have no format “%s”, see “galleyctl progress --help”"), nick);
  return NULL;
}

static gboolean
write_report (GalleyFigures *figures,
              const GalleyExportFormat *format,
              GalleyPaper paper,
              const char *path,
              GError **error)
{
  GalleyReportOptions options = { .paper = paper };
  g_autoptr (GalleyReport) report = galley_figures_report_new (figures, &options);
  g_autoptr (GBytes) bytes =
      galley_export_to_bytes (report, format, /* cancellable= */ NULL, error);

  return bytes != NULL && cli_write_bytes (path, bytes, error);
}

static GalleyFigures *
read_figures (CliCall *call, gboolean with_archived, GError **error)
{
  g_autoptr (GalleyArticle) article = NULL;
  GalleyFiguresScope scope = { .with_archived = with_archived };
  GalleyDesk *desk = cli_get_desk (call, error);

  if (desk == NULL)
    return NULL;
  if (call->arguments != NULL && call->arguments[0] != NULL)
    {
      article = cli_find_article (call, call->arguments[0], error);
      if (article == NULL)
        return NULL;
      scope.article_id = galley_article_get_id (article);
      if (!cli_check_shown (call, scope.article_id, error))
        return NULL;
    }

  return galley_desk_read_figures (desk, &scope, /* cancellable= */ NULL, error);
}

static gboolean
find_paper (const char *nick, GalleyPaper *out_paper, GError **error)
{
  if (nick == NULL || galley_paper_from_nick (nick, out_paper))
    return TRUE;

  g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
               _ ("There is no paper “%s”; there are “a4” and “letter”"), nick);
  return FALSE;
}

/* galleyctl progress [ARTICLE] */
gboolean
cli_progress (CliCall *call, GError **error)
{
  g_autofree char *nick = NULL;
  g_autofree char *path = NULL;
  g_autofree char *paper_nick = NULL;
  gboolean with_archived = FALSE;
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &nick,
      N_ ("text (what is printed otherwise), html, pdf, markdown, docx, odt or csv"),
      N_ ("FORMAT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &path, N_ ("Where it goes, if not standard output"),
      N_ ("FILE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper_nick,
      N_ ("What pages are printed on, if not what is used here: a4 or letter"), N_ ("PAPER") },
    { "archived", 0, 0, G_OPTION_ARG_NONE, &with_archived, N_ ("Count archived articles, too"),
      NULL },
    { NULL }
  };
  GalleyPaper paper = GALLEY_PAPER_OF_LOCALE;
  const GalleyExportFormat *format;
  g_autoptr (GalleyFigures) figures = NULL;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  format = find_format (nick, error);
  if (format == NULL || !find_paper (paper_nick, &paper, error))
    return FALSE;
  if (call->json && (nick != NULL || path != NULL))
    {
      g_set_error_literal (error, CLI_ERROR, CLI_EXIT_USAGE,
                           _ ("“--json” goes without a format and a file"));
      return FALSE;
    }

  figures = read_figures (call, with_archived, error);
  if (figures == NULL)
    return FALSE;
  if (!call->json)
    return write_report (figures, format, paper, path, error);

  print_json (figures);
  return TRUE;
}
