/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redraft-testing.h"
#include "store-testing.h"

#include "galley-history-words.h"
#include "galley-kinds.h"

/* What a history says of each kind of event that there is. */

#define TEXT "The strike killed 11 people. Officials disagree.\nNobody said why."

/* What is done, in this order; words that are SQL give the id and the body. */
static const struct
{
  const char *kind;
  const char *subject;
  const char *body;
  const char *change;
} steps[] = {
  { "library.setting", "'confirmed.evidence'", "'value', '2'", "- → 2" },
  { "library.setting", "'confirmed.evidence'", "'value', '3'", "2 → 3" },
  { "article.archive", "(SELECT id FROM article)", "'archived', json ('true')", "0 → 1" },
  { "article.archive", "(SELECT id FROM article)", "'archived', json ('false')", "1 → 0" },
  { "claim.add", "'c'",
    "'start', 18, 'end', 27, 'quote', '11 people', 'prefix', '', 'suffix', '', 'block', 0, "
    "'status',"
    " 'pending'",
    "- → pending “11 people”" },
  { "claim.range", "'c'",
    "'start', 11, 'end', 27, 'quote', 'killed 11 people', 'prefix', '', 'suffix', '', 'block', 0",
    "11 people → killed 11 people" },
  { "claim.status", "'c'", "'status', 'disputed', 'reason', 'no source'",
    "pending → disputed: no source" },
  { "claim.status", "'c'", "'status', 'disputed', 'reason', 'no' || char (30) || 'one'",
    "disputed: no source → disputed: no\036one" },
  { "claim.status", "'c'", "'status', 'disputed', 'reason', 'no source'",
    "disputed: no\036one → disputed: no source" },
  { "claim.note", "'c'", "'note', 'asked'", "- → asked" },
  { "claim.correction", "'c'", "'correction', ''", "- → " },
  { "claim.correction", "'c'", "'correction', 'killed 12 people'", " → killed 12 people" },
  { "claim.category", "'c'", "'category', 'number'", "- → number" },
  { "claim.speaker", "'c'", "'speaker', 'Ana'", "- → Ana" },
  { "claim.sentence", "'c'", "'sentence', '11 died'", "- → 11 died" },
  { "claim.assignee", "'c'", "'assignee', 'Ben'", "- → Ben" },
  { "claim.priority", "'c'", "'priority', 'high'", "normal → high" },
  { "claim.starred", "'c'", "'starred', 1", "0 → 1" },
  { "claim.publishable", "'c'", "'publishable', 1", "0 → 1" },
  { "claim.delete", "'c'", "", "killed 11 people → -" },
  { "claim.restore", "'c'", "'quote', 'killed 11 people'", "- → killed 11 people" },
  { "claim.stray", "'k'",
    "'start', 90, 'end', 96, 'quote', 'Nobody', 'prefix', '', 'suffix', '', 'block', -1,"
    " 'status', 'pending', 'place', 'lost'",
    "- → pending “Nobody”" },
  { "source.add", "'s'", "'title', 'Registry'", "- → Registry" },
  { "source.change", "'s'",
    "'kind', 'unspecified', 'terms', 'on-record', 'title', 'Registry', 'address',"
    " 'https://example.org/'",
    "- → address: https://example.org/" },
  { "evidence.add", "'e'", "'claim', 'c', 'source', 's', 'stance', 'supports', 'consulted_at', 0",
    "- → Registry" },
  { "evidence.change", "'e'",
    "'stance', 'contradicts', 'secondary', 0, 'consulted_at', 0, 'locator', 'p. 3'",
    "Registry (stance: supports) → Registry (stance: contradicts, locator: p. 3)" },
  { "evidence.remove", "'e'", "", "Registry → -" },
  { "evidence.restore", "'e'", "", "- → Registry" },
  { "note.add", "'n'", "'claim', 'c', 'text', 'Called', 'author', 'Ana', 'written_at', 0",
    "- → Called" },
  { "note.text", "'n'", "'text', 'Called twice'", "Called → Called twice" },
  { "note.remove", "'n'", "", "Called twice → -" },
  { "note.restore", "'n'", "", "- → Called twice" },
  { "query.add", "'q'", "'claim', 'c', 'addressee', 'writer', 'question', 'Who?', 'due_at', 0",
    "- → Who?" },
  { "query.question", "'q'", "'addressee', 'editor', 'question', 'Who?', 'due_at', 0",
    "addressee: writer → addressee: editor" },
  { "query.question", "'q'", "'addressee', 'editor', 'question', 'When?', 'due_at', 0",
    "Who? → When?" },
  { "query.answer", "'q'", "'answer', 'Today', 'answered_at', 7", "- → Today" },
  { "query.decision", "'q'", "'decision', 'Keep it'", "- → Keep it" },
  { "query.remove", "'q'", "", "When? → -" },
  { "query.restore", "'q'", "", "- → When?" },
  { "dismissal.add", "'d'",
    "'start', 0, 'end', 3, 'quote', 'The', 'kind', 'opinion', 'draft', (SELECT draft FROM article)",
    "- → The" },
  { "dismissal.range", "'d'",
    "'start', 0, 'end', 10, 'quote', 'The strike', 'draft', (SELECT draft FROM article)",
    "The → The strike" },
  { "dismissal.remove", "'d'", "", "The strike → -" },
  { "dismissal.restore", "'d'", "'quote', 'The strike'", "- → The strike" },
  { "reading.add", "'r'",
    "'scope', 'all', 'size', 0, 'with_sources', 0, 'claims',"
    " json_array (json_object ('id', 'w', 'claim', 'c'))",
    "- → Ada (all)" },
  { "reading.verdict", "'w'", "'status', 'confirmed'", "- → confirmed" },
  { "reading.take", "'r'", "", "- → Ada (all)" },
  { "reading.end", "'r'", "", "open → ended" },
  { "reading.settle", "'w'", "", "- → disputed: no source" },
  { "reading.remove", "'r'", "", "Ada (all) → -" },
  { "reading.restore", "'r'", "", "- → Ada (all)" },
  { "session.add", "'m'",
    "'heading', 'Final', 'chair', 'Ana', 'names', json_array ('Ana', 'Ben'), 'sitting', 't',"
    " 'points', json_array (json_object ('key', 'c', 'topic', 'disputed', 'claim', 'c'),"
    " json_object ('key', 'x', 'topic', 'suggestion', 'text', 'h', 'start', 49, 'end', 65, 'quote',"
    " 'Nobody said why.'))",
    "- → Ana: Ana, Ben" },
  { "session.present", "'m'", "'chair', 'Ben', 'names', json_array ('Ben'), 'sitting', 't'",
    "Ana: Ana, Ben → Ben: Ben" },
  { "session.agenda", "'m'",
    "'sitting', 't', 'points', json_array (json_object ('key', 'x', 'topic', 'suggestion', 'text', "
    "'h',"
    " 'start', 49, 'end', 65, 'quote', 'Nobody said why.'),"
    " json_object ('key', 'c', 'topic', 'disputed', 'claim', 'c'))",
    "2, 1: killed 11 people → 2, 1: Nobody said why." },
  { "session.park", "'p'",
    "'session', 'm', 'key', 'c', 'parked', json ('true'), 'why', 'no phone', 'sitting', 't'",
    "open → parked: no phone" },
  { "session.park", "'p'", "'session', 'm', 'key', 'c', 'parked', json ('false'), 'sitting', 't'",
    "parked: no phone → open" },
  { "session.pause", "'m'", "'sitting', 't'", "open → paused" },
  { "session.resume", "'m'", "'sitting', 'u'", "paused → open" },
  { "session.decide", "'y'",
    "'session', 'm', 'key', 'c', 'claim', 'c', 'sitting', 'u', 'ruling', 'verdict', 'decider', "
    "'Ana',"
    " 'status', 'confirmed', 'reason', 'seen'",
    "disputed: no source → verdict · confirmed: seen “killed 11 people”" },
  { "session.recall", "'y'", "", "killed 11 people → -" },
  { "session.restore", "'y'", "'quote', 'killed 11 people'", "- → killed 11 people" },
  { "session.end", "'m'", "'sitting', 'u'", "open → ended" },
  { "article.sign", "'g'", "'role', 'editor', 'name', 'Ana', 'exception', 'The desk is closed'",
    "- → Ana (editor): The desk is closed" },
  { "article.reopen", "(SELECT id FROM article)", "'reason', 'a slip'", "- → a slip" },
  { "claim.place", "'c'", "'place', 'retired'",
    "disputed: no source “killed 11 people” → "
    "pending “killed 11 people”" },
  { "source.add", "'z'", "'title', 'Spare'", "- → Spare" },
  { "source.remove", "'z'", "", "Spare → -" },
  { "source.restore", "'z'", "'title', 'Spare'", "- → Spare" },
  { "article.remove", "(SELECT id FROM article)", "",
    "The strike killed 11 people. Officials disagree. → -" },
  { "article.restore", "(SELECT id FROM article)", "'title', 'Strike'", "- → Strike" },
};

