/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-sheet.h"

#include <string.h>

/* Programs that make books and pages of documents set raised figures by classes of their own, and
 * 10⁶ is not 106. Of a style sheet no more is read than this: the rules that set vertical-align for
 * elements by their class alone, as in “.calibre5, span.up { vertical-align: super }”. Rules for
 * what is within something else, or in some state, are passed over; a later rule replaces an
 * earlier one. */

#define PROPERTY "vertical-align"
#define PROPERTY_BYTES ((gssize) strlen (PROPERTY))

struct _GalleyHtmlSheet
{
  GHashTable *positions; /* (element-type utf8 GalleyPosition), by classes */
};

GalleyHtmlSheet *
galley_html_sheet_new (void)
{
  GalleyHtmlSheet *self = g_new0 (GalleyHtmlSheet, 1);

  self->positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
galley_html_sheet_free (GalleyHtmlSheet *self)
{
  g_hash_table_unref (self->positions);
  g_free (self);
}

static gboolean
is_of_name (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || (guchar) c >= 0x80;
}

/* Notes @position for the class that the selector of @length_bytes at @p is of, if it is of no more
 * than a class, with or without the name of an element. */
static void
add_selector (GalleyHtmlSheet *self, const char *p, gsize length_bytes, GalleyPosition position)
{
  g_autofree char *selector = g_strstrip (g_strndup (p, length_bytes));
  const char *name = selector;

  while (is_of_name (*name))
    name++;
  if (*name++ != '.' || *name == '\0')
    return;
  for (const char *end = name; *end != '\0'; end++)
    if (!is_of_name (*end))
      return;

  if (position != GALLEY_POSITION_LINE || g_hash_table_contains (self->positions, name))
    g_hash_table_insert (self->positions, g_strdup (name), GUINT_TO_POINTER (position));
}

/* Reads what the declarations between @start and @end say last of the property. Returns FALSE, and
 * leaves @out_position alone, if that is nothing. */
static gboolean
read_position (const char *start, const char *end, GalleyPosition *out_position)
{
  gboolean is_set = FALSE;

  for (const char *p = start; (p = memchr (p, ':', end - p)) != NULL; p++)
    {
      const char *name_end = p, *name, *value = p + 1;

      while (name_end > start && g_ascii_isspace (name_end[-1]))
        name_end--;
      if (name_end - start < PROPERTY_BYTES)
        continue;
      name = name_end - PROPERTY_BYTES;
      if (g_ascii_strncasecmp (name, PROPERTY, PROPERTY_BYTES) != 0 ||
          (name > start && is_of_name (name[-1])))
        continue;

      while (value < end && g_ascii_isspace (*value))
        value++;
      *out_position = GALLEY_POSITION_LINE;
      if (end - value >= 5 && g_ascii_strncasecmp (value, "super", 5) == 0)
        *out_position = GALLEY_POSITION_RAISED;
      else if (end - value >= 3 && g_ascii_strncasecmp (value, "sub", 3) == 0)
        *out_position = GALLEY_POSITION_LOWERED;
      is_set = TRUE;
    }

  return is_set;
}

/* Notes @position for the selectors that end at @brace, and begin no earlier than at @start. */
static void
add_selectors (GalleyHtmlSheet *self, const char *start, const char *brace, GalleyPosition position)
{
  const char *one = brace;

  while (one > start && strchr ("{};/", one[-1]) == NULL)
    one--;
  for (const char *end; one < brace; one = end + 1)
    {
      end = memchr (one, ',', brace - one);
      if (end == NULL)
        end = brace;
      add_selector (self, one, end - one, position);
    }
}

/**
 * galley_html_sheet_add:
 * @css: (array length=length_bytes): a style sheet, in any encoding that has ASCII in it
 *
 * Reads a style sheet. What is damaged in it is passed over.
 */
void
galley_html_sheet_add (GalleyHtmlSheet *self, const char *css, gsize length_bytes)
{
  const char *end = css + length_bytes, *start = css, *brace;

  while ((brace = memchr (start, '{', end - start)) != NULL)
    {
      const char *last = brace + 1;
      GalleyPosition position = GALLEY_POSITION_LINE;

      while (last < end && *last != '{' && *last != '}')
        last++;
      if (read_position (brace + 1, last, &position))
        add_selectors (self, start, brace, position);
      start = brace + 1;
    }
}

/* Where @tag, in small letters and without what ends it, comes next in markup, or NULL. */
static const char *
find_tag (const char *markup, const char *end, const char *tag)
{
  const gsize length_bytes = strlen (tag);

  for (const char *p = markup; (p = memchr (p, '<', end - p)) != NULL; p++)
    if ((gsize) (end - p) > length_bytes && g_ascii_strncasecmp (p, tag, length_bytes) == 0 &&
        !is_of_name (p[length_bytes]))
      return p;

  return NULL;
}

/**
 * galley_html_sheet_add_page:
 * @markup: (array length=length_bytes): a page
 *
 * Reads the style sheets within a page.
 */
void
galley_html_sheet_add_page (GalleyHtmlSheet *self, const char *markup, gsize length_bytes)
{
  const char *end = markup + length_bytes, *p = markup;

  while ((p = find_tag (p, end, "<style")) != NULL)
    {
      const char *css = memchr (p, '>', end - p);
      const char *close = css != NULL ? find_tag (css, end, "</style") : NULL;

      if (close == NULL)
        return;
      css++;
      while (css < close && g_ascii_isspace (*css))
        css++;
      /* Which hides it from programs of last century. */
      if (g_str_has_prefix (css, "<!--"))
        css += strlen ("<!--");
      galley_html_sheet_add (self, css, close - css);
      p = close;
    }
}

/**
 * galley_html_sheet_find:
 * @classes: (nullable): the classes of an element, parted by spaces
 *
 * Returns: how high the words of such an element stand
 */
GalleyPosition
galley_html_sheet_find (const GalleyHtmlSheet *self, const char *classes)
{
  g_auto (GStrv) names = NULL;

  if (classes == NULL || g_hash_table_size (self->positions) == 0)
    return GALLEY_POSITION_LINE;

  names = g_strsplit_set (classes, " \t\r\n\f", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, names[i]));

      if (position != GALLEY_POSITION_LINE)
        return position;
    }

  return GALLEY_POSITION_LINE;
}
