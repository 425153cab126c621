/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pages-private.h"

/*
 * The article is set as the window shows it, in a serif face with some seventy letters to the line.
 * What was found out about it is set smaller and without serifs, but for words that are quoted.
 *
 * The families are those that Galley recommends; where they are missing fontconfig finds others.
 */

#define SERIF "Noto Serif,DejaVu Serif,serif"
#define SANS GALLEY_PAGES_SANS

#define ITEM_INDENT 16.
#define QUOTE_INDENT 18.
#define MAX_INDENT 120. /* however deep a list goes */

static void
set_face (GalleyPagesFace *out_face, const char *family, double size, double leading)
{
  *out_face = (GalleyPagesFace){ family, size, leading, PANGO_WEIGHT_NORMAL, FALSE, FALSE };
}

/**
 * galley_pages_find_label_face:
 *
 * How the label beside a fact is set.
 */
void
galley_pages_find_label_face (GalleyPagesFace *out_face)
{
  set_face (out_face, SANS, 8.5, 13);
  out_face->is_soft = TRUE;
}

/**
 * galley_pages_find_small_face:
 *
 * How the head of a page, its number and the numbers of claims are set.
 */
void
galley_pages_find_small_face (GalleyPagesFace *out_face)
{
  set_face (out_face, SANS, 8, 11);
  out_face->is_soft = TRUE;
}

static void
find_title_style (GalleyPagesStyle *style)
{
  set_face (&style->face, SERIF, 21, 27);
  style->face.weight = PANGO_WEIGHT_BOLD;
  style->before = 5;
  style->keeps_next = TRUE;
}

static void
find_heading_style (GalleyPages *self, guint level, GalleyPagesStyle *style)
{
  gboolean is_serif = self->is_in_article || level == 2;
  static const double sizes[] = { 14, 12, 11, 11, 11 };
  double size = sizes[CLAMP (level, 2, 6) - 2];

  if (!is_serif)
    size = 10;
  set_face (&style->face, is_serif ? SERIF : SANS, size, size * 1.3);
  style->face.weight = PANGO_WEIGHT_BOLD;
  style->before = self->is_in_article ? 1.4 * size : level == 2 ? 32 : 20;
  style->keeps_next = TRUE;
}

static void
find_article_style (const GalleyCopyElement *element, GalleyPagesStyle *style)
{
  set_face (&style->face, SERIF, 11, 16.5);
  style->before = 7;

  if (element->kind == GALLEY_COPY_ITEM)
    {
      style->before = 3;
      style->indent = MIN (ITEM_INDENT * element->level, MAX_INDENT);
    }
  else if (element->kind == GALLEY_COPY_QUOTE)
    {
      style->face.is_italic = TRUE;
      style->indent = QUOTE_INDENT;
    }
  else if (element->kind == GALLEY_COPY_CELL)
    {
      set_face (&style->face, SERIF, 9.5, 13);
      style->before = 4;
    }
  else if (element->role == GALLEY_COPY_LEAD)
    set_face (&style->face, SERIF, 12.5, 18.5);
  else if (element->role == GALLEY_COPY_ATTRIBUTION)
    set_face (&style->face, SANS, 9, 13.5);
  style->face.is_soft =
      element->role == GALLEY_COPY_ATTRIBUTION || element->role == GALLEY_COPY_BOILERPLATE;
}

/* Words that are quoted have serifs. */
static void
find_quote_style (GalleyPages *self, const GalleyCopyElement *element, GalleyPagesStyle *style)
{
  gboolean is_passage = element->role == GALLEY_COPY_PASSAGE;

  set_face (&style->face, SERIF, is_passage ? 9.5 : 10.5, is_passage ? 13.5 : 15);
  style->before = is_passage ? 2 : self->is_in_entry ? 3 : 8;
  style->keeps_next = element->role == GALLEY_COPY_WORDS;
  if (self->is_in_evidence)
    style->indent = GALLEY_PAGES_LABEL_WIDTH + 10;
}

