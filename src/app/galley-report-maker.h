/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-desk.h"
#include "galley-report.h"

G_BEGIN_DECLS

void galley_report_maker_make_async (GalleyDesk *desk,
                                     GalleyCheck *check,
                                     const GalleyReportOptions *options,
                                     const char *session_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GalleyReport *galley_report_maker_make_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