/* The same for people, where a change has more parts than a text. */
static const struct
{
  const char *change;
  const char *words;
} tellings[] = {
  { "- → pending “11 people”", "Pending “11 people”" },
  { "pending → disputed: no source", "Pending → Disputed: no source" },
  { "disputed: no source → disputed: no\036one", "Disputed: no source → Disputed: no one" },
  { "- → ", "Strike these words" },
  { " → killed 12 people", "Strike these words → killed 12 people" },
  { "- → number", "Number" },
  { "normal → high", "Normal → High" },
  { "- → address: https://example.org/", "Address: https://example.org/" },
  { "Registry (stance: supports) → Registry (stance: contradicts, locator: p. 3)",
    "Registry (Stance: Supports) → Registry (Stance: Undermines; Locator: p. 3)" },
  { "addressee: writer → addressee: editor", "Asked of: Writer → Asked of: Editor" },
  { "Who? → When?", "Who? → When?" },
  { "- → Ada (all)", "Ada (All claims)" },
  { "- → confirmed", "Confirmed" },
  { "- → disputed: no source", "Disputed: no source" },
  { "Ada (all) → -", "Before: Ada (All claims)" },
  { "disputed: no source → verdict · confirmed: seen “killed 11 people”",
    "Disputed: no source → Confirmed: seen “killed 11 people”" },
  { "- → Ana: Ana, Ben", "Decides: Ana; Present: Ana, Ben" },
  { "Ana: Ana, Ben → Ben: Ben", "Decides: Ana; Present: Ana, Ben → Decides: Ben; Present: Ben" },
  { "- → Ana (editor): The desk is closed", "Ana (Editor): The desk is closed" },
};

