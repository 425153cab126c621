/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-status.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * GalleyLook:
 * @paper: what the article is set on
 * @ink: the article's words
 * @faint_ink: words of less weight: boilerplate, attributions, dismissed sentences
 * @tint: behind the words of a claim
 * @deep_tint: the same where claims overlap
 * @line: underline and badge of a claim
 * @badge_ink: the sign on a badge
 * @suggestion: dots under words that are only suggested
 * @dismissed: the line under dismissed words
 * @uncovered: behind words that nothing covers
 * @uncovered_line: the line under them
 * @outline: around the claim that is chosen
 * @link: words that lead somewhere
 * @note: the sign of a writer's note
 * @note_veil: over the words that a note is about; lets them through
 *
 * The colours of one of the four styles in which the program is shown. Text tags and drawing know
 * nothing of style sheets, so the colours are here, all in one place.
 */
typedef struct
{
  GdkRGBA paper;
  GdkRGBA ink;
  GdkRGBA faint_ink;
  GdkRGBA tint[GALLEY_N_STATUSES];
  GdkRGBA deep_tint[GALLEY_N_STATUSES];
  GdkRGBA line[GALLEY_N_STATUSES];
  GdkRGBA badge_ink;
  GdkRGBA suggestion;
  GdkRGBA dismissed;
  GdkRGBA uncovered;
  GdkRGBA uncovered_line;
  GdkRGBA outline;
  GdkRGBA link;
  GdkRGBA note;
  GdkRGBA note_veil;
} GalleyLook;

const GalleyLook *galley_look_get (gboolean is_dark, gboolean is_high_contrast);
const GalleyLook *galley_look_get_current (void);

const char *galley_look_get_icon_name (GalleyStatus status);
const char *galley_look_get_css_class (GalleyStatus status);

G_END_DECLS
