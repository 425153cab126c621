/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-testing.h"

#include "galley-document-builder.h"
#include "galley-draft.h"

#include <gio/gio.h>

/* An article of two paragraphs, from whose beginning, middle and end something was left out. */
#define FIRST "It rained for 3 days. 😀"
#define SECOND "The river rose by 2 meters."

typedef struct
{
  char *folder;
  char *path;
  GalleyDesk *desk;
  char *article;
} Fixture;

static GalleyDocument *
make_document (void)
{
  g_autoptr (GalleyDocumentBuilder) builder = galley_document_builder_new ();
  g_autoptr (GBytes) original = g_bytes_new_static ("x", 1);
  guint start, end;

  galley_document_builder_add_omission (builder, GALLEY_BLOCK_PARAGRAPH, 0, "Zuhause");
  start = galley_document_builder_append (builder, FIRST);
  end = galley_document_builder_get_length (builder);
  galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0,
                                     (GalleyRange){ start, end });
  galley_document_builder_add_link (builder, (GalleyRange){ start, start + 9 },
                                    "https://a.example");
  galley_document_builder_add_omission (builder, GALLEY_BLOCK_LIST_ITEM, 1, "Related: wind");
  galley_document_builder_add_omission (builder, GALLEY_BLOCK_PARAGRAPH, 0, "Advertisement");
  galley_document_builder_append (builder, "\n\n");
  start = galley_document_builder_append (builder, SECOND);
  end = galley_document_builder_get_length (builder);
  galley_document_builder_add_block (builder, GALLEY_BLOCK_PARAGRAPH, 0,
                                     (GalleyRange){ start, end });
  galley_document_builder_add_source_note (builder, (GalleyRange){ start, start + 9 },
                                           GALLEY_SOURCE_NOTE_COMMENT, NULL, NULL, "See page 2");
  galley_document_builder_add_omission (builder, GALLEY_BLOCK_PARAGRAPH, 0, "Copyright");

  return galley_document_builder_finish (builder, original, "text/html");
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyDocument) document = make_document ();
  g_autoptr (GalleyOutcome) outcome = NULL;

  f->folder = testing_make_folder ();
  f->path = g_build_filename (f->folder, "library.galleydb", NULL);
  f->desk = testing_open (f->path);
  outcome = galley_desk_import (f->desk, document, NULL, NULL);
  g_assert_nonnull (outcome);
  f->article = g_strdup (outcome->article_id);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  testing_assert_sound (f->path);
  g_assert_finalize_object (f->desk);
  g_free (f->article);
  g_free (f->path);
  testing_remove_folder (f->folder);
}

static GalleyCheck *
load (Fixture *f)
{
  GError *error = NULL;
  GalleyCheck *check = galley_desk_load (f->desk, f->article, NULL, &error);

  g_assert_no_error (error);
  return check;
}

static const char *
get_text (GalleyCheck *check)
{
  return galley_text_peek_utf8 (galley_document_get_text (galley_check_get_document (check)), NULL);
}

/* The words that the only claim stands on. */
static char *
get_words (GalleyCheck *check, GalleyClaim **out_claim)
{
  GalleyClaimList *claims = galley_check_get_claims (check);

  g_assert_cmpuint (galley_claim_list_get_n_claims (claims), ==, 1);
  *out_claim = galley_claim_list_peek (claims, 0);
  return galley_text_slice (galley_document_get_text (galley_check_get_document (check)),
                            galley_claim_get_range (*out_claim));
}

static void
bring_back (Fixture *f, const guint *omissions, guint n_omissions)
{
  g_autoptr (GalleyCheck) check = load (f);

  testing_perform (f->desk, galley_draft_bring_back (check, omissions, n_omissions));
}

