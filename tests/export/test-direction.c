/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-fixture.h"

#include "galley-copy-builder.h"
#include "galley-direction.h"
#include "galley-export.h"
#include "galley-pages-private.h"

#include <string.h>

/* In which direction the words of an Arabic article are read in what the program says in English.
 */

#define ELEVEN "قُتل 11 شخصًا"   /* eleven people were killed */
#define REST "، بحسب مسؤولين." /* according to officials */
#define TWELVE "قُتل 12 شخصًا"
#define LRM "\342\200\216"

static GalleyReport *
make_report (GalleyLayout layout)
{
  g_auto (Fixture) fixture;
  GalleyClaimFields fields = { .status = GALLEY_STATUS_DISPUTED,
                               .correction = TWELVE,
                               .checked_by = "ليلى",
                               .checked_at = 1756978200000 };

  fixture_init (&fixture);
  fixture.options.layout = layout;
  fixture_add_block (&fixture, GALLEY_BLOCK_LIST_ITEM, 1, ELEVEN REST);
  fixture_add_block (&fixture, GALLEY_BLOCK_LIST_ITEM, 1, "In English.");
  fields.range = fixture_find (&fixture, ELEVEN, 1);
  fixture_add_claim (&fixture, &fields);

  return fixture_make_report (&fixture);
}

static const GalleyCopyElement *
find_element (GalleyCopy *copy, const char *nick)
{
  guint n_elements;
  const GalleyCopyElement *elements = galley_copy_get_elements (copy, &n_elements);

  for (guint i = 0; i < n_elements; i++)
    if (g_strcmp0 (elements[i].nick, nick) == 0)
      return &elements[i];

  g_assert_not_reached ();
}

/* What the program says runs as its language does, whatever stands in it first. */
static void
test_own_words_keep_their_direction (void)
{
  g_autoptr (GalleyReport) report = make_report (GALLEY_LAYOUT_ANNOTATED);
  g_autoptr (GalleyCopy) copy = galley_copy_set (report);
  const GalleyCopyElement *correction = find_element (copy, "correction");

  g_assert_cmpuint (correction->n_runs, ==, 3);
  g_assert_cmpstr (correction->runs[1].text, ==, LRM " → ");
  g_assert_false (galley_direction_of_element_is_rtl (correction, /* has_label= */ FALSE));
  g_assert_false (
      galley_direction_of_element_is_rtl (find_element (copy, "checked"), /* has_label= */ FALSE));
}

/* A passage that is cut where the claim is is still one, and read in its order. */
static void
test_passages_are_one (void)
{
  g_autoptr (GalleyReport) report = make_report (GALLEY_LAYOUT_MEMO);
  g_autoptr (GalleyCopy) copy = galley_copy_set (report);
  g_autoptr (GBytes) page = galley_export_to_bytes (report, galley_export_find_format ("html"),
                                                    /* cancellable= */ NULL, /* error= */ NULL);
  guint n_elements, n_quotes = 0;
  const GalleyCopyElement *elements = galley_copy_get_elements (copy, &n_elements);

  for (guint i = 0; i < n_elements; i++)
    if (elements[i].kind == GALLEY_COPY_QUOTE)
      {
        g_assert_cmpuint (elements[i].n_runs, ==, 2);
        g_assert_true (galley_direction_of_element_is_rtl (&elements[i], /* has_label= */ TRUE));
        n_quotes++;
      }
  g_assert_cmpuint (n_quotes, ==, 1);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (page, NULL), (gssize) g_bytes_get_size (page),
                                  "<strong>" ELEVEN "</strong>" REST "</blockquote>"));
}

static const GalleyPagesPiece *
find_piece (GalleyPages *pages, const char *words)
{
  for (guint i = 0; i < pages->pieces->len; i++)
    {
      const GalleyPagesPiece *piece = &g_array_index (pages->pieces, GalleyPagesPiece, i);

      if (g_str_has_prefix (piece->box->text->str, words))
        return piece;
    }

  g_assert_not_reached ();
}

