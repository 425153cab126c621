/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-bibtex-parser.h"

#include "galley-bibliography-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The grammar is that of BibTeX 0.99d, as its documentation and `bibtex.web` tell it:
 *
 *     @TYPE { KEY , NAME = VALUE , … }      or ( … )
 *     @string { NAME = VALUE }
 *     @preamble { VALUE }
 *     @comment { … }
 *     VALUE is PIECE # PIECE …; a PIECE is { … }, " … ", a number or an abbreviation
 *
 * Braces are in pairs everywhere, and a backslash before one changes nothing in that. All else
 * between entries is a comment, an @ that no entry follows included. Where BibTeX complains and
 * goes on, so does this: a comma may be missing or one too many, and an abbreviation that nobody
 * declared stands for its name.
 */

/* Abbreviations can be made of abbreviations, each twice as long as the one before. */
#define MAX_EXPANDED_BYTES (16 * 1024 * 1024)

typedef struct
{
  const char *start;
  const char *p;
  GHashTable *abbreviations; /* (element-type utf8 utf8), names in lower case */
  gsize expanded_bytes;
} Parser;

static const char *const months[] = { "January",   "February", "March",    "April",
                                      "May",       "June",     "July",     "August",
                                      "September", "October",  "November", "December" };

void
galley_bibtex_entry_free (GalleyBibtexEntry *self)
{
  g_free (self->type);
  g_free (self->key);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_free (self);
}

static void
skip_space (Parser *parser)
{
  parser->p += strspn (parser->p, " \t\r\n\f\v");
}

/* BibTeX's own list of what cannot stand in a name. */
static gsize
measure_name (const char *p)
{
  return strcspn (p, " \t\r\n\f\v\"#%'(),={}@");
}

/* Returns (nullable) the name at the place that is read, in lower case. */
static char *
read_name (Parser *parser)
{
  gsize length_bytes = measure_name (parser->p);
  g_autofree char *name = NULL;

  if (length_bytes == 0)
    return NULL;
  name = g_strndup (parser->p, length_bytes);
  parser->p += length_bytes;
  return g_utf8_strdown (name, -1);
}

static gboolean
fail (Parser *parser, const char *where, const char *expected, GError **error)
{
  guint line = galley_bibliography_count_lines (parser->start, where);

  if (*where == '\0')
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("The bibliography ends in line %u, in the middle of an entry"), line);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("Line %u of the bibliography has no “%s” where one is needed"), line, expected);
  return FALSE;
}

/* Reads to the brace or quotation mark that closes what was opened at the place that is read. */
static gboolean
read_delimited (Parser *parser, char closing, GString *value, GError **error)
{
  const char *opened = parser->p;
  const char *start = ++parser->p;
  guint depth = 0;

  for (; *parser->p != '\0'; parser->p++)
    {
      if (depth == 0 && *parser->p == closing)
        {
          g_string_append_len (value, start, parser->p - start);
          parser->p++;
          return TRUE;
        }
      if (*parser->p == '{')
        depth++;
      else if (*parser->p == '}' && depth > 0)
        depth--;
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("What begins with “%c” in line %u of the bibliography has no end"), *opened,
               galley_bibliography_count_lines (parser->start, opened));
  return FALSE;
}

static gboolean
expand (Parser *parser, const char *name, const char *typed, GString *value, GError **error)
{
  const char *words = g_hash_table_lookup (parser->abbreviations, name);

  if (words == NULL)
    words = typed;
  parser->expanded_bytes += strlen (words);
  if (parser->expanded_bytes > MAX_EXPANDED_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("Up to line %u, the abbreviations of the bibliography stand for more than "
                      "%d MB"),
                   galley_bibliography_count_lines (parser->start, parser->p),
                   MAX_EXPANDED_BYTES / (1024 * 1024));
      return FALSE;
    }

  g_string_append (value, words);
  return TRUE;
}

static gboolean
read_piece (Parser *parser, GString *value, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *typed = NULL;

  skip_space (parser);
  if (*parser->p == '{')
    return read_delimited (parser, '}', value, error);
  if (*parser->p == '"')
    return read_delimited (parser, '"', value, error);

  typed = g_strndup (parser->p, measure_name (parser->p));
  name = read_name (parser);
  if (name == NULL)
    return fail (parser, parser->p, "{", error);
  if (g_ascii_isdigit (*name))
    {
      g_string_append (value, typed);
      return TRUE;
    }
  return expand (parser, name, typed, value, error);
}

/* Returns (nullable) a value with its pieces joined. */
static char *
read_value (Parser *parser, GError **error)
{
  g_autoptr (GString) value = g_string_new (NULL);

  if (!read_piece (parser, value, error))
    return NULL;
  skip_space (parser);
  while (*parser->p == '#')
    {
      parser->p++;
      if (!read_piece (parser, value, error))
        return NULL;
      skip_space (parser);
    }

  return g_string_free (g_steal_pointer (&value), FALSE);
}

