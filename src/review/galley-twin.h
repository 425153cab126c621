/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim.h"
#include "galley-document.h"
#include "galley-mention-difference.h"

G_BEGIN_DECLS

/**
 * GalleyTwinState:
 * @GALLEY_TWIN_FREE: it says the same, and a verdict could carry over
 * @GALLEY_TWIN_DIFFERENT: it tells of the same and says something else
 * @GALLEY_TWIN_AGREED: it says the same and has the same verdict already
 * @GALLEY_TWIN_DECIDED: it says the same and somebody came to another verdict
 *
 * What a verdict on one mention is to another. The nicks are what scripts read: frozen.
 */
typedef enum
{
  GALLEY_TWIN_FREE,
  GALLEY_TWIN_DIFFERENT,
  GALLEY_TWIN_AGREED,
  GALLEY_TWIN_DECIDED,
} GalleyTwinState;
#define GALLEY_N_TWIN_STATES (GALLEY_TWIN_DECIDED + 1)

const char *galley_twin_state_to_nick (GalleyTwinState state);

#define GALLEY_TYPE_TWIN (galley_twin_get_type ())

/**
 * GalleyTwin:
 * @claim: (nullable): the claim, or %NULL if nobody has marked it yet
 * @range: its words
 * @state: what the verdict is to it
 * @difference: in what it differs from the claim that was asked about, which is the first
 *
 * Another mention of what a claim tells of. Immutable; fields are read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  GalleyClaim *claim;
  GalleyRange range;
  GalleyTwinState state;
  GalleyMentionDifference difference;
} GalleyTwin;

GType galley_twin_get_type (void);
GalleyTwin *galley_twin_ref (GalleyTwin *self);
void galley_twin_unref (GalleyTwin *self);
GalleyClaim *galley_twins_find_giver (GPtrArray *twins);
guint galley_twins_count_free (GPtrArray *twins);
char *galley_twin_describe (const GalleyTwin *self, GalleyDocument *document)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyTwin, galley_twin_unref)

G_END_DECLS
