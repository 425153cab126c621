/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-manuscript.h"
#include "galley-package-template.h"
#include "galley-words.h"
#include "galley-writers.h"

/*
 * The reviewed article as an Office Open XML package, ECMA-376: an editor reads the article, has
 * each claim as a comment beside it, accepts or rejects the corrections, and finds how the check
 * stands behind the article and at the head of each page. Word and LibreOffice show which comments
 * are resolved.
 */

/* What Word writes where the language is not known. */
#define NO_LANGUAGE "x-none"

static void
add_fixed_parts (GalleyZipWriter *zip)
{
  galley_package_template_add (zip, "[Content_Types].xml", "docx/content-types.xml", NULL, 0);
  galley_package_template_add (zip, "_rels/.rels", "docx/package.rels", NULL, 0);
  galley_package_template_add (zip, "word/numbering.xml", "docx/numbering.xml", NULL, 0);
  galley_package_template_add (zip, "word/footer1.xml", "docx/footer.xml", NULL, 0);
}

static void
add_look (GalleyZipWriter *zip, GalleyReport *report)
{
  const char *language = galley_package_template_get_language (report);
  g_autofree char *sum = galley_manuscript_sum_up (report);
  g_autofree char *state = galley_package_template_escape (sum);
  const GalleyPackageTemplateValue values[] = {
    { "STATE", state },
    { "ARTICLE", language != NULL ? language : NO_LANGUAGE },
    { "OWN", galley_words_get_language () },
  };

  galley_package_template_add (zip, "word/styles.xml", "docx/styles.xml", values,
                               G_N_ELEMENTS (values));
  galley_package_template_add (zip, "word/settings.xml", "docx/settings.xml", values,
                               G_N_ELEMENTS (values));
  galley_package_template_add (zip, "word/header1.xml", "docx/header.xml", values,
                               G_N_ELEMENTS (values));
}

static void
add_words (GalleyZipWriter *zip, const GalleyDocxManuscript *words)
{
  const GalleyPackageTemplateValue body[] = { { "BODY", words->body->str } };
  const GalleyPackageTemplateValue comments[] = { { "COMMENTS", words->comments->str } };
  const GalleyPackageTemplateValue threads[] = { { "THREADS", words->threads->str } };
  const GalleyPackageTemplateValue body_links[] = { { "LINKS", words->body_links->str } };
  const GalleyPackageTemplateValue comment_links[] = { { "LINKS", words->comment_links->str } };

  galley_package_template_add (zip, "word/document.xml", "docx/document.xml", body, 1);
  galley_package_template_add (zip, "word/_rels/document.xml.rels", "docx/document.rels",
                               body_links, 1);
  galley_package_template_add (zip, "word/comments.xml", "docx/comments.xml", comments, 1);
  galley_package_template_add (zip, "word/_rels/comments.xml.rels", "docx/comments.rels",
                               comment_links, 1);
  galley_package_template_add (zip, "word/commentsExtended.xml", "docx/comments-extended.xml",
                               threads, 1);
}

/**
 * galley_docx_write:
 * @error: (out) (optional): %G_IO_ERROR_NO_SPACE if it is too large for the format
 *
 * Returns: (transfer full): the reviewed article as a Word document; %NULL on error
 */
GBytes *
galley_docx_write (GalleyReport *report, GError **error)
{
  g_autoptr (GalleyZipWriter) zip = galley_zip_writer_new ();
  g_auto (GalleyDocxManuscript) words;

  galley_docx_manuscript_init (&words);
  galley_manuscript_add_article (&words.parent, report);
  galley_manuscript_add_review (&words.parent, report);

  add_fixed_parts (zip);
  galley_package_template_add_properties (zip, report);
  add_look (zip, report);
  add_words (zip, &words);

  return galley_zip_writer_finish (zip, error);
}
