/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-odt-reader.h"

#include "galley-odt-body.h"
#include "galley-office-properties.h"
#include "galley-reader.h"
#include "galley-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An OpenDocument text is an archive of XML parts, or all of them in one XML file ("flat"). Styles
 * stand in two parts: those with a name that a person sees, and those that the program made up for
 * what was set by hand, which are with the text. */

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"
#define FLAT_MEDIA_TYPE MEDIA_TYPE "-flat-xml"

/* The first member of an archive holds the media type, not compressed, right after its name; some
 * programs compress it, or put it elsewhere. */
#define ANY_MIMETYPE "mimetypeapplication/"
#define HEAD_BYTES 256

/* How much of a flat document is looked at, in bytes: its first element with its namespaces. */
#define FLAT_HEAD_BYTES 8192

static gboolean
contains (const char *data, gsize length_bytes, const char *words)
{
  return memmem (data, length_bytes, words, strlen (words)) != NULL;
}

static gboolean
is_flat (GBytes *bytes)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);

  length_bytes = MIN (length_bytes, FLAT_HEAD_BYTES);
  return contains (data, length_bytes, "<office:document") &&
         contains (data, length_bytes, "office:mimetype=\"" MEDIA_TYPE);
}

/* Where no media type can be read the names of members tell, which are not compressed. */
static gboolean
recognise (const GalleyInput *input)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (input->bytes, &length_bytes);

  if (length_bytes == 0)
    return FALSE;
  if (!galley_zip_recognise (input->bytes))
    return is_flat (input->bytes);
  if (contains (data, MIN (length_bytes, HEAD_BYTES), MEDIA_TYPE))
    return TRUE;
  return !contains (data, MIN (length_bytes, HEAD_BYTES), ANY_MIMETYPE) &&
         !contains (data, length_bytes, "META-INF/container.xml") &&
         contains (data, length_bytes, "content.xml") &&
         (contains (data, length_bytes, "META-INF/manifest.xml") ||
          contains (data, length_bytes, "mimetype"));
}

typedef struct
{
  GalleyZip *zip; /* NULL for a flat document */
  GBytes *flat;   /* NULL for an archive */
  const char *label;
  GCancellable *cancellable;
} Package;

/* NULL without an error if the part may be missing and is. */
static GBytes *
read_part (const Package *self, const char *name, gboolean is_optional, GError **error)
{
  const char *member;

  if (self->flat != NULL)
    return g_bytes_ref (self->flat);

  member = galley_zip_find (self->zip, name);
  if (member != NULL)
    return galley_zip_read (self->zip, member, self->cancellable, error);
  if (!is_optional)
    g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
                 _ ("“%s” is damaged: its part “%s” is missing"), self->label, name);
  return NULL;
}

/* The manifest says which parts are encrypted; they look like damaged ones. */
static gboolean
check_encryption (const Package *self, GError **error)
{
  g_autoptr (GError) manifest_error = NULL;
  g_autoptr (GBytes) manifest =
      read_part (self, "META-INF/manifest.xml", /* is_optional= */ TRUE, &manifest_error);
  gsize length_bytes;
  const char *data;

  if (manifest_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&manifest_error));
      return FALSE;
    }
  if (manifest == NULL || self->flat != NULL)
    return TRUE;

  data = g_bytes_get_data (manifest, &length_bytes);
  if (data == NULL || !contains (data, length_bytes, "encryption-data"))
    return TRUE;

  g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_UNSUPPORTED,
               _ ("“%s” is protected with a password, so Galley cannot read it"), self->label);
  return FALSE;
}

static gboolean
read_properties (const Package *self, GalleyOfficeProperties *properties, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) meta = read_part (self, "meta.xml", /* is_optional= */ TRUE, &local_error);

  if (meta != NULL)
    return galley_office_properties_read (properties, meta, self->label, self->cancellable, error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* A part that the text can do without. */
static GBytes *
open_part (gpointer data, const char *name)
{
  const Package *self = data;

  return self->flat == NULL ? read_part (self, name, /* is_optional= */ TRUE, /* error= */ NULL)
                            : NULL;
}

static gboolean
read_words (const Package *self,
            GBytes *content,
            GBytes *named_styles,
            GalleyOfficeText *text,
            GalleyOdtStyles *styles,
            GError **error)
{
  gboolean has_text = FALSE, ignored;

  if (!galley_odt_body_read (content, text, styles, open_part, (gpointer) self, self->label,
                             self->cancellable, &has_text, error))
    return FALSE;
  if (!has_text)
    {
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_UNSUPPORTED,
                   _ ("“%s” is no OpenDocument text"), self->label);
      return FALSE;
    }

  galley_office_text_finish (text);
  return self->flat != NULL || named_styles == NULL ||
         galley_odt_body_read (named_styles, text, styles, open_part, (gpointer) self, self->label,
                               self->cancellable, &ignored, error);
}

static gboolean
read_parts (const Package *self, GalleyDocumentBuilder *builder, GError **error)
{
  g_auto (GalleyOfficeProperties) properties = { 0 };
  g_autoptr (GalleyOfficeText) text = galley_office_text_new (builder);
  g_autoptr (GalleyOdtStyles) styles = galley_odt_styles_new ();
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) named_styles = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!check_encryption (self, error) || !read_properties (self, &properties, error) ||
      (content = read_part (self, "content.xml", /* is_optional= */ FALSE, error)) == NULL)
    return FALSE;

  named_styles = read_part (self, "styles.xml", /* is_optional= */ TRUE, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if ((named_styles != NULL &&
       !galley_odt_styles_read (styles, named_styles, self->label, self->cancellable, error)) ||
      !galley_odt_styles_read (styles, content, self->label, self->cancellable, error))
    return FALSE;

  galley_office_properties_apply (&properties, builder, galley_office_text_get_blocks (text),
                                  galley_odt_styles_get_language (styles));
  return read_words (self, content, named_styles, text, styles, error);
}

/**
 * galley_odt_read:
 * @bytes: an OpenDocument text
 * @original: what it was made of, which is @bytes unless another program converted it
 * @media_type: of @original
 * @label: what to call it in an error
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): a #GalleyImportError
 *
 * Returns: (transfer full): the document, or %NULL
 */
GalleyDocument *
galley_odt_read (GBytes *bytes,
                 GBytes *original,
                 const char *media_type,
                 const char *label,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyZip) zip = NULL;
  Package package = { .label = label, .cancellable = cancellable };

  if (galley_zip_recognise (bytes))
    {
      zip = galley_zip_open (bytes, label, error);
      if (zip == NULL)
        return NULL;
      package.zip = zip;
    }
  else
    package.flat = bytes;
  if (!read_parts (&package, builder, error))
    return NULL;

  return galley_document_builder_finish (builder, original, media_type);
}

static GalleyDocument *
read_odt (GalleyInput *input, GError **error)
{
  return galley_odt_read (input->bytes, input->bytes,
                          galley_zip_recognise (input->bytes) ? MEDIA_TYPE : FLAT_MEDIA_TYPE,
                          input->label, input->cancellable, error);
}

const GalleyReader galley_odt_reader = {
  .media_type = MEDIA_TYPE,
  .recognise = recognise,
  .read = read_odt,
};
