/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-alignment.h"

G_BEGIN_DECLS

/**
 * GalleyDiffKind:
 * @GALLEY_DIFF_SAME: on both sides
 * @GALLEY_DIFF_DELETED: only in the old draft; @new is empty, where it would be
 * @GALLEY_DIFF_INSERTED: only in the new draft; @old is empty, where it would be
 * @GALLEY_DIFF_MOVED_AWAY: in the old draft; @new is where it went
 * @GALLEY_DIFF_MOVED_HERE: in the new draft; @old is where it came from
 *
 * What a piece of a comparison is. The nicks are what scripts read: frozen.
 */
typedef enum
{
  GALLEY_DIFF_SAME,
  GALLEY_DIFF_DELETED,
  GALLEY_DIFF_INSERTED,
  GALLEY_DIFF_MOVED_AWAY,
  GALLEY_DIFF_MOVED_HERE,
} GalleyDiffKind;
#define GALLEY_N_DIFF_KINDS (GALLEY_DIFF_MOVED_HERE + 1)

/**
 * GalleyDiffPiece:
 * @kind: what it is
 * @old: characters of the old draft
 * @new: characters of the new draft
 *
 * A piece of a comparison of two drafts.
 */
typedef struct
{
  GalleyDiffKind kind;
  GalleyRange old;
  GalleyRange new;
} GalleyDiffPiece;

const char *galley_diff_kind_to_nick (GalleyDiffKind kind);

GArray *galley_alignment_compare (GalleyAlignment *alignment, GalleyRange old, GalleyRange new)
    G_GNUC_WARN_UNUSED_RESULT;
GArray *galley_alignment_compare_all (GalleyAlignment *alignment) G_GNUC_WARN_UNUSED_RESULT;
GArray *galley_alignment_find_new (GalleyAlignment *alignment) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
