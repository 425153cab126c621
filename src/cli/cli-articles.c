/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-quoted.h"

#include <glib/gi18n-lib.h>

static void
print_article_line (CliCall *call, GalleyArticle *article)
{
  g_autofree char *title = cli_to_line (galley_article_get_title (article));

  if (galley_article_is_read_by (article, galley_desk_get_actor (call->desk)))
    cli_print_fields (galley_article_get_id (article), "-", "-", "-", title, NULL);
  else
    cli_print ("%s\t%u\t%u\t%u\t%s\n", galley_article_get_id (article),
               galley_article_get_n_with_status (article, GALLEY_STATUS_PENDING),
               galley_article_get_n_with_status (article, GALLEY_STATUS_CONFIRMED),
               galley_article_get_n_with_status (article, GALLEY_STATUS_DISPUTED), title);
}

static void
add_article (CliCall *call, JsonBuilder *builder, GalleyArticle *article)
{
  json_builder_begin_object (builder);
  cli_json_add_article (builder, article, galley_desk_get_actor (call->desk));
  json_builder_end_object (builder);
}

/* galleyctl list */
gboolean
cli_list (CliCall *call, GError **error)
{
  gboolean all = FALSE;
  const GOptionEntry options[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("List what is in the archive too"), NULL },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GListModel *articles;
  GalleyDesk *desk;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  desk = cli_get_desk (call, error);
  if (desk == NULL)
    return FALSE;

  articles = galley_desk_get_articles (desk);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (GalleyArticle) article = g_list_model_get_item (articles, i);

      if (!all && galley_article_is_archived (article))
        continue;
      if (call->json)
        add_article (call, builder, article);
      else
        print_article_line (call, article);
    }
  json_builder_end_array (builder);

  if (call->json)
    cli_print_json (builder);
  return TRUE;
}

static void
add_metadata (JsonBuilder *builder, GalleyDocument *document)
{
  const char *const *notices = galley_document_get_notices (document);

  json_builder_set_member_name (builder, "metadata");
  json_builder_begin_object (builder);
  for (GalleyMetadataField field = 0; field < GALLEY_N_METADATA_FIELDS; field++)
    cli_json_add_string (builder, galley_metadata_field_to_nick (field),
                         galley_document_get_metadata (document, field));
  json_builder_end_object (builder);

  cli_json_add_string (builder, "media_type", galley_document_get_media_type (document));
  cli_json_add_string (builder, "original_sha256", galley_document_get_original_sha256 (document));
  json_builder_set_member_name (builder, "notices");
  json_builder_begin_array (builder);
  for (guint i = 0; notices[i] != NULL; i++)
    json_builder_add_string_value (builder, notices[i]);
  json_builder_end_array (builder);
}

static void
add_progress (JsonBuilder *builder, GalleyCheck *check)
{
  GalleyProgress progress;

  galley_check_get_progress (check, &progress);
  json_builder_set_member_name (builder, "progress");
  json_builder_begin_object (builder);
  cli_json_add_integer (builder, "claims", progress.n_claims);
  cli_json_add_integer (builder, "checked", progress.n_checked);
  cli_json_add_integer (builder, "suggestions", progress.n_suggestions);
  cli_json_add_integer (builder, "characters", progress.n_characters);
  cli_json_add_integer (builder, "covered", progress.n_covered);
  json_builder_end_object (builder);
}

