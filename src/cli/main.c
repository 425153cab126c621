/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include "galley-store-error.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>

/* What may stand before the command. */
typedef struct
{
  char *library;
  char *actor;
  gboolean json;
  gboolean help;
  gboolean version;
  char **rest;
} Program;

static void
program_clear (Program *program)
{
  g_free (program->library);
  g_free (program->actor);
  g_strfreev (program->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Program, program_clear)

/* Texts on the command line and in the output are UTF-8 whatever the locale: scripts run in "C".
 * Of the locale's categories only those are taken that are used: each is a file. */
static void
set_locale (void)
{
  const char *charset;

  setlocale (LC_CTYPE, "");
  setlocale (LC_MESSAGES, "");
  setlocale (LC_COLLATE, ""); /* the order of the files of a folder */
  if (!g_get_charset (&charset))
    setlocale (LC_CTYPE, "C.UTF-8");

  bindtextdomain (GETTEXT_PACKAGE, GALLEY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static char *
describe (void)
{
  GString *text = g_string_new (_ ("Commands:"));
  guint n_commands;
  const CliCommand *commands = cli_get_commands (&n_commands);

  g_string_append_c (text, '\n');
  for (guint i = 0; i < n_commands; i++)
    g_string_append_printf (text, "  %-18s %s\n", commands[i].name, _ (commands[i].summary));
  g_string_append_printf (text, "\n%s\n\n%s\n",
                          _ ("“galleyctl COMMAND --help” tells more about a command."),
                          _ ("Exit codes:"));
  g_string_append_printf (
      text, "  0 %s\n  1 %s\n  2 %s\n  3 %s\n  4 %s\n  5 %s\n  6 %s\n  7 %s", _ ("done"),
      _ ("it could not be done; standard error says why"), _ ("the command line is wrong"),
      _ ("there is no such article, claim or source"),
      _ ("the library was examined and is damaged"), _ ("a file breaks its format"),
      _ ("the article is signed off, and has to be reopened first"),
      _ ("something is missing before the article can be signed off"));

  return g_string_free (text, FALSE);
}

static void
print_program_help (GOptionContext *context)
{
  g_autofree char *description = describe ();
  g_autofree char *help = NULL;

  g_option_context_set_summary (context, _ ("Check the facts of articles without a display."));
  g_option_context_set_description (context, description);
  help = g_option_context_get_help (context, /* main_help= */ FALSE, /* group= */ NULL);
  cli_print ("%s", help);
}

static const CliCommand *
find_command (const char *name, GError **error)
{
  guint n_commands;
  const CliCommand *commands = cli_get_commands (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    if (g_str_equal (name, commands[i].name))
      return &commands[i];

  g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
               _ ("There is no command “%s”, see “galleyctl --help”"), name);
  return NULL;
}

/* Runs the command that @program's rest names. */
static gboolean
run_command (Program *program, CliExit *out_exit, GError **error)
{
  g_auto (CliCall) call = { .exit = CLI_EXIT_DONE };
  gboolean success;

  if (program->rest == NULL || program->rest[0] == NULL)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("A command is missing, see “galleyctl --help”"));
      return FALSE;
    }
  call.command = find_command (program->rest[0], error);
  if (call.command == NULL)
    return FALSE;

  call.argv = g_steal_pointer (&program->rest);
  call.library = g_steal_pointer (&program->library);
  call.actor = g_steal_pointer (&program->actor);
  call.json = program->json;
  success = call.command->run (&call, error);
  *out_exit = call.exit;
  return success;
}

static gboolean
run (char **argv, CliExit *out_exit, GError **error)
{
  g_auto (Program) program = { NULL };
  g_autoptr (GOptionContext) context = g_option_context_new (N_ ("COMMAND [ARGUMENT…]"));
  const GOptionEntry options[] = {
    { "library", 'l', 0, G_OPTION_ARG_FILENAME, &program.library, N_ ("Use this library"),
      N_ ("FILE") },
    { "actor", 'a', 0, G_OPTION_ARG_STRING, &program.actor, N_ ("Who acts, for the history"),
      N_ ("NAME") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &program.json, N_ ("Print JSON"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &program.help, N_ ("Show this help and exit"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &program.version, N_ ("Show the version and exit"),
      NULL },
    { NULL },
  };

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!cli_parse_options (context, &argv, error))
    {
      g_strfreev (argv);
      return FALSE;
    }
  program.rest = g_strdupv (argv + 1);
  g_strfreev (argv);

  if (program.help)
    print_program_help (context);
  else if (program.version)
    cli_print ("galleyctl %s\n", GALLEY_VERSION);
  else
    return run_command (&program, out_exit, error);
  return TRUE;
}

static CliExit
exit_for_error (const GError *error)
{
  if (error->domain == CLI_ERROR)
    return error->code;
  if (g_error_matches (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND))
    return CLI_EXIT_NOT_FOUND;
  if (g_error_matches (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_SIGNED))
    return CLI_EXIT_SIGNED;
  return CLI_EXIT_FAILED;
}

int
main (int argc, char **argv)
{
  CliExit status = CLI_EXIT_DONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) output_error = NULL;

  /* A reader that goes away must not end an import in the middle. */
  signal (SIGPIPE, SIG_IGN);
  set_locale ();
  g_set_prgname ("galleyctl");

  if (!run (g_strdupv (argv), &status, &error) && error != NULL)
    {
      cli_complain ("%s", error->message);
      status = exit_for_error (error);
    }
  if (!cli_flush (&output_error))
    {
      if (output_error != NULL && error == NULL)
        cli_complain ("%s", output_error->message);
      if (status == CLI_EXIT_DONE)
        status = CLI_EXIT_FAILED;
    }

  return status;
}
