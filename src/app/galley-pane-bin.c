/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pane-bin.h"

/* The least width that GNOME asks every window to be usable at, in pixels. */
#define MIN_WIDTH 360

/**
 * GalleyPaneBin:
 *
 * Holds what has to be arranged in another way where there is little room. It takes less width than
 * its child asks for, and says how wide it is whenever that changes, so that others can fold
 * something away. Until they have, the child is cut off at its end.
 */
struct _GalleyPaneBin
{
  GtkWidget parent_instance;

  GtkWidget *child; /* (nullable) */
  int width;        /* that was told last */
  guint tell_id;
};

enum
{
  PROP_CHILD = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  RESIZED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyPaneBin, galley_pane_bin, GTK_TYPE_WIDGET)

static int
get_child_width (GalleyPaneBin *self)
{
  int minimum = 0;

  if (self->child != NULL)
    gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, /* for_size= */ -1, &minimum, NULL,
                        NULL, NULL);

  return minimum;
}

static void
galley_pane_bin_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  GalleyPaneBin *self = GALLEY_PANE_BIN (widget);

  if (self->child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, get_child_width (self));
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MIN_WIDTH);
}

static gboolean
tell_cb (gpointer user_data)
{
  GalleyPaneBin *self = user_data;

  self->tell_id = 0;
  g_signal_emit (self, signals[RESIZED], 0, self->width);

  return G_SOURCE_REMOVE;
}

/* Nothing can be folded while it is given its place: it is told before the next frame. */
static void
galley_pane_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GalleyPaneBin *self = GALLEY_PANE_BIN (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, MAX (width, get_child_width (self)), height, baseline, NULL);
  if (self->width == width)
    return;

  self->width = width;
  if (self->tell_id == 0)
    self->tell_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
}

static void
set_child (GalleyPaneBin *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
galley_pane_bin_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, GALLEY_PANE_BIN (object)->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_pane_bin_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      set_child (GALLEY_PANE_BIN (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_pane_bin_dispose (GObject *object)
{
  GalleyPaneBin *self = GALLEY_PANE_BIN (object);

  g_clear_handle_id (&self->tell_id, g_source_remove);
  set_child (self, NULL);

  G_OBJECT_CLASS (galley_pane_bin_parent_class)->dispose (object);
}

static void
galley_pane_bin_class_init (GalleyPaneBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_pane_bin_dispose;
  object_class->get_property = galley_pane_bin_get_property;
  object_class->set_property = galley_pane_bin_set_property;
  widget_class->measure = galley_pane_bin_measure;
  widget_class->size_allocate = galley_pane_bin_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GalleyPaneBin::resized:
   * @width: how wide it is now, in pixels
   *
   * There is more or less room.
   */
  signals[RESIZED] = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
galley_pane_bin_init (GalleyPaneBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
