/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-log-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_SIGN_OFF_DIALOG (galley_sign_off_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GalleySignOffDialog,
                      galley_sign_off_dialog,
                      GALLEY,
                      SIGN_OFF_DIALOG,
                      AdwWindow)

GalleySignOffDialog *
galley_sign_off_dialog_new (GtkWindow *parent, GalleyLogBook *log_book, const char *article_id);
const char *galley_sign_off_dialog_get_article_id (GalleySignOffDialog *self);

G_END_DECLS
