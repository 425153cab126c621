/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-fixture.h"

#include "galley-export.h"
#include "galley-pages-private.h"
#include "galley-pdf-catalog.h"

#include <string.h>

/* How pages are made. What independent programs read in them is in test-pages-readers.py. */

static GalleyPages *
make_pages (Fixture *fixture, GalleyCopy **out_copy)
{
  g_autoptr (GalleyReport) report = fixture_make_report (fixture);
  g_autoptr (GError) error = NULL;
  GalleyPages *pages;

  *out_copy = galley_copy_set (report);
  pages = galley_pages_new (*out_copy, /* width= */ 595, /* height= */ 842, /* cancellable= */ NULL,
                            &error);
  g_assert_no_error (error);

  return pages;
}

static GBytes *
write_pdf (Fixture *fixture)
{
  g_autoptr (GalleyReport) report = fixture_make_report (fixture);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = galley_export_to_bytes (report, galley_export_find_format ("pdf"),
                                          /* cancellable= */ NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static const GalleyPagesRow *
get_row (GalleyPages *pages, guint index)
{
  return &g_array_index (pages->rows, GalleyPagesRow, index);
}

/* Every row is on one page, in order, and no page is fuller than it may be. */
static void
assert_whole (GalleyPages *pages)
{
  guint next = 0;

  for (guint i = 0; i < pages->places->len; i++)
    {
      const GalleyPagesPlace *place = &g_array_index (pages->places, GalleyPagesPlace, i);
      double height = 0;

      g_assert_cmpuint (place->first_row, ==, next);
      for (guint j = 0; j < place->n_rows; j++)
        height +=
            get_row (pages, next + j)->height + (j > 0 ? get_row (pages, next + j)->before : 0);
      g_assert_true (place->n_rows == 1 || height <= galley_pages_get_frame_height (pages) + 0.01);
      next += place->n_rows;
    }
  g_assert_cmpuint (next, ==, pages->rows->len);
}

/* Pages end where they may. */
static void
assert_well_broken (GalleyPages *pages)
{
  for (guint i = 0; i + 1 < pages->places->len; i++)
    {
      const GalleyPagesPlace *place = &g_array_index (pages->places, GalleyPagesPlace, i);

      g_assert_false (get_row (pages, place->first_row + place->n_rows - 1)->keeps_next);
    }
}

/* A heading with nothing under it, such as of sources that nobody named, ends the article and does
 * not go with what was found out about it. */
static void
test_headings_at_the_end_stay (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyCopy) copy = NULL;
  g_autoptr (GalleyPages) pages = NULL;
  guint n_found = 0;

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, "Eleven people died.");
  fixture_add_block (&fixture, GALLEY_BLOCK_HEADING, 2, "Sources");
  fixture_add_plain_claim (&fixture, 0, 6, GALLEY_STATUS_CONFIRMED);
  pages = make_pages (&fixture, &copy);

  for (guint i = 0; i < pages->rows->len; i++)
    {
      const GalleyCopyElement *element = &pages->elements[get_row (pages, i)->element];

      if (element->kind != GALLEY_COPY_HEADING || element->level != 2)
        continue;
      g_assert_cmpint (get_row (pages, i)->keeps_next, ==, element->block < 0);
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, 2);
}

