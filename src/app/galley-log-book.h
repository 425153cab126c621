/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-log-entry.h"
#include "galley-saver.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_LOG_BOOK (galley_log_book_get_type ())
G_DECLARE_FINAL_TYPE (GalleyLogBook, galley_log_book, GALLEY, LOG_BOOK, GObject)

GalleyLogBook *galley_log_book_new (GalleyDesk *desk, GalleySaver *saver) G_GNUC_WARN_UNUSED_RESULT;
GalleyLogBook *galley_log_book_find_for (GtkWidget *widget);

GalleyDesk *galley_log_book_get_desk (GalleyLogBook *self);
GalleySaver *galley_log_book_get_saver (GalleyLogBook *self);
GListModel *galley_log_book_get_entries (GalleyLogBook *self);
gboolean galley_log_book_is_loaded (GalleyLogBook *self);

GalleySource *galley_log_book_find (GalleyLogBook *self, const char *id);
GalleySource *galley_log_book_find_at (GalleyLogBook *self, const char *address);
GPtrArray *galley_log_book_complete (GalleyLogBook *self, const char *typed, guint max)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_log_book_complete_group (GalleyLogBook *self, const char *typed, guint max)
    G_GNUC_WARN_UNUSED_RESULT;

void galley_log_book_show_claim (GalleyLogBook *self, const char *article_id, const char *claim_id);

G_END_DECLS