static void
test_text (Fixture *f, gconstpointer data)
{
  const guint all[] = { 0, 1, 2, 3 };
  const guint two[] = { 0, 2 };
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GalleyCheck) whole = NULL;
  GalleyDocument *document;
  const GalleyBlock *blocks;
  const GalleyLink *links;
  const GalleySourceNote *notes;
  g_autofree char *linked = NULL;
  g_autofree char *noted = NULL;
  guint n;

  bring_back (f, two, G_N_ELEMENTS (two));
  check = load (f);
  g_assert_cmpstr (get_text (check), ==, "Zuhause\n\n" FIRST "\n\nAdvertisement\n\n" SECOND);
  document = galley_check_get_document (check);
  blocks = galley_document_get_blocks (document, &n);
  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < n; i++)
    {
      static const char *const expected[] = { "Zuhause", FIRST, "Advertisement", SECOND };
      g_autofree char *words =
          galley_text_slice (galley_document_get_text (document), blocks[i].range);

      g_assert_cmpstr (words, ==, expected[i]);
    }
  links = galley_document_get_links (document, &n);
  linked = galley_text_slice (galley_document_get_text (document), links[0].range);
  g_assert_cmpstr (linked, ==, "It rained");
  notes = galley_document_get_source_notes (document, &n);
  noted = galley_text_slice (galley_document_get_text (document), notes[0].range);
  g_assert_cmpstr (noted, ==, "The river");
  galley_document_get_omissions (document, &n);
  g_assert_cmpuint (n, ==, 2);

  bring_back (f, all, 2);
  whole = load (f);
  g_assert_cmpstr (get_text (whole), ==,
                   "Zuhause\n\n" FIRST "\n\n• Related: wind\n\nAdvertisement\n\n" SECOND
                   "\n\nCopyright");
}

/* A verdict goes with its words, back and forth. */
static void
test_verdict (Fixture *f, gconstpointer data)
{
  const guint omissions[] = { 0, 1 };
  g_autoptr (GalleyCheck) before = load (f);
  g_autoptr (GalleyCheck) after = NULL;
  g_autoptr (GalleyCheck) undone = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autofree char *words = NULL;
  GalleyRange range;
  GalleyClaim *claim;

  testing_mark_words (f->desk, before, SECOND, GALLEY_STATUS_CONFIRMED);
  range = galley_claim_get_range (galley_claim_list_peek (galley_check_get_claims (before), 0));
  bring_back (f, omissions, G_N_ELEMENTS (omissions));
  after = load (f);
  words = get_words (after, &claim);
  g_assert_cmpstr (words, ==, SECOND);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
  g_assert_cmpuint (galley_claim_get_range (claim).start, >, range.start);

  outcome = galley_desk_undo (f->desk, f->article, NULL, NULL, NULL);
  g_assert_true (outcome->has_new_draft);
  undone = load (f);
  g_assert_cmpstr (get_text (undone), ==, FIRST "\n\n" SECOND);
  g_assert_true (galley_range_equal (
      galley_claim_get_range (galley_claim_list_peek (galley_check_get_claims (undone), 0)),
      range));
}

/* Nobody checked the words that come in between those of a claim. */
static void
test_straddling (Fixture *f, gconstpointer data)
{
  const guint omission = 2;
  g_autoptr (GalleyCheck) before = load (f);
  g_autoptr (GalleyCheck) after = NULL;
  g_autoptr (GalleyCheck) undone = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autofree char *words = NULL;
  GalleyClaim *claim;

  testing_mark_words (f->desk, before, FIRST "\n\nThe river rose", GALLEY_STATUS_CONFIRMED);
  bring_back (f, &omission, 1);
  after = load (f);
  words = get_words (after, &claim);
  g_assert_cmpstr (words, ==, FIRST "\n\nAdvertisement\n\nThe river rose");
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_PENDING);

  outcome = galley_desk_undo (f->desk, f->article, NULL, NULL, NULL);
  g_assert_nonnull (outcome);
  undone = load (f);
  claim = galley_claim_list_peek (galley_check_get_claims (undone), 0);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_CONFIRMED);
}

static void
test_dismissals (Fixture *f, gconstpointer data)
{
  const guint omission = 0;
  g_autoptr (GalleyCheck) before = load (f);
  g_autoptr (GalleyCheck) after = NULL;
  GPtrArray *dismissals;
  GalleyRange sentence;

  g_assert_true (galley_check_find_suggestion (before, 0, &sentence));
  testing_perform (f->desk, galley_verb_dismiss (f->article, galley_check_get_document (before),
                                                 sentence, GALLEY_DISMISSAL_OPINION));
  bring_back (f, &omission, 1);
  after = load (f);
  dismissals = galley_check_get_dismissals (after);
  g_assert_cmpuint (dismissals->len, ==, 1);
  g_assert_cmpuint (((GalleyDismissal *) g_ptr_array_index (dismissals, 0))->range.start, ==,
                    sentence.start + 9);
}

