/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "world.h"

#define MAX_ARTICLES 5

static const char *const texts[] = {
  "The strike killed 11 people. 😀 Officials disagree.\r\nNobody said why.",
  "Pe\xcc\x81rez met Ramón in Ciudad Juárez.\n\nהם נפגשו ביום רביעי.\nMexico’s “no” stood.",
  "x",
};

/* What people write, and what would break a store that quotes carelessly. */
static const char *const words[] = {
  NULL,           "",          "no source",    "it's \"here\"; DROP TABLE claim;--",
  "\\u0041 \\\\", "a\nb\tc\r", "\x01\x1f\x7f", "😀 e\xcc\x81 \xe2\x80\xa8 \xef\xbf\xbf",
  "{\"to\":{}}",  "$.to",      "%s %n",
};

/* Opens the library again, as somebody. */
void
world_open (World *w)
{
  GError *error = NULL;

  w->actor = g_test_rand_bit () ? "Ada" : "Zoë \"Z\" O'Neil";
  w->desk = galley_desk_open (w->path, w->actor, NULL, &error);
  g_assert_no_error (error);
}

/* Closes the library with everything that is open in it. */
void
world_close (World *w)
{
  g_hash_table_remove_all (w->checks);
  g_assert_finalize_object (g_steal_pointer (&w->desk));
}

void
world_set_up (World *w, gconstpointer data)
{
  w->folder = testing_make_folder ();
  w->path = g_build_filename (w->folder, "library.galleydb", NULL);
  w->checks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  w->articles = g_ptr_array_new_with_free_func (g_free);
  w->claims = g_ptr_array_new_with_free_func (g_free);
  w->evidence = g_ptr_array_new_with_free_func (g_free);
  w->dismissals = g_ptr_array_new_with_free_func (g_free);
  w->sources = g_ptr_array_new_with_free_func (g_free);
  w->notes = g_ptr_array_new_with_free_func (g_free);
  w->queries = g_ptr_array_new_with_free_func (g_free);
  w->model = model_new ();
  world_open (w);
}

void
world_tear_down (World *w, gconstpointer data)
{
  world_close (w);
  g_hash_table_unref (w->checks);
  g_ptr_array_unref (w->articles);
  g_ptr_array_unref (w->claims);
  g_ptr_array_unref (w->evidence);
  g_ptr_array_unref (w->dismissals);
  g_ptr_array_unref (w->sources);
  g_ptr_array_unref (w->notes);
  g_ptr_array_unref (w->queries);
  model_free (w->model);
  g_free (w->path);
  testing_remove_folder (w->folder);
}

/* Any of what ever was, most often one of the last. */
const char *
world_pick (GPtrArray *ids)
{
  guint n_last = g_test_rand_bit () ? MIN (ids->len, 4) : ids->len;

  return ids->len > 0
             ? g_ptr_array_index (ids, ids->len - 1 - (guint) g_test_rand_int_range (0, n_last))
             : NULL;
}

const char *
world_pick_words (void)
{
  return words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
}

/* Returns: (transfer none) (nullable): a check of @article that is open all the time; %NULL if
 * there is no such article and never was one open */
GalleyCheck *
world_get_check (World *w, const char *article)
{
  GalleyCheck *check = g_hash_table_lookup (w->checks, article);
  GError *error = NULL;

  if (check != NULL)
    return check;

  check = galley_desk_load (w->desk, article, NULL, &error);
  if (!model_has (w->model, "article", article))
    {
      g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND);
      g_error_free (error);
      return NULL;
    }
  g_assert_no_error (error);
  g_hash_table_insert (w->checks, g_strdup (article), check);
  return check;
}

static GalleyRange
pick_range (GalleyCheck *check)
{
  guint length =
      galley_text_get_length (galley_document_get_text (galley_check_get_document (check)));
  guint start = g_test_rand_int_range (0, length);

  return (GalleyRange){ start, g_test_rand_int_range (start + 1, length + 1) };
}

