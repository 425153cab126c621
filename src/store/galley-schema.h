/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-db.h"

G_BEGIN_DECLS

/* Says in the file's header that it is a Galley library: "Galy". */
#define GALLEY_SCHEMA_APPLICATION_ID 0x47616c79

/* The newest format that this version reads and the one that it writes. */
#define GALLEY_SCHEMA_VERSION 1

gboolean galley_schema_check (GalleyDb *db, gint64 *out_version, GError **error);
gboolean galley_schema_migrate (GalleyDb *db, gint64 from_version, GError **error);
gboolean galley_schema_create_fold (GalleyDb *db, GError **error);

G_END_DECLS
