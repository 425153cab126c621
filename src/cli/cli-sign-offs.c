/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-gate.h"
#include "galley-sign-off-verbs.h"

#include <glib/gi18n-lib.h>

static void
add_item (JsonBuilder *builder, const GalleyGateItem *item)
{
  json_builder_begin_object (builder);
  cli_json_add_string (builder, "kind", galley_gate_kind_to_nick (item->kind));
  cli_json_add_boolean (builder, "missing", item->kind != GALLEY_GATE_DISPUTED);
  cli_json_add_string (builder, "claim", item->claim_id);
  cli_json_add_integer (builder, "start", item->range.start);
  cli_json_add_integer (builder, "end", item->range.end);
  cli_json_add_string (builder, "quote", item->quote);
  cli_json_add_string (builder, "details", item->details);
  json_builder_end_object (builder);
}

static void
print_item (const GalleyGateItem *item)
{
  g_autofree char *start = g_strdup_printf ("%u", item->range.start);
  g_autofree char *end = g_strdup_printf ("%u", item->range.end);

  cli_print_fields (galley_gate_kind_to_nick (item->kind),
                    item->claim_id != NULL ? item->claim_id : "", start, end,
                    item->details != NULL ? item->details : "", item->quote, NULL);
}

static GalleyGate *
load_gate (CliCall *call, GError **error)
{
  g_autofree char *article = NULL;

  if (cli_get_desk (call, error) == NULL)
    return NULL;
  article = cli_find_article_id (call, call->arguments[0], error);
  return article != NULL && cli_check_shown (call, article, error)
             ? galley_gate_load (call->desk, article, error)
             : NULL;
}

/* galleyctl gate ARTICLE */
gboolean
cli_gate (CliCall *call, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GalleyGate) gate = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  gate = load_gate (call, error);
  if (gate == NULL)
    return FALSE;

  json_builder_begin_array (builder);
  for (guint i = 0; i < gate->items->len; i++)
    if (call->json)
      add_item (builder, g_ptr_array_index (gate->items, i));
    else
      print_item (g_ptr_array_index (gate->items, i));
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
  call->exit = galley_gate_get_n_missing (gate) > 0 ? CLI_EXIT_INCOMPLETE : CLI_EXIT_DONE;
  return TRUE;
}

static GalleyAction *
make_action (GalleyGate *gate,
             GalleyRole role,
             const char *name,
             const char *exception,
             GError **error)
{
  GalleyAction *action = galley_gate_make_action (gate, role, name, exception, error);

  /* What is missing is the caller's to tell apart from a library that can't be written. */
  if (action == NULL && error != NULL &&
      g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT))
    {
      (*error)->domain = CLI_ERROR;
      (*error)->code = CLI_EXIT_INCOMPLETE;
    }
  return action;
}

/* galleyctl sign ARTICLE ROLE */
gboolean
cli_sign (CliCall *call, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *exception = NULL;
  const GOptionEntry options[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("Who signs; without it, whoever acts"),
      N_ ("NAME") },
    { "exception", 0, 0, G_OPTION_ARG_STRING, &exception,
      N_ ("What is not verified, and why it is signed all the same"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (GalleyGate) gate = NULL;
  GalleyAction *action;
  GalleyRole role;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  if (!galley_role_from_nick (call->arguments[1], &role))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("“%s” is none of “checker”, “editor” and “legal”"), call->arguments[1]);
      return FALSE;
    }
  gate = load_gate (call, error);
  if (gate == NULL)
    return FALSE;

  action = make_action (gate, role, name != NULL ? name : galley_desk_get_actor (call->desk),
                        exception, error);
  return action != NULL && cli_perform_and_print (call, action, /* n_printed= */ 1, error);
}

/* galleyctl reopen ARTICLE REASON */
gboolean
cli_reopen (CliCall *call, GError **error)
{
  g_autofree char *article = NULL;
  g_autofree char *reason = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  reason = g_strstrip (g_strdup (call->arguments[1]));
  if (*reason == '\0')
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("The reason is empty"));
      return FALSE;
    }
  if (cli_get_desk (call, error) == NULL)
    return FALSE;
  article = cli_find_article_id (call, call->arguments[0], error);

  return article != NULL && cli_perform (call, galley_verb_reopen (article, reason), error);
}

static void
add_sign_off (JsonBuilder *builder, const GalleySignOff *sign_off)
{
  json_builder_begin_object (builder);
  cli_json_add_string (builder, "id", sign_off->id);
  cli_json_add_string (builder, "article", sign_off->article_id);
  cli_json_add_string (builder, "draft", sign_off->draft_id);
  cli_json_add_string (builder, "role", galley_role_to_nick (sign_off->role));
  cli_json_add_string (builder, "name", sign_off->name);
  cli_json_add_string (builder, "exception", sign_off->exception);
  cli_json_add_time (builder, "signed_at", sign_off->signed_at);
  cli_json_add_boolean (builder, "in_force", galley_sign_off_is_in_force (sign_off));
  cli_json_add_integer (builder, "changes", sign_off->n_changes);
  cli_json_add_string (builder, "reopened_by", sign_off->reopened_by);
  if (sign_off->reopened_at != 0)
    cli_json_add_time (builder, "reopened_at", sign_off->reopened_at);
  else
    cli_json_add_string (builder, "reopened_at", NULL);
  cli_json_add_string (builder, "reason", sign_off->reason);
  json_builder_end_object (builder);
}

static void
print_sign_off (const GalleySignOff *sign_off)
{
  g_autofree char *signed_at = cli_format_time (sign_off->signed_at);
  g_autofree char *changes = g_strdup_printf ("%u", sign_off->n_changes);
  g_autofree char *reopened_at =
      sign_off->reopened_at != 0 ? cli_format_time (sign_off->reopened_at) : g_strdup ("");

  cli_print_fields (sign_off->article_id, signed_at, galley_role_to_nick (sign_off->role),
                    sign_off->name, changes, sign_off->exception != NULL ? sign_off->exception : "",
                    reopened_at, sign_off->reopened_by != NULL ? sign_off->reopened_by : "",
                    sign_off->reason != NULL ? sign_off->reason : "", NULL);
}

/* galleyctl sign-offs [ARTICLE] */
gboolean
cli_sign_offs (CliCall *call, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) sign_offs = NULL;
  g_autofree char *article = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error) || cli_get_desk (call, error) == NULL)
    return FALSE;
  if (call->arguments != NULL)
    {
      article = cli_find_article_id (call, call->arguments[0], error);
      if (article == NULL)
        return FALSE;
    }
  sign_offs = galley_desk_list_sign_offs (call->desk, article, error);
  if (sign_offs == NULL)
    return FALSE;

  json_builder_begin_array (builder);
  for (guint i = 0; i < sign_offs->len; i++)
    if (call->json)
      add_sign_off (builder, g_ptr_array_index (sign_offs, i));
    else
      print_sign_off (g_ptr_array_index (sign_offs, i));
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
  return TRUE;
}
