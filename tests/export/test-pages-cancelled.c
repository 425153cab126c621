/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-fixture.h"

#include "galley-drawing.h"
#include "galley-export.h"

#include <glib/gstdio.h>

/* Exports that somebody cancels while they are being made. Where that is, is said by a function of
 * what sets and draws pages, which counts how often it is called and cancels at the call wanted. */

#define N_PARAGRAPHS 600

static GalleyDrawing real;
static GCancellable *cancellable;
static guint n_calls;
static guint n_wanted; /* the call that cancels */

static void
count_call (void)
{
  n_calls++;
  if (n_calls == n_wanted)
    g_cancellable_cancel (cancellable);
}

static void
set_text (PangoLayout *layout, const char *text, int length)
{
  count_call ();
  real.pango_layout_set_text (layout, text, length);
}

static void
show_page (cairo_t *cr)
{
  count_call ();
  real.cairo_show_page (cr);
}

static void
finish (cairo_surface_t *surface)
{
  count_call ();
  real.cairo_surface_finish (surface);
}

static GalleyReport *
make_large_report (void)
{
  g_auto (Fixture) fixture;

  fixture_init (&fixture);
  for (guint i = 0; i < N_PARAGRAPHS; i++)
    fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0,
                       "The port raised its fees, and the council did not object to that.");
  for (guint i = 0; i < N_PARAGRAPHS; i++)
    fixture_add_plain_claim (&fixture, i * 10, i * 10 + 40, i % GALLEY_N_STATUSES);

  return fixture_make_report (&fixture);
}

/* Exports in a folder that has nothing in it, neither before nor afterwards. */
static void
assert_nothing_written (const char *format)
{
  g_autoptr (GalleyReport) report = make_large_report ();
  g_autofree char *folder = g_dir_make_tmp ("galley-cancelled-XXXXXX", /* error= */ NULL);
  g_autofree char *path = g_build_filename (folder, "report", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  cancellable = g_cancellable_new ();
  n_calls = 0;
  g_assert_false (galley_export_to_file (report, galley_export_find_format (format), file,
                                         cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_clear_object (&cancellable);
  galley_drawing = real;
}

static void
test_while_lines_are_set (void)
{
  galley_drawing.pango_layout_set_text = set_text;
  n_wanted = N_PARAGRAPHS / 2;
  assert_nothing_written ("pdf");
  g_assert_cmpuint (n_calls, ==, n_wanted);
}

static void
test_while_pages_are_drawn (void)
{
  galley_drawing.cairo_show_page = show_page;
  n_wanted = 5;
  assert_nothing_written ("pdf");
  g_assert_cmpuint (n_calls, ==, n_wanted + 1); /* which closes what is open */
}

/* Nobody sees that it has ended before it is written. */
static void
test_while_pages_are_written (void)
{
  galley_drawing.cairo_surface_finish = finish;
  n_wanted = 1;
  assert_nothing_written ("pdf");
  g_assert_cmpuint (n_calls, ==, n_wanted);
}

/* A paragraph that goes on over many pages is set some of it at a time. */
static void
test_in_a_long_paragraph (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = g_strnfill (300000, 'w');

  for (guint i = 5; i < 300000; i += 6)
    words[i] = ' ';
  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, words);
  report = fixture_make_report (&fixture);

  galley_drawing.pango_layout_set_text = set_text;
  cancellable = g_cancellable_new ();
  n_calls = 0;
  n_wanted = 10;
  g_assert_null (
      galley_export_to_bytes (report, galley_export_find_format ("pdf"), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_calls, ==, n_wanted);
  g_clear_object (&cancellable);
  galley_drawing = real;
}

/* The other formats that take longer than a moment. */
static void
test_documents_for_word_processors (void)
{
  static const char *const formats[] = { "docx", "odt" };
  g_autoptr (GalleyReport) report = make_large_report ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const GalleyExportFormat *format = galley_export_find_format (formats[i]);
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      g_cancellable_cancel (cancelled);
      g_assert_null (galley_export_to_bytes (report, format, cancelled, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (galley_drawing_load (/* error= */ NULL));
  real = galley_drawing;

  g_test_add_func ("/export/pages-cancelled/lines", test_while_lines_are_set);
  g_test_add_func ("/export/pages-cancelled/pages", test_while_pages_are_drawn);
  g_test_add_func ("/export/pages-cancelled/writing", test_while_pages_are_written);
  g_test_add_func ("/export/pages-cancelled/long-paragraph", test_in_a_long_paragraph);
  g_test_add_func ("/export/pages-cancelled/word-processors", test_documents_for_word_processors);

  return g_test_run ();
}
