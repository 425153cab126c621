/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-tags.h"

#include "galley-article-sweep.h"

#include <string.h>

/* Heading levels that look different; deeper ones look like the last. */
#define N_LEVELS 4

/* A list marker wider than this (in em) does not push the item's words further to the right. */
#define MAX_HANG 6

/* No screen shows more characters than this before and behind the caret. */
#define NEAR 12000

/**
 * GalleyArticleTags:
 *
 * The text tags of an article: how its blocks are set, and where its claims stand.
 *
 * Tags are shared, one for each look: a tag of its own for each claim would cost seconds where
 * there are thousands. A character has at most one of the tags that show claims, so that no tint
 * lies on another. The underline of a tag is what assistive technology sees of it, therefore no two
 * statuses have the same: pending has "low", confirmed "single" and disputed "error".
 */
struct _GalleyArticleTags
{
  GtkTextBuffer *buffer; /* not owned: it owns this, by way of its view */

  GtkTextTag *base; /* on everything */
  GtkTextTag *gap;  /* on blank lines */
  GtkTextTag *seam; /* looks like nothing: see sew_lines() */
  GtkTextTag *role[GALLEY_N_BLOCK_ROLES];
  GtkTextTag *heading[N_LEVELS];
  GHashTable *hangs; /* list marker to its tag */
  double scale;

  GtkTextTag *link;
  GtkTextTag *dismissed;
  GtkTextTag *uncovered;
  GtkTextTag *claim[GALLEY_N_STATUSES][2]; /* by whether claims overlap */
  GtkTextTag *unjudged[2];                 /* likewise */

  /* What galley_article_tags_show() has left for after the next frame. */
  guint rest_id;
  GalleyCheck *rest_check;
  GalleyRange rest_except; /* is styled already */
  gboolean rest_uncovered;
};

static GtkTextTag *
add_tag (GalleyArticleTags *self)
{
  return gtk_text_buffer_create_tag (self->buffer, /* name= */ NULL, /* property= */ NULL);
}

static void
add_block_tags (GalleyArticleTags *self)
{
  for (guint i = 0; i < GALLEY_N_BLOCK_ROLES; i++)
    self->role[i] = add_tag (self);
  for (guint i = 0; i < N_LEVELS; i++)
    {
      static const double scales[N_LEVELS] = { 1.5, 1.28, 1.12, 1.0 };

      self->heading[i] = add_tag (self);
      g_object_set (self->heading[i], "weight", PANGO_WEIGHT_BOLD, "scale", scales[i], NULL);
    }

  g_object_set (self->role[GALLEY_BLOCK_TITLE], "weight", PANGO_WEIGHT_BOLD, "scale", 1.85, NULL);
  g_object_set (self->role[GALLEY_BLOCK_LEAD], "scale", 1.12, NULL);
  g_object_set (self->role[GALLEY_BLOCK_QUOTE], "style", PANGO_STYLE_ITALIC, "accumulative-margin",
                TRUE, NULL);
  g_object_set (self->role[GALLEY_BLOCK_ATTRIBUTION], "scale", 0.9, "accumulative-margin", TRUE,
                NULL);
  g_object_set (self->role[GALLEY_BLOCK_BOILERPLATE], "scale", 0.85, NULL);
}

static void
add_claim_tags (GalleyArticleTags *self)
{
  static const PangoUnderline underlines[GALLEY_N_STATUSES] = {
    [GALLEY_STATUS_PENDING] = PANGO_UNDERLINE_LOW,
    [GALLEY_STATUS_CONFIRMED] = PANGO_UNDERLINE_SINGLE,
    [GALLEY_STATUS_DISPUTED] = PANGO_UNDERLINE_ERROR,
  };

  self->link = add_tag (self);
  self->dismissed = add_tag (self);
  g_object_set (self->dismissed, "underline", PANGO_UNDERLINE_SINGLE_LINE, NULL);
  self->uncovered = add_tag (self);
  g_object_set (self->uncovered, "underline", PANGO_UNDERLINE_DOUBLE, NULL);

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    for (guint deep = 0; deep < 2; deep++)
      {
        self->claim[i][deep] = add_tag (self);
        g_object_set (self->claim[i][deep], "underline", underlines[i], NULL);
      }
  for (guint deep = 0; deep < 2; deep++)
    {
      self->unjudged[deep] = add_tag (self);
      g_object_set (self->unjudged[deep], "underline", PANGO_UNDERLINE_LOW, NULL);
    }
}

