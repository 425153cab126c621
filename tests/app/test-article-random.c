/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-window.h"
#include "window-oracle.h"

#include "galley-desk-private.h"
#include "galley-draft-dialog.h"
#include "galley-gate.h"
#include "galley-record-verbs.h"
#include "galley-report-maker.h"
#include "galley-sign-off-verbs.h"
#include "galley-verbs.h"
#include "galley-writers.h"

#include <string.h>

/* See random-work.h. Here the article itself goes through all that can become of it in a window:
 * drafts, the tray, annotations, sources, signatures, the archive, and the window's being closed
 * and opened again. */

#define N_STEPS 150

#define MAX_REFUSED 2 /* of the last work before the window is closed: that has to be rare */

typedef struct
{
  RandomWork work;
  char *articles[2];
  guint n_files;
  guint n_refused;    /* how often the last of somebody's work was */
  guint n_reports;    /* under way */
  guint n_made;       /* drafts and annotations that are about to be saved */
  GFile *annotations; /* (nullable) */
  char *unit_id;      /* (nullable) of a step that can be undone by what is said of it */
} Fixture;

static GalleyWindow *
get_window (Fixture *f)
{
  return f->work.window.window;
}

static guint
pick (Fixture *f, guint n)
{
  return random_work_pick (&f->work, n);
}

static void
saved_cb (Fixture *f, GalleyOutcome *outcome)
{
  if (outcome->unit_id == NULL || pick (f, 3) != 0)
    return;
  g_free (f->unit_id);
  f->unit_id = g_strdup (outcome->unit_id);
}

static void
listen (Fixture *f)
{
  g_signal_connect_swapped (get_window (f)->saver, "saved", G_CALLBACK (saved_cb), f);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  random_work_set_up (&f->work, data);
  f->articles[0] = g_strdup (get_window (f)->article_id);
  window_fixture_import (&f->work.window, "snow.txt",
                         "Snow in the Valley\n\nIt snowed for 3 days in March. The bridge was "
                         "closed on March 5. Nobody was hurt, the mayor said.\n");
  WAIT_UNTIL (g_strcmp0 (get_window (f)->article_id, f->articles[0]) != 0 &&
              get_window (f)->check != NULL);
  f->articles[1] = g_strdup (get_window (f)->article_id);
  listen (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  random_work_tear_down (&f->work, data);
  g_clear_object (&f->annotations);
  g_free (f->unit_id);
  for (guint i = 0; i < G_N_ELEMENTS (f->articles); i++)
    g_free (f->articles[i]);
}

/* A dialog of @type over the window, if there is one. */
static GtkWidget *
find_dialog (Fixture *f, GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (get_window (f)) &&
          g_type_is_a (G_OBJECT_TYPE (window), type))
        return GTK_WIDGET (window);
    }

  return NULL;
}

static void
gone_cb (gpointer user_data, GObject *where_it_was)
{
  Fixture *f = user_data;

  f->n_made--;
}

/* What is to be done is written down on a thread before it is saved. */
static void
making_cb (Fixture *f, GObject *made_of)
{
  f->n_made++;
  g_object_weak_ref (made_of, gone_cb, f);
}

/* Whoever imports a draft has seen what is to be kept in it. */
static void
note_kept_cb (Fixture *f, GalleyRedraft *redraft)
{
  GalleyText *text = galley_document_get_text (galley_redraft_get_new (redraft));

  for (guint i = 0; i < galley_redraft_get_n_claims (redraft); i++)
    {
      const GalleyRedraftClaim *claim = galley_redraft_peek (redraft, i);
      GalleyFormer *former = galley_claim_get_former (claim->claim);
      g_autofree char *slice = NULL, *words = NULL;

      if (claim->place != GALLEY_PLACE_KEPT)
        continue;
      slice = galley_text_slice (text, claim->range);
      words = window_oracle_collapse (slice);
      random_work_note_words (&f->work, words,
                              former != NULL ? former->status
                                             : galley_claim_get_status (claim->claim));
    }
}

