/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-reading-verbs.h"

#include <glib/gi18n-lib.h>

/* Second readings. The commands of a reader print nothing that the first checker decided. */

static gboolean
parse_choice (int size,
              gboolean is_starred,
              char *seed,
              GalleyReadingChoice *choice,
              GError **error)
{
  gboolean is_sample = size != CLI_NOT_TYPED;

  if (is_sample && size < 1)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("A sample has at least one claim"));
      return FALSE;
    }
  if ((is_sample && is_starred) || (seed != NULL && !is_sample))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("“--seed” goes with “--sample”, and “--starred” does not"));
      return FALSE;
    }

  choice->size = is_sample ? size : 0;
  choice->seed = seed;
  choice->scope = is_sample    ? GALLEY_READING_SAMPLE
                  : is_starred ? GALLEY_READING_STARRED
                               : GALLEY_READING_ALL;
  return TRUE;
}

static gboolean
check_free (CliCall *call, GalleyCheck *check, GError **error)
{
  const char *reader = galley_desk_get_actor (call->desk);

  if (galley_check_find_reading_of (check, reader) != NULL)
    g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED,
                 _ ("%s has a reading of this article under way"), reader);
  else if (galley_check_find_namesake (check, reader) != NULL)
    g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED,
                 _ ("%s has a reading of this article under way in another copy of the library; "
                    "if that is somebody else, take another name"),
                 reader);
  else
    return TRUE;

  return FALSE;
}

/* galleyctl start-reading ARTICLE */
gboolean
cli_start_reading (CliCall *call, GError **error)
{
  int size = CLI_NOT_TYPED;
  gboolean is_starred = FALSE, without_sources = FALSE;
  g_autofree char *seed = NULL;
  const GOptionEntry options[] = {
    { "sample", 0, 0, G_OPTION_ARG_INT, &size, N_ ("Only so many claims, drawn at random"),
      N_ ("NUMBER") },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &seed,
      N_ ("What the sample is drawn by; the same seed gives the same sample"), N_ ("TEXT") },
    { "starred", 0, 0, G_OPTION_ARG_NONE, &is_starred, N_ ("Only starred claims"), NULL },
    { "without-sources", 0, 0, G_OPTION_ARG_NONE, &without_sources,
      N_ ("Show the reader no sources either"), NULL },
    { NULL },
  };
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GPtrArray) claims = NULL;
  GalleyReadingChoice choice = { 0 };

  if (!cli_call_parse (call, options, error) ||
      !parse_choice (size, is_starred, seed, &choice, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL || !check_free (call, check, error))
    return FALSE;

  if (choice.scope == GALLEY_READING_SAMPLE && seed == NULL)
    choice.seed = seed = galley_reading_make_seed ();
  choice.with_sources = !without_sources;
  claims = galley_reading_choose (galley_check_get_claims (check), &choice);
  if (claims->len == 0)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_FAILED,
                   _ ("The article has no claim that could be read"));
      return FALSE;
    }

  return cli_perform_and_print (
      call,
      galley_verb_start_reading (galley_article_get_id (galley_check_get_article (check)), claims,
                                 &choice),
      /* n_printed= */ 1, error);
}

/* For those who say that a reading of their name which began elsewhere is theirs. */
#define TAKE_UP_OPTION(variable)                                                                   \
  {                                                                                                \
    "take-up", 0, 0, G_OPTION_ARG_NONE, variable,                                                  \
        N_ ("Go on here with one’s reading that began in another copy of the library"), NULL       \
  }

static void
set_no_reading (const char *reader, gboolean has_namesake, GError **error)
{
  if (has_namesake)
    g_set_error (
        error, CLI_ERROR, CLI_EXIT_FAILED,
        _ ("The reading by %s began in another copy of the library; if it is yours and not "
           "that of somebody else of the same name, go on with it by “--take-up”"),
        reader);
  else
    g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND,
                 _ ("%s has no reading of this article under way"), reader);
}

