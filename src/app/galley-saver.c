/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-saver.h"

#include "galley-verb-order.h"
#include "galley-verbs.h"

/**
 * GalleySaver:
 *
 * Has the desk do what a person did, and keeps what could not be saved until somebody decides.
 *
 * A job is running or failed; it is in exactly one of the two queues, and is freed when it leaves
 * them. Jobs are never cancelled: closing waits for them.
 */
struct _GalleySaver
{
  GObject parent_instance;

  GalleyDesk *desk;
  GQueue running; /* (element-type Job), oldest first */
  GQueue failed;  /* likewise */
};

typedef enum
{
  JOB_PERFORM,
  JOB_UNDO,
  JOB_REDO,
  JOB_PURGE,
} JobKind;

typedef struct
{
  GalleySaver *saver; /* owned while it runs, so that the answer finds somebody */
  JobKind kind;
  GalleyAction *action;
  char *article_id;
  char *unit_id;
  char *error_message; /* (nullable) why it failed */
  GalleySavedFunc saved;
  gpointer user_data;
  GDestroyNotify destroy;
} Job;

enum
{
  CHANGED,
  SAVED,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleySaver, galley_saver, G_TYPE_OBJECT)

static void
job_free (Job *job)
{
  if (job->destroy != NULL)
    job->destroy (job->user_data);
  g_clear_pointer (&job->action, galley_action_unref);
  g_free (job->article_id);
  g_free (job->unit_id);
  g_free (job->error_message);
  g_free (job);
}

static void
galley_saver_finalize (GObject *object)
{
  GalleySaver *self = GALLEY_SAVER (object);

  g_queue_clear_full (&self->failed, (GDestroyNotify) job_free);
  g_object_unref (self->desk);

  G_OBJECT_CLASS (galley_saver_parent_class)->finalize (object);
}

static void
galley_saver_class_init (GalleySaverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_saver_finalize;

  /**
   * GalleySaver::changed:
   *
   * Something began to be saved, was saved, failed, or was discarded.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * GalleySaver::saved:
   * @outcome: what is on disk now
   *
   * Something was made durable, whatever it was, here or by another program.
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, GALLEY_TYPE_OUTCOME);

  /**
   * GalleySaver::settled:
   * @action: what galley_saver_perform() was asked
   * @is_failed: whether it could not be saved
   *
   * Something came of an action: it is durable, it failed, or, having failed, it was given up.
   */
  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, GALLEY_TYPE_ACTION, G_TYPE_BOOLEAN);
}

static void
galley_saver_init (GalleySaver *self)
{
  g_queue_init (&self->running);
  g_queue_init (&self->failed);
}

static void
learned_cb (GalleySaver *self, GalleyOutcome *outcome)
{
  g_signal_emit (self, signals[SAVED], 0, outcome);
}

/**
 * galley_saver_new:
 * @desk: where to save
 *
 * Returns: (transfer full): a saver with nothing to do
 */
GalleySaver *
galley_saver_new (GalleyDesk *desk)
{
  GalleySaver *self = g_object_new (GALLEY_TYPE_SAVER, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "learned", G_CALLBACK (learned_cb), self, G_CONNECT_SWAPPED);

  return self;
}

static GalleyOutcome *
finish (Job *job, GAsyncResult *result, GError **error)
{
  GalleyDesk *desk = job->saver->desk;

  switch (job->kind)
    {
    case JOB_PERFORM:
      return galley_desk_perform_finish (desk, result, error);
    case JOB_UNDO:
      return galley_desk_undo_finish (desk, result, error);
    case JOB_REDO:
      return galley_desk_redo_finish (desk, result, error);
    case JOB_PURGE:
      return galley_desk_purge_article_finish (desk, result, error);
    default:
      g_assert_not_reached ();
    }
}

static void
settle (GalleySaver *self, Job *job, gboolean is_failed)
{
  if (job->action != NULL)
    g_signal_emit (self, signals[SETTLED], 0, job->action, is_failed);
}

/* Text that could not be saved and was saved later, as it was then, must not be put back by another
 * try. */
