/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-zip.h"

#include "galley-import.h"
#include "galley-limits.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Only the directory at the archive's end is believed: an archive without one was cut off. Its
 * order is that of the members' places in the file, and a member is found again by its index. */

#define CHUNK_BYTES (64 * 1024)

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

struct _GalleyZip
{
  GBytes *bytes;
  char *label;
  GPtrArray *names;    /* (element-type utf8), NULL-terminated once it is open */
  GHashTable *indexes; /* (element-type utf8 guint) of the member in the archive */
  GHashTable *folded;  /* (element-type utf8 utf8) names by themselves in lower case, or NULL */
  guint n_members;     /* in the archive, with those that have no name of their own */
  gsize total_bytes;   /* unpacked so far */
  Archive *archive;    /* that is open at @position, or NULL */
  guint position;      /* the member that comes next in @archive */
};

/**
 * galley_zip_recognise:
 * @bytes: any bytes
 *
 * Returns: whether they begin as a zip archive with members does
 */
gboolean
galley_zip_recognise (GBytes *bytes)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);

  return length_bytes > 4 && memcmp (data, "PK\x03\x04", 4) == 0;
}

static void
set_damaged (GalleyZip *self, GError **error)
{
  g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
               _ ("“%s” is damaged: it was cut off or changed on its way"), self->label);
}

static void
set_too_large (GalleyZip *self, GError **error)
{
  g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_TOO_LARGE,
               _ ("“%s” unpacks to more than Galley reads"), self->label);
}

static Archive *
open_archive (GalleyZip *self)
{
  g_autoptr (Archive) archive = archive_read_new ();
  gsize length_bytes;
  const void *data = g_bytes_get_data (self->bytes, &length_bytes);

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, data, length_bytes) != ARCHIVE_OK)
    return NULL;

  return g_steal_pointer (&archive);
}

/* Some programs write the other kind of slash, or one in front. */
static char *
dup_name (struct archive_entry *entry)
{
  const char *raw = archive_entry_pathname_utf8 (entry);
  char *name;

  if (raw == NULL)
    raw = archive_entry_pathname (entry);
  if (raw == NULL || !g_utf8_validate (raw, -1, NULL))
    return NULL;

  name = g_strdelimit (g_strdup (raw), "\\", '/');
  while (*name == '/')
    memmove (name, name + 1, strlen (name));

  return name;
}

static void
add_member (GalleyZip *self, struct archive_entry *entry)
{
  g_autofree char *name = dup_name (entry);
  guint index = self->n_members++;

  if (name == NULL || *name == '\0' || g_hash_table_contains (self->indexes, name))
    return;

  g_hash_table_insert (self->indexes, name, GUINT_TO_POINTER (index));
  g_ptr_array_add (self->names, g_steal_pointer (&name));
}

static gboolean
list_members (GalleyZip *self, GError **error)
{
  g_autoptr (Archive) archive = open_archive (self);
  struct archive_entry *entry;
  int status = ARCHIVE_FATAL;

  while (archive != NULL && ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK ||
                             status == ARCHIVE_WARN))
    {
      if (self->n_members == GALLEY_ZIP_MAX_MEMBERS)
        {
          set_too_large (self, error);
          return FALSE;
        }
      add_member (self, entry);
    }
  if (status != ARCHIVE_EOF)
    {
      set_damaged (self, error);
      return FALSE;
    }

  g_ptr_array_add (self->names, NULL);
  return TRUE;
}

/**
 * galley_zip_open:
 * @bytes: the archive
 * @label: what to call it in an error
 * @error: (out) (optional): %GALLEY_IMPORT_ERROR_DAMAGED or %GALLEY_IMPORT_ERROR_TOO_LARGE
 *
 * Lists the members of an archive.
 *
 * Returns: (transfer full): the archive, or %NULL
 */
