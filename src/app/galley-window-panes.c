/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-key-map.h"
#include "galley-settings.h"

/* The panes: how they follow each other, which has the focus, and how large they are. */

typedef enum
{
  PANE_LIBRARY,
  PANE_ARTICLE,
  PANE_CLAIMS,
  PANE_CLAIM,
} Pane;
#define N_PANES (PANE_CLAIM + 1)

static const char *const pane_names[N_PANES] = { "library", "article", "claims", "claim" };

static GtkWidget *
get_pane (GalleyWindow *self, Pane pane)
{
  GtkWidget *const widgets[N_PANES] = { GTK_WIDGET (self->library_pane),
                                        GTK_WIDGET (self->article_view),
                                        GTK_WIDGET (self->claims_pane),
                                        GTK_WIDGET (self->claim_panel) };

  return widgets[pane];
}

static gboolean
holds (GtkWidget *widget, GtkWidget *focus)
{
  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static GalleyKeyScope
find_scope (GtkWidget *window, GtkWidget *focus)
{
  GalleyWindow *self = GALLEY_WINDOW (window);

  if (holds (GTK_WIDGET (self->article_view), focus) && gtk_widget_get_mapped (focus))
    return GALLEY_KEY_IN_ARTICLE;
  if (galley_claims_pane_has_list_focus (self->claims_pane))
    return GALLEY_KEY_IN_CLAIMS;
  if (holds (galley_library_pane_get_list (self->library_pane), focus))
    return GALLEY_KEY_IN_LIBRARY;

  return GALLEY_KEY_ELSEWHERE;
}

/**
 * galley_window_find_typing:
 *
 * Returns: (transfer none) (nullable): the text that has the keyboard, unless that is the article
 */
GtkWidget *
galley_window_find_typing (GalleyWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  gboolean is_text = GTK_IS_TEXT_VIEW (focus) || GTK_IS_TEXT (focus);

  return is_text && !holds (GTK_WIDGET (self->article_view), focus) ? focus : NULL;
}

/* A button in the footer acts on what was in use before it was pressed. */
static void
focus_changed_cb (GalleyWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (holds (GTK_WIDGET (self->article_view), focus))
    {
      self->last_scope = GALLEY_KEY_IN_ARTICLE;
      galley_claims_pane_select_one (self->claims_pane);
    }
  else if (holds (GTK_WIDGET (self->claims_paned), focus))
    self->last_scope = GALLEY_KEY_IN_CLAIMS;
  else
    return;
  if (self->last_scope == GALLEY_KEY_IN_ARTICLE ||
      galley_claims_pane_has_list_focus (self->claims_pane))
    self->was_in_list = self->last_scope == GALLEY_KEY_IN_CLAIMS;

  galley_window_update_actions (self);
}

/**
 * galley_window_focus_pane:
 * @name: "library", "article", "claims" or "claim"
 *
 * Gives a pane the focus, and shows it if the library is in its place.
 */
void
galley_window_focus_pane (GalleyWindow *self, const char *name)
{
  if (!g_str_equal (name, pane_names[PANE_LIBRARY]) && self->check != NULL)
    galley_window_leave_library (self);
  if (g_str_equal (name, pane_names[PANE_LIBRARY]))
    {
      g_action_group_change_action_state (G_ACTION_GROUP (self), "show-library",
                                          g_variant_new_boolean (TRUE));
      galley_library_pane_focus_list (self->library_pane);
    }
  else if (g_str_equal (name, pane_names[PANE_ARTICLE]))
    gtk_widget_grab_focus (GTK_WIDGET (self->article_view));
  else if (g_str_equal (name, pane_names[PANE_CLAIMS]))
    galley_claims_pane_focus_list (self->claims_pane);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->claim_panel), GTK_DIR_TAB_FORWARD);
}

/**
 * galley_window_focus_next_pane:
 * @is_forward: whether to go on, not back
 *
 * Gives the pane after the one with the focus the focus; hidden ones are left out.
 */
void
galley_window_focus_next_pane (GalleyWindow *self, gboolean is_forward)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  guint at = PANE_ARTICLE;

  for (guint i = 0; i < N_PANES; i++)
    if (holds (get_pane (self, i), focus))
      at = i;

  for (guint i = 1; i <= N_PANES; i++)
    {
      guint next = (at + (is_forward ? i : N_PANES - i)) % N_PANES;

      if (!gtk_widget_get_mapped (get_pane (self, next)) &&
          !galley_window_is_behind_library (self, get_pane (self, next)))
        continue;
      galley_window_focus_pane (self, pane_names[next]);
      return;
    }
}

