/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-testing.h"
#include "redraft-testing.h"
#include "sign-off-testing.h"

#include <string.h>

#define TEXT                                                                                       \
  "The strike killed 11 people.\nOfficials disagree.\nNobody said why it took three days."
#define NEXT_TEXT "The strike killed 12 people.\nOfficials disagree.\nNobody said why."

static void
test_signing (SignOffs *f, gconstpointer data)
{
  g_autoptr (GPtrArray) sign_offs = NULL;
  g_autoptr (GalleyDesk) fresh = NULL;
  GalleySignOff *first, *second;

  sign_offs_mark (f, 0, "11 people", GALLEY_STATUS_CONFIRMED);
  g_assert_false (galley_article_is_signed (galley_desk_find_article (f->desks[0], f->article)));
  sign_offs_sign (f, 0, GALLEY_ROLE_EDITOR, "Ana Ruiz", NULL);
  sign_offs_sign (f, 0, GALLEY_ROLE_LEGAL, "Ben O’Neil", "The third claim: no register is open.");
  g_assert_true (galley_article_is_signed (galley_desk_find_article (f->desks[0], f->article)));

  sign_offs = sign_offs_list (f, 0);
  g_assert_cmpuint (sign_offs->len, ==, 2);
  first = g_ptr_array_index (sign_offs, 0);
  second = g_ptr_array_index (sign_offs, 1);
  g_assert_cmpint (first->role, ==, GALLEY_ROLE_EDITOR);
  g_assert_cmpstr (first->name, ==, "Ana Ruiz");
  g_assert_null (first->exception);
  g_assert_cmpstr (first->article_id, ==, f->article);
  g_assert_cmpuint (first->n_changes, ==, 0);
  g_assert_true (galley_sign_off_is_in_force (first));
  g_assert_cmpint (second->role, ==, GALLEY_ROLE_LEGAL);
  g_assert_cmpstr (second->exception, ==, "The third claim: no register is open.");

  /* It is there when the library is opened again. */
  fresh = testing_open (f->paths[0]);
  g_assert_true (galley_article_is_signed (galley_desk_find_article (fresh, f->article)));
}

static void
test_twice (SignOffs *f, gconstpointer data)
{
  sign_offs_sign (f, 0, GALLEY_ROLE_EDITOR, "Ana", NULL);
  sign_offs_try (
      f, 0, galley_verb_sign_off (f->article, GALLEY_ROLE_EDITOR, "Ana", NULL, /* moment= */ NULL),
      GALLEY_STORE_ERROR_CONFLICT, "This article is signed off in that name and role already");
  sign_offs_sign (f, 0, GALLEY_ROLE_CHECKER, "Ana", NULL);
  sign_offs_sign (f, 0, GALLEY_ROLE_EDITOR, "Ben", NULL);
  sign_offs_try (
      f, 0, galley_verb_sign_off ("nothing", GALLEY_ROLE_EDITOR, "Ana", NULL, /* moment= */ NULL),
      GALLEY_STORE_ERROR_NOT_FOUND, "There is no such article");
}

/* What somebody else wrote down after the gate was read is not signed. */
static void
test_meanwhile (SignOffs *f, gconstpointer data)
{
  g_autofree char *seen = sign_offs_get_moment (f, 0);
  g_autofree char *other = testing_import (f->desks[0], "Another article.");
  g_autoptr (GPtrArray) sign_offs = NULL;

  testing_perform (f->desks[0],
                   galley_verb_sign_off (f->article, GALLEY_ROLE_LEGAL, "Ana", NULL, seen));
  testing_perform (f->desks[0], galley_verb_reopen (f->article, "a slip"));
  sign_offs_mark (f, 0, "11 people", GALLEY_STATUS_DISPUTED);
  sign_offs_try (f, 0, galley_verb_sign_off (f->article, GALLEY_ROLE_LEGAL, "Ana", NULL, seen),
                 GALLEY_STORE_ERROR_CONFLICT,
                 "The article was changed in the meantime, so nothing was done");
  sign_offs = sign_offs_list (f, 0);
  g_assert_cmpuint (sign_offs->len, ==, 1);
}

