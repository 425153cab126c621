/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article-target.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_ARTICLE_VIEW (galley_article_view_get_type ())
G_DECLARE_FINAL_TYPE (GalleyArticleView, galley_article_view, GALLEY, ARTICLE_VIEW, AdwBin)

void galley_article_view_set_check (GalleyArticleView *self, GalleyCheck *check, guint caret);

void galley_article_view_set_current_claim (GalleyArticleView *self, GalleyClaim *claim);
GalleyClaim *galley_article_view_get_current_claim (GalleyArticleView *self);

void galley_article_view_set_caret (GalleyArticleView *self, guint offset);
guint galley_article_view_get_caret (GalleyArticleView *self);
void galley_article_view_select (GalleyArticleView *self, GalleyRange range);
gboolean galley_article_view_get_selection (GalleyArticleView *self, GalleyRange *out_range);
gboolean galley_article_view_get_target (GalleyArticleView *self, GalleyTarget *out_target);

void galley_article_view_set_show_uncovered (GalleyArticleView *self, gboolean show_uncovered);
void galley_article_view_set_scale (GalleyArticleView *self, double scale);
double galley_article_view_get_scale (GalleyArticleView *self);

G_END_DECLS
