/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-watchdog.h"

struct _GalleyWatchdog
{
  GThread *thread;
  GMutex mutex; /* over what follows */
  GCond cond;
  gboolean is_done;
  gboolean has_expired;
  gint64 deadline_us;
  GCancellable *cancellable;
  GCancellable *outer; /* or NULL */
  gulong outer_handler;
};

static gpointer
watch (gpointer data)
{
  GalleyWatchdog *self = data;
  gboolean has_expired;

  g_mutex_lock (&self->mutex);
  while (!self->is_done && !self->has_expired)
    self->has_expired = !g_cond_wait_until (&self->cond, &self->mutex, self->deadline_us);
  has_expired = self->has_expired && !self->is_done;
  g_mutex_unlock (&self->mutex);
  if (has_expired)
    g_cancellable_cancel (self->cancellable);

  return NULL;
}

static void
outer_cancelled_cb (GCancellable *outer, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

/**
 * galley_watchdog_new:
 * @seconds: how long it waits
 * @outer: (nullable): whoever cancels this, too, cancels what is watched
 *
 * Returns: (transfer full): a watchdog that has begun to watch
 */
GalleyWatchdog *
galley_watchdog_new (guint seconds, GCancellable *outer)
{
  GalleyWatchdog *self = g_new0 (GalleyWatchdog, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->deadline_us = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  self->cancellable = g_cancellable_new ();
  if (outer != NULL)
    {
      self->outer = g_object_ref (outer);
      self->outer_handler = g_cancellable_connect (
          outer, G_CALLBACK (outer_cancelled_cb), g_object_ref (self->cancellable), g_object_unref);
    }
  self->thread = g_thread_new ("galley-watchdog", watch, self);

  return self;
}

void
galley_watchdog_free (GalleyWatchdog *self)
{
  g_mutex_lock (&self->mutex);
  self->is_done = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);

  g_cancellable_disconnect (self->outer, self->outer_handler);
  g_clear_object (&self->outer);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

/**
 * galley_watchdog_get_cancellable:
 *
 * Returns: (transfer none): what to hand to the calls that are watched
 */
GCancellable *
galley_watchdog_get_cancellable (GalleyWatchdog *self)
{
  return self->cancellable;
}

/**
 * galley_watchdog_has_expired:
 *
 * Returns: whether the time is over
 */
gboolean
galley_watchdog_has_expired (GalleyWatchdog *self)
{
  gboolean has_expired;

  g_mutex_lock (&self->mutex);
  has_expired = self->has_expired;
  g_mutex_unlock (&self->mutex);

  return has_expired;
}
