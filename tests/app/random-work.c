/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-work.h"

#include "window-oracle.h"

#include "galley-import.h"
#include "galley-place-verbs.h"
#include "galley-record-verbs.h"
#include "galley-redraft.h"
#include "galley-seen.h"
#include "galley-sign-off-verbs.h"
#include "galley-verbs.h"

#include <string.h>

#define MAX_LENGTH 60 /* of what is selected, in characters */

static const char *const sentences[] = {
  "It rained for 3 days in May.",        "The river rose by 2 meters.",
  "Nobody was hurt, the mayor said.",    "The bridge was closed on May 5.",
  "Team Alpha found 11 people in town.", "Team Beta found 11 people in town.",
};

guint
random_work_pick (RandomWork *f, guint n)
{
  return g_rand_int_range (f->rand, 0, n);
}

/* Returns: (transfer full): an article, or another draft of it */
char *
random_work_make_text (RandomWork *f)
{
  GString *text = g_string_new ("Rain in the Valley\n");
  guint n = 3 + random_work_pick (f, 4), offset = random_work_pick (f, G_N_ELEMENTS (sentences));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) words = g_string_new (sentences[(offset + i) % G_N_ELEMENTS (sentences)]);

      if (random_work_pick (f, 6) == 0)
        g_string_replace (words, "was", "was not", 1);
      if (random_work_pick (f, 6) == 0)
        g_string_replace (words, "11", "12", 1);
      g_string_append_printf (text, "%s%s", random_work_pick (f, 2) == 0 ? " " : "\n\n",
                              words->str);
    }
  /* Something that is said twice. */
  if (random_work_pick (f, 3) == 0)
    g_string_append_printf (text, " %s", sentences[offset]);
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

