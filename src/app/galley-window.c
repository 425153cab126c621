/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-bars.h"
#include "galley-claim-words.h"
#include "galley-dialogs.h"
#include "galley-mnemonics.h"
#include "galley-pane-bin.h"
#include "galley-plain.h"
#include "galley-settings.h"
#include "galley-wrap-box.h"

#include <glib/gi18n.h>

/**
 * GalleyWindow:
 *
 * One library: its articles on the left, the article in the middle, its claims on the right.
 *
 * The window's own code is in several files, by what it is about: checking, articles, importing,
 * saving, panes and actions. This one opens libraries and articles.
 */
G_DEFINE_FINAL_TYPE (GalleyWindow, galley_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_LOG_BOOK = 1,
};

/**
 * galley_window_say:
 * @sentence: without full stop
 *
 * Says something in passing.
 */
void
galley_window_say (GalleyWindow *self, const char *sentence)
{
  AdwToast *toast = galley_plain_toast_new (sentence);

  adw_toast_set_timeout (toast, 5);
  galley_window_show_toast (self, toast);
}

/* Title, and below it what the input states: who wrote it, where, when. */
static void
update_title (GalleyWindow *self)
{
  static const GalleyMetadataField fields[] = { GALLEY_METADATA_BYLINE, GALLEY_METADATA_PUBLICATION,
                                                GALLEY_METADATA_DATE };
  g_autoptr (GString) subtitle = g_string_new (NULL);
  const char *title = _ ("Galley");

  if (self->check != NULL)
    title = galley_article_get_title (galley_check_get_article (self->check));
  for (guint i = 0; self->check != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      const char *value =
          galley_document_get_metadata (galley_check_get_document (self->check), fields[i]);

      g_autofree char *shown = NULL;

      if (value == NULL)
        continue;
      shown = fields[i] == GALLEY_METADATA_DATE ? galley_claim_words_format_day (value)
                                                : g_strdup (value);
      g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", shown);
    }

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), self->check != NULL ? title : NULL);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
check_changed_cb (GalleyWindow *self, guint start, guint end)
{
  self->touched = (GalleyRange){ start, end };
  galley_window_queue_progress (self);
  galley_window_update_actions (self);
}

/**
 * galley_window_set_check:
 * @check: (nullable): the article as it is to be shown
 * @caret: where the caret goes, in code points
 */
