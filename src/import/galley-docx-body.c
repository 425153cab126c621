/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-body.h"

#include "galley-docx-changes.h"
#include "galley-docx-fields.h"
#include "galley-docx-names.h"
#include "galley-docx-paragraphs.h"
#include "galley-docx-symbols.h"
#include "galley-docx-tags.h"
#include "galley-office-tables.h"

#include <string.h>

/* One walk through the XML. Tracked changes are read as accepted: what was deleted is passed over,
 * and a paragraph whose end was deleted goes on in the next one. */

#define HYPHEN "\u2011" /* at which no line ends, as Word shows it */

struct _GalleyDocxBody
{
  GalleyOfficeText *text;
  GalleyOfficeNotes *notes;
  GHashTable *addresses; /* (element-type utf8 utf8) of the part that is read */
  GalleyDocxFields *fields;
  GalleyDocxParagraphs *paragraphs;
  GalleyDocxChanges *changes;
  GalleyOfficeTables *tables;
  GalleyDocxChunks *chunks;
  GalleyFormula *formula; /* its elements that matter and are open */
  GArray *chosen;         /* (element-type gboolean) for each set of alternatives */
  guint n_properties;     /* elements of paragraph properties that are open */
  gboolean in_row_properties;
  gboolean in_text;
  gboolean in_code;
  gboolean is_joined; /* whether words wait for a paragraph to end them */
  gboolean in_note;
  char *key; /* of the note that is read, or NULL */
  char *author;
  char *date;
};

/**
 * galley_docx_body_new:
 * @text: what the words go to
 * @styles: the document's styles
 * @numbering: its lists
 * @chunks: what reads documents within it
 *
 * All of them have to outlive what is returned.
 *
 * Returns: (transfer full): a reader of parts
 */
GalleyDocxBody *
galley_docx_body_new (GalleyOfficeText *text,
                      GalleyDocxStyles *styles,
                      GalleyDocxNumbering *numbering,
                      GalleyDocxChunks *chunks)
{
  GalleyDocxBody *self = g_new0 (GalleyDocxBody, 1);

  self->text = text;
  self->notes = galley_office_blocks_get_notes (galley_office_text_get_blocks (text));
  self->fields = galley_docx_fields_new ();
  self->paragraphs = galley_docx_paragraphs_new (styles, numbering);
  self->changes = galley_docx_changes_new ();
  self->tables = galley_office_tables_new (text);
  self->chunks = chunks;
  self->formula = galley_formula_new ();
  self->chosen = g_array_new (FALSE, FALSE, sizeof (gboolean));

  return self;
}

void
galley_docx_body_free (GalleyDocxBody *self)
{
  galley_docx_fields_free (self->fields);
  galley_docx_paragraphs_free (self->paragraphs);
  galley_docx_changes_free (self->changes);
  galley_office_tables_free (self->tables);
  galley_formula_free (self->formula);
  g_array_unref (self->chosen);
  g_free (self->key);
  g_free (self->author);
  g_free (self->date);
  g_free (self);
}

/* Whether words here are part of the text. */
static gboolean
is_shown (GalleyDocxBody *self)
{
  return !galley_docx_changes_is_deleted (self->changes) && self->n_properties == 0 &&
         !galley_docx_fields_is_in_code (self->fields);
}

static void
add_words (GalleyDocxBody *self, const char *utf8, gsize length_bytes)
{
  const GalleyDocxParagraph *paragraph = galley_docx_paragraphs_peek (self->paragraphs);

  if (!is_shown (self))
    return;

  galley_docx_changes_pass_words (self->changes);
  if (paragraph != NULL && paragraph->is_hidden)
    {
      galley_office_text_add_hidden (self->text, utf8, length_bytes);
      return;
    }
  galley_office_text_set_look (
      self->text, paragraph != NULL && paragraph->is_strong,
      galley_formula_find_position (self->formula, paragraph != NULL ? paragraph->position : 0));
  galley_office_text_add_words (self->text, utf8, length_bytes);
}

static void
add_symbol (GalleyDocxBody *self, const GalleyXmlElement *element)
{
  gunichar character = galley_docx_symbol_read (element);
  char utf8[6];

  if (character != 0)
    add_words (self, utf8, g_unichar_to_utf8 (character, utf8));
}

