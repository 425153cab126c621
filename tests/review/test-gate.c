/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-document-builder.h"
#include "galley-gate.h"

#define TEXT "The strike killed 11 people. Officials disagree. 😀 Nobody said why. It took 3 days."

/* An article with as many claims as are given, from its first sentence on; the last two sentences
 * are nobody's. */
typedef struct
{
  GalleyDocument *document;
  GPtrArray *claims;
  GPtrArray *tray;
  GPtrArray *dismissals;
  GArray *new_words;
  GalleyGate *gate;
} Fixture;

static const GalleyRange sentences[] = { { 0, 28 }, { 29, 48 }, { 51, 67 }, { 68, 83 } };

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static ("", 0);
  guint start = galley_document_builder_append (builder, TEXT);

  galley_document_builder_add_block (
      builder, GALLEY_BLOCK_PARAGRAPH, 0,
      (GalleyRange){ start, galley_document_builder_get_length (builder) });
  f->document = galley_document_builder_finish (builder, original, "text/plain");
  f->claims = g_ptr_array_new_with_free_func (g_object_unref);
  f->tray = g_ptr_array_new_with_free_func (g_object_unref);
  f->dismissals = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_dismissal_unref);
  f->new_words = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->gate, galley_gate_unref);
  g_object_unref (f->document);
  g_ptr_array_unref (f->claims);
  g_ptr_array_unref (f->tray);
  g_ptr_array_unref (f->dismissals);
  g_array_unref (f->new_words);
}

static void
add_claim (Fixture *f, const GalleyClaimFields *fields)
{
  g_autofree char *id = g_strdup_printf ("claim-%u", f->claims->len);
  GalleyClaimFields placed = *fields;

  placed.range = sentences[f->claims->len];
  g_ptr_array_add (f->claims, galley_claim_new (id, &placed));
}

static void
dismiss (Fixture *f, guint sentence)
{
  g_autofree char *id = g_strdup_printf ("dismissal-%u", sentence);

  g_ptr_array_add (f->dismissals,
                   galley_dismissal_new (id, sentences[sentence], GALLEY_DISMISSAL_OPINION));
}

/* Looks at the gate, with what the library wants by a few settings: name and value in turns. */
static void
look (Fixture *f, const char *const *settings)
{
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GalleyRequirements) requirements = NULL;
  g_autoptr (GalleyArticle) article =
      galley_article_new ("article", &(GalleyArticleFields){ .title = "Title" });
  g_autoptr (GalleyCheck) check = galley_check_new (article, f->document, f->claims, f->dismissals);

  for (guint i = 0; settings != NULL && settings[i] != NULL; i += 2)
    g_hash_table_insert (table, (gpointer) settings[i], (gpointer) settings[i + 1]);
  requirements = galley_requirements_new (table);
  galley_check_set_tray (check, f->tray);
  galley_check_set_new_words (check, f->new_words);
  g_clear_pointer (&f->gate, galley_gate_unref);
  f->gate = galley_gate_new (check, requirements, /* moment= */ "7 abc");
}

static const char *const none[] = {
  "confirmed.evidence", "0", "confirmed.independent", "0", "disputed.correction-or-note", "no", NULL
};

/* The gate as lines of kind, claim, first character and details. */
static void
assert_gate (Fixture *f, const char *expected)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < f->gate->items->len; i++)
    {
      const GalleyGateItem *item = g_ptr_array_index (f->gate->items, i);

      g_string_append_printf (lines, "%s %s %u %s\n", galley_gate_kind_to_nick (item->kind),
                              item->claim_id != NULL ? item->claim_id : "-", item->range.start,
                              item->details != NULL ? item->details : "-");
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_nothing (Fixture *f, gconstpointer data)
{
  g_autofree char *counted = NULL;
  g_autoptr (GalleyAction) action = NULL;
  GError *error = NULL;

  add_claim (f, &(GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED });
  add_claim (f, &(GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED });
  dismiss (f, 2);
  dismiss (f, 3);
  look (f, none);
  assert_gate (f, "");
  g_assert_cmpuint (galley_gate_get_n_missing (f->gate), ==, 0);
  counted = galley_gate_describe_missing (f->gate);
  g_assert_cmpstr (counted, ==, "");

  action = galley_gate_make_action (f->gate, GALLEY_ROLE_LEGAL, " Ana\u200b ", "  ", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (action->expected_moment, ==, "7 abc");
  g_assert_cmpstr (((GalleyChange *) g_ptr_array_index (action->changes, 0))->body, ==,
                   "{\"role\":\"legal\",\"name\":\"Ana\"}");
}

static void
test_claims (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyDisagreement) disagreement = galley_disagreement_new ("claim-2", "article", "x");
  g_autoptr (GPtrArray) queries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) galley_query_unref);

  for (guint i = 0; i < 2; i++)
    galley_disagreement_add (
        disagreement,
        &(GalleyVerdict){ .status = i > 0 ? GALLEY_STATUS_DISPUTED : GALLEY_STATUS_CONFIRMED,
                          .checked_by = (char *) (i > 0 ? "Ben" : "Ana"),
                          .checked_at = 1 });
  g_ptr_array_add (queries,
                   galley_query_new ("q", "claim-3", &(GalleyQueryFields){ .question = "Who?" }));
  g_ptr_array_add (queries, galley_query_new ("r", "claim-3",
                                              &(GalleyQueryFields){ .question = "When?",
                                                                    .answer = "Then",
                                                                    .answered_at = 1 }));
  add_claim (f, &(GalleyClaimFields){ .status = GALLEY_STATUS_PENDING, .reason = "asked" });
  add_claim (f, &(GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .reason = "wrong" });
  add_claim (
      f, &(GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED, .disagreement = disagreement });
  add_claim (f, &(GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED, .queries = queries });
  look (f, NULL);
  g_assert_cmpuint (f->gate->n_of_kind[GALLEY_GATE_PENDING], ==, 1);
  g_assert_cmpuint (f->gate->n_of_kind[GALLEY_GATE_RECORD], ==, 3);
  g_assert_cmpuint (f->gate->n_of_kind[GALLEY_GATE_DISAGREEMENT], ==, 1);
  g_assert_cmpuint (f->gate->n_of_kind[GALLEY_GATE_QUERY], ==, 1);
  g_assert_cmpuint (f->gate->n_of_kind[GALLEY_GATE_UNCOVERED], ==, 0);
  g_assert_cmpuint (f->gate->n_of_kind[GALLEY_GATE_DISPUTED], ==, 1);
  g_assert_cmpuint (galley_gate_get_n_missing (f->gate), ==, 6);
}

