/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-log-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_PROGRESS_WINDOW (galley_progress_window_get_type ())
G_DECLARE_FINAL_TYPE (GalleyProgressWindow,
                      galley_progress_window,
                      GALLEY,
                      PROGRESS_WINDOW,
                      AdwWindow)

GalleyProgressWindow *galley_progress_window_new (GtkWindow *parent, GalleyLogBook *log_book);
void galley_progress_window_show (GalleyProgressWindow *self,
                                  const char *article_id,
                                  gboolean is_about_all);
void galley_progress_window_write (GalleyProgressWindow *self, GFile *file, const char *format);

G_END_DECLS
