/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-redraft-private.h"

#include "galley-anchor.h"
#include "galley-draft.h"
#include "galley-store-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GalleyRedraft, galley_redraft, G_TYPE_OBJECT)

static void
galley_redraft_finalize (GObject *object)
{
  GalleyRedraft *self = GALLEY_REDRAFT (object);

  g_free (self->article_id);
  g_free (self->verb);
  g_free (self->title);
  g_clear_object (&self->old);
  g_clear_object (&self->new);
  g_array_unref (self->claims);
  g_array_unref (self->dismissals);
  g_clear_pointer (&self->alignment, galley_alignment_free);
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->new_words, g_array_unref);

  G_OBJECT_CLASS (galley_redraft_parent_class)->finalize (object);
}

static void
galley_redraft_class_init (GalleyRedraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_redraft_finalize;
}

static void
clear_claim (gpointer data)
{
  g_object_unref (((GalleyRedraftClaim *) data)->claim);
}

static void
clear_dismissal (gpointer data)
{
  galley_dismissal_unref (((GalleyRedraftDismissal *) data)->dismissal);
}

static void
galley_redraft_init (GalleyRedraft *self)
{
  self->claims = g_array_new (FALSE, FALSE, sizeof (GalleyRedraftClaim));
  g_array_set_clear_func (self->claims, clear_claim);
  self->dismissals = g_array_new (FALSE, FALSE, sizeof (GalleyRedraftDismissal));
  g_array_set_clear_func (self->dismissals, clear_dismissal);
}

/* A claim changes under whoever looks at it, so it is copied. */
static GalleyClaim *
copy_claim (GalleyClaim *claim)
{
  GalleyClaimFields fields;

  galley_claim_get_fields (claim, &fields);
  return galley_claim_new (galley_claim_get_id (claim), &fields);
}

static void
take_snapshot (GalleyRedraft *self, GalleyCheck *check)
{
  GalleyClaimList *claims = galley_check_get_claims (check);
  GPtrArray *dismissals = galley_check_get_dismissals (check);
  const GalleyPlacement nowhere = { GALLEY_PLACEMENT_LOST, { 0, 0 }, GALLEY_DIFFERENCE_NONE };

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyRedraftClaim claim = {
        copy_claim (galley_claim_list_peek (claims, i)), nowhere, GALLEY_PLACE_LOST, { 0, 0 }
      };

      g_array_append_val (self->claims, claim);
    }
  for (guint i = 0; i < dismissals->len; i++)
    {
      GalleyRedraftDismissal dismissal = { galley_dismissal_ref (g_ptr_array_index (dismissals, i)),
                                           nowhere };

      g_array_append_val (self->dismissals, dismissal);
    }
}

/**
 * galley_redraft_new:
 * @check: an article
 * @document: the draft that it is to have
 * @verb: nick of the step, “new-draft” or “bring-back”; the latter leaves the article its title
 *
 * Returns: (transfer full): what would become of the article; nothing is known to stand anywhere
 *   yet, see galley_redraft_compare() and galley_redraft_place()
 */
