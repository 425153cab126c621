/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-chunks.h"

#include "galley-docx-drawings.h"
#include "galley-docx-names.h"
#include "galley-limits.h"
#include "galley-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CELL_END " | "

struct _GalleyDocxChunks
{
  GalleyDocxPackage *package;
  GalleyOfficeText *text;
  guint n_read;
  guint n_left_out;
  GPtrArray *notices; /* (element-type utf8) of those that were read */
  gint64 spent_us;
};

/* A chunk that is written. */
typedef struct
{
  GalleyDocxChunks *chunks;
  GalleyText *text;
  const GalleyLink *links; /* what is left of them, in the order of the text */
  guint n_links;
  const GalleySourceNote *notes;
  guint n_notes;
  const GalleyOmission *omissions;
  guint n_omissions;
  gboolean in_table;
} Writer;

/**
 * galley_docx_chunks_new:
 * @package: the document; it has to outlive the chunks
 * @text: what their words go to; it, too
 *
 * Returns: (transfer full): a reader of chunks
 */
GalleyDocxChunks *
galley_docx_chunks_new (GalleyDocxPackage *package, GalleyOfficeText *text)
{
  GalleyDocxChunks *self = g_new0 (GalleyDocxChunks, 1);

  self->package = package;
  self->text = text;
  self->notices = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
galley_docx_chunks_free (GalleyDocxChunks *self)
{
  g_ptr_array_unref (self->notices);
  g_free (self);
}

static void
add_plain (Writer *self, guint start, guint end)
{
  g_autofree char *words = galley_text_slice (self->text, (GalleyRange){ start, end });
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  galley_office_text_set_look (self->chunks->text, /* is_strong= */ FALSE, GALLEY_POSITION_LINE);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        galley_office_text_add_break (self->chunks->text);
      galley_office_text_add_words (self->chunks->text, lines[i], strlen (lines[i]));
    }
}

/* Adds words with the links in them. */
static void
add_words (Writer *self, guint start, guint end)
{
  while (start < end)
    {
      guint next = end;

      while (self->n_links > 0 && self->links->range.end <= start)
        {
          self->links++;
          self->n_links--;
        }
      if (self->n_links > 0 && self->links->range.start <= start)
        {
          next = MIN (end, self->links->range.end);
          galley_office_text_begin_link (self->chunks->text, self->links->target);
          add_plain (self, start, next);
          galley_office_text_end_link (self->chunks->text);
        }
      else
        {
          next = self->n_links > 0 ? MIN (end, self->links->range.start) : end;
          add_plain (self, start, next);
        }
      start = next;
    }
}

/* A row becomes cells again, so that it is set as the rows of the document are. */
static void
add_row (Writer *self, GalleyRange range)
{
  const GalleyOfficeParagraph plain = { GALLEY_OFFICE_PLAIN, 0, NULL };
  g_autofree char *words = galley_text_slice (self->text, range);
  g_auto (GStrv) cells = g_strsplit (words, CELL_END, -1);
  guint start = range.start;

  galley_office_text_begin_row (self->chunks->text);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      guint end = start + g_utf8_strlen (cells[i], -1);

      galley_office_text_begin_cell (self->chunks->text);
      add_words (self, start, end);
      galley_office_text_end_paragraph (self->chunks->text, &plain);
      start = end + strlen (CELL_END);
    }
  galley_office_text_end_row (self->chunks->text);
}

static GalleyOfficeKind
find_kind (GalleyBlockRole role)
{
  switch (role)
    {
    case GALLEY_BLOCK_TITLE:
    case GALLEY_BLOCK_HEADING:
      return GALLEY_OFFICE_HEADING;
    case GALLEY_BLOCK_LIST_ITEM:
      return GALLEY_OFFICE_ITEM;
    case GALLEY_BLOCK_QUOTE:
      return GALLEY_OFFICE_QUOTE;
    case GALLEY_BLOCK_ATTRIBUTION:
      return GALLEY_OFFICE_CREDIT;
    case GALLEY_BLOCK_BOILERPLATE:
      return GALLEY_OFFICE_CONTENTS;
    case GALLEY_BLOCK_LEAD:
    case GALLEY_BLOCK_PARAGRAPH:
    case GALLEY_BLOCK_TABLE_ROW:
    default:
      return GALLEY_OFFICE_PLAIN;
    }
}

/* What stands on the line before an item, with its indent. */
static char *
dup_marker (Writer *self, guint start)
{
  guint line = start;

  while (line > 0)
    {
      g_autofree char *character = galley_text_slice (self->text, (GalleyRange){ line - 1, line });

      if (*character == '\n')
        break;
      line--;
    }

  return galley_text_slice (self->text, (GalleyRange){ line, start });
}

static void
add_block (Writer *self, const GalleyBlock *block)
{
  GalleyOfficeParagraph paragraph = { find_kind (block->role), block->level, NULL };
  g_autofree char *marker = NULL;

  if (block->role == GALLEY_BLOCK_TITLE)
    paragraph.level = 1;
  if (block->role == GALLEY_BLOCK_LIST_ITEM)
    paragraph.marker = marker = dup_marker (self, block->range.start);
  add_words (self, block->range.start, block->range.end);
  galley_office_text_end_paragraph (self->chunks->text, &paragraph);
}

