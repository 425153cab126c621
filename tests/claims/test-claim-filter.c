/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-filter.h"

#include "galley-fold.h"

static const char *text = "Él dijo “sí” en Málaga. Straße and strasse. A well–known FACT.";

typedef struct
{
  GalleyText *text;
  GalleyClaimList *list;
  GalleyClaimFilter *filter;
  guint n_signals;
  guint position, removed, added;
} Fixture;

static void
items_changed_cb (Fixture *fixture, guint position, guint removed, guint added)
{
  fixture->n_signals++;
  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const GalleyRange ranges[] = { { 0, 23 }, { 24, 43 }, { 44, 62 } };
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      GalleyClaimFields fields = { .range = ranges[i],
                                   .status = i,
                                   .note = i == 1 ? "Asked the Embassy" : NULL,
                                   .reason = i == 2 ? "Nobody knows" : NULL,
                                   .correction = i == 2 ? "little-known" : NULL };

      g_ptr_array_add (claims, galley_claim_new (id, &fields));
    }
  fixture->text = galley_text_new (text, -1);
  fixture->list = galley_claim_list_new (claims);
  fixture->filter = galley_claim_filter_new (fixture->list, fixture->text);
  g_signal_connect_swapped (fixture->filter, "items-changed", G_CALLBACK (items_changed_cb),
                            fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->filter);
  g_assert_finalize_object (fixture->list);
  galley_text_unref (fixture->text);
}

/* The ids of what is shown, one letter each. */
static char *
get_shown (Fixture *fixture)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->filter)); i++)
    {
      g_autoptr (GalleyClaim) claim = g_list_model_get_item (G_LIST_MODEL (fixture->filter), i);

      g_string_append (shown, galley_claim_get_id (claim));
    }

  return g_string_free (shown, FALSE);
}

static void
assert_shown (Fixture *fixture, const char *expected)
{
  g_autofree char *shown = get_shown (fixture);

  g_assert_cmpstr (shown, ==, expected);
}

static void
search (Fixture *fixture, const char *words, const char *expected)
{
  galley_claim_filter_set_words (fixture->filter, words);
  assert_shown (fixture, expected);
}

static void
put (Fixture *fixture, const char *id, const GalleyClaimFields *fields)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  g_ptr_array_add (claims, galley_claim_new (id, fields));
  galley_claim_list_update (fixture->list, claims, gone);
  galley_claim_filter_refresh (fixture->filter, fields->range);
}

static void
test_statuses (Fixture *fixture, gconstpointer data)
{
  assert_shown (fixture, "012");
  galley_claim_filter_set_statuses (fixture->filter, 1u << GALLEY_STATUS_CONFIRMED);
  assert_shown (fixture, "1");
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  galley_claim_filter_set_statuses (fixture->filter, 1u << GALLEY_STATUS_CONFIRMED);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  galley_claim_filter_set_statuses (fixture->filter, 0);
  assert_shown (fixture, "");
  galley_claim_filter_set_statuses (fixture->filter, GALLEY_CLAIM_FILTER_ALL);
  assert_shown (fixture, "012");
}

static void
keep (Fixture *fixture, const char *id)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();

  if (id != NULL)
    g_ptr_array_add (claims, galley_claim_list_find (fixture->list, id));
  galley_claim_filter_keep (fixture->filter, claims);
}

/* What somebody works on does not go under their hands; what they ask for anew holds for all. */
static void
test_keeps (Fixture *fixture, gconstpointer data)
{
  GalleyClaimFields fields = { .range = { 0, 23 }, .status = GALLEY_STATUS_DISPUTED };

  galley_claim_filter_set_statuses (fixture->filter, 1u << GALLEY_STATUS_PENDING);
  assert_shown (fixture, "0");
  keep (fixture, "0");
  put (fixture, "0", &fields);
  assert_shown (fixture, "0");
  keep (fixture, "0");
  assert_shown (fixture, "0");
  keep (fixture, NULL);
  assert_shown (fixture, "");

  fields.status = GALLEY_STATUS_PENDING;
  put (fixture, "0", &fields);
  keep (fixture, "0");
  galley_claim_filter_set_statuses (fixture->filter, 1u << GALLEY_STATUS_CONFIRMED);
  assert_shown (fixture, "1");
  keep (fixture, "1");
  search (fixture, "malaga", "");
  search (fixture, NULL, "1");
}

static void
test_words_are_folded (Fixture *fixture, gconstpointer data)
{
  search (fixture, "malaga", "0");
  search (fixture, "MÁLAGA", "0");
  search (fixture, "\"si\"", "0");
  search (fixture, "«sí»", "0");
  search (fixture, "STRASSE", "1");
  search (fixture, "well-known", "2");
  search (fixture, "embassy", "1");
  search (fixture, "nobody", "2");
  search (fixture, "little", "2");
  search (fixture, "  known   fact ", "2");
  search (fixture, "known malaga", "");
  search (fixture, "   ", "012");
  search (fixture, NULL, "012");
}

static void
test_record_is_searched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_note_unref);
  GalleyClaimFields fields = { .range = { 24, 43 },
                               .status = GALLEY_STATUS_DISPUTED,
                               .reason = "misquoted",
                               .speaker = "Zoë Peña",
                               .sentence = "Straße is a street.",
                               .assignee = "Ben Okafor",
                               .notes = notes };

  g_ptr_array_add (notes, galley_note_new ("n", "Called the archive", "Ana Ruiz", 0));
  search (fixture, "zoe", "");
  put (fixture, "1", &fields);
  search (fixture, "zoe pena", "1");
  search (fixture, "a street", "1");
  search (fixture, "okafor", "1");
  search (fixture, "the archive", "1");
  search (fixture, "Misquoted", "1");
  /* Who wrote a note is not what it says. */
  search (fixture, "ruiz", "");
}

