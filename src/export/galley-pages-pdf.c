/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pages-private.h"
#include "galley-pdf-catalog.h"
#include "galley-words.h"
#include "galley-writers.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Pages as PDF 1.4, of which cairo writes a catalog that can be added to (galley-pdf-catalog.c). */

#define MAX_OUTLINE_LETTERS 120

typedef struct
{
  GByteArray *bytes;
  GCancellable *cancellable; /* (nullable) */
} Output;

/* Nobody keeps what is written after it was cancelled. Cairo is not told: where it cannot write a
 * page it loses its way among the pages, and ends the program. */
static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  Output *output = closure;

  if (!g_cancellable_is_cancelled (output->cancellable))
    g_byte_array_append (output->bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, cairo_pdf_metadata_t key, const char *utf8)
{
  g_autofree char *clean = NULL;

  if (utf8 == NULL || *utf8 == '\0')
    return;

  clean = galley_pages_clean_text (utf8);
  galley_drawing.cairo_pdf_surface_set_metadata (surface, key, clean);
}

/* What is no copy of the article itself says so. */
static char *
make_title (GalleyReport *report)
{
  GalleyLayout layout = galley_report_get_options (report)->layout;

  if (layout == GALLEY_LAYOUT_ANNOTATED || layout == GALLEY_LAYOUT_PUBLICATION)
    return g_strdup (galley_report_get_title (report));

  return g_strdup_printf ("%s – %s", galley_report_get_title (report),
                          galley_layout_get_label (layout));
}

static void
describe (cairo_surface_t *surface, GalleyReport *report)
{
  g_autofree char *title = make_title (report);
  g_autofree char *time =
      galley_words_format_time (galley_report_get_options (report)->exported_at);

  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  set_metadata (
      surface, CAIRO_PDF_METADATA_AUTHOR,
      galley_document_get_metadata (galley_report_get_document (report), GALLEY_METADATA_BYLINE));
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Galley " GALLEY_VERSION);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

/* The words of a heading as they stand in the outline; (transfer full). */
static char *
make_outline_words (const GalleyCopyElement *element)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *clean = NULL;

  for (guint i = 0; i < element->n_runs; i++)
    if (!(element->runs[i].marks & GALLEY_COPY_ON_SCREEN) &&
        (element->runs[i].target == GALLEY_COPY_NOWHERE || element->runs[i].href != NULL))
      g_string_append_len (words, element->runs[i].text, (gssize) element->runs[i].length_bytes);
  clean = galley_pages_clean_text (words->str);
  if (g_utf8_strlen (clean, -1) > MAX_OUTLINE_LETTERS)
    *g_utf8_offset_to_pointer (clean, MAX_OUTLINE_LETTERS) = '\0';

  return g_steal_pointer (&clean);
}

/* Headings under each other, those of a third level and below folded away. */
static void
add_outline (GalleyPages *pages, cairo_surface_t *surface)
{
  int parents[7] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < pages->n_elements; i++)
    {
      const GalleyCopyElement *element = &pages->elements[i];
      guint level = element->kind == GALLEY_COPY_TITLE ? 1 : CLAMP (element->level, 2, 6);
      g_autofree char *words = NULL;
      g_autofree char *link = NULL;

      if ((element->kind != GALLEY_COPY_TITLE && element->kind != GALLEY_COPY_HEADING) ||
          element->n_runs == 0)
        continue;
      words = make_outline_words (element);
      link = g_strdup_printf ("dest='heading-%u'", i);
      parents[level] = galley_drawing.cairo_pdf_surface_add_outline (
          surface, parents[level - 1], words, link, level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      for (guint deeper = level + 1; deeper < G_N_ELEMENTS (parents); deeper++)
        parents[deeper] = parents[level];
    }
}

/* What was begun on the pages is closed, even where they are not all there. */
static void
draw (GalleyPages *pages, cairo_surface_t *surface, GCancellable *cancellable)
{
  cairo_t *cr = galley_drawing.cairo_create (surface);
  GalleyPagesTagger *tagger = galley_pages_tagger_new (pages, cr);
  guint n_pages = galley_pages_get_n_pages (pages);
  gboolean is_last = FALSE;

  for (guint i = 0; !is_last; i++)
    {
      is_last = i + 1 == n_pages || g_cancellable_is_cancelled (cancellable);
      galley_pages_draw_tagged (pages, i, cr, tagger);
      if (is_last)
        galley_pages_tagger_free (tagger);
      galley_drawing.cairo_show_page (cr);
      galley_pages_drop_words (pages, i);
    }
  if (!g_cancellable_is_cancelled (cancellable))
    add_outline (pages, surface);
  galley_drawing.cairo_destroy (cr);
}

/* Takes the pages, which are freed before the document is finished: cairo needs some memory then,
 * and what it has found out of the structure is as much as the pages are. */
static GBytes *
print (GalleyPages *pages, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  Output output = { array, cancellable };
  cairo_surface_t *surface = galley_drawing.cairo_pdf_surface_create_for_stream (
      append_cb, &output, pages->width, pages->height);
  const char *language = galley_words_get_article_language (galley_copy_get_report (pages->copy));
  cairo_status_t status;

  galley_drawing.cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  describe (surface, galley_copy_get_report (pages->copy));
  draw (pages, surface, cancellable);
  galley_pages_free (pages);
  galley_drawing.cairo_surface_finish (surface);
  status = galley_drawing.cairo_surface_status (surface);
  galley_drawing.cairo_surface_destroy (surface);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status == CAIRO_STATUS_SUCCESS)
    {
      galley_pdf_catalog_add (array, language != NULL ? language : galley_words_get_language ());
      return g_byte_array_free_to_bytes (g_steal_pointer (&array));
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The pages could not be drawn: %s"),
               galley_drawing.cairo_status_to_string (status));
  return NULL;
}

/**
 * galley_pages_write_pdf:
 * @cancellable: (nullable): stops the work at the next paragraph or page
 * @error: (out) (optional): an error of %G_IO_ERROR
 *
 * Returns: (transfer full): @copy as a PDF document; %NULL if it cannot be drawn
 */
GBytes *
galley_pages_write_pdf (GalleyCopy *copy, GCancellable *cancellable, GError **error)
{
  GalleyPages *pages;
  double width, height;

  galley_paper_get_size (galley_report_get_options (galley_copy_get_report (copy))->paper, &width,
                         &height);
  pages = galley_pages_new (copy, width, height, cancellable, error);

  return pages != NULL ? print (pages, cancellable, error) : NULL;
}
