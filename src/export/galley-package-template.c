/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-package-template.h"

#include "galley-escape.h"
#include "galley-export-resource.h"
#include "galley-words.h"

#include <string.h>

/*
 * The parts of an office document that hardly change are templates in the program's resources, one
 * for each, with @NAME@ where something has to be filled in.
 */

static const char *
find_value (const char *name,
            gsize length_bytes,
            const GalleyPackageTemplateValue *values,
            guint n_values)
{
  for (guint i = 0; i < n_values; i++)
    if (strlen (values[i].name) == length_bytes &&
        strncmp (values[i].name, name, length_bytes) == 0)
      return values[i].value;

  g_assert_not_reached ();
}

static void
add_piece (GArray *pieces, const char *text, gsize length_bytes)
{
  GalleyZipPiece piece = { text, length_bytes };

  g_array_append_val (pieces, piece);
}

/* Returns (transfer full) (element-type GalleyZipPiece) the template with the values in it. */
static GArray *
fill (const char *template,
      gsize size_bytes,
      const GalleyPackageTemplateValue *values,
      guint n_values)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (GalleyZipPiece));
  const char *run = template, *end = template + size_bytes;

  for (const char *at; (at = memchr (run, '@', end - run)) != NULL;)
    {
      const char *name = at + 1, *behind = memchr (name, '@', end - name), *value;

      g_assert (behind != NULL);
      value = find_value (name, behind - name, values, n_values);
      add_piece (pieces, run, at - run);
      add_piece (pieces, value, strlen (value));
      run = behind + 1;
    }
  add_piece (pieces, run, end - run);

  return pieces;
}

/**
 * galley_package_template_add:
 * @zip: what it is added to
 * @member: name of the new member
 * @resource: name of the template
 * @values: (array length=n_values): what is filled in: all that the template names
 * @n_values: how many
 *
 * Adds a member that is made of a template.
 */
void
galley_package_template_add (GalleyZipWriter *zip,
                             const char *member,
                             const char *resource,
                             const GalleyPackageTemplateValue *values,
                             guint n_values)
{
  g_autoptr (GBytes) template = galley_export_resource_load (resource);
  g_autoptr (GArray) pieces = NULL;

  pieces = fill (g_bytes_get_data (template, NULL), g_bytes_get_size (template), values, n_values);
  galley_zip_writer_add (zip, member, (const GalleyZipPiece *) (gpointer) pieces->data,
                         pieces->len);
}

/**
 * galley_package_template_escape:
 * @utf8: (nullable): words
 *
 * Returns: (transfer full): the words as a value; "" for %NULL
 */
char *
galley_package_template_escape (const char *utf8)
{
  GString *out = g_string_new (NULL);

  if (utf8 != NULL)
    galley_escape_xml (out, utf8, -1);

  return g_string_free (out, FALSE);
}

/**
 * galley_package_template_add_properties:
 * @title: what it is called
 * @state: how the check stands, or what else there is to say of the whole
 * @language: (nullable): its language, BCP 47
 *
 * Adds the parts of an Office Open XML package that tell what the document is: title, author,
 * language, how the check stands and when that was so.
 */
void
galley_package_template_add_properties (GalleyZipWriter *zip,
                                        GalleyReport *report,
                                        const char *title,
                                        const char *state,
                                        const char *language)
{
  GalleyDocument *document = galley_report_get_document (report);
  g_autofree char *description = galley_package_template_escape (state);
  g_autofree char *name = galley_package_template_escape (title);
  g_autofree char *author = galley_package_template_escape (
      galley_document_get_metadata (document, GALLEY_METADATA_BYLINE));
  g_autofree char *time =
      galley_words_format_time (galley_report_get_options (report)->exported_at);
  const GalleyPackageTemplateValue values[] = {
    { "TITLE", name },
    { "AUTHOR", author },
    { "STATE", description },
    { "LANGUAGE", language != NULL ? language : "" },
    { "TIME", time != NULL ? time : "" },
  };

  galley_package_template_add (zip, "docProps/core.xml", "ooxml/core.xml", values,
                               G_N_ELEMENTS (values));
  galley_package_template_add (zip, "docProps/app.xml", "ooxml/app.xml", NULL, 0);
}
