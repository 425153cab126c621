/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem() */

#include "galley-html-sheet.h"

#include <string.h>

/* Programs that make books and pages of documents set raised figures by classes of their own, and
 * 10⁶ is not 106. Of a style sheet no more is read than this: the rules that set vertical-align for
 * elements by their class alone, as in “.calibre5, span.up { vertical-align: super }”. Rules for
 * what is within something else, or in some state, are passed over; a later rule replaces an
 * earlier one. */

#define PROPERTY "vertical-align"
#define MAX_RULE_BYTES 4096     /* from a property back to where its rule begins */
#define MAX_SELECTOR_BYTES 4096 /* of a rule */

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

/* The last of @signs between @start and @end, or NULL. */
static const char *
find_before (const char *start, const char *end, const char *signs)
{
  for (const char *p = end; p > start; p--)
    if (strchr (signs, p[-1]) != NULL)
      return p - 1;

  return NULL;
}

/* Reads the rule that sets the property at @p. */
static void
add_rule (GalleyHtmlSheet *self, const char *css, const char *p, GalleyPosition position)
{
  const char *brace = find_before (MAX (css, p - MAX_RULE_BYTES), p, "{}"), *start, *before;

  if (brace == NULL || *brace != '{')
    return;
  start = MAX (css, brace - MAX_SELECTOR_BYTES);
  before = find_before (start, brace, "{};/>");
  if (before == NULL && start > css)
    return;

  for (const char *one = before != NULL ? before + 1 : start, *end; one < brace; one = end + 1)
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
  const char *end = css + length_bytes, *p = css;

  while ((p = memmem (p, end - p, PROPERTY, strlen (PROPERTY))) != NULL)
    {
      const char *property = p;
      GalleyPosition position = GALLEY_POSITION_LINE;

      for (p += strlen (PROPERTY); p < end && (g_ascii_isspace (*p) || *p == ':'); p++)
        ;
      if (end - p >= 5 && g_ascii_strncasecmp (p, "super", 5) == 0)
        position = GALLEY_POSITION_RAISED;
      else if (end - p >= 3 && g_ascii_strncasecmp (p, "sub", 3) == 0)
        position = GALLEY_POSITION_LOWERED;
      if (property > css && !is_of_name (property[-1]))
        add_rule (self, css, property, position);
    }
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

  while ((p = memmem (p, end - p, "<style", 6)) != NULL)
    {
      const char *close = memmem (p, end - p, "</style", 7);

      if (close == NULL)
        return;
      galley_html_sheet_add (self, p, close - p);
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
