/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-saver.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void galley_discard_ask (GtkWindow *parent, GalleySaver *saver, GCancellable *cancellable);

G_END_DECLS
