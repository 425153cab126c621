/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-package-read.h"

#include "galley-digest.h"

#include "galley-kinds.h"
#include "galley-package-limits.h"
#include "galley-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where a replica's chain has come to. */
typedef struct
{
  gint64 seq;
  char *chain;
} End;

/* A journal that is being read. */
typedef struct
{
  GalleyPackageManifest *manifest;
  GHashTable *ends; /* replica to End */
  GHashTable *gaps; /* "replica:seq" to chain, those that were not met yet */
  GString *line;    /* what is there of the next one */
  gint64 last_clock;
  char *last_replica;   /* nullable */
  GHashTable *purged;   /* ids of purged articles and sources */
  GHashTable *bodiless; /* article and subject of events that have lost their bodies, as one key */
  char *name;           /* (nullable) of the event that was last named */
  GalleyPackageEventFunc func;
  gpointer user_data;
} Reading;

static void
end_free (gpointer data)
{
  End *end = data;

  g_free (end->chain);
  g_free (end);
}

static char *
identify (const char *replica, gint64 seq)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, replica, seq);
}

static void
reading_init (Reading *self, GalleyPackageManifest *manifest)
{
  self->manifest = manifest;
  self->ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, end_free);
  self->gaps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->line = g_string_new (NULL);
  self->purged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->bodiless = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < manifest->gaps->len; i++)
    {
      const GalleyPackageGap *gap = g_ptr_array_index (manifest->gaps, i);

      g_hash_table_insert (self->gaps, identify (gap->replica, gap->seq), gap->chain);
    }
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->ends, g_hash_table_unref);
  g_clear_pointer (&self->gaps, g_hash_table_unref);
  g_clear_pointer (&self->purged, g_hash_table_unref);
  g_clear_pointer (&self->bodiless, g_hash_table_unref);
  g_clear_pointer (&self->last_replica, g_free);
  g_clear_pointer (&self->name, g_free);
  if (self->line != NULL)
    g_string_free (g_steal_pointer (&self->line), TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED, message);
  return FALSE;
}

/* The event's identity, for a sentence; good until the next one. */
static const char *
name_of (Reading *self, const GalleyEvent *event)
{
  g_free (self->name);
  self->name = identify (event->replica, event->seq);
  return self->name;
}

static gboolean
check_kind (const GalleyEvent *event, GError **error)
{
  if (galley_kind_find (event->kind) != NULL)
    return TRUE;

  g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NEWER,
               _ ("The package holds an event of the unknown kind “%s”, so a newer version of "
                  "Galley wrote it"),
               event->kind);
  return FALSE;
}

static gboolean
check_order (Reading *self, const GalleyEvent *event, GError **error)
{
  if (event->clock < self->last_clock ||
      (event->clock == self->last_clock && g_strcmp0 (event->replica, self->last_replica) <= 0))
    return fail (error, _ ("Event %s of the package is not in its place"), name_of (self, event));
  /* A wrong clock is no reason to keep somebody's work out: see galley_clock_next(). */
  if (event->clock < 0 || event->clock >> 16 >= GALLEY_CLOCK_LAST_MS)
    return fail (error, _ ("Event %s of the package is of a time that no clock shows"),
                 name_of (self, event));

  self->last_clock = event->clock;
  if (g_strcmp0 (self->last_replica, event->replica) != 0)
    {
      g_free (self->last_replica);
      self->last_replica = g_strdup (event->replica);
    }
  return TRUE;
}

/* The chain value that @event has to follow from; %NULL if there is none. */
static const char *
find_previous (Reading *self, const GalleyEvent *event, const End *end)
{
  g_autofree char *before = NULL;
  const char *chain;

  if (end != NULL && end->seq + 1 == event->seq)
    return end->chain;
  if (end != NULL && end->seq >= event->seq)
    return NULL;
  if (event->seq == 1)
    return GALLEY_EVENT_FIRST_CHAIN;

  before = identify (event->replica, event->seq - 1);
  chain = g_hash_table_lookup (self->gaps, before);
  g_hash_table_remove (self->gaps, before);
  return chain;
}

static gboolean
check_chain (Reading *self, const GalleyPackageLine *line, GError **error)
{
  const GalleyEvent *event = &line->event;
  End *end = g_hash_table_lookup (self->ends, event->replica);
  const char *previous = find_previous (self, event, end);
  g_autofree char *chain = NULL;

  if (previous == NULL)
    return fail (error, _ ("The package lacks what comes before event %s"), name_of (self, event));
  chain = galley_event_chain (event, line->digest, previous);
  if (!g_str_equal (chain, line->chain))
    return fail (error, _ ("Event %s of the package does not follow from the one before it"),
                 name_of (self, event));

  if (end == NULL)
    {
      end = g_new0 (End, 1);
      g_hash_table_insert (self->ends, g_strdup (event->replica), end);
    }
  end->seq = event->seq;
  g_free (end->chain);
  end->chain = g_steal_pointer (&chain);
  return TRUE;
}

