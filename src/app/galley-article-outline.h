/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GALLEY_OUTLINE_SIZE 2.f /* how thick the line is, in pixels */

void galley_article_outline_join (GArray *rectangles);
gboolean galley_article_outline_is_one (GArray *rectangles);
void galley_article_outline_append (GtkSnapshot *snapshot,
                                    GArray *rectangles,
                                    double top,
                                    double bottom,
                                    const GdkRGBA *colour,
                                    gboolean is_broken);

G_END_DECLS
