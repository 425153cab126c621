/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-document.h"

#include "galley-import.h"
#include "galley-pdf-head.h"
#include "galley-pdf-layout.h"
#include "galley-pdf-writer.h"

#include <glib/gi18n-lib.h>

static void
add_missing (const GalleyPdfPages *pages, GalleyDocumentBuilder *builder)
{
  g_autofree char *notice = NULL;

  if (pages->n_missing == 0)
    return;

  notice = g_strdup_printf (ngettext ("%u page of the PDF document is damaged and was left out",
                                      "%u pages of the PDF document are damaged and were left out",
                                      pages->n_missing),
                            pages->n_missing);
  galley_document_builder_add_notice (builder, notice);
}

/* What fonts do not tell is lost in silence, or comes as other letters. */
static void
add_unsure (const GalleyPdfPages *pages, GalleyDocumentBuilder *builder)
{
  guint64 n = 0;
  guint first = 0;
  g_autofree char *notice = NULL;

  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GalleyPdfPage *page = &g_array_index (pages->pages, GalleyPdfPage, i);

      if (n == 0 && page->n_unsure > 0)
        first = i + 1;
      n += page->n_unsure;
    }
  if (n == 0)
    return;

  n = MIN (n, G_MAXUINT);
  notice = g_strdup_printf (
      ngettext ("%u character on page %u of the PDF document is missing or may be wrong: its font "
                "does not say what it is",
                "%u characters of the PDF document, from page %u on, are missing or may be wrong: "
                "their fonts do not say what they are",
                n),
      (guint) n, first);
  galley_document_builder_add_notice (builder, notice);
}

/**
 * galley_pdf_document_new:
 * @pages: what is on the pages
 * @original: the PDF document itself
 * @label: what to call it in an error
 * @error: (out) (optional): a #GalleyImportError
 *
 * Makes a document of what is on the pages. Title and author are those that the document states, if
 * they can be believed, but a title or a byline in the text goes before.
 *
 * Returns: (transfer full): the document, or %NULL
 */
GalleyDocument *
galley_pdf_document_new (const GalleyPdfPages *pages,
                         GBytes *original,
                         const char *label,
                         GError **error)
{
  g_autoptr (GalleyPdfLayout) layout = NULL;
  g_autoptr (GalleyDocumentBuilder) builder = NULL;
  g_autofree char *title = NULL;
  g_autofree char *author = NULL;

  if (pages->lines->len == 0)
    {
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_EMPTY,
                   _ ("“%s” holds no text: its pages are pictures, as of a scan, or empty"), label);
      return NULL;
    }

  builder = galley_document_builder_new ();
  title = galley_pdf_head_dup_title (pages->title);
  author = galley_pdf_head_dup_author (pages->author);
  galley_document_builder_set_metadata (builder, GALLEY_METADATA_TITLE, title);
  galley_document_builder_set_metadata (builder, GALLEY_METADATA_BYLINE, author);
  add_missing (pages, builder);
  add_unsure (pages, builder);

  layout = galley_pdf_layout_new (pages);
  galley_pdf_layout_find_askew (layout);
  galley_pdf_layout_find_furniture (layout);
  galley_pdf_layout_find_notes (layout);
  galley_pdf_layout_find_order (layout);
  galley_pdf_layout_find_paragraphs (layout);
  galley_pdf_layout_find_roles (layout, title);
  galley_pdf_write (layout, builder);

  return galley_document_builder_finish (builder, original, "application/pdf");
}
