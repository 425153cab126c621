/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-odt-styles.h"
#include "galley-office-text.h"

G_BEGIN_DECLS

gboolean galley_odt_body_read (GBytes *bytes,
                               GalleyOfficeText *text,
                               GalleyOdtStyles *styles,
                               const char *label,
                               GCancellable *cancellable,
                               gboolean *out_has_text,
                               GError **error);

G_END_DECLS
