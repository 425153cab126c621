/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-figures-charts.h"
#include "galley-figures-words.h"
#include "galley-layout-private.h"
#include "galley-layout-tables.h"

#include <glib/gi18n-lib.h>

/* How the work stands and how it went: each chart with the table that it is a picture of. */

/* @chart is (transfer full). */
static void
add_chart (GalleyCopy *copy, GalleyChart *chart)
{
  if (chart == NULL)
    return;

  galley_copy_add_chart (copy, chart);
  galley_chart_unref (chart);
}

static void
add_heading (GalleyCopy *copy, const char *heading)
{
  galley_copy_add_heading (copy, /* level= */ 3);
  galley_copy_add_text (copy, heading, /* marks= */ 0);
}

/* Likewise, where there are several under a heading: each has one of its own. */
static void
add_chart_under (GalleyCopy *copy, const char *heading, GalleyChart *chart)
{
  if (chart == NULL)
    return;

  add_heading (copy, heading);
  add_chart (copy, chart);
}

static void
say (GalleyCopy *copy, const char *words)
{
  galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_PLAIN, words);
}

static void
begin_table (GalleyCopy *copy, const char *const *heads)
{
  galley_copy_begin_table (copy, g_strv_length ((char **) heads));
  galley_copy_begin (copy, GALLEY_COPY_ROW);
  for (guint i = 0; heads[i] != NULL; i++)
    galley_copy_say (copy, GALLEY_COPY_CELL, GALLEY_COPY_COLUMN, heads[i]);
  galley_copy_end (copy);
}

static void
add_counts (GalleyCopy *copy, const guint *n_with_status)
{
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    galley_layout_add_number (copy, n_with_status[galley_figures_order[i]]);
}

static void
add_summary (GalleyCopy *copy, GalleyFigures *figures)
{
  g_autofree char *n_articles = galley_figures_words_format_number (figures->articles->len);
  g_autofree char *n_words = galley_figures_words_format_number (figures->n_words);

  galley_copy_begin (copy, GALLEY_COPY_SUMMARY);
  if (figures->article_id == NULL)
    {
      galley_copy_add_fact (copy, _ ("Articles"), "articles");
      galley_copy_add_text (copy, n_articles, /* marks= */ 0);
      galley_copy_add_text (
          copy, figures->with_archived ? _ (", archived ones too") : _ (", without archived ones"),
          /* marks= */ 0);
    }
  galley_copy_add_fact (copy, _ ("Words checked"), "words");
  galley_copy_add_text (copy, n_words, /* marks= */ 0);
  galley_copy_add_fact (copy, _ ("Exported"), "exported");
  galley_copy_add_time (copy,
                        galley_report_get_options (galley_copy_get_report (copy))->exported_at);
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    galley_layout_add_status_count (copy, galley_figures_order[i],
                                    figures->n_with_status[galley_figures_order[i]]);
  galley_copy_end (copy);
}

static void
add_statuses (GalleyCopy *copy, GalleyFigures *figures)
{
  const char *const heads[] = { _ ("Status"), _ ("Claims"), _ ("Share"), NULL };
  guint n_all = galley_figures_get_n_claims (figures->n_with_status);

  galley_layout_begin_section (copy, _ ("Claims by Status"));
  add_chart (copy, galley_figures_chart_statuses (figures));
  begin_table (copy, heads);
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    {
      GalleyStatus status = galley_figures_order[i];

      galley_layout_begin_row (copy, galley_status_get_label (status), /* marks= */ 0);
      galley_layout_add_number (copy, figures->n_with_status[status]);
      galley_layout_add_figure (
          copy, galley_figures_words_format_share (figures->n_with_status[status], n_all));
      galley_copy_end (copy);
    }
  galley_layout_begin_row (copy, _ ("All"), /* marks= */ 0);
  galley_layout_add_number (copy, n_all);
  galley_layout_add_figure (copy, galley_figures_words_format_share (n_all, n_all));
  galley_copy_end (copy);
  galley_copy_end (copy);
  galley_copy_end (copy);
}

