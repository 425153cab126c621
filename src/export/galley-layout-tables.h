/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-copy-builder.h"

G_BEGIN_DECLS

void galley_layout_begin_row (GalleyCopy *copy, const char *name, GalleyCopyMarks marks);
void galley_layout_add_figure (GalleyCopy *copy, char *words);
void galley_layout_add_number (GalleyCopy *copy, guint64 number);

G_END_DECLS
