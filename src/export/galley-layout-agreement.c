/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-figures-words.h"
#include "galley-layout-private.h"
#include "galley-layout-tables.h"

#include <glib/gi18n-lib.h>

/* How far second readers agree with the check and with each other: each figure with the numbers
 * that it comes from, and the claims on which they do not. */

static char *
name_rater (const GalleyRater *rater)
{
  /* Translators: stands for the first checkers, whose verdicts the article has, among names. */
  return g_strdup (rater->name != NULL ? rater->name : _ ("The check"));
}

static void
say (GalleyCopy *copy, const char *words)
{
  galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_PLAIN, words);
}

static void
add_head (GalleyCopy *copy, const char *head, GalleyCopyMarks marks)
{
  galley_copy_add (copy, GALLEY_COPY_CELL, GALLEY_COPY_COLUMN);
  galley_copy_add_text (copy, head, marks);
}

static void
begin_table (GalleyCopy *copy, const char *const *heads)
{
  galley_copy_begin_table (copy, g_strv_length ((char **) heads));
  galley_copy_begin (copy, GALLEY_COPY_ROW);
  for (guint i = 0; heads[i] != NULL; i++)
    add_head (copy, heads[i], /* marks= */ 0);
  galley_copy_end (copy);
}

static char *
format_figure (gboolean is_defined, double figure)
{
  return is_defined ? g_strdup_printf ("%.2f", figure) : g_strdup (_ ("not defined"));
}

static void
add_waiting (GalleyCopy *copy, GalleyComparison *comparison)
{
  g_autofree char *names = NULL;
  g_autofree char *words = NULL;

  if (comparison->waiting->len == 0)
    return;

  for (guint i = 0; i < comparison->waiting->len; i++)
    {
      char *before = names;

      names = g_strdup_printf ("%s%s%s", before != NULL ? before : "", before != NULL ? ", " : "",
                               (const char *) g_ptr_array_index (comparison->waiting, i));
      g_free (before);
    }
  /* Translators: %s are names. */
  words = g_strdup_printf (_ ("Not to be shown to those whose second reading is still under way: "
                              "%s. It would tell them the first verdicts."),
                           names);
  galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_WARNING, words);
}

static void
add_summary (GalleyCopy *copy, GalleyComparison *comparison)
{
  guint n_open, n_differing = galley_comparison_count_differing (comparison, &n_open);
  g_autofree char *n_claims = galley_figures_words_format_number (comparison->claims->len);
  g_autofree char *n_readings = galley_figures_words_format_number (comparison->raters->len - 1);
  g_autofree char *differing = galley_figures_words_format_number (n_differing);
  g_autofree char *open = galley_figures_words_format_number (n_open);

  galley_copy_begin (copy, GALLEY_COPY_SUMMARY);
  galley_copy_say_fact (copy, _ ("Claims compared"), "claims", n_claims);
  galley_copy_say_fact (copy, _ ("Second readings"), "readings", n_readings);
  galley_copy_say_fact (copy, _ ("Claims on which readers disagree"), "disagreements", differing);
  galley_copy_say_fact (copy, _ ("Not decided yet"), "open", open);
  galley_copy_say_fact (copy, _ ("Pending"), "pending",
                        comparison->with_pending ? _ ("Counts as a verdict")
                                                 : _ ("Counts as not judged"));
  galley_copy_add_fact (copy, _ ("Exported"), "exported");
  galley_copy_add_time (copy,
                        galley_report_get_options (galley_copy_get_report (copy))->exported_at);
  galley_copy_end (copy);
}

static char *
describe_scope (const GalleyReading *reading)
{
  if (reading == NULL)
    return g_strdup ("–");

  switch (reading->scope)
    {
    case GALLEY_READING_STARRED:
      return g_strdup (_ ("Claims with the legal star"));
    case GALLEY_READING_SAMPLE:
      /* Translators: a number of claims, and what they were drawn by. */
      return g_strdup_printf (_ ("A random sample of %u, seed “%s”"), reading->size,
                              reading->seed != NULL ? reading->seed : "");
    case GALLEY_READING_ALL:
    default:
      return g_strdup (_ ("All claims"));
    }
}

static void
add_raters (GalleyCopy *copy, GalleyComparison *comparison)
{
  const char *const heads[] = { _ ("Reader"),
                                _ ("Which claims"),
                                _ ("Verdicts that count"),
                                _ ("Not judged"),
                                _ ("On former words"),
                                _ ("After the first verdicts were shown"),
                                _ ("Judged in the check too"),
                                NULL };

  galley_layout_begin_section (copy, _ ("Readers"));
  begin_table (copy, heads);
  for (guint i = 0; i < comparison->raters->len; i++)
    {
      const GalleyRater *rater = g_ptr_array_index (comparison->raters, i);
      g_autofree char *name = name_rater (rater);
      g_autofree char *scope = describe_scope (rater->reading);

      galley_layout_begin_row (copy, name, rater->name != NULL ? GALLEY_COPY_FOREIGN : 0);
      galley_copy_say (copy, GALLEY_COPY_CELL, GALLEY_COPY_PLAIN, scope);
      galley_layout_add_number (copy, rater->n_given);
      galley_layout_add_number (copy, rater->n_missing);
      galley_layout_add_number (copy, rater->n_former);
      galley_layout_add_number (copy, rater->n_late);
      galley_layout_add_number (copy, rater->n_own);
      galley_copy_end (copy);
    }
  galley_copy_end (copy);
  galley_copy_end (copy);
}

