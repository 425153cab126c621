/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-odt-styles.h"
#include "galley-office-text.h"

G_BEGIN_DECLS

/**
 * GalleyOdtOpen:
 * @data: what was given with the function
 * @name: name of a part of the document
 *
 * Returns: (transfer full) (nullable): what is in the part, or %NULL if it cannot be read
 */
typedef GBytes *(*GalleyOdtOpen) (gpointer data, const char *name);

gboolean galley_odt_body_read (GBytes *bytes,
                               GalleyOfficeText *text,
                               GalleyOdtStyles *styles,
                               GalleyOdtOpen open_part,
                               gpointer data,
                               const char *label,
                               GCancellable *cancellable,
                               gboolean *out_has_text,
                               GError **error);

G_END_DECLS