static void
test_reopening (SignOffs *f, gconstpointer data)
{
  const char *claim = sign_offs_mark (f, 0, "11 people", GALLEY_STATUS_CONFIRMED);
  g_autoptr (GPtrArray) sign_offs = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GalleySignOff) last = NULL;
  GalleySignOff *first;
  GError *error = NULL;

  sign_offs_try (f, 0, galley_verb_reopen (f->article, "why not"), GALLEY_STORE_ERROR_CONFLICT,
                 "This article is not signed off");
  sign_offs_sign (f, 0, GALLEY_ROLE_EDITOR, "Ana", NULL);
  testing_perform (f->desks[0], galley_verb_reopen (f->article, "The desk called"));
  g_assert_false (galley_article_is_signed (galley_desk_find_article (f->desks[0], f->article)));
  testing_set_status (f->desks[0], claim, GALLEY_STATUS_DISPUTED, "12");

  sign_offs = sign_offs_list (f, 0);
  first = g_ptr_array_index (sign_offs, 0);
  g_assert_false (galley_sign_off_is_in_force (first));
  g_assert_cmpstr (first->reopened_by, ==, "Ana");
  g_assert_cmpint (first->reopened_at, >=, first->signed_at);
  g_assert_cmpstr (first->reason, ==, "The desk called");
  g_assert_cmpuint (first->n_changes, ==, 1);

  changes = galley_desk_list_changes (f->desks[0], f->article, &last, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (last->id, ==, first->id);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (galley_history_entry_get_fields (g_ptr_array_index (changes, 0))->kind, ==,
                   "claim.status");
}

/* Undo goes past a sign-off and a reopening, and not into what is frozen. */
static void
test_undo (SignOffs *f, gconstpointer data)
{
  const char *claim = sign_offs_mark (f, 0, "11 people", GALLEY_STATUS_PENDING);
  g_autoptr (GalleyOutcome) outcome = NULL;
  GError *error = NULL;

  testing_set_status (f->desks[0], claim, GALLEY_STATUS_CONFIRMED, NULL);
  testing_set_status (f->desks[0], claim, GALLEY_STATUS_DISPUTED, NULL);
  outcome = galley_desk_undo (f->desks[0], f->article, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&outcome, galley_outcome_unref);
  sign_offs_sign (f, 0, GALLEY_ROLE_EDITOR, "Ana", NULL);

  g_assert_null (galley_desk_undo (f->desks[0], f->article, NULL, NULL, &error));
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_SIGNED);
  g_clear_error (&error);
  g_assert_null (galley_desk_redo (f->desks[0], f->article, NULL, &error));
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_SIGNED);
  g_clear_error (&error);
  sign_offs_assert_status (f, 0, claim, GALLEY_STATUS_CONFIRMED);

  testing_perform (f->desks[0], galley_verb_reopen (f->article, "a slip"));
  outcome = galley_desk_undo (f->desks[0], f->article, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (outcome->verb, ==, "set-status");
  sign_offs_assert_status (f, 0, claim, GALLEY_STATUS_PENDING);
  sign_offs_assert_changes (f, 0, 0, 1);
}

/* A source belongs to all articles: it can be corrected, and that is told. */
static void
test_sources (SignOffs *f, gconstpointer data)
{
  const char *claim = sign_offs_mark (f, 0, "11 people", GALLEY_STATUS_CONFIRMED);
  GalleyCitation citation = { .source = { .texts = { [GALLEY_SOURCE_TITLE] = "Registry" } } };
  GalleySourceFields fields = { .texts = { [GALLEY_SOURCE_TITLE] = "A register" } };
  GalleySourceFields other = { .texts = { [GALLEY_SOURCE_TITLE] = "Nobody’s" } };
  g_autofree char *used = NULL;
  g_autofree char *unused = NULL;

  testing_perform (f->desks[0], galley_verb_add_evidence (claim, &citation));
  testing_perform (f->desks[0], galley_verb_add_source (&other, NULL));
  used = testing_get_text (f->paths[0], "SELECT source FROM evidence");
  unused = testing_get_text (f->paths[0], "SELECT id FROM source WHERE title = 'Nobody’s'");
  sign_offs_sign (f, 0, GALLEY_ROLE_EDITOR, "Ana", NULL);

  testing_perform (f->desks[0], galley_verb_change_source (unused, &fields, NULL));
  testing_perform (f->desks[0], galley_verb_archive (f->article, TRUE));
  sign_offs_assert_changes (f, 0, 0, 0);
  testing_perform (f->desks[0], galley_verb_change_source (used, &fields, NULL));
  sign_offs_assert_changes (f, 0, 0, 1);
  sign_offs_sign (f, 0, GALLEY_ROLE_LEGAL, "Ana", NULL);
  sign_offs_assert_changes (f, 0, 1, 0);
}

