/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-places.h"

#include "galley-tray-words.h"

/**
 * galley_article_places_next:
 * @view: shows an article
 * @document: the draft that it shows
 * @quote: (nullable): words
 *
 * Selects the next place that has the words, behind what is selected; or else the first.
 *
 * Returns: whether there is one
 */
gboolean
galley_article_places_next (GalleyArticleView *view, GalleyDocument *document, const char *quote)
{
  GalleyRange range;
  guint offset = galley_article_view_get_selection (view, &range) ? range.start + 1 : 0;

  if (!galley_tray_words_find_next (galley_document_get_text (document), quote, offset, &range))
    return FALSE;

  galley_article_view_select (view, range);
  return TRUE;
}
