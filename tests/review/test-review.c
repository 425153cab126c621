/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-agenda.h"
#include "galley-document-builder.h"
#include "galley-review.h"

#include <string.h>

/* What is on an agenda, and in which order people come to it. */

static const char text[] = "The strike killed 11 people. Rain fell in the harbour town. "
                           "Officials disagree. The orchestra played Mahler. Nobody paid.";

static GalleyDocument *
make_document (const char *words)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);
  guint start = galley_document_builder_append (builder, words);

  galley_document_builder_add_block (
      builder, GALLEY_BLOCK_PARAGRAPH, 0,
      (GalleyRange){ start, galley_document_builder_get_length (builder) });
  return galley_document_builder_finish (builder, original, "text/plain");
}

static GalleyRange
find (const char *words)
{
  const char *p = strstr (text, words);

  return (GalleyRange){ p - text, p - text + strlen (words) };
}

static void
add_claim (GPtrArray *claims, const char *id, const char *words, const GalleyClaimFields *more)
{
  GalleyClaimFields fields = *more;

  fields.range = find (words);
  g_ptr_array_add (claims, galley_claim_new (id, &fields));
}

static GalleyDisagreement *
make_disagreement (void)
{
  GalleyDisagreement *disagreement = galley_disagreement_new ("mahler", "article", "Mahler");
  GalleyVerdict one = { GALLEY_STATUS_DISPUTED, NULL, (char *) "Ana", 1 };
  GalleyVerdict two = { GALLEY_STATUS_CONFIRMED, NULL, (char *) "Ben", 2 };

  galley_disagreement_add (disagreement, &one);
  galley_disagreement_add (disagreement, &two);
  return disagreement;
}

/* A claim of each sort, with the sentence about rain left unmarked. */
static GalleyCheck *
make_check (void)
{
  GalleyArticleFields fields = { .title = "Title" };
  g_autoptr (GalleyArticle) article = galley_article_new ("article", &fields);
  g_autoptr (GalleyDocument) document = make_document (text);
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GalleyDisagreement) disagreement = make_disagreement ();
  GalleyFormer words = { .status = GALLEY_STATUS_CONFIRMED,
                         .draft_id = (char *) "d",
                         .range = { 0, 1 },
                         .quote = (char *) "T" };
  g_autoptr (GalleyFormer) former = galley_former_new (&words);

  add_claim (claims, "strike", "The strike killed 11 people.",
             &(GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED, .is_starred = TRUE });
  add_claim (claims, "officials", "Officials disagree.",
             &(GalleyClaimFields){ .status = GALLEY_STATUS_PENDING, .former = former });
  add_claim (
      claims, "mahler", "The orchestra played Mahler.",
      &(GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .disagreement = disagreement });
  add_claim (claims, "nobody", "Nobody paid.",
             &(GalleyClaimFields){ .status = GALLEY_STATUS_PENDING, .is_starred = TRUE });
  return galley_check_new (article, document, claims, NULL);
}

static char *
describe (GPtrArray *points)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    {
      GalleyPoint *point = g_ptr_array_index (points, i);

      g_string_append_printf (words, "%s%s:%s", i > 0 ? " " : "",
                              galley_topic_to_nick (point->topic),
                              point->claim_id != NULL ? point->claim_id : point->quote);
    }

  return g_string_free (words, FALSE);
}

