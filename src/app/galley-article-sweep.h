/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

G_BEGIN_DECLS

/**
 * GalleyArticleSegment:
 * @range: its words
 * @is_unjudged: whether nothing graver covers it than a claim that a second reader has not judged
 * @status: else, of the claims that cover it the one to show: disputed before pending before
 *   confirmed
 * @depth: how many claims cover it, at least 1
 *
 * Words that the same claims cover.
 */
typedef struct
{
  GalleyRange range;
  gboolean is_unjudged;
  GalleyStatus status;
  guint depth;
} GalleyArticleSegment;

GArray *galley_article_sweep (GalleyClaimList *claims, GalleyRange within)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