/* Performs @action (transfer full). Returns: (transfer full) (nullable): the outcome, if it was
 * possible; if not, it has to fail in the way that says so. */
GalleyOutcome *
world_perform (World *w, GalleyAction *action, gboolean is_possible)
{
  g_autoptr (GError) error = NULL;
  GalleyOutcome *outcome = testing_try (w->desk, action, &error);

  if (is_possible)
    g_assert_no_error (error);
  else
    g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND);
  return outcome;
}

static void
set_range (World *w, const char *kind, const char *id, GalleyRange range)
{
  g_autofree char *text = g_strdup_printf ("%u-%u", range.start, range.end);

  model_set (w->model, kind, id, "range", text);
}

static void
set_verdict (World *w, const char *id, GalleyStatus status, const char *reason)
{
  g_autofree char *text = g_strdup_printf ("%s|%s|%s", galley_status_to_nick (status),
                                           reason != NULL ? reason : "-", w->actor);

  model_set (w->model, "claim", id, "verdict", text);
}

void
world_import (World *w)
{
  g_autoptr (GalleyDocument) document =
      testing_new_document (texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
  g_autoptr (GalleyOutcome) outcome = NULL;
  GError *error = NULL;

  outcome = galley_desk_import (w->desk, document, NULL, &error);
  g_assert_no_error (error);
  model_begin (w->model, outcome->article_id);
  model_set (w->model, "article", outcome->article_id, NULL, "1");
  model_set (w->model, "article", outcome->article_id, "archived", "0");
  model_end (w->model, outcome->unit_id);
  g_ptr_array_add (w->articles, g_strdup (outcome->article_id));
}

static void
do_mark (World *w)
{
  const char *article = world_pick (w->articles);
  GalleyCheck *check = article != NULL ? world_get_check (w, article) : NULL;
  guint n_marks = g_test_rand_int_range (1, 4);
  GalleyMark marks[3] = { 0 };
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (check == NULL)
    return;
  for (guint i = 0; i < n_marks; i++)
    marks[i] = (GalleyMark){ pick_range (check), g_test_rand_int_range (0, GALLEY_N_STATUSES),
                             world_pick_words (), world_pick_words () };
  outcome = world_perform (
      w, galley_verb_mark (article, galley_check_get_document (check), marks, n_marks),
      model_has (w->model, "article", article));
  if (outcome == NULL)
    return;

  g_assert_cmpuint (outcome->claims->len, ==, n_marks);
  model_begin (w->model, article);
  for (guint i = 0; i < n_marks; i++)
    {
      const char *id = galley_claim_get_id (g_ptr_array_index (outcome->claims, i));

      model_set (w->model, "claim", id, NULL, "1");
      model_set (w->model, "claim", id, "article", article);
      set_range (w, "claim", id, marks[i].range);
      set_verdict (w, id, marks[i].status, marks[i].reason);
      model_set (w->model, "claim", id, "note", marks[i].note);
      model_set (w->model, "claim", id, "correction", NULL);
      world_set_record (w, id);
      g_ptr_array_add (w->claims, g_strdup (id));
    }
  model_end (w->model, outcome->unit_id);
}

static void
do_move (World *w)
{
  const char *id = world_pick (w->claims);
  gboolean is_there = id != NULL && model_has (w->model, "claim", id);
  GalleyCheck *check =
      is_there ? world_get_check (w, model_get (w->model, "claim", id, "article")) : NULL;
  GalleyClaim *claim =
      check != NULL ? galley_claim_list_find (galley_check_get_claims (check), id) : NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;
  gboolean has_verdict;
  GalleyRange range;

  if (!is_there)
    return;

  range = pick_range (check);
  has_verdict = galley_claim_get_status (claim) != GALLEY_STATUS_PENDING;
  outcome =
      world_perform (w, galley_verb_move (claim, galley_check_get_document (check), range), TRUE);
  model_begin (w->model, outcome->article_id);
  set_range (w, "claim", id, range);
  if (has_verdict)
    set_verdict (w, id, GALLEY_STATUS_PENDING, NULL);
  model_end (w->model, outcome->unit_id);
}

/* Some claims of one article, perhaps the same one twice. */
GPtrArray *
world_pick_claims (World *w, gboolean *out_possible)
{
  GPtrArray *ids = g_ptr_array_new ();
  const char *first = world_pick (w->claims);
  const char *article = first != NULL ? model_get (w->model, "claim", first, "article") : NULL;

  *out_possible = first != NULL;
  for (guint i = 0; i < w->claims->len; i++)
    {
      const char *id = g_ptr_array_index (w->claims, i);

      if ((id != first && g_test_rand_int_range (0, 4) > 0) ||
          g_strcmp0 (model_get (w->model, "claim", id, "article"), article) != 0)
        continue;
      *out_possible = *out_possible && model_has (w->model, "claim", id);
      g_ptr_array_add (ids, (gpointer) id);
    }
  g_ptr_array_add (ids, NULL);

  return ids;
}

static void
do_status (World *w)
{
  gboolean is_possible;
  g_autoptr (GPtrArray) ids = world_pick_claims (w, &is_possible);
  GalleyStatus status = g_test_rand_int_range (0, GALLEY_N_STATUSES);
  const char *reason = world_pick_words ();
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (ids->len < 2)
    return;
  outcome = world_perform (
      w, galley_verb_set_status ((const char *const *) ids->pdata, status, reason), is_possible);
  if (outcome == NULL)
    return;

  model_begin (w->model, outcome->article_id);
  for (guint i = 0; i + 1 < ids->len; i++)
    set_verdict (w, g_ptr_array_index (ids, i), status, reason);
  model_end (w->model, outcome->unit_id);
}

static void
do_delete (World *w)
{
  gboolean is_possible;
  g_autoptr (GPtrArray) ids = world_pick_claims (w, &is_possible);
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (ids->len < 2)
    return;
  outcome =
      world_perform (w, galley_verb_delete_claims ((const char *const *) ids->pdata), is_possible);
  if (outcome == NULL)
    return;

  model_begin (w->model, outcome->article_id);
  for (guint i = 0; i + 1 < ids->len; i++)
    model_set (w->model, "claim", g_ptr_array_index (ids, i), NULL, "0");
  model_end (w->model, outcome->unit_id);
}

static void
do_write (World *w)
{
  const char *id = world_pick (w->claims);
  gboolean is_note = g_test_rand_bit ();
  const char *text = world_pick_words ();
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (id == NULL)
    return;
  outcome = world_perform (
      w, is_note ? galley_verb_set_note (id, text) : galley_verb_set_correction (id, text),
      model_has (w->model, "claim", id));
  if (outcome == NULL)
    return;

  model_begin (w->model, outcome->article_id);
  model_set (w->model, "claim", id, is_note ? "note" : "correction", text);
  model_end (w->model, outcome->unit_id);
}

static void
do_dismiss (World *w)
{
  const char *article = world_pick (w->articles);
  GalleyCheck *check = article != NULL ? world_get_check (w, article) : NULL;
  GalleyDismissalKind kind = g_test_rand_int_range (0, GALLEY_N_DISMISSAL_KINDS);
  g_autoptr (GalleyOutcome) outcome = NULL;
  GalleyDismissal *dismissal;
  GalleyRange range;

  if (check == NULL)
    return;
  range = pick_range (check);
  outcome = world_perform (
      w, galley_verb_dismiss (article, galley_check_get_document (check), range, kind),
      model_has (w->model, "article", article));
  if (outcome == NULL)
    return;

  dismissal = g_ptr_array_index (outcome->dismissals, 0);
  model_begin (w->model, article);
  model_set (w->model, "dismissal", dismissal->id, NULL, "1");
  model_set (w->model, "dismissal", dismissal->id, "article", article);
  set_range (w, "dismissal", dismissal->id, range);
  model_set (w->model, "dismissal", dismissal->id, "kind", galley_dismissal_kind_to_nick (kind));
  model_end (w->model, outcome->unit_id);
  g_ptr_array_add (w->dismissals, g_strdup (dismissal->id));
}

static void
do_restore_suggestion (World *w)
{
  const char *id = world_pick (w->dismissals);
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (id == NULL)
    return;
  outcome =
      world_perform (w, galley_verb_restore_suggestion (id), model_has (w->model, "dismissal", id));
  if (outcome == NULL)
    return;

  model_begin (w->model, outcome->article_id);
  model_set (w->model, "dismissal", id, NULL, "0");
  model_end (w->model, outcome->unit_id);
}

static void
do_put_away (World *w)
{
  const char *id = world_pick (w->articles);
  gboolean is_removal = g_test_rand_int_range (0, 3) == 0, archived = g_test_rand_bit ();
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (id == NULL)
    return;
  outcome = world_perform (
      w, is_removal ? galley_verb_remove_article (id) : galley_verb_archive (id, archived),
      model_has (w->model, "article", id));
  if (outcome == NULL)
    return;

  model_begin (w->model, id);
  if (is_removal)
    model_set (w->model, "article", id, NULL, "0");
  else
    model_set (w->model, "article", id, "archived", archived ? "1" : "0");
  model_end (w->model, outcome->unit_id);
}

/* Undoes (or redoes) the same in the library and in the model, and expects the same of both. */
gboolean
world_turn (World *w, gboolean is_undo, const char *article, const char *unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) outcome = is_undo
                                          ? galley_desk_undo (w->desk, article, unit, NULL, &error)
                                          : galley_desk_redo (w->desk, article, NULL, &error);
  int expected = is_undo ? model_undo (w->model, article, unit) : model_redo (w->model, article);

  if (expected == MODEL_SUCCEEDS)
    g_assert_no_error (error);
  else
    g_assert_error (error, GALLEY_STORE_ERROR, expected);
  return outcome != NULL;
}

