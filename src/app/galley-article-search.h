/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_ARTICLE_SEARCH (galley_article_search_get_type ())
G_DECLARE_FINAL_TYPE (GalleyArticleSearch, galley_article_search, GALLEY, ARTICLE_SEARCH, GObject)

GalleyArticleSearch *galley_article_search_new (void) G_GNUC_WARN_UNUSED_RESULT;

GListModel *galley_article_search_set_desk (GalleyArticleSearch *self, GalleyDesk *desk)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_article_search_set_words (GalleyArticleSearch *self, const char *words);
gboolean galley_article_search_has_words (GalleyArticleSearch *self);
void galley_article_search_set_show_archived (GalleyArticleSearch *self, gboolean show_archived);
gboolean galley_article_search_get_show_archived (GalleyArticleSearch *self);
void galley_article_search_refresh (GalleyArticleSearch *self);

G_END_DECLS
