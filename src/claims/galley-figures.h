/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-status.h"

G_BEGIN_DECLS

/* A break between two verdicts of a person that is longer than this ends a sitting. */
#define GALLEY_FIGURES_SITTING_MINUTES 15

/* Fewer times than this have no median worth telling. */
#define GALLEY_FIGURES_FEW 5

/* More spans of time than this are too many for one picture. */
#define GALLEY_FIGURES_MAX_SPANS 60

/**
 * GalleyFiguresUnit:
 * @GALLEY_FIGURES_HOUR: an hour
 * @GALLEY_FIGURES_DAY: a day
 * @GALLEY_FIGURES_WEEK: a week, from Monday
 * @GALLEY_FIGURES_MONTH: a month
 * @GALLEY_FIGURES_QUARTER: a quarter of a year
 * @GALLEY_FIGURES_YEAR: one or more years
 *
 * How long the spans are that time is cut into. The nicks are frozen.
 */
typedef enum
{
  GALLEY_FIGURES_HOUR,
  GALLEY_FIGURES_DAY,
  GALLEY_FIGURES_WEEK,
  GALLEY_FIGURES_MONTH,
  GALLEY_FIGURES_QUARTER,
  GALLEY_FIGURES_YEAR,
} GalleyFiguresUnit;
#define GALLEY_N_FIGURES_UNITS (GALLEY_FIGURES_YEAR + 1)

/**
 * GalleyFiguresTimes:
 * @n: how many times were taken
 * @quartiles: milliseconds under which a quarter, a half and three quarters of them are,
 *   interpolated linearly between the two next to it; 0 each where there are too few
 *
 * How long verdicts took. See galley_figures_times_are_few().
 */
typedef struct
{
  guint n;
  double quartiles[3];
} GalleyFiguresTimes;

/**
 * GalleyFiguresGroup:
 * @name: (nullable): what the claims have in common: nick of a category, %NULL for those without
 *   one; or name of a person as it stands in the journal
 * @n_with_status: claims that stand in the present draft
 * @times: of the verdicts on claims of this category; or of those that the person gave
 *
 * Claims with something in common.
 */
typedef struct
{
  char *name;
  guint n_with_status[GALLEY_N_STATUSES];
  GalleyFiguresTimes times;
} GalleyFiguresGroup;

/**
 * GalleyFiguresArticle:
 * @id: UUID
 * @title: as the library's list shows it
 * @is_archived: whether it is archived
 * @n_words: words of its present draft that are checked: no boilerplate
 * @n_with_status: claims that stand in the present draft
 */
typedef struct
{
  char *id;
  char *title;
  gboolean is_archived;
  guint n_words;
  guint n_with_status[GALLEY_N_STATUSES];
} GalleyFiguresArticle;

/**
 * GalleyFiguresSpan:
 * @start: when it begins, milliseconds since 1970 UTC
 * @end: when the next one begins, likewise
 * @n_first: claims that were confirmed or disputed for the first time
 * @n_again: claims that were confirmed or disputed another time, otherwise or on other words
 * @n_reopened: claims that were made pending by a person after one of both
 * @n_with_status: claims that stood in the draft of then, at its end
 *
 * What happened in a span of time. A verdict that was undone is not counted.
 */
typedef struct
{
  gint64 start;
  gint64 end;
  guint n_first;
  guint n_again;
  guint n_reopened;
  guint n_with_status[GALLEY_N_STATUSES];
} GalleyFiguresSpan;

#define GALLEY_TYPE_FIGURES (galley_figures_get_type ())

/**
 * GalleyFigures:
 * @article_id: (nullable): of the article that it is about; %NULL if it is about all of them
 * @title: (nullable): of that article
 * @with_archived: whether archived articles count, where it is about all
 * @n_with_status: claims that stand in the present drafts
 * @n_words: words of the present drafts that are checked
 * @articles: (element-type GalleyFiguresArticle): in the order of the library's list
 * @categories: (element-type GalleyFiguresGroup): those that any claim has, in their usual order
 *   and then those of the desk's own by name; claims without one last
 * @checkers: (element-type GalleyFiguresGroup): who gave the present status, whoever has most
 *   claims first; then those of whom there is nothing but times
 * @times: how long verdicts took
 * @unit: how long spans are
 * @n_units: how many units a span has
 * @spans: (element-type GalleyFiguresSpan): without gaps; none if nothing was marked yet
 * @time_zone: in which spans begin at full hours and days
 * @n_unclear: claims of whose way only the end is certain, since copies of the library were merged
 *
 * How the work on an article or on the library stands, and how it went, at one moment. Claims that
 * have no words in the present draft are counted by nothing but what happened over time. Immutable;
 * fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *article_id;
  char *title;
  gboolean with_archived;
  guint n_with_status[GALLEY_N_STATUSES];
  guint64 n_words;
  GPtrArray *articles;
  GPtrArray *categories;
  GPtrArray *checkers;
  GalleyFiguresTimes times;
  GalleyFiguresUnit unit;
  guint n_units;
  GArray *spans;
  GTimeZone *time_zone;
  guint n_unclear;
} GalleyFigures;

GType galley_figures_get_type (void);
GalleyFigures *galley_figures_ref (GalleyFigures *self);
void galley_figures_unref (GalleyFigures *self);

guint galley_figures_get_n_claims (const guint *n_with_status);
gboolean galley_figures_times_are_few (const GalleyFiguresTimes *times);
double galley_figures_get_error_rate (guint n_disputed, guint64 n_words);
const char *galley_figures_unit_to_nick (GalleyFiguresUnit unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyFigures, galley_figures_unref)

G_END_DECLS
