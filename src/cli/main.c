/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

int
main (int argc, char **argv)
{
  g_print ("galleyctl %s\n", GALLEY_VERSION);
  return 0;
}