typedef struct
{
  char *folder;
  char *path;
  GalleyDesk *desk;
  char *article;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = testing_make_folder ();
  f->path = g_build_filename (f->folder, "library.galleydb", NULL);
  f->desk = testing_open (f->path);
  f->article = testing_import (f->desk, TEXT);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->desk);
  testing_assert_sound (f->path);
  g_free (f->article);
  g_free (f->path);
  testing_remove_folder (f->folder);
}

static void
do_step (Fixture *f, guint i)
{
  g_autofree char *subject_sql = g_strconcat ("SELECT ", steps[i].subject, NULL);
  g_autofree char *body_sql = g_strdup_printf ("SELECT json_object (%s)", steps[i].body);
  g_autofree char *subject = testing_get_text (f->path, subject_sql);
  g_autofree char *body = testing_get_text (f->path, body_sql);
  gboolean is_of_library =
      g_str_has_prefix (steps[i].kind, "source.") || g_str_has_prefix (steps[i].kind, "library.");
  GalleyAction *action = galley_action_new ("x");

  galley_action_add (action, steps[i].kind, is_of_library ? NULL : f->article, subject, body);
  testing_perform (f->desk, action);
}

static GPtrArray *
list_history (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = galley_desk_list_history (f->desk, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return entries;
}

static char *
describe (GalleyHistoryEntry *entry)
{
  const GalleyHistoryFields *fields = galley_history_entry_get_fields (entry);

  return g_strdup_printf ("%s → %s", fields->old_value != NULL ? fields->old_value : "-",
                          fields->new_value != NULL ? fields->new_value : "-");
}

static void
assert_told (GalleyHistoryEntry *entry, const char *change, guint *n_told)
{
  g_autofree char *words =
      galley_history_words_describe_change (galley_history_entry_get_fields (entry));

  for (guint i = 0; i < G_N_ELEMENTS (tellings); i++)
    if (g_str_equal (tellings[i].change, change))
      {
        g_assert_cmpstr (words, ==, tellings[i].words);
        *n_told += 1;
      }
}

static void
test_every_kind (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  guint n_told = 0;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_test_message ("%s", steps[i].kind);
      do_step (f, i);
    }

  entries = list_history (f);
  g_assert_cmpuint (entries->len, ==, 1 + G_N_ELEMENTS (steps));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *change = describe (g_ptr_array_index (entries, i + 1));

      g_test_message ("%s", steps[i].kind);
      g_assert_cmpstr (change, ==, steps[i].change);
      assert_told (g_ptr_array_index (entries, i + 1), change, &n_told);
    }
  g_assert_cmpuint (n_told, >=, G_N_ELEMENTS (tellings));
}

