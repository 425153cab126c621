/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-source-use.h"
#include "galley-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_SOURCE_PANE (galley_source_pane_get_type ())
G_DECLARE_FINAL_TYPE (GalleySourcePane, galley_source_pane, GALLEY, SOURCE_PANE, AdwBin)

void galley_source_pane_show (GalleySourcePane *self, GalleySource *source, GPtrArray *uses);

G_END_DECLS
