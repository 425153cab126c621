/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-figures-charts.h"

#include "galley-figures-words.h"
#include "galley-words.h"

#include <glib/gi18n-lib.h>

const GalleyStatus galley_figures_order[GALLEY_N_STATUSES] = { GALLEY_STATUS_CONFIRMED,
                                                               GALLEY_STATUS_DISPUTED,
                                                               GALLEY_STATUS_PENDING };

GalleyChartFill
galley_figures_get_fill (GalleyStatus status)
{
  static const GalleyChartFill fills[GALLEY_N_STATUSES] = {
    [GALLEY_STATUS_CONFIRMED] = GALLEY_CHART_CONFIRMED,
    [GALLEY_STATUS_DISPUTED] = GALLEY_CHART_DISPUTED,
    [GALLEY_STATUS_PENDING] = GALLEY_CHART_PENDING,
  };

  g_return_val_if_fail ((guint) status < GALLEY_N_STATUSES, GALLEY_CHART_PENDING);

  return fills[status];
}

/* Such as “12 confirmed, 3 disputed, 5 pending”. */
static char *
sum_up (const guint *n_with_status)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    {
      GalleyStatus status = galley_figures_order[i];
      g_autofree char *count = galley_words_count_claims (status, n_with_status[status]);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", count);
    }

  return g_string_free (words, FALSE);
}

/* Such as “✓ 12  ✗ 3  ? 5”: what is nothing is not told. */
static char *
tell_counts (const guint *n_with_status)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    {
      GalleyStatus status = galley_figures_order[i];
      g_autofree char *number = galley_figures_words_format_number (n_with_status[status]);

      if (n_with_status[status] > 0)
        g_string_append_printf (words, "%s%s\302\240%s", words->len > 0 ? "\342\200\202" : "",
                                galley_words_get_symbol (status), number);
    }

  return g_string_free (words, FALSE);
}

/* With how many there are in the end, where @n_with_status tells. */
static void
add_statuses (GalleyChart *chart, const guint *n_with_status)
{
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    {
      GalleyStatus status = galley_figures_order[i];
      g_autofree char *label = g_strdup_printf ("%s %s", galley_words_get_symbol (status),
                                                galley_status_get_label (status));
      g_autofree char *number =
          n_with_status != NULL ? galley_figures_words_format_number (n_with_status[status]) : NULL;
      g_autofree char *counted = g_strconcat (label, number != NULL ? ": " : NULL, number, NULL);

      galley_chart_add_series (chart, counted, galley_figures_get_fill (status));
    }
}

static void
add_counts (GalleyChart *chart, const char *label, const guint *n_with_status)
{
  g_autofree char *words = tell_counts (n_with_status);
  GalleyChartRow *row = galley_chart_add_row (chart, label, words);

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    row->values[i] = n_with_status[galley_figures_order[i]];
}

GalleyChart *
galley_figures_chart_statuses (GalleyFigures *figures)
{
  guint n_all = galley_figures_get_n_claims (figures->n_with_status);
  g_autofree char *summary = sum_up (figures->n_with_status);
  GalleyChart *chart = galley_chart_new (GALLEY_CHART_BARS, _ ("Claims by status"), summary);

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    {
      GalleyStatus status = galley_figures_order[i];
      guint n = figures->n_with_status[status];
      g_autofree char *number = galley_figures_words_format_number (n);
      g_autofree char *share = galley_figures_words_format_share (n, n_all);
      g_autofree char *words = g_strdup_printf ("%s (%s)", number, share);
      g_autofree char *label = g_strdup_printf ("%s %s", galley_words_get_symbol (status),
                                                galley_status_get_label (status));
      GalleyChartRow *row = galley_chart_add_row (chart, label, words);

      row->values[0] = n;
      row->fill = galley_figures_get_fill (status);
    }

  return chart;
}

