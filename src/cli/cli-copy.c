/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-claim-copy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* galleyctl copy CLAIM */
gboolean
cli_copy (CliCall *call, GError **error)
{
  g_autofree char *nick = NULL, *text = NULL;
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &nick,
      N_ ("“text” (the default), “markdown”, “json” or “jsonld”"), N_ ("FORMAT") },
    { NULL },
  };
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GalleyReport) report = NULL;
  GalleyClaimForm form = GALLEY_CLAIM_AS_TEXT;
  GalleyClaim *claim;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  if (nick != NULL && !galley_claim_form_from_nick (nick, &form))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("“%s” is none of “text”, “markdown”, “json” and “jsonld”"), nick);
      return FALSE;
    }
  check = cli_load_with_claim (call, call->arguments[0], &claim, error);
  if (check == NULL)
    return FALSE;

  report = galley_report_new (galley_check_get_article (check), galley_check_get_document (check),
                              galley_check_get_claims (check), galley_check_get_dismissals (check),
                              /* options= */ NULL);
  text = galley_claim_copy_write (
      report, (guint) galley_claim_copy_find (report, galley_claim_get_id (claim)), form);
  cli_write (text, strlen (text));
  return TRUE;
}