/* A row for each status and a column for each, with the number that @format makes of both. */
static void
add_matrix (GalleyCopy *copy,
            const char *corner,
            char *(*format) (gconstpointer figures, guint row, guint column),
            gconstpointer figures)
{
  galley_copy_begin_table (copy, GALLEY_N_STATUSES + 1);
  galley_copy_begin (copy, GALLEY_COPY_ROW);
  add_head (copy, corner, GALLEY_COPY_FOREIGN);
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    add_head (copy, galley_status_get_label (i), /* marks= */ 0);
  galley_copy_end (copy);
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    {
      galley_layout_begin_row (copy, galley_status_get_label (i), /* marks= */ 0);
      for (guint j = 0; j < GALLEY_N_STATUSES; j++)
        galley_layout_add_figure (copy, format (figures, i, j));
      galley_copy_end (copy);
    }
  galley_copy_end (copy);
}

static char *
format_count (gconstpointer figures, guint row, guint column)
{
  return galley_figures_words_format_number (
      ((const GalleyPairFigures *) figures)->counts[row][column]);
}

/* Whole numbers where only two have judged each claim; else maybe not. */
static char *
format_coincidence (gconstpointer figures, guint row, guint column)
{
  double value = ((const GalleyAlphaFigures *) figures)->coincidences[row][column];

  return g_strdup_printf (value == (guint) value ? "%.0f" : "%.2f", value);
}

static void
add_counts_of_pair (GalleyCopy *copy,
                    GalleyComparison *comparison,
                    const GalleyComparisonPair *pair)
{
  g_autofree char *a = name_rater (g_ptr_array_index (comparison->raters, pair->first));
  g_autofree char *b = name_rater (g_ptr_array_index (comparison->raters, pair->second));
  g_autofree char *both = g_strconcat (a, " – ", b, NULL);
  g_autofree char *corner = g_strdup_printf ("%s ↓ %s →", a, b);

  galley_copy_add_heading (copy, /* level= */ 3);
  galley_copy_add_text (copy, both, GALLEY_COPY_FOREIGN);
  add_matrix (copy, corner, format_count, &pair->figures);
}

static void
add_pairs (GalleyCopy *copy, GalleyComparison *comparison)
{
  const char *const heads[] = { _ ("Readers"), _ ("Judged by both"), _ ("The same"),
                                _ ("Share"),   _ ("Kappa"),          _ ("By chance alone"),
                                NULL };

  galley_layout_begin_section (copy, _ ("Two by Two"));
  say (copy,
       _ ("Cohen’s kappa, like alpha, is 1 where all is judged the same, 0 where it agrees as "
          "often as chance would have it, and less where it agrees more rarely."));
  begin_table (copy, heads);
  for (guint i = 0; i < comparison->pairs->len; i++)
    {
      const GalleyComparisonPair *pair =
          &g_array_index (comparison->pairs, GalleyComparisonPair, i);
      const GalleyPairFigures *figures = &pair->figures;
      g_autofree char *a = name_rater (g_ptr_array_index (comparison->raters, pair->first));
      g_autofree char *b = name_rater (g_ptr_array_index (comparison->raters, pair->second));
      g_autofree char *both = g_strconcat (a, " – ", b, NULL);

      galley_layout_begin_row (copy, both, GALLEY_COPY_FOREIGN);
      galley_layout_add_number (copy, figures->n_both);
      galley_layout_add_number (copy, figures->n_agree);
      galley_layout_add_figure (copy, figures->n_both > 0 ? galley_figures_words_format_share (
                                                                figures->n_agree, figures->n_both)
                                                          : g_strdup (_ ("not defined")));
      galley_layout_add_figure (copy, format_figure (figures->has_kappa, figures->kappa));
      galley_layout_add_figure (copy, format_figure (figures->n_both > 0, figures->expected));
      galley_copy_end (copy);
    }
  galley_copy_end (copy);
  say (copy, _ ("How many claims the first found to be what stands at the row, and the second what "
                "stands above:"));
  for (guint i = 0; i < comparison->pairs->len; i++)
    add_counts_of_pair (copy, comparison,
                        &g_array_index (comparison->pairs, GalleyComparisonPair, i));
  galley_copy_end (copy);
}

