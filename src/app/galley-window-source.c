/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-details-dialog.h"
#include "galley-draft.h"

#include <glib/gi18n.h>

/* What is known of where the article comes from, and what of that is not in it. */

static void
details_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  gtk_window_present (GTK_WINDOW (galley_details_dialog_new (GTK_WINDOW (self), self->check)));
}

static void
bring_back_cb (GalleyWindow *self, guint omission)
{
  g_autoptr (GalleyAction) action = NULL;
  guint n_omissions;
  const GalleyOmission *omissions;

  /* The article is being loaded again. */
  if (self->check == NULL || self->load != NULL)
    return;
  omissions = galley_document_get_omissions (galley_check_get_document (self->check), &n_omissions);
  if (omission >= n_omissions)
    return;

  galley_window_flush (self);
  /* Past the blank line that will part it from what is before. */
  self->wanted_caret = omissions[omission].offset > 0 ? omissions[omission].offset + 2 : 0;
  action = galley_draft_bring_back (self->check, &omission, 1);
  galley_window_perform (self, action, _ ("Text brought back"));
}

static void
left_out_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyWindow *self = user_data;

  if (self->left_out == NULL)
    {
      self->left_out = galley_left_out_dialog_new (GTK_WINDOW (self), self->check);
      g_object_add_weak_pointer (G_OBJECT (self->left_out), (gpointer *) &self->left_out);
      g_signal_connect_object (self->left_out, "bring-back", G_CALLBACK (bring_back_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (self->left_out));
}

/**
 * galley_window_show_source:
 *
 * Another article is shown, or another draft of it: says how much was left out of it.
 */
void
galley_window_show_source (GalleyWindow *self)
{
  g_autofree char *label = NULL;
  guint n_omissions = 0;

  if (self->check != NULL)
    galley_document_get_omissions (galley_check_get_document (self->check), &n_omissions);
  gtk_widget_set_visible (self->left_out_button, n_omissions > 0);
  /* Translators: how many blocks of a page are no part of the article. */
  label = g_strdup_printf (ngettext ("%u left out", "%u left out", n_omissions), n_omissions);
  gtk_button_set_label (GTK_BUTTON (self->left_out_button), label);
  if (self->left_out != NULL && self->check != NULL)
    galley_left_out_dialog_set_check (self->left_out, self->check);
}

/**
 * galley_window_add_source_actions:
 *
 * For galley_window_add_actions().
 */
void
galley_window_add_source_actions (GalleyWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "details", .activate = details_action },
    { .name = "left-out", .activate = left_out_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
