/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-toasts.h"

/* Microseconds by the clock of the frames, in which a toast has surely come. */
#define COMING_US (450 * 1000)

struct _GalleyToasts
{
  AdwToastOverlay *overlay; /* not owned */
  GListModel *children;     /* of @overlay: those that come, are there, or go */
  guint n_children;
  gint64 came_at_us; /* when one began to come last */
  guint tick_id;

  AdwToast *shown;       /* (nullable) (unowned) what was shown last */
  AdwToast *next;        /* (nullable) what is to be shown as soon as it may be */
  GPtrArray *to_dismiss; /* (element-type AdwToast): likewise what is to go */
};

static gint64
get_frame_time_us (GalleyToasts *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->overlay));

  return clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;
}

static gboolean
is_one_coming (GalleyToasts *self)
{
  gboolean is_animated;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->overlay)), "gtk-enable-animations",
                &is_animated, NULL);

  return is_animated && gtk_widget_get_mapped (GTK_WIDGET (self->overlay)) &&
         self->came_at_us != 0 && get_frame_time_us (self) < self->came_at_us + COMING_US;
}

static void
children_changed_cb (GalleyToasts *self)
{
  guint n_children = g_list_model_get_n_items (self->children);

  if (n_children > self->n_children)
    self->came_at_us = MAX (get_frame_time_us (self), g_get_monotonic_time ());
  self->n_children = n_children;
}

static void
set_shown (GalleyToasts *self, AdwToast *toast)
{
  g_set_weak_pointer (&self->shown, toast);
}

/* Does what has waited. */
static void
do_now (GalleyToasts *self)
{
  while (self->to_dismiss->len > 0)
    {
      g_autoptr (AdwToast) toast = g_ptr_array_steal_index (self->to_dismiss, 0);

      adw_toast_dismiss (toast);
    }
  if (self->next == NULL)
    return;

  set_shown (self, self->next);
  /* What was noticed on importing may stay for long. */
  adw_toast_set_priority (self->next, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->overlay, g_steal_pointer (&self->next));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  GalleyToasts *self = user_data;

  if (is_one_coming (self))
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  do_now (self);
  return G_SOURCE_REMOVE;
}

static void
do_soon (GalleyToasts *self)
{
  if (!is_one_coming (self))
    do_now (self);
  else if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->overlay), tick_cb, self,
                                                  /* notify= */ NULL);
}

/**
 * galley_toasts_new:
 * @overlay: where toasts are shown; outlives them
 *
 * Returns: (transfer full): toasts, of which there are none yet
 */
GalleyToasts *
galley_toasts_new (AdwToastOverlay *overlay)
{
  GalleyToasts *self = g_new0 (GalleyToasts, 1);

  self->overlay = overlay;
  self->children = gtk_widget_observe_children (GTK_WIDGET (overlay));
  self->n_children = g_list_model_get_n_items (self->children);
  self->to_dismiss = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (self->children, "items-changed", G_CALLBACK (children_changed_cb),
                            self);

  return self;
}

void
galley_toasts_free (GalleyToasts *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->overlay), self->tick_id);
  g_signal_handlers_disconnect_by_data (self->children, self);
  g_object_unref (self->children);
  g_clear_weak_pointer (&self->shown);
  g_clear_object (&self->next);
  g_ptr_array_unref (self->to_dismiss);
  g_free (self);
}

/**
 * galley_toasts_dismiss:
 * @toast: a toast that may be shown, or wait
 *
 * Takes a toast away.
 */
void
galley_toasts_dismiss (GalleyToasts *self, AdwToast *toast)
{
  if (toast == self->next)
    {
      g_clear_object (&self->next);
      return;
    }
  if (g_ptr_array_find (self->to_dismiss, toast, NULL))
    return;

  g_ptr_array_add (self->to_dismiss, g_object_ref (toast));
  do_soon (self);
}

/**
 * galley_toasts_dismiss_shown:
 *
 * Takes the toast away that was shown last.
 */
void
galley_toasts_dismiss_shown (GalleyToasts *self)
{
  AdwToast *shown = self->shown;

  g_clear_object (&self->next);
  set_shown (self, NULL);
  if (shown != NULL)
    galley_toasts_dismiss (self, shown);
}

/**
 * galley_toasts_show:
 * @toast: (transfer full): what to show
 *
 * Shows a toast as soon as may be, in the place of the one that was shown last: its Undo would be
 * taken for that of what was done last.
 */
void
galley_toasts_show (GalleyToasts *self, AdwToast *toast)
{
  galley_toasts_dismiss_shown (self);
  self->next = toast;
  do_soon (self);
}

/**
 * galley_toasts_queue:
 * @toast: (transfer full): what to show
 *
 * Shows a toast when those before it have gone.
 */
void
galley_toasts_queue (GalleyToasts *self, AdwToast *toast)
{
  adw_toast_overlay_add_toast (self->overlay, toast);
}
