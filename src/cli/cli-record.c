/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include <glib/gi18n-lib.h>

/* The fields of a claim that “set” knows besides those of #GalleyDetail. */
static const char *const detail_names[GALLEY_N_DETAILS] = {
  [GALLEY_DETAIL_CATEGORY] = "category",
  [GALLEY_DETAIL_SPEAKER] = "speaker",
  [GALLEY_DETAIL_SENTENCE] = "sentence",
  [GALLEY_DETAIL_ASSIGNEE] = "assignee",
};

static gboolean
parse_truth (const char *typed, gboolean *out_truth, GError **error)
{
  if (!g_str_equal (typed, "yes") && !g_str_equal (typed, "no"))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("“%s” is neither “yes” nor “no”"), typed);
      return FALSE;
    }

  *out_truth = g_str_equal (typed, "yes");
  return TRUE;
}

static GalleyAction *
make_set_action (const char *const *claims, const char *field, const char *value, GError **error)
{
  GalleyPriority priority;
  gboolean truth;

  for (guint i = 0; i < GALLEY_N_DETAILS; i++)
    if (g_str_equal (field, detail_names[i]))
      return galley_verb_set_detail (claims, i, value);

  if (g_str_equal (field, "priority"))
    {
      if (galley_priority_from_nick (value, &priority))
        return galley_verb_set_priority (claims, priority);
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("“%s” is none of “normal”, “high” and “low”"), value);
      return NULL;
    }
  if (g_str_equal (field, "star"))
    return parse_truth (value, &truth, error) ? galley_verb_set_starred (claims, truth) : NULL;
  if (g_str_equal (field, "publishable"))
    return parse_truth (value, &truth, error) ? galley_verb_set_publishable (claims, truth) : NULL;

  g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
               _ ("“%s” is none of “category”, “speaker”, “sentence”, “assignee”, “priority”,"
                  " “star” and “publishable”"),
               field);
  return NULL;
}

/* galleyctl set CLAIM… FIELD VALUE */
gboolean
cli_set (CliCall *call, GError **error)
{
  g_auto (GStrv) claims = NULL;
  GalleyAction *action;
  guint n_claims;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  n_claims = g_strv_length (call->arguments) - 2;
  claims = cli_find_claims (call, n_claims, error);
  if (claims == NULL)
    return FALSE;
  action = make_set_action ((const char *const *) claims, call->arguments[n_claims],
                            call->arguments[n_claims + 1], error);

  return action != NULL && cli_perform (call, action, error);
}

/* galleyctl comment CLAIM TEXT */
gboolean
cli_comment (CliCall *call, GError **error)
{
  g_autofree char *claim = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  if (*call->arguments[1] == '\0')
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("The text is empty"));
      return FALSE;
    }
  claim = cli_find_claim (call, call->arguments[0], error);
  if (claim == NULL)
    return FALSE;

  return cli_perform_and_print (call, galley_verb_add_note (claim, call->arguments[1]),
                                /* n_printed= */ 1, error);
}

/* galleyctl remove-comment COMMENT */
gboolean
cli_remove_comment (CliCall *call, GError **error)
{
  g_autofree char *id = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;

  id = g_ascii_strdown (call->arguments[0], -1);
  return cli_perform (call, galley_verb_remove_note (id), error);
}

static void
add_missing (JsonBuilder *builder, GalleyClaim *claim, GPtrArray *missing)
{
  json_builder_begin_object (builder);
  cli_json_add_string (builder, "id", galley_claim_get_id (claim));
  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (guint i = 0; i < missing->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (missing, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* galleyctl missing ARTICLE */
gboolean
cli_missing (CliCall *call, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GalleyRequirements) requirements = NULL;
  g_autoptr (GalleyCheck) check = NULL;
  GalleyClaimList *claims;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL)
    return FALSE;
  requirements = galley_desk_load_requirements (call->desk, /* cancellable= */ NULL, error);
  if (requirements == NULL)
    return FALSE;

  claims = galley_check_get_claims (check);
  json_builder_begin_array (builder);
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      g_autoptr (GPtrArray) missing = galley_requirements_list_missing (requirements, claim);

      if (missing->len > 0 && call->json)
        add_missing (builder, claim, missing);
      for (guint j = 0; !call->json && j < missing->len; j++)
        cli_print_fields (galley_claim_get_id (claim), g_ptr_array_index (missing, j), NULL);
    }
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
  return TRUE;
}

/* galleyctl settings */
gboolean
cli_settings (CliCall *call, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GHashTable) settings = NULL;
  GalleyDesk *desk;
  const char *name;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  desk = cli_get_desk (call, error);
  if (desk == NULL)
    return FALSE;
  settings = galley_desk_list_settings (desk, /* cancellable= */ NULL, error);
  if (settings == NULL)
    return FALSE;

  json_builder_begin_object (builder);
  for (guint i = 0; (name = galley_requirements_peek_name (i)) != NULL; i++)
    {
      g_autofree char *value = galley_requirements_dup_value (settings, name);

      if (call->json)
        cli_json_add_string (builder, name, value);
      else
        cli_print_fields (name, value, NULL);
    }
  json_builder_end_object (builder);

  if (call->json)
    cli_print_json (builder);
  return TRUE;
}

/* galleyctl setting NAME [VALUE] */
gboolean
cli_setting (CliCall *call, GError **error)
{
  g_autofree char *problem = NULL;
  gboolean reset = FALSE;
  const GOptionEntry options[] = {
    { "reset", 0, 0, G_OPTION_ARG_NONE, &reset, N_ ("Go back to what Galley begins with"), NULL },
    { NULL },
  };
  const char *value;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  value = call->arguments[1];
  if (reset != (value == NULL))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("“setting” takes either a value or “--reset”"));
      return FALSE;
    }
  problem = galley_requirements_check_setting (call->arguments[0], value);
  if (problem != NULL)
    {
      g_set_error_literal (error, CLI_ERROR, CLI_EXIT_USAGE, problem);
      return FALSE;
    }

  return cli_perform (call, galley_verb_change_setting (call->arguments[0], value), error);
}
