/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-odt-body.h"

#include "galley-limits.h"
#include "galley-odt-formula.h"
#include "galley-odt-lists.h"
#include "galley-odt-tags.h"
#include "galley-office-tables.h"

#include <string.h>

/* One walk through the XML. What was deleted is kept apart from the text (text:tracked-changes), so
 * that the text is read as if all changes were accepted. Notes stand where their sign is. */

/* What is said of words, by the paragraph or a span in it. */
typedef struct
{
  gboolean is_strong;
  gboolean is_hidden;
  GalleyPosition position;
} Look;

typedef struct
{
  GalleyOdtTag tag; /* paragraph or heading */
  guint level;      /* of a heading, as it states itself */
  gboolean is_restarted;
  const GalleyOdtStyle *style;
} Paragraph;

typedef struct
{
  GalleyOfficeText *text;
  GalleyOfficeNotes *notes;
  GalleyOdtStyles *styles;
  GalleyOdtLists *lists;
  GArray *looks;      /* (element-type Look), outermost first */
  GArray *paragraphs; /* (element-type Paragraph), outermost first */
  GalleyOfficeTables *tables;
  guint n_ignored; /* open elements whose words are no text */
  guint n_notes;   /* so far, for their keys */
  guint n_changes;
  guint n_repeated; /* spaces and cells that were written once and stand for several */
  gboolean is_endnote;
  gboolean in_comment;
  gboolean is_resolved; /* whether the comment that is open is */
  char *comment;        /* its key */
  char *author;         /* likewise */
  char *date;           /* likewise */
  GalleyOdtOpen open_part;
  gpointer open_data;
  guint n_objects; /* that were looked into */
  GalleyFormula *formula;
  const char *label;
  GCancellable *cancellable;
  GString *value; /* of an element in a comment that tells author or date, or NULL */
  gboolean has_text;
} Body;

static Look
peek_look (Body *self)
{
  return self->looks->len > 0 ? g_array_index (self->looks, Look, self->looks->len - 1)
                              : (Look){ 0 };
}

static void
push_look (Body *self, GalleyOdtFamily family, const GalleyXmlElement *element)
{
  g_autofree char *name = galley_xml_element_dup (element, GALLEY_ODT_TEXT, "style-name");
  const GalleyOdtStyle *style = galley_odt_styles_find (self->styles, family, name);
  Look look = peek_look (self);

  if (style->is_strong >= 0)
    look.is_strong = style->is_strong;
  if (style->is_hidden >= 0)
    look.is_hidden = style->is_hidden;
  if (style->position >= 0)
    look.position = style->position;
  /* A section that is hidden by a condition says so itself. */
  if (family == GALLEY_ODT_FAMILY_SECTION &&
      (galley_xml_element_equals (element, GALLEY_ODT_TEXT, "display", "none") ||
       galley_xml_element_equals (element, GALLEY_ODT_TEXT, "is-hidden", "true")))
    look.is_hidden = TRUE;
  g_array_append_val (self->looks, look);
}

static void
pop_look (Body *self)
{
  if (self->looks->len > 0)
    g_array_set_size (self->looks, self->looks->len - 1);
}

static void
add_words (Body *self, const char *utf8, gsize length_bytes, gboolean collapse)
{
  Look look = peek_look (self);

  if (self->n_ignored > 0 || self->paragraphs->len == 0)
    return;

  galley_office_text_set_look (self->text, look.is_strong,
                               galley_formula_find_position (self->formula, look.position));
  if (look.is_hidden)
    galley_office_text_add_hidden (self->text, utf8, length_bytes);
  else if (collapse)
    galley_office_text_add_collapsed (self->text, utf8, length_bytes);
  else
    galley_office_text_add_words (self->text, utf8, length_bytes);
}

/* How many times something stands that is written once, by a number that is @n; once, when that has
 * been said too often. */
static guint
count_repeated (Body *self, int n)
{
  if (n <= 1 || n > GALLEY_ODT_MAX_REPEATED - (int) self->n_repeated)
    return 1;

  self->n_repeated += n;
  return n;
}

