/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-word-diff.h"

#include <glib/gi18n-lib.h>

static void
add_draft (JsonBuilder *builder, const GalleyDraftEntry *draft, gboolean is_present)
{
  json_builder_begin_object (builder);
  cli_json_add_integer (builder, "number", draft->number);
  cli_json_add_string (builder, "id", draft->id);
  cli_json_add_string (builder, "title", draft->title);
  cli_json_add_string (builder, "verb", draft->verb);
  cli_json_add_string (builder, "actor", draft->actor);
  cli_json_add_string (builder, "time", draft->time);
  cli_json_add_string (builder, "text_sha256", draft->text_sha256);
  cli_json_add_integer (builder, "original_bytes", draft->size_bytes);
  cli_json_add_boolean (builder, "present", is_present);
  json_builder_end_object (builder);
}

static void
print_draft (const GalleyDraftEntry *draft)
{
  g_autofree char *number = g_strdup_printf ("%u", draft->number);

  cli_print_fields (number, draft->time, draft->actor, draft->verb, draft->title, NULL);
}

static GPtrArray *
list_drafts (CliCall *call, GError **error)
{
  g_autoptr (GalleyArticle) article = cli_find_article (call, call->arguments[0], error);

  if (article == NULL)
    return NULL;
  return galley_desk_list_drafts (call->desk, galley_article_get_id (article), error);
}

/* galleyctl drafts ARTICLE */
gboolean
cli_drafts (CliCall *call, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) drafts = NULL;

  if (!cli_call_parse (call, /* options= */ NULL, error))
    return FALSE;
  drafts = list_drafts (call, error);
  if (drafts == NULL)
    return FALSE;

  json_builder_begin_array (builder);
  for (guint i = 0; i < drafts->len; i++)
    if (call->json)
      add_draft (builder, g_ptr_array_index (drafts, i), i + 1 == drafts->len);
    else
      print_draft (g_ptr_array_index (drafts, i));
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
  return TRUE;
}

static void
add_piece (JsonBuilder *builder, const GalleyDiffPiece *piece, GalleyText *old, GalleyText *new)
{
  g_autofree char *old_words = galley_text_slice (old, piece->old);
  g_autofree char *new_words = galley_text_slice (new, piece->new);

  json_builder_begin_object (builder);
  cli_json_add_string (builder, "kind", galley_diff_kind_to_nick (piece->kind));
  cli_json_add_integer (builder, "old_start", piece->old.start);
  cli_json_add_integer (builder, "old_end", piece->old.end);
  cli_json_add_integer (builder, "new_start", piece->new.start);
  cli_json_add_integer (builder, "new_end", piece->new.end);
  cli_json_add_string (builder, "old", old_words);
  cli_json_add_string (builder, "new", new_words);
  json_builder_end_object (builder);
}

static void
print_piece (const GalleyDiffPiece *piece, GalleyText *old, GalleyText *new)
{
  gboolean is_old = piece->kind == GALLEY_DIFF_DELETED || piece->kind == GALLEY_DIFF_MOVED_AWAY;
  g_autofree char *words =
      is_old ? cli_quote_range (old, piece->old) : cli_quote_range (new, piece->new);

  if (piece->kind != GALLEY_DIFF_SAME)
    cli_print ("%s\t%u-%u\t%u-%u\t%s\n", galley_diff_kind_to_nick (piece->kind), piece->old.start,
               piece->old.end, piece->new.start, piece->new.end, words);
}

static void
print_pieces (CliCall *call, GArray *pieces, GalleyText *old, GalleyText *new)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < pieces->len; i++)
    if (call->json)
      add_piece (builder, &g_array_index (pieces, GalleyDiffPiece, i), old, new);
    else
      print_piece (&g_array_index (pieces, GalleyDiffPiece, i), old, new);
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
}

static void
print_unchecked (CliCall *call, GArray *news, GalleyText *text)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!call->json)
    {
      cli_print_news (news, text);
      return;
    }

  json_builder_begin_object (builder);
  cli_json_add_news (builder, news, text);
  json_builder_end_object (builder);
  cli_print_json (builder);
}

static void
print_comparison (CliCall *call, GalleyDocument *old, GalleyCheck *new, gboolean lists_unchecked)
{
  GalleyDocument *document = galley_check_get_document (new);
  GalleyText *text = galley_document_get_text (document);
  g_autoptr (GalleyAlignment) alignment = galley_alignment_new (old, document);
  g_autoptr (GArray) pieces = galley_alignment_compare_all (alignment);
  g_autoptr (GArray) news = galley_news_compare (new, alignment, pieces);

  if (!call->json)
    cli_print_news_counts (news);
  if (lists_unchecked)
    print_unchecked (call, news, text);
  else
    print_pieces (call, pieces, galley_document_get_text (old), text);
}

/* The two drafts that are typed, else the last two. */
static gboolean
choose_drafts (CliCall *call, int *out_old, int *out_new, GError **error)
{
  g_autoptr (GPtrArray) drafts = list_drafts (call, error);

  if (drafts == NULL)
    return FALSE;
  if (call->arguments[1] != NULL && call->arguments[2] == NULL)
    {
      g_set_error_literal (error, CLI_ERROR, CLI_EXIT_USAGE,
                           _ ("“compare” takes the numbers of two drafts, or none"));
      return FALSE;
    }
  if (call->arguments[1] != NULL)
    return cli_parse_number (call->arguments[1], out_old, error) &&
           cli_parse_number (call->arguments[2], out_new, error);
  if (drafts->len < 2)
    {
      g_set_error_literal (error, CLI_ERROR, CLI_EXIT_FAILED,
                           _ ("The article has only had one draft"));
      return FALSE;
    }

  *out_old = drafts->len - 1;
  *out_new = drafts->len;
  return TRUE;
}

/* galleyctl compare ARTICLE [OLD NEW] */
gboolean
cli_compare (CliCall *call, GError **error)
{
  gboolean lists_unchecked = FALSE;
  const GOptionEntry options[] = {
    { "unchecked", 0, 0, G_OPTION_ARG_NONE, &lists_unchecked,
      N_ ("List the sentences that are new or changed and that nobody has checked instead"), NULL },
    { NULL },
  };
  g_autoptr (GalleyCheck) old = NULL;
  g_autoptr (GalleyCheck) new = NULL;
  int old_number, new_number;

  if (!cli_call_parse (call, options, error) ||
      !choose_drafts (call, &old_number, &new_number, error))
    return FALSE;
  old = cli_load_at (call, call->arguments[0], old_number, error);
  new = old != NULL ? cli_load_at (call, call->arguments[0], new_number, error) : NULL;
  if (new == NULL)
    return FALSE;

  print_comparison (call, galley_check_get_document (old), new, lists_unchecked);
  return TRUE;
}
