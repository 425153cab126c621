/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture-check.h"

#include "galley-document-builder.h"
#include "galley-import.h"

#include <string.h>

#define ARTICLE_ID "article"

static void
begin (FixtureDraft *draft, GalleyDocument *document)
{
  draft->document = document;
  draft->claims = g_ptr_array_new_with_free_func (g_object_unref);
  draft->dismissals = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_dismissal_unref);
}

/**
 * fixture_draft_init:
 * @text: the article
 *
 * Begins an article, each of whose lines is a paragraph.
 */
void
fixture_draft_init (FixtureDraft *draft, const char *text)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GalleyText) whole = galley_text_new (text, -1);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  guint start = 0, offset = 0;

  galley_document_builder_set_text (builder, whole);
  for (const char *p = text;; p = g_utf8_next_char (p), offset++)
    if (*p == '\n' || *p == '\r' || *p == '\0')
      {
        galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0,
                                           (GalleyRange){ start, offset });
        start = offset + 1;
        if (*p == '\0')
          break;
      }

  begin (draft, galley_document_builder_finish (builder, bytes, "text/plain"));
}

/**
 * fixture_draft_open:
 * @name: a file among the fixtures of the readers
 *
 * Begins an article with what a reader makes of a file.
 */
void
fixture_draft_open (FixtureDraft *draft, const char *name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", "import", name, /* end= */ NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GalleyDocument *document = galley_import_file (file, /* cancellable= */ NULL, &error);

  g_assert_no_error (error);
  begin (draft, document);
}

/**
 * fixture_draft_find:
 *
 * Returns: where @words stand first
 */
GalleyRange
fixture_draft_find (FixtureDraft *draft, const char *words)
{
  const char *text = galley_text_peek_utf8 (galley_document_get_text (draft->document), NULL);
  const char *at = strstr (text, words);
  guint start;

  g_assert_nonnull (at);
  start = g_utf8_strlen (text, at - text);

  return (GalleyRange){ start, start + g_utf8_strlen (words, -1) };
}

/**
 * fixture_draft_claim:
 *
 * Marks the first place where @words stand.
 *
 * Returns: (transfer none): the claim
 */
GalleyClaim *
fixture_draft_claim (FixtureDraft *draft, const char *id, const char *words, GalleyStatus status)
{
  GalleyClaimFields fields = { .range = fixture_draft_find (draft, words),
                               .status = status,
                               .checked_by = "Ana Ruiz",
                               .checked_at = 1756900000000 };
  GalleyClaim *claim = galley_claim_new (id, &fields);

  g_ptr_array_add (draft->claims, claim);
  return claim;
}

/**
 * fixture_draft_finish:
 *
 * Returns: (transfer full): the article, open for checking; @draft is empty afterwards
 */
GalleyCheck *
fixture_draft_finish (FixtureDraft *draft)
{
  GalleyArticleFields fields = { .title = "Title" };
  g_autoptr (GalleyArticle) article = galley_article_new (ARTICLE_ID, &fields);
  GalleyCheck *check =
      galley_check_new (article, draft->document, draft->claims, draft->dismissals);

  g_clear_object (&draft->document);
  g_clear_pointer (&draft->claims, g_ptr_array_unref);
  g_clear_pointer (&draft->dismissals, g_ptr_array_unref);

  return check;
}

/**
 * fixture_check_new_long:
 * @n_claims: how many
 *
 * Returns: (transfer full): an article of as many sentences, each of which is a claim
 */
GalleyCheck *
fixture_check_new_long (guint n_claims)
{
  g_autoptr (GString) text = g_string_new (NULL);
  FixtureDraft draft;
  guint start = 0;

  for (guint i = 0; i < n_claims; i++)
    g_string_append_printf (text, "Sentence %06u says that something is so.%s", i,
                            i % 5 == 4 ? "\n\n" : " ");
  fixture_draft_init (&draft, text->str);
  for (guint i = 0; i < n_claims; i++)
    {
      g_autofree char *id = g_strdup_printf ("%06u", i);
      GalleyClaimFields fields = { .range = { start, start + 40 },
                                   .status = i % GALLEY_N_STATUSES };

      g_ptr_array_add (draft.claims, galley_claim_new (id, &fields));
      start += i % 5 == 4 ? 42 : 41;
    }

  return fixture_draft_finish (&draft);
}

/**
 * fixture_check_put:
 *
 * Makes a claim, or changes one, as the library would tell it.
 */
void
fixture_check_put (GalleyCheck *check, const char *id, const GalleyClaimFields *fields)
{
  g_autoptr (GalleyOutcome) outcome = galley_outcome_new ();

  outcome->article_id = g_strdup (ARTICLE_ID);
  g_ptr_array_add (outcome->claims, galley_claim_new (id, fields));
  galley_check_apply (check, outcome);
}

/**
 * fixture_check_drop:
 *
 * Takes a claim out, as the library would tell it.
 */
void
fixture_check_drop (GalleyCheck *check, const char *id)
{
  g_autoptr (GalleyOutcome) outcome = galley_outcome_new ();

  outcome->article_id = g_strdup (ARTICLE_ID);
  g_ptr_array_add (outcome->gone_claims, g_strdup (id));
  galley_check_apply (check, outcome);
}
