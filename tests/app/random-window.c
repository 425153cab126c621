/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-window.h"

#include "galley-twins.h"
#include "galley-verbs.h"

/* What a verdict of the window is about, as it is shown now. */
static void
note_target (RandomWork *f, GalleyStatus status)
{
  GalleyWindow *window = f->window.window;
  g_autoptr (GPtrArray) selected = galley_claims_pane_list_selected (window->claims_pane);
  GalleyTarget target;

  for (guint i = 0; selected != NULL && selected->len > 1 && i < selected->len; i++)
    random_work_note (f, window->check, galley_claim_get_range (g_ptr_array_index (selected, i)),
                      status);
  if (galley_window_get_target (window, &target))
    random_work_note (f, window->check, target.range, status);
}

/* Gives what is chosen, or selected, any verdict. */
void
random_window_judge (RandomWork *f)
{
  static const char *const actions[GALLEY_N_STATUSES] = {
    [GALLEY_STATUS_PENDING] = "pending",
    [GALLEY_STATUS_CONFIRMED] = "confirm",
    [GALLEY_STATUS_DISPUTED] = "dispute",
  };
  GalleyStatus status = random_work_pick (f, GALLEY_N_STATUSES);

  if (window_fixture_is_enabled (&f->window, actions[status]))
    note_target (f, status);
  random_work_act (f, actions[status]);
}

/* What was decided of former words is decided of the present ones, too. */
static void
keep (RandomWork *f)
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
        random_work_note (f, window->check,
                          galley_claim_get_range (g_ptr_array_index (selected, i)), former->status);
    }
  random_work_act (f, "keep-verdict");
}

/* What says the same as the claim that is chosen gets its verdict, or gives it one; once what is on
 * its way to the disk is there. */
static void
repeat (RandomWork *f)
{
  GalleyWindow *window = f->window.window;
  /* The window may not know yet what repeats, and then waits until it does. */
  g_autoptr (GalleyTwins) all = galley_twins_new (window->check);
  GalleyClaim *claim = galley_window_get_claim (window);
  g_autoptr (GPtrArray) twins =
      claim != NULL ? galley_twins_list (all, window->check, claim) : NULL;
  g_autofree char *status =
      claim != NULL ? galley_saver_find_status (window->saver, galley_claim_get_id (claim)) : NULL;
  GalleyStatus known = claim != NULL ? galley_claim_get_status (claim) : 0;

  if (status != NULL)
    galley_status_from_nick (status, &known);
  for (guint i = 0; twins != NULL && i < twins->len; i++)
    {
      const GalleyTwin *twin = g_ptr_array_index (twins, i);

      if (known != GALLEY_STATUS_PENDING)
        random_work_note (f, window->check, twin->range, known);
      else if (twin->claim != NULL)
        random_work_note (f, window->check, galley_claim_get_range (claim),
                          galley_claim_get_status (twin->claim));
    }
  random_work_act (f, "repeat-verdict");
}

static void
point (RandomWork *f)
{
  GalleyWindow *window = f->window.window;
  GalleyClaim *claim = random_work_pick_claim (f, window->check);
  GalleyRange range = random_work_pick_range (f, window->check);

  galley_window_focus_pane (window, random_work_pick (f, 2) == 0 ? "article" : "claims");
  switch (random_work_pick (f, 3))
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
press (RandomWork *f)
{
  GalleyWindow *window = f->window.window;
  GalleyStatus status = random_work_pick (f, GALLEY_N_STATUSES);
  GtkWidget *button = fixture_find (GTK_WIDGET (window->claim_panel), is_status_button,
                                    galley_status_to_nick (status));
  GalleyClaim *claim = galley_claim_panel_get_claim (window->claim_panel);

  if (button == NULL || claim == NULL || !gtk_widget_is_sensitive (button))
    return;
  g_test_message ("press %s", galley_status_to_nick (status));
  random_work_note (f, window->check, galley_claim_get_range (claim), status);
  g_signal_emit_by_name (button, "clicked");
}

static void
type (RandomWork *f)
{
  static const char *const titles[] = { "Reason", "Note", "Correction" };
  const char *title = titles[random_work_pick (f, G_N_ELEMENTS (titles))];
  GtkTextView *view = following_fixture_find_text (f->window.window, title);

  if (view == NULL || !gtk_text_view_get_editable (view))
    return;
  g_test_message ("type into %s", title);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), "word ", -1);
  if (random_work_pick (f, 2) == 0)
    galley_window_flush (f->window.window);
}

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget);
}

static void
select_several (RandomWork *f)
{
  GtkWidget *list = fixture_find (GTK_WIDGET (f->window.window->claims_pane), is_list, NULL);
  GtkSelectionModel *model = list != NULL ? gtk_list_view_get_model (GTK_LIST_VIEW (list)) : NULL;
  guint n = model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;

  if (n < 2)
    return;
  g_test_message ("select several");
  galley_window_focus_pane (f->window.window, "claims");
  gtk_selection_model_select_range (model, random_work_pick (f, n - 1), 2,
                                    /* unselect_rest= */ TRUE);
  if (random_work_pick (f, 2) == 0)
    random_window_judge (f);
}

static void
act_otherwise (RandomWork *f)
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

  const char *name = others[random_work_pick (f, G_N_ELEMENTS (others))];

  if (!g_str_equal (name, "undo") || random_work_can_undo (f))
    random_work_act (f, name);
}

/* Gives a verdict where another program has just given one. */
static void
collide (RandomWork *f)
{
  GalleyWindow *window = f->window.window;
  GalleyClaim *claim = random_work_pick_claim (f, window->check);
  g_autofree char *id = NULL;

  if (claim == NULL)
    return;
  id = g_strdup (galley_claim_get_id (claim));
  galley_window_focus_pane (window, "article");
  galley_article_view_set_current_claim (window->article_view, claim);
  random_work_judge_elsewhere (f, id);
  if (random_work_pick (f, 5) != 0)
    random_window_judge (f);
  else
    random_work_act (f, "delete-claim");
  WAIT_UNTIL (window_fixture_is_saved (&f->window));
  random_work_go_on (f);
  random_work_try_again (f, GTK_WIDGET (window), "win.retry-save");
}

/* Does something in the window that belongs to checking. */
void
random_window_work (RandomWork *f)
{
  switch (random_work_pick (f, 13))
    {
    case 0:
      keep (f);
      break;
    case 1:
      point (f);
      break;
    case 2:
      point (f);
      random_window_judge (f);
      break;
    case 3:
      random_window_judge (f);
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
    case 7:
      repeat (f);
      break;
    case 9:
      collide (f);
      break;
    case 8:
      random_work_try_again (f, GTK_WIDGET (f->window.window), "win.retry-save");
      break;
    default:
      act_otherwise (f);
    }
}