/* What a second reader finds is nobody’s to know before the reading has ended. */
static void
test_blind (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  const GalleyHistoryFields *fields;
  guint n = 0;

  while (!g_str_equal (steps[n].kind, "reading.verdict"))
    do_step (f, n++);
  do_step (f, n);
  entries = list_history (f);
  fields = galley_history_entry_get_fields (g_ptr_array_index (entries, n + 1));

  g_assert_cmpstr (fields->kind, ==, "reading.verdict");
  g_assert_null (fields->old_value);
  g_assert_null (fields->new_value);
  g_assert_null (fields->old_parts);
  g_assert_null (fields->new_parts);
}

/* Another draft has a number: both may be called the same. */
static void
test_draft (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *change = NULL;

  redraft_perform (f->desk, f->article, "The strike killed 11 people. Officials disagree.");
  entries = list_history (f);
  change = describe (g_ptr_array_index (entries, 1));
  g_assert_cmpstr (change, ==,
                   "1: The strike killed 11 people. Officials disagree. → "
                   "2: The strike killed 11 people. Officials disagree.");
}

/* Nothing is left to say of what was destroyed. */
static void
test_purged (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps) && !g_str_equal (steps[i].kind, "article.sign"); i++)
    do_step (f, i);
  outcome = galley_desk_purge_article (f->desk, f->article, NULL, &error);
  g_assert_no_error (error);

  entries = list_history (f);
  for (guint i = 0; i < entries->len; i++)
    {
      const GalleyHistoryFields *fields =
          galley_history_entry_get_fields (g_ptr_array_index (entries, i));

      g_test_message ("%s", fields->kind);
      if (fields->article_id == NULL && !g_str_equal (fields->kind, "source.purge"))
        continue;
      g_assert_null (fields->old_value);
      g_assert_null (fields->new_value);
      g_assert_null (fields->old_parts);
      g_assert_null (fields->new_parts);
    }
}

/* A kind that is missing above fails the test. */
static void
test_no_kind_forgotten (void)
{
  static const char *const others[] = { "article.add", "article.draft", "article.purge",
                                        "source.purge", NULL };
  const GalleyKind *kind;

  for (guint i = 0; (kind = galley_kind_peek (i)) != NULL; i++)
    {
      gboolean is_listed = g_strv_contains (others, kind->name);

      for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
        is_listed = is_listed || g_str_equal (steps[j].kind, kind->name);
      g_test_message ("%s", kind->name);
      g_assert_true (is_listed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/history-kinds/every-kind", Fixture, NULL, set_up, test_every_kind, tear_down);
  g_test_add ("/history-kinds/blind", Fixture, NULL, set_up, test_blind, tear_down);
  g_test_add ("/history-kinds/draft", Fixture, NULL, set_up, test_draft, tear_down);
  g_test_add ("/history-kinds/purged", Fixture, NULL, set_up, test_purged, tear_down);
  g_test_add_func ("/history-kinds/no-kind-forgotten", test_no_kind_forgotten);

  return g_test_run ();
}
