/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-figures-words.h"

#include "galley-category.h"

#include <glib/gi18n-lib.h>

#define MS_PER_SECOND 1000

/**
 * galley_figures_words_format_number:
 *
 * Returns: (transfer full): @number with the locale's digits in groups
 */
char *
galley_figures_words_format_number (guint64 number)
{
  return g_strdup_printf ("%'" G_GUINT64_FORMAT, number);
}

/**
 * galley_figures_words_format_rate:
 * @rate: disputed claims for 1,000 words; negative if there is none
 *
 * Returns: (transfer full): @rate with one decimal, or a dash
 */
char *
galley_figures_words_format_rate (double rate)
{
  return rate < 0 ? g_strdup ("–") : g_strdup_printf ("%'.1f", rate);
}

/**
 * galley_figures_words_format_share:
 *
 * Returns: (transfer full): which part @n is of @n_all, such as "60 %"; or a dash
 */
char *
galley_figures_words_format_share (guint n, guint n_all)
{
  if (n_all == 0)
    return g_strdup ("–");

  /* Translators: a share, such as “60 %”. */
  return g_strdup_printf (_ ("%.0f %%"), n * 100. / n_all);
}

/**
 * galley_figures_words_format_time:
 * @time_ms: milliseconds
 *
 * Returns: (transfer full): such as "45 s" or "1 min 20 s"
 */
char *
galley_figures_words_format_time (double time_ms)
{
  guint64 seconds = (guint64) (time_ms / MS_PER_SECOND + 0.5);

  if (seconds == 0)
    return g_strdup (_ ("under 1 s"));
  if (seconds < 60)
    /* Translators: a time in seconds. */
    return g_strdup_printf (_ ("%u s"), (guint) seconds);
  if (seconds % 60 == 0)
    /* Translators: a time in minutes. */
    return g_strdup_printf (_ ("%u min"), (guint) (seconds / 60));

  /* Translators: a time in minutes and seconds. */
  return g_strdup_printf (_ ("%u min %u s"), (guint) (seconds / 60), (guint) (seconds % 60));
}

static GDateTime *
to_local (GalleyFigures *figures, gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / MS_PER_SECOND);

  return g_date_time_to_timezone (utc, figures->time_zone);
}

static const char *
find_format (GalleyFiguresUnit unit, gboolean is_short)
{
  switch (unit)
    {
    case GALLEY_FIGURES_HOUR:
      /* Translators: an hour of a day and that hour alone, for g_date_time_format(). */
      return is_short ? _ ("%H:%M") : _ ("%-d %b %Y, %H:%M");
    case GALLEY_FIGURES_MONTH:
      /* Translators: a month, for g_date_time_format(). */
      return is_short ? _ ("%b %Y") : _ ("%B %Y");
    case GALLEY_FIGURES_YEAR:
      return "%Y";
    case GALLEY_FIGURES_DAY:
    case GALLEY_FIGURES_WEEK:
    case GALLEY_FIGURES_QUARTER:
    default:
      /* Translators: a day without its year and with it, for g_date_time_format(). */
      return is_short ? _ ("%-d %b") : _ ("%-d %b %Y");
    }
}

/**
 * galley_figures_words_format_span:
 * @span: index of a span
 * @is_short: whether it stands among others under a chart
 *
 * Returns: (transfer full): when it is, or when it begins
 */
char *
galley_figures_words_format_span (GalleyFigures *figures, guint span, gboolean is_short)
{
  gint64 start = g_array_index (figures->spans, GalleyFiguresSpan, span).start;
  g_autoptr (GDateTime) local = to_local (figures, start);
  guint month = (guint) g_date_time_get_month (local);

  if (figures->unit == GALLEY_FIGURES_QUARTER)
    /* Translators: a quarter of a year, such as “Q1 2025”. */
    return g_strdup_printf (_ ("Q%u %u"), (month - 1) / 3 + 1,
                            (guint) g_date_time_get_year (local));

  return g_date_time_format (local, find_format (figures->unit, is_short));
}

/**
 * galley_figures_words_name_span:
 *
 * Returns: (transfer none): what a span is, as the head of a column
 */
const char *
galley_figures_words_name_span (GalleyFigures *figures)
{
  switch (figures->unit)
    {
    case GALLEY_FIGURES_HOUR:
      return _ ("Hour");
    case GALLEY_FIGURES_WEEK:
      return _ ("Week from");
    case GALLEY_FIGURES_MONTH:
      return _ ("Month");
    case GALLEY_FIGURES_QUARTER:
      return _ ("Quarter");
    case GALLEY_FIGURES_YEAR:
      return figures->n_units > 1 ? _ ("Years from") : _ ("Year");
    case GALLEY_FIGURES_DAY:
    default:
      return _ ("Day");
    }
}

/**
 * galley_figures_words_name_category:
 * @nick: (nullable): of a category
 *
 * Returns: (transfer full): its name for people
 */
char *
galley_figures_words_name_category (const char *nick)
{
  return g_strdup (nick != NULL ? galley_category_get_label (nick) : _ ("No category"));
}

/**
 * galley_figures_words_name_checker:
 * @name: (nullable): as it stands in the journal
 *
 * Returns: (transfer full): @name, or words that say that there is none
 */
char *
galley_figures_words_name_checker (const char *name)
{
  return g_strdup (name != NULL && *name != '\0' ? name : _ ("No name"));
}