/**
 * galley_window_edit_reason:
 *
 * Goes to where the reason of the chosen claim is written.
 */
void
galley_window_edit_reason (GalleyWindow *self)
{
  if (galley_window_refuse_signed (self))
    return;
  if (self->hint != NULL)
    galley_toasts_dismiss (self->sayings, self->hint);
  galley_claim_panel_edit (self->claim_panel, GALLEY_RECORD_REASON);
}

/**
 * galley_window_edit_note:
 *
 * Goes to where the note of the chosen claim is written.
 */
void
galley_window_edit_note (GalleyWindow *self)
{
  if (!galley_window_refuse_signed (self))
    galley_claim_panel_edit (self->claim_panel, GALLEY_RECORD_NOTE);
}

/**
 * galley_window_add_source:
 *
 * Asks for a source of the chosen claim.
 */
void
galley_window_add_source (GalleyWindow *self)
{
  if (!galley_window_refuse_signed (self))
    galley_claim_panel_add_source (self->claim_panel);
}

/**
 * galley_window_search_claims:
 *
 * Goes to where claims are searched for.
 */
void
galley_window_search_claims (GalleyWindow *self)
{
  galley_claims_pane_start_search (self->claims_pane);
}

/**
 * galley_window_flush:
 *
 * Hands over what was typed into the panel and not yet said to be done.
 */
void
galley_window_flush (GalleyWindow *self)
{
  galley_claim_panel_flush (self->claim_panel);
}

/**
 * galley_window_show_check:
 * @caret: where in the article the caret is to be, in code points
 *
 * Shows the article that is open, or none, in all panes.
 */
void
galley_window_show_check (GalleyWindow *self, guint caret)
{
  GalleyClaim *same;

  /* The article tells the others which claim is chosen: they must know the article before it
   * does, and as long. If the same one is chosen afterwards, nobody is told of another in between.
   */
  g_object_freeze_notify (G_OBJECT (self->article_view));
  if (self->check == NULL)
    galley_article_view_set_check (self->article_view, NULL, /* caret= */ 0);
  galley_find_bar_set_check (self->find_bar, self->check);
  galley_claim_panel_set_check (self->claim_panel, self->check);
  galley_claims_pane_set_check (self->claims_pane, self->check);
  if (self->check != NULL)
    galley_article_view_set_check (self->article_view, self->check, caret);
  same = galley_claim_panel_get_claim (self->claim_panel);
  if (same != NULL)
    galley_article_view_set_current_claim (self->article_view, same);
  g_object_thaw_notify (G_OBJECT (self->article_view));
}

/* What nothing can be done to, such as a heading, may have notes of its own. */
static GalleyRange
find_noted_words (GalleyWindow *self)
{
  guint caret = galley_article_view_get_caret (self->article_view);
  g_autoptr (GPtrArray) remarks = galley_remarks_list (galley_check_get_remarks (self->check),
                                                       (GalleyRange){ caret, caret + 1 });

  return remarks->len > 0 ? ((const GalleyRemark *) g_ptr_array_index (remarks, 0))->range
                          : (GalleyRange){ 0, 0 };
}

/**
 * galley_window_show_words:
 *
 * Shows what the writer noted about the words at the caret, unless they are a claim, which has its
 * own place for that.
 */
void
galley_window_show_words (GalleyWindow *self)
{
  GalleyTarget target;

  if (self->check == NULL)
    return;
  if (!galley_article_view_get_target (self->article_view, &target))
    target.range = find_noted_words (self);
  if (target.claim == NULL)
    galley_claim_panel_set_words (self->claim_panel, target.range);
}

static void
find_closed_cb (GalleyWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->article_view));
}

static void
found_cb (GalleyWindow *self, guint start, guint end)
{
  galley_article_view_select (self->article_view, (GalleyRange){ start, end });
}

/* What was typed into the record of a claim is not thrown away where the article is signed off: it
 * waits with what could not be saved. */
static void
perform_cb (GalleyWindow *self, GalleyAction *action)
{
  galley_window_save (self, action, /* toast= */ NULL);
}

