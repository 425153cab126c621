/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-keys.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_KEY_ROW (galley_key_row_get_type ())
G_DECLARE_FINAL_TYPE (GalleyKeyRow, galley_key_row, GALLEY, KEY_ROW, AdwActionRow)

GtkWidget *galley_key_row_new (const GalleyKey *key) G_GNUC_WARN_UNUSED_RESULT;
const GalleyKey *galley_key_row_get_key (GalleyKeyRow *self);

G_END_DECLS
