/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-zip.h"

#include "galley-import.h"
#include "galley-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

/* The form of an archive is told in PKWARE's APPNOTE.TXT: a header and the packed content for each
 * member, then the directory with an entry for each, then a record that says where the directory
 * is. Numbers have the lowest byte first. What is larger than its field stands elsewhere, in the
 * form that is called zip64.
 *
 * libarchive does all this, too, but brings libxml2 and with it ICU, and to load those takes longer
 * than to read most documents; minizip as Debian 12 has it reads no zip64.
 *
 * Only the directory is believed: an archive without one was cut off, and a header says nothing but
 * how long it is. Members are put in the order of their places in the file. */

#define END_SIGNATURE "PK\5\6"
#define END_BYTES 22
#define MAX_COMMENT_BYTES 65535 /* after the end record */
#define END64_SIGNATURE "PK\6\6"
#define END64_BYTES 56
#define LOCATOR_SIGNATURE "PK\6\7"
#define LOCATOR_BYTES 20 /* right before the end record */
#define ENTRY_SIGNATURE "PK\1\2"
#define ENTRY_BYTES 46
#define HEADER_SIGNATURE "PK\3\4"
#define HEADER_BYTES 30
#define SIGNATURE_BYTES 4

#define ELSEWHERE G_MAXUINT32 /* a size or a place that zip64 tells */
#define EXTRA_ZIP64 1
#define FLAG_ENCRYPTED 1

#define METHOD_STORED 0
#define METHOD_DEFLATED 8

/* Unpacked between two looks at whether somebody cancelled. */
#define SLICE_BYTES (1024 * 1024)

typedef struct
{
  char *name; /* or NULL if it has none that can be asked for */
  guint flags;
  guint method;
  guint32 checksum;
  guint64 packed_bytes;
  guint64 size_bytes;
  guint64 place; /* of its header in the archive */
} Member;

