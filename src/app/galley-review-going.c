/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-review-window-private.h"

#include "galley-dialogs.h"
#include "galley-export-dialog.h"
#include "galley-session-dialog.h"

#include <glib/gi18n.h>

/* Going through the agenda of a review session, changing its order, and ending it. */

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);

  self->is_finished = !galley_review_go_next (self->review);
  galley_review_window_show (self);
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);

  if (!self->is_finished)
    galley_review_go_back (self->review);
  self->is_finished = FALSE;
  galley_review_window_show (self);
}

static void
show_agenda_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);

  if (galley_review_agenda_has_focus (self->agenda))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->stage));
      return;
    }
  gtk_toggle_button_set_active (self->agenda_button, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->agenda), GTK_DIR_TAB_FORWARD);
}

/* The point whose row is selected while somebody is in the list; else the one that is shown. */
static GalleyReviewPoint *
get_meant (GalleyReviewWindow *self)
{
  if (galley_review_agenda_has_focus (self->agenda))
    return galley_review_agenda_get_selected (self->agenda);
  return galley_review_get_current (self->review);
}

/**
 * galley_review_window_move:
 * @point: a point
 * @to: where it is to stand; the number of points to take it off the agenda
 *
 * Changes the order of the agenda.
 */
void
galley_review_window_move (GalleyReviewWindow *self, GalleyReviewPoint *point, guint to)
{
  g_autoptr (GPtrArray) points = galley_review_list_moved (self->review, point, to);
  g_autoptr (GalleyAction) action = NULL;

  if (points == NULL || galley_review_window_is_saving (self))
    return;
  g_clear_object (&self->moved);
  if (galley_review_agenda_has_focus (self->agenda) &&
      galley_review_find (self->review, point, &self->moved_from))
    {
      self->moved = g_object_ref (point);
      self->moved_to = to;
    }
  action = galley_verb_order_agenda (galley_review_get_session (self->review), points);
  galley_review_window_perform (self, action);
}

/**
 * galley_review_window_restore_row:
 *
 * In another order the list has other rows, of which none has the focus. Whoever moved a point with
 * keys goes on with it, or with the one that took its place.
 */
void
galley_review_window_restore_row (GalleyReviewWindow *self)
{
  guint position;
  gboolean is_there =
      self->moved != NULL && galley_review_find (self->review, self->moved, &position);

  if (self->moved == NULL || is_there != (self->moved_to != G_MAXUINT) ||
      (is_there && position != self->moved_to))
    return;

  galley_review_agenda_focus_row (self->agenda, is_there ? position : self->moved_from);
  g_clear_object (&self->moved);
}

static void
move_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);
  guint n_points = g_list_model_get_n_items (galley_review_get_points (self->review));
  GalleyReviewPoint *point = get_meant (self);
  gboolean is_down = g_str_equal (action_name, "session.move-down");
  guint position;

  if (point == NULL || !galley_review_find (self->review, point, &position) ||
      (is_down ? position + 1 >= n_points : position == 0))
    return;
  galley_review_window_move (self, point, is_down ? position + 1 : position - 1);
}

static void
drop_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);
  GalleyReviewPoint *point = get_meant (self);

  if (point != NULL)
    galley_review_window_move (self, point, G_MAXUINT);
}

static void
people_chosen_cb (GalleyReviewWindow *self, const char *chair, GStrv present)
{
  g_autoptr (GalleyAction) action = galley_verb_change_present (
      galley_review_get_session (self->review), chair, (const char *const *) present);

  g_free (self->decider);
  self->decider = g_strdup (chair);
  galley_review_window_perform (self, action);
}

static void
people_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);
  GalleySessionDialog *dialog = galley_session_dialog_new (
      GTK_WINDOW (self), self->desk, /* check= */ NULL, galley_review_get_session (self->review));

  g_signal_connect_object (dialog, "people", G_CALLBACK (people_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
end_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyReviewWindow) self = user_data;
  g_autoptr (GalleyAction) action = NULL;

  if (galley_dialogs_ask_finish (result) != GALLEY_ANSWER_ACCEPT)
    return;
  action = galley_verb_end_session (galley_review_get_session (self->review));
  galley_review_window_perform (self, action);
}

static void
end_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);
  GalleyReviewProgress progress;
  g_autofree char *body = NULL;
  guint n_open;

  galley_review_get_progress (self->review, &progress);
  n_open = progress.n_left + progress.n_parked;
  body = n_open == 0
             ? g_strdup (_ ("Every point of the agenda was decided. The session cannot be "
                            "continued once it has ended."))
             : g_strdup_printf (ngettext ("%u point is still open and stays so. The session "
                                          "cannot be continued once it has ended.",
                                          "%u points are still open and stay so. The session "
                                          "cannot be continued once it has ended.",
                                          n_open),
                                n_open);
  galley_dialogs_ask (GTK_WINDOW (self),
                      &(GalleyQuestion){ .heading = _ ("End the Review Session?"),
                                         .body = body,
                                         .cancel = _ ("_Cancel"),
                                         .accept = _ ("_End") },
                      self->cancellable, end_answered_cb, g_object_ref (self));
}

static void
minutes_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);
  GtkWindow *dialog = galley_export_dialog_new (GTK_WINDOW (self), self->desk,
                                                galley_review_get_check (self->review));

  galley_export_dialog_choose_minutes (GALLEY_EXPORT_DIALOG (dialog),
                                       galley_review_get_session (self->review)->id);
  gtk_window_present (dialog);
}

static void
fullscreen_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
scale_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);

  if (g_str_equal (action_name, "session.larger"))
    self->scale = MIN (self->scale + 1, GALLEY_REVIEW_N_SCALES - 1);
  else if (g_str_equal (action_name, "session.smaller"))
    self->scale = self->scale > 0 ? self->scale - 1 : 0;
  else
    self->scale = GALLEY_REVIEW_USUAL_SCALE;
  galley_review_stage_set_scale (self->stage, self->scale);
}

/**
 * galley_review_window_install_going:
 *
 * For the class of the window.
 */
void
galley_review_window_install_going (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "session.next", next_action },
    { "session.back", back_action },
    { "session.show-agenda", show_agenda_action },
    { "session.move-up", move_action },
    { "session.move-down", move_action },
    { "session.drop", drop_action },
    { "session.people", people_action },
    { "session.end", end_action },
    { "session.minutes", minutes_action },
    { "session.fullscreen", fullscreen_action },
    { "session.larger", scale_action },
    { "session.smaller", scale_action },
    { "session.usual-size", scale_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

/**
 * galley_review_window_update_going:
 *
 * Enables what can be done now.
 */
void
galley_review_window_update_going (GalleyReviewWindow *self)
{
  static const char *const while_open[] = { "session.next",      "session.back", "session.move-up",
                                            "session.move-down", "session.drop", "session.people" };
  gboolean is_open = galley_review_get_session (self->review)->state == GALLEY_SESSION_OPEN;

  for (guint i = 0; i < G_N_ELEMENTS (while_open); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), while_open[i], is_open);
  /* What was decided and is not saved yet could not be saved any more. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.end",
                                 is_open && galley_saver_get_n_failed (self->saver) == 0);
}
