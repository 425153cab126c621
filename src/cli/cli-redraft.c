/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-difference-list.h"
#include "galley-redraft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is to become of a claim, as it is typed. */
static const struct
{
  const char *name;
  GalleyPlace place;
} decisions[] = {
  { "keep", GALLEY_PLACE_KEPT },
  { "recheck", GALLEY_PLACE_RECHECK },
  { "retire", GALLEY_PLACE_RETIRED },
};

static gboolean
set_decision_error (const char *typed, GError **error)
{
  g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
               _ ("“%s” is no decision, such as “CLAIM=keep”, “CLAIM=recheck”, “CLAIM=retire” or "
                  "“CLAIM=10-42”"),
               typed);
  return FALSE;
}

/* The claim of @redraft whose id begins with @prefix. */
static gboolean
find_claim (GalleyRedraft *redraft, const char *prefix, guint *out_index, GError **error)
{
  guint n_found = 0;

  for (guint i = 0; i < galley_redraft_get_n_claims (redraft); i++)
    if (g_ascii_strncasecmp (prefix, galley_claim_get_id (galley_redraft_peek (redraft, i)->claim),
                             strlen (prefix)) == 0)
      {
        n_found++;
        *out_index = i;
      }
  if (n_found == 1 && strlen (prefix) >= 4)
    return TRUE;

  g_set_error (error, CLI_ERROR, CLI_EXIT_NOT_FOUND,
               _ ("“%s” is no id of a claim in the present draft, nor the beginning of just one"),
               prefix);
  return FALSE;
}

/* Words of the new draft, as in “10-42”. */
static gboolean
relink (GalleyRedraft *redraft, guint index, const char *words, const char *typed, GError **error)
{
  g_auto (GStrv) ends = g_strsplit (words, "-", -1);
  GalleyRange range;

  if (g_strv_length (ends) != 2 || !cli_parse_offset (ends[0], &range.start, NULL) ||
      !cli_parse_offset (ends[1], &range.end, NULL))
    return set_decision_error (typed, error);

  return galley_redraft_relink (redraft, index, range, error);
}

