/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-folder.h"

#include "galley-limits.h"

#include <glib/gi18n-lib.h>

/**
 * galley_folder_is_one:
 * @file: a file or folder
 * @cancellable: (nullable): a cancellable
 *
 * Returns: whether @file is a folder, or leads to one. Blocks
 */
gboolean
galley_folder_is_one (GFile *file, GCancellable *cancellable)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) ==
         G_FILE_TYPE_DIRECTORY;
}

typedef struct
{
  GFile *folder;    /* the one to list now */
  GQueue *folders;  /* (element-type GFile): waiting */
  GPtrArray *files; /* (element-type GFile): found */
} Walk;

/* Links within are followed to files, and not to folders, which could lead in a circle. */
static gboolean
is_folder (GFileInfo *info)
{
  return g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY &&
         !g_file_info_get_is_symlink (info);
}

static gboolean
is_wanted (GFileInfo *info)
{
  return !g_file_info_get_is_hidden (info) && !g_file_info_get_is_backup (info);
}

static gboolean
list_one (Walk *walk, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      walk->folder,
      G_FILE_ATTRIBUTE_STANDARD_NAME
      "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN
      "," G_FILE_ATTRIBUTE_STANDARD_IS_BACKUP "," G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK,
      G_FILE_QUERY_INFO_NONE, cancellable, error);
  GFileInfo *info;
  GFile *child;

  if (children == NULL)
    return FALSE;
  while (g_file_enumerator_iterate (children, &info, &child, cancellable, error))
    {
      if (info == NULL)
        return TRUE;
      if (!is_wanted (info))
        continue;
      if (is_folder (info))
        g_queue_push_tail (walk->folders, g_object_ref (child));
      else if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
        g_ptr_array_add (walk->files, g_object_ref (child));
      if (walk->files->len > GALLEY_FOLDER_MAX_FILES)
        {
          g_autofree char *name = g_file_get_parse_name (walk->folder);

          g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("There are more than %u files in “%s”"), GALLEY_FOLDER_MAX_FILES, name);
          return FALSE;
        }
    }

  return FALSE;
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = g_file_get_parse_name (*(GFile **) a);
  g_autofree char *two = g_file_get_parse_name (*(GFile **) b);
  g_autofree char *one_key = g_utf8_collate_key_for_filename (one, -1);
  g_autofree char *two_key = g_utf8_collate_key_for_filename (two, -1);

  return strcmp (one_key, two_key);
}

/**
 * galley_folder_list:
 * @folder: a folder
 * @cancellable: (nullable): a cancellable
 * @error: (out) (optional): %G_IO_ERROR, if a folder cannot be read or holds no file or too many
 *
 * Finds the files in a folder and in its folders. What is hidden, or a copy that an editor made, is
 * left out. Blocks.
 *
 * Returns: (transfer full) (element-type GFile): at least one file, sorted by name; or %NULL
 */
GPtrArray *
galley_folder_list (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GQueue folders = G_QUEUE_INIT;
  gboolean is_done = TRUE;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  g_queue_push_tail (&folders, g_object_ref (folder));
  while (is_done && !g_queue_is_empty (&folders))
    {
      g_autoptr (GFile) next = g_queue_pop_head (&folders);
      Walk walk = { next, &folders, files };

      is_done = list_one (&walk, cancellable, error);
    }
  g_queue_clear_full (&folders, g_object_unref);
  if (!is_done)
    return NULL;
  if (files->len == 0)
    {
      g_autofree char *name = g_file_get_parse_name (folder);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There are no files in “%s”"), name);
      return NULL;
    }

  g_ptr_array_sort (files, compare_files);
  return g_steal_pointer (&files);
}
