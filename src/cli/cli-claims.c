/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include <glib/gi18n-lib.h>

static void
print_claim_line (GalleyText *text, GalleyClaim *claim)
{
  GalleyRange range = galley_claim_get_range (claim);
  g_autofree char *quote = cli_quote_range (text, range);

  cli_print ("%s\t%s\t%u\t%u\t%s\n", galley_claim_get_id (claim),
             galley_status_to_nick (galley_claim_get_status (claim)), range.start, range.end,
             quote);
}

/* galleyctl claims ARTICLE */
gboolean
cli_claims (CliCall *call, GError **error)
{
  g_autofree char *nick = NULL;
  int draft = 0;
  const GOptionEntry options[] = {
    { "status", 0, 0, G_OPTION_ARG_STRING, &nick, N_ ("List only claims that stand there"),
      N_ ("STATUS") },
    CLI_DRAFT_OPTION (&draft),
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GalleyCheck) check = NULL;
  GalleyStatus status = GALLEY_STATUS_PENDING;
  GalleyClaimList *claims;
  GalleyText *text;

  if (!cli_call_parse (call, options, error) ||
      (nick != NULL && !cli_parse_status (nick, &status, error)))
    return FALSE;
  check = cli_load_at (call, call->arguments[0], draft, error);
  if (check == NULL)
    return FALSE;

  text = galley_document_get_text (galley_check_get_document (check));
  claims = galley_check_get_claims (check);
  json_builder_begin_array (builder);
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);

      if (nick != NULL && galley_claim_get_status (claim) != status)
        continue;
      if (call->json)
        cli_json_add_claim (builder, text, claim);
      else
        print_claim_line (text, claim);
    }
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
  return TRUE;
}

static void
add_suggestion (JsonBuilder *builder, GalleyText *text, GalleyRange range)
{
  json_builder_begin_object (builder);
  cli_json_add_range (builder, text, range);
  json_builder_end_object (builder);
}

/* galleyctl suggestions ARTICLE */
gboolean
cli_suggestions (CliCall *call, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GArray) suggestions = NULL;
  GalleyText *text;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL)
    return FALSE;

  text = galley_document_get_text (galley_check_get_document (check));
  suggestions = galley_check_get_suggestions (check);
  json_builder_begin_array (builder);
  for (guint i = 0; i < suggestions->len; i++)
    {
      GalleyRange range = g_array_index (suggestions, GalleyRange, i);
      g_autofree char *quote = cli_quote_range (text, range);

      if (call->json)
        add_suggestion (builder, text, range);
      else
        cli_print ("%u\t%u\t%s\n", range.start, range.end, quote);
    }
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
  return TRUE;
}
