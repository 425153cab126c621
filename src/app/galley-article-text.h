/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_ARTICLE_TEXT (galley_article_text_get_type ())
G_DECLARE_FINAL_TYPE (GalleyArticleText, galley_article_text, GALLEY, ARTICLE_TEXT, GtkSourceView)

void galley_article_text_refresh (GalleyArticleText *self);
void galley_article_text_set_check (GalleyArticleText *self, GalleyCheck *check);
void galley_article_text_set_current_claim (GalleyArticleText *self, GalleyClaim *claim);
double galley_article_text_get_em (GalleyArticleText *self);
double galley_article_text_get_scale (GalleyArticleText *self);

GPtrArray *galley_article_text_find_badge (GalleyArticleText *self, double x, double y)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_article_text_find_note_sign (GalleyArticleText *self, double x, double y)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
