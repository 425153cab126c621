/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-document-builder.h"

#include <string.h>

#define TEXT "Eleven people died. Nobody said why."

static GalleyDocument *
make_document (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static (TEXT, strlen (TEXT));

  galley_document_builder_add_omission (builder, GALLEY_BLOCK_LIST_ITEM, 1, "Home");
  galley_document_builder_append (builder, TEXT);
  galley_document_builder_set_page (builder, 3);
  galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0, (GalleyRange){ 0, 19 });
  galley_document_builder_set_page (builder, 4);
  galley_document_builder_add_block (builder, GALLEY_BLOCK_QUOTE, 0, (GalleyRange){ 20, 36 });
  galley_document_builder_add_link (builder, (GalleyRange){ 0, 6 }, "https://example.org/");
  galley_document_builder_add_source_note (builder, (GalleyRange){ 20, 36 },
                                           GALLEY_SOURCE_NOTE_FOOTNOTE, NULL, NULL, "By telephone");
  galley_document_builder_add_source_note (builder, (GalleyRange){ 7, 13 },
                                           GALLEY_SOURCE_NOTE_COMMENT, "Ana Ruiz",
                                           "2025-09-03T10:00:00Z", "Page 4\nof the report");
  galley_document_builder_add_omission (builder, GALLEY_BLOCK_HEADING, 2, "Most read");

  return galley_document_builder_finish (builder, original, "text/plain");
}

static GalleyDocument *
load (GalleyDocument *document, GBytes *structure, GError **error)
{
  g_autoptr (GBytes) text = g_bytes_new_static (TEXT, strlen (TEXT));

  return galley_document_load (text, structure, galley_document_get_original (document), error);
}

static void
assert_same (GalleyDocument *document)
{
  guint n_blocks, n_notes, n_omissions;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);
  const GalleySourceNote *notes = galley_document_get_source_notes (document, &n_notes);
  const GalleyOmission *omissions = galley_document_get_omissions (document, &n_omissions);

  g_assert_cmpuint (n_blocks, ==, 2);
  g_assert_cmpuint (blocks[0].page, ==, 3);
  g_assert_cmpuint (blocks[1].page, ==, 4);

  g_assert_cmpuint (n_notes, ==, 2);
  g_assert_cmpint (notes[0].kind, ==, GALLEY_SOURCE_NOTE_COMMENT);
  g_assert_cmpuint (notes[0].range.start, ==, 7);
  g_assert_cmpuint (notes[0].range.end, ==, 13);
  g_assert_cmpstr (notes[0].author, ==, "Ana Ruiz");
  g_assert_cmpstr (notes[0].date, ==, "2025-09-03T10:00:00Z");
  g_assert_cmpstr (notes[0].text, ==, "Page 4\nof the report");
  g_assert_cmpint (notes[1].kind, ==, GALLEY_SOURCE_NOTE_FOOTNOTE);
  g_assert_null (notes[1].author);
  g_assert_null (notes[1].date);

  g_assert_cmpuint (n_omissions, ==, 2);
  g_assert_cmpuint (omissions[0].offset, ==, 0);
  g_assert_cmpstr (omissions[0].text, ==, "Home");
  g_assert_cmpint (omissions[1].role, ==, GALLEY_BLOCK_HEADING);
  g_assert_cmpuint (omissions[1].level, ==, 2);
  g_assert_cmpuint (omissions[1].offset, ==, strlen (TEXT));
}

static void
test_is_kept (void)
{
  g_autoptr (GalleyDocument) document = make_document ();
  g_autoptr (GBytes) structure = galley_document_save_structure (document);
  g_autoptr (GalleyDocument) loaded = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;

  assert_same (document);
  loaded = load (document, structure, &error);
  g_assert_no_error (error);
  assert_same (loaded);
  again = galley_document_save_structure (loaded);
  g_assert_true (g_bytes_equal (structure, again));
}

/* Makes the first of @words in what is stored another of the same length. */
static GBytes *
damage (GBytes *structure, const char *word, const char *other)
{
  gsize length_bytes;
  g_autofree char *data =
      g_memdup2 (g_bytes_get_data (structure, NULL), length_bytes = g_bytes_get_size (structure));
  char *at = data;

  while (memcmp (at, word, strlen (word)) != 0)
    at++;
  memcpy (at, other, strlen (other));

  return g_bytes_new_take (g_steal_pointer (&data), length_bytes);
}

/* An unknown name is an error, never another role or kind. */
static void
test_unknown_names_are_errors (void)
{
  static const char *const words[][2] = { { "quote", "quite" },
                                          { "comment", "cement!" },
                                          { "list-item", "last-item" } };
  g_autoptr (GalleyDocument) document = make_document ();
  g_autoptr (GBytes) structure = galley_document_save_structure (document);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GBytes) damaged = damage (structure, words[i][0], words[i][1]);
      g_autoptr (GError) error = NULL;

      g_assert_null (load (document, damaged, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

/* Any byte may be damaged: what is loaded all the same has its parts within the text. */
static void
test_damage_is_survived (void)
{
  g_autoptr (GalleyDocument) document = make_document ();
  g_autoptr (GBytes) structure = galley_document_save_structure (document);
  gsize length_bytes;
  const guint8 *data = g_bytes_get_data (structure, &length_bytes);
  guint n_refused = 0;

  for (gsize i = 0; i < length_bytes; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length_bytes);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GalleyDocument) loaded = NULL;

      copy[i] ^= 0xff;
      damaged = g_bytes_new_take (g_steal_pointer (&copy), length_bytes);
      loaded = load (document, damaged, NULL);
      n_refused += loaded == NULL;
    }
  g_assert_cmpuint (n_refused, >, length_bytes / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/structure/is-kept", test_is_kept);
  g_test_add_func ("/structure/unknown-names-are-errors", test_unknown_names_are_errors);
  g_test_add_func ("/structure/damage-is-survived", test_damage_is_survived);

  return g_test_run ();
}