/* Returns: (transfer full): the article as whoever works here reads it. */
static GalleyCheck *
load_blind (CliCall *call, GalleyCheck *check, gboolean take_up, GError **error)
{
  const char *reader = galley_desk_get_actor (call->desk);
  GalleyReading *reading = galley_check_find_reading_of (check, reader);
  GalleyReading *other = galley_check_find_namesake (check, reader);

  if (reading == NULL && (other == NULL || !take_up))
    {
      set_no_reading (reader, other != NULL, error);
      return NULL;
    }
  if (reading == NULL && !cli_perform (call, galley_verb_take_reading (other), error))
    return NULL;

  /* The check follows what is done. */
  return galley_check_new_blind (check, galley_check_find_reading_of (check, reader));
}

static void
print_blind (CliCall *call, JsonBuilder *builder, GalleyCheck *blind, GalleyClaim *claim)
{
  GalleyText *text = galley_document_get_text (galley_check_get_document (blind));
  GalleyRange range = galley_claim_get_range (claim), sentence = range;
  const char *status = galley_claim_get_checked_by (claim) != NULL
                           ? galley_status_to_nick (galley_claim_get_status (claim))
                           : NULL;
  g_autofree char *quote = cli_quote_range (text, range);
  g_autofree char *around = NULL;

  galley_check_find_sentence (blind, range.start, &sentence);
  around = cli_quote_range (text, sentence);
  if (!call->json)
    {
      cli_print_fields (galley_claim_get_id (claim), status != NULL ? status : "-", quote, around,
                        NULL);
      return;
    }

  json_builder_begin_object (builder);
  cli_json_add_string (builder, "claim", galley_claim_get_id (claim));
  cli_json_add_range (builder, text, range);
  cli_json_add_string (builder, "sentence", around);
  cli_json_add_string (builder, "found", status);
  cli_json_add_string (builder, "reason", galley_claim_get_reason (claim));
  cli_json_add_string (builder, "note", galley_claim_get_note (claim));
  json_builder_end_object (builder);
}

/* galleyctl read ARTICLE */
gboolean
cli_read (CliCall *call, GError **error)
{
  gboolean is_all = FALSE, take_up = FALSE;
  const GOptionEntry options[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &is_all,
      N_ ("All claims of the reading, the judged ones too"), NULL },
    TAKE_UP_OPTION (&take_up),
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GalleyCheck) blind = NULL;
  GalleyClaimList *claims;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  blind = check != NULL ? load_blind (call, check, take_up, error) : NULL;
  if (blind == NULL)
    return FALSE;

  claims = galley_check_get_claims (blind);
  json_builder_begin_array (builder);
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);

      if (!is_all && galley_claim_get_checked_by (claim) != NULL)
        continue;
      print_blind (call, builder, blind, claim);
      if (!is_all)
        break;
    }
  json_builder_end_array (builder);
  if (call->json)
    cli_print_json (builder);

  return TRUE;
}

static gboolean
judge (CliCall *call,
       char **claims,
       gboolean take_up,
       GalleyStatus status,
       const char *reason,
       const char *note,
       GError **error)
{
  g_autofree char *first = NULL;
  g_autoptr (GalleyCheck) check = cli_load_claim_article (call, claims[0], &first, error);
  g_autoptr (GalleyCheck) blind = check != NULL ? load_blind (call, check, take_up, error) : NULL;
  GalleyReading *reading;

  if (blind == NULL)
    return FALSE;
  reading = galley_check_get_reading (blind);
  for (guint i = 0; claims[i] != NULL; i++)
    if (galley_reading_find (reading, claims[i]) == NULL)
      {
        g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND,
                     _ ("The claim %s is none of the reading"), claims[i]);
        return FALSE;
      }

  return cli_perform (
      call, galley_verb_read_claims (reading, (const char *const *) claims, status, reason, note),
      error);
}