void
random_work_set_up (RandomWork *f, gconstpointer data)
{
  g_autofree char *text = NULL, *path = NULL;
  GError *error = NULL;

  f->rand = g_rand_new_with_seed (g_test_rand_int ());
  f->decided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  text = random_work_make_text (f);
  window_fixture_set_up (&f->window, data);
  window_fixture_import (&f->window, "rain.txt", text);
  WAIT_UNTIL (window_fixture_shows (f->window.window->article_stack, "article"));
  path = window_fixture_get_path (&f->window, "test.galleydb");
  g_test_message ("library %s", path);
  f->other = galley_desk_open (path, "Ben", /* cancellable= */ NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_idle (RandomWork *f)
{
  GalleyWindow *window = f->window.window;

  /* A verdict that is to be repeated may still wait until it is known where. */
  return galley_saver_get_n_running (window->saver) == 0 && window->load == NULL &&
         window->repeated_id == NULL && galley_desk_get_n_unsaved (window->desk) == 0;
}

void
random_work_tear_down (RandomWork *f, gconstpointer data)
{
  /* What was typed about something that is gone cannot be saved, and nobody is there to be asked.
   */
  WAIT_UNTIL (is_idle (f));
  galley_saver_discard (f->window.window->saver);
  f->window.window->may_close = TRUE;
  g_assert_finalize_object (f->other);
  if (f->colleague != NULL)
    g_assert_finalize_object (f->colleague);
  window_fixture_tear_down (&f->window, data);
  g_hash_table_unref (f->decided);
  g_rand_free (f->rand);
}

static const char *
get_article (RandomWork *f)
{
  return f->window.window->article_id;
}

/* Lets the window do a little of what there is to be done, or nothing. */
void
random_work_go_on (RandomWork *f)
{
  for (guint n = random_work_pick (f, 4); n > 0; n--)
    g_main_context_iteration (NULL, /* may_block= */ FALSE);
}

GalleyCheck *
random_work_load_at (RandomWork *f, GalleyDesk *desk)
{
  GError *error = NULL;
  GalleyCheck *check = galley_desk_load (desk, get_article (f), NULL, &error);

  g_assert_no_error (error);
  return check;
}

GalleyCheck *
random_work_load (RandomWork *f)
{
  return random_work_load_at (f, f->other);
}

void
random_work_note_words (RandomWork *f, const char *words, GalleyStatus status)
{
  g_test_message ("  decided: %s of “%s”", galley_status_to_nick (status), words);
  g_hash_table_add (f->decided, g_strconcat (galley_status_to_nick (status), ": ", words, NULL));
}

void
random_work_note (RandomWork *f, GalleyCheck *check, GalleyRange range, GalleyStatus status)
{
  g_autofree char *words = window_oracle_get_words (check, range);

  random_work_note_words (f, words, status);
}

GalleyRange
random_work_pick_range (RandomWork *f, GalleyCheck *check)
{
  guint length =
      galley_text_get_length (galley_document_get_text (galley_check_get_document (check)));
  guint start = random_work_pick (f, length - 1),
        end = start + 1 + random_work_pick (f, MAX_LENGTH);

  return (GalleyRange){ start, MIN (end, length) };
}

GalleyClaim *
random_work_pick_claim (RandomWork *f, GalleyCheck *check)
{
  GalleyClaimList *claims = galley_check_get_claims (check);
  guint n = galley_claim_list_get_n_claims (claims);

  return n > 0 ? galley_claim_list_peek (claims, random_work_pick (f, n)) : NULL;
}

/* Whether there would still be an article afterwards, whatever is under way. */
gboolean
random_work_can_undo (RandomWork *f)
{
  g_autoptr (GalleyCheck) kept = NULL;

  WAIT_UNTIL (is_idle (f));
  kept = random_work_load (f);
  return g_strcmp0 (galley_check_get_undo_verb (kept), "import") != 0;
}

/* Activates an action of the window, if it can be. */
void
random_work_act (RandomWork *f, const char *name)
{
  gboolean is_enabled = window_fixture_is_enabled (&f->window, name);

  g_test_message ("%s%s", name, is_enabled ? "" : " (disabled)");
  if (is_enabled)
    g_action_group_activate_action (G_ACTION_GROUP (f->window.window), name, NULL);
}

static GalleyAction *
make_draft (RandomWork *f, GalleyCheck *check)
{
  g_autofree char *text = random_work_make_text (f);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GalleyDocument) document = galley_import_bytes (bytes, "rain.txt", NULL);
  g_autoptr (GalleyRedraft) redraft = galley_redraft_new (check, document, "new-draft");

  g_test_message ("other: draft “%s”", text);
  galley_redraft_compare (redraft);
  return galley_redraft_is_same (redraft) ? NULL : galley_redraft_make_action (redraft);
}

static GalleyAction *
make_mark (RandomWork *f, GalleyCheck *check)
{
  GalleyMark mark = { random_work_pick_range (f, check), random_work_pick (f, GALLEY_N_STATUSES),
                      NULL, NULL };

  g_test_message ("other: mark %u-%u", mark.range.start, mark.range.end);
  random_work_note (f, check, mark.range, mark.status);
  return galley_verb_mark (get_article (f), galley_check_get_document (check), &mark, 1);
}

static GalleyAction *
make_for_claim (RandomWork *f, GalleyCheck *check, GalleyClaim *claim)
{
  const char *ids[] = { galley_claim_get_id (claim), NULL };
  GalleyStatus status = random_work_pick (f, GALLEY_N_STATUSES);

  switch (random_work_pick (f, 4))
    {
    case 0:
      g_test_message ("other: move the claim at %u", galley_claim_get_range (claim).start);
      return galley_verb_move (claim, galley_check_get_document (check),
                               random_work_pick_range (f, check));
    case 1:
      g_test_message ("other: delete the claim at %u", galley_claim_get_range (claim).start);
      return galley_verb_delete_claims (ids);
    case 2:
      g_test_message ("other: note on the claim at %u", galley_claim_get_range (claim).start);
      return galley_verb_add_note (ids[0], "Asked the mayor");
    default:
      g_test_message ("other: verdict");
      random_work_note (f, check, galley_claim_get_range (claim), status);
      return galley_verb_set_status (ids, status,
                                     random_work_pick (f, 2) == 0 ? "no source" : NULL);
    }
}

/* A verdict that was given on other words may be said to stand for these. */
static GalleyAction *
make_for_tray (RandomWork *f, GalleyCheck *check)
{
  GalleyClaimList *tray = galley_check_get_tray (check);
  guint n = galley_claim_list_get_n_claims (tray);
  GalleyClaim *claim = n > 0 ? galley_claim_list_peek (tray, random_work_pick (f, n)) : NULL;
  GalleyFormer *former = claim != NULL ? galley_claim_get_former (claim) : NULL;
  GalleyRange range = random_work_pick_range (f, check);
  gboolean keeps = random_work_pick (f, 2) == 0;

  if (claim == NULL)
    return NULL;
  if (random_work_pick (f, 6) == 0)
    {
      g_test_message ("other: retire %s", galley_claim_get_id (claim));
      return galley_verb_retire ((const char *[]){ galley_claim_get_id (claim), NULL });
    }
  g_test_message ("other: relink %s%s", galley_claim_get_id (claim), keeps ? " with verdict" : "");
  if (keeps && former != NULL)
    random_work_note (f, check, range, former->status);
  return galley_verb_relink (galley_claim_get_id (claim), galley_check_get_document (check), range,
                             keeps);
}

static GalleyAction *
make_keep (RandomWork *f, GalleyCheck *check, GalleyClaim *claim)
{
  GalleyFormer *former = galley_claim_get_former (claim);

  if (former == NULL)
    return NULL;
  g_test_message ("other: keep the verdict of the claim at %u",
                  galley_claim_get_range (claim).start);
  random_work_note (f, check, galley_claim_get_range (claim), former->status);
  return galley_verb_keep_verdict ((const char *[]){ galley_claim_get_id (claim), NULL });
}

static GalleyAction *
make_other (RandomWork *f, GalleyCheck *check)
{
  GalleyClaim *claim = random_work_pick_claim (f, check);

  switch (random_work_pick (f, 10))
    {
    case 8:
      return make_for_tray (f, check);
    case 9:
      return claim != NULL ? make_keep (f, check, claim) : NULL;
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

/* Somebody at @desk does something, unless it is refused, as a change of what is signed is. */
void
random_work_at (RandomWork *f, GalleyDesk *desk)
{
  g_autoptr (GalleyCheck) check = random_work_load_at (f, desk);
  g_autoptr (GalleyAction) action = NULL;
  g_autoptr (GalleyOutcome) outcome = NULL;

  g_test_message ("%s:", galley_desk_get_actor (desk));
  if (random_work_pick (f, 6) == 0 && g_strcmp0 (galley_check_get_undo_verb (check), "import") != 0)
    {
      g_test_message ("other: undo");
      outcome = galley_desk_undo (desk, get_article (f), NULL, NULL, NULL);
      return;
    }

  action = make_other (f, check);
  if (action != NULL)
    galley_seen_expect (check, action, /* is_settled= */ TRUE);
  if (action != NULL)
    outcome = galley_desk_perform (desk, action, NULL, NULL);
}

/* What is under way in the window may be undoing something, too. */
void
random_work_elsewhere (RandomWork *f)
{
  if (galley_saver_is_going_back (f->window.window->saver))
    WAIT_UNTIL (is_idle (f));
  random_work_at (f, f->other);
}

/* The other program gives a verdict on a claim, as it is seen there, and maybe moves it then. */
void
random_work_judge_elsewhere (RandomWork *f, const char *claim_id)
{
  g_autoptr (GalleyCheck) check = random_work_load (f);
  GalleyClaim *claim = galley_claim_list_find (galley_check_get_claims (check), claim_id);
  const char *ids[] = { claim_id, NULL };
  GalleyStatus status = random_work_pick (f, GALLEY_N_STATUSES);
  const char *reason = random_work_pick (f, 2) == 0 ? "no source" : NULL;
  g_autoptr (GalleyAction) action = galley_verb_set_status (ids, status, reason);
  g_autoptr (GalleyOutcome) outcome = NULL, moved = NULL;

  if (claim == NULL)
    return;
  g_test_message ("other: verdict on the same");
  random_work_note (f, check, galley_claim_get_range (claim), status);
  galley_seen_expect (check, action, /* is_settled= */ TRUE);
  outcome = galley_desk_perform (f->other, action, NULL, NULL);
  if (random_work_pick (f, 6) == 0)
    {
      g_autoptr (GalleyAction) move = galley_verb_move (claim, galley_check_get_document (check),
                                                        random_work_pick_range (f, check));

      g_test_message ("other: move it");
      moved = galley_desk_perform (f->other, move, NULL, NULL);
    }
}

static void
assert_decided (RandomWork *f, GalleyCheck *kept)
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

/* The article as the window has to show it: a second reader sees what they found themselves. */
static GalleyCheck *
see (RandomWork *f, GalleyCheck *kept)
{
  GalleyReading *shown = galley_check_get_reading (f->window.window->check);
  GalleyReading *reading = shown != NULL ? galley_check_find_reading (kept, shown->id) : NULL;

  return reading != NULL ? galley_check_new_blind (kept, reading) : g_object_ref (kept);
}

/* Whoever is asked whether their verdict is to replace another one says so, or not, and while they
 * think about it more may be done elsewhere. */
static void
answer (RandomWork *f, GtkWidget *question)
{
  const char *label = random_work_pick (f, 4) == 0                          ? "Cancel"
                      : fixture_find_by_label (question, "Replace") != NULL ? "Replace"
                                                                            : "Delete";

  g_test_message ("  asked: %s", adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)));
  if (random_work_pick (f, 3) == 0)
    random_work_elsewhere (f);
  random_work_go_on (f);
  g_test_message ("  %s", label);
  window_fixture_press (question, label);
}

/* What was refused is given up, or tried again by @action of @window. */
void
random_work_try_again (RandomWork *f, GtkWidget *window, const char *action)
{
  GalleySaver *saver = f->window.window->saver;
  GtkWidget *question;

  if (galley_saver_get_n_failed (saver) == 0)
    return;
  if (random_work_pick (f, 4) == 0)
    {
      g_test_message ("discard %u", galley_saver_get_n_failed (saver));
      galley_saver_discard (saver);
      return;
    }

  g_test_message ("try again: %s", galley_saver_get_error_message (saver));
  gtk_widget_activate_action (window, action, NULL);
  question = fixture_find_over (window, ADW_TYPE_MESSAGE_DIALOG);
  if (question != NULL)
    answer (f, question);
}

/* Everything was tried; what was refused because of what the other one did is given up. */
void
random_work_settle (RandomWork *f)
{
  g_autoptr (GalleyCheck) kept = NULL, seen = NULL;
  g_autofree char *fault = NULL;
  gboolean is_late = FALSE;
  guint timeout_id;

  WAIT_UNTIL (is_idle (f));
  if (galley_saver_get_n_failed (f->window.window->saver) > 0)
    g_test_message ("given up: %s", galley_saver_get_error_message (f->window.window->saver));
  galley_saver_discard (f->window.window->saver);
  galley_desk_look (f->window.window->desk);
  kept = random_work_load (f);
  seen = see (f, kept);

  timeout_id = g_timeout_add_seconds (5, fixture_set_late_cb, &is_late);
  while ((fault = window_oracle_find_fault (f->window.window, seen)) != NULL && !is_late)
    {
      g_clear_pointer (&fault, g_free);
      g_main_context_iteration (NULL, /* may_block= */ TRUE);
    }
  if (is_late)
    g_error ("%s", fault);
  g_source_remove (timeout_id);
  assert_decided (f, kept);
}

/* The main function of a program that has no more than @test in it, at @path. */
int
random_work_main (int argc, char **argv, const char *path, RandomWorkTest test)
{
  /* What was done is told even if the program is ended for what comes of it. */
  setvbuf (stdout, NULL, _IOLBF, 0);
  fixture_init (&argc, &argv);

  g_test_add (path, RandomWork, NULL, random_work_set_up, test, random_work_tear_down);

  return g_test_run ();
}