/* What is seen of a formula and is no word in it. */
static void
add_formula_sign (GalleyDocxBody *self, const char *sign)
{
  if (*sign != '\0')
    add_words (self, sign, strlen (sign));
}

static void
add_sign (GalleyDocxBody *self, const char *prefix, const GalleyXmlElement *element)
{
  g_autofree char *id = galley_xml_element_dup (element, GALLEY_DOCX_W, "id");
  g_autofree char *key = g_strconcat (prefix, id, NULL);

  if (id != NULL && is_shown (self))
    galley_office_text_add_sign (self->text, key);
}

/* Where a comment begins or ends counts also within a deletion. */
static void
add_range (GalleyDocxBody *self, gboolean is_start, const GalleyXmlElement *element)
{
  g_autofree char *id = galley_xml_element_dup (element, GALLEY_DOCX_W, "id");
  g_autofree char *key = g_strconcat (GALLEY_DOCX_COMMENT_KEY, id, NULL);

  if (id == NULL)
    return;
  if (is_start)
    galley_office_text_begin_range (self->text, key);
  else
    galley_office_text_end_range (self->text, key);
}

static void
begin_link (GalleyDocxBody *self, const GalleyXmlElement *element)
{
  g_autofree char *id = galley_xml_element_dup (element, GALLEY_DOCX_R, "id");
  const char *address = id != NULL ? g_hash_table_lookup (self->addresses, id) : NULL;

  if (address != NULL)
    galley_office_text_begin_link (self->text, address);
}

static GalleyDocxPlace
find_place (GalleyDocxBody *self)
{
  if (self->n_properties > 0)
    return GALLEY_DOCX_PLACE_PARAGRAPH;
  return self->in_row_properties ? GALLEY_DOCX_PLACE_ROW : GALLEY_DOCX_PLACE_WORDS;
}

static void
begin_change (GalleyDocxBody *self, guint tag, const GalleyXmlElement *element)
{
  GalleyDocxParagraph *paragraph = galley_docx_paragraphs_peek (self->paragraphs);
  GalleyDocxPlace place = find_place (self);

  galley_docx_changes_begin (self->changes, place, tag, element);
  if (place == GALLEY_DOCX_PLACE_PARAGRAPH && paragraph != NULL &&
      (tag == GALLEY_DOCX_TAG_DELETED || tag == GALLEY_DOCX_TAG_MOVED_FROM))
    paragraph->is_joined = TRUE;
}

static void
end_paragraph (GalleyDocxBody *self)
{
  GalleyOfficeParagraph paragraph;
  g_autofree char *marker = NULL;

  self->is_joined = galley_docx_paragraphs_peek (self->paragraphs)->is_joined;
  if (!self->is_joined && !galley_docx_changes_is_deleted (self->changes))
    {
      marker = galley_docx_paragraphs_describe (self->paragraphs, !self->in_note, &paragraph);
      galley_office_text_end_paragraph (self->text, &paragraph);
    }
  galley_docx_paragraphs_end (self->paragraphs);
  galley_docx_fields_end_paragraph (self->fields);
}

/* Words whose paragraph lost its end come to one here at the latest. */
static void
end_joined (GalleyDocxBody *self)
{
  const GalleyOfficeParagraph plain = { GALLEY_OFFICE_PLAIN, 0, NULL };

  if (self->is_joined)
    galley_office_text_end_paragraph (self->text, &plain);
  self->is_joined = FALSE;
}

static void
begin_table (GalleyDocxBody *self)
{
  end_joined (self);
  galley_office_tables_begin (self->tables);
}

static void
end_row (GalleyDocxBody *self)
{
  galley_office_text_end_row (self->text);
  galley_docx_changes_end_row (self->changes);
}

