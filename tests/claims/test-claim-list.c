/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-list.h"

static GalleyClaim *
new_claim (const char *id, guint start, guint end, GalleyStatus status)
{
  GalleyClaimFields fields = { .range = { start, end }, .status = status };

  return galley_claim_new (id, &fields);
}

static GPtrArray *
random_claims (guint n_claims, guint length)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_claims; i++)
    {
      g_autofree char *id = g_strdup_printf ("%05u", i);
      guint start = g_test_rand_int_range (0, length - 1);
      guint end = g_test_rand_int_range (start + 1, length);

      if (i % 10 != 0) /* one in ten may be very long */
        end = MIN (end, start + 5);
      g_ptr_array_add (claims, new_claim (id, start, end, i % GALLEY_N_STATUSES));
    }

  return claims;
}

static void
test_finds_what_a_scan_finds (void)
{
  g_autoptr (GPtrArray) claims = random_claims (300, 500);
  g_autoptr (GalleyClaimList) list = galley_claim_list_new (claims);

  for (guint start = 0; start < 500; start++)
    {
      GalleyRange range = { start, start + 1 + start % 7 };
      g_autoptr (GPtrArray) hits = galley_claim_list_find_overlapping (list, range);
      guint n_expected = 0;

      for (guint i = 0; i < 300; i++)
        {
          GalleyClaim *claim = galley_claim_list_peek (list, i);

          if (galley_range_overlaps (galley_claim_get_range (claim), range))
            g_assert_true (g_ptr_array_index (hits, n_expected++) == claim);
        }
      g_assert_cmpuint (hits->len, ==, n_expected);
      g_assert_cmpint (galley_claim_list_overlaps (list, range), ==, n_expected > 0);
    }
}

static void
test_innermost_is_the_shortest (void)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GalleyClaimList) list = NULL;

  g_ptr_array_add (claims, new_claim ("outer", 0, 100, GALLEY_STATUS_PENDING));
  g_ptr_array_add (claims, new_claim ("inner", 10, 20, GALLEY_STATUS_PENDING));
  g_ptr_array_add (claims, new_claim ("across", 15, 40, GALLEY_STATUS_PENDING));
  list = galley_claim_list_new (claims);

  g_assert_cmpstr (galley_claim_get_id (galley_claim_list_find_innermost (list, 5)), ==, "outer");
  g_assert_cmpstr (galley_claim_get_id (galley_claim_list_find_innermost (list, 15)), ==, "inner");
  g_assert_cmpstr (galley_claim_get_id (galley_claim_list_find_innermost (list, 20)), ==, "across");
  g_assert_null (galley_claim_list_find_innermost (list, 100));
}

typedef struct
{
  guint n_signals;
  guint position, removed, added;
} Changes;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  Changes *changes = data;

  changes->n_signals++;
  changes->position = position;
  changes->removed = removed;
  changes->added = added;
}

static void
test_update_keeps_identity_and_tells_once (void)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_autoptr (GalleyClaimList) list = NULL;
  GalleyClaim *first;
  Changes changes = { 0 };

  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (claims, new_claim ((const char *[]){ "a", "b", "c", "d", "e" }[i], i * 10,
                                        i * 10 + 5, GALLEY_STATUS_PENDING));
  list = galley_claim_list_new (claims);
  first = galley_claim_list_peek (list, 0);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &changes);

  /* A verdict moves nothing. */
  g_ptr_array_add (fresh, new_claim ("a", 0, 5, GALLEY_STATUS_CONFIRMED));
  galley_claim_list_update (list, fresh, gone);
  g_assert_cmpuint (changes.n_signals, ==, 0);
  g_assert_true (galley_claim_list_peek (list, 0) == first);
  g_assert_cmpint (galley_claim_get_status (first), ==, GALLEY_STATUS_CONFIRMED);
  g_assert_cmpuint (galley_claim_list_get_n_with_status (list, GALLEY_STATUS_CONFIRMED), ==, 1);

  /* One goes and one comes: one signal that spans both. */
  g_ptr_array_set_size (fresh, 0);
  g_ptr_array_add (fresh, new_claim ("f", 32, 34, GALLEY_STATUS_DISPUTED));
  g_ptr_array_add (gone, (gpointer) "b");
  galley_claim_list_update (list, fresh, gone);
  g_assert_cmpuint (changes.n_signals, ==, 1);
  g_assert_cmpuint (changes.position, ==, 1);
  g_assert_cmpuint (changes.removed, ==, 3);
  g_assert_cmpuint (changes.added, ==, 3);
  g_assert_null (galley_claim_list_find (list, "b"));
  g_assert_cmpuint (galley_claim_list_get_n_with_status (list, GALLEY_STATUS_DISPUTED), ==, 1);
}

