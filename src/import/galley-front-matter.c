/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-front-matter.h"

#include "galley-date-line.h"

#include <string.h>

/* What many programs put before a Markdown text: a line "---", lines of YAML, a line "---" or
 * "...". Of YAML only what such heads are made of is read: a key and a value on one line, quoted or
 * not, and a list of values between brackets or in the lines below. */

#define MAX_BYTES (64 * 1024)

static const struct
{
  const char *key;
  GalleyMetadataField field;
} keys[] = {
  { "title", GALLEY_METADATA_TITLE },
  { "author", GALLEY_METADATA_BYLINE },
  { "authors", GALLEY_METADATA_BYLINE },
  { "byline", GALLEY_METADATA_BYLINE },
  { "publication", GALLEY_METADATA_PUBLICATION },
  { "publisher", GALLEY_METADATA_PUBLICATION },
  { "site", GALLEY_METADATA_PUBLICATION },
  { "date", GALLEY_METADATA_DATE },
  { "published", GALLEY_METADATA_DATE },
  { "lang", GALLEY_METADATA_LANGUAGE },
  { "language", GALLEY_METADATA_LANGUAGE },
  { "source", GALLEY_METADATA_SOURCE_ADDRESS },
  { "url", GALLEY_METADATA_SOURCE_ADDRESS },
  { "link", GALLEY_METADATA_SOURCE_ADDRESS },
  { "canonical", GALLEY_METADATA_SOURCE_ADDRESS },
  { "canonical_url", GALLEY_METADATA_SOURCE_ADDRESS },
};

static gsize
measure_line (const char *line)
{
  return strcspn (line, "\r\n");
}

static const char *
next_line (const char *line)
{
  line += measure_line (line);
  if (line[0] == '\r' && line[1] == '\n')
    line++;

  return *line != '\0' ? line + 1 : line;
}

static gboolean
is_line (const char *line, const char *expected)
{
  gsize n = strlen (expected);

  return strncmp (line, expected, n) == 0 && strspn (line + n, " \t") == measure_line (line + n);
}

/* Returns the length of the key that @line begins with, or 0. */
static gsize
measure_key (const char *line)
{
  gsize n = 0;

  while (g_ascii_isalnum (line[n]) || line[n] == '_' || line[n] == '-')
    n++;

  return line[n] == ':' && strchr (" \t\r\n", line[n + 1]) != NULL ? n : 0;
}

/**
 * galley_front_matter_measure:
 * @text: a text, NUL-terminated
 *
 * Returns: the length in bytes of the front matter that @text begins with, with the line that ends
 *   it; 0 if there is none
 */
gsize
galley_front_matter_measure (const char *text)
{
  gboolean has_key = FALSE;

  if (!is_line (text, "---"))
    return 0;

  for (const char *line = next_line (text); *line != '\0' && line - text < MAX_BYTES;
       line = next_line (line))
    {
      if (is_line (line, "---") || is_line (line, "..."))
        return has_key ? next_line (line) - text : 0;
      if (measure_key (line) > 0)
        has_key = TRUE;
      /* A line that is neither a key, nor below one, nor a remark is an article's. */
      else if (!has_key || strchr (" \t-#\r\n", *line) == NULL)
        return 0;
    }

  return 0;
}

/* A value as it is meant: without quotes and brackets around it. */
static char *
unquote (const char *value, gsize length_bytes)
{
  char *plain = g_strstrip (g_strndup (value, length_bytes));
  gsize n = strlen (plain);

  if (n >= 2 &&
      ((plain[0] == '"' && plain[n - 1] == '"') || (plain[0] == '\'' && plain[n - 1] == '\'') ||
       (plain[0] == '[' && plain[n - 1] == ']')))
    {
      plain[n - 1] = '\0';
      memmove (plain, plain + 1, n - 1);
      g_strstrip (plain);
    }

  return plain;
}

/* The values of a list, between brackets or one a line below the key, parted by ", ". */
static char *
read_value (const char *line, const char *end)
{
  gsize key_bytes = measure_key (line) + 1;
  g_autofree char *value = unquote (line + key_bytes, measure_line (line) - key_bytes);
  g_auto (GStrv) parts = NULL;
  GString *joined = g_string_new (NULL);

  parts = g_strsplit (value, "\", \"", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", g_strdelimit (parts[i], "\"", ' '));
  for (line = next_line (line); *value == '\0' && line < end; line = next_line (line))
    {
      const char *item = line + strspn (line, " \t");
      g_autofree char *plain = NULL;

      if (item[0] != '-' || item[1] != ' ')
        break;
      plain = unquote (item + 1, measure_line (item + 1));
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", plain);
    }

  return g_strstrip (g_string_free (joined, FALSE));
}

/* Returns the ISO date that @value is or begins with, or NULL. */
static char *
read_date (const char *value)
{
  g_autofree char *first = g_strndup (value, strcspn (value, " T"));
  char *date = galley_date_line_parse (first);

  return date != NULL ? date : galley_date_line_parse (value);
}

static void
store (GalleyDocumentBuilder *builder, GalleyMetadataField field, const char *value)
{
  g_autofree char *date = NULL;

  if (field == GALLEY_METADATA_DATE)
    value = date = read_date (value);
  else if (field == GALLEY_METADATA_SOURCE_ADDRESS &&
           !g_uri_is_valid (value, G_URI_FLAGS_NONE, NULL))
    value = NULL;
  else if (field == GALLEY_METADATA_LANGUAGE &&
           strspn (value, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-") != strlen (value))
    value = NULL;

  if (value != NULL && *value != '\0')
    galley_document_builder_set_metadata (builder, field, value);
}

/**
 * galley_front_matter_read:
 * @text: a text that begins with front matter
 * @length_bytes: its length, as galley_front_matter_measure() gives it
 * @builder: where to put what it states
 *
 * Reads title, author, date, language, publication and address. What is not of its field's form is
 * left out.
 */
void
galley_front_matter_read (const char *text, gsize length_bytes, GalleyDocumentBuilder *builder)
{
  const char *end = text + length_bytes;

  for (const char *line = next_line (text); line < end; line = next_line (line))
    {
      gsize key_bytes = measure_key (line);

      for (guint i = 0; key_bytes > 0 && i < G_N_ELEMENTS (keys); i++)
        {
          if (strlen (keys[i].key) == key_bytes &&
              g_ascii_strncasecmp (line, keys[i].key, key_bytes) == 0)
            {
              g_autofree char *value = read_value (line, end);

              store (builder, keys[i].field, value);
            }
        }
    }
}