/* galleyctl judge CLAIM… STATUS */
gboolean
cli_judge (CliCall *call, GError **error)
{
  g_autofree char *reason = NULL;
  g_autofree char *note = NULL;
  gboolean take_up = FALSE;
  const GOptionEntry options[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why"), N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("What else there is to say"), N_ ("TEXT") },
    TAKE_UP_OPTION (&take_up),
    { NULL },
  };
  g_auto (GStrv) claims = NULL;
  GalleyStatus status;
  guint n_claims;

  if (!cli_call_parse (call, options, error))
    return FALSE;

  n_claims = g_strv_length (call->arguments) - 1;
  if (!cli_parse_status (call->arguments[n_claims], &status, error))
    return FALSE;
  claims = cli_find_claims (call, n_claims, error);

  return claims != NULL && judge (call, claims, take_up, status, reason, note, error);
}

/* galleyctl end-reading ARTICLE */
gboolean
cli_end_reading (CliCall *call, GError **error)
{
  gboolean take_up = FALSE;
  const GOptionEntry options[] = { TAKE_UP_OPTION (&take_up), { NULL } };
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GalleyCheck) blind = NULL;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  blind = check != NULL ? load_blind (call, check, take_up, error) : NULL;

  return blind != NULL &&
         cli_perform (call, galley_verb_end_reading (galley_check_get_reading (blind)), error);
}

static void
print_reading (CliCall *call, JsonBuilder *builder, const GalleyReading *reading)
{
  guint n_given = galley_reading_get_n_given ((GalleyReading *) reading);

  if (!call->json)
    {
      g_autofree char *given = g_strdup_printf ("%u/%u", n_given, reading->verdicts->len);

      cli_print_fields (reading->id, reading->reader, galley_reading_scope_to_nick (reading->scope),
                        reading->seed != NULL ? reading->seed : "-", given,
                        reading->ended_at > 0 ? "ended" : "under-way",
                        reading->is_here ? "here" : "elsewhere", NULL);
      return;
    }

  json_builder_begin_object (builder);
  cli_json_add_string (builder, "id", reading->id);
  cli_json_add_string (builder, "reader", reading->reader);
  cli_json_add_string (builder, "scope", galley_reading_scope_to_nick (reading->scope));
  cli_json_add_integer (builder, "size", reading->size);
  cli_json_add_string (builder, "seed", reading->seed);
  cli_json_add_boolean (builder, "here", reading->is_here);
  cli_json_add_boolean (builder, "with_sources", reading->with_sources);
  cli_json_add_integer (builder, "claims", reading->verdicts->len);
  cli_json_add_integer (builder, "judged", n_given);
  cli_json_add_time (builder, "started_at", reading->started_at);
  cli_json_add_time (builder, "ended_at", reading->ended_at);
  json_builder_end_object (builder);
}

/* galleyctl readings ARTICLE */
gboolean
cli_readings (CliCall *call, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GalleyCheck) check = NULL;
  GPtrArray *readings;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL)
    return FALSE;

  readings = galley_check_get_readings (check);
  json_builder_begin_array (builder);
  for (guint i = 0; i < readings->len; i++)
    print_reading (call, builder, g_ptr_array_index (readings, i));
  json_builder_end_array (builder);
  if (call->json)
    cli_print_json (builder);

  return TRUE;
}

/* galleyctl remove-reading ARTICLE READING */
gboolean
cli_remove_reading (CliCall *call, GError **error)
{
  g_autoptr (GalleyCheck) check = NULL;
  g_autofree char *id = NULL;
  GalleyReading *reading;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL)
    return FALSE;

  id = g_ascii_strdown (call->arguments[1], -1);
  reading = galley_check_find_reading (check, id);
  if (reading == NULL)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND, _ ("There is no reading %s"), id);
      return FALSE;
    }
  return cli_perform (call, galley_verb_remove_reading (reading), error);
}
