/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-figures.h"

G_BEGIN_DECLS

/* Figures in words, as the reader's language and locale have them. All are (transfer full). */

char *galley_figures_words_format_number (guint64 number) G_GNUC_WARN_UNUSED_RESULT;
char *galley_figures_words_format_rate (double rate) G_GNUC_WARN_UNUSED_RESULT;
char *galley_figures_words_format_share (guint n, guint n_all) G_GNUC_WARN_UNUSED_RESULT;
char *galley_figures_words_format_time (double time_ms) G_GNUC_WARN_UNUSED_RESULT;
char *galley_figures_words_format_span (GalleyFigures *figures, guint span, gboolean is_short)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_figures_words_name_category (const char *nick) G_GNUC_WARN_UNUSED_RESULT;
char *galley_figures_words_name_checker (const char *name) G_GNUC_WARN_UNUSED_RESULT;
const char *galley_figures_words_name_span (GalleyFigures *figures);

G_END_DECLS
