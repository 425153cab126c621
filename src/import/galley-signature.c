/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-signature.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How formats that are no plain text begin, so that a refusal can name what was dropped in. */
static const struct
{
  const char *bytes;
  guint8 length_bytes;
  guint8 offset_bytes;
  const char *what;
} signatures[] = {
  { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, 0, N_ ("an old Microsoft Office document") },
  { "SQLite format 3\0", 16, 0, N_ ("an SQLite database") },
  { "%!PS", 4, 0, N_ ("a PostScript document") },
  { "\x89PNG\r\n\x1A\n", 8, 0, N_ ("a PNG image") },
  { "\xFF\xD8\xFF", 3, 0, N_ ("a JPEG image") },
  { "GIF87a", 6, 0, N_ ("a GIF image") },
  { "GIF89a", 6, 0, N_ ("a GIF image") },
  { "WEBP", 4, 8, N_ ("a WebP image") },
  { "II*\0", 4, 0, N_ ("a TIFF image") },
  { "MM\0*", 4, 0, N_ ("a TIFF image") },
  { "ftypheic", 8, 4, N_ ("a HEIC image") },
  { "ftypavif", 8, 4, N_ ("an AVIF image") },
  { "ftyp", 4, 4, N_ ("a video or sound file") },
  { "\x1A\x45\xDF\xA3", 4, 0, N_ ("a video or sound file") },
  { "OggS", 4, 0, N_ ("a video or sound file") },
  { "ID3\x03\0", 5, 0, N_ ("a video or sound file") },
  { "ID3\x04\0", 5, 0, N_ ("a video or sound file") },
  { "fLaC", 4, 0, N_ ("a video or sound file") },
  { "WAVEfmt ", 8, 8, N_ ("a video or sound file") },
  { "\x7F"
    "ELF",
    4, 0, N_ ("a program") },
  { "\xCF\xFA\xED\xFE", 4, 0, N_ ("a program") },
  { "\x1F\x8B\x08", 3, 0, N_ ("a gzip archive") },
  { "BZh9", 4, 0, N_ ("a bzip2 archive") },
  { "\xFD"
    "7zXZ\0",
    6, 0, N_ ("an xz archive") },
  { "\x28\xB5\x2F\xFD", 4, 0, N_ ("a Zstandard archive") },
  { "7z\xBC\xAF\x27\x1C", 6, 0, N_ ("a 7z archive") },
  { "Rar!\x1A\x07", 6, 0, N_ ("a RAR archive") },
  { "wOFF", 4, 0, N_ ("a font") },
  { "wOF2", 4, 0, N_ ("a font") },
};

/* Names of members that tell what kind of zip archive it is. */
static const struct
{
  const char *member;
  const char *what;
} zips[] = {
  { "xl/workbook.xml", N_ ("an Excel workbook") },
  { "ppt/presentation.xml", N_ ("a PowerPoint presentation") },
  { "mimetypeapplication/vnd.oasis.opendocument", N_ ("an OpenDocument file") },
  { "journal.jsonl", N_ ("a Galley package") },
};

static const char *
find_zip (const char *data, gsize length_bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (zips); i++)
    if (memmem (data, length_bytes, zips[i].member, strlen (zips[i].member)) != NULL)
      return _ (zips[i].what);

  return _ ("a zip archive");
}

/* XML that no reader took for its own. */
static gboolean
is_xml (const char *data, gsize length_bytes)
{
  gsize i = 0;

  if (length_bytes >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    i = 3;
  while (i < length_bytes && g_ascii_isspace (data[i]))
    i++;

  return length_bytes - i > 5 && g_ascii_strncasecmp (data + i, "<?xml", 5) == 0 &&
         strchr (" \t\r\n", data[i + 5]) != NULL;
}

/**
 * galley_signature_find:
 * @bytes: any bytes
 *
 * Recognises what is no plain text by how it begins.
 *
 * Returns: (transfer none) (nullable): what it is, with an article ("a PDF document"), translated;
 *   %NULL if that is not known
 */
const char *
galley_signature_find (GBytes *bytes)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);

  if (length_bytes == 0)
    return NULL;
  if (length_bytes > 4 && memcmp (data, "PK\x03\x04", 4) == 0)
    return find_zip (data, length_bytes);

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    {
      gsize end_bytes = signatures[i].offset_bytes + signatures[i].length_bytes;

      if (length_bytes >= end_bytes &&
          memcmp (data + signatures[i].offset_bytes, signatures[i].bytes,
                  signatures[i].length_bytes) == 0)
        return _ (signatures[i].what);
    }

  return is_xml (data, length_bytes) ? _ ("an XML document") : NULL;
}
