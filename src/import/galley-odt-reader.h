/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document-builder.h"

G_BEGIN_DECLS

GalleyDocument *galley_odt_read (GBytes *bytes,
                                 GBytes *original,
                                 const char *media_type,
                                 const char *label,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