void
galley_window_set_check (GalleyWindow *self, GalleyCheck *check, guint caret)
{
  if (check == NULL || self->check == NULL ||
      galley_check_get_article (check) != galley_check_get_article (self->check))
    galley_window_note_moment (self, GALLEY_MOMENT_OPEN);
  if (self->check != NULL)
    g_signal_handlers_disconnect_by_data (self->check, self);
  g_set_object (&self->check, check);
  if (check != NULL)
    {
      g_signal_connect_object (check, "changed", G_CALLBACK (check_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (check, "replaced", G_CALLBACK (galley_window_reload_article), self,
                               G_CONNECT_SWAPPED);
    }

  galley_window_follow_reading (self);
  galley_window_follow_repeats (self);
  galley_window_show_check (self, caret);
  galley_window_show_source (self);
  galley_window_renew_tray (self);
  galley_window_watch_origin (self);
  galley_window_show_sign_offs (self);
  galley_window_look_for_session (self);
  galley_window_show_footer (self);
  galley_window_show_failure (self);
  galley_window_fold (self);
  update_title (self);
  galley_window_queue_progress (self);
  galley_window_update_actions (self);
}

/**
 * galley_window_close_article:
 *
 * Shows no article.
 */
void
galley_window_close_article (GalleyWindow *self)
{
  g_cancellable_cancel (self->load);
  g_clear_object (&self->load);
  g_clear_pointer (&self->article_id, g_free);
  galley_window_set_check (self, NULL, /* caret= */ 0);
  gtk_spinner_stop (self->article_spinner);
  gtk_stack_set_visible_child_name (self->article_stack, "none");
  galley_library_pane_select (self->library_pane, NULL);
}

/* Where the caret goes in the article that was asked for: where it is, if that is loaded again;
 * else where the person left it, unless it was another article. */
static guint
find_caret (GalleyWindow *self)
{
  g_autofree char *last_article = galley_settings_get_string ("last-article");
  guint wanted = self->wanted_caret;

  self->wanted_caret = G_MAXUINT;
  if (wanted != G_MAXUINT)
    return wanted;
  if (self->check != NULL)
    return galley_article_view_get_caret (self->article_view);
  if (!g_str_equal (last_article, self->article_id))
    galley_settings_set_int ("last-caret", 0);
  return galley_settings_get_int ("last-caret", 0);
}

/* Leaves the keyboard with @typing, or with nothing if that is not there any more. GTK would move
 * it to a neighbour of what is gone, and means to until something that is there has had it. */
static void
go_on_typing (GalleyWindow *self, GtkWidget *typing)
{
  gboolean is_there = gtk_widget_get_mapped (typing);

  gtk_window_set_focus (GTK_WINDOW (self), is_there ? typing : GTK_WIDGET (self->article_view));
  if (!is_there)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

/* Shows the article that was asked for, where the person left it if it was the last one. Whoever is
 * typing while it is loaded again goes on typing: what they mean for a text must not become keys of
 * the article. */
static void
show_loaded (GalleyWindow *self, GalleyCheck *check)
{
  g_autoptr (GalleyCheck) shown = galley_window_wrap_check (self, check);
  g_autoptr (GtkWidget) typing = NULL;

  /* It may not outlast what it is about. */
  if (self->check != NULL)
    g_set_object (&typing, galley_window_find_typing (self));
  /* Whoever wants to see other words does not go on with the claim. */
  if (self->check != NULL && self->wanted_caret != G_MAXUINT)
    galley_article_view_set_current_claim (self->article_view, NULL);
  galley_window_set_check (self, shown, find_caret (self));
  gtk_stack_set_visible_child_name (self->article_stack, "article");
  galley_settings_set_string ("last-article", self->article_id);
  if (typing != NULL)
    go_on_typing (self, typing);
  else if (!galley_library_pane_is_walked (self->library_pane))
    gtk_widget_grab_focus (GTK_WIDGET (self->article_view));
  galley_window_choose_wanted (self);
  galley_window_take_waiting_annotations (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyCheck) check = galley_desk_load_finish (GALLEY_DESK (source), result, &error);

  /* Another article was chosen meanwhile, or the window is closed. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->load == NULL ||
      (check != NULL &&
       g_strcmp0 (galley_article_get_id (galley_check_get_article (check)), self->article_id) != 0))
    return;

  g_clear_object (&self->load);
  gtk_spinner_stop (self->article_spinner);
  if (check == NULL)
    {
      galley_plain_describe_page (self->article_failed_page, error->message);
      gtk_stack_set_visible_child_name (self->article_stack, "failed");
      return;
    }

  show_loaded (self, check);
}

/**
 * galley_window_open_article:
 * @article_id: which
 *
 * Shows an article.
 */
void
galley_window_open_article (GalleyWindow *self, const char *article_id)
{
  g_autofree char *id = g_strdup (article_id);

  if (g_strcmp0 (id, self->article_id) == 0 && (self->check != NULL || self->load != NULL))
    return;

  galley_window_flush (self);
  galley_window_close_article (self);
  g_clear_pointer (&self->wanted_claim_id, g_free);
  self->wanted_caret = G_MAXUINT;
  self->article_id = g_steal_pointer (&id);
  self->load = g_cancellable_new ();
  gtk_spinner_start (self->article_spinner);
  gtk_stack_set_visible_child_name (self->article_stack, "loading");
  galley_library_pane_select (self->library_pane, self->article_id);
  galley_desk_load_async (self->desk, self->article_id, self->load, loaded_cb, g_object_ref (self));
}

/**
 * galley_window_reload_article:
 *
 * Shows another draft of the article, which it has by now. Until it is there the old one is to be
 * seen, and nothing can be done to it.
 */
void
galley_window_reload_article (GalleyWindow *self)
{
  g_cancellable_cancel (self->load);
  g_clear_object (&self->load);
  self->load = g_cancellable_new ();
  galley_desk_load_async (self->desk, self->article_id, self->load, loaded_cb, g_object_ref (self));
}

static void
article_chosen_cb (GalleyWindow *self, const char *article_id)
{
  galley_window_open_article (self, article_id);
  if (galley_library_pane_is_walked (self->library_pane))
    return;

  galley_window_leave_library (self);
  if (self->check != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->article_view));
}

static void
target_changed_cb (GalleyWindow *self)
{
  galley_find_bar_set_caret (self->find_bar, galley_article_view_get_caret (self->article_view));
  galley_window_update_actions (self);
  galley_window_show_words (self);
}

static void
claim_activated_cb (GalleyWindow *self)
{
  galley_window_edit_reason (self);
}

static void
suggestion_chosen_cb (GalleyWindow *self, guint start, guint end)
{
  galley_article_view_set_caret (self->article_view, start);
}

/* Goes on with the article that was open last. It was loaded with the library if it could be. */
static void
go_on (GalleyWindow *self, GalleyCheck *check)
{
  g_autofree char *last_article = galley_settings_get_string ("last-article");

  if (check != NULL)
    {
      self->article_id = g_strdup (galley_article_get_id (galley_check_get_article (check)));
      galley_library_pane_select (self->library_pane, self->article_id);
      galley_claim_panel_set_patient (self->claim_panel, TRUE);
      show_loaded (self, check);
      galley_claim_panel_set_patient (self->claim_panel, FALSE);
    }
  else if (galley_desk_find_article (self->desk, last_article) != NULL)
    galley_window_open_article (self, last_article);
  else if (g_list_model_get_n_items (galley_desk_get_articles (self->desk)) > 0)
    galley_library_pane_focus_list (self->library_pane);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GalleyDesk) desk =
      galley_opening_wait_finish (GALLEY_OPENING (source), result, &check, &error);

  gtk_spinner_stop (self->loading_spinner);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (desk == NULL)
    {
      galley_plain_describe_page (self->failed_page, error->message);
      galley_window_show_page (self, "failed");
      return;
    }

  self->desk = g_steal_pointer (&desk);
  galley_window_start_following (self);
  galley_window_start_saving (self);
  galley_window_start_repeating (self);
  galley_window_start_saving_panes (self);
  galley_library_pane_set_desk (self->library_pane, self->desk);
  galley_window_update_actions (self);
  galley_window_update_pages (self);
  if (!galley_window_has_articles_to_import (self))
    go_on (self, check);
  galley_window_start_importing (self);
  galley_desk_rotate_backups_async (self->desk, self->cancellable, /* callback= */ NULL, NULL);
}

/**
 * galley_window_open_library:
 *
 * Opens the window's library, or tries it again.
 */
void
galley_window_open_library (GalleyWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GalleyOpening) opening =
      application != NULL
          ? galley_application_take_opening (GALLEY_APPLICATION (application), self->library_path)
          : galley_opening_new (self->library_path, /* article_id= */ NULL);

  gtk_spinner_start (self->loading_spinner);
  galley_window_show_page (self, "loading");
  galley_opening_wait_async (opening, self->cancellable, opened_cb, g_object_ref (self));
}

/**
 * galley_window_get_library_path:
 *
 * Returns: (transfer none): the file of its library
 */
const char *
galley_window_get_library_path (GalleyWindow *self)
{
  g_return_val_if_fail (GALLEY_IS_WINDOW (self), NULL);

  return self->library_path;
}

static gboolean
galley_window_close_request (GtkWindow *window)
{
  GalleyWindow *self = GALLEY_WINDOW (window);

  /* What could not be saved on the way to here would only fail once more, and so on for ever. */
  if (!self->is_closing || galley_saver_get_n_failed (self->saver) == 0)
    galley_window_flush (self);
  if (!galley_window_try_close (self))
    return TRUE;

  galley_window_save_state (self);
  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->load);

  return GTK_WINDOW_CLASS (galley_window_parent_class)->close_request (window);
}

