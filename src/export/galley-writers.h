/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-report.h"

G_BEGIN_DECLS

/* One writer per format. Each walks the report once and returns the whole file; those that have an
 * error may fail. */

GString *galley_html_write (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;
GString *galley_markdown_write (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;
GString *galley_annotations_write (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;
GString *galley_csv_write (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;

GBytes *galley_claimreview_write (GalleyReport *report, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *galley_docx_write (GalleyReport *report, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *galley_odt_write (GalleyReport *report, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *galley_xlsx_write (GalleyReport *report, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
