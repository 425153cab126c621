/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-ris.h"

#include "galley-bibliography-private.h"
#include "galley-reference-dates.h"
#include "galley-reference-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A record is lines of a tag, two spaces, a dash, a space and a value; "TY" begins it and "ER" ends
 * it. A line without a tag goes on with the value before. The tags and types are those of Research
 * Information Systems' specification of 2001 and of its revision of 2011. What stands between
 * records is passed over.
 */

static const GalleyReferenceType read_types[] = {
  { GALLEY_SOURCE_PAPER, "CONF", NULL },          { GALLEY_SOURCE_PAPER, "CPAPER", NULL },
  { GALLEY_SOURCE_PAPER, "THES", NULL },          { GALLEY_SOURCE_PAPER, "JFULL", NULL },
  { GALLEY_SOURCE_PAPER, "ABST", NULL },          { GALLEY_SOURCE_PAPER, "EJOUR", NULL },
  { GALLEY_SOURCE_PAPER, "INPR", NULL },          { GALLEY_SOURCE_PAPER, "UNPB", NULL },
  { GALLEY_SOURCE_PRIOR_COVERAGE, "MGZN", NULL }, { GALLEY_SOURCE_BOOK, "CHAP", NULL },
  { GALLEY_SOURCE_BOOK, "EBOOK", NULL },          { GALLEY_SOURCE_BOOK, "ECHAP", NULL },
  { GALLEY_SOURCE_BOOK, "EDBOOK", NULL },         { GALLEY_SOURCE_BOOK, "SER", NULL },
  { GALLEY_SOURCE_BOOK, "DICT", NULL },           { GALLEY_SOURCE_BOOK, "ENCYC", NULL },
  { GALLEY_SOURCE_WEB_PAGE, "BLOG", NULL },       { GALLEY_SOURCE_WEB_PAGE, "WEB", NULL },
  { GALLEY_SOURCE_WEB_PAGE, "ICOMM", NULL },      { GALLEY_SOURCE_RECORDING, "SOUND", NULL },
  { GALLEY_SOURCE_RECORDING, "VIDEO", NULL },     { GALLEY_SOURCE_RECORDING, "MPCT", NULL },
  { GALLEY_SOURCE_RECORDING, "MUSIC", NULL },     { GALLEY_SOURCE_RECORDING, "MULTI", NULL },
  { GALLEY_SOURCE_DATA, "AGGR", NULL },           { GALLEY_SOURCE_DATA, "DBASE", NULL },
  { GALLEY_SOURCE_DATA, "STAT", NULL },           { GALLEY_SOURCE_TRANSCRIPT, "HEAR", NULL },
  { GALLEY_SOURCE_DOCUMENT, "STAND", NULL },      { GALLEY_SOURCE_DOCUMENT, "GOVDOC", NULL },
  { GALLEY_SOURCE_DOCUMENT, "BILL", NULL },       { GALLEY_SOURCE_DOCUMENT, "UNBILL", NULL },
  { GALLEY_SOURCE_DOCUMENT, "CASE", NULL },       { GALLEY_SOURCE_DOCUMENT, "LEGAL", NULL },
  { GALLEY_SOURCE_DOCUMENT, "MANSCPT", NULL },    { GALLEY_SOURCE_DOCUMENT, "MAP", NULL },
  { GALLEY_SOURCE_DOCUMENT, "PAMP", NULL },       { GALLEY_SOURCE_DOCUMENT, "PAT", NULL },
  { GALLEY_SOURCE_UNSPECIFIED, NULL, NULL },
};

const GalleyReferenceTypes galley_ris_types = {
  .written = {
    [GALLEY_SOURCE_UNSPECIFIED] = { GALLEY_SOURCE_UNSPECIFIED, "GEN", NULL },
    [GALLEY_SOURCE_PERSON] = { GALLEY_SOURCE_PERSON, "PCOMM", NULL },
    [GALLEY_SOURCE_RECORDING] = { GALLEY_SOURCE_RECORDING, "ADVS", NULL },
    [GALLEY_SOURCE_TRANSCRIPT] = { GALLEY_SOURCE_TRANSCRIPT, "GEN", "Transcript" },
    [GALLEY_SOURCE_DOCUMENT] = { GALLEY_SOURCE_DOCUMENT, "RPRT", NULL },
    [GALLEY_SOURCE_DATA] = { GALLEY_SOURCE_DATA, "DATA", NULL },
    [GALLEY_SOURCE_WEB_PAGE] = { GALLEY_SOURCE_WEB_PAGE, "ELEC", NULL },
    [GALLEY_SOURCE_BOOK] = { GALLEY_SOURCE_BOOK, "BOOK", NULL },
    [GALLEY_SOURCE_PAPER] = { GALLEY_SOURCE_PAPER, "JOUR", NULL },
    [GALLEY_SOURCE_PRESS_RELEASE] = { GALLEY_SOURCE_PRESS_RELEASE, "GEN", "Press release" },
    [GALLEY_SOURCE_PRIOR_COVERAGE] = { GALLEY_SOURCE_PRIOR_COVERAGE, "NEWS", NULL },
  },
  .read = read_types,
};

