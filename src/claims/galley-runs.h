/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyUnit:
 * @hash: of its words
 * @start: the first of them
 * @length: how many there are
 *
 * Consecutive words of one draft: some, a sentence or a block.
 */
typedef struct
{
  guint64 hash;
  guint start;
  guint length;
} GalleyUnit;

/**
 * GalleyRun:
 * @old: the first word in the old draft
 * @new: the first word in the new draft
 * @length: how many words there are
 * @weight: how much they tell, more than 0
 *
 * Consecutive words that are the same in both drafts.
 */
typedef struct
{
  guint old;
  guint new;
  guint length;
  double weight;
} GalleyRun;

guint64 galley_runs_hash (const guint *keys, guint length);
void galley_runs_add_units (GArray *units, const guint *keys, guint n_keys, guint length);
GArray *galley_runs_match (const GArray *old, const GArray *new) G_GNUC_WARN_UNUSED_RESULT;
void galley_runs_join (GArray *runs);
void galley_runs_chain (GArray *runs);

G_END_DECLS
