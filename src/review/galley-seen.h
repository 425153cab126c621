/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-check.h"

G_BEGIN_DECLS

void galley_seen_expect (GalleyCheck *check, GalleyAction *action, gboolean is_settled);

gboolean galley_seen_has_words (GalleyCheck *check, GalleyAction *action);
GalleyClaim *galley_seen_find_other (GalleyCheck *check, GalleyAction *action);
gboolean galley_seen_find_own (GalleyCheck *check,
                               GalleyAction *action,
                               GalleyClaim *claim,
                               GalleyStatus *out_status,
                               char **out_reason);
void galley_seen_accept (GalleyCheck *check,
                         GalleyAction *action,
                         GalleyClaim *claim,
                         GalleyStatus status,
                         const char *reason);

G_END_DECLS
