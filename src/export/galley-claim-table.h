/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-report.h"

G_BEGIN_DECLS

/* The table of claims, one row a claim, for the writers of tables. */

/**
 * GalleyClaimTableKind:
 * @GALLEY_CLAIM_TABLE_TEXT: a few words
 * @GALLEY_CLAIM_TABLE_LONG_TEXT: a sentence or more, maybe in several lines
 * @GALLEY_CLAIM_TABLE_NUMBER: a whole number
 * @GALLEY_CLAIM_TABLE_TIME: a moment
 * @GALLEY_CLAIM_TABLE_STATUS: nick of a status
 *
 * What the cells of a column hold.
 */
typedef enum
{
  GALLEY_CLAIM_TABLE_TEXT,
  GALLEY_CLAIM_TABLE_LONG_TEXT,
  GALLEY_CLAIM_TABLE_NUMBER,
  GALLEY_CLAIM_TABLE_TIME,
  GALLEY_CLAIM_TABLE_STATUS,
} GalleyClaimTableKind;

guint galley_claim_table_get_n_columns (void);
const char *galley_claim_table_get_name (guint column);
GalleyClaimTableKind galley_claim_table_get_kind (guint column);
guint galley_claim_table_get_n_rows (GalleyReport *report);
char *galley_claim_table_dup_cell (GalleyReport *report, guint row, guint column)
    G_GNUC_WARN_UNUSED_RESULT;

void galley_claim_table_append_former (GString *out, GalleyFormer *former);

G_END_DECLS
