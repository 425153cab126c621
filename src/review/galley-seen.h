/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-check.h"

G_BEGIN_DECLS

void galley_seen_expect (GalleyCheck *check, GalleyAction *action, gboolean is_settled);

G_END_DECLS
