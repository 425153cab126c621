/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_ARTICLE_ROW (galley_article_row_get_type ())
G_DECLARE_FINAL_TYPE (GalleyArticleRow, galley_article_row, GALLEY, ARTICLE_ROW, AdwBin)

GtkWidget *galley_article_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

GalleyArticle *galley_article_row_get_article (GalleyArticleRow *self);
void galley_article_row_set_article (GalleyArticleRow *self, GalleyArticle *article);

G_END_DECLS
