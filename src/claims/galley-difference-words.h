/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-difference.h"

G_BEGIN_DECLS

GalleyDifference galley_difference_look_up (const char *folded);

G_END_DECLS
