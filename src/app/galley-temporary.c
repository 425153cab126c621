/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-temporary.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* Copies for other programs to open. Each lies in a folder of its own that nobody else may look
 * into, and goes when the program ends. */

static GPtrArray *copies; /* (nullable) (element-type utf8): paths */

static void
remove_copies (void)
{
  for (guint i = 0; i < copies->len; i++)
    {
      g_autofree char *folder = g_path_get_dirname (g_ptr_array_index (copies, i));

      g_remove (g_ptr_array_index (copies, i));
      g_rmdir (folder);
    }
  g_ptr_array_unref (copies);
}

/* What somebody called a file may be no name for one here. */
static char *
make_name (const char *name)
{
  char *safe = g_strdup (name);

  g_strdelimit (safe, "/\\\n\r", '_');
  if (*safe == '\0' || *safe == '.')
    *safe = '_';

  return safe;
}

/**
 * galley_temporary_write:
 * @name: what the copy is to be called
 * @bytes: what is to be in it
 * @error: (out) (optional): why it could not be written
 *
 * Returns: (transfer full): the copy, or %NULL
 */
GFile *
galley_temporary_write (const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("galley-XXXXXX", error);
  g_autofree char *safe = *name != '\0' ? make_name (name) : g_strdup ("attachment");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, safe, NULL) : NULL;

  if (path == NULL)
    return NULL;
  if (copies == NULL)
    {
      copies = g_ptr_array_new_with_free_func (g_free);
      atexit (remove_copies);
    }
  g_ptr_array_add (copies, g_strdup (path));
  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_NONE, 0600, error))
    return NULL;

  return g_file_new_for_path (path);
}
