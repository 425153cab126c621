/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-application.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  const char *locale_dir = g_getenv ("GALLEY_LOCALEDIR");
  g_autoptr (GalleyApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : GALLEY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = galley_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