/* What is disputed is to be known; it is the library that says what its record lacks. */
static void
test_disputed (Fixture *f, gconstpointer data)
{
  add_claim (f, &(GalleyClaimFields){ .status = GALLEY_STATUS_DISPUTED, .reason = "wrong" });
  for (guint i = 1; i < G_N_ELEMENTS (sentences); i++)
    dismiss (f, i);
  look (f, none);
  assert_gate (f, "disputed claim-0 0 -\n");
  g_assert_cmpuint (galley_gate_get_n_missing (f->gate), ==, 0);
}

static void
test_words (Fixture *f, gconstpointer data)
{
  GalleyRange range = { 75, 76 };

  add_claim (f, &(GalleyClaimFields){ .status = GALLEY_STATUS_CONFIRMED });
  dismiss (f, 1);
  g_array_append_val (f->new_words, range);
  look (f, none);
  assert_gate (f, "new-words - 68 -\nuncovered - 51 -\n");

  g_ptr_array_add (f->tray,
                   galley_claim_new ("lost", &(GalleyClaimFields){ .range = { 0, 4 },
                                                                   .place = GALLEY_PLACE_LOST }));
  g_ptr_array_add (
      f->tray, galley_claim_new ("retired", &(GalleyClaimFields){ .range = { 0, 4 },
                                                                  .place = GALLEY_PLACE_RETIRED }));
  look (f, none);
  assert_gate (f, "tray lost 0 -\nnew-words - 68 -\nuncovered - 51 -\n");
}

/* Whoever signs all the same has to say why, and not only how much. */
static void
test_exception (Fixture *f, gconstpointer data)
{
  static const char *const refused[] = {
    NULL, "", " \n", "Not verified: 1 pending claim; 3 sentences without a claim.",
    " Not verified: 1 pending claim; 3 sentences without a claim.\n"
  };
  g_autofree char *counted = NULL;
  g_autofree char *stated = NULL;
  g_autoptr (GalleyAction) action = NULL;
  GError *error = NULL;

  add_claim (f, &(GalleyClaimFields){ .status = GALLEY_STATUS_PENDING });
  look (f, none);
  counted = galley_gate_describe_missing (f->gate);
  g_assert_cmpstr (counted, ==, refused[3]);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_null (
          galley_gate_make_action (f->gate, GALLEY_ROLE_EDITOR, "Ana", refused[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_clear_error (&error);
    }
  g_assert_null (
      galley_gate_make_action (f->gate, GALLEY_ROLE_EDITOR, " \u200b", "So be it", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);

  stated = g_strconcat (counted, " The desk is closed.", NULL);
  action = galley_gate_make_action (f->gate, GALLEY_ROLE_EDITOR, "Ana", stated, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (((GalleyChange *) g_ptr_array_index (action->changes, 0))->body,
                            "sentences without a claim. The desk is closed."));
}

static void
test_words_for_people (void)
{
  for (guint i = 0; i < GALLEY_N_GATE_KINDS; i++)
    {
      g_autofree char *one = galley_gate_kind_count (i, 1);
      g_autofree char *many = galley_gate_kind_count (i, 12);

      g_assert_true (g_str_has_prefix (one, "1 "));
      g_assert_true (g_str_has_prefix (many, "12 "));
      g_assert_cmpstr (galley_gate_kind_get_label (i), !=, "");
      g_assert_cmpstr (galley_gate_kind_to_nick (i), !=, "");
    }
}

static void
add (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/gate/nothing", test_nothing);
  add ("/gate/claims", test_claims);
  add ("/gate/disputed", test_disputed);
  add ("/gate/words", test_words);
  add ("/gate/exception", test_exception);
  g_test_add_func ("/gate/words-for-people", test_words_for_people);

  return g_test_run ();
}
