/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-export.h"

#include <adwaita.h>

G_BEGIN_DECLS

void galley_report_saving_ask (GtkWindow *parent,
                               const char *title,
                               GalleyReport *report,
                               const GalleyExportFormat *format,
                               GCancellable *cancellable,
                               AdwToastOverlay *toasts);
void galley_report_saving_write (GalleyReport *report,
                                 const GalleyExportFormat *format,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 AdwToastOverlay *toasts);

G_END_DECLS
