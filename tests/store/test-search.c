/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redraft-testing.h"

#define TEXT                                                                                            \
  "Ramón met Pérez in Ciudad Juárez; Mexico’s “no” stood.\nThe strike killed eleven people.\n" \
  "Nobody said why."

typedef struct
{
  char *folder;
  char *path;
  GalleyDesk *desk;
  char *article;
  GalleyCheck *check;
  char *claim;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = testing_make_folder ();
  f->path = g_build_filename (f->folder, "library.galleydb", NULL);
  f->desk = testing_open (f->path);
  f->article = testing_import (f->desk, TEXT);
  f->check = galley_desk_load (f->desk, f->article, NULL, NULL);
  f->claim =
      g_strdup (testing_mark_words (f->desk, f->check, "eleven people", GALLEY_STATUS_PENDING));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->check);
  g_clear_object (&f->desk);
  testing_assert_sound (f->path);
  g_free (f->claim);
  g_free (f->article);
  g_free (f->path);
  testing_remove_folder (f->folder);
}

/* What is found: "a" articles, "c" claims and "s" sources, in this order. */
static void
assert_finds (Fixture *f, const char *words, const char *expected)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) hits = galley_desk_search (f->desk, words, NULL, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      GalleySearchHit *hit = g_ptr_array_index (hits, i);

      g_string_append_c (found, hit->source_id != NULL ? 's' : hit->claim_id != NULL ? 'c' : 'a');
    }
  g_test_message ("%s", words);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_folds (Fixture *f, gconstpointer data)
{
  static const char *const same[] = { "Ramón",    "ramon",          "RAMÓN",    "Ramo\xcc\x81n",
                                      "Mexico’s", "Mexico's",       "mexico‘s", "\"no\"",
                                      "“no”",     "«no»",           "juar",     "Ram Per",
                                      "no stood", "juárez; Mexico", "  ramon ", "ramon,",
                                      "ramon\tno" };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    assert_finds (f, same[i], "a");
  assert_finds (f, "eleven", "ac");
  assert_finds (f, "amon", "");
  assert_finds (f, "ramon strikes", "");
}

/* What is raised is another figure; only behind letters is it typed as others are. */
static void
test_raised (Fixture *f, gconstpointer data)
{
  g_autofree char *article =
      testing_import (f->desk, "The forest covers 5 km² and holds 10⁶ trees, says Ann.³ It does.");

  assert_finds (f, "5 km²", "a");
  assert_finds (f, "5 km2", "a");
  assert_finds (f, "KM2 forest", "a");
  assert_finds (f, "km3", "");
  assert_finds (f, "10⁶", "a");
  assert_finds (f, "106", "");
  assert_finds (f, "10 6", "");
  assert_finds (f, "ann", "a");
  assert_finds (f, "- km2", "a");
}

static void
test_syntax_is_just_words (Fixture *f, gconstpointer data)
{
  static const char *const inputs[] = {
    "\"",           "\"\"",        "*",        "**",    "(",        ")",        "a AND",
    "NOT NOT",      "NEAR(",       "NEAR",     "-",     "- -",      ":",        "title:ramon",
    "title : ",     "^",           "^x",       "+",     "{title}",  "'",        "''';--",
    "\\",           "%",           "a\"b\"c*", "\x01",  "😀",        "? ?1 @",   "OR",
    "\"unfinished", "a NEAR(b, 3", ",",        ". . .", "\xc2\xa0", "ramon AND"
  };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    assert_finds (f, inputs[i], "");
  assert_finds (f, "", "");
  assert_finds (f, " \n", "");
  assert_finds (f, "ramon*", "a");
  assert_finds (f, "- ramon", "a");
  assert_finds (f, "ramon \"", "a");
}

static void
undo (Fixture *f)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = galley_desk_undo (f->desk, f->article, NULL, NULL, &error);

  g_assert_no_error (error);
}