static void
begin_draft (Fixture *f)
{
  g_autofree char *name = g_strdup_printf ("draft-%u.txt", ++f->n_files);
  g_autofree char *text = random_work_make_text (&f->work);
  g_autoptr (GFile) file = window_fixture_create_file (&f->work.window, name, text);
  GtkWidget *dialog;

  g_test_message ("draft dialog: “%s”", text);
  galley_window_import_draft (get_window (f), file);
  dialog = find_dialog (f, GALLEY_TYPE_DRAFT_DIALOG);
  if (dialog != NULL)
    {
      g_signal_connect_swapped (dialog, "import", G_CALLBACK (note_kept_cb), f);
      g_signal_connect_swapped (dialog, "import", G_CALLBACK (making_cb), f);
    }
}

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_named (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         gtk_widget_is_sensitive (widget) && fixture_find_by_label (widget, label) != NULL;
}

static void
press (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = fixture_find (dialog, is_named, label);

  g_test_message ("press “%s”%s", label, button != NULL ? "" : " (not there)");
  if (button != NULL)
    g_signal_emit_by_name (button, "clicked");
}

/* It is modal: nothing else is done in the window before it is closed. */
static void
go_on_with_draft (Fixture *f, GtkWidget *dialog)
{
  GtkWidget *list = fixture_find (dialog, is_list, NULL);
  GtkSelectionModel *rows = list != NULL ? gtk_list_view_get_model (GTK_LIST_VIEW (list)) : NULL;
  guint n = rows != NULL ? g_list_model_get_n_items (G_LIST_MODEL (rows)) : 0;

  if (n > 0)
    gtk_selection_model_select_item (rows, pick (f, n), TRUE);
  switch (pick (f, 8))
    {
    case 0:
    case 1:
      press (dialog, "Import Draft");
      break;
    case 2:
      g_test_message ("no draft");
      gtk_window_close (GTK_WINDOW (dialog));
      break;
    case 3:
      press (dialog, "Retire");
      break;
    case 4:
      press (dialog, "Check Again");
      break;
    default:
      press (dialog, "Keep Verdict");
    }
}

/* What is asked for in the tray, which shows what the window does. */
static void
work_in_tray (Fixture *f)
{
  static const char *const signals[] = { "relink", "relink", "put-back", "next-place", "retire" };
  GalleyWindow *window = get_window (f);
  const char *name = signals[pick (f, G_N_ELEMENTS (signals))];
  GalleyClaimList *tray = galley_check_get_tray (window->check);
  guint n = galley_claim_list_get_n_claims (tray);
  g_autofree char *id = NULL;

  if (window->tray == NULL && window_fixture_is_enabled (&f->work.window, "tray"))
    window_fixture_act (&f->work.window, "tray");
  if (window->tray == NULL || n == 0)
    return;
  if (pick (f, 2) == 0)
    galley_article_view_select (window->article_view,
                                random_work_pick_range (&f->work, window->check));
  id = g_strdup (galley_claim_get_id (galley_claim_list_peek (tray, pick (f, n))));
  g_test_message ("tray: %s %s", name, id);
  g_signal_emit_by_name (window->tray, name, id);
  if (pick (f, 4) == 0)
    gtk_window_close (GTK_WINDOW (window->tray));
}

static void
reported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *f = user_data;
  GError *error = NULL;
  g_autoptr (GalleyReport) report = galley_report_maker_make_finish (result, &error);
  g_autoptr (GString) text = NULL;
  g_autofree char *name = g_strdup_printf ("annotations-%u.jsonld", ++f->n_files);
  g_autoptr (GFile) file = NULL;

  g_assert_no_error (error);
  f->n_reports--;
  text = galley_annotations_write (report);
  file = window_fixture_create_file (&f->work.window, name, text->str);
  g_set_object (&f->annotations, file);
}

/* Exports what is shown, whatever is being saved meanwhile. */
static void export(Fixture *f)
{
  const GalleyReportOptions options = { .layout = GALLEY_LAYOUT_ANNOTATED };

  g_test_message ("export");
  f->n_reports++;
  galley_report_maker_make_async (get_window (f)->desk, get_window (f)->check, &options,
                                  /* session_id= */ NULL, /* cancellable= */ NULL, reported_cb, f);
}