static GalleyChart *
chart_groups (GPtrArray *groups, const char *title, char *(*name_group) (const char *name))
{
  g_autofree char *number = galley_figures_words_format_number (groups->len);
  g_autofree char *summary =
      /* Translators: what a chart shows to somebody who does not see it; %s is a number. */
      g_strdup_printf (ngettext ("One bar, made of confirmed, disputed and pending claims",
                                 "%s bars, made of confirmed, disputed and pending claims",
                                 groups->len),
                       number);
  GalleyChart *chart = galley_chart_new (GALLEY_CHART_STACKS, title, summary);

  add_statuses (chart, /* n_with_status= */ NULL);
  for (guint i = 0; i < groups->len; i++)
    {
      const GalleyFiguresGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *name = name_group (group->name);

      if (galley_figures_get_n_claims (group->n_with_status) > 0)
        add_counts (chart, name, group->n_with_status);
    }

  return chart;
}

GalleyChart *
galley_figures_chart_categories (GalleyFigures *figures)
{
  return chart_groups (figures->categories, _ ("Claims by category"),
                       galley_figures_words_name_category);
}

GalleyChart *
galley_figures_chart_checkers (GalleyFigures *figures)
{
  return chart_groups (figures->checkers, _ ("Claims by checker"),
                       galley_figures_words_name_checker);
}

GalleyChart *
galley_figures_chart_verdicts (GalleyFigures *figures)
{
  guint n_first = 0, n_again = 0, n_reopened = 0;
  g_autofree char *summary = NULL;
  GalleyChart *chart;

  for (guint i = 0; i < figures->spans->len; i++)
    {
      const GalleyFiguresSpan *span = &g_array_index (figures->spans, GalleyFiguresSpan, i);

      n_first += span->n_first;
      n_again += span->n_again;
      n_reopened += span->n_reopened;
    }
  if (n_first + n_again + n_reopened == 0)
    return NULL;

  summary = g_strdup_printf (_ ("First verdicts: %u. Given again: %u. Reopened: %u."), n_first,
                             n_again, n_reopened);
  chart = galley_chart_new (GALLEY_CHART_COLUMNS, _ ("Verdicts over time"), summary);
  galley_chart_add_series (chart, _ ("First verdict"), GALLEY_CHART_FIRST);
  galley_chart_add_series (chart, _ ("Given again"), GALLEY_CHART_SECOND);
  galley_chart_add_series (chart, _ ("Reopened"), GALLEY_CHART_THIRD);
  for (guint i = 0; i < figures->spans->len; i++)
    {
      const GalleyFiguresSpan *span = &g_array_index (figures->spans, GalleyFiguresSpan, i);
      g_autofree char *label = galley_figures_words_format_span (figures, i, /* is_short= */ TRUE);
      GalleyChartRow *row = galley_chart_add_row (chart, label, /* words= */ NULL);

      row->values[0] = span->n_first;
      row->values[1] = span->n_again;
      row->values[2] = span->n_reopened;
    }

  return chart;
}

GalleyChart *
galley_figures_chart_standing (GalleyFigures *figures)
{
  const GalleyFiguresSpan *last;
  g_autofree char *counts = NULL;
  g_autofree char *summary = NULL;
  GalleyChart *chart;

  if (figures->spans->len == 0)
    return NULL;

  last = &g_array_index (figures->spans, GalleyFiguresSpan, figures->spans->len - 1);
  counts = sum_up (last->n_with_status);
  /* Translators: %s is such as “12 confirmed, 3 disputed, 5 pending”. */
  summary = g_strdup_printf (_ ("At the end: %s."), counts);
  chart = galley_chart_new (GALLEY_CHART_LAYERS, _ ("How claims stood"), summary);
  add_statuses (chart, last->n_with_status);
  for (guint i = 0; i < figures->spans->len; i++)
    {
      g_autofree char *label = galley_figures_words_format_span (figures, i, /* is_short= */ TRUE);

      add_counts (chart, label, g_array_index (figures->spans, GalleyFiguresSpan, i).n_with_status);
    }

  return chart;
}

