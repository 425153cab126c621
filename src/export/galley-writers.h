/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-copy.h"

G_BEGIN_DECLS

/* One writer per format. Each walks once what it is given, and returns the whole file. Those for
 * people print a copy, whatever its layout; those for programs have a form of their own. Those
 * that have an error may fail. */

GString *galley_html_write (GalleyCopy *copy) G_GNUC_WARN_UNUSED_RESULT;
GString *galley_markdown_write (GalleyCopy *copy) G_GNUC_WARN_UNUSED_RESULT;
GString *galley_text_write (GalleyCopy *copy) G_GNUC_WARN_UNUSED_RESULT;
GString *galley_annotations_write (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;
GString *galley_annotations_write_claim (GalleyReport *report, guint claim)
    G_GNUC_WARN_UNUSED_RESULT;
GBytes *galley_docx_write (GalleyCopy *copy, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GBytes *galley_odt_write (GalleyCopy *copy, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GBytes *galley_pages_write_pdf (GalleyCopy *copy, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GString *galley_csv_write (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;

GBytes *galley_claimreview_write (GalleyReport *report, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *galley_xlsx_write (GalleyReport *report, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
