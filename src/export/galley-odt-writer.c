/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-odt-manuscript.h"
#include "galley-package-template.h"
#include "galley-words.h"
#include "galley-writers.h"

#include <string.h>

/*
 * The reviewed article as an OpenDocument text, with the same words, comments and changes as the
 * Word document.
 */

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

/* Language and country apart, as OpenDocument has them; (transfer full). */
static void
split_language (const char *tag, char **out_language, char **out_country)
{
  g_auto (GStrv) parts = g_strsplit (tag != NULL ? tag : "zxx", "-", -1);

  *out_language = g_ascii_strdown (parts[0], -1);
  *out_country = g_strdup ("none");
  for (guint i = 1; parts[i] != NULL; i++)
    if (strlen (parts[i]) == 2)
      {
        g_free (*out_country);
        *out_country = g_ascii_strup (parts[i], -1);
        break;
      }
}

static void
add_properties (GalleyZipWriter *zip, GalleyReport *report)
{
  GalleyDocument *document = galley_report_get_document (report);
  const char *tag = galley_package_template_get_language (report);
  g_autofree char *sum = galley_manuscript_sum_up (report);
  g_autofree char *state = galley_package_template_escape (sum);
  g_autofree char *title = galley_package_template_escape (galley_report_get_title (report));
  g_autofree char *author = galley_package_template_escape (
      galley_document_get_metadata (document, GALLEY_METADATA_BYLINE));
  g_autofree char *time =
      galley_words_format_time (galley_report_get_options (report)->exported_at);
  g_autofree char *language = NULL, *country = NULL, *own = NULL, *own_country = NULL;

  split_language (tag, &language, &country);
  split_language (galley_words_get_language (), &own, &own_country);
  {
    const GalleyPackageTemplateValue values[] = {
      { "TITLE", title },
      { "AUTHOR", author },
      { "STATE", state },
      { "TIME", time != NULL ? time : "" },
      { "TAG", tag != NULL ? tag : "" },
      { "LANGUAGE", language },
      { "COUNTRY", country },
      { "OWN", own },
      { "OWNCOUNTRY", own_country },
      { "VERSION", GALLEY_VERSION },
    };

    galley_package_template_add (zip, "meta.xml", "odt/meta.xml", values, G_N_ELEMENTS (values));
    galley_package_template_add (zip, "styles.xml", "odt/styles.xml", values,
                                 G_N_ELEMENTS (values));
  }
}

static void
add_words (GalleyZipWriter *zip, const GalleyOdtManuscript *words)
{
  g_autofree char *changes =
      words->changes->len > 0
          ? g_strconcat ("<text:tracked-changes text:track-changes=\"false\">\n",
                         words->changes->str, "</text:tracked-changes>\n", NULL)
          : g_strdup ("");
  const GalleyPackageTemplateValue values[] = { { "CHANGES", changes },
                                                { "BODY", words->body->str } };

  galley_package_template_add (zip, "content.xml", "odt/content.xml", values,
                               G_N_ELEMENTS (values));
}

/**
 * galley_odt_write:
 * @error: (out) (optional): %G_IO_ERROR_NO_SPACE if it is too large for the format
 *
 * Returns: (transfer full): the reviewed article as an OpenDocument text; %NULL on error
 */
GBytes *
galley_odt_write (GalleyReport *report, GError **error)
{
  g_autoptr (GalleyZipWriter) zip = galley_zip_writer_new ();
  g_auto (GalleyOdtManuscript) words;

  galley_odt_manuscript_init (&words);
  galley_manuscript_add_article (&words.parent, report);
  galley_manuscript_add_review (&words.parent, report);
  galley_odt_manuscript_close (&words);

  galley_zip_writer_store (zip, "mimetype", MEDIA_TYPE);
  galley_package_template_add (zip, "META-INF/manifest.xml", "odt/manifest.xml", NULL, 0);
  add_properties (zip, report);
  add_words (zip, &words);

  return galley_zip_writer_finish (zip, error);
}
