/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-copy.h"

/**
 * galley_copy_role_to_nick:
 *
 * Returns: (transfer none) (nullable): the name of @role in formats that have room for one, such as
 *   a style; %NULL for a plain one
 */
const char *
galley_copy_role_to_nick (GalleyCopyRole role)
{
  static const char *nicks[GALLEY_N_COPY_ROLES] = {
    [GALLEY_COPY_KICKER] = "kicker",
    [GALLEY_COPY_OPEN] = "open",
    [GALLEY_COPY_DONE] = "done",
    [GALLEY_COPY_COUNT] = "count",
    [GALLEY_COPY_LEGEND] = "legend",
    [GALLEY_COPY_WARNING] = "warning",
    [GALLEY_COPY_NOTHING] = "nothing",
    [GALLEY_COPY_LEAD] = "lead",
    [GALLEY_COPY_ATTRIBUTION] = "attribution",
    [GALLEY_COPY_BOILERPLATE] = "boilerplate",
    [GALLEY_COPY_WORDS] = "words",
    [GALLEY_COPY_PASSAGE] = "passage",
    [GALLEY_COPY_PLACE] = "place",
    [GALLEY_COPY_SOURCE] = "source",
    [GALLEY_COPY_DETAIL] = "detail",
    [GALLEY_COPY_BLANK] = "blank",
    [GALLEY_COPY_COLUMN] = "column",
    [GALLEY_COPY_ROW_NAME] = "row-name",
    [GALLEY_COPY_FIGURE] = "figure",
  };

  g_return_val_if_fail ((guint) role < GALLEY_N_COPY_ROLES, NULL);

  return nicks[role];
}
