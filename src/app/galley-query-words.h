/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-query.h"

G_BEGIN_DECLS

gboolean galley_query_words_is_overdue (GalleyQuery *query, gint64 now_ms);
char *galley_query_words_format_addressee (GalleyQuery *query) G_GNUC_WARN_UNUSED_RESULT;
char *galley_query_words_format_due (GalleyQuery *query, gint64 now_ms) G_GNUC_WARN_UNUSED_RESULT;
char *galley_query_words_format_head (GalleyQuery *query, gint64 now_ms) G_GNUC_WARN_UNUSED_RESULT;
int galley_query_words_compare_groups (GalleyQuery *a, GalleyQuery *b);
char *galley_query_words_format_all (GPtrArray *places, gint64 now_ms) G_GNUC_WARN_UNUSED_RESULT;
char *galley_query_words_format_call_sheet (GalleySource *source, GPtrArray *places, gint64 now_ms)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_query_words_make_mail (const char *subject, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
