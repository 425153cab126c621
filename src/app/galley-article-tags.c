/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-tags-private.h"

#include "galley-article-sweep.h"
#include "galley-ink-tag.h"

/* No screen shows more characters than this before and behind the caret. */
#define NEAR 12000

/* Adds a tag that looks like nothing yet. */
GtkTextTag *
galley_article_tags_add (GalleyArticleTags *self)
{
  return galley_ink_tag_add (self->buffer);
}

static void
add_block_tags (GalleyArticleTags *self)
{
  for (guint i = 0; i < GALLEY_N_BLOCK_ROLES; i++)
    self->role[i] = galley_article_tags_add (self);
  for (guint i = 0; i < GALLEY_N_HEADING_LEVELS; i++)
    {
      static const double scales[GALLEY_N_HEADING_LEVELS] = { 1.5, 1.28, 1.12, 1.0 };

      self->heading[i] = galley_article_tags_add (self);
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

  self->link = galley_article_tags_add (self);
  self->dismissed = galley_article_tags_add (self);
  g_object_set (self->dismissed, "underline", PANGO_UNDERLINE_SINGLE_LINE, NULL);
  self->uncovered = galley_article_tags_add (self);
  g_object_set (self->uncovered, "underline", PANGO_UNDERLINE_DOUBLE, NULL);

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    for (guint deep = 0; deep < 2; deep++)
      {
        self->claim[i][deep] = galley_article_tags_add (self);
        g_object_set (self->claim[i][deep], "underline", underlines[i], NULL);
      }
  for (guint deep = 0; deep < 2; deep++)
    {
      self->unjudged[deep] = galley_article_tags_add (self);
      g_object_set (self->unjudged[deep], "underline", PANGO_UNDERLINE_LOW, NULL);
    }
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
  for (guint i = 0; i < GALLEY_N_HEADING_LEVELS; i++)
    set_spacing (self->heading[i], 1.1 * size, 0.3 * size);

  g_object_set (self->role[GALLEY_BLOCK_QUOTE], "left-margin", (int) (2 * size), NULL);
  g_object_set (self->role[GALLEY_BLOCK_ATTRIBUTION], "left-margin", (int) (2 * size), NULL);
}

/**
 * galley_article_tags_style_blocks:
 * @document: what the buffer shows, character for character
 * @context: Pango context of the view, for the width of list markers
 *
 * Sets every block as what it is, anew, since the font has changed.
 */
void
galley_article_tags_style_blocks (GalleyArticleTags *self,
                                  GalleyDocument *document,
                                  PangoContext *context)
{
  galley_article_tags_clear_blocks (self);
  galley_article_tags_set_blocks (self, document, context, (GalleyRange){ 0, G_MAXUINT });
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
show_dismissed (GalleyArticleTags *self, GalleyRange range)
{
  GPtrArray *dismissals = galley_check_get_dismissals (self->check);

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
show_uncovered_words (GalleyArticleTags *self, GalleyRange range)
{
  GalleyRange words;

  for (guint from = range.start; galley_check_find_uncovered (self->check, from, &words);
       from = words.end)
    {
      if (words.start >= range.end)
        break;
      set_tag (self, self->uncovered, words, TRUE);
    }
}

static void
restyle_part (GalleyArticleTags *self, GalleyRange range)
{
  g_autoptr (GArray) segments = galley_article_sweep (galley_check_get_claims (self->check), range);

  set_tag (self, self->dismissed, range, FALSE);
  set_tag (self, self->uncovered, range, FALSE);
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    for (guint deep = 0; deep < 2; deep++)
      set_tag (self, self->claim[i][deep], range, FALSE);
  for (guint deep = 0; deep < 2; deep++)
    set_tag (self, self->unjudged[deep], range, FALSE);

  show_dismissed (self, range);
  if (self->shows_uncovered)
    show_uncovered_words (self, range);
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
show_links (GalleyArticleTags *self, GalleyRange range)
{
  g_autoptr (GPtrArray) remarks =
      galley_remarks_list (galley_check_get_remarks (self->check), range);

  for (guint i = 0; i < remarks->len; i++)
    {
      const GalleyRemark *remark = g_ptr_array_index (remarks, i);

      if (remark->link != NULL)
        set_tag (self, self->link, remark->range, TRUE);
    }
}

/* What a part of the text that was set anew looks like. */
static void
show_part (GalleyArticleTags *self, GalleyRange range)
{
  galley_article_tags_set_blocks (self, galley_check_get_document (self->check), self->context,
                                  range);
  show_links (self, range);
  restyle_part (self, range);
}

static void
set_rest (GalleyRange range, gboolean is_new, gpointer data)
{
  if (is_new)
    show_part (data, range);
  else
    restyle_part (data, range);
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
  self->base = galley_article_tags_add (self);
  self->gap = galley_article_tags_add (self);
  self->seam = galley_article_tags_add (self);
  self->endless = galley_article_tags_add (self);
  /* A web address that goes on in the next line has no hyphen there. */
  g_object_set (self->base, "insert-hyphens", FALSE, NULL);
  g_object_set (self->gap, "scale", 0.2, "pixels-above-lines", 0, "pixels-below-lines", 0, NULL);
  g_object_set (self->endless, "wrap-mode", GTK_WRAP_CHAR, NULL);
  add_block_tags (self);
  add_claim_tags (self);
  self->rest = galley_article_rest_new (set_rest, self);

  return self;
}

void
galley_article_tags_free (GalleyArticleTags *self)
{
  galley_article_tags_show_none (self);
  galley_article_rest_free (self->rest);
  g_hash_table_unref (self->hangs);
  g_free (self);
}

/* The part of the text around @seen that a screen can show, from the start of a block on. */
static GalleyRange
find_near (GalleyArticleTags *self, GalleyRange seen)
{
  guint end = gtk_text_buffer_get_char_count (self->buffer), n_blocks, i;
  const GalleyBlock *blocks =
      galley_document_get_blocks (galley_check_get_document (self->check), &n_blocks);
  GalleyRange near = { seen.start - MIN (seen.start, NEAR), MIN (seen.end + NEAR, end) };

  i = galley_article_tags_find_block (blocks, n_blocks, near.start);
  if (i > 0 && blocks[i - 1].range.end > near.start)
    near.start = blocks[i - 1].range.start;

  return near;
}

/**
 * galley_article_tags_show:
 * @check: whose document the buffer shows, set anew
 * @context: Pango context of the view, for the width of list markers
 * @caret: what is to be seen first
 *
 * Sets the blocks as what they are, and shows where the claims, dismissals and links of @check
 * stand: around @caret at once, and elsewhere after the next frame, but before the text is laid out
 * there. In a long article tags take longer than all else that a frame needs.
 */
void
galley_article_tags_show (GalleyArticleTags *self,
                          GalleyCheck *check,
                          PangoContext *context,
                          guint caret)
{
  guint end = gtk_text_buffer_get_char_count (self->buffer);
  GalleyRange near;

  galley_article_tags_show_none (self);
  galley_article_tags_clear_blocks (self);
  self->check = g_object_ref (check);
  self->context = g_object_ref (context);
  near = find_near (self, (GalleyRange){ caret, caret });

  show_part (self, near);
  galley_article_rest_add (self->rest, (GalleyRange){ near.end, end }, /* is_new= */ TRUE);
  galley_article_rest_add (self->rest, (GalleyRange){ 0, near.start }, /* is_new= */ TRUE);
}

/**
 * galley_article_tags_show_none:
 *
 * Forgets what galley_article_tags_show() was given, and leaves undone what it has not done yet:
 * the text will be another one.
 */
void
galley_article_tags_show_none (GalleyArticleTags *self)
{
  galley_article_rest_clear (self->rest);
  g_clear_object (&self->check);
  g_clear_object (&self->context);
}

/**
 * galley_article_tags_restyle:
 * @range: the characters to style anew
 * @seen: those that are on the screen
 *
 * Shows where the claims and dismissals of the check stand now: of many characters around what is
 * seen at once, and elsewhere after the next frame.
 */
void
galley_article_tags_restyle (GalleyArticleTags *self, GalleyRange range, GalleyRange seen)
{
  GalleyRange near = range.end - range.start > 2 * NEAR ? find_near (self, seen) : range;
  GalleyRange now = { CLAMP (near.start, range.start, range.end),
                      CLAMP (near.end, range.start, range.end) };

  if (now.start < now.end)
    restyle_part (self, now);
  galley_article_rest_add (self->rest, (GalleyRange){ now.end, range.end }, /* is_new= */ FALSE);
  galley_article_rest_add (self->rest, (GalleyRange){ range.start, now.start },
                           /* is_new= */ FALSE);
}

/**
 * galley_article_tags_set_show_uncovered:
 * @show_uncovered: whether words that nothing covers are to stand out
 * @seen: the characters that are on the screen
 */
void
galley_article_tags_set_show_uncovered (GalleyArticleTags *self,
                                        gboolean show_uncovered,
                                        GalleyRange seen)
{
  GalleyRange whole = { 0, gtk_text_buffer_get_char_count (self->buffer) };

  self->shows_uncovered = show_uncovered;
  if (self->check != NULL)
    galley_article_tags_restyle (self, whole, seen);
}
