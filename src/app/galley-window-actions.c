/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-dialogs.h"
#include "galley-preferences.h"
#include "galley-settings.h"
#include "galley-shortcuts.h"
#include "galley-verb-words.h"

#include <glib/gi18n.h>

/* The actions of the window that are not a matter of one of its other files, and when each of all
 * of them can be used. */

static void
confirm_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_set_status (user_data, GALLEY_STATUS_CONFIRMED);
}

static void
dispute_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_set_status (user_data, GALLEY_STATUS_DISPUTED);
}

static void
pending_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_set_status (user_data, GALLEY_STATUS_PENDING);
}

static void
mark_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_mark (user_data);
}

static void
mark_all_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_mark_all (user_data);
}

static void
opinion_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_dismiss (user_data, GALLEY_DISMISSAL_OPINION);
}

static void
not_checkable_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_dismiss (user_data, GALLEY_DISMISSAL_NOT_CHECKABLE);
}

static void
delete_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_delete_claim (user_data);
}

static void
fit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_fit_claim (user_data);
}

static void
move_end_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  gboolean is_start = g_str_has_suffix (name, "-start");

  /* A claim grows when its end goes forward or its start back. */
  galley_window_move_end (user_data, is_start, g_str_has_prefix (name, "extend") != is_start);
}

static void
next_open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_go_to_open (user_data, /* is_forward= */ TRUE);
}

static void
previous_open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_go_to_open (user_data, /* is_forward= */ FALSE);
}

static void
next_uncovered_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_go_to_uncovered (user_data);
}

static void
next_note_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_go_to_note (user_data, /* is_forward= */ TRUE);
}

static void
previous_note_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_go_to_note (user_data, /* is_forward= */ FALSE);
}

static void
edit_reason_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_edit_reason (user_data);
}

static void
edit_note_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_edit_note (user_data);
}

static void
add_source_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_add_source (user_data);
}

static void
focus_pane_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  galley_window_focus_pane (user_data, name + strlen ("focus-"));
}

static void
next_pane_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_focus_next_pane (user_data, /* is_forward= */ TRUE);
}

static void
previous_pane_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_focus_next_pane (user_data, /* is_forward= */ FALSE);
}

static void
find_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_find_bar_open (self->find_bar);
}

static void
find_next_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_find_bar_go (self->find_bar, /* is_forward= */ TRUE);
}

static void
find_previous_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_find_bar_go (self->find_bar, /* is_forward= */ FALSE);
}

static void
search_claims_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_window_search_claims (user_data);
}

static void
search_library_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self), "show-library"),
                         g_variant_new_boolean (TRUE));
  galley_library_pane_focus_search (self->library_pane);
}

static void
main_menu_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  gtk_menu_button_popup (self->menu_button);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  gtk_window_present (galley_preferences_new (GTK_WINDOW (self), self->desk, self->saver));
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (galley_shortcuts_new (GTK_WINDOW (user_data)));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_dialogs_show_about (GTK_WINDOW (user_data));
}

