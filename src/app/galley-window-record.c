/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-record-verbs.h"
#include "galley-verbs.h"

#include <glib/gi18n.h>

/* What a checker notes of the chosen claim, or does to all that are selected in the list, with one
 * key: each time one step to undo. */

/**
 * galley_window_list_selected:
 *
 * Returns: (transfer full) (nullable) (element-type GalleyClaim): the claims that are selected in
 *   the list, if it is in use and they are several
 */
GPtrArray *
galley_window_list_selected (GalleyWindow *self)
{
  return self->check != NULL && self->last_scope == GALLEY_KEY_IN_CLAIMS
             ? galley_claims_pane_list_selected (self->claims_pane)
             : NULL;
}

/* What a key is about: the claims that are selected, else the chosen one; NULL if there is none. */
static GPtrArray *
list_targets (GalleyWindow *self)
{
  GPtrArray *claims = galley_window_list_selected (self);
  GalleyClaim *claim = galley_window_get_claim (self);

  if (claims == NULL && claim != NULL)
    {
      claims = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (claims, g_object_ref (claim));
    }

  return claims;
}

static const char **
list_ids (GPtrArray *claims)
{
  const char **ids = g_new0 (const char *, claims->len + 1);

  for (guint i = 0; i < claims->len; i++)
    ids[i] = galley_claim_get_id (g_ptr_array_index (claims, i));

  return ids;
}

/* Most of several claims may be out of sight: it is said how many were judged. */
static char *
describe_statuses (guint n_claims, GalleyStatus status)
{
  switch (status)
    {
    case GALLEY_STATUS_CONFIRMED:
      return g_strdup_printf (ngettext ("%u claim confirmed", "%u claims confirmed", n_claims),
                              n_claims);
    case GALLEY_STATUS_DISPUTED:
      return g_strdup_printf (ngettext ("%u claim disputed", "%u claims disputed", n_claims),
                              n_claims);
    case GALLEY_STATUS_PENDING:
    default:
      return g_strdup_printf (
          ngettext ("%u claim set to pending", "%u claims set to pending", n_claims), n_claims);
    }
}

/**
 * galley_window_set_statuses:
 * @claims: (element-type GalleyClaim): claims
 * @status: where they are to stand
 *
 * Gives all of them a status, and leaves those alone that have it.
 */
void
galley_window_set_statuses (GalleyWindow *self, GPtrArray *claims, GalleyStatus status)
{
  g_autoptr (GalleyAction) action =
      galley_verb_set_status ((const char *const[]){ NULL }, status, /* reason= */ NULL);

  /* While something is being saved, what is shown is not the last word. */
  gboolean is_busy =
      galley_saver_get_n_running (self->saver) + galley_saver_get_n_failed (self->saver) > 0;

  for (guint i = 0; i < claims->len; i++)
    {
      GalleyClaim *claim = g_ptr_array_index (claims, i);
      /* A reason says why a claim is not confirmed; it goes with the doubt. */
      const char *reason =
          status != GALLEY_STATUS_CONFIRMED ? galley_claim_get_reason (claim) : NULL;

      if (is_busy || galley_claim_get_status (claim) != status ||
          galley_claim_has_new_sentence (claim))
        galley_verb_add_status (action, galley_claim_get_id (claim), status, reason);
    }
  if (action->changes->len > 0)
    {
      g_autofree char *toast = describe_statuses (action->changes->len, status);

      galley_window_perform (self, action, toast);
    }
}

/**
 * galley_window_delete_claims:
 * @claims: (element-type GalleyClaim): several claims
 *
 * Deletes them.
 */
void
galley_window_delete_claims (GalleyWindow *self, GPtrArray *claims)
{
  g_autofree const char **ids = list_ids (claims);
  g_autoptr (GalleyAction) action = galley_verb_delete_claims (ids);
  g_autofree char *toast = g_strdup_printf (
      ngettext ("%u claim deleted", "%u claims deleted", claims->len), claims->len);

  galley_window_perform (self, action, toast);
}

/* Takes the star only from claims that all have it. */
static void
star_action (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;
  g_autoptr (GPtrArray) claims = list_targets (self);
  g_autofree const char **ids = NULL;
  g_autoptr (GalleyAction) action = NULL;
  gboolean is_starred = TRUE;

  if (claims == NULL)
    return;

  for (guint i = 0; i < claims->len; i++)
    is_starred = is_starred && galley_claim_is_starred (g_ptr_array_index (claims, i));
  ids = list_ids (claims);
  action = galley_verb_set_starred (ids, !is_starred);
  galley_window_perform (self, action, /* toast= */ NULL);
}

/* Sets a priority, or takes it back from claims that all have it. */
static void
toggle_priority (GalleyWindow *self, GalleyPriority priority)
{
  g_autoptr (GPtrArray) claims = list_targets (self);
  g_autofree const char **ids = NULL;
  g_autoptr (GalleyAction) action = NULL;
  gboolean is_set = TRUE;

  if (claims == NULL)
    return;

  for (guint i = 0; i < claims->len; i++)
    is_set = is_set && galley_claim_get_priority (g_ptr_array_index (claims, i)) == priority;
  ids = list_ids (claims);
  action = galley_verb_set_priority (ids, is_set ? GALLEY_PRIORITY_NORMAL : priority);
  galley_window_perform (self, action, /* toast= */ NULL);
}

static void
high_priority_action (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  toggle_priority (user_data, GALLEY_PRIORITY_HIGH);
}

static void
low_priority_action (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  toggle_priority (user_data, GALLEY_PRIORITY_LOW);
}

static void
edit_category_action (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  if (!galley_window_refuse_signed (self))
    galley_claim_panel_edit (self->claim_panel, GALLEY_RECORD_CATEGORY);
}

static void
write_note_action (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  if (!galley_window_refuse_signed (self))
    galley_claim_panel_write_note (self->claim_panel);
}

static void
selected_cb (GalleyWindow *self)
{
  g_autoptr (GPtrArray) claims = galley_claims_pane_list_selected (self->claims_pane);

  galley_claim_panel_set_selected (self->claim_panel, claims);
  galley_window_update_actions (self);
}

/**
 * galley_window_add_record_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_record_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "star", .activate = star_action },
    { .name = "high-priority", .activate = high_priority_action },
    { .name = "low-priority", .activate = low_priority_action },
    { .name = "edit-category", .activate = edit_category_action },
    { .name = "write-note", .activate = write_note_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_swapped (self->claims_pane, "selected", G_CALLBACK (selected_cb), self);
}
