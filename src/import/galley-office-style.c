/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-office-style.h"

#include <string.h>

/* The names that Word and LibreOffice give their own styles. They are stored in English whatever
 * the program's language; only what a person calls a style of their own is not. */
static const struct
{
  const char *name;
  GalleyOfficeKind kind;
  gboolean has_level; /* whether a number may follow */
} kinds[] = {
  { "heading", GALLEY_OFFICE_HEADING, TRUE },
  { "title", GALLEY_OFFICE_TITLE, FALSE },
  { "subtitle", GALLEY_OFFICE_SUBTITLE, FALSE },
  { "quote", GALLEY_OFFICE_QUOTE, FALSE },
  { "intense quote", GALLEY_OFFICE_QUOTE, FALSE },
  { "block text", GALLEY_OFFICE_QUOTE, FALSE },
  { "block quote", GALLEY_OFFICE_QUOTE, FALSE },
  { "quotations", GALLEY_OFFICE_QUOTE, FALSE },
  { "author", GALLEY_OFFICE_CREDIT, FALSE },
  { "byline", GALLEY_OFFICE_CREDIT, FALSE },
  { "date", GALLEY_OFFICE_CREDIT, FALSE },
  { "caption", GALLEY_OFFICE_CAPTION, FALSE },
  { "list bullet", GALLEY_OFFICE_ITEM, TRUE },
  { "list number", GALLEY_OFFICE_ITEM, TRUE },
  { "list continue", GALLEY_OFFICE_ITEM, TRUE },
  { "toc", GALLEY_OFFICE_CONTENTS, TRUE },
  { "toc heading", GALLEY_OFFICE_CONTENTS, FALSE },
  { "contents", GALLEY_OFFICE_CONTENTS, TRUE },
  { "contents heading", GALLEY_OFFICE_CONTENTS, FALSE },
};

#define MAX_LEVEL 9

/**
 * galley_office_kind_find:
 * @style_name: the name of a style, in any case
 * @out_level: (out): the number at the name's end, from 1; 0 if there is none
 *
 * Returns: what a paragraph of that style is
 */
GalleyOfficeKind
galley_office_kind_find (const char *style_name, guint *out_level)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length_bytes = strlen (kinds[i].name);
      const char *rest = style_name + length_bytes;

      if (g_ascii_strncasecmp (style_name, kinds[i].name, length_bytes) != 0)
        continue;
      if (*rest == '\0')
        {
          *out_level = 0;
          return kinds[i].kind;
        }
      if (kinds[i].has_level && rest[0] == ' ' && rest[1] >= '1' && rest[1] <= '0' + MAX_LEVEL &&
          rest[2] == '\0')
        {
          *out_level = rest[1] - '0';
          return kinds[i].kind;
        }
    }

  *out_level = 0;
  return GALLEY_OFFICE_PLAIN;
}

/**
 * galley_office_style_is_review:
 * @style_name: the name of a style
 *
 * Returns: whether a paragraph of that style is no part of the article, but tells in a reviewed
 *   version how its check stands
 */
gboolean
galley_office_style_is_review (const char *style_name)
{
  return g_str_has_prefix (style_name, "Galley Review");
}