/* Nothing is drawn of too few times. */
static GalleyChart *
chart_times (GPtrArray *groups, const char *title, char *(*name_group) (const char *name))
{
  g_autoptr (GalleyChart) chart = galley_chart_new (
      GALLEY_CHART_RANGES, title,
      _ ("Each bar reaches from the lower to the upper quartile; the stroke is the median"));

  for (guint i = 0; i < groups->len; i++)
    {
      const GalleyFiguresGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *name = name_group (group->name);
      g_autofree char *median = galley_figures_words_format_time (group->times.quartiles[1]);
      GalleyChartRow *row;

      if (galley_figures_times_are_few (&group->times))
        continue;
      row = galley_chart_add_row (chart, name, median);
      row->fill = GALLEY_CHART_SECOND;
      for (guint j = 0; j < 3; j++)
        row->values[j] = group->times.quartiles[j];
    }

  return chart->rows->len > 0 ? g_steal_pointer (&chart) : NULL;
}

GalleyChart *
galley_figures_chart_times_by_checker (GalleyFigures *figures)
{
  return chart_times (figures->checkers, _ ("Time for a claim, by checker"),
                      galley_figures_words_name_checker);
}

GalleyChart *
galley_figures_chart_times_by_category (GalleyFigures *figures)
{
  return chart_times (figures->categories, _ ("Time for a claim, by category"),
                      galley_figures_words_name_category);
}

static gint
compare_by_claims (gconstpointer a, gconstpointer b)
{
  guint first = galley_figures_get_n_claims ((*(GalleyFiguresArticle *const *) a)->n_with_status);
  guint second = galley_figures_get_n_claims ((*(GalleyFiguresArticle *const *) b)->n_with_status);

  return first > second ? -1 : first < second;
}

static double
get_rate (const GalleyFiguresArticle *article)
{
  return galley_figures_get_error_rate (article->n_with_status[GALLEY_STATUS_DISPUTED],
                                        article->n_words);
}

static gint
compare_by_rate (gconstpointer a, gconstpointer b)
{
  double first = get_rate (*(GalleyFiguresArticle *const *) a);
  double second = get_rate (*(GalleyFiguresArticle *const *) b);

  return first > second ? -1 : first < second;
}

/* (transfer container): the articles that have claims, in another order. */
static GPtrArray *
sort_articles (GalleyFigures *figures, GCompareFunc compare)
{
  GPtrArray *articles = g_ptr_array_new ();

  for (guint i = 0; i < figures->articles->len; i++)
    {
      GalleyFiguresArticle *article = g_ptr_array_index (figures->articles, i);

      if (galley_figures_get_n_claims (article->n_with_status) > 0)
        g_ptr_array_add (articles, article);
    }
  g_ptr_array_sort (articles, compare);

  return articles;
}

GalleyChart *
galley_figures_chart_articles (GalleyFigures *figures)
{
  g_autoptr (GPtrArray) articles = sort_articles (figures, compare_by_claims);
  g_autoptr (GalleyChart) chart = galley_chart_new (
      GALLEY_CHART_STACKS, _ ("Claims by article"),
      _ ("A bar for each article, made of confirmed, disputed and pending claims; "
         "the longest first"));

  add_statuses (chart, /* n_with_status= */ NULL);
  for (guint i = 0; i < articles->len; i++)
    {
      const GalleyFiguresArticle *article = g_ptr_array_index (articles, i);

      add_counts (chart, article->title, article->n_with_status);
    }

  return articles->len > 0 ? g_steal_pointer (&chart) : NULL;
}

GalleyChart *
galley_figures_chart_rates (GalleyFigures *figures)
{
  g_autoptr (GPtrArray) articles = sort_articles (figures, compare_by_rate);
  g_autoptr (GalleyChart) chart =
      galley_chart_new (GALLEY_CHART_BARS, _ ("Disputed claims per 1,000 words"),
                        _ ("A bar for each article; the highest rate first"));

  for (guint i = 0; i < articles->len; i++)
    {
      const GalleyFiguresArticle *article = g_ptr_array_index (articles, i);
      double rate = get_rate (article);
      g_autofree char *words = galley_figures_words_format_rate (rate);
      GalleyChartRow *row = galley_chart_add_row (chart, article->title, words);

      row->values[0] = MAX (rate, 0);
      row->fill = GALLEY_CHART_DISPUTED;
    }

  /* One bar would tell nothing. */
  return articles->len > 1 ? g_steal_pointer (&chart) : NULL;
}