/**
 * galley_article_tags_new:
 * @buffer: the buffer, which outlives the result
 *
 * Returns: (transfer full): tags in @buffer's table
 */
GalleyArticleTags *
galley_article_tags_new (GtkTextBuffer *buffer)
{
  GalleyArticleTags *self = g_new0 (GalleyArticleTags, 1);

  self->buffer = buffer;
  self->scale = 1;
  self->hangs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->base = add_tag (self);
  self->gap = add_tag (self);
  self->seam = add_tag (self);
  g_object_set (self->gap, "scale", 0.2, "pixels-above-lines", 0, "pixels-below-lines", 0, NULL);
  add_block_tags (self);
  add_claim_tags (self);

  return self;
}

void
galley_article_tags_free (GalleyArticleTags *self)
{
  galley_article_tags_show_none (self);
  g_hash_table_unref (self->hangs);
  g_free (self);
}

/**
 * galley_article_tags_set_look:
 * @look: the colours
 *
 * Colours the tags.
 */
void
galley_article_tags_set_look (GalleyArticleTags *self, const GalleyLook *look)
{
  g_object_set (self->base, "foreground-rgba", &look->ink, NULL);
  g_object_set (self->role[GALLEY_BLOCK_ATTRIBUTION], "foreground-rgba", &look->faint_ink, NULL);
  g_object_set (self->role[GALLEY_BLOCK_BOILERPLATE], "foreground-rgba", &look->faint_ink, NULL);
  g_object_set (self->link, "foreground-rgba", &look->link, NULL);
  g_object_set (self->dismissed, "underline-rgba", &look->dismissed, "foreground-rgba",
                &look->faint_ink, NULL);
  g_object_set (self->uncovered, "underline-rgba", &look->uncovered_line, "background-rgba",
                &look->uncovered, NULL);

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    for (guint deep = 0; deep < 2; deep++)
      {
        const GdkRGBA *tint = deep ? &look->deep_tint[i] : &look->tint[i];

        /* The view draws the dashes of pending claims, which Pango does not know; the underline of
         * the tag is there for assistive technology alone. */
        g_object_set (self->claim[i][deep], "background-rgba", tint, "underline-rgba",
                      i == GALLEY_STATUS_PENDING ? tint : &look->line[i], NULL);
      }

  /* Likewise the dots of what a second reader has not judged. */
  for (guint deep = 0; deep < 2; deep++)
    {
      GdkRGBA tint = look->faint_ink;

      tint.alpha = deep ? 0.18 : 0.09;
      g_object_set (self->unjudged[deep], "background-rgba", &tint, "underline-rgba", &tint, NULL);
    }
}

static void
set_spacing (GtkTextTag *tag, double above, double below)
{
  g_object_set (tag, "pixels-above-lines", (int) (above + 0.5), "pixels-below-lines",
                (int) (below + 0.5), NULL);
}

/**
 * galley_article_tags_set_metrics:
 * @em: size of the article's font in pixels, before @scale
 * @scale: how much larger than that the article is shown
 *
 * Sets the spaces between blocks and the indents.
 */
