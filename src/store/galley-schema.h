/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-db.h"

G_BEGIN_DECLS

/* Says in the file's header that it is a Galley library: "Galy". */
#define GALLEY_SCHEMA_APPLICATION_ID 0x47616c79

/* Brings a library from one format to the next, within a transaction. */
typedef gboolean (*GalleyMigration) (GalleyDb *db, GError **error);

/**
 * GalleySchema:
 * @version: the newest format that it reads and the one that it writes
 * @migrations: (array length=version): from an empty database to format 1, from that to 2, …
 *
 * A format of libraries with the way to it. There is only one besides those that tests make up.
 */
typedef struct
{
  gint64 version;
  const GalleyMigration *migrations;
} GalleySchema;

extern const GalleySchema galley_schema;

gboolean galley_schema_check_file (const GalleySchema *schema, const char *path, GError **error);
gboolean
galley_schema_check (const GalleySchema *schema, GalleyDb *db, gint64 *out_version, GError **error);
gboolean galley_schema_migrate (const GalleySchema *schema,
                                GalleyDb *db,
                                gint64 from_version,
                                GError **error);
gboolean galley_schema_create_fold (GalleyDb *db, GError **error);
gboolean galley_schema_create_index (GalleyDb *db, GError **error);
gboolean galley_schema_renew_index (GalleyDb *db, GError **error);
gboolean galley_schema_compare (GalleyDb *db, GPtrArray *changed, GError **error);

G_END_DECLS
