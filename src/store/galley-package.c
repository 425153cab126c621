/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-package.h"

#include "galley-package-read.h"

#include <string.h>

/**
 * galley_seal_new:
 *
 * Returns: (transfer full): a seal
 */
GalleySeal *
galley_seal_new (const char *replica, gint64 seq, const char *chain)
{
  GalleySeal *seal = g_new0 (GalleySeal, 1);

  seal->replica = g_strdup (replica);
  seal->seq = seq;
  seal->chain = g_strdup (chain);

  return seal;
}

void
galley_seal_free (GalleySeal *seal)
{
  g_free (seal->replica);
  g_free (seal->chain);
  g_free (seal);
}

void
galley_package_summary_free (GalleyPackageSummary *summary)
{
  g_free (summary->application);
  g_ptr_array_unref (summary->seals);
  g_free (summary);
}

/**
 * galley_package_recognise:
 * @bytes: a file, or its beginning
 *
 * Returns: whether it is a review package by the first of its members, whole or not
 */
gboolean
galley_package_recognise (GBytes *bytes)
{
  static const char *const names[] = { GALLEY_PACKAGE_JOURNAL, GALLEY_PACKAGE_MANIFEST,
                                       GALLEY_PACKAGE_BLOBS };
  const guint name_at = 30;
  gsize size_bytes;
  const char *data = g_bytes_get_data (bytes, &size_bytes);

  if (size_bytes < 4 || memcmp (data, "PK\x03\x04", 4) != 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (size_bytes >= name_at + strlen (names[i]) &&
        memcmp (data + name_at, names[i], strlen (names[i])) == 0)
      return TRUE;

  return FALSE;
}

static int
compare_seals (gconstpointer a, gconstpointer b)
{
  const GalleySeal *x = *(const GalleySeal *const *) a, *y = *(const GalleySeal *const *) b;

  return strcmp (x->replica, y->replica);
}

/* The seals of a package that is examined, by replica. */
static gboolean
note_event (const GalleyPackageLine *line, gpointer user_data, GError **error)
{
  GHashTable *seals = user_data;
  const GalleyEvent *event = &line->event;
  GalleySeal *seal = g_hash_table_lookup (seals, event->replica);

  if (seal == NULL)
    {
      seal = galley_seal_new (event->replica, event->seq, line->chain);
      g_hash_table_insert (seals, seal->replica, seal);
      return TRUE;
    }

  seal->seq = event->seq;
  g_free (seal->chain);
  seal->chain = g_strdup (line->chain);
  return TRUE;
}

typedef struct
{
  GalleyPackageSummary *summary;
  GHashTable *seals; /* replica to GalleySeal, which the summary owns in the end */
} Examination;

static gboolean
count_event (const GalleyPackageLine *line, gpointer user_data, GError **error)
{
  Examination *examination = user_data;

  examination->summary->n_events++;
  return note_event (line, examination->seals, error);
}

static gboolean
count_blob (const char *sha256, GBytes *bytes, gpointer user_data, GError **error)
{
  Examination *examination = user_data;

  examination->summary->n_blobs++;
  return TRUE;
}

static void
collect_seals (Examination *examination)
{
  GHashTableIter iter;
  gpointer seal;

  g_hash_table_iter_init (&iter, examination->seals);
  while (g_hash_table_iter_next (&iter, NULL, &seal))
    g_ptr_array_add (examination->summary->seals, seal);
  g_ptr_array_sort (examination->summary->seals, compare_seals);
}

/**
 * galley_package_examine:
 * @bytes: a file, which may be mapped into memory
 * @error: (out) (optional): the first thing that does not fit, as of galley_library_merge_package()
 *
 * Examines a package by itself: its members, their digests, and the chains of its events.
 *
 * Returns: (transfer full): what it holds; or %NULL if anything is wrong with it
 */
GalleyPackageSummary *
galley_package_examine (GBytes *bytes, GError **error)
{
  g_autoptr (GalleyPackageFile) file = galley_package_file_new (bytes, error);
  g_autoptr (GalleyPackageManifest) manifest =
      file != NULL ? galley_package_manifest_read (file, error) : NULL;
  g_autoptr (GalleyPackageSummary) summary = g_new0 (GalleyPackageSummary, 1);
  g_autoptr (GHashTable) seals = g_hash_table_new (g_str_hash, g_str_equal);
  Examination examination = { summary, seals };
  gboolean done;

  summary->seals = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_seal_free);
  if (manifest == NULL)
    return NULL;

  summary->application = g_strdup (manifest->application);
  summary->is_whole = manifest->is_whole;
  summary->n_articles = manifest->articles->len;
  done = galley_package_read_journal (file, manifest, count_event, &examination, error);
  collect_seals (&examination);

  return done && galley_package_read_blobs (file, manifest, count_blob, &examination, error)
             ? g_steal_pointer (&summary)
             : NULL;
}
