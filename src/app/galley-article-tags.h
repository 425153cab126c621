/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-article-rest.h"
#include "galley-check.h"
#include "galley-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _GalleyArticleTags GalleyArticleTags;

GalleyArticleTags *galley_article_tags_new (GtkTextBuffer *buffer) G_GNUC_WARN_UNUSED_RESULT;
void galley_article_tags_free (GalleyArticleTags *self);

void galley_article_tags_set_look (GalleyArticleTags *self, const GalleyLook *look);
void galley_article_tags_set_metrics (GalleyArticleTags *self, double em, double scale);
void galley_article_tags_style_blocks (GalleyArticleTags *self,
                                       GalleyDocument *document,
                                       PangoContext *context);
void galley_article_tags_show (GalleyArticleTags *self,
                               GalleyCheck *check,
                               PangoContext *context,
                               guint caret);
void galley_article_tags_show_none (GalleyArticleTags *self);
void galley_article_tags_restyle (GalleyArticleTags *self, GalleyRange range, GalleyRange seen);
void galley_article_tags_set_show_uncovered (GalleyArticleTags *self,
                                             gboolean show_uncovered,
                                             GalleyRange seen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyArticleTags, galley_article_tags_free)

G_END_DECLS