static void
show_library_state (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  galley_window_show_library (user_data, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
show_archived_state (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_library_pane_set_show_archived (self->library_pane, g_variant_get_boolean (state));
  galley_library_pane_select (self->library_pane, self->article_id);
  g_simple_action_set_state (action, state);
}

static void
show_uncovered_state (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_article_view_set_show_uncovered (self->article_view, g_variant_get_boolean (state));
  galley_settings_set_boolean ("show-uncovered", g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static const GActionEntry entries[] = {
  { .name = "confirm", .activate = confirm_action },
  { .name = "dispute", .activate = dispute_action },
  { .name = "pending", .activate = pending_action },
  { .name = "mark", .activate = mark_action },
  { .name = "mark-all", .activate = mark_all_action },
  { .name = "dismiss-opinion", .activate = opinion_action },
  { .name = "dismiss-not-checkable", .activate = not_checkable_action },
  { .name = "delete-claim", .activate = delete_action },
  { .name = "fit-claim", .activate = fit_action },
  { .name = "extend-end", .activate = move_end_action },
  { .name = "shrink-end", .activate = move_end_action },
  { .name = "extend-start", .activate = move_end_action },
  { .name = "shrink-start", .activate = move_end_action },
  { .name = "edit-reason", .activate = edit_reason_action },
  { .name = "edit-note", .activate = edit_note_action },
  { .name = "add-source", .activate = add_source_action },
  { .name = "next-open", .activate = next_open_action },
  { .name = "previous-open", .activate = previous_open_action },
  { .name = "next-uncovered", .activate = next_uncovered_action },
  { .name = "next-note", .activate = next_note_action },
  { .name = "previous-note", .activate = previous_note_action },
  { .name = "find", .activate = find_action },
  { .name = "find-next", .activate = find_next_action },
  { .name = "find-previous", .activate = find_previous_action },
  { .name = "search-claims", .activate = search_claims_action },
  { .name = "search-library", .activate = search_library_action },
  { .name = "focus-library", .activate = focus_pane_action },
  { .name = "focus-article", .activate = focus_pane_action },
  { .name = "focus-claims", .activate = focus_pane_action },
  { .name = "focus-claim", .activate = focus_pane_action },
  { .name = "next-pane", .activate = next_pane_action },
  { .name = "previous-pane", .activate = previous_pane_action },
  { .name = "main-menu", .activate = main_menu_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "shortcuts", .activate = shortcuts_action },
  { .name = "about", .activate = about_action },
  { .name = "show-library", .state = "true", .change_state = show_library_state },
  { .name = "show-archived", .state = "false", .change_state = show_archived_state },
  { .name = "show-uncovered", .state = "false", .change_state = show_uncovered_state },
};

static void
set_enabled (GalleyWindow *self, const char *names, gboolean is_enabled)
{
  g_auto (GStrv) list = g_strsplit (names, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), list[i]);

      g_assert (action != NULL);
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                   is_enabled && !galley_window_freezes (self, list[i]));
    }
}

/* An article is not to vanish under the hands of somebody who takes back one step too many; a
 * library's articles have their own way out. */
static const char *
get_undo_verb (GalleyCheck *check)
{
  const char *verb = galley_check_get_undo_verb (check);

  return g_strcmp0 (verb, "import") != 0 ? verb : NULL;
}

/* What undo or redo would do goes into the tooltip: "Undo Mark Claim (Ctrl+Z)". Setting the same
 * one again would hide and show whatever tooltip is open, each time with a window of its own. */
static void
describe_button (GtkWidget *button, const char *action, const char *verb)
{
  g_autofree char *tooltip = galley_keys_describe (action);
  g_autofree char *full = NULL;

  if (verb != NULL)
    full = g_strdup_printf ("%s\n%s", tooltip, galley_verb_get_label (verb));
  else
    full = g_steal_pointer (&tooltip);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (button), full) != 0)
    gtk_widget_set_tooltip_text (button, full);
}

/* What a second reader can't do: it would change what is not theirs, or show what the first checker
 * found. */
static const char not_blind[] =
    "import-again open-queries source-log add-query archive remove purge search-library "
    "show-library show-archived removed-articles focus-library export export-articles print mark "
    "mark-all "
    "dismiss-opinion dismiss-not-checkable delete-claim star high-priority low-priority "
    "edit-category copy-claim copy-claim-markdown copy-claim-json write-note add-source extend-end "
    "shrink-end extend-start shrink-start repeat-verdict fit-claim next-uncovered next-new "
    "import-draft import-draft-uri paste-draft tray next-changed import-annotations "
    "import-annotations-uri changes show-mention next-mention keep-verdict show-uncovered "
    "preferences sign-off reopen review-session minutes add-to-agenda progress library-progress";

static void
update_reading_actions (GalleyWindow *self)
{
  gboolean is_blind = galley_window_is_blind (self);
  gboolean is_first = self->check != NULL && !is_blind;
  gboolean has_claims =
      is_first && galley_claim_list_get_n_claims (galley_check_get_claims (self->check)) > 0;
  GalleyTarget target;

  set_enabled (self, "start-reading", has_claims);
  set_enabled (self, "agreement", is_first);
  set_enabled (self, "end-reading pause-reading", is_blind);
  if (!is_blind)
    return;

  set_enabled (self, not_blind, FALSE);
  if (!galley_window_get_target (self, &target) || target.kind != GALLEY_TARGET_CLAIM)
    set_enabled (self, "confirm dispute pending", FALSE);
}

