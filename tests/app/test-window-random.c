/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "following-fixture.h"
#include "window-oracle.h"

#include "galley-import.h"
#include "galley-record-verbs.h"
#include "galley-redraft.h"
#include "galley-seen.h"
#include "galley-sign-off-verbs.h"
#include "galley-verbs.h"

#include <string.h>

/*
 * Somebody works in the window at random, while another program works on the same library, with new
 * drafts and signatures, and hardly ever waits for anything to be saved. Whenever both rest, the
 * window shows what the library keeps, and no verdict stands on words that nobody gave it to, in
 * the window as they were shown there at that moment.
 */

#define N_STEPS 150
#define MAX_LENGTH 60 /* of what is selected, in characters */

static const char *const sentences[] = {
  "It rained for 3 days in May.",        "The river rose by 2 meters.",
  "Nobody was hurt, the mayor said.",    "The bridge was closed on May 5.",
  "Team Alpha found 11 people in town.", "Team Beta found 11 people in town.",
};

typedef struct
{
  WindowFixture window;
  GalleyDesk *other;
  GRand *rand;
  GHashTable *decided; /* set of “status: words”, as somebody saw them who gave it */
} Fixture;

static guint
pick (Fixture *f, guint n)
{
  return g_rand_int_range (f->rand, 0, n);
}

