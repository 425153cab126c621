/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "world.h"

#include <string.h>

/* What a claim’s record is until somebody writes it. */
void
world_set_record (World *w, const char *claim)
{
  static const char *const empty[] = { "category", "speaker", "sentence", "assignee" };

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    model_set (w->model, "claim", claim, empty[i], NULL);
  model_set (w->model, "claim", claim, "priority", "normal");
  model_set (w->model, "claim", claim, "starred", "0");
  model_set (w->model, "claim", claim, "publishable", "0");
}

/* Words of nothing but spaces are none. */
static const char *
nullify (const char *words)
{
  return words != NULL && words[strspn (words, " \t\n")] != '\0' ? words : NULL;
}

/* Notes that @field of all of @ids is @value after a step that had @outcome. */
static void
set_field (World *w, GalleyOutcome *outcome, GPtrArray *ids, const char *field, const char *value)
{
  model_begin (w->model, outcome->article_id);
  for (guint i = 0; i + 1 < ids->len; i++)
    model_set (w->model, "claim", g_ptr_array_index (ids, i), field, value);
  model_end (w->model, outcome->unit_id);
}

static void
do_detail (World *w)
{
  static const char *const names[GALLEY_N_DETAILS] = { "category", "speaker", "sentence",
                                                       "assignee" };
  gboolean is_possible;
  g_autoptr (GPtrArray) ids = world_pick_claims (w, &is_possible);
  GalleyDetail detail = g_test_rand_int_range (0, GALLEY_N_DETAILS);
  const char *words = world_pick_words ();
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (ids->len < 2)
    return;
  outcome = world_perform (
      w, galley_verb_set_detail ((const char *const *) ids->pdata, detail, words), is_possible);
  if (outcome != NULL)
    set_field (w, outcome, ids, names[detail], nullify (words));
}

static void
do_flag (World *w)
{
  gboolean is_possible;
  g_autoptr (GPtrArray) ids = world_pick_claims (w, &is_possible);
  const char *const *claims = (const char *const *) ids->pdata;
  gboolean is_star = g_test_rand_bit (), is_set = g_test_rand_bit ();
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (ids->len < 2)
    return;
  outcome = world_perform (w,
                           is_star ? galley_verb_set_starred (claims, is_set)
                                   : galley_verb_set_publishable (claims, is_set),
                           is_possible);
  if (outcome != NULL)
    set_field (w, outcome, ids, is_star ? "starred" : "publishable", is_set ? "1" : "0");
}

static void
do_priority (World *w)
{
  gboolean is_possible;
  g_autoptr (GPtrArray) ids = world_pick_claims (w, &is_possible);
  GalleyPriority priority = g_test_rand_int_range (0, GALLEY_N_PRIORITIES);
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (ids->len < 2)
    return;
  outcome = world_perform (w, galley_verb_set_priority ((const char *const *) ids->pdata, priority),
                           is_possible);
  if (outcome != NULL)
    set_field (w, outcome, ids, "priority", galley_priority_to_nick (priority));
}

static GalleySourceFields
pick_source (void)
{
  return (GalleySourceFields){
    .kind = g_test_rand_int_range (0, GALLEY_N_SOURCE_KINDS),
    .terms = g_test_rand_int_range (0, GALLEY_N_TERMS),
    .texts = { [GALLEY_SOURCE_TITLE] = g_test_rand_bit () ? "Log" : "Ministry \"M\"",
               [GALLEY_SOURCE_GROUP] = world_pick_words (),
               [GALLEY_SOURCE_ATTACHMENT_NAME] = world_pick_words () },
  };
}

static void
set_source (World *w, const char *id, const GalleySourceFields *fields)
{
  model_set (w->model, "source", id, "kind", galley_source_kind_to_nick (fields->kind));
  model_set (w->model, "source", id, "terms", galley_terms_to_nick (fields->terms));
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    model_set (w->model, "source", id, galley_source_text_to_nick (i), nullify (fields->texts[i]));
}

static void
add_source (World *w, const char *id, const GalleySourceFields *fields)
{
  model_set (w->model, "source", id, NULL, "1");
  set_source (w, id, fields);
  g_ptr_array_add (w->sources, g_strdup (id));
}

/* Enters one source in the log, or two in one step. */
static void
do_add_sources (World *w)
{
  guint n_sources = g_test_rand_int_range (1, 3);
  GalleySourceFields fields[2] = { pick_source (), pick_source () };
  GalleyAction *action = galley_verb_add_source (&fields[0], /* attachment= */ NULL);
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (n_sources > 1)
    {
      g_autoptr (GalleyAction) other = galley_verb_add_source (&fields[1], /* attachment= */ NULL);
      GalleyChange *change = g_ptr_array_index (other->changes, 0);

      galley_action_add (action, change->kind, NULL, change->subject_id, change->body);
    }

  outcome = world_perform (w, action, TRUE);
  g_assert_cmpuint (outcome->sources->len, ==, n_sources);
  model_begin (w->model, NULL);
  for (guint i = 0; i < n_sources; i++)
    add_source (w, ((GalleySource *) g_ptr_array_index (outcome->sources, i))->id, &fields[i]);
  model_end (w->model, outcome->unit_id);
}

