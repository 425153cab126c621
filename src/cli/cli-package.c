/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-package.h"

#include "cli-desk.h"

#include "galley-desk-package.h"
#include "galley-package.h"

#include <glib/gi18n-lib.h>

/**
 * cli_read_package:
 * @path: a file
 * @error: (out) (optional): if it is a review package that can't be read
 *
 * Returns: (transfer full) (nullable): the file, if it is a review package by its content; %NULL
 *   without an error if it is something else
 */
GBytes *
cli_read_package (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return galley_desk_read_package (file, /* cancellable= */ NULL, error);
}

static void
add_shares (JsonBuilder *builder, GalleyMergeResult *result)
{
  json_builder_set_member_name (builder, "people");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->shares->len; i++)
    {
      const GalleyMergeShare *share = g_ptr_array_index (result->shares, i);

      json_builder_begin_object (builder);
      cli_json_add_string (builder, "name", share->name);
      cli_json_add_integer (builder, "events", share->n_events);
      cli_json_add_boolean (builder, "namesake", share->is_namesake);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_result (JsonBuilder *builder, GalleyMergeResult *result)
{
  json_builder_begin_object (builder);
  cli_json_add_integer (builder, "events", result->n_events);
  cli_json_add_integer (builder, "added", result->n_new);
  cli_json_add_integer (builder, "without_content", result->n_without_content);
  cli_json_add_integer (builder, "dated_ahead", result->n_astray);
  cli_json_add_integer (builder, "new_articles", result->n_new_articles);
  cli_json_add_integer (builder, "disagreements", result->n_disagreements);
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->articles->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (result->articles, i));
  json_builder_end_array (builder);
  add_shares (builder, result);
  json_builder_end_object (builder);
}

/**
 * cli_import_package:
 * @package: a review package
 *
 * Merges it, prints the ids of the articles that something came for, or all that is known of it as
 * an element of @builder, and says what came.
 *
 * Returns: whether it was merged
 */
gboolean
cli_import_package (CliCall *call,
                    GalleyDesk *desk,
                    GBytes *package,
                    JsonBuilder *builder,
                    GError **error)
{
  g_autoptr (GalleyMergeResult) result =
      galley_desk_merge_package (desk, package, /* cancellable= */ NULL, error);
  g_autoptr (GPtrArray) sentences = NULL;

  if (result == NULL)
    return FALSE;
  if (call->json)
    {
      add_result (builder, result);
      return TRUE;
    }

  sentences = galley_merge_result_describe (result);
  for (guint i = 0; i < sentences->len; i++)
    cli_complain ("%s", (const char *) g_ptr_array_index (sentences, i));
  for (guint i = 0; i < result->articles->len; i++)
    cli_print ("%s\n", (const char *) g_ptr_array_index (result->articles, i));
  return TRUE;
}

static GStrv
find_articles (CliCall *call, char **articles, GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; articles[i] != NULL; i++)
    {
      g_autoptr (GalleyArticle) article = cli_find_article (call, articles[i], error);

      if (article == NULL)
        return NULL;
      g_strv_builder_add (ids, galley_article_get_id (article));
    }

  return g_strv_builder_end (ids);
}

/**
 * cli_export_package:
 * @articles: (nullable) (array zero-terminated=1): what was typed of the articles that it is to
 *   hold; %NULL for the whole library
 * @path: a file
 *
 * Writes a review package.
 *
 * Returns: whether it was written
 */
gboolean
cli_export_package (CliCall *call, char **articles, const char *path, GError **error)
{
  GalleyDesk *desk = cli_get_desk (call, error);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (GStrv) ids = NULL;

  if (desk == NULL)
    return FALSE;
  if (articles != NULL)
    {
      ids = find_articles (call, articles, error);
      if (ids == NULL)
        return FALSE;
    }

  return galley_desk_write_package (desk, (const char *const *) ids, file,
                                    /* cancellable= */ NULL, error);
}

/**
 * cli_print_seals:
 * @seals: (element-type GalleySeal)
 *
 * Prints a replica, the number of its last event and that event's seal, one replica a line.
 */
void
cli_print_seals (GPtrArray *seals)
{
  for (guint i = 0; i < seals->len; i++)
    {
      const GalleySeal *seal = g_ptr_array_index (seals, i);

      cli_print ("%s\t%" G_GINT64_FORMAT "\t%s\n", seal->replica, seal->seq, seal->chain);
    }
}

/**
 * cli_json_add_seals:
 * @seals: (element-type GalleySeal)
 *
 * Adds the member "seals" to an object.
 */
