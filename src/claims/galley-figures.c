/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-figures-private.h"

G_DEFINE_BOXED_TYPE (GalleyFigures, galley_figures, galley_figures_ref, galley_figures_unref)

static void
group_free (gpointer data)
{
  GalleyFiguresGroup *group = data;

  g_free (group->name);
  g_free (group);
}

static void
article_free (gpointer data)
{
  GalleyFiguresArticle *article = data;

  g_free (article->id);
  g_free (article->title);
  g_free (article);
}

GalleyFiguresGroup *
galley_figures_group_new (const char *name)
{
  GalleyFiguresGroup *group = g_new0 (GalleyFiguresGroup, 1);

  group->name = g_strdup (name);
  return group;
}

GalleyFiguresArticle *
galley_figures_article_new (const char *id, const char *title)
{
  GalleyFiguresArticle *article = g_new0 (GalleyFiguresArticle, 1);

  article->id = g_strdup (id);
  article->title = g_strdup (title);
  return article;
}

/* Empty, and still to be filled. */
GalleyFigures *
galley_figures_new (void)
{
  GalleyFigures *self = g_new0 (GalleyFigures, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->articles = g_ptr_array_new_with_free_func (article_free);
  self->categories = g_ptr_array_new_with_free_func (group_free);
  self->checkers = g_ptr_array_new_with_free_func (group_free);
  self->spans = g_array_new (FALSE, TRUE, sizeof (GalleyFiguresSpan));
  self->n_units = 1;

  return self;
}

GalleyFigures *
galley_figures_ref (GalleyFigures *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_figures_unref (GalleyFigures *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->article_id);
  g_free (self->title);
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->checkers);
  g_array_unref (self->spans);
  g_clear_pointer (&self->time_zone, g_time_zone_unref);
  g_free (self);
}

/**
 * galley_figures_get_n_claims:
 * @n_with_status: (array fixed-size=3): claims by status
 *
 * Returns: how many claims there are
 */
guint
galley_figures_get_n_claims (const guint *n_with_status)
{
  guint n = 0;

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    n += n_with_status[i];

  return n;
}

/**
 * galley_figures_times_are_few:
 *
 * Returns: whether too few times were taken to tell how long verdicts take
 */
gboolean
galley_figures_times_are_few (const GalleyFiguresTimes *times)
{
  return times->n < GALLEY_FIGURES_FEW;
}

/**
 * galley_figures_get_error_rate:
 *
 * Returns: disputed claims for 1,000 words of the checked text; negative if there are no words
 */
double
galley_figures_get_error_rate (guint n_disputed, guint64 n_words)
{
  return n_words > 0 ? n_disputed * 1000. / (double) n_words : -1;
}

/**
 * galley_figures_unit_to_nick:
 *
 * Returns: (transfer none): the name of @unit for programs
 */
const char *
galley_figures_unit_to_nick (GalleyFiguresUnit unit)
{
  static const char *const nicks[GALLEY_N_FIGURES_UNITS] = {
    [GALLEY_FIGURES_HOUR] = "hour",       [GALLEY_FIGURES_DAY] = "day",
    [GALLEY_FIGURES_WEEK] = "week",       [GALLEY_FIGURES_MONTH] = "month",
    [GALLEY_FIGURES_QUARTER] = "quarter", [GALLEY_FIGURES_YEAR] = "year",
  };

  g_return_val_if_fail ((guint) unit < GALLEY_N_FIGURES_UNITS, NULL);

  return nicks[unit];
}
