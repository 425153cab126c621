/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_row_words_set (GtkInscription *inscription, const char *words);

G_END_DECLS