static void
add_groups (GalleyCopy *copy,
            GPtrArray *groups,
            const char *head,
            char *(*name_group) (const char *name))
{
  const char *const heads[] = { head,
                                galley_status_get_label (galley_figures_order[0]),
                                galley_status_get_label (galley_figures_order[1]),
                                galley_status_get_label (galley_figures_order[2]),
                                _ ("All"),
                                NULL };

  begin_table (copy, heads);
  for (guint i = 0; i < groups->len; i++)
    {
      const GalleyFiguresGroup *group = g_ptr_array_index (groups, i);
      guint n_claims = galley_figures_get_n_claims (group->n_with_status);
      g_autofree char *name = name_group (group->name);

      if (n_claims == 0)
        continue;
      galley_layout_begin_row (copy, name, GALLEY_COPY_FOREIGN);
      add_counts (copy, group->n_with_status);
      galley_layout_add_number (copy, n_claims);
      galley_copy_end (copy);
    }
  galley_copy_end (copy);
}

static void
add_categories (GalleyCopy *copy, GalleyFigures *figures)
{
  galley_layout_begin_section (copy, _ ("Claims by Category"));
  add_chart (copy, galley_figures_chart_categories (figures));
  add_groups (copy, figures->categories, _ ("Category"), galley_figures_words_name_category);
  galley_copy_end (copy);
}

static void
add_checkers (GalleyCopy *copy, GalleyFigures *figures)
{
  galley_layout_begin_section (copy, _ ("Claims by Checker"));
  say (copy, _ ("By who gave each claim its present status. Pending are those that somebody marked "
                "or left open. Names are those in the journal."));
  add_chart (copy, galley_figures_chart_checkers (figures));
  add_groups (copy, figures->checkers, _ ("Checker"), galley_figures_words_name_checker);
  galley_copy_end (copy);
}

static void
add_spans (GalleyCopy *copy, GalleyFigures *figures)
{
  const char *const heads[] = { galley_figures_words_name_span (figures),
                                _ ("First verdict"),
                                _ ("Given again"),
                                _ ("Reopened"),
                                galley_status_get_label (galley_figures_order[0]),
                                galley_status_get_label (galley_figures_order[1]),
                                galley_status_get_label (galley_figures_order[2]),
                                NULL };

  begin_table (copy, heads);
  for (guint i = 0; i < figures->spans->len; i++)
    {
      const GalleyFiguresSpan *span = &g_array_index (figures->spans, GalleyFiguresSpan, i);
      g_autofree char *name = galley_figures_words_format_span (figures, i, /* is_short= */ FALSE);

      galley_layout_begin_row (copy, name, /* marks= */ 0);
      galley_layout_add_number (copy, span->n_first);
      galley_layout_add_number (copy, span->n_again);
      galley_layout_add_number (copy, span->n_reopened);
      add_counts (copy, span->n_with_status);
      galley_copy_end (copy);
    }
  galley_copy_end (copy);
}

static void
add_over_time (GalleyCopy *copy, GalleyFigures *figures)
{
  if (figures->spans->len == 0)
    return;

  galley_layout_begin_section (copy, _ ("Over Time"));
  say (copy,
       _ ("Every verdict that was given and not undone, on the day it was given, also where "
          "the claim has no words in the present draft any more. A verdict is given again "
          "where a claim had one before. Below: how many claims stood in the draft of then."));
  add_chart_under (copy, _ ("Verdicts"), galley_figures_chart_verdicts (figures));
  add_chart_under (copy, _ ("How Claims Stood"), galley_figures_chart_standing (figures));
  if (figures->n_unclear > 0)
    {
      g_autofree char *number = galley_figures_words_format_number (figures->n_unclear);
      g_autofree char *unclear = g_strdup_printf (
          ngettext ("Of %s claim only the end is certain, since copies of the library were merged.",
                    "Of %s claims only the end is certain, since copies of the library were "
                    "merged.",
                    figures->n_unclear),
          number);

      say (copy, unclear);
    }
  add_spans (copy, figures);
  galley_copy_end (copy);
}

static void
add_times_row (GalleyCopy *copy, const char *name, const GalleyFiguresTimes *times)
{
  galley_layout_begin_row (copy, name, GALLEY_COPY_FOREIGN);
  galley_layout_add_number (copy, times->n);
  for (guint i = 0; i < 3; i++)
    galley_layout_add_figure (copy, galley_figures_times_are_few (times)
                                        /* Translators: too few times to tell a median of them. */
                                        ? g_strdup (_ ("too few"))
                                        : galley_figures_words_format_time (times->quartiles[i]));
  galley_copy_end (copy);
}

static void
add_times_of (GalleyCopy *copy,
              GPtrArray *groups,
              const char *head,
              char *(*name_group) (const char *name))
{
  const char *const heads[] = { head,         _ ("Timed"),          _ ("Lower quartile"),
                                _ ("Median"), _ ("Upper quartile"), NULL };

  begin_table (copy, heads);
  for (guint i = 0; i < groups->len; i++)
    {
      const GalleyFiguresGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *name = name_group (group->name);

      if (group->times.n > 0)
        add_times_row (copy, name, &group->times);
    }
  galley_copy_end (copy);
}

