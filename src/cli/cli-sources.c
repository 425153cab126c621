/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include <glib/gi18n-lib.h>

/* What was typed about a source; parsed into a #GalleyCitation. */
typedef struct
{
  char *source;
  char *address;
  char *stance;
  char *passage;
  char *locator;
  char *consulted;
  gboolean primary;
  gboolean secondary;
} Typed;

static void
typed_clear (Typed *typed)
{
  g_free (typed->source);
  g_free (typed->address);
  g_free (typed->stance);
  g_free (typed->passage);
  g_free (typed->locator);
  g_free (typed->consulted);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

/* What the commands that use a source have in common. */
#define EVIDENCE_OPTIONS(typed)                                                                        \
  { "stance",                                                                                          \
    0,                                                                                                 \
    0,                                                                                                 \
    G_OPTION_ARG_STRING,                                                                               \
    &(typed).stance,                                                                                   \
    N_ ("“supports”, “contradicts” or “context”"),                                                     \
    N_ ("STANCE") },                                                                                   \
      { "passage", 0, 0, G_OPTION_ARG_STRING, &(typed).passage, N_ ("Its exact words"), N_ ("TEXT") }, \
      { "locator",                                                                                     \
        0,                                                                                             \
        0,                                                                                             \
        G_OPTION_ARG_STRING,                                                                           \
        &(typed).locator,                                                                              \
        N_ ("Where they stand: page, paragraph, time code"),                                           \
        N_ ("TEXT") },                                                                                 \
      { "consulted",                                                                                   \
        0,                                                                                             \
        0,                                                                                             \
        G_OPTION_ARG_STRING,                                                                           \
        &(typed).consulted,                                                                            \
        N_ ("When somebody looked, such as “2025-09-03”"),                                             \
        N_ ("TIME") },                                                                                 \
      { "primary",                                                                                     \
        0,                                                                                             \
        0,                                                                                             \
        G_OPTION_ARG_NONE,                                                                             \
        &(typed).primary,                                                                              \
        N_ ("The source knows it at first hand"),                                                      \
        NULL },                                                                                        \
  {                                                                                                    \
    "secondary", 0, 0, G_OPTION_ARG_NONE, &(typed).secondary,                                          \
        N_ ("The source has it from somebody else"), NULL                                              \
  }

static gboolean
parse_stance (const char *typed, GalleyStance *out_stance, GError **error)
{
  if (galley_stance_from_nick (typed, out_stance))
    return TRUE;

  g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
               _ ("“%s” is none of “supports”, “contradicts” and “context”"), typed);
  return FALSE;
}

static gboolean
parse_citation (CliCall *call, const Typed *typed, GalleyCitation *citation, GError **error)
{
  const char *title = call->arguments[1];

  *citation = (GalleyCitation){
    .source.texts = { [GALLEY_SOURCE_TITLE] = title, [GALLEY_SOURCE_ADDRESS] = typed->address },
    .evidence = { .stance = GALLEY_STANCE_SUPPORTS,
                  .passage = typed->passage,
                  .locator = typed->locator,
                  .is_secondary = typed->secondary },
  };

  if ((typed->source != NULL) == (title != NULL))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("“source” takes either a title or “--source”"));
      return FALSE;
    }
  if (title != NULL && *title == '\0')
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("The title of the source is empty"));
      return FALSE;
    }
  if (typed->stance != NULL && !parse_stance (typed->stance, &citation->evidence.stance, error))
    return FALSE;

  return typed->consulted == NULL ||
         cli_parse_time (typed->consulted, &citation->evidence.consulted_at, error);
}

/* galleyctl source CLAIM [TITLE] */
gboolean
cli_source (CliCall *call, GError **error)
{
  g_auto (Typed) typed = { NULL };
  const GOptionEntry options[] = {
    { "source", 0, 0, G_OPTION_ARG_STRING, &typed.source,
      N_ ("Use an entry of the source log instead of a new one"), N_ ("SOURCE") },
    { "address", 0, 0, G_OPTION_ARG_STRING, &typed.address, N_ ("Where the new source is"),
      N_ ("TEXT") },
    EVIDENCE_OPTIONS (typed),
    { NULL },
  };
  g_autofree char *claim = NULL;
  g_autofree char *source = NULL;
  GalleyCitation citation;

  if (!cli_call_parse (call, options, error) || !parse_citation (call, &typed, &citation, error))
    return FALSE;
  claim = cli_find_claim (call, call->arguments[0], error);
  if (claim == NULL)
    return FALSE;
  if (typed.source != NULL)
    {
      source = cli_find_source (call, typed.source, error);
      if (source == NULL)
        return FALSE;
      citation.source_id = source;
    }

  return cli_perform_and_print (call, galley_verb_add_evidence (claim, &citation),
                                /* n_printed= */ 1, error);
}

