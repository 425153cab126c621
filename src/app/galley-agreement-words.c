/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-agreement-words.h"

#include "galley-category.h"
#include "galley-names.h"

#include <glib/gi18n.h>

/* The agreement of readers in words for people, and as a table for other programs. */

/**
 * galley_agreement_words_name:
 *
 * Returns: (transfer full): whose verdicts they are
 */
char *
galley_agreement_words_name (const GalleyRater *rater)
{
  /* Translators: stands for the first checkers, whose verdicts the article has, among names. */
  return galley_names_shorten (rater->name != NULL ? rater->name : _ ("The check"));
}

static void
append_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/* What of a reader's verdicts does not count, and why. */
static void
append_caveats (GString *text, const GalleyRater *rater)
{
  g_autofree char *name = galley_names_shorten (rater->name);

  if (rater->n_missing > 0)
    append_sentence (text,
                     g_strdup_printf (ngettext ("%s has not judged %u claim.",
                                                "%s has not judged %u claims.", rater->n_missing),
                                      name, rater->n_missing));
  if (rater->n_former > 0)
    append_sentence (
        text, g_strdup_printf (ngettext ("%s judged %u claim on words that it has no more.",
                                         "%s judged %u claims on words that they have no more.",
                                         rater->n_former),
                               name, rater->n_former));
  if (rater->n_late > 0)
    append_sentence (
        text, g_strdup_printf (ngettext ("%s judged %u claim after the first verdicts were shown.",
                                         "%s judged %u claims after the first verdicts were shown.",
                                         rater->n_late),
                               name, rater->n_late));
  if (rater->n_own > 0)
    append_sentence (text,
                     g_strdup_printf (ngettext ("%s had judged %u of the claims in the check too.",
                                                "%s had judged %u of the claims in the check too.",
                                                rater->n_own),
                                      name, rater->n_own));
}

/**
 * galley_agreement_words_describe_raters:
 *
 * Returns: (transfer full): what is compared, and what is left out, in sentences
 */
char *
galley_agreement_words_describe_raters (GalleyAgreement *agreement)
{
  GString *text = g_string_new (NULL);
  GPtrArray *raters = galley_agreement_get_raters (agreement);
  guint n_readers = raters->len - 1, n_under_way = galley_agreement_get_n_under_way (agreement);
  guint n_claims = galley_agreement_get_n_claims (agreement);
  /* Translators: goes on with how many claims. */
  g_autofree char *who = g_strdup_printf (
      ngettext ("The check and %u reading", "The check and %u readings", n_readers), n_readers);

  /* Translators: the first %s is as in “The check and 2 readings”. */
  append_sentence (text, g_strdup_printf (ngettext ("%s are compared on %u claim.",
                                                    "%s are compared on %u claims.", n_claims),
                                          who, n_claims));
  if (n_under_way > 0)
    append_sentence (
        text, g_strdup_printf (ngettext ("%u reading is under way and left out.",
                                         "%u readings are under way and left out.", n_under_way),
                               n_under_way));
  for (guint i = 1; i < raters->len; i++)
    append_caveats (text, g_ptr_array_index (raters, i));

  return g_string_free (text, FALSE);
}

/**
 * galley_agreement_words_describe_pair:
 *
 * Returns: (transfer full): on how many claims two agree
 */
char *
galley_agreement_words_describe_pair (const GalleyPairFigures *pair)
{
  if (pair->n_both == 0)
    return g_strdup (_ ("No claim was judged by both"));

  return g_strdup_printf (ngettext ("%u of %u claim the same, %.0f %%",
                                    "%u of %u claims the same, %.0f %%", pair->n_both),
                          pair->n_agree, pair->n_both, 100.0 * pair->n_agree / pair->n_both);
}

/**
 * galley_agreement_words_describe_kappa:
 *
 * Returns: (transfer full): kappa, or why there is none
 */
char *
galley_agreement_words_describe_kappa (const GalleyPairFigures *pair)
{
  if (pair->n_both == 0)
    return g_strdup (_ ("Kappa is not defined"));
  if (!pair->has_kappa)
    return g_strdup (_ ("Kappa is not defined: both used one verdict only"));

  /* Translators: kappa is a figure of how far two agree; the second figure is between 0 and 1. */
  return g_strdup_printf (_ ("Kappa %.2f, chance alone %.2f"), pair->kappa, pair->expected);
}

/**
 * galley_agreement_words_describe_alpha:
 * @out_basis: (out): what the figure is of
 *
 * Returns: (transfer full): alpha, or that there is none
 */
char *
galley_agreement_words_describe_alpha (const GalleyAlphaFigures *figures, char **out_basis)
{
  if (figures->n_values == 0)
    *out_basis = g_strdup (_ ("No claim was judged by two"));
  else if (!figures->has_alpha)
    *out_basis = g_strdup (_ ("All used one verdict only"));
  else
    /* Translators: verdicts, claims, and two figures between 0 and 1. */
    *out_basis = g_strdup_printf (
        _ ("%u verdicts on %u claims; they differ in %.2f of all pairs, by chance in %.2f"),
        figures->n_values, figures->n_units, figures->observed, figures->expected);

  return figures->has_alpha ? g_strdup_printf ("%.2f", figures->alpha)
                            : g_strdup (_ ("not defined"));
}

