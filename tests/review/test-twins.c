/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-document-builder.h"
#include "galley-repeat-verb.h"
#include "galley-twins-keeper.h"
#include "galley-twins.h"

#include <string.h>

/* What an article says more than once, as it is asked about while the article changes. */

static const char text[] = "The strike killed 11 people. Rain fell in the harbour town. "
                           "A strike killed eleven people. The strike killed 12 people. "
                           "The strike killed 11 people. The strike reportedly killed 11 people.";

static GalleyDocument *
make_document (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);
  guint start = galley_document_builder_append (builder, text);

  galley_document_builder_add_block (
      builder, GALLEY_BLOCK_PARAGRAPH, 0,
      (GalleyRange){ start, galley_document_builder_get_length (builder) });
  return galley_document_builder_finish (builder, original, "text/plain");
}

static GalleyRange
find (const char *words, guint nth)
{
  const char *p = strstr (text, words);

  for (; nth > 0; nth--)
    p = strstr (p + 1, words);
  return (GalleyRange){ p - text, p - text + strlen (words) };
}

static GalleyClaim *
make_claim (const char *id, GalleyRange range, GalleyStatus status)
{
  GalleyClaimFields fields = { .range = range, .status = status };

  return galley_claim_new (id, &fields);
}

static GalleyCheck *
make_check (GalleyStatus first)
{
  GalleyArticleFields fields = { .title = "Title" };
  g_autoptr (GalleyArticle) article = galley_article_new ("article", &fields);
  g_autoptr (GalleyDocument) document = make_document ();
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (claims, make_claim ("first", find ("The strike killed 11 people.", 0), first));
  g_ptr_array_add (claims, make_claim ("twin", find ("A strike killed eleven people.", 0),
                                       GALLEY_STATUS_PENDING));
  g_ptr_array_add (claims,
                   make_claim ("hedged", find ("The strike reportedly killed 11 people.", 0),
                               GALLEY_STATUS_PENDING));
  return galley_check_new (article, document, claims, NULL);
}

static GalleyClaim *
get_claim (GalleyCheck *check, const char *id)
{
  return galley_claim_list_find (galley_check_get_claims (check), id);
}

/* The library holds @claim now, or nothing with @gone_id. */
static void
apply (GalleyCheck *check, GalleyClaim *claim, const char *gone_id)
{
  g_autoptr (GalleyOutcome) outcome = galley_outcome_new ();

  outcome->article_id = g_strdup ("article");
  if (claim != NULL)
    g_ptr_array_add (outcome->claims, claim);
  if (gone_id != NULL)
    g_ptr_array_add (outcome->gone_claims, g_strdup (gone_id));
  galley_check_apply (check, outcome);
}

static void
assert_states (GPtrArray *twins, const char *expected)
{
  g_autoptr (GString) states = g_string_new (NULL);

  for (guint i = 0; i < twins->len; i++)
    {
      const GalleyTwin *twin = g_ptr_array_index (twins, i);

      g_string_append_printf (states, "%s%s %s", i > 0 ? ", " : "",
                              twin->claim != NULL ? galley_claim_get_id (twin->claim) : "-",
                              galley_twin_state_to_nick (twin->state));
    }
  g_assert_cmpstr (states->str, ==, expected);
}

static void
test_list (void)
{
  g_autoptr (GalleyCheck) check = make_check (GALLEY_STATUS_CONFIRMED);
  g_autoptr (GalleyTwins) twins = galley_twins_new (check);
  g_autoptr (GPtrArray) list = galley_twins_list (twins, check, get_claim (check, "first"));
  g_autoptr (GPtrArray) of_hedged = galley_twins_list (twins, check, get_claim (check, "hedged"));

  assert_states (list, "twin free, - different, - free, hedged different");
  assert_states (of_hedged, "first different, twin different, - different, - different");
  g_assert_cmpuint (galley_twins_count_free (list), ==, 2);
  g_assert_cmpuint (galley_twins_count (twins, get_claim (check, "first")), ==, 2);
  g_assert_cmpuint (galley_twins_count (twins, get_claim (check, "hedged")), ==, 0);
}

/* What was found says nothing of what has other words by now, or is gone. */
static void
test_stale (void)
{
  g_autoptr (GalleyCheck) check = make_check (GALLEY_STATUS_CONFIRMED);
  g_autoptr (GalleyTwins) twins = galley_twins_new (check);
  g_autoptr (GPtrArray) moved = NULL, deleted = NULL, none = NULL;

  g_assert_true (galley_twins_is_current (twins, check));
  apply (check, make_claim ("twin", find ("A strike killed", 0), GALLEY_STATUS_PENDING), NULL);
  g_assert_false (galley_twins_is_current (twins, check));
  moved = galley_twins_list (twins, check, get_claim (check, "first"));
  assert_states (moved, "- different, - free, hedged different");

  apply (check, NULL, "twin");
  deleted = galley_twins_list (twins, check, get_claim (check, "first"));
  assert_states (deleted, "- different, - free, hedged different");

  apply (check, make_claim ("first", find ("The strike", 0), GALLEY_STATUS_CONFIRMED), NULL);
  none = galley_twins_list (twins, check, get_claim (check, "first"));
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (galley_twins_count (twins, get_claim (check, "first")), ==, 0);
}

