/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-docx-fields.h"

#include "galley-docx-names.h"

#include <string.h>

typedef struct
{
  GString *code;
  gboolean in_result;
  gboolean has_link;     /* whether its result is a link */
  gboolean is_left_open; /* whether its paragraph ended within its instructions */
} Field;

struct _GalleyDocxFields
{
  GArray *open;    /* (element-type Field), outermost first */
  guint n_in_code; /* fields that are not in their result */
};

static void
clear_field (gpointer field)
{
  g_string_free (((Field *) field)->code, TRUE);
}

GalleyDocxFields *
galley_docx_fields_new (void)
{
  GalleyDocxFields *self = g_new0 (GalleyDocxFields, 1);

  self->open = g_array_new (FALSE, FALSE, sizeof (Field));
  g_array_set_clear_func (self->open, clear_field);

  return self;
}

void
galley_docx_fields_free (GalleyDocxFields *self)
{
  g_array_unref (self->open);
  g_free (self);
}

static Field *
peek (GalleyDocxFields *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, Field, self->open->len - 1) : NULL;
}

/* Takes the next argument out of instructions; a quoted one may hold spaces, and a backslash there
 * makes what follows it plain. */
static char *
take_argument (const char **code)
{
  const char *p = *code;
  GString *argument = g_string_new (NULL);
  gboolean is_quoted;

  while (g_ascii_isspace (*p))
    p++;
  is_quoted = *p == '"';
  if (is_quoted)
    p++;
  for (; *p != '\0' && (is_quoted ? *p != '"' : !g_ascii_isspace (*p)); p++)
    {
      if (is_quoted && *p == '\\' && p[1] != '\0')
        p++;
      g_string_append_c (argument, *p);
    }
  *code = is_quoted && *p == '"' ? p + 1 : p;

  return g_string_free (argument, FALSE);
}

/* Where a field with these instructions leads; NULL if it is no link out of the document. */
static char *
find_address (const char *code)
{
  g_autofree char *name = take_argument (&code);

  if (g_ascii_strcasecmp (name, "HYPERLINK") != 0)
    return NULL;

  while (*code != '\0')
    {
      gboolean is_switch;
      g_autofree char *argument = NULL;

      code += strspn (code, " \t\r\n");
      is_switch = *code == '\\';
      argument = take_argument (&code);
      if (!is_switch)
        return *argument != '\0' ? g_steal_pointer (&argument) : NULL;
      /* A place in the document, a tip and a frame have an argument of their own. */
      if (strchr ("lot", g_ascii_tolower (argument[1])) != NULL && argument[1] != '\0')
        g_free (take_argument (&code));
    }

  return NULL;
}

static void
begin (GalleyDocxFields *self)
{
  Field field = { .code = g_string_new (NULL) };

  g_array_append_val (self->open, field);
  self->n_in_code++;
}

/**
 * galley_docx_fields_add_code:
 * @utf8: valid UTF-8
 * @length_bytes: its length
 *
 * Adds to the instructions of the innermost field.
 */
void
galley_docx_fields_add_code (GalleyDocxFields *self, const char *utf8, gsize length_bytes)
{
  Field *field = peek (self);

  if (field != NULL && !field->in_result)
    g_string_append_len (field->code, utf8, length_bytes);
}

/* Begins the result of the innermost field. Returns the address that it leads to; NULL if it is no
 * link. */
static char *
separate (GalleyDocxFields *self)
{
  Field *field = peek (self);
  char *address;

  if (field == NULL || field->in_result)
    return NULL;

  field->in_result = TRUE;
  self->n_in_code--;
  address = find_address (field->code->str);
  field->has_link = address != NULL;

  return address;
}

/* Ends the innermost field. Returns whether it was a link. */
static gboolean
end (GalleyDocxFields *self)
{
  Field *field = peek (self);
  gboolean has_link;

  if (field == NULL)
    return FALSE;

  has_link = field->has_link;
  self->n_in_code -= !field->in_result;
  g_array_set_size (self->open, self->open->len - 1);

  return has_link;
}

/**
 * galley_docx_fields_read_sign:
 * @text: what links are told
 * @element: a sign between the parts of fields
 */
void
galley_docx_fields_read_sign (GalleyDocxFields *self,
                              GalleyOfficeText *text,
                              const GalleyXmlElement *element)
{
  g_autofree char *address = NULL;

  if (galley_xml_element_equals (element, GALLEY_DOCX_W, "fldCharType", "begin"))
    begin (self);
  else if (galley_xml_element_equals (element, GALLEY_DOCX_W, "fldCharType", "separate"))
    address = separate (self);
  else if (end (self))
    galley_office_text_end_link (text);

  if (address != NULL)
    galley_office_text_begin_link (text, address);
}

/**
 * galley_docx_fields_begin_simple:
 * @text: what links are told
 * @element: a field with its instructions; what is in it is their result
 */
void
galley_docx_fields_begin_simple (GalleyOfficeText *text, const GalleyXmlElement *element)
{
  g_autofree char *code = galley_xml_element_dup (element, GALLEY_DOCX_W, "instr");
  g_autofree char *address = code != NULL ? find_address (code) : NULL;

  if (address != NULL)
    galley_office_text_begin_link (text, address);
}

/**
 * galley_docx_fields_end_paragraph:
 *
 * A paragraph ends. Instructions may go over several, but words in these are no text of theirs.
 */
void
galley_docx_fields_end_paragraph (GalleyDocxFields *self)
{
  for (guint i = 0; i < self->open->len; i++)
    {
      Field *field = &g_array_index (self->open, Field, i);

      field->is_left_open = !field->in_result;
    }
}

/**
 * galley_docx_fields_pass_words:
 *
 * There are words of the text. Where a field has been left open before, the end of its instructions
 * is missing, and is before these words.
 */
void
galley_docx_fields_pass_words (GalleyDocxFields *self)
{
  while (peek (self) != NULL && peek (self)->is_left_open && !peek (self)->in_result)
    end (self);
}

/**
 * galley_docx_fields_reset:
 *
 * Ends all fields, at the end of a part.
 */
void
galley_docx_fields_reset (GalleyDocxFields *self)
{
  g_array_set_size (self->open, 0);
  self->n_in_code = 0;
}

/**
 * galley_docx_fields_is_in_code:
 *
 * Returns: whether words here are part of instructions, and no text
 */
gboolean
galley_docx_fields_is_in_code (GalleyDocxFields *self)
{
  return self->n_in_code > 0;
}