void
galley_article_tags_set_metrics (GalleyArticleTags *self, double em, double scale)
{
  double size = em * scale;

  self->scale = scale;
  g_object_set (self->base, "scale", scale, NULL);

  set_spacing (self->role[GALLEY_BLOCK_TITLE], 0.3 * size, 0.7 * size);
  set_spacing (self->role[GALLEY_BLOCK_LEAD], 0.1 * size, 0.6 * size);
  set_spacing (self->role[GALLEY_BLOCK_PARAGRAPH], 0.2 * size, 0.6 * size);
  set_spacing (self->role[GALLEY_BLOCK_LIST_ITEM], 0.15 * size, 0.25 * size);
  set_spacing (self->role[GALLEY_BLOCK_QUOTE], 0.5 * size, 0.2 * size);
  set_spacing (self->role[GALLEY_BLOCK_ATTRIBUTION], 0.1 * size, 0.6 * size);
  set_spacing (self->role[GALLEY_BLOCK_TABLE_ROW], 0.1 * size, 0.1 * size);
  set_spacing (self->role[GALLEY_BLOCK_BOILERPLATE], 0.5 * size, 0.3 * size);
  for (guint i = 0; i < N_LEVELS; i++)
    set_spacing (self->heading[i], 1.1 * size, 0.3 * size);

  g_object_set (self->role[GALLEY_BLOCK_QUOTE], "left-margin", (int) (2 * size), NULL);
  g_object_set (self->role[GALLEY_BLOCK_ATTRIBUTION], "left-margin", (int) (2 * size), NULL);
}

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
  tag = add_tag (self);
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
    tag = self->heading[CLAMP (block->level, 1, N_LEVELS) - 1];
  line = start;
  apply_to_lines (self, tag, &line, &end);

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

/* While it draws, GTK keeps the style of the last characters until it meets the start or end of a
 * tag, and it does not meet those of a line whose layout it has kept. Of two lines with the same
 * tags the second can therefore be drawn in the style of whatever stood before the first. So there
 * has to be such a place at the start of every line. */
static void
sew_lines (GalleyArticleTags *self)
{
  GtkTextIter line;

  gtk_text_buffer_get_start_iter (self->buffer, &line);
  while (gtk_text_iter_forward_line (&line))
    if (!gtk_text_iter_starts_tag (&line, NULL) && !gtk_text_iter_ends_tag (&line, NULL))
      {
        GtkTextIter next = line;

        gtk_text_iter_forward_line (&next);
        gtk_text_buffer_apply_tag (self->buffer, self->seam, &line, &next);
      }
}

/**
 * galley_article_tags_style_blocks:
 * @document: what the buffer shows, character for character
 * @context: Pango context of the view, for the width of list markers
 *
 * Sets every block as what it is. To be done anew when the font changes.
 */
void
galley_article_tags_style_blocks (GalleyArticleTags *self,
                                  GalleyDocument *document,
                                  PangoContext *context)
{
  GtkTextIter from, end;
  GHashTableIter iter;
  gpointer tag;
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  g_hash_table_iter_init (&iter, self->hangs);
  while (g_hash_table_iter_next (&iter, NULL, &tag))
    gtk_text_tag_table_remove (gtk_text_buffer_get_tag_table (self->buffer), tag);
  g_hash_table_remove_all (self->hangs);

  gtk_text_buffer_get_bounds (self->buffer, &from, &end);
  gtk_text_buffer_apply_tag (self->buffer, self->base, &from, &end);
  for (guint i = 0; i < n_blocks; i++)
    {
      GtkTextIter line;

      gtk_text_buffer_get_iter_at_offset (self->buffer, &line, blocks[i].range.start);
      gtk_text_iter_set_line_offset (&line, 0);
      if (gtk_text_iter_compare (&from, &line) < 0)
        close_gap (self, &from, &line);
      style_block (self, &blocks[i], context, &from);
    }
  if (gtk_text_iter_compare (&from, &end) < 0)
    close_gap (self, &from, &end);
  sew_lines (self);
}

static void
set_tag (GalleyArticleTags *self, GtkTextTag *tag, GalleyRange range, gboolean is_on)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, range.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, range.end);
  if (is_on)
    gtk_text_buffer_apply_tag (self->buffer, tag, &start, &end);
  else
    gtk_text_buffer_remove_tag (self->buffer, tag, &start, &end);
}

static void
show_dismissed (GalleyArticleTags *self, GalleyCheck *check, GalleyRange range)
{
  GPtrArray *dismissals = galley_check_get_dismissals (check);

  for (guint i = 0; i < dismissals->len; i++)
    {
      GalleyDismissal *dismissal = g_ptr_array_index (dismissals, i);

      if (dismissal->range.start >= range.end)
        break;
      if (galley_range_overlaps (dismissal->range, range))
        set_tag (self, self->dismissed, dismissal->range, TRUE);
    }
}