static void
assert_agenda (const GalleyTopic *topics, guint n_topics, const char *expected)
{
  g_autoptr (GalleyCheck) check = make_check ();
  g_autoptr (GPtrArray) points = galley_agenda_build (check, topics, n_topics);
  g_autofree char *words = describe (points);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_each_claim_once (void)
{
  static const GalleyTopic all[] = { GALLEY_TOPIC_DISPUTED,    GALLEY_TOPIC_PENDING,
                                     GALLEY_TOPIC_STARRED,     GALLEY_TOPIC_CHANGED,
                                     GALLEY_TOPIC_DISAGREEING, GALLEY_TOPIC_SUGGESTION };

  assert_agenda (all, G_N_ELEMENTS (all),
                 "pending:nobody starred:strike changed:officials disagreeing:mahler"
                 " suggestion:Rain fell in the harbour town.");
}

static void
test_only_what_was_asked_for (void)
{
  static const GalleyTopic some[] = { GALLEY_TOPIC_STARRED, GALLEY_TOPIC_DISPUTED };
  static const GalleyTopic pending[] = { GALLEY_TOPIC_PENDING };

  assert_agenda (some, G_N_ELEMENTS (some), "starred:strike starred:nobody disputed:mahler");
  assert_agenda (pending, G_N_ELEMENTS (pending), "pending:officials pending:nobody");
  assert_agenda (NULL, 0, "");
}

static void
test_list_of_claims (void)
{
  const char *const ids[] = { "nobody", "strike", "not-there", "nobody", "mahler", NULL };
  g_autoptr (GalleyCheck) check = make_check ();
  g_autoptr (GPtrArray) points = galley_agenda_build_from_claims (check, ids);
  g_autofree char *words = describe (points);
  guint counts[GALLEY_N_TOPICS];

  g_assert_cmpstr (words, ==, "chosen:nobody chosen:strike disagreeing:mahler");
  galley_agenda_count (points, counts);
  g_assert_cmpuint (counts[GALLEY_TOPIC_CHOSEN], ==, 2);
  g_assert_cmpuint (counts[GALLEY_TOPIC_PENDING], ==, 0);
}

/* A session about all of it, with a sitting under way. */
static GalleySession *
make_session (GalleyCheck *check)
{
  static const GalleyTopic topics[] = { GALLEY_TOPIC_DISPUTED, GALLEY_TOPIC_PENDING,
                                        GALLEY_TOPIC_SUGGESTION };
  GalleySession *session = galley_session_new ("session");
  GalleySitting *sitting = g_new0 (GalleySitting, 1);

  g_ptr_array_unref (session->points);
  session->points = galley_agenda_build (check, topics, G_N_ELEMENTS (topics));
  session->article_id = g_strdup ("article");
  sitting->id = g_strdup ("sitting");
  sitting->started_at = 1000;
  sitting->last_at = 5000;
  g_ptr_array_add (session->sittings, sitting);

  return session;
}

static void
decide (GalleySession *session, const char *key, gint64 at)
{
  GalleyDecision *decision = g_new0 (GalleyDecision, 1);

  decision->key = g_strdup (key);
  decision->decided_at = at;
  g_ptr_array_add (session->decisions, decision);
}

static void
park (GalleySession *session, const char *key, const char *sitting, gint64 at)
{
  GalleyPoint *point = galley_session_find_point (session, key);

  point->is_parked = TRUE;
  point->parked_at = at;
  g_free (point->parked_in);
  point->parked_in = g_strdup (sitting);
}

static void
assert_current (GalleyReview *review, const char *key)
{
  g_assert_cmpstr (galley_review_point_get_key (galley_review_get_current (review)), ==, key);
}

static void
assert_progress (GalleyReview *review, guint n_decided, guint n_parked, guint n_left)
{
  GalleyReviewProgress progress;

  galley_review_get_progress (review, &progress);
  g_assert_cmpuint (progress.n_decided, ==, n_decided);
  g_assert_cmpuint (progress.n_parked, ==, n_parked);
  g_assert_cmpuint (progress.n_left, ==, n_left);
  g_assert_cmpuint (progress.n_points, ==, n_decided + n_parked + n_left);
}

static void
test_parked_points_come_back (void)
{
  g_autoptr (GalleyCheck) check = make_check ();
  g_autoptr (GalleySession) session = make_session (check);
  g_autoptr (GalleyReview) review = galley_review_new (check, session);

  /* mahler, officials, nobody, rain */
  assert_current (review, "mahler");
  assert_progress (review, 0, 0, 4);
  park (session, "mahler", "sitting", 2000);
  galley_review_update (review, session);
  g_assert_true (galley_review_go_next (review));
  assert_current (review, "officials");
  decide (session, "officials", 3000);
  decide (session, "nobody", 4000);
  galley_review_update (review, session);
  assert_progress (review, 2, 1, 1);
  g_assert_true (galley_review_go_next (review));
  g_assert_cmpstr (galley_review_point_get_quote (galley_review_get_current (review)), ==,
                   "Rain fell in the harbour town.");
  decide (session, galley_review_point_get_key (galley_review_get_current (review)), 4500);
  galley_review_update (review, session);
  g_assert_true (galley_review_go_next (review));
  assert_current (review, "mahler");
  decide (session, "mahler", 5000);
  galley_review_update (review, session);
  assert_progress (review, 4, 0, 0);
  g_assert_false (galley_review_go_next (review));
}

static void
test_goes_on_where_it_was (void)
{
  g_autoptr (GalleyCheck) check = make_check ();
  g_autoptr (GalleySession) session = make_session (check);
  g_autoptr (GalleyReview) review = NULL;

  decide (session, "mahler", 3000);
  park (session, "officials", "an earlier one", 2000);
  review = galley_review_new (check, session);
  assert_current (review, "officials");
  assert_progress (review, 1, 0, 3);
  g_assert_true (galley_review_go_back (review));
  assert_current (review, "mahler");
  g_assert_false (galley_review_go_back (review));
}

static void
test_order_and_what_is_gone (void)
{
  g_autoptr (GalleyCheck) check = make_check ();
  g_autoptr (GalleySession) session = make_session (check);
  g_autoptr (GalleyReview) review = galley_review_new (check, session);
  g_autoptr (GalleyOutcome) outcome = galley_outcome_new ();
  g_autoptr (GPtrArray) moved = NULL;
  g_autofree char *words = NULL;

  moved = galley_review_list_moved (review, galley_review_peek (review, 2), 0);
  words = describe (moved);
  g_assert_true (g_str_has_prefix (words, "pending:nobody disputed:mahler pending:officials"));
  g_assert_null (galley_review_list_moved (review, galley_review_peek (review, 1), 1));
  g_ptr_array_unref (moved);
  moved = galley_review_list_moved (review, galley_review_peek (review, 0), 4);
  g_assert_cmpuint (moved->len, ==, 3);

  outcome->article_id = g_strdup ("article");
  g_ptr_array_add (outcome->gone_claims, g_strdup ("officials"));
  galley_check_apply (check, outcome);
  galley_review_update (review, NULL);
  g_assert_cmpint (galley_review_point_get_state (galley_review_peek (review, 1)), ==,
                   GALLEY_POINT_GONE);
  g_assert_true (galley_review_go_next (review));
  assert_current (review, "nobody");
  assert_progress (review, 0, 0, 3);
}

static void
test_clock (void)
{
  g_autoptr (GalleyCheck) check = make_check ();
  g_autoptr (GalleySession) session = make_session (check);
  GalleySitting *second = g_new0 (GalleySitting, 1);

  g_assert_cmpint (galley_session_get_duration (session, 0), ==, 4000);
  g_assert_cmpint (galley_session_get_duration (session, 9000), ==, 8000);
  second->id = g_strdup ("second");
  second->started_at = 20000;
  second->last_at = 21000;
  g_ptr_array_add (session->sittings, second);
  g_assert_cmpint (galley_session_get_duration (session, 0), ==, 5000);
  g_assert_cmpint (galley_session_get_duration (session, 23000), ==, 7000);
  second->is_closed = TRUE;
  g_assert_cmpint (galley_session_get_duration (session, 23000), ==, 5000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agenda/each-claim-once", test_each_claim_once);
  g_test_add_func ("/agenda/only-what-was-asked-for", test_only_what_was_asked_for);
  g_test_add_func ("/agenda/list-of-claims", test_list_of_claims);
  g_test_add_func ("/review/parked-points-come-back", test_parked_points_come_back);
  g_test_add_func ("/review/goes-on-where-it-was", test_goes_on_where_it_was);
  g_test_add_func ("/review/order-and-what-is-gone", test_order_and_what_is_gone);
  g_test_add_func ("/review/clock", test_clock);

  return g_test_run ();
}