/* Notes that only draw a line above the others are none. */
static gboolean
begin_note (GalleyDocxBody *self, const char *prefix, const GalleyXmlElement *element)
{
  g_autofree char *type = galley_xml_element_dup (element, GALLEY_DOCX_W, "type");
  g_autofree char *id = galley_xml_element_dup (element, GALLEY_DOCX_W, "id");

  if (self->in_note || id == NULL || (type != NULL && strcmp (type, "normal") != 0))
    return FALSE;

  self->in_note = TRUE;
  self->key = g_strconcat (prefix, id, NULL);
  self->author = galley_xml_element_dup (element, GALLEY_DOCX_W, "author");
  self->date = galley_xml_element_dup (element, GALLEY_DOCX_W, "date");
  galley_office_text_begin_note (self->text);
  return TRUE;
}

static void
end_note (GalleyDocxBody *self, GalleySourceNoteKind kind)
{
  galley_docx_fields_reset (self->fields);
  galley_office_notes_take (self->notes, g_steal_pointer (&self->key), kind,
                            g_steal_pointer (&self->author), g_steal_pointer (&self->date),
                            galley_office_text_end_note (self->text));
  self->in_note = FALSE;
  self->is_joined = FALSE;
}

/* A header or footer is left out of the text, and kept. */
static void
begin_header (GalleyDocxBody *self)
{
  self->in_note = TRUE;
  galley_office_text_begin_note (self->text);
}

static void
end_header (GalleyDocxBody *self)
{
  g_autofree char *words = galley_office_text_end_note (self->text);

  galley_office_blocks_add_omission (galley_office_text_get_blocks (self->text), words);
  self->in_note = FALSE;
  self->is_joined = FALSE;
}

static void
add_drawing (GalleyDocxBody *self, const char *name, const GalleyXmlElement *element)
{
  g_autofree char *id = galley_xml_element_dup (element, GALLEY_DOCX_R, name);

  if (!self->in_note && is_shown (self))
    galley_docx_chunks_add_drawing (self->chunks, id);
}

static void
start_words (GalleyDocxBody *self, guint tag, const GalleyXmlElement *element)
{
  switch (tag)
    {
    case GALLEY_DOCX_TAG_RUN:
      galley_docx_paragraphs_begin_run (self->paragraphs);
      break;
    case GALLEY_DOCX_TAG_TEXT:
      self->in_text = TRUE;
      break;
    case GALLEY_DOCX_TAG_FIELD_CODE:
      self->in_code = TRUE;
      break;
    case GALLEY_DOCX_TAG_TAB:
      add_words (self, "\t", 1);
      break;
    case GALLEY_DOCX_TAG_BREAK:
      if (is_shown (self))
        galley_office_text_add_break (self->text);
      break;
    case GALLEY_DOCX_TAG_HYPHEN:
      add_words (self, HYPHEN, strlen (HYPHEN));
      break;
    case GALLEY_DOCX_TAG_SYMBOL:
      add_symbol (self, element);
      break;
    case GALLEY_DOCX_TAG_LINK:
      begin_link (self, element);
      break;
    case GALLEY_DOCX_TAG_FIELD:
      galley_docx_fields_begin_simple (self->text, element);
      break;
    case GALLEY_DOCX_TAG_FIELD_SIGN:
      galley_docx_fields_read_sign (self->fields, self->text, element);
      break;
    case GALLEY_DOCX_TAG_FOOTNOTE_SIGN:
      add_sign (self, "footnote ", element);
      break;
    case GALLEY_DOCX_TAG_ENDNOTE_SIGN:
      add_sign (self, "endnote ", element);
      break;
    case GALLEY_DOCX_TAG_RANGE_START:
    case GALLEY_DOCX_TAG_RANGE_END:
    case GALLEY_DOCX_TAG_COMMENT_SIGN:
      add_range (self, tag == GALLEY_DOCX_TAG_RANGE_START, element);
      break;
    default:
      add_formula_sign (self, galley_docx_tag_enter_formula (tag, element, self->formula));
      break;
    }
}

