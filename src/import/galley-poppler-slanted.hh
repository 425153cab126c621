/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-poppler.h"

class GfxState;

bool galley_poppler_is_slanted (GfxState *state);
void galley_poppler_add_slanted (GArray *glyphs,
                                 GfxState *state,
                                 double x,
                                 double y,
                                 double dx,
                                 double dy,
                                 const unsigned int *letters,
                                 int n_letters);
void galley_poppler_settle_slanted (GArray *glyphs);
