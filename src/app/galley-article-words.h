/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_article_words_settle (GtkTextView *view, gboolean is_extended);
void galley_article_words_see (GtkTextView *view, GdkEvent *event);

G_END_DECLS