/* What was decided on the very words is decided of them again. */
static void
annotate (Fixture *f)
{
  GalleyWindow *window = get_window (f);

  if (window->intake == NULL && f->annotations != NULL)
    {
      g_test_message ("annotations");
      galley_window_import_annotations (window, f->annotations);
      if (window->intake != NULL)
        g_signal_connect_swapped (window->intake, "import", G_CALLBACK (making_cb), f);
    }
  else if (window->intake != NULL)
    press (GTK_WIDGET (window->intake), pick (f, 3) == 0 ? "Leave Out" : "Make Claims");
}

static GalleyAction *
make_record (Fixture *f, const char *claim)
{
  const GalleyQueryFields query = { .addressee = GALLEY_ADDRESSEE_WRITER, .question = "Who?" };
  const GalleyCitation citation = {
    .source = { .kind = GALLEY_SOURCE_DOCUMENT,
                .texts = { [GALLEY_SOURCE_TITLE] = "Minutes of the council" } },
    .evidence = { .stance = GALLEY_STANCE_SUPPORTS, .passage = "page 3" },
  };
  const char *ids[] = { claim, NULL };

  switch (pick (f, 5))
    {
    case 0:
      return galley_verb_add_evidence (claim, &citation);
    case 1:
      return galley_verb_add_query (claim, &query);
    case 2:
      return galley_verb_add_note (claim, "Asked the mayor");
    case 3:
      return galley_verb_set_detail (ids, GALLEY_DETAIL_CATEGORY, "weather");
    default:
      return galley_verb_set_correction (claim, "It rained.");
    }
}

static void
record (Fixture *f)
{
  GalleyClaim *claim = random_work_pick_claim (&f->work, get_window (f)->check);
  g_autoptr (GalleyAction) action = NULL;

  if (claim == NULL)
    return;
  g_test_message ("record");
  action = make_record (f, galley_claim_get_id (claim));
  galley_window_perform (get_window (f), action, /* toast= */ NULL);
}

/* Signs what is there, or opens it again. */
static void
sign (Fixture *f)
{
  GalleyWindow *window = get_window (f);
  g_autoptr (GalleyAction) action = NULL;
  g_autoptr (GalleyGate) gate = NULL;

  if (galley_window_is_frozen (window))
    action = galley_verb_reopen (window->article_id, "New facts");
  else
    gate = galley_gate_load (window->desk, window->article_id, /* error= */ NULL);
  if (gate != NULL)
    action = galley_gate_make_action (gate, GALLEY_ROLE_EDITOR, "Ann", "The desk is closed", NULL);
  g_test_message ("%s", gate != NULL ? "sign" : "reopen");
  if (action != NULL)
    galley_saver_perform (window->saver, action, /* saved= */ NULL, NULL, NULL);
}

static void
go_elsewhere (Fixture *f)
{
  const char *id = f->articles[pick (f, G_N_ELEMENTS (f->articles))];

  if (pick (f, 2) == 0)
    {
      g_test_message ("archive, or not");
      g_action_group_activate_action (G_ACTION_GROUP (get_window (f)), "archive",
                                      g_variant_new_string (id));
      return;
    }
  g_test_message ("open %s", id);
  galley_window_open_article (get_window (f), id);
}

static void
settle (Fixture *f)
{
  WAIT_UNTIL (f->n_reports == 0 && f->n_made == 0);
  random_work_settle (&f->work);
}

/* Closes the window, whatever is being saved, and opens it again. What was typed is not lost, but
 * for what the window says that it cannot keep: then this returns FALSE. */
static gboolean
close_and_open (Fixture *f)
{
  gboolean is_kept = TRUE;
  GtkWidget *dialog;

  g_test_message ("close");
  WAIT_UNTIL (f->n_reports == 0);
  gtk_window_close (GTK_WINDOW (get_window (f)));
  for (guint i = 0; get_window (f) != NULL && i < 10000; i++)
    {
      dialog = find_dialog (f, ADW_TYPE_MESSAGE_DIALOG);
      if (dialog != NULL)
        {
          press (dialog, "Close and Discard");
          is_kept = FALSE;
        }
      if (get_window (f) != NULL)
        g_main_context_iteration (NULL, /* may_block= */ TRUE);
    }
  g_assert_null (get_window (f));
  g_test_message ("open");
  window_fixture_open (&f->work.window);
  WAIT_UNTIL (get_window (f)->check != NULL);
  listen (f);
  return is_kept;
}