/* What introduces a list is no better alone at the end of a page than its heading. */
static void
test_introductions_stay_with_lists (void)
{
  GalleyFormer fields = { .quote = (char *) "Eleven ships",
                          .draft_id = (char *) "00000000-0000-4000-8000-000000000001" };
  g_autoptr (GalleyFormer) former = galley_former_new (&fields);
  GalleyClaimFields lost = { .range = { 0, 1 }, .place = GALLEY_PLACE_LOST, .former = former };
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) report = NULL;
  g_autoptr (GalleyCopy) copy = NULL;
  g_autoptr (GalleyPages) pages = NULL;
  guint n_found = 0;

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_HEADING, 2, "Ships");
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, "Eleven people died.");
  g_ptr_array_add (waiting, galley_claim_new ("lost", &lost));
  report = fixture_make_report (&fixture);
  galley_report_set_waiting (report, waiting);
  copy = galley_copy_set (report);
  pages = galley_pages_new (copy, /* width= */ 595, /* height= */ 842, /* cancellable= */ NULL,
                            /* error= */ NULL);

  for (guint i = 0; i < pages->rows->len; i++)
    {
      const GalleyCopyElement *element = &pages->elements[get_row (pages, i)->element];

      if (element->kind != GALLEY_COPY_PARAGRAPH || element->role != GALLEY_COPY_PLAIN ||
          element[-1].kind != GALLEY_COPY_HEADING)
        continue;
      g_assert_cmpint (get_row (pages, i)->keeps_next, ==, element->block < 0);
      n_found++;
    }
  g_assert_cmpuint (n_found, >=, 2);
}

static void
test_headings_stay_with_what_follows (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyCopy) copy = NULL;
  g_autoptr (GalleyPages) pages = NULL;

  fixture_init (&fixture);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *words = g_strnfill (20 + 37 * i % 900, 'w');

      for (gsize at = 7, length = strlen (words); at + 1 < length; at += 7)
        words[at] = ' ';
      fixture_add_block (&fixture, GALLEY_BLOCK_HEADING, 2, "A heading");
      fixture_add_block (&fixture, GALLEY_BLOCK_HEADING, 3, "And one below it");
      fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, words);
    }
  pages = make_pages (&fixture, &copy);

  g_assert_cmpuint (galley_pages_get_n_pages (pages), >, 10);
  assert_whole (pages);
  assert_well_broken (pages);
  for (guint i = 0; i < pages->places->len; i++)
    {
      const GalleyPagesPlace *place = &g_array_index (pages->places, GalleyPagesPlace, i);
      guint last = get_row (pages, place->first_row + place->n_rows - 1)->element;

      g_assert_cmpint (pages->elements[last].kind, !=, GALLEY_COPY_HEADING);
    }
}

/* No line of a paragraph stands alone at either end of a page. */
static void
test_no_line_stands_alone (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyCopy) copy = NULL;
  g_autoptr (GalleyPages) pages = NULL;

  fixture_init (&fixture);
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GString) words = g_string_new ("Words");

      for (guint j = 0; j < 20 + i; j++)
        g_string_append (words, " and words");
      fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, words->str);
    }
  pages = make_pages (&fixture, &copy);

  assert_well_broken (pages);
  for (guint i = 1; i < pages->places->len; i++)
    {
      guint first = g_array_index (pages->places, GalleyPagesPlace, i).first_row;

      if (get_row (pages, first)->element != get_row (pages, first - 1)->element)
        continue;
      g_assert_cmpuint (get_row (pages, first)->element, ==, get_row (pages, first + 1)->element);
      g_assert_cmpuint (get_row (pages, first - 1)->element, ==,
                        get_row (pages, first - 2)->element);
    }
}

static void
test_long_words (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyCopy) copy = NULL;
  g_autoptr (GalleyPages) pages = NULL;
  g_autofree char *word = g_strnfill (100 * 1000, 'w');
  g_autoptr (GString) quote = g_string_new (NULL);

  while (quote->len < 200 * 3000)
    g_string_append (quote, "Nobody has measured it since, and no plan says who should. ");
  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, word);
  fixture_add_block (&fixture, GALLEY_BLOCK_QUOTE, 0, quote->str);
  pages = make_pages (&fixture, &copy);

  g_assert_cmpuint (galley_pages_get_n_pages (pages), >, 200);
  assert_whole (pages);
  for (guint i = 0; i < pages->pieces->len; i++)
    {
      const GalleyPagesPiece *piece = &g_array_index (pages->pieces, GalleyPagesPiece, i);

      g_assert_cmpuint (piece->length_bytes, <, 200);
    }
}

