/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-companion.h"

#include <stdlib.h>

/**
 * galley_companion_get_path:
 * @path: a database's file, or a link to it
 * @suffix: "-wal", "-shm" or "-journal", or what else is there once for each database
 *
 * SQLite keeps what belongs to a database beside the file itself, and not beside a link.
 *
 * Returns: (transfer full): path of the file with that suffix, whether it is there or not
 */
char *
galley_companion_get_path (const char *path, const char *suffix)
{
  char *resolved = realpath (path, NULL);
  char *companion = g_strconcat (resolved != NULL ? resolved : path, suffix, NULL);

  free (resolved);
  return companion;
}
