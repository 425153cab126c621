/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pages-private.h"

#include "galley-when.h"
#include "galley-words.h"

/*
 * A copy becomes pages in three steps. Its elements are set into lines (galley-pages-lines.c), the
 * lines are put into rows, which no page end cuts (galley-pages-rows.c, galley-pages-table.c), and
 * the rows are put on pages (galley-pages-break.c). What is drawn then (galley-pages-draw.c) has
 * its place on its page already.
 */

#define MEASURE 400.
#define MIN_LEFT 36.
#define MIN_MEASURE 72.

/* Entries that are no longer than this part of a page stay together. */
#define ENTRY_KEPT 0.4

static gint64
make_key (GalleyCopyTarget target, guint number)
{
  return ((gint64) target << 32) | number;
}

static void
add_target (GalleyPages *self, GalleyCopyTarget target, guint number)
{
  gint64 key = make_key (target, number);

  g_hash_table_add (self->targets, g_memdup2 (&key, sizeof key));
}

/**
 * galley_pages_has_target:
 *
 * Returns: whether there is something for a reference to lead to
 */
gboolean
galley_pages_has_target (GalleyPages *self, GalleyCopyTarget target, guint number)
{
  gint64 key = make_key (target, number);

  return target != GALLEY_COPY_NOWHERE && g_hash_table_contains (self->targets, &key);
}

/* The words of claims, where any are set. */
static void
find_words_of_claims (GalleyPages *self, const GalleyPagesBox *box)
{
  for (guint i = 0; i < box->words->len && box->text->len > 0; i++)
    {
      const GalleyCopyRun *run = g_array_index (box->words, GalleyPagesWords, i).run;

      for (guint j = 0; run != NULL && run->span != NULL && j < run->span->n_starting; j++)
        add_target (self, GALLEY_COPY_CLAIM_WORDS, run->span->starting[j] + 1);
    }
}

static void
find_targets (GalleyPages *self)
{
  for (guint i = 0; i < self->n_elements; i++)
    {
      const GalleyCopyElement *element = &self->elements[i];

      if (element->kind == GALLEY_COPY_BEGIN && element->target != GALLEY_COPY_NOWHERE)
        add_target (self, element->target, element->number);
    }
  for (guint i = 0; i < self->boxes->len; i++)
    find_words_of_claims (self, g_ptr_array_index (self->boxes, i));
}

/* Resolution is 72, so that a unit is a point, and nothing is moved to where a screen has dots. */
static void
make_context (GalleyPages *self)
{
  g_autoptr (PangoFontMap) map = galley_drawing.pango_cairo_font_map_new ();
  cairo_font_options_t *options = galley_drawing.cairo_font_options_create ();
  const char *language = galley_words_get_article_language (galley_copy_get_report (self->copy));

  self->context = galley_drawing.pango_font_map_create_context (map);
  galley_drawing.cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  galley_drawing.cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  galley_drawing.pango_cairo_context_set_font_options (self->context, options);
  galley_drawing.cairo_font_options_destroy (options);
  galley_drawing.pango_cairo_context_set_resolution (self->context, 72);
  galley_drawing.pango_context_set_round_glyph_positions (self->context, FALSE);
  galley_drawing.pango_context_set_language (
      self->context, galley_drawing.pango_language_from_string (galley_words_get_language ()));
  if (language != NULL)
    self->language = galley_drawing.pango_language_from_string (language);

  self->layout = galley_drawing.pango_layout_new (self->context);
  galley_drawing.pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
}

static void
begin_entry (GalleyPages *self, guint index)
{
  const GalleyCopyElement *entry = &self->elements[index];

  self->is_in_entry = entry->target != GALLEY_COPY_NOTE;
  self->note = entry->target == GALLEY_COPY_NOTE ? entry->number : 0;
  self->bar = !self->is_in_entry  ? GALLEY_PAGES_NO_BAR
              : entry->claim >= 0 ? (gint) galley_copy_get_status (self->copy, entry->claim)
                                  : GALLEY_PAGES_PLAIN_BAR;
  self->indent = self->is_in_entry ? 12 : 0;
  self->entry = index;
}

static void
begin_part (GalleyPages *self, guint index)
{
  switch (self->elements[index].part)
    {
    case GALLEY_COPY_SUMMARY:
      self->is_in_summary = TRUE;
      self->rule = GALLEY_PAGES_HAIRLINE;
      break;
    case GALLEY_COPY_ARTICLE:
      self->is_in_article = TRUE;
      self->rule = GALLEY_PAGES_HAIRLINE;
      break;
    case GALLEY_COPY_SECTION:
      self->rule = GALLEY_PAGES_THICK_RULE;
      break;
    case GALLEY_COPY_ENTRY:
      begin_entry (self, index);
      break;
    case GALLEY_COPY_EVIDENCE:
      self->is_in_evidence = TRUE;
      break;
    case GALLEY_COPY_TABLE:
    case GALLEY_COPY_ROW:
    default:
      break;
    }
}

