/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-report-private.h"

#include "galley-mask.h"

/* What a report may hold besides the article and its check: what the library keeps about them. */

/**
 * galley_report_set_journal:
 * @entries: (element-type GalleyHistoryEntry): what was done to the article, oldest first; not
 *   changed any more
 *
 * Gives a new report the journal, before anybody reads it. It is kept for the archive copy only,
 * for it tells what was noted of confidential sources.
 */
void
galley_report_set_journal (GalleyReport *self, GPtrArray *entries)
{
  g_return_if_fail (GALLEY_IS_REPORT (self) && self->journal == NULL);

  if (self->options.layout == GALLEY_LAYOUT_ARCHIVE)
    self->journal = g_ptr_array_ref (entries);
}

/**
 * galley_report_set_session:
 * @session: a review session of the article
 *
 * Gives a new report the session that minutes are to be written of, before anybody reads it.
 */
void
galley_report_set_session (GalleyReport *self, GalleySession *session)
{
  g_return_if_fail (GALLEY_IS_REPORT (self) && self->session == NULL);

  self->session = galley_session_ref (session);
}

/**
 * galley_report_get_session:
 *
 * Returns: (transfer none) (nullable): the session that minutes are to be written of; %NULL if the
 *   article had none
 */
GalleySession *
galley_report_get_session (GalleyReport *self)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self), NULL);

  return self->session;
}

/**
 * galley_report_get_journal:
 *
 * Returns: (transfer none) (nullable) (element-type GalleyHistoryEntry): what was done to the
 *   article, oldest first; %NULL if the report has no journal
 */
GPtrArray *
galley_report_get_journal (GalleyReport *self)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self), NULL);

  return self->journal;
}

/**
 * galley_report_set_sign_offs:
 * @sign_offs: (element-type GalleySignOff): all sign-offs of the article, in the order of time; not
 *   changed any more
 *
 * Gives a new report the signatures, before anybody reads it. They tell of the article in the
 * library; of one that the report's article is older or newer than, see galley_report_is_covered().
 */
void
galley_report_set_sign_offs (GalleyReport *self, GPtrArray *sign_offs)
{
  g_return_if_fail (GALLEY_IS_REPORT (self) && self->sign_offs == NULL);

  self->sign_offs = g_ptr_array_ref (sign_offs);
}

/**
 * galley_report_get_sign_offs:
 *
 * Returns: (transfer none) (nullable) (element-type GalleySignOff): all sign-offs of the article,
 * in the order of time; %NULL if nobody looked
 */
GPtrArray *
galley_report_get_sign_offs (GalleyReport *self)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self), NULL);

  return self->sign_offs;
}

/* Returns (transfer full) @claim as it may go out. Nobody is told who said what is not there. */
static GalleyClaim *
mask_waiting (GalleyClaim *claim)
{
  g_autoptr (GPtrArray) evidence = galley_mask_evidence (galley_claim_get_evidence (claim));
  g_autoptr (GPtrArray) queries = galley_mask_queries (galley_claim_get_queries (claim));
  GalleyClaimFields fields;

  galley_claim_get_fields (claim, &fields);
  fields.evidence = evidence;
  fields.queries = queries;
  fields.speaker = NULL;

  return galley_claim_new (galley_claim_get_id (claim), &fields);
}

/**
 * galley_report_set_waiting:
 * @waiting: (element-type GalleyClaim): the claims that have no words in the draft, each with what
 *   was decided on those that it had; not changed any more
 *
 * Gives a new report what waits in the tray, before anybody reads it.
 */
void
galley_report_set_waiting (GalleyReport *self, GPtrArray *waiting)
{
  g_return_if_fail (GALLEY_IS_REPORT (self) && self->waiting == NULL);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->waiting_independence = g_array_new (FALSE, FALSE, sizeof (GalleyIndependence));
  for (guint i = 0; i < waiting->len; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (waiting, i);
      GalleyIndependence counts =
          galley_evidence_count_independent (galley_claim_get_evidence (claim));

      g_ptr_array_add (self->waiting, galley_report_names_confidential (self)
                                          ? g_object_ref (claim)
                                          : mask_waiting (claim));
      g_array_append_val (self->waiting_independence, counts);
    }
}

/**
 * galley_report_get_waiting:
 *
 * Returns: (transfer none) (nullable) (element-type GalleyClaim): the claims that have no words in
 *   the draft; %NULL if nobody looked
 */
GPtrArray *
galley_report_get_waiting (GalleyReport *self)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self), NULL);

  return self->waiting;
}

/**
 * galley_report_get_waiting_independence:
 * @claim: position of a claim among those that have no words in the draft
 *
 * Returns: how well it was supported, counted with sources that are masked here
 */
GalleyIndependence
galley_report_get_waiting_independence (GalleyReport *self, guint claim)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self) && self->waiting_independence != NULL &&
                            claim < self->waiting_independence->len,
                        (GalleyIndependence){ 0 });

  return g_array_index (self->waiting_independence, GalleyIndependence, claim);
}

/**
 * galley_report_set_figures:
 * @figures: how the work stands and how it went
 *
 * Gives a new report figures, before anybody reads it. They are for the layout of progress.
 */
void
galley_report_set_figures (GalleyReport *self, GalleyFigures *figures)
{
  g_return_if_fail (GALLEY_IS_REPORT (self) && self->figures == NULL);

  self->figures = galley_figures_ref (figures);
}

/**
 * galley_report_get_figures:
 *
 * Returns: (transfer none) (nullable): how the work stands and how it went; %NULL if the report
 *   has no figures
 */
GalleyFigures *
galley_report_get_figures (GalleyReport *self)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self), NULL);

  return self->figures;
}

/**
 * galley_report_is_covered:
 *
 * Returns: whether @sign_off is in force and was given for exactly what the report holds. No
 *   signature may be printed as standing for anything else
 */
gboolean
galley_report_is_covered (GalleyReport *self, const GalleySignOff *sign_off)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self), FALSE);

  return galley_sign_off_is_in_force (sign_off) && sign_off->n_changes == 0 &&
         sign_off->article_changed_at ==
             galley_article_get_changed_at (galley_report_get_article (self));
}

/**
 * galley_report_set_comparison:
 * @comparison: how far second readers agree
 *
 * Gives a new report a comparison, before anybody reads it. It is for the layout of agreement.
 */
void
galley_report_set_comparison (GalleyReport *self, GalleyComparison *comparison)
{
  g_return_if_fail (GALLEY_IS_REPORT (self) && self->comparison == NULL);

  self->comparison = galley_comparison_ref (comparison);
}

/**
 * galley_report_get_comparison:
 *
 * Returns: (transfer none) (nullable): how far second readers agree; %NULL if the report is not
 *   about that
 */
GalleyComparison *
galley_report_get_comparison (GalleyReport *self)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (self), NULL);

  return self->comparison;
}
