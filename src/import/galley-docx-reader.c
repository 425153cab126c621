/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-body.h"
#include "galley-docx-threads.h"
#include "galley-office-properties.h"
#include "galley-reader.h"

#include <string.h>

/* What the notes say is read before the text, which only refers to them. Headers and footers come
 * last: they are no part of the article, and kept as omissions. */

#define MEDIA_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

static gboolean
recognise (const GalleyInput *input)
{
  return galley_docx_package_recognise (input->bytes);
}

static gboolean
read_part (GalleyDocxPackage *package, GalleyDocxBody *body, const char *part, GError **error)
{
  g_autoptr (GHashTable) addresses = galley_docx_package_read_addresses (package, part, error);
  g_autoptr (GBytes) bytes = NULL;

  if (addresses == NULL)
    return FALSE;

  bytes = galley_docx_package_read (package, part, error);
  return bytes != NULL && galley_docx_body_read (body, bytes, addresses, package->label,
                                                 package->cancellable, error);
}

static gboolean
read_notes (GalleyDocxPackage *package, GalleyDocxBody *body, GError **error)
{
  static const char *const types[] = { "footnotes", "endnotes", "comments" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      const char *part = galley_docx_package_find (package, types[i]);

      if (part != NULL && !read_part (package, body, part, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_headers (GalleyDocxPackage *package, GalleyDocxBody *body, GError **error)
{
  for (guint i = 0; i < package->relations->len; i++)
    {
      const GalleyDocxRelation *relation = package->relations->pdata[i];

      if ((strcmp (relation->type, "header") == 0 || strcmp (relation->type, "footer") == 0) &&
          !relation->is_external && galley_zip_find (package->zip, relation->target) != NULL &&
          !read_part (package, body, relation->target, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_properties (GalleyDocxPackage *package, GalleyOfficeProperties *properties, GError **error)
{
  const char *part = galley_docx_package_find (package, "core-properties");
  g_autoptr (GBytes) bytes = NULL;

  if (part == NULL)
    return TRUE;

  bytes = galley_docx_package_read (package, part, error);
  return bytes != NULL && galley_office_properties_read (properties, bytes, package->label,
                                                         package->cancellable, error);
}

static gboolean
read_parts (GalleyDocxPackage *package, GalleyDocumentBuilder *builder, GError **error)
{
  g_auto (GalleyOfficeProperties) properties = { 0 };
  g_autoptr (GalleyDocxStyles) styles = NULL;
  g_autoptr (GalleyDocxNumbering) numbering = NULL;
  g_autoptr (GalleyOfficeText) text = galley_office_text_new (builder);
  g_autoptr (GalleyDocxChunks) chunks = galley_docx_chunks_new (package, text);
  g_autoptr (GalleyDocxBody) body = NULL;

  if (!read_properties (package, &properties, error) ||
      (styles = galley_docx_styles_read (package, error)) == NULL ||
      (numbering = galley_docx_numbering_read (package, error)) == NULL)
    return FALSE;

  galley_office_properties_apply (&properties, builder, galley_office_text_get_blocks (text),
                                  galley_docx_styles_get_language (styles));
  body = galley_docx_body_new (text, styles, numbering, chunks);
  if (!read_notes (package, body, error) ||
      !galley_docx_threads_read (
          package, galley_office_blocks_get_notes (galley_office_text_get_blocks (text)), error) ||
      !read_part (package, body, package->main_part, error))
    return FALSE;

  galley_office_text_count_changes (text, galley_docx_body_get_n_changes (body));
  galley_office_text_finish (text);
  galley_docx_chunks_add_notices (chunks, builder);
  return read_headers (package, body, error);
}

static GalleyDocument *
read_docx (GalleyInput *input, GError **error)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyDocxPackage) package = galley_docx_package_open (
      input->bytes, input->label, input->is_part, input->cancellable, error);

  if (package == NULL || !read_parts (package, builder, error))
    return NULL;

  return galley_document_builder_finish (builder, input->bytes, MEDIA_TYPE);
}

const GalleyReader galley_docx_reader = {
  .media_type = MEDIA_TYPE,
  .recognise = recognise,
  .read = read_docx,
};
