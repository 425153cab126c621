/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-head.h"

#include <string.h>

/* What a document states as its title and author is often what a program put there: the name of a
 * file, of the program, or of the account. Such is none. */

#define MAX_CHARS 300

/* @stated with single spaces in the place of all white space and control characters, and trimmed;
 * NULL if no letter is left or it is too long. */
static char *
tidy (const char *stated)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean has_letter = FALSE;

  for (const char *p = stated; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isspace (character) || g_unichar_iscntrl (character))
        {
          if (words->len > 0 && words->str[words->len - 1] != ' ')
            g_string_append_c (words, ' ');
          continue;
        }
      if (character == 0xFFFD)
        return NULL;
      has_letter = has_letter || g_unichar_isalpha (character);
      g_string_append_unichar (words, character);
    }
  g_strchomp (words->str);

  return has_letter && g_utf8_strlen (words->str, -1) <= MAX_CHARS ? g_strdup (words->str) : NULL;
}

/* The name of a file has a short ending and a letter before it, and is one word or begins with the
 * name of a program. */
static gboolean
is_file_name (const char *folded)
{
  static const char *const endings[] = { ".doc", ".docx", ".odt",  ".rtf", ".txt",  ".tex",
                                         ".dvi", ".pdf",  ".indd", ".qxd", ".qxp",  ".html",
                                         ".htm", ".ps",   ".ppt",  ".xls", ".pptx", ".xlsx",
                                         ".wpd", ".pub",  ".md",   ".pmd", ".fm",   ".ai" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return TRUE;

  return g_str_has_prefix (folded, "microsoft ") && strstr (folded, " - ") != NULL;
}

static gboolean
is_one_of (const char *folded, const char *const *words)
{
  for (; *words != NULL; words++)
    {
      gsize length_bytes = strlen (*words);

      /* Programs count what has no name: "Untitled-1", "Document 2". */
      if (strncmp (folded, *words, length_bytes) == 0 &&
          folded[length_bytes + strspn (folded + length_bytes, " -_0123456789")] == '\0')
        return TRUE;
    }

  return FALSE;
}

/**
 * galley_pdf_head_dup_title:
 * @stated: (nullable): what the document states
 *
 * Returns: (transfer full) (nullable): the title, or %NULL if it is none that a person gave
 */
char *
galley_pdf_head_dup_title (const char *stated)
{
  static const char *const fillers[] = {
    "untitled", "document", "title", "unknown", "none", "no title", "powerpoint presentation",
    "doc",      "slide",    "page",  NULL
  };
  g_autofree char *title = stated != NULL ? tidy (stated) : NULL;
  g_autofree char *folded = title != NULL ? g_utf8_strdown (title, -1) : NULL;

  if (title == NULL || is_file_name (folded) || is_one_of (folded, fillers) ||
      strpbrk (title, "\\<>{}") != NULL || strstr (folded, "://") != NULL)
    return NULL;
  return g_steal_pointer (&title);
}

/**
 * galley_pdf_head_dup_author:
 * @stated: (nullable): what the document states
 *
 * Returns: (transfer full) (nullable): the author, or %NULL if it is no name of a person or a body
 */
char *
galley_pdf_head_dup_author (const char *stated)
{
  static const char *const fillers[] = {
    "user", "admin", "administrator", "author", "anonymous", "(anonymous)", "unknown", "owner",
    "root", "none",  "default",       "guest",  "test",      "me",          NULL
  };
  g_autofree char *author = stated != NULL ? tidy (stated) : NULL;
  g_autofree char *folded = author != NULL ? g_utf8_strdown (author, -1) : NULL;

  if (author == NULL || is_file_name (folded) || is_one_of (folded, fillers) ||
      strpbrk (author, "\\<>{}/@") != NULL)
    return NULL;
  return g_steal_pointer (&author);
}