/**
 * galley_ris_field_new:
 * @tag: two characters
 * @value: its words
 *
 * Returns: (transfer full): the field
 */
GalleyRisField *
galley_ris_field_new (const char *tag, const char *value)
{
  GalleyRisField *self = g_new0 (GalleyRisField, 1);

  g_strlcpy (self->tag, tag, sizeof self->tag);
  self->value = g_string_new (value);
  return self;
}

void
galley_ris_field_free (GalleyRisField *self)
{
  g_string_free (self->value, TRUE);
  g_free (self);
}

/* Returns (nullable) the value of the first of @tags that has words; the tags stand one after
 * another. */
static const char *
peek_first (GPtrArray *fields, const char *tags)
{
  for (const char *tag = tags; *tag != '\0'; tag += 2)
    for (guint i = 0; i < fields->len; i++)
      {
        const GalleyRisField *field = g_ptr_array_index (fields, i);

        if (strncmp (field->tag, tag, 2) == 0 &&
            field->value->str[strspn (field->value->str, " \t\n")] != '\0')
          return field->value->str;
      }

  return NULL;
}

/* A name is written as the log has it; a comma at the end says that it is an organisation's. */
static char *
join_names (GPtrArray *fields, const char *tag)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      const GalleyRisField *field = g_ptr_array_index (fields, i);
      g_autofree char *words = galley_reference_squeeze (field->value->str);
      const GalleyName name = { .literal = words };

      if (!g_str_equal (field->tag, tag) || words == NULL)
        continue;
      if (g_str_has_suffix (words, ","))
        words[strlen (words) - 1] = '\0';
      galley_names_append (line, &name);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
read_authors (GalleyReference *reference, GPtrArray *fields)
{
  static const char *const tags[] = { "AU", "A1", "A2", "ED", "A3", "A4" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autofree char *line = join_names (fields, tags[i]);

      galley_reference_set_text (reference, GALLEY_SOURCE_AUTHOR, line);
    }
}

/* Dates are YYYY/MM/DD/more, where all but the year may be empty; ISO 8601 is common too. */
static gboolean
parse_date (const char *value, GalleyPartialDate *out_date)
{
  g_autofree char *line = galley_reference_squeeze (value);
  g_auto (GStrv) parts = g_strsplit (line != NULL ? line : "", "/", 4);
  GalleyPartialDate date = { 0 };

  if (galley_partial_date_parse (line, out_date))
    return TRUE;
  if (!galley_partial_date_parse (parts[0], &date) || strlen (parts[0]) != 4)
    return FALSE;

  date.month = parts[1] != NULL ? galley_month_find (parts[1]) : 0;
  date.day = date.month > 0 && parts[2] != NULL ? g_ascii_strtoull (parts[2], NULL, 10) : 0;
  if (!galley_partial_date_is_valid (&date))
    date.day = 0;
  *out_date = date;
  return TRUE;
}

/* Of several dates that are understood, the first that has a day, else a month, says most. */
static void
read_date (GalleyReference *reference, GPtrArray *fields)
{
  static const char *const tags[] = { "DA", "PY", "Y1" };
  GalleyPartialDate best = { 0 };
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      GalleyPartialDate date;
      const char *value = peek_first (fields, tags[i]);

      if (value == NULL || !parse_date (value, &date))
        continue;
      if (!found || (best.month == 0 && date.month > 0) || (best.day == 0 && date.day > 0))
        best = date;
      found = TRUE;
    }

  if (found)
    reference->texts[GALLEY_SOURCE_PUBLISHED] = galley_partial_date_format (&best);
  galley_reference_set_text (reference, GALLEY_SOURCE_PUBLISHED, peek_first (fields, "PYY1DA"));
}

/**
 * galley_ris_read_fields:
 * @fields: (element-type GalleyRisField): a record
 *
 * Takes what a record says, but for its notes.
 */
