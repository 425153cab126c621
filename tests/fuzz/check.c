/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"

static void
check_notes (GalleyDocument *document)
{
  GalleyText *text = galley_document_get_text (document);
  guint n_notes, n_omissions;
  const GalleySourceNote *notes = galley_document_get_source_notes (document, &n_notes);
  const GalleyOmission *omissions = galley_document_get_omissions (document, &n_omissions);

  for (guint i = 0; i < n_notes; i++)
    {
      g_assert_true (notes[i].range.start == notes[i].range.end ||
                     galley_text_has_range (text, notes[i].range));
      g_assert_cmpuint (notes[i].range.end, <=, galley_text_get_length (text));
      g_assert_cmpstr (notes[i].text, !=, "");
      g_assert_true (g_utf8_validate (notes[i].text, -1, NULL));
    }
  for (guint i = 0; i < n_omissions; i++)
    {
      g_assert_cmpuint (omissions[i].offset, <=, galley_text_get_length (text));
      g_assert_cmpstr (omissions[i].text, !=, "");
    }
}

/* What every document must be, whatever it was read from. */
void
check_document (GalleyDocument *document)
{
  GalleyText *text = galley_document_get_text (document);
  gsize length_bytes;
  const char *utf8 = galley_text_peek_utf8 (text, &length_bytes);
  guint n_blocks, n_links, end = 0;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);
  const GalleyLink *links = galley_document_get_links (document, &n_links);

  g_assert_true (g_utf8_validate_len (utf8, length_bytes, NULL));
  g_assert_cmpuint (n_blocks, >, 0);
  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *words = NULL;

      g_assert_cmpuint (blocks[i].range.start, >=, end);
      g_assert_cmpuint (blocks[i].range.start, <, blocks[i].range.end);
      g_assert_true (galley_text_has_range (text, blocks[i].range));
      words = galley_text_slice (text, blocks[i].range);
      g_assert_cmpstr (words, !=, "");
      end = blocks[i].range.end;
    }
  for (guint i = 0; i < n_links; i++)
    g_assert_true (galley_text_has_range (text, links[i].range));
  check_notes (document);
}

/* A draft is stored in parts, which must fit together again. */
void
check_storage (GalleyDocument *document)
{
  gsize length_bytes;
  const char *utf8 = galley_text_peek_utf8 (galley_document_get_text (document), &length_bytes);
  g_autoptr (GBytes) text = g_bytes_new (utf8, length_bytes);
  g_autoptr (GBytes) structure = galley_document_save_structure (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyDocument) loaded =
      galley_document_load (text, structure, galley_document_get_original (document), &error);

  g_assert_no_error (error);
  g_assert_nonnull (loaded);
}

/* What a reader gives: a document or an error, and what it must be if there are blocks in it. */
void
check_read (GalleyDocument *document, const GError *error)
{
  guint n_blocks = 0;

  g_assert_true ((document == NULL) == (error != NULL));
  if (document != NULL)
    galley_document_get_blocks (document, &n_blocks);
  if (n_blocks == 0)
    return;

  check_document (document);
  check_storage (document);
}