static void
add_spaces (Body *self, const GalleyXmlElement *element)
{
  guint n = count_repeated (self, galley_xml_element_get_int (element, GALLEY_ODT_TEXT, "c", 1));

  for (guint i = 0; i < n; i++)
    add_words (self, " ", 1, /* collapse= */ FALSE);
}

static void
begin_paragraph (Body *self, guint tag, const GalleyXmlElement *element)
{
  g_autofree char *name = galley_xml_element_dup (element, GALLEY_ODT_TEXT, "style-name");
  Paragraph paragraph = {
    .tag = tag,
    .level = MAX (galley_xml_element_get_int (element, GALLEY_ODT_TEXT, "outline-level", 1), 1),
    .is_restarted =
        galley_xml_element_equals (element, GALLEY_ODT_TEXT, "restart-numbering", "true"),
    .style = galley_odt_styles_find (self->styles, GALLEY_ODT_FAMILY_PARAGRAPH, name),
  };

  push_look (self, GALLEY_ODT_FAMILY_PARAGRAPH, element);
  g_array_append_val (self->paragraphs, paragraph);
}

static GalleyOfficeParagraph
describe (Body *self, const Paragraph *paragraph)
{
  GalleyOfficeParagraph result = { paragraph->style->kind, paragraph->style->level, NULL };
  guint depth = galley_odt_lists_get_depth (self->lists);

  if (paragraph->tag == GALLEY_ODT_TAG_HEADING &&
      (result.kind == GALLEY_OFFICE_PLAIN || result.kind == GALLEY_OFFICE_HEADING))
    {
      result.kind = GALLEY_OFFICE_HEADING;
      result.level = paragraph->level;
    }
  else if (depth > 0 && (result.kind == GALLEY_OFFICE_PLAIN || result.kind == GALLEY_OFFICE_ITEM))
    {
      result.kind = GALLEY_OFFICE_ITEM;
      result.level = depth;
    }

  return result;
}

static void
end_paragraph (Body *self)
{
  const Paragraph *paragraph =
      &g_array_index (self->paragraphs, Paragraph, self->paragraphs->len - 1);
  GalleyOfficeParagraph result = describe (self, paragraph);
  g_autofree char *sign = NULL;
  g_autofree char *marker = NULL;

  if (self->n_ignored == 0)
    {
      sign = galley_odt_lists_take_sign (self->lists, paragraph->style->list);
      if (sign == NULL && paragraph->tag == GALLEY_ODT_TAG_HEADING)
        sign =
            galley_odt_lists_count_heading (self->lists, paragraph->level, paragraph->is_restarted);
      if (sign != NULL)
        result.marker = marker = galley_list_marker_new (
            result.kind == GALLEY_OFFICE_ITEM ? MAX (result.level, 1) : 1, sign);
      galley_office_text_end_paragraph (self->text, &result);
    }
  g_array_set_size (self->paragraphs, self->paragraphs->len - 1);
  pop_look (self);
}

static void
begin_list (Body *self, const GalleyXmlElement *element)
{
  g_autofree char *style = galley_xml_element_dup (element, GALLEY_ODT_TEXT, "style-name");
  g_autofree char *id = galley_xml_element_dup (element, GALLEY_ODT_XML, "id");
  g_autofree char *continued = galley_xml_element_dup (element, GALLEY_ODT_TEXT, "continue-list");

  galley_odt_lists_begin (
      self->lists, style, id, continued,
      galley_xml_element_equals (element, GALLEY_ODT_TEXT, "continue-numbering", "true"));
}

static void
begin_link (Body *self, const GalleyXmlElement *element)
{
  g_autofree char *target = galley_xml_element_dup (element, GALLEY_ODT_XLINK, "href");

  if (target != NULL && *target != '\0' && *target != '#' && self->n_ignored == 0)
    galley_office_text_begin_link (self->text, target);
}

static void
end_note (Body *self)
{
  g_autofree char *key = g_strdup_printf ("note %u", self->n_notes++);
  char *words = galley_office_text_end_note (self->text);

  galley_office_notes_take (self->notes, g_strdup (key),
                            self->is_endnote ? GALLEY_SOURCE_NOTE_ENDNOTE
                                             : GALLEY_SOURCE_NOTE_FOOTNOTE,
                            /* author= */ NULL, /* date= */ NULL, words);
  if (self->n_ignored == 0)
    galley_office_text_add_sign (self->text, key);
}