/* The sign of an item stands where its words begin. */
static void
test_bullets_stand_in_front (void)
{
  g_autoptr (GalleyReport) report = make_report (GALLEY_LAYOUT_ANNOTATED);
  g_autoptr (GalleyCopy) copy = galley_copy_set (report);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyPages) pages = galley_pages_new (copy, /* width= */ 595, /* height= */ 842,
                                                    /* cancellable= */ NULL, &error);
  const GalleyPagesPiece *arabic, *english;

  g_assert_no_error (error);
  arabic = find_piece (pages, "قُتل");
  english = find_piece (pages, "In English");
  g_assert_true (arabic->box->is_rtl);
  g_assert_false (english->box->is_rtl);
  g_assert_true (arabic[-1].box->is_label);
  g_assert_cmpstr (arabic[-1].box->text->str, ==, "•");
  g_assert_cmpfloat (arabic[-1].x, >, arabic->x + arabic->width);
  g_assert_cmpstr (english[-1].box->text->str, ==, "•");
  g_assert_cmpfloat (english[-1].x + english[-1].width, <, english->x);
  g_assert_cmpfloat_with_epsilon (arabic->x + arabic->width,
                                  pages->left + pages->measure - (english->x - pages->left), 0.1);
}

/* The first column of a table stands where its words begin. */
static void
test_tables_begin_at_the_right (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (GalleyReport) report = NULL;
  g_autoptr (GalleyCopy) copy = NULL;
  g_autoptr (GalleyPages) pages = NULL;
  g_autoptr (GBytes) page = NULL;

  fixture_init (&fixture);
  fixture_add_block (&fixture, GALLEY_BLOCK_TABLE_ROW, 0, "مكان\tسنة");
  fixture_add_block (&fixture, GALLEY_BLOCK_PARAGRAPH, 0, "Between them.");
  fixture_add_block (&fixture, GALLEY_BLOCK_TABLE_ROW, 0, "Place\tYear");
  report = fixture_make_report (&fixture);
  copy = galley_copy_set (report);
  pages = galley_pages_new (copy, /* width= */ 595, /* height= */ 842, /* cancellable= */ NULL,
                            /* error= */ NULL);

  g_assert_cmpfloat (find_piece (pages, "مكان")->x, >, find_piece (pages, "سنة")->x);
  g_assert_cmpfloat (find_piece (pages, "Place")->x, <, find_piece (pages, "Year")->x);
  page = galley_export_to_bytes (report, galley_export_find_format ("html"),
                                 /* cancellable= */ NULL, /* error= */ NULL);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (page, NULL), (gssize) g_bytes_get_size (page),
                                  "<table dir=\"rtl\">"));
  g_assert_nonnull (
      g_strstr_len (g_bytes_get_data (page, NULL), (gssize) g_bytes_get_size (page), "<table>"));
}

/* A word processor knows no isolates: what runs the other way is embedded. */
static void
test_embedding (void)
{
  GalleyCopyRun arabic = { .text = ELEVEN, .length_bytes = strlen (ELEVEN), .status = -1 };
  GalleyCopyRun english = { .text = "x", .length_bytes = 1, .status = -1 };
  static const GalleySpan in_place;

  g_assert_false (galley_direction_is_embedded (&arabic, /* is_rtl= */ FALSE));
  arabic.marks = english.marks = GALLEY_COPY_FOREIGN;
  g_assert_true (galley_direction_is_embedded (&arabic, /* is_rtl= */ FALSE));
  g_assert_false (galley_direction_is_embedded (&arabic, /* is_rtl= */ TRUE));
  g_assert_false (galley_direction_is_embedded (&english, /* is_rtl= */ FALSE));
  arabic.span = &in_place;
  g_assert_false (galley_direction_is_embedded (&arabic, /* is_rtl= */ FALSE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/direction/own-words", test_own_words_keep_their_direction);
  g_test_add_func ("/export/direction/passages", test_passages_are_one);
  g_test_add_func ("/export/direction/bullets", test_bullets_stand_in_front);
  g_test_add_func ("/export/direction/tables", test_tables_begin_at_the_right);
  g_test_add_func ("/export/direction/embedding", test_embedding);

  return g_test_run ();
}
