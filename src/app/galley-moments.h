/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyMoment:
 * @GALLEY_MOMENT_OPEN: somebody had the article open here last
 * @GALLEY_MOMENT_EXPORT: it was exported from here last
 *
 * What an article is remembered for.
 */
typedef enum
{
  GALLEY_MOMENT_OPEN,
  GALLEY_MOMENT_EXPORT,
  GALLEY_N_MOMENTS
} GalleyMoment;

void galley_moments_note (const char *article_id, GalleyMoment moment, gint64 time_ms);
gint64 galley_moments_find (const char *article_id, GalleyMoment moment);

G_END_DECLS