void
cli_json_add_seals (JsonBuilder *builder, GPtrArray *seals)
{
  json_builder_set_member_name (builder, "seals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < seals->len; i++)
    {
      const GalleySeal *seal = g_ptr_array_index (seals, i);

      json_builder_begin_object (builder);
      cli_json_add_string (builder, "replica", seal->replica);
      cli_json_add_integer (builder, "events", seal->seq);
      cli_json_add_string (builder, "seal", seal->chain);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * cli_validate_package:
 * @package: a review package
 *
 * Examines it and prints what it holds, or the first thing that does not fit.
 *
 * Returns: %TRUE
 */
gboolean
cli_validate_package (CliCall *call, GBytes *package)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GalleyPackageSummary) summary = galley_package_examine (package, &problem);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_add_string (builder, "problem", problem != NULL ? problem->message : NULL);
  if (summary != NULL)
    {
      cli_json_add_string (builder, "application", summary->application);
      cli_json_add_boolean (builder, "whole", summary->is_whole);
      cli_json_add_integer (builder, "articles", summary->n_articles);
      cli_json_add_integer (builder, "events", summary->n_events);
      cli_json_add_integer (builder, "files", summary->n_blobs);
      cli_json_add_seals (builder, summary->seals);
    }
  json_builder_end_object (builder);

  if (call->json)
    cli_print_json (builder);
  else if (summary != NULL)
    {
      cli_print (_ ("articles\t%u\nevents\t%u\nfiles\t%u\n"), summary->n_articles,
                 summary->n_events, summary->n_blobs);
      cli_print_seals (summary->seals);
    }
  else
    cli_print_fields ("error", "package", problem->message, NULL);

  call->exit = summary != NULL ? CLI_EXIT_DONE : CLI_EXIT_INVALID;
  return TRUE;
}

/**
 * cli_json_add_disagreement:
 * @disagreement: (nullable): %NULL if there is none
 *
 * Adds the member "disagreement": the verdicts that people gave without knowledge of one another.
 */
void
cli_json_add_disagreement (JsonBuilder *builder, GalleyDisagreement *disagreement)
{
  json_builder_set_member_name (builder, "disagreement");
  if (disagreement == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_array (builder);
  for (guint i = 0; i < disagreement->verdicts->len; i++)
    {
      const GalleyVerdict *verdict = g_ptr_array_index (disagreement->verdicts, i);

      json_builder_begin_object (builder);
      cli_json_add_string (builder, "status", galley_status_to_nick (verdict->status));
      cli_json_add_string (builder, "reason", verdict->reason);
      cli_json_add_string (builder, "checked_by", verdict->checked_by);
      cli_json_add_time (builder, "checked_at", verdict->checked_at);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_disagreement (CliCall *call, JsonBuilder *builder, GalleyDisagreement *disagreement)
{
  g_autofree char *says = galley_disagreement_describe (disagreement);

  if (!call->json)
    {
      cli_print_fields (disagreement->claim_id, says, disagreement->quote, NULL);
      return;
    }

  json_builder_begin_object (builder);
  cli_json_add_string (builder, "claim", disagreement->claim_id);
  cli_json_add_string (builder, "article", disagreement->article_id);
  cli_json_add_string (builder, "quote", disagreement->quote);
  cli_json_add_disagreement (builder, disagreement);
  json_builder_end_object (builder);
}

/* galleyctl disagreements [ARTICLE] */
gboolean
cli_disagreements (CliCall *call, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) disagreements = NULL;
  g_autoptr (GHashTable) hidden = NULL;
  g_autoptr (GalleyArticle) article = NULL;
  const char *article_id;
  GalleyDesk *desk;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  desk = cli_get_desk (call, error);
  if (desk == NULL)
    return FALSE;
  if (call->arguments != NULL &&
      (article = cli_find_article (call, call->arguments[0], error)) == NULL)
    return FALSE;

  article_id = article != NULL ? galley_article_get_id (article) : NULL;
  if (article_id != NULL && !cli_check_shown (call, article_id, error))
    return FALSE;
  disagreements = galley_desk_list_disagreements (desk, article_id, /* cancellable= */ NULL, error);
  if (disagreements == NULL)
    return FALSE;

  json_builder_begin_array (builder);
  hidden = cli_list_hidden (call);
  for (guint i = 0; i < disagreements->len; i++)
    {
      GalleyDisagreement *disagreement = g_ptr_array_index (disagreements, i);

      if (!g_hash_table_contains (hidden, disagreement->article_id))
        print_disagreement (call, builder, disagreement);
    }
  json_builder_end_array (builder);
  if (call->json)
    cli_print_json (builder);
  return TRUE;
}
