/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-credit-line.h"

#include "galley-date-line.h"
#include "galley-line-look.h"

#include <string.h>

/* Longer lines are sentences; each of their spaces might part a name from a date. */
#define MAX_LINE_BYTES 1000

/* What parts who and when on one line. */
static const char *const separators[] = { " | ", " • ", " · ", " / ", " – ", " — ", " - " };

/* "Posted on May 3, 2018 by Jo Doe in News"; that the rest is a date tells it from "Death by
 * Chocolate". */
static gboolean
split_after_date (const char *line, char **out_byline, char **out_date)
{
  const char *by = strstr (line, " by ");
  const char *end = by != NULL ? strstr (by, " in ") : NULL;
  g_autofree char *before = by != NULL ? g_strndup (line, by - line) : NULL;
  g_autofree char *date = before != NULL ? galley_date_line_parse (before) : NULL;
  g_autofree char *after =
      date != NULL ? g_strndup (by + 1, end != NULL ? (gsize) (end - by - 1) : strlen (by + 1))
                   : NULL;
  g_autofree char *byline = after != NULL ? galley_line_look_find_byline (after) : NULL;

  if (byline == NULL)
    return FALSE;
  *out_byline = g_steal_pointer (&byline);
  *out_date = g_steal_pointer (&date);
  return TRUE;
}

/**
 * galley_credit_line_split:
 * @line: a line of the head of an article, with single spaces
 * @out_byline: (out) (transfer full): who wrote the article
 * @out_date: (out) (transfer full): when it appeared, as YYYY-MM-DD
 *
 * Reads a line that says both with no sign between them that parts them for good: "By Jo Doe on
 * June 4, 2015", "By Jo Doe, June 4, 2015", "June 4, 2015 by Jo Doe".
 *
 * Returns: whether it is one
 */
gboolean
galley_credit_line_split (const char *line, char **out_byline, char **out_date)
{
  static const char *const joints[] = { " on ", ", ", " " };

  if (strlen (line) > MAX_LINE_BYTES)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    for (const char *p = line; (p = strstr (p, joints[i])) != NULL; p++)
      {
        g_autofree char *date = galley_date_line_parse (p + strlen (joints[i]));
        g_autofree char *names = date != NULL ? g_strndup (line, p - line) : NULL;
        g_autofree char *byline = names != NULL ? galley_line_look_find_byline (names) : NULL;

        if (byline == NULL)
          continue;
        *out_byline = g_steal_pointer (&byline);
        *out_date = g_steal_pointer (&date);
        return TRUE;
      }

  return split_after_date (line, out_byline, out_date);
}

static GalleyCredits
read_part (const char *part, GalleyDocumentBuilder *builder)
{
  g_autofree char *byline = galley_line_look_find_byline (part);
  g_autofree char *date = galley_date_line_parse (part);

  if (byline == NULL && date == NULL)
    galley_credit_line_split (part, &byline, &date);
  if (byline != NULL && builder != NULL)
    galley_document_builder_set_metadata (builder, GALLEY_METADATA_BYLINE, byline);
  if (date != NULL && builder != NULL)
    galley_document_builder_set_metadata (builder, GALLEY_METADATA_DATE, date);

  return (byline != NULL ? GALLEY_CREDITS_NAME : 0) |
         (date != NULL || galley_date_line_is_update (part) ? GALLEY_CREDITS_DATE : 0);
}

/**
 * galley_credit_line_read:
 * @line: a line of the head of an article, with single spaces
 * @builder: (nullable): where to put the byline and the date that it states
 *
 * Reads a line that says who wrote an article or when it appeared ("By Jo Doe | Sept. 3, 2025").
 *
 * Returns: what it says
 */
GalleyCredits
galley_credit_line_read (const char *line, GalleyDocumentBuilder *builder)
{
  GalleyCredits credits = GALLEY_CREDITS_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (separators) && credits == GALLEY_CREDITS_NONE; i++)
    {
      g_auto (GStrv) parts = NULL;

      if (strstr (line, separators[i]) == NULL)
        continue;
      parts = g_strsplit (line, separators[i], 4);
      for (guint k = 0; parts[k] != NULL; k++)
        credits |= read_part (parts[k], builder);
    }
  return credits != GALLEY_CREDITS_NONE ? credits : read_part (line, builder);
}
