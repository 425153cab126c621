/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-office-blocks.h"

#include "galley-credit-line.h"
#include "galley-line-look.h"
#include "galley-lines.h"
#include "galley-phrases.h"

#include <string.h>

/* Longer lines are no heading, credit or boilerplate, and are not looked at. */
#define MAX_LINE_BYTES 400

/* What a heading in bold letters counts as: below the title. */
#define STRONG_HEADING_LEVEL 2

typedef struct
{
  gboolean is_grid;   /* whether it is the outermost table that has rows */
  guint n_cells;      /* of the row, so far */
  guint n_outer_bars; /* bars of the table around it that come before its first word */
} Table;

struct _GalleyOfficeBlocks
{
  GalleyDocumentBuilder *builder;
  GalleyFlow *flow;
  GalleyOfficeNotes *notes;
  char *stated_title; /* what the document's properties say, or NULL */
  GString *hidden;    /* words of the paragraph that are not shown */
  GPtrArray *early;   /* (element-type utf8) hidden paragraphs before the first block */
  guint n_strong;     /* bytes of bold words in it */
  guint n_weak;       /* bytes of others */
  GArray *tables;     /* (element-type Table), outermost first */
  gboolean in_grid;
  guint n_bars;       /* bars to be written before the next word */
  gboolean is_broken; /* whether a line end is */
  gboolean has_title;
  gboolean has_lead;
  gboolean has_body; /* whether a paragraph or heading is past that is no part of the head */
};

/**
 * galley_office_blocks_new:
 * @builder: what the blocks go to; it has to outlive them
 *
 * Returns: (transfer full): no blocks yet
 */
GalleyOfficeBlocks *
galley_office_blocks_new (GalleyDocumentBuilder *builder)
{
  GalleyOfficeBlocks *self = g_new0 (GalleyOfficeBlocks, 1);

  self->builder = builder;
  self->flow = galley_flow_new (builder);
  self->notes = galley_office_notes_new (self->flow);
  self->hidden = g_string_new (NULL);
  self->early = g_ptr_array_new_with_free_func (g_free);
  self->tables = g_array_new (FALSE, FALSE, sizeof (Table));

  return self;
}

void
galley_office_blocks_free (GalleyOfficeBlocks *self)
{
  galley_office_notes_free (self->notes);
  galley_flow_free (self->flow);
  g_free (self->stated_title);
  g_string_free (self->hidden, TRUE);
  g_ptr_array_unref (self->early);
  g_array_unref (self->tables);
  g_free (self);
}

GalleyFlow *
galley_office_blocks_get_flow (GalleyOfficeBlocks *self)
{
  return self->flow;
}

GalleyOfficeNotes *
galley_office_blocks_get_notes (GalleyOfficeBlocks *self)
{
  return self->notes;
}

/**
 * galley_office_blocks_set_title:
 * @title: (nullable): the title in the document's properties
 *
 * Tells a title that the text need not have: it becomes the article's if no paragraph is styled as
 * one, and a first paragraph that says the same is the headline.
 */
void
galley_office_blocks_set_title (GalleyOfficeBlocks *self, const char *title)
{
  g_free (self->stated_title);
  self->stated_title = title != NULL ? g_strstrip (g_strdup (title)) : NULL;
  if (self->stated_title != NULL && *self->stated_title == '\0')
    g_clear_pointer (&self->stated_title, g_free);
}

