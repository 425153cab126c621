/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *galley_log_words_describe (GalleySource *source) G_GNUC_WARN_UNUSED_RESULT;
char *galley_log_words_format_kind (GalleySource *source) G_GNUC_WARN_UNUSED_RESULT;
void galley_log_words_set_up_time (GtkEditable *field);
char *galley_log_words_format_input_time (gint64 time_ms) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_log_words_parse_time (const char *text, gint64 *out_time_ms);

G_END_DECLS
