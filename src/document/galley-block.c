/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-block.h"

static const char *nicks[GALLEY_N_BLOCK_ROLES] = {
  [GALLEY_BLOCK_TITLE] = "title",
  [GALLEY_BLOCK_LEAD] = "lead",
  [GALLEY_BLOCK_HEADING] = "heading",
  [GALLEY_BLOCK_PARAGRAPH] = "paragraph",
  [GALLEY_BLOCK_LIST_ITEM] = "list-item",
  [GALLEY_BLOCK_QUOTE] = "quote",
  [GALLEY_BLOCK_ATTRIBUTION] = "attribution",
  [GALLEY_BLOCK_TABLE_ROW] = "table-row",
  [GALLEY_BLOCK_BOILERPLATE] = "boilerplate",
};

/**
 * galley_block_role_to_nick:
 *
 * Returns: (transfer none): the name of @role in drafts, on the command line and in JSON
 */
const char *
galley_block_role_to_nick (GalleyBlockRole role)
{
  g_return_val_if_fail ((guint) role < GALLEY_N_BLOCK_ROLES, NULL);

  return nicks[role];
}

/**
 * galley_block_role_from_nick:
 * @nick: (nullable): a name
 * @out_role: (out): the role; untouched if there is none of that name
 *
 * Returns: whether @nick names a role
 */
gboolean
galley_block_role_from_nick (const char *nick, GalleyBlockRole *out_role)
{
  for (guint i = 0; i < GALLEY_N_BLOCK_ROLES; i++)
    {
      if (g_strcmp0 (nick, nicks[i]) == 0)
        {
          *out_role = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * galley_block_role_is_checkable:
 *
 * Returns: whether the sentences of such a block are suggested as claims and count towards coverage
 */
gboolean
galley_block_role_is_checkable (GalleyBlockRole role)
{
  return role != GALLEY_BLOCK_HEADING && role != GALLEY_BLOCK_ATTRIBUTION &&
         role != GALLEY_BLOCK_BOILERPLATE;
}