static char *
make_text (Fixture *f)
{
  GString *text = g_string_new ("Rain in the Valley\n");
  guint n = 3 + pick (f, 4), offset = pick (f, G_N_ELEMENTS (sentences));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) words = g_string_new (sentences[(offset + i) % G_N_ELEMENTS (sentences)]);

      if (pick (f, 6) == 0)
        g_string_replace (words, "was", "was not", 1);
      if (pick (f, 6) == 0)
        g_string_replace (words, "11", "12", 1);
      g_string_append_printf (text, "%s%s", pick (f, 2) == 0 ? " " : "\n\n", words->str);
    }
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL, *path = NULL;
  GError *error = NULL;

  f->rand = g_rand_new_with_seed (g_test_rand_int ());
  f->decided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  text = make_text (f);
  window_fixture_set_up (&f->window, data);
  window_fixture_import (&f->window, "rain.txt", text);
  WAIT_UNTIL (window_fixture_shows (f->window.window->article_stack, "article"));
  path = window_fixture_get_path (&f->window, "test.galleydb");
  g_test_message ("library %s", path);
  f->other = galley_desk_open (path, "Ben", /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_idle (Fixture *f)
{
  GalleyWindow *window = f->window.window;

  return galley_saver_get_n_running (window->saver) == 0 && window->load == NULL &&
         galley_desk_get_n_unsaved (window->desk) == 0;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  /* What was typed about something that is gone cannot be saved, and nobody is there to be asked.
   */
  WAIT_UNTIL (is_idle (f));
  galley_saver_discard (f->window.window->saver);
  f->window.window->may_close = TRUE;
  g_assert_finalize_object (f->other);
  window_fixture_tear_down (&f->window, data);
  g_hash_table_unref (f->decided);
  g_rand_free (f->rand);
}

static const char *
get_article (Fixture *f)
{
  return f->window.window->article_id;
}

static GalleyCheck *
load (Fixture *f)
{
  GError *error = NULL;
  GalleyCheck *check = galley_desk_load (f->other, get_article (f), NULL, &error);

  g_assert_no_error (error);
  return check;
}

static void
note_decision (Fixture *f, GalleyCheck *check, GalleyRange range, GalleyStatus status)
{
  g_autofree char *words = window_oracle_get_words (check, range);

  g_test_message ("  decided: %s of “%s”", galley_status_to_nick (status), words);
  g_hash_table_add (f->decided, g_strconcat (galley_status_to_nick (status), ": ", words, NULL));
}

static GalleyRange
pick_range (Fixture *f, GalleyCheck *check)
{
  guint length =
      galley_text_get_length (galley_document_get_text (galley_check_get_document (check)));
  guint start = pick (f, length - 1), end = start + 1 + pick (f, MAX_LENGTH);

  return (GalleyRange){ start, MIN (end, length) };
}

static GalleyClaim *
pick_claim (Fixture *f, GalleyCheck *check)
{
  GalleyClaimList *claims = galley_check_get_claims (check);
  guint n = galley_claim_list_get_n_claims (claims);

  return n > 0 ? galley_claim_list_peek (claims, pick (f, n)) : NULL;
}

/* Whether there would still be an article afterwards, whatever is under way. */
static gboolean
can_undo (Fixture *f)
{
  g_autoptr (GalleyCheck) kept = NULL;

  WAIT_UNTIL (is_idle (f));
  kept = load (f);
  return g_strcmp0 (galley_check_get_undo_verb (kept), "import") != 0;
}

/* Activates an action of the window, if it can be. */
static void
act (Fixture *f, const char *name)
{
  gboolean is_enabled = window_fixture_is_enabled (&f->window, name);

  g_test_message ("%s%s", name, is_enabled ? "" : " (disabled)");
  if (is_enabled)
    g_action_group_activate_action (G_ACTION_GROUP (f->window.window), name, NULL);
}

/* What a verdict of the window is about, as it is shown now. */
static void
note_target (Fixture *f, GalleyStatus status)
{
  GalleyWindow *window = f->window.window;
  g_autoptr (GPtrArray) selected = galley_claims_pane_list_selected (window->claims_pane);
  GalleyTarget target;

  for (guint i = 0; selected != NULL && selected->len > 1 && i < selected->len; i++)
    note_decision (f, window->check, galley_claim_get_range (g_ptr_array_index (selected, i)),
                   status);
  if (galley_window_get_target (window, &target))
    note_decision (f, window->check, target.range, status);
}

static void
judge (Fixture *f)
{
  static const char *const actions[GALLEY_N_STATUSES] = {
    [GALLEY_STATUS_PENDING] = "pending",
    [GALLEY_STATUS_CONFIRMED] = "confirm",
    [GALLEY_STATUS_DISPUTED] = "dispute",
  };
  GalleyStatus status = pick (f, GALLEY_N_STATUSES);

  if (window_fixture_is_enabled (&f->window, actions[status]))
    note_target (f, status);
  act (f, actions[status]);
}

/* What was decided of former words is decided of the present ones, too. */
static void
keep (Fixture *f)
{
  GalleyWindow *window = f->window.window;
  g_autoptr (GPtrArray) selected = galley_claims_pane_list_selected (window->claims_pane);
  GalleyClaim *claim = galley_window_get_claim (window);

  if (selected == NULL)
    selected = g_ptr_array_new ();
  if (selected->len == 0 && claim != NULL)
    g_ptr_array_add (selected, claim);
  for (guint i = 0; i < selected->len; i++)
    {
      GalleyFormer *former = galley_claim_get_former (g_ptr_array_index (selected, i));

      if (former != NULL)
        note_decision (f, window->check, galley_claim_get_range (g_ptr_array_index (selected, i)),
                       former->status);
    }
  act (f, "keep-verdict");
}

static void
point (Fixture *f)
{
  GalleyWindow *window = f->window.window;
  GalleyClaim *claim = pick_claim (f, window->check);
  GalleyRange range = pick_range (f, window->check);

  galley_window_focus_pane (window, pick (f, 2) == 0 ? "article" : "claims");
  switch (pick (f, 3))
    {
    case 0:
      g_test_message ("caret at %u", range.start);
      galley_article_view_set_caret (window->article_view, range.start);
      break;
    case 1:
      g_test_message ("select %u-%u", range.start, range.end);
      galley_article_view_select (window->article_view, range);
      break;
    default:
      g_test_message ("choose the claim at %u",
                      claim != NULL ? galley_claim_get_range (claim).start : G_MAXUINT);
      galley_article_view_set_current_claim (window->article_view, claim);
    }
}

static gboolean
is_status_button (GtkWidget *widget, gconstpointer nick)
{
  GtkActionable *actionable = GTK_IS_ACTIONABLE (widget) ? GTK_ACTIONABLE (widget) : NULL;

  return actionable != NULL && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (actionable), "claim.status") == 0 &&
         g_str_equal (
             g_variant_get_string (gtk_actionable_get_action_target_value (actionable), NULL),
             nick);
}