/* Keeps the rows of an entry on one page, if they are few. */
static void
end_entry (GalleyPages *self, guint first_row)
{
  double height = 0;

  for (guint i = first_row; i < self->rows->len; i++)
    height += g_array_index (self->rows, GalleyPagesRow, i).before +
              g_array_index (self->rows, GalleyPagesRow, i).height;
  if (height <= ENTRY_KEPT * galley_pages_get_frame_height (self))
    for (guint i = first_row; i + 1 < self->rows->len; i++)
      g_array_index (self->rows, GalleyPagesRow, i).keeps_next = TRUE;

  self->is_in_entry = FALSE;
  self->note = 0;
  self->bar = GALLEY_PAGES_NO_BAR;
  self->indent = 0;
  self->entry = 0;
}

/* A heading that ends the article has nothing to stay with. */
static void
end_article (GalleyPages *self)
{
  self->is_in_article = FALSE;
  if (self->rows->len > 0)
    g_array_index (self->rows, GalleyPagesRow, self->rows->len - 1).keeps_next = FALSE;
}

static void
end_part (GalleyPages *self, const GalleyCopyElement *element, guint first_row)
{
  if (element->part == GALLEY_COPY_ENTRY)
    end_entry (self, first_row);
  if (element->part == GALLEY_COPY_EVIDENCE)
    self->is_in_evidence = FALSE;
  if (element->part == GALLEY_COPY_SUMMARY)
    self->is_in_summary = FALSE;
  if (element->part == GALLEY_COPY_ARTICLE)
    end_article (self);
}

static void
set_elements (GalleyPages *self)
{
  guint entry_row = 0;

  for (guint i = 0; i < self->n_elements && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      const GalleyCopyElement *element = &self->elements[i];
      gboolean is_entry = element->part == GALLEY_COPY_ENTRY;

      if (element->kind == GALLEY_COPY_BEGIN && element->part == GALLEY_COPY_TABLE)
        i = galley_pages_add_table (self, i);
      else if (element->kind == GALLEY_COPY_BEGIN)
        {
          begin_part (self, i);
          entry_row = is_entry ? self->rows->len : entry_row;
        }
      else if (element->kind == GALLEY_COPY_END)
        end_part (self, element, entry_row);
      else if (element->kind == GALLEY_COPY_CHART)
        galley_pages_add_chart (self, i);
      else
        galley_pages_add_element (self, i);
    }
}

/**
 * galley_pages_new:
 * @copy: what is printed
 * @width: of a page, in points
 * @height: of a page
 * @cancellable: (nullable): stops the work at the next paragraph
 * @error: (out) (optional): %G_IO_ERROR_NOT_FOUND if there is nothing to set it with
 *
 * Sets a copy into pages. Linear in the length of the copy.
 *
 * Returns: (transfer full): the pages, or %NULL
 */
GalleyPages *
galley_pages_new (GalleyCopy *copy,
                  double width,
                  double height,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GalleyPages) self = NULL;

  if (!galley_drawing_load (error))
    return NULL;

  self = g_new0 (GalleyPages, 1);
  self->copy = copy;
  self->cancellable = cancellable;
  self->elements = galley_copy_get_elements (copy, &self->n_elements);
  self->width = width;
  self->height = height;
  self->measure = CLAMP (width - GALLEY_PAGES_MARGIN - MIN_LEFT, MIN_MEASURE, MEASURE);
  self->left = MAX (width - GALLEY_PAGES_MARGIN - self->measure, MIN_LEFT);
  self->bar = GALLEY_PAGES_NO_BAR;

  self->targets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->glyphs = galley_pages_glyphs_new ();
  self->boxes = g_ptr_array_new_with_free_func (galley_pages_box_free);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (GalleyPagesPiece));
  self->rows = g_array_new (FALSE, FALSE, sizeof (GalleyPagesRow));
  self->scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_chart_scene_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (GalleyPagesPlace));

  self->foot =
      galley_when_format (galley_report_get_options (galley_copy_get_report (copy))->exported_at);
  self->head = galley_pages_clean_text (galley_report_get_title (galley_copy_get_report (copy)));
  make_context (self);
  set_elements (self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  find_targets (self);
  galley_pages_break (self);
  self->cancellable = NULL;

  return g_steal_pointer (&self);
}

void
galley_pages_free (GalleyPages *self)
{
  g_free (self->head);
  g_free (self->foot);
  galley_pages_glyphs_free (self->glyphs);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_hash_table_unref (self->targets);
  g_ptr_array_unref (self->boxes);
  g_array_unref (self->pieces);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->scenes);
  g_array_unref (self->places);
  g_free (self);
}

/**
 * galley_pages_get_n_pages:
 *
 * Returns: how many pages there are, at least one
 */
guint
galley_pages_get_n_pages (GalleyPages *self)
{
  return self->places->len;
}