static void
show_json (CliCall *call, GalleyCheck *check)
{
  GalleyDocument *document = galley_check_get_document (check);
  GalleyText *text = galley_document_get_text (document);
  GalleyClaimList *claims = galley_check_get_claims (check);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_add_article (builder, galley_check_get_article (check),
                        galley_desk_get_actor (call->desk));
  add_progress (builder, check);
  add_metadata (builder, document);
  cli_json_add_string (builder, "text", galley_text_peek_utf8 (text, NULL));
  cli_json_add_structure (builder, document);
  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    cli_json_add_claim (builder, text, galley_claim_list_peek (claims, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_print_json (builder);
}

/* Prints @claim below the block that it begins in. */
static void
show_claim (GalleyText *text, GalleyClaim *claim)
{
  GalleyRange range = galley_claim_get_range (claim);
  g_autofree char *words = cli_quote_range (text, range);
  g_autofree char *quote = galley_quoted (words);
  const char *why = galley_reason_get_label (galley_claim_get_reason (claim));
  g_autofree char *reason = cli_to_line (why != NULL ? why : "");
  GalleyFormer *former = galley_claim_get_former (claim);

  cli_print ("    [%s] %u–%u %s%s%s\n",
             galley_claim_is_unjudged (claim)
                 ? _ ("Not judged yet")
                 : galley_status_get_label (galley_claim_get_status (claim)),
             range.start, range.end, quote, *reason != '\0' ? ": " : "", reason);
  if (former != NULL)
    {
      g_autofree char *old_words = cli_to_line (former->quote);
      g_autofree char *old_quote = galley_quoted (old_words);

      /* Translators: what was decided of a claim, and on which words, in quotation marks, before
       * they were changed. */
      cli_print (_ ("        Formerly: [%s] %s"), galley_status_get_label (former->status),
                 old_quote);
      cli_print ("\n");
    }
}

/* Prints what the writer noted, or where words lead, below the block that the words are in. */
static void
show_remark (GalleyText *text, const GalleyRemark *remark)
{
  const GalleySourceNote *note = remark->note;
  GalleyRange range = note != NULL ? note->range : remark->range;
  g_autofree char *words = cli_quote_range (text, range);
  g_autofree char *quote = galley_quoted (words);
  g_autofree char *said = cli_to_line (note != NULL ? note->text : remark->link->target);

  cli_print ("    [%s] %u",
             note != NULL ? galley_source_note_kind_get_label (note->kind) : _ ("Link"),
             range.start);
  if (range.start < range.end)
    cli_print ("–%u %s", range.end, quote);
  cli_print (": %s", said);

  if (note != NULL && (note->author != NULL || note->date != NULL))
    {
      g_autofree char *author = cli_to_line (note->author != NULL ? note->author : "");
      g_autofree char *date = cli_to_line (note->date != NULL ? note->date : "");

      cli_print (" (%s%s%s)", author, *author != '\0' && *date != '\0' ? ", " : "", date);
    }
  cli_print ("\n");
}

static void
show_blocks (GalleyCheck *check)
{
  GalleyDocument *document = galley_check_get_document (check);
  GalleyText *text = galley_document_get_text (document);
  GalleyClaimList *claims = galley_check_get_claims (check);
  g_autoptr (GPtrArray) remarks =
      galley_remarks_list (galley_check_get_remarks (check), (GalleyRange){ 0, G_MAXUINT });
  guint n_blocks, n_claims = galley_claim_list_get_n_claims (claims), claim = 0, remark = 0;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *line = cli_quote_range (text, blocks[i].range);
      guint next = i + 1 < n_blocks ? blocks[i + 1].range.start : G_MAXUINT;

      cli_print ("%s\n", line);
      for (; claim < n_claims; claim++)
        {
          GalleyClaim *here = galley_claim_list_peek (claims, claim);

          if (galley_claim_get_range (here).start >= next)
            break;
          show_claim (text, here);
        }
      for (; remark < remarks->len; remark++)
        {
          const GalleyRemark *here = g_ptr_array_index (remarks, remark);

          if (here->range.start >= next)
            break;
          show_remark (text, here);
        }
    }
}

/* galleyctl show ARTICLE */
gboolean
cli_show (CliCall *call, GError **error)
{
  int draft = CLI_NOT_TYPED;
  const GOptionEntry options[] = {
    CLI_DRAFT_OPTION (&draft),
    { NULL },
  };
  g_autoptr (GalleyCheck) check = NULL;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  check = cli_load_as_seen (call, call->arguments[0], draft, error);
  if (check == NULL)
    return FALSE;

  if (call->json)
    show_json (call, check);
  else
    show_blocks (check);
  return TRUE;
}

/* galleyctl archive ARTICLE */
gboolean
cli_archive (CliCall *call, GError **error)
{
  gboolean take_out = FALSE;
  const GOptionEntry options[] = {
    { "undo", 0, 0, G_OPTION_ARG_NONE, &take_out, N_ ("Take it out of the archive"), NULL },
    { NULL },
  };
  g_autoptr (GalleyArticle) article = NULL;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  article = cli_find_article (call, call->arguments[0], error);
  if (article == NULL)
    return FALSE;

  return cli_perform (call, galley_verb_archive (galley_article_get_id (article), !take_out),
                      error);
}

/* What was there before a backup was restored may be wanted for something else. */
static void
warn_of_set_aside (GalleyDesk *desk)
{
  g_autoptr (GPtrArray) names = galley_desk_list_set_aside (desk);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = g_filename_display_name (g_ptr_array_index (names, i));

      cli_complain (_ ("“%s”, which is kept from before a backup was restored, may still hold the "
                       "article"),
                    name);
    }
}

/* galleyctl delete ARTICLE */
gboolean
cli_delete (CliCall *call, GError **error)
{
  gboolean purge = FALSE;
  const GOptionEntry options[] = {
    { "purge", 0, 0, G_OPTION_ARG_NONE, &purge,
      N_ ("Destroy it with everything that was marked in it; nothing brings it back"), NULL },
    { NULL },
  };
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autofree char *id = NULL;

  if (!cli_call_parse (call, options, error))
    return FALSE;
  id = cli_find_article_id (call, call->arguments[0], error);
  if (id == NULL)
    return FALSE;
  if (!purge)
    return cli_perform (call, galley_verb_remove_article (id), error);

  if (cli_get_desk (call, error) == NULL)
    return FALSE;
  outcome = galley_desk_purge_article (call->desk, id, /* cancellable= */ NULL, error);
  if (outcome == NULL)
    return FALSE;

  warn_of_set_aside (call->desk);
  return TRUE;
}
