/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-gate.h"

#include "galley-desk-private.h"
#include "galley-novelty.h"

/**
 * galley_gate_load:
 * @desk: a library
 * @article_id: UUID of an article that is there
 *
 * Reads an article, what the library wants and what is new in the draft, and tells what is missing.
 * Blocks, and takes a while with long drafts.
 *
 * Returns: (transfer full): what there is to know before signing; or %NULL
 */
GalleyGate *
galley_gate_load (GalleyDesk *desk, const char *article_id, GError **error)
{
  g_autoptr (GalleyStoredArticle) stored = NULL;
  g_autoptr (GalleyRequirements) requirements = NULL;
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GArray) new_words = NULL;

  g_return_val_if_fail (GALLEY_IS_DESK (desk) && article_id != NULL, NULL);

  stored = galley_library_load_article (desk->library, article_id, error);
  requirements =
      stored != NULL ? galley_desk_load_requirements (desk, /* cancellable= */ NULL, error) : NULL;
  if (requirements == NULL)
    return NULL;

  check = galley_check_new (stored->article, stored->document, stored->claims, stored->dismissals);
  galley_check_set_tray (check, stored->tray);
  new_words = galley_novelty_find (desk, check, error);
  if (new_words == NULL)
    return NULL;

  galley_check_set_new_words (check, new_words);
  return galley_gate_new (check, requirements, stored->moment);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GalleyGate *gate = galley_gate_load (source, data, &error);

  if (gate != NULL)
    g_task_return_pointer (task, gate, (GDestroyNotify) galley_gate_unref);
  else
    g_task_return_error (task, error);
}

/**
 * galley_gate_load_async:
 *
 * See galley_gate_load().
 */
void
galley_gate_load_async (GalleyDesk *desk,
                        const char *article_id,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (desk, cancellable, callback, user_data);

  g_return_if_fail (GALLEY_IS_DESK (desk) && article_id != NULL);

  g_task_set_source_tag (task, galley_gate_load_async);
  g_task_set_task_data (task, g_strdup (article_id), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

GalleyGate *
galley_gate_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
