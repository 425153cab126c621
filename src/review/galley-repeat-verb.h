/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-check.h"

G_BEGIN_DECLS

GalleyAction *
galley_verb_repeat (GalleyCheck *check, GalleyClaim *claim, GPtrArray *twins, GPtrArray *given_ids)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
