/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-twin.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_REPEAT_ROW (galley_repeat_row_get_type ())
G_DECLARE_FINAL_TYPE (GalleyRepeatRow, galley_repeat_row, GALLEY, REPEAT_ROW, GtkListBoxRow)

GtkWidget *galley_repeat_row_new (GalleyCheck *check, GalleyTwin *twin);
GalleyTwin *galley_repeat_row_get_twin (GalleyRepeatRow *self);

G_END_DECLS
