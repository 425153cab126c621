/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-check.h"
#include "galley-document-builder.h"

#define N_SENTENCES 40

static GalleyDocument *
make_document (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);

  for (guint i = 0; i < N_SENTENCES / 4; i++)
    {
      guint start = galley_document_builder_append (
          builder, "Él habló ayer. Nobody knew. 😀 It cost 5.5 million. They left.");

      galley_document_builder_add_block (
          builder, i % 5 == 0 ? GALLEY_BLOCK_HEADING : GALLEY_BLOCK_PARAGRAPH, 0,
          (GalleyRange){ start, galley_document_builder_get_length (builder) });
      galley_document_builder_append (builder, "\n\n");
    }

  return galley_document_builder_finish (builder, original, "text/plain");
}

static GalleyArticle *
make_article (void)
{
  GalleyArticleFields fields = { .title = "Title" };

  return galley_article_new ("article", &fields);
}

/* What the library would tell after a random change: some claims set, some gone, some sentence
 * dismissed or brought back. */
static GalleyOutcome *
make_outcome (GalleyCheck *check)
{
  GalleyOutcome *outcome = galley_outcome_new ();
  guint length =
      galley_text_get_length (galley_document_get_text (galley_check_get_document (check)));

  outcome->article_id = g_strdup ("article");
  for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
    {
      g_autofree char *id = g_strdup_printf ("claim-%d", g_test_rand_int_range (0, 30));
      guint start = g_test_rand_int_range (0, length - 1);
      GalleyClaimFields fields = {
        .range = { start, g_test_rand_int_range (start + 1, MIN (start + 60, length) + 1) },
        .status = g_test_rand_int_range (0, GALLEY_N_STATUSES),
      };

      if (g_test_rand_bit ())
        g_ptr_array_add (outcome->claims, galley_claim_new (id, &fields));
      else
        g_ptr_array_add (outcome->gone_claims, g_strdup (id));
    }

  if (g_test_rand_bit ())
    {
      g_autofree char *id = NULL;
      GalleyRange range;

      if (galley_check_find_sentence (check, g_test_rand_int_range (0, length), &range))
        {
          id = g_strdup_printf ("dismissal-%u", range.start);
          if (galley_check_find_dismissal (check, range.start) == NULL)
            g_ptr_array_add (outcome->dismissals,
                             galley_dismissal_new (id, range, GALLEY_DISMISSAL_OPINION));
          else
            g_ptr_array_add (outcome->gone_dismissals, g_strdup (id));
        }
    }

  return outcome;
}

static GPtrArray *
list_claims (GalleyCheck *check)
{
  GPtrArray *claims = g_ptr_array_new ();

  for (guint i = 0; i < galley_claim_list_get_n_claims (galley_check_get_claims (check)); i++)
    g_ptr_array_add (claims, galley_claim_list_peek (galley_check_get_claims (check), i));

  return claims;
}

/* A claim may come twice in one outcome; the library never tells such a thing. */
static gboolean
is_plausible (GalleyOutcome *outcome)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean plausible = TRUE;

  for (guint i = 0; i < outcome->claims->len; i++)
    plausible &= g_hash_table_add (
        ids, (gpointer) galley_claim_get_id (g_ptr_array_index (outcome->claims, i)));
  for (guint i = 0; i < outcome->gone_claims->len; i++)
    plausible &= g_hash_table_add (ids, g_ptr_array_index (outcome->gone_claims, i));

  return plausible;
}

static void
assert_same_as_fresh (GalleyCheck *check)
{
  g_autoptr (GPtrArray) claims = list_claims (check);
  g_autoptr (GalleyCheck) fresh =
      galley_check_new (galley_check_get_article (check), galley_check_get_document (check), claims,
                        galley_check_get_dismissals (check));
  g_autoptr (GArray) have = galley_check_get_suggestions (check);
  g_autoptr (GArray) want = galley_check_get_suggestions (fresh);
  GalleyProgress have_progress, want_progress;

  g_assert_cmpmem (have->data, have->len * sizeof (GalleyRange), want->data,
                   want->len * sizeof (GalleyRange));
  galley_check_get_progress (check, &have_progress);
  galley_check_get_progress (fresh, &want_progress);
  g_assert_cmpuint (have_progress.n_claims, ==, want_progress.n_claims);
  g_assert_cmpuint (have_progress.n_checked, ==, want_progress.n_checked);
  g_assert_cmpuint (have_progress.n_suggestions, ==, want_progress.n_suggestions);
  g_assert_cmpuint (have_progress.n_characters, ==, want_progress.n_characters);
  g_assert_cmpuint (have_progress.n_covered, ==, want_progress.n_covered);
}

static void
test_counts_stay_right (void)
{
  g_autoptr (GalleyDocument) document = make_document ();
  g_autoptr (GalleyArticle) article = make_article ();
  g_autoptr (GalleyCheck) check = galley_check_new (article, document, NULL, NULL);
  guint n_applied = 0;

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GalleyOutcome) outcome = make_outcome (check);

      if (!is_plausible (outcome))
        continue;
      galley_check_apply (check, outcome);
      assert_same_as_fresh (check);
      n_applied++;
    }
  g_assert_cmpuint (n_applied, >, 100);
}

static void
test_headings_suggest_nothing (void)
{
  g_autoptr (GalleyDocument) document = make_document ();
  g_autoptr (GalleyArticle) article = make_article ();
  g_autoptr (GalleyCheck) check = galley_check_new (article, document, NULL, NULL);
  GalleyRange range;
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);

  g_assert_cmpint (blocks[0].role, ==, GALLEY_BLOCK_HEADING);
  g_assert_false (galley_check_find_suggestion (check, 0, &range));
  g_assert_true (galley_check_find_suggestion (check, blocks[1].range.start, &range));
  g_assert_cmpuint (range.start, ==, blocks[1].range.start);
  g_assert_cmpuint (range.end, ==, blocks[1].range.start + 14);
}

static void
test_uncovered_words_come_in_order (void)
{
  g_autoptr (GalleyDocument) document = make_document ();
  g_autoptr (GalleyArticle) article = make_article ();
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GalleyCheck) check = NULL;
  guint n_blocks;
  guint start = galley_document_get_blocks (document, &n_blocks)[1].range.start;
  GalleyClaimFields fields = { .range = { start + 3, start + 8 } }; /* "habló" */
  GalleyRange range;

  g_ptr_array_add (claims, galley_claim_new ("habló", &fields));
  check = galley_check_new (article, document, claims, NULL);

  g_assert_true (galley_check_find_uncovered (check, 0, &range));
  g_assert_cmpuint (range.start, ==, start);
  g_assert_cmpuint (range.end, ==, start + 2);
  g_assert_true (galley_check_find_uncovered (check, range.end, &range));
  g_assert_cmpuint (range.start, ==, start + 9);
  g_assert_cmpuint (range.end, ==, start + 13);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/counts-stay-right", test_counts_stay_right);
  g_test_add_func ("/check/headings-suggest-nothing", test_headings_suggest_nothing);
  g_test_add_func ("/check/uncovered-words-come-in-order", test_uncovered_words_come_in_order);

  return g_test_run ();
}
