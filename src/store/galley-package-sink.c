/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-package-zip.h"

#include "galley-package-limits.h"
#include "galley-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

/* The format is PKWARE's: before the data of each member a local header, after them their sizes,
 * which are not known before, at the end a directory of all members, and an end that says where the
 * directory is. All numbers are little-endian. All members are deflated and of the first midnight
 * that the format knows, so that nothing depends on when a package is written. Without the
 * extension for large archives a size or an offset is below 4 GiB. */

#define LOCAL_HEADER 0x04034b50
#define DESCRIPTOR 0x08074b50
#define DIRECTORY_HEADER 0x02014b50
#define DIRECTORY_END 0x06054b50
#define VERSION 20
#define FLAGS 0x0808 /* sizes follow the data; names are UTF-8 */
#define NEW_YEAR_1980 0x21
#define EFFORT 3
#define PIECE_BYTES (64 * 1024)

typedef struct
{
  char *name;
  guint32 crc;
  guint64 packed_bytes;
  guint64 size_bytes;
  guint64 offset_bytes;
} Member;

struct _GalleyPackageSink
{
  GOutputStream *stream;
  GCancellable *cancellable; /* nullable */
  guint64 offset_bytes;
  GArray *members; /* (element-type Member), the last one is under way */

  /* Of the member that is under way. */
  z_stream deflater;
  GChecksum *checksum; /* (nullable) NULL between members */
  guint8 piece[PIECE_BYTES];
};

static void
clear_member (gpointer member)
{
  g_free (((Member *) member)->name);
}

/**
 * galley_package_sink_new:
 * @stream: where the archive goes
 *
 * Returns: (transfer full): an archive without members
 */
GalleyPackageSink *
galley_package_sink_new (GOutputStream *stream, GCancellable *cancellable)
{
  GalleyPackageSink *self = g_new0 (GalleyPackageSink, 1);

  self->stream = g_object_ref (stream);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, clear_member);

  return self;
}

void
galley_package_sink_free (GalleyPackageSink *self)
{
  if (self->checksum != NULL)
    deflateEnd (&self->deflater);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_array_unref (self->members);
  g_clear_object (&self->cancellable);
  g_object_unref (self->stream);
  g_free (self);
}

static gboolean
put_out (GalleyPackageSink *self, gconstpointer data, gsize size_bytes, GError **error)
{
  self->offset_bytes += size_bytes;
  return g_output_stream_write_all (self->stream, data, size_bytes, /* bytes_written= */ NULL,
                                    self->cancellable, error);
}

static void
put (GByteArray *out, guint64 number, guint n_bytes)
{
  guint8 bytes[4];

  for (guint i = 0; i < n_bytes; i++)
    bytes[i] = (number >> (8 * i)) & 0xff;
  g_byte_array_append (out, bytes, n_bytes);
}

/* What a local header and an entry of the directory have in common, sizes being @member's. */
static void
put_description (GByteArray *out, const Member *member)
{
  put (out, VERSION, 2);
  put (out, FLAGS, 2);
  put (out, Z_DEFLATED, 2);
  put (out, /* time: */ 0, 2);
  put (out, NEW_YEAR_1980, 2);
  put (out, member->crc, 4);
  put (out, member->packed_bytes, 4);
  put (out, member->size_bytes, 4);
  put (out, strlen (member->name), 2);
  put (out, /* size of the extra field: */ 0, 2);
}

static void
put_name (GByteArray *out, const Member *member)
{
  g_byte_array_append (out, (const guint8 *) member->name, strlen (member->name));
}

/**
 * galley_package_sink_begin:
 * @name: name of a member that the archive does not have yet
 *
 * Returns: whether what is written from now on belongs to that member
 */
