/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-export-resource.h"

#include "galley-export-resources.h"

#define PREFIX "/org/galleydesk/Galley/export/"

/* Known to GIO when they are first looked for: at the start of the program that would load it. */
static GResource *
get_resources (void)
{
  static gsize is_registered = FALSE;

  if (g_once_init_enter (&is_registered))
    {
      galley_export_register_resource ();
      g_once_init_leave (&is_registered, TRUE);
    }

  return galley_export_get_resource ();
}

/**
 * galley_export_resource_load:
 * @name: a file of galley-export.gresource.xml
 *
 * Finds a file that is part of the program.
 *
 * Returns: (transfer full): what it holds
 */
GBytes *
galley_export_resource_load (const char *name)
{
  g_autofree char *path = g_strconcat (PREFIX, name, NULL);
  GBytes *bytes = g_resource_lookup_data (get_resources (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                          /* error= */ NULL);

  g_assert (bytes != NULL);
  return bytes;
}