static gboolean
decide (GalleyRedraft *redraft, const char *typed, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (typed, "=", 2);
  guint index = 0;

  if (g_strv_length (parts) != 2)
    return set_decision_error (typed, error);
  if (!find_claim (redraft, parts[0], &index, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    if (g_str_equal (parts[1], decisions[i].name))
      return galley_redraft_decide (redraft, index, decisions[i].place, error);
  return relink (redraft, index, parts[1], typed, error);
}

static gboolean
decide_all (GalleyRedraft *redraft, char **typed, GError **error)
{
  for (guint i = 0; typed != NULL && typed[i] != NULL; i++)
    if (!decide (redraft, typed[i], error))
      return FALSE;

  return TRUE;
}

static void
add_range (JsonBuilder *builder, const char *name, GalleyDocument *document, GalleyRange range)
{
  json_builder_set_member_name (builder, name);
  if (range.start >= range.end)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  cli_json_add_range (builder, galley_document_get_text (document), range);
  json_builder_end_object (builder);
}

static void
add_differences (JsonBuilder *builder, GalleyDifference differences)
{
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < GALLEY_N_DIFFERENCES; i++)
    if ((differences & (1 << i)) != 0)
      json_builder_add_string_value (builder, galley_difference_to_nick (1 << i));
  json_builder_end_array (builder);
}

static void
add_claim (JsonBuilder *builder, GalleyRedraft *redraft, const GalleyRedraftClaim *claim)
{
  json_builder_begin_object (builder);
  cli_json_add_string (builder, "id", galley_claim_get_id (claim->claim));
  cli_json_add_string (builder, "class",
                       galley_placement_class_to_nick (claim->placement.placement));
  cli_json_add_string (builder, "place", galley_place_to_nick (claim->place));
  cli_json_add_string (builder, "status",
                       galley_status_to_nick (galley_claim_get_status (claim->claim)));
  add_range (builder, "old", galley_redraft_get_old (redraft),
             galley_claim_get_range (claim->claim));
  add_range (builder, "likely", galley_redraft_get_new (redraft), claim->placement.range);
  add_range (builder, "new", galley_redraft_get_new (redraft), claim->range);
  add_differences (builder, claim->placement.differences);
  json_builder_end_object (builder);
}

static void
add_counts (JsonBuilder *builder, GalleyRedraft *redraft)
{
  guint n_kept, n_fallen;

  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (GalleyPlacementClass i = 0; i < GALLEY_N_PLACEMENT_CLASSES; i++)
    cli_json_add_integer (builder, galley_placement_class_to_nick (i),
                          galley_redraft_count (redraft, i));
  json_builder_end_object (builder);

  galley_redraft_count_dismissals (redraft, &n_kept, &n_fallen);
  json_builder_set_member_name (builder, "dismissals");
  json_builder_begin_object (builder);
  cli_json_add_integer (builder, "kept", n_kept);
  cli_json_add_integer (builder, "ended", n_fallen);
  json_builder_end_object (builder);
}

static void
print_json (GalleyRedraft *redraft, gboolean is_done)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GArray) words = galley_redraft_list_new_words (redraft);
  g_autoptr (GArray) news = galley_redraft_list_news (redraft);

  json_builder_begin_object (builder);
  cli_json_add_string (builder, "article", galley_redraft_get_article_id (redraft));
  cli_json_add_boolean (builder, "same", galley_redraft_is_same (redraft));
  cli_json_add_boolean (builder, "done", is_done);
  add_counts (builder, redraft);
  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < galley_redraft_get_n_claims (redraft); i++)
    add_claim (builder, redraft, galley_redraft_peek (redraft, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "new_words");
  json_builder_begin_array (builder);
  for (guint i = 0; i < words->len; i++)
    {
      json_builder_begin_object (builder);
      cli_json_add_range (builder, galley_document_get_text (galley_redraft_get_new (redraft)),
                          g_array_index (words, GalleyRange, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  cli_json_add_news (builder, news, galley_document_get_text (galley_redraft_get_new (redraft)));
  json_builder_end_object (builder);
  cli_print_json (builder);
}

static char *
format_range (GalleyRange range)
{
  return range.start < range.end ? g_strdup_printf ("%u-%u", range.start, range.end)
                                 : g_strdup ("-");
}

static void
print_claim (GalleyRedraft *redraft, const GalleyRedraftClaim *claim)
{
  GalleyText *old = galley_document_get_text (galley_redraft_get_old (redraft));
  GalleyText *new = galley_document_get_text (galley_redraft_get_new (redraft));
  GalleyRange range = galley_claim_get_range (claim->claim);
  g_autofree char *old_range = format_range (range);
  g_autofree char *new_range = format_range (claim->range);
  g_autofree char *old_words = cli_quote_range (old, range);
  g_autofree char *new_words = cli_quote_range (new, claim->range);
  g_autofree char *differences = galley_difference_list_to_nicks (claim->placement.differences);

  cli_print ("%s\t%s\t%s\t%s\t%s\t%s\t%s\n", galley_claim_get_id (claim->claim),
             galley_place_to_nick (claim->place), old_range, new_range, differences, old_words,
             new_words);
}

static void
print_lines (GalleyRedraft *redraft, gboolean is_done)
{
  g_autoptr (GArray) news = galley_redraft_list_news (redraft);
  guint n_kept, n_fallen;

  for (GalleyPlacementClass i = 0; i < GALLEY_N_PLACEMENT_CLASSES; i++)
    cli_print ("%s\t%u\n", galley_placement_class_to_nick (i), galley_redraft_count (redraft, i));
  galley_redraft_count_dismissals (redraft, &n_kept, &n_fallen);
  cli_print ("dismissals-kept\t%u\ndismissals-ended\t%u\n", n_kept, n_fallen);
  cli_print_news_counts (news);
  if (is_done)
    return;
  for (guint i = 0; i < galley_redraft_get_n_claims (redraft); i++)
    print_claim (redraft, galley_redraft_peek (redraft, i));
  cli_print_news (news, galley_document_get_text (galley_redraft_get_new (redraft)));
}

/* Compares the article with what is typed, and decides. */
static GalleyRedraft *
prepare (CliCall *call, char **typed, GError **error)
{
  g_autoptr (GalleyCheck) check = cli_load (call, call->arguments[0], error);
  g_autoptr (GalleyDocument) document = NULL;
  g_autoptr (GalleyRedraft) redraft = NULL;

  if (check == NULL)
    return NULL;
  document = cli_read_document (call->arguments[1], error);
  if (document == NULL)
    return NULL;

  redraft = galley_redraft_new (check, document, "new-draft");
  if (!galley_redraft_check (redraft, error))
    return NULL;
  galley_redraft_compare (redraft);

  return decide_all (redraft, typed, error) ? g_steal_pointer (&redraft) : NULL;
}

/* galleyctl draft ARTICLE FILE */
gboolean
cli_draft (CliCall *call, GError **error)
{
  gboolean is_dry_run = FALSE;
  g_auto (GStrv) typed = NULL;
  const GOptionEntry options[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry_run,
      N_ ("Say what would become of each claim and change nothing"), NULL },
    { "decide", 0, 0, G_OPTION_ARG_STRING_ARRAY, &typed,
      N_ ("Decide what is to become of a claim; may be given again"),
      N_ ("CLAIM=keep|recheck|retire|START-END") },
    { NULL },
  };
  g_autoptr (GalleyRedraft) redraft = NULL;
  gboolean is_done;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  redraft = prepare (call, typed, error);
  if (redraft == NULL)
    return FALSE;

  is_done = !is_dry_run && !galley_redraft_is_same (redraft);
  if (is_done && !cli_perform (call, galley_redraft_make_action (redraft), error))
    return FALSE;

  if (call->json)
    print_json (redraft, is_done);
  else if (galley_redraft_is_same (redraft))
    cli_print ("%s\n", _ ("The article has this very text already; nothing was changed"));
  else
    print_lines (redraft, is_done);
  return TRUE;
}
