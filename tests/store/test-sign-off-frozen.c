/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-testing.h"
#include "sign-off-testing.h"

#include "galley-kinds.h"
#include "galley-sign-offs.h"

#define TEXT "The strike killed 11 people.\nOfficials disagree.\nNobody said why."
#define SENTENCE "This article is signed off. Reopen it to change it"

/* Every kind of event that there is, with something that it could change: words that are SQL give
 * its id. A kind that is missing here fails the test. */
static const struct
{
  const char *kind;
  const char *subject;
  const char *body;
} events[] = {
  { "article.add", "SELECT 'new'", NULL },
  { "article.remove", "SELECT id FROM article", "{}" },
  { "article.restore", "SELECT id FROM article", "{}" },
  { "article.archive", "SELECT id FROM article", "{\"archived\":true}" },
  { "article.draft", "SELECT id FROM article",
    "{\"draft\":\"d\",\"text\":\"\",\"structure\":\"\",\"original\":\"\"}" },
  { "article.purge", "SELECT id FROM article", "{}" },
  { "article.sign", "SELECT 's'", "{\"role\":\"legal\",\"name\":\"Zoë\"}" },
  { "article.reopen", "SELECT id FROM article", "{\"reason\":\"a slip\"}" },
  { "source.add", "SELECT 'new-source'", "{\"title\":\"Register\"}" },
  { "source.change", "SELECT id FROM source WHERE gone = 0", "{\"title\":\"Register\"}" },
  { "source.remove", "SELECT id FROM source WHERE title = 'Spare'", "{}" },
  { "source.restore", "SELECT id FROM source WHERE title = 'Gone'", "{}" },
  { "source.purge", "SELECT id FROM source WHERE title = 'Spare'", "{}" },
  { "library.setting", "SELECT 'confirmed.evidence'", "{\"value\":\"2\"}" },
  { "claim.add", "SELECT 'c'",
    "{\"start\":0,\"end\":3,\"quote\":\"The\",\"prefix\":\"\",\"suffix\":\"\",\"block\":0,"
    "\"status\":\"pending\"}" },
  { "claim.stray", "SELECT 'c'",
    "{\"start\":0,\"end\":3,\"quote\":\"Who\",\"prefix\":\"\",\"suffix\":\"\",\"block\":-1,"
    "\"status\":\"pending\",\"place\":\"lost\"}" },
  { "claim.delete", "SELECT id FROM claim WHERE gone = 0", "{}" },
  { "claim.restore", "SELECT id FROM claim WHERE gone = 1", "{}" },
  { "claim.range", "SELECT id FROM claim WHERE gone = 0",
    "{\"start\":0,\"end\":3,\"quote\":\"The\",\"prefix\":\"\",\"suffix\":\"\",\"block\":0}" },
  { "claim.place", "SELECT id FROM claim WHERE gone = 0", "{\"place\":\"retired\"}" },
  { "claim.status", "SELECT id FROM claim WHERE gone = 0", "{\"status\":\"disputed\"}" },
  { "claim.note", "SELECT id FROM claim WHERE gone = 0", "{\"note\":\"x\"}" },
  { "claim.correction", "SELECT id FROM claim WHERE gone = 0", "{\"correction\":\"x\"}" },
  { "claim.category", "SELECT id FROM claim WHERE gone = 0", "{\"category\":\"name\"}" },
  { "claim.speaker", "SELECT id FROM claim WHERE gone = 0", "{\"speaker\":\"x\"}" },
  { "claim.sentence", "SELECT id FROM claim WHERE gone = 0", "{\"sentence\":\"x\"}" },
  { "claim.assignee", "SELECT id FROM claim WHERE gone = 0", "{\"assignee\":\"x\"}" },
  { "claim.priority", "SELECT id FROM claim WHERE gone = 0", "{\"priority\":\"high\"}" },
  { "claim.starred", "SELECT id FROM claim WHERE gone = 0", "{\"starred\":1}" },
  { "claim.publishable", "SELECT id FROM claim WHERE gone = 0", "{\"publishable\":1}" },
  { "evidence.add", "SELECT 'e'", "claim and source" },
  { "evidence.change", "SELECT id FROM evidence WHERE gone = 0", "{\"stance\":\"supports\"}" },
  { "evidence.remove", "SELECT id FROM evidence WHERE gone = 0", "{}" },
  { "evidence.restore", "SELECT id FROM evidence WHERE gone = 1", "{}" },
  { "note.add", "SELECT 'n'", "claim and source" },
  { "note.text", "SELECT id FROM note WHERE gone = 0", "{\"text\":\"x\"}" },
  { "note.remove", "SELECT id FROM note WHERE gone = 0", "{}" },
  { "note.restore", "SELECT id FROM note WHERE gone = 1", "{}" },
  { "query.add", "SELECT 'q'", "claim and source" },
  { "query.question", "SELECT id FROM query WHERE gone = 0",
    "{\"addressee\":\"writer\",\"question\":\"x\"}" },
  { "query.answer", "SELECT id FROM query WHERE gone = 0", "{\"answer\":\"x\"}" },
  { "query.decision", "SELECT id FROM query WHERE gone = 0", "{\"decision\":\"x\"}" },
  { "query.remove", "SELECT id FROM query WHERE gone = 0", "{}" },
  { "query.restore", "SELECT id FROM query WHERE gone = 1", "{}" },
  { "dismissal.add", "SELECT 'd'",
    "{\"start\":0,\"end\":3,\"quote\":\"The\",\"kind\":\"opinion\"}" },
  { "dismissal.range", "SELECT id FROM dismissal WHERE gone = 0",
    "{\"start\":0,\"end\":3,\"quote\":\"The\"}" },
  { "dismissal.remove", "SELECT id FROM dismissal WHERE gone = 0", "{}" },
  { "dismissal.restore", "SELECT id FROM dismissal WHERE gone = 1", "{}" },
};

