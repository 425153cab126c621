/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

G_BEGIN_DECLS

gboolean galley_tray_words_find (GalleyCheck *check, GalleyClaim *claim, GalleyRange *out_range);

G_END_DECLS