/* What is set some at a time lacks nothing. */
static void
test_long_text_is_whole (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyCopy) copy = NULL;
  g_autoptr (GalleyPages) pages = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  const GalleyPagesBox *box = NULL;
  gsize next = 0;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (words, "%u ", i);
  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, words->str);
  pages = make_pages (&fixture, &copy);

  for (guint i = 0; i < pages->pieces->len; i++)
    {
      const GalleyPagesPiece *piece = &g_array_index (pages->pieces, GalleyPagesPiece, i);

      if (piece->box->text->len < 10000)
        continue;
      box = piece->box;
      g_assert_cmpuint (piece->start_bytes, ==, next);
      next = piece->start_bytes + piece->length_bytes;
    }
  g_assert_nonnull (box);
  g_assert_cmpuint (next, ==, box->text->len);
}

static void
add_row (Fixture *fixture, guint n_cells, const char *cell)
{
  g_autoptr (GString) words = g_string_new (cell);

  for (guint i = 1; i < n_cells; i++)
    g_string_append_printf (words, "\t%s", cell);
  fixture_add_block (fixture, GALLEY_BLOCK_TABLE_ROW, 0, words->str);
}

static void
test_tables (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyCopy) copy = NULL;
  g_autoptr (GalleyPages) pages = NULL;
  g_autofree char *tall = g_strnfill (9000, 'w');
  g_autoptr (GBytes) pdf = NULL;

  fixture_init (&fixture);
  for (guint i = 0; i < 1000; i++)
    add_row (&fixture, 1 + i % 4, "Some words in a cell that take more than a line of it");
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, "Between the tables");
  add_row (&fixture, 300, "Cell");
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, "Between the tables");
  add_row (&fixture, 3, tall);
  pages = make_pages (&fixture, &copy);

  assert_whole (pages);
  assert_well_broken (pages);
  for (guint i = 0; i < pages->pieces->len; i++)
    {
      double x = g_array_index (pages->pieces, GalleyPagesPiece, i).x;

      g_assert_cmpfloat (x, >=, pages->left);
      g_assert_cmpfloat (x, <, pages->left + pages->measure);
    }
  pdf = write_pdf (&fixture);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 0);
}

/* More begin in one line than a margin has room for. */
static void
test_crowded_margin (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GBytes) pdf = NULL;

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, "Everything is claimed here at once.");
  for (guint i = 0; i < 2000; i++)
    fixture_add_plain_claim (&fixture, 0, 1 + i % 35, i % GALLEY_N_STATUSES);
  pdf = write_pdf (&fixture);

  g_assert_cmpuint (g_bytes_get_size (pdf), >, 0);
}

static void
test_many_overlapping_claims (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *words = g_strnfill (20000, 'w');

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, words);
  for (guint i = 0; i < 10000; i++)
    fixture_add_plain_claim (&fixture, i, i + 60, i % GALLEY_N_STATUSES);
  pdf = write_pdf (&fixture);

  g_assert_cmpuint (g_bytes_get_size (pdf), <, 40 * 1000 * 1000);
}

static void
test_same_bytes (void)
{
  g_autofree char *folder =
      g_test_build_filename (G_TEST_DIST, "fixtures", "export", "record", NULL);
  const GalleyExportFormat *format = galley_export_find_format ("pdf");

  for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
    {
      g_autoptr (GalleyReport) report = fixture_load (folder, layout);
      g_autoptr (GBytes) first =
          galley_export_to_bytes (report, format, /* cancellable= */ NULL, /* error= */ NULL);
      g_autoptr (GBytes) second =
          galley_export_to_bytes (report, format, /* cancellable= */ NULL, /* error= */ NULL);

      g_assert_nonnull (first);
      g_assert_true (g_bytes_equal (first, second));
    }
}

