/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-db.h"

G_BEGIN_DECLS

gboolean galley_moved_file_check (GalleyDb *db, GError **error);
void galley_moved_file_settle (GalleyDb *db);

G_END_DECLS