static void
galley_window_dispose (GObject *object)
{
  GalleyWindow *self = GALLEY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->load);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (self->hint != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->hint), (gpointer *) &self->hint);
  self->hint = NULL;
  g_clear_weak_pointer (&self->news);
  g_clear_weak_pointer (&self->offer);
  g_clear_pointer (&self->sayings, galley_toasts_free);
  if (self->check != NULL)
    g_signal_handlers_disconnect_by_data (self->check, self);
  g_clear_object (&self->library_size);
  g_clear_object (&self->claims_size);
  g_clear_object (&self->detail_size);
  g_clear_object (&self->twins_keeper);
  g_clear_object (&self->origin_watch);
  g_clear_weak_pointer (&self->intake);
  g_clear_weak_pointer (&self->removed);
  g_clear_object (&self->check);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_WINDOW);
  g_clear_object (&self->load);
  g_clear_object (&self->importer);
  g_clear_weak_pointer (&self->open_queries);
  g_clear_weak_pointer (&self->changes);
  g_clear_weak_pointer (&self->source_log);
  g_clear_weak_pointer (&self->agreement);
  g_clear_pointer (&self->blind_actions, g_hash_table_unref);
  g_clear_pointer (&self->not_mine, g_hash_table_unref);
  g_clear_weak_pointer (&self->review_window);
  g_clear_pointer (&self->unfinished, galley_session_unref);
  g_clear_weak_pointer (&self->progress);
  g_clear_object (&self->log_book);
  g_clear_object (&self->print_settings);
  g_clear_object (&self->page_setup);
  g_clear_object (&self->saver);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (galley_window_parent_class)->dispose (object);
}

