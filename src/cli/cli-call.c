/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (cli - error - quark, cli_error)

void
cli_call_clear (CliCall *call)
{
  g_clear_pointer (&call->argv, g_strfreev);
  g_clear_pointer (&call->arguments, g_strfreev);
  g_clear_pointer (&call->library, g_free);
  g_clear_pointer (&call->actor, g_free);
  g_clear_object (&call->desk);
}

/* Adds the options that @call's command shares with others. */
static void
add_shared_options (GOptionContext *context, CliCall *call, gboolean *help)
{
  const GOptionEntry library[] = {
    { "library", 'l', 0, G_OPTION_ARG_FILENAME, &call->library, N_ ("Use this library"),
      N_ ("FILE") },
    { NULL },
  };
  const GOptionEntry actor[] = {
    { "actor", 'a', 0, G_OPTION_ARG_STRING, &call->actor, N_ ("Who acts, for the history"),
      N_ ("NAME") },
    { NULL },
  };
  const GOptionEntry asker[] = {
    { "actor", 'a', 0, G_OPTION_ARG_STRING, &call->actor,
      N_ ("Who asks: a second reader is not shown what the first checker decided"), N_ ("NAME") },
    { NULL },
  };
  const GOptionEntry json[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &call->json, N_ ("Print JSON"), NULL },
    { NULL },
  };
  const GOptionEntry always[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_ ("Show this help and exit"), NULL },
    { NULL },
  };

  if (call->command->traits & CLI_USES_LIBRARY)
    g_option_context_add_main_entries (context, library, GETTEXT_PACKAGE);
  if (call->command->traits & CLI_CHANGES)
    g_option_context_add_main_entries (context, actor, GETTEXT_PACKAGE);
  else if (call->command->traits & CLI_SHOWS_CHECK)
    g_option_context_add_main_entries (context, asker, GETTEXT_PACKAGE);
  if (call->command->traits & CLI_PRINTS_JSON)
    g_option_context_add_main_entries (context, json, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, always, GETTEXT_PACKAGE);
}

static void
print_help (GOptionContext *context, const CliCommand *command)
{
  g_autofree char *program = g_strconcat ("galleyctl ", command->name, NULL);
  g_autofree char *help = NULL;

  /* The name of the program is what the help calls it. */
  g_set_prgname (program);
  help = g_option_context_get_help (context, /* main_help= */ FALSE, /* group= */ NULL);
  g_set_prgname ("galleyctl");
  cli_print ("%s", help);
}

/**
 * cli_parse_options:
 * @argv: (inout) (array zero-terminated=1): program and what was typed after it; options are taken
 *   out
 *
 * Returns: whether the options are right; if not, @error is %CLI_EXIT_USAGE
 */
gboolean
cli_parse_options (GOptionContext *context, char ***argv, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (g_option_context_parse_strv (context, argv, &problem))
    return TRUE;

  g_set_error_literal (error, CLI_ERROR, CLI_EXIT_USAGE,
                       problem->domain == G_CONVERT_ERROR
                           ? _ ("Something on the command line is not UTF-8")
                           : problem->message);
  return FALSE;
}

/**
 * cli_call_parse:
 * @call: a call
 * @options: (nullable) (array zero-terminated=1): the options that only this command has
 * @error: return location for an error
 *
 * Reads the command line of @call, and fills in the call and what @options point to.
 *
 * Returns: whether the command is to go on; if not, either @error is set, or help was asked for and
 *   printed
 */
gboolean
cli_call_parse (CliCall *call, const GOptionEntry *options, GError **error)
{
  const CliCommand *command = call->command;
  /* Translated by the context, and only where it is shown. */
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  const GOptionEntry rest[] = {
    { G_OPTION_REMAINING, 0, 0,
      command->traits & CLI_TAKES_FILES ? G_OPTION_ARG_FILENAME_ARRAY : G_OPTION_ARG_STRING_ARRAY,
      &call->arguments, NULL, NULL },
    { NULL },
  };
  gboolean help = FALSE;
  guint n;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, command->summary);
  g_option_context_set_description (context, call->description);
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  add_shared_options (context, call, &help);
  g_option_context_add_main_entries (context, rest, GETTEXT_PACKAGE);

  if (!cli_parse_options (context, &call->argv, error))
    return FALSE;
  if (help)
    {
      print_help (context, command);
      return FALSE;
    }

  n = call->arguments != NULL ? g_strv_length (call->arguments) : 0;
  if (n < command->n_min || n > command->n_max)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("The arguments of “%s” are: %s"),
                   command->name, command->arguments != NULL ? _ (command->arguments) : _ ("none"));
      return FALSE;
    }

  return TRUE;
}
