/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-epub-package.h"

#include "galley-epub-container.h"
#include "galley-import.h"
#include "galley-limits.h"
#include "galley-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Chapters are unpacked all at once and in the order of the archive, for going back in it costs a
 * look at all members before. */

#define CONTAINER "META-INF/container.xml"
#define ENCRYPTION "META-INF/encryption.xml"

/* The first member of an archive holds the media type, not compressed; some programs compress it,
 * or put it elsewhere. */
#define MEDIA_TYPE "application/epub+zip"
#define HEAD_BYTES 256

/* Where shops put the rights of who bought the book. */
static const char *const rights[] = {
  "META-INF/rights.xml",
  "META-INF/sinf.xml",
  "META-INF/license.lcpl",
};

typedef struct
{
  GalleyEpubPackage *package;
  GalleyZip *zip;
  const char *label;
  GCancellable *cancellable;
  char *folder;          /* of the package document: "" or with "/" at its end */
  GHashTable *encrypted; /* (element-type utf8) names of members */
  GHashTable *chapters;  /* (element-type utf8 GalleyEpubChapter) by their members */
} Opening;

static void
free_chapter (gpointer data)
{
  GalleyEpubChapter *chapter = data;

  g_clear_pointer (&chapter->content, g_bytes_unref);
  g_free (chapter->member);
  g_free (chapter);
}

static gboolean
contains (const char *data, gsize length_bytes, const char *words)
{
  return memmem (data, length_bytes, words, strlen (words)) != NULL;
}

/**
 * galley_epub_package_recognise:
 * @bytes: any bytes
 *
 * Returns: whether they look like a book: an archive that says so, or whose members have the names
 *   that those of a book have, which are not compressed
 */
gboolean
galley_epub_package_recognise (GBytes *bytes)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);

  if (!galley_zip_recognise (bytes))
    return FALSE;

  return contains (data, MIN (length_bytes, HEAD_BYTES), MEDIA_TYPE) ||
         (contains (data, length_bytes, CONTAINER) && contains (data, length_bytes, ".opf"));
}

/**
 * galley_epub_package_set_protected:
 * @label: the name of a book
 * @error: (out) (optional): set to %GALLEY_IMPORT_ERROR_UNSUPPORTED
 *
 * Says that the book is locked.
 */
void
galley_epub_package_set_protected (const char *label, GError **error)
{
  g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_UNSUPPORTED,
               _ ("“%s” is locked by the shop that sold it (DRM), so Galley cannot read it"),
               label);
}

static void
set_missing (Opening *self, const char *part, GError **error)
{
  g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
               _ ("“%s” is damaged: its part “%s” is missing"), self->label, part);
}

static GBytes *
read_member (Opening *self, const char *name, GError **error)
{
  const char *member = galley_zip_find (self->zip, name);

  if (member == NULL)
    {
      set_missing (self, name, error);
      return NULL;
    }

  return galley_zip_read (self->zip, member, self->cancellable, error);
}

/* What cannot be unpacked says nothing; then the chapters show whether they are encrypted. */
static void
look_at_locks (Opening *self)
{
  g_autoptr (GBytes) encryption = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rights); i++)
    if (galley_zip_find (self->zip, rights[i]) != NULL)
      self->package->is_protected = TRUE;

  if (galley_zip_find (self->zip, ENCRYPTION) != NULL)
    encryption = read_member (self, ENCRYPTION, /* error= */ NULL);
  if (encryption != NULL)
    self->encrypted = galley_epub_container_find_encrypted (encryption, self->label);
}

static gboolean
is_encrypted (Opening *self, const char *member)
{
  return self->encrypted != NULL && g_hash_table_contains (self->encrypted, member);
}

static gboolean
open_opf (Opening *self, GError **error)
{
  g_autoptr (GBytes) container = read_member (self, CONTAINER, error);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *slash;

  if (container == NULL)
    return FALSE;

  path = galley_epub_container_find_opf (container, self->label, self->cancellable, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (path == NULL)
    {
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
                   _ ("“%s” is damaged: it does not say where its contents are"), self->label);
      return FALSE;
    }

  name =
      galley_zip_find (self->zip, path) != NULL ? g_strdup (path) : galley_zip_resolve ("", path);
  if (is_encrypted (self, name))
    {
      galley_epub_package_set_protected (self->label, error);
      return FALSE;
    }
  bytes = read_member (self, name, error);
  if (bytes == NULL)
    return FALSE;

  slash = strrchr (name, '/');
  self->folder = g_strndup (name, slash != NULL ? slash + 1 - name : 0);
  self->package->opf = galley_epub_opf_read (bytes, self->label, self->cancellable, error);
  return self->package->opf != NULL;
}

/* Names are percent-encoded, but not by every program. */
static const char *
find_member (Opening *self, const char *href)
{
  g_autofree char *address = g_strndup (href, strcspn (href, "?#"));
  g_autofree char *name = galley_zip_resolve (self->folder, address);
  const char *member = galley_zip_find (self->zip, name);
  g_autoptr (GString) literal = NULL;
  g_autofree char *literal_name = NULL;

  if (member != NULL)
    return member;

  literal = g_string_new (href);
  g_string_replace (literal, "%", "%25", 0);
  literal_name = galley_zip_resolve (self->folder, literal->str);
  return galley_zip_find (self->zip, literal_name);
}

