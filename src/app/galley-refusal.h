/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-saver.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *galley_refusal_describe (GalleySaver *saver, GalleyCheck *check) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_refusal_can_retry (GalleySaver *saver, GalleyCheck *check);
void galley_refusal_retry (GtkWindow *parent,
                           GalleySaver *saver,
                           GalleyCheck *check,
                           GCancellable *cancellable);

G_END_DECLS