static void
add_alpha (GalleyCopy *copy, const GalleyAlphaFigures *figures)
{
  g_autofree char *alpha = format_figure (figures->has_alpha, figures->alpha);
  g_autofree char *values = galley_figures_words_format_number (figures->n_values);
  g_autofree char *units = galley_figures_words_format_number (figures->n_units);
  g_autofree char *observed = format_figure (figures->n_values > 0, figures->observed);
  g_autofree char *expected = format_figure (figures->has_alpha, figures->expected);

  galley_layout_begin_section (copy, _ ("All Together"));
  galley_copy_say_fact (copy, _ ("Krippendorff’s alpha"), "alpha", alpha);
  galley_copy_say_fact (copy, _ ("Claims that two or more judged"), "units", units);
  galley_copy_say_fact (copy, _ ("Verdicts on these"), "values", values);
  galley_copy_say_fact (copy, _ ("Share of pairs that differ"), "observed", observed);
  galley_copy_say_fact (copy, _ ("Share that would differ by chance"), "expected", expected);
  if (figures->n_values > 0)
    {
      say (copy, _ ("Coincidences: how often two verdicts on one claim were these, each claim "
                    "counted as many times as it has verdicts."));
      add_matrix (copy, _ ("Coincidences"), format_coincidence, figures);
    }
  galley_copy_end (copy);
}

static void
add_verdict (GalleyCopy *copy,
             const GalleyRater *rater,
             const GalleyVerdict *verdict,
             const char *note)
{
  galley_copy_add_item (copy, /* level= */ 1, GALLEY_COPY_PLAIN);
  if (rater->name != NULL)
    galley_copy_add_text (copy, rater->name, GALLEY_COPY_FOREIGN);
  else
    galley_copy_add_text (copy, _ ("The check"), /* marks= */ 0);
  if (rater->name == NULL && verdict != NULL && verdict->checked_by != NULL)
    {
      galley_copy_add_text (copy, " (", /* marks= */ 0);
      galley_copy_add_text (copy, verdict->checked_by, GALLEY_COPY_FOREIGN);
      galley_copy_add_text (copy, ")", /* marks= */ 0);
    }
  galley_copy_add_text (copy, ": ", /* marks= */ 0);
  if (verdict == NULL)
    galley_copy_add_text (copy, _ ("not judged"), GALLEY_COPY_EMPHASIS);
  else
    galley_layout_add_status (copy, verdict->status);
  if (verdict != NULL && verdict->reason != NULL)
    {
      galley_copy_add_text (copy, ", ", /* marks= */ 0);
      galley_copy_add_text (copy, galley_reason_get_label (verdict->reason), GALLEY_COPY_FOREIGN);
    }
  if (note != NULL)
    {
      galley_copy_add_text (copy, " · ", /* marks= */ 0);
      galley_copy_add_text (copy, note, GALLEY_COPY_FOREIGN);
    }
}

static void
add_disagreement (GalleyCopy *copy,
                  GalleyComparison *comparison,
                  const GalleyComparisonClaim *claim,
                  guint number)
{
  /* Translators: a number, of claims on which readers disagree. */
  g_autofree char *heading = g_strdup_printf (_ ("Disagreement %u"), number);

  galley_copy_begin_entry (copy, GALLEY_COPY_NOWHERE, number, /* claim= */ -1);
  galley_copy_add_heading (copy, /* level= */ 3);
  galley_copy_add_text (copy, heading, /* marks= */ 0);
  galley_copy_add (copy, GALLEY_COPY_QUOTE, GALLEY_COPY_WORDS);
  galley_copy_add_text (copy, claim->quote, GALLEY_COPY_OF_ARTICLE);
  for (guint i = 0; i < claim->verdicts->len; i++)
    add_verdict (copy, g_ptr_array_index (comparison->raters, i),
                 g_ptr_array_index (claim->verdicts, i), g_ptr_array_index (claim->notes, i));
  galley_copy_add_fact (copy, _ ("Decision"), "decision");
  if (claim->is_decided)
    galley_layout_add_status (copy, claim->status);
  else
    galley_copy_add_text (copy, _ ("Not decided"), GALLEY_COPY_EMPHASIS);
  galley_copy_end (copy);
}

static void
add_disagreements (GalleyCopy *copy, GalleyComparison *comparison)
{
  guint n = 0;

  galley_layout_begin_section (copy, _ ("Where Readers Disagree"));
  for (guint i = 0; i < comparison->claims->len; i++)
    {
      const GalleyComparisonClaim *claim = g_ptr_array_index (comparison->claims, i);

      if (claim->differs)
        add_disagreement (copy, comparison, claim, ++n);
    }
  if (n == 0)
    galley_copy_say (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_NOTHING,
                     _ ("Nowhere: all found the same."));
  galley_copy_end (copy);
}

/**
 * galley_layout_set_agreement:
 *
 * Adds how far second readers agree, if the report has that.
 */
void
galley_layout_set_agreement (GalleyCopy *copy)
{
  GalleyComparison *comparison = galley_report_get_comparison (galley_copy_get_report (copy));

  galley_layout_add_title (copy, _ ("Agreement"));
  if (comparison == NULL)
    return;

  add_waiting (copy, comparison);
  add_summary (copy, comparison);
  add_raters (copy, comparison);
  add_pairs (copy, comparison);
  add_alpha (copy, &comparison->alpha);
  add_disagreements (copy, comparison);
}
