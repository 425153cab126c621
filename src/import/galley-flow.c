/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-flow.h"

#include "galley-reader.h"

#include <string.h>

/* Words are collected until their block ends, for only then is it known whether there are any, and
 * what has to stand before them. Until then links and marks count from the block's first word.
 *
 * Blocks are parted by a blank line, items of one list by a line end. Words never begin or end with
 * white space. */

typedef struct
{
  guint offset;        /* code points: of the document, or of the block that is not ended */
  gboolean is_pending; /* whether it is the latter */
} Mark;

struct _GalleyFlow
{
  GalleyDocumentBuilder *builder;
  GString *words;
  guint length; /* of @words, in code points */
  GalleyRaised raised;
  GalleyPosition position;       /* of words to come */
  GalleyPosition space_position; /* of that white space */
  gboolean spaced; /* whether white space came after the words and is not written yet */
  GArray *links;   /* (element-type GalleyLink) of the block */
  guint link_start;
  char *link_target; /* of the link that is open, or NULL */
  guint n_linked;    /* code points of the block in links */
  GArray *marks;     /* (element-type Mark) */
  guint first_mark;  /* all before it are settled */
  char *marker;      /* of the item to come, or NULL */
  gboolean has_text;
  gboolean after_item;
};

static void
clear_link (gpointer link)
{
  g_free (((GalleyLink *) link)->target);
}

/**
 * galley_flow_new:
 * @builder: what the text goes to; it has to outlive the flow, and to be left alone until it ends
 *   but for metadata, notices and notes
 *
 * Returns: (transfer full): an empty flow
 */
GalleyFlow *
galley_flow_new (GalleyDocumentBuilder *builder)
{
  GalleyFlow *self = g_new0 (GalleyFlow, 1);

  self->builder = builder;
  self->words = g_string_new (NULL);
  self->links = g_array_new (FALSE, FALSE, sizeof (GalleyLink));
  g_array_set_clear_func (self->links, clear_link);
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));

  return self;
}

void
galley_flow_free (GalleyFlow *self)
{
  g_string_free (self->words, TRUE);
  g_array_unref (self->links);
  g_array_unref (self->marks);
  g_free (self->link_target);
  g_free (self->marker);
  g_free (self);
}

static void
add_words (GalleyFlow *self, const char *utf8, gsize length_bytes)
{
  if (length_bytes == 0)
    return;

  if (self->spaced && self->length > 0)
    {
      galley_raised_append (&self->raised, self->space_position, self->words, " ", 1);
      self->length++;
    }
  self->spaced = FALSE;
  galley_raised_append (&self->raised, self->position, self->words, utf8, length_bytes);
  self->length += g_utf8_strlen (utf8, length_bytes);
}

/**
 * galley_flow_set_position:
 * @position: how high the words to come stand, until something else is said
 */
void
galley_flow_set_position (GalleyFlow *self, GalleyPosition position)
{
  self->position = position;
}

/* Whether the space at @utf8 is the one between two words of one position, and stays as it is. */
static gboolean
is_only_space (const char *utf8, const char *start, const char *end)
{
  return *utf8 == ' ' && utf8 > start && utf8 + 1 < end && !g_ascii_isspace (utf8[1]);
}

/**
 * galley_flow_add_text:
 * @utf8: valid UTF-8 without NUL
 * @length_bytes: its length, or -1 if it ends with NUL
 *
 * Adds words as HTML means them: a run of spaces, tabs and line ends is one space, within the words
 * that were added before and after as well.
 */
void
galley_flow_add_text (GalleyFlow *self, const char *utf8, gssize length_bytes)
{
  const char *end = utf8 + (length_bytes >= 0 ? (gsize) length_bytes : strlen (utf8));

  while (utf8 < end)
    {
      const char *word = utf8;

      while (utf8 < end && (!g_ascii_isspace (*utf8) || is_only_space (utf8, word, end)))
        utf8++;
      add_words (self, word, utf8 - word);
      while (utf8 < end && g_ascii_isspace (*utf8))
        {
          self->spaced = TRUE;
          self->space_position = self->position;
          utf8++;
        }
    }
}

/**
 * galley_flow_add_verbatim:
 * @utf8: valid UTF-8 without NUL
 * @length_bytes: its length, or -1 if it ends with NUL
 *
 * Adds words with their white space as it is, but for the ends of the block.
 */
