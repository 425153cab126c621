/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-tags-private.h"

#include "galley-wrapping.h"

#include <string.h>

/* How the blocks of an article are set. */

/* A list marker wider than this (in em) does not push the item's words further to the right. */
#define MAX_HANG 6

/* A tag that makes an item's lines begin where its first one does behind @marker. */
static GtkTextTag *
find_hang (GalleyArticleTags *self, const char *marker, PangoContext *context)
{
  GtkTextTag *tag = g_hash_table_lookup (self->hangs, marker);
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (tag != NULL)
    return tag;

  layout = pango_layout_new (context);
  pango_layout_set_text (layout, marker, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  width = width * self->scale + 0.5;
  tag = galley_article_tags_add (self);
  /* Below the tags of claims, which are about words and not about lines. */
  gtk_text_tag_set_priority (tag, gtk_text_tag_get_priority (self->link));
  g_object_set (tag, "indent", -width, NULL);
  g_hash_table_insert (self->hangs, g_strdup (marker), tag);

  return tag;
}

/* The list marker before @block on its line; NULL if there is none to speak of. */
static char *
find_marker (const GtkTextIter *line, const GtkTextIter *block)
{
  g_autofree char *marker = gtk_text_iter_get_slice (line, block);

  return *marker != '\0' && g_utf8_strlen (marker, -1) <= 2 * MAX_HANG ? g_steal_pointer (&marker)
                                                                       : NULL;
}

/* Puts @tag on the lines from @start to @end whole: a line's margins are those of its first
 * character, which may be part of a marker. Moves both to the lines' ends. */
static void
apply_to_lines (GalleyArticleTags *self, GtkTextTag *tag, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_iter_set_line_offset (start, 0);
  gtk_text_iter_forward_line (end);
  gtk_text_buffer_apply_tag (self->buffer, tag, start, end);
}

/* One such word has the lines of its block broken anywhere, and of no other. */
static void
break_words (GalleyArticleTags *self, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *words = gtk_text_iter_get_slice (start, end);

  if (galley_wrapping_choose (words) == PANGO_WRAP_CHAR)
    gtk_text_buffer_apply_tag (self->buffer, self->endless, start, end);
}

static void
style_block (GalleyArticleTags *self,
             const GalleyBlock *block,
             PangoContext *context,
             GtkTextIter *out_end)
{
  GtkTextTag *tag = self->role[block->role];
  GtkTextIter start, line, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, block->range.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, block->range.end);
  if (block->role == GALLEY_BLOCK_HEADING)
    tag = self->heading[CLAMP (block->level, 1, GALLEY_N_HEADING_LEVELS) - 1];
  line = start;
  apply_to_lines (self, tag, &line, &end);
  break_words (self, &line, &end);

  if (block->role == GALLEY_BLOCK_LIST_ITEM)
    {
      g_autofree char *marker = find_marker (&line, &start);

      if (marker != NULL)
        gtk_text_buffer_apply_tag (self->buffer, find_hang (self, marker, context), &line, &end);
    }

  *out_end = end;
}

/* Blank lines between blocks are part of the text and not of the type area: the spaces there are
 * those of the blocks. */
static void
close_gap (GalleyArticleTags *self, const GtkTextIter *from, const GtkTextIter *to)
{
  g_autofree char *between = gtk_text_iter_get_slice (from, to);
  GtkTextIter line = *from;

  if (strspn (between, " \t\r\n") == strlen (between))
    {
      gtk_text_buffer_apply_tag (self->buffer, self->gap, from, to);
      return;
    }

  while (gtk_text_iter_compare (&line, to) < 0)
    {
      GtkTextIter next = line;
      g_autofree char *words = NULL;

      gtk_text_iter_forward_line (&next);
      words = gtk_text_iter_get_slice (&line, &next);
      if (*g_strchug (words) == '\0')
        gtk_text_buffer_apply_tag (self->buffer, self->gap, &line, &next);
      line = next;
    }
}