static void
test_traits (Fixture *fixture, gconstpointer data)
{
  GalleyClaimFields fields = { .range = { 24, 43 },
                               .status = GALLEY_STATUS_CONFIRMED,
                               .assignee = "Ben Okafor",
                               .is_starred = TRUE };

  galley_claim_filter_set_traits (fixture->filter, GALLEY_CLAIM_TRAIT_STARRED, NULL);
  assert_shown (fixture, "");
  put (fixture, "1", &fields);
  assert_shown (fixture, "1");
  galley_claim_filter_set_traits (fixture->filter,
                                  GALLEY_CLAIM_TRAIT_STARRED | GALLEY_CLAIM_TRAIT_HIGH, NULL);
  assert_shown (fixture, "");
  fields.priority = GALLEY_PRIORITY_HIGH;
  put (fixture, "1", &fields);
  assert_shown (fixture, "1");
  galley_claim_filter_set_traits (fixture->filter, GALLEY_CLAIM_TRAIT_ASSIGNED, "Ana Ruiz");
  assert_shown (fixture, "");
  galley_claim_filter_set_traits (fixture->filter, GALLEY_CLAIM_TRAIT_ASSIGNED, "Ben Okafor");
  assert_shown (fixture, "1");
  galley_claim_filter_set_statuses (fixture->filter, 1u << GALLEY_STATUS_DISPUTED);
  assert_shown (fixture, "");
  galley_claim_filter_set_statuses (fixture->filter, GALLEY_CLAIM_FILTER_ALL);
  galley_claim_filter_set_traits (fixture->filter, 0, NULL);
  assert_shown (fixture, "012");
}

static void
test_follows_claims (Fixture *fixture, gconstpointer data)
{
  GalleyClaimFields fields = { .range = { 24, 43 }, .status = GALLEY_STATUS_DISPUTED };
  guint position = 99;

  galley_claim_filter_set_statuses (fixture->filter, 1u << GALLEY_STATUS_DISPUTED);
  assert_shown (fixture, "2");
  fixture->n_signals = 0;

  /* A verdict moves nothing in the list and one row here. */
  put (fixture, "1", &fields);
  assert_shown (fixture, "12");
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (fixture->position, ==, 0);
  g_assert_cmpuint (fixture->removed, ==, 0);
  g_assert_cmpuint (fixture->added, ==, 1);

  /* A new claim arrives while words are searched, an old one gets them. */
  search (fixture, "nobody", "2");
  fields =
      (GalleyClaimFields){ .range = { 3, 7 }, .status = GALLEY_STATUS_DISPUTED, .note = "Nobody" };
  put (fixture, "3", &fields);
  assert_shown (fixture, "32");
  fields = (GalleyClaimFields){ .range = { 24, 43 },
                                .status = GALLEY_STATUS_DISPUTED,
                                .reason = "nobody" };
  put (fixture, "1", &fields);
  assert_shown (fixture, "312");

  g_assert_true (galley_claim_filter_find_position (
      fixture->filter, galley_claim_list_find (fixture->list, "1"), &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_false (galley_claim_filter_find_position (
      fixture->filter, galley_claim_list_find (fixture->list, "0"), &position));
  g_assert_cmpuint (position, ==, 1);
}

static void
test_agrees_with_a_scan (void)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GalleyText) whole = NULL;
  g_autoptr (GalleyClaimList) list = NULL;
  g_autoptr (GalleyClaimFilter) filter = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (words, "w%03u ", g_test_rand_int_range (0, 50));
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      GalleyClaimFields fields = { .range = { i * 5, i * 5 + 4 },
                                   .status = g_test_rand_int_range (0, GALLEY_N_STATUSES) };

      g_ptr_array_add (claims, galley_claim_new (id, &fields));
    }
  whole = galley_text_new (words->str, words->len);
  list = galley_claim_list_new (claims);
  filter = galley_claim_filter_new (list, whole);

  for (guint round = 0; round < 50; round++)
    {
      guint statuses = g_test_rand_int_range (0, GALLEY_CLAIM_FILTER_ALL + 1), n_expected = 0;
      g_autofree char *word = g_strdup_printf ("W%03u", g_test_rand_int_range (0, 50));

      galley_claim_filter_set_statuses (filter, statuses);
      galley_claim_filter_set_words (filter, word);
      for (guint i = 0; i < 1000; i++)
        {
          GalleyClaim *claim = galley_claim_list_peek (list, i);
          g_autofree char *quote = galley_text_slice (whole, galley_claim_get_range (claim));
          guint position;

          if ((statuses & (1u << galley_claim_get_status (claim))) == 0 ||
              g_ascii_strcasecmp (quote, word) != 0)
            continue;
          g_assert_true (galley_claim_filter_find_position (filter, claim, &position));
          g_assert_cmpuint (position, ==, n_expected++);
        }
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (filter)), ==, n_expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/claim-filter/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("statuses", test_statuses);
  ADD ("keeps", test_keeps);
  ADD ("words-are-folded", test_words_are_folded);
  ADD ("record-is-searched", test_record_is_searched);
  ADD ("traits", test_traits);
  ADD ("follows-claims", test_follows_claims);
#undef ADD
  g_test_add_func ("/claim-filter/agrees-with-a-scan", test_agrees_with_a_scan);

  return g_test_run ();
}
