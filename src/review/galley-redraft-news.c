/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-redraft-private.h"

/**
 * galley_redraft_read_news:
 *
 * Finds what galley_redraft_list_news() needs of the new draft, once the drafts were compared.
 * Takes a while with a long one.
 */
void
galley_redraft_read_news (GalleyRedraft *self)
{
  g_return_if_fail (GALLEY_IS_REDRAFT (self) && self->alignment != NULL);

  if (self->sentences != NULL)
    return;

  self->sentences = galley_news_list_sentences (self->new);
  self->new_words = galley_alignment_find_new (self->alignment);
}

/* Whether a claim is to be without a verdict on words that are not the ones that it had. */
static gboolean
is_open (const GalleyRedraftClaim *claim)
{
  return claim->place == GALLEY_PLACE_CHANGED || claim->place == GALLEY_PLACE_RECHECK ||
         claim->place == GALLEY_PLACE_RELINKED;
}

/**
 * galley_redraft_list_news:
 *
 * Returns: (transfer full) (element-type GalleyNews): sentences that are new or changed in the new
 *   draft and would be unchecked, as far as it was decided, once the drafts were compared; in the
 *   order of the text
 */
GArray *
galley_redraft_list_news (GalleyRedraft *self)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (GalleyNewsMark));

  g_return_val_if_fail (GALLEY_IS_REDRAFT (self) && self->alignment != NULL, NULL);

  galley_redraft_read_news (self);
  for (guint i = 0; i < self->claims->len; i++)
    {
      const GalleyRedraftClaim *claim = galley_redraft_peek (self, i);
      GalleyNewsMark mark = { claim->range, is_open (claim) };

      if (mark.range.start < mark.range.end)
        g_array_append_val (marks, mark);
    }
  for (guint i = 0; i < self->dismissals->len; i++)
    {
      const GalleyPlacement *placement =
          &g_array_index (self->dismissals, GalleyRedraftDismissal, i).placement;
      GalleyNewsMark mark = { placement->range, FALSE };

      if (galley_placement_class_is_sure (placement->placement))
        g_array_append_val (marks, mark);
    }

  return galley_news_find (galley_document_get_text (self->new), self->sentences, self->new_words,
                           marks);
}
