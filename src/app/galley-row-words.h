/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_ROW_WORDS (galley_row_words_get_type ())
G_DECLARE_FINAL_TYPE (GalleyRowWords, galley_row_words, GALLEY, ROW_WORDS, GtkWidget)

void galley_row_words_set_text (GalleyRowWords *self, const char *text);

G_END_DECLS
