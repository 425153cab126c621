/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pointer.h"

/**
 * GalleyPointer:
 *
 * Where the pointer is over a widget, and whether somebody uses it.
 *
 * GTK asks for tooltips whenever something moves under the pointer. Whoever works with the keys
 * leaves it lying somewhere, and would have a tooltip over what they read after every key.
 */
struct _GalleyPointer
{
  GObject parent_instance;

  GtkWidget *widget;        /* (unowned) */
  GtkWidget *root;          /* (nullable) (unowned) where @keys is */
  GtkEventController *keys; /* (nullable) (unowned) */
  double x;                 /* in coordinates of the widget; negative if elsewhere */
  double y;
  gboolean is_used; /* it was moved, and no key was pressed since */
};

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyPointer, galley_pointer, G_TYPE_OBJECT)

static void
galley_pointer_class_init (GalleyPointerClass *klass)
{
  /**
   * GalleyPointer::moved:
   *
   * The pointer is somewhere else.
   */
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_pointer_init (GalleyPointer *self)
{
  self->x = self->y = -1;
}

static void
move_to (GalleyPointer *self, double x, double y)
{
  self->x = x;
  self->y = y;
  g_signal_emit (self, signals[MOVED], 0);
}

/* A pointer that lies still is told of, too, where what is below it has moved. */
static void
motion_cb (GalleyPointer *self, double x, double y)
{
  if (x == self->x && y == self->y)
    return;

  self->is_used = TRUE;
  move_to (self, x, y);
}

static void
leave_cb (GalleyPointer *self)
{
  self->is_used = FALSE;
  move_to (self, -1, -1);
}

static gboolean
key_pressed_cb (GalleyPointer *self)
{
  self->is_used = FALSE;

  return GDK_EVENT_PROPAGATE;
}

/* Keys anywhere in the window count. */
static void
root_changed_cb (GalleyPointer *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (self->widget));

  if (self->root != NULL)
    {
      gtk_widget_remove_controller (self->root, self->keys);
      g_object_remove_weak_pointer (G_OBJECT (self->root), (gpointer *) &self->root);
    }
  self->root = root;
  if (root == NULL)
    return;

  g_object_add_weak_pointer (G_OBJECT (root), (gpointer *) &self->root);
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (root, self->keys);
}

/**
 * galley_pointer_new:
 * @widget: what the pointer may be over; lives longer than what is returned
 *
 * Returns: (transfer full): a pointer that is elsewhere
 */
GalleyPointer *
galley_pointer_new (GtkWidget *widget)
{
  GalleyPointer *self = g_object_new (GALLEY_TYPE_POINTER, NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->widget = widget;
  g_signal_connect_object (motion, "enter", G_CALLBACK (move_to), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_object (widget, "notify::root", G_CALLBACK (root_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * galley_pointer_get_x:
 *
 * Returns: in coordinates of the widget, in pixels; negative if the pointer is elsewhere
 */
double
galley_pointer_get_x (GalleyPointer *self)
{
  g_return_val_if_fail (GALLEY_IS_POINTER (self), -1);

  return self->x;
}

/**
 * galley_pointer_get_y:
 *
 * Returns: in coordinates of the widget, in pixels; negative if the pointer is elsewhere
 */
double
galley_pointer_get_y (GalleyPointer *self)
{
  g_return_val_if_fail (GALLEY_IS_POINTER (self), -1);

  return self->y;
}

/**
 * galley_pointer_is_used:
 *
 * Returns: whether the pointer was moved over the widget, and no key was pressed since
 */
gboolean
galley_pointer_is_used (GalleyPointer *self)
{
  g_return_val_if_fail (GALLEY_IS_POINTER (self), FALSE);

  return self->is_used;
}