/* Reads "= VALUE" into @fields. Of several values of a field the first counts, and of an
 * abbreviation the last. */
static gboolean
read_assigned (Parser *parser, const char *name, GHashTable *fields, GError **error)
{
  g_autofree char *value = NULL;

  skip_space (parser);
  if (*parser->p != '=')
    return fail (parser, parser->p, "=", error);
  parser->p++;
  value = read_value (parser, error);
  if (value == NULL)
    return FALSE;

  if (fields == parser->abbreviations || !g_hash_table_contains (fields, name))
    g_hash_table_insert (fields, g_strdup (name), g_steal_pointer (&value));
  return TRUE;
}

/* Reads fields up to @closing, and past it. */
static gboolean
read_fields (Parser *parser, char closing, GHashTable *fields, GError **error)
{
  while (TRUE)
    {
      g_autofree char *name = NULL;
      const char closing_string[] = { closing, '\0' };

      parser->p += strspn (parser->p, " \t\r\n\f\v,");
      if (*parser->p == closing)
        {
          parser->p++;
          return TRUE;
        }
      name = read_name (parser);
      if (name == NULL)
        return fail (parser, parser->p, closing_string, error);
      if (!read_assigned (parser, name, fields, error))
        return FALSE;
    }
}

/* A key has no commas; what is followed by "=" is the name of the first field of an entry that has
 * no key. */
static char *
read_key (Parser *parser, char closing)
{
  const char *start, *end;

  skip_space (parser);
  start = parser->p;
  end = start + strcspn (start, ", \t\r\n\f\v={}\"");
  if (closing == ')' && memchr (start, ')', end - start) != NULL)
    end = memchr (start, ')', end - start);
  parser->p = end;
  skip_space (parser);
  if (*parser->p != '=')
    return g_strndup (start, end - start);

  parser->p = start;
  return g_strdup ("");
}

static gboolean
read_entry (Parser *parser, const char *type, char closing, GPtrArray *entries, GError **error)
{
  g_autoptr (GalleyBibtexEntry) entry = g_new0 (GalleyBibtexEntry, 1);

  entry->type = g_strdup (type);
  entry->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  entry->key = read_key (parser, closing);
  if (!read_fields (parser, closing, entry->fields, error))
    return FALSE;

  g_ptr_array_add (entries, g_steal_pointer (&entry));
  return TRUE;
}

/* A comment in braces may hold entries, which are no entries then. Without an end it goes to the
 * end of the file. */
static void
skip_comment (Parser *parser)
{
  guint depth = 0;

  do
    {
      if (*parser->p == '{')
        depth++;
      else if (*parser->p == '}')
        depth--;
      parser->p++;
    }
  while (*parser->p != '\0' && depth > 0);
}

static gboolean
read_preamble (Parser *parser, char closing, GError **error)
{
  const char closing_string[] = { closing, '\0' };
  g_autofree char *value = read_value (parser, error);

  if (value == NULL)
    return FALSE;
  if (*parser->p != closing)
    return fail (parser, parser->p, closing_string, error);
  parser->p++;
  return TRUE;
}

/* Reads what an @ begins, if it begins anything. */
static gboolean
read_command (Parser *parser, GPtrArray *entries, GError **error)
{
  g_autofree char *type = NULL;
  char closing;

  skip_space (parser);
  type = read_name (parser);
  skip_space (parser);
  if (type == NULL || (*parser->p != '{' && *parser->p != '('))
    return TRUE;
  if (g_str_equal (type, "comment"))
    {
      if (*parser->p == '{')
        skip_comment (parser);
      return TRUE;
    }

  closing = *parser->p == '{' ? '}' : ')';
  parser->p++;
  if (g_str_equal (type, "string"))
    return read_fields (parser, closing, parser->abbreviations, error);
  if (g_str_equal (type, "preamble"))
    return read_preamble (parser, closing, error);
  return read_entry (parser, type, closing, entries, error);
}

static GHashTable *
make_abbreviations (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autofree char *lower = g_ascii_strdown (months[i], 3);

      g_hash_table_insert (table, g_steal_pointer (&lower), g_strdup (months[i]));
    }

  return table;
}

/**
 * galley_bibtex_parse:
 * @utf8: a BibTeX file
 *
 * Returns: (transfer full) (element-type GalleyBibtexEntry): its entries in their order, or %NULL
 *   with %G_IO_ERROR_INVALID_DATA
 */
GPtrArray *
galley_bibtex_parse (const char *utf8, GError **error)
{
  g_autoptr (GHashTable) abbreviations = make_abbreviations ();
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_bibtex_entry_free);
  Parser parser = { .start = utf8, .p = utf8, .abbreviations = abbreviations };

  while ((parser.p = strchr (parser.p, '@')) != NULL)
    {
      parser.p++;
      if (!read_command (&parser, entries, error))
        return NULL;
    }

  return g_steal_pointer (&entries);
}
