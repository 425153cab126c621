/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-reading-verbs.h"

/* The id of a claim that a change may decide about; (transfer full) (nullable). */
static char *
find_subject (const GalleyChange *change)
{
  if (g_str_equal (change->kind, "claim.status"))
    return g_strdup (change->subject_id);

  return g_str_equal (change->kind, "session.decide")
             ? galley_body_find_text (change->body, "claim")
             : NULL;
}

/* The article that an action decides about; an action concerns one. */
static gboolean
find_article (GalleyDesk *desk, GalleyAction *action, char **out_article_id, GError **error)
{
  for (guint i = 0; i < action->changes->len; i++)
    {
      g_autofree char *subject = find_subject (g_ptr_array_index (action->changes, i));
      g_autofree char *claim_id = NULL;
      char *article_id = NULL;

      if (subject == NULL)
        continue;
      if (!galley_desk_find_claim (desk, subject, &claim_id, &article_id, error))
        return FALSE;
      if (article_id != NULL)
        {
          *out_article_id = article_id;
          return TRUE;
        }
    }

  return TRUE;
}

/**
 * galley_desk_keep_first:
 * @action: something that is to be done
 *
 * Does what galley_verb_keep_first() does, for who may have no check of the article. Blocks.
 *
 * Returns: (transfer full): the action, or @action itself if there is nothing to add; %NULL with an
 *   error if the library could not be read
 */
GalleyAction *
galley_desk_keep_first (GalleyDesk *self, GalleyAction *action, GError **error)
{
  g_autofree char *article_id = NULL;
  g_autoptr (GalleyCheck) check = NULL;

  g_return_val_if_fail (GALLEY_IS_DESK (self) && action != NULL, NULL);

  if (!find_article (self, action, &article_id, error))
    return NULL;
  if (article_id == NULL)
    return galley_action_ref (action);

  check = galley_desk_load (self, article_id, /* cancellable= */ NULL, error);
  return check != NULL ? galley_verb_keep_first (check, action) : NULL;
}
