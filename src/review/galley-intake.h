/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-annotation.h"
#include "galley-desk.h"
#include "galley-placement.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_INTAKE (galley_intake_get_type ())
G_DECLARE_FINAL_TYPE (GalleyIntake, galley_intake, GALLEY, INTAKE, GObject)

/**
 * GalleyFate:
 * @GALLEY_FATE_MAKE: it becomes a claim
 * @GALLEY_FATE_JOIN: it becomes a comment on the claim that an entry before it makes of the same
 *   words
 * @GALLEY_FATE_FOUND: the article has a claim with its id, or on its very words, or in its tray
 *   with the words that it quotes, which stays as it is
 * @GALLEY_FATE_WAIT: its words are not known in the draft, or not which of them: it becomes a claim
 *   that waits in the tray, unless somebody says where they are
 * @GALLEY_FATE_LEAVE: somebody does not want it
 * @GALLEY_FATE_NONE: it quotes no words to know it by, so nothing becomes of it unless somebody
 * says where they are
 *
 * What is to become of an annotation. The nicks are what scripts read: frozen.
 */
typedef enum
{
  GALLEY_FATE_MAKE,
  GALLEY_FATE_JOIN,
  GALLEY_FATE_FOUND,
  GALLEY_FATE_WAIT,
  GALLEY_FATE_LEAVE,
  GALLEY_FATE_NONE,
} GalleyFate;
#define GALLEY_N_FATES (GALLEY_FATE_NONE + 1)

const char *galley_fate_to_nick (GalleyFate fate);

/**
 * GalleyIntakeEntry:
 * @annotation: what is said
 * @target: (nullable): of which words; %NULL if it is about no words at all
 * @placement: where they stand in the article's draft
 * @is_placed: whether its place was looked for with success; see @placement
 * @is_vouched: whether these are beyond doubt the words that the annotation was made on, and in the
 *   same surroundings
 * @fate: what is to become of it
 * @range: the words of the claim; empty if there are none
 * @claim_id: (nullable): the claim that is there already
 * @joined: index of the entry that makes the claim that it joins
 * @chosen: words that somebody chose for it; empty if nobody did
 * @is_unwanted: whether somebody does not want it
 *
 * An annotation with one of the passages that it is about. Fields are read-only.
 */
typedef struct
{
  GalleyAnnotation *annotation;
  const GalleyAnnotationTarget *target;
  GalleyPlacement placement;
  gboolean is_placed;
  gboolean is_vouched;
  GalleyFate fate;
  GalleyRange range;
  char *claim_id;
  guint joined;
  GalleyRange chosen;
  gboolean is_unwanted;
} GalleyIntakeEntry;

GalleyIntake *galley_intake_new (GalleyCheck *check, GPtrArray *annotations)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_intake_place (GalleyIntake *self, GalleyDesk *desk, GError **error);
void galley_intake_place_async (GalleyIntake *self,
                                GalleyDesk *desk,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean galley_intake_place_finish (GalleyIntake *self, GAsyncResult *result, GError **error);

const char *galley_intake_get_article_id (GalleyIntake *self);
GalleyDocument *galley_intake_get_document (GalleyIntake *self);
guint galley_intake_get_n_entries (GalleyIntake *self);
const GalleyIntakeEntry *galley_intake_peek (GalleyIntake *self, guint index);
GalleyStatus galley_intake_get_status (GalleyIntake *self, guint index);
guint galley_intake_count (GalleyIntake *self, GalleyPlacementClass placement);
guint galley_intake_count_fate (GalleyIntake *self, GalleyFate fate);

gboolean galley_intake_is_to_do (GalleyIntake *self);

gboolean galley_intake_choose (GalleyIntake *self, guint index, GalleyRange range, GError **error);
void galley_intake_leave (GalleyIntake *self, guint index);

GalleyAction *galley_intake_make_action (GalleyIntake *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
