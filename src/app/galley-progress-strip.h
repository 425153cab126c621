/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-status.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_PROGRESS_STRIP (galley_progress_strip_get_type ())
G_DECLARE_FINAL_TYPE (GalleyProgressStrip, galley_progress_strip, GALLEY, PROGRESS_STRIP, GtkWidget)

void galley_progress_strip_set_counts (GalleyProgressStrip *self,
                                       const guint n_with_status[GALLEY_N_STATUSES]);

G_END_DECLS
