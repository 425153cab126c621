/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-package-zip.h"

#include "galley-package-limits.h"
#include "galley-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

/* The archive is read by its directory, and each local header has to say the same. Archives that
 * other programs packed again are let through as long as they use nothing but what is written of
 * the format in galley-package-sink.c, or members that are stored as they are, and sizes within the
 * headers. There is nothing before the first member, between two, or after the end. */

#define LOCAL_HEADER 0x04034b50
#define DIRECTORY_HEADER 0x02014b50
#define DIRECTORY_END 0x06054b50
#define LOCAL_BYTES 30
#define DIRECTORY_BYTES 46
#define END_BYTES 22
#define IS_ENCRYPTED 0x2041 /* flags: in either of two ways, or with a masked directory */
#define PIECE_BYTES (64 * 1024)

typedef struct
{
  char *name;
  guint method;
  guint32 crc;
  guint32 packed_bytes;
  guint32 size_bytes;
  guint32 offset_bytes; /* of the local header */
} Member;

struct _GalleyPackageFile
{
  GBytes *bytes;
  const guint8 *data;
  gsize size_bytes;
  GArray *members;     /* (element-type Member) */
  GHashTable *by_name; /* name to position + 1 */
};

static guint32
get (const guint8 *at, guint n_bytes)
{
  guint32 number = 0;

  for (guint i = n_bytes; i > 0; i--)
    number = number << 8 | at[i - 1];
  return number;
}

static void
clear_member (gpointer member)
{
  g_free (((Member *) member)->name);
}

void
galley_package_file_free (GalleyPackageFile *self)
{
  g_hash_table_unref (self->by_name);
  g_array_unref (self->members);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED, message);
  return FALSE;
}

static gboolean
is_name_allowed (const char *name)
{
  const char *digits = name + strlen ("blobs/");

  if (g_str_equal (name, "manifest.json") || g_str_equal (name, "journal.jsonl"))
    return TRUE;
  return g_str_has_prefix (name, "blobs/") && strlen (digits) == 64 &&
         strspn (digits, "0123456789abcdef") == 64;
}

static gboolean
check_member (GalleyPackageFile *self, const Member *member, guint flags, GError **error)
{
  if (flags & IS_ENCRYPTED)
    return fail (error, _ ("The package is encrypted"));
  if (!is_name_allowed (member->name))
    return fail (error, _ ("The package has a file in it that does not belong there"));
  if (g_hash_table_contains (self->by_name, member->name))
    return fail (error, _ ("The package has two files of one name"));
  if ((member->method != 0 && member->method != Z_DEFLATED) ||
      (member->method == 0 && member->packed_bytes != member->size_bytes))
    return fail (error, _ ("The package is damaged, or packed in an unknown way"));
  if (member->size_bytes > GALLEY_PACKAGE_ANY_RATIO_BYTES &&
      member->size_bytes / GALLEY_PACKAGE_MAX_RATIO > member->packed_bytes)
    return fail (error, _ ("The package is packed so tightly that it must be a trap"));

  return TRUE;
}

/* Reads the entry of the directory at *@at, and moves on. */
static gboolean
read_entry (GalleyPackageFile *self, gsize *at, gsize end, GError **error)
{
  const guint8 *entry = self->data + *at;
  Member member = { NULL };
  gsize name_bytes, more_bytes;

  if (end - *at < DIRECTORY_BYTES || get (entry, 4) != DIRECTORY_HEADER)
    return fail (error, _ ("The package is damaged or incomplete"));
  name_bytes = get (entry + 28, 2);
  more_bytes = get (entry + 30, 2) + get (entry + 32, 2);
  if (end - *at - DIRECTORY_BYTES < name_bytes + more_bytes)
    return fail (error, _ ("The package is damaged or incomplete"));

  member.name = g_strndup ((const char *) entry + DIRECTORY_BYTES, name_bytes);
  member.method = get (entry + 10, 2);
  member.crc = get (entry + 16, 4);
  member.packed_bytes = get (entry + 20, 4);
  member.size_bytes = get (entry + 24, 4);
  member.offset_bytes = get (entry + 42, 4);
  g_array_append_val (self->members, member);
  if (!check_member (self, &member, get (entry + 8, 2), error))
    return FALSE;

  g_hash_table_insert (self->by_name, member.name, GUINT_TO_POINTER (self->members->len));
  *at += DIRECTORY_BYTES + name_bytes + more_bytes;
  return TRUE;
}