static void
add_times (GalleyCopy *copy, GalleyFigures *figures)
{
  g_autofree char *words = g_strdup_printf (
      _ ("From one verdict of a person to their next one, on whatever article, as long as no more "
         "than %u minutes lie between. The first verdict of a sitting is not timed, nor are those "
         "that one step gave to several claims. Fewer than %u times are too few to tell."),
      GALLEY_FIGURES_SITTING_MINUTES, GALLEY_FIGURES_FEW);

  galley_layout_begin_section (copy, _ ("Time per Claim"));
  say (copy, words);
  if (figures->times.n == 0)
    galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_NOTHING,
                     _ ("No verdict could be timed yet."));
  else
    {
      add_heading (copy, _ ("By Checker"));
      add_chart (copy, galley_figures_chart_times_by_checker (figures));
      add_times_of (copy, figures->checkers, _ ("Checker"), galley_figures_words_name_checker);
      add_heading (copy, _ ("By Category"));
      add_chart (copy, galley_figures_chart_times_by_category (figures));
      add_times_of (copy, figures->categories, _ ("Category"), galley_figures_words_name_category);
    }
  galley_copy_end (copy);
}

static void
add_rate_row (GalleyCopy *copy, const char *name, const guint *n_with_status, guint64 n_words)
{
  guint n_disputed = n_with_status[GALLEY_STATUS_DISPUTED];

  galley_layout_begin_row (copy, name, GALLEY_COPY_FOREIGN);
  add_counts (copy, n_with_status);
  galley_layout_add_number (copy, n_words);
  galley_layout_add_figure (
      copy, galley_figures_words_format_rate (galley_figures_get_error_rate (n_disputed, n_words)));
  galley_copy_end (copy);
}

static void
add_rates (GalleyCopy *copy, GalleyFigures *figures)
{
  const char *const heads[] = { _ ("Article"),
                                galley_status_get_label (galley_figures_order[0]),
                                galley_status_get_label (galley_figures_order[1]),
                                galley_status_get_label (galley_figures_order[2]),
                                _ ("Words"),
                                _ ("Disputed per 1,000 words"),
                                NULL };

  galley_layout_begin_section (copy, _ ("Error Rate"));
  say (copy, _ ("Disputed claims for 1,000 words of the text that is checked, in the present "
                "draft; what is no part of an article is not counted."));
  if (figures->article_id == NULL)
    {
      add_chart_under (copy, _ ("Disputed per 1,000 Words"), galley_figures_chart_rates (figures));
      add_chart_under (copy, _ ("Claims by Article"), galley_figures_chart_articles (figures));
    }
  begin_table (copy, heads);
  for (guint i = 0; i < figures->articles->len; i++)
    {
      const GalleyFiguresArticle *article = g_ptr_array_index (figures->articles, i);

      add_rate_row (copy, article->title, article->n_with_status, article->n_words);
    }
  if (figures->articles->len > 1)
    add_rate_row (copy, _ ("All"), figures->n_with_status, figures->n_words);
  galley_copy_end (copy);
  galley_copy_end (copy);
}

static const char *
find_nothing (GalleyFigures *figures)
{
  if (figures->articles->len == 0)
    return _ ("There is no article yet. Import one, and its progress is told here.");

  return figures->article_id != NULL
             ? _ ("No claim is marked in this article. Mark its claims, and decide about them: how "
                  "far the work is and how it went is told here.")
             : _ ("No claim is marked in any article. Mark claims, and decide about them: how far "
                  "the work is and how it went is told here.");
}

/**
 * galley_layout_set_progress:
 *
 * Adds how the work stands and how it went, if the report has the figures.
 */
void
galley_layout_set_progress (GalleyCopy *copy)
{
  GalleyFigures *figures = galley_report_get_figures (galley_copy_get_report (copy));

  galley_layout_add_title (copy, _ ("Progress"));
  if (figures == NULL)
    return;

  add_summary (copy, figures);
  if (galley_figures_get_n_claims (figures->n_with_status) == 0 && figures->spans->len == 0)
    {
      galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_NOTHING, find_nothing (figures));
      return;
    }

  add_statuses (copy, figures);
  add_categories (copy, figures);
  add_checkers (copy, figures);
  add_over_time (copy, figures);
  add_times (copy, figures);
  add_rates (copy, figures);
}
