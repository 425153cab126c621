/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-zip-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

/*
 * The format is PKWARE's, without what office documents do not need: a local header before the
 * data of each member, a directory of all of them, and an end that says where the directory is. All
 * numbers are little-endian. Sizes are known before a header is written, so nothing follows the
 * data, and no header has an extra field: who recognises an OpenDocument by its first member looks
 * for the member's bytes at a fixed place. Without the extension for large archives a size or an
 * offset is below 4 GiB, and there are fewer than 65536 members.
 */

#define LOCAL_HEADER 0x04034b50
#define DIRECTORY_HEADER 0x02014b50
#define DIRECTORY_END 0x06054b50

#define VERSION 20         /* what understands deflated members */
#define UTF8_NAMES 0x0800  /* in the flags: so are the names */
#define MIDNIGHT 0         /* the time of each member */
#define NEW_YEAR_1980 0x21 /* its date: the first there is */

#define MAX_BYTES G_MAXUINT32

/* Markup that repeats itself is packed to a twentieth; more effort takes twice as long for little.
 */
#define EFFORT 3
#define CHUNK_BYTES (64 * 1024)

typedef struct
{
  char *name;
  gboolean is_deflated;
  guint32 crc;
  guint64 packed_bytes;
  guint64 size_bytes;
  guint64 offset_bytes;
} Member;

struct _GalleyZipWriter
{
  GByteArray *out;
  GArray *members; /* (element-type Member) */
  gboolean is_too_large;
};

static void
clear_member (gpointer member)
{
  g_free (((Member *) member)->name);
}

/**
 * galley_zip_writer_new:
 *
 * Returns: (transfer full): an archive without members
 */
GalleyZipWriter *
galley_zip_writer_new (void)
{
  GalleyZipWriter *self = g_new0 (GalleyZipWriter, 1);

  self->out = g_byte_array_new ();
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, clear_member);

  return self;
}

void
galley_zip_writer_free (GalleyZipWriter *self)
{
  g_clear_pointer (&self->out, g_byte_array_unref);
  g_array_unref (self->members);
  g_free (self);
}

static void
put (GByteArray *out, guint64 number, guint n_bytes)
{
  guint8 bytes[4];

  for (guint i = 0; i < n_bytes; i++)
    bytes[i] = (number >> (8 * i)) & 0xff;
  g_byte_array_append (out, bytes, n_bytes);
}

