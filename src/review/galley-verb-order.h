/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"

G_BEGIN_DECLS

char *galley_verb_find_status (const GalleyAction *self, const char *claim_id)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_verb_carry_over (GalleyAction *self, const GalleyAction *earlier);
void galley_verb_expect_after (GalleyAction *self, const GalleyAction *earlier);
void galley_verb_expect_instead (GalleyAction *self, const GalleyAction *earlier);

G_END_DECLS
