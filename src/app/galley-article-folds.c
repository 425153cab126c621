/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-folds.h"

#include "galley-look.h"

#include <string.h>

/* GTK lays out a paragraph at once, anew with every verdict in it, and reckons its height modulo
 * 65,536 pixels: of one with a hundred thousand characters the end cannot be scrolled to. So what
 * is shown of such a paragraph has a line end in place of a space, here and there: as many
 * characters, and the article's own text stays as it is.
 *
 * Where there is no space, as in Chinese or in what programs write for each other, a line end takes
 * the place of another character, a full stop if there is one. That one is drawn at the end of the
 * line, where it stands, and copied from the article's own text. */

/* Bytes. A page has some 3,000 characters, and a paragraph of more than seven pages hardly anybody
 * writes. */
#define MAX_LINE 20000
#define PIECE 8000
#define WORD_PIECE 2000

/* A piece ends with a sentence, or at least a word, unless none does in so many bytes. */
#define MAX_SENTENCE 2000

/* Where the space is that ends the piece which goes on to @from at least, or %NULL. */
static const char *
find_space (const char *from, const char *end)
{
  const char *first = memchr (from, ' ', end - from);

  for (const char *space = first; space != NULL; space = memchr (space + 1, ' ', end - space - 1))
    if (strchr (".!?", space[-1]) != NULL)
      return space;

  return first;
}

/* Whether @c is a character of its own, whatever stands before or behind it. */
static gboolean
stands_alone (gunichar c)
{
  switch (g_unichar_break_type (c))
    {
    case G_UNICODE_BREAK_COMBINING_MARK:
    case G_UNICODE_BREAK_ZERO_WIDTH_JOINER:
    case G_UNICODE_BREAK_EMOJI_MODIFIER:
    case G_UNICODE_BREAK_REGIONAL_INDICATOR:
      return FALSE;
    default:
      return g_unichar_isgraph (c) && !g_unichar_iszerowidth (c) && !g_unichar_ismark (c);
    }
}

static gboolean
is_stop (gunichar c)
{
  return c == 0x3002 || c == 0xff01 || c == 0xff0e || c == 0xff1f || c == 0x0964 || c == 0x06d4;
}

/* Where the character is, of those from @from on, that a line end can take the place of; %NULL if
 * none can. */
static const char *
find_letter (const char *from, const char *end)
{
  const char *found = NULL;
  gboolean is_last_alone = FALSE;

  while (from < end && ((guchar) *from & 0xc0) == 0x80)
    from++;
  for (const char *p = from; p < end; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);
      gunichar c = g_utf8_get_char (p);
      gboolean is_alone = stands_alone (c);

      if (is_alone && is_last_alone && next < end && stands_alone (g_utf8_get_char (next)))
        {
          if (is_stop (c))
            return p;
          found = found != NULL ? found : p;
        }
      is_last_alone = is_alone;
    }

  return found;
}

/* Where the first piece of a line ends, or %NULL. */
static const char *
find_fold (const char *line, const char *end, gboolean folds_words)
{
  const char *fold = NULL;

  /* Pango takes longer, the longer a word is. */
  if (folds_words && memchr (line, ' ', PIECE) == NULL)
    fold = find_letter (line + WORD_PIECE, line + WORD_PIECE + MAX_SENTENCE);
  for (const char *from = line + PIECE; fold == NULL && from < end;
       from += MIN (MAX_SENTENCE, end - from))
    {
      const char *limit = from + MIN (MAX_SENTENCE, end - from);

      fold = find_space (from, limit);
      if (fold == NULL && folds_words)
        fold = find_letter (from, limit);
    }

  return fold;
}

/* Appends @line, folded, to @folded. */
static void
fold_line (GString *folded, const char *line, gsize length_bytes, gboolean folds_words)
{
  const char *end = line + length_bytes;

  while (end - line > MAX_LINE)
    {
      const char *fold = find_fold (line, end, folds_words);

      if (fold == NULL)
        break;
      g_string_append_len (folded, line, fold - line);
      g_string_append_c (folded, '\n');
      line = g_utf8_next_char (fold);
    }
  g_string_append_len (folded, line, end - line);
}

