/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-layout-private.h"

/**
 * galley_copy_set:
 * @report: what goes out
 *
 * Sets the report in the layout that its options ask for. Linear in what comes out.
 *
 * Returns: (transfer full): the copy, for any writer
 */
GalleyCopy *
galley_copy_set (GalleyReport *report)
{
  static void (*const layouts[GALLEY_N_ALL_LAYOUTS]) (GalleyCopy * copy) = {
    [GALLEY_LAYOUT_ANNOTATED] = galley_layout_set_annotated,
    [GALLEY_LAYOUT_MEMO] = galley_layout_set_memo,
    [GALLEY_LAYOUT_LEGAL] = galley_layout_set_legal,
    [GALLEY_LAYOUT_QUERIES] = galley_layout_set_queries,
    [GALLEY_LAYOUT_CALL_SHEET] = galley_layout_set_call_sheet,
    [GALLEY_LAYOUT_PUBLICATION] = galley_layout_set_publication,
    [GALLEY_LAYOUT_MINUTES] = galley_layout_set_minutes,
    [GALLEY_LAYOUT_ARCHIVE] = galley_layout_set_archive,
    [GALLEY_LAYOUT_PROGRESS] = galley_layout_set_progress,
    [GALLEY_LAYOUT_AGREEMENT] = galley_layout_set_agreement,
  };
  GalleyCopy *copy;

  g_return_val_if_fail (GALLEY_IS_REPORT (report), NULL);

  copy = galley_copy_new (report);
  layouts[galley_report_get_options (report)->layout](copy);
  galley_copy_finish (copy);

  return copy;
}