static void
settled_cb (GalleyWindow *self, GalleyAction *action, gboolean is_failed)
{
  g_autoptr (GalleyAction) asked = galley_window_find_asked (self, action, !is_failed);

  galley_claim_panel_set_failed (self->claim_panel, asked, is_failed);
}

/**
 * galley_window_start_saving_panes:
 *
 * The library is open: what is written in the panel goes there.
 */
void
galley_window_start_saving_panes (GalleyWindow *self)
{
  galley_claim_panel_set_desk (self->claim_panel, self->desk);
  g_signal_connect_object (self->saver, "settled", G_CALLBACK (settled_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Whoever has written a reason goes on reading where they were. */
static void
leave_panel_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  galley_window_focus_pane (self, pane_names[self->was_in_list ? PANE_CLAIMS : PANE_ARTICLE]);
}

/* Escape, and whatever says that a field of the panel is filled in. */
static void
add_leaving (GalleyWindow *self)
{
  static const GActionEntry entries[] = { { .name = "return", .activate = leave_panel_cb } };
  GtkEventController *controller = gtk_shortcut_controller_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->claim_panel), "reading",
                                  G_ACTION_GROUP (group));

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_named_action_new ("reading.return")));
  gtk_widget_add_controller (GTK_WIDGET (self->claim_panel), controller);
}

/* Keys that are given away must not act any more. */
static void
renew_keys (GalleyWindow *self)
{
  if (self->keys != NULL)
    gtk_widget_remove_controller (GTK_WIDGET (self), self->keys);
  self->keys = galley_keys_create_controller (find_scope, galley_window_refuse_key);
  gtk_widget_add_controller (GTK_WIDGET (self), self->keys);
}

/**
 * galley_window_set_up_panes:
 *
 * Ties the panes together.
 */
