/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-place.h"

#include "galley-word.h"

#include <glib/gi18n-lib.h>

static const GalleyWord places[GALLEY_N_PLACES] = {
  [GALLEY_PLACE_MARKED] = { "marked", N_ ("Marked") },
  [GALLEY_PLACE_EXACT] = { "exact", N_ ("Unchanged") },
  [GALLEY_PLACE_MOVED] = { "moved", N_ ("Moved") },
  [GALLEY_PLACE_CHANGED] = { "changed", N_ ("Changed") },
  [GALLEY_PLACE_RECHECK] = { "recheck", N_ ("To be checked again") },
  [GALLEY_PLACE_RELINKED] = { "relinked", N_ ("Re-linked") },
  [GALLEY_PLACE_KEPT] = { "kept", N_ ("Verdict kept") },
  [GALLEY_PLACE_AMBIGUOUS] = { "ambiguous", N_ ("Ambiguous") },
  [GALLEY_PLACE_LOST] = { "lost", N_ ("Lost") },
  [GALLEY_PLACE_RETIRED] = { "retired", N_ ("Retired") },
};

/**
 * galley_place_to_nick:
 *
 * Returns: (transfer none): the name of @place on disk and on the command line
 */
const char *
galley_place_to_nick (GalleyPlace place)
{
  g_return_val_if_fail ((guint) place < GALLEY_N_PLACES, NULL);

  return places[place].nick;
}

/**
 * galley_place_from_nick:
 * @nick: (nullable): a name
 * @out_place: (out): the place; untouched if @nick is unknown
 *
 * Returns: whether @nick names a place
 */
gboolean
galley_place_from_nick (const char *nick, GalleyPlace *out_place)
{
  int found = galley_word_find (places, GALLEY_N_PLACES, nick);

  if (found >= 0)
    *out_place = found;
  return found >= 0;
}

/**
 * galley_place_get_label:
 *
 * Returns: (transfer none): the name of @place for people, translated
 */
const char *
galley_place_get_label (GalleyPlace place)
{
  g_return_val_if_fail ((guint) place < GALLEY_N_PLACES, NULL);

  return _ (places[place].label);
}

/**
 * galley_place_from_placement:
 * @placement: what became of a claim's words in a new draft
 *
 * Returns: where it stands there unless somebody decides otherwise
 */
GalleyPlace
galley_place_from_placement (GalleyPlacementClass placement)
{
  switch (placement)
    {
    case GALLEY_PLACEMENT_EXACT:
      return GALLEY_PLACE_EXACT;
    case GALLEY_PLACEMENT_MOVED:
      return GALLEY_PLACE_MOVED;
    case GALLEY_PLACEMENT_CHANGED:
      return GALLEY_PLACE_CHANGED;
    case GALLEY_PLACEMENT_AMBIGUOUS:
      return GALLEY_PLACE_AMBIGUOUS;
    case GALLEY_PLACEMENT_LOST:
    default:
      return GALLEY_PLACE_LOST;
    }
}

/**
 * galley_place_is_waiting:
 *
 * Returns: whether a claim there waits in the tray for somebody to re-link or retire it
 */
gboolean
galley_place_is_waiting (GalleyPlace place)
{
  return place == GALLEY_PLACE_AMBIGUOUS || place == GALLEY_PLACE_LOST;
}

/**
 * galley_place_is_standing:
 *
 * Returns: whether a claim there stands on words of the draft
 */
gboolean
galley_place_is_standing (GalleyPlace place)
{
  return !galley_place_is_waiting (place) && place != GALLEY_PLACE_RETIRED;
}
