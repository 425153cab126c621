/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-document-private.h"

#include "galley-digest.h"

/**
 * GalleyDocument:
 *
 * An article as immutable text with structure.
 *
 * Blocks are sorted and never overlap; characters between them (blank lines, list markers) belong
 * to the text and to no block. Never changes after it was made, so it may be shared by threads.
 */
struct _GalleyDocument
{
  GObject parent_instance;

  GalleyDocumentParts parts;
  char **notices;
  char *original_sha256; /* (atomic) NULL until somebody asks, as few readers of a document do */
  char *text_sha256;     /* (atomic) likewise */
  GArray *sentences;     /* (nullable) (element-type GalleyRange), once somebody has asked */
};

G_DEFINE_FINAL_TYPE (GalleyDocument, galley_document, G_TYPE_OBJECT)

static const char *metadata_nicks[GALLEY_N_METADATA_FIELDS] = {
  [GALLEY_METADATA_TITLE] = "title",
  [GALLEY_METADATA_BYLINE] = "byline",
  [GALLEY_METADATA_PUBLICATION] = "publication",
  [GALLEY_METADATA_DATE] = "date",
  [GALLEY_METADATA_LANGUAGE] = "language",
  [GALLEY_METADATA_SOURCE_ADDRESS] = "source-address",
};

static void
clear_link (gpointer link)
{
  g_free (((GalleyLink *) link)->target);
}

static void
clear_note (gpointer data)
{
  GalleySourceNote *note = data;

  g_free (note->author);
  g_free (note->date);
  g_free (note->text);
}

static void
clear_omission (gpointer omission)
{
  g_free (((GalleyOmission *) omission)->text);
}

void
galley_document_parts_init (GalleyDocumentParts *parts)
{
  *parts = (GalleyDocumentParts){ NULL };
  parts->blocks = g_array_new (FALSE, FALSE, sizeof (GalleyBlock));
  parts->links = g_array_new (FALSE, FALSE, sizeof (GalleyLink));
  g_array_set_clear_func (parts->links, clear_link);
  parts->notes = g_array_new (FALSE, FALSE, sizeof (GalleySourceNote));
  g_array_set_clear_func (parts->notes, clear_note);
  parts->omissions = g_array_new (FALSE, FALSE, sizeof (GalleyOmission));
  g_array_set_clear_func (parts->omissions, clear_omission);
  parts->notices = g_strv_builder_new ();
}

void
galley_document_parts_clear (GalleyDocumentParts *parts)
{
  g_clear_pointer (&parts->text, galley_text_unref);
  g_clear_pointer (&parts->blocks, g_array_unref);
  g_clear_pointer (&parts->links, g_array_unref);
  g_clear_pointer (&parts->notes, g_array_unref);
  g_clear_pointer (&parts->omissions, g_array_unref);
  for (guint i = 0; i < GALLEY_N_METADATA_FIELDS; i++)
    g_clear_pointer (&parts->metadata[i], g_free);
  g_clear_pointer (&parts->notices, g_strv_builder_unref);
  g_clear_pointer (&parts->media_type, g_free);
  g_clear_pointer (&parts->original, g_bytes_unref);
  g_clear_pointer (&parts->retrieval, galley_retrieval_free);
}

static void
galley_document_finalize (GObject *object)
{
  GalleyDocument *self = GALLEY_DOCUMENT (object);

  galley_document_parts_clear (&self->parts);
  g_strfreev (self->notices);
  g_free (self->original_sha256);
  g_free (self->text_sha256);
  g_clear_pointer (&self->sentences, g_array_unref);

  G_OBJECT_CLASS (galley_document_parent_class)->finalize (object);
}

static void
galley_document_class_init (GalleyDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_document_finalize;
}

static void
galley_document_init (GalleyDocument *self)
{
}

/* Takes everything out of @parts and leaves it cleared. */
GalleyDocument *
galley_document_new_from_parts (GalleyDocumentParts *parts)
{
  GalleyDocument *self = g_object_new (GALLEY_TYPE_DOCUMENT, NULL);

  self->parts = *parts;
  *parts = (GalleyDocumentParts){ NULL };
  self->notices = g_strv_builder_end (self->parts.notices);

  return self;
}

/* What documents are made of never changes, so that two can share it; a maker that wants something
 * else in the copy puts that in its place. */
