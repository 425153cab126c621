/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-actions.h"

/**
 * galley_actions_enable:
 * @group: simple actions
 * @is_enabled: whether all of them can be used
 */
void
galley_actions_enable (GSimpleActionGroup *group, gboolean is_enabled)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (group));

  for (guint i = 0; names[i] != NULL; i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (group), names[i])), is_enabled);
}
