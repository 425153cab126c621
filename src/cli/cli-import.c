/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"
#include "cli-package.h"

#include "galley-folder.h"

#include <glib/gi18n-lib.h>

static void
print_article (CliCall *call, JsonBuilder *builder, const char *id, gboolean is_new)
{
  if (!call->json)
    {
      cli_print ("%s\n", id);
      return;
    }

  json_builder_begin_object (builder);
  cli_json_add_string (builder, "article", id);
  cli_json_add_boolean (builder, "new", is_new);
  json_builder_end_object (builder);
}

static gboolean
store (CliCall *call, GalleyDocument *document, JsonBuilder *builder, GError **error)
{
  g_autoptr (GalleyOutcome) outcome =
      galley_desk_import (call->desk, document, /* cancellable= */ NULL, error);

  if (outcome != NULL)
    print_article (call, builder, outcome->article_id, /* is_new= */ TRUE);
  return outcome != NULL;
}

static gboolean
import_article (CliCall *call,
                const char *path,
                gboolean even_if_known,
                JsonBuilder *builder,
                GError **error)
{
  g_autoptr (GalleyDocument) document = cli_read_document (path, error);
  g_autofree char *known_id = NULL;

  if (document == NULL)
    return FALSE;
  if (even_if_known)
    return store (call, document, builder, error);

  if (!galley_desk_find_original (call->desk, galley_document_get_original_sha256 (document),
                                  &known_id, error))
    return FALSE;
  if (known_id == NULL)
    return store (call, document, builder, error);

  cli_complain (_ ("“%s” is in the library already"), path);
  print_article (call, builder, known_id, /* is_new= */ FALSE);
  return TRUE;
}

/* What a file is, it says itself; its name does not count. */
static gboolean
import_one (CliCall *call,
            const char *path,
            gboolean even_if_known,
            JsonBuilder *builder,
            GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) package = cli_read_package (path, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (package == NULL)
    return import_article (call, path, even_if_known, builder, error);
  if (cli_import_package (call, call->desk, package, builder, error))
    return TRUE;

  if (error != NULL && *error != NULL)
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_prefix_error (error, "%s: ", name);
    }
  return FALSE;
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
import_all (CliCall *call, const char *path, gboolean even_if_known, JsonBuilder *builder)
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

      if (!import_one (call, paths[i], even_if_known, builder, &one_problem))
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
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!cli_call_parse (call, options, error) || cli_get_desk (call, error) == NULL)
    return FALSE;

  json_builder_begin_array (builder);
  for (guint i = 0; call->arguments[i] != NULL; i++)
    import_all (call, call->arguments[i], again, builder);
  json_builder_end_array (builder);
  if (call->json)
    cli_print_json (builder);

  return TRUE;
}
