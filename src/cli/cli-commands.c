/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <glib/gi18n-lib.h>

/* In the order of the help: what makes, what shows, what changes, what keeps. */
static const CliCommand commands[] = {
  { "text", N_ ("FILE"), N_ ("Print the text of an article, one block a line"), 1, 1,
    CLI_PRINTS_JSON | CLI_TAKES_FILES, cli_text },
  { "sentences", N_ ("[FILE]"), N_ ("Cut a text into sentences, one a line"), 0, 1, CLI_TAKES_FILES,
    cli_sentences },
};

/**
 * cli_get_commands:
 * @out_n_commands: (out): how many there are
 *
 * Returns: (transfer none) (array length=out_n_commands): all commands, in the order of the help
 */
const CliCommand *
cli_get_commands (guint *out_n_commands)
{
  *out_n_commands = G_N_ELEMENTS (commands);
  return commands;
}
