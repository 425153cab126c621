/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-overwriting.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a SQLite database begins with, the NUL included: see “Database File Format” of SQLite, 1.3.
 */
static const char magic[] = "SQLite format 3";

/* A database that is open has files beside it. It must not be opened here as well: closing it again
 * would take the locks away that this process has on it. */
static gboolean
is_in_use (const char *path)
{
  static const char *const suffixes[] = { "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *beside = g_strconcat (path, suffixes[i], NULL);

      if (g_file_test (beside, G_FILE_TEST_EXISTS))
        return TRUE;
    }

  return FALSE;
}

static gboolean
begins_like_database (const char *path)
{
  char begin[sizeof magic];
  struct stat info;
  int fd;
  gboolean is_one;

  if (stat (path, &info) != 0 || !S_ISREG (info.st_mode))
    return FALSE;
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    return FALSE;
  is_one =
      read (fd, begin, sizeof begin) == sizeof begin && memcmp (begin, magic, sizeof begin) == 0;
  close (fd);

  return is_one;
}

/**
 * galley_overwriting_check:
 * @file: where something is to be written that is no database
 * @error: (out) (optional): %G_IO_ERROR_EXISTS if there is a database
 *
 * Keeps a slip in a name from costing a library with all verdicts in it.
 *
 * Returns: whether what is at @file, if anything is, may be replaced
 */
gboolean
galley_overwriting_check (GFile *file, GError **error)
{
  const char *path;
  g_autofree char *real = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = g_file_peek_path (file);
  real = path != NULL ? realpath (path, NULL) : NULL;
  if (real == NULL || (!is_in_use (real) && !begins_like_database (real)))
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _ ("“%s” is a library or another database, which nothing else may replace"), name);
  return FALSE;
}