/* What an open article is needed for, and nothing else. */
static void
update_article_actions (GalleyWindow *self)
{
  gboolean has_check = self->check != NULL;
  gboolean has_notes =
      has_check && galley_remarks_get_n_notes (galley_check_get_remarks (self->check)) > 0;

  set_enabled (self,
               "mark-all export find find-next find-previous search-claims next-open previous-open "
               "next-uncovered next-new review-session minutes",
               has_check);
  set_enabled (
      self,
      "details left-out import-draft import-draft-uri paste-draft tray next-changed "
      "import-annotations import-annotations-uri changes show-mention next-mention progress",
      has_check);
  set_enabled (self, "keep-verdict", has_check && galley_window_has_former (self));
  set_enabled (self, "next-note previous-note", has_notes);
  set_enabled (self, "print focus-article focus-claims focus-claim show-uncovered", has_check);
}

/**
 * galley_window_update_actions:
 *
 * Says of every action whether it can be used now.
 */
void
galley_window_update_actions (GalleyWindow *self)
{
  gboolean has_desk = self->desk != NULL;
  gboolean has_articles =
      has_desk && g_list_model_get_n_items (galley_desk_get_articles (self->desk)) > 0;
  gboolean has_check = self->check != NULL;
  gboolean has_claim = galley_window_get_claim (self) != NULL;
  g_autoptr (GPtrArray) selected = galley_window_list_selected (self);
  gboolean has_failed = self->saver != NULL && galley_saver_get_n_failed (self->saver) > 0;
  gboolean is_importing =
      self->importer != NULL && galley_importer_get_n_total (self->importer) > 0;
  const char *undo_verb = has_check                    ? get_undo_verb (self->check)
                          : self->removed_unit != NULL ? "remove-article"
                                                       : NULL;
  const char *redo_verb = has_check ? galley_check_get_redo_verb (self->check) : NULL;
  GalleyRange selection;
  GalleyTarget target;
  gboolean has_target = galley_window_get_target (self, &target);
  gboolean has_selection =
      has_check && galley_article_view_get_selection (self->article_view, &selection);
  gboolean is_dismissed =
      has_target && galley_check_find_dismissal (self->check, target.range.start) != NULL;

  set_enabled (self,
               "import import-folder import-address import-uri import-again open-example paste",
               has_desk);
  set_enabled (self, "cancel-import", is_importing);
  set_enabled (self, "retry-save discard-unsaved", has_failed);
  set_enabled (self, "undo-unit open-queries source-log library-progress removed-articles",
               has_desk);
  set_enabled (self, "add-query", has_claim);
  set_enabled (self, "add-to-agenda", has_claim && galley_window_can_add_to_agenda (self));
  set_enabled (self, "undo", undo_verb != NULL);
  set_enabled (self, "redo", redo_verb != NULL);
  set_enabled (self, "archive remove purge search-library show-library show-archived focus-library",
               has_articles);
  set_enabled (self, "export-articles next-pane previous-pane", has_articles);
  set_enabled (self, "confirm dispute pending", has_target);
  set_enabled (self, "mark", has_target && target.kind != GALLEY_TARGET_CLAIM);
  set_enabled (self, "dismiss-opinion dismiss-not-checkable",
               has_target && (target.kind == GALLEY_TARGET_SUGGESTION || is_dismissed));
  set_enabled (self, "delete-claim star high-priority low-priority edit-category edit-reason",
               has_claim);
  set_enabled (self,
               "copy-claim copy-claim-markdown copy-claim-json "
               "edit-note write-note add-source extend-end shrink-end extend-start shrink-start "
               "repeat-verdict",
               has_claim && selected == NULL);
  set_enabled (self, "fit-claim", has_selection);
  update_article_actions (self);
  update_reading_actions (self);
  galley_claim_panel_set_frozen (self->claim_panel, galley_window_is_frozen (self));
  describe_button (self->undo_button, "win.undo", undo_verb);
  describe_button (self->redo_button, "win.redo", redo_verb);
}

/**
 * galley_window_add_actions:
 *
 * Gives the window its actions.
 */
void
galley_window_add_actions (GalleyWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  galley_window_add_annotation_actions (self);
  galley_window_add_article_actions (self);
  galley_window_add_draft_actions (self);
  galley_window_add_export_actions (self);
  galley_window_add_copying_actions (self);
  galley_window_add_import_actions (self);
  galley_window_add_log_actions (self);
  galley_window_add_session_actions (self);
  galley_window_add_origin_actions (self);
  galley_window_add_pasting_actions (self);
  galley_window_add_reading_actions (self);
  galley_window_add_progress_actions (self);
  galley_window_add_record_actions (self);
  galley_window_add_repeat_actions (self);
  galley_window_add_saving_actions (self);
  galley_window_add_sign_off_actions (self);
  galley_window_add_source_actions (self);
}