gboolean
galley_package_sink_begin (GalleyPackageSink *self, const char *name, GError **error)
{
  Member member = { .name = g_strdup (name), .offset_bytes = self->offset_bytes };
  g_autoptr (GByteArray) header = g_byte_array_new ();

  g_assert (self->checksum == NULL);

  g_array_append_val (self->members, member);
  put (header, LOCAL_HEADER, 4);
  put_description (header, &member);
  put_name (header, &member);

  memset (&self->deflater, 0, sizeof self->deflater);
  if (deflateInit2 (&self->deflater, EFFORT, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    g_error ("Not enough memory to pack a file");
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  return put_out (self, header->data, header->len, error);
}

/* Gives the deflater what it is to pack, and writes what comes out. */
static gboolean
deflate_on (GalleyPackageSink *self, int flush, GError **error)
{
  Member *member = &g_array_index (self->members, Member, self->members->len - 1);
  int result;

  do
    {
      gsize packed_bytes;

      self->deflater.next_out = self->piece;
      self->deflater.avail_out = PIECE_BYTES;
      result = deflate (&self->deflater, flush);
      packed_bytes = PIECE_BYTES - self->deflater.avail_out;
      member->packed_bytes += packed_bytes;
      if (packed_bytes > 0 && !put_out (self, self->piece, packed_bytes, error))
        return FALSE;
    }
  while (flush == Z_FINISH ? result != Z_STREAM_END : self->deflater.avail_out == 0);

  return TRUE;
}

/**
 * galley_package_sink_write:
 * @data: the next bytes of the member
 *
 * Returns: whether they were written
 */
gboolean
galley_package_sink_write (GalleyPackageSink *self,
                           gconstpointer data,
                           gsize size_bytes,
                           GError **error)
{
  Member *member = &g_array_index (self->members, Member, self->members->len - 1);
  const guint8 *bytes = data;

  while (size_bytes > 0)
    {
      gsize now_bytes = MIN (size_bytes, (gsize) G_MAXINT32);

      g_checksum_update (self->checksum, bytes, now_bytes);
      member->crc = crc32 (member->crc, bytes, now_bytes);
      member->size_bytes += now_bytes;
      self->deflater.next_in = (guint8 *) bytes;
      self->deflater.avail_in = now_bytes;
      if (!deflate_on (self, Z_NO_FLUSH, error))
        return FALSE;
      bytes += now_bytes;
      size_bytes -= now_bytes;
    }

  return TRUE;
}

static gboolean
check_size (GalleyPackageSink *self, const Member *member, GError **error)
{
  if (self->offset_bytes <= G_MAXUINT32 && member->size_bytes <= G_MAXUINT32 &&
      self->members->len <= GALLEY_PACKAGE_MAX_MEMBERS)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("A package can’t be larger than 4 GB; choose fewer articles"));
  return FALSE;
}

/**
 * galley_package_sink_end:
 *
 * Ends the member that is under way.
 *
 * Returns: (transfer full): SHA-256 of what was written to it, hexadecimal; or %NULL
 */
char *
galley_package_sink_end (GalleyPackageSink *self, GError **error)
{
  Member *member = &g_array_index (self->members, Member, self->members->len - 1);
  g_autoptr (GChecksum) checksum = NULL;
  g_autoptr (GByteArray) descriptor = g_byte_array_new ();
  gboolean done;

  self->deflater.avail_in = 0;
  done = deflate_on (self, Z_FINISH, error);
  deflateEnd (&self->deflater);
  checksum = g_steal_pointer (&self->checksum);
  if (!done || !check_size (self, member, error))
    return NULL;

  put (descriptor, DESCRIPTOR, 4);
  put (descriptor, member->crc, 4);
  put (descriptor, member->packed_bytes, 4);
  put (descriptor, member->size_bytes, 4);
  if (!put_out (self, descriptor->data, descriptor->len, error))
    return NULL;

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * galley_package_sink_finish:
 *
 * Writes the directory. The stream is not closed.
 *
 * Returns: whether the archive is complete
 */
gboolean
galley_package_sink_finish (GalleyPackageSink *self, GError **error)
{
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  guint64 start_bytes = self->offset_bytes;
  gsize size_bytes;

  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      put (directory, DIRECTORY_HEADER, 4);
      put (directory, VERSION, 2);
      put_description (directory, member);
      put (directory, /* size of the comment: */ 0, 2);
      put (directory, /* disk: */ 0, 2);
      put (directory, /* internal attributes: */ 0, 2);
      put (directory, /* external attributes: */ 0, 4);
      put (directory, member->offset_bytes, 4);
      put_name (directory, member);
    }
  size_bytes = directory->len;

  put (directory, DIRECTORY_END, 4);
  put (directory, /* disks: */ 0, 4);
  put (directory, self->members->len, 2);
  put (directory, self->members->len, 2);
  put (directory, size_bytes, 4);
  put (directory, start_bytes, 4);
  put (directory, /* size of the comment: */ 0, 2);

  return put_out (self, directory->data, directory->len, error);
}
