/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-reference-names.h"

#include "galley-reference.h"

#define SEPARATOR "; "

void
galley_name_free (GalleyName *self)
{
  g_free (self->family);
  g_free (self->given);
  g_free (self->suffix);
  g_free (self->literal);
  g_free (self);
}

/* Whether each part is words with no white space around, so that joining them gives the same. */
static gboolean
are_whole (char **parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *squeezed = galley_reference_squeeze (parts[i]);

      if (g_strcmp0 (squeezed, parts[i]) != 0)
        return FALSE;
    }

  return TRUE;
}

static GalleyName *
parse_name (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, ", ", -1);
  guint n_parts = g_strv_length (parts);
  GalleyName *name = g_new0 (GalleyName, 1);

  if ((n_parts == 2 || n_parts == 3) && are_whole (parts))
    {
      name->family = g_strdup (parts[0]);
      name->given = g_strdup (parts[1]);
      name->suffix = g_strdup (parts[2]);
    }
  else
    name->literal = g_strdup (words);

  return name;
}

/**
 * galley_names_parse:
 * @line: (nullable): the authors of a source, on one line
 *
 * Returns: (transfer full) (element-type GalleyName): their names
 */
GPtrArray *
galley_names_parse (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line != NULL ? line : "", SEPARATOR, -1);
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_name_free);

  if (line == NULL)
    return names;
  if (!are_whole (parts))
    {
      g_ptr_array_add (names, parse_name (line));
      return names;
    }

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (names, parse_name (parts[i]));
  return names;
}

/**
 * galley_names_append:
 * @line: the authors so far
 * @name: one more; nothing is added if it has no words
 */
void
galley_names_append (GString *line, const GalleyName *name)
{
  const char *parts[] = { name->literal, name->family, name->given, name->suffix };
  gboolean is_first = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *words = galley_reference_squeeze (parts[i]);

      if (words == NULL)
        continue;
      g_string_append (line, !is_first ? ", " : line->len > 0 ? SEPARATOR : "");
      g_string_append (line, words);
      is_first = FALSE;
    }
}