static void
test_follows_what_is_written (Fixture *f, gconstpointer data)
{
  testing_perform (f->desk, galley_verb_set_note (f->claim, "Asked the café"));
  assert_finds (f, "cafe", "c");
  testing_perform (f->desk, galley_verb_set_note (f->claim, "Asked the office"));
  assert_finds (f, "cafe", "");
  assert_finds (f, "office", "c");
  undo (f);
  assert_finds (f, "cafe", "c");
  assert_finds (f, "office", "");

  testing_set_status (f->desk, f->claim, GALLEY_STATUS_DISPUTED, "contradicted");
  assert_finds (f, "contradicted", "c");
  testing_set_status (f->desk, f->claim, GALLEY_STATUS_PENDING, NULL);
  assert_finds (f, "contradicted", "");
  testing_perform (f->desk, galley_verb_set_correction (f->claim, "twelve"));
  assert_finds (f, "twelve", "c");
  testing_perform (f->desk, galley_verb_set_correction (f->claim, NULL));
  assert_finds (f, "twelve", "");
  assert_finds (f, "eleven", "ac");
}

static void
test_follows_what_is_there (Fixture *f, gconstpointer data)
{
  const char *ids[] = { f->claim, NULL };
  GalleyCitation citation = { .source.texts = { [GALLEY_SOURCE_TITLE] = "Zarathustra",
                                                [GALLEY_SOURCE_ADDRESS] =
                                                    "https://example.org/paper" } };

  testing_perform (f->desk, galley_verb_add_evidence (f->claim, &citation));
  assert_finds (f, "zara", "s");
  assert_finds (f, "example.org", "s");
  undo (f);
  assert_finds (f, "zara", "");

  testing_perform (f->desk, galley_verb_delete_claims (ids));
  assert_finds (f, "eleven", "a");
  undo (f);
  assert_finds (f, "eleven", "ac");
  testing_perform (f->desk, galley_verb_remove_article (f->article));
  assert_finds (f, "eleven", "");
  undo (f);
  assert_finds (f, "eleven", "ac");
}

static void
test_purged_words_are_gone (Fixture *f, gconstpointer data)
{
  g_autofree char *other = testing_import (f->desk, "Nobody else.");
  g_autoptr (GalleyOutcome) outcome = NULL;
  GError *error = NULL;

  assert_finds (f, "nobody", "aa");
  outcome = galley_desk_purge_article (f->desk, f->article, NULL, &error);
  g_assert_no_error (error);
  assert_finds (f, "nobody", "a");
  assert_finds (f, "eleven", "");
  assert_finds (f, "ramon", "");
}

/* A reason that a new draft takes from a claim, whose own words are the same, is not found any more
 * until that is undone. */
static void
test_reason_in_a_new_draft (Fixture *f, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) redone = NULL;

  const char *claim = testing_mark_words (f->desk, f->check, " k", GALLEY_STATUS_PENDING);

  testing_set_status (f->desk, claim, GALLEY_STATUS_DISPUTED, "unsourced");
  assert_finds (f, "unsourced", "c");
  redraft_perform (f->desk, f->article, "The strike killed twelve people.\nNobody said why.");
  assert_finds (f, "unsourced", "");
  undo (f);
  assert_finds (f, "unsourced", "c");
  redone = galley_desk_redo (f->desk, f->article, NULL, &error);
  g_assert_no_error (error);
  assert_finds (f, "unsourced", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/search/folds", test_folds);
  ADD ("/search/raised", test_raised);
  ADD ("/search/syntax-is-just-words", test_syntax_is_just_words);
  ADD ("/search/follows-what-is-written", test_follows_what_is_written);
  ADD ("/search/follows-what-is-there", test_follows_what_is_there);
  ADD ("/search/purged-words-are-gone", test_purged_words_are_gone);
  ADD ("/search/reason-in-a-new-draft", test_reason_in_a_new_draft);
#undef ADD

  return g_test_run ();
}
