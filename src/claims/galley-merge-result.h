/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GalleyMergeShare:
 * @name: who acted
 * @n_events: how many of the events that were added are theirs
 * @is_namesake: whether somebody else acts here under the same name, or one that looks the same, as
 * far as can be known: the events are of another copy of the library than this one and those that
 * it was restored from
 *
 * What one person did of what a package brought.
 */
typedef struct
{
  char *name;
  guint n_events;
  gboolean is_namesake;
} GalleyMergeShare;

#define GALLEY_TYPE_MERGE_RESULT (galley_merge_result_get_type ())

/**
 * GalleyMergeResult:
 * @n_events: how many events the package holds
 * @n_new: how many of them were added: the others were here already
 * @n_without_content: of how many of those only the seal was taken, since what they tell of was
 *   purged here
 * @n_astray: how many of those that were added are dated more than a day after this computer's
 *   time: its clock or the other's was wrong
 * @n_new_articles: how many articles were not here before
 * @n_disagreements: on how many claims of the articles that it concerns people disagree now
 * @held: (element-type utf8): ids of the articles that the package holds
 * @articles: (element-type utf8): ids of the articles that have new events
 * @shares: (element-type GalleyMergeShare): who did what was added, most first
 *
 * What came of importing a review package. Immutable; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  guint n_events;
  guint n_new;
  guint n_without_content;
  guint n_astray;
  guint n_new_articles;
  guint n_disagreements;
  GPtrArray *held;
  GPtrArray *articles;
  GPtrArray *shares;
} GalleyMergeResult;

GType galley_merge_result_get_type (void);
GalleyMergeResult *galley_merge_result_new (void) G_GNUC_WARN_UNUSED_RESULT;
GalleyMergeResult *galley_merge_result_ref (GalleyMergeResult *self);
void galley_merge_result_unref (GalleyMergeResult *self);

void galley_merge_result_add_share (GalleyMergeResult *self,
                                    const char *name,
                                    guint n_events,
                                    gboolean is_namesake);
GPtrArray *galley_merge_result_describe (GalleyMergeResult *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyMergeResult, galley_merge_result_unref)

G_END_DECLS