static void
remove_first (SignOffs *f, const char *kind, const char *sql)
{
  g_autofree char *id = testing_get_text (f->paths[0], sql);
  GalleyAction *action = galley_action_new ("x");

  galley_action_add (action, kind, NULL, id, "{}");
  testing_perform (f->desks[0], action);
}

/* Two of everything, of which one is taken out again. */
static void
fill (SignOffs *f)
{
  static const char *const words[] = { "11 people", "disagree" };
  static const char *const sentences[] = { "Nobody said", "why" };

  for (guint i = 0; i < 2; i++)
    {
      const char *claim = sign_offs_mark (f, 0, words[i], GALLEY_STATUS_CONFIRMED);
      GalleyCitation citation = { .source = { .texts = { [GALLEY_SOURCE_TITLE] = "Registry" } } };
      GalleySourceFields source = { .texts = { [GALLEY_SOURCE_TITLE] = i > 0 ? "Spare" : "Gone" } };
      GalleyQueryFields query = { .question = "Who says so?" };
      g_autoptr (GalleyCheck) check = galley_desk_load (f->desks[0], f->article, NULL, NULL);
      GalleyDocument *document = galley_check_get_document (check);
      const char *utf8 = galley_text_peek_utf8 (galley_document_get_text (document), NULL);
      guint start = strstr (utf8, sentences[i]) - utf8;

      claim = g_ptr_array_index (f->claims, 0);
      testing_perform (f->desks[0], galley_verb_add_evidence (claim, &citation));
      testing_perform (f->desks[0], galley_verb_add_source (&source, NULL));
      testing_perform (f->desks[0], galley_verb_add_note (claim, "Called them"));
      testing_perform (f->desks[0], galley_verb_add_query (claim, &query));
      testing_perform (f->desks[0],
                       galley_verb_dismiss (f->article, document,
                                            (GalleyRange){ start, start + strlen (sentences[i]) },
                                            GALLEY_DISMISSAL_OPINION));
    }
  remove_first (f, "evidence.remove", "SELECT id FROM evidence");
  remove_first (f, "note.remove", "SELECT id FROM note");
  remove_first (f, "query.remove", "SELECT id FROM query");
  remove_first (f, "dismissal.remove", "SELECT id FROM dismissal");
  remove_first (f, "source.remove", "SELECT id FROM source WHERE title = 'Gone'");
  remove_first (f, "claim.delete", "SELECT id FROM claim ORDER BY no DESC");
}

