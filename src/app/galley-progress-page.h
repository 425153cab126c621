/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-copy.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_progress_page_fill (GtkBox *box, GalleyCopy *copy);

G_END_DECLS
