/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-encoding.h"

G_BEGIN_DECLS

gboolean galley_html_encoding_decode (GBytes *bytes, const char *charset, GalleyDecoded *decoded);

G_END_DECLS
