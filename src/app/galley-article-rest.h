/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-range.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For what can wait until the frame is on the screen, but not until a long text is laid out, which
 * GtkTextView does at GTK_TEXT_VIEW_PRIORITY_VALIDATE. */
#define GALLEY_PRIORITY_AFTER_FRAME (GDK_PRIORITY_REDRAW + 2)

/**
 * GalleyArticleRest:
 *
 * Parts of an article's text, off the screen, that get their tags after the next frame.
 */
typedef struct _GalleyArticleRest GalleyArticleRest;

/**
 * GalleyArticleRestFunc:
 * @range: characters to set now
 * @is_new: whether they were never set before
 */
typedef void (*GalleyArticleRestFunc) (GalleyRange range, gboolean is_new, gpointer data);

GalleyArticleRest *galley_article_rest_new (GalleyArticleRestFunc func, gpointer data)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_article_rest_free (GalleyArticleRest *self);
void galley_article_rest_add (GalleyArticleRest *self, GalleyRange range, gboolean is_new);
void galley_article_rest_clear (GalleyArticleRest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyArticleRest, galley_article_rest_free)

G_END_DECLS