static void
do_turn (World *w)
{
  const char *article = g_test_rand_bit () ? world_pick (w->articles) : NULL;
  g_autofree char *unit = g_test_rand_int_range (0, 4) == 0 ? model_pick_unit (w->model) : NULL;
  guint n_times = g_test_rand_int_range (1, 4);

  if (unit != NULL)
    world_turn (w, /* is_undo= */ TRUE, NULL, unit);
  for (guint i = 0; unit == NULL && i < n_times; i++)
    world_turn (w, g_test_rand_int_range (0, 5) < 3, article, NULL);
}

static void
do_purge (World *w)
{
  const char *id = world_pick (w->articles);
  g_autoptr (GalleyOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  gboolean was_known = id != NULL && model_get (w->model, "article", id, NULL) != NULL;

  if (id == NULL)
    return;
  outcome = galley_desk_purge_article (w->desk, id, NULL, &error);
  if (was_known)
    g_assert_no_error (error);
  else
    g_assert_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_NOT_FOUND);
  model_purge (w->model, id);
  g_hash_table_remove (w->checks, id);
}

/* Does any one thing, which may well be impossible. */
void
world_do_something (World *w, gboolean with_purges)
{
  static void (*const verbs[]) (World *) = {
    do_mark,
    do_mark,
    do_move,
    do_status,
    do_status,
    do_write,
    do_dismiss,
    do_put_away,
    do_delete,
    do_turn,
    do_write,
    do_turn,
    do_restore_suggestion,
    world_do_record,
    world_do_record,
    world_do_record,
    world_do_record,
    world_do_record,
    world_do_record,
  };

  if (w->articles->len < MAX_ARTICLES && g_test_rand_int_range (0, 20) == 0)
    world_import (w);
  else if (with_purges && g_test_rand_int_range (0, 100) == 0)
    do_purge (w);
  else
    verbs[g_test_rand_int_range (0, G_N_ELEMENTS (verbs))](w);
}