static void
galley_window_finalize (GObject *object)
{
  GalleyWindow *self = GALLEY_WINDOW (object);

  g_free (self->library_path);
  g_free (self->article_id);
  g_free (self->hint_claim_id);
  g_free (self->offer_scope);
  g_free (self->removed_id);
  g_free (self->removed_unit);
  g_free (self->marked_id);
  g_free (self->repeated_id);
  g_free (self->told_id);
  g_free (self->wanted_claim_id);
  g_clear_object (&self->list_sign_offs);
  g_hash_table_unref (self->unsettled);
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->to_import);
  g_clear_object (&self->annotations);

  G_OBJECT_CLASS (galley_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, GalleyWindow, child)
  BIND (toasts);
  BIND (reading_revealer);
  BIND (reading_label);
  BIND (left_out_button);
  BIND (changed_button);
  BIND (new_button);
  BIND (tray_button);
  BIND (title);
  BIND (library_button);
  BIND (import_button);
  BIND (undo_button);
  BIND (redo_button);
  BIND (export_button);
  BIND (menu_button);
  BIND (failure_revealer);
  BIND (origin_revealer);
  BIND (sign_off_revealer);
  BIND (sign_off_label);
  BIND (session_revealer);
  BIND (session_button);
  BIND (failure_label);
  BIND (discard_button);
  BIND (retry_button);
  BIND (stack);
  BIND (loading_spinner);
  BIND (failed_page);
  BIND (library_paned);
  BIND (library_pane);
  BIND (article_stack);
  BIND (article_spinner);
  BIND (article_failed_page);
  BIND (article_paned);
  BIND (article_view);
  BIND (find_bar);
  BIND (claims_paned);
  BIND (claims_pane);
  BIND (claim_panel);
  BIND (footer);
  BIND (verdict_box);
  BIND (dismiss_box);
  BIND (moving_box);
  BIND (progress_label);
  BIND (import_revealer);
  BIND (import_spinner);
  BIND (import_label);
  BIND (cancel_import_button);
#undef BIND
}

static void
galley_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LOG_BOOK:
      g_value_set_object (value, GALLEY_WINDOW (object)->log_book);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_window_class_init (GalleyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = galley_window_get_property;
  G_OBJECT_CLASS (klass)->dispose = galley_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = galley_window_close_request;

  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_LOG_BOOK,
                                   g_param_spec_object ("log-book", NULL, NULL,
                                                        GALLEY_TYPE_LOG_BOOK,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  g_type_ensure (GALLEY_TYPE_ARTICLE_VIEW);
  g_type_ensure (GALLEY_TYPE_CLAIM_PANEL);
  g_type_ensure (GALLEY_TYPE_CLAIMS_PANE);
  g_type_ensure (GALLEY_TYPE_FIND_BAR);
  g_type_ensure (GALLEY_TYPE_PANE_BIN);
  g_type_ensure (GALLEY_TYPE_LIBRARY_PANE);
  g_type_ensure (GALLEY_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/galleydesk/Galley/window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, galley_window_set_room);
  gtk_widget_class_bind_template_callback (widget_class, article_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, target_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, claim_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_chosen_cb);
}

static void
galley_window_init (GalleyWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->to_import = g_ptr_array_new_with_free_func (g_object_unref);
  self->unsettled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->last_scope = GALLEY_KEY_IN_ARTICLE;
  self->wanted_caret = G_MAXUINT;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "unrealize", G_CALLBACK (galley_dialogs_close_over), NULL);
  galley_bars_set_up_all (GTK_WIDGET (self));
  galley_mnemonics_name (GTK_WIDGET (self));
  self->sayings = galley_toasts_new (self->toasts);
  galley_window_add_actions (self);
  galley_window_set_up_keys (self);
  galley_window_add_drop_targets (self);
  galley_window_set_up_panes (self);
  galley_window_restore_state (self);
  galley_window_update_actions (self);
}

/**
 * galley_window_new:
 * @application: the program that it belongs to
 * @library_path: the file of the library to open; made if there is none
 *
 * Returns: (transfer none): the window; GTK holds it until it is closed
 */
GalleyWindow *
galley_window_new (GalleyApplication *application, const char *library_path)
{
  GalleyWindow *self = g_object_new (GALLEY_TYPE_WINDOW, "application", application, NULL);

  self->library_path = g_strdup (library_path);
  galley_window_open_library (self);

  return self;
}