static void
set_cb (gboolean *is_set)
{
  *is_set = TRUE;
}

/* Offsets of one draft mean nothing in another: the check that was open says so, and what was
 * chosen in it is refused. */
static void
test_stale (Fixture *f, gconstpointer data)
{
  const guint omission = 0;
  g_autoptr (GalleyCheck) check = load (f);
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_replaced = FALSE;

  g_signal_connect_swapped (check, "replaced", G_CALLBACK (set_cb), &is_replaced);
  testing_mark_words (f->desk, check, FIRST, GALLEY_STATUS_CONFIRMED);
  g_assert_false (is_replaced);
  bring_back (f, &omission, 1);
  g_assert_true (is_replaced);

  outcome = testing_try (
      f->desk, testing_mark (check, (GalleyRange){ 0, 9 }, GALLEY_STATUS_CONFIRMED), &error);
  g_assert_null (outcome);
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT);
}

/* A step of before is not undone under a draft that came after it, nor a draft under what was
 * marked in it. */
static void
test_undo_order (Fixture *f, gconstpointer data)
{
  const guint omission = 0;
  g_autoptr (GalleyCheck) before = load (f);
  g_autoptr (GalleyCheck) after = NULL;
  g_autoptr (GalleyOutcome) marked = testing_try (
      f->desk, testing_mark (before, (GalleyRange){ 0, 9 }, GALLEY_STATUS_PENDING), NULL);
  const char *id = galley_claim_get_id (g_ptr_array_index (marked->claims, 0));
  const char *const ids[] = { id, NULL };
  g_autoptr (GalleyOutcome) removed = testing_try (f->desk, galley_verb_delete_claims (ids), NULL);
  g_autoptr (GalleyOutcome) brought =
      testing_try (f->desk, galley_draft_bring_back (before, &omission, 1), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) error_2 = NULL;

  g_assert_nonnull (brought);
  g_assert_null (galley_desk_undo (f->desk, f->article, removed->unit_id, NULL, &error));
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT);

  after = load (f);
  testing_mark_words (f->desk, after, "Zuhause", GALLEY_STATUS_DISPUTED);
  g_assert_null (galley_desk_undo (f->desk, f->article, brought->unit_id, NULL, &error_2));
  g_assert_error (error_2, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT);

  /* In order, everything goes back and forth again. */
  for (guint i = 0; i < 4; i++)
    galley_outcome_unref (galley_desk_undo (f->desk, f->article, NULL, NULL, NULL));
  for (guint i = 0; i < 4; i++)
    galley_outcome_unref (galley_desk_redo (f->desk, f->article, NULL, NULL));
  g_clear_object (&after);
  after = load (f);
  g_assert_true (g_str_has_prefix (get_text (after), "Zuhause"));
}

static guint
count_hits (Fixture *f, const char *words)
{
  g_autoptr (GPtrArray) hits = galley_desk_search (f->desk, words, NULL, NULL);

  return hits->len;
}

/* A search finds what is in the article now. */
static void
test_search (Fixture *f, gconstpointer data)
{
  const guint omission = 0;
  g_autoptr (GalleyOutcome) undone = NULL;
  g_autoptr (GalleyOutcome) redone = NULL;

  g_assert_cmpuint (count_hits (f, "Zuhause"), ==, 0);
  bring_back (f, &omission, 1);
  g_assert_cmpuint (count_hits (f, "Zuhause"), ==, 1);
  g_assert_cmpuint (count_hits (f, "river"), ==, 1);
  undone = galley_desk_undo (f->desk, f->article, NULL, NULL, NULL);
  g_assert_cmpuint (count_hits (f, "Zuhause"), ==, 0);
  redone = galley_desk_redo (f->desk, f->article, NULL, NULL);
  g_assert_cmpuint (count_hits (f, "Zuhause"), ==, 1);

  g_clear_pointer (&undone, galley_outcome_unref);
  undone = galley_desk_purge_article (f->desk, f->article, NULL, NULL);
  g_assert_nonnull (undone);
  g_assert_cmpint (testing_get_int (f->path, "SELECT count(*) FROM blob"), ==, 0);
  g_assert_cmpint (testing_get_int (f->path, "SELECT count(*) FROM article_words_docsize"), ==, 0);
}

