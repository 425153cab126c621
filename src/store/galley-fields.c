/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-fields.h"

#include <string.h>

/* SQLite reads JSON anew for each statement that asks for something in it, which is most of what
 * folding a verdict would cost. Bodies of verdicts are nearly always plain:
 *
 *   body    {part} or {part,part}
 *   part    "to":object or "from":object
 *   object  {} or {"name":value,…}
 *   value   null, a number of up to 18 digits without a fraction, or a text
 *
 * with no space between them, no part twice and no field twice that is asked for, and in texts no
 * escapes but those of one letter. What is not plain is left to SQLite; what is plain has the
 * values that SQLite would find in it.
 */

#define MAX_DIGITS 18

/* What is read, and where the reading stands. */
typedef struct
{
  char *at;
  const char *const *names;
  guint n_names;
  guint next; /* the name that is likely to come next */
  GalleyField *fields;
  gboolean *seen;
} Reader;

static gboolean
take (Reader *reader, const char *words)
{
  gsize length_bytes = strlen (words);

  if (strncmp (reader->at, words, length_bytes) != 0)
    return FALSE;
  reader->at += length_bytes;
  return TRUE;
}

static gboolean
take_sign (Reader *reader, char sign)
{
  if (*reader->at != sign)
    return FALSE;
  reader->at++;
  return TRUE;
}

/* What a backslash and @letter stand for; 0 if that is not plain. */
static char
unescape (char letter)
{
  switch (letter)
    {
    case '"':
    case '\\':
    case '/':
      return letter;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return '\0';
    }
}

/* Most texts hold nothing that has to be looked at any closer. */
static char *
skip_letters (char *at)
{
  while ((guchar) *at >= ' ' && *at != '"' && *at != '\\')
    at++;

  return at;
}

/* Reads a text in its place, where it becomes a string. */
static char *
read_text (Reader *reader)
{
  char *start, *from, *to;

  if (!take_sign (reader, '"'))
    return NULL;
  start = reader->at;
  for (from = to = skip_letters (start); *from != '"'; to++)
    {
      char letter = *from++;

      if (letter == '\\')
        {
          letter = unescape (*from++);
          if (letter == '\0')
            return NULL;
        }
      else if ((guchar) letter < ' ')
        return NULL;
      *to = letter;
    }

  *to = '\0';
  reader->at = from + 1;
  return start;
}

static gboolean
read_number (Reader *reader, gint64 *out_number)
{
  gboolean is_negative = take_sign (reader, '-');
  const char *start = reader->at;
  gint64 number = 0;

  while (g_ascii_isdigit (*reader->at) && reader->at - start < MAX_DIGITS)
    number = 10 * number + *reader->at++ - '0';
  if (reader->at == start || (*start == '0' && reader->at - start > 1))
    return FALSE;

  *out_number = is_negative ? -number : number;
  return TRUE;
}

static gboolean
read_value (Reader *reader, GalleyField *out_field)
{
  *out_field = (GalleyField){ GALLEY_FIELD_NULL };
  if (take (reader, "null"))
    return TRUE;
  if (*reader->at != '"')
    {
      out_field->type = GALLEY_FIELD_NUMBER;
      return read_number (reader, &out_field->number);
    }

  out_field->type = GALLEY_FIELD_TEXT;
  out_field->text = read_text (reader);
  return out_field->text != NULL;
}

/* Where the name of @key in @part stands among those that are asked for. */
static guint
find_name (Reader *reader, const char *part, const char *key)
{
  gsize length_bytes = strlen (part);

  for (guint i = 0; i < reader->n_names; i++)
    {
      guint index = (reader->next + i) % reader->n_names;
      const char *name = reader->names[index];

      if (strncmp (name, part, length_bytes) == 0 && name[length_bytes] == '.' &&
          strcmp (name + length_bytes + 1, key) == 0)
        return index;
    }

  return reader->n_names;
}

static gboolean
read_member (Reader *reader, const char *part)
{
  const char *key = read_text (reader);
  GalleyField other;
  guint index;

  if (key == NULL || !take_sign (reader, ':'))
    return FALSE;

  index = find_name (reader, part, key);
  if (index == reader->n_names)
    return read_value (reader, &other);
  if (reader->seen[index])
    return FALSE;

  reader->seen[index] = TRUE;
  reader->next = index + 1;
  return read_value (reader, &reader->fields[index]);
}

static gboolean
read_part (Reader *reader, const char *part)
{
  if (!take (reader, ":{"))
    return FALSE;
  if (take_sign (reader, '}'))
    return TRUE;

  do
    if (!read_member (reader, part))
      return FALSE;
  while (take_sign (reader, ','));

  return take_sign (reader, '}');
}

/* The name of the part that begins here, unless it is one that was read; NULL if it is no part. */
static const char *
take_part_name (Reader *reader, const char *read)
{
  static const char *const parts[] = { "to", "from" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != read && take (reader, i == 0 ? "\"to\"" : "\"from\""))
      return parts[i];

  return NULL;
}

static gboolean
read_parts (Reader *reader)
{
  const char *first = take_part_name (reader, /* read= */ NULL), *second;

  if (first == NULL || !read_part (reader, first))
    return FALSE;
  if (!take_sign (reader, ','))
    return TRUE;

  second = take_part_name (reader, first);
  return second != NULL && read_part (reader, second);
}

/**
 * galley_fields_read:
 * @body: a copy of an event's body; it is taken apart
 * @names: (array zero-terminated=1): fields, as "to.status"; best in the order in which they stand
 *   in most bodies
 * @out_fields: (out caller-allocates) (array): a value for each name
 *
 * Reads fields of a plain body. What is in @out_fields is good for as long as @body is.
 *
 * Returns: whether the body is plain; if not, @out_fields holds nothing of use
 */
gboolean
galley_fields_read (char *body, const char *const *names, GalleyField *out_fields)
{
  guint n_names = g_strv_length ((char **) names);
  gboolean seen[GALLEY_FIELDS_MAX] = { FALSE };
  Reader reader = {
    .at = body, .names = names, .n_names = n_names, .fields = out_fields, .seen = seen
  };

  g_return_val_if_fail (n_names <= GALLEY_FIELDS_MAX, FALSE);

  for (guint i = 0; i < n_names; i++)
    out_fields[i] = (GalleyField){ GALLEY_FIELD_NULL };
  return take_sign (&reader, '{') && read_parts (&reader) && take_sign (&reader, '}') &&
         *reader.at == '\0';
}