/* As a print dialog asks for them. */
static void
test_pages_in_any_order (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyCopy) copy = NULL;
  g_autoptr (GalleyPages) pages = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  fixture_init (&fixture);
  for (guint i = 0; i < 60; i++)
    fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0,
                       "The port raised its fees, and the council did not object to that.");
  fixture_add_plain_claim (&fixture, 0, 24, GALLEY_STATUS_PENDING);
  pages = make_pages (&fixture, &copy);
  surface = galley_drawing.cairo_pdf_surface_create_for_stream (NULL, NULL, 595, 842);
  cr = galley_drawing.cairo_create (surface);

  g_assert_cmpuint (galley_pages_get_n_pages (pages), >, 1);
  for (guint i = galley_pages_get_n_pages (pages); i > 0; i--)
    {
      galley_pages_draw (pages, i - 1, cr);
      galley_drawing.cairo_show_page (cr);
    }
  g_assert_cmpint (galley_drawing.cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  galley_drawing.cairo_destroy (cr);
  galley_drawing.cairo_surface_destroy (surface);
}

static void
test_narrow_pages (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) report = NULL;
  g_autoptr (GalleyCopy) copy = NULL;
  g_autoptr (GalleyPages) pages = NULL;

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_LIST_ITEM, 1, "The port raised its fees on Monday.");
  report = fixture_make_report (&fixture);
  copy = galley_copy_set (report);
  pages = galley_pages_new (copy, /* width= */ 10, /* height= */ 10, /* cancellable= */ NULL,
                            /* error= */ NULL);

  assert_whole (pages);
}

/* What cairo does not write stays as it is. */
static void
test_catalog_of_something_else (void)
{
  static const char *const documents[] = {
    "",
    "\n",
    "%PDF-1.4\nstartxref\n9\n%%EOF\n",
    "%PDF-1.4\nxref\ntrailer\n<< /Size 2 /Root 1 0 R /Info 2 0 R >>\nstartxref\n9\n%%EOF\n",
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog\nxref\ntrailer\n<< /Size 2 /Root 1 0 R /Info 2 0 R >>\n"
    "startxref\n35\n%%EOF\n",
    "startxref\n99999999999999999999\n%%EOF\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GByteArray) array = g_byte_array_new ();
      gsize size_bytes = strlen (documents[i]);

      g_byte_array_append (array, (const guint8 *) documents[i], (guint) size_bytes);
      g_assert_false (galley_pdf_catalog_add (array, "en"));
      g_assert_cmpmem (array->data, array->len, documents[i], size_bytes);
    }
}

static void
test_paper (void)
{
  GalleyPaper paper = GALLEY_PAPER_OF_LOCALE;
  double width, height;

  g_assert_false (galley_paper_from_nick ("a5", &paper));
  g_assert_false (galley_paper_from_nick (NULL, &paper));
  g_assert_cmpint (paper, ==, GALLEY_PAPER_OF_LOCALE);
  g_assert_true (galley_paper_from_nick ("letter", &paper));
  galley_paper_get_size (paper, &width, &height);
  g_assert_cmpfloat (width, ==, 8.5 * 72);
  g_assert_cmpfloat (height, ==, 11 * 72);
  g_assert_true (galley_paper_from_nick ("a4", &paper));
  galley_paper_get_size (paper, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/pages/introductions", test_introductions_stay_with_lists);
  g_test_add_func ("/export/pages/headings-at-the-end", test_headings_at_the_end_stay);
  g_test_add_func ("/export/pages/headings", test_headings_stay_with_what_follows);
  g_test_add_func ("/export/pages/lines", test_no_line_stands_alone);
  g_test_add_func ("/export/pages/long-words", test_long_words);
  g_test_add_func ("/export/pages/long-text", test_long_text_is_whole);
  g_test_add_func ("/export/pages/tables", test_tables);
  g_test_add_func ("/export/pages/crowded-margin", test_crowded_margin);
  g_test_add_func ("/export/pages/many-overlapping-claims", test_many_overlapping_claims);
  g_test_add_func ("/export/pages/same-bytes", test_same_bytes);
  g_test_add_func ("/export/pages/any-order", test_pages_in_any_order);
  g_test_add_func ("/export/pages/narrow", test_narrow_pages);
  g_test_add_func ("/export/pages/catalog", test_catalog_of_something_else);
  g_test_add_func ("/export/pages/paper", test_paper);

  return g_test_run ();
}
