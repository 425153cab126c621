/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-fields.h"

/* What was filled into a form is no part of the page's text, and nothing says what it belongs to
 * but its place: it stands behind its label, or below it. What has no label comes last. */

#define NO_LINE G_MAXUINT
#define MAX_BELOW_EMS 1.5 /* from a label to what stands below it */

/* A line of the page's text. */
typedef struct
{
  guint end; /* one past its last character */
  guint drawn;
  double size;
  GalleyPopplerBox box;
} Line;

static const GalleyPopplerField *
get_field (const GArray *fields, guint i)
{
  return &g_array_index (fields, GalleyPopplerField, i);
}

static GArray *
find_lines (const GArray *glyphs)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  Line line = { 0 };

  for (guint i = 0; i < glyphs->len; i++)
    {
      const GalleyPopplerGlyph *glyph = &g_array_index (glyphs, GalleyPopplerGlyph, i);
      const GalleyPopplerBox *box = &glyph->box;

      if (glyph->font != NULL && line.size == 0)
        line = (Line){ .drawn = glyph->drawn, .size = glyph->size, .box = *box };
      else if (glyph->font != NULL)
        line.box = (GalleyPopplerBox){ MIN (line.box.left, box->left), MIN (line.box.top, box->top),
                                       MAX (line.box.right, box->right),
                                       MAX (line.box.bottom, box->bottom) };
      if (glyph->character != '\n')
        continue;
      line.end = i + 1;
      g_array_append_val (lines, line);
      line = (Line){ 0 };
    }

  return lines;
}

static double
measure_common (double start, double end, double other_start, double other_end)
{
  return MIN (end, other_end) - MAX (start, other_start);
}

/* The place of the line that is the label of @area, or NO_LINE. */
static guint
find_label (const GArray *lines, const GalleyPopplerBox *area)
{
  guint before = NO_LINE, above = NO_LINE;
  double left = 0, bottom = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const GalleyPopplerBox *box = &line->box;
      double high = MIN (box->bottom - box->top, area->bottom - area->top);

      if (line->size == 0)
        continue;
      if (measure_common (box->top, box->bottom, area->top, area->bottom) * 2 > high)
        {
          if (box->left < area->left && (before == NO_LINE || box->left > left))
            {
              before = i;
              left = box->left;
            }
        }
      else if (box->top < area->top && area->top - box->bottom < MAX_BELOW_EMS * line->size &&
               measure_common (box->left, box->right, area->left, area->right) > 0 &&
               (above == NO_LINE || box->bottom > bottom))
        {
          above = i;
          bottom = box->bottom;
        }
    }

  return before != NO_LINE ? before : above;
}

/* Adds the words of a field as lines of their own, set like @label, if that is known. */
static void
add_field (GArray *glyphs, const GalleyPopplerField *field, const Line *label)
{
  g_auto (GStrv) lines = g_strsplit_set (field->text, "\r\n", -1);
  const double height = (field->area.bottom - field->area.top) / MAX (g_strv_length (lines), 1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      GalleyPopplerGlyph glyph = { .drawn = G_MAXUINT };

      if (label != NULL)
        {
          glyph.box = field->area;
          glyph.box.top += height * i;
          glyph.box.bottom = glyph.box.top + height;
          glyph.size = label->size;
          glyph.drawn = label->drawn;
        }
      for (const char *p = lines[i]; *p != '\0'; p = g_utf8_next_char (p))
        {
          glyph.character = g_utf8_get_char (p);
          g_array_append_val (glyphs, glyph);
        }
      glyph = (GalleyPopplerGlyph){ .character = '\n' };
      g_array_append_val (glyphs, glyph);
    }
}

static gint
compare_places (gconstpointer a, gconstpointer b, gpointer fields)
{
  const GalleyPopplerBox *first = &get_field (fields, *(const guint *) a)->area;
  const GalleyPopplerBox *second = &get_field (fields, *(const guint *) b)->area;
  double middle = (second->top + second->bottom) / 2;

  if (first->bottom < middle || first->top > middle)
    return first->top < second->top ? -1 : 1;
  return first->left < second->left ? -1 : first->left > second->left;
}

/**
 * galley_pdf_fields_insert:
 * @glyphs: (inout) (element-type GalleyPopplerGlyph): the characters of a page, by lines
 * @fields: (element-type GalleyPopplerField): what is in forms on the page
 *
 * Adds what is in forms to the text, behind what it belongs to.
 */
void
galley_pdf_fields_insert (GArray *glyphs, const GArray *fields)
{
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GArray) order = NULL;
  g_autoptr (GArray) text = NULL;
  g_autofree guint *labels = NULL;
  guint start = 0;

  if (fields->len == 0)
    return;

  lines = find_lines (glyphs);
  labels = g_new (guint, fields->len);
  order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < fields->len; i++)
    {
      labels[i] = find_label (lines, &get_field (fields, i)->area);
      g_array_append_val (order, i);
    }
  g_array_sort_with_data (order, compare_places, (gpointer) fields);

  text = g_array_new (FALSE, FALSE, sizeof (GalleyPopplerGlyph));
  for (guint i = 0; i <= lines->len; i++)
    {
      const Line *line = i < lines->len ? &g_array_index (lines, Line, i) : NULL;
      guint end = line != NULL ? line->end : glyphs->len;

      g_array_append_vals (text, &g_array_index (glyphs, GalleyPopplerGlyph, start), end - start);
      for (guint k = 0; k < order->len; k++)
        if (labels[g_array_index (order, guint, k)] == (line != NULL ? i : NO_LINE))
          add_field (text, get_field (fields, g_array_index (order, guint, k)), line);
      start = end;
    }
  g_array_set_size (glyphs, 0);
  g_array_append_vals (glyphs, text->data, text->len);
}