static void
do_change_source (World *w)
{
  const char *id = world_pick (w->sources);
  GalleySourceFields fields = pick_source ();
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (id == NULL)
    return;
  outcome = world_perform (w, galley_verb_change_source (id, &fields, /* attachment= */ NULL),
                           model_has (w->model, "source", id));
  if (outcome == NULL)
    return;

  model_begin (w->model, NULL);
  set_source (w, id, &fields);
  model_end (w->model, outcome->unit_id);
}

static void
do_remove_source (World *w)
{
  const char *id = world_pick (w->sources);
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    return;
  outcome = testing_try (w->desk, galley_verb_remove_source (id), &error);
  if (model_is_used (w->model, id))
    g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT);
  else if (!model_has (w->model, "source", id))
    g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND);
  else
    g_assert_no_error (error);
  if (outcome == NULL)
    return;

  model_begin (w->model, NULL);
  model_set (w->model, "source", id, NULL, "0");
  model_end (w->model, outcome->unit_id);
}

static void
set_use (World *w, const char *id, const GalleyEvidenceFields *fields)
{
  g_autofree char *use =
      g_strdup_printf ("%s|%d", galley_stance_to_nick (fields->stance), fields->is_secondary);

  model_set (w->model, "evidence", id, "use", use);
  model_set (w->model, "evidence", id, "passage", nullify (fields->passage));
}

static GalleyEvidenceFields
pick_use (void)
{
  return (GalleyEvidenceFields){ .stance = g_test_rand_int_range (0, GALLEY_N_STANCES),
                                 .is_secondary = g_test_rand_bit (),
                                 .passage = world_pick_words () };
}

static void
do_add_evidence (World *w)
{
  const char *claim = world_pick (w->claims);
  GalleyCitation citation = { .source_id = g_test_rand_bit () ? world_pick (w->sources) : NULL,
                              .source = pick_source (),
                              .evidence = pick_use () };
  g_autoptr (GalleyOutcome) outcome = NULL;
  GalleyEvidence *added;
  GPtrArray *all;

  if (claim == NULL)
    return;
  outcome = world_perform (
      w, galley_verb_add_evidence (claim, &citation),
      model_has (w->model, "claim", claim) &&
          (citation.source_id == NULL || model_has (w->model, "source", citation.source_id)));
  if (outcome == NULL)
    return;

  all = galley_claim_get_evidence (g_ptr_array_index (outcome->claims, 0));
  added = g_ptr_array_index (all, all->len - 1);
  model_begin (w->model, outcome->article_id);
  if (citation.source_id == NULL)
    add_source (w, added->source->id, &citation.source);
  model_set (w->model, "evidence", added->id, NULL, "1");
  model_set (w->model, "evidence", added->id, "claim", claim);
  model_set (w->model, "evidence", added->id, "source", added->source->id);
  set_use (w, added->id, &citation.evidence);
  model_end (w->model, outcome->unit_id);
  g_ptr_array_add (w->evidence, g_strdup (added->id));
}

static void
do_change_evidence (World *w)
{
  const char *id = world_pick (w->evidence);
  GalleyEvidenceFields fields = pick_use ();
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (id == NULL)
    return;
  outcome = world_perform (w, galley_verb_change_evidence (id, &fields),
                           model_has (w->model, "evidence", id));
  if (outcome == NULL)
    return;

  model_begin (w->model, outcome->article_id);
  set_use (w, id, &fields);
  model_end (w->model, outcome->unit_id);
}

static void
do_add_note (World *w)
{
  const char *claim = world_pick (w->claims);
  const char *text = world_pick_words ();
  g_autoptr (GalleyOutcome) outcome = NULL;
  GPtrArray *notes;
  GalleyNote *note;

  if (claim == NULL || text == NULL)
    return;
  outcome =
      world_perform (w, galley_verb_add_note (claim, text), model_has (w->model, "claim", claim));
  if (outcome == NULL)
    return;

  notes = galley_claim_get_notes (g_ptr_array_index (outcome->claims, 0));
  note = g_ptr_array_index (notes, notes->len - 1);
  model_begin (w->model, outcome->article_id);
  model_set (w->model, "note", note->id, NULL, "1");
  model_set (w->model, "note", note->id, "claim", claim);
  model_set (w->model, "note", note->id, "text", text);
  model_set (w->model, "note", note->id, "author", w->actor);
  model_end (w->model, outcome->unit_id);
  g_ptr_array_add (w->notes, g_strdup (note->id));
}

