/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-reading-verbs.h"

#include <glib/gi18n-lib.h>

/* galleyctl status CLAIM… STATUS */
gboolean
cli_status (CliCall *call, GError **error)
{
  g_autofree char *reason = NULL;
  const GOptionEntry options[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason,
      N_ ("Why; without it, the reason before is dropped"), N_ ("TEXT") },
    { NULL },
  };
  g_auto (GStrv) claims = NULL;
  g_autofree char *first = NULL;
  g_autoptr (GalleyCheck) check = NULL;
  GalleyStatus status;
  guint n_claims;

  if (!cli_call_parse (call, options, error))
    return FALSE;

  n_claims = g_strv_length (call->arguments) - 1;
  if (!cli_parse_status (call->arguments[n_claims], &status, error))
    return FALSE;
  claims = cli_find_claims (call, n_claims, error);
  if (claims == NULL)
    return FALSE;

  check = cli_load_claim_article (call, claims[0], &first, error);
  if (check == NULL)
    return FALSE;

  return cli_perform (
      call, galley_verb_settle (check, (const char *const *) claims, status, reason), error);
}

typedef GalleyAction *(*TextVerb) (const char *claim_id, const char *text);

/* A claim and a text, or --clear and no text. */
static gboolean
set_text (CliCall *call, TextVerb verb, GError **error)
{
  gboolean clear = FALSE;
  const GOptionEntry options[] = {
    { "clear", 0, 0, G_OPTION_ARG_NONE, &clear, N_ ("Remove it"), NULL },
    { NULL },
  };
  g_autofree char *claim = NULL;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  if (clear != (call->arguments[1] == NULL))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("“%s” takes either a text or “--clear”"),
                   call->command->name);
      return FALSE;
    }
  claim = cli_find_claim (call, call->arguments[0], error);
  if (claim == NULL)
    return FALSE;

  return cli_perform (call, verb (claim, call->arguments[1]), error);
}

/* galleyctl note CLAIM TEXT */
gboolean
cli_note (CliCall *call, GError **error)
{
  return set_text (call, galley_verb_set_note, error);
}

/* galleyctl correction CLAIM TEXT */
gboolean
cli_correction (CliCall *call, GError **error)
{
  return set_text (call, galley_verb_set_correction, error);
}