/**
 * galley_article_fold:
 * @utf8: an article's text
 * @length_bytes: of it
 * @folds_words: whether line ends take the place of other characters than spaces, too, which
 *   galley_article_folds_snapshot() is to draw
 *
 * Returns: (transfer full) (nullable): the text with no longer lines than can be shown, character
 *   for character in the same places; %NULL if @utf8 is so
 */
char *
galley_article_fold (const char *utf8, gsize length_bytes, gboolean folds_words)
{
  const char *end = utf8 + length_bytes;
  GString *folded = NULL;

  for (const char *line = utf8; line < end;)
    {
      const char *line_end = memchr (line, '\n', end - line);
      gsize line_bytes = (line_end != NULL ? line_end : end) - line;

      if (line_bytes > MAX_LINE && folded == NULL)
        folded = g_string_new_len (utf8, line - utf8);
      if (folded != NULL)
        {
          fold_line (folded, line, line_bytes, folds_words);
          if (line_end != NULL)
            g_string_append_c (folded, '\n');
        }
      line += line_bytes + 1;
    }

  return folded != NULL ? g_string_free (folded, FALSE) : NULL;
}

/* @c, which stands at @iter. */
static void
draw_character (GtkTextView *view,
                const GtkTextIter *iter,
                gunichar c,
                double scale,
                GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  char utf8[6];
  GtkTextIter before = *iter;
  GdkRectangle place, place_before;
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, utf8, g_unichar_to_utf8 (c, utf8));
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_text_iter_backward_char (&before);
  gtk_text_view_get_iter_location (view, iter, &place);
  gtk_text_view_get_iter_location (view, &before, &place_before);

  gtk_snapshot_save (snapshot);
  /* On a line from right to left it stands on the other side of the line's end. */
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (place.x - (place_before.x > place.x ? width : 0),
                                                place.y + (place.height - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &galley_look_get_current ()->ink);
  gtk_snapshot_restore (snapshot);
}

/**
 * galley_article_folds_snapshot:
 * @view: shows what galley_article_fold() has made of an article's text
 * @check: the article
 * @visible: the characters that can be seen
 * @scale: of the letters
 * @snapshot: in buffer coordinates
 *
 * Draws the characters that line ends have taken the place of.
 */
void
galley_article_folds_snapshot (GtkTextView *view,
                               GalleyCheck *check,
                               GalleyRange visible,
                               double scale,
                               GtkSnapshot *snapshot)
{
  GalleyText *text = galley_document_get_text (galley_check_get_document (check));
  const char *utf8 = galley_text_peek_utf8 (text, NULL);
  GtkTextIter iter;
  guint offset = visible.start;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  for (; offset < visible.end; gtk_text_iter_forward_line (&iter))
    {
      gunichar c;

      if (!gtk_text_iter_ends_line (&iter))
        gtk_text_iter_forward_to_line_end (&iter);
      offset = gtk_text_iter_get_offset (&iter);
      if (offset >= visible.end || gtk_text_iter_is_end (&iter))
        break;
      c = g_utf8_get_char (utf8 + galley_text_to_bytes (text, offset));
      if (gtk_text_iter_get_char (&iter) == '\n' && g_unichar_isgraph (c))
        draw_character (view, &iter, c, scale, snapshot);
    }
}

/**
 * galley_article_folds_copy:
 * @view: shows what galley_article_fold() has made of an article's text
 * @check: (nullable): the article
 *
 * Copies what is selected, as it stands in the article's own text, to the clipboard.
 */
void
galley_article_folds_copy (GtkTextView *view, GalleyCheck *check)
{
  GtkTextIter start, end;
  g_autofree char *words = NULL;

  if (check == NULL ||
      !gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (view), &start, &end))
    return;

  words = galley_text_slice (
      galley_document_get_text (galley_check_get_document (check)),
      (GalleyRange){ gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end) });
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), words);
}