void
galley_document_copy_parts (GalleyDocument *self, GalleyDocumentParts *parts)
{
  const GalleyDocumentParts *own = &self->parts;

  *parts = (GalleyDocumentParts){ NULL };
  parts->text = galley_text_ref (own->text);
  parts->blocks = g_array_ref (own->blocks);
  parts->links = g_array_ref (own->links);
  parts->notes = g_array_ref (own->notes);
  parts->omissions = g_array_ref (own->omissions);
  for (guint i = 0; i < GALLEY_N_METADATA_FIELDS; i++)
    parts->metadata[i] = g_strdup (own->metadata[i]);
  parts->notices = g_strv_builder_new ();
  g_strv_builder_addv (parts->notices, (const char **) self->notices);
  parts->media_type = g_strdup (own->media_type);
  parts->original = g_bytes_ref (own->original);
  parts->retrieval = own->retrieval != NULL ? galley_retrieval_copy (own->retrieval) : NULL;
}

/**
 * galley_document_dup_with_metadata:
 * @field: what is known besides what the input states
 * @value: (nullable): its value
 *
 * Returns: (transfer full): the same document, but for @field
 */
GalleyDocument *
galley_document_dup_with_metadata (GalleyDocument *self,
                                   GalleyMetadataField field,
                                   const char *value)
{
  GalleyDocumentParts parts;

  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (field < GALLEY_N_METADATA_FIELDS, NULL);

  galley_document_copy_parts (self, &parts);
  g_free (parts.metadata[field]);
  parts.metadata[field] = g_strdup (value);

  return galley_document_new_from_parts (&parts);
}

/**
 * galley_document_dup_with_retrieval:
 * @retrieval: how the original was got from the web
 *
 * Returns: (transfer full): the same document, but for @retrieval
 */
GalleyDocument *
galley_document_dup_with_retrieval (GalleyDocument *self, const GalleyRetrieval *retrieval)
{
  GalleyDocumentParts parts;

  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self) && retrieval != NULL, NULL);

  galley_document_copy_parts (self, &parts);
  g_clear_pointer (&parts.retrieval, galley_retrieval_free);
  parts.retrieval = galley_retrieval_copy (retrieval);

  return galley_document_new_from_parts (&parts);
}

/**
 * galley_document_get_text:
 *
 * Returns: (transfer none): the draft's text
 */
GalleyText *
galley_document_get_text (GalleyDocument *self)
{
  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self), NULL);

  return self->parts.text;
}

/**
 * galley_document_get_blocks:
 * @out_n_blocks: (out): how many there are
 *
 * Returns: (transfer none) (array length=out_n_blocks): the blocks in the order of the text
 */
const GalleyBlock *
galley_document_get_blocks (GalleyDocument *self, guint *out_n_blocks)
{
  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self), NULL);

  *out_n_blocks = self->parts.blocks->len;
  return (const GalleyBlock *) (gpointer) self->parts.blocks->data;
}

/**
 * galley_document_get_links:
 * @out_n_links: (out): how many there are
 *
 * Returns: (transfer none) (array length=out_n_links): the links, sorted by start
 */
const GalleyLink *
galley_document_get_links (GalleyDocument *self, guint *out_n_links)
{
  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self), NULL);

  *out_n_links = self->parts.links->len;
  return (const GalleyLink *) (gpointer) self->parts.links->data;
}

/**
 * galley_document_get_source_notes:
 * @out_n_notes: (out): how many there are
 *
 * Returns: (transfer none) (array length=out_n_notes): what the writer noted beside the text,
 *   sorted by start
 */
const GalleySourceNote *
galley_document_get_source_notes (GalleyDocument *self, guint *out_n_notes)
{
  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self), NULL);

  *out_n_notes = self->parts.notes->len;
  return (const GalleySourceNote *) (gpointer) self->parts.notes->data;
}

/**
 * galley_document_get_omissions:
 * @out_n_omissions: (out): how many there are
 *
 * Returns: (transfer none) (array length=out_n_omissions): the blocks of the input that are no part
 *   of the text, in the order of the input
 */
const GalleyOmission *
galley_document_get_omissions (GalleyDocument *self, guint *out_n_omissions)
{
  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self), NULL);

  *out_n_omissions = self->parts.omissions->len;
  return (const GalleyOmission *) (gpointer) self->parts.omissions->data;
}

/**
 * galley_document_get_metadata:
 *
 * Returns: (transfer none) (nullable): what the input states as @field
 */
const char *
galley_document_get_metadata (GalleyDocument *self, GalleyMetadataField field)
{
  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail ((guint) field < GALLEY_N_METADATA_FIELDS, NULL);

  return self->parts.metadata[field];
}

