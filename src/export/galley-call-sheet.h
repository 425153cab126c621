/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-report.h"

G_BEGIN_DECLS

/* Stands for the id of a source where nobody said which one it is. */
#define GALLEY_CALL_SHEET_NOBODY ""

GPtrArray *galley_call_sheet_list_sources (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;
char *galley_call_sheet_dup_name (GalleyReport *report, const char *source_id)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
