/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *galley_article_fold (const char *utf8, gsize length_bytes, gboolean folds_words)
    G_GNUC_WARN_UNUSED_RESULT;

void galley_article_folds_snapshot (GtkTextView *view,
                                    GalleyCheck *check,
                                    GalleyRange visible,
                                    double scale,
                                    GtkSnapshot *snapshot);
void galley_article_folds_copy (GtkTextView *view, GalleyCheck *check);

G_END_DECLS