/* In the panel. */
static void
press (Fixture *f)
{
  GalleyWindow *window = f->window.window;
  GalleyStatus status = pick (f, GALLEY_N_STATUSES);
  GtkWidget *button = fixture_find (GTK_WIDGET (window->claim_panel), is_status_button,
                                    galley_status_to_nick (status));
  GalleyClaim *claim = galley_claim_panel_get_claim (window->claim_panel);

  if (button == NULL || claim == NULL || !gtk_widget_is_sensitive (button))
    return;
  g_test_message ("press %s", galley_status_to_nick (status));
  note_decision (f, window->check, galley_claim_get_range (claim), status);
  g_signal_emit_by_name (button, "clicked");
}

static void
type (Fixture *f)
{
  static const char *const titles[] = { "Reason", "Note", "Correction" };
  const char *title = titles[pick (f, G_N_ELEMENTS (titles))];
  GtkTextView *view = following_fixture_find_text (f->window.window, title);

  if (view == NULL || !gtk_text_view_get_editable (view))
    return;
  g_test_message ("type into %s", title);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), "word ", -1);
  if (pick (f, 2) == 0)
    galley_window_flush (f->window.window);
}

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget);
}

static void
select_several (Fixture *f)
{
  GtkWidget *list = fixture_find (GTK_WIDGET (f->window.window->claims_pane), is_list, NULL);
  GtkSelectionModel *model = list != NULL ? gtk_list_view_get_model (GTK_LIST_VIEW (list)) : NULL;
  guint n = model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;

  if (n < 2)
    return;
  g_test_message ("select several");
  galley_window_focus_pane (f->window.window, "claims");
  gtk_selection_model_select_range (model, pick (f, n - 1), 2, /* unselect_rest= */ TRUE);
  if (pick (f, 2) == 0)
    judge (f);
}

static void
act_otherwise (Fixture *f)
{
  static const char *const others[] = {
    "undo",
    "undo",
    "redo",
    "delete-claim",
    "extend-end",
    "shrink-end",
    "extend-start",
    "shrink-start",
    "fit-claim",
    "mark",
    "mark-all",
    "dismiss-opinion",
    "dismiss-not-checkable",
    "star",
    "high-priority",
    "next-open",
    "previous-open",
    "show-uncovered",
  };

  const char *name = others[pick (f, G_N_ELEMENTS (others))];

  if (!g_str_equal (name, "undo") || can_undo (f))
    act (f, name);
}

static void
work_in_window (Fixture *f)
{
  switch (pick (f, 10))
    {
    case 0:
      keep (f);
      break;
    case 1:
      point (f);
      break;
    case 2:
      point (f);
      judge (f);
      break;
    case 3:
      judge (f);
      break;
    case 4:
      press (f);
      break;
    case 5:
      type (f);
      break;
    case 6:
      select_several (f);
      break;
    default:
      act_otherwise (f);
    }
}

static GalleyAction *
make_draft (Fixture *f, GalleyCheck *check)
{
  g_autofree char *text = make_text (f);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "rain.txt", NULL);
  g_autoptr (GalleyRedraft) redraft = galley_redraft_new (check, document, "new-draft");

  g_test_message ("other: draft “%s”", text);
  galley_redraft_compare (redraft);
  return galley_redraft_is_same (redraft) ? NULL : galley_redraft_make_action (redraft);
}

static GalleyAction *
make_mark (Fixture *f, GalleyCheck *check)
{
  GalleyMark mark = { pick_range (f, check), pick (f, GALLEY_N_STATUSES), NULL, NULL };

  g_test_message ("other: mark %u-%u", mark.range.start, mark.range.end);
  note_decision (f, check, mark.range, mark.status);
  return galley_verb_mark (get_article (f), galley_check_get_document (check), &mark, 1);
}