/* A library as an older version wrote it. */
typedef struct
{
  const char *name;
  const char *claims; /* an SQL condition that as many claims hold to */
  guint n_claims;
  guint n_steps; /* that can be undone: all, but none before what came by a package or is judged in
                    a second reading */
} OlderLibrary;

static const OlderLibrary older[] = {
  { "library-1.galleydb", "status = 'disputed' AND note = '2.5 in the report'", 1, 8 },
  { "library-2.galleydb", "status = 'disputed' AND correction LIKE '%6 percent'", 1, 7 },
  { "library-3.galleydb", "status = 'disputed' AND correction LIKE '%4 percent%'", 1, 10 },
  { "library-4.galleydb", "place = 'retired' AND former ->> '$.status' = 'disputed'", 1, 12 },
  { "library-5.galleydb", "status = 'pending' AND note = 'Ask the gauge office'", 1, 0 },
  { "library-6.galleydb",
    "status = 'disputed' AND EXISTS (SELECT 1 FROM reading_verdict v JOIN reading r ON r.id ="
    " v.reading WHERE v.claim = claim.id AND v.status = 'confirmed' AND r.held_by = '')",
    1, 1 },
};

/* It opens with everything in it, can be found and worked on, and undone to the first step. */
static void
test_older_format (gconstpointer data)
{
  const OlderLibrary *library = data;
  g_autofree char *old =
      g_test_build_filename (G_TEST_DIST, "fixtures", "store", library->name, NULL);
  g_autofree char *folder = testing_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.galleydb", NULL);
  g_autofree char *count = g_strconcat ("SELECT count(*) FROM claim WHERE ", library->claims, NULL);
  g_autofree char *claim = NULL;
  g_autoptr (GBytes) bytes = testing_read_file (old);
  g_autoptr (GalleyAction) star = NULL;
  GalleyDesk *desk;
  guint n_steps = 0;

  g_assert_true (
      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
  desk = testing_open (path);
  testing_assert_sound (path);
  g_assert_cmpint (testing_get_int (path, "PRAGMA user_version"), ==, 7);
  g_assert_cmpint (testing_get_int (path, count), ==, library->n_claims);
  g_assert_cmpint (testing_get_int (path, "SELECT count(*) FROM claim"), ==,
                   testing_get_int (path, "SELECT count(*) FROM claim_words"));

  claim = testing_get_text (path, "SELECT id FROM claim WHERE gone = 0");
  star = galley_verb_set_starred ((const char *[]){ claim, NULL }, TRUE);
  testing_perform (desk, g_steal_pointer (&star));
  testing_assert_sound (path);

  for (GalleyOutcome *outcome; (outcome = galley_desk_undo (desk, NULL, NULL, NULL, NULL)) != NULL;
       n_steps++)
    galley_outcome_unref (outcome);
  g_assert_cmpuint (n_steps, ==, library->n_steps + 1);
  testing_assert_sound (path);
  g_assert_finalize_object (desk);
  testing_remove_folder (g_steal_pointer (&folder));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name, function)                                                                       \
  g_test_add ("/drafts/" name, Fixture, NULL, set_up, function, tear_down)
  TEST ("text", test_text);
  TEST ("verdict", test_verdict);
  TEST ("straddling", test_straddling);
  TEST ("dismissals", test_dismissals);
  TEST ("stale", test_stale);
  TEST ("undo-order", test_undo_order);
  TEST ("search", test_search);
#undef TEST
  for (guint i = 0; i < G_N_ELEMENTS (older); i++)
    {
      g_autofree char *name = g_strconcat ("/drafts/", older[i].name, NULL);

      g_test_add_data_func (name, &older[i], test_older_format);
    }

  return g_test_run ();
}
