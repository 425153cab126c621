/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-db.h"

G_BEGIN_DECLS

gboolean galley_index_check (GalleyDb *db, GPtrArray *damaged, GError **error);

G_END_DECLS