void
galley_window_set_up_panes (GalleyWindow *self)
{
  g_object_bind_property (self->article_view, "current-claim", self->claims_pane, "current-claim",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->article_view, "current-claim", self->claim_panel, "claim",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (self->article_view, "notify::current-claim",
                            G_CALLBACK (galley_window_forget_hint), self);
  g_signal_connect_swapped (self->claim_panel, "perform", G_CALLBACK (perform_cb), self);
  g_signal_connect_swapped (self->claim_panel, "grown", G_CALLBACK (galley_window_fold), self);
  g_signal_connect_swapped (self->claim_panel, "refused", G_CALLBACK (galley_window_refuse_signed),
                            self);
  g_signal_connect_swapped (self->find_bar, "found", G_CALLBACK (found_cb), self);
  g_signal_connect_swapped (self->find_bar, "closed", G_CALLBACK (find_closed_cb), self);
  g_signal_connect_swapped (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self);
  add_leaving (self);
  g_signal_connect_object (galley_key_map_get_default (), "changed", G_CALLBACK (renew_keys), self,
                           G_CONNECT_SWAPPED);
  renew_keys (self);
}

/* In pixels: what the library, the claims and the chosen claim have, unless somebody has given them
 * another size, and what they have where there is more room than the article or the list needs;
 * what the chosen claim keeps where there is little, for its words and its verdict; and what the
 * list of claims wants before that, for four of them. */
#define LIBRARY_WIDTH 240
#define CLAIMS_WIDTH 380
#define WIDE_CLAIMS_WIDTH 480
#define DETAIL_HEIGHT 340
#define LOW_DETAIL_HEIGHT 180
#define LIST_HEIGHT 366

static int
find_claims_width (int width, int space)
{
  return CLAMP (space * 2 / 7, width, WIDE_CLAIMS_WIDTH);
}

static int
find_detail_height (int height, int space)
{
  return CLAMP (space - LIST_HEIGHT, LOW_DETAIL_HEIGHT, MAX (space / 2, height));
}

/**
 * galley_window_save_panes:
 *
 * Remembers how large somebody made the panes, and whether the library is shown, but not where the
 * window is too narrow for it.
 */
void
galley_window_save_panes (GalleyWindow *self)
{
  galley_settings_set_int ("library-pane-width", galley_pane_size_get (self->library_size));
  galley_settings_set_int ("claims-pane-width", galley_pane_size_get (self->claims_size));
  galley_settings_set_int ("detail-pane-height", galley_pane_size_get (self->detail_size));
  if (self->folding == GALLEY_FOLDING_NONE)
    galley_settings_set_boolean ("is-library-shown",
                                 galley_window_is_blind (self)
                                     ? self->had_library
                                     : gtk_widget_get_visible (GTK_WIDGET (self->library_pane)));
}

/**
 * galley_window_save_state:
 *
 * Remembers size, panes and where the person was.
 */
void
galley_window_save_state (GalleyWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  galley_settings_set_int ("window-width", width);
  galley_settings_set_int ("window-height", height);
  galley_settings_set_boolean ("is-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  galley_window_save_panes (self);
  galley_window_note_moment (self, GALLEY_MOMENT_OPEN);
  if (self->check != NULL)
    galley_settings_set_int ("last-caret", galley_article_view_get_caret (self->article_view));
}

/**
 * galley_window_place_panes:
 *
 * Has the claims and the chosen claim given the sizes that they had last, as soon as it is known
 * what room there is for them.
 */
void
galley_window_place_panes (GalleyWindow *self)
{
  galley_pane_size_renew (self->claims_size);
  galley_pane_size_renew (self->detail_size);
}

static void
start_keeping_sizes (GalleyWindow *self)
{
  self->library_size = galley_pane_size_new (
      self->library_paned, GTK_PACK_START,
      galley_settings_get_int ("library-pane-width", LIBRARY_WIDTH), LIBRARY_WIDTH, NULL);
  self->claims_size = galley_pane_size_new (
      self->article_paned, GTK_PACK_END,
      galley_settings_get_int ("claims-pane-width", CLAIMS_WIDTH), CLAIMS_WIDTH, find_claims_width);
  self->detail_size =
      galley_pane_size_new (self->claims_paned, GTK_PACK_END,
                            galley_settings_get_int ("detail-pane-height", DETAIL_HEIGHT),
                            DETAIL_HEIGHT, find_detail_height);
}

/**
 * galley_window_restore_state:
 *
 * Brings back what galley_window_save_state() remembered, but for the article.
 */
void
galley_window_restore_state (GalleyWindow *self)
{
  GActionGroup *actions = G_ACTION_GROUP (self);

  gtk_window_set_default_size (GTK_WINDOW (self), galley_settings_get_int ("window-width", 1280),
                               galley_settings_get_int ("window-height", 800));
  if (galley_settings_get_boolean ("is-maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
  start_keeping_sizes (self);

  g_action_group_change_action_state (
      actions, "show-library",
      g_variant_new_boolean (galley_settings_get_boolean ("is-library-shown", TRUE)));
  g_action_group_change_action_state (
      actions, "show-uncovered",
      g_variant_new_boolean (galley_settings_get_boolean ("show-uncovered", FALSE)));
}

/**
 * galley_window_show_page:
 * @name: "loading", "failed", "empty" or "library"
 *
 * Shows a page in the place of everything below the header bar. What one without articles offers
 * first is what Enter does.
 */
void
galley_window_show_page (GalleyWindow *self, const char *name)
{
  GtkWidget *page;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0)
    return;

  gtk_stack_set_visible_child_name (self->stack, name);
  page = gtk_stack_get_visible_child (self->stack);
  if (ADW_IS_STATUS_PAGE (page))
    gtk_widget_child_focus (adw_status_page_get_child (ADW_STATUS_PAGE (page)),
                            GTK_DIR_TAB_FORWARD);
}

/**
 * galley_window_update_pages:
 *
 * Shows the page that there is something to show on.
 */
void
galley_window_update_pages (GalleyWindow *self)
{
  gboolean is_empty = g_list_model_get_n_items (galley_desk_get_articles (self->desk)) == 0;

  galley_window_show_page (self, is_empty ? "empty" : "library");
}

/**
 * galley_window_show_toast:
 * @toast: (transfer full): what to show
 *
 * Shows a toast at once. The one before goes: its Undo would be taken for that of what was done
 * last.
 */
void
galley_window_show_toast (GalleyWindow *self, AdwToast *toast)
{
  if (self->hint != NULL)
    galley_toasts_dismiss (self->sayings, self->hint);
  galley_toasts_show (self->sayings, toast);
}

/**
 * galley_window_dismiss_toast:
 *
 * Takes the toast away that was shown last.
 */
void
galley_window_dismiss_toast (GalleyWindow *self)
{
  galley_toasts_dismiss_shown (self->sayings);
}