static void
show_uncovered_words (GalleyArticleTags *self, GalleyCheck *check, GalleyRange range)
{
  GalleyRange words;

  for (guint from = range.start; galley_check_find_uncovered (check, from, &words);
       from = words.end)
    {
      if (words.start >= range.end)
        break;
      set_tag (self, self->uncovered, words, TRUE);
    }
}

/**
 * galley_article_tags_restyle:
 * @check: whose document the buffer shows
 * @range: the characters to style anew
 * @show_uncovered: whether words that nothing covers are to stand out
 *
 * Shows where the claims and dismissals of @check stand now.
 */
void
galley_article_tags_restyle (GalleyArticleTags *self,
                             GalleyCheck *check,
                             GalleyRange range,
                             gboolean show_uncovered)
{
  g_autoptr (GArray) segments = galley_article_sweep (galley_check_get_claims (check), range);

  set_tag (self, self->dismissed, range, FALSE);
  set_tag (self, self->uncovered, range, FALSE);
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    for (guint deep = 0; deep < 2; deep++)
      set_tag (self, self->claim[i][deep], range, FALSE);
  for (guint deep = 0; deep < 2; deep++)
    set_tag (self, self->unjudged[deep], range, FALSE);

  show_dismissed (self, check, range);
  if (show_uncovered)
    show_uncovered_words (self, check, range);
  for (guint i = 0; i < segments->len; i++)
    {
      const GalleyArticleSegment *segment = &g_array_index (segments, GalleyArticleSegment, i);

      set_tag (self,
               segment->is_unjudged ? self->unjudged[segment->depth > 1]
                                    : self->claim[segment->status][segment->depth > 1],
               segment->range, TRUE);
    }
}

static void
show_links (GalleyArticleTags *self, GalleyCheck *check, GalleyRange range)
{
  g_autoptr (GPtrArray) remarks = galley_remarks_list (galley_check_get_remarks (check), range);

  for (guint i = 0; i < remarks->len; i++)
    {
      const GalleyRemark *remark = g_ptr_array_index (remarks, i);

      if (remark->link != NULL)
        set_tag (self, self->link, remark->range, TRUE);
    }
}

/* What a part of the text that was set anew looks like. */
static void
show_part (GalleyArticleTags *self, GalleyCheck *check, GalleyRange range, gboolean show_uncovered)
{
  show_links (self, check, range);
  galley_article_tags_restyle (self, check, range, show_uncovered);
}

static gboolean
show_rest_cb (gpointer user_data)
{
  GalleyArticleTags *self = user_data;
  g_autoptr (GalleyCheck) check = g_steal_pointer (&self->rest_check);
  guint end = gtk_text_buffer_get_char_count (self->buffer);

  self->rest_id = 0;
  show_part (self, check, (GalleyRange){ 0, self->rest_except.start }, self->rest_uncovered);
  show_part (self, check, (GalleyRange){ self->rest_except.end, end }, self->rest_uncovered);

  return G_SOURCE_REMOVE;
}

/**
 * galley_article_tags_show:
 * @check: whose document the buffer shows, set anew
 * @caret: what is to be seen first
 * @show_uncovered: whether words that nothing covers are to stand out
 *
 * Shows where the claims, dismissals and links of @check stand: around @caret at once, and
 * elsewhere when that is on the screen. In a long article tags take longer than all else that a
 * frame needs.
 */
void
galley_article_tags_show (GalleyArticleTags *self,
                          GalleyCheck *check,
                          guint caret,
                          gboolean show_uncovered)
{
  guint end = gtk_text_buffer_get_char_count (self->buffer);
  GalleyRange near = { caret - MIN (caret, NEAR), MIN (caret + NEAR, end) };

  galley_article_tags_show_none (self);
  show_part (self, check, near, show_uncovered);
  if (near.start == 0 && near.end == end)
    return;

  self->rest_check = g_object_ref (check);
  self->rest_except = near;
  self->rest_uncovered = show_uncovered;
  self->rest_id = g_idle_add_full (GALLEY_PRIORITY_AFTER_FRAME, show_rest_cb, self, NULL);
}

/**
 * galley_article_tags_show_none:
 *
 * Leaves undone what galley_article_tags_show() has not done yet: the text will be another one.
 */
void
galley_article_tags_show_none (GalleyArticleTags *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->rest_check);
}