/* Adds the notes and the omissions that come before @end. */
static void
add_besides (Writer *self, guint end)
{
  GalleyOfficeBlocks *blocks = galley_office_text_get_blocks (self->chunks->text);

  for (; self->n_notes > 0 && self->notes->range.end <= end; self->notes++, self->n_notes--)
    {
      const GalleySourceNote *note = self->notes;
      g_autofree char *key = g_strdup_printf ("chunk %u %u", self->chunks->n_read, self->n_notes);

      galley_office_text_end_range (self->chunks->text, key);
      galley_office_notes_take (galley_office_blocks_get_notes (blocks), g_steal_pointer (&key),
                                note->kind, g_strdup (note->author), g_strdup (note->date),
                                g_strdup (note->text));
    }
  for (; self->n_omissions > 0 && self->omissions->offset <= end;
       self->omissions++, self->n_omissions--)
    galley_office_blocks_add_omission (blocks, self->omissions->text);
}

static void
write_document (GalleyDocxChunks *self, GalleyDocument *document)
{
  Writer writer = { .chunks = self, .text = galley_document_get_text (document) };
  const char *const *notices = galley_document_get_notices (document);
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  writer.links = galley_document_get_links (document, &writer.n_links);
  writer.notes = galley_document_get_source_notes (document, &writer.n_notes);
  writer.omissions = galley_document_get_omissions (document, &writer.n_omissions);
  for (guint i = 0; i < n_blocks; i++)
    {
      gboolean is_row = blocks[i].role == GALLEY_BLOCK_TABLE_ROW;

      if (is_row && !writer.in_table)
        galley_office_text_begin_table (self->text, /* n_columns= */ 0);
      if (!is_row && writer.in_table)
        galley_office_text_end_table (self->text);
      writer.in_table = is_row;
      if (is_row)
        add_row (&writer, blocks[i].range);
      else
        add_block (&writer, &blocks[i]);
      add_besides (&writer, blocks[i].range.end);
    }
  if (writer.in_table)
    galley_office_text_end_table (self->text);
  add_besides (&writer, G_MAXUINT);
  for (guint i = 0; notices[i] != NULL; i++)
    g_ptr_array_add (self->notices, g_strdup (notices[i]));
}

static const char *
find_part (GalleyDocxChunks *self, const char *id)
{
  for (guint i = 0; i < self->package->relations->len; i++)
    {
      const GalleyDocxRelation *relation = self->package->relations->pdata[i];

      if (strcmp (relation->id, id) == 0 && !relation->is_external)
        return galley_zip_find (self->package->zip, relation->target);
    }

  return NULL;
}

static GalleyDocument *
read_chunk (GalleyDocxChunks *self, const char *part)
{
  g_autoptr (GBytes) bytes = galley_docx_package_read (self->package, part, /* error= */ NULL);

  if (bytes == NULL || g_bytes_get_size (bytes) > GALLEY_DOCX_MAX_CHUNK_BYTES)
    return NULL;
  return galley_import_part (bytes, part, self->package->cancellable, /* error= */ NULL);
}

/* Whether there is time for one more. */
static gboolean
has_room (const GalleyDocxChunks *self)
{
  return !self->package->is_part && self->n_read < GALLEY_DOCX_MAX_CHUNKS &&
         self->spent_us < GALLEY_DOCX_MAX_CHUNK_SECONDS * G_USEC_PER_SEC;
}

/**
 * galley_docx_chunks_add:
 * @element: that stands in its place
 *
 * Adds the words of a chunk to the text, or counts it if it cannot be read.
 */
void
galley_docx_chunks_add (GalleyDocxChunks *self, const GalleyXmlElement *element)
{
  g_autofree char *id = galley_xml_element_dup (element, GALLEY_DOCX_R, "id");
  const char *part = id != NULL ? find_part (self, id) : NULL;
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr (GalleyDocument) document = NULL;

  if (part != NULL && has_room (self))
    document = read_chunk (self, part);
  if (document != NULL)
    write_document (self, document);
  else
    self->n_left_out++;
  self->n_read++;
  self->spent_us += g_get_monotonic_time () - start_us;
}

/**
 * galley_docx_chunks_add_drawing:
 * @id: (nullable): the id of a diagram or a chart
 *
 * Says what the words in a drawing are: they are no part of the text, since nothing says in which
 * order they are read, and left out.
 */
void
galley_docx_chunks_add_drawing (GalleyDocxChunks *self, const char *id)
{
  const char *part = id != NULL ? find_part (self, id) : NULL;
  gint64 start_us = g_get_monotonic_time ();
  g_autofree char *words = NULL;

  if (part == NULL || !has_room (self))
    return;

  words = galley_docx_drawing_dup_words (self->package, part);
  if (words != NULL)
    galley_office_blocks_add_omission (galley_office_text_get_blocks (self->text), words);
  self->n_read++;
  self->spent_us += g_get_monotonic_time () - start_us;
}

/**
 * galley_docx_chunks_add_notices:
 * @builder: the document's
 *
 * Says how many chunks were left out, if any, and what there is to say of the others.
 */
void
galley_docx_chunks_add_notices (GalleyDocxChunks *self, GalleyDocumentBuilder *builder)
{
  for (guint i = 0; i < self->notices->len; i++)
    galley_document_builder_add_notice (builder, self->notices->pdata[i]);
  if (self->n_left_out > 0)
    {
      g_autofree char *notice = g_strdup_printf (
          ngettext ("%u document within the document could not be read and was left out",
                    "%u documents within the document could not be read and were left out",
                    self->n_left_out),
          self->n_left_out);

      galley_document_builder_add_notice (builder, notice);
    }
}
