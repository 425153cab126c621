/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pane-size.h"

/* What a GtkPaned has room for. */
typedef struct
{
  int space;       /* for both panes, in pixels */
  int first, last; /* the ends of the handle's way */
} Room;

/**
 * GalleyPaneSize:
 *
 * The size that somebody gave one of the two panes of a GtkPaned, to be remembered from one window
 * to the next. It is the one that the pane has wherever there is room for it. A window that becomes
 * too small takes from the pane and is nobody who chooses: the pane gets its size back with the
 * room.
 *
 * A GtkPaned does not say who moves its handle. When it is laid out in another room it moves the
 * handle by itself, and tells of both at once; when only the handle has moved, it was somebody.
 *
 * What is laid out the other way round than at first is folded: both panes have half of the space
 * then, until somebody moves the handle, and that is not remembered.
 */
struct _GalleyPaneSize
{
  GObject parent_instance;

  GtkPaned *paned; /* (unowned) */
  GtkOrientation orientation;
  GtkPackType side;
  int size;                /* that somebody chose, or @usual, in pixels */
  int usual;               /* likewise */
  GalleyPaneSizeFind find; /* (nullable) */

  Room room; /* that the handle was placed in */
  int at;    /* where the handle was placed, or left in its room */
  gboolean is_halved;
};

G_DEFINE_FINAL_TYPE (GalleyPaneSize, galley_pane_size, G_TYPE_OBJECT)

static void
galley_pane_size_class_init (GalleyPaneSizeClass *klass)
{
}

static void
galley_pane_size_init (GalleyPaneSize *self)
{
}

static GtkOrientation
get_orientation (GalleyPaneSize *self)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned));
}

static Room
get_room (GalleyPaneSize *self)
{
  Room room = { .space = gtk_widget_get_size (GTK_WIDGET (self->paned), get_orientation (self)) };

  g_object_get (self->paned, "min-position", &room.first, "max-position", &room.last, NULL);

  return room;
}

static gboolean
rooms_are_equal (Room a, Room b)
{
  return a.space == b.space && a.first == b.first && a.last == b.last;
}

/* A GtkPaned counts from its start. */
static int
turn (GalleyPaneSize *self, int size, Room room)
{
  return self->side == GTK_PACK_START ? size : room.space - size;
}

static int
find_size (GalleyPaneSize *self, int space)
{
  return self->size == self->usual && self->find != NULL ? self->find (self->usual, space)
                                                         : self->size;
}

static void
place (GalleyPaneSize *self, Room room)
{
  gboolean is_folded = get_orientation (self) != self->orientation;
  int size = is_folded ? room.space / 2 : find_size (self, room.space);

  self->room = room;
  if (room.space > 0 && !(is_folded && self->is_halved))
    {
      self->is_halved = is_folded;
      self->at = CLAMP (turn (self, size, room), room.first, room.last);
      gtk_paned_set_position (self->paned, self->at);
    }
  self->at = gtk_paned_get_position (self->paned);
}

static void
moved_cb (GalleyPaneSize *self)
{
  Room room = get_room (self);
  int position = gtk_paned_get_position (self->paned);

  if (!rooms_are_equal (room, self->room))
    {
      place (self, room);
      return;
    }
  if (position == self->at)
    return;

  self->at = position;
  if (room.space > 0 && get_orientation (self) == self->orientation)
    self->size = turn (self, position, room);
}

/**
 * galley_pane_size_new:
 * @paned: two panes
 * @side: which of them has the size; the other one takes what is left
 * @size: that somebody gave it last, in pixels
 * @usual: what it has where nobody has chosen anything, in pixels
 * @find: (nullable): what to make of @usual where there is more or less space
 *
 * Returns: (transfer full): what keeps that size, for as long as it lives
 */
GalleyPaneSize *
galley_pane_size_new (GtkPaned *paned,
                      GtkPackType side,
                      int size,
                      int usual,
                      GalleyPaneSizeFind find)
{
  GalleyPaneSize *self = g_object_new (GALLEY_TYPE_PANE_SIZE, NULL);

  self->paned = paned;
  self->orientation = get_orientation (self);
  self->side = side;
  self->size = size;
  self->usual = usual;
  self->find = find;
  self->at = gtk_paned_get_position (paned);
  g_signal_connect_object (paned, "notify::position", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (paned, "notify::min-position", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (paned, "notify::max-position", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * galley_pane_size_renew:
 *
 * The panes are laid out another way round now: they are placed as soon as it is known what room
 * there is for them.
 */
void
galley_pane_size_renew (GalleyPaneSize *self)
{
  g_return_if_fail (GALLEY_IS_PANE_SIZE (self));

  self->room = (Room){ .space = 0 };
  self->is_halved = FALSE;
}

/**
 * galley_pane_size_get:
 *
 * Returns: what somebody chose, or what was known of that before, in pixels
 */
int
galley_pane_size_get (GalleyPaneSize *self)
{
  g_return_val_if_fail (GALLEY_IS_PANE_SIZE (self), 0);

  return self->size;
}
