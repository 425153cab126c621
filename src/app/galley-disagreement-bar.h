/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_DISAGREEMENT_BAR (galley_disagreement_bar_get_type ())
G_DECLARE_FINAL_TYPE (GalleyDisagreementBar,
                      galley_disagreement_bar,
                      GALLEY,
                      DISAGREEMENT_BAR,
                      AdwBin)

G_END_DECLS