/* A comment with a name has words of its own, up to the element that ends them. */
static gboolean
begin_comment (Body *self, const GalleyXmlElement *element)
{
  g_autofree char *name = galley_xml_element_dup (element, GALLEY_ODT_OFFICE, "name");

  if (self->in_comment)
    return FALSE;

  self->in_comment = TRUE;
  self->is_resolved = galley_xml_element_equals (element, GALLEY_ODT_LOEXT, "resolved", "true");
  self->comment = name != NULL ? g_strconcat ("comment ", name, NULL)
                               : g_strdup_printf ("note %u", self->n_notes++);
  if (name != NULL)
    galley_office_text_begin_range (self->text, self->comment);
  else
    galley_office_text_end_range (self->text, self->comment);
  galley_office_text_begin_note (self->text);
  return TRUE;
}

static void
end_comment (Body *self)
{
  g_autofree char *key = g_strdup (self->comment);

  galley_office_notes_take (self->notes, g_steal_pointer (&self->comment),
                            GALLEY_SOURCE_NOTE_COMMENT, g_steal_pointer (&self->author),
                            g_steal_pointer (&self->date),
                            galley_office_text_end_note (self->text));
  if (self->is_resolved)
    galley_office_notes_resolve (self->notes, key);
  self->in_comment = FALSE;
}

static void
end_range (Body *self, const GalleyXmlElement *element)
{
  g_autofree char *name = galley_xml_element_dup (element, GALLEY_ODT_OFFICE, "name");
  g_autofree char *key = g_strconcat ("comment ", name, NULL);

  if (name != NULL)
    galley_office_text_end_range (self->text, key);
}

static void
end_value (Body *self, guint tag)
{
  char **field = tag == GALLEY_ODT_TAG_CREATOR ? &self->author : &self->date;

  if (self->value == NULL)
    return;

  g_free (*field);
  *field = g_strstrip (g_string_free (g_steal_pointer (&self->value), FALSE));
}

static guint
get_n_columns (Body *self, const GalleyXmlElement *element)
{
  return count_repeated (
      self, galley_xml_element_get_int (element, GALLEY_ODT_TABLE, "number-columns-repeated", 1));
}

static void
begin_cells (Body *self, const GalleyXmlElement *element)
{
  for (guint n = get_n_columns (self, element); n > 0; n--)
    galley_office_text_begin_cell (self->text);
}

/* A header or footer of pages is left out of the text, and kept. */
static void
end_page_header (Body *self)
{
  g_autofree char *words = galley_office_text_end_note (self->text);

  galley_office_blocks_add_omission (galley_office_text_get_blocks (self->text), words);
}

/* A formula is a part of its own, but for flat documents, which hold it. */
static void
add_object (Body *self, const GalleyXmlElement *element)
{
  g_autofree char *name = galley_odt_formula_find_part (element);
  g_autoptr (GBytes) part = NULL;
  g_autofree char *words = NULL;

  if (name == NULL || self->n_ignored > 0 || ++self->n_objects > GALLEY_ODT_MAX_OBJECTS)
    return;

  part = self->open_part (self->open_data, name);
  words = part != NULL ? galley_odt_formula_read (part, self->label, self->cancellable) : NULL;
  if (words != NULL)
    add_words (self, words, strlen (words), /* collapse= */ FALSE);
}