/* galleyctl remove-source EVIDENCE */
gboolean
cli_remove_source (CliCall *call, GError **error)
{
  g_autofree char *id = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;

  id = g_ascii_strdown (call->arguments[0], -1);
  return cli_perform (call, galley_verb_remove_evidence (id), error);
}

/* Puts what was typed over @fields; an empty text removes what was there. */
static gboolean
merge_evidence (const Typed *typed, GalleyEvidenceFields *fields, GError **error)
{
  if (typed->stance != NULL && !parse_stance (typed->stance, &fields->stance, error))
    return FALSE;
  if (typed->passage != NULL)
    fields->passage = typed->passage;
  if (typed->locator != NULL)
    fields->locator = typed->locator;
  if (typed->primary || typed->secondary)
    fields->is_secondary = typed->secondary;

  return typed->consulted == NULL ||
         cli_parse_time (typed->consulted, &fields->consulted_at, error);
}

/* galleyctl edit-evidence CLAIM EVIDENCE */
gboolean
cli_edit_evidence (CliCall *call, GError **error)
{
  g_auto (Typed) typed = { NULL };
  const GOptionEntry options[] = { EVIDENCE_OPTIONS (typed), { NULL } };
  g_autoptr (GalleyCheck) check = NULL;
  GalleyClaim *claim;
  GPtrArray *all;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  check = cli_load_with_claim (call, call->arguments[0], &claim, error);
  if (check == NULL)
    return FALSE;

  all = galley_claim_get_evidence (claim);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      GalleyEvidence *evidence = g_ptr_array_index (all, i);
      GalleyEvidenceFields fields = { evidence->stance, evidence->is_secondary, evidence->passage,
                                      evidence->locator, evidence->consulted_at };

      if (g_ascii_strcasecmp (evidence->id, call->arguments[1]) == 0)
        return merge_evidence (&typed, &fields, error) &&
               cli_perform (call, galley_verb_change_evidence (evidence->id, &fields), error);
    }

  g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND, _ ("The claim has no evidence “%s”"),
               call->arguments[1]);
  return FALSE;
}

static void
print_sources_json (GPtrArray *sources)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < sources->len; i++)
    cli_json_add_source (builder, g_ptr_array_index (sources, i));
  json_builder_end_array (builder);
  cli_print_json (builder);
}

/* galleyctl sources */
gboolean
cli_sources (CliCall *call, GError **error)
{
  g_auto (CliBibliography) typed = { NULL };
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &typed.format,
      N_ ("Write the log for other programs: “bibtex”, “ris” or “csl-json”"), N_ ("FORMAT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &typed.path,
      N_ ("Where it goes, if not standard output"), N_ ("FILE") },
    { "full", 0, 0, G_OPTION_ARG_NONE, &typed.is_full,
      N_ ("Write confidential sources too, masked"), NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) sources = NULL;
  GalleyDesk *desk;

  if (!cli_call_parse (call, options, error) || !cli_bibliography_check (call, &typed, error))
    return FALSE;
  desk = cli_get_desk (call, error);
  if (desk == NULL)
    return FALSE;
  sources = galley_desk_list_sources (desk, /* cancellable= */ NULL, error);
  if (sources == NULL)
    return FALSE;

  if (typed.format != NULL)
    return cli_bibliography_write (&typed, sources, error);

  if (call->json)
    print_sources_json (sources);
  for (guint i = 0; !call->json && i < sources->len; i++)
    {
      GalleySource *source = g_ptr_array_index (sources, i);

      cli_print_fields (source->id, source->texts[GALLEY_SOURCE_TITLE],
                        source->texts[GALLEY_SOURCE_ADDRESS], NULL);
    }
  return TRUE;
}
