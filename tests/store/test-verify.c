/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-testing.h"

#define TEXT "The strike killed 11 people. Officials disagree.\nNobody said why."

#define OPEN_JOURNAL "DROP TRIGGER event_stays; DROP TRIGGER event_never_changes;"

/* What somebody who knows SQLite may do to a library, and what verifying it has to say. */
typedef struct
{
  const char *name;
  const char *sql;
  const char *finding;
} Damage;

static const Damage damages[] = {
  { "event-changed",
    OPEN_JOURNAL "UPDATE event SET body = replace (body, 'no source', 'a source')"
                 " WHERE kind = 'claim.status'",
    "was changed after it was written" },
  { "event-actor-changed", OPEN_JOURNAL "UPDATE event SET actor = 'Eve' WHERE seq = 2",
    "does not follow from the one before it" },
  { "event-chain-changed",
    OPEN_JOURNAL "UPDATE event SET chain = iif (chain LIKE '0%', '1', '0') || substr (chain, 2)"
                 " WHERE seq = 2",
    "does not follow from the one before it" },
  { "event-removed", OPEN_JOURNAL "DELETE FROM event WHERE seq = 3", "is missing" },
  { "own-event-left-out",
    OPEN_JOURNAL "INSERT INTO left_out (replica, seq, chain) SELECT r.id, e.seq, e.chain FROM event"
                 " e JOIN replica r ON r.no = e.replica WHERE e.kind = 'claim.note';"
                 "DELETE FROM event WHERE kind = 'claim.note'",
    "is missing" },
  { "first-event-removed", OPEN_JOURNAL "DELETE FROM event WHERE seq = 1", "is missing" },
  { "last-event-removed",
    OPEN_JOURNAL "DELETE FROM event WHERE seq = (SELECT max (seq) FROM event)",
    "is not what the journal says" },
  { "event-emptied", "UPDATE event SET body = NULL WHERE kind = 'claim.note'",
    "has lost its content" },
  { "event-of-unknown-kind",
    OPEN_JOURNAL "UPDATE event SET kind = 'claim.shout' WHERE kind = 'claim.note'",
    "can’t be applied" },
  { "article-purged-by-hand", OPEN_JOURNAL "UPDATE event SET body = NULL", "has lost its content" },
  { "claim-status-changed", "UPDATE claim SET status = 'confirmed' WHERE status = 'disputed'",
    "is not what the journal says" },
  { "claim-quote-changed", "UPDATE claim SET quote = '12 people' WHERE quote = '11 people'",
    "is not what the journal says" },
  { "claim-note-changed", "UPDATE claim SET note = 'asked nobody'",
    "is not what the journal says" },
  { "claim-id-changed", "UPDATE claim SET id = id || 'z'", "unknown word" },
  { "claim-removed", "DELETE FROM claim WHERE quote = 'Officials'",
    "is missing, but is in the journal" },
  { "claim-hidden", "UPDATE claim SET gone = 1 WHERE quote = 'Officials'",
    "is not what the journal says" },
  { "source-added", "INSERT INTO source (id, title, gone_event) VALUES ('5e0c', 'made up', 1)",
    "is not in the journal" },
  { "evidence-changed", "UPDATE evidence SET stance = 'contradicts'",
    "is not what the journal says" },
  { "step-changed", "UPDATE unit SET state = 'undone' WHERE verb = 'mark'",
    "is not what the journal says" },
  { "counts-changed", "UPDATE article SET n_confirmed = 7", "is not what the journal says" },
  { "title-changed", "UPDATE article SET title = 'No strike'", "is not what the journal says" },
  { "stored-file-changed",
    "UPDATE blob SET data = CAST (replace (CAST (data AS TEXT), '11', '12') AS BLOB)"
    " WHERE instr (CAST (data AS TEXT), '11 people') > 0",
    "is damaged" },
  { "stored-file-removed", "DELETE FROM blob WHERE sha256 = (SELECT text FROM draft)",
    "is missing" },
};

