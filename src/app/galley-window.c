/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window.h"

/**
 * GalleyWindow:
 *
 * One library: its articles on the left, the article in the middle, its claims on the right.
 */
struct _GalleyWindow
{
  AdwApplicationWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (GalleyWindow, galley_window, ADW_TYPE_APPLICATION_WINDOW)

static void
galley_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_WINDOW);

  G_OBJECT_CLASS (galley_window_parent_class)->dispose (object);
}

static void
galley_window_class_init (GalleyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/galleydesk/Galley/window.ui");
}

static void
galley_window_init (GalleyWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_window_new:
 * @application: the program that it belongs to
 *
 * Returns: (transfer none): the window; GTK holds it until it is closed
 */
GalleyWindow *
galley_window_new (GalleyApplication *application)
{
  return g_object_new (GALLEY_TYPE_WINDOW, "application", application, NULL);
}