GalleyRedraft *
galley_redraft_new (GalleyCheck *check, GalleyDocument *document, const char *verb)
{
  GalleyRedraft *self;
  GalleyArticle *article;

  g_return_val_if_fail (GALLEY_IS_CHECK (check) && GALLEY_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (verb != NULL, NULL);

  article = galley_check_get_article (check);
  self = g_object_new (GALLEY_TYPE_REDRAFT, NULL);
  self->article_id = g_strdup (galley_article_get_id (article));
  self->verb = g_strdup (verb);
  self->title = g_str_equal (verb, "bring-back") ? g_strdup (galley_article_get_title (article))
                                                 : galley_draft_make_title (document);
  self->old = g_object_ref (galley_check_get_document (check));
  self->new = g_object_ref (document);
  take_snapshot (self, check);

  return self;
}

static void
set_placement (GalleyRedraftClaim *claim, GalleyPlacement placement)
{
  claim->placement = placement;
  claim->place = galley_place_from_placement (placement.placement);
  claim->range = galley_place_is_standing (claim->place) ? placement.range : (GalleyRange){ 0, 0 };
}

/**
 * galley_redraft_place:
 * @follow: tells where words stand in the new draft
 * @data: for @follow
 *
 * Places everything by a rule that is known.
 */
void
galley_redraft_place (GalleyRedraft *self, GalleyRedraftFollow follow, gpointer data)
{
  g_return_if_fail (GALLEY_IS_REDRAFT (self) && follow != NULL);

  for (guint i = 0; i < self->claims->len; i++)
    {
      GalleyRedraftClaim *claim = &g_array_index (self->claims, GalleyRedraftClaim, i);

      set_placement (claim, follow (galley_claim_get_range (claim->claim), data));
    }
  for (guint i = 0; i < self->dismissals->len; i++)
    {
      GalleyRedraftDismissal *dismissal =
          &g_array_index (self->dismissals, GalleyRedraftDismissal, i);

      dismissal->placement = follow (dismissal->dismissal->range, data);
    }
}

/**
 * galley_redraft_compare:
 *
 * Compares the two drafts and places everything in the new one. Takes a while with long drafts.
 */
void
galley_redraft_compare (GalleyRedraft *self)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  g_autoptr (GArray) placements = NULL;
  guint n_claims;

  g_return_if_fail (GALLEY_IS_REDRAFT (self) && self->alignment == NULL);

  n_claims = self->claims->len;
  for (guint i = 0; i < n_claims; i++)
    {
      GalleyRange range =
          galley_claim_get_range (g_array_index (self->claims, GalleyRedraftClaim, i).claim);

      g_array_append_val (ranges, range);
    }
  for (guint i = 0; i < self->dismissals->len; i++)
    g_array_append_val (
        ranges, g_array_index (self->dismissals, GalleyRedraftDismissal, i).dismissal->range);

  self->alignment = galley_alignment_new (self->old, self->new);
  placements = galley_alignment_place (self->alignment,
                                       (const GalleyRange *) (gpointer) ranges->data, ranges->len);
  for (guint i = 0; i < n_claims; i++)
    set_placement (&g_array_index (self->claims, GalleyRedraftClaim, i),
                   g_array_index (placements, GalleyPlacement, i));
  for (guint i = 0; i < self->dismissals->len; i++)
    g_array_index (self->dismissals, GalleyRedraftDismissal, i).placement =
        g_array_index (placements, GalleyPlacement, n_claims + i);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  galley_redraft_compare (source);
  galley_redraft_read_news (source);
  g_task_return_boolean (task, TRUE);
}

/**
 * galley_redraft_compare_async:
 * @cancellable: (nullable): looked at when it is done; until then, leave the object alone
 *
 * See galley_redraft_compare().
 */
void
galley_redraft_compare_async (GalleyRedraft *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (GALLEY_IS_REDRAFT (self));

  g_task_set_source_tag (task, galley_redraft_compare_async);
  g_task_run_in_thread (task, compare_in_thread);
}

/**
 * galley_redraft_compare_finish:
 *
 * Returns: whether it was done; if not, it was cancelled
 */
