/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-copy.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_TABLE_VIEW (galley_table_view_get_type ())
G_DECLARE_FINAL_TYPE (GalleyTableView, galley_table_view, GALLEY, TABLE_VIEW, AdwBin)

GtkWidget *galley_table_view_new (const char *name, const GalleyCopyElement *table);
char *galley_table_view_dup_text (GalleyTableView *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