static GalleyAction *
make_for_claim (Fixture *f, GalleyCheck *check, GalleyClaim *claim)
{
  const char *ids[] = { galley_claim_get_id (claim), NULL };
  GalleyStatus status = pick (f, GALLEY_N_STATUSES);

  switch (pick (f, 4))
    {
    case 0:
      g_test_message ("other: move the claim at %u", galley_claim_get_range (claim).start);
      return galley_verb_move (claim, galley_check_get_document (check), pick_range (f, check));
    case 1:
      g_test_message ("other: delete the claim at %u", galley_claim_get_range (claim).start);
      return galley_verb_delete_claims (ids);
    case 2:
      g_test_message ("other: note on the claim at %u", galley_claim_get_range (claim).start);
      return galley_verb_add_note (ids[0], "Asked the mayor");
    default:
      g_test_message ("other: verdict");
      note_decision (f, check, galley_claim_get_range (claim), status);
      return galley_verb_set_status (ids, status, pick (f, 2) == 0 ? "no source" : NULL);
    }
}

static GalleyAction *
make_other (Fixture *f, GalleyCheck *check)
{
  GalleyClaim *claim = pick_claim (f, check);

  switch (pick (f, 8))
    {
    case 0:
      return make_draft (f, check);
    case 1:
      return make_mark (f, check);
    case 2:
      g_test_message ("other: sign");
      return galley_verb_sign_off (get_article (f), 0, "Ben", "all of it", NULL);
    case 3:
    case 4:
      g_test_message ("other: reopen");
      return galley_verb_reopen (get_article (f), "too early");
    default:
      return claim != NULL ? make_for_claim (f, check, claim) : NULL;
    }
}

/* What is refused, such as a change of what is signed, is none. */
static void
work_elsewhere (Fixture *f)
{
  g_autoptr (GalleyCheck) check = load (f);
  g_autoptr (GalleyAction) action = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  if (pick (f, 6) == 0 && can_undo (f))
    {
      g_test_message ("other: undo");
      outcome = galley_desk_undo (f->other, get_article (f), NULL, NULL, NULL);
      return;
    }

  action = make_other (f, check);
  if (action != NULL)
    galley_seen_expect (check, action, /* is_settled= */ TRUE);
  if (action != NULL)
    outcome = galley_desk_perform (f->other, action, NULL, NULL);
}

static void
assert_decided (Fixture *f, GalleyCheck *kept)
{
  GalleyClaimList *claims = galley_check_get_claims (kept);

  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      GalleyStatus status = galley_claim_get_status (claim);
      g_autofree char *words = window_oracle_get_words (kept, galley_claim_get_range (claim));
      g_autofree char *key = g_strconcat (galley_status_to_nick (status), ": ", words, NULL);

      if (status != GALLEY_STATUS_PENDING && !g_hash_table_contains (f->decided, key))
        g_error ("nobody decided “%s”", key);
    }
}

/* Everything was tried; what was refused because of what the other one did is given up. */
static void
settle (Fixture *f)
{
  g_autoptr (GalleyCheck) kept = NULL;
  g_autofree char *fault = NULL;
  gboolean is_late = FALSE;
  guint timeout_id;

  WAIT_UNTIL (is_idle (f));
  if (galley_saver_get_n_failed (f->window.window->saver) > 0)
    g_test_message ("given up: %s", galley_saver_get_error_message (f->window.window->saver));
  galley_saver_discard (f->window.window->saver);
  galley_desk_look (f->window.window->desk);
  kept = load (f);

  timeout_id = g_timeout_add_seconds (5, fixture_set_late_cb, &is_late);
  while ((fault = window_oracle_find_fault (f->window.window, kept)) != NULL && !is_late)
    {
      g_clear_pointer (&fault, g_free);
      g_main_context_iteration (NULL, /* may_block= */ TRUE);
    }
  if (is_late)
    g_error ("%s", fault);
  g_source_remove (timeout_id);
  assert_decided (f, kept);
}

static void
test_together (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      if (pick (f, 4) == 0)
        work_elsewhere (f);
      else
        work_in_window (f);
      for (guint n = pick (f, 4); n > 0; n--)
        g_main_context_iteration (NULL, /* may_block= */ FALSE);
      if (pick (f, 6) == 0)
        settle (f);
    }
  galley_window_flush (f->window.window);
  settle (f);
}

int
main (int argc, char **argv)
{
  /* What was done is told even if the program is ended for what comes of it. */
  setvbuf (stdout, NULL, _IOLBF, 0);
  fixture_init (&argc, &argv);

  g_test_add ("/window-random/together", Fixture, NULL, set_up, test_together, tear_down);

  return g_test_run ();
}
