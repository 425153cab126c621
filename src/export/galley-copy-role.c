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

/**
 * galley_copy_introduces:
 * @elements: (array length=n_elements): the elements of a copy
 * @n_elements: how many there are
 * @index: of one of them
 *
 * Returns: whether it says, under a heading, what the list, table, chart or entries behind it are,
 * so that it is of no use without them
 */
gboolean
galley_copy_introduces (const GalleyCopyElement *elements, guint n_elements, guint index)
{
  const GalleyCopyElement *element = &elements[index];

  if (index == 0 || index + 1 >= n_elements || element->kind != GALLEY_COPY_PARAGRAPH ||
      element->role != GALLEY_COPY_PLAIN || element->block >= 0 ||
      element[-1].kind != GALLEY_COPY_HEADING)
    return FALSE;

  return element[1].kind == GALLEY_COPY_ITEM || element[1].kind == GALLEY_COPY_CHART ||
         element[1].kind == GALLEY_COPY_BEGIN;
}