/* What somebody does last, and types, is kept although they wait for nothing; unless a colleague
 * has changed the same at this moment, which they are told. */
static void
leave_at_once (Fixture *f)
{
  GalleyWindow *window = get_window (f);
  GalleyClaim *claim;
  GtkTextView *view;
  g_autofree char *id = NULL, *words = g_strdup_printf ("left behind %u ", ++f->n_files);
  g_autoptr (GalleyCheck) kept = NULL;
  g_autoptr (GPtrArray) selected = NULL;

  settle (f);
  WAIT_UNTIL (!window->desk->is_looking);
  selected = galley_window_list_selected (window);
  claim = random_work_pick_claim (&f->work, window->check);
  if (claim == NULL || selected != NULL || galley_window_is_frozen (window))
    return;
  id = g_strdup (galley_claim_get_id (claim));
  galley_window_focus_pane (window, "claims");
  galley_article_view_set_current_claim (window->article_view, claim);
  random_work_note (&f->work, window->check, galley_claim_get_range (claim),
                    GALLEY_STATUS_DISPUTED);
  random_work_act (&f->work, "dispute");
  WAIT_UNTIL ((view = following_fixture_find_text (window, "Note")) != NULL);
  g_test_message ("%s", words);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), words, -1);
  if (!close_and_open (f))
    {
      f->n_refused++;
      return;
    }

  kept = random_work_load (&f->work);
  claim = galley_claim_list_find (galley_check_get_claims (kept), id);
  g_assert_nonnull (claim);
  g_assert_cmpint (galley_claim_get_status (claim), ==, GALLEY_STATUS_DISPUTED);
  g_assert_nonnull (strstr (galley_claim_get_note (claim), g_strstrip (words)));
}

/* What was said of a step stays on the screen while other things are done. */
static void
undo_step (Fixture *f)
{
  if (f->unit_id == NULL)
    return;
  g_test_message ("undo %s", f->unit_id);
  g_action_group_activate_action (G_ACTION_GROUP (get_window (f)), "undo-unit",
                                  g_variant_new ("(ss)", get_window (f)->article_id, f->unit_id));
}

static void
act (Fixture *f)
{
  GtkWidget *dialog = find_dialog (f, GALLEY_TYPE_DRAFT_DIALOG);

  if (dialog != NULL)
    {
      go_on_with_draft (f, dialog);
      return;
    }
  switch (pick (f, 17))
    {
    case 9:
      undo_step (f);
      break;
    case 0:
      begin_draft (f);
      break;
    case 1:
    case 2:
      work_in_tray (f);
      break;
    case 3:
      export(f);
      break;
    case 4:
      annotate (f);
      break;
    case 5:
      record (f);
      break;
    case 6:
      sign (f);
      break;
    case 7:
      go_elsewhere (f);
      break;
    case 8:
      if (pick (f, 3) == 0)
        close_and_open (f);
      else
        leave_at_once (f);
      break;
    default:
      random_window_work (&f->work);
    }
}

static void
test_together (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      /* While an article is read there is nothing to work on. */
      if (get_window (f)->check == NULL)
        WAIT_UNTIL (get_window (f)->check != NULL);
      if (pick (f, 4) == 0)
        random_work_elsewhere (&f->work);
      else
        act (f);
      random_work_go_on (&f->work);
      if (pick (f, 6) == 0)
        settle (f);
    }
  galley_window_flush (get_window (f));
  settle (f);
  g_assert_cmpuint (f->n_refused, <=, MAX_REFUSED);
}

int
main (int argc, char **argv)
{
  setvbuf (stdout, NULL, _IOLBF, 0);
  fixture_init (&argc, &argv);

  g_test_add ("/article-random/together", Fixture, NULL, set_up, test_together, tear_down);

  return g_test_run ();
}
