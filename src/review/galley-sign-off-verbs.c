/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-sign-off-verbs.h"

#include "galley-body.h"
#include "galley-desk-job.h"
#include "galley-verbs.h"

/**
 * galley_verb_sign_off:
 * @article_id: UUID
 * @role: as what
 * @name: who signs; not empty
 * @exception: (nullable): what is not verified, and why
 * @moment: (nullable): how far the library's journal had come when what is signed was read; %NULL
 *   signs whatever is there
 *
 * Signs an article, which freezes it. See galley_gate_make_action() for what has to be so.
 *
 * Returns: (transfer full): the action; its change's subject is the id of the sign-off
 */
GalleyAction *
galley_verb_sign_off (const char *article_id,
                      GalleyRole role,
                      const char *name,
                      const char *exception,
                      const char *moment)
{
  GalleyAction *action = galley_action_new ("sign-off");
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GalleyBody) body = galley_body_new ();

  galley_body_add_text (body, "role", galley_role_to_nick (role));
  galley_body_add_text (body, "name", name);
  galley_body_add_text (body, "exception", exception);
  galley_action_add (action, "article.sign", article_id, id, galley_body_end (body));
  if (moment != NULL)
    galley_action_expect_moment (action, moment);

  return action;
}

/**
 * galley_verb_reopen:
 * @article_id: UUID
 * @reason: why; not empty
 *
 * Ends all sign-offs of an article.
 *
 * Returns: (transfer full): the action
 */
GalleyAction *
galley_verb_reopen (const char *article_id, const char *reason)
{
  GalleyAction *action;
  g_autoptr (GalleyBody) body = galley_body_new ();

  g_return_val_if_fail (reason != NULL && *reason != '\0', NULL);

  action = galley_action_new ("reopen");
  galley_body_add_text (body, "reason", reason);
  galley_action_add (action, "article.reopen", article_id, article_id, galley_body_end (body));

  return action;
}

/**
 * galley_desk_list_sign_offs:
 * @article_id: (nullable): UUID; %NULL for all articles
 *
 * Returns: (transfer full) (element-type GalleySignOff): the sign-offs, those that ended too, in
 * the order of time; or %NULL
 */
GPtrArray *
galley_desk_list_sign_offs (GalleyDesk *self, const char *article_id, GError **error)
{
  g_return_val_if_fail (GALLEY_IS_DESK (self), NULL);

  return galley_library_list_sign_offs (self->library, article_id, error);
}

static gpointer
sign_offs_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
{
  return galley_library_list_sign_offs (desk->library, job->article_id, error);
}

void
galley_desk_list_sign_offs_async (GalleyDesk *self,
                                  const char *article_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GalleyDeskJob *job =
      galley_desk_job_new (sign_offs_func, /* done= */ NULL, (GDestroyNotify) g_ptr_array_unref);

  g_return_if_fail (GALLEY_IS_DESK (self));

  job->article_id = g_strdup (article_id);
  galley_desk_job_start (self, &self->reader, job, galley_desk_list_sign_offs_async, cancellable,
                         callback, user_data);
}

GPtrArray *
galley_desk_list_sign_offs_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_list_sign_offs_async, error);
}

/**
 * galley_desk_list_changes:
 * @article_id: UUID
 * @out_sign_off: (out) (optional) (nullable) (transfer full): the article's last sign-off, also if
 *   it has ended; %NULL if it never had one
 *
 * Lists what was done to an article since it was last signed off: what that signature does not
 * cover.
 *
 * Returns: (transfer full) (element-type GalleyHistoryEntry): the events, oldest first; or %NULL
 */
GPtrArray *
galley_desk_list_changes (GalleyDesk *self,
                          const char *article_id,
                          GalleySignOff **out_sign_off,
                          GError **error)
{
  g_autoptr (GPtrArray) sign_offs = NULL;
  GPtrArray *entries;
  GalleySignOff *last;

  g_return_val_if_fail (GALLEY_IS_DESK (self) && article_id != NULL, NULL);

  sign_offs = galley_library_list_sign_offs (self->library, article_id, error);
  if (sign_offs == NULL)
    return NULL;

  last = sign_offs->len > 0 ? g_ptr_array_index (sign_offs, sign_offs->len - 1) : NULL;
  entries = last != NULL ? galley_library_list_changes (self->library, last->id, error)
                         : g_ptr_array_new_with_free_func (g_object_unref);
  if (entries != NULL && out_sign_off != NULL)
    *out_sign_off = last != NULL ? galley_sign_off_ref (last) : NULL;
  return entries;
}

static gpointer
changes_func (GalleyDesk *desk, GalleyDeskJob *job, GError **error)
{
  return galley_desk_list_changes (desk, job->article_id, /* out_sign_off= */ NULL, error);
}

void
galley_desk_list_changes_async (GalleyDesk *self,
                                const char *article_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GalleyDeskJob *job =
      galley_desk_job_new (changes_func, /* done= */ NULL, (GDestroyNotify) g_ptr_array_unref);

  g_return_if_fail (GALLEY_IS_DESK (self) && article_id != NULL);

  job->article_id = g_strdup (article_id);
  galley_desk_job_start (self, &self->reader, job, galley_desk_list_changes_async, cancellable,
                         callback, user_data);
}

GPtrArray *
galley_desk_list_changes_finish (GalleyDesk *self, GAsyncResult *result, GError **error)
{
  return galley_desk_job_finish (self, result, galley_desk_list_changes_async, error);
}