void
galley_flow_add_verbatim (GalleyFlow *self, const char *utf8, gssize length_bytes)
{
  const char *end = utf8 + (length_bytes >= 0 ? (gsize) length_bytes : strlen (utf8));

  if (self->length == 0)
    while (utf8 < end && g_ascii_isspace (*utf8))
      utf8++;
  add_words (self, utf8, end - utf8);
}

/**
 * galley_flow_add_break:
 *
 * Ends the line, and not the block.
 */
void
galley_flow_add_break (GalleyFlow *self)
{
  self->spaced = FALSE;
  if (self->length == 0)
    return;

  galley_raised_append (&self->raised, GALLEY_POSITION_LINE, self->words, "\n", 1);
  self->length++;
}

/* Where the next word will begin, in the block. */
static guint
find_here (GalleyFlow *self)
{
  return self->length + (self->spaced && self->length > 0);
}

/**
 * galley_flow_begin_link:
 * @target: where the words to come lead, as written in the input
 *
 * Links do not nest: one that is open ends.
 */
void
galley_flow_begin_link (GalleyFlow *self, const char *target)
{
  galley_flow_end_link (self);
  self->link_target = g_strdup (target);
  self->link_start = find_here (self);
}

/**
 * galley_flow_end_link:
 *
 * Ends the link, if one is open.
 */
void
galley_flow_end_link (GalleyFlow *self)
{
  GalleyLink link = { .range = { self->link_start, self->length } };

  if (self->link_target == NULL)
    return;

  link.target = g_steal_pointer (&self->link_target);
  if (link.range.start >= link.range.end)
    {
      g_free (link.target);
      return;
    }
  self->n_linked += link.range.end - link.range.start;
  g_array_append_val (self->links, link);
}

/**
 * galley_flow_add_mark:
 *
 * Marks the place that the words have reached, to ask for it by galley_flow_get_mark() later.
 *
 * Returns: the mark
 */
guint
galley_flow_add_mark (GalleyFlow *self)
{
  Mark mark = { .offset = find_here (self), .is_pending = TRUE };

  g_array_append_val (self->marks, mark);

  return self->marks->len - 1;
}

/**
 * galley_flow_add_end_mark:
 *
 * Marks where the words end that were added so far, before white space that came after them; in a
 * block that has no words yet that is the end of the block before.
 *
 * Returns: the mark
 */
guint
galley_flow_add_end_mark (GalleyFlow *self)
{
  Mark mark = { .offset = self->length, .is_pending = TRUE };
  const char *end = self->words->str + self->words->len;

  while (mark.offset > 0 && g_ascii_isspace (end[-1]))
    {
      end--;
      mark.offset--;
    }
  if (mark.offset > 0)
    {
      g_array_append_val (self->marks, mark);
      return self->marks->len - 1;
    }

  mark = (Mark){ .offset = galley_document_builder_get_length (self->builder) };
  g_array_append_val (self->marks, mark);
  return self->marks->len - 1;
}

/**
 * galley_flow_get_mark:
 * @mark: what galley_flow_add_mark() gave, in a block that has ended
 *
 * Returns: where it is in the document's text, in code points
 */
guint
galley_flow_get_mark (GalleyFlow *self, guint mark)
{
  g_return_val_if_fail (mark < self->marks->len, 0);

  if (g_array_index (self->marks, Mark, mark).is_pending)
    return galley_document_builder_get_length (self->builder);
  return g_array_index (self->marks, Mark, mark).offset;
}

/**
 * galley_flow_peek_words:
 *
 * Returns: (transfer none): the words of the block so far, until the next call
 */
const char *
galley_flow_peek_words (GalleyFlow *self)
{
  galley_raised_end (&self->raised, self->words);
  return self->words->str;
}

/**
 * galley_flow_get_n_linked:
 *
 * Returns: how many code points of the block so far are in links that have ended
 */
guint
galley_flow_get_n_linked (GalleyFlow *self)
{
  return self->n_linked;
}

/**
 * galley_flow_set_marker:
 * @marker: (nullable): what stands before the next item of a list, such as "• ", with the spaces
 *   that indent it; %NULL for none
 *
 * The sign is part of the text and not of the block.
 */
void
galley_flow_set_marker (GalleyFlow *self, const char *marker)
{
  g_free (self->marker);
  self->marker = g_strdup (marker);
}

