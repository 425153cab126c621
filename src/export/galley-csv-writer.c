/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-table.h"
#include "galley-escape.h"
#include "galley-writers.h"

/*
 * The claim table: RFC 4180 with a line of names, one record a claim. A cell is empty where nothing
 * is known.
 */

/**
 * galley_csv_write:
 *
 * Returns: (transfer full): the claim table, UTF-8 with CRLF line ends
 */
GString *
galley_csv_write (GalleyReport *report)
{
  GString *out = g_string_new (galley_report_get_options (report)->csv_bom ? "\357\273\277" : "");
  guint n_columns = galley_claim_table_get_n_columns ();

  for (guint column = 0; column < n_columns; column++)
    g_string_append_printf (out, "%s%s", column > 0 ? "," : "",
                            galley_claim_table_get_name (column));
  g_string_append (out, "\r\n");

  for (guint i = 0; i < galley_claim_table_get_n_rows (report); i++)
    {
      for (guint column = 0; column < n_columns; column++)
        {
          g_autofree char *cell = galley_claim_table_dup_cell (report, i, column);

          if (column > 0)
            g_string_append_c (out, ',');
          galley_escape_csv (out, cell != NULL ? cell : "");
        }
      g_string_append (out, "\r\n");
    }

  return out;
}
