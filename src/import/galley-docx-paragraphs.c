/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-paragraphs.h"

#include "galley-docx-names.h"
#include "galley-docx-tags.h"
#include "galley-list-number.h"

/* The deepest outline level of a heading; those below it are text. */
#define MAX_OUTLINE_LEVEL 8

struct _GalleyDocxParagraphs
{
  GalleyDocxStyles *styles;
  GalleyDocxNumbering *numbering;
  GArray *open; /* (element-type GalleyDocxParagraph), outermost first */
};

static void
clear_paragraph (gpointer paragraph)
{
  g_free (((GalleyDocxParagraph *) paragraph)->style_id);
}

/**
 * galley_docx_paragraphs_new:
 * @styles: the document's styles; they have to outlive the paragraphs
 * @numbering: its lists; likewise
 *
 * Returns: (transfer full): no paragraphs
 */
GalleyDocxParagraphs *
galley_docx_paragraphs_new (GalleyDocxStyles *styles, GalleyDocxNumbering *numbering)
{
  GalleyDocxParagraphs *self = g_new0 (GalleyDocxParagraphs, 1);

  self->styles = styles;
  self->numbering = numbering;
  self->open = g_array_new (FALSE, FALSE, sizeof (GalleyDocxParagraph));
  g_array_set_clear_func (self->open, clear_paragraph);

  return self;
}

void
galley_docx_paragraphs_free (GalleyDocxParagraphs *self)
{
  g_array_unref (self->open);
  g_free (self);
}

/**
 * galley_docx_paragraphs_begin:
 *
 * Begins a paragraph of which nothing is said yet.
 */
void
galley_docx_paragraphs_begin (GalleyDocxParagraphs *self)
{
  GalleyDocxParagraph paragraph = { .style = galley_docx_styles_get_default (self->styles),
                                    .number_id = -1,
                                    .number_level = -1,
                                    .outline_level = -1 };

  g_array_append_val (self->open, paragraph);
}

/**
 * galley_docx_paragraphs_peek:
 *
 * Returns: (transfer none) (nullable): the innermost paragraph that is open, until the next begins
 *   or ends
 */
GalleyDocxParagraph *
galley_docx_paragraphs_peek (GalleyDocxParagraphs *self)
{
  guint n = self->open->len;

  return n > 0 ? &g_array_index (self->open, GalleyDocxParagraph, n - 1) : NULL;
}

/**
 * galley_docx_paragraphs_end:
 *
 * Ends the innermost paragraph.
 */
void
galley_docx_paragraphs_end (GalleyDocxParagraphs *self)
{
  g_array_set_size (self->open, self->open->len - 1);
}

/**
 * galley_docx_paragraphs_set_property:
 * @tag: a #GalleyDocxTag of a property of paragraphs
 * @element: the property
 */
void
galley_docx_paragraphs_set_property (GalleyDocxParagraphs *self,
                                     guint tag,
                                     const GalleyXmlElement *element)
{
  GalleyDocxParagraph *paragraph = galley_docx_paragraphs_peek (self);

  if (paragraph == NULL)
    return;

  switch (tag)
    {
    case GALLEY_DOCX_TAG_PARAGRAPH_STYLE:
      g_free (paragraph->style_id);
      paragraph->style_id = galley_docx_dup_value (element);
      paragraph->style = galley_docx_styles_find (self->styles, paragraph->style_id);
      break;
    case GALLEY_DOCX_TAG_NUMBER_ID:
      paragraph->number_id = galley_docx_get_value (element, -1);
      break;
    case GALLEY_DOCX_TAG_NUMBER_LEVEL:
      paragraph->number_level = galley_docx_get_value (element, -1);
      break;
    case GALLEY_DOCX_TAG_OUTLINE_LEVEL:
      paragraph->outline_level = galley_docx_get_value (element, -1);
      break;
    case GALLEY_DOCX_TAG_FRAME:
      paragraph->is_joined |=
          galley_xml_element_equals (element, GALLEY_DOCX_W, "dropCap", "drop") ||
          galley_xml_element_equals (element, GALLEY_DOCX_W, "dropCap", "margin");
      break;
    default:
      break;
    }
}

/**
 * galley_docx_paragraphs_begin_run:
 *
 * Begins a run, which looks as the paragraph's style says.
 */