/* Whether the look of a block starts or ends at @line. Claims don't count: they come and go. */
static gboolean
is_seam (GalleyArticleTags *self, const GtkTextIter *line)
{
  int first_of_claims = gtk_text_tag_get_priority (self->link);
  gboolean found = FALSE;

  for (int is_start = FALSE; is_start <= TRUE && !found; is_start++)
    {
      GSList *tags = gtk_text_iter_get_toggled_tags (line, is_start);

      for (GSList *l = tags; l != NULL && !found; l = l->next)
        found = gtk_text_tag_get_priority (l->data) < first_of_claims;
      g_slist_free (tags);
    }

  return found;
}

/* While it draws, GTK keeps the style of the last characters until it meets the start or end of a
 * tag, and it does not meet those of a line whose layout it has kept. Of two lines with the same
 * tags the second can therefore be drawn in the style of whatever stood before the first. So there
 * has to be such a place at the start of every line. */
static void
sew_lines (GalleyArticleTags *self, const GtkTextIter *from, const GtkTextIter *to)
{
  GtkTextIter line = *from;

  if (gtk_text_iter_is_start (&line))
    gtk_text_iter_forward_line (&line);
  while (gtk_text_iter_compare (&line, to) < 0)
    {
      GtkTextIter next = line;

      gtk_text_iter_forward_line (&next);
      if (!is_seam (self, &line))
        gtk_text_buffer_apply_tag (self->buffer, self->seam, &line, &next);
      line = next;
    }
}

/**
 * galley_article_tags_find_block:
 * @blocks: in the order of the text
 * @offset: in code points
 *
 * Returns: the number of the first block that begins at @offset or behind it; @n_blocks if none
 * does
 */
guint
galley_article_tags_find_block (const GalleyBlock *blocks, guint n_blocks, guint offset)
{
  guint low = 0, high = n_blocks;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (blocks[middle].range.start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Where the lines end that @block stands on; the start of the text for no block. */
static void
get_lines_end (GalleyArticleTags *self, const GalleyBlock *block, GtkTextIter *out_iter)
{
  gtk_text_buffer_get_iter_at_offset (self->buffer, out_iter, block != NULL ? block->range.end : 0);
  if (block != NULL)
    gtk_text_iter_forward_line (out_iter);
}

/**
 * galley_article_tags_set_blocks:
 * @document: what the buffer shows, character for character
 * @context: Pango context of the view, for the width of list markers
 * @range: the blocks that begin here
 *
 * Sets blocks as what they are, and what stands before each; at the end of the text what stands
 * there, too.
 */
void
galley_article_tags_set_blocks (GalleyArticleTags *self,
                                GalleyDocument *document,
                                PangoContext *context,
                                GalleyRange range)
{
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);
  guint i = galley_article_tags_find_block (blocks, n_blocks, range.start);
  GtkTextIter first, from, end;

  get_lines_end (self, i > 0 ? &blocks[i - 1] : NULL, &from);
  first = from;
  for (; i < n_blocks && blocks[i].range.start < range.end; i++)
    {
      GtkTextIter line;

      gtk_text_buffer_get_iter_at_offset (self->buffer, &line, blocks[i].range.start);
      gtk_text_iter_set_line_offset (&line, 0);
      if (gtk_text_iter_compare (&from, &line) < 0)
        close_gap (self, &from, &line);
      style_block (self, &blocks[i], context, &from);
    }
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  if (i == n_blocks && gtk_text_iter_compare (&from, &end) < 0)
    {
      close_gap (self, &from, &end);
      from = end;
    }
  sew_lines (self, &first, &from);
}

/**
 * galley_article_tags_clear_blocks:
 *
 * Gives the text what every block has in common, and is to be followed by their own tags.
 */
void
galley_article_tags_clear_blocks (GalleyArticleTags *self)
{
  GtkTextIter start, end;
  GHashTableIter iter;
  gpointer tag;

  g_hash_table_iter_init (&iter, self->hangs);
  while (g_hash_table_iter_next (&iter, NULL, &tag))
    gtk_text_tag_table_remove (gtk_text_buffer_get_tag_table (self->buffer), tag);
  g_hash_table_remove_all (self->hangs);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_apply_tag (self->buffer, self->base, &start, &end);
}
