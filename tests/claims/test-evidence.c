/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-category.h"
#include "galley-claim.h"

#define END                                                                                        \
  {                                                                                                \
    NULL, NULL, GALLEY_STANCE_SUPPORTS, FALSE                                                      \
  }

/* A piece of evidence: its source, the source's group, and how it is used. */
typedef struct
{
  const char *source;
  const char *group;
  GalleyStance stance;
  gboolean is_secondary;
} Use;

static GPtrArray *
make_evidence (const Use *uses)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);

  for (guint i = 0; uses[i].source != NULL; i++)
    {
      GalleySourceFields source_fields = {
        .texts = { [GALLEY_SOURCE_TITLE] = "Title", [GALLEY_SOURCE_GROUP] = uses[i].group }
      };
      GalleyEvidenceFields fields = { .stance = uses[i].stance,
                                      .is_secondary = uses[i].is_secondary };
      g_autoptr (GalleySource) source = galley_source_new (uses[i].source, &source_fields);

      g_ptr_array_add (evidence, galley_evidence_new ("e", source, &fields));
    }

  return evidence;
}

static void
assert_counts (const Use *uses, guint n_supporting, guint n_independent, guint n_primary)
{
  g_autoptr (GPtrArray) evidence = make_evidence (uses);
  GalleyIndependence counts = galley_evidence_count_independent (evidence);

  g_assert_cmpuint (counts.n_supporting, ==, n_supporting);
  g_assert_cmpuint (counts.n_independent, ==, n_independent);
  g_assert_cmpuint (counts.n_primary, ==, n_primary);
}

static void
test_independence (void)
{
  const GalleyStance yes = GALLEY_STANCE_SUPPORTS, no = GALLEY_STANCE_CONTRADICTS;

  assert_counts ((Use[]){ END }, 0, 0, 0);
  assert_counts ((Use[]){ { "a", NULL, yes, FALSE }, { "b", NULL, yes, FALSE }, END }, 2, 2, 2);
  /* One source used twice is one source, whatever its group says. */
  assert_counts ((Use[]){ { "a", NULL, yes, FALSE }, { "a", NULL, yes, FALSE }, END }, 2, 1, 1);
  /* A wire story repeated by ten sites is one source, however its name is written. */
  assert_counts ((Use[]){ { "a", "Wire", yes, TRUE },
                          { "b", " w\303\254re ", yes, TRUE },
                          { "c", "WIRE", yes, TRUE },
                          { "d", "other", yes, TRUE },
                          END },
                 4, 2, 0);
  /* A group is primary if one of it is. */
  assert_counts ((Use[]){ { "a", "Wire", yes, TRUE }, { "b", "Wire", yes, FALSE }, END }, 2, 1, 1);
  /* What speaks against a claim does not support it. */
  assert_counts (
      (Use[]){ { "a", NULL, yes, FALSE }, { "b", NULL, no, FALSE }, { "c", NULL, 2, FALSE }, END },
      1, 1, 1);
  /* A group with the name of a source is no source. */
  assert_counts (
      (Use[]){ { "a", "b", yes, FALSE }, { "b", NULL, yes, FALSE }, { "c", " ", yes, FALSE }, END },
      3, 3, 3);
}

static void
test_mask (void)
{
  GalleySourceFields fields = { .kind = GALLEY_SOURCE_PERSON, .terms = GALLEY_TERMS_CONFIDENTIAL };
  g_autoptr (GalleySource) open = NULL, open_mask = NULL;
  g_autoptr (GalleySource) secret = NULL, mask = NULL;
  g_autoptr (GalleySource) nameless = NULL, nameless_mask = NULL;

  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    fields.texts[i] = "SECRET";
  fields.texts[GALLEY_SOURCE_PSEUDONYM] = "A clerk";
  secret = galley_source_new ("s", &fields);
  mask = galley_source_mask (secret);
  g_assert_cmpstr (mask->texts[GALLEY_SOURCE_TITLE], ==, "A clerk");
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    g_assert_cmpstr (mask->texts[i], !=, "SECRET");
  g_assert_cmpint (mask->kind, ==, GALLEY_SOURCE_PERSON);
  g_assert_cmpint (mask->terms, ==, GALLEY_TERMS_CONFIDENTIAL);

  fields.texts[GALLEY_SOURCE_PSEUDONYM] = "";
  nameless = galley_source_new ("s", &fields);
  nameless_mask = galley_source_mask (nameless);
  g_assert_cmpstr (nameless_mask->texts[GALLEY_SOURCE_TITLE], ==, "Confidential source");

  fields.terms = GALLEY_TERMS_NOT_FOR_ATTRIBUTION;
  open = galley_source_new ("s", &fields);
  open_mask = galley_source_mask (open);
  g_assert_true (open_mask == open);
}

static void
test_renewed_sources (void)
{
  const Use uses[] = { { "a", NULL, GALLEY_STANCE_CONTEXT, TRUE },
                       { "b", NULL, GALLEY_STANCE_SUPPORTS, FALSE },
                       { "a", NULL, GALLEY_STANCE_SUPPORTS, FALSE },
                       END };
  g_autoptr (GPtrArray) evidence = make_evidence (uses);
  GalleySourceFields fields = { .texts = { [GALLEY_SOURCE_TITLE] = "New" } };
  g_autoptr (GalleySource) renewed = galley_source_new ("a", &fields);
  g_autoptr (GalleySource) other = galley_source_new ("c", &fields);
  g_autoptr (GPtrArray) after = galley_evidence_renew_source (evidence, renewed);

  g_assert_null (galley_evidence_renew_source (evidence, other));
  g_assert_null (galley_evidence_renew_source (NULL, other));
  g_assert_cmpuint (after->len, ==, 3);
  for (guint i = 0; i < after->len; i++)
    {
      GalleyEvidence *one = g_ptr_array_index (after, i), *before = evidence->pdata[i];

      g_assert_cmpstr (one->source->texts[GALLEY_SOURCE_TITLE], ==, i == 1 ? "Title" : "New");
      g_assert_cmpstr (before->source->texts[GALLEY_SOURCE_TITLE], ==, "Title");
      g_assert_cmpint (one->stance, ==, before->stance);
      g_assert_cmpint (one->is_secondary, ==, before->is_secondary);
      g_assert_cmpint (galley_evidence_equal (one, before), ==, i == 1);
    }
}

static void
test_words (void)
{
  g_assert_cmpstr (galley_reason_get_label ("sources-conflict"), ==, "Sources conflict");
  g_assert_cmpstr (galley_reason_get_label ("waiting"), ==, "Waiting for an answer");
  g_assert_cmpstr (galley_reason_get_label ("my own words"), ==, "my own words");
  g_assert_null (galley_reason_get_label (NULL));
  g_assert_null (galley_reason_peek_nick (GALLEY_STATUS_CONFIRMED, 0));
  g_assert_cmpstr (galley_category_get_label ("contact"), ==, "Web address or phone number");
  g_assert_cmpstr (galley_category_get_label ("Weather"), ==, "Weather");
  g_assert_null (galley_category_get_label (NULL));
  g_assert_null (galley_category_peek_nick (15));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evidence/independence", test_independence);
  g_test_add_func ("/evidence/mask", test_mask);
  g_test_add_func ("/evidence/renewed-sources", test_renewed_sources);
  g_test_add_func ("/evidence/words", test_words);

  return g_test_run ();
}
