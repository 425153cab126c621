/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-pdf-pages.h"

G_BEGIN_DECLS

void galley_pdf_mirror_page (GalleyPdfPages *self, guint number);

G_END_DECLS
