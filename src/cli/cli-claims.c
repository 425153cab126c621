/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-novelty.h"

#include <glib/gi18n-lib.h>

static void
print_claim_line (GalleyText *text, GalleyClaim *claim)
{
  GalleyRange range = galley_claim_get_range (claim);
  g_autofree char *quote = cli_quote_range (text, range);

  cli_print ("%s\t%s\t%u\t%u\t%s\n", galley_claim_get_id (claim),
             galley_claim_is_unjudged (claim)
                 ? "-"
                 : galley_status_to_nick (galley_claim_get_status (claim)),
             range.start, range.end, quote);
}

/* galleyctl claims ARTICLE */
gboolean
cli_claims (CliCall *call, GError **error)
{
  g_autofree char *nick = NULL;
  int draft = CLI_NOT_TYPED;
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
  check = cli_load_as_seen (call, call->arguments[0], draft, error);
  if (check == NULL)
    return FALSE;

  text = galley_document_get_text (galley_check_get_document (check));
  claims = galley_check_get_claims (check);
  json_builder_begin_array (builder);
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);

      if (nick != NULL &&
          (galley_claim_is_unjudged (claim) || galley_claim_get_status (claim) != status))
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
add_suggestion (JsonBuilder *builder, GalleyText *text, GalleyRange range, gboolean is_new)
{
  json_builder_begin_object (builder);
  cli_json_add_range (builder, text, range);
  if (is_new)
    cli_json_add_boolean (builder, "new", TRUE);
  json_builder_end_object (builder);
}

/* galleyctl suggestions ARTICLE */
gboolean
cli_suggestions (CliCall *call, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GArray) suggestions = NULL;
  g_autoptr (GArray) fresh = NULL;
  g_autoptr (GArray) words = NULL;
  gboolean is_only_new = FALSE;
  const GOptionEntry options[] = {
    { "new", 0, 0, G_OPTION_ARG_NONE, &is_only_new, N_ ("Only what is new in the present draft"),
      NULL },
    { NULL },
  };
  GalleyText *text;
  guint next = 0;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  words = check != NULL ? galley_novelty_find (call->desk, check, error) : NULL;
  if (words == NULL)
    return FALSE;

  text = galley_document_get_text (galley_check_get_document (check));
  suggestions = galley_check_get_suggestions (check);
  fresh = galley_novelty_choose (suggestions, words);
  json_builder_begin_array (builder);
  for (guint i = 0; i < suggestions->len; i++)
    {
      GalleyRange range = g_array_index (suggestions, GalleyRange, i);
      g_autofree char *quote = cli_quote_range (text, range);
      gboolean is_new =
          next < fresh->len && g_array_index (fresh, GalleyRange, next).start == range.start;

      next += is_new;
      if (is_only_new && !is_new)
        continue;
      if (call->json)
        add_suggestion (builder, text, range, is_new);
      else
        cli_print ("%u\t%u\t%s\n", range.start, range.end, quote);
    }
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
  return TRUE;
}
