/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-range.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _GalleyArticleScroll GalleyArticleScroll;

GalleyArticleScroll *galley_article_scroll_new (GtkTextView *view) G_GNUC_WARN_UNUSED_RESULT;
void galley_article_scroll_free (GalleyArticleScroll *self);
void galley_article_scroll_show (GalleyArticleScroll *self, GalleyRange words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyArticleScroll, galley_article_scroll_free)

G_END_DECLS
