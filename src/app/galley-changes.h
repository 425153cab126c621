/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-log-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_CHANGES (galley_changes_get_type ())
G_DECLARE_FINAL_TYPE (GalleyChanges, galley_changes, GALLEY, CHANGES, AdwWindow)

GalleyChanges *
galley_changes_new (GtkWindow *parent, GalleyLogBook *log_book, const char *article_id);

G_END_DECLS
