/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-tex.h"

#include "galley-tex-symbols.h"

#include <string.h>

/*
 * Braces say which letters belong together, and that the case of words is to be kept; neither
 * changes the words. They are therefore passed over, and no nesting is too deep. An accent goes on
 * the letter that is found next. Of a command that is not known, what it is applied to is kept.
 */

#define MAX_ACCENTS 4 /* of one letter; there are letters with two */

typedef struct
{
  const char *p;
  GString *out;
  gunichar accents[MAX_ACCENTS]; /* to go on the next letter, outermost first */
  guint n_accents;
  gboolean has_accents;
  gboolean in_math;
} Reader;

static void
add_accent (Reader *reader, gunichar accent)
{
  if (reader->n_accents < MAX_ACCENTS)
    reader->accents[reader->n_accents++] = accent;
}

/* An accent that found no letter is a character of its own, if there is one. */
static void
drop_accents (Reader *reader)
{
  static const char spacing[] = "`'^~";

  for (guint i = 0; i < reader->n_accents; i++)
    {
      gunichar accent = reader->accents[i];

      if (accent >= 0x300 && accent < 0x300 + strlen (spacing))
        g_string_append_c (reader->out, spacing[accent - 0x300]);
    }
  reader->n_accents = 0;
}

static void
put_character (Reader *reader, gunichar c)
{
  if (reader->n_accents > 0 && c == 0x131)
    c = 'i';
  else if (reader->n_accents > 0 && c == 0x237)
    c = 'j';
  else if (reader->n_accents > 0 && !g_unichar_isalpha (c))
    drop_accents (reader);

  g_string_append_unichar (reader->out, c);
  reader->has_accents = reader->has_accents || reader->n_accents > 0;
  while (reader->n_accents > 0)
    g_string_append_unichar (reader->out, reader->accents[--reader->n_accents]);
}

static void
put_words (Reader *reader, const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    put_character (reader, g_utf8_get_char (p));
}

/**
 * galley_tex_skip_group:
 * @tex: TeX that begins with an opening brace
 *
 * Returns: the end of the group, or of @tex if it has none
 */
const char *
galley_tex_skip_group (const char *tex)
{
  guint depth = 0;
  const char *p = tex;

  for (; *p != '\0'; p++)
    if (*p == '{')
      depth++;
    else if (*p == '}' && --depth == 0)
      return p + 1;

  return p;
}

static void
skip_space (Reader *reader)
{
  reader->p += strspn (reader->p, " \t\r\n");
}

/* An address is taken as it is written. */
static void
read_verbatim (Reader *reader)
{
  const char *end;

  skip_space (reader);
  if (*reader->p != '{')
    return;
  end = galley_tex_skip_group (reader->p);
  g_string_append_len (reader->out, reader->p + 1, MAX (end - reader->p - 2, 0));
  reader->p = end;
}

static void
read_named (Reader *reader)
{
  gsize length_bytes = 0;
  g_autofree char *name = NULL;

  while (g_ascii_isalpha (reader->p[length_bytes]))
    length_bytes++;
  name = g_strndup (reader->p, length_bytes);
  reader->p += length_bytes;
  skip_space (reader);

  if (galley_tex_find_accent (name) != 0)
    add_accent (reader, galley_tex_find_accent (name));
  else if (galley_tex_find_symbol (name) != NULL)
    put_words (reader, galley_tex_find_symbol (name));
  else if (g_str_equal (name, "url") || g_str_equal (name, "path") ||
           g_str_equal (name, "nolinkurl"))
    read_verbatim (reader);
  else if (g_str_equal (name, "href") && *reader->p == '{')
    reader->p = galley_tex_skip_group (reader->p);
}

static void
read_command (Reader *reader)
{
  const char name[] = { *reader->p, '\0' };

  if (g_ascii_isalpha (*reader->p))
    {
      read_named (reader);
      return;
    }
  if (*reader->p == '\0')
    return;

  if (galley_tex_find_accent (name) != 0)
    {
      add_accent (reader, galley_tex_find_accent (name));
      reader->p++;
      skip_space (reader);
      return;
    }
  if (*reader->p == '\\')
    put_character (reader, '\n');
  else if (strchr (" ,:;\n\t", *reader->p) != NULL)
    put_character (reader, ' ');
  else if (strchr ("-/!", *reader->p) == NULL)
    put_character (reader, g_utf8_get_char (reader->p));
  reader->p = g_utf8_next_char (reader->p);
}

