/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include <glib/gi18n-lib.h>

/* Finds the entry of the source log that a query is put to. */
static gboolean
find_addressee (CliCall *call,
                const char *to,
                const char *source,
                GalleyQueryFields *fields,
                GError **error)
{
  if (source != NULL)
    {
      fields->addressee = GALLEY_ADDRESSEE_SOURCE;
      fields->source = cli_load_source (call, source, error);
      return fields->source != NULL;
    }
  if (to != NULL && !galley_addressee_from_nick (to, &fields->addressee))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("“%s” is none of “writer”, “editor” and “source”"), to);
      return FALSE;
    }

  return TRUE;
}

/* galleyctl ask CLAIM QUESTION */
gboolean
cli_ask (CliCall *call, GError **error)
{
  g_autofree char *to = NULL;
  g_autofree char *typed_source = NULL;
  g_autofree char *due = NULL;
  const GOptionEntry options[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("“writer” (the default), “editor” or “source”"),
      N_ ("WHOM") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &typed_source,
      N_ ("Put it to an entry of the source log"), N_ ("SOURCE") },
    { "due", 0, 0, G_OPTION_ARG_STRING, &due, N_ ("Until when, such as “2025-09-03”"),
      N_ ("TIME") },
    { NULL },
  };
  GalleyQueryFields fields = { .addressee = GALLEY_ADDRESSEE_WRITER };
  g_autoptr (GalleySource) source = NULL;
  g_autofree char *claim = NULL;
  gboolean found;

  if (!cli_call_parse (call, options, error) ||
      (due != NULL && !cli_parse_time (due, &fields.due_at, error)))
    return FALSE;
  fields.question = call->arguments[1];
  if (*fields.question == '\0')
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("The question is empty"));
      return FALSE;
    }
  claim = cli_find_claim (call, call->arguments[0], error);
  if (claim == NULL)
    return FALSE;
  found = find_addressee (call, to, typed_source, &fields, error);
  source = fields.source;

  return found && cli_perform_and_print (call, galley_verb_add_query (claim, &fields),
                                         /* n_printed= */ 1, error);
}

typedef GalleyAction *(*QueryVerb) (const char *query_id, const char *text);

/* A query and a text, or --clear and no text. */
static gboolean
set_text (CliCall *call, QueryVerb verb, GError **error)
{
  gboolean clear = FALSE;
  const GOptionEntry options[] = {
    { "clear", 0, 0, G_OPTION_ARG_NONE, &clear, N_ ("Remove it"), NULL },
    { NULL },
  };
  g_autofree char *id = NULL;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  if (clear != (call->arguments[1] == NULL))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("“%s” takes either a text or “--clear”"),
                   call->command->name);
      return FALSE;
    }

  id = g_ascii_strdown (call->arguments[0], -1);
  return cli_perform (call, verb (id, call->arguments[1]), error);
}

/* galleyctl answer QUERY TEXT */
gboolean
cli_answer (CliCall *call, GError **error)
{
  return set_text (call, galley_verb_answer_query, error);
}

/* galleyctl decide QUERY TEXT */
gboolean
cli_decide (CliCall *call, GError **error)
{
  return set_text (call, galley_verb_decide_query, error);
}

/* galleyctl remove-query QUERY */
gboolean
cli_remove_query (CliCall *call, GError **error)
{
  g_autofree char *id = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;

  id = g_ascii_strdown (call->arguments[0], -1);
  return cli_perform (call, galley_verb_remove_query (id), error);
}

static void
print_query_line (GalleyQueryPlace *place)
{
  GalleyQuery *query = place->query;
  g_autofree char *due = query->due_at != 0 ? cli_format_time (query->due_at) : NULL;

  cli_print_fields (query->id, galley_addressee_to_nick (query->addressee), due != NULL ? due : "-",
                    query->question, query->answer != NULL ? query->answer : "-",
                    query->decision != NULL ? query->decision : "-", NULL);
}

/* galleyctl queries */
gboolean
cli_queries (CliCall *call, GError **error)
{
  gboolean all = FALSE;
  const GOptionEntry options[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("List those that were answered or decided, too"),
      NULL },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GHashTable) hidden = NULL;
  GalleyDesk *desk;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  desk = cli_get_desk (call, error);
  if (desk == NULL)
    return FALSE;
  places = galley_desk_list_queries (desk, !all, /* cancellable= */ NULL, error);
  if (places == NULL)
    return FALSE;

  hidden = cli_list_hidden (call);
  json_builder_begin_array (builder);
  for (guint i = 0; i < places->len; i++)
    {
      GalleyQueryPlace *place = g_ptr_array_index (places, i);

      if (g_hash_table_contains (hidden, place->article_id))
        continue;
      if (!call->json)
        {
          print_query_line (place);
          continue;
        }
      json_builder_begin_object (builder);
      cli_json_add_query (builder, place->query);
      cli_json_add_string (builder, "article", place->article_id);
      cli_json_add_string (builder, "title", place->article_title);
      cli_json_add_string (builder, "quote", place->quote);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
  return TRUE;
}
