/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_FORMER_BAR (galley_former_bar_get_type ())
G_DECLARE_FINAL_TYPE (GalleyFormerBar, galley_former_bar, GALLEY, FORMER_BAR, AdwBin)

G_END_DECLS
