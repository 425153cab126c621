/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"
#include "cli-package.h"

#include "galley-desk-package.h"
#include "galley-store-error.h"

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

/* galleyctl verify */
gboolean
cli_verify (CliCall *call, GError **error)
{
  gboolean with_seals = FALSE;
  const GOptionEntry options[] = {
    { "seal", 0, 0, G_OPTION_ARG_NONE, &with_seals,
      N_ ("Print the seal of each copy’s journal, to compare with one that was printed before"),
      NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) seals = NULL;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  if (cli_get_desk (call, error) != NULL)
    problems = galley_desk_verify (call->desk, /* cancellable= */ NULL, error);
  if (problems != NULL && with_seals)
    seals = galley_desk_list_seals (call->desk, /* cancellable= */ NULL, error);
  if (problems == NULL || (with_seals && seals == NULL))
    {
      tell_damage (error);
      return FALSE;
    }

  print_problems (call, problems, seals);
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
