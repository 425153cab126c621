/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-pdf-pages.h"

G_BEGIN_DECLS

guint galley_pdf_spread_count (const GalleyPdfPages *pages,
                               guint first_before,
                               guint end_before,
                               guint line,
                               guint end);

G_END_DECLS
