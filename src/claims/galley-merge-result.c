/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-merge-result.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (GalleyMergeResult,
                     galley_merge_result,
                     galley_merge_result_ref,
                     galley_merge_result_unref)

static void
share_free (gpointer data)
{
  GalleyMergeShare *share = data;

  g_free (share->name);
  g_free (share);
}

/**
 * galley_merge_result_new:
 *
 * Returns: (transfer full): a result of which nothing is known yet
 */
GalleyMergeResult *
galley_merge_result_new (void)
{
  GalleyMergeResult *self = g_new0 (GalleyMergeResult, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->held = g_ptr_array_new_with_free_func (g_free);
  self->articles = g_ptr_array_new_with_free_func (g_free);
  self->shares = g_ptr_array_new_with_free_func (share_free);

  return self;
}

GalleyMergeResult *
galley_merge_result_ref (GalleyMergeResult *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_merge_result_unref (GalleyMergeResult *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->held);
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->shares);
  g_free (self);
}

/**
 * galley_merge_result_add_share:
 *
 * Adds a #GalleyMergeShare, for who makes the result.
 */
void
galley_merge_result_add_share (GalleyMergeResult *self,
                               const char *name,
                               guint n_events,
                               gboolean is_namesake)
{
  GalleyMergeShare *share = g_new0 (GalleyMergeShare, 1);

  share->name = g_strdup (name);
  share->n_events = n_events;
  share->is_namesake = is_namesake;
  g_ptr_array_add (self->shares, share);
}

static void
describe_shares (GalleyMergeResult *self, GPtrArray *sentences)
{
  for (guint i = 0; i < self->shares->len; i++)
    {
      const GalleyMergeShare *share = g_ptr_array_index (self->shares, i);

      /* Translators: %2$s is a person. An event is one entry of the history. */
      g_ptr_array_add (
          sentences, g_strdup_printf (ngettext ("%1$u event of %2$s was added",
                                                "%1$u events of %2$s were added", share->n_events),
                                      share->n_events, share->name));
    }
  for (guint i = 0; i < self->shares->len; i++)
    {
      const GalleyMergeShare *share = g_ptr_array_index (self->shares, i);

      if (share->is_namesake)
        g_ptr_array_add (
            sentences,
            g_strdup_printf (_ ("Somebody else’s copy has events under your name, %s; "
                                "if that is not you, one of the two should take another name"),
                             share->name));
    }
}

/**
 * galley_merge_result_describe:
 *
 * Returns: (transfer full) (element-type utf8): what came of it, in sentences for people without a
 *   full stop
 */
GPtrArray *
galley_merge_result_describe (GalleyMergeResult *self)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  if (self->n_new == 0)
    g_ptr_array_add (sentences, g_strdup (_ ("Everything in the package was here already")));
  describe_shares (self, sentences);
  if (self->n_without_content > 0)
    g_ptr_array_add (sentences,
                     g_strdup_printf (ngettext ("%u event came without its content, because it "
                                                "was purged here",
                                                "%u events came without their content, because "
                                                "it was purged here",
                                                self->n_without_content),
                                      self->n_without_content));
  if (self->n_astray > 0)
    g_ptr_array_add (sentences,
                     g_strdup_printf (ngettext ("%u event is dated later than today: the clock of "
                                                "that computer or of this one is wrong",
                                                "%u events are dated later than today: the clock "
                                                "of that computer or of this one is wrong",
                                                self->n_astray),
                                      self->n_astray));
  if (self->n_disagreements > 0)
    g_ptr_array_add (sentences, g_strdup_printf (ngettext ("There is %u disagreement to decide",
                                                           "There are %u disagreements to decide",
                                                           self->n_disagreements),
                                                 self->n_disagreements));

  return sentences;
}
