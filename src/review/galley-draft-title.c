/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-draft.h"

#include <glib/gi18n-lib.h>

/* An article without a headline is listed under its first words, this many characters at most. */
#define MAX_MADE_UP_TITLE 80

/* The words of @range on one line, cut between words if there are more than @max_length. */
static char *
make_line (GalleyText *text, GalleyRange range, guint max_length)
{
  gboolean too_long = galley_range_length (range) > max_length;
  g_autofree char *words = NULL;
  g_auto (GStrv) parts = NULL;
  char *line, *space;

  if (too_long)
    range.end = range.start + max_length;
  words = galley_text_slice (text, range);
  parts = g_strsplit_set (words, " \t\r\n", -1);
  line = g_strjoinv (" ", parts);
  space = strrchr (line, ' ');
  if (too_long && space != NULL)
    {
      char *shortened;

      *space = '\0';
      shortened = g_strconcat (line, "…", NULL);
      g_free (line);
      line = shortened;
    }

  return line;
}

/**
 * galley_draft_make_title:
 * @document: a draft
 *
 * Returns: (transfer full): what the library's list shows: the headline as it stands in the text,
 *   where people see it, else as the input states it, else the first words
 */
char *
galley_draft_make_title (GalleyDocument *document)
{
  const char *stated = galley_document_get_metadata (document, GALLEY_METADATA_TITLE);
  GalleyText *text = galley_document_get_text (document);
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    if (blocks[i].role == GALLEY_BLOCK_TITLE)
      return make_line (text, blocks[i].range, G_MAXUINT);
  if (stated != NULL && stated[0] != '\0')
    return g_strdup (stated);
  if (n_blocks > 0)
    return make_line (text, blocks[0].range, MAX_MADE_UP_TITLE);

  return g_strdup (_ ("Untitled article"));
}