static gboolean
start_words (Body *self, guint tag, const GalleyXmlElement *element)
{
  switch (tag)
    {
    case GALLEY_ODT_TAG_SPAN:
      push_look (self, GALLEY_ODT_FAMILY_TEXT, element);
      break;
    case GALLEY_ODT_TAG_SECTION:
      push_look (self, GALLEY_ODT_FAMILY_SECTION, element);
      break;
    case GALLEY_ODT_TAG_SPACES:
      add_spaces (self, element);
      break;
    case GALLEY_ODT_TAG_TAB:
      add_words (self, "\t", 1, /* collapse= */ FALSE);
      break;
    case GALLEY_ODT_TAG_BREAK:
      if (self->n_ignored == 0)
        galley_office_text_add_break (self->text);
      break;
    case GALLEY_ODT_TAG_LINK:
      begin_link (self, element);
      break;
    case GALLEY_ODT_TAG_OBJECT:
      add_object (self, element);
      break;
    case GALLEY_ODT_TAG_HIDDEN_FIELD:
      return !galley_xml_element_equals (element, GALLEY_ODT_TEXT, "is-hidden", "true");
    case GALLEY_ODT_TAG_NOTE:
      self->is_endnote =
          galley_xml_element_equals (element, GALLEY_ODT_TEXT, "note-class", "endnote");
      break;
    case GALLEY_ODT_TAG_NOTE_BODY:
    case GALLEY_ODT_TAG_PAGE_HEADER:
      galley_office_text_begin_note (self->text);
      break;
    case GALLEY_ODT_TAG_COMMENT:
      return begin_comment (self, element);
    case GALLEY_ODT_TAG_COMMENT_END:
      end_range (self, element);
      break;
    case GALLEY_ODT_TAG_CREATOR:
    case GALLEY_ODT_TAG_DATE:
      if (self->in_comment && self->value == NULL)
        self->value = g_string_new (NULL);
      break;
    default:
      break;
    }

  return TRUE;
}

/* Takes what belongs to a formula within the text. */
static gboolean
start_formula (Body *self, guint tag, const GalleyXmlElement *element)
{
  const char *sign = galley_odt_formula_enter (self->formula, tag, element);

  if (sign != NULL)
    add_words (self, sign, strlen (sign), /* collapse= */ FALSE);

  return sign != NULL;
}

static gboolean
start (gpointer data, guint tag, const GalleyXmlElement *element)
{
  Body *self = data;

  if (tag != GALLEY_ODT_TAG_NO_TEXT && start_formula (self, tag, element))
    return TRUE;

  switch (tag)
    {
    case GALLEY_ODT_TAG_NO_TEXT:
      return FALSE;
    case GALLEY_ODT_TAG_TEXT_BODY:
      self->has_text = TRUE;
      break;
    case GALLEY_ODT_TAG_CHANGES:
      self->n_ignored++;
      break;
    case GALLEY_ODT_TAG_CHANGE:
      self->n_changes++;
      return FALSE;
    case GALLEY_ODT_TAG_PARAGRAPH:
    case GALLEY_ODT_TAG_HEADING:
      begin_paragraph (self, tag, element);
      break;
    case GALLEY_ODT_TAG_LIST:
      begin_list (self, element);
      break;
    case GALLEY_ODT_TAG_ITEM:
      galley_odt_lists_begin_item (
          self->lists, galley_xml_element_get_int (element, GALLEY_ODT_TEXT, "start-value", -1));
      break;
    case GALLEY_ODT_TAG_LIST_HEADER:
      galley_odt_lists_begin_header (self->lists);
      break;
    case GALLEY_ODT_TAG_TABLE:
      galley_office_tables_begin (self->tables);
      break;
    case GALLEY_ODT_TAG_COLUMN:
      galley_office_tables_add_columns (self->tables, get_n_columns (self, element));
      break;
    case GALLEY_ODT_TAG_ROW:
      galley_office_tables_begin_row (self->tables);
      break;
    case GALLEY_ODT_TAG_CELL:
      begin_cells (self, element);
      break;
    case GALLEY_ODT_TAG_COVERED_CELL:
      begin_cells (self, element);
      return FALSE;
    case GALLEY_ODT_TAG_BOX:
      galley_office_text_begin_box (self->text);
      break;
    default:
      return start_words (self, tag, element);
    }

  return TRUE;
}

