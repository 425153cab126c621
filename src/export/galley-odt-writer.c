/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-odt-manuscript.h"
#include "galley-package-template.h"
#include "galley-words.h"
#include "galley-writers.h"

#include <string.h>

/*
 * A copy as an OpenDocument text, with the same words, comments and changes as the Word document.
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

/* A length, whatever the decimal sign of the locale; (transfer full). */
static char *
format_length (double points)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", points * 2.54 / 72);
  return g_strconcat (buffer, "cm", NULL);
}

/* What tells of the document as a whole. */
static void
add_properties (GalleyZipWriter *zip, GalleyCopy *copy)
{
  GalleyReport *report = galley_copy_get_report (copy);
  const char *tag = galley_manuscript_get_language (report);
  g_autofree char *description = galley_manuscript_dup_description (copy);
  g_autofree char *state = galley_package_template_escape (description);
  g_autofree char *name = galley_words_name_copy (report);
  g_autofree char *title = galley_package_template_escape (name);
  g_autofree char *author = galley_package_template_escape (
      galley_document_get_metadata (galley_report_get_document (report), GALLEY_METADATA_BYLINE));
  g_autofree char *time =
      galley_words_format_time (galley_report_get_options (report)->exported_at);
  const GalleyPackageTemplateValue values[] = {
    { "TITLE", title },
    { "AUTHOR", author },
    { "STATE", state },
    { "TIME", time != NULL ? time : "" },
    { "TAG", tag != NULL ? tag : "" },
    { "VERSION", GALLEY_VERSION },
  };

  galley_package_template_add (zip, "meta.xml", "odt/meta.xml", values, G_N_ELEMENTS (values));
}

static void
add_look (GalleyZipWriter *zip, GalleyCopy *copy)
{
  GalleyReport *report = galley_copy_get_report (copy);
  g_autofree char *head = galley_manuscript_dup_running_head (copy);
  g_autofree char *foot = galley_manuscript_dup_running_foot (copy);
  g_autofree char *head_text = galley_package_template_escape (head);
  g_autofree char *foot_text = galley_package_template_escape (foot);
  g_autofree char *language = NULL, *country = NULL, *own = NULL, *own_country = NULL;
  g_autofree char *page_width = NULL, *page_height = NULL;
  double width, height;

  galley_paper_get_size (galley_report_get_options (report)->paper, &width, &height);
  page_width = format_length (width);
  page_height = format_length (height);
  split_language (galley_manuscript_get_language (report), &language, &country);
  split_language (galley_words_get_language (), &own, &own_country);
  {
    const GalleyPackageTemplateValue values[] = {
      { "HEAD", head_text },    { "FOOT", foot_text },
      { "LANGUAGE", language }, { "COUNTRY", country },
      { "OWN", own },           { "OWNCOUNTRY", own_country },
      { "WIDTH", page_width },  { "HEIGHT", page_height },
    };

    galley_package_template_add (zip, "styles.xml", "odt/styles.xml", values,
                                 G_N_ELEMENTS (values));
  }
}

static void
add_words (GalleyZipWriter *zip, GalleyCopy *copy, const GalleyOdtManuscript *words)
{
  GalleyReport *report = galley_copy_get_report (copy);
  g_autofree char *language = NULL, *country = NULL;
  g_autofree char *changes =
      words->changes->len > 0
          ? g_strconcat ("<text:tracked-changes text:track-changes=\"false\">\n",
                         words->changes->str, "</text:tracked-changes>\n", NULL)
          : g_strdup ("");

  split_language (galley_words_get_article_language (report), &language, &country);
  {
    const GalleyPackageTemplateValue values[] = {
      { "CHANGES", changes },
      { "BODY", words->body->str },
      { "LANGUAGE", language },
      { "COUNTRY", country },
    };

    galley_package_template_add (zip, "content.xml", "odt/content.xml", values,
                                 G_N_ELEMENTS (values));
  }
}

/**
 * galley_odt_write:
 * @cancellable: (nullable): stops the work at the next element
 * @error: (out) (optional): %G_IO_ERROR_NO_SPACE if it is too large for the format
 *
 * Returns: (transfer full): @copy as an OpenDocument text; %NULL on error
 */
GBytes *
galley_odt_write (GalleyCopy *copy, GCancellable *cancellable, GError **error)
{
  GalleyReport *report = galley_copy_get_report (copy);
  g_autoptr (GalleyZipWriter) zip = galley_zip_writer_new ();
  g_auto (GalleyOdtManuscript) words;

  galley_odt_manuscript_init (&words, g_strcmp0 (galley_manuscript_get_language (report),
                                                 galley_words_get_article_language (report)) != 0);
  if (!galley_manuscript_add_copy (&words.parent, copy, cancellable, error))
    return NULL;
  galley_odt_manuscript_close (&words);

  galley_zip_writer_store (zip, "mimetype", MEDIA_TYPE);
  galley_package_template_add (zip, "META-INF/manifest.xml", "odt/manifest.xml", NULL, 0);
  add_properties (zip, copy);
  add_look (zip, copy);
  add_words (zip, copy, &words);

  return galley_zip_writer_finish (zip, error);
}