gboolean
galley_redraft_compare_finish (GalleyRedraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * galley_redraft_get_article_id:
 *
 * Returns: (transfer none): UUID
 */
const char *
galley_redraft_get_article_id (GalleyRedraft *self)
{
  g_return_val_if_fail (GALLEY_IS_REDRAFT (self), NULL);

  return self->article_id;
}

/**
 * galley_redraft_get_old:
 *
 * Returns: (transfer none): the draft that the article has
 */
GalleyDocument *
galley_redraft_get_old (GalleyRedraft *self)
{
  g_return_val_if_fail (GALLEY_IS_REDRAFT (self), NULL);

  return self->old;
}

/**
 * galley_redraft_get_new:
 *
 * Returns: (transfer none): the draft that it is to have
 */
GalleyDocument *
galley_redraft_get_new (GalleyRedraft *self)
{
  g_return_val_if_fail (GALLEY_IS_REDRAFT (self), NULL);

  return self->new;
}

/**
 * galley_redraft_is_same:
 *
 * Returns: whether the text is the same in both drafts, so that there is nothing to do
 */
gboolean
galley_redraft_is_same (GalleyRedraft *self)
{
  g_return_val_if_fail (GALLEY_IS_REDRAFT (self), FALSE);

  return g_str_equal (galley_document_get_text_sha256 (self->old),
                      galley_document_get_text_sha256 (self->new));
}

/**
 * galley_redraft_check:
 * @error: (out) (optional): %GALLEY_STORE_ERROR_CONFLICT if the new draft has no words at all
 *
 * Returns: whether the article can have the new draft
 */
gboolean
galley_redraft_check (GalleyRedraft *self, GError **error)
{
  GalleyText *text;
  GalleyRange words;

  g_return_val_if_fail (GALLEY_IS_REDRAFT (self), FALSE);

  text = galley_document_get_text (self->new);
  words = galley_anchor_trim (text, (GalleyRange){ 0, galley_text_get_length (text) });
  if (words.start < words.end)
    return TRUE;

  g_set_error_literal (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
                       _ ("The new draft has no words in it"));
  return FALSE;
}

guint
galley_redraft_get_n_claims (GalleyRedraft *self)
{
  g_return_val_if_fail (GALLEY_IS_REDRAFT (self), 0);

  return self->claims->len;
}

/**
 * galley_redraft_peek:
 * @index: of a claim, in the order of the old draft
 *
 * Returns: (transfer none): the claim and what is to become of it
 */
const GalleyRedraftClaim *
galley_redraft_peek (GalleyRedraft *self, guint index)
{
  g_return_val_if_fail (GALLEY_IS_REDRAFT (self) && index < self->claims->len, NULL);

  return &g_array_index (self->claims, GalleyRedraftClaim, index);
}

/**
 * galley_redraft_count:
 *
 * Returns: of how many claims that became
 */
guint
galley_redraft_count (GalleyRedraft *self, GalleyPlacementClass placement)
{
  guint n_claims = 0;

  g_return_val_if_fail (GALLEY_IS_REDRAFT (self), 0);

  for (guint i = 0; i < self->claims->len; i++)
    n_claims += galley_redraft_peek (self, i)->placement.placement == placement;

  return n_claims;
}

/**
 * galley_redraft_count_dismissals:
 * @out_n_kept: (out): dismissals whose words are the same
 * @out_n_fallen: (out): those that end, so that there are suggestions in their place
 */
void
galley_redraft_count_dismissals (GalleyRedraft *self, guint *out_n_kept, guint *out_n_fallen)
{
  g_return_if_fail (GALLEY_IS_REDRAFT (self));

  *out_n_kept = 0;
  for (guint i = 0; i < self->dismissals->len; i++)
    *out_n_kept += galley_placement_class_is_sure (
        g_array_index (self->dismissals, GalleyRedraftDismissal, i).placement.placement);
  *out_n_fallen = self->dismissals->len - *out_n_kept;
}

/**
 * galley_redraft_list_pieces:
 *
 * Returns: (transfer full) (element-type GalleyDiffPiece): the two drafts side by side, once they
 *   were compared
 */
GArray *
galley_redraft_list_pieces (GalleyRedraft *self)
{
  g_return_val_if_fail (GALLEY_IS_REDRAFT (self) && self->alignment != NULL, NULL);

  return galley_alignment_compare_all (self->alignment);
}

/**
 * galley_redraft_list_claim_pieces:
 * @index: of a claim that has a place in the new draft
 *
 * Returns: (transfer full) (element-type GalleyDiffPiece): its words in both drafts, once they were
 *   compared
 */
GArray *
galley_redraft_list_claim_pieces (GalleyRedraft *self, guint index)
{
  const GalleyRedraftClaim *claim = galley_redraft_peek (self, index);

  g_return_val_if_fail (claim != NULL && self->alignment != NULL, NULL);

  return galley_alignment_compare (self->alignment, galley_claim_get_range (claim->claim),
                                   claim->placement.range);
}

/**
 * galley_redraft_list_new_words:
 *
 * Returns: (transfer full) (element-type GalleyRange): words of the new draft that nobody can have
 *   checked in the old one, once they were compared
 */
GArray *
galley_redraft_list_new_words (GalleyRedraft *self)
{
  g_return_val_if_fail (GALLEY_IS_REDRAFT (self) && self->alignment != NULL, NULL);

  return galley_alignment_find_new (self->alignment);
}

/**
 * galley_redraft_decide:
 * @index: of a claim
 * @place: %GALLEY_PLACE_KEPT, %GALLEY_PLACE_RECHECK or %GALLEY_PLACE_RETIRED
 * @error: (out) (optional): %GALLEY_STORE_ERROR_CONFLICT if the claim has no place in the new draft
 *   and the decision needs one
 *
 * Decides what is to become of a claim. What is kept where the words are the same is nothing that
 * anybody has to sign, and what changed is to be checked again in any case.
 *
 * Returns: whether it was decided
 */
gboolean
galley_redraft_decide (GalleyRedraft *self, guint index, GalleyPlace place, GError **error)
{
  GalleyRedraftClaim *claim;
  GalleyPlace found;

  g_return_val_if_fail (GALLEY_IS_REDRAFT (self) && index < self->claims->len, FALSE);
  g_return_val_if_fail (place == GALLEY_PLACE_KEPT || place == GALLEY_PLACE_RECHECK ||
                            place == GALLEY_PLACE_RETIRED,
                        FALSE);

  claim = &g_array_index (self->claims, GalleyRedraftClaim, index);
  found = galley_place_from_placement (claim->placement.placement);
  if (place == GALLEY_PLACE_RETIRED)
    {
      claim->place = place;
      claim->range = (GalleyRange){ 0, 0 };
      return TRUE;
    }
  if (!galley_place_is_standing (found))
    {
      g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
                   _ ("Claim %s has no place in the new draft: give it words there, or retire it"),
                   galley_claim_get_id (claim->claim));
      return FALSE;
    }

  claim->range = claim->placement.range;
  claim->place = (found == GALLEY_PLACE_CHANGED) == (place == GALLEY_PLACE_KEPT) ? place : found;
  return TRUE;
}

/**
 * galley_redraft_relink:
 * @index: of a claim
 * @range: words of the new draft that it is to be about
 * @error: (out) (optional): %GALLEY_STORE_ERROR_CONFLICT if there are no such words
 *
 * Decides where a claim is to stand. It is to be checked again there.
 *
 * Returns: whether it was decided
 */
gboolean
galley_redraft_relink (GalleyRedraft *self, guint index, GalleyRange range, GError **error)
{
  GalleyText *text;
  GalleyRedraftClaim *claim;

  g_return_val_if_fail (GALLEY_IS_REDRAFT (self) && index < self->claims->len, FALSE);

  text = galley_document_get_text (self->new);
  if (range.start >= range.end || !galley_text_has_range (text, range))
    {
      g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
                   _ ("There are no characters from %u to %u in the new draft, which has %u"),
                   range.start, range.end, galley_text_get_length (text));
      return FALSE;
    }

  claim = &g_array_index (self->claims, GalleyRedraftClaim, index);
  claim->place = GALLEY_PLACE_RELINKED;
  claim->range = range;
  return TRUE;
}
