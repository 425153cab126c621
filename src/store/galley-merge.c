/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-merge-private.h"

#include "galley-index.h"
#include "galley-name.h"
#include "galley-records.h"
#include "galley-replay.h"
#include "galley-tables.h"

#include <glib/gi18n-lib.h>

static gboolean
empty_tables (GalleyDb *db, GError **error)
{
  for (guint i = 0; i < galley_n_tables; i++)
    {
      g_autofree char *sql = g_strconcat ("DELETE FROM ", galley_tables[i].name, NULL);

      if (!galley_db_exec (db, sql, error))
        return FALSE;
    }

  return galley_index_empty (db, error);
}

/* The tables of the whole library are folded anew: what has come in stands before something. */
static gboolean
fold_anew (GalleyDb *db, GError **error)
{
  guint n_events;

  return empty_tables (db, error) &&
         galley_replay_fold (db, db, /* failed= */ NULL, /* user_data= */ NULL, &n_events, error) &&
         galley_index_fill (db, error) && galley_index_fill_articles (db, error);
}

/* Everything that came can be opened as a checker would open it: words that this version does not
 * know, and claims that stand on other words than theirs, are found here. */
static gboolean
check_articles (GalleyDb *db, GalleyMergeResult *result, GError **error)
{
  g_autoptr (GPtrArray) sources = galley_records_read_sources (db, error);

  if (sources == NULL)
    return FALSE;
  for (guint i = 0; i < result->articles->len; i++)
    {
      const char *id = g_ptr_array_index (result->articles, i);
      g_autoptr (GalleyArticle) article = NULL;
      g_autoptr (GalleyStoredArticle) stored = g_new0 (GalleyStoredArticle, 1);

      if (!galley_records_read_article (db, id, &article, error) ||
          (article != NULL && !galley_library_read_stored (db, id, stored, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
count_disagreements (GalleyDb *db, GalleyMergeResult *result, GError **error)
{
  for (guint i = 0; i < result->articles->len; i++)
    {
      g_autoptr (GPtrArray) disagreements =
          galley_records_read_disagreements (db, g_ptr_array_index (result->articles, i), error);

      if (disagreements == NULL)
        return FALSE;
      result->n_disagreements += disagreements->len;
    }

  return TRUE;
}

/* Drops the shares' suspicion of all names but those that look like the one that is used here. */
static void
keep_namesakes_of (GalleyMergeResult *result, const char *actor)
{
  for (guint i = 0; i < result->shares->len; i++)
    {
      GalleyMergeShare *share = g_ptr_array_index (result->shares, i);

      share->is_namesake = share->is_namesake && galley_name_looks_like (share->name, actor);
    }
}

/* What comes after all that is here changes what is there, as a step does. */
static gboolean
fold_on (GalleyDb *db, gint64 first_event, GError **error)
{
  g_autoptr (GalleyIndex) index = galley_index_new ();

  return galley_replay_go_on (db, first_event, index, error) &&
         galley_index_update (index, db, error);
}

static gboolean
append (GalleyDb *db, GError **error)
{
  gint64 first_event;

  if (!galley_merge_append (db, &first_event, error))
    return FALSE;

  /* All words of a library that was empty are put into its index at once. */
  return first_event > 1 ? fold_on (db, first_event, error) : fold_anew (db, error);
}

static gboolean
merge (GalleyDb *db,
       GalleyPackageFile *file,
       GalleyPackageManifest *manifest,
       GalleyMergeResult *result,
       GError **error)
{
  if (!galley_merge_take_in (db, file, manifest, result, error) ||
      !galley_merge_keep_new (db, result, error) ||
      !galley_merge_take_blobs (db, file, manifest, error))
    return FALSE;
  if (result->n_new > 0 && !append (db, error))
    return FALSE;

  return galley_merge_forget (db, error) && check_articles (db, result, error) &&
         count_disagreements (db, result, error);
}

/**
 * galley_library_merge_package:
 * @actor: who is at the library, to find namesakes
 * @package: the file, which may be mapped into memory
 * @error: (out) (optional): #GALLEY_STORE_ERROR_DAMAGED if it is no package, or not as it was
 *   written; #GALLEY_STORE_ERROR_NEWER if a newer version wrote it; #GALLEY_STORE_ERROR_CONFLICT if
 *   it does not fit what is here
 *
 * Adds what a package holds and the library does not, in one transaction: all of it or nothing.
 * Importing a package twice changes nothing, and importing several gives the same tables in
 * whatever order they come, here and in every other library that has them. See galley-rivals.h for
 * what becomes of what two people did at the same time.
 *
 * Returns: (transfer full): what came of it, durably; or %NULL
 */
GalleyMergeResult *
galley_library_merge_package (GalleyLibrary *self,
                              const char *actor,
                              GBytes *package,
                              GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GalleyPackageFile) file = NULL;
  g_autoptr (GalleyPackageManifest) manifest = NULL;
  g_autoptr (GalleyMergeResult) result = galley_merge_result_new ();

  g_return_val_if_fail (GALLEY_IS_LIBRARY (self) && actor != NULL && package != NULL, NULL);

  file = galley_package_file_new (package, error);
  manifest = file != NULL ? galley_package_manifest_read (file, error) : NULL;
  if (manifest == NULL)
    return NULL;

  for (guint i = 0; i < manifest->articles->len; i++)
    g_ptr_array_add (result->held, g_strdup (g_ptr_array_index (manifest->articles, i)));

  locker = g_mutex_locker_new (&self->write_lock);
  if (!galley_library_begin (self, error))
    return NULL;
  if (!merge (self->writer, file, manifest, result, error))
    {
      galley_db_rollback (self->writer);
      return NULL;
    }
  keep_namesakes_of (result, actor);

  return galley_library_commit (self, error) ? g_steal_pointer (&result) : NULL;
}