static gboolean
has_prefix (const char *media_type, const char *prefix)
{
  return media_type != NULL && g_ascii_strncasecmp (media_type, prefix, strlen (prefix)) == 0;
}

/* Pictures, sound and films may stand in a book as chapters do, and have no words. */
static gboolean
is_wordless (const GalleyEpubItem *item)
{
  return has_prefix (item->media_type, "image/") || has_prefix (item->media_type, "audio/") ||
         has_prefix (item->media_type, "video/");
}

/* A member that stands in the spine twice is read once. */
static gboolean
add_chapter (Opening *self, const char *id, GError **error)
{
  const GalleyEpubItem *item = galley_epub_opf_find_chapter (self->package->opf, id);
  const char *member =
      item != NULL && galley_epub_item_is_chapter (item) ? find_member (self, item->href) : NULL;
  GalleyEpubChapter *chapter;

  if (member == NULL)
    {
      self->package->n_missing += item == NULL || !is_wordless (item);
      return TRUE;
    }
  if (is_encrypted (self, member))
    {
      galley_epub_package_set_protected (self->label, error);
      return FALSE;
    }
  if (g_hash_table_contains (self->chapters, member))
    return TRUE;

  chapter = g_new0 (GalleyEpubChapter, 1);
  chapter->member = g_strdup (member);
  g_ptr_array_add (self->package->chapters, chapter);
  g_hash_table_insert (self->chapters, chapter->member, chapter);
  return TRUE;
}

static void
mark_contents (Opening *self)
{
  const char *href = self->package->opf->contents;
  const char *member = href != NULL ? find_member (self, href) : NULL;
  GalleyEpubChapter *chapter = member != NULL ? g_hash_table_lookup (self->chapters, member) : NULL;

  if (chapter != NULL)
    chapter->is_contents = TRUE;
}

static gboolean
list_chapters (Opening *self, GError **error)
{
  const GPtrArray *spine = self->package->opf->spine;

  for (guint i = 0; i < spine->len; i++)
    if (!add_chapter (self, spine->pdata[i], error))
      return FALSE;

  mark_contents (self);

  return TRUE;
}

static gboolean
unpack_chapters (Opening *self, GError **error)
{
  const char *const *names = galley_zip_get_names (self->zip);
  gsize total_bytes = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      GalleyEpubChapter *chapter = g_hash_table_lookup (self->chapters, names[i]);

      if (chapter == NULL)
        continue;
      chapter->content = galley_zip_read (self->zip, names[i], self->cancellable, error);
      if (chapter->content == NULL)
        return FALSE;
      total_bytes += g_bytes_get_size (chapter->content);
      if (total_bytes > GALLEY_EPUB_MAX_BYTES)
        {
          g_set_error (
              error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_TOO_LARGE,
              _ ("“%s” holds more than %u MB of text, the most that Galley reads of a book"),
              self->label, (guint) (GALLEY_EPUB_MAX_BYTES / (1024 * 1024)));
          return FALSE;
        }
    }

  return TRUE;
}

/* A style sheet that is not there or damaged costs nothing but what it says. */
static void
read_sheets (Opening *self)
{
  const GPtrArray *items = self->package->opf->items;

  for (guint i = 0; i < items->len; i++)
    {
      const GalleyEpubItem *item = items->pdata[i];
      const char *member =
          has_prefix (item->media_type, "text/css") ? find_member (self, item->href) : NULL;
      g_autoptr (GBytes) css = NULL;
      gsize length_bytes;
      const char *data;

      if (member == NULL || is_encrypted (self, member))
        continue;
      css = galley_zip_read (self->zip, member, self->cancellable, NULL);
      if (css == NULL)
        continue;
      data = g_bytes_get_data (css, &length_bytes);
      galley_html_sheet_add (self->package->sheet, data, length_bytes);
    }
}

/**
 * galley_epub_package_open:
 * @bytes: the book
 * @label: what to call it in an error
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): a #GalleyImportError
 *
 * Unpacks what is to be read of a book.
 *
 * Returns: (transfer full): the package, or %NULL
 */
GalleyEpubPackage *
galley_epub_package_open (GBytes *bytes,
                          const char *label,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GalleyEpubPackage) self = g_new0 (GalleyEpubPackage, 1);
  g_autoptr (GalleyZip) zip = galley_zip_open (bytes, label, error);
  g_autoptr (GHashTable) chapters = g_hash_table_new (g_str_hash, g_str_equal);
  Opening opening = {
    .package = self, .zip = zip, .label = label, .cancellable = cancellable, .chapters = chapters
  };
  gboolean is_open;

  self->chapters = g_ptr_array_new_with_free_func (free_chapter);
  self->sheet = galley_html_sheet_new ();
  if (zip == NULL)
    return NULL;

  look_at_locks (&opening);
  is_open = open_opf (&opening, error) && list_chapters (&opening, error) &&
            unpack_chapters (&opening, error);
  if (is_open)
    read_sheets (&opening);
  g_clear_pointer (&opening.encrypted, g_hash_table_unref);
  g_free (opening.folder);

  return is_open ? g_steal_pointer (&self) : NULL;
}

void
galley_epub_package_free (GalleyEpubPackage *self)
{
  g_clear_pointer (&self->opf, galley_epub_opf_free);
  g_ptr_array_unref (self->chapters);
  galley_html_sheet_free (self->sheet);
  g_free (self);
}
