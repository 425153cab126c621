/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-figures.h"

G_BEGIN_DECLS

/**
 * GalleyFiguresScope:
 * @article_id: (nullable): UUID of the article to be told of; %NULL for all
 * @with_archived: whether archived articles count, where it is all
 * @time_zone: (nullable): in which days begin; %NULL for that of this machine
 *
 * What figures are asked for.
 */
typedef struct
{
  const char *article_id;
  gboolean with_archived;
  GTimeZone *time_zone;
} GalleyFiguresScope;

/**
 * GalleyFiguresEventKind:
 * @GALLEY_FIGURES_ADD: a claim was marked
 * @GALLEY_FIGURES_STATUS: somebody set its status
 * @GALLEY_FIGURES_PLACE: it was placed in a draft
 * @GALLEY_FIGURES_DELETE: it was taken out
 * @GALLEY_FIGURES_RESTORE: it came back
 * @GALLEY_FIGURES_DRAFT: an article got the draft that is under check from now on
 */
typedef enum
{
  GALLEY_FIGURES_ADD,
  GALLEY_FIGURES_STATUS,
  GALLEY_FIGURES_PLACE,
  GALLEY_FIGURES_DELETE,
  GALLEY_FIGURES_RESTORE,
  GALLEY_FIGURES_DRAFT,
} GalleyFiguresEventKind;

/**
 * GalleyFiguresEvent:
 * @kind: what happened
 * @subject: id of the claim or article
 * @time: milliseconds since 1970 UTC
 * @actor: who did it
 * @unit: the step that it was done in
 * @is_done: whether it was done and not undone; neither an undo nor a redo is
 * @status: (nullable): nick of the status that the claim has from then on
 * @draft: (nullable): id of the draft that it stands in, or that is under check
 * @place: (nullable): nick of the #GalleyPlace that it was given
 *
 * An event of the journal, as far as it matters.
 */
typedef struct
{
  GalleyFiguresEventKind kind;
  const char *subject;
  gint64 time;
  const char *actor;
  const char *unit;
  gboolean is_done;
  const char *status;
  const char *draft;
  const char *place;
} GalleyFiguresEvent;

/**
 * GalleyFiguresClaim:
 * @id: UUID
 * @article_id: UUID
 * @status: how it stands
 * @category: (nullable): nick
 * @checked_by: who gave it its status
 * @counts: whether it is there and stands in the present draft
 *
 * A claim as the library has it now.
 */
typedef struct
{
  const char *id;
  const char *article_id;
  GalleyStatus status;
  const char *category;
  const char *checked_by;
  gboolean counts;
} GalleyFiguresClaim;

/**
 * GalleyFiguresBuilder:
 *
 * Makes #GalleyFigures of what the library holds: first of its articles, then of its claims,
 * then of its events in their order. Linear in their number.
 */
typedef struct _GalleyFiguresBuilder GalleyFiguresBuilder;

GalleyFiguresBuilder *galley_figures_builder_new (const GalleyFiguresScope *scope)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_figures_builder_free (GalleyFiguresBuilder *self);

void galley_figures_builder_add_article (GalleyFiguresBuilder *self,
                                         const char *id,
                                         const char *title,
                                         gboolean is_archived,
                                         guint n_words);
void galley_figures_builder_add_claim (GalleyFiguresBuilder *self, const GalleyFiguresClaim *claim);
void galley_figures_builder_add_event (GalleyFiguresBuilder *self, const GalleyFiguresEvent *event);
GalleyFigures *galley_figures_builder_finish (GalleyFiguresBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyFiguresBuilder, galley_figures_builder_free)

G_END_DECLS
