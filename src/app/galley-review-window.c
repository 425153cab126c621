/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-review-window-private.h"

#include "galley-bars.h"
#include "galley-desk-sessions.h"
#include "galley-dialogs.h"
#include "galley-discard.h"
#include "galley-keys.h"
#include "galley-plain.h"
#include "galley-reading-verbs.h"
#include "galley-refusal.h"
#include "galley-review-words.h"
#include "galley-seen.h"
#include "galley-verb-words.h"
#include "galley-verbs.h"
#include "galley-weak.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>

/**
 * GalleyReviewWindow:
 *
 * A review session: people sit together, look at one point of the agenda after the other, and
 * decide. All of it works with keys, and what is on the stage can be read across a room.
 *
 * It shows what is durable and nothing else; what could not be saved stays on the screen here and
 * in the window that it belongs to. Closing it pauses the session.
 *
 * Its code is in several files: deciding, going through the agenda, and what follows the library,
 * which is here.
 */
G_DEFINE_FINAL_TYPE (GalleyReviewWindow, galley_review_window, ADW_TYPE_WINDOW)

static gint64
get_now (void)
{
  return g_get_real_time () / 1000;
}

/**
 * galley_review_window_say:
 * @sentence: without full stop
 *
 * Says something in passing.
 */
void
galley_review_window_say (GalleyReviewWindow *self, const char *sentence)
{
  AdwToast *toast = galley_plain_toast_new (sentence);

  adw_toast_set_timeout (toast, 5);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_progress (GalleyReviewWindow *self)
{
  g_autofree char *progress = galley_review_words_format_progress (self->review, get_now ());

  gtk_label_set_text (self->progress, progress);
  adw_window_title_set_subtitle (self->title, progress);
}

static gboolean
tick_cb (gpointer user_data)
{
  show_progress (GALLEY_REVIEW_WINDOW (user_data));
  return G_SOURCE_CONTINUE;
}

/**
 * galley_review_window_is_saving:
 *
 * Returns: whether something is not durable yet: what is shown may not be the last word then
 */
gboolean
galley_review_window_is_saving (GalleyReviewWindow *self)
{
  return galley_saver_get_n_running (self->saver) + galley_saver_get_n_failed (self->saver) > 0;
}

static void
describe_undo (GalleyReviewWindow *self, const char *verb)
{
  g_autofree char *tooltip = galley_keys_describe ("session.undo");
  g_autofree char *full = verb != NULL
                              ? g_strdup_printf ("%s\n%s", tooltip, galley_verb_get_label (verb))
                              : g_strdup (tooltip);

  gtk_widget_set_tooltip_text (self->undo_button, full);
}

/**
 * galley_review_window_update_actions:
 *
 * Enables what can be done now.
 */
void
galley_review_window_update_actions (GalleyReviewWindow *self)
{
  const char *undo = galley_check_get_undo_verb (galley_review_get_check (self->review));
  const char *redo = galley_check_get_redo_verb (galley_review_get_check (self->review));
  gboolean has_failed = galley_saver_get_n_failed (self->saver) > 0;

  galley_review_window_update_deciding (self);
  galley_review_window_update_going (self);
  describe_undo (self, undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.redo", redo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.retry-save", has_failed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.discard-unsaved", has_failed);
  gtk_widget_set_visible (self->footer,
                          galley_review_get_session (self->review)->state == GALLEY_SESSION_OPEN);
}

static const char *
choose_page (GalleyReviewWindow *self)
{
  if (galley_review_get_session (self->review)->state == GALLEY_SESSION_ENDED)
    return "ended";
  return self->is_finished || galley_review_get_current (self->review) == NULL ? "done" : "point";
}

/* Says what is left where no point is shown. */
static void
show_rest (GalleyReviewWindow *self)
{
  GalleyReviewProgress progress;
  g_autofree char *description = NULL;

  galley_review_get_progress (self->review, &progress);
  description = galley_review_words_describe_rest (&progress);
  adw_status_page_set_title (self->done_page, galley_review_words_get_rest_title (&progress));
  adw_status_page_set_description (self->done_page, description);
}

/**
 * galley_review_window_show:
 *
 * Shows how the session stands, and the point that people talk about.
 */
void
galley_review_window_show (GalleyReviewWindow *self)
{
  const char *page = choose_page (self);
  gboolean is_new = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) != 0;

  galley_review_window_follow_typing (self);
  galley_review_stage_show (self->stage, self->review, galley_review_get_current (self->review));
  gtk_stack_set_visible_child_name (self->stack, page);
  show_progress (self);
  show_rest (self);
  galley_review_window_update_actions (self);
  galley_review_window_restore_row (self);
  if (!is_new)
    return;
  if (g_str_equal (page, "point"))
    gtk_widget_grab_focus (GTK_WIDGET (self->stage));
  else
    gtk_widget_grab_focus (g_str_equal (page, "done") ? self->end_button : self->minutes_button);
}

/* Shows what is not saved, and why, which depends on what is shown of the article. */
static void
show_failure (GalleyReviewWindow *self)
{
  guint n_failed = galley_saver_get_n_failed (self->saver);

  if (n_failed > 0)
    {
      GalleyCheck *check = galley_review_get_check (self->review);
      g_autofree char *why = galley_refusal_describe (self->saver, check);
      g_autofree char *text =
          g_strdup_printf (ngettext ("%u change could not be saved: %s",
                                     "%u changes could not be saved: %s", n_failed),
                           n_failed, why);

      gtk_label_set_text (self->failure_label, text);
      gtk_widget_set_visible (self->retry_button, galley_refusal_can_retry (self->saver, check));
    }
  gtk_revealer_set_reveal_child (self->failure_revealer, n_failed > 0);
}

static void
saver_changed_cb (GalleyReviewWindow *self)
{
  show_failure (self);
  galley_review_window_update_actions (self);
}

/* The library holds something else now; maybe it is about this session. Without its article there
 * is nothing to talk about, nor to pause: undo brings both back. */
static void
saved_cb (GalleyReviewWindow *self, GalleyOutcome *outcome)
{
  const char *article_id = galley_review_get_session (self->review)->article_id;
  GalleySession *session = NULL;

  for (guint i = 0; i < outcome->gone_articles->len; i++)
    if (g_str_equal (g_ptr_array_index (outcome->gone_articles, i), article_id))
      {
        gtk_window_destroy (GTK_WINDOW (self));
        return;
      }
  if (g_strcmp0 (outcome->article_id, article_id) != 0)
    return;

  for (guint i = 0; i < outcome->sessions->len; i++)
    session = g_ptr_array_index (outcome->sessions, i);

  galley_review_update (self->review, session);
  galley_review_window_show_deciders (self);
}

/**
 * galley_review_window_perform:
 * @action: what people did
 *
 * Has it saved. Until it is durable nothing else can be decided.
 */
void
galley_review_window_perform (GalleyReviewWindow *self, GalleyAction *action)
{
  galley_review_window_perform_full (self, action, /* saved= */ NULL, /* user_data= */ NULL,
                                     /* destroy= */ NULL);
}

/**
 * galley_review_window_perform_full:
 * @action: what people did
 * @saved: (nullable) (scope notified): told when it is durable
 * @user_data: for @saved
 * @destroy: (nullable): frees @user_data when nothing can come of it any more
 *
 * Has it saved, and tells.
 */
void
galley_review_window_perform_full (GalleyReviewWindow *self,
                                   GalleyAction *action,
                                   GalleySavedFunc saved,
                                   gpointer user_data,
                                   GDestroyNotify destroy)
{
  GalleyCheck *check = galley_review_get_check (self->review);
  g_autoptr (GalleyAction) with = NULL;

  galley_seen_expect (check, action, !galley_saver_is_going_back (self->saver));
  with = galley_verb_keep_first (check, action);
  galley_saver_perform (self->saver, with, saved, user_data, destroy);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);

  galley_saver_undo (self->saver, galley_review_get_session (self->review)->article_id,
                     /* unit_id= */ NULL, NULL, NULL, NULL);
}