/* No bytes belong to two members: else a small file could unpack to many large ones. */
static gboolean
check_no_overlap (GalleyPackageFile *self, GError **error)
{
  guint64 sum_bytes = 0;

  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      sum_bytes += (guint64) LOCAL_BYTES + strlen (member->name) + member->packed_bytes;
    }

  return sum_bytes <= self->size_bytes ||
         fail (error, _ ("The package is damaged: its files overlap"));
}

static gboolean
read_directory (GalleyPackageFile *self, GError **error)
{
  const guint8 *end;
  gsize at, directory_end;
  guint n_members;

  if (self->size_bytes < END_BYTES)
    return fail (error, _ ("The package is damaged or incomplete"));
  directory_end = self->size_bytes - END_BYTES;
  end = self->data + directory_end;
  at = get (end + 16, 4);
  n_members = get (end + 10, 2);
  if (get (end, 4) != DIRECTORY_END || at > directory_end ||
      get (end + 12, 4) != directory_end - at || n_members > GALLEY_PACKAGE_MAX_MEMBERS)
    return fail (error, _ ("The package is damaged or incomplete"));

  for (guint i = 0; i < n_members; i++)
    if (!read_entry (self, &at, directory_end, error))
      return FALSE;
  if (at != directory_end)
    return fail (error, _ ("The package is damaged or incomplete"));

  return check_no_overlap (self, error);
}

/**
 * galley_package_file_new:
 * @bytes: a zip archive, which may be a file that is mapped into memory
 * @error: (out) (optional): #GALLEY_STORE_ERROR_DAMAGED
 *
 * Returns: (transfer full): the archive, or %NULL
 */
GalleyPackageFile *
galley_package_file_new (GBytes *bytes, GError **error)
{
  g_autoptr (GalleyPackageFile) self = g_new0 (GalleyPackageFile, 1);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size_bytes);
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, clear_member);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);

  return read_directory (self, error) ? g_steal_pointer (&self) : NULL;
}

guint
galley_package_file_get_n_members (GalleyPackageFile *self)
{
  return self->members->len;
}

/**
 * galley_package_file_get_name:
 *
 * Returns: (transfer none): name of the member at @position
 */
const char *
galley_package_file_get_name (GalleyPackageFile *self, guint position)
{
  return g_array_index (self->members, Member, position).name;
}

gboolean
galley_package_file_has (GalleyPackageFile *self, const char *name)
{
  return g_hash_table_contains (self->by_name, name);
}

/* Where the packed bytes of @member begin; %NULL if its local header says something else. */
static const guint8 *
find_data (GalleyPackageFile *self, const Member *member)
{
  const guint8 *local = self->data + member->offset_bytes;
  gsize left_bytes, header_bytes;

  if (member->offset_bytes > self->size_bytes ||
      (left_bytes = self->size_bytes - member->offset_bytes) < LOCAL_BYTES ||
      get (local, 4) != LOCAL_HEADER || (get (local + 6, 2) & IS_ENCRYPTED) != 0 ||
      get (local + 8, 2) != member->method || get (local + 26, 2) != strlen (member->name))
    return NULL;

  header_bytes = (gsize) LOCAL_BYTES + get (local + 26, 2) + get (local + 28, 2);
  if (left_bytes < header_bytes || left_bytes - header_bytes < member->packed_bytes ||
      memcmp (local + LOCAL_BYTES, member->name, strlen (member->name)) != 0)
    return NULL;

  return local + header_bytes;
}

