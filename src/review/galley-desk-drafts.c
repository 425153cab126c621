/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-desk-private.h"

/**
 * galley_desk_list_drafts:
 * @article_id: UUID
 *
 * Returns: (transfer full) (element-type GalleyDraftEntry): the drafts that the article has had,
 * the present one last; or %NULL
 */
GPtrArray *
galley_desk_list_drafts (GalleyDesk *self, const char *article_id, GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self) && article_id != NULL, NULL);

  return galley_library_list_drafts (self->library, article_id, error);
}

/**
 * galley_desk_load_draft:
 * @article_id: UUID
 * @number: one of its drafts, counted from 1
 *
 * Reads an article as it was when a draft was last under check. What is done from then on does not
 * reach what this gives.
 *
 * Returns: (transfer full): a check to be looked at, or %NULL
 */
GalleyCheck *
galley_desk_load_draft (GalleyDesk *self, const char *article_id, guint number, GError **error)
{
  g_autoptr (GalleyStoredArticle) stored = NULL;
  GalleyCheck *check;

  g_return_val_if_fail (GALLEY_IS_DESK (self) && article_id != NULL, NULL);

  stored = galley_library_load_draft (self->library, article_id, number, error);
  if (stored == NULL)
    return NULL;

  check = galley_check_new (stored->article, stored->document, stored->claims, stored->dismissals);
  galley_check_set_tray (check, stored->tray);
  return check;
}

/**
 * galley_desk_load_draft_document:
 * @article_id: UUID
 * @number: one of its drafts, counted from 1
 *
 * Reads the text of a draft, and nothing of what was done in it.
 *
 * Returns: (transfer full): the draft, or %NULL
 */
GalleyDocument *
galley_desk_load_draft_document (GalleyDesk *self,
                                 const char *article_id,
                                 guint number,
                                 GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self) && article_id != NULL, NULL);

  return galley_library_load_draft_document (self->library, article_id, number, error);
}
