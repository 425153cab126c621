/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-figures-builder.h"

G_BEGIN_DECLS

GalleyFigures *galley_figures_new (void) G_GNUC_WARN_UNUSED_RESULT;
GalleyFiguresGroup *galley_figures_group_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
GalleyFiguresArticle *galley_figures_article_new (const char *id, const char *title)
    G_GNUC_WARN_UNUSED_RESULT;

/* galley-figures-spans.c */
void galley_figures_cut_time (GalleyFigures *self, gint64 first, gint64 last);
GalleyFiguresSpan *galley_figures_find_span (GalleyFigures *self, gint64 time);

/**
 * GalleyFiguresClock:
 *
 * Takes the times of verdicts, which come in their order. Galley has no stopwatch: the time of a
 * verdict is what passed since the one before it of the same person, on whatever article, if that
 * is no more than a break in a sitting. A step that gives several verdicts tells the time of none
 * of them; nor does the first step of a sitting.
 */
typedef struct _GalleyFiguresClock GalleyFiguresClock;

/**
 * GalleyFiguresTaken:
 * @checker: who gave the verdict; owned by the clock
 * @claim: number of the claim
 * @time: how long it took, milliseconds
 */
typedef struct
{
  const char *checker;
  guint claim;
  gint64 time;
} GalleyFiguresTaken;

/* galley-figures-clock.c */
#define GALLEY_FIGURES_NO_CLAIM G_MAXUINT
GalleyFiguresClock *galley_figures_clock_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_figures_clock_free (GalleyFiguresClock *self);
void
galley_figures_clock_add (GalleyFiguresClock *self, const GalleyFiguresEvent *verdict, guint claim);
GArray *galley_figures_clock_stop (GalleyFiguresClock *self);
void galley_figures_times_set (GalleyFiguresTimes *self, GArray *times);

G_END_DECLS