static gboolean
check_body (Reading *self, const GalleyPackageLine *line, GError **error)
{
  const GalleyEvent *event = &line->event;
  g_autofree char *digest = NULL;

  if (g_str_has_suffix (event->kind, ".purge"))
    g_hash_table_add (self->purged, g_strdup (event->subject));
  if (event->body == NULL)
    {
      g_hash_table_add (self->bodiless, g_strconcat (event->article != NULL ? event->article : "",
                                                     " ", event->subject, NULL));
      return TRUE;
    }

  digest = galley_event_digest (event);
  return g_str_equal (digest, line->digest) ||
         fail (error, _ ("Event %s of the package was changed after it was written"),
               name_of (self, event));
}

static gboolean
take_line (Reading *self, const char *text, gsize size_bytes, GError **error)
{
  g_auto (GalleyPackageLine) line = { .texts = NULL };

  if (!galley_package_line_parse (text, size_bytes, &line))
    return fail (error, _ ("The package’s journal has a line that is no event"));

  return check_kind (&line.event, error) && check_order (self, &line.event, error) &&
         check_body (self, &line, error) && check_chain (self, &line, error) &&
         self->func (&line, self->user_data, error);
}

/* For galley_package_file_unpack(): cuts the journal into lines. */
static gboolean
take_piece (const guint8 *piece, gsize size_bytes, gpointer user_data, GError **error)
{
  Reading *self = user_data;
  const guint8 *end;

  while ((end = memchr (piece, '\n', size_bytes)) != NULL)
    {
      gsize line_bytes = end - piece;

      g_string_append_len (self->line, (const char *) piece, line_bytes);
      if (!take_line (self, self->line->str, self->line->len, error))
        return FALSE;
      g_string_truncate (self->line, 0);
      piece += line_bytes + 1;
      size_bytes -= line_bytes + 1;
    }

  g_string_append_len (self->line, (const char *) piece, size_bytes);
  return self->line->len <= GALLEY_PACKAGE_MAX_LINE_BYTES ||
         fail (error, _ ("The package’s journal has a line that is too long"));
}

/* An event loses its body by a purge only. */
static gboolean
check_purged (Reading *self, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->bodiless);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const char *subject = strchr (key, ' ');
      g_autofree char *article = g_strndup (key, subject - (const char *) key);

      if (!g_hash_table_contains (self->purged, article) &&
          !g_hash_table_contains (self->purged, subject + 1))
        return fail (error, _ ("An event of the package has lost its content"));
    }

  return TRUE;
}

static gboolean
check_end (Reading *self, const char *sha256, GError **error)
{
  if (g_strcmp0 (g_hash_table_lookup (self->manifest->digests, GALLEY_PACKAGE_JOURNAL), sha256) !=
      0)
    return fail (error, _ ("The package’s journal is not the one that its manifest lists"));
  if (self->line->len > 0)
    return fail (error, _ ("The package’s journal is incomplete"));
  if (g_hash_table_size (self->gaps) > 0)
    return fail (error, _ ("The package’s manifest does not fit its journal"));

  return check_purged (self, error);
}

/**
 * galley_package_read_journal:
 * @manifest: of @file
 * @func: is given each event that fits those before. What comes of it counts only if all is read
 * @error: (out) (optional): #GALLEY_STORE_ERROR_DAMAGED, #GALLEY_STORE_ERROR_NEWER
 *
 * Reads the journal of a package, a line at a time: each event is of a known kind, in its place,
 * has the body that its digest says and follows from the event of its replica before it.
 *
 * Returns: whether the journal is sound
 */
gboolean
galley_package_read_journal (GalleyPackageFile *file,
                             GalleyPackageManifest *manifest,
                             GalleyPackageEventFunc func,
                             gpointer user_data,
                             GError **error)
{
  g_auto (Reading) reading = { .func = func, .user_data = user_data };
  g_autofree char *sha256 = NULL;

  reading_init (&reading, manifest);
  sha256 = galley_package_file_unpack (
      file, GALLEY_PACKAGE_JOURNAL, GALLEY_PACKAGE_MAX_JOURNAL_BYTES, take_piece, &reading, error);

  return sha256 != NULL && check_end (&reading, sha256, error);
}

/**
 * galley_package_read_blobs:
 * @manifest: of @file
 * @func: is given each blob
 * @error: (out) (optional): #GALLEY_STORE_ERROR_DAMAGED
 *
 * Reads the files of a package, one at a time.
 *
 * Returns: whether each is what the manifest, and its name, says
 */
gboolean
galley_package_read_blobs (GalleyPackageFile *file,
                           GalleyPackageManifest *manifest,
                           GalleyPackageBlobFunc func,
                           gpointer user_data,
                           GError **error)
{
  for (guint i = 0; i < galley_package_file_get_n_members (file); i++)
    {
      const char *name = galley_package_file_get_name (file, i);
      const char *said = name + strlen (GALLEY_PACKAGE_BLOBS);
      g_autofree char *sha256 = NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (!g_str_has_prefix (name, GALLEY_PACKAGE_BLOBS))
        continue;
      bytes = galley_package_file_read (file, name, GALLEY_PACKAGE_MAX_BLOB_BYTES, &sha256, error);
      if (bytes == NULL)
        return FALSE;
      if (!g_str_equal (sha256, said) ||
          g_strcmp0 (sha256, g_hash_table_lookup (manifest->digests, name)) != 0)
        return fail (error, _ ("The file %s of the package is not what it was"), said);
      if (!func (said, bytes, user_data, error))
        return FALSE;
    }

  return TRUE;
}
