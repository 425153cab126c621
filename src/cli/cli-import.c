/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-folder.h"

#include <glib/gi18n-lib.h>

static gboolean
store (GalleyDesk *desk, GalleyDocument *document, GError **error)
{
  g_autoptr (GalleyOutcome) outcome =
      galley_desk_import (desk, document, /* cancellable= */ NULL, error);

  if (outcome != NULL)
    cli_print ("%s\n", outcome->article_id);
  return outcome != NULL;
}

static gboolean
import_one (GalleyDesk *desk, const char *path, gboolean even_if_known, GError **error)
{
  g_autoptr (GalleyDocument) document = cli_read_document (path, error);
  g_autofree char *known_id = NULL;

  if (document == NULL)
    return FALSE;
  if (even_if_known)
    return store (desk, document, error);

  if (!galley_desk_find_original (desk, galley_document_get_original_sha256 (document), &known_id,
                                  error))
    return FALSE;
  if (known_id == NULL)
    return store (desk, document, error);

  cli_complain (_ ("“%s” is in the library already"), path);
  cli_print ("%s\n", known_id);
  return TRUE;
}

/* What @path stands for: the files in it, if it is a folder. */
static GStrv
expand (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (GPtrArray) files = NULL;

  if (!galley_folder_is_one (file, /* cancellable= */ NULL))
    {
      g_strv_builder_add (paths, path);
      return g_strv_builder_end (paths);
    }

  files = galley_folder_list (file, /* cancellable= */ NULL, error);
  if (files == NULL)
    return NULL;
  for (guint i = 0; i < files->len; i++)
    g_strv_builder_add (paths, g_file_peek_path (g_ptr_array_index (files, i)));
  return g_strv_builder_end (paths);
}

static void
say_failure (CliCall *call, const GError *problem)
{
  cli_complain ("%s", problem->message);
  call->exit = CLI_EXIT_FAILED;
}

/* One bad file is no reason to leave out the others. */
static void
import_all (CliCall *call, GalleyDesk *desk, const char *path, gboolean even_if_known)
{
  g_autoptr (GError) problem = NULL;
  g_auto (GStrv) paths = expand (path, &problem);

  if (paths == NULL)
    {
      say_failure (call, problem);
      return;
    }
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) one_problem = NULL;

      if (!import_one (desk, paths[i], even_if_known, &one_problem))
        say_failure (call, one_problem);
    }
}

/* galleyctl import FILE… */
gboolean
cli_import (CliCall *call, GError **error)
{
  gboolean again = FALSE;
  const GOptionEntry options[] = {
    { "again", 0, 0, G_OPTION_ARG_NONE, &again,
      N_ ("Make another article of what was imported before"), NULL },
    { NULL },
  };
  GalleyDesk *desk;

  if (!cli_call_parse (call, options, error))
    return FALSE;

  desk = cli_get_desk (call, error);
  if (desk == NULL)
    return FALSE;
  for (guint i = 0; call->arguments[i] != NULL; i++)
    import_all (call, desk, call->arguments[i], again);

  return TRUE;
}