static void
trim_end (GalleyFlow *self)
{
  GString *words = self->words;

  galley_raised_end (&self->raised, words);
  while (words->len > 0 && g_ascii_isspace (words->str[words->len - 1]))
    {
      g_string_truncate (words, words->len - 1);
      self->length--;
    }
}

/* Writes what parts the block from the one before, and its sign. */
static void
part (GalleyFlow *self, GalleyBlockRole role)
{
  gboolean is_item = role == GALLEY_BLOCK_LIST_ITEM;

  if (self->has_text)
    galley_document_builder_append (self->builder, is_item && self->after_item ? "\n" : "\n\n");
  if (self->marker != NULL)
    galley_document_builder_append (self->builder, self->marker);
  galley_flow_set_marker (self, NULL);
  self->has_text = TRUE;
  self->after_item = is_item;
}

static void
settle_links (GalleyFlow *self, guint start)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const GalleyLink *link = &g_array_index (self->links, GalleyLink, i);
      guint end = MIN (link->range.end, self->length);

      if (link->range.start < end)
        galley_document_builder_add_link (
            self->builder, (GalleyRange){ start + link->range.start, start + end }, link->target);
    }
}

/* Places what belongs to the block, which begins at @start and has @length code points. */
static void
settle_marks (GalleyFlow *self, guint start, guint length)
{
  for (; self->first_mark < self->marks->len; self->first_mark++)
    {
      Mark *mark = &g_array_index (self->marks, Mark, self->first_mark);

      if (!mark->is_pending)
        continue;
      mark->offset = start + MIN (mark->offset, length);
      mark->is_pending = FALSE;
    }
}

static void
reset (GalleyFlow *self)
{
  g_string_truncate (self->words, 0);
  self->raised = (GalleyRaised){ 0 };
  g_array_set_size (self->links, 0);
  self->length = 0;
  self->n_linked = 0;
  self->spaced = FALSE;
  self->link_start = 0;
}

/**
 * galley_flow_end_block:
 * @role: what the words are
 * @level: as in #GalleyBlock
 *
 * Makes a block of the words that were added since the last one. A link that is open goes on in the
 * next block.
 *
 * Returns: whether there were any
 */
gboolean
galley_flow_end_block (GalleyFlow *self, GalleyBlockRole role, guint level)
{
  g_autofree char *target = g_strdup (self->link_target);
  guint start;

  galley_flow_end_link (self);
  trim_end (self);
  if (self->length == 0)
    {
      galley_flow_drop (self);
      self->link_target = g_steal_pointer (&target);
      return FALSE;
    }

  part (self, role);
  start = galley_document_builder_append (self->builder, self->words->str);
  galley_document_builder_add_block (self->builder, role, level,
                                     (GalleyRange){ start, start + self->length });
  settle_links (self, start);
  settle_marks (self, start, self->length);
  reset (self);
  self->link_target = g_steal_pointer (&target);

  return TRUE;
}

/**
 * galley_flow_end_omitted:
 * @role: what the words would be
 * @level: as in #GalleyBlock
 *
 * Leaves the words that were added since the last block out of the text, and keeps them as an
 * omission.
 *
 * Returns: whether there were any
 */
gboolean
galley_flow_end_omitted (GalleyFlow *self, GalleyBlockRole role, guint level)
{
  gboolean has_words;

  trim_end (self);
  has_words = self->length > 0;
  if (has_words)
    galley_document_builder_add_omission (self->builder, role, level, self->words->str);
  galley_flow_drop (self);

  return has_words;
}

/**
 * galley_flow_drop:
 *
 * Forgets the words that were added since the last block, as if they had not been there. Marks in
 * them are at the end of the text so far.
 */
void
galley_flow_drop (GalleyFlow *self)
{
  galley_flow_end_link (self);
  settle_marks (self, galley_document_builder_get_length (self->builder), 0);
  galley_flow_set_marker (self, NULL);
  reset (self);
}

/**
 * galley_flow_tell_changes:
 * @n_changes: tracked changes that are read as accepted
 *
 * Tells of them in a notice, if there are any.
 */
void
galley_flow_tell_changes (GalleyFlow *self, guint n_changes)
{
  if (n_changes > 0)
    galley_reader_tell_changes (self->builder, n_changes);
}
