/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-document-builder.h"

#include "galley-document-private.h"

struct _GalleyDocumentBuilder
{
  GalleyDocumentParts parts;
  GString *text; /* what was appended; NULL once the text was set */
  guint length;  /* code points in @text */
  guint page;    /* of the blocks to come; 0 if there are none */
};

GalleyDocumentBuilder *
galley_document_builder_new (void)
{
  GalleyDocumentBuilder *self = g_new0 (GalleyDocumentBuilder, 1);

  galley_document_parts_init (&self->parts);
  self->text = g_string_new (NULL);

  return self;
}

void
galley_document_builder_free (GalleyDocumentBuilder *self)
{
  galley_document_parts_clear (&self->parts);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * galley_document_builder_set_text:
 * @text: the whole text
 *
 * Makes @text the document's. Not to be mixed with galley_document_builder_append().
 */
void
galley_document_builder_set_text (GalleyDocumentBuilder *self, GalleyText *text)
{
  g_return_if_fail (self->parts.text == NULL && self->length == 0);

  self->parts.text = galley_text_ref (text);
  self->length = galley_text_get_length (text);
}

/**
 * galley_document_builder_append:
 * @utf8: valid UTF-8 without NUL
 *
 * Adds @utf8 to the end of the text.
 *
 * Returns: the offset in code points at which it begins
 */
guint
galley_document_builder_append (GalleyDocumentBuilder *self, const char *utf8)
{
  guint start = self->length;

  g_return_val_if_fail (self->parts.text == NULL, start);

  g_string_append (self->text, utf8);
  self->length += g_utf8_strlen (utf8, -1);

  return start;
}

/**
 * galley_document_builder_get_length:
 *
 * Returns: the length of the text so far, in code points
 */
guint
galley_document_builder_get_length (GalleyDocumentBuilder *self)
{
  return self->length;
}

/**
 * galley_document_builder_add_block:
 * @role: what it is
 * @level: as in #GalleyBlock
 * @range: its words, after those of the block before
 *
 * Adds a block; an empty one is left out. Blocks come in the order of the text.
 */
void
galley_document_builder_add_block (GalleyDocumentBuilder *self,
                                   GalleyBlockRole role,
                                   guint level,
                                   GalleyRange range)
{
  GArray *blocks = self->parts.blocks;
  GalleyBlock block = { .range = range, .role = role, .level = level, .page = self->page };

  g_return_if_fail (range.start <= range.end && range.end <= self->length);
  g_return_if_fail (blocks->len == 0 ||
                    g_array_index (blocks, GalleyBlock, blocks->len - 1).range.end <= range.start);

  if (range.start < range.end)
    g_array_append_val (blocks, block);
}

/**
 * galley_document_builder_set_page:
 * @page: a page of the original, from 1
 *
 * Says on which page the blocks to come begin.
 */
void
galley_document_builder_set_page (GalleyDocumentBuilder *self, guint page)
{
  self->page = page;
}

/**
 * galley_document_builder_add_link:
 * @range: the words that are linked; links come in the order of their starts
 * @target: where they lead, as written in the input
 */
void
galley_document_builder_add_link (GalleyDocumentBuilder *self,
                                  GalleyRange range,
                                  const char *target)
{
  GalleyLink link = { .range = range, .target = g_strdup (target) };

  g_return_if_fail (range.start <= range.end && range.end <= self->length);

  g_array_append_val (self->parts.links, link);
}

/**
 * galley_document_builder_add_source_note:
 * @range: the words that it is about, or an empty range at the place where it stands; notes may
 *   come in any order
 * @author: (nullable): who wrote it
 * @date: (nullable): when, ISO 8601
 * @text: what it says, valid UTF-8; lines are parted by "\n"
 *
 * Adds what the writer noted beside the text.
 */
void
galley_document_builder_add_source_note (GalleyDocumentBuilder *self,
                                         GalleyRange range,
                                         GalleySourceNoteKind kind,
                                         const char *author,
                                         const char *date,
                                         const char *text)
{
  GalleySourceNote note = { .range = range,
                            .kind = kind,
                            .author = g_strdup (author),
                            .date = g_strdup (date),
                            .text = g_strdup (text) };

  g_return_if_fail (range.start <= range.end && range.end <= self->length);

  g_array_append_val (self->parts.notes, note);
}

/**
 * galley_document_builder_add_omission:
 * @role: what the block would be
 * @level: as in #GalleyBlock
 * @text: its words, valid UTF-8, not empty
 *
 * Keeps a block of the input that is left out of the text, for who wants to see or to have it
 * after all. Its place is the end of the text so far.
 */
void
galley_document_builder_add_omission (GalleyDocumentBuilder *self,
                                      GalleyBlockRole role,
                                      guint level,
                                      const char *text)
{
  GalleyOmission omission = {
    .offset = self->length, .role = role, .level = level, .text = g_strdup (text)
  };

  g_array_append_val (self->parts.omissions, omission);
}

/**
 * galley_document_builder_set_metadata:
 * @value: (nullable): what the input states, or %NULL
 */
void
galley_document_builder_set_metadata (GalleyDocumentBuilder *self,
                                      GalleyMetadataField field,
                                      const char *value)
{
  g_return_if_fail ((guint) field < GALLEY_N_METADATA_FIELDS);

  g_free (self->parts.metadata[field]);
  self->parts.metadata[field] = g_strdup (value);
}

/**
 * galley_document_builder_add_notice:
 * @notice: a translated sentence for the person who imports the article
 */
void
galley_document_builder_add_notice (GalleyDocumentBuilder *self, const char *notice)
{
  g_strv_builder_add (self->parts.notices, notice);
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const GalleySourceNote *one = a, *two = b;

  return (one->range.start > two->range.start) - (one->range.start < two->range.start);
}

/**
 * galley_document_builder_finish:
 * @original: the bytes that were read
 * @media_type: what they were read as
 *
 * Makes the document. The builder is empty afterwards and can only be freed.
 *
 * Returns: (transfer full): the document
 */
GalleyDocument *
galley_document_builder_finish (GalleyDocumentBuilder *self,
                                GBytes *original,
                                const char *media_type)
{
  g_return_val_if_fail (original != NULL && media_type != NULL, NULL);

  if (self->parts.text == NULL)
    {
      gsize length_bytes = self->text->len;

      self->parts.text =
          galley_text_new_take (g_string_free (g_steal_pointer (&self->text), FALSE), length_bytes);
    }
  g_array_sort (self->parts.notes, compare_notes);
  self->parts.original = g_bytes_ref (original);
  self->parts.media_type = g_strdup (media_type);

  return galley_document_new_from_parts (&self->parts);
}
