/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-report.h"

G_BEGIN_DECLS

/* What more than one writer says, in the words of the reader's language. */

const char *galley_words_get_language (void);
gboolean galley_words_run_from_right (void);
const char *galley_words_get_article_language (GalleyReport *report);
const char *galley_words_get_symbol (GalleyStatus status);
char *galley_words_name_claim (guint number, GalleyStatus status) G_GNUC_WARN_UNUSED_RESULT;
char *galley_words_count_claims (GalleyStatus status, guint n_claims) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_words_describe_state (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;
char *galley_words_format_coverage (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;
char *galley_words_sum_up (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;
char *galley_words_name_copy (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;
const char *galley_words_get_field_label (GalleyMetadataField field);
const char *galley_words_get_checked_label (GalleyStatus status);
char *galley_words_format_time (gint64 time) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
