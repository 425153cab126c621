/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-check.h"
#include "galley-requirements.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_CLAIM_THREAD (galley_claim_thread_get_type ())
G_DECLARE_FINAL_TYPE (GalleyClaimThread, galley_claim_thread, GALLEY, CLAIM_THREAD, AdwBin)

void galley_claim_thread_set_requirements (GalleyClaimThread *self,
                                           const GalleyRequirements *requirements);
void
galley_claim_thread_set_claim (GalleyClaimThread *self, GalleyCheck *check, GalleyClaim *claim);
void galley_claim_thread_set_read_only (GalleyClaimThread *self, gboolean is_read_only);
void galley_claim_thread_flush (GalleyClaimThread *self);
void galley_claim_thread_set_failed (GalleyClaimThread *self,
                                     const char *verb,
                                     GalleyChange *change,
                                     gboolean is_failed);
gboolean galley_claim_thread_has_unsaved (GalleyClaimThread *self);
void galley_claim_thread_write (GalleyClaimThread *self);

G_END_DECLS
