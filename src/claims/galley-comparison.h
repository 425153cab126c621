/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-reading.h"
#include "galley-reliability.h"

G_BEGIN_DECLS

/**
 * GalleyRater:
 * @name: (nullable): who reads, as no other of them is called; %NULL stands for the check itself
 * @reading: (nullable): the second reading; %NULL of the check itself
 * @n_given: how many verdicts count
 * @n_missing: claims of the reading that it has not judged
 * @n_former: verdicts on words that the claims have no more, which do not count
 * @n_late: verdicts given after the first ones were shown, which do not count
 * @n_own: claims that the same person judged in the check too
 *
 * One of those whose verdicts are compared. Reference-counted; immutable but for who makes it.
 */
typedef struct
{
  char *name;
  GalleyReading *reading;
  guint n_given;
  guint n_missing;
  guint n_former;
  guint n_late;
  guint n_own;
} GalleyRater;

GalleyRater *galley_rater_new (GalleyReading *reading) G_GNUC_WARN_UNUSED_RESULT;
void galley_rater_unref (GalleyRater *self);

/**
 * GalleyComparisonPair:
 * @first: a rater's position
 * @second: another rater's
 * @figures: how far the two agree
 */
typedef struct
{
  guint first;
  guint second;
  GalleyPairFigures figures;
} GalleyComparisonPair;

/**
 * GalleyComparisonClaim:
 * @id: UUID
 * @quote: its words
 * @differs: whether not all who judged it independently found the same
 * @is_decided: whether somebody has decided between them
 * @status: where it stands now
 * @verdicts: (element-type GalleyVerdict): one for each rater; %NULL where there is none that
 * counts
 * @notes: (element-type utf8): likewise, the raters' notes; %NULL where there is none
 */
typedef struct
{
  char *id;
  char *quote;
  gboolean differs;
  gboolean is_decided;
  GalleyStatus status;
  GPtrArray *verdicts;
  GPtrArray *notes;
} GalleyComparisonClaim;

#define GALLEY_TYPE_COMPARISON (galley_comparison_get_type ())

/**
 * GalleyComparison:
 * @article_id: UUID
 * @title: of the article; maybe empty
 * @with_pending: whether pending counts as a verdict in the figures
 * @raters: (element-type GalleyRater): whose verdicts are compared, the check first
 * @pairs: (element-type GalleyComparisonPair): each two of them
 * @alpha: how far all agree
 * @claims: (element-type GalleyComparisonClaim): what at least one of them has chosen, in the order
 *   of the text
 * @waiting: (element-type utf8): who has a reading under way, which is left out, and is not to be
 *   shown this
 *
 * How far those agree who judged the claims of an article independently, with all that the figures
 * come from. Categories are #GalleyStatus. Immutable once it is made; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *article_id;
  char *title;
  gboolean with_pending;
  GPtrArray *raters;
  GArray *pairs;
  GalleyAlphaFigures alpha;
  GPtrArray *claims;
  GPtrArray *waiting;
} GalleyComparison;

GType galley_comparison_get_type (void);
GalleyComparison *galley_comparison_new (const char *article_id, const char *title)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyComparison *galley_comparison_ref (GalleyComparison *self);
void galley_comparison_unref (GalleyComparison *self);

void galley_comparison_add_rater (GalleyComparison *self, GalleyRater *rater);
GalleyComparisonClaim *
galley_comparison_add_claim (GalleyComparison *self, const char *id, const char *quote);
void galley_comparison_claim_add (GalleyComparisonClaim *claim,
                                  const GalleyVerdict *verdict,
                                  const char *note);
guint galley_comparison_count_differing (GalleyComparison *self, guint *out_n_open);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyComparison, galley_comparison_unref)

G_END_DECLS
