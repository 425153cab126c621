/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-document-private.h"

#include <string.h>

/* Block that ends before a place or covers it; a block is never cut in two. */
static guint
find_place (GalleyDocument *self, guint offset)
{
  gint block = galley_document_find_block (self, offset);
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (self, &n_blocks);

  if (block >= 0 && blocks[block].range.start < offset && offset < blocks[block].range.end)
    return blocks[block].range.end;
  return offset;
}

/* The omission as it stands in the text, parted by blank lines from what is around it. */
static char *
make_insertion (const GalleyOmission *omission,
                gboolean at_start,
                GalleyRange *out_inserted,
                GalleyRange *out_words)
{
  const char *before = at_start ? "" : "\n\n";
  const char *marker = omission->role == GALLEY_BLOCK_LIST_ITEM ? "• " : "";
  const char *after = at_start ? "\n\n" : "";
  guint start = g_utf8_strlen (before, -1) + g_utf8_strlen (marker, -1);
  guint length = g_utf8_strlen (omission->text, -1);

  *out_words = (GalleyRange){ start, start + length };
  *out_inserted = (GalleyRange){ 0, start + length + g_utf8_strlen (after, -1) };

  return g_strconcat (before, marker, omission->text, after, NULL);
}

static GalleyText *
insert_text (GalleyText *text, guint offset, const char *insertion)
{
  gsize length_bytes;
  const char *utf8 = galley_text_peek_utf8 (text, &length_bytes);
  gsize offset_bytes = galley_text_to_bytes (text, offset);
  GString *joined = g_string_sized_new (length_bytes + strlen (insertion));

  g_string_append_len (joined, utf8, offset_bytes);
  g_string_append (joined, insertion);
  g_string_append_len (joined, utf8 + offset_bytes, length_bytes - offset_bytes);
  length_bytes = joined->len;

  return galley_text_new_take (g_string_free (joined, FALSE), length_bytes);
}

static void
move_blocks (GalleyDocument *self,
             GalleyDocumentParts *parts,
             GalleyRange inserted,
             GalleyBlock block)
{
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (self, &n_blocks);
  gboolean is_in = FALSE;

  g_array_set_size (parts->blocks, 0);
  for (guint i = 0; i < n_blocks; i++)
    {
      GalleyBlock moved = blocks[i];

      moved.range = galley_range_follow (moved.range, inserted);
      if (!is_in && moved.range.start > block.range.start)
        {
          g_array_append_val (parts->blocks, block);
          is_in = TRUE;
        }
      block.page = moved.page;
      g_array_append_val (parts->blocks, moved);
    }
  if (!is_in)
    g_array_append_val (parts->blocks, block);
}

static void
move_links_and_notes (GalleyDocument *self, GalleyDocumentParts *parts, GalleyRange inserted)
{
  guint n_links, n_notes;
  const GalleyLink *links = galley_document_get_links (self, &n_links);
  const GalleySourceNote *notes = galley_document_get_source_notes (self, &n_notes);

  for (guint i = 0; i < n_links; i++)
    {
      GalleyLink link = { galley_range_follow (links[i].range, inserted),
                          g_strdup (links[i].target) };

      g_array_append_val (parts->links, link);
    }
  for (guint i = 0; i < n_notes; i++)
    {
      GalleySourceNote note = { galley_range_follow (notes[i].range, inserted), notes[i].kind,
                                g_strdup (notes[i].author), g_strdup (notes[i].date),
                                g_strdup (notes[i].text) };

      g_array_append_val (parts->notes, note);
    }
}

static void
move_omissions (GalleyDocument *self,
                GalleyDocumentParts *parts,
                GalleyRange inserted,
                guint brought_back)
{
  guint n_omissions;
  const GalleyOmission *omissions = galley_document_get_omissions (self, &n_omissions);

  for (guint i = 0; i < n_omissions; i++)
    {
      GalleyOmission omission = omissions[i];

      if (i == brought_back)
        continue;
      omission.text = g_strdup (omission.text);
      if (i > brought_back)
        omission.offset += galley_range_length (inserted);
      g_array_append_val (parts->omissions, omission);
    }
}

/**
 * galley_document_dup_with_omission:
 * @omission: index of an omission
 * @out_inserted: (out): what the copy's text has more than this one's, line ends around the words
 *   included, in the copy
 *
 * Brings back what the reader left out.
 *
 * Returns: (transfer full): the same document, but with the words of the omission as a block where
 *   they stood
 */
GalleyDocument *
galley_document_dup_with_omission (GalleyDocument *self, guint omission, GalleyRange *out_inserted)
{
  g_auto (GalleyDocumentParts) own = { NULL };
  GalleyDocumentParts parts;
  guint n_omissions, place;
  const GalleyOmission *back;
  g_autofree char *insertion = NULL;
  GalleyRange inserted, words;
  GalleyBlock block;

  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self) && out_inserted != NULL, NULL);
  back = galley_document_get_omissions (self, &n_omissions) + omission;
  g_return_val_if_fail (omission < n_omissions, NULL);

  place = find_place (self, back->offset);
  insertion = make_insertion (back, place == 0, &inserted, &words);
  inserted = (GalleyRange){ place, place + inserted.end };
  block = (GalleyBlock){ { place + words.start, place + words.end }, back->role, back->level, 0 };

  galley_document_parts_init (&parts);
  galley_document_copy_parts (self, &own);
  parts.text = insert_text (own.text, place, insertion);
  move_blocks (self, &parts, inserted, block);
  move_links_and_notes (self, &parts, inserted);
  move_omissions (self, &parts, inserted, omission);
  memcpy (parts.metadata, own.metadata, sizeof parts.metadata);
  memset (own.metadata, 0, sizeof own.metadata);
  g_strv_builder_addv (parts.notices, (const char **) galley_document_get_notices (self));
  parts.media_type = g_steal_pointer (&own.media_type);
  parts.original = g_steal_pointer (&own.original);
  parts.retrieval = g_steal_pointer (&own.retrieval);

  *out_inserted = inserted;
  return galley_document_new_from_parts (&parts);
}