static void
drop_replaced (GalleySaver *self, Job *by)
{
  GList *link = by->action != NULL ? self->failed.head : NULL;

  while (link != NULL)
    {
      GList *next = link->next;
      Job *job = link->data;

      if (job->action != NULL && galley_verb_replaces (by->action, job->action))
        {
          /* Maybe it is going to be tried again itself. */
          galley_verb_expect_instead (by->action, job->action);
          g_queue_delete_link (&self->failed, link);
          job_free (job);
        }
      link = next;
    }
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GalleySaver) self = job->saver;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) outcome = finish (job, result, &error);

  g_queue_remove (&self->running, job);
  job->saver = NULL;
  drop_replaced (self, job);
  if (outcome == NULL)
    {
      g_free (job->error_message);
      job->error_message = g_strdup (error->message);
      g_queue_push_tail (&self->failed, job);
      settle (self, job, TRUE);
      /* It may be for what another program wrote, which is to be seen then. */
      galley_desk_look (self->desk);
    }
  else
    {
      g_signal_emit (self, signals[SAVED], 0, outcome);
      if (job->saved != NULL)
        job->saved (outcome, job->user_data);
      settle (self, job, FALSE);
      job_free (job);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
start (GalleySaver *self, Job *job)
{
  g_queue_push_tail (&self->running, job);
  job->saver = g_object_ref (self);
  switch (job->kind)
    {
    case JOB_PERFORM:
      galley_desk_perform_async (self->desk, job->action, /* cancellable= */ NULL, done_cb, job);
      break;
    case JOB_UNDO:
      galley_desk_undo_async (self->desk, job->article_id, job->unit_id, /* cancellable= */ NULL,
                              done_cb, job);
      break;
    case JOB_REDO:
      galley_desk_redo_async (self->desk, job->article_id, /* cancellable= */ NULL, done_cb, job);
      break;
    case JOB_PURGE:
      galley_desk_purge_article_async (self->desk, job->article_id, /* cancellable= */ NULL,
                                       done_cb, job);
      break;
    default:
      g_assert_not_reached ();
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static Job *
job_new (JobKind kind,
         const char *article_id,
         GalleySavedFunc saved,
         gpointer user_data,
         GDestroyNotify destroy)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->article_id = g_strdup (article_id);
  job->saved = saved;
  job->user_data = user_data;
  job->destroy = destroy;

  return job;
}

/* Has @action know of each one of @earlier. */
static void
carry_over (GalleyAction *action,
            GQueue *earlier,
            void (*take) (GalleyAction *action, const GalleyAction *earlier))
{
  for (GList *link = earlier->head; link != NULL; link = link->next)
    {
      Job *job = link->data;

      if (job->action != NULL && job->action != action)
        take (action, job->action);
    }
}

/**
 * galley_saver_perform:
 * @action: what the person did; expects of what is written what this saver is still about to write
 * @saved: (nullable) (scope notified): told when it is durable
 * @user_data: for @saved
 * @destroy: (nullable): frees @user_data
 */
void
galley_saver_perform (GalleySaver *self,
                      GalleyAction *action,
                      GalleySavedFunc saved,
                      gpointer user_data,
                      GDestroyNotify destroy)
{
  Job *job;

  g_return_if_fail (GALLEY_IS_SAVER (self) && action != NULL);

  job = job_new (JOB_PERFORM, NULL, saved, user_data, destroy);
  job->action = galley_action_ref (action);
  carry_over (action, &self->failed, galley_verb_carry_over);
  carry_over (action, &self->running, galley_verb_carry_over);
  carry_over (action, &self->running, galley_verb_expect_after);
  start (self, job);
}

/**
 * galley_saver_undo:
 * @scope_id: (nullable): undoes what was done last in this article or second reading, or anywhere
 * @unit_id: (nullable): undoes this step instead
 * @saved: (nullable) (scope notified): told when it is durable
 * @user_data: for @saved
 * @destroy: (nullable): frees @user_data
 */
void
galley_saver_undo (GalleySaver *self,
                   const char *scope_id,
                   const char *unit_id,
                   GalleySavedFunc saved,
                   gpointer user_data,
                   GDestroyNotify destroy)
{
  Job *job;

  g_return_if_fail (GALLEY_IS_SAVER (self));

  job = job_new (JOB_UNDO, scope_id, saved, user_data, destroy);
  job->unit_id = g_strdup (unit_id);
  start (self, job);
}

/**
 * galley_saver_redo:
 * @scope_id: (nullable): redoes what was undone last in this article or second reading, or anywhere
 * @saved: (nullable) (scope notified): told when it is durable
 * @user_data: for @saved
 * @destroy: (nullable): frees @user_data
 */
void
galley_saver_redo (GalleySaver *self,
                   const char *scope_id,
                   GalleySavedFunc saved,
                   gpointer user_data,
                   GDestroyNotify destroy)
{
  g_return_if_fail (GALLEY_IS_SAVER (self));

  start (self, job_new (JOB_REDO, scope_id, saved, user_data, destroy));
}

/**
 * galley_saver_purge:
 * @article_id: the article to destroy for good
 * @saved: (nullable) (scope notified): told when it is gone
 * @user_data: for @saved
 * @destroy: (nullable): frees @user_data
 */
void
galley_saver_purge (GalleySaver *self,
                    const char *article_id,
                    GalleySavedFunc saved,
                    gpointer user_data,
                    GDestroyNotify destroy)
{
  g_return_if_fail (GALLEY_IS_SAVER (self) && article_id != NULL);

  start (self, job_new (JOB_PURGE, article_id, saved, user_data, destroy));
}

/**
 * galley_saver_is_going_back:
 *
 * Returns: whether something is being undone or redone
 */
gboolean
galley_saver_is_going_back (GalleySaver *self)
{
  g_return_val_if_fail (GALLEY_IS_SAVER (self), FALSE);

  for (GList *link = self->running.head; link != NULL; link = link->next)
    if (((Job *) link->data)->action == NULL)
      return TRUE;
  return FALSE;
}

/**
 * galley_saver_find_status:
 * @claim_id: UUID of a claim
 *
 * Returns: (transfer full) (nullable): nick of the status that the claim is going to have by what
 * is being saved; %NULL if it keeps the one that it has
 */
char *
galley_saver_find_status (GalleySaver *self, const char *claim_id)
{
  g_return_val_if_fail (GALLEY_IS_SAVER (self) && claim_id != NULL, NULL);

  for (GList *link = self->running.tail; link != NULL; link = link->prev)
    {
      GalleyAction *action = ((Job *) link->data)->action;
      char *status = action != NULL ? galley_verb_find_status (action, claim_id) : NULL;

      if (status != NULL)
        return status;
    }

  return NULL;
}

/**
 * galley_saver_get_n_running:
 *
 * Returns: how many things are on their way to the disk
 */
guint
galley_saver_get_n_running (GalleySaver *self)
{
  g_return_val_if_fail (GALLEY_IS_SAVER (self), 0);

  return g_queue_get_length (&self->running);
}

/**
 * galley_saver_get_n_failed:
 *
 * Returns: how many things could not be saved and wait for galley_saver_retry() or
 *   galley_saver_discard()
 */
guint
galley_saver_get_n_failed (GalleySaver *self)
{
  g_return_val_if_fail (GALLEY_IS_SAVER (self), 0);

  return g_queue_get_length (&self->failed);
}

/**
 * galley_saver_get_error_message:
 *
 * Returns: (transfer none) (nullable): why the last of them failed, one sentence; %NULL if there
 *   are none
 */
const char *
galley_saver_get_error_message (GalleySaver *self)
{
  Job *last;

  g_return_val_if_fail (GALLEY_IS_SAVER (self), NULL);

  last = g_queue_peek_tail (&self->failed);
  return last != NULL ? last->error_message : NULL;
}

/**
 * galley_saver_get_first_error_message:
 *
 * Returns: (transfer none) (nullable): likewise why the first of them failed, which later ones may
 *   only follow from: what could not be marked has no verdict
 */
const char *
galley_saver_get_first_error_message (GalleySaver *self)
{
  Job *first;

  g_return_val_if_fail (GALLEY_IS_SAVER (self), NULL);

  first = g_queue_peek_head (&self->failed);
  return first != NULL ? first->error_message : NULL;
}

/**
 * galley_saver_list_failed:
 *
 * Returns: (transfer container) (element-type GalleyAction): what galley_saver_perform() was asked
 *   and could not be saved, oldest first
 */
GPtrArray *
galley_saver_list_failed (GalleySaver *self)
{
  GPtrArray *actions;

  g_return_val_if_fail (GALLEY_IS_SAVER (self), NULL);

  actions = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_action_unref);
  for (GList *link = self->failed.head; link != NULL; link = link->next)
    if (((Job *) link->data)->action != NULL)
      g_ptr_array_add (actions, galley_action_ref (((Job *) link->data)->action));
  return actions;
}

/**
 * galley_saver_retry:
 *
 * Tries everything that failed once more, in the order in which it was done.
 */
void
galley_saver_retry (GalleySaver *self)
{
  GQueue failed;

  g_return_if_fail (GALLEY_IS_SAVER (self));

  failed = self->failed;
  g_queue_init (&self->failed);
  while (!g_queue_is_empty (&failed))
    start (self, g_queue_pop_head (&failed));
}

/**
 * galley_saver_discard:
 *
 * Gives up what failed.
 */
void
galley_saver_discard (GalleySaver *self)
{
  g_return_if_fail (GALLEY_IS_SAVER (self));

  while (!g_queue_is_empty (&self->failed))
    {
      Job *job = g_queue_pop_head (&self->failed);

      settle (self, job, FALSE);
      job_free (job);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * galley_saver_withdraw:
 * @action: what could not be saved
 *
 * Forgets an action that failed, because something else is saved in its place.
 */
void
galley_saver_withdraw (GalleySaver *self, GalleyAction *action)
{
  g_return_if_fail (GALLEY_IS_SAVER (self) && action != NULL);

  for (GList *link = self->failed.head; link != NULL; link = link->next)
    {
      Job *job = link->data;

      if (job->action != action)
        continue;
      g_queue_delete_link (&self->failed, link);
      settle (self, job, FALSE);
      job_free (job);
      break;
    }
  g_signal_emit (self, signals[CHANGED], 0);
}
