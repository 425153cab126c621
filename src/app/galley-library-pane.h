/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_LIBRARY_PANE (galley_library_pane_get_type ())
G_DECLARE_FINAL_TYPE (GalleyLibraryPane, galley_library_pane, GALLEY, LIBRARY_PANE, AdwBin)

void galley_library_pane_set_desk (GalleyLibraryPane *self, GalleyDesk *desk);
void galley_library_pane_set_show_archived (GalleyLibraryPane *self, gboolean show_archived);
void galley_library_pane_select (GalleyLibraryPane *self, const char *article_id);
void galley_library_pane_refresh (GalleyLibraryPane *self);

const char *galley_library_pane_get_words (GalleyLibraryPane *self);
GtkWidget *galley_library_pane_get_list (GalleyLibraryPane *self);
gboolean galley_library_pane_is_walked (GalleyLibraryPane *self);
GalleyArticle *galley_library_pane_get_focused_article (GalleyLibraryPane *self);
void galley_library_pane_focus_list (GalleyLibraryPane *self);
void galley_library_pane_focus_search (GalleyLibraryPane *self);

G_END_DECLS