/* The counts and the number of reorders follow what changes. */
static void
test_counts (void)
{
  const GalleyFormer decided = { .status = GALLEY_STATUS_CONFIRMED,
                                 .draft_id = (char *) "draft",
                                 .range = { 3, 9 },
                                 .quote = (char *) "eleven" };
  g_autoptr (GalleyFormer) former = galley_former_new (&decided);
  g_autoptr (GalleyClaimList) list = galley_claim_list_new (/* claims= */ NULL);
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  GalleyClaimFields fields = { .range = { 0, 5 }, .former = former };
  guint n_reorders;

  g_ptr_array_add (claims, galley_claim_new ("a", &fields));
  g_ptr_array_add (claims, new_claim ("b", 10, 15, GALLEY_STATUS_PENDING));
  galley_claim_list_update (list, claims, gone);
  n_reorders = galley_claim_list_get_n_reorders (list);
  g_assert_cmpuint (galley_claim_list_get_n_with_former (list), ==, 1);

  /* Decided anew, on the words as they are. */
  g_ptr_array_set_size (claims, 0);
  g_ptr_array_add (claims, new_claim ("a", 0, 5, GALLEY_STATUS_DISPUTED));
  galley_claim_list_update (list, claims, gone);
  g_assert_cmpuint (galley_claim_list_get_n_with_former (list), ==, 0);
  g_assert_cmpuint (galley_claim_list_get_n_reorders (list), ==, n_reorders);

  g_ptr_array_set_size (claims, 0);
  g_ptr_array_add (claims, new_claim ("b", 10, 16, GALLEY_STATUS_PENDING));
  galley_claim_list_update (list, claims, gone);
  g_assert_cmpuint (galley_claim_list_get_n_reorders (list), >, n_reorders);
  n_reorders = galley_claim_list_get_n_reorders (list);

  g_ptr_array_set_size (claims, 0);
  g_ptr_array_add (gone, (gpointer) "a");
  galley_claim_list_update (list, claims, gone);
  g_assert_cmpuint (galley_claim_list_get_n_reorders (list), >, n_reorders);
}

/* Each of two lists that are told the same goes on by itself: what it shows of a claim that moves
 * has to be taken from where it stood. */
static void
test_two_lists (void)
{
  g_autoptr (GalleyClaimList) one = galley_claim_list_new (/* claims= */ NULL);
  g_autoptr (GalleyClaimList) other = galley_claim_list_new (/* claims= */ NULL);
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  g_ptr_array_add (claims, new_claim ("a", 0, 5, GALLEY_STATUS_CONFIRMED));
  galley_claim_list_update (one, claims, gone);
  galley_claim_list_update (other, claims, gone);
  g_ptr_array_set_size (claims, 0);
  g_ptr_array_add (claims, new_claim ("a", 7, 9, GALLEY_STATUS_PENDING));
  galley_claim_list_update (one, claims, gone);
  g_assert_cmpuint (galley_claim_get_range (galley_claim_list_peek (one, 0)).start, ==, 7);
  g_assert_cmpuint (galley_claim_get_range (galley_claim_list_peek (other, 0)).start, ==, 0);
  g_assert_cmpuint (galley_claim_list_get_n_with_status (other, GALLEY_STATUS_CONFIRMED), ==, 1);
  galley_claim_list_update (other, claims, gone);
  g_assert_cmpuint (galley_claim_list_get_n_with_status (other, GALLEY_STATUS_CONFIRMED), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/claim-list/finds-what-a-scan-finds", test_finds_what_a_scan_finds);
  g_test_add_func ("/claim-list/innermost-is-the-shortest", test_innermost_is_the_shortest);
  g_test_add_func ("/claim-list/update-keeps-identity-and-tells-once",
                   test_update_keeps_identity_and_tells_once);
  g_test_add_func ("/claim-list/counts", test_counts);
  g_test_add_func ("/claim-list/two-lists", test_two_lists);

  return g_test_run ();
}
