/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-application.h"

#include "galley-window.h"

/**
 * GalleyApplication:
 *
 * The program. Each library that is open has one window.
 */
struct _GalleyApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (GalleyApplication, galley_application, ADW_TYPE_APPLICATION)

static void
galley_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (galley_window_new (GALLEY_APPLICATION (application)));
  gtk_window_present (window);
}

static void
galley_application_class_init (GalleyApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = galley_application_activate;
}

static void
galley_application_init (GalleyApplication *self)
{
}

/**
 * galley_application_new:
 *
 * Returns: (transfer full): the program
 */
GalleyApplication *
galley_application_new (void)
{
  return g_object_new (GALLEY_TYPE_APPLICATION, "application-id", GALLEY_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/galleydesk/Galley",
                       NULL);
}