struct _GalleyZip
{
  GBytes *bytes;
  const guint8 *data; /* of @bytes */
  gsize length_bytes;
  char *label;
  GArray *members;    /* (element-type Member) in the order of their places */
  GPtrArray *names;   /* (element-type utf8) of members, NULL-terminated */
  GHashTable *index;  /* (element-type utf8 Member) */
  GHashTable *folded; /* (element-type utf8 utf8) names by themselves in lower case, or NULL */
  gsize total_bytes;  /* unpacked so far */
  gsize max_total_bytes;
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

static guint16
get_16 (const guint8 *at)
{
  return at[0] | at[1] << 8;
}

static guint32
get_32 (const guint8 *at)
{
  return get_16 (at) | (guint32) get_16 (at + 2) << 16;
}

static guint64
get_64 (const guint8 *at)
{
  return get_32 (at) | (guint64) get_32 (at + 4) << 32;
}

/* The record of @size_bytes at @place, or NULL if there is none that is whole. */
static const guint8 *
find_record (GalleyZip *self, guint64 place, const char *signature, gsize size_bytes)
{
  if (place > self->length_bytes || self->length_bytes - place < size_bytes ||
      memcmp (self->data + place, signature, SIGNATURE_BYTES) != 0)
    return NULL;

  return self->data + place;
}

/* The end record: the last one whose comment goes to the end of the archive at most. */
static const guint8 *
find_end (GalleyZip *self)
{
  for (gsize back = END_BYTES;
       back <= MIN (self->length_bytes, END_BYTES + (gsize) MAX_COMMENT_BYTES); back++)
    {
      const guint8 *end = find_record (self, self->length_bytes - back, END_SIGNATURE, END_BYTES);

      if (end != NULL && get_16 (end + 20) <= back - END_BYTES)
        return end;
    }

  return NULL;
}

/* Where the directory begins. */
static guint64
find_directory (GalleyZip *self, const guint8 *end)
{
  gsize end_place = end - self->data;
  const guint8 *locator = NULL, *end64 = NULL;

  if (get_32 (end + 16) != ELSEWHERE)
    return get_32 (end + 16);

  if (end_place >= LOCATOR_BYTES)
    locator = find_record (self, end_place - LOCATOR_BYTES, LOCATOR_SIGNATURE, LOCATOR_BYTES);
  if (locator != NULL)
    end64 = find_record (self, get_64 (locator + 8), END64_SIGNATURE, END64_BYTES);

  return end64 != NULL ? get_64 (end64 + 48) : G_MAXUINT64;
}

/* Takes from the extra fields of an entry what its own fields are too small for. */
static void
read_zip64 (Member *member, const guint8 *extra, gsize length_bytes)
{
  guint64 *fields[] = { &member->size_bytes, &member->packed_bytes, &member->place };

  while (length_bytes >= 4)
    {
      guint id = get_16 (extra);
      gsize field_bytes = MIN (get_16 (extra + 2), length_bytes - 4);
      const guint8 *at = extra + 4, *end = at + field_bytes;

      for (guint i = 0; id == EXTRA_ZIP64 && i < G_N_ELEMENTS (fields); i++)
        if (*fields[i] == ELSEWHERE && end - at >= 8)
          {
            *fields[i] = get_64 (at);
            at += 8;
          }
      extra = end;
      length_bytes -= 4 + field_bytes;
    }
}

/* Some programs write the other kind of slash, or one in front. */
static char *
dup_name (const guint8 *raw, gsize length_bytes)
{
  char *name;

  while (length_bytes > 0 && (*raw == '/' || *raw == '\\'))
    {
      raw++;
      length_bytes--;
    }
  if (length_bytes == 0 || !g_utf8_validate ((const char *) raw, length_bytes, NULL))
    return NULL;

  name = g_strndup ((const char *) raw, length_bytes);
  return g_strdelimit (name, "\\", '/');
}

static void
clear_member (gpointer data)
{
  g_free (((Member *) data)->name);
}

/* Reads the entry of the directory at @place, and moves @place behind it. FALSE if none is there.
 */
static gboolean
read_entry (GalleyZip *self, guint64 *place)
{
  const guint8 *entry = find_record (self, *place, ENTRY_SIGNATURE, ENTRY_BYTES);
  gsize name_bytes, extra_bytes, left_bytes;
  Member member;

  if (entry == NULL)
    return FALSE;

  name_bytes = get_16 (entry + 28);
  extra_bytes = get_16 (entry + 30);
  left_bytes = self->length_bytes - *place - ENTRY_BYTES;
  if (name_bytes + extra_bytes > left_bytes)
    return FALSE;

  member = (Member){ .name = dup_name (entry + ENTRY_BYTES, name_bytes),
                     .flags = get_16 (entry + 8),
                     .method = get_16 (entry + 10),
                     .checksum = get_32 (entry + 16),
                     .packed_bytes = get_32 (entry + 20),
                     .size_bytes = get_32 (entry + 24),
                     .place = get_32 (entry + 42) };
  read_zip64 (&member, entry + ENTRY_BYTES + name_bytes, extra_bytes);
  g_array_append_val (self->members, member);
  *place += ENTRY_BYTES + name_bytes + extra_bytes + get_16 (entry + 32);
  return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Member *one = a, *two = b;

  return (one->place > two->place) - (one->place < two->place);
}

static void
index_members (GalleyZip *self)
{
  g_array_sort (self->members, compare_places);
  for (guint i = 0; i < self->members->len; i++)
    {
      Member *member = &g_array_index (self->members, Member, i);

      if (member->name == NULL || g_hash_table_contains (self->index, member->name))
        continue;
      g_hash_table_insert (self->index, member->name, member);
      g_ptr_array_add (self->names, member->name);
    }
  g_ptr_array_add (self->names, NULL);
}

static gboolean
list_members (GalleyZip *self, GError **error)
{
  const guint8 *end = find_end (self);
  guint64 place = end != NULL ? find_directory (self, end) : G_MAXUINT64;

  while (read_entry (self, &place))
    if (self->members->len > GALLEY_ZIP_MAX_MEMBERS)
      {
        set_too_large (self, error);
        return FALSE;
      }
  /* The number goes round where it is larger than its field. */
  if (end == NULL ||
      (get_16 (end + 10) != (self->members->len & G_MAXUINT16) && get_16 (end + 10) != G_MAXUINT16))
    {
      set_damaged (self, error);
      return FALSE;
    }

  index_members (self);
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
  self->data = g_bytes_get_data (bytes, &self->length_bytes);
  self->label = g_strdup (label);
  self->max_total_bytes = GALLEY_ZIP_MAX_TOTAL_BYTES;
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, clear_member);
  self->names = g_ptr_array_new ();
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  if (!list_members (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
galley_zip_free (GalleyZip *self)
{
  g_hash_table_unref (self->index);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_ptr_array_unref (self->names);
  g_array_unref (self->members);
  g_free (self->label);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * galley_zip_set_max_total:
 * @max_bytes: how large all members that are read may be, unpacked
 *
 * Sets another limit than %GALLEY_ZIP_MAX_TOTAL_BYTES.
 */
void
galley_zip_set_max_total (GalleyZip *self, gsize max_bytes)
{
  self->max_total_bytes = max_bytes;
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

  if (g_hash_table_lookup_extended (self->index, name, &own_name, NULL))
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

/* Where the packed content of @member is, or NULL if it is not all there. */
static const guint8 *
find_content (GalleyZip *self, const Member *member)
{
  const guint8 *header = find_record (self, member->place, HEADER_SIGNATURE, HEADER_BYTES);
  guint64 begin;

  if (header == NULL)
    return NULL;

  begin = member->place + HEADER_BYTES + get_16 (header + 26) + get_16 (header + 28);
  if (begin > self->length_bytes || self->length_bytes - begin < member->packed_bytes)
    return NULL;

  return self->data + begin;
}

static gboolean
is_too_large (GalleyZip *self, guint64 member_bytes)
{
  return member_bytes > GALLEY_ZIP_MAX_MEMBER_BYTES ||
         self->total_bytes + member_bytes > self->max_total_bytes ||
         (member_bytes > GALLEY_ZIP_ANY_RATIO_BYTES &&
          member_bytes / GALLEY_ZIP_MAX_RATIO > self->length_bytes);
}

/* Inflates into @size_bytes and one more, which is left over if the archive tells the truth. */
static gboolean
inflate_content (const guint8 *packed,
                 const Member *member,
                 guint8 *content,
                 GCancellable *cancellable)
{
  z_stream stream = { .next_in = (guint8 *) packed,
                      .avail_in = member->packed_bytes,
                      .next_out = content };
  gsize room_bytes = member->size_bytes + 1;
  int status = inflateInit2 (&stream, -MAX_WBITS);

  while (status == Z_OK && stream.total_out < room_bytes &&
         !g_cancellable_is_cancelled (cancellable))
    {
      stream.avail_out = MIN (room_bytes - stream.total_out, SLICE_BYTES);
      status = inflate (&stream, Z_NO_FLUSH);
    }
  inflateEnd (&stream);

  return status == Z_STREAM_END && stream.total_out == member->size_bytes;
}

/* The content of @member, which is neither too large nor protected. */
static GBytes *
unpack (GalleyZip *self, const Member *member, GCancellable *cancellable)
{
  const guint8 *packed = find_content (self, member);
  g_autofree guint8 *content = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (packed == NULL)
    return NULL;

  if (member->method == METHOD_DEFLATED)
    {
      content = g_malloc (member->size_bytes + 1);
      if (!inflate_content (packed, member, content, cancellable))
        return NULL;
      bytes = g_bytes_new_take (g_steal_pointer (&content), member->size_bytes);
    }
  else if (member->packed_bytes == member->size_bytes)
    bytes = g_bytes_new_from_bytes (self->bytes, packed - self->data, member->size_bytes);
  else
    return NULL;

  if (crc32_z (0, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) != member->checksum)
    return NULL;
  return g_steal_pointer (&bytes);
}

/* Whether @member may be unpacked at all. */
static gboolean
check_member (GalleyZip *self, const Member *member, GError **error)
{
  if (member == NULL)
    {
      set_damaged (self, error);
      return FALSE;
    }
  if (member->flags & FLAG_ENCRYPTED)
    {
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_UNSUPPORTED,
                   _ ("“%s” is protected with a password, so Galley cannot read it"), self->label);
      return FALSE;
    }
  if (member->method != METHOD_STORED && member->method != METHOD_DEFLATED)
    {
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_UNSUPPORTED,
                   _ ("“%s” is packed in a way that Galley cannot unpack"), self->label);
      return FALSE;
    }
  if (is_too_large (self, member->size_bytes))
    {
      set_too_large (self, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * galley_zip_read:
 * @name: a name that galley_zip_find() gave
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): a #GalleyImportError; %GALLEY_IMPORT_ERROR_UNSUPPORTED if the member is
 *   protected with a password, or packed as only archives of other things are
 *
 * Unpacks a member.
 *
 * Returns: (transfer full): its content, or %NULL
 */
GBytes *
galley_zip_read (GalleyZip *self, const char *name, GCancellable *cancellable, GError **error)
{
  const Member *member = g_hash_table_lookup (self->index, name);
  GBytes *bytes;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !check_member (self, member, error))
    return NULL;

  bytes = unpack (self, member, cancellable);
  if (bytes != NULL)
    self->total_bytes += g_bytes_get_size (bytes);
  else if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    set_damaged (self, error);

  return bytes;
}
