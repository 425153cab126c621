/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-stated.h"

#include "galley-html-words.h"

#include <string.h>

/* Some pages hold their article only in the data for machines, as text that a script sets into the
 * page, or the data hold all of what the page shows the beginning of. A paragraph is a line of it;
 * some write entities or markup. */

#define MIN_STATED_WEIGHT 200 /* of what is no summary */
#define MAX_SHOWN_PART 2      /* half of it, at most, is on the page */

/**
 * galley_html_stated_replaces:
 * @metadata: what the page states
 * @parts: (inout): what each node is to the article
 *
 * Returns: whether the text of the article that the page states is to be read in place of what is
 *   on the page, which is then an omission
 */
gboolean
galley_html_stated_replaces (const GalleyHtmlTree *tree,
                             const GalleyHtmlFeatures *features,
                             const GalleyHtmlMetadata *metadata,
                             guint8 *parts)
{
  guint weight = metadata->body != NULL ? galley_html_weigh (metadata->body) : 0, shown = 0;

  if (weight < MIN_STATED_WEIGHT)
    return FALSE;

  for (guint i = 0; i < tree->n_nodes; i++)
    if (tree->nodes[i].text != NULL &&
        (parts[i] == GALLEY_HTML_PART_BODY || parts[i] == GALLEY_HTML_PART_LEAD))
      shown += features[i].length;
  if (shown > weight / MAX_SHOWN_PART)
    return FALSE;

  for (guint i = 0; i < tree->n_nodes; i++)
    if (parts[i] == GALLEY_HTML_PART_BODY || parts[i] == GALLEY_HTML_PART_LEAD)
      parts[i] = GALLEY_HTML_PART_OMITTED;

  return TRUE;
}

static gboolean
has_markup (const char *text)
{
  for (const char *p = text; (p = strchr (p, '<')) != NULL; p++)
    if (p[1] == '/' || g_ascii_isalpha (p[1]))
      return TRUE;

  return FALSE;
}

static gboolean
write_markup (const char *markup, const char *base, GalleyFlow *flow)
{
  return galley_html_blocks_read (markup, strlen (markup), "", base, flow, /* cancellable= */ NULL,
                                  /* error= */ NULL);
}

/**
 * galley_html_stated_write:
 * @body: the text of an article as its page states it
 * @base: (nullable): the address that links are relative to
 * @flow: (inout): where the blocks go
 */
void
galley_html_stated_write (const char *body, const char *base, GalleyFlow *flow)
{
  g_auto (GStrv) lines = NULL;

  if (has_markup (body) && write_markup (body, base, flow))
    return;

  lines = g_strsplit_set (body, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strchr (lines[i], '&') != NULL && write_markup (lines[i], base, flow))
        continue;
      galley_flow_add_text (flow, lines[i], -1);
      galley_flow_end_block (flow, GALLEY_BLOCK_PARAGRAPH, 0);
    }
}
