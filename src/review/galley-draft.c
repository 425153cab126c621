/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-draft.h"

#include "galley-digest.h"
#include "galley-redraft.h"

/* A draft never changes. What was left out of it comes back in a new draft, in which all that was
 * marked stands on the same words as before, some of it further on. */

static void
add_blob (GalleyBody *body, const char *name, GBytes *blob, GalleyAction *action)
{
  g_autofree char *sha256 = galley_digest_bytes (blob);

  galley_body_add_text (body, name, sha256);
  galley_action_add_blob (action, blob);
}

/**
 * galley_draft_describe:
 * @document: the text of a new draft
 * @title: what it calls its article
 * @draft_id: UUID for it
 * @body: of the event that brings it
 * @action: what the event belongs to
 *
 * Adds a new draft to @body, and what @body names of it to @action.
 */
void
galley_draft_describe (GalleyDocument *document,
                       const char *title,
                       const char *draft_id,
                       GalleyBody *body,
                       GalleyAction *action)
{
  gsize length_bytes;
  const char *utf8 = galley_text_peek_utf8 (galley_document_get_text (document), &length_bytes);
  g_autoptr (GBytes) text = g_bytes_new (utf8, length_bytes);
  g_autoptr (GBytes) structure = galley_document_save_structure (document);

  galley_body_add_text (body, "title", title);
  galley_body_add_text (body, "draft", draft_id);
  add_blob (body, "text", text, action);
  add_blob (body, "structure", structure, action);
  add_blob (body, "original", galley_document_get_original (document), action);
}

/* Where words of the old draft stand once others were put in. What has words between its own now
 * goes over more than was checked. */
static GalleyPlacement
follow (GalleyRange range, gpointer data)
{
  GArray *insertions = data;
  GalleyRange after = range;

  for (guint i = 0; i < insertions->len; i++)
    after = galley_range_follow (after, g_array_index (insertions, GalleyRange, i));

  return galley_range_length (after) == galley_range_length (range)
             ? (GalleyPlacement){ GALLEY_PLACEMENT_EXACT, after, GALLEY_DIFFERENCE_NONE }
             : (GalleyPlacement){ GALLEY_PLACEMENT_CHANGED, after, GALLEY_DIFFERENCE_WORDS };
}

/**
 * galley_draft_bring_back:
 * @check: an article
 * @omissions: (array length=n_omissions): indexes of blocks that were left out of its draft,
 *   ascending
 * @n_omissions: at least 1
 *
 * Puts what was left out back into the article, as a new draft. All verdicts stay, since their
 * words do; only a claim that reaches over a place where words come in becomes pending.
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_draft_bring_back (GalleyCheck *check, const guint *omissions, guint n_omissions)
{
  g_autoptr (GalleyDocument) document = g_object_ref (galley_check_get_document (check));
  g_autoptr (GArray) insertions = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  g_autoptr (GalleyRedraft) redraft = NULL;

  /* From the end, so that the indexes before stay what they are. */
  for (guint i = n_omissions; i-- > 0;)
    {
      g_autoptr (GalleyDocument) previous = document;
      GalleyRange inserted;

      document = galley_document_dup_with_omission (previous, omissions[i], &inserted);
      g_array_append_val (insertions, inserted);
    }

  redraft = galley_redraft_new (check, document, "bring-back");
  galley_redraft_place (redraft, follow, insertions);
  return galley_redraft_make_action (redraft);
}