static void
find_item_style (GalleyPages *self, const GalleyCopyElement *element, GalleyPagesStyle *style)
{
  gboolean is_count = element->role == GALLEY_COPY_COUNT;

  if (is_count)
    {
      style->before = element > self->elements && element[-1].kind == GALLEY_COPY_FACT ? 6 : 1;
      return;
    }

  if (element->level == 1)
    set_face (&style->face, SERIF, 10, 14.5);
  else
    set_face (&style->face, SANS, 8.5, 12);
  style->before = element->level == 1 ? 5 : 1;
  style->indent = MIN (ITEM_INDENT * element->level, MAX_INDENT);
}

static void
find_paragraph_style (GalleyPages *self, const GalleyCopyElement *element, GalleyPagesStyle *style)
{
  style->before = self->is_in_entry ? 2 : 6;
  switch (element->role)
    {
    case GALLEY_COPY_KICKER:
      style->face.weight = PANGO_WEIGHT_SEMIBOLD;
      style->face.is_soft = TRUE;
      style->keeps_next = TRUE;
      break;
    case GALLEY_COPY_OPEN:
    case GALLEY_COPY_DONE:
      style->face.weight = PANGO_WEIGHT_SEMIBOLD;
      style->before = 8;
      break;
    case GALLEY_COPY_WARNING:
      style->face.weight = PANGO_WEIGHT_BOLD;
      break;
    case GALLEY_COPY_LEGEND:
    case GALLEY_COPY_PLACE:
    case GALLEY_COPY_DETAIL:
    case GALLEY_COPY_ATTRIBUTION:
      set_face (&style->face, SANS, 8.5, 12);
      style->face.is_soft = element->role != GALLEY_COPY_DETAIL;
      break;
    case GALLEY_COPY_NOTHING:
      style->face.is_italic = TRUE;
      break;
    default:
      break;
    }

  if (self->is_in_evidence)
    {
      style->indent = GALLEY_PAGES_LABEL_WIDTH;
      style->before = element->role == GALLEY_COPY_SOURCE ? 4 : 0;
      style->keeps_next = element->role == GALLEY_COPY_SOURCE;
    }
  else if (self->note > 0)
    {
      style->indent = 1.5 * ITEM_INDENT;
      style->before = 5;
    }
}

static void
find_rest_style (GalleyPages *self, const GalleyCopyElement *element, GalleyPagesStyle *style)
{
  set_face (&style->face, SANS, 9, 13);
  if (element->kind == GALLEY_COPY_QUOTE)
    find_quote_style (self, element, style);
  else if (element->kind == GALLEY_COPY_ITEM)
    find_item_style (self, element, style);
  else if (element->kind == GALLEY_COPY_FACT)
    {
      style->before = self->is_in_summary ? 1 : 3;
      style->indent = GALLEY_PAGES_LABEL_WIDTH;
    }
  else if (element->kind == GALLEY_COPY_CELL)
    {
      style->before = 4;
      style->face.weight =
          element->role == GALLEY_COPY_COLUMN ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL;
    }
  else
    find_paragraph_style (self, element, style);
}

/**
 * galley_pages_find_style:
 * @element: the next one
 * @out_style: (out): how it is set
 *
 * Finds how an element is set where it stands.
 */
void
galley_pages_find_style (GalleyPages *self,
                         const GalleyCopyElement *element,
                         GalleyPagesStyle *out_style)
{
  *out_style = (GalleyPagesStyle){ .n_kept = 2 };

  if (element->kind == GALLEY_COPY_TITLE)
    find_title_style (out_style);
  else if (element->kind == GALLEY_COPY_HEADING)
    find_heading_style (self, element->level, out_style);
  else if (self->is_in_article)
    find_article_style (element, out_style);
  else
    find_rest_style (self, element, out_style);
}
