/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-bibtex-names.h"

#include "galley-reference-names.h"
#include "galley-tex.h"

#include <string.h>

/*
 * Names are separated by the word “and”. A name is “First von Last”, “von Last, First” or “von
 * Last, Jr, First”, where the “von” are the words that begin with a small letter; or, as biblatex
 * has it, “family=…, given=…, prefix=…, suffix=…”. What stands in braces is one word: a name that
 * does as a whole is an organisation's. “others” at the end means that there are more.
 */

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '~';
}

/* Length of the word “and” with the space after it, or 0. */
static gsize
measure_and (const char *p)
{
  return g_ascii_strncasecmp (p, "and", 3) == 0 && is_space (p[3]) ? 4 : 0;
}

/* Adds what is between @start and @end; between two spaces there is nothing. */
static void
add_part (GPtrArray *parts, const char *start, const char *end, char separator)
{
  if (separator != ' ' || end > start)
    g_ptr_array_add (parts, g_strstrip (g_strndup (start, end - start)));
}

/* Cuts TeX at commas, spaces or the word “and” (given as 'a'), but not within braces; (element-type
 * utf8). */
static GPtrArray *
split (const char *tex, char separator)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *start = tex;
  guint depth = 0;

  for (const char *p = tex; *p != '\0'; p++)
    {
      gsize length_bytes = 0;

      if (*p == '{')
        depth++;
      else if (*p == '}' && depth > 0)
        depth--;
      if (depth > 0)
        continue;

      if (separator == ',' && *p == ',')
        length_bytes = 1;
      else if (separator == ' ' && is_space (*p))
        length_bytes = 1;
      else if (separator == 'a' && is_space (*p) && measure_and (p + 1) > 0)
        length_bytes = measure_and (p + 1);
      if (length_bytes == 0)
        continue;
      add_part (parts, start, p, separator);
      start = p + length_bytes;
      p += length_bytes - 1;
    }

  add_part (parts, start, start + strlen (start), separator);
  return parts;
}

/* Whether @word is one that goes before a family name. */
static gboolean
is_von (const char *word)
{
  g_autofree char *words = *word == '{' && word[1] != '\\' ? NULL : galley_tex_read (word);

  for (const char *p = words; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return g_unichar_islower (g_utf8_get_char (p));

  return FALSE;
}

/* Returns (nullable) the words of @parts from @start to before @end. */
static char *
join (GPtrArray *parts, guint start, guint end)
{
  g_autoptr (GString) tex = g_string_new (NULL);

  for (guint i = start; i < end; i++)
    g_string_append_printf (tex, "%s%s", tex->len > 0 ? " " : "",
                            (char *) g_ptr_array_index (parts, i));

  return tex->len > 0 ? galley_tex_read (tex->str) : NULL;
}

/* “First von Last”: the last word is the family name, and what begins with a small letter before it
 * goes along. */
static void
read_display_order (GalleyName *name, const char *tex)
{
  g_autoptr (GPtrArray) words = split (tex, ' ');
  guint first_von;

  if (words->len < 2)
    {
      name->literal = galley_tex_read (tex);
      return;
    }

  first_von = 0;
  while (first_von < words->len - 1 && !is_von (g_ptr_array_index (words, first_von)))
    first_von++;
  name->given = join (words, 0, first_von);
  name->family = join (words, first_von, words->len);
}

/* Returns (nullable) the value of the part that begins with @label and "=". */
static char *
find_labelled (GPtrArray *parts, const char *label)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      const char *equals = part + strlen (label);

      if (!g_str_has_prefix (part, label))
        continue;
      equals += strspn (equals, " ");
      if (*equals == '=')
        return galley_tex_read (equals + 1);
    }

  return NULL;
}

static gboolean
read_labelled (GalleyName *name, GPtrArray *parts)
{
  g_autofree char *family = find_labelled (parts, "family");
  g_autofree char *prefix = find_labelled (parts, "prefix");

  if (family == NULL)
    return FALSE;

  name->family =
      prefix != NULL ? g_strconcat (prefix, " ", family, NULL) : g_steal_pointer (&family);
  name->given = find_labelled (parts, "given");
  name->suffix = find_labelled (parts, "suffix");
  return TRUE;
}

static GalleyName *
read_name (const char *tex)
{
  GalleyName *name = g_new0 (GalleyName, 1);
  g_autoptr (GPtrArray) parts = split (tex, ',');

  if (g_ascii_strcasecmp (tex, "others") == 0)
    name->literal = g_strdup (GALLEY_NAME_OTHERS);
  else if (*tex == '{' && *galley_tex_skip_group (tex) == '\0')
    name->literal = galley_tex_read (tex);
  else if (parts->len == 1)
    read_display_order (name, tex);
  else if (!read_labelled (name, parts))
    {
      name->family = galley_tex_read (g_ptr_array_index (parts, 0));
      name->given = galley_tex_read (g_ptr_array_index (parts, parts->len - 1));
      name->suffix = join (parts, 1, parts->len - 1);
    }

  return name;
}

/**
 * galley_bibtex_names_read:
 * @tex: the value of a field that holds names
 *
 * Returns: (transfer full): the names on one line, see #GalleyName
 */
char *
galley_bibtex_names_read (const char *tex)
{
  g_autoptr (GPtrArray) parts = split (tex, 'a');
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr (GalleyName) name = read_name (g_ptr_array_index (parts, i));

      galley_names_append (line, name);
    }

  return g_string_free (line, FALSE);
}

/* A part of a name that would be taken for something else as it is stands in braces. */
static void
append_part (GString *out, const char *words)
{
  g_auto (GStrv) split_words = g_strsplit (words, " ", -1);
  gboolean is_safe = strchr (words, ',') == NULL && strchr (words, '=') == NULL;

  for (guint i = 0; split_words[i] != NULL; i++)
    is_safe = is_safe && g_ascii_strcasecmp (split_words[i], "and") != 0 &&
              g_ascii_strcasecmp (split_words[i], "others") != 0;

  if (!is_safe)
    g_string_append_c (out, '{');
  galley_tex_append (out, words);
  if (!is_safe)
    g_string_append_c (out, '}');
}

static void
append_name (GString *out, const GalleyName *name)
{
  if (g_strcmp0 (name->literal, GALLEY_NAME_OTHERS) == 0)
    g_string_append (out, "others");
  else if (name->literal != NULL)
    {
      g_string_append_c (out, '{');
      galley_tex_append (out, name->literal);
      g_string_append_c (out, '}');
    }
  else
    {
      append_part (out, name->family);
      if (name->suffix != NULL)
        {
          g_string_append (out, ", ");
          append_part (out, name->suffix);
        }
      g_string_append (out, ", ");
      append_part (out, name->given);
    }
}

/**
 * galley_bibtex_names_append:
 * @out: where TeX goes
 * @line: names on one line, see #GalleyName
 */
void
galley_bibtex_names_append (GString *out, const char *line)
{
  g_autoptr (GPtrArray) names = galley_names_parse (line);

  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append (out, " and ");
      append_name (out, g_ptr_array_index (names, i));
    }
}