/* Characters that mean another when they stand together. */
static gboolean
read_ligature (Reader *reader)
{
  static const struct
  {
    const char *tex;
    const char *words;
  } ligatures[] = {
    { "---", "—" }, { "--", "–" }, { "``", "“" }, { "''", "”" },
    { "?`", "¿" },  { "!`", "¡" }, { "`", "‘" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ligatures); i++)
    if (g_str_has_prefix (reader->p, ligatures[i].tex))
      {
        put_words (reader, ligatures[i].words);
        reader->p += strlen (ligatures[i].tex);
        return TRUE;
      }

  return FALSE;
}

static void
read_character (Reader *reader)
{
  char c = *reader->p;

  if (strchr ("-`'?!", c) != NULL && read_ligature (reader))
    return;

  if (c == '\\')
    {
      reader->p++;
      read_command (reader);
      return;
    }
  if (c == '}')
    drop_accents (reader);
  else if (c == '$')
    reader->in_math = !reader->in_math;
  else if (c == '~' || g_ascii_isspace (c))
    put_character (reader, ' ');
  else if (c != '{' && !(reader->in_math && (c == '^' || c == '_')))
    put_character (reader, g_utf8_get_char (reader->p));
  reader->p = g_utf8_next_char (reader->p);
}

/**
 * galley_tex_read:
 * @tex: the value of a field
 *
 * Returns: (transfer full): its words; a line that TeX would break is broken
 */
char *
galley_tex_read (const char *tex)
{
  Reader reader = { .p = tex, .out = g_string_new (NULL) };
  char *composed;

  while (*reader.p != '\0')
    read_character (&reader);
  drop_accents (&reader);

  if (!reader.has_accents)
    return g_string_free (reader.out, FALSE);
  composed = g_utf8_normalize (reader.out->str, reader.out->len, G_NORMALIZE_NFC);
  g_string_free (reader.out, TRUE);
  return composed;
}

/* Takes what a command is applied to out of it, as long as there is nothing else. */
static char *
unwrap (const char *tex)
{
  g_autofree char *stripped = g_strstrip (g_strdup (tex));
  const char *start = g_str_has_prefix (stripped, "\\url") ? stripped + strlen ("\\url") : stripped;

  if (*start == '{' && *galley_tex_skip_group (start) == '\0' && g_str_has_suffix (start, "}"))
    return g_strndup (start + 1, strlen (start) - 2);
  return g_steal_pointer (&stripped);
}

/**
 * galley_tex_read_address:
 * @tex: the value of a field that holds a web address, which is written as it is; many programs
 *   escape some of its characters all the same
 *
 * Returns: (transfer full): the address
 */
char *
galley_tex_read_address (const char *tex)
{
  static const char tilde[] = "\\textasciitilde";
  g_autofree char *inner = unwrap (tex);
  GString *out = g_string_new (NULL);

  for (const char *p = inner; *p != '\0'; p++)
    {
      if (g_str_has_prefix (p, tilde))
        {
          g_string_append_c (out, '~');
          p += strlen (tilde) - 1;
        }
      else if (*p == '\\' && p[1] != '\0' && strchr ("_%&#$~{}", p[1]) != NULL)
        g_string_append_c (out, *++p);
      else if (*p != '{' && *p != '}' && *p != '\\')
        g_string_append_c (out, *p);
    }

  return g_string_free (out, FALSE);
}

/* BibTeX looks for pairs of braces and takes those that are escaped for some. */
static gboolean
has_braces_in_pairs (const char *words)
{
  guint depth = 0;

  for (const char *p = words; *p != '\0'; p++)
    {
      if (*p == '}' && depth == 0)
        return FALSE;
      depth += *p == '{' ? 1 : 0;
      depth -= *p == '}' ? 1 : 0;
    }

  return depth == 0;
}

/* How a character is written that means something in TeX; (nullable). */
static const char *
escape (char c, gboolean is_in_pair)
{
  switch (c)
    {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return is_in_pair ? "\\{" : "\\textbraceleft{}";
    case '}':
      return is_in_pair ? "\\}" : "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '`':
      return "\\textasciigrave{}";
    case '\n':
      return "\\\\ ";
    default:
      return NULL;
    }
}

/**
 * galley_tex_append:
 * @out: where TeX goes
 * @words: UTF-8
 *
 * Appends words so that TeX shows them as they are, whatever is in them. All braces are in pairs.
 */
void
galley_tex_append (GString *out, const char *words)
{
  gboolean has_pairs = has_braces_in_pairs (words);

  for (const char *p = words; *p != '\0'; p++)
    if (escape (*p, has_pairs) != NULL)
      g_string_append (out, escape (*p, has_pairs));
    else
      {
        if (strchr ("%$&#_", *p) != NULL)
          g_string_append_c (out, '\\');
        g_string_append_c (out, *p);
        if ((*p == '-' || *p == '\'') && p[1] == *p)
          g_string_append (out, "{}");
      }
}