/* Of a new draft what is told is that it came, and which claims have other words by it. */
static void
test_new_draft (SignOffs *f, gconstpointer data)
{
  g_autoptr (GPtrArray) changes = NULL;
  GError *error = NULL;

  sign_offs_mark (f, 0, "11 people", GALLEY_STATUS_CONFIRMED);
  sign_offs_mark (f, 0, "disagree", GALLEY_STATUS_CONFIRMED);
  sign_offs_sign (f, 0, GALLEY_ROLE_EDITOR, "Ana", NULL);
  testing_perform (f->desks[0], galley_verb_reopen (f->article, "a new draft"));
  redraft_perform (f->desks[0], f->article, NEXT_TEXT);

  changes = galley_desk_list_changes (f->desks[0], f->article, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpstr (galley_history_entry_get_fields (g_ptr_array_index (changes, 0))->kind, ==,
                   "article.draft");
  g_assert_cmpstr (galley_history_entry_get_fields (g_ptr_array_index (changes, 1))->claim, ==,
                   "12 people");
}

/* A package of the article carries its sign-offs; of the rest of the library it tells nothing. */
static void
test_package (SignOffs *f, gconstpointer data)
{
  g_autofree char *other = testing_import (f->desks[0], "Another article.");
  g_autoptr (GPtrArray) sign_offs = NULL;

  sign_offs_sign (f, 0, GALLEY_ROLE_EDITOR, "Ana", "Nothing but the numbers");
  sign_offs_hand_over (f, 0, 1, f->article);
  sign_offs = sign_offs_list (f, 1);
  g_assert_cmpuint (sign_offs->len, ==, 1);
  g_assert_cmpstr (((GalleySignOff *) g_ptr_array_index (sign_offs, 0))->exception, ==,
                   "Nothing but the numbers");
  sign_offs_assert_changes (f, 1, 0, 0);
  g_assert_true (galley_article_is_signed (galley_desk_find_article (f->desks[1], f->article)));
}

static void
test_purge (SignOffs *f, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  sign_offs_sign (f, 0, GALLEY_ROLE_EDITOR, "Ana", "Zanzibar");
  g_assert_null (galley_desk_purge_article (f->desks[0], f->article, NULL, &error));
  g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_SIGNED);
  g_clear_error (&error);

  testing_perform (f->desks[0], galley_verb_reopen (f->article, "Xylophone"));
  outcome = galley_desk_purge_article (f->desks[0], f->article, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (testing_get_int (f->paths[0], "SELECT count(*) FROM sign_off"), ==, 0);
  g_assert_cmpint (testing_get_int (f->paths[0], "SELECT count(*) FROM event WHERE body IS NOT NULL"
                                                 " AND article IS NOT NULL AND kind NOT LIKE"
                                                 " '%.purge'"),
                   ==, 0);
  sign_offs_assert_nowhere (f, 0, "Zanzibar");
  sign_offs_assert_nowhere (f, 0, "Xylophone");
}

static void
add (const char *path, void (*func) (SignOffs *, gconstpointer))
{
  g_test_add (path, SignOffs, TEXT, sign_offs_set_up, func, sign_offs_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/sign-off/signing", test_signing);
  add ("/sign-off/twice", test_twice);
  add ("/sign-off/meanwhile", test_meanwhile);
  add ("/sign-off/reopening", test_reopening);
  add ("/sign-off/undo", test_undo);
  add ("/sign-off/sources", test_sources);
  add ("/sign-off/new-draft", test_new_draft);
  add ("/sign-off/package", test_package);
  add ("/sign-off/purge", test_purge);

  return g_test_run ();
}
