/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"
#include "cli-package.h"

#include "galley-desk-package.h"
#include "galley-package.h"
#include "galley-store-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* The problems, or with the seals an object that has both. */
static void
print_problems (CliCall *call, GPtrArray *problems, GPtrArray *seals)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (seals != NULL)
    {
      json_builder_begin_object (builder);
      cli_json_add_seals (builder, seals);
      json_builder_set_member_name (builder, "problems");
    }
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    {
      const char *problem = g_ptr_array_index (problems, i);
      g_autofree char *line = cli_to_line (problem);

      if (call->json)
        json_builder_add_string_value (builder, problem);
      else
        cli_print ("%s\n", line);
    }
  json_builder_end_array (builder);
  if (seals != NULL)
    json_builder_end_object (builder);

  if (call->json)
    cli_print_json (builder);
  else if (seals != NULL && problems->len == 0)
    cli_print_seals (seals);
}

/* A library too damaged to be opened or read through is damaged all the same. */
static void
tell_damage (GError **error)
{
  if (error != NULL && g_error_matches (*error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_DAMAGED))
    {
      (*error)->domain = CLI_ERROR;
      (*error)->code = CLI_EXIT_DAMAGED;
    }
}

/* A library and a package that tell of the same events tell the same of them. */
static void
compare_seals (const char *name, GPtrArray *own, GPtrArray *others, GPtrArray *problems)
{
  for (guint i = 0; i < others->len; i++)
    for (guint j = 0; j < own->len; j++)
      {
        const GalleySeal *other = g_ptr_array_index (others, i), *seal = g_ptr_array_index (own, j);

        if (g_str_equal (other->replica, seal->replica) && other->seq == seal->seq &&
            !g_str_equal (other->chain, seal->chain))
          g_ptr_array_add (
              problems, g_strdup_printf (_ ("%s: its journal is not that of the library"), name));
      }
}

/* Adds the first thing that does not fit in the package at @path. */
static void
examine_package (const char *path, GPtrArray *seals, GPtrArray *problems)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) package = cli_read_package (path, &error);
  g_autoptr (GalleyPackageSummary) summary =
      package != NULL ? galley_package_examine (package, &error) : NULL;

  const char *other = g_file_test (path, G_FILE_TEST_EXISTS) ? _ ("This is no review package")
                                                             : g_strerror (ENOENT);

  if (summary != NULL)
    compare_seals (name, seals, summary->seals, problems);
  else
    g_ptr_array_add (problems,
                     g_strdup_printf ("%s: %s", name, error != NULL ? error->message : other));
}

/* galleyctl verify [PACKAGE…] */
gboolean
cli_verify (CliCall *call, GError **error)
{
  gboolean with_seals = FALSE, renews_index = FALSE;
  const GOptionEntry options[] = {
    { "renew-index", 0, 0, G_OPTION_ARG_NONE, &renews_index,
      N_ ("First make the search index anew of what it is for"), NULL },
    { "seal", 0, 0, G_OPTION_ARG_NONE, &with_seals,
      N_ ("Print the seal of each copy’s journal, to compare with one that was printed before"),
      NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) seals = NULL;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  if (cli_get_desk (call, error) != NULL &&
      (!renews_index || galley_desk_renew_index (call->desk, /* cancellable= */ NULL, error)))
    problems = galley_desk_verify (call->desk, /* cancellable= */ NULL, error);
  if (problems != NULL)
    seals = galley_desk_list_seals (call->desk, /* cancellable= */ NULL, error);
  if (seals == NULL)
    {
      tell_damage (error);
      return FALSE;
    }

  for (guint i = 0; call->arguments != NULL && call->arguments[i] != NULL; i++)
    examine_package (call->arguments[i], seals, problems);
  print_problems (call, problems, with_seals ? seals : NULL);
  call->exit = problems->len > 0 ? CLI_EXIT_DAMAGED : CLI_EXIT_DONE;
  return TRUE;
}

/* galleyctl backup FILE */
gboolean
cli_backup (CliCall *call, GError **error)
{
  if (!cli_call_parse (call, /* options= */ NULL, error) || cli_get_desk (call, error) == NULL)
    return FALSE;

  return galley_desk_backup (call->desk, call->arguments[0], /* cancellable= */ NULL, error);
}

/* galleyctl restore FILE */
gboolean
cli_restore (CliCall *call, GError **error)
{
  g_autofree char *path = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;

  path = cli_find_library (call);
  return galley_desk_restore (call->arguments[0], path, /* cancellable= */ NULL, error);
}