static void
start_property (GalleyDocxBody *self, guint tag, const GalleyXmlElement *element)
{
  switch (tag)
    {
    case GALLEY_DOCX_TAG_PARAGRAPH_PROPERTIES:
      self->n_properties++;
      break;
    case GALLEY_DOCX_TAG_ROW_PROPERTIES:
      self->in_row_properties = TRUE;
      break;
    case GALLEY_DOCX_TAG_PARAGRAPH_STYLE:
    case GALLEY_DOCX_TAG_NUMBER_ID:
    case GALLEY_DOCX_TAG_NUMBER_LEVEL:
    case GALLEY_DOCX_TAG_OUTLINE_LEVEL:
    case GALLEY_DOCX_TAG_FRAME:
      if (self->n_properties > 0)
        galley_docx_paragraphs_set_property (self->paragraphs, tag, element);
      break;
    case GALLEY_DOCX_TAG_RUN_STYLE:
    case GALLEY_DOCX_TAG_BOLD:
    case GALLEY_DOCX_TAG_HIDDEN:
    case GALLEY_DOCX_TAG_ALIGN:
    case GALLEY_DOCX_TAG_HEIGHT:
      /* Those of the paragraph are about the sign that ends it. */
      if (self->n_properties == 0)
        galley_docx_paragraphs_set_run_property (self->paragraphs, tag, element);
      break;
    case GALLEY_DOCX_TAG_TABLE_COLUMN:
      galley_office_tables_add_columns (self->tables, 1);
      break;
    case GALLEY_DOCX_TAG_DIAGRAM:
    case GALLEY_DOCX_TAG_CHART:
      add_drawing (self, tag == GALLEY_DOCX_TAG_DIAGRAM ? "dm" : "id", element);
      break;
    default:
      start_words (self, tag, element);
      break;
    }
}

static gboolean
start (gpointer data, guint tag, const GalleyXmlElement *element)
{
  GalleyDocxBody *self = data;
  const gboolean not_chosen = FALSE;

  switch (tag)
    {
    case GALLEY_DOCX_TAG_NO_TEXT:
      return FALSE;
    case GALLEY_DOCX_TAG_ALTERNATIVES:
      g_array_append_val (self->chosen, not_chosen);
      break;
    case GALLEY_DOCX_TAG_CHOICE:
      return galley_docx_choose (self->chosen, galley_docx_is_understood (element));
    case GALLEY_DOCX_TAG_FALLBACK:
      return galley_docx_choose (self->chosen, TRUE);
    case GALLEY_DOCX_TAG_PARAGRAPH:
      galley_docx_paragraphs_begin (self->paragraphs);
      break;
    case GALLEY_DOCX_TAG_BOX:
      galley_office_text_begin_box (self->text);
      break;
    case GALLEY_DOCX_TAG_TABLE:
      begin_table (self);
      break;
    case GALLEY_DOCX_TAG_ROW:
      galley_office_tables_begin_row (self->tables);
      break;
    case GALLEY_DOCX_TAG_CELL:
      galley_office_text_begin_cell (self->text);
      break;
    case GALLEY_DOCX_TAG_DELETED:
    case GALLEY_DOCX_TAG_MOVED_FROM:
    case GALLEY_DOCX_TAG_INSERTED:
    case GALLEY_DOCX_TAG_MOVED_TO:
      begin_change (self, tag, element);
      break;
    case GALLEY_DOCX_TAG_FOOTNOTE:
      return begin_note (self, "footnote ", element);
    case GALLEY_DOCX_TAG_ENDNOTE:
      return begin_note (self, "endnote ", element);
    case GALLEY_DOCX_TAG_COMMENT:
      return begin_note (self, GALLEY_DOCX_COMMENT_KEY, element);
    case GALLEY_DOCX_TAG_HEADER:
      begin_header (self);
      break;
    case GALLEY_DOCX_TAG_CHUNK:
      end_joined (self);
      if (!self->in_note)
        galley_docx_chunks_add (self->chunks, element);
      break;
    default:
      start_property (self, tag, element);
      break;
    }

  return TRUE;
}