GalleyZip *
galley_zip_open (GBytes *bytes, const char *label, GError **error)
{
  g_autoptr (GalleyZip) self = g_new0 (GalleyZip, 1);

  self->bytes = g_bytes_ref (bytes);
  self->label = g_strdup (label);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->indexes = g_hash_table_new (g_str_hash, g_str_equal);
  if (!list_members (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
galley_zip_free (GalleyZip *self)
{
  g_clear_pointer (&self->archive, archive_read_free);
  g_bytes_unref (self->bytes);
  g_free (self->label);
  g_hash_table_unref (self->indexes);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_ptr_array_unref (self->names);
  g_free (self);
}

/**
 * galley_zip_get_names:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the members, each once, in the
 *   order of the archive, with "/" between folders
 */
const char *const *
galley_zip_get_names (GalleyZip *self)
{
  return (const char *const *) self->names->pdata;
}

static void
fold_names (GalleyZip *self)
{
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i + 1 < self->names->len; i++)
    {
      char *folded = g_ascii_strdown (self->names->pdata[i], -1);

      if (g_hash_table_contains (self->folded, folded))
        g_free (folded);
      else
        g_hash_table_insert (self->folded, folded, self->names->pdata[i]);
    }
}

/**
 * galley_zip_find:
 * @name: the name of a member
 *
 * Looks for a member by its name, first as it is written, then in any case of ASCII letters, as the
 * packages of office programs mean it.
 *
 * Returns: (transfer none) (nullable): the name as the archive writes it, %NULL if there is none
 */
const char *
galley_zip_find (GalleyZip *self, const char *name)
{
  gpointer own_name;
  g_autofree char *folded = NULL;

  if (g_hash_table_lookup_extended (self->indexes, name, &own_name, NULL))
    return own_name;

  if (self->folded == NULL)
    fold_names (self);
  folded = g_ascii_strdown (name, -1);
  return g_hash_table_lookup (self->folded, folded);
}

/**
 * galley_zip_resolve:
 * @folder: where @address stands: "" or the name of a folder with "/" at its end
 * @address: what a member says of where another one is, percent-encoded; it counts from @folder
 *   unless it begins with "/"
 *
 * Returns: (transfer full): the name of the member, which need not be there
 */
char *
galley_zip_resolve (const char *folder, const char *address)
{
  g_autofree char *unescaped = g_uri_unescape_string (address, NULL);
  const char *path = unescaped != NULL ? unescaped : address;
  g_autofree char *whole = g_strconcat (*path == '/' ? "" : folder, path, NULL);
  g_auto (GStrv) steps = g_strsplit (whole, "/", -1);
  g_autoptr (GPtrArray) way = g_ptr_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    if (strcmp (steps[i], "..") == 0)
      g_ptr_array_set_size (way, way->len > 0 ? way->len - 1 : 0);
    else if (*steps[i] != '\0' && strcmp (steps[i], ".") != 0)
      g_ptr_array_add (way, steps[i]);
  g_ptr_array_add (way, NULL);

  return g_strjoinv ("/", (char **) way->pdata);
}

/* Moves to the member of @index: forward from where the archive stands if it can, for each way from
 * the beginning costs a look at all members before. */
static struct archive_entry *
seek_member (GalleyZip *self, guint index)
{
  struct archive_entry *entry = NULL;

  if (self->archive == NULL || self->position > index)
    {
      g_clear_pointer (&self->archive, archive_read_free);
      self->archive = open_archive (self);
      self->position = 0;
    }

  while (self->archive != NULL && self->position <= index)
    {
      int status = archive_read_next_header (self->archive, &entry);

      if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
        return NULL;
      self->position++;
    }

  return entry;
}

static gboolean
is_too_large (GalleyZip *self, gsize member_bytes)
{
  return member_bytes > GALLEY_ZIP_MAX_MEMBER_BYTES ||
         self->total_bytes + member_bytes > GALLEY_ZIP_MAX_TOTAL_BYTES ||
         (member_bytes > GALLEY_ZIP_ANY_RATIO_BYTES &&
          member_bytes / GALLEY_ZIP_MAX_RATIO > g_bytes_get_size (self->bytes));
}

/* The size that the archive states is only a first guess at how much memory to take. */
static GBytes *
unpack (GalleyZip *self, gsize expected_bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_sized_new (MIN (expected_bytes, CHUNK_BYTES));
  gsize length_bytes;
  gssize n_read;
  guint8 *data;

  do
    {
      length_bytes = content->len;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_byte_array_set_size (content, length_bytes + CHUNK_BYTES);
      n_read = archive_read_data (self->archive, content->data + length_bytes, CHUNK_BYTES);
      if (n_read < 0)
        {
          set_damaged (self, error);
          return NULL;
        }
      g_byte_array_set_size (content, length_bytes + n_read);
      if (is_too_large (self, content->len))
        {
          set_too_large (self, error);
          return NULL;
        }
    }
  while (n_read > 0);

  /* A book keeps very many members, of which most are smaller than a chunk. */
  self->total_bytes += content->len;
  data = g_byte_array_steal (content, &length_bytes);
  return g_bytes_new_take (g_realloc (data, length_bytes), length_bytes);
}

/**
 * galley_zip_read:
 * @name: a name that galley_zip_find() gave
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): a #GalleyImportError; %GALLEY_IMPORT_ERROR_UNSUPPORTED if the member is
 *   protected with a password
 *
 * Unpacks a member.
 *
 * Returns: (transfer full): its content, or %NULL
 */
GBytes *
galley_zip_read (GalleyZip *self, const char *name, GCancellable *cancellable, GError **error)
{
  struct archive_entry *entry = NULL;
  gpointer index;

  if (g_hash_table_lookup_extended (self->indexes, name, NULL, &index))
    entry = seek_member (self, GPOINTER_TO_UINT (index));
  if (entry == NULL)
    {
      set_damaged (self, error);
      return NULL;
    }
  if (archive_entry_is_encrypted (entry))
    {
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_UNSUPPORTED,
                   _ ("“%s” is protected with a password, so Galley cannot read it"), self->label);
      return NULL;
    }

  return unpack (self, archive_entry_size (entry), cancellable, error);
}