/* A member that is being unpacked. */
typedef struct
{
  const Member *member;
  GalleyPackageFunc func;
  gpointer user_data;
  GChecksum *checksum;
  guint32 crc;
  guint64 size_bytes;
} Unpacking;

static gboolean
hand_on (Unpacking *unpacking, const guint8 *piece, gsize size_bytes, GError **error)
{
  unpacking->size_bytes += size_bytes;
  if (unpacking->size_bytes > unpacking->member->size_bytes)
    return fail (error, _ ("The package is damaged: a file in it is longer than it says"));

  g_checksum_update (unpacking->checksum, piece, size_bytes);
  unpacking->crc = crc32 (unpacking->crc, piece, size_bytes);
  return unpacking->func (piece, size_bytes, unpacking->user_data, error);
}

static gboolean
inflate_all (Unpacking *unpacking, const guint8 *packed, GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE_BYTES);
  z_stream inflater = { .next_in = (guint8 *) packed, .avail_in = unpacking->member->packed_bytes };
  int result;
  gboolean done = TRUE;

  if (inflateInit2 (&inflater, -MAX_WBITS) != Z_OK)
    g_error ("Not enough memory to unpack a file");
  do
    {
      inflater.next_out = piece;
      inflater.avail_out = PIECE_BYTES;
      result = inflate (&inflater, Z_NO_FLUSH);
      if (result == Z_OK || result == Z_STREAM_END)
        done = hand_on (unpacking, piece, PIECE_BYTES - inflater.avail_out, error);
    }
  while (done && result == Z_OK);
  inflateEnd (&inflater);

  return done && ((result == Z_STREAM_END && inflater.avail_in == 0) ||
                  fail (error, _ ("The package is damaged or incomplete")));
}

/**
 * galley_package_file_unpack:
 * @name: a member
 * @max_bytes: how large it may be
 * @func: is given the member's bytes, piece by piece
 * @error: (out) (optional): #GALLEY_STORE_ERROR_DAMAGED, or what @func says
 *
 * Returns: (transfer full): SHA-256 of the member, hexadecimal; or %NULL
 */
char *
galley_package_file_unpack (GalleyPackageFile *self,
                            const char *name,
                            guint64 max_bytes,
                            GalleyPackageFunc func,
                            gpointer user_data,
                            GError **error)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, name));
  const Member *member = position > 0 ? &g_array_index (self->members, Member, position - 1) : NULL;
  const guint8 *packed = member != NULL ? find_data (self, member) : NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  Unpacking unpacking = { member, func, user_data, checksum, 0, 0 };

  if (packed == NULL)
    {
      fail (error, _ ("The package is damaged or incomplete"));
      return NULL;
    }
  if (member->size_bytes > max_bytes)
    {
      fail (error, _ ("The package has a file in it that is too large"));
      return NULL;
    }
  if (!(member->method == Z_DEFLATED ? inflate_all (&unpacking, packed, error)
                                     : hand_on (&unpacking, packed, member->packed_bytes, error)))
    return NULL;
  if (unpacking.size_bytes != member->size_bytes || unpacking.crc != member->crc)
    {
      fail (error, _ ("The package is damaged: a file in it is not what it was"));
      return NULL;
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
append_piece (const guint8 *piece, gsize size_bytes, gpointer user_data, GError **error)
{
  g_byte_array_append (user_data, piece, size_bytes);
  return TRUE;
}

/**
 * galley_package_file_read:
 * @name: a member
 * @max_bytes: how large it may be
 * @out_sha256: (out): SHA-256 of it, hexadecimal
 *
 * Returns: (transfer full): the whole member; or %NULL
 */
GBytes *
galley_package_file_read (GalleyPackageFile *self,
                          const char *name,
                          guint64 max_bytes,
                          char **out_sha256,
                          GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree char *sha256 =
      galley_package_file_unpack (self, name, max_bytes, append_piece, content, error);

  if (sha256 == NULL)
    return NULL;

  *out_sha256 = g_steal_pointer (&sha256);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}
