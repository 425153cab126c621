/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyDrift:
 * @GALLEY_DRIFT_NUMBER: they name other numbers
 * @GALLEY_DRIFT_NEGATION: one denies what the other does not
 * @GALLEY_DRIFT_HEDGE: one is more certain than the other
 * @GALLEY_DRIFT_MODAL: one says what may, should or will be, and the other what is
 * @GALLEY_DRIFT_NAME: they name others
 * @GALLEY_DRIFT_WORDS: other words differ
 *
 * In what two mentions of one thing differ.
 */
typedef enum
{
  GALLEY_DRIFT_NUMBER = 1 << 0,
  GALLEY_DRIFT_NEGATION = 1 << 1,
  GALLEY_DRIFT_HEDGE = 1 << 2,
  GALLEY_DRIFT_MODAL = 1 << 3,
  GALLEY_DRIFT_NAME = 1 << 4,
  GALLEY_DRIFT_WORDS = 1 << 5,
} GalleyDrift;

/**
 * GalleyRepeat:
 * @first: position of a claim
 * @second: position of a later one that tells of the same
 * @drift: (type GalleyDrift): in what they differ; 0 if they say the same
 *
 * Two mentions of one thing.
 */
typedef struct
{
  guint first;
  guint second;
  guint drift;
} GalleyRepeat;

GArray *galley_repeats_find (const char *const *texts, guint n_texts) G_GNUC_WARN_UNUSED_RESULT;
guint *galley_repeats_group (const GalleyRepeat *repeats, guint n_repeats, guint n_texts)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