static char *
make_body (SignOffs *f, guint index)
{
  g_autofree char *source = testing_get_text (f->paths[0], "SELECT id FROM source WHERE gone = 0");

  if (!g_str_equal (events[index].body, "claim and source"))
    return g_strdup (events[index].body);
  return g_strdup_printf ("{\"claim\":\"%s\",\"source\":\"%s\",\"stance\":\"supports\","
                          "\"addressee\":\"writer\",\"question\":\"x\",\"text\":\"x\"}",
                          (char *) g_ptr_array_index (f->claims, 0), source);
}

static GalleyOutcome *
try_event (SignOffs *f, guint index, GError **error)
{
  g_autofree char *subject = testing_get_text (f->paths[0], events[index].subject);
  g_autofree char *body = make_body (f, index);
  GalleyAction *action = galley_action_new ("x");

  galley_action_add (action, events[index].kind, f->article, subject, body);
  return testing_try (f->desks[0], action, error);
}

/* Whatever there is to do about a signed article is refused in one sentence and leaves no trace;
 * what is not about it, or changes nothing that was signed, can be done. */
static void
test_every_kind (SignOffs *f, gconstpointer data)
{
  fill (f);
  sign_offs_sign (f, 0, GALLEY_ROLE_EDITOR, "Ana", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      const GalleyKind *kind = galley_kind_find (events[i].kind);
      gboolean is_logs = g_str_has_prefix (events[i].kind, "source.") ||
                         g_str_has_prefix (events[i].kind, "library.");
      g_autofree char *before = merge_dump (f->paths[0], /* with_blobs= */ TRUE);
      g_autofree char *after = NULL;
      g_autoptr (GalleyOutcome) outcome = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", events[i].kind);
      g_assert_nonnull (kind);
      if (events[i].body == NULL)
        continue;
      if (kind->while_signed || (is_logs && !g_str_equal (events[i].kind, "source.purge")))
        continue;

      outcome = try_event (f, i, &error);
      g_assert_null (outcome);
      g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_SIGNED);
      g_assert_cmpstr (error->message, ==, SENTENCE);
      after = merge_dump (f->paths[0], /* with_blobs= */ TRUE);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_what_can_be_done (SignOffs *f, gconstpointer data)
{
  guint n_done = 0;

  fill (f);
  sign_offs_sign (f, 0, GALLEY_ROLE_EDITOR, "Ana", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (GalleyOutcome) outcome = NULL;
      g_autoptr (GError) error = NULL;

      if (!galley_kind_find (events[i].kind)->while_signed &&
          (g_str_equal (events[i].kind, "source.purge") ||
           (!g_str_has_prefix (events[i].kind, "source.") &&
            !g_str_has_prefix (events[i].kind, "library."))))
        continue;
      /* It comes last in the other test's stead. */
      if (g_str_equal (events[i].kind, "article.reopen"))
        continue;
      outcome = try_event (f, i, &error);
      g_assert_no_error (error);
      n_done++;
    }
  g_assert_cmpuint (n_done, ==, 8);
  testing_perform (f->desks[0], galley_verb_reopen (f->article, "done"));
}

/* No kind is left out of the list above, and the one for SQL says what the kinds say. Sittings and
 * second readings, which are in no report on the article, have tests of their own. */
static void
test_no_kind_forgotten (void)
{
  const GalleyKind *kind;

  for (guint i = 0; (kind = galley_kind_peek (i)) != NULL; i++)
    {
      g_autofree char *quoted = g_strdup_printf ("'%s'", kind->name);
      gboolean is_listed =
          kind->touches == GALLEY_TOUCHES_SESSION || kind->touches == GALLEY_TOUCHES_READING;

      for (guint j = 0; j < G_N_ELEMENTS (events); j++)
        is_listed = is_listed || g_str_equal (events[j].kind, kind->name);
      g_test_message ("%s", kind->name);
      g_assert_true (is_listed);
      g_assert_cmpint (strstr (GALLEY_KINDS_WHILE_SIGNED, quoted) != NULL, ==, kind->while_signed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/frozen/every-kind", SignOffs, TEXT, sign_offs_set_up, test_every_kind,
              sign_offs_tear_down);
  g_test_add ("/frozen/what-can-be-done", SignOffs, TEXT, sign_offs_set_up, test_what_can_be_done,
              sign_offs_tear_down);
  g_test_add_func ("/frozen/no-kind-forgotten", test_no_kind_forgotten);

  return g_test_run ();
}
