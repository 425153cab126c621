/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-manuscript.h"
#include "galley-package-template.h"
#include "galley-words.h"
#include "galley-writers.h"

/*
 * A copy as an Office Open XML package, ECMA-376. In the annotated article an editor has each claim
 * as a comment beside its words, accepts or rejects the corrections, and finds how the check stands
 * behind the article and at the foot of each page. Word and LibreOffice show which comments are
 * resolved.
 */

/* What Word writes where the language is not known. */
#define NO_LANGUAGE "x-none"

/* Twentieths of a point, in which lengths are given. */
#define POINT 20
#define MARGIN 1440u

static void
add_fixed_parts (GalleyZipWriter *zip)
{
  galley_package_template_add (zip, "[Content_Types].xml", "docx/content-types.xml", NULL, 0);
  galley_package_template_add (zip, "_rels/.rels", "docx/package.rels", NULL, 0);
  galley_package_template_add (zip, "word/numbering.xml", "docx/numbering.xml", NULL, 0);
}

static const char *
name_language (const char *language)
{
  return language != NULL ? language : NO_LANGUAGE;
}

static void
add_look (GalleyZipWriter *zip, GalleyCopy *copy, guint text_width)
{
  GalleyReport *report = galley_copy_get_report (copy);
  const char *language = galley_manuscript_get_language (report);
  g_autofree char *name = galley_words_name_copy (report);
  g_autofree char *head = galley_manuscript_dup_running_head (copy);
  g_autofree char *description = galley_manuscript_dup_description (copy);
  g_autofree char *foot = galley_manuscript_dup_running_foot (copy);
  g_autofree char *head_text = galley_package_template_escape (head);
  g_autofree char *foot_text = galley_package_template_escape (foot);
  g_autofree char *width = g_strdup_printf ("%u", text_width);
  const GalleyPackageTemplateValue values[] = {
    { "HEAD", head_text },
    { "FOOT", foot_text },
    { "ARTICLE", name_language (language) },
    { "OWN", galley_words_get_language () },
    { "TEXTWIDTH", width },
  };

  galley_package_template_add_properties (zip, report, name, description, language);
  galley_package_template_add (zip, "word/styles.xml", "docx/styles.xml", values,
                               G_N_ELEMENTS (values));
  galley_package_template_add (zip, "word/settings.xml", "docx/settings.xml", values,
                               G_N_ELEMENTS (values));
  galley_package_template_add (zip, "word/header1.xml", "docx/header.xml", values,
                               G_N_ELEMENTS (values));
  galley_package_template_add (zip, "word/footer1.xml", "docx/footer.xml", values,
                               G_N_ELEMENTS (values));
}

static void
add_words (GalleyZipWriter *zip, const GalleyDocxManuscript *words, guint width, guint height)
{
  g_autofree char *page_width = g_strdup_printf ("%u", width);
  g_autofree char *page_height = g_strdup_printf ("%u", height);
  const GalleyPackageTemplateValue body[] = { { "BODY", words->body->str },
                                              { "WIDTH", page_width },
                                              { "HEIGHT", page_height } };
  const GalleyPackageTemplateValue comments[] = { { "COMMENTS", words->comments->str } };
  const GalleyPackageTemplateValue threads[] = { { "THREADS", words->threads->str } };
  const GalleyPackageTemplateValue body_links[] = { { "LINKS", words->body_links->str } };
  const GalleyPackageTemplateValue comment_links[] = { { "LINKS", words->comment_links->str } };

  galley_package_template_add (zip, "word/document.xml", "docx/document.xml", body,
                               G_N_ELEMENTS (body));
  galley_package_template_add (zip, "word/_rels/document.xml.rels", "docx/document.rels",
                               body_links, 1);
  galley_package_template_add (zip, "word/comments.xml", "docx/comments.xml", comments, 1);
  galley_package_template_add (zip, "word/_rels/comments.xml.rels", "docx/comments.rels",
                               comment_links, 1);
  galley_package_template_add (zip, "word/commentsExtended.xml", "docx/comments-extended.xml",
                               threads, 1);
}

/* What the words of the article are marked with; NULL if they are in the document's language. */
static const char *
find_other_language (GalleyReport *report)
{
  const char *language = name_language (galley_words_get_article_language (report));

  return g_str_equal (language, name_language (galley_manuscript_get_language (report))) ? NULL
                                                                                         : language;
}

/**
 * galley_docx_write:
 * @cancellable: (nullable): stops the work at the next element
 * @error: (out) (optional): %G_IO_ERROR_NO_SPACE if it is too large for the format
 *
 * Returns: (transfer full): @copy as a Word document; %NULL on error
 */
GBytes *
galley_docx_write (GalleyCopy *copy, GCancellable *cancellable, GError **error)
{
  GalleyReport *report = galley_copy_get_report (copy);
  g_autoptr (GalleyZipWriter) zip = galley_zip_writer_new ();
  g_auto (GalleyDocxManuscript) words;
  double width, height;
  guint text_width;

  galley_paper_get_size (galley_report_get_options (report)->paper, &width, &height);
  text_width = (guint) (width * POINT + .5) - 2 * MARGIN;
  galley_docx_manuscript_init (&words, find_other_language (report), text_width);
  if (!galley_manuscript_add_copy (&words.parent, copy, cancellable, error))
    return NULL;

  add_fixed_parts (zip);
  add_look (zip, copy, text_width);
  add_words (zip, &words, text_width + 2 * MARGIN, (guint) (height * POINT + .5));

  return galley_zip_writer_finish (zip, error);
}