static void
end_words (GalleyDocxBody *self, guint tag)
{
  switch (tag)
    {
    case GALLEY_DOCX_TAG_TEXT:
      self->in_text = FALSE;
      break;
    case GALLEY_DOCX_TAG_FIELD_CODE:
      self->in_code = FALSE;
      break;
    case GALLEY_DOCX_TAG_LINK:
    case GALLEY_DOCX_TAG_FIELD:
      galley_office_text_end_link (self->text);
      break;
    case GALLEY_DOCX_TAG_DELETED:
    case GALLEY_DOCX_TAG_MOVED_FROM:
    case GALLEY_DOCX_TAG_INSERTED:
    case GALLEY_DOCX_TAG_MOVED_TO:
      galley_docx_changes_end (self->changes, find_place (self), tag);
      break;
    case GALLEY_DOCX_TAG_PARAGRAPH_PROPERTIES:
      self->n_properties--;
      break;
    case GALLEY_DOCX_TAG_ROW_PROPERTIES:
      self->in_row_properties = FALSE;
      break;
    case GALLEY_DOCX_TAG_ALTERNATIVES:
      g_array_set_size (self->chosen, self->chosen->len - 1);
      break;
    default:
      add_formula_sign (self, galley_docx_tag_leave_formula (tag, self->formula));
      break;
    }
}

static void
end (gpointer data, guint tag)
{
  GalleyDocxBody *self = data;

  switch (tag)
    {
    case GALLEY_DOCX_TAG_PARAGRAPH:
      end_paragraph (self);
      break;
    case GALLEY_DOCX_TAG_BOX:
      end_joined (self);
      galley_office_text_end_box (self->text);
      break;
    case GALLEY_DOCX_TAG_TABLE:
      galley_office_tables_end (self->tables);
      break;
    case GALLEY_DOCX_TAG_ROW:
      end_row (self);
      break;
    case GALLEY_DOCX_TAG_CELL:
      end_joined (self);
      break;
    case GALLEY_DOCX_TAG_FOOTNOTE:
      end_note (self, GALLEY_SOURCE_NOTE_FOOTNOTE);
      break;
    case GALLEY_DOCX_TAG_ENDNOTE:
      end_note (self, GALLEY_SOURCE_NOTE_ENDNOTE);
      break;
    case GALLEY_DOCX_TAG_COMMENT:
      end_note (self, GALLEY_SOURCE_NOTE_COMMENT);
      break;
    case GALLEY_DOCX_TAG_HEADER:
      end_header (self);
      break;
    default:
      end_words (self, tag);
      break;
    }
}

/* A line end in the XML is no line end in the document. */
static void
text (gpointer data, const char *utf8, gsize length_bytes)
{
  GalleyDocxBody *self = data;

  if (self->in_code && !galley_docx_changes_is_deleted (self->changes))
    galley_docx_fields_add_code (self->fields, utf8, length_bytes);
  if (!self->in_text)
    return;

  galley_docx_fields_pass_words (self->fields);
  if (memchr (utf8, '\n', length_bytes) == NULL && memchr (utf8, '\r', length_bytes) == NULL)
    add_words (self, utf8, length_bytes);
  else
    {
      g_autofree char *line = g_strdelimit (g_strndup (utf8, length_bytes), "\r\n", ' ');

      add_words (self, line, length_bytes);
    }
}

/**
 * galley_docx_body_read:
 * @bytes: a part: the text, footnotes, endnotes, comments, a header or a footer
 * @addresses: (element-type utf8 utf8): what it refers to outside of the document, by its ids
 * @label: what to call the document in an error
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): a #GalleyImportError
 *
 * Writes the words of a part to the text, or makes notes or omissions of them, as the part says
 * itself.
 *
 * Returns: whether it could be read
 */
gboolean
galley_docx_body_read (GalleyDocxBody *self,
                       GBytes *bytes,
                       GHashTable *addresses,
                       const char *label,
                       GCancellable *cancellable,
                       GError **error)
{
  const GalleyXmlHandler handler = {
    .namespaces = galley_docx_namespaces,
    .n_namespaces = galley_docx_n_namespaces,
    .names = galley_docx_tags,
    .n_names = galley_docx_n_tags,
    .start = start,
    .end = end,
    .text = text,
  };

  self->addresses = addresses;
  galley_docx_fields_reset (self->fields);
  if (!galley_xml_walk (bytes, label, &handler, self, cancellable, error))
    return FALSE;

  end_joined (self);
  return TRUE;
}

/**
 * galley_docx_body_get_n_changes:
 *
 * Returns: how many tracked changes there were in the parts so far
 */
guint
galley_docx_body_get_n_changes (GalleyDocxBody *self)
{
  return galley_docx_changes_get_count (self->changes);
}
