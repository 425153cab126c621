/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redraft-testing.h"

#include "galley-document-builder.h"

/* An article whose lines are paragraphs, and headings where they begin with a sign for them. */
GalleyDocument *
redraft_new_document (const char *text)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new (text, strlen (text));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean is_heading = g_str_has_prefix (lines[i], "# ");
      const char *words = lines[i] + (is_heading ? strlen ("# ") : 0);
      guint start = galley_document_builder_append (builder, words);

      if (*words != '\0')
        galley_document_builder_add_block (
            builder, is_heading ? GALLEY_BLOCK_HEADING : GALLEY_BLOCK_PARAGRAPH, is_heading ? 2 : 0,
            (GalleyRange){ start, galley_document_builder_get_length (builder) });
      if (lines[i + 1] != NULL)
        galley_document_builder_append (builder, "\n");
    }

  return galley_document_builder_finish (builder, original, "text/plain");
}

/* Returns: (transfer full): the article's id */
char *
redraft_import (GalleyDesk *desk, const char *text)
{
  g_autoptr (GalleyDocument) document = redraft_new_document (text);
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_import (desk, document, NULL, &error);

  g_assert_no_error (error);
  return g_strdup (outcome->article_id);
}

GalleyCheck *
redraft_load (GalleyDesk *desk, const char *article)
{
  GError *error = NULL;
  GalleyCheck *check = galley_desk_load (desk, article, NULL, &error);

  g_assert_no_error (error);
  return check;
}

/* Returns: (transfer full): the article compared with @text */
GalleyRedraft *
redraft_begin (GalleyDesk *desk, const char *article, const char *text)
{
  g_autoptr (GalleyCheck) check = redraft_load (desk, article);
  g_autoptr (GalleyDocument) document = redraft_new_document (text);
  GalleyRedraft *redraft = galley_redraft_new (check, document, "new-draft");

  galley_redraft_compare (redraft);
  return redraft;
}

void
redraft_perform (GalleyDesk *desk, const char *article, const char *text)
{
  g_autoptr (GalleyRedraft) redraft = redraft_begin (desk, article, text);

  testing_perform (desk, galley_redraft_make_action (redraft));
}

/* Returns: (transfer none): the claim, in the text or in the tray; it has to be there */
GalleyClaim *
redraft_find (GalleyCheck *check, const char *claim_id)
{
  GalleyClaim *standing = galley_claim_list_find (galley_check_get_claims (check), claim_id);
  GalleyClaim *lying = galley_claim_list_find (galley_check_get_tray (check), claim_id);

  g_assert_true ((standing == NULL) != (lying == NULL));
  return standing != NULL ? standing : lying;
}

/* Returns: (transfer full) (nullable): the words that a claim stands on; %NULL if on none */
char *
redraft_quote (GalleyCheck *check, GalleyClaim *claim)
{
  return galley_place_is_standing (galley_claim_get_place (claim))
             ? galley_text_slice (galley_document_get_text (galley_check_get_document (check)),
                                  galley_claim_get_range (claim))
             : NULL;
}

static void
describe_claim (GString *out, GalleyCheck *check, GalleyClaim *claim)
{
  GalleyFormer *former = galley_claim_get_former (claim);
  GalleyRange range = galley_claim_get_range (claim);
  g_autofree char *quote = redraft_quote (check, claim);

  g_string_append_printf (
      out, "%s %s %s %s %s by %s at %" G_GINT64_FORMAT " [%u, %u) “%s”\n",
      galley_claim_get_id (claim), galley_place_to_nick (galley_claim_get_place (claim)),
      galley_status_to_nick (galley_claim_get_status (claim)), galley_claim_get_reason (claim),
      galley_claim_get_correction (claim), galley_claim_get_checked_by (claim),
      galley_claim_get_checked_at (claim), range.start, range.end, quote);
  if (former != NULL)
    g_string_append_printf (out, "  was %s %s %s by %s at %" G_GINT64_FORMAT " “%s” %d\n",
                            galley_status_to_nick (former->status), former->reason,
                            former->correction, former->checked_by, former->checked_at,
                            former->quote, former->differences);
  g_string_append_printf (
      out, "  evidence %u, notes %u, queries %u\n",
      galley_claim_get_evidence (claim) != NULL ? galley_claim_get_evidence (claim)->len : 0,
      galley_claim_get_notes (claim) != NULL ? galley_claim_get_notes (claim)->len : 0,
      galley_claim_get_queries (claim) != NULL ? galley_claim_get_queries (claim)->len : 0);
}

/* Returns: (transfer full): all that is in an article, to see that nothing has changed */
char *
redraft_describe (GalleyCheck *check)
{
  GString *out = g_string_new (NULL);
  GalleyClaimList *lists[] = { galley_check_get_claims (check), galley_check_get_tray (check) };
  GPtrArray *dismissals = galley_check_get_dismissals (check);
  GalleyArticle *article = galley_check_get_article (check);

  g_string_append_printf (
      out, "%s\n%s\n%s\n", galley_article_get_title (article),
      galley_text_peek_utf8 (galley_document_get_text (galley_check_get_document (check)), NULL),
      galley_document_get_original_sha256 (galley_check_get_document (check)));
  for (GalleyStatus status = 0; status < GALLEY_N_STATUSES; status++)
    g_string_append_printf (out, "%u ", galley_article_get_n_with_status (article, status));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < galley_claim_list_get_n_claims (lists[i]); j++)
      describe_claim (out, check, galley_claim_list_peek (lists[i], j));
  for (guint i = 0; i < dismissals->len; i++)
    {
      GalleyDismissal *dismissal = g_ptr_array_index (dismissals, i);

      g_string_append_printf (out, "%s [%u, %u)\n", dismissal->id, dismissal->range.start,
                              dismissal->range.end);
    }

  return g_string_free (out, FALSE);
}
