/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-twins-keeper.h"

#include "galley-twins.h"

/**
 * GalleyTwinsKeeper:
 *
 * Finds what an article tells more than once, and again whenever other words are claims or
 * suggestions than before. It looks when the main loop has nothing else to do, in a thread of its
 * own, and never twice at a time.
 */
struct _GalleyTwinsKeeper
{
  GObject parent_instance;

  GalleyCheck *check;
  GCancellable *cancellable; /* (nullable) of the search that is under way */
  guint look_id;
};

G_DEFINE_FINAL_TYPE (GalleyTwinsKeeper, galley_twins_keeper, G_TYPE_OBJECT)

static void queue_look (GalleyTwinsKeeper *self);

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyTwins) twins = galley_twins_new_finish (result, /* error= */ NULL);
  GalleyTwinsKeeper *self;

  /* Cancelled: there is no keeper any more. */
  if (twins == NULL)
    return;

  self = user_data;

  g_clear_object (&self->cancellable);
  galley_check_set_twins (self->check, twins);
  queue_look (self);
}

static gboolean
look_cb (gpointer user_data)
{
  GalleyTwinsKeeper *self = user_data;
  GalleyTwins *twins = galley_check_get_twins (self->check);

  self->look_id = 0;
  if (self->cancellable != NULL || (twins != NULL && galley_twins_is_current (twins, self->check)))
    return G_SOURCE_REMOVE;

  self->cancellable = g_cancellable_new ();
  galley_twins_new_async (self->check, self->cancellable, found_cb, self);
  return G_SOURCE_REMOVE;
}

/* Once for all that changes together. */
static void
queue_look (GalleyTwinsKeeper *self)
{
  if (self->look_id == 0)
    self->look_id = g_idle_add_full (G_PRIORITY_LOW, look_cb, self, NULL);
}

static void
galley_twins_keeper_dispose (GObject *object)
{
  GalleyTwinsKeeper *self = GALLEY_TWINS_KEEPER (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  if (self->check != NULL)
    g_signal_handlers_disconnect_by_data (self->check, self);
  g_clear_object (&self->check);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (galley_twins_keeper_parent_class)->dispose (object);
}

static void
galley_twins_keeper_class_init (GalleyTwinsKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = galley_twins_keeper_dispose;
}

static void
galley_twins_keeper_init (GalleyTwinsKeeper *self)
{
}

/**
 * galley_twins_keeper_new:
 * @check: an article
 *
 * Returns: (transfer full): what keeps galley_check_get_twins() of @check up to date as long as it
 *   lives
 */
GalleyTwinsKeeper *
galley_twins_keeper_new (GalleyCheck *check)
{
  GalleyTwinsKeeper *self = g_object_new (GALLEY_TYPE_TWINS_KEEPER, NULL);

  self->check = g_object_ref (check);
  g_signal_connect_swapped (check, "changed", G_CALLBACK (queue_look), self);
  queue_look (self);

  return self;
}
