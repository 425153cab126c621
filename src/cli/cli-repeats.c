/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-repeat-verb.h"
#include "galley-twins.h"

#include <glib/gi18n-lib.h>

static const char *
get_id (const GalleyTwin *twin)
{
  return twin->claim != NULL ? galley_claim_get_id (twin->claim) : NULL;
}

static const char *
get_status (const GalleyTwin *twin)
{
  return twin->claim != NULL ? galley_status_to_nick (galley_claim_get_status (twin->claim))
                             : "suggestion";
}

/* What the others of its group are compared with has no state of its own. */
static void
print_twin (guint group, const GalleyTwin *twin, gboolean is_lead, GalleyDocument *document)
{
  g_autofree char *number = g_strdup_printf ("%u", group);
  g_autofree char *start = g_strdup_printf ("%u", twin->range.start);
  g_autofree char *end = g_strdup_printf ("%u", twin->range.end);
  g_autofree char *words = cli_quote_range (galley_document_get_text (document), twin->range);
  g_autofree char *reason = is_lead ? NULL : galley_twin_describe (twin, document);
  const char *id = get_id (twin);

  cli_print_fields (number, is_lead ? "first" : galley_twin_state_to_nick (twin->state),
                    id != NULL ? id : "-", get_status (twin), start, end, words,
                    reason != NULL ? reason : "", NULL);
}

static void
add_differences (JsonBuilder *builder, const GalleyTwin *twin)
{
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < GALLEY_N_DIFFERENCES; i++)
    if ((twin->difference.changes & (1 << i)) != 0)
      json_builder_add_string_value (builder, galley_difference_to_nick (1 << i));
  json_builder_end_array (builder);
}

static void
add_twin (JsonBuilder *builder, const GalleyTwin *twin, gboolean is_lead, GalleyDocument *document)
{
  g_autofree char *reason = is_lead ? NULL : galley_twin_describe (twin, document);

  json_builder_begin_object (builder);
  cli_json_add_string (builder, "claim", get_id (twin));
  cli_json_add_string (
      builder, "status",
      twin->claim != NULL ? galley_status_to_nick (galley_claim_get_status (twin->claim)) : NULL);
  cli_json_add_range (builder, galley_document_get_text (document), twin->range);
  cli_json_add_string (builder, "state",
                       is_lead ? "first" : galley_twin_state_to_nick (twin->state));
  add_differences (builder, twin);
  cli_json_add_string (builder, "reason", reason);
  json_builder_end_object (builder);
}

static void
add_group (JsonBuilder *builder, GPtrArray *twins, GalleyDocument *document)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < twins->len; i++)
    add_twin (builder, g_ptr_array_index (twins, i), /* is_lead= */ i == 0, document);
  json_builder_end_array (builder);
}

/* galleyctl repeats ARTICLE */
gboolean
cli_repeats (CliCall *call, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GalleyTwins) twins = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  GalleyDocument *document;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL)
    return FALSE;

  document = galley_check_get_document (check);
  twins = galley_twins_new (check);
  groups = galley_twins_list_groups (twins, check);
  json_builder_begin_array (builder);
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);

      if (call->json)
        add_group (builder, group, document);
      for (guint j = 0; !call->json && j < group->len; j++)
        print_twin (i + 1, g_ptr_array_index (group, j), /* is_lead= */ j == 0, document);
    }
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
  return TRUE;
}

static GalleyTwin *
find_twin (GPtrArray *twins, const char *claim_id)
{
  for (guint i = 0; i < twins->len; i++)
    if (g_strcmp0 (get_id (g_ptr_array_index (twins, i)), claim_id) == 0)
      return g_ptr_array_index (twins, i);

  return NULL;
}

/* Leaves those that were typed in @twins, which are all there are. */
static gboolean
choose (CliCall *call, char **typed, GPtrArray **twins, GError **error)
{
  g_autoptr (GPtrArray) chosen =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_twin_unref);

  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_autofree char *id = cli_find_claim (call, typed[i], error);
      GalleyTwin *twin = id != NULL ? find_twin (*twins, id) : NULL;

      if (id == NULL)
        return FALSE;
      if (twin == NULL)
        {
          g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED, _ ("The claim %s is no repeat of %s"), id,
                       call->arguments[0]);
          return FALSE;
        }
      if (!g_ptr_array_find (chosen, twin, NULL))
        g_ptr_array_add (chosen, galley_twin_ref (twin));
    }

  g_ptr_array_unref (*twins);
  *twins = g_steal_pointer (&chosen);
  return TRUE;
}

static void
print_given (GPtrArray *twins, GPtrArray *given_ids, GalleyDocument *document)
{
  guint n_given = 0;

  for (guint i = 0; i < twins->len; i++)
    {
      const GalleyTwin *twin = g_ptr_array_index (twins, i);
      g_autofree char *words = cli_quote_range (galley_document_get_text (document), twin->range);
      g_autofree char *reason = galley_twin_describe (twin, document);

      if (reason == NULL)
        cli_print_fields ("given", g_ptr_array_index (given_ids, n_given++), words, NULL);
      else
        cli_print_fields ("refused", get_id (twin) != NULL ? get_id (twin) : "-", words, reason,
                          NULL);
    }
}

static gboolean
give (CliCall *call, GalleyCheck *check, GalleyClaim *claim, GPtrArray *twins, GError **error)
{
  g_autoptr (GPtrArray) given_ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GalleyAction) action = galley_verb_repeat (check, claim, twins, given_ids);

  if (action == NULL)
    call->exit = CLI_EXIT_FAILED;
  else if (!cli_perform (call, galley_action_ref (action), error))
    return FALSE;

  print_given (twins, given_ids, galley_check_get_document (check));
  return TRUE;
}

/* galleyctl repeat CLAIM */
gboolean
cli_repeat (CliCall *call, GError **error)
{
  g_auto (GStrv) typed = NULL;
  const GOptionEntry options[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING_ARRAY, &typed,
      N_ ("Give the verdict to this claim; may be repeated"), N_ ("CLAIM") },
    { NULL },
  };
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GalleyTwins) all = NULL;
  g_autoptr (GPtrArray) twins = NULL;
  GalleyClaim *claim;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  check = cli_load_with_claim (call, call->arguments[0], &claim, error);
  if (check == NULL)
    return FALSE;
  if (galley_claim_get_status (claim) == GALLEY_STATUS_PENDING)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED, _ ("The claim %s has no verdict yet"),
                   galley_claim_get_id (claim));
      return FALSE;
    }

  all = galley_twins_new (check);
  twins = galley_twins_list (all, check, claim);
  if (typed != NULL && !choose (call, typed, &twins, error))
    return FALSE;
  if (twins->len == 0)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED,
                   _ ("The article says nothing else that repeats the claim %s"),
                   galley_claim_get_id (claim));
      return FALSE;
    }

  return give (call, check, claim, twins, error);
}
