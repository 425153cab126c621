/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article.h"
#include "galley-claim.h"
#include "galley-dismissal.h"
#include "galley-reading.h"
#include "galley-session.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_OUTCOME (galley_outcome_get_type ())

/**
 * GalleyOutcome:
 * @unit_id: the undo unit that the change belongs to
 * @verb: nick of what was done, or undone, or redone
 * @article_id: (nullable): the article that it concerns
 * @claims: (element-type GalleyClaim): claims as they are now, objects of the reader's own
 * @gone_claims: (element-type utf8): ids of claims that are there no more
 * @dismissals: (element-type GalleyDismissal): dismissals as they are now
 * @gone_dismissals: (element-type utf8): ids of dismissals that are there no more
 * @sources: (element-type GalleySource): entries of the source log as they are now
 * @gone_sources: (element-type utf8): ids of entries that are there no more
 * @readings: (element-type GalleyReading): second readings as they are now
 * @gone_readings: (element-type utf8): ids of readings that are there no more
 * @sessions: (element-type GalleySession): review sessions as they are now
 * @articles: (element-type GalleyArticle): articles as they are now
 * @gone_articles: (element-type utf8): ids of articles that are there no more
 * @has_new_draft: whether the article's draft is another one now, so that what is open of it has to
 *   be loaded again; claims and dismissals are not read then
 * @is_whole: whether anything in the library may be different now, because its journal is in
 * another order, or another one altogether: @articles and @sources are all that there are then, and
 *   whatever is open has to be loaded again
 * @has_new_settings: whether the library wants something else of claims now
 * @text_sha256: (nullable): SHA-256 of the text of the article's draft, in which @claims and
 *   @dismissals stand; another program may have given it that draft before
 * @undo_verb: (nullable): what undo would now undo in that article; %NULL if there is nothing
 * @redo_verb: (nullable): what redo would now do again in that article
 *
 * What the library's tables hold after a change was made durable, as far as the change reached.
 * Never partial: when there is an outcome, all of it is on disk.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *unit_id;
  char *verb;
  char *article_id;
  GPtrArray *claims;
  GPtrArray *gone_claims;
  GPtrArray *dismissals;
  GPtrArray *gone_dismissals;
  GPtrArray *sources;
  GPtrArray *gone_sources;
  GPtrArray *readings;
  GPtrArray *gone_readings;
  GPtrArray *sessions;
  GPtrArray *articles;
  GPtrArray *gone_articles;
  gboolean has_new_draft;
  gboolean is_whole;
  gboolean has_new_settings;
  char *text_sha256;
  char *undo_verb;
  char *redo_verb;
} GalleyOutcome;

GType galley_outcome_get_type (void);
GalleyOutcome *galley_outcome_new (void) G_GNUC_WARN_UNUSED_RESULT;
GalleyOutcome *galley_outcome_ref (GalleyOutcome *self);
void galley_outcome_unref (GalleyOutcome *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyOutcome, galley_outcome_unref)

G_END_DECLS
