/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-log-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_OPEN_QUERIES (galley_open_queries_get_type ())
G_DECLARE_FINAL_TYPE (GalleyOpenQueries, galley_open_queries, GALLEY, OPEN_QUERIES, AdwWindow)

GalleyOpenQueries *galley_open_queries_new (GtkWindow *parent, GalleyLogBook *log_book);

G_END_DECLS
