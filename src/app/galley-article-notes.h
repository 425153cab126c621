/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article-text.h"

G_BEGIN_DECLS

void galley_article_notes_snapshot (GalleyArticleText *text,
                                    GalleyCheck *check,
                                    GalleyRange visible,
                                    GPtrArray *chosen,
                                    GPtrArray *pointed,
                                    GtkSnapshot *snapshot);
GPtrArray *galley_article_notes_find_at_line (GalleyArticleText *text,
                                              GalleyCheck *check,
                                              int buffer_y) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
