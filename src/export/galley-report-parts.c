/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-report-parts.h"

static GalleyArticle *
copy_article (GalleyArticle *article)
{
  GalleyArticleFields fields = {
    .title = galley_article_get_title (article),
    .archived = galley_article_is_archived (article),
    .imported_at = galley_article_get_imported_at (article),
    .changed_at = galley_article_get_changed_at (article),
  };

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    fields.n_with_status[i] = galley_article_get_n_with_status (article, i);

  return galley_article_new (galley_article_get_id (article), &fields);
}

static GalleyClaim *
copy_claim (GalleyClaim *claim)
{
  GalleyClaimFields fields;

  galley_claim_get_fields (claim, &fields);

  return galley_claim_new (galley_claim_get_id (claim), &fields);
}

/**
 * galley_report_parts_new:
 * @article: the article
 * @document: its draft
 * @claims: the claims of the draft; copied
 * @dismissals: (nullable) (element-type GalleyDismissal): the dismissals
 *
 * Keeps the state of a check for a report. Linear in the number of claims.
 *
 * Returns: (transfer full): what a report is made of
 */
GalleyReportParts *
galley_report_parts_new (GalleyArticle *article,
                         GalleyDocument *document,
                         GalleyClaimList *claims,
                         GPtrArray *dismissals)
{
  GalleyReportParts *self;
  guint n_claims;

  g_return_val_if_fail (GALLEY_IS_ARTICLE (article) && GALLEY_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (GALLEY_IS_CLAIM_LIST (claims), NULL);

  n_claims = galley_claim_list_get_n_claims (claims);
  self = g_new0 (GalleyReportParts, 1);
  self->article = copy_article (article);
  self->document = g_object_ref (document);
  self->claims = g_ptr_array_new_full (n_claims, g_object_unref);
  for (guint i = 0; i < n_claims; i++)
    g_ptr_array_add (self->claims, copy_claim (galley_claim_list_peek (claims, i)));
  self->dismissals = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_dismissal_unref);
  for (guint i = 0; dismissals != NULL && i < dismissals->len; i++)
    g_ptr_array_add (self->dismissals, galley_dismissal_ref (g_ptr_array_index (dismissals, i)));

  return self;
}

void
galley_report_parts_free (GalleyReportParts *self)
{
  g_object_unref (self->article);
  g_object_unref (self->document);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->dismissals);
  g_free (self);
}
