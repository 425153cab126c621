/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-place-verbs.h"
#include "galley-tray-words.h"

#include <glib/gi18n-lib.h>

/* What stands nowhere has been given a former verdict when it lost its words, and those with it. */
static void
print_claim (GalleyClaim *claim, GArray *places)
{
  GalleyFormer *former = galley_claim_get_former (claim);
  g_autoptr (GString) ranges = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      GalleyRange place = g_array_index (places, GalleyRange, i);

      g_string_append_printf (ranges, "%s%u-%u", i > 0 ? "," : "", place.start, place.end);
    }

  cli_print_fields (
      galley_claim_get_id (claim), galley_place_to_nick (galley_claim_get_place (claim)),
      former != NULL ? galley_status_to_nick (former->status) : "",
      former != NULL ? former->quote : "", ranges->len > 0 ? ranges->str : NULL, NULL);
}

/* galleyctl tray ARTICLE */
gboolean
cli_tray (CliCall *call, GError **error)
{
  gboolean with_retired = FALSE;
  const GOptionEntry options[] = {
    { "retired", 0, 0, G_OPTION_ARG_NONE, &with_retired, N_ ("List those that were retired too"),
      NULL },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GalleyCheck) check = NULL;
  GalleyClaimList *tray;
  GalleyText *text;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL)
    return FALSE;

  tray = galley_check_get_tray (check);
  text = galley_document_get_text (galley_check_get_document (check));
  json_builder_begin_array (builder);
  for (guint i = 0; i < galley_claim_list_get_n_claims (tray); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (tray, i);
      GalleyFormer *former = galley_claim_get_former (claim);
      gboolean is_waiting = galley_place_is_waiting (galley_claim_get_place (claim));
      g_autoptr (GArray) places = NULL;
      GalleyRange back = { 0, 0 };

      if (!with_retired && !is_waiting)
        continue;
      places = galley_tray_words_list (text, is_waiting && former != NULL ? former->quote : NULL);
      galley_tray_words_find (check, claim, &back);
      if (call->json)
        cli_json_add_lost_claim (builder, text, claim, back, places);
      else
        print_claim (claim, places);
    }
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
  return TRUE;
}

/* galleyctl relink CLAIM START END */
gboolean
cli_relink (CliCall *call, GError **error)
{
  gboolean keep = FALSE;
  const GOptionEntry options[] = {
    { "keep", 0, 0, G_OPTION_ARG_NONE, &keep, N_ ("Let its former verdict stand for these words"),
      NULL },
    { NULL },
  };
  g_autofree char *claim_id = NULL;
  g_autoptr (GalleyCheck) check = NULL;
  GalleyDocument *document;
  GalleyRange range;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  check = cli_load_claim_article (call, call->arguments[0], &claim_id, error);
  if (check == NULL)
    return FALSE;
  document = galley_check_get_document (check);
  if (!cli_parse_range (call->arguments + 1, galley_document_get_text (document), &range, error))
    return FALSE;

  return cli_perform (call, galley_verb_relink (claim_id, document, range, keep), error);
}

typedef GalleyAction *(*ClaimsVerb) (const char *const *claim_ids);

static gboolean
do_to_claims (CliCall *call, ClaimsVerb verb, GError **error)
{
  g_auto (GStrv) claims = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  claims = cli_find_claims (call, g_strv_length (call->arguments), error);
  if (claims == NULL)
    return FALSE;

  return cli_perform (call, verb ((const char *const *) claims), error);
}

/* galleyctl retire CLAIM… */
gboolean
cli_retire (CliCall *call, GError **error)
{
  return do_to_claims (call, galley_verb_retire, error);
}

/* galleyctl keep CLAIM… */
gboolean
cli_keep (CliCall *call, GError **error)
{
  return do_to_claims (call, galley_verb_keep_verdict, error);
}
