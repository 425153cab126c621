/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-annotations-reader.h"
#include "galley-intake.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
set_decision_error (const char *typed, GError **error)
{
  g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
               _ ("“%s” is no decision, such as “7=leave” or “7=10-42”"), typed);
  return FALSE;
}

/* What is typed of an entry, by its number: words of the draft, or that it is not wanted. */
static gboolean
decide (GalleyIntake *intake, const char *typed, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (typed, "=", 2);
  g_auto (GStrv) ends = NULL;
  GalleyRange range;
  guint number;

  if (g_strv_length (parts) != 2 || !cli_parse_offset (parts[0], &number, NULL))
    return set_decision_error (typed, error);
  if (number < 1 || number > galley_intake_get_n_entries (intake))
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND, _ ("No annotation has the number %u"),
                   number);
      return FALSE;
    }
  if (g_str_equal (parts[1], "leave"))
    {
      galley_intake_leave (intake, number - 1);
      return TRUE;
    }

  ends = g_strsplit (parts[1], "-", -1);
  if (g_strv_length (ends) != 2 || !cli_parse_offset (ends[0], &range.start, NULL) ||
      !cli_parse_offset (ends[1], &range.end, NULL))
    return set_decision_error (typed, error);
  return galley_intake_choose (intake, number - 1, range, error);
}

static gboolean
decide_all (GalleyIntake *intake, char **typed, GError **error)
{
  for (guint i = 0; typed != NULL && typed[i] != NULL; i++)
    if (!decide (intake, typed[i], error))
      return FALSE;

  return TRUE;
}

static void
add_words (JsonBuilder *builder, const char *name, GalleyIntake *intake, GalleyRange range)
{
  json_builder_set_member_name (builder, name);
  if (range.start >= range.end)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  cli_json_add_range (builder, galley_document_get_text (galley_intake_get_document (intake)),
                      range);
  json_builder_end_object (builder);
}

static void
add_entry (JsonBuilder *builder, GalleyIntake *intake, guint index)
{
  const GalleyIntakeEntry *entry = galley_intake_peek (intake, index);
  GalleyAnnotation *annotation = entry->annotation;

  json_builder_begin_object (builder);
  cli_json_add_integer (builder, "number", index + 1);
  cli_json_add_string (builder, "id", annotation->iri);
  cli_json_add_string (builder, "class",
                       galley_placement_class_to_nick (entry->placement.placement));
  cli_json_add_string (builder, "fate", galley_fate_to_nick (entry->fate));
  cli_json_add_boolean (builder, "galley", annotation->is_ours);
  cli_json_add_string (builder, "stated", galley_status_to_nick (annotation->status));
  cli_json_add_string (builder, "status",
                       galley_status_to_nick (galley_intake_get_status (intake, index)));
  cli_json_add_string (builder, "quote", entry->target != NULL ? entry->target->exact : NULL);
  add_words (builder, "likely", intake, entry->placement.range);
  add_words (builder, "new", intake, entry->range);
  cli_json_add_string (builder, "note", annotation->note);
  cli_json_add_string (builder, "claim", entry->claim_id);
  json_builder_end_object (builder);
}

static void
add_counts (JsonBuilder *builder, GalleyIntake *intake)
{
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (GalleyPlacementClass i = 0; i < GALLEY_N_PLACEMENT_CLASSES; i++)
    cli_json_add_integer (builder, galley_placement_class_to_nick (i),
                          galley_intake_count (intake, i));
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "fates");
  json_builder_begin_object (builder);
  for (GalleyFate i = 0; i < GALLEY_N_FATES; i++)
    cli_json_add_integer (builder, galley_fate_to_nick (i), galley_intake_count_fate (intake, i));
  json_builder_end_object (builder);
}

static void
print_json (GalleyIntake *intake, gboolean is_done)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_add_string (builder, "article", galley_intake_get_article_id (intake));
  cli_json_add_boolean (builder, "done", is_done);
  add_counts (builder, intake);
  json_builder_set_member_name (builder, "annotations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < galley_intake_get_n_entries (intake); i++)
    add_entry (builder, intake, i);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_print_json (builder);
}

static void
print_entry (GalleyIntake *intake, guint index)
{
  const GalleyIntakeEntry *entry = galley_intake_peek (intake, index);
  GalleyText *text = galley_document_get_text (galley_intake_get_document (intake));
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *range = entry->range.start < entry->range.end
                               ? g_strdup_printf ("%u-%u", entry->range.start, entry->range.end)
                               : g_strdup ("-");
  g_autofree char *words = cli_quote_range (text, entry->range);
  const char *quote =
      entry->target != NULL && entry->target->exact != NULL ? entry->target->exact : "";

  cli_print_fields (number, galley_placement_class_to_nick (entry->placement.placement),
                    galley_fate_to_nick (entry->fate),
                    galley_status_to_nick (galley_intake_get_status (intake, index)), range, quote,
                    words, NULL);
}

/* Once it is done, only what nothing became of is listed. */
static void
print_lines (GalleyIntake *intake, gboolean is_done)
{
  for (GalleyPlacementClass i = 0; i < GALLEY_N_PLACEMENT_CLASSES; i++)
    cli_print ("%s\t%u\n", galley_placement_class_to_nick (i), galley_intake_count (intake, i));
  for (GalleyFate i = 0; i < GALLEY_N_FATES; i++)
    cli_print ("%s\t%u\n", galley_fate_to_nick (i), galley_intake_count_fate (intake, i));
  for (guint i = 0; i < galley_intake_get_n_entries (intake); i++)
    {
      GalleyFate fate = galley_intake_peek (intake, i)->fate;

      if (!is_done || (fate != GALLEY_FATE_MAKE && fate != GALLEY_FATE_JOIN))
        print_entry (intake, i);
    }
}

/* Reads the file and finds what would become of it. */
static GalleyIntake *
prepare (CliCall *call, char **typed, GError **error)
{
  g_autoptr (GalleyCheck) check = cli_load (call, call->arguments[0], error);
  g_autoptr (GBytes) bytes = check != NULL ? cli_read_file (call->arguments[1], error) : NULL;
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (GalleyIntake) intake = NULL;

  if (bytes == NULL)
    return NULL;
  annotations = galley_annotations_read (bytes, error);
  if (annotations == NULL)
    return NULL;

  intake = galley_intake_new (check, annotations);
  if (!galley_intake_place (intake, call->desk, error) || !decide_all (intake, typed, error))
    return NULL;

  return g_steal_pointer (&intake);
}

/* galleyctl annotate ARTICLE FILE */
gboolean
cli_annotate (CliCall *call, GError **error)
{
  gboolean is_dry_run = FALSE;
  g_auto (GStrv) typed = NULL;
  const GOptionEntry options[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run,
      N_ ("Say what would become of each annotation and change nothing"), NULL },
    { "decide", 0, 0, G_OPTION_ARG_STRING_ARRAY, &typed,
      N_ ("Decide where an annotation belongs, by its number; may be given again"),
      N_ ("NUMBER=START-END|leave") },
    { NULL },
  };
  g_autoptr (GalleyIntake) intake = NULL;
  gboolean is_done;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  intake = prepare (call, typed, error);
  if (intake == NULL)
    return FALSE;

  is_done = !is_dry_run && galley_intake_is_to_do (intake);
  if (is_done && !cli_perform (call, galley_intake_make_action (intake), error))
    return FALSE;

  if (call->json)
    print_json (intake, is_done);
  else
    print_lines (intake, is_done);
  return TRUE;
}
