/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-sign-off-verbs.h"
#include "galley-store-error.h"

#include <glib/gi18n-lib.h>

static void
add_entry (JsonBuilder *builder, const GalleyHistoryFields *fields)
{
  json_builder_begin_object (builder);
  cli_json_add_string (builder, "event", fields->event_id);
  cli_json_add_string (builder, "time", fields->time);
  cli_json_add_string (builder, "actor", fields->actor);
  cli_json_add_string (builder, "act", fields->act);
  cli_json_add_string (builder, "verb", fields->verb);
  cli_json_add_string (builder, "kind", fields->kind);
  cli_json_add_string (builder, "article", fields->article_id);
  cli_json_add_string (builder, "subject", fields->subject_id);
  cli_json_add_string (builder, "unit", fields->unit_id);
  cli_json_add_string (builder, "claim", fields->claim_id);
  cli_json_add_string (builder, "quote", fields->claim);
  cli_json_add_string (builder, "old", fields->old_value);
  cli_json_add_string (builder, "new", fields->new_value);
  cli_json_add_string (builder, "seal", fields->seal);
  json_builder_end_object (builder);
}

/* A correction that strikes words is there and has no words; that is not the same as none. */
static const char *
show_value (const char *value)
{
  if (value == NULL)
    return "";

  return *value != '\0' ? value : "“”";
}

static void
print_entry (const GalleyHistoryFields *fields)
{
  g_autofree char *change =
      g_strdup_printf ("%s → %s", show_value (fields->old_value), show_value (fields->new_value));
  gboolean did = g_str_equal (fields->act, "do");
  g_autofree char *verb = g_strconcat (did ? "" : fields->act, did ? "" : " ", fields->verb, NULL);

  cli_print_fields (fields->time, fields->actor, verb, fields->kind, fields->subject_id, change,
                    fields->claim != NULL ? fields->claim : "", NULL);
}

/* What was done since an article was last signed off, on one claim if that is not NULL. */
static GPtrArray *
list_changes (CliCall *call, const char *article, const char *claim, GError **error)
{
  g_autoptr (GalleySignOff) last = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (article == NULL)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("“--since sign-off” needs an article"));
      return NULL;
    }
  entries = galley_desk_list_changes (call->desk, article, &last, error);
  if (entries == NULL)
    return NULL;
  if (last == NULL)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED, _ ("This article was never signed off"));
      return NULL;
    }

  for (guint i = entries->len; claim != NULL && i > 0; i--)
    if (g_strcmp0 (galley_history_entry_get_fields (g_ptr_array_index (entries, i - 1))->claim_id,
                   claim) != 0)
      g_ptr_array_remove_index (entries, i - 1);
  return g_steal_pointer (&entries);
}

static GPtrArray *
list_entries (CliCall *call, const char *claim_typed, gboolean since_sign_off, GError **error)
{
  g_autofree char *article = NULL;
  g_autofree char *claim = NULL;
  GalleyDesk *desk = cli_get_desk (call, error);

  if (desk == NULL)
    return NULL;
  if (call->arguments != NULL)
    {
      article = cli_find_article_id (call, call->arguments[0], error);
      if (article == NULL || !cli_check_shown (call, article, error))
        return NULL;
    }
  if (claim_typed != NULL)
    {
      claim = cli_find_claim (call, claim_typed, error);
      if (claim == NULL)
        return NULL;
    }

  return since_sign_off
             ? list_changes (call, article, claim, error)
             : galley_desk_list_history (desk, article, claim, /* cancellable= */ NULL, error);
}

/* galleyctl history [ARTICLE] */
gboolean
cli_history (CliCall *call, GError **error)
{
  g_autofree char *claim = NULL;
  g_autofree char *since = NULL;
  const GOptionEntry options[] = {
    { "claim", 0, 0, G_OPTION_ARG_STRING, &claim, N_ ("Only what was done to this claim"),
      N_ ("CLAIM") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &since,
      N_ ("Only what was done from then on, such as “2025-09-03T14:30:00Z”; or “sign-off”: only "
          "what "
          "the last signature does not cover"),
      N_ ("TIME") },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GHashTable) hidden = NULL;
  gboolean since_sign_off;
  gint64 since_ms = 0;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  since_sign_off = g_strcmp0 (since, "sign-off") == 0;
  if (since != NULL && !since_sign_off && !cli_parse_time (since, &since_ms, error))
    return FALSE;
  entries = list_entries (call, claim, since_sign_off, error);
  if (entries == NULL)
    return FALSE;

  hidden = cli_list_hidden (call);
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      GalleyHistoryEntry *entry = g_ptr_array_index (entries, i);
      const GalleyHistoryFields *fields = galley_history_entry_get_fields (entry);

      if (galley_history_entry_get_time (entry) < since_ms ||
          (fields->article_id != NULL && g_hash_table_contains (hidden, fields->article_id)))
        continue;
      if (call->json)
        add_entry (builder, fields);
      else
        print_entry (fields);
    }
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
  return TRUE;
}

typedef GalleyOutcome *(*Step) (GalleyDesk *desk, const char *scope_id, GError **error);

/* What undo and redo go back and forth in: one's second reading of the article, if there is one
 * under way; else the article. (transfer full) (nullable) */
static char *
find_scope (CliCall *call, const char *typed, GError **error)
{
  g_autoptr (GalleyCheck) check = NULL;
  g_autofree char *article = cli_find_article_id (call, typed, error);
  GalleyArticle *listed = article != NULL ? galley_desk_find_article (call->desk, article) : NULL;
  const char *actor = galley_desk_get_actor (call->desk);
  GalleyReading *reading;

  if (listed == NULL || !galley_article_is_read_by (listed, actor))
    return g_steal_pointer (&article);

  check = galley_desk_load (call->desk, article, /* cancellable= */ NULL, error);
  if (check == NULL)
    return NULL;
  reading = galley_check_find_reading_of (check, actor);
  return reading != NULL ? g_strdup (reading->id) : g_steal_pointer (&article);
}

/* Does a step of undo or redo and prints the verb that it was about. */
static gboolean
take_step (CliCall *call, Step step, GError **error)
{
  g_autofree char *scope = NULL;
  g_autoptr (GError) problem = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error) || cli_get_desk (call, error) == NULL)
    return FALSE;
  if (call->arguments != NULL)
    {
      scope = find_scope (call, call->arguments[0], error);
      if (scope == NULL)
        return FALSE;
    }

  outcome = step (call->desk, scope, &problem);
  if (outcome == NULL)
    {
      gboolean is_signed = g_error_matches (problem, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_SIGNED);

      /* The article is there; it is the step that is missing. */
      g_set_error_literal (error, CLI_ERROR, is_signed ? CLI_EXIT_SIGNED : CLI_EXIT_FAILED,
                           problem->message);
      return FALSE;
    }

  cli_print ("%s\n", outcome->verb);
  return TRUE;
}

static GalleyOutcome *
undo (GalleyDesk *desk, const char *scope_id, GError **error)
{
  return galley_desk_undo (desk, scope_id, /* unit_id= */ NULL, /* cancellable= */ NULL, error);
}

static GalleyOutcome *
redo (GalleyDesk *desk, const char *scope_id, GError **error)
{
  return galley_desk_redo (desk, scope_id, /* cancellable= */ NULL, error);
}

/* galleyctl undo [ARTICLE] */
gboolean
cli_undo (CliCall *call, GError **error)
{
  return take_step (call, undo, error);
}

/* galleyctl redo [ARTICLE] */
gboolean
cli_redo (CliCall *call, GError **error)
{
  return take_step (call, redo, error);
}