void
galley_docx_paragraphs_begin_run (GalleyDocxParagraphs *self)
{
  GalleyDocxParagraph *paragraph = galley_docx_paragraphs_peek (self);

  if (paragraph == NULL)
    return;

  paragraph->is_strong = paragraph->style->is_strong > 0;
  paragraph->is_hidden = paragraph->style->is_hidden > 0;
  paragraph->position = MAX (paragraph->style->position, GALLEY_POSITION_LINE);
}

/**
 * galley_docx_paragraphs_set_run_property:
 * @tag: a #GalleyDocxTag of a property of runs
 * @element: the property
 */
void
galley_docx_paragraphs_set_run_property (GalleyDocxParagraphs *self,
                                         guint tag,
                                         const GalleyXmlElement *element)
{
  GalleyDocxParagraph *paragraph = galley_docx_paragraphs_peek (self);
  g_autofree char *style_id = NULL;
  const GalleyDocxStyle *style;

  if (paragraph == NULL)
    return;

  switch (tag)
    {
    case GALLEY_DOCX_TAG_BOLD:
      paragraph->is_strong = galley_docx_is_on (element);
      break;
    case GALLEY_DOCX_TAG_HIDDEN:
      paragraph->is_hidden = galley_docx_is_on (element);
      break;
    case GALLEY_DOCX_TAG_ALIGN:
      paragraph->position = galley_docx_find_alignment (element);
      break;
    case GALLEY_DOCX_TAG_HEIGHT:
      paragraph->position = galley_docx_find_height (element, paragraph->position);
      break;
    case GALLEY_DOCX_TAG_RUN_STYLE:
      style_id = galley_docx_dup_value (element);
      style = galley_docx_styles_find (self->styles, style_id);
      if (style->is_strong >= 0)
        paragraph->is_strong = style->is_strong;
      if (style->is_hidden >= 0)
        paragraph->is_hidden = style->is_hidden;
      if (style->position >= 0)
        paragraph->position = style->position;
      break;
    default:
      break;
    }
}

/* Counts the paragraph in its list, if it is in one. */
static char *
count_item (GalleyDocxParagraphs *self, guint *out_level)
{
  const GalleyDocxParagraph *paragraph = galley_docx_paragraphs_peek (self);
  int id = paragraph->number_id >= 0 ? paragraph->number_id : paragraph->style->number_id;
  int level =
      paragraph->number_level >= 0 ? paragraph->number_level : paragraph->style->number_level;

  if (id <= 0)
    return NULL;

  if (level < 0)
    level = galley_docx_numbering_find_level (self->numbering, id, paragraph->style_id);
  *out_level = level + 1;
  return galley_docx_numbering_count (self->numbering, id, level);
}

/**
 * galley_docx_paragraphs_describe:
 * @is_counted: whether it is an item of its list here; one without words is, too
 * @out_paragraph: (out): what the innermost paragraph is, with the marker that is returned
 *
 * Returns: (transfer full) (nullable): its marker
 */
char *
galley_docx_paragraphs_describe (GalleyDocxParagraphs *self,
                                 gboolean is_counted,
                                 GalleyOfficeParagraph *out_paragraph)
{
  const GalleyDocxParagraph *paragraph = galley_docx_paragraphs_peek (self);
  GalleyOfficeKind kind = paragraph->style->kind;
  guint level = paragraph->style->level;
  guint item_level = 0;
  g_autofree char *sign = is_counted ? count_item (self, &item_level) : NULL;
  gboolean is_item = kind == GALLEY_OFFICE_PLAIN || kind == GALLEY_OFFICE_ITEM;
  char *marker = NULL;

  if (paragraph->outline_level >= 0 && paragraph->outline_level <= MAX_OUTLINE_LEVEL)
    {
      kind = GALLEY_OFFICE_HEADING;
      level = paragraph->outline_level + 1;
    }
  else if (sign != NULL && is_item)
    {
      kind = GALLEY_OFFICE_ITEM;
      level = MAX (level, item_level);
    }
  if (sign != NULL)
    marker = galley_list_marker_new (kind == GALLEY_OFFICE_ITEM ? MAX (level, 1) : 1, sign);
  *out_paragraph = (GalleyOfficeParagraph){ kind, level, marker };

  return marker;
}
