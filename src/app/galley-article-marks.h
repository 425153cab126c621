/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article-text.h"

G_BEGIN_DECLS

GalleyRange galley_article_marks_find_visible (GtkTextView *view);
void
galley_article_marks_get_location (GtkTextView *view, guint offset, GdkRectangle *out_rectangle);
void galley_article_marks_snapshot (GalleyArticleText *text,
                                    GalleyCheck *check,
                                    GalleyClaim *current,
                                    GalleyRange visible,
                                    GtkSnapshot *snapshot);
GArray *galley_article_marks_get_rectangles (GalleyArticleText *text,
                                             GalleyCheck *check,
                                             GalleyRange range) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_article_marks_find_at_line (GalleyArticleText *text,
                                              GalleyCheck *check,
                                              int buffer_y) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