static void
redo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);

  galley_saver_redo (self->saver, galley_review_get_session (self->review)->article_id, NULL, NULL,
                     NULL);
}

static void
retry_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);

  galley_refusal_retry (GTK_WINDOW (self), self->saver, galley_review_get_check (self->review),
                        self->cancellable);
}

static void
discard_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (widget);

  galley_discard_ask (GTK_WINDOW (self), self->saver, self->cancellable);
}

static GalleyKeyScope
find_scope_cb (GtkWidget *window, GtkWidget *focus)
{
  return GALLEY_KEY_IN_SESSION;
}

static void
set_up_keys (GalleyReviewWindow *self)
{
  gtk_widget_add_controller (GTK_WIDGET (self),
                             galley_keys_create_controller (find_scope_cb, /* refuse= */ NULL));
  galley_review_window_start_typing (self);
  galley_review_window_add_buttons (self);
}

/* Claims may have changed, or be gone, in another window or by what came with a package. */
static void
check_changed_cb (GalleyReviewWindow *self)
{
  galley_review_update (self->review, /* session= */ NULL);
  show_failure (self);
}

/* Not everywhere it is told that another program changed the library. */
static void
active_cb (GalleyReviewWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    galley_desk_look (self->desk);
}

static void replaced_cb (GalleyReviewWindow *self);