/* What a local header and an entry of the directory have in common. */
static void
put_description (GByteArray *out, const Member *member)
{
  put (out, VERSION, 2);
  put (out, UTF8_NAMES, 2);
  put (out, member->is_deflated ? Z_DEFLATED : 0, 2);
  put (out, MIDNIGHT, 2);
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

static void
add_member (GalleyZipWriter *self, Member *member, const guint8 *packed)
{
  member->offset_bytes = self->out->len;
  if (member->size_bytes > MAX_BYTES || member->packed_bytes > MAX_BYTES / 2 ||
      member->offset_bytes > MAX_BYTES / 2)
    self->is_too_large = TRUE;
  g_array_append_val (self->members, *member);
  if (self->is_too_large)
    return;

  put (self->out, LOCAL_HEADER, 4);
  put_description (self->out, member);
  put_name (self->out, member);
  g_byte_array_append (self->out, packed, member->packed_bytes);
}

/**
 * galley_zip_writer_store:
 * @name: of the member, with "/" after each folder
 * @text: what it holds, NUL-terminated
 *
 * Adds a member as it is.
 */
void
galley_zip_writer_store (GalleyZipWriter *self, const char *name, const char *text)
{
  gsize size_bytes = strlen (text);
  Member member = { .name = g_strdup (name),
                    .crc = crc32_z (0, (const Bytef *) text, size_bytes),
                    .packed_bytes = size_bytes,
                    .size_bytes = size_bytes };

  add_member (self, &member, (const guint8 *) text);
}

/* Packs chunk by chunk, while each is at hand for its check sum, too. */
static void
deflate_piece (z_stream *stream,
               const GalleyZipPiece *pieces,
               guint piece,
               guint n_pieces,
               Member *member)
{
  const Bytef *bytes = (const Bytef *) pieces[piece].bytes;
  gsize left_bytes = pieces[piece].size_bytes;

  do
    {
      gsize n = MIN (left_bytes, CHUNK_BYTES);
      gboolean is_last = n == left_bytes && piece + 1 == n_pieces;

      member->crc = crc32_z (member->crc, bytes, n);
      stream->next_in = (Bytef *) bytes;
      stream->avail_in = n;
      deflate (stream, is_last ? Z_FINISH : Z_NO_FLUSH);
      g_assert (stream->avail_in == 0);
      bytes += n;
      left_bytes -= n;
    }
  while (left_bytes > 0);
}

/* Returns (transfer full) what becomes of the bytes, of which there are less than 4 GiB. */
static guint8 *
deflate_all (const GalleyZipPiece *pieces, guint n_pieces, Member *member)
{
  z_stream stream = { 0 };
  guint8 *packed;
  gsize bound_bytes;
  int result =
      deflateInit2 (&stream, EFFORT, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);

  g_assert (result == Z_OK);
  bound_bytes = deflateBound (&stream, member->size_bytes);
  packed = g_malloc (bound_bytes);
  stream.next_out = packed;
  stream.avail_out = MIN (bound_bytes, G_MAXUINT);
  for (guint i = 0; i < n_pieces; i++)
    deflate_piece (&stream, pieces, i, n_pieces, member);
  member->packed_bytes = stream.total_out;
  deflateEnd (&stream);

  return packed;
}

/**
 * galley_zip_writer_add:
 * @name: of the member, with "/" after each folder
 * @pieces: (array length=n_pieces): what it holds, one behind the other
 * @n_pieces: how many; at least one
 *
 * Adds a member, deflated.
 */
void
galley_zip_writer_add (GalleyZipWriter *self,
                       const char *name,
                       const GalleyZipPiece *pieces,
                       guint n_pieces)
{
  Member member = { .name = g_strdup (name), .is_deflated = TRUE };
  g_autofree guint8 *packed = NULL;

  for (guint i = 0; i < n_pieces; i++)
    member.size_bytes += pieces[i].size_bytes;
  if (member.size_bytes <= MAX_BYTES / 2)
    packed = deflate_all (pieces, n_pieces, &member);
  else
    self->is_too_large = TRUE;
  add_member (self, &member, packed);
}

static void
put_directory (GalleyZipWriter *self)
{
  guint64 offset_bytes = self->out->len, size_bytes;

  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      put (self->out, DIRECTORY_HEADER, 4);
      put (self->out, VERSION, 2);
      put_description (self->out, member);
      put (self->out, /* size of the comment: */ 0, 2);
      put (self->out, /* disk: */ 0, 2);
      put (self->out, /* internal attributes: */ 0, 2);
      put (self->out, /* external attributes: */ 0, 4);
      put (self->out, member->offset_bytes, 4);
      put_name (self->out, member);
    }
  size_bytes = self->out->len - offset_bytes;

  put (self->out, DIRECTORY_END, 4);
  put (self->out, /* this disk, and that of the directory: */ 0, 4);
  put (self->out, self->members->len, 2);
  put (self->out, self->members->len, 2);
  put (self->out, size_bytes, 4);
  put (self->out, offset_bytes, 4);
  put (self->out, /* size of the comment: */ 0, 2);
}

/**
 * galley_zip_writer_finish:
 * @error: (out) (optional): %G_IO_ERROR_NO_SPACE if the format cannot hold so much
 *
 * Returns: (transfer full): the archive, to which nothing more may be added; %NULL on error
 */
GBytes *
galley_zip_writer_finish (GalleyZipWriter *self, GError **error)
{
  if (self->is_too_large || self->members->len > G_MAXUINT16)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _ ("The article is too large for a file of this format"));
      return NULL;
    }

  put_directory (self);
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->out));
}
