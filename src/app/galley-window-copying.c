/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-window-private.h"

#include "galley-claim-copy.h"

#include <glib/gi18n.h>

/* Puts the chosen claim with all that is known of it on the clipboard, with confidential sources
 * masked: nobody knows where it will be pasted. */
static void
copy_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const struct
  {
    const char *name;
    GalleyClaimForm form;
  } forms[] = {
    { "copy-claim", GALLEY_CLAIM_AS_TEXT },
    { "copy-claim-markdown", GALLEY_CLAIM_AS_MARKDOWN },
    { "copy-claim-json", GALLEY_CLAIM_AS_JSON_LD },
  };
  GalleyWindow *self = user_data;
  GalleyClaim *claim;
  g_autoptr (GalleyReport) report = NULL;
  gint position;

  galley_window_flush (self);
  claim = galley_window_get_claim (self);
  if (claim == NULL)
    return;

  report = galley_report_new (
      galley_check_get_article (self->check), galley_check_get_document (self->check),
      galley_check_get_claims (self->check), galley_check_get_dismissals (self->check),
      /* options= */ NULL);
  position = galley_claim_copy_find (report, galley_claim_get_id (claim));
  for (guint i = 0; position >= 0 && i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), forms[i].name))
      {
        g_autofree char *text = galley_claim_copy_write (report, (guint) position, forms[i].form);

        gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
        galley_window_say (self, _ ("The claim is copied"));
      }
}

static const GActionEntry entries[] = {
  { .name = "copy-claim", .activate = copy_action },
  { .name = "copy-claim-markdown", .activate = copy_action },
  { .name = "copy-claim-json", .activate = copy_action },
};

/**
 * galley_window_add_copying_actions:
 *
 * Gives the window the actions that copy a claim.
 */
void
galley_window_add_copying_actions (GalleyWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