static void
do_change_note (World *w)
{
  const char *id = world_pick (w->notes), *text = world_pick_words ();
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (id == NULL || text == NULL)
    return;
  outcome = world_perform (w, galley_verb_change_note (id, text), model_has (w->model, "note", id));
  if (outcome == NULL)
    return;

  model_begin (w->model, outcome->article_id);
  model_set (w->model, "note", id, "text", text);
  model_end (w->model, outcome->unit_id);
}

static void
set_question (World *w, const char *id, const GalleyQueryFields *fields)
{
  model_set (w->model, "query", id, "addressee", galley_addressee_to_nick (fields->addressee));
  model_set (w->model, "query", id, "question", fields->question);
}

static void
do_add_query (World *w)
{
  const char *claim = world_pick (w->claims), *id = world_pick (w->sources);
  GalleySourceFields source_fields = { .texts = { [GALLEY_SOURCE_TITLE] = "any" } };
  g_autoptr (GalleySource) source = id != NULL ? galley_source_new (id, &source_fields) : NULL;
  GalleyQueryFields fields = { .question = "Who says so?", .due_at = 5 };
  g_autoptr (GalleyOutcome) outcome = NULL;
  GPtrArray *queries;
  GalleyQuery *query;

  if (claim == NULL)
    return;
  fields.addressee =
      id != NULL ? GALLEY_ADDRESSEE_SOURCE : (GalleyAddressee) g_test_rand_int_range (0, 2);
  fields.source = source;
  outcome = world_perform (w, galley_verb_add_query (claim, &fields),
                           model_has (w->model, "claim", claim) &&
                               (id == NULL || model_has (w->model, "source", id)));
  if (outcome == NULL)
    return;

  queries = galley_claim_get_queries (g_ptr_array_index (outcome->claims, 0));
  query = g_ptr_array_index (queries, queries->len - 1);
  model_begin (w->model, outcome->article_id);
  model_set (w->model, "query", query->id, NULL, "1");
  model_set (w->model, "query", query->id, "claim", claim);
  if (id != NULL)
    model_set (w->model, "query", query->id, "source", id);
  set_question (w, query->id, &fields);
  model_set (w->model, "query", query->id, "answer", NULL);
  model_set (w->model, "query", query->id, "decision", NULL);
  model_end (w->model, outcome->unit_id);
  g_ptr_array_add (w->queries, g_strdup (query->id));
}

static void
do_answer (World *w)
{
  const char *id = world_pick (w->queries), *words = world_pick_words ();
  gboolean is_answer = g_test_rand_bit ();
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (id == NULL)
    return;
  outcome = world_perform (
      w, is_answer ? galley_verb_answer_query (id, words) : galley_verb_decide_query (id, words),
      model_has (w->model, "query", id));
  if (outcome == NULL)
    return;

  model_begin (w->model, outcome->article_id);
  model_set (w->model, "query", id, is_answer ? "answer" : "decision", nullify (words));
  model_end (w->model, outcome->unit_id);
}

/* Takes out something that is written under a claim. */
static void
do_remove_part (World *w)
{
  static const char *const kinds[] = { "evidence", "note", "query" };
  GPtrArray *ids[] = { w->evidence, w->notes, w->queries };
  guint kind = g_test_rand_int_range (0, G_N_ELEMENTS (kinds));
  const char *id = world_pick (ids[kind]);
  g_autoptr (GalleyOutcome) outcome = NULL;
  GalleyAction *action;

  if (id == NULL)
    return;
  action = kind == 0   ? galley_verb_remove_evidence (id)
           : kind == 1 ? galley_verb_remove_note (id)
                       : galley_verb_remove_query (id);
  outcome = world_perform (w, action, model_has (w->model, kinds[kind], id));
  if (outcome == NULL)
    return;

  model_begin (w->model, outcome->article_id);
  model_set (w->model, kinds[kind], id, NULL, "0");
  model_end (w->model, outcome->unit_id);
}

/* Writes down anything about claims or sources. */
void
world_do_record (World *w)
{
  static void (*const verbs[]) (World *) = {
    do_detail,        do_flag,         do_priority,     do_add_sources, do_change_source,
    do_remove_source, do_add_evidence, do_add_evidence, do_add_note,    do_change_evidence,
    do_change_note,   do_add_query,    do_answer,       do_remove_part,
  };

  verbs[g_test_rand_int_range (0, G_N_ELEMENTS (verbs))](w);
}
