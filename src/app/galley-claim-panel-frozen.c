/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-panel-private.h"

/* The panel of an article that is signed off: everything can be read, selected and copied, nothing
 * can be changed. */

/**
 * galley_claim_panel_set_frozen:
 * @is_frozen: whether the article is signed off, and its claims can only be read
 *
 * Says so, too. What somebody is typing stays in its field.
 */
void
galley_claim_panel_set_frozen (GalleyClaimPanel *self, gboolean is_frozen)
{
  g_return_if_fail (GALLEY_IS_CLAIM_PANEL (self));

  if (gtk_revealer_get_reveal_child (self->frozen_bar) == is_frozen)
    return;

  gtk_revealer_set_reveal_child (self->frozen_bar, is_frozen);
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "status")),
      !is_frozen);
  galley_note_list_set_read_only (self->notes, is_frozen);
  galley_claim_record_set_read_only (self->record, is_frozen);
  galley_evidence_list_set_read_only (self->sources, is_frozen);
  galley_claim_thread_set_read_only (self->thread, is_frozen);
  galley_query_list_set_read_only (self->queries, is_frozen);
  galley_claim_batch_set_read_only (self->batch, is_frozen);
}
