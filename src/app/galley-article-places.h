/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article-view.h"

G_BEGIN_DECLS

gboolean
galley_article_places_next (GalleyArticleView *view, GalleyDocument *document, const char *quote);

G_END_DECLS