/**
 * galley_document_get_notices:
 *
 * Returns: (transfer none) (array zero-terminated=1): sentences for the person who imported the
 *   article, such as that its encoding was guessed
 */
const char *const *
galley_document_get_notices (GalleyDocument *self)
{
  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self), NULL);

  return (const char *const *) self->notices;
}

/**
 * galley_document_get_media_type:
 *
 * Returns: (transfer none): what the original was read as, such as "text/plain"
 */
const char *
galley_document_get_media_type (GalleyDocument *self)
{
  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self), NULL);

  return self->parts.media_type;
}

/**
 * galley_document_get_original:
 *
 * Returns: (transfer none): the bytes that were read
 */
GBytes *
galley_document_get_original (GalleyDocument *self)
{
  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self), NULL);

  return self->parts.original;
}

/**
 * galley_document_get_original_sha256:
 *
 * Returns: (transfer none): SHA-256 of the original bytes, 64 hexadecimal digits
 */
const char *
galley_document_get_original_sha256 (GalleyDocument *self)
{
  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self), NULL);

  if (g_once_init_enter (&self->original_sha256))
    g_once_init_leave (&self->original_sha256, galley_digest_bytes (self->parts.original));

  return self->original_sha256;
}

/**
 * galley_document_find_block:
 * @offset: code points
 *
 * Returns: the index of the block that holds the character at @offset or ends at it, or -1
 */
gint
galley_document_find_block (GalleyDocument *self, guint offset)
{
  const GalleyBlock *blocks;
  guint low = 0, high;

  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self), -1);

  blocks = galley_document_get_blocks (self, &high);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (blocks[middle].range.end < offset)
        low = middle + 1;
      else
        high = middle;
    }

  if (low < self->parts.blocks->len && blocks[low].range.end == offset &&
      low + 1 < self->parts.blocks->len && blocks[low + 1].range.start == offset)
    low++;

  return low < self->parts.blocks->len && blocks[low].range.start <= offset ? (gint) low : -1;
}

/**
 * galley_document_find_section:
 * @block: index of a block
 *
 * Returns: the index of the heading that @block stands under, or -1; a heading stands under itself
 */
gint
galley_document_find_section (GalleyDocument *self, guint block)
{
  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self), -1);
  g_return_val_if_fail (block < self->parts.blocks->len, -1);

  for (gint i = block; i >= 0; i--)
    if (g_array_index (self->parts.blocks, GalleyBlock, i).role == GALLEY_BLOCK_HEADING)
      return i;

  return -1;
}

/**
 * galley_metadata_field_to_nick:
 *
 * Returns: (transfer none): the name of @field in drafts; frozen
 */
const char *
galley_metadata_field_to_nick (GalleyMetadataField field)
{
  g_return_val_if_fail ((guint) field < GALLEY_N_METADATA_FIELDS, NULL);

  return metadata_nicks[field];
}

/**
 * galley_document_get_text_sha256:
 *
 * Returns: (transfer none): SHA-256 of the draft's text in UTF-8, 64 hexadecimal digits
 */
const char *
galley_document_get_text_sha256 (GalleyDocument *self)
{
  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self), NULL);

  if (g_once_init_enter (&self->text_sha256))
    {
      gsize length_bytes;
      const char *utf8 = galley_text_peek_utf8 (self->parts.text, &length_bytes);

      g_once_init_leave (&self->text_sha256, galley_digest (utf8, length_bytes));
    }

  return self->text_sha256;
}

/**
 * galley_document_keep_sentences:
 * @find: (scope call): cuts the document into sentences
 *
 * Calls @find the first time. The text does not change, and several things ask for its sentences.
 *
 * Returns: (transfer none) (element-type GalleyRange): what @find has returned
 */
GArray *
galley_document_keep_sentences (GalleyDocument *self, GArray *(*find) (GalleyDocument *) )
{
  if (g_once_init_enter (&self->sentences))
    g_once_init_leave (&self->sentences, find (self));

  return self->sentences;
}

/**
 * galley_document_get_retrieval:
 *
 * Returns: (transfer none) (nullable): how the original was got from the web; %NULL if it was not
 */
const GalleyRetrieval *
galley_document_get_retrieval (GalleyDocument *self)
{
  g_return_val_if_fail (GALLEY_IS_DOCUMENT (self), NULL);

  return self->parts.retrieval;
}