/* Libraries come from elsewhere, and SQLite does what a trigger in them says. */
static const Damage format_damages[] = {
  { "trigger-removed", "UPDATE claim SET note = note; DROP TRIGGER event_never_changes",
    "format was changed: “event_never_changes”" },
  { "trigger-added",
    "UPDATE claim SET note = note; CREATE TRIGGER evil AFTER INSERT ON claim BEGIN"
    " UPDATE claim SET status = 'confirmed' WHERE id = NEW.id; END",
    "format was changed: “evil”" },
  { "index-removed", "UPDATE claim SET note = note; DROP INDEX claim_by_article",
    "format was changed: “claim_by_article”" },
  { "column-added", "UPDATE claim SET note = note; ALTER TABLE claim ADD COLUMN x TEXT",
    "format was changed: “claim”" },
};

#define DAMAGED(table) "The search index “" table "” is damaged"

/* Damage that SQLite's integrity_check does not know of: words are not found, and that is all. */
static const Damage index_damages[] = {
  { "index-pages-of-articles",
    "UPDATE article_words_data SET block = zeroblob (length (block)) WHERE id > 10",
    DAMAGED ("article_words") },
  { "index-pages-of-claims",
    "UPDATE claim_words_data SET block = zeroblob (length (block)) WHERE id > 10",
    DAMAGED ("claim_words") },
  { "index-pages-of-sources", "DELETE FROM source_words_data WHERE id > 10",
    DAMAGED ("source_words") },
  { "index-settings-of-articles", "DELETE FROM article_words_config", DAMAGED ("article_words") },
  { "index-lengths-of-claims", "DELETE FROM claim_words_docsize", DAMAGED ("claim_words") },
  { "index-without-a-draft",
    "INSERT INTO article_words (article_words, rowid, title, words) SELECT 'delete', d.no, d.title,"
    " CAST (b.data AS TEXT) FROM draft d JOIN blob b ON b.sha256 = d.text",
    DAMAGED ("article_words") },
  { "index-with-another-word",
    "UPDATE article_words_data SET block ="
    " CAST (replace (CAST (block AS BLOB), CAST ('trike' AS BLOB), CAST ('trixe' AS BLOB)) AS BLOB)"
    " WHERE instr (block, CAST ('trike' AS BLOB)) > 0",
    DAMAGED ("article_words") },
  { "index-without-a-claim",
    "DELETE FROM claim_words WHERE rowid = (SELECT no FROM claim WHERE quote = 'Officials')",
    DAMAGED ("claim_words") },
  { "index-without-a-note", "UPDATE claim_words SET note = NULL", DAMAGED ("claim_words") },
  { "index-of-nothing", "INSERT INTO source_words (rowid, title) VALUES (99, 'made up')",
    DAMAGED ("source_words") },
};

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
add_evidence (GalleyDesk *desk, const char *claim_id)
{
  GalleyCitation citation = { .source.texts = { [GALLEY_SOURCE_TITLE] = "Joint statement" },
                              .evidence.passage = "a high-level group" };

  testing_perform (desk, galley_verb_add_evidence (claim_id, &citation));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyDesk) desk = NULL;
  g_autoptr (GalleyCheck) check = NULL;
  g_autofree char *article = NULL;
  const char *id;

  f->folder = testing_make_folder ();
  f->path = g_build_filename (f->folder, "library.galleydb", NULL);
  desk = testing_open (f->path);
  article = testing_import (desk, TEXT);
  check = galley_desk_load (desk, article, NULL, NULL);
  testing_mark_words (desk, check, "Officials", GALLEY_STATUS_CONFIRMED);
  id = testing_mark_words (desk, check, "11 people", GALLEY_STATUS_PENDING);
  add_evidence (desk, id);
  testing_perform (desk, galley_verb_set_note (id, "asked the press office"));
  testing_set_status (desk, id, GALLEY_STATUS_DISPUTED, "no source");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->path);
  testing_remove_folder (f->folder);
}

