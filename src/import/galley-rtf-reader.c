/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-converter.h"
#include "galley-odt-reader.h"
#include "galley-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* RTF, and the binary documents that Word wrote before 2007, are read by LibreOffice, where it is
 * installed, and come here as OpenDocument. */

#define RTF "{\\rtf"
#define OLE "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

/* Names of streams in a compound file, which are UTF-16: that of the text of an old Word document,
 * and that of a newer one which a password protects. */
static const char word_stream[] = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0";
static const char encrypted_stream[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

static gboolean
begins_with (GBytes *bytes, const char *signature)
{
  gsize length_bytes, signature_bytes = strlen (signature);
  const char *data = g_bytes_get_data (bytes, &length_bytes);

  return length_bytes > signature_bytes && memcmp (data, signature, signature_bytes) == 0;
}

static gboolean
has_stream (GBytes *bytes, const char *name, gsize name_bytes)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);

  return begins_with (bytes, OLE) && memmem (data, length_bytes, name, name_bytes) != NULL;
}

static gboolean
recognise_rtf (const GalleyInput *input)
{
  return begins_with (input->bytes, RTF);
}

static gboolean
recognise_doc (const GalleyInput *input)
{
  return has_stream (input->bytes, word_stream, sizeof word_stream - 1) ||
         has_stream (input->bytes, encrypted_stream, sizeof encrypted_stream - 1);
}

static GalleyDocument *
convert (GalleyInput *input,
         const char *suffix,
         const char *media_type,
         const char *missing_message,
         GError **error)
{
  g_autoptr (GBytes) odt = galley_converter_run (input->bytes, suffix, input->label,
                                                 missing_message, input->cancellable, error);

  if (odt == NULL)
    return NULL;
  return galley_odt_read (odt, input->bytes, media_type, input->label, input->cancellable, error);
}

static GalleyDocument *
read_rtf (GalleyInput *input, GError **error)
{
  g_autofree char *missing = g_strdup_printf (
      _ ("“%s” is an RTF document, which Galley reads only where LibreOffice is installed"),
      input->label);

  return convert (input, ".rtf", "application/rtf", missing, error);
}

static GalleyDocument *
read_doc (GalleyInput *input, GError **error)
{
  g_autofree char *missing = g_strdup_printf (
      _ ("“%s” is an old Word document, which Galley reads only where LibreOffice is installed"),
      input->label);

  if (has_stream (input->bytes, encrypted_stream, sizeof encrypted_stream - 1))
    {
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_UNSUPPORTED,
                   _ ("“%s” is protected with a password, so Galley cannot read it"), input->label);
      return NULL;
    }

  return convert (input, ".doc", "application/msword", missing, error);
}

const GalleyReader galley_rtf_reader = {
  .media_type = "application/rtf",
  .recognise = recognise_rtf,
  .read = read_rtf,
};

const GalleyReader galley_doc_reader = {
  .media_type = "application/msword",
  .recognise = recognise_doc,
  .read = read_doc,
};