void
galley_ris_read_fields (GalleyReference *reference, GPtrArray *fields)
{
  g_autofree char *type = galley_reference_squeeze (peek_first (fields, "TY"));
  g_autofree char *genre = galley_reference_squeeze (peek_first (fields, "M3"));
  const char *address = peek_first (fields, "URLKL1L2");

  reference->kind = galley_reference_types_find (&galley_ris_types, type, genre);
  galley_reference_set_text (reference, GALLEY_SOURCE_TITLE, peek_first (fields, "TIT1CTBTST"));
  read_authors (reference, fields);
  read_date (reference, fields);
  galley_reference_set_text (reference, GALLEY_SOURCE_PUBLISHER,
                             peek_first (fields, "T2JFJOBTJAJ2PB"));
  galley_reference_set_place (reference, address, peek_first (fields, "DO"));
  galley_reference_set_text (reference, GALLEY_SOURCE_ADDRESS, peek_first (fields, "CNAV"));
}

static void
read_notes (GalleyReference *reference, GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const GalleyRisField *field = g_ptr_array_index (fields, i);

      if (g_str_equal (field->tag, "N1"))
        galley_reference_read_note (reference, field->value->str);
    }
}

/* Whether a line begins with a tag; some programs write one space where two belong. */
static gboolean
read_tag (const char *line, char *tag, const char **out_value)
{
  const char *p = line + 2;

  if (!g_ascii_isupper (line[0]) || !(g_ascii_isupper (line[1]) || g_ascii_isdigit (line[1])))
    return FALSE;
  if (*p != ' ')
    return FALSE;
  p += strspn (p, " ");
  if (*p != '-' || (p[1] != ' ' && p[1] != '\0'))
    return FALSE;

  tag[0] = line[0];
  tag[1] = line[1];
  tag[2] = '\0';
  *out_value = p[1] == ' ' ? p + 2 : p + 1;
  return TRUE;
}

static void
add_reference (GPtrArray *references, GPtrArray *fields)
{
  g_autoptr (GalleyReference) reference = galley_reference_new ();

  galley_ris_read_fields (reference, fields);
  read_notes (reference, fields);
  if (galley_bibliography_finish (reference, peek_first (fields, "ID")))
    g_ptr_array_add (references, g_steal_pointer (&reference));
}

static void
set_unended (guint line, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("The record that begins in line %u of the bibliography has no end"), line);
}

typedef struct
{
  GPtrArray *references;
  GPtrArray *fields; /* (element-type GalleyRisField): of the record that is read */
  guint begun_in;    /* line that it begins in, or 0 between records */
} Reader;

static gboolean
read_line (Reader *reader, const char *line, guint number, GError **error)
{
  char tag[3];
  const char *value;

  if (!read_tag (line, tag, &value))
    {
      if (reader->begun_in > 0 && reader->fields->len > 0)
        {
          GalleyRisField *last = g_ptr_array_index (reader->fields, reader->fields->len - 1);

          g_string_append_printf (last->value, "\n%s", line);
        }
      return TRUE;
    }

  if (g_str_equal (tag, "TY"))
    {
      if (reader->begun_in > 0)
        {
          set_unended (reader->begun_in, error);
          return FALSE;
        }
      reader->begun_in = number;
    }
  if (reader->begun_in > 0 && !g_str_equal (tag, "ER"))
    g_ptr_array_add (reader->fields, galley_ris_field_new (tag, value));
  else if (reader->begun_in > 0)
    {
      add_reference (reader->references, reader->fields);
      g_ptr_array_set_size (reader->fields, 0);
      reader->begun_in = 0;
    }

  return TRUE;
}

/**
 * galley_ris_read:
 * @utf8: a RIS file
 *
 * Returns: (transfer full) (element-type GalleyReference): its references, or %NULL
 */
GPtrArray *
galley_ris_read (const char *utf8, GError **error)
{
  g_autoptr (GPtrArray) references =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_reference_free);
  g_autoptr (GPtrArray) fields =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_ris_field_free);
  Reader reader = { .references = references, .fields = fields };
  guint number = 1;

  for (const char *p = utf8; *p != '\0'; number++)
    {
      gsize length_bytes = strcspn (p, "\r\n");
      g_autofree char *line = g_strndup (p, length_bytes);

      if (!read_line (&reader, line, number, error))
        return NULL;
      p += length_bytes;
      p += *p == '\r' && p[1] == '\n' ? 2 : *p != '\0' ? 1 : 0;
    }
  if (reader.begun_in > 0)
    {
      set_unended (reader.begun_in, error);
      return NULL;
    }

  return g_steal_pointer (&references);
}

/**
 * galley_ris_recognise:
 *
 * Returns: whether there is a line that begins a record
 */
gboolean
galley_ris_recognise (const char *utf8)
{
  const char *p = utf8;

  while ((p = strstr (p, "TY")) != NULL)
    {
      const char *after = p + 2 + strspn (p + 2, " ");

      if ((p == utf8 || p[-1] == '\n' || p[-1] == '\r') && p[2] == ' ' && *after == '-')
        return TRUE;
      p += 2;
    }

  return FALSE;
}