/* Whether there is anything but white space, hard spaces included, in the block so far. */
static gboolean
has_words (GalleyOfficeBlocks *self)
{
  const char *p = galley_flow_peek_words (self->flow);

  while (*p != '\0' && galley_line_is_space (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return *p != '\0';
}

/* Writes what parts the words to come from those of another cell, or of a paragraph before. */
static void
write_joint (GalleyOfficeBlocks *self)
{
  if (self->n_bars == 0 && self->is_broken && has_words (self))
    galley_flow_add_break (self->flow);
  for (; self->n_bars > 0; self->n_bars--)
    galley_flow_add_verbatim (self->flow, " | ", -1);
  for (guint i = 0; i < self->tables->len; i++)
    g_array_index (self->tables, Table, i).n_outer_bars = 0;
  self->is_broken = FALSE;
}

/* Hard spaces are often all that is in a cell. */
static gboolean
is_blank (const char *utf8, gsize length_bytes)
{
  const char *end = utf8 + length_bytes;

  while (utf8 < end && galley_line_is_space (g_utf8_get_char (utf8)))
    utf8 = g_utf8_next_char (utf8);

  return utf8 >= end;
}

static gsize
measure_space (const char *utf8, gsize length_bytes)
{
  gsize n = 0;

  while (n < length_bytes && g_ascii_isspace (utf8[n]))
    n++;

  return n;
}

/**
 * galley_office_blocks_add_words:
 * @utf8: valid UTF-8
 * @length_bytes: its length
 * @collapse: whether a run of white space is one space
 * @is_strong: whether the words are bold
 * @position: how high they stand
 */
void
galley_office_blocks_add_words (GalleyOfficeBlocks *self,
                                const char *utf8,
                                gsize length_bytes,
                                gboolean collapse,
                                gboolean is_strong,
                                GalleyPosition position)
{
  void (*add) (GalleyFlow *, const char *, gssize) =
      collapse ? galley_flow_add_text : galley_flow_add_verbatim;
  gsize space_bytes = measure_space (utf8, length_bytes);

  if (space_bytes > 0 && self->n_bars == 0 && !self->is_broken)
    add (self->flow, utf8, space_bytes);
  if (space_bytes == length_bytes ||
      (self->in_grid && is_blank (utf8 + space_bytes, length_bytes - space_bytes)))
    return;

  write_joint (self);
  galley_office_notes_begin_words (self->notes);
  galley_flow_set_position (self->flow, position);
  add (self->flow, utf8 + space_bytes, length_bytes - space_bytes);
  galley_flow_set_position (self->flow, GALLEY_POSITION_LINE);
  *(is_strong ? &self->n_strong : &self->n_weak) += length_bytes - space_bytes;
}

/**
 * galley_office_blocks_add_hidden:
 * @utf8: valid UTF-8
 * @length_bytes: its length
 *
 * Adds words that the document does not show: they become an omission.
 */
void
galley_office_blocks_add_hidden (GalleyOfficeBlocks *self, const char *utf8, gsize length_bytes)
{
  g_string_append_len (self->hidden, utf8, length_bytes);
}

/**
 * galley_office_blocks_add_break:
 *
 * Ends the line, and not the paragraph.
 */
void
galley_office_blocks_add_break (GalleyOfficeBlocks *self)
{
  if (self->in_grid)
    self->is_broken = TRUE;
  else
    galley_flow_add_break (self->flow);
}

static void
release_early (GalleyOfficeBlocks *self)
{
  for (guint i = 0; i < self->early->len; i++)
    galley_document_builder_add_omission (self->builder, GALLEY_BLOCK_PARAGRAPH, 0,
                                          self->early->pdata[i]);
  g_ptr_array_set_size (self->early, 0);
}

/* Ends the block and tells the notes in it where their sentences are. */
static gboolean
end_block (GalleyOfficeBlocks *self, GalleyBlockRole role, guint level, const char *marker)
{
  if (has_words (self))
    release_early (self);
  galley_flow_set_marker (self->flow, marker);
  self->n_strong = self->n_weak = 0;

  return galley_office_notes_end_block (self->notes, role, level);
}

static void
end_title (GalleyOfficeBlocks *self, const char *marker)
{
  g_autofree char *line =
      g_strdelimit (g_strchomp (g_strdup (galley_flow_peek_words (self->flow))), "\n\t", ' ');

  galley_document_builder_set_metadata (self->builder, GALLEY_METADATA_TITLE, line);
  self->has_title = end_block (self, GALLEY_BLOCK_TITLE, 0, marker);
}

static void
end_body (GalleyOfficeBlocks *self, GalleyBlockRole role, guint level, const char *marker)
{
  if (end_block (self, role, level, marker))
    self->has_lead = self->has_body = TRUE;
}

/* Ends a paragraph that no style tells anything of, as the reader of Markdown does. */
static void
end_plain (GalleyOfficeBlocks *self)
{
  g_autofree char *line = NULL;
  GalleyBlockRole role = self->has_lead ? GALLEY_BLOCK_PARAGRAPH : GALLEY_BLOCK_LEAD;
  gboolean is_strong = self->n_strong > 0 && self->n_weak == 0;

  if (strlen (galley_flow_peek_words (self->flow)) > MAX_LINE_BYTES)
    {
      end_body (self, role, 0, /* marker= */ NULL);
      return;
    }

  line = g_strchomp (g_strdup (galley_flow_peek_words (self->flow)));
  if (!self->has_title && !self->has_body && g_strcmp0 (line, self->stated_title) == 0)
    end_title (self, /* marker= */ NULL);
  else if (galley_phrases_is_boilerplate (line) || galley_phrases_is_end_mark (line))
    end_block (self, GALLEY_BLOCK_BOILERPLATE, 0, /* marker= */ NULL);
  else if (is_strong && galley_line_look_find (line) != GALLEY_LINE_LOOK_NONE)
    end_body (self, GALLEY_BLOCK_HEADING, STRONG_HEADING_LEVEL, /* marker= */ NULL);
  else if (!self->has_body && galley_credit_line_read (line, self->builder))
    end_block (self, GALLEY_BLOCK_ATTRIBUTION, 0, /* marker= */ NULL);
  else
    end_body (self, role, 0, /* marker= */ NULL);
}

static void
end_credit (GalleyOfficeBlocks *self)
{
  g_autofree char *line = g_strchomp (g_strdup (galley_flow_peek_words (self->flow)));

  galley_credit_line_read (line, self->builder);
  end_block (self, GALLEY_BLOCK_ATTRIBUTION, 0, /* marker= */ NULL);
}

/* A further paragraph of an item has no sign, and begins where the words of the item do. */
static void
end_item (GalleyOfficeBlocks *self, guint level, const char *marker)
{
  g_autofree char *indent = g_strnfill (level * 2, ' ');

  end_body (self, GALLEY_BLOCK_LIST_ITEM, level, marker != NULL ? marker : indent);
}

/* Ends a paragraph that is not in a row of a table and has words. */
static void
end_styled (GalleyOfficeBlocks *self, const GalleyOfficeParagraph *paragraph)
{
  GalleyOfficeKind kind = paragraph->kind;
  guint level = MAX (paragraph->level, 1);

  if (kind == GALLEY_OFFICE_HEADING && level == 1 && !self->has_title && !self->has_body)
    kind = GALLEY_OFFICE_TITLE;

  switch (kind)
    {
    case GALLEY_OFFICE_TITLE:
      if (self->has_title)
        end_body (self, GALLEY_BLOCK_HEADING, 1, paragraph->marker);
      else
        end_title (self, paragraph->marker);
      break;
    case GALLEY_OFFICE_SUBTITLE:
      if (self->has_title && !self->has_lead)
        self->has_lead = end_block (self, GALLEY_BLOCK_LEAD, 0, paragraph->marker);
      else
        end_body (self, GALLEY_BLOCK_HEADING, STRONG_HEADING_LEVEL, paragraph->marker);
      break;
    case GALLEY_OFFICE_HEADING:
      end_body (self, GALLEY_BLOCK_HEADING, level, paragraph->marker);
      break;
    case GALLEY_OFFICE_ITEM:
      end_item (self, level, paragraph->marker);
      break;
    case GALLEY_OFFICE_QUOTE:
      end_body (self, GALLEY_BLOCK_QUOTE, 0, paragraph->marker);
      break;
    case GALLEY_OFFICE_CREDIT:
      end_credit (self);
      break;
    case GALLEY_OFFICE_CAPTION:
      end_body (self, GALLEY_BLOCK_PARAGRAPH, 0, paragraph->marker);
      break;
    case GALLEY_OFFICE_CONTENTS:
      end_block (self, GALLEY_BLOCK_BOILERPLATE, 0, paragraph->marker);
      break;
    case GALLEY_OFFICE_PLAIN:
    default:
      end_plain (self);
      break;
    }
}

/**
 * galley_office_blocks_add_omission:
 * @words: of a paragraph that is not shown, or not in the text; none are fine, too
 */
void
galley_office_blocks_add_omission (GalleyOfficeBlocks *self, const char *words)
{
  char *stripped = g_strstrip (g_strdup (words));

  if (*stripped == '\0')
    {
      g_free (stripped);
      return;
    }

  g_ptr_array_add (self->early, stripped);
  if (galley_document_builder_get_length (self->builder) > 0)
    release_early (self);
}

/**
 * galley_office_blocks_end_paragraph:
 * @paragraph: what it is
 *
 * Ends a paragraph; one without words leaves nothing.
 */
void
galley_office_blocks_end_paragraph (GalleyOfficeBlocks *self,
                                    const GalleyOfficeParagraph *paragraph)
{
  if (self->in_grid)
    self->is_broken = TRUE;
  else if (has_words (self))
    end_styled (self, paragraph);
  else
    galley_flow_drop (self->flow);

  if (self->hidden->len > 0)
    galley_office_blocks_add_omission (self, self->hidden->str);
  g_string_truncate (self->hidden, 0);
}

/**
 * galley_office_blocks_begin_table:
 * @n_columns: how many columns it has; 0 if that is not known
 */
void
galley_office_blocks_begin_table (GalleyOfficeBlocks *self, guint n_columns)
{
  Table table = { .is_grid = n_columns != 1 && !self->in_grid, .n_outer_bars = self->n_bars };

  if (table.is_grid)
    self->in_grid = TRUE;
  g_array_append_val (self->tables, table);
}

/* Begins a new line of the cell that @table is in, whatever cells of it are open; before its first
 * word that is what parts this cell from the one before. */
static void
break_line (GalleyOfficeBlocks *self, const Table *table)
{
  self->n_bars = table->n_outer_bars;
  self->is_broken = self->n_bars == 0;
}

/**
 * galley_office_blocks_end_table:
 *
 * Ends the innermost table.
 */
void
galley_office_blocks_end_table (GalleyOfficeBlocks *self)
{
  const Table *table;

  if (self->tables->len == 0)
    return;

  table = &g_array_index (self->tables, Table, self->tables->len - 1);
  if (table->is_grid)
    self->in_grid = FALSE;
  else if (self->in_grid)
    break_line (self, table);
  g_array_set_size (self->tables, self->tables->len - 1);
}

void
galley_office_blocks_begin_row (GalleyOfficeBlocks *self)
{
  Table *table;

  if (self->tables->len == 0)
    return;

  table = &g_array_index (self->tables, Table, self->tables->len - 1);
  table->n_cells = 0;
  if (self->in_grid)
    break_line (self, table);
}

/**
 * galley_office_blocks_end_row:
 *
 * Ends a row, which is a block if it is not in a table within a table.
 */
void
galley_office_blocks_end_row (GalleyOfficeBlocks *self)
{
  if (self->tables->len == 0 || !g_array_index (self->tables, Table, self->tables->len - 1).is_grid)
    return;

  self->n_bars = 0;
  self->is_broken = FALSE;
  if (has_words (self))
    end_body (self, GALLEY_BLOCK_TABLE_ROW, 0, /* marker= */ NULL);
  else
    galley_flow_drop (self->flow);
}

/**
 * galley_office_blocks_begin_cell:
 *
 * Begins a cell, also one that another covers.
 */
void
galley_office_blocks_begin_cell (GalleyOfficeBlocks *self)
{
  Table *table;

  if (self->tables->len == 0)
    return;

  table = &g_array_index (self->tables, Table, self->tables->len - 1);
  if (table->n_cells++ > 0 && self->in_grid)
    {
      self->n_bars++;
      self->is_broken = FALSE;
    }
}

static void
write_early (GalleyOfficeBlocks *self)
{
  for (guint i = 0; i < self->early->len; i++)
    {
      galley_flow_add_verbatim (self->flow, self->early->pdata[i], -1);
      galley_flow_end_block (self->flow, GALLEY_BLOCK_PARAGRAPH, 0);
    }
  g_ptr_array_set_size (self->early, 0);
}

/**
 * galley_office_blocks_finish:
 *
 * Ends what is still open and adds the notes and the title to the document. Where all words are
 * hidden they are shown: there is nothing else to check.
 */
void
galley_office_blocks_finish (GalleyOfficeBlocks *self)
{
  if (has_words (self))
    end_body (self, GALLEY_BLOCK_PARAGRAPH, 0, /* marker= */ NULL);
  galley_office_notes_finish (self->notes, self->builder);
  if (galley_document_builder_get_length (self->builder) == 0)
    write_early (self);
  if (!self->has_title)
    galley_document_builder_set_metadata (self->builder, GALLEY_METADATA_TITLE, self->stated_title);
}