static void
test_names_the_damage (Fixture *f, gconstpointer data)
{
  const Damage *damage = data;
  g_autoptr (GPtrArray) problems = NULL;
  gboolean found = FALSE;
  sqlite3 *db;

  testing_assert_sound (f->path);
  db = testing_connect (f->path);
  testing_exec (db, damage->sql);
  g_assert_cmpint (sqlite3_total_changes (db), >, 0);
  sqlite3_close (db);

  problems = testing_verify (f->path);
  for (guint i = 0; i < problems->len; i++)
    {
      g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
      found = found || strstr (g_ptr_array_index (problems, i), damage->finding) != NULL;
    }
  g_assert_true (found);
}

static void
assert_found (const char *path, const char *words, guint n_hits)
{
  g_autoptr (GalleyDesk) desk = testing_open (path);
  g_autoptr (GPtrArray) hits = galley_desk_search (desk, words, NULL, NULL);

  g_assert_nonnull (hits);
  g_assert_cmpuint (hits->len, ==, n_hits);
}

/* The index holds nothing that cannot be had elsewhere. */
static void
test_index_is_renewed (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyDesk) desk = NULL;
  GError *error = NULL;

  test_names_the_damage (f, data);
  desk = testing_open (f->path);
  galley_desk_renew_index (desk, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&desk);

  testing_assert_sound (f->path);
  assert_found (f->path, "strike", 1);
  assert_found (f->path, "officials", 2);
  assert_found (f->path, "press office", 1);
  assert_found (f->path, "joint statement", 1);
}

/* Who writes for long does not keep others from looking. */
static void
test_while_somebody_writes (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;
  sqlite3 *db;

  testing_change (f->path, "UPDATE claim_words SET note = NULL");
  db = testing_connect (f->path);
  testing_exec (db, "BEGIN IMMEDIATE");
  problems = testing_verify (f->path);
  sqlite3_close (db);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (problems, 0), ==, DAMAGED ("claim_words"));
}

static void
test_journal_takes_no_change (Fixture *f, gconstpointer data)
{
  static const char *const attempts[] = {
    "DELETE FROM event WHERE seq = 2",
    "UPDATE event SET actor = 'Eve'",
    "UPDATE event SET body = '{}'",
    "UPDATE event SET body = NULL, actor = 'Eve'",
  };
  sqlite3 *db = testing_connect (f->path);

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    g_assert_cmpint (sqlite3_exec (db, attempts[i], NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  sqlite3_close (db);
  testing_assert_sound (f->path);
}

static void
test_purged_library_is_sound (Fixture *f, gconstpointer data)
{
  g_autoptr (GalleyDesk) desk = testing_open (f->path);
  g_autofree char *other = testing_import (desk, "Nobody else said why.");
  g_autoptr (GalleyCheck) check = galley_desk_load (desk, other, NULL, NULL);
  g_autoptr (GalleyArticle) article = g_list_model_get_item (galley_desk_get_articles (desk), 1);
  g_autoptr (GalleyOutcome) outcome = NULL;
  GError *error = NULL;

  add_evidence (desk, testing_mark_words (desk, check, "said", GALLEY_STATUS_PENDING));
  outcome = galley_desk_purge_article (desk, galley_article_get_id (article), NULL, &error);
  g_assert_no_error (error);
  testing_assert_sound (f->path);
  g_assert_cmpint (testing_get_int (f->path, "SELECT count (*) FROM claim"), ==, 1);
  g_assert_cmpint (testing_get_int (f->path, "SELECT count (*) FROM source"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/verify/", damages[i].name, NULL);

      g_test_add (path, Fixture, &damages[i], set_up, test_names_the_damage, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (format_damages); i++)
    {
      g_autofree char *path = g_strconcat ("/verify/", format_damages[i].name, NULL);

      g_test_add (path, Fixture, &format_damages[i], set_up, test_names_the_damage, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (index_damages); i++)
    {
      g_autofree char *path = g_strconcat ("/verify/", index_damages[i].name, NULL);

      g_test_add (path, Fixture, &index_damages[i], set_up, test_index_is_renewed, tear_down);
    }
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/verify/while-somebody-writes", test_while_somebody_writes);
  ADD ("/verify/journal-takes-no-change", test_journal_takes_no_change);
  ADD ("/verify/purged-library-is-sound", test_purged_library_is_sound);
#undef ADD

  return g_test_run ();
}