static void
follow_check (GalleyReviewWindow *self)
{
  GalleyCheck *check = galley_review_get_check (self->review);

  g_signal_connect_object (check, "changed", G_CALLBACK (check_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (check, "replaced", G_CALLBACK (replaced_cb), self, G_CONNECT_SWAPPED);
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyReviewWindow) self = galley_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyCheck) check = galley_desk_load_finish (GALLEY_DESK (source), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (check == NULL)
    {
      galley_review_window_say (self, error->message);
      return;
    }

  g_signal_handlers_disconnect_by_data (galley_review_get_check (self->review), self);
  galley_review_set_check (self->review, check);
  follow_check (self);
  show_failure (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyReviewWindow) self = galley_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions =
      galley_desk_list_sessions_finish (GALLEY_DESK (source), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (sessions == NULL)
    galley_review_window_say (self, error->message);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    galley_review_update (self->review, g_ptr_array_index (sessions, i));
  galley_review_window_show_deciders (self);
}

/* The article has another draft: what is on the agenda is looked up in that. What came with a
 * package may be about the session, too. */
static void
replaced_cb (GalleyReviewWindow *self)
{
  const char *article_id = galley_review_get_session (self->review)->article_id;

  galley_desk_load_async (self->desk, article_id, self->cancellable, reloaded_cb,
                          galley_weak_new (self));
  galley_desk_list_sessions_async (self->desk, article_id, self->cancellable, listed_cb,
                                   galley_weak_new (self));
}

/**
 * galley_review_window_pause:
 *
 * Notes that people rise, unless the session has ended.
 */
void
galley_review_window_pause (GalleyReviewWindow *self)
{
  g_autoptr (GalleyAction) action = NULL;

  g_return_if_fail (GALLEY_IS_REVIEW_WINDOW (self));

  if (self->review == NULL ||
      galley_review_get_session (self->review)->state != GALLEY_SESSION_OPEN)
    return;
  action = galley_verb_pause_session (galley_review_get_session (self->review));
  galley_review_window_perform (self, action);
}

static gboolean
galley_review_window_close_request (GtkWindow *window)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (window);

  if (galley_review_window_ask_for_typed (self))
    return TRUE;

  galley_review_window_pause (self);

  return GTK_WINDOW_CLASS (galley_review_window_parent_class)->close_request (window);
}

static void
galley_review_window_dispose (GObject *object)
{
  GalleyReviewWindow *self = GALLEY_REVIEW_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->clock_source, g_source_remove);
  if (self->review != NULL)
    g_signal_handlers_disconnect_by_data (self->review, self);
  if (self->saver != NULL)
    g_signal_handlers_disconnect_by_data (self->saver, self);
  g_clear_object (&self->review);
  g_clear_object (&self->saver);
  g_clear_object (&self->desk);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->decider, g_free);
  g_clear_pointer (&self->typed, g_hash_table_unref);
  g_clear_pointer (&self->typed_for, g_free);
  g_clear_object (&self->moved);

  G_OBJECT_CLASS (galley_review_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, GalleyReviewWindow, child)
  BIND (title);
  BIND (undo_button);
  BIND (agenda_button);
  BIND (failure_revealer);
  BIND (failure_label);
  BIND (retry_button);
  BIND (toasts);
  BIND (stack);
  BIND (stage);
  BIND (done_page);
  BIND (ended_page);
  BIND (end_button);
  BIND (minutes_button);
  BIND (agenda);
  BIND (footer);
  BIND (deciders);
  BIND (progress);
  BIND (words);
  BIND (correction);
  BIND (verdicts);
  BIND (others);
  BIND (moving);