static void
end (gpointer data, guint tag)
{
  Body *self = data;

  if (galley_formula_is_open (self->formula))
    {
      galley_formula_leave (self->formula);
      return;
    }

  switch (tag)
    {
    case GALLEY_ODT_TAG_CHANGES:
      self->n_ignored--;
      break;
    case GALLEY_ODT_TAG_PARAGRAPH:
    case GALLEY_ODT_TAG_HEADING:
      end_paragraph (self);
      break;
    case GALLEY_ODT_TAG_SPAN:
    case GALLEY_ODT_TAG_SECTION:
      pop_look (self);
      break;
    case GALLEY_ODT_TAG_LINK:
      galley_office_text_end_link (self->text);
      break;
    case GALLEY_ODT_TAG_LIST:
      galley_odt_lists_end (self->lists);
      break;
    case GALLEY_ODT_TAG_NOTE_BODY:
      end_note (self);
      break;
    case GALLEY_ODT_TAG_COMMENT:
      end_comment (self);
      break;
    case GALLEY_ODT_TAG_CREATOR:
    case GALLEY_ODT_TAG_DATE:
      end_value (self, tag);
      break;
    case GALLEY_ODT_TAG_TABLE:
      galley_office_tables_end (self->tables);
      break;
    case GALLEY_ODT_TAG_ROW:
      galley_office_text_end_row (self->text);
      break;
    case GALLEY_ODT_TAG_BOX:
      galley_office_text_end_box (self->text);
      break;
    case GALLEY_ODT_TAG_PAGE_HEADER:
      end_page_header (self);
      break;
    default:
      break;
    }
}

static void
text (gpointer data, const char *utf8, gsize length_bytes)
{
  Body *self = data;
  g_autofree char *formula = galley_formula_is_open (self->formula)
                                 ? galley_odt_formula_dup_text (utf8, length_bytes)
                                 : NULL;

  if (self->value != NULL)
    g_string_append_len (self->value, utf8, length_bytes);
  else if (formula != NULL)
    add_words (self, formula, strlen (formula), /* collapse= */ FALSE);
  else
    add_words (self, utf8, length_bytes, /* collapse= */ TRUE);
}

static void
clear_body (Body *self)
{
  galley_odt_lists_free (self->lists);
  g_array_unref (self->looks);
  g_array_unref (self->paragraphs);
  galley_office_tables_free (self->tables);
  galley_formula_free (self->formula);
  g_free (self->comment);
  g_free (self->author);
  g_free (self->date);
  if (self->value != NULL)
    g_string_free (self->value, TRUE);
}

/**
 * galley_odt_body_read:
 * @bytes: a part of an OpenDocument text that holds words
 * @text: what they go to
 * @styles: the document's styles
 * @open_part: (scope call): opens other parts of the document
 * @data: for @open_part
 * @label: what to call the document in an error
 * @cancellable: (nullable): a cancellable
 * @out_has_text: (out): whether the part is a text, and neither a table nor a drawing
 * @error: (out) (optional): a #GalleyImportError
 *
 * Writes the words of a part to the text, and makes omissions of the headers and footers of pages.
 *
 * Returns: whether it could be read
 */
gboolean
galley_odt_body_read (GBytes *bytes,
                      GalleyOfficeText *text_of_document,
                      GalleyOdtStyles *styles,
                      GalleyOdtOpen open_part,
                      gpointer data,
                      const char *label,
                      GCancellable *cancellable,
                      gboolean *out_has_text,
                      GError **error)
{
  const GalleyXmlHandler handler = {
    .namespaces = galley_odt_namespaces,
    .n_namespaces = galley_odt_n_namespaces,
    .names = galley_odt_tags,
    .n_names = galley_odt_n_tags,
    .start = start,
    .end = end,
    .text = text,
  };
  Body self = {
    .text = text_of_document,
    .notes = galley_office_blocks_get_notes (galley_office_text_get_blocks (text_of_document)),
    .styles = styles,
    .open_part = open_part,
    .open_data = data,
    .label = label,
    .cancellable = cancellable,
    .formula = galley_formula_new (),
    .lists = galley_odt_lists_new (styles),
    .looks = g_array_new (FALSE, FALSE, sizeof (Look)),
    .paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph)),
    .tables = galley_office_tables_new (text_of_document),
  };
  gboolean is_read = galley_xml_walk (bytes, label, &handler, &self, cancellable, error);

  clear_body (&self);
  if (!is_read)
    return FALSE;

  galley_office_text_count_changes (text_of_document, self.n_changes);
  *out_has_text = self.has_text;
  return TRUE;
}
