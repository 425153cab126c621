/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean galley_article_gaps_hold (const GtkTextIter *iter);
void galley_article_gaps_leave (GtkTextView *view,
                                GtkMovementStep step,
                                int count,
                                gboolean extends_selection);
void galley_article_gaps_settle (GtkTextView *view);
gboolean galley_article_gaps_see (GtkTextView *view, GdkEvent *event);

G_END_DECLS
