/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

G_BEGIN_DECLS

/* An article in the making. */
typedef struct
{
  GalleyDocument *document;
  GPtrArray *claims;     /* (element-type GalleyClaim) */
  GPtrArray *dismissals; /* (element-type GalleyDismissal) */
} FixtureDraft;

void fixture_draft_init (FixtureDraft *draft, const char *text);
void fixture_draft_open (FixtureDraft *draft, const char *name);
GalleyRange fixture_draft_find (FixtureDraft *draft, const char *words);
GalleyClaim *
fixture_draft_claim (FixtureDraft *draft, const char *id, const char *words, GalleyStatus status);
GalleyCheck *fixture_draft_finish (FixtureDraft *draft);

GalleyCheck *fixture_check_new_long (guint n_claims);
void fixture_check_put (GalleyCheck *check, const char *id, const GalleyClaimFields *fields);
void fixture_check_drop (GalleyCheck *check, const char *id);

G_END_DECLS