/* As many suggestions as before are not the same ones. */
static void
test_dismissed (void)
{
  g_autoptr (GalleyCheck) check = make_check (GALLEY_STATUS_CONFIRMED);
  g_autoptr (GalleyTwins) twins = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_outcome_new ();
  g_autoptr (GalleyOutcome) other = galley_outcome_new ();

  outcome->article_id = g_strdup ("article");
  g_ptr_array_add (outcome->dismissals,
                   galley_dismissal_new ("rain", find ("Rain fell in the harbour town.", 0),
                                         GALLEY_DISMISSAL_OPINION));
  galley_check_apply (check, outcome);
  twins = galley_twins_new (check);
  g_assert_true (galley_twins_is_current (twins, check));

  other->article_id = g_strdup ("article");
  g_ptr_array_add (other->gone_dismissals, g_strdup ("rain"));
  g_ptr_array_add (other->dismissals,
                   galley_dismissal_new ("strike", find ("The strike killed 12 people.", 0),
                                         GALLEY_DISMISSAL_OPINION));
  galley_check_apply (check, other);
  g_assert_false (galley_twins_is_current (twins, check));
}

/* A verdict that was given alters no words. */
static void
test_status (void)
{
  g_autoptr (GalleyCheck) check = make_check (GALLEY_STATUS_PENDING);
  g_autoptr (GalleyTwins) twins = galley_twins_new (check);
  g_autoptr (GPtrArray) before = NULL, after = NULL, of_pending = NULL, mixed = NULL;

  before = galley_twins_list (twins, check, get_claim (check, "first"));
  g_assert_null (galley_twins_find_giver (before));
  g_assert_null (galley_verb_repeat (check, get_claim (check, "first"), before, NULL));

  apply (check,
         make_claim ("twin", find ("A strike killed eleven people.", 0), GALLEY_STATUS_DISPUTED),
         NULL);
  g_assert_true (galley_twins_is_current (twins, check));
  of_pending = galley_twins_list (twins, check, get_claim (check, "first"));
  assert_states (of_pending, "twin free, - different, - free, hedged different");
  g_assert_true (galley_twins_find_giver (of_pending) == get_claim (check, "twin"));

  apply (check,
         make_claim ("first", find ("The strike killed 11 people.", 0), GALLEY_STATUS_CONFIRMED),
         NULL);
  after = galley_twins_list (twins, check, get_claim (check, "first"));
  assert_states (after, "twin decided, - different, - free, hedged different");

  /* Who is to be followed where two are not of one mind? */
  apply (check,
         make_claim ("third", find ("The strike killed 11 people.", 1), GALLEY_STATUS_PENDING),
         NULL);
  galley_twins_unref (twins);
  twins = galley_twins_new (check);
  mixed = galley_twins_list (twins, check, get_claim (check, "third"));
  assert_states (mixed, "first free, twin free, - different, hedged different");
  g_assert_null (galley_twins_find_giver (mixed));
}

static void
test_verb (void)
{
  g_autoptr (GalleyCheck) check = make_check (GALLEY_STATUS_CONFIRMED);
  g_autoptr (GalleyTwins) twins = galley_twins_new (check);
  g_autoptr (GPtrArray) list = galley_twins_list (twins, check, get_claim (check, "first"));
  g_autoptr (GPtrArray) given_ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GalleyAction) action =
      galley_verb_repeat (check, get_claim (check, "first"), list, given_ids);
  static const char *const kinds[] = { "claim.status", "note.add", "claim.add", "note.add" };

  g_assert_cmpstr (action->verb, ==, "repeat-verdict");
  g_assert_cmpstr (action->expected_text, ==,
                   galley_document_get_text_sha256 (galley_check_get_document (check)));
  g_assert_cmpuint (action->changes->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < action->changes->len; i++)
    g_assert_cmpstr (((GalleyChange *) g_ptr_array_index (action->changes, i))->kind, ==, kinds[i]);
  g_assert_cmpuint (given_ids->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (given_ids, 0), ==, "twin");
}

static void
count_cb (guint *n)
{
  ++*n;
}

static gboolean
is_kept (GalleyCheck *check)
{
  GalleyTwins *twins = galley_check_get_twins (check);

  return twins != NULL && galley_twins_is_current (twins, check);
}

static void
wait_until_kept (GalleyCheck *check)
{
  while (!is_kept (check))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_keeper (void)
{
  g_autoptr (GalleyCheck) check = make_check (GALLEY_STATUS_CONFIRMED);
  g_autoptr (GalleyTwinsKeeper) keeper = galley_twins_keeper_new (check);
  guint n_changes = 0;

  g_signal_connect_swapped (check, "twins-changed", G_CALLBACK (count_cb), &n_changes);
  wait_until_kept (check);
  g_assert_cmpuint (n_changes, ==, 1);

  apply (check, NULL, "twin");
  g_assert_false (is_kept (check));
  wait_until_kept (check);
  g_assert_cmpuint (n_changes, ==, 2);

  /* Other verdicts are on the same words. */
  apply (check,
         make_claim ("first", find ("The strike killed 11 people.", 0), GALLEY_STATUS_DISPUTED),
         NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_changes, ==, 2);
}

/* Who lets go while something is looked for hears nothing of it. */
static void
test_keeper_gone (void)
{
  g_autoptr (GalleyCheck) check = make_check (GALLEY_STATUS_CONFIRMED);
  GalleyTwinsKeeper *keeper = galley_twins_keeper_new (check);

  g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (keeper);
  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_null (galley_check_get_twins (check));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/review/twins/list", test_list);
  g_test_add_func ("/review/twins/stale", test_stale);
  g_test_add_func ("/review/twins/dismissed", test_dismissed);
  g_test_add_func ("/review/twins/status", test_status);
  g_test_add_func ("/review/twins/verb", test_verb);
  g_test_add_func ("/review/twins/keeper", test_keeper);
  g_test_add_func ("/review/twins/keeper-gone", test_keeper_gone);

  return g_test_run ();
}
