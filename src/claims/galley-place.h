/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-placement.h"

G_BEGIN_DECLS

/**
 * GalleyPlace:
 * @GALLEY_PLACE_MARKED: somebody marked it there
 * @GALLEY_PLACE_EXACT: the same words stood there in the draft before
 * @GALLEY_PLACE_MOVED: the same words stood elsewhere in the draft before
 * @GALLEY_PLACE_CHANGED: similar words stood there in the draft before
 * @GALLEY_PLACE_RECHECK: the same words stood there, and somebody wants them looked at again
 * @GALLEY_PLACE_RELINKED: somebody said that it is about these words now
 * @GALLEY_PLACE_KEPT: likewise, and that what was decided on other words stands for these
 * @GALLEY_PLACE_AMBIGUOUS: nowhere: its words stand at several places, any of which could be meant
 * @GALLEY_PLACE_LOST: nowhere: nothing like its words is there any more
 * @GALLEY_PLACE_RETIRED: nowhere: somebody said that it is no claim of the article any more
 *
 * How a claim has come to its words in the present draft, or why it has none. The nicks are in
 * journals on disk: frozen.
 */
typedef enum
{
  GALLEY_PLACE_MARKED,
  GALLEY_PLACE_EXACT,
  GALLEY_PLACE_MOVED,
  GALLEY_PLACE_CHANGED,
  GALLEY_PLACE_RECHECK,
  GALLEY_PLACE_RELINKED,
  GALLEY_PLACE_KEPT,
  GALLEY_PLACE_AMBIGUOUS,
  GALLEY_PLACE_LOST,
  GALLEY_PLACE_RETIRED,
} GalleyPlace;
#define GALLEY_N_PLACES (GALLEY_PLACE_RETIRED + 1)

const char *galley_place_to_nick (GalleyPlace place);
gboolean galley_place_from_nick (const char *nick, GalleyPlace *out_place);
const char *galley_place_get_label (GalleyPlace place);
GalleyPlace galley_place_from_placement (GalleyPlacementClass placement);

gboolean galley_place_is_standing (GalleyPlace place);
gboolean galley_place_is_waiting (GalleyPlace place);

G_END_DECLS
