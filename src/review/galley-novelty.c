/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-novelty.h"

#include "galley-word-diff.h"

/* A sentence is new if it has words that the draft before had not and that nobody has marked or
 * dismissed yet: what was decided there cannot have been about them. */

/* What is compared. */
typedef struct
{
  char *article_id;
  GalleyDocument *document;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->article_id);
  g_object_unref (job->document);
  g_free (job);
}

static Job *
job_new (GalleyCheck *check)
{
  Job *job = g_new0 (Job, 1);

  job->article_id = g_strdup (galley_article_get_id (galley_check_get_article (check)));
  job->document = g_object_ref (galley_check_get_document (check));
  return job;
}

static GArray *
find (GalleyDesk *desk, const Job *job, GError **error)
{
  g_autoptr (GPtrArray) drafts = galley_desk_list_drafts (desk, job->article_id, error);
  g_autoptr (GalleyDocument) before = NULL;
  g_autoptr (GalleyAlignment) alignment = NULL;

  if (drafts == NULL)
    return NULL;
  if (drafts->len < 2)
    return g_array_new (FALSE, FALSE, sizeof (GalleyRange));

  before = galley_desk_load_draft_document (desk, job->article_id, drafts->len - 1, error);
  if (before == NULL)
    return NULL;

  alignment = galley_alignment_new (before, job->document);
  return galley_alignment_find_new (alignment);
}

/**
 * galley_novelty_find:
 * @desk: the library that has the article
 * @check: the article with its present draft
 *
 * Compares the draft with the one before it; blocks, and takes a while with long drafts.
 *
 * Returns: (transfer full) (element-type GalleyRange): words of the draft that are new, ascending;
 *   none if it is the first; or %NULL
 */
GArray *
galley_novelty_find (GalleyDesk *desk, GalleyCheck *check, GError **error)
{
  Job *job;
  GArray *words;

  g_return_val_if_fail (GALLEY_IS_DESK (desk) && GALLEY_IS_CHECK (check), NULL);

  job = job_new (check);
  words = find (desk, job, error);
  job_free (job);
  return words;
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GArray *words = find (source, data, &error);

  if (words != NULL)
    g_task_return_pointer (task, words, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * galley_novelty_find_async:
 *
 * See galley_novelty_find().
 */
void
galley_novelty_find_async (GalleyDesk *desk,
                           GalleyCheck *check,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (desk, cancellable, callback, user_data);

  g_return_if_fail (GALLEY_IS_DESK (desk) && GALLEY_IS_CHECK (check));

  g_task_set_source_tag (task, galley_novelty_find_async);
  g_task_set_task_data (task, job_new (check), job_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * galley_novelty_find_finish:
 *
 * Returns: (transfer full) (element-type GalleyRange): as of galley_novelty_find()
 */
GArray *
galley_novelty_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, galley_novelty_find_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The first of @words that ends behind @offset. */
static guint
find_first (GArray *words, guint offset)
{
  guint low = 0, high = words->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (words, GalleyRange, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
has_any (GArray *words, GalleyRange range)
{
  guint first = find_first (words, range.start);

  return first < words->len &&
         galley_range_overlaps (g_array_index (words, GalleyRange, first), range);
}

/**
 * galley_novelty_is_new:
 * @range: a sentence of the draft
 *
 * Returns: whether it has words that the draft before had not, as far as somebody has compared it
 */
gboolean
galley_novelty_is_new (GalleyCheck *check, GalleyRange range)
{
  GArray *new_words = galley_check_get_new_words (check);

  return new_words != NULL && has_any (new_words, range);
}

/**
 * galley_novelty_choose:
 * @sentences: (element-type GalleyRange): sentences of a draft
 * @new_words: (element-type GalleyRange): words of it that are new, ascending
 *
 * Returns: (transfer full) (element-type GalleyRange): those sentences that have any of the words
 */
GArray *
galley_novelty_choose (GArray *sentences, GArray *new_words)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (GalleyRange));

  for (guint i = 0; i < sentences->len; i++)
    if (has_any (new_words, g_array_index (sentences, GalleyRange, i)))
      g_array_append_val (chosen, g_array_index (sentences, GalleyRange, i));

  return chosen;
}

/**
 * galley_novelty_list:
 * @within: part of the text
 *
 * Returns: (transfer full) (element-type GalleyRange): suggestions that reach into @within and are
 *   new in the draft, as far as somebody has compared it; see galley_check_set_new_words()
 */
GArray *
galley_novelty_list (GalleyCheck *check, GalleyRange within)
{
  GArray *new_words = galley_check_get_new_words (check);
  g_autoptr (GArray) suggestions = NULL;

  if (new_words == NULL || new_words->len == 0)
    return g_array_new (FALSE, FALSE, sizeof (GalleyRange));

  suggestions = galley_check_get_suggestions_within (check, within);
  return galley_novelty_choose (suggestions, new_words);
}

/**
 * galley_novelty_count:
 *
 * Returns: how many suggestions are new in the draft
 */
guint
galley_novelty_count (GalleyCheck *check)
{
  g_autoptr (GArray) all = galley_novelty_list (check, (GalleyRange){ 0, G_MAXUINT });

  return all->len;
}

/**
 * galley_novelty_find_next:
 * @offset: where to look on from
 * @out_range: (out): the suggestion; untouched if there is none
 *
 * Returns: whether there is a suggestion that is new, behind @offset or else from the start on
 */
gboolean
galley_novelty_find_next (GalleyCheck *check, guint offset, GalleyRange *out_range)
{
  g_autoptr (GArray) all = galley_novelty_list (check, (GalleyRange){ 0, G_MAXUINT });
  guint next = find_first (all, offset);

  if (all->len == 0)
    return FALSE;
  if (next < all->len && g_array_index (all, GalleyRange, next).start <= offset &&
      g_array_index (all, GalleyRange, next).end > offset)
    next++;

  *out_range = g_array_index (all, GalleyRange, next < all->len ? next : 0);
  return TRUE;
}
