/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-schema.h"

#include "galley-store-resources.h"

#include <glib/gi18n-lib.h>

#define RESOURCE_PREFIX "/org/galleydesk/Galley/store/sql/"

/* A step from one format to the next: scripts, run in order. The journal and what else is no fold
 * of it comes first, then the fold's tables, then what only serves search. */
typedef struct
{
  const char *scripts[4];
} Migration;

static const Migration migrations[GALLEY_SCHEMA_VERSION] = {
  { { "0001-library.sql", "0001-fold.sql", "0001-search.sql", NULL } },
};

/* The scripts that make the fold's tables in an empty database, all formats up to today's. */
static const char *const fold_scripts[] = { "0001-fold.sql", NULL };

static gboolean
run_script (GalleyDb *db, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, NULL);
  g_autoptr (GBytes) script = g_resource_lookup_data (galley_store_get_resource (), path,
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return script != NULL && galley_db_exec (db, g_bytes_get_data (script, NULL), error);
}

static gboolean
is_empty (GalleyDb *db, gboolean *out_empty, GError **error)
{
  gint64 n_objects;

  if (!galley_db_get_int (db, "SELECT count (*) FROM sqlite_schema", &n_objects, error))
    return FALSE;

  *out_empty = n_objects == 0;
  return TRUE;
}

/**
 * galley_schema_check:
 * @out_version: (out): the library's format; 0 if the database is empty
 * @error: (out) (optional): #GALLEY_STORE_ERROR_DAMAGED if it is something else than a library,
 *   #GALLEY_STORE_ERROR_NEWER if a newer version wrote it
 *
 * Finds out what a database is. Writes nothing.
 *
 * Returns: whether it is a library that this version can use, or empty
 */
gboolean
galley_schema_check (GalleyDb *db, gint64 *out_version, GError **error)
{
  g_autofree char *name = g_path_get_basename (galley_db_get_path (db));
  gint64 application_id, version;
  gboolean empty;

  if (!galley_db_get_int (db, "PRAGMA application_id", &application_id, error) ||
      !galley_db_get_int (db, "PRAGMA user_version", &version, error) ||
      !is_empty (db, &empty, error))
    return FALSE;

  if (empty && application_id == 0 && version == 0)
    {
      *out_version = 0;
      return TRUE;
    }
  if (application_id != GALLEY_SCHEMA_APPLICATION_ID || version < 1)
    {
      g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED,
                   _ ("“%s” is not a Galley library"), name);
      return FALSE;
    }
  if (version > GALLEY_SCHEMA_VERSION)
    {
      g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NEWER,
                   _ ("The library “%s” was written by a newer version of Galley"), name);
      return FALSE;
    }

  *out_version = version;
  return TRUE;
}

static gboolean
run_migrations (GalleyDb *db, gint64 from_version, GError **error)
{
  for (gint64 version = from_version; version < GALLEY_SCHEMA_VERSION; version++)
    {
      g_autofree char *mark =
          g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, version + 1);

      for (guint i = 0; migrations[version].scripts[i] != NULL; i++)
        if (!run_script (db, migrations[version].scripts[i], error))
          return FALSE;
      if (!galley_db_exec (db, mark, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * galley_schema_migrate:
 * @from_version: the library's format, as galley_schema_check() found it
 *
 * Brings a library to today's format, in one transaction: all of it or nothing.
 *
 * Returns: whether it is in today's format
 */
gboolean
galley_schema_migrate (GalleyDb *db, gint64 from_version, GError **error)
{
  g_autofree char *mark =
      g_strdup_printf ("PRAGMA application_id = %d", GALLEY_SCHEMA_APPLICATION_ID);
  gint64 version;

  if (from_version == GALLEY_SCHEMA_VERSION)
    return TRUE;
  if (!galley_db_begin (db, error))
    return FALSE;

  /* Another program may have done it while this one waited. */
  if (!galley_schema_check (db, &version, error) ||
      (version < GALLEY_SCHEMA_VERSION &&
       (!run_migrations (db, version, error) || !galley_db_exec (db, mark, error))))
    {
      galley_db_rollback (db);
      return FALSE;
    }

  return galley_db_commit (db, error);
}

/**
 * galley_schema_create_fold:
 * @db: an empty database
 *
 * Makes the tables that are a fold of the journal, to compute it anew beside a library.
 *
 * Returns: whether they are there
 */
gboolean
galley_schema_create_fold (GalleyDb *db, GError **error)
{
  for (guint i = 0; fold_scripts[i] != NULL; i++)
    if (!run_script (db, fold_scripts[i], error))
      return FALSE;

  return TRUE;
}