/**
 * galley_agreement_words_describe_verdict:
 * @verdict: (nullable): what the rater found
 * @note: (nullable)
 *
 * Returns: (transfer full): who found what, why, and what else they noted
 */
char *
galley_agreement_words_describe_verdict (const GalleyRater *rater,
                                         const GalleyVerdict *verdict,
                                         const char *note)
{
  g_autofree char *name = galley_agreement_words_name (rater);
  GString *text = g_string_new (name);

  if (rater->reading == NULL && verdict != NULL && verdict->checked_by != NULL)
    g_string_append_printf (text, " (%s)", verdict->checked_by);
  g_string_append_printf (
      text, ": %s", verdict != NULL ? galley_status_get_label (verdict->status) : _ ("not judged"));
  if (verdict != NULL && verdict->reason != NULL)
    g_string_append_printf (text, ", %s", galley_reason_get_label (verdict->reason));
  if (note != NULL)
    g_string_append_printf (text, " · %s", note);

  return g_string_free (text, FALSE);
}

static void
append_cell (GString *table, const char *text, gboolean is_last)
{
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    g_string_append_c (table, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
  g_string_append_c (table, is_last ? '\n' : '\t');
}

static void
append_figure (GString *table, const char *first, const char *second, gboolean is_there, double it)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  append_cell (table, first, FALSE);
  append_cell (table, second, FALSE);
  append_cell (table, is_there ? g_ascii_formatd (buffer, sizeof buffer, "%.4f", it) : "", TRUE);
}

static void
append_figures (GString *table, GalleyAgreement *agreement, gboolean with_pending)
{
  GPtrArray *raters = galley_agreement_get_raters (agreement);
  GalleyAlphaFigures alpha;

  for (guint i = 0; i < raters->len; i++)
    for (guint j = i + 1; j < raters->len; j++)
      {
        g_autofree char *a = galley_agreement_words_name (g_ptr_array_index (raters, i));
        g_autofree char *b = galley_agreement_words_name (g_ptr_array_index (raters, j));
        g_autofree char *both = g_strconcat (a, " – ", b, NULL);
        GalleyPairFigures pair;

        galley_agreement_get_pair (agreement, i, j, with_pending, &pair);
        append_figure (table, both, _ ("Share"), pair.n_both > 0,
                       pair.n_both > 0 ? (double) pair.n_agree / pair.n_both : 0);
        append_figure (table, both, _ ("Kappa"), pair.has_kappa, pair.kappa);
      }
  galley_agreement_get_alpha (agreement, with_pending, &alpha);
  append_figure (table, "", _ ("Alpha"), alpha.has_alpha, alpha.alpha);
}

static void
append_disagreement (GString *table,
                     GPtrArray *raters,
                     const GalleyReaderDisagreement *disagreement,
                     GalleyText *text)
{
  g_autofree char *words = galley_text_slice (text, galley_claim_get_range (disagreement->claim));

  append_cell (table, words, FALSE);
  for (guint i = 0; i < raters->len; i++)
    {
      const GalleyVerdict *verdict = g_ptr_array_index (disagreement->verdicts, i);

      append_cell (table, verdict != NULL ? galley_status_get_label (verdict->status) : NULL,
                   FALSE);
      append_cell (table, verdict != NULL ? verdict->reason : NULL, FALSE);
      append_cell (table, g_ptr_array_index (disagreement->notes, i), FALSE);
    }
  append_cell (table, disagreement->is_decided ? _ ("Decided") : _ ("Not decided"), TRUE);
}

/**
 * galley_agreement_words_make_table:
 * @with_pending: whether pending counts as a verdict in the figures
 *
 * Returns: (transfer full): the figures and the disagreements as lines with tabs
 */
char *
galley_agreement_words_make_table (GalleyAgreement *agreement,
                                   GalleyCheck *check,
                                   gboolean with_pending)
{
  GString *table = g_string_new (NULL);
  GPtrArray *raters = galley_agreement_get_raters (agreement);
  GPtrArray *disagreements = galley_agreement_list_disagreements (agreement);
  GalleyText *text = galley_document_get_text (galley_check_get_document (check));

  append_figures (table, agreement, with_pending);
  g_string_append_c (table, '\n');
  append_cell (table, _ ("Claim"), FALSE);
  for (guint i = 0; i < raters->len; i++)
    {
      g_autofree char *name = galley_agreement_words_name (g_ptr_array_index (raters, i));

      append_cell (table, name, FALSE);
      append_cell (table, _ ("Reason"), FALSE);
      append_cell (table, _ ("Note"), FALSE);
    }
  append_cell (table, _ ("Decision"), TRUE);
  for (guint i = 0; i < disagreements->len; i++)
    append_disagreement (table, raters, g_ptr_array_index (disagreements, i), text);

  return g_string_free (table, FALSE);
}