#undef BIND
}

static void
galley_review_window_class_init (GalleyReviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_review_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = galley_review_window_close_request;

  g_type_ensure (GALLEY_TYPE_REVIEW_STAGE);
  g_type_ensure (GALLEY_TYPE_REVIEW_AGENDA);
  g_type_ensure (GALLEY_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/review-window.ui");
  bind_children (widget_class);
  galley_review_window_install_deciding (widget_class);
  galley_review_window_install_going (widget_class);
  gtk_widget_class_install_action (widget_class, "session.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "session.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "session.retry-save", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "session.discard-unsaved", NULL, discard_action);
}

static void
galley_review_window_init (GalleyReviewWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_bars_set_up_all (GTK_WIDGET (self));
  g_signal_connect (self, "unrealize", G_CALLBACK (galley_dialogs_close_over), NULL);
  galley_wrapping_set_up_all (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->scale = GALLEY_REVIEW_USUAL_SCALE;
  set_up_keys (self);
  g_signal_connect_swapped (self->agenda, "moved", G_CALLBACK (galley_review_window_move), self);
}

/**
 * galley_review_window_new:
 * @parent: the window that it belongs to
 * @desk: the library
 * @saver: what saves there
 * @check: the article
 * @session: a session that people sit in
 *
 * Returns: (transfer none): the window, not presented yet; GTK holds it until it is closed
 */
GalleyReviewWindow *
galley_review_window_new (GtkWindow *parent,
                          GalleyDesk *desk,
                          GalleySaver *saver,
                          GalleyCheck *check,
                          GalleySession *session)
{
  GalleyReviewWindow *self = g_object_new (GALLEY_TYPE_REVIEW_WINDOW, NULL);
  const char *title = galley_article_get_title (galley_check_get_article (check));

  self->desk = g_object_ref (desk);
  self->saver = g_object_ref (saver);
  self->review = galley_review_new (check, session);
  self->decider = g_strdup (session->chair);
  adw_window_title_set_title (self->title, session->heading != NULL ? session->heading : title);
  gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (parent));
  g_signal_connect_object (saver, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (saver, "changed", G_CALLBACK (saver_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self, "notify::is-active", G_CALLBACK (active_cb), self);
  follow_check (self);
  galley_review_agenda_set_review (self->agenda, self->review);
  g_signal_connect_object (self->review, "changed", G_CALLBACK (galley_review_window_show), self,
                           G_CONNECT_SWAPPED);
  self->clock_source = g_timeout_add_seconds (1, tick_cb, self);
  galley_review_window_show_deciders (self);
  saver_changed_cb (self);
  galley_review_window_show (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->stage));
  /* The window that it belongs to may be about to show another draft, which this one is not told
   * of any more. */
  if (galley_check_is_replaced (check))
    replaced_cb (self);

  return self;
}

/**
 * galley_review_window_get_review:
 *
 * Returns: (transfer none): the session under way
 */
GalleyReview *
galley_review_window_get_review (GalleyReviewWindow *self)
{
  g_return_val_if_fail (GALLEY_IS_REVIEW_WINDOW (self), NULL);

  return self->review;
}

/**
 * galley_review_window_add_claim:
 * @claim: a claim of the article
 *
 * Puts a claim on the agenda, behind all that is there, and says so.
 */
void
galley_review_window_add_claim (GalleyReviewWindow *self, GalleyClaim *claim)
{
  GalleySession *session = galley_review_get_session (self->review);
  g_autoptr (GPtrArray) points = galley_session_list_points (session);
  g_autoptr (GalleyAction) action = NULL;

  if (galley_session_find_point (session, galley_claim_get_id (claim)) != NULL)
    {
      galley_review_window_say (self, _ ("The claim is on the agenda already"));
      return;
    }
  g_ptr_array_add (points,
                   galley_point_new_claim (GALLEY_TOPIC_CHOSEN, galley_claim_get_id (claim)));
  action = galley_verb_order_agenda (session, points);
  galley_review_window_perform (self, action);
}
