/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean galley_pdf_catalog_add (GByteArray *pdf, const char *language);

G_END_DECLS
